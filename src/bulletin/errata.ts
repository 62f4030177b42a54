/** What the next issue owes to readers of this one: texts that were taken down or corrected since it was printed. Pure. */
import type { CorrectionNote, Digest, ItemId, Language } from '#newsroom'
import type { ReleaseKind } from '#publication/release'
import type { DraftedErratum } from './view'

/** A text as it stands in a released edition, and what the log says of it since. */
export type PrintedText = {
  readonly entry: string
  readonly title: string
  readonly page: number | null
  /** Of the snapshot that was printed. */
  readonly digest: Digest
  /** Releases of the text after that of the edition, oldest first. */
  readonly since: readonly {
    readonly seq: number
    readonly kind: ReleaseKind
    /** Null of a withdrawal. */
    readonly snapshotDigest: Digest | null
    /** Of a correction. */
    readonly note: CorrectionNote | null
  }[]
}

export type PrintedEdition = { readonly language: Language; readonly texts: readonly PrintedText[] }

export type Drafts = {
  readonly errata: readonly DraftedErratum[]
  /** Editions whose PDF says something that no longer stands, and where. */
  readonly reissue: readonly { readonly language: Language; readonly entries: readonly string[] }[]
}

/**
 * `editions`: those that readers have. A rectification brings its wording along (Press Law 2016, art. 42: what was wrong,
 * what is right); of our own slip, or of a text taken down, somebody writes it. What reads as printed again needs nothing.
 */
export const draftErrata = (issue: ItemId, editions: readonly PrintedEdition[]): Drafts => {
  const errata = editions.flatMap(({ language, texts }) => texts.flatMap((text) => draftsOf(issue, language, text)))
  const reissue = editions.flatMap(({ language }) => {
    const entries = new Set(errata.filter((erratum) => erratum.language === language).map(({ entry }) => entry))
    return entries.size === 0 ? [] : [{ language, entries: [...entries] }]
  })
  return { errata, reissue }
}

const draftsOf = (issue: ItemId, language: Language, text: PrintedText): readonly DraftedErratum[] => {
  const last = text.since.at(-1)
  if (last === undefined || last.snapshotDigest === text.digest) return []
  const drafted = (kind: DraftedErratum['kind'], seq: number, words: { readonly wrong: string; readonly right: string }) => ({
    id: `${issue}/${language}/${text.entry}/${seq}`,
    entry: text.entry,
    language,
    kind,
    title: text.title,
    page: text.page,
    wrong: words.wrong,
    right: words.right,
  })
  if (last.kind === 'withdrawal') return [drafted('withdrawn', last.seq, UNWRITTEN)]
  const rectified = text.since.flatMap(({ seq, note }) =>
    note?.kind === 'rectification' ? [drafted('corrected', seq, note)] : [],
  )
  return rectified.length > 0 ? rectified : [drafted('corrected', last.seq, UNWRITTEN)]
}

const UNWRITTEN = { wrong: '', right: '' } as const
