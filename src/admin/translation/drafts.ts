/** What somebody typed into a segment and the newsroom does not have yet: kept in their browser at once. Pure but for the store given. */
import type { Digest, Instant } from '#newsroom'
import type { Origin } from '#translation/segment'
import type { DeskRow } from '#translation/view'

export type Written = 'draft' | 'translated' | 'revised'

export type Draft = {
  /** Id of the row when it was typed. */
  readonly row: string
  /** Path and digest of the block that it began on; null: nothing rendered the source yet. */
  readonly target: string | null
  readonly was: Digest | null
  readonly source: Digest | null
  readonly text: string
  readonly state: Written
  readonly origin: Origin
  readonly at: Instant
  /** Texts of it that were sent last: if the newsroom has one of them, it was this person's. */
  readonly sent: readonly string[]
}

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const LIFE_MS = 30 * 24 * 60 * 60 * 1000
const shelfOf = (who: string, article: string) => `ttdn:segment:${who}:${article}:`

/** False where the browser has no room or no leave; the words are then only on the screen. */
export const keepDraft = (shelf: Shelf, who: string, article: string, draft: Draft): boolean => {
  try {
    shelf.setItem(shelfOf(who, article) + draft.row, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export const dropDraft = (shelf: Shelf, who: string, article: string, row: string): void => {
  try {
    shelf.removeItem(shelfOf(who, article) + row)
  } catch {
    // Nothing was kept where nothing may be kept.
  }
}

/** All drafts of one person and text, oldest first; what is broken or a month old is left alone or dropped. */
export const readDrafts = (shelf: Shelf, who: string, article: string, now: Date): readonly Draft[] => {
  const prefix = shelfOf(who, article)
  const found: Draft[] = []
  try {
    const names = Array.from({ length: shelf.length }, (_, index) => shelf.key(index)).filter(
      (name): name is string => name?.startsWith(prefix) ?? false,
    )
    for (const name of names) {
      const draft = draftIn(shelf.getItem(name))
      if (draft && now.getTime() - Date.parse(draft.at) <= LIFE_MS) found.push(draft)
      else if (draft) shelf.removeItem(name)
    }
  } catch {
    return found
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : 1))
}

const draftIn = (kept: string | null): Draft | null => {
  try {
    const draft = JSON.parse(kept ?? 'null') as Draft | null
    return draft !== null &&
      typeof draft.row === 'string' &&
      typeof draft.text === 'string' &&
      Array.isArray(draft.sent) &&
      !Number.isNaN(Date.parse(draft.at))
      ? draft
      : null
  } catch {
    return null
  }
}

/** The row that a draft belongs to now: blocks move, so its words, then its source, then its place are looked for. */
export const rowOfDraft = (draft: Draft, rows: readonly DeskRow[], taken: ReadonlySet<string> = new Set()): DeskRow | null => {
  const free = rows.filter(({ id }) => !taken.has(id))
  const own = free.find(({ id }) => id === draft.row)
  if (own && isSame(own, draft)) return own
  return (
    (draft.was === null ? undefined : free.find(({ target }) => target?.digest === draft.was)) ??
    (draft.source === null ? undefined : free.find(({ source }) => source?.digest === draft.source)) ??
    own ??
    null
  )
}

const isSame = ({ target, source }: DeskRow, draft: Draft): boolean =>
  draft.was === null ? source?.digest === draft.source : target?.digest === draft.was
