/** TMX 1.4b (LISA OSCAR, 2005), out and in: what a memory knows. */
import { cleanText } from '#text/normalise'
import type { Language } from '#newsroom'
import { closeCode, codeNumber, openCode, singleCode, partsOf } from './codes'
import { tooLarge } from './fault'
import { languageOf } from './language'
import { childOf, childrenOf, readXml, textOf, xmlAttributes, XML_DECLARATION, xmlText } from './xml'
import type { XmlElement } from './xml'

/** `source` and `target` are coded texts; `props` are facts of ours or of another tool (item, seq, people). */
export type TmxUnit = {
  readonly from: Language
  readonly to: Language
  readonly source: string
  readonly target: string
  readonly props: Readonly<Record<string, string>>
}

export const TMX_MOST_UNITS = 100_000

/** Piece by piece, so that a memory of any size can be streamed. `text.invalid` for control characters. */
export function* writeTmx(units: Iterable<TmxUnit>): Generator<string, void, undefined> {
  const header = xmlAttributes({
    creationtool: 'TTDN Newsroom',
    creationtoolversion: '1',
    segtype: 'block',
    'o-tmf': 'ttdn-newsroom',
    adminlang: 'en',
    srclang: '*all*',
    datatype: 'plaintext',
  })
  yield `${XML_DECLARATION}<tmx version="1.4">\n<header${header}/>\n<body>\n`
  for (const { from, to, source, target, props } of units) {
    yield [
      `<tu${xmlAttributes({ srclang: from })}>`,
      ...Object.entries(props).map(([type, value]) => `<prop${xmlAttributes({ type: `x-${type}` })}>${xmlText(value)}</prop>`),
      variant(from, source),
      variant(to, target),
      '</tu>\n',
    ].join('')
  }
  yield '</body>\n</tmx>\n'
}

const variant = (language: Language, coded: string): string =>
  `<tuv${xmlAttributes({ 'xml:lang': language })}><seg>${inline(coded)}</seg></tuv>`

const inline = (coded: string): string => {
  // `i` binds the halves of a pair within one segment, `x` the same code in both languages.
  const open: number[] = []
  let pairs = 0
  return partsOf(coded)
    .map((part) => {
      if (part.kind === 'words') return xmlText(part.words)
      if (part.kind === 'single') return `<ph x="${part.id}"/>`
      if (!part.paired) return `<it pos="${part.kind === 'open' ? 'begin' : 'end'}" x="${part.id}"/>`
      if (part.kind === 'close') return `<ept i="${open.pop() ?? 0}"/>`
      open.push(++pairs)
      return `<bpt i="${pairs}" x="${part.id}"/>`
    })
    .join('')
}

/**
 * All pairs of our languages, of a unit in three languages its source with each other. `skipped` counts units in other languages
 * or without words. A DOCTYPE that names tmx is let in unread, as OmegaT and Trados write it.
 */
export const readTmx = (input: string | Uint8Array): { readonly units: readonly TmxUnit[]; readonly skipped: number } => {
  const units: TmxUnit[] = []
  let [skipped, headerLanguage] = [0, undefined as string | undefined]
  for (const { kind, element } of readXml(input, { parts: ['tu'], doctype: 'tmx', expected: 'TMX 1.4', isRoot })) {
    if (element.name === 'header') headerLanguage = element.attributes.get('srclang')
    if (kind !== 'part') continue
    const found = pairsOf(element, headerLanguage)
    if (found.length === 0) skipped++
    units.push(...found)
    if (units.length > TMX_MOST_UNITS) tooLarge('units', TMX_MOST_UNITS)
  }
  return { units, skipped }
}

const isRoot = ({ name, attributes }: XmlElement): boolean => name === 'tmx' && (attributes.get('version') ?? '').startsWith('1.')

const pairsOf = (tu: XmlElement, headerLanguage: string | undefined): readonly TmxUnit[] => {
  const variants = childrenOf(tu, 'tuv').flatMap((tuv) => {
    const language = languageOf(tuv.attributes.get('xml:lang') ?? tuv.attributes.get('lang'))
    const seg = childOf(tuv, 'seg')
    const text = language && seg ? cleanText(codedText(seg), language) : ''
    return language && text.trim() !== '' ? [{ language, text }] : []
  })
  const wanted = languageOf(tu.attributes.get('srclang') ?? headerLanguage)
  const source = variants.find(({ language }) => language === wanted) ?? variants[0]
  if (!source) return []
  const props = Object.fromEntries(
    childrenOf(tu, 'prop').map((prop) => [
      (prop.attributes.get('type') ?? '').replace(/^x-/u, ''),
      cleanText(textOf(prop), null),
    ]),
  )
  return variants
    .filter(({ language }) => language !== source.language)
    .map(({ language, text }) => ({ from: source.language, to: language, source: source.text, target: text, props }))
}

/** What stands inside the codes of another tool is its markup, not words; `hi` encloses words. */
const codedText = (seg: XmlElement): string => {
  const inUse = new Set(all(seg).map((element) => codeNumber(element.attributes.get('x') ?? element.attributes.get('i')) ?? 0))
  let next = 0
  const free = () => {
    do next++
    while (inUse.has(next))
    return next
  }
  const pairs = new Map<string, number>()
  const read = (node: XmlElement): string =>
    node.children
      .map((child) => {
        if (typeof child === 'string') return child
        const i = child.attributes.get('i') ?? ''
        const number = () => codeNumber(child.attributes.get('x')) ?? codeNumber(i) ?? free()
        switch (child.name) {
          case 'hi':
            return read(child)
          case 'bpt': {
            const id = number()
            pairs.set(i, id)
            return openCode(id)
          }
          case 'ept':
            return closeCode(pairs.get(i) ?? number())
          case 'it':
            return child.attributes.get('pos') === 'end' ? closeCode(number()) : openCode(number())
          default:
            return singleCode(number())
        }
      })
      .join('')
  return read(seg)
}

const all = (element: XmlElement): readonly XmlElement[] =>
  element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...all(child)]))
