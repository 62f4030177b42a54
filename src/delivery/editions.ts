/** Editions of the Bản tin in the read model: which addresses show one, and what stands there. */
import { LANGUAGES, type ItemId, type Language } from '#newsroom'
import { addressOf, downloadUrl, pageUrl, pieceUrl, type Addressed, type Quarter } from '#publication/addresses'
import { PUBLIC_FILES, type EditionContents } from '#publication/edition'
import type { Release } from '#publication/release'
import type { Behind } from '#publication/renditions/behind'
import { editionFact, editionJson } from '#publication/renditions/bulletin-json'
import { bulletinsOpds, bulletinsRss, OPDS, type BulletinEntry } from '#publication/renditions/bulletins'
import { offeredFiles, piecesOf, type TextNow } from '#publication/renditions/edition'
import type { Translation } from '#publication/renditions/ninjs'
import { FEED_ENTRIES, NOTICE_DAYS } from '#publication/renditions/rss'
import { mediaUrl } from '#publication/renditions/pictures'
import { archivePage, editionIn, issuePage, piecePage, type EditionRelease, type IssueInput } from './public/bulletin'
import { withdrawnPage } from './public/pages'
import { HTML, JSON_TYPE, RSS } from './media-types'
import type { Generation, StoredText } from './read-model'
import type { Draft, Stamp } from './resources'

/** The texts of a language as they are now. */
export const textsIn =
  (here: Generation, language: Language): TextNow =>
  (item) =>
    here.text(item, language)?.release ?? null

/** Ids of every place in an issue. */
export const placesOf = (edition: EditionContents | undefined): readonly string[] =>
  (edition?.sections ?? []).flatMap(({ entries }) => entries.map(({ id }) => id))

/** Everything that shows what an edition holds, under one of its pages. */
export const addressesUnder = (path: string, pieces: readonly string[]): readonly string[] => [
  path,
  `/v1${path.replace('/bulletin/', '/bulletins/')}`,
  ...FILE_ENDS.map((ext) => downloadUrl(path, { ext })),
  ...pieces.map((id) => pieceUrl(path, id)),
]
const ENDS = { screen: 'pdf', epub: 'epub', plain: 'txt' } as const satisfies Readonly<
  Record<(typeof PUBLIC_FILES)[number], string>
>
const FILE_ENDS = PUBLIC_FILES.map((kind) => ENDS[kind])

/** The lists in which every edition of a language stands; they are there from the first release on. */
export const listsOf = (language: Language): readonly string[] => [
  `/bulletin/${language}`,
  `/feeds/${language}/bulletins.rss`,
  `/feeds/${language}/bulletins.opds`,
  '/v1/bulletins',
]

export type EditionDrafts = {
  /** `/bulletin/…` */
  readonly page: (path: string) => Draft | null
  /** `/v1/bulletins…` */
  readonly data: (path: string) => Draft | null
  readonly feed: (language: Language, kind: 'rss' | 'opds', stamp: Stamp) => Draft
}

export const editionDrafts = (
  here: Generation,
  {
    publicUrl,
    translationsOf,
    behindIn,
    gone,
  }: {
    readonly publicUrl: string
    readonly translationsOf: (item: ItemId) => readonly Translation[]
    readonly behindIn: (item: ItemId, language: Language) => Behind | null
    readonly gone: (release: Extract<Release, { readonly kind: 'withdrawal' }>) => Draft
  },
): EditionDrafts => {
  const page = (path: string): Draft | null => {
    const place = PLACE.exec(path)
    if (!place) return archive(path.split('/').at(-1) as Language)
    const [, issue = '', language, end = '', piece = ''] = place as unknown as readonly [
      string,
      string,
      Language,
      string?,
      string?,
    ]
    const owner = here.pageOwner(issue)
    const stored = owner === undefined ? undefined : here.text(owner, language)
    if (!stored) return null
    const about = aboutOf(stored)
    const { release } = stored
    if (release.kind === 'withdrawal') return { ...about, status: 410, body: withdrawnPage(release) }
    const current = pageUrl('', release.snapshot)
    const edition = editionIn(release)
    if (!edition || current !== issue) return moved(about, 301, `${current}${path.slice(issue.length)}`)
    if (end !== '') return download(edition, end) ?? moved(about, 302, current)
    if (piece === '') return { ...about, status: 200, body: issuePage(inputOf(edition, stored)) }
    // A reissue may have left a piece out.
    return pieceDraft(edition, stored, decodeURIComponent(piece)) ?? moved(about, 301, current)
  }

  const inputOf = (release: EditionRelease, { corrections }: StoredText): IssueInput => ({
    release,
    pieces: piecesOf(release.snapshot.edition, textsIn(here, release.language)),
    corrections,
    others: othersOf(release),
    publicUrl,
  })

  const pieceDraft = (release: EditionRelease, stored: StoredText, id: string): Draft | null => {
    const input = inputOf(release, stored)
    const piece = input.pieces.find(({ entry }) => entry.id === id)
    if (!piece) return null
    const { item, language } = release
    const text = piece.entry.text === null ? undefined : here.text(piece.entry.text.item, language)
    return {
      ...aboutOf(stored),
      status: 200,
      body: piecePage({
        ...input,
        piece,
        text: text && piece.release ? { corrections: text.corrections, behind: behindIn(piece.release.item, language) } : null,
        twins: othersOf(release).flatMap((other) => {
          const twin = editionIn(here.text(item, other.language)?.release)
          return placesOf(twin?.snapshot.edition).includes(id)
            ? [{ language: other.language, href: pieceUrl(pageUrl('', other), id) }]
            : []
        }),
      }),
    }
  }

  const download = (release: EditionRelease, ext: string): Draft | null => {
    const { edition } = release.snapshot
    const file = offeredFiles(edition, piecesOf(edition, textsIn(here, release.language))).find((each) => each.ext === ext)
    return file ? moved(aboutOf({ release }), 302, mediaUrl('', file)) : null
  }

  const archive = (language: Language): Draft => ({
    status: 200,
    type: HTML,
    language,
    surrogates: [`lang-${language}`],
    body: archivePage(
      language,
      issuesIn(language).flatMap(({ release }) => editionIn(release) ?? []),
      publicUrl,
    ),
  })

  const data = (path: string): Draft | null => {
    if (path === '/v1/bulletins') {
      const editions = here.issues().flatMap(({ item, language, quarter }) => {
        const release = here.text(item, language)?.release
        return release ? [{ quarter, release }] : []
      })
      const sorted = editions.toSorted((a, b) => order(b.quarter) - order(a.quarter) || rank(a.release) - rank(b.release))
      const body = JSON.stringify({ bulletins: sorted.map((edition) => editionFact(edition, publicUrl)) })
      return { status: 200, type: JSON_TYPE, body, language: null, surrogates: ['bulletins'] }
    }
    const issue = path.replace('/v1/bulletins/', '/bulletin/')
    const owner = here.pageOwner(issue)
    const stored = owner === undefined ? undefined : here.text(owner, issue.split('/').at(-1) as Language)
    if (!stored) return null
    const { release } = stored
    if (release.kind === 'withdrawal') return gone(release)
    const edition = editionIn(release)
    const current = pageUrl('', release.snapshot)
    const about = { ...aboutOf(stored), type: JSON_TYPE }
    if (!edition || current !== issue) return moved(about, 301, `/v1${current.replace('/bulletin/', '/bulletins/')}`)
    return {
      ...about,
      status: 200,
      body: editionJson(edition, { publicUrl, texts: textsIn(here, edition.language), others: othersOf(edition) }),
    }
  }

  const feed = (language: Language, kind: 'rss' | 'opds', { at }: Stamp): Draft => {
    const since = Date.parse(at) - NOTICE_DAYS * 24 * 3_600_000
    const entries = issuesIn(language).flatMap(({ release, quarter, corrections }): readonly BulletinEntry[] => {
      if (release.kind === 'withdrawal') return Date.parse(release.at) >= since ? [{ kind: 'withdrawn', release, quarter }] : []
      return [{ kind: 'text', release, corrections, translations: translationsOf(release.item) }]
    })
    const options = { publicUrl, builtAt: at, texts: textsIn(here, language) }
    const shown = entries.slice(0, FEED_ENTRIES)
    return {
      status: 200,
      type: kind === 'rss' ? RSS : OPDS,
      language,
      surrogates: [`lang-${language}`, `feed-${language}-bulletins`],
      body: kind === 'rss' ? bulletinsRss(language, shown, options) : bulletinsOpds(language, entries, options),
    }
  }

  /** Newest issue first. */
  const issuesIn = (language: Language): readonly (StoredText & { readonly quarter: Quarter })[] =>
    here.issues().flatMap(({ item, language: each, quarter }) => {
      const stored = each === language ? here.text(item, language) : undefined
      return stored ? [{ ...stored, quarter }] : []
    })

  const othersOf = ({ item, language }: Release): readonly (Addressed & { readonly version: number })[] =>
    LANGUAGES.flatMap((other) => {
      const release = other === language ? null : editionIn(here.text(item, other)?.release)
      return release ? [{ ...addressOf(release.snapshot), version: release.version }] : []
    })

  return { page, data, feed }
}

/** `/bulletin/2026/3/vi`, then `.pdf`, or `/` and a piece. */
const PLACE = /^(\/bulletin\/\d+\/\d\/([a-z]{2}))(?:\.([a-z]+)|\/(.+))?$/

const aboutOf = ({ release }: Pick<StoredText, 'release'>) => ({
  type: HTML,
  language: release.language,
  surrogates: [`item-${release.item}`, `lang-${release.language}`],
})
const moved = (about: Pick<Draft, 'type' | 'language' | 'surrogates'>, status: 301 | 302, location: string): Draft => ({
  ...about,
  status,
  body: '',
  location,
})
const order = ({ year, quarter }: Quarter) => year * 10 + quarter
const rank = ({ language }: Release) => LANGUAGES.indexOf(language)
