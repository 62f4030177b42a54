/** What an outlet keeps. Two stores with one behaviour: memory, and a folder that survives `kill -9`. */
import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Instant, Language } from '#newsroom'
import type { Message } from './message'

export type Outcome = 'applied' | 'duplicate' | 'superseded'
export type Held = Message & { readonly receivedAt: Instant }

/** One line of the outlet's log. Of a message that was not believed, item and language are only what it claimed. */
export type Entry = {
  readonly at: Instant
  readonly id: string
  readonly item: string | null
  readonly language: string | null
  readonly version: number | null
  readonly seq: number | null
  readonly kind: string | null
  readonly title: string | null
  readonly signature: 'good' | 'bad' | 'none'
  /** An outcome, `control` for a signed event that is no release, or the code of the refusal. */
  readonly outcome: string
  readonly status: number
}

export type Accepted = { readonly outcome: Outcome; readonly held: Held }

export type Store = {
  /** Decides and keeps in one step: nothing may come between the comparison and the writing. Durable when it resolves. */
  readonly accept: (id: string, message: Message, at: Instant) => Promise<Accepted>
  /** Anything else worth seeing in the log; forgotten at a restart. */
  readonly note: (entry: Entry) => void
  readonly find: (item: string, language: Language) => Held | null
  /** Newest first by first publication, withdrawn ones included. */
  readonly list: (language: Language) => readonly Held[]
  /** Newest first. */
  readonly log: (limit: number) => readonly Entry[]
  readonly close: () => void
}

/** The whole rule of order. An id seen before is answered alike, whatever came after it. */
export const judge = (seen: boolean, held: number | null, version: number): Outcome => {
  if (seen || held === version) return 'duplicate'
  return held !== null && held > version ? 'superseded' : 'applied'
}

export const memoryStore = (): Store => storeOver({ lines: [], write: () => {}, close: () => {} })

/** One line of JSON per message in `{folder}/inbox.jsonl`, on disk before the sender gets its answer. */
export const folderStore = (folder: string, disk: Disk = { write: writeSync, sync: fdatasyncSync }): Store =>
  storeOver(openJournal(join(folder, 'inbox.jsonl'), disk))

/** How bytes reach the disk; tests give one that is full. */
export type Disk = {
  readonly write: (handle: number, data: Buffer, from: number) => number
  readonly sync: (handle: number) => void
}

/** `held` only where the message was applied. */
type Line = { readonly entry: Entry; readonly held: Held | null }
type Journal = { readonly lines: readonly Line[]; readonly write: (line: Line) => void; readonly close: () => void }

const LOG_LENGTH = 10_000
const keyOf = (item: string, language: string) => `${item}/${language}`

const storeOver = (journal: Journal): Store => {
  const seen = new Set<string>()
  const texts = new Map<string, Held>()
  const entries: Entry[] = []

  const note = (entry: Entry) => {
    entries.push(entry)
    if (entries.length > LOG_LENGTH) entries.splice(0, entries.length - LOG_LENGTH)
  }
  const remember = ({ entry, held }: Line) => {
    seen.add(entry.id)
    if (held) texts.set(keyOf(held.item, held.language), held)
    note(entry)
  }
  journal.lines.forEach(remember)

  return {
    // No `await` between reading and writing: in one process that is a lock. With a database it is one statement, see docs/outlets.md.
    accept: async (id, message, at) => {
      const before = texts.get(keyOf(message.item, message.language)) ?? null
      const outcome = judge(seen.has(id), before?.version ?? null, message.version)
      const held = outcome === 'applied' ? { ...message, receivedAt: at } : null
      const line: Line = { entry: entryOf(id, message, outcome, at), held }
      journal.write(line)
      remember(line)
      return { outcome, held: held ?? before ?? { ...message, receivedAt: at } }
    },
    note,
    find: (item, language) => texts.get(keyOf(item, language)) ?? null,
    list: (language) =>
      [...texts.values()]
        .filter((text) => text.language === language)
        .sort((a, b) => (a.firstAt < b.firstAt ? 1 : a.firstAt > b.firstAt ? -1 : b.seq - a.seq)),
    log: (limit) => entries.slice(-limit).reverse(),
    close: journal.close,
  }
}

const entryOf = (id: string, message: Message, outcome: Outcome, at: Instant): Entry => ({
  at,
  id,
  item: message.item,
  language: message.language,
  version: message.version,
  seq: message.seq,
  kind: message.kind,
  title: message.title,
  signature: 'good',
  outcome,
  status: 200,
})

const openJournal = (file: string, disk: Disk): Journal => {
  mkdirSync(dirname(file), { recursive: true })
  const handle = openSync(file, 'a+')
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)

  const bytes = readFileSync(file)
  // A kill in the middle of a write leaves half a line. It was never acknowledged, so the sender brings it again.
  let length = bytes.lastIndexOf(0x0a) + 1
  if (length < bytes.length) ftruncateSync(handle, length)
  const lines = bytes
    .subarray(0, length)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => readLine(file, line, index + 1))

  return {
    lines,
    write: (line) => {
      const data = Buffer.from(`${JSON.stringify(line)}\n`)
      try {
        let written = 0
        while (written < data.length) written += disk.write(handle, data, written)
        disk.sync(handle)
        length += data.length
      } catch (failure) {
        // Disk full: what is not wholly there must not be there at all, or the next line would be glued to it.
        if (fstatSync(handle).size > length) ftruncateSync(handle, length)
        throw failure
      }
    },
    close: () => closeSync(handle),
  }
}

/** A broken line in the middle is no kill but a broken disk or a hand: better to stop than to show less than was promised. */
const readLine = (file: string, line: string, number: number): Line => {
  try {
    return JSON.parse(line) as Line
  } catch (failure) {
    throw new Error(`${file}:${number}: not JSON`, { cause: failure })
  }
}
