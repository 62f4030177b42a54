/** The lines of the translation screen, from rows of the lineage. Pure. */
import { FIELD_LIMITS } from './checks/checks'
import { withOwn } from './codes'
import { findTerms, type Matcher } from './glossary'
import { pairsOf, type Row } from './lineage'
import type { LanguagePair, Segment, SegmentKind } from './segment'
import type { DeskRow, TermUse, Who } from './view'

const limits: Partial<Readonly<Record<SegmentKind, number>>> = FIELD_LIMITS

type Scene = {
  readonly pair: LanguagePair
  /** Of the source's language. */
  readonly matcher: Matcher
  /** Civil day that decides which terms are valid. */
  readonly day: string
  readonly who: (id: string) => Who
}

/** What was removed from the source and from the translation as well is no line. */
export const deskRows = (shown: readonly Row[], scene: Scene): readonly DeskRow[] => {
  const sources = new Map(pairsOf(shown).flatMap(({ source, target }) => (source && target ? [[target.path, source]] : [])))
  const idOfTarget = new Map(shown.flatMap((row) => (row.target ? [[row.target.path, rowId(row)]] : [])))
  return shown
    .filter(({ source, target, mergedInto }) => source !== null || target !== null || mergedInto !== null)
    .map((row): DeskRow => {
      const { source, was, change, target, mergedInto, kept, leftOut, state } = row
      const codes = (target && sources.get(target.path)?.codes) ?? source?.codes ?? []
      return {
        id: rowId(row),
        kind: (source ?? target ?? was)?.kind ?? 'paragraph',
        source,
        was: change === 'changed' || change === 'removed' ? was : null,
        change: change ?? 'unchanged',
        target,
        text: target === null || (state === 'empty' && kept?.state === 'empty') ? '' : target.text,
        codes: target ? withOwn(codes, target.codes) : codes,
        mergedInto: mergedInto === null ? null : (idOfTarget.get(mergedInto) ?? null),
        state,
        origin: kept?.origin ?? 'none',
        by: kept?.by ? scene.who(kept.by) : null,
        at: kept?.at ?? null,
        leftOut: leftOut ? { ...scene.who(leftOut.by), at: leftOut.at } : null,
        terms: source ? usesIn(source, scene) : [],
        limit: limits[(source ?? target)?.kind ?? 'paragraph'] ?? null,
      }
    })
}

export const rowId = ({ source, was, target }: Pick<Row, 'source' | 'was' | 'target'>): string =>
  source ? `s:${source.path}` : target ? `t:${target.path}` : `w:${was?.path ?? ''}`

const usesIn = ({ plain }: Segment, { pair, matcher, day }: Scene): readonly TermUse[] =>
  findTerms(plain, matcher, day).map(({ term, start, end }) => ({
    term: term.id,
    start,
    end,
    use: term.forms[pair.to],
    forbidden: term.forbidden[pair.to],
    note: term.note,
  }))
