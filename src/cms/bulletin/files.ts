/** The files of an edition: made of its contents alone, kept in the media store under their digests. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Edition, PageReport } from '#bulletin/edition'
import { epub } from '#bulletin/epub/epub'
import { bagIt } from '#bulletin/package'
import { plain } from '#bulletin/plain'
import { snapshotOf } from '#bulletin/snapshot'
import { NewsroomError } from '#newsroom'
import type { EditionFile, FileKind } from '#publication/edition'
import type { Snapshot } from '#publication/release'
import { keepBytes } from '../stores/files'
import { shopIn, storeFolder } from './shop'

export type MadeEdition = { readonly report: PageReport; readonly snapshot: Snapshot }

/** `log`: what the log says of the texts, for the archive. Takes seconds, and no transaction is open meanwhile. Refuses with the entry at fault where a page cannot be set. */
export const makeFiles = async (mediaDir: string, key: string, edition: Edition, log: unknown): Promise<MadeEdition> => {
  const folder = storeFolder(mediaDir)
  const { report, screen, press } = await shopIn(mediaDir).files(key, edition)
  if (report.faults.length > 0 || !screen || !press)
    throw new NewsroomError('edition.faults', { count: report.faults.length, faults: report.faults })
  const pictures = new Map<string, Buffer>()
  for (const { renditions } of edition.media)
    for (const { digest, ext } of renditions) {
      const name = `${digest}.${ext}`
      pictures.set(name, await readFile(path.join(folder, name)))
    }
  const bytesOf = (file: string): Uint8Array => {
    const bytes = pictures.get(file)
    if (!bytes) throw new NewsroomError('edition.faults', { count: 1, file })
    return bytes
  }
  const book = epub(edition, bytesOf, report.places)
  const words = plain(edition)
  const made = new Map<string, Uint8Array>()
  const kept = async (kind: FileKind, ext: EditionFile['ext'], bytes: Uint8Array): Promise<EditionFile> => {
    const file = await keep(folder, kind, ext, bytes)
    made.set(`${file.digest}.${file.ext}`, bytes)
    return file
  }
  const parts = [
    await kept('screen', 'pdf', screen),
    await kept('press', 'pdf', press),
    await kept('epub', 'epub', book),
    await kept('plain', 'txt', Buffer.from(words)),
  ]
  const bag = bagIt({
    edition,
    files: parts,
    bytesOf: (file) => made.get(file) ?? bytesOf(file),
    log,
    date: edition.date,
  })
  const files = [...parts, await keep(folder, 'package', 'zip', bag)]
  return { report, snapshot: snapshotOf(edition, { pages: report.pages, places: report.places, files }) }
}

export const MIME = {
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  txt: 'text/plain; charset=utf-8',
  zip: 'application/zip',
} as const satisfies Readonly<Record<EditionFile['ext'], string>>

const keep = async (folder: string, kind: FileKind, ext: EditionFile['ext'], bytes: Uint8Array): Promise<EditionFile> => {
  const digest = createHash('sha256').update(bytes).digest('hex')
  await keepBytes(folder, `${digest}.${ext}`, bytes)
  return { kind, digest, ext, mime: MIME[ext], bytes: bytes.length }
}
