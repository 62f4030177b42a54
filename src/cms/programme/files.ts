/** The files of a programme: made of its contents alone, kept in the media store under their digests. */
import { readFile } from 'node:fs/promises'
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
  const names = new Set([
    ...programme.media.flatMap(({ renditions }) => renditions.map(({ digest, ext }) => `${digest}.${ext}`)),
    ...programme.steps.flatMap(({ film }) => (film?.file ? [`${film.file.digest}.${film.file.ext}`] : [])),
  ])
  const bytes = new Map<string, Buffer>()
  for (const name of names) bytes.set(name, await readFile(path.join(folder, name)))
  const films = new Map<Digest, Uint8Array>()
  for (const { film } of programme.steps) {
    const film_ = film?.file ? bytes.get(`${film.file.digest}.${film.file.ext}`) : undefined
    if (film?.file && film_ && film_.length <= PACKED) films.set(film.file.digest, film_)
  }
  const made = filesOf(programme, { bytesOf: (name) => bytes.get(name) ?? new Uint8Array(), films })
  for (const { digest, ext, data } of made) await keepBytes(folder, `${digest}.${ext}`, data)
  return { snapshot: snapshotOf(programme, made.map(factsOf)), contents: contentsDigest(programme) }
}
