/** File names as people give them, made safe for every file system, header and page. */
import { cleanLine } from './normalise'
import { stripLatinMarks } from './search'

export const FILE_NAME_BYTES = 120
const LONGEST_READ = 1024

/**
 * The name alone (no folders), NFC, in its own script, ≤ 120 bytes of UTF-8 with the extension kept in lower
 * case; never hidden, never a device name of Windows, never empty. Idempotent.
 */
export function safeFileName(name: string, fallback = 'file'): string {
  const { stem, extension } = split(cleanLine(name.slice(-LONGEST_READ), null))
  return assemble(stem, extension, fallback)
}

/** The same for receivers that know ASCII only: `Đà Lạt mùa hoa.jpg` → `Da-Lat-mua-hoa.jpg`; kanji → the fallback. */
export function asciiFileName(name: string, fallback = 'file'): string {
  const { stem, extension } = split(safeFileName(name, fallback))
  const ascii = stripLatinMarks(stem.normalize('NFKC'))
    .replace(/[^A-Za-z0-9._()-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  return assemble(/[A-Za-z0-9]/.test(ascii) ? ascii : '', extension, fallback)
}

/** Value of the header (RFC 6266): an ASCII name for old clients, the real one for the others (RFC 8187). */
export function contentDisposition(name: string, type: 'attachment' | 'inline' = 'attachment'): string {
  const real = safeFileName(name)
  const ascii = asciiFileName(name)
  const plain = `${type}; filename="${ascii}"`
  return ascii === real ? plain : `${plain}; filename*=UTF-8''${encodeRfc8187(real)}`
}

function split(name: string): { stem: string; extension: string } {
  const last = name.split(/[/\\]/).findLast((part) => /[^.\s]/.test(part)) ?? ''
  const base = last.replace(/[<>:"|?*%;]+/g, '-').replace(/^[-.\s]+|[.\s]+$/g, '')
  const dot = base.lastIndexOf('.')
  const extension = dot > 0 ? base.slice(dot) : ''
  // Without an extension a dot would become one when the name is cut.
  if (!/^\.[A-Za-z0-9]{1,10}$/.test(extension)) return { stem: base.replaceAll('.', '-'), extension: '' }
  return { stem: base.slice(0, dot).replace(/[.\s]+$/, ''), extension: extension.toLowerCase() }
}

function assemble(stem: string, extension: string, fallback: string): string {
  const short = firstBytes(stem, FILE_NAME_BYTES - extension.length - 1).replace(/[.\s]+$/, '')
  const named = short || fallback
  // Windows takes these for devices whatever the extension, superscript digits included.
  const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i.test(named)
  return `${device ? '_' : ''}${named}${extension}`
}

function firstBytes(text: string, bytes: number): string {
  let kept = ''
  let used = 0
  for (const { segment } of GRAPHEMES.segment(text)) {
    used += UTF8.encode(segment).length
    if (used > bytes) break
    kept += segment
  }
  return kept
}

const encodeRfc8187 = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' })
const UTF8 = new TextEncoder()
