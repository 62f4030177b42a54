/** Cues of every shape for properties, and short ways to write a few. */
import fc from 'fast-check'
import type { Cue, CueList } from '#video/cue'

/** `start` and `end` in seconds; lines apart by `/`. */
export const cue = (id: string, start: number, end: number, words: string, more: Partial<Cue> = {}): Cue => ({
  id,
  start: Math.round(start * 1000),
  end: Math.round(end * 1000),
  lines: words === '' ? [] : words.split('/'),
  speaker: null,
  position: 'bottom',
  ...more,
})

const PIECES = [
  'Lâm Đồng',
  'Đà Lạt',
  'hoa & cà phê',
  'a < b',
  '-->',
  '<i>',
  '</v>',
  '<script>alert(1)</script>',
  '&amp;',
  '&#123;',
  '{\\an8}',
  '{b}',
  '12',
  '33.000 tỷ đồng',
  'NOTE',
  'WEBVTT',
  '00:01.000 --> 00:02.000',
  '｜漢字《かんじ》',
  '《花》',
  '｜',
  'ダラット',
  'が',
  '👩🏽‍🌾',
  'WEBVTT',
  '\\N',
  '"',
  '2025年',
]
const anyLine = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 })
  .chain((pieces) => fc.constantFrom(pieces.join(' '), pieces.join('')))

const anyCue = fc.record({
  wait: fc.integer({ min: 0, max: 5_000 }),
  duration: fc.integer({ min: 1, max: 9_000 }),
  lines: fc.array(anyLine, { maxLength: 3 }),
  speaker: fc.constantFrom(null, null, 'Lan Anh', 'Bí thư <Tỉnh ủy> & khách', '田中さん'),
  position: fc.constantFrom('bottom' as const, 'bottom' as const, 'top' as const),
})

/** In order and without overlap, words as they come out of a file. */
export const anyCues: fc.Arbitrary<CueList> = fc.array(anyCue, { maxLength: 8 }).map((list) => {
  let at = 0
  return list.map(({ wait, duration, ...rest }, index) => {
    const start = at + wait
    at = start + duration
    return { id: `k${index}`, start, end: at, ...rest }
  })
})
