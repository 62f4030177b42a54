import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { NewsroomError } from '#newsroom'
import { cleanText } from '#text/normalise'
import { unitIds } from '#translation/files/handed'
import type { Language } from '#newsroom'
import type { Outgoing } from '#translation/files/handed'
import type { TermRow } from '#translation/files/terms-table'
import type { Code, Segment, SegmentState } from '#translation/segment'

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export const segment = (text: string, codes: readonly Code[] = [], kind: Segment['kind'] = 'paragraph'): Segment => ({
  path: 'body.0',
  kind,
  text,
  plain: text.replace(/⟦[^⟧]*⟧/gu, ''),
  codes,
  digest: digestOf(text),
})

const bold: Code = { id: 1, form: 'pair', node: { kind: 'marks', marks: ['bold'] } }
const link: Code = { id: 2, form: 'pair', node: { kind: 'link', href: 'https://example.org/?a=1&b=2' } }
const ruby: Code = { id: 3, form: 'single', node: { kind: 'ruby', base: '漢字', reading: 'かんじ' } }
const lineBreak: Code = { id: 4, form: 'single', node: { kind: 'break' } }

export const TITLE = segment('Đà Lạt đón khách “Nhật” & Hàn < 2026', [], 'title')
export const CODED = segment('Tỉnh ⟦1⟧đón ⟦2⟧khách⟦/2⟧⟦/1⟧ tại ⟦3/⟧⟦4/⟧Đà Lạt', [bold, link, ruby, lineBreak])
const [titleId = '', codedId = ''] = unitIds([TITLE.digest, CODED.digest])

export const OUTGOING: Outgoing = {
  item: '01JZX3M5K8W9QG7T2B4C6D8E0F',
  title: 'Đà Lạt đón khách',
  from: 'vi',
  to: 'ja',
  source: { seq: 12, rev: 7, digest: digestOf('source') },
  targetRev: 3,
  units: [
    { id: titleId, source: TITLE, target: null, state: 'empty', notes: ['Đà Lạt: ダラット', '≤ 40'], maxLength: 40 },
    {
      id: codedId,
      source: CODED,
      target: '省は⟦4/⟧ダラットで⟦2⟧客⟦1⟧を⟦/1⟧⟦/2⟧⟦3/⟧迎える',
      state: 'translated',
      notes: [],
      maxLength: null,
    },
  ],
}

export const TERM: TermRow = {
  forms: { vi: 'quần đảo Hoàng Sa', en: 'Hoang Sa archipelago', ja: 'ホアンサ諸島' },
  forbidden: { vi: ['Tây Sa', 'Xisha'], en: [], ja: ['西沙諸島'] },
  reading: 'ホアンサしょとう',
  kind: 'sovereignty',
  note: 'never without "archipelago";\nsee the note of 2026',
  validFrom: '2025-07-01',
  validTo: null,
  status: 'approved',
}

/** What a refusal says, for whole comparison. */
export const refusalOf = (
  run: () => unknown,
): { readonly code: string; readonly facts: Readonly<Record<string, unknown>> } | null => {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof NewsroomError) return { code: error.code, facts: error.facts }
    throw error
  }
}

const WORDS = [
  'Đà Lạt',
  'quý III',
  '33.000 tỷ đồng',
  'hoà bình',
  'ダラット',
  '第3四半期',
  '漢字',
  '｜漢字《かんじ》',
  '葛\u{E0100}',
  '👩‍💻',
  'VND 33 trillion',
  'it’s',
  ' ',
  '  ',
  '<b>',
  '&amp;',
  ']]>',
  '"',
  "'",
  '\\⟦',
  '\\\\',
  '|',
  ';',
  '=1+1',
  '\u00A0',
  '\n',
  '\t',
  'ư',
  'Ậ',
]

/** Words as the desk keeps them, some of them awkward for XML. */
const words = (language: Language) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((some) => cleanText(some.join(''), language))

/** Coded text: nested, crossing, repeated and lone codes. */
export const codedText = (language: Language) =>
  fc
    .array(
      fc.oneof(
        words(language),
        fc
          .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('⟦#⟧', '⟦/#⟧', '⟦#/⟧'))
          .map(([id, form]) => form.replace('#', String(id))),
        fc.tuple(fc.integer({ min: 1, max: 9 }), words(language)).map(([id, inner]) => `⟦${id}⟧${inner}⟦/${id}⟧`),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => cleanText(parts.join(''), language))
    .filter((text) => text.trim() !== '')

const STATES: readonly SegmentState[] = ['memory', 'machine', 'draft', 'translated', 'revised', 'stale']

export const outgoing: fc.Arbitrary<Outgoing> = fc
  .constantFrom<readonly [Language, Language]>(['vi', 'en'], ['vi', 'ja'], ['en', 'ja'], ['ja', 'vi'])
  .chain(([from, to]) =>
    fc.record({
      item: fc.constant(OUTGOING.item),
      title: words(from),
      from: fc.constant(from),
      to: fc.constant(to),
      source: fc.record({ seq: fc.option(fc.nat()), rev: fc.nat(), digest: fc.constant(digestOf('any')) }),
      targetRev: fc.nat(),
      units: fc
        .array(fc.tuple(codedText(from), fc.option(codedText(to)), fc.constantFrom(...STATES)), { maxLength: 5 })
        .map((units) => {
          const ids = unitIds(units.map(([source]) => digestOf(source)))
          return units.map(([source, target, state], index) => ({
            id: ids[index] ?? '',
            source: segment(source),
            target,
            state: target === null ? ('empty' as const) : state,
            notes: [],
            maxLength: null,
          }))
        }),
    }),
  )
