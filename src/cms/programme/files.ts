/** The files of a programme: made of its contents alone, kept in the media store under their digests. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { contentsDigest } from '#programme/differences'
import { factsOf, filesOf } from '#programme/files'
import type { Programme } from '#programme/made'
import { snapshotOf } from '#programme/snapshot'
import type { Digest } from '#newsroom'
import type { Snapshot } from '#publication/release'
import { storeFolder } from '../bulletin/shop'
import { keepBytes } from '../stores/files'

/** Bytes. Larger films are named in the manifest, not packed. */
const PACKED = 40_000_000

export const makeProgrammeFiles = async (
  mediaDir: string,
  programme: Programme,
): Promise<{ snapshot: Snapshot; contents: Digest }> => {
  const folder = storeFolder(mediaDir)
  const bytes = new Map<string, Buffer>()
  for (const { renditions } of programme.media)
    for (const { digest, ext, mime } of renditions)
      if (mime.startsWith('image/')) bytes.set(`${digest}.${ext}`, await readFile(path.join(folder, `${digest}.${ext}`)))
  const films = new Map<Digest, Uint8Array>()
  for (const { film } of programme.steps) {
    if (!film?.file) continue
    const file = path.join(folder, `${film.file.digest}.${film.file.ext}`)
    if ((await stat(file)).size <= PACKED) films.set(film.file.digest, await readFile(file))
  }
  const made = filesOf(programme, { bytesOf: (name) => bytes.get(name) ?? new Uint8Array(), films })
  for (const { digest, ext, data } of made) await keepBytes(folder, `${digest}.${ext}`, data)
  return { snapshot: snapshotOf(programme, made.map(factsOf)), contents: contentsDigest(programme) }
}
