/** A translation on its way to somebody outside, and back: which units a file has, and what it changes. */
import type { PayloadRequest } from 'payload'
import type { Read } from './situation'
import { deskRows } from '#translation/desk-rows'
import type { CurrentUnit, Handed, Merge, Outgoing } from '#translation/files/handed'
import { unitIds } from '#translation/files/handed'
import { compile } from '#translation/glossary'
import type { DeskRow, SegmentChange, TranslationDesk } from '#translation/view'
import type { Conflict } from '#translation/work'
import { NewsroomError } from '#newsroom'
import { wordsOf, type ArticleDoc, type BasedOn } from './snapshot'
import { translating } from './translating'

type Unit = { readonly id: string; readonly row: DeskRow & { readonly source: NonNullable<DeskRow['source']> } }

/** Each source segment that is not left out, under an id that survives moves. */
export const unitsOf = ({ rows }: Pick<TranslationDesk, 'rows'>): readonly Unit[] => {
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
    target: textOf(row),
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
    currentTarget: textOf(row),
  })),
})

const textOf = ({ text }: DeskRow): string | null => (text === '' ? null : text)

/** What the units held in the save that a file was made from; null: the file names none, or it is no more. */
export const textsAt = async (
  req: PayloadRequest,
  { id, language }: ArticleDoc,
  rev: number | null,
  now: BasedOn,
): Promise<ReadonlyMap<string, string | null> | null> => {
  if (rev === null) return null
  const { docs } = await req.payload.db.findVersions({
    collection: 'articles',
    where: { and: [{ parent: { equals: id } }, { 'version.rev': { equals: rev } }] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    req,
  })
  const version = (docs as unknown as readonly { readonly version: ArticleDoc }[])[0]?.version
  if (!version) return null
  const then = { ...version, language }
  const rows = deskRows(translating(then, await wordsOf(req, then), now).rows, {
    pair: { from: now.language, to: language },
    matcher: compile([], now.language),
    day: '',
    who: (person) => ({ id: person, name: person }),
  })
  return new Map(unitsOf({ rows }).map(({ id: unit, row }) => [unit, textOf(row)]))
}

/** What a file and somebody here both changed, as the desk tells of two people in one segment. */
export const overtaken = (desk: TranslationDesk, units: Merge['overtaken']): readonly Conflict[] => {
  const rows = new Map(unitsOf(desk).map(({ id, row }) => [id, row]))
  const changes = changesOf(desk, units)
  return units.map(({ id }, index) => ({
    change: changes[index] as SegmentChange,
    theirs: rows.get(id)?.text ?? '',
    by: rows.get(id)?.by?.id ?? null,
  }))
}

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
