import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadTerms, readCsv } from '#sample/terms'
import type { Term } from '#translation/segment'
import { planImport, readTermTable, rowFromTerm, termFromRow } from '#translation/term-import'
import type { TermRow } from '#translation/term-import'

const row = (line: number, cells: TermRow['cells']): TermRow => ({ line, cells })
const term = (id: string, vi: string, changes: Partial<Term> = {}): Term => ({
  id,
  forms: { vi, en: '', ja: '' },
  forbidden: { vi: [], en: [], ja: [] },
  reading: '',
  kind: '',
  note: '',
  validFrom: null,
  validTo: null,
  status: 'approved',
  ...changes,
})
const refusals = (existing: readonly Term[], ...rows: readonly TermRow[]) =>
  planImport(existing, rows).refuse.map(({ line, code, facts }) => [line, code, facts])

describe('a table of terms', () => {
  it('is rows by the names of its head; empty lines say nothing', () =>
    expect(
      readTermTable([
        { line: 1, cells: ['vi', ' EN ', 'forbidden_en'] },
        { line: 2, cells: ['Biển Đông', 'East Sea', 'South China Sea|South Sea'] },
        { line: 4, cells: ['', ' '] },
        { line: 5, cells: ['xã'] },
      ]),
    ).toEqual({
      rows: [
        row(2, { vi: 'Biển Đông', en: 'East Sea', forbidden_en: 'South China Sea|South Sea' }),
        row(5, { vi: 'xã', en: '', forbidden_en: '' }),
      ],
      refuse: [],
    }))
  it('is refused by its head, or line by line', () => {
    expect(readTermTable([{ line: 1, cells: ['en', 'en', 'fr'] }])).toEqual({
      rows: [],
      refuse: [
        { line: 1, code: 'columnMissing', facts: { column: 'vi' } },
        { line: 1, code: 'columnTwice', facts: { column: 'en' } },
        { line: 1, code: 'columnUnknown', facts: { column: 'fr' } },
      ],
    })
    expect(
      readTermTable([
        { line: 1, cells: ['vi'] },
        { line: 3, cells: ['biển', 'đảo'] },
      ]),
    ).toEqual({
      rows: [],
      refuse: [{ line: 3, code: 'cellBeyondColumns', facts: { column: 2 } }],
    })
  })
})

describe('a dry run', () => {
  const commune = term('1', 'xã', { forms: { vi: 'xã', en: 'commune', ja: '村' } })
  it('says what is new, what changes in what, and what stays', () => {
    const plan = planImport(
      [commune, term('2', 'Hoà Bình')],
      [
        row(2, { vi: 'xã', en: 'commune', ja: '村', forbidden_en: 'village' }),
        row(3, { vi: 'Hòa Bình', en: '' }),
        row(4, { vi: ' phường ', en: 'ward', valid_from: '2025-07-01' }),
      ],
    )
    expect(plan).toEqual({
      add: [
        {
          line: 4,
          term: {
            forms: { vi: 'phường', en: 'ward', ja: '' },
            forbidden: { vi: [], en: [], ja: [] },
            reading: '',
            kind: '',
            note: '',
            validFrom: '2025-07-01',
            validTo: null,
            status: 'proposed',
          },
        },
      ],
      change: [
        { line: 2, was: commune, now: { ...commune, forbidden: { vi: [], en: ['village'], ja: [] } }, differs: ['forbidden.en'] },
        { line: 3, was: term('2', 'Hoà Bình'), now: term('2', 'Hòa Bình'), differs: ['vi'] },
      ],
      same: [],
      refuse: [],
    })
  })
  it('leaves what the table has no column for, and empties what has an empty cell', () =>
    expect(planImport([commune], [row(2, { vi: 'xã', ja: '' })]).change).toEqual([
      { line: 2, was: commune, now: { ...commune, forms: { vi: 'xã', en: 'commune', ja: '' } }, differs: ['ja'] },
    ]))
  it('knows the same form in another period as another term', () => {
    const old = term('1', 'huyện', { validTo: '2025-06-30' })
    const { add, change, refuse } = planImport([old], [row(2, { vi: 'huyện', valid_from: '2025-07-01', valid_to: '' })])
    expect([add.length, change.length, refuse.length]).toEqual([1, 0, 0])
  })
  it('ends a term and begins its successor from one table', () => {
    const open = term('1', 'Sở Thông tin')
    const { add, change } = planImport(
      [open],
      [
        row(2, { vi: 'Sở Thông tin', valid_from: '', valid_to: '2025-02-28' }),
        row(3, { vi: 'Sở Thông tin', valid_from: '2025-03-01', valid_to: '' }),
      ],
    )
    expect([add.map(({ line }) => line), change.map(({ line, differs }) => [line, differs])]).toEqual([[3], [[2, ['validTo']]]])
  })
  it('renames a term by its id', () =>
    expect(
      planImport([commune], [row(2, { id: '1', vi: 'xã, đặc khu' })]).change.map(({ now, differs }) => [now.forms.vi, differs]),
    ).toEqual([['xã, đặc khu', ['vi']]]))
  it('refuses with the line and the reason', () =>
    expect(
      refusals(
        [commune, term('2', 'ấp'), term('3', 'ấp')],
        row(2, { vi: ' ', en: 'sea' }),
        row(3, { vi: 'Biển Đông', en: 'East Sea', forbidden_en: 'South Sea|EAST  SEA' }),
        row(4, { vi: 'huyện', valid_from: '2025-07-01', valid_to: '2025-06-30' }),
        row(5, { vi: 'thôn', valid_to: '2025-06-31' }),
        row(6, { vi: 'bản', status: 'maybe' }),
        row(7, { vi: 'Lâm Ä‘ồng' }),
        row(8, { vi: 'Nh\uFFFDt Bản' }),
        row(9, { vi: 'chè', reading: '茶' }),
        row(10, { vi: 'xã' }),
        row(11, { vi: 'XÃ' }),
        row(12, { id: '9', vi: 'đảo' }),
        row(13, { vi: 'ấp' }),
        row(14, { id: '1', vi: 'làng' }),
        row(15, { vi: 'x'.repeat(301) }),
      ),
    ).toEqual([
      [2, 'formMissing', { column: 'vi' }],
      [3, 'formBothPreferredAndForbidden', { language: 'en', form: 'EAST SEA' }],
      [4, 'validityReversed', { from: '2025-07-01', to: '2025-06-30' }],
      [5, 'dateInvalid', { column: 'valid_to', value: '2025-06-31' }],
      [6, 'statusUnknown', { status: 'maybe' }],
      [7, 'encodingDamaged', { column: 'vi' }],
      [8, 'encodingDamaged', { column: 'vi' }],
      [9, 'readingNotKana', { reading: '茶' }],
      [11, 'duplicateLine', { of: 10 }],
      [12, 'idUnknown', { id: '9' }],
      [13, 'ambiguous', { terms: '2, 3' }],
      [14, 'duplicateLine', { of: 10 }],
      [15, 'formTooLong', { language: 'vi', most: 300 }],
    ]))
  it('refuses a preferred form that the term itself forbids, though the table has no column for that', () =>
    expect(
      refusals(
        [term('1', 'biển', { forbidden: { vi: [], en: ['South Sea'], ja: [] } })],
        row(2, { vi: 'biển', en: 'South Sea' }),
      ),
    ).toEqual([[2, 'formBothPreferredAndForbidden', { language: 'en', form: 'South Sea' }]]))
})

describe('the glossary of the newsroom', () => {
  const csv = (rows: readonly (readonly string[])[]) => readTermTable(rows.map((cells, index) => ({ line: index + 1, cells })))
  const terms = loadTerms().map(({ vi, en, ja, ...rest }, index): Term => ({
    id: `${index}`,
    forms: { vi, en, ja },
    reading: '',
    ...rest,
  }))
  it('comes back unchanged from a table of its own', () => {
    const plan = planImport(
      terms,
      terms.map((one, index) => row(index + 2, rowFromTerm(one))),
    )
    expect([plan.same.length, plan.add.length, plan.change.length, plan.refuse.length]).toEqual([331, 0, 0, 0])
  })
  it('is read from its committed file without a refusal', () => {
    const { rows, refuse } = csv(readCsv(readFileSync(new URL('../../src/sample/glossary.csv', import.meta.url), 'utf8')))
    const plan = planImport(terms, rows)
    expect([refuse, plan.refuse, plan.add, plan.change, plan.same.length]).toEqual([[], [], [], [], 331])
  })
})

describe('any row', () => {
  it('is a term or is refused, and a term comes back as itself', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('', 'xã', '2025-07-01', 'approved', 'かな'),
    )
    fc.assert(
      fc.property(
        fc.record({ vi: cell, en: cell, ja: cell, reading: cell, valid_from: cell, forbidden_en: cell, status: cell }),
        (cells) => {
          const made = termFromRow(row(2, cells))
          if ('refuse' in made) return void expect(made.refuse.length).toBeGreaterThan(0)
          const known: Term = { id: '1', ...made }
          expect(planImport([known], [row(2, rowFromTerm(known))]).same).toEqual([{ line: 2, term: known }])
        },
      ),
    )
  })
})
