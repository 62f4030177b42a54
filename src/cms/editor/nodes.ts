/** The nodes of `newsroomEditor` as a table: their attributes and where each may stand. What is not here is refused. */
import { LIMITS, safeHref, type Mark } from '#richtext'

export type Attribute = (value: unknown) => boolean
export type NodeKind = {
  readonly attributes: Readonly<Record<string, Attribute>>
  readonly required: readonly string[]
  readonly children: ReadonlySet<string> | null
}
export type Json = Record<string, unknown>

export const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const oneOf =
  (...values: readonly unknown[]): Attribute =>
  (value) =>
    values.includes(value)
const whole =
  (from: number, to: number): Attribute =>
  (value) =>
    Number.isInteger(value) && (value as number) >= from && (value as number) <= to
const size: Attribute = (value) => typeof value === 'number' && value >= 0 && value <= 10_000
const text =
  (longest: number): Attribute =>
  (value) =>
    typeof value === 'string' && value.length <= longest
const visible =
  (longest: number): Attribute =>
  (value) =>
    typeof value === 'string' && value.length <= longest && value.trim() !== '' && !/[\n\t]/.test(value)
const optional =
  (attribute: Attribute): Attribute =>
  (value) =>
    value === undefined || value === null || attribute(value)
const id = optional((value) => typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value))
const listOf =
  (attribute: Attribute, longest: number): Attribute =>
  (value) =>
    Array.isArray(value) && value.length <= longest && value.every(attribute)
const shape =
  (attributes: Readonly<Record<string, Attribute>>): Attribute =>
  (value) =>
    isRecord(value) &&
    Object.keys(value).every((key) => Object.hasOwn(attributes, key)) &&
    Object.entries(attributes).every(([key, check]) => check(value[key]))

const ALIGNMENT = oneOf('', 'left', 'start', 'center', 'right', 'end', 'justify')
export const FORMAT_BITS: Readonly<Record<Mark, number>> = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  subscript: 32,
  superscript: 64,
}
export const ALL_FORMATS = Object.values(FORMAT_BITS).reduce((all, bit) => all | bit, 0)
const format: Attribute = (value) => whole(0, 2047)(value) && ((value as number) & ~ALL_FORMATS) === 0

const NODE = { version: optional(whole(1, 9)) }
const ELEMENT = {
  ...NODE,
  direction: optional(oneOf('ltr', 'rtl')),
  format: optional(ALIGNMENT),
  indent: optional(whole(0, 12)),
  // What the next letter will look like; a style would colour the desk, not the text.
  textFormat: optional(format),
  textStyle: optional(oneOf('')),
}
const TEXT = {
  ...NODE,
  detail: optional(whole(0, 3)),
  format: optional(format),
  mode: optional(oneOf('normal', 'token', 'segmented')),
  style: optional(oneOf('')),
}

const BLOCKS = new Set(['paragraph', 'heading', 'list', 'quote', 'table', 'upload', 'horizontalrule'])
const INLINE = new Set(['text', 'linebreak', 'tab', 'link', 'ruby'])
export const ROOT_ONLY = new Set(['root'])

/** Every node of `newsroomEditor`, as its own JSON has it. */
export const NODES: ReadonlyMap<string, NodeKind> = new Map(
  Object.entries({
    root: { attributes: ELEMENT, required: [], children: BLOCKS },
    paragraph: { attributes: ELEMENT, required: [], children: INLINE },
    heading: { attributes: { ...ELEMENT, tag: oneOf('h2', 'h3', 'h4') }, required: ['tag'], children: INLINE },
    quote: { attributes: ELEMENT, required: [], children: new Set([...INLINE, 'paragraph']) },
    list: {
      attributes: {
        ...ELEMENT,
        listType: oneOf('bullet', 'number'),
        start: optional(whole(0, 100_000)),
        tag: optional(oneOf('ul', 'ol')),
      },
      required: ['listType'],
      children: new Set(['listitem']),
    },
    listitem: {
      attributes: { ...ELEMENT, value: optional(whole(0, 200_000)), checked: optional(oneOf(false)) },
      required: [],
      children: new Set([...INLINE, 'list']),
    },
    table: {
      attributes: {
        ...ELEMENT,
        colWidths: optional(listOf(size, 200)),
        rowStriping: optional(oneOf(true, false)),
        frozenColumnCount: optional(whole(0, 200)),
        frozenRowCount: optional(whole(0, 200)),
      },
      required: [],
      children: new Set(['tablerow']),
    },
    tablerow: { attributes: { ...ELEMENT, height: optional(size) }, required: [], children: new Set(['tablecell']) },
    tablecell: {
      attributes: {
        ...ELEMENT,
        headerState: optional(whole(0, 3)),
        colSpan: optional(whole(1, 50)),
        rowSpan: optional(whole(1, 500)),
        width: optional(size),
        backgroundColor: optional(oneOf('')),
        verticalAlign: optional(oneOf('top', 'middle', 'bottom')),
      },
      required: [],
      children: BLOCKS,
    },
    link: {
      attributes: {
        ...ELEMENT,
        id,
        fields: shape({
          linkType: optional(oneOf('custom')),
          newTab: optional(oneOf(true, false)),
          doc: optional(() => false),
          url: (url) => safeHref(url) !== null,
        }),
      },
      required: ['fields'],
      children: new Set(['text', 'linebreak', 'tab', 'ruby']),
    },
    upload: {
      attributes: {
        ...NODE,
        format: optional(ALIGNMENT),
        id,
        relationTo: oneOf('media'),
        value: (value) =>
          whole(1, Number.MAX_SAFE_INTEGER)(value) || (typeof value === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(value)),
        fields: optional(shape({ alt: optional(text(1000)), caption: optional(text(5000)) })),
      },
      required: ['relationTo', 'value'],
      children: null,
    },
    horizontalrule: { attributes: NODE, required: [], children: null },
    text: { attributes: { ...TEXT, text: text(LIMITS.bytes) }, required: ['text'], children: null },
    tab: { attributes: { ...TEXT, text: optional(oneOf('\t')) }, required: [], children: null },
    linebreak: { attributes: NODE, required: [], children: null },
    ruby: { attributes: { ...NODE, base: visible(200), reading: visible(200) }, required: ['base', 'reading'], children: null },
  } satisfies Record<string, NodeKind>),
)

/** For a refusal: where a link wanted to lead. */
export const hrefOf = (fields: unknown): string =>
  isRecord(fields) && typeof fields.url === 'string' ? fields.url.slice(0, 200) : ''
