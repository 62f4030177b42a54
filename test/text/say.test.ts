import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language } from '#newsroom'
import { speaker } from '#text/say'

const sentence = 'Bài của {{name}}: {{missing}}.'
const table = {
  'move.held': 'Bài “{{title}}” đang được giữ ({{by}}: {{reason}}).',
  'time: noon': 'Trưa',
  list: sentence,
  seen: '{{count}} lần, {{lng}}, {{context}}',
  list_other: 'Số nhiều',
  seen_other: 'Số nhiều',
  odd: '{{constructor}}|{{__proto__}}|{{toString}}',
  twice: '{{name}}, {{name}}',
  own: '$t(time: noon) {{name}}',
}
type Word = keyof typeof table
const words: Record<Language, Partial<Record<Word, string>>> = { vi: table, en: { list: 'By {{name}}: {{missing}}.' }, ja: {} }
const say = speaker<Word>(words)
const showing = speaker<Word>(words, (place) => place)

describe('a sentence with facts', () => {
  it('is said in the language that is asked for, and in no other', () => {
    expect(say('vi', 'list', { name: 'Lan', missing: 'ảnh' })).toBe('Bài của Lan: ảnh.')
    expect(say('en', 'list', { name: 'Lan', missing: 'a picture' })).toBe('By Lan: a picture.')
    expect(say('ja', 'list', { name: 'Lan', missing: '写真' })).toBe('list')
  })

  it('is found under a key with full stops and colons', () => {
    expect(say('vi', 'move.held', { title: 'Cà phê', by: 'Hùng', reason: 'chờ' })).toBe('Bài “Cà phê” đang được giữ (Hùng: chờ).')
    expect(say('vi', 'time: noon')).toBe('Trưa')
  })

  it('takes numbers, lists and records', () => {
    expect(say('vi', 'list', { name: 0, missing: ['ảnh', 'chú thích', ['người chụp']] })).toBe(
      'Bài của 0: ảnh, chú thích, người chụp.',
    )
    expect(say('vi', 'list', { name: false, missing: { field: 'title' } })).toBe('Bài của false: {"field":"title"}.')
    expect(say('vi', 'twice', { name: 'A' })).toBe('A, A')
  })

  it('leaves a place empty, or as it stands, where there is no fact', () => {
    expect(say('vi', 'list', { name: null })).toBe('Bài của : .')
    expect(showing('vi', 'list', { name: undefined, missing: '' })).toBe('Bài của {{name}}: .')
  })

  it('is chosen by its key alone: `count`, `lng` and `context` are facts like others', () => {
    expect(say('vi', 'seen', { count: 2, lng: 'en', context: 'x' })).toBe('2 lần, en, x')
    expect(say('vi', 'list', { count: 2, lng: 'en', defaultValue: 'x', ns: 'x', name: 'Lan', missing: '1' })).toBe(
      'Bài của Lan: 1.',
    )
  })
})

describe('a fact that looks like an order', () => {
  it.each([
    '{{missing}}',
    '{{- missing}}',
    '{{name}}',
    '$t(time: noon)',
    '$t(list, {"name": "x"})',
    '__proto__',
    '$& $1 $`',
    '<b>&amp;</b>',
    '}}{{',
    '{{',
  ])('stays text: %s', (fact) => {
    expect(say('vi', 'list', { name: fact, missing: 'ảnh' })).toBe(`Bài của ${fact}: ảnh.`)
    expect(say('vi', 'list', { name: 'Lan', missing: fact })).toBe(`Bài của Lan: ${fact}.`)
    expect(say('vi', 'twice', { name: fact })).toBe(`${fact}, ${fact}`)
  })

  it('stays text whatever it is', () => {
    const hostile = fc.array(fc.oneof(fc.constantFrom('{{', '}}', '-', 'missing', 'name', '$t(', ')', 'list', ' '), fc.string()))
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const [name, missing] = [one.join(''), two.join('')]
        expect(say('vi', 'list', { name, missing })).toBe(`Bài của ${name}: ${missing}.`)
      }),
    )
  })

  it('names nothing that the facts do not hold themselves', () => {
    expect(showing('vi', 'odd')).toBe('{{constructor}}|{{__proto__}}|{{toString}}')
    expect(say('vi', 'odd', JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, unknown>)).toBe('y|x|')
  })

  it('in a sentence of our own, `$t(…)` is text too', () => expect(say('vi', 'own', { name: 'Lan' })).toBe('$t(time: noon) Lan'))
})
