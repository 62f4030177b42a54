/** A translation on its way to somebody outside, and back: which units a file has, and what it changes. */
import type { Read } from './situation'
import type { CurrentUnit, Handed, Outgoing } from '#translation/files/handed'
import { unitIds } from '#translation/files/handed'
import type { DeskRow, SegmentChange, TranslationDesk } from '#translation/view'
import { NewsroomError } from '#newsroom'
import type { BasedOn } from './snapshot'

type Unit = { readonly id: string; readonly row: DeskRow & { readonly source: NonNullable<DeskRow['source']> } }

/** Each source segment that is not left out, under an id that survives moves. */
export const unitsOf = ({ rows }: TranslationDesk): readonly Unit[] => {
  const withSource = rows.filter(
    (row): row is Unit['row'] => row.source !== null && row.leftOut === null && row.mergedInto === null,
  )
  const ids = unitIds(withSource.map(({ source }) => source.digest))
  return withSource.map((row, index) => ({ id: ids[index] ?? '', row }))
}

export const handedOf = ({ article }: Pick<Read, 'article'>, now: BasedOn): Handed => ({
  item: article.item,
  from: now.language,
  to: article.language,
  source: { seq: now.seq, rev: now.rev, digest: now.digest },
})

/** `note`: the words around a term, in the reader's language. */
export const outgoing = (
  handed: Handed,
  desk: TranslationDesk,
  title: string,
  note: (term: string, use: string) => string,
): Outgoing => ({
  ...handed,
  title,
  targetRev: desk.rev,
  units: unitsOf(desk).map(({ id, row }) => ({
    id,
    source: row.source,
    target: row.text === '' ? null : row.text,
    state: row.state,
    notes: row.terms.map(({ start, end, use }) => note(row.source.plain.slice(start, end), use)),
    maxLength: row.limit,
  })),
})

export const current = (handed: Handed, desk: TranslationDesk): Handed & { readonly units: readonly CurrentUnit[] } => ({
  ...handed,
  units: unitsOf(desk).map(({ id, row }) => ({
    id,
    sourceDigest: row.source.digest,
    source: row.source.text,
    currentTarget: row.text === '' ? null : row.text,
  })),
})

/** What came back is a draft of whoever brings it, however finished the other tool calls it: a person here answers for it. */
export const changesOf = (
  desk: TranslationDesk,
  apply: readonly { readonly id: string; readonly target: string }[],
): readonly SegmentChange[] => {
  const rows = new Map(unitsOf(desk).map(({ id, row }) => [id, row]))
  return apply.map(({ id, target: text }): SegmentChange => {
    const row = rows.get(id)
    if (!row) throw new NewsroomError('segments.unknown', { row: id })
    const said = { text, state: 'draft', origin: 'import' } as const
    return row.target
      ? { do: 'write', target: row.target.path, was: row.target.digest, ...said }
      : { do: 'add', source: row.source.digest, ...said }
  })
}
