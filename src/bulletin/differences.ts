/** What an approved edition binds, and what has changed in it since. Pure. */
import type { Digest } from '#newsroom'
import { canonical, sha256 } from '#publication/canonical'
import { movedOf } from '#publication/composition'
import type { Figure, RichText } from '#richtext'
import { figuresOf } from '#richtext'
import type { Edition, Piece } from './edition'

/**
 * SHA-256 over RFC 8785 JSON of everything in it: order, resolved texts, pictures, imprint. Only the order in which the media are
 * listed counts for nothing, as a database gives them in any.
 */
export const contentsDigest = (edition: Edition): Digest => sha256(canonical(inOrder(edition)))

export const DIFFERENCES = [
  'order',
  'added',
  'removed',
  'text',
  'piece',
  'picture',
  'photos',
  'cover',
  'imprint',
  'licence',
  'theme',
  'date',
  'section',
  'errata',
  'trim',
] as const
export type Difference = {
  readonly kind: (typeof DIFFERENCES)[number]
  /** Where one entry is concerned. */
  readonly entry: string | null
  /** `added`, `removed`: the title; `section`: its name; `picture`: digest of the picture now; others: the fields, apart by a comma. */
  readonly what: string
}

/** From the edition as it was frozen to the edition as it would be frozen now; empty exactly when their `contentsDigest` is the same. */
export const differences = (before: Edition, after: Edition): readonly Difference[] => {
  const [was, is] = [inOrder(before), inOrder(after)]
  if (same(was, is)) return []
  const [old, now] = [placed(was), placed(is)]
  const found: readonly Difference[] = [
    ...fieldDifferences(was, is),
    ...sectionDifferences(was, is),
    ...now.filter(({ piece }) => !holds(old, piece)).map(({ piece }) => one('added', piece.title, piece.id)),
    ...old.filter(({ piece }) => !holds(now, piece)).map(({ piece }) => one('removed', piece.title, piece.id)),
    ...orderDifferences(old, now),
    ...now.flatMap(({ piece }) => {
      const earlier = old.find((place) => place.piece.id === piece.id)
      return earlier === undefined ? [] : pieceDifferences(earlier.piece, piece)
    }),
    ...mediaDifferences(was, is),
  ]
  if (found.length > 0) return found
  // Media that nothing shows, or an entry that stands twice and so has no single place.
  return [same(was.media, is.media) ? one('order', 'sections') : one('picture', 'media')]
}

/** What each field of the issue counts as. A new field has to be named here. */
const FIELDS = {
  item: 'imprint',
  language: 'imprint',
  year: 'date',
  quarter: 'date',
  numberInYear: 'date',
  number: 'date',
  date: 'date',
  name: 'imprint',
  theme: 'theme',
  cover: 'cover',
  errata: 'errata',
  trim: 'trim',
} as const satisfies Readonly<Record<Exclude<keyof Edition, 'sections' | 'media' | 'imprint'>, Difference['kind']>>

const IMPRINT = {
  issuer: 'imprint',
  licenceNumber: 'licence',
  licenceDate: 'licence',
  licenceIssuer: 'licence',
  printer: 'imprint',
  printRun: 'imprint',
  frequency: 'imprint',
  personResponsible: 'imprint',
} as const satisfies Readonly<Record<keyof Edition['imprint'], Difference['kind']>>

const fieldDifferences = (was: Edition, is: Edition): readonly Difference[] => {
  const changed = [...changedFields(FIELDS, was, is), ...changedFields(IMPRINT, was.imprint, is.imprint)]
  return DIFFERENCES.flatMap((kind) => {
    const fields = changed.filter(([, of]) => of === kind).map(([field]) => field)
    return fields.length === 0 ? [] : [one(kind, fields.join(', '))]
  })
}

const changedFields = <Of extends object>(
  kinds: Readonly<Partial<Record<keyof Of, Difference['kind']>>>,
  was: Of,
  is: Of,
): readonly (readonly [string, Difference['kind']])[] =>
  (Object.entries(kinds) as [keyof Of & string, Difference['kind']][]).filter(([field]) => !same(was[field], is[field]))

/** Taken in, left out, renamed, or in another place among those that stayed. */
const sectionDifferences = (was: Edition, is: Edition): readonly Difference[] => {
  const names = (edition: Edition) => new Map(edition.sections.map(({ id, name }) => [id, name]))
  const [old, now] = [names(was), names(is)]
  const stayed = (from: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
    [...from.keys()].filter((id) => other.has(id))
  const renamed = [...now].filter(([id, name]) => old.get(id) !== name).map(([, name]) => name)
  const gone = [...old].filter(([id]) => !now.has(id)).map(([, name]) => name)
  const moved = movedOf(stayed(old, now), stayed(now, old)).map((id) => now.get(id) ?? '')
  return [...new Set([...renamed, ...gone, ...moved])].map((name) => one('section', name))
}

type Placed = { readonly piece: Piece; readonly section: string }
const placed = (edition: Edition): readonly Placed[] =>
  edition.sections.flatMap(({ id, pieces }) => pieces.map((piece) => ({ piece, section: id })))
const holds = (places: readonly Placed[], { id }: Piece): boolean => places.some(({ piece }) => piece.id === id)

/** Those that moved among the others or into another section, and those that are set as something else. */
const orderDifferences = (old: readonly Placed[], now: readonly Placed[]): readonly Difference[] => {
  const ids = (places: readonly Placed[], others: readonly Placed[]) =>
    places.filter(({ piece }) => holds(others, piece)).map(({ piece }) => piece.id)
  const moved = new Set(movedOf(ids(old, now), ids(now, old)))
  return now.flatMap(({ piece, section }) => {
    const earlier = old.find((place) => place.piece.id === piece.id)
    if (earlier === undefined) return []
    const what = [
      ...(moved.has(piece.id) ? ['place'] : []),
      ...(earlier.section === section ? [] : ['section']),
      ...(earlier.piece.slot === piece.slot ? [] : ['slot']),
    ]
    return what.length === 0 ? [] : [one('order', what.join(', '), piece.id)]
  })
}

const WORDS = ['item', 'title', 'summary', 'byline', 'topics', 'lead', 'body'] as const

const pieceDifferences = (was: Piece, is: Piece): readonly Difference[] => {
  const kind = was.item === null && is.item === null ? 'piece' : 'text'
  const bare = { was: withoutPictures(was), is: withoutPictures(is) }
  const words = WORDS.filter((field) => !same(bare.was[field], bare.is[field]))
  const pictures =
    same(bare.was.body, bare.is.body) && same(bare.was.lead, bare.is.lead)
      ? exchanged([...leadOf(was), ...figuresOf(was.body)], [...leadOf(is), ...figuresOf(is.body)])
      : []
  const photos = same(bare.was.photos, bare.is.photos) ? exchanged(was.photos, is.photos) : null
  const shown = words.length > 0 || pictures.length > 0
  return [
    ...(words.length > 0 ? [one(kind, words.join(', '), is.id)] : []),
    // What a text has beside what is set here (its address, its class) is approved with it.
    ...(!shown && was.digest !== is.digest && same(was.photos, is.photos) ? [one(kind, 'digest', is.id)] : []),
    ...[...new Set([...pictures, ...(photos ?? [])])].map((digest) => one('picture', digest, is.id)),
    ...(photos === null ? [one('photos', 'photos', is.id)] : []),
  ]
}

/** Other bytes under the same words. */
const exchanged = (was: readonly Figure[], is: readonly Figure[]): readonly Digest[] =>
  is.flatMap(({ digest }, index) => (was[index]?.digest === digest ? [] : [digest]))

const leadOf = ({ lead }: Piece): readonly Figure[] => (lead === null ? [] : [lead])

const withoutPictures = (piece: Piece): Piece => ({
  ...piece,
  lead: piece.lead && { ...piece.lead, digest: '' },
  body: JSON.parse(JSON.stringify(piece.body), (key, value: unknown) => (key === 'digest' ? '' : value)) as RichText,
  photos: piece.photos.map((photo) => ({ ...photo, digest: '' })),
})

/** Other stored forms of a picture that both have; what comes and goes with a text or a photo is told there. */
const mediaDifferences = (was: Edition, is: Edition): readonly Difference[] =>
  is.media
    .filter(({ digest, renditions }) =>
      was.media.some((medium) => medium.digest === digest && !same(medium.renditions, renditions)),
    )
    .flatMap(({ digest }) => {
      const shownIn = placed(is).filter(({ piece }) => picturesIn(piece).some((figure) => figure.digest === digest))
      return shownIn.length === 0 ? [one('picture', digest)] : shownIn.map(({ piece }) => one('picture', digest, piece.id))
    })

const picturesIn = (piece: Piece): readonly Figure[] => [...leadOf(piece), ...figuresOf(piece.body), ...piece.photos]

const inOrder = (edition: Edition): Edition => ({
  ...edition,
  media: edition.media.toSorted((a, b) => (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0)),
})

const one = (kind: Difference['kind'], what: string, entry: string | null = null): Difference => ({ kind, entry, what })
const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)
