/**
 * The one door for ZIP (APPNOTE 6.3 without ZIP64): names, overlaps and declared sizes are judged before anything is unpacked,
 * real sizes and checksums while unpacking. Only what is asked for is unpacked; a ZIP inside a ZIP is never opened. Runs in the
 * browser too.
 */
import { Inflate, strToU8, zipSync } from 'fflate'
import { brokenAt, tooLarge, wrongType } from './fault'
import { decoded } from './xml'

/** `unpacked` bytes of all entries together; `ratio` unpacked to packed, of what is larger than `ratioFrom` bytes. */
export const ZIP_LIMITS = {
  bytes: 20 * 1024 * 1024,
  entries: 2_000,
  unpacked: 50 * 1024 * 1024,
  ratio: 100,
  ratioFrom: 1024 * 1024,
  name: 255,
} as const

export type Archive = {
  readonly names: ReadonlySet<string>
  /** The bytes of one entry, null when there is none; refuses with `file.broken` or `file.tooLarge`. */
  readonly read: (name: string) => Uint8Array | null
}

type Entry = {
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

/** Opens an archive; `expected` names the kind of file for `file.type`. */
export const openZip = (bytes: Uint8Array, expected: string): Archive => {
  if (bytes.length > ZIP_LIMITS.bytes) tooLarge('bytes', ZIP_LIMITS.bytes)
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) wrongType(expected)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { entries, start } = directory(bytes, view)
  const data = new Map(
    inOrder(entries).map((entry, index, all) => [entry.name, dataOf(bytes, view, entry, all[index + 1]?.offset ?? start)]),
  )
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    names: new Set(byName.keys()),
    read: (name) => {
      const [entry, packed] = [byName.get(name), data.get(name)]
      return entry && packed ? unpack(entry, packed) : null
    },
  }
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const ALL_32 = 0xffffffff

/** The central directory, which must end where the end record begins. */
const directory = (bytes: Uint8Array, view: DataView): { readonly entries: readonly Entry[]; readonly start: number } => {
  const end = endRecord(view)
  const [disk, count, start] = [
    view.getUint16(end + 4, true) + view.getUint16(end + 6, true),
    view.getUint16(end + 10, true),
    view.getUint32(end + 16, true),
  ]
  if (disk !== 0 || count !== view.getUint16(end + 8, true)) brokenAt('zip', 'directory')
  if (count > ZIP_LIMITS.entries) tooLarge('entries', ZIP_LIMITS.entries)
  const entries: Entry[] = []
  const names = new Set<string>()
  let [at, total] = [start, 0]
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) brokenAt('zip', 'directory')
    const length = view.getUint16(at + 28, true)
    const next = at + 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) brokenAt('zip', 'directory')
    const name = safeName(bytes.subarray(at + 46, at + 46 + length), index)
    if (view.getUint16(at + 8, true) & 1) brokenAt('encrypted', name)
    const isUnix = view.getUint8(at + 5) === 3
    if (isUnix && view.getUint32(at + 38, true) >>> 28 === 0xa) brokenAt('name', name)
    const folded = name.normalize('NFC').toLowerCase()
    if (names.has(folded)) brokenAt('name', name)
    names.add(folded)
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    if (packed === ALL_32 || unpacked === ALL_32) tooLarge('unpacked', ZIP_LIMITS.unpacked)
    total += unpacked
    if (total > ZIP_LIMITS.unpacked) tooLarge('unpacked', ZIP_LIMITS.unpacked)
    if (unpacked > ZIP_LIMITS.ratioFrom && unpacked > packed * ZIP_LIMITS.ratio) tooLarge('ratio', ZIP_LIMITS.ratio)
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed,
      unpacked,
      offset: view.getUint32(at + 42, true),
    })
    at = next
  }
  if (at !== end) brokenAt('zip', 'directory')
  return { entries, start }
}

/** The last record whose comment ends with the file. */
const endRecord = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at
  return brokenAt('zip', 'end')
}

/** A relative path with `/`, of visible characters, that stays where it is; folders end with `/`. */
const safeName = (bytes: Uint8Array, index: number): string => {
  const name = bytes.length > ZIP_LIMITS.name ? null : decoded(bytes, 'utf-8')
  const isSafe =
    name !== null &&
    name !== '' &&
    !/[\\:\p{Cc}\p{Cf}\uFFFD]|^\//u.test(name) &&
    name.split('/').every((step, at, steps) => step !== '..' && step !== '.' && (step !== '' || at === steps.length - 1))
  return isSafe ? name : brokenAt('name', `entry ${index + 1}`)
}

const inOrder = (entries: readonly Entry[]): readonly Entry[] => [...entries].sort((one, other) => one.offset - other.offset)

/** The packed bytes of an entry, which must end before the next entry begins. */
const dataOf = (bytes: Uint8Array, view: DataView, entry: Entry, next: number): Uint8Array => {
  const at = entry.offset
  if (at + 30 > next || view.getUint32(at, true) !== LOCAL) brokenAt('overlap', entry.name)
  const nameEnd = at + 30 + view.getUint16(at + 26, true)
  const start = nameEnd + view.getUint16(at + 28, true)
  if (start + entry.packed > next) brokenAt('overlap', entry.name)
  if (decoded(bytes.subarray(at + 30, nameEnd), 'utf-8') !== entry.name) brokenAt('name', entry.name)
  if (view.getUint16(at + 8, true) !== entry.method || view.getUint16(at + 6, true) & 1) brokenAt('zip', entry.name)
  return bytes.subarray(start, start + entry.packed)
}

const [STORED, DEFLATED] = [0, 8]
// Deflate makes at most 1,032 bytes of one: what a push can add is known.
const PUSH = 4 * 1024

const unpack = (entry: Entry, packed: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = []
  let size = 0
  const add = (part: Uint8Array) => {
    size += part.length
    // More than was declared is a lie, and what was declared has been judged.
    if (size > entry.unpacked) brokenAt('size', entry.name)
    parts.push(part)
  }
  if (entry.method === STORED) add(packed)
  else if (entry.method === DEFLATED) inflate(entry, packed, add)
  else brokenAt('method', entry.name)
  if (size !== entry.unpacked) brokenAt('zip', entry.name)
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return checksum(whole) === entry.checksum ? whole : brokenAt('checksum', entry.name)
}

const inflate = (entry: Entry, packed: Uint8Array, add: (part: Uint8Array) => void): void => {
  let refusal: unknown = null
  const stream = new Inflate((part) => {
    try {
      add(part)
    } catch (error) {
      refusal = error
      throw error
    }
  })
  try {
    for (let at = 0; at === 0 || at < packed.length; at += PUSH)
      stream.push(packed.subarray(at, at + PUSH), at + PUSH >= packed.length)
  } catch {
    if (refusal instanceof Error) throw refusal
    brokenAt('zip', entry.name)
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 (ISO 3309) as ZIP has it. */
const checksum = (bytes: Uint8Array): number => {
  let value = ALL_32
  for (let at = 0; at < bytes.length; at++) value = (TABLE[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ ALL_32) >>> 0
}

// The earliest that ZIP knows, as local time, which is what it writes: the same content is the same file.
const NO_TIME = new Date(1980, 0, 1)

/** Files by name, deflated; the same files make the same bytes. */
export const writeZip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level: 6, mtime: NO_TIME })
