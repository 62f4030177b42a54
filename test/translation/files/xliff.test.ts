import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { readXliff, writeXliff } from '#translation/files/xliff'
import { OUTGOING, outgoing, refusalOf, segment } from './samples'
import type { Outgoing } from '#translation/files/handed'

const handedOf = ({ item, from, to, source, targetRev, units }: Outgoing) => ({
  item,
  from,
  to,
  source,
  targetRev,
  units: units.map((unit) => ({ id: unit.id, source: unit.source.text, target: unit.target, state: unit.state })),
})

const one = (changes: Partial<Outgoing['units'][number]>): Outgoing => ({
  ...OUTGOING,
  units: [{ ...OUTGOING.units[0]!, ...changes }],
})

/** The text of our sample as another tool hands it back. */
const returned = (target: string, file = ''): string =>
  writeXliff(one({})).replace('<file ', `<file ${file}`).replace('</source>', `</source>${target}`)
const readTarget = (target: string) => {
  const { target: text, state } = readXliff(returned(target)).units[0]!
  return { text, state }
}

describe('a text handed out as XLIFF', () => {
  it('says what it is, in which version, and shows codes, notes and limits where tools look for them', () =>
    expect(writeXliff(OUTGOING)).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="01JZX3M5K8W9QG7T2B4C6D8E0F" source-language="vi" target-language="ja" datatype="plaintext" tool-id="ttdn-newsroom" product-name="Đà Lạt đón khách" product-version="12.7" build-num="${OUTGOING.source.digest}">
<header>
<phase-group><phase phase-name="translation" process-name="translation" job-id="3"/></phase-group>
<tool tool-id="ttdn-newsroom" tool-name="TTĐN Newsroom"/>
</header>
<body>
<trans-unit id="${OUTGOING.units[0]!.id}" xml:space="preserve" restype="x-title" maxwidth="40" size-unit="char">
<source xml:lang="vi">Đà Lạt đón khách “Nhật” &amp; Hàn &lt; 2026</source>
<note from="newsroom" annotates="target">Đà Lạt: ダラット</note>
<note from="newsroom" annotates="target">≤ 40</note>
</trans-unit>
<trans-unit id="${OUTGOING.units[1]!.id}" xml:space="preserve" restype="x-paragraph">
<source xml:lang="vi">Tỉnh <g id="1" ctype="bold">đón <g id="2" ctype="link">khách</g></g> tại <x id="3" ctype="x-ruby" equiv-text="漢字（かんじ）"/><x id="4" ctype="lb"/>Đà Lạt</source>
<target xml:lang="ja" state="translated">省は<x id="4" ctype="lb"/>ダラットで<g id="2" ctype="link">客<g id="1" ctype="bold">を</g></g><x id="3" ctype="x-ruby" equiv-text="漢字（かんじ）"/>迎える</target>
</trans-unit>
</body>
</file>
</xliff>
`,
    ))

  it('comes back as it went', () => expect(readXliff(writeXliff(OUTGOING))).toEqual(handedOf(OUTGOING)))

  it('loses nothing in any language, whatever its codes', () =>
    fc.assert(
      fc.property(outgoing, (file) => {
        expect(readXliff(new TextEncoder().encode(writeXliff(file)))).toEqual(handedOf(file))
      }),
    ))

  it('keeps to the content model of the strict schema, whatever its codes', () =>
    fc.assert(
      fc.property(outgoing, (file) => {
        expect(strictFaults(writeXliff(file))).toEqual([])
      }),
      { numRuns: 50 },
    ))

  it('writes halves that cross or stand alone as such', () => {
    const crossing = one({ target: '⟦1⟧a⟦2⟧b⟦/1⟧c⟦/2⟧⟦/9⟧', state: 'draft' })
    expect(writeXliff(crossing)).toContain(
      '<g id="1">a<it id="2" pos="open"/>b</g>c<it id="2" pos="close"/><it id="9" pos="close"/></target>',
    )
    expect(readXliff(writeXliff(crossing)).units[0]?.target).toBe('⟦1⟧a⟦2⟧b⟦/1⟧c⟦/2⟧⟦/9⟧')
  })

  it('is never deeper than its own door lets in', () => {
    const deep = Array.from({ length: 100 }, (_, at) => at + 1)
    const text = `${deep.map((id) => `⟦${id}⟧`).join('')}x${[...deep]
      .reverse()
      .map((id) => `⟦/${id}⟧`)
      .join('')}`
    expect(readXliff(writeXliff(one({ source: segment(text) }))).units[0]?.source).toBe(text)
  })

  it.each(['\u0000', '\u0008', '\u001f', '\ufffe', '\ud800'])('is refused with %j in it', (sign) =>
    expect(refusalOf(() => writeXliff(one({ target: `a${sign}`, state: 'draft' })))).toEqual({
      code: 'text.invalid',
      facts: { why: 'control' },
    }),
  )
})

describe('a file that another tool hands back', () => {
  it('may be cut into sentences', () =>
    expect(
      readTarget('<target><mrk mtype="seg" mid="1">こんにちは。</mrk> <mrk mtype="seg" mid="2">また。</mrk></target>'),
    ).toEqual({ text: 'こんにちは。 また。', state: 'translated' }))
  it('may have its codes in any of the standard’s elements', () =>
    expect(
      readTarget(
        '<target><bpt id="1" rid="7">&lt;b&gt;</bpt>a<ept id="9" rid="7">&lt;/b&gt;</ept><bx id="2"/>b<ex id="2"/><ph id="3"/><it id="4" pos="open">x</it></target>',
      ).text,
    ).toBe('⟦1⟧a⟦/1⟧⟦2⟧b⟦/2⟧⟦3/⟧⟦4⟧'))
  it('keeps suggestions of another memory out of the target', () =>
    expect(readTarget('<alt-trans><target>not this</target></alt-trans>').text).toBe(null))
  it('says nothing with an empty target', () =>
    expect(readTarget('<target state="new"/>')).toEqual({ text: null, state: 'empty' }))
  it('is in NFC and without invisible characters', () =>
    expect(readTarget(`<target>${'Hòa'.normalize('NFD')}\u200B&#x202E;</target>`).text).toBe('Hòa'))
  it.each([
    ['', 'translated'],
    ['state="translated"', 'translated'],
    ['state="final"', 'revised'],
    ['state="signed-off"', 'revised'],
    ['state="new"', 'draft'],
    ['state="needs-translation"', 'draft'],
    ['state="needs-review-l10n"', 'stale'],
    ['state="needs-review-translation" state-qualifier="mt-suggestion"', 'machine'],
    ['state="x-own"', 'stale'],
  ])('with %s is %s', (attributes, state) => expect(readTarget(`<target ${attributes}>あ</target>`).state).toBe(state))
  it('may name its languages with a region', () =>
    expect(readXliff(writeXliff(OUTGOING).replace('"vi"', '"vi-VN"').replace('"ja"', '"ja-JP"'))).toEqual(handedOf(OUTGOING)))
  it('has the version of a source that was not released', () =>
    expect(readXliff(writeXliff({ ...OUTGOING, source: { ...OUTGOING.source, seq: null } })).source.seq).toBe(null))
})

describe('what is no text of ours', () => {
  const ours = writeXliff(OUTGOING)
  const type = { code: 'file.type', facts: { expected: 'XLIFF 1.2' } }
  it.each([
    ['XLIFF 2', ours.replace('version="1.2"', 'version="2.0"')],
    ['another vocabulary', ours.replace(':1.2"', ':2.0"')],
    ['a web page', '<html><body/></html>'],
    ['words', 'Đà Lạt'],
    ['nothing', ''],
    ['two texts in one', ours.replace('</file>', '</file><file original="x"><body/></file>')],
    ['no text at all', ours.replace(/<file[^]*<\/file>/u, '')],
    ['no version of the source', ours.replace(/ build-num="[^"]*"/u, '')],
    ['a strange version', ours.replace('12.7', '12')],
    ['no target language', ours.replace(' target-language="ja"', '')],
    ['a language that is not ours', ours.replace('target-language="ja"', 'target-language="fr"')],
  ])('is refused: %s', (_, text) => expect(refusalOf(() => readXliff(text))).toEqual(type))

  it.each([
    ['a code that is no number', '<target><x id="a1"/></target>', 'code', 10],
    ['a code without id', '<target><g>x</g></target>', 'code', 10],
    ['markup of others', '<target><b>x</b></target>', 'element', 10],
  ])('is refused with its place: %s', (_, target, why) => {
    const refusal = refusalOf(() => readXliff(returned(`\n${target}`)))
    expect(refusal).toMatchObject({ code: 'file.broken', facts: { why, line: 11 } })
    expect(refusal?.facts['place']).toBe(`11:${String(refusal?.facts['column'])}`)
  })
})

/** Children in order, and attributes (`!` = required), of what we write: from xliff-core-1.2-strict.xsd. */
const TEXT = /^((#|g|x|it) )*$/u
const STRICT: Readonly<Record<string, { readonly children: RegExp; readonly attributes: string }>> = {
  xliff: { children: /^(file )+$/u, attributes: 'version!' },
  file: {
    children: /^(header )?body $/u,
    attributes:
      'original! source-language! datatype! tool-id date xml:space category target-language product-name product-version build-num',
  },
  header: { children: /^(phase-group )?((note|tool) )*$/u, attributes: '' },
  'phase-group': { children: /^(phase )+$/u, attributes: '' },
  phase: { children: /^(note )*$/u, attributes: 'phase-name! process-name! job-id tool-id date' },
  tool: { children: /^$/u, attributes: 'tool-id! tool-name! tool-version tool-company' },
  body: { children: /^((group|trans-unit) )*$/u, attributes: '' },
  'trans-unit': { children: /^source (target )?(note )*$/u, attributes: 'id! xml:space restype maxwidth size-unit' },
  source: { children: TEXT, attributes: 'xml:lang' },
  target: { children: TEXT, attributes: 'xml:lang state state-qualifier' },
  note: { children: /^(# )?$/u, attributes: 'xml:lang priority from annotates' },
  g: { children: TEXT, attributes: 'id! ctype equiv-text' },
  x: { children: /^$/u, attributes: 'id! ctype equiv-text' },
  it: { children: /^(# )?$/u, attributes: 'id! pos! rid ctype' },
}

const strictFaults = (text: string): readonly string[] => {
  const faults: string[] = []
  const open: { name: string; children: string }[] = []
  const ids = new Set<string>()
  const parser = new SaxesParser()
  const addText = (words: string) => {
    const parent = open.at(-1)
    if (parent && (words.trim() !== '' || STRICT[parent.name]?.children === TEXT)) parent.children += '# '
  }
  parser.on('text', addText)
  parser.on('opentag', ({ name, attributes }) => {
    const allowed = (STRICT[name]?.attributes ?? '').split(' ')
    const [given, plain] = [Object.keys(attributes).filter((key) => key !== 'xmlns'), allowed.map((key) => key.replace('!', ''))]
    faults.push(...given.filter((key) => !plain.includes(key)).map((key) => `${name} ${key}`))
    faults.push(...allowed.filter((key) => key.endsWith('!') && !given.includes(key.slice(0, -1))).map((key) => `${name} ${key}`))
    const id = attributes['id']
    if (name === 'trans-unit' && id !== undefined && ids.size === ids.add(id).size) faults.push(`twice ${id}`)
    const parent = open.at(-1)
    if (parent) parent.children += `${name} `
    open.push({ name, children: '' })
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed && !STRICT[closed.name]?.children.test(closed.children)) faults.push(`${closed.name}: ${closed.children}`)
  })
  parser.write(text).close()
  return faults
}
