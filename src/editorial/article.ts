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
}

/** Names of required fields that are empty; white space alone is empty. */
export const requiredMissing = (article: ArticleText): readonly (keyof ArticleText)[] =>
  (['title', 'summary', 'byline', 'body', 'slug'] as const).filter((field) =>
    blank(field === 'body' ? plainText(article.body) : article[field]),
  )

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
