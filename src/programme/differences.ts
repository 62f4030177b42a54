/** What an approved programme binds, and what has changed in it since. Pure. */
import type { Digest } from '#newsroom'
import { canonical, sha256 } from '#publication/canonical'
import { movedOf } from '#publication/composition'
import type { MadeStep, Programme } from './made'

/**
 * SHA-256 over RFC 8785 JSON of everything in it: order, words, texts, films, subtitles, posters, times. Only the order in which the
 * media are listed counts for nothing, as a database gives them in any.
 */
export const contentsDigest = (programme: Programme): Digest => sha256(canonical(inOrder(programme)))

export const DIFFERENCES = [
  'channel',
  'title',
  'time',
  'presenter',
  'target',
  'added',
  'removed',
  'order',
  'intro',
  'script',
  'text',
  'clip',
  'cues',
  'poster',
] as const
export type Difference = {
  readonly kind: (typeof DIFFERENCES)[number]
  /** Where one step is concerned. */
  readonly step: string | null
  /** `added`, `removed`: the title; `poster` of stored forms alone: the digest; others: the fields, apart by a comma. */
  readonly what: string
}

/** From the programme as it was frozen to the programme as it would be frozen now; empty exactly when their `contentsDigest` is the same. */
export const differences = (before: Programme, after: Programme): readonly Difference[] => {
  const [was, is] = [inOrder(before), inOrder(after)]
  if (same(was, is)) return []
  const holds = ({ steps }: Programme, id: string) => steps.some((step) => step.id === id)
  const found: readonly Difference[] = [
    ...fieldsChanged(FIELDS, was, is, null),
    ...is.steps.filter(({ id }) => !holds(was, id)).map(({ id, title }) => one('added', title, id)),
    ...was.steps.filter(({ id }) => !holds(is, id)).map(({ id, title }) => one('removed', title, id)),
    ...movedOf(
      was.steps.map(({ id }) => id).filter((id) => holds(is, id)),
      is.steps.map(({ id }) => id).filter((id) => holds(was, id)),
    ).map((id) => one('order', 'place', id)),
    ...is.steps.flatMap((step) => {
      const earlier = was.steps.find(({ id }) => id === step.id)
      return earlier === undefined ? [] : stepDifferences(earlier, step)
    }),
    ...mediaDifferences(was, is),
  ]
  if (found.length > 0) return found
  // Media that nothing shows, or a step that stands twice and so has no single place.
  return [same(was.media, is.media) ? one('order', 'steps') : one('poster', 'media')]
}

/** What each field counts as. A new field has to be named here. */
const FIELDS = {
  item: 'channel',
  language: 'channel',
  channel: 'channel',
  title: 'title',
  airDate: 'time',
  airTime: 'time',
  presenter: 'presenter',
  targetMs: 'target',
  pace: 'target',
} as const satisfies Readonly<Record<Exclude<keyof Programme, 'steps' | 'media'>, Difference['kind']>>

const STEP_FIELDS = {
  kind: 'order',
  title: 'title',
  intro: 'intro',
  script: 'script',
  text: 'text',
  poster: 'poster',
} as const satisfies Readonly<Record<Exclude<keyof MadeStep, 'id' | 'film'>, Difference['kind']>>

const FILM_FIELDS = {
  file: 'clip',
  link: 'clip',
  clip: 'clip',
  cues: 'cues',
} as const satisfies Readonly<Record<keyof NonNullable<MadeStep['film']>, Difference['kind']>>

const stepDifferences = (was: MadeStep, is: MadeStep): readonly Difference[] => [
  ...fieldsChanged(STEP_FIELDS, was, is, is.id),
  ...(was.film !== null && is.film !== null
    ? fieldsChanged(FILM_FIELDS, was.film, is.film, is.id)
    : same(was.film, is.film)
      ? []
      : [one('clip', 'film', is.id)]),
]

/** Other stored forms of a picture that both have. */
const mediaDifferences = (was: Programme, is: Programme): readonly Difference[] =>
  is.media
    .filter(({ digest, renditions }) =>
      was.media.some((medium) => medium.digest === digest && !same(medium.renditions, renditions)),
    )
    .map(({ digest }) => one('poster', digest, is.steps.find(({ poster }) => poster?.digest === digest)?.id ?? null))

const fieldsChanged = <Of extends object>(
  kinds: Readonly<Partial<Record<keyof Of, Difference['kind']>>>,
  was: Of,
  is: Of,
  step: string | null,
): readonly Difference[] => {
  const changed = (Object.entries(kinds) as [keyof Of & string, Difference['kind']][]).filter(
    ([field]) => !same(was[field], is[field]),
  )
  return DIFFERENCES.flatMap((kind) => {
    const fields = changed.filter(([, of]) => of === kind).map(([field]) => field)
    return fields.length === 0 ? [] : [one(kind, fields.join(', '), step)]
  })
}

const inOrder = (programme: Programme): Programme => ({
  ...programme,
  media: programme.media.toSorted((a, b) => (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0)),
})

const one = (kind: Difference['kind'], what: string, step: string | null = null): Difference => ({ kind, step, what })
const same = (first: unknown, second: unknown): boolean => canonical(first) === canonical(second)
