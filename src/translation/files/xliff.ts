/**
 * XLIFF 1.2 strict (OASIS, 2008), out and in.
 *
 * Inline codes are `<g>` and `<x/>`: the pair that every tool of the XLIFF TC's survey of 2012 took (OmegaT, Trados, memoQ,
 * Okapi), whereas memoQ fails on native codes (`bpt`, `ph`) that hold no markup of their own. What comes back may have any of them.
 * Strict allows no attributes of ours, so the version of the source stands in `product-version` (`seq.rev`) and `build-num` (digest).
 */
import { cleanText } from '#text/normalise'
import type { Language } from '#newsroom'
import { closeCode, codeNumber, openCode, singleCode, partsOf } from './codes'
import { broken, wrongType } from './fault'
import { languageOf } from './language'
import { childOf, readXml, xmlAttributes, XML_DECLARATION, xmlText } from './xml'
import { version } from './handed'
import type { Incoming, IncomingUnit, Outgoing, OutgoingUnit } from './handed'
import type { XmlElement } from './xml'
import type { Code, SegmentState } from '../segment'

export const XLIFF_NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2'
const TOOL = 'ttdn-newsroom'
const PHASE = 'translation'

/** XLIFF state and where the words come from. */
const STATES: Readonly<Record<SegmentState, { readonly state: string; readonly qualifier: string | null }>> = {
  empty: { state: 'new', qualifier: null },
  memory: { state: 'needs-review-translation', qualifier: 'tm-suggestion' },
  machine: { state: 'needs-review-translation', qualifier: 'mt-suggestion' },
  draft: { state: 'needs-translation', qualifier: null },
  translated: { state: 'translated', qualifier: null },
  revised: { state: 'signed-off', qualifier: null },
  stale: { state: 'needs-review-translation', qualifier: null },
}

/** One file for one text and target language; empty targets are left out. `text.invalid` for control characters. */
export const writeXliff = (file: Outgoing): string =>
  [
    `${XML_DECLARATION}<xliff version="1.2" xmlns="${XLIFF_NAMESPACE}">`,
    `<file${xmlAttributes({
      original: file.item,
      'source-language': file.from,
      'target-language': file.to,
      datatype: 'plaintext',
      'tool-id': TOOL,
      'product-name': file.title,
      'product-version': `${file.source.seq ?? '-'}.${file.source.rev}`,
      'build-num': file.source.digest,
    })}>`,
    '<header>',
    `<phase-group><phase${xmlAttributes({ 'phase-name': PHASE, 'process-name': PHASE, 'job-id': file.targetRev })}/></phase-group>`,
    `<tool${xmlAttributes({ 'tool-id': TOOL, 'tool-name': 'TTĐN Newsroom' })}/>`,
    '</header>',
    '<body>',
    ...file.units.map((unit) => writeUnit(unit, file.from, file.to)),
    '</body>',
    '</file>',
    '</xliff>',
    '',
  ].join('\n')

const writeUnit = (unit: OutgoingUnit, from: Language, to: Language): string => {
  const { state, qualifier } = STATES[unit.state]
  return [
    `<trans-unit${xmlAttributes({
      id: unit.id,
      'xml:space': 'preserve',
      restype: `x-${unit.source.kind}`,
      ...(unit.maxLength === null ? {} : { maxwidth: unit.maxLength, 'size-unit': 'char' }),
    })}>`,
    `<source${xmlAttributes({ 'xml:lang': from })}>${inline(unit.source.text, unit.source.codes)}</source>`,
    ...(unit.target
      ? [
          `<target${xmlAttributes({ 'xml:lang': to, state, 'state-qualifier': qualifier })}>${inline(unit.target, unit.source.codes)}</target>`,
        ]
      : []),
    ...unit.notes.map((note) => `<note from="newsroom" annotates="target">${xmlText(note)}</note>`),
    '</trans-unit>',
  ].join('\n')
}

const inline = (coded: string, codes: readonly Code[]): string => {
  const about = new Map(codes.map((code) => [code.id, code]))
  return partsOf(coded)
    .map((part) => {
      if (part.kind === 'words') return xmlText(part.words)
      const code = about.get(part.id)
      if (part.kind === 'single') return `<x${xmlAttributes({ id: part.id, ...singleFacts(code) })}/>`
      // A half without its other half is what `it` is for.
      if (!part.paired) return `<it${xmlAttributes({ id: part.id, pos: part.kind })}/>`
      return part.kind === 'open' ? `<g${xmlAttributes({ id: part.id, ctype: pairType(code) })}>` : '</g>'
    })
    .join('')
}

const MARK_TYPES: Readonly<Record<string, string>> = { bold: 'bold', italic: 'italic', underline: 'underlined' }

const pairType = (code: Code | undefined): string | null => {
  if (code?.form !== 'pair') return null
  if (code.node.kind === 'link') return 'link'
  const [mark, ...others] = code.node.marks
  return mark === undefined ? null : others.length > 0 ? 'x-marks' : (MARK_TYPES[mark] ?? `x-${mark}`)
}

// The words of a ruby, so that a tool can show them.
const singleFacts = (code: Code | undefined): Readonly<Record<string, string>> => {
  if (code?.form !== 'single') return {}
  return code.node.kind === 'break'
    ? { ctype: 'lb' }
    : { ctype: 'x-ruby', 'equiv-text': `${code.node.base}（${code.node.reading}）` }
}

/** A file that came back. `file.type` when it is no XLIFF 1.2 that was written here for one text, `file.broken` with line and column, `file.tooLarge`. */
export const readXliff = (input: string | Uint8Array): Incoming => {
  let file: Omit<Incoming, 'units' | 'targetRev'> | null = null
  let targetRev: number | null = null
  const units: IncomingUnit[] = []
  const options = { parts: ['trans-unit', 'phase'], expected: EXPECTED, isRoot }
  for (const { kind, element } of readXml(input, options)) {
    if (element.namespace !== XLIFF_NAMESPACE) continue
    if (element.name === 'file') file = file ? wrongType(EXPECTED) : fileFacts(element)
    if (kind !== 'part' || !file) continue
    if (element.name === 'trans-unit') units.push(readUnit(element, file.from, file.to))
    else if (element.attributes.get('phase-name') === PHASE) targetRev = count(element.attributes.get('job-id'))
  }
  return { ...(file ?? wrongType(EXPECTED)), targetRev, units }
}

const EXPECTED = 'XLIFF 1.2'

const isRoot = ({ name, namespace, attributes }: XmlElement): boolean =>
  name === 'xliff' && namespace === XLIFF_NAMESPACE && attributes.get('version') === '1.2'

const fileFacts = ({ attributes }: XmlElement): Omit<Incoming, 'units' | 'targetRev'> => {
  const [from, to] = [languageOf(attributes.get('source-language')), languageOf(attributes.get('target-language'))]
  const source = version(attributes.get('product-version'), attributes.get('build-num'))
  const item = attributes.get('original')
  return from && to && source && item ? { item, from, to, source } : wrongType(EXPECTED)
}

const count = (text: string | undefined): number | null => (text && /^\d{1,15}$/u.test(text) ? Number(text) : null)

const readUnit = (unit: XmlElement, from: Language, to: Language): IncomingUnit => {
  const [id, source, target] = [unit.attributes.get('id'), childOf(unit, 'source'), childOf(unit, 'target')]
  if (!id || !source) return broken('element', unit)
  const words = target ? cleanText(codedText(target), to) : ''
  return {
    id,
    source: cleanText(codedText(source), from),
    target: words === '' ? null : words,
    state: words === '' ? 'empty' : stateOf(target?.attributes),
  }
}

// `final` is as far as others go, `signed-off` as far as we write; a tool that says nothing has translated.
const stateOf = (attributes: ReadonlyMap<string, string> | undefined): SegmentState => {
  const [state, qualifier] = [attributes?.get('state'), attributes?.get('state-qualifier') ?? null]
  switch (state) {
    case 'final':
    case 'signed-off':
      return 'revised'
    case 'new':
    case 'needs-translation':
      return 'draft'
    case undefined:
    case 'translated':
      return 'translated'
    default:
      return qualifier === 'tm-suggestion' ? 'memory' : qualifier === 'mt-suggestion' ? 'machine' : 'stale'
  }
}

/** Coded text of a source or target: segmentation marks are seen through, every kind of code becomes ours again. */
const codedText = (element: XmlElement): string => {
  const halves = new Map<string, number>()
  const read = (node: XmlElement): string =>
    node.children
      .map((child) => {
        if (typeof child === 'string') return child
        if (child.name === 'mrk') return read(child)
        const id = () => codeNumber(child.attributes.get('id')) ?? broken('code', child)
        // Both halves share `rid`; without it, `id`.
        const rid = child.attributes.get('rid') ?? child.attributes.get('id') ?? ''
        switch (child.name) {
          case 'g': {
            const number = id()
            return `${openCode(number)}${read(child)}${closeCode(number)}`
          }
          case 'x':
          case 'ph':
            return singleCode(id())
          case 'bx':
          case 'bpt': {
            const number = id()
            halves.set(rid, number)
            return openCode(number)
          }
          case 'ex':
          case 'ept':
            return closeCode(halves.get(rid) ?? id())
          case 'it':
            return child.attributes.get('pos') === 'close' ? closeCode(id()) : openCode(id())
          default:
            return broken('element', child)
        }
      })
      .join('')
  return read(element)
}
