/** Where a comment stands after the text moved on. Pure. */
import type { Digest } from '#newsroom'
import type { DeskRow } from './view'

/** What a comment was made on: the row's place and the digests of what stood there. */
export type Anchor = { readonly path: string; readonly source: Digest | null; readonly target: Digest | null }

export const anchorOf = ({ id, source, target }: DeskRow): Anchor => ({
  path: id,
  source: source?.digest ?? null,
  target: target?.digest ?? null,
})

/** The row with the same source, else with an earlier form of it, else with the same words, else at the same place; null: gone. */
export const anchored = (rows: readonly DeskRow[], { path, source, target }: Anchor): string | null =>
  (
    rows.find((row) => source !== null && row.source?.digest === source) ??
    rows.find((row) => source !== null && row.was?.digest === source) ??
    rows.find((row) => target !== null && row.target?.digest === target) ??
    rows.find((row) => row.id === path)
  )?.id ?? null
