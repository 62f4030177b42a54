/** Everything of an edition for the archive: a bag (BagIt 1.0, RFC 8493) in a ZIP. */
import { strToU8, zipSync, type Zippable } from 'fflate'
import { uriOf } from '#publication/addresses'
import { canonical, sha256 } from '#publication/canonical'
import type { CivilDay, EditionFile, FileKind } from '#publication/edition'
import type { Medium, Rendition } from '#publication/release'
import { asciiFileName } from '#text/filename'
import { cleanLine, cleanText } from '#text/normalise'
import { uniqueSlug } from '#text/slug'
import { contentsDigest } from './differences'
import type { Edition, Piece } from './edition'
import { pieceText } from './plain'
import { editionSlug } from './snapshot'
import { editionTitle } from './words'

export type Bag = {
  readonly edition: Edition
  /** Those of the edition; a package among them is left out. */
  readonly files: readonly EditionFile[]
  /** By name in the media store, `{digest}.{ext}`; what it throws comes through. */
  readonly bytesOf: (file: string) => Uint8Array
  /** Facts of the log about this edition and its texts, as JSON. */
  readonly log: unknown
  /** The day of the packing. */
  readonly date: CivilDay
}

/** ZIP with one folder, the bag. Names are ASCII; the same input gives the same bytes. */
export const bagIt = (bag: Bag): Uint8Array => {
  const payload = payloadOf(bag)
  const manifest = manifestOf(payload)
  const tags: Files = {
    'bagit.txt': strToU8('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    'bag-info.txt': strToU8(bagInfo(bag, payload)),
    'manifest-sha256.txt': strToU8(manifest),
  }
  const all: Files = { ...tags, 'tagmanifest-sha256.txt': strToU8(manifestOf(tags)), ...payload }
  const folder = editionSlug(bag.edition)
  const files: Zippable = Object.fromEntries(
    Object.entries(all).map(([name, bytes]) => [`${folder}/${name}`, [bytes, { level: TEXT.test(name) ? 9 : 0 }] as const]),
  )
  return zipSync(files, { mtime: NO_TIME })
}

type Files = Readonly<Record<string, Uint8Array>>

const payloadOf = ({ edition, files, bytesOf, log }: Bag): Files => {
  const texts = named(edition)
  const images = edition.media.map(originalOf).filter((original) => original !== null)
  return sorted({
    ...Object.fromEntries(
      files.flatMap(({ kind, digest, ext }) => {
        const name = NAMES[kind]
        return name === null ? [] : [[`data/${name}`, bytesOf(`${digest}.${ext}`)]]
      }),
    ),
    ...Object.fromEntries(
      texts.flatMap(({ name, piece }) => [
        [`data/texts/${name}.json`, json(piece)],
        [`data/texts/${name}.txt`, strToU8(`${cleanText(pieceText(piece, edition), edition.language)}\n`)],
      ]),
    ),
    ...Object.fromEntries(images.map(({ digest, ext }) => [`data/images/${digest}.${safe(ext)}`, bytesOf(`${digest}.${ext}`)])),
    'data/digests.json': json(digestsOf(edition, texts)),
    'data/log.json': json(log),
  })
}

const NAMES: Readonly<Record<FileKind, string | null>> = {
  screen: 'screen.pdf',
  press: 'press.pdf',
  epub: 'edition.epub',
  plain: 'edition.txt',
  package: null,
}

type Named = { readonly name: string; readonly section: string; readonly piece: Piece }

/** File names of the pieces: their entries, unless one is no name for every file system, or there already in other letters. */
const named = ({ sections }: Edition): readonly Named[] => {
  const taken = new Set<string>()
  return sections
    .flatMap(({ id, pieces }) => pieces.map((piece) => ({ section: id, piece })))
    .map(({ section, piece }, index) => {
      const own = asciiFileName(piece.id) === piece.id && piece.id.length <= 64 && !piece.id.includes('.')
      const name = uniqueSlug(own ? piece.id : `entry-${index + 1}`, (taking) => taken.has(taking.toLowerCase()))
      taken.add(name.toLowerCase())
      return { name, section, piece }
    })
}

/** The running order with the digest of each text, and the one digest over everything that the edition is made of. */
const digestsOf = (edition: Edition, texts: readonly Named[]) => ({
  item: edition.item,
  language: edition.language,
  date: edition.date,
  contents: contentsDigest(edition),
  order: texts.map(({ name, section, piece }) => ({
    section,
    entry: piece.id,
    item: piece.item,
    digest: piece.digest,
    file: `texts/${name}.json`,
  })),
})

const originalOf = ({ digest, renditions }: Medium): Rendition | null =>
  renditions.find(({ name }) => name === 'original') ?? renditions.find((form) => form.digest === digest) ?? null

/** RFC 8493, 2.2.2. Labels that are reserved there; values of one line. */
const bagInfo = ({ edition, date }: Bag, payload: Files): string =>
  [
    ['Source-Organization', edition.imprint.issuer],
    ['External-Description', editionTitle(edition, edition.language)],
    ['External-Identifier', uriOf(edition.item, edition.language)],
    ['Bagging-Date', date],
    ['Payload-Oxum', `${Object.values(payload).reduce((sum, bytes) => sum + bytes.length, 0)}.${Object.keys(payload).length}`],
  ]
    .map(([label, value = '']) => [label, cleanLine(value, edition.language)])
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}\n`)
    .join('')

const manifestOf = (files: Files): string =>
  Object.entries(files)
    .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
    .join('')

const sorted = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
const json = (value: unknown): Uint8Array => strToU8(`${canonical(value)}\n`)
const safe = (ext: string): string => (/^[A-Za-z0-9]{1,10}$/.test(ext) ? ext.toLowerCase() : 'bin')

const TEXT = /\.(?:txt|json)$/
/** The first day that a ZIP can name: no clock goes into the file. */
const NO_TIME = new Date(1980, 0, 1)
