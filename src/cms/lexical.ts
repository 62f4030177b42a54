/** The door between the editor's tree and the newsroom: what may be stored, in which form. */
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { refuse, type Language } from '#newsroom'
import { LIMITS } from '#richtext'
import { cleanText } from '#text/normalise'
import { mediaId } from './editor/convert'
import { ALL_FORMATS, hrefOf, isRecord, NODES, ROOT_ONLY, type Json, type NodeKind } from './editor/nodes'

export { emptyTree, fromRichText, toRichText, type MediaInUse } from './editor/convert'

/** The door for every write of a text: limits, cleaning, then the allow-list. Returns the tree to store. */
export function admitTree(state: unknown, language: Language | null): SerializedEditorState {
  checkLimits(state)
  const cleaned = cleanTree(state as SerializedEditorState, language)
  validateTree(cleaned)
  return cleaned
}

/**
 * Refuses every tree that our editor could not have made: node kinds, where each may stand, attributes, links
 * (`text.link`), depth, number and size. Payload stores whatever it is sent. Without recursion: depth is the sender's choice.
 */
export function validateTree(state: unknown): asserts state is SerializedEditorState {
  if (!isRecord(state) || !isRecord(state.root) || Object.keys(state).length > 1) refuse('text.invalid', { path: 'root' })
  const size = { nodes: 0, characters: 0 }
  const open: Place[] = [{ node: (state as { root: unknown }).root, above: null, index: 0, depth: 0, allowed: ROOT_ONLY }]
  for (let place = open.pop(); place; place = open.pop()) {
    const { kind, children } = validateNode(place, size)
    if (!kind.children) continue
    // First to last, so that the first bad node is the one that is named.
    for (let index = children.length - 1; index >= 0; index--) {
      open.push({ node: children[index], above: place, index, depth: place.depth + 1, allowed: kind.children })
    }
  }
  if (Buffer.byteLength(JSON.stringify(state)) > LIMITS.bytes) refuse('text.tooLarge', { limit: LIMITS.bytes })
}

/**
 * Every text of the tree in its one form (`cleanText`), and off what an editor did not mean: inline styles and
 * colours from a paste, marks and heading levels that we do not have. Unknown nodes pass, to be refused by name.
 */
export function cleanTree(state: SerializedEditorState, language: Language | null): SerializedEditorState {
  if (!isRecord(state) || !isRecord(state.root)) return state
  const holder: { root: unknown } = { root: undefined }
  const open: { from: unknown; put: (cleaned: unknown) => void }[] = [
    { from: state.root, put: (cleaned) => (holder.root = cleaned) },
  ]
  for (let next = open.pop(); next; next = open.pop()) {
    const { from, put } = next
    const node = isRecord(from) ? cleanNode(from, language) : from
    put(node)
    if (!isRecord(node) || !Array.isArray(node.children)) continue
    const children: unknown[] = (node.children as unknown[]).flatMap(withoutUnfinished)
    node.children = children
    children.forEach((child, index) => open.push({ from: child, put: (cleaned) => (children[index] = cleaned) }))
  }
  return { ...state, root: holder.root } as SerializedEditorState
}

/** Ids of the media that a tree shows, in order: to be loaded before `toRichText`. */
export function mediaIdsOf(state: SerializedEditorState): readonly string[] {
  const ids: string[] = []
  const open: unknown[] = [state.root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isRecord(node)) continue
    if (node.type === 'upload') ids.push(mediaId(node.value))
    if (Array.isArray(node.children)) open.push(...(node.children as unknown[]).toReversed())
  }
  return [...new Set(ids)]
}

type Place = {
  readonly node: unknown
  readonly above: Place | null
  readonly index: number
  readonly depth: number
  readonly allowed: ReadonlySet<string>
}

function validateNode(
  place: Place,
  size: { nodes: number; characters: number },
): { kind: NodeKind; children: readonly unknown[] } {
  const { node, depth, allowed } = place
  if (depth > LIMITS.depth) refuse('text.tooDeep', { path: pathOf(place), limit: LIMITS.depth })
  const type = isRecord(node) && typeof node.type === 'string' ? node.type : ''
  const kind = allowed.has(type) ? NODES.get(type) : undefined
  if (!isRecord(node) || !kind) return refuse('text.invalid', { path: pathOf(place), node: type.slice(0, 40) })
  for (const key of new Set([...Object.keys(node), ...kind.required])) {
    if (key === 'type' || (key === 'children' && kind.children)) continue
    const check = Object.hasOwn(kind.attributes, key) ? kind.attributes[key] : undefined
    const value = node[key]
    if (typeof value === 'string' && (size.characters += value.length) > LIMITS.bytes)
      refuse('text.tooLarge', { limit: LIMITS.bytes })
    if (check?.(value)) continue
    if (type === 'link' && key === 'fields') refuse('text.link', { path: pathOf(place), href: hrefOf(value) })
    refuse('text.invalid', { path: pathOf(place), node: type, attribute: key.slice(0, 40) })
  }
  const children = kind.children ? node.children : []
  if (!Array.isArray(children)) return refuse('text.invalid', { path: pathOf(place), node: type, attribute: 'children' })
  if ((size.nodes += children.length) > LIMITS.nodes) refuse('text.tooMany', { path: pathOf(place), limit: LIMITS.nodes })
  return { kind, children: children as readonly unknown[] }
}

/** Depth, number and size alone: cheap, and safe on whatever was sent. */
export function checkLimits(state: unknown): void {
  const open: Place[] = [{ node: isRecord(state) ? state.root : null, above: null, index: 0, depth: 0, allowed: ROOT_ONLY }]
  let nodes = 0
  let characters = 0
  for (let place = open.pop(); place; place = open.pop()) {
    if (place.depth > LIMITS.depth) refuse('text.tooDeep', { path: pathOf(place), limit: LIMITS.depth })
    const { node } = place
    if (!isRecord(node)) continue
    if (typeof node.text === 'string' && (characters += node.text.length) > LIMITS.bytes)
      refuse('text.tooLarge', { limit: LIMITS.bytes })
    if (!Array.isArray(node.children)) continue
    const children = node.children as readonly unknown[]
    if ((nodes += children.length) > LIMITS.nodes) refuse('text.tooMany', { path: pathOf(place), limit: LIMITS.nodes })
    for (let index = children.length - 1; index >= 0; index--) {
      open.push({ node: children[index], above: place, index, depth: place.depth + 1, allowed: ROOT_ONLY })
    }
  }
}

function pathOf(place: Place): string {
  const steps: string[] = []
  for (let at: Place | null = place; at; at = at.above) steps.push(at.above ? `children[${at.index}]` : 'root')
  return steps.reverse().join('.')
}

function cleanNode(node: Json, language: Language | null): Json {
  const cleaned: Json = { ...node }
  const line = (value: unknown) => (typeof value === 'string' ? cleanText(value, language).replace(/[\n\t]+/g, ' ') : value)
  const block = (value: unknown) => (typeof value === 'string' ? cleanText(value, language) : value)
  if (typeof node.textStyle === 'string') cleaned.textStyle = ''
  if (typeof node.textFormat === 'number') cleaned.textFormat = node.textFormat & ALL_FORMATS
  switch (node.type) {
    case 'text':
    case 'tab':
      if (typeof node.style === 'string') cleaned.style = ''
      if (typeof node.format === 'number') cleaned.format = node.format & ALL_FORMATS
      if (node.type === 'text') cleaned.text = block(node.text)
      break
    case 'ruby':
      cleaned.base = line(node.base)
      cleaned.reading = line(node.reading)
      break
    case 'heading':
      cleaned.tag = { h1: 'h2', h5: 'h4', h6: 'h4' }[String(node.tag)] ?? node.tag
      break
    case 'tablecell':
      if (typeof node.backgroundColor === 'string') cleaned.backgroundColor = null
      break
    case 'link':
      // Words are NFC; an address is bytes, and its bytes are the outlet's.
      if (isRecord(node.fields) && typeof node.fields.url === 'string')
        cleaned.fields = { ...node.fields, url: addressOf(node.fields.url.trim()) }
      break
    case 'upload':
      if (isRecord(node.fields)) {
        const { alt, caption } = node.fields
        cleaned.fields = {
          ...node.fields,
          ...('alt' in node.fields && { alt: line(alt) }),
          ...('caption' in node.fields && { caption: block(caption) }),
        }
      }
      break
  }
  return cleaned
}

/** What people write for an address. */
const addressOf = (typed: string): string => (/^www\.[^\s:@]+$/i.test(typed) ? `https://${typed}` : typed)

/** A link that was begun and left without an address: its words stay. */
const withoutUnfinished = (child: unknown): readonly unknown[] =>
  isRecord(child) &&
  child.type === 'link' &&
  Array.isArray(child.children) &&
  /^\s*(?:https?:\/\/)?\s*$/.test(hrefOf(child.fields))
    ? (child.children as unknown[])
    : [child]
