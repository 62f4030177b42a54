/**
 * What delivery answers from: ready bytes by path in LMDB, rebuilt from the log at any time. Never the truth.
 *
 * Keys (arrays; `g` is a generation, so that a rebuilding grows beside the model in use and is switched to at once):
 * `['meta']` which generation and how far · `['beat']` when the projector last looked, and its trouble ·
 * `['client', keyId]` · `[g, 'at', path]` a resource · `[g, 'text', item, language]` · `[g, 'page', path]` → item ·
 * `[g, 'change', seq]` one line of `/v1/changes` · `[g, 'recent', language, seq]` newest release of an item → item ·
 * `[g, 'listed', language, seq]` first release of a live one → item · `[g, 'file', name, item, language]` 1 = the text
 * shows the file, 0 = it is withheld, else when (epoch milliseconds) a correction dropped it ·
 * `[g, 'issue', year × 10 + quarter, language]` → item of the edition · `[g, 'lists', item, edition, language]` the live
 * edition or programme of that item shows this text · `[g, 'video', language, seq]` newest release of a video → item ·
 * `[g, 'press', language, topic, seq]` first release of a live item that the press kit holds → item ·
 * `[g, 'kit', language, topic]` the ZIP of that topic, and whether it is still to be made.
 */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { open, type RootDatabase } from 'lmdb'
import type { Digest, Instant, ItemId, Language } from '#newsroom'
import type { Quarter } from '#publication/addresses'
import type { Correction } from '#publication/renditions/html'
import type { Lineage } from './behind'
import type { Stamp } from './resources'

/** Raised when what is stored changes its form: an older model is then rebuilt by itself. */
export const MODEL_SHAPE = 5

export type Meta = {
  readonly shape: number
  readonly generation: number
  /** The last release that is visible, and its digest: the next one must name it. */
  readonly seq: number
  readonly digest: Digest
  readonly at: Instant | null
  /** Grows with every change of what can be read; what a reader keeps of an older edition is old. */
  readonly edition: number
}
export type Trouble = {
  readonly seq: number
  readonly reason: string
  readonly facts: Readonly<Record<string, string>>
  readonly since: number
}
export type Beat = { readonly at: number; readonly trouble: Trouble | null }

/** An answer as it leaves: headers are complete but for the server's own (`Date`, security). */
export type Resource = {
  readonly status: 200 | 301 | 302 | 410
  readonly headers: Readonly<Record<string, string>>
  /** Seconds since the epoch; strictly growing with every release that touches the resource. */
  readonly modified: number
  readonly body: Variant
  readonly gzip: Variant | null
}
export type Variant = { readonly bytes: Buffer; readonly etag: string; readonly digest: string }

/** The newest release of an item in a language, without who approved it; a withdrawn one without its text. */
export type StoredText = Lineage & {
  readonly corrections: readonly Correction[]
  /** Every page it ever had, the current one last. */
  readonly paths: readonly string[]
  /** Of an edition: ids of the pieces that it ever had. */
  readonly pieces: readonly string[]
  readonly firstSeq: number
  /** Names of the public files that its releases showed since it was last put out. */
  readonly files: readonly string[]
}
export type StoredClient = { readonly keyHash: string; readonly scopes: readonly string[]; readonly active: boolean }
export type StoredChange = {
  readonly seq: number
  readonly item: ItemId
  readonly language: Language
  readonly type: string
  readonly line: string
}

/** `file` null = to be made, or nothing to put into it; `stamp` of the last change of what it holds. */
export type StoredKit = { readonly file: string | null; readonly stamp: Stamp }

/** Of a file in use; smaller than any instant. */
export const SHOWN = 1
/** Of a file of an edition in which a text was withdrawn: not used, until a reissue or until the text is back. */
export const WITHHELD = 0

export type EditionKey = { readonly item: ItemId; readonly language: Language }

export type Key = (string | number)[]
export type ModelDatabase = RootDatabase<unknown, Key>

export const EMPTY: Meta = { shape: MODEL_SHAPE, generation: 0, seq: 0, digest: '0'.repeat(64), at: null, edition: 0 }

export const openModel = (folder: string, { readOnly }: { readonly readOnly: boolean }): ModelDatabase =>
  open<unknown, Key>({
    path: folder,
    noSubdir: false,
    readOnly,
    maxReaders: 512,
    encoding: 'msgpack',
    sharedStructuresKey: undefined,
  })

const fileOf = (folder: string) => join(folder, 'data.mdb')
export const modelExists = (folder: string): boolean => existsSync(fileOf(folder))
/** Tells whether the folder still holds the file that was opened: it may be deleted at any time. */
export const modelIdentity = (folder: string): string | null => {
  const stat = statSync(fileOf(folder), { throwIfNoEntry: false })
  return stat ? `${stat.dev}:${stat.ino}` : null
}

export const metaOf = (db: ModelDatabase): Meta => (db.get(['meta']) as Meta | undefined) ?? EMPTY
export const beatOf = (db: ModelDatabase): Beat | null => (db.get(['beat']) as Beat | undefined) ?? null

/** One generation, seen as what it holds. */
export const generationOf = (db: ModelDatabase, g: number) => ({
  resource: (path: string) => db.get([g, 'at', path]) as Resource | undefined,
  text: (item: ItemId, language: Language) => db.get([g, 'text', item, language]) as StoredText | undefined,
  /** Whose page this is, in the language of its address. */
  pageOwner: (path: string) => db.get([g, 'page', path]) as ItemId | undefined,
  /** Live editions and programmes that show some language of this text. */
  listing: (item: ItemId): readonly EditionKey[] =>
    [...db.getRange({ start: [g, 'lists', item], end: [g, 'lists', item, '\uffff'] })].map(({ key }) => ({
      item: String(key[3]),
      language: key[4] as Language,
    })),
  issueOwner: ({ year, quarter }: Quarter, language: Language) =>
    db.get([g, 'issue', year * 10 + quarter, language]) as ItemId | undefined,
  /** Every edition, withdrawn ones too, newest issue first. */
  issues: (): readonly (EditionKey & { readonly quarter: Quarter })[] =>
    [...db.getRange({ start: [g, 'issue', Number.MAX_SAFE_INTEGER], end: [g, 'issue', 0], reverse: true })].map(
      ({ key, value }) => ({
        item: value as ItemId,
        language: key[3] as Language,
        quarter: { year: Math.floor(Number(key[2]) / 10), quarter: (Number(key[2]) % 10) as Quarter['quarter'] },
      }),
    ),
  /** Up to the cursor: a withdrawal that went ahead is not told before its turn, or a reader's cursor would pass what is missing. */
  changes: (after: number, limit: number, upTo: number) =>
    [...db.getRange({ start: [g, 'change', after + 1], end: [g, 'change', upTo + 1], limit })].map(
      ({ value }) => value as StoredChange,
    ),
  /** Items by their newest release, newest first. */
  recent: (language: Language, limit: number) => newestFirst(db, [g, 'recent', language], limit),
  /** Videos by their newest release, newest first. */
  videos: (language: Language, limit: number) => newestFirst(db, [g, 'video', language], limit),
  /** What the press kit holds under a topic, newest first. */
  pressItems: (language: Language, topic: string, limit: number) => newestFirst(db, [g, 'press', language, topic], limit),
  /** Topics of the press kit that hold something. */
  pressTopics: (language: Language): readonly string[] => [
    ...new Set(
      [...db.getKeys({ start: [g, 'press', language], end: [g, 'press', language, '\uffff'] })].map((key) => String(key[3])),
    ),
  ],
  kit: (language: Language, topic: string) => db.get([g, 'kit', language, topic]) as StoredKit | undefined,
  /** ZIPs that are still to be made. */
  kitsToMake: (): readonly { readonly language: Language; readonly topic: string; readonly stamp: Stamp }[] =>
    [...db.getRange({ start: [g, 'kit'], end: [g, 'kit', '\uffff'] })].flatMap(({ key, value }) => {
      const [language, topic, kit] = [key[2] as Language, String(key[3]), value as StoredKit]
      const isEmpty = newestFirst(db, [g, 'press', language, topic], 1).length === 0
      return kit.file === null && !isEmpty ? [{ language, topic, stamp: kit.stamp }] : []
    }),
  /** Live items by their first release, newest first. */
  listed: (language: Language, limit: number) => newestFirst(db, [g, 'listed', language], limit),
  /** Shown by some text, or dropped by its correction after `droppedAfter`. */
  isFileUsed: (name: string, droppedAfter = Number.POSITIVE_INFINITY) =>
    [...db.getRange({ start: [g, 'file', name], end: [g, 'file', name, '\uffff'] })].some(
      ({ value }) => value === SHOWN || Number(value) > droppedAfter,
    ),
  fileUse: (name: string, item: ItemId, language: Language) => db.get([g, 'file', name, item, language]) as number | undefined,
})
export type Generation = ReturnType<typeof generationOf>

const newestFirst = (db: ModelDatabase, prefix: Key, limit: number): readonly ItemId[] =>
  [...db.getRange({ start: [...prefix, Number.MAX_SAFE_INTEGER], end: [...prefix, 0], reverse: true, limit })].map(
    ({ value }) => value as ItemId,
  )
