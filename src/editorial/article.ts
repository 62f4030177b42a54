/** Questions about a text itself: is it whole, and who wrote it. */
import type { Digest, Instant } from '#newsroom'
import type { Block, Inline, RichText } from '#richtext'

export type ArticleText = {
  readonly title: string
  readonly summary: string
  readonly byline: string
  readonly slug: string
  readonly body: RichText
}

/** Names of required fields that are empty; white space alone is empty. */
export const requiredMissing = (article: ArticleText): readonly string[] => [
  ...(['title', 'summary', 'byline', 'slug'] as const).filter((field) => blank(article[field])),
  ...(article.body.some(saysSomething) ? [] : ['body']),
]

/** A save of the text: the digest is that of the text after it. */
export type Save = { readonly by: string; readonly digest: Digest; readonly at: Instant }

/**
 * Everybody who changed a character since then, or ever (`null`); `saves` oldest first, whole.
 * A save that changed nothing makes nobody an author; a change that was undone later does.
 */
export const contributorsSince = (saves: readonly Save[], since: Instant | null): readonly string[] => {
  const changes = saves.filter(({ digest }, index) => digest !== saves[index - 1]?.digest)
  return [...new Set(changes.filter(({ at }) => since === null || at >= since).map(({ by }) => by))]
}

const saysSomething = (block: Block): boolean => {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return block.children.some(reads)
    case 'list':
      return block.items.some(({ children, nested }) => children.some(reads) || nested.some(saysSomething))
    case 'table':
      return block.rows.some((row) => row.some(({ children }) => children.some(saysSomething)))
    case 'figure':
    case 'rule':
      return false
  }
}

const reads = (inline: Inline): boolean => {
  switch (inline.kind) {
    case 'text':
      return !blank(inline.text)
    case 'link':
      return inline.children.some(reads)
    case 'ruby':
      return !blank(inline.base)
    case 'break':
      return false
  }
}

/** Also zero-width characters and the soft hyphen, which `trim` leaves. */
const blank = (text: string): boolean => text.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/gu, '') === ''
