/** A text as a book may hold it. */
import { safeHref, type Block, type Inline, type RichText } from '#richtext'

/**
 * Links as RFC 3986 writes them, none inside another. A path of our own site leads nowhere from a book: its words are left,
 * unless `publicUrl` says where the site is.
 */
export const forBook = (body: RichText, publicUrl: string | null): RichText => body.map((block) => blockFor(block, publicUrl))

const blockFor = (block: Block, publicUrl: string | null): Block => {
  const inside = (children: readonly Inline[]) => children.flatMap((child) => inlineFor(child, publicUrl))
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { ...block, children: inside(block.children) }
    case 'list':
      return {
        ...block,
        items: block.items.map(({ children, nested }) => ({ children: inside(children), nested: forBook(nested, publicUrl) })),
      }
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, children: forBook(cell.children, publicUrl) }))),
      }
    default:
      return block
  }
}

const inlineFor = (inline: Inline, publicUrl: string | null): readonly Inline[] => {
  if (inline.kind !== 'link') return [inline]
  const children = inline.children.flatMap(unlinked)
  const href = addressFor(inline.href, publicUrl)
  return href === null ? children : [{ ...inline, href, children }]
}

const unlinked = (inline: Inline): readonly Inline[] => (inline.kind === 'link' ? inline.children.flatMap(unlinked) : [inline])

const addressFor = (address: string, publicUrl: string | null): string | null => {
  const href = safeHref(address)
  if (href === null) return null
  if (!href.startsWith('/')) return written(href)
  return publicUrl === null ? null : written(`${publicUrl}${href}`)
}

/** What a browser forgives in an address a checker of books does not: other signs per cent, one fragment, brackets in the host only. */
const written = (address: string): string => {
  const url = /^https?:/i.test(address) ? new URL(address).href : address
  const [, host = '', path = '', fragment] = /^([a-z]+:(?:\/\/[^/?#]*)?)([^#]*)(?:#(.*))?$/is.exec(url) ?? []
  return `${host}${quoted(path)}${fragment === undefined ? '' : `#${quoted(fragment)}`}`
}

const quoted = (part: string): string =>
  part.replace(/%(?![0-9a-f]{2})|[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]/giu, (sign) => encodeURIComponent(sign))
