/** What whoever signs has seen: the text as their page shows it, and what goes out with it as it was when the page was drawn. Pure. */
import type { ArticleDesk } from './desk'

export type Beside = ArticleDesk['beside']

/** Of a part that another person changed: how it read, and how it reads. */
export type Change = { readonly part: string; readonly before: string; readonly after: string }

/** What a page has seen of it, once a newer save has come: a picture that the save brought is seen with it, one that it dropped is forgotten. */
export const seenWith = (seen: Beside, now: Beside): Beside =>
  Object.fromEntries(Object.entries(now).map(([part, value]) => [part, seen[part] ?? value]))

/** Everything that the digest of `desk` binds and this page has not shown; `rev`: the save that it shows. */
export const unseenIn = (
  { rev, beside }: Pick<ArticleDesk, 'rev' | 'beside'>,
  page: { readonly rev: number; readonly seen: Beside },
): readonly Change[] => [
  ...(page.rev < rev ? [{ part: 'words', before: '', after: '' }] : []),
  ...[...new Set([...Object.keys(page.seen), ...Object.keys(beside)])]
    .filter((part) => page.seen[part]?.digest !== beside[part]?.digest)
    .map((part) => ({
      part: part.split('.')[0] ?? part,
      before: page.seen[part]?.says ?? '',
      after: beside[part]?.says ?? '',
    })),
]
