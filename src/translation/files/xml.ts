/**
 * The one door for XML. No document type definition, no entity but the five of XML itself and character references, nothing
 * fetched; depth, size and counts are bounded while reading. Runs in the browser too.
 */
import { SaxesParser } from 'saxes'
import { refuse } from '#newsroom'
import { broken, tooLarge, wrongType } from './fault'

/** `bytes` of the file; `part*` within one part that is kept as a tree. */
export const XML_LIMITS = {
  bytes: 20 * 1024 * 1024,
  depth: 64,
  elements: 500_000,
  attributes: 64,
  partElements: 20_000,
  partCharacters: 1_000_000,
} as const

export type XmlNode = XmlElement | string
export type XmlElement = {
  /** Without prefix. */
  readonly name: string
  readonly namespace: string
  /** By name as written, prefix included (`xml:lang`, `r:id`). */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  readonly line: number
  readonly column: number
}

/** `open`: an element around the parts, without its children. `part`: a whole tree. */
export type XmlEvent = { readonly kind: 'open' | 'part'; readonly element: XmlElement }

type Options = {
  /** What the file should be, for `file.type`, and whether its root says so. */
  readonly expected: string
  readonly isRoot: (root: XmlElement) => boolean
  /** Names of the elements wanted whole, the outermost of them. */
  readonly parts: readonly string[]
  /** The only name that a DOCTYPE may have; such a one is skipped and never read, one with declarations is refused. */
  readonly doctype?: string
  /** The file in a package, named in refusals. */
  readonly part?: string
}

/** Elements in document order; refuses with `file.broken` (line, column) or `file.tooLarge`, possibly after the first parts. */
export function* readXml(input: string | Uint8Array, options: Options): Generator<XmlEvent, void, undefined> {
  const within = options.part === undefined ? {} : { part: options.part }
  const text = decode(input, within)
  const start = prologueEnd(text)
  if (text.charAt(start) !== '<') wrongType(options.expected)
  refuseDoctype(text, start, options, within)

  const events: XmlEvent[] = []
  const stack: { readonly element: XmlElement; readonly children: XmlNode[] }[] = []
  // Depth at which the part under way began; 0 = none.
  let partDepth = 0
  let [depth, elements, partElements, partCharacters, attributes] = [0, 0, 0, 0, 0]

  const parser = new SaxesParser({ xmlns: true, position: true, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  const place = () => ({ line: parser.line, column: parser.column + 1, ...within })
  const addText = (words: string) => {
    if (partDepth === 0) return
    partCharacters += words.length
    if (partCharacters > XML_LIMITS.partCharacters) tooLarge('characters', XML_LIMITS.partCharacters)
    stack.at(-1)?.children.push(words)
  }
  parser.on('error', () => broken('xml', place()))
  parser.on('attribute', () => {
    if (++attributes > XML_LIMITS.attributes) broken('attributes', place())
  })
  parser.on('opentagstart', () => {
    attributes = 0
    if (++depth > XML_LIMITS.depth) broken('depth', place())
    if (++elements > XML_LIMITS.elements) tooLarge('elements', XML_LIMITS.elements)
  })
  parser.on('opentag', (tag) => {
    const children: XmlNode[] = []
    const element: XmlElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes: new Map(Object.values(tag.attributes).map(({ name, value }) => [name, value])),
      children,
      line: parser.line,
      column: parser.column + 1,
    }
    if (depth === 1 && !options.isRoot(element)) wrongType(options.expected)
    if (partDepth === 0) {
      if (!options.parts.includes(tag.local)) return void events.push({ kind: 'open', element })
      ;[partDepth, partElements, partCharacters] = [depth, 0, 0]
    }
    if (++partElements > XML_LIMITS.partElements) tooLarge('elements', XML_LIMITS.partElements)
    stack.at(-1)?.children.push(element)
    stack.push({ element, children })
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = partDepth > 0 ? stack.pop() : undefined
    if (closed && depth === partDepth) {
      events.push({ kind: 'part', element: closed.element })
      partDepth = 0
    }
    depth--
  })

  for (let at = 0; at < text.length; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK))
    yield* events.splice(0)
  }
  parser.close()
  yield* events.splice(0)
}

const CHUNK = 64 * 1024

const NOWHERE = { line: 1, column: 1 } as const

/** UTF-8, or UTF-16 with its mark, and the declaration must not say otherwise. */
const decode = (input: string | Uint8Array, within: { readonly part?: string }): string => {
  if (input.length > XML_LIMITS.bytes) tooLarge('bytes', XML_LIMITS.bytes)
  if (typeof input === 'string') {
    // Halves of a pair would swallow the sign behind them; bytes cannot hold any.
    if (/\p{Surrogate}/u.test(input)) broken('encoding', { ...NOWHERE, ...within })
    return input.replace(/^\uFEFF/u, '')
  }
  const wide = input[0] === 0xff && input[1] === 0xfe ? 'utf-16le' : input[0] === 0xfe && input[1] === 0xff ? 'utf-16be' : null
  const text = decoded(input, wide ?? 'utf-8') ?? broken('encoding', { ...NOWHERE, ...within })
  const declared = /^<\?xml[^>]{0,100}?encoding\s*=\s*["']([^"']{0,40})["']/u.exec(text)?.[1]?.toLowerCase()
  const expected = wide ? ['utf-16', wide] : ['utf-8', 'utf8', 'us-ascii', 'ascii']
  if (declared !== undefined && !expected.includes(declared)) broken('encoding', { ...NOWHERE, ...within })
  return text
}

/** The text, without its byte order mark, or null where the bytes are not of that encoding. */
export const decoded = (bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

// TMX of many tools names the DTD of its standard: that name is harmless, declarations are not.
const NAME_ONLY =
  /<!DOCTYPE\s+([\w:.-]{1,40})(?:\s+(?:SYSTEM|PUBLIC\s+(?:"[^"<>]{0,200}"|'[^'<>]{0,200}'))\s+(?:"[^"<>]{0,200}"|'[^'<>]{0,200}'))?\s*>/y

const refuseDoctype = (text: string, at: number, { doctype }: Options, within: { readonly part?: string }): void => {
  if (!text.startsWith('<!DOCTYPE', at)) return
  NAME_ONLY.lastIndex = at
  const name = NAME_ONLY.exec(text)?.[1]
  if (name !== undefined && name === doctype) return
  const before = text.slice(0, at).split('\n')
  broken('doctype', { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, ...within })
}

/** Where white space, comments and processing instructions before the document end. */
const prologueEnd = (text: string): number => {
  for (let at = 0; ;) {
    while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null
    if (end === null) return at
    const found = text.indexOf(end, at + 2)
    if (found < 0) return text.length
    at = found + end.length
  }
}

/** Direct children of that name. */
export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name)

export const childOf = (element: XmlElement, name: string): XmlElement | undefined => childrenOf(element, name)[0]

/** All words inside, in order. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')

// XML 1.0, production 2: everything else cannot stand in a document, not even as a reference.
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const escaped = (text: string, signs: RegExp): string =>
  NOT_XML.test(text) ? refuse('text.invalid', { why: 'control' }) : text.replace(signs, (sign) => ESCAPES[sign] ?? sign)

/** Words between tags; control characters are refused with `text.invalid`. */
export const xmlText = (text: string): string => escaped(text, /[&<>\r]/gu)

/** ` name="value"`, nothing for a value that is null. */
export const xmlAttributes = (values: Readonly<Record<string, string | number | null>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escaped(String(value), /[&<>"\t\n\r]/gu)}"`)
    .join('')

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
