/** Questions about a text itself: is it whole, and who wrote it. */
import type { Digest } from '#newsroom'
import { plainText } from '#richtext'
import type { RichText } from '#richtext'

export type ArticleText = {
  readonly title: string
  readonly summary: string
  readonly byline: string
  readonly slug: string
  readonly body: RichText
  /** Of a video: what has to be there instead of a body. */
  readonly video?: { readonly file: string | null; readonly link: string | null; readonly cues: readonly unknown[] }
}

/** Names of required fields that are empty; white space alone is empty. */
export const requiredMissing = (article: ArticleText): readonly RequiredField[] =>
  REQUIRED.filter((field) => MISSING[field](article))

const REQUIRED = ['title', 'summary', 'byline', 'body', 'film', 'cues', 'slug'] as const
const MISSING: Readonly<Record<RequiredField, (article: ArticleText) => boolean>> = {
  title: ({ title }) => blank(title),
  summary: ({ summary }) => blank(summary),
  byline: ({ byline }) => blank(byline),
  // A film speaks by its cues.
  body: ({ body, video }) => video === undefined && blank(plainText(body)),
  film: ({ video }) => video?.file === null && video.link === null,
  cues: ({ video }) => video?.cues.length === 0,
  slug: ({ slug }) => blank(slug),
}
export type RequiredField = (typeof REQUIRED)[number]

/** A save of the text: the digest is that of the text after it, `rev` counts the saves. */
export type Save = { readonly rev: number; readonly by: string; readonly digest: Digest }

/**
 * Everybody who changed a character after the revision that was last released (0 = never released); `saves` in order, all of them.
 * A save that changed nothing makes nobody an author; a change that was undone later does.
 */
export const contributorsSince = (saves: readonly Save[], releasedRev: number): readonly string[] => {
  const changes = saves.filter(({ digest }, index) => digest !== saves[index - 1]?.digest)
  return [...new Set(changes.filter(({ rev }) => rev > releasedRev).map(({ by }) => by))]
}

/** Also zero-width characters and the soft hyphen, which `trim` leaves. */
const blank = (text: string): boolean => text.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/gu, '') === ''
