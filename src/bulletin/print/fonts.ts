/** The fonts of the pages and the characters that they have. Only the weights that the template uses. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGES = 'node_modules/@expo-google-fonts'
const FILES = [
  ['noto-serif', '400Regular', 'NotoSerif_400Regular'],
  ['noto-serif', '400Regular_Italic', 'NotoSerif_400Regular_Italic'],
  ['noto-serif', '700Bold', 'NotoSerif_700Bold'],
  ['noto-serif', '700Bold_Italic', 'NotoSerif_700Bold_Italic'],
  ['be-vietnam-pro', '400Regular', 'BeVietnamPro_400Regular'],
  ['be-vietnam-pro', '400Regular_Italic', 'BeVietnamPro_400Regular_Italic'],
  ['be-vietnam-pro', '500Medium', 'BeVietnamPro_500Medium'],
  ['be-vietnam-pro', '600SemiBold', 'BeVietnamPro_600SemiBold'],
  ['be-vietnam-pro', '700Bold', 'BeVietnamPro_700Bold'],
  ['noto-serif-jp', '400Regular', 'NotoSerifJP_400Regular'],
  ['noto-serif-jp', '700Bold', 'NotoSerifJP_700Bold'],
  ['noto-sans-jp', '400Regular', 'NotoSansJP_400Regular'],
  ['noto-sans-jp', '500Medium', 'NotoSansJP_500Medium'],
  ['noto-sans-jp', '700Bold', 'NotoSansJP_700Bold'],
] as const

export const readFonts = (root: string): readonly Buffer[] =>
  FILES.map(([family, weight, file]) => readFileSync(join(root, PACKAGES, family, weight, `${file}.ttf`)))

/** The characters of a text that no font has, each once. `has`: of all fonts together. */
export const missingIn = (text: string, has: (code: number) => boolean): readonly string[] => [
  ...new Set([...text].filter((sign) => !INVISIBLE.test(sign) && !has(sign.codePointAt(0)!))),
]
// Needs no glyph: controls, marks of direction, joiners, variation selectors.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/u

/** The union of what fonts map to a glyph; OpenType `cmap`, formats 4 and 12. */
export const coverage = (fonts: readonly Buffer[]): ((code: number) => boolean) => {
  const has = new Set<number>()
  for (const font of fonts) for (const code of codesOf(font)) has.add(code)
  return (code) => has.has(code)
}

function* codesOf(font: Buffer): Generator<number> {
  const at = tableOf(font, 'cmap')
  if (at === null) return
  for (let index = 0; index < font.readUInt16BE(at + 2); index++) {
    const table = at + font.readUInt32BE(at + 4 + index * 8 + 4)
    const format = font.readUInt16BE(table)
    if (format === 4) yield* segments(font, table)
    if (format === 12) yield* groups(font, table)
  }
}

const tableOf = (font: Buffer, tag: string): number | null => {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + index * 16
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8)
  }
  return null
}

function* segments(font: Buffer, table: number): Generator<number> {
  const count = font.readUInt16BE(table + 6) / 2
  const [ends, starts] = [table + 14, table + 16 + count * 2]
  const [deltas, offsets] = [starts + count * 2, starts + count * 4]
  for (let at = 0; at < count; at++) {
    const [start, end] = [font.readUInt16BE(starts + at * 2), font.readUInt16BE(ends + at * 2)]
    const offset = font.readUInt16BE(offsets + at * 2)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph =
        offset === 0
          ? code + font.readUInt16BE(deltas + at * 2)
          : font.readUInt16BE(offsets + at * 2 + offset + (code - start) * 2)
      if ((glyph & 0xffff) !== 0) yield code
    }
  }
}

function* groups(font: Buffer, table: number): Generator<number> {
  for (let index = 0; index < font.readUInt32BE(table + 12); index++) {
    const group = table + 16 + index * 12
    for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code++) yield code
  }
}
