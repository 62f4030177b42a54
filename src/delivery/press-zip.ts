/** Writes the ZIP of a press kit into the public folder under its digest, file by file, never whole in memory. */
import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Zip, ZipPassThrough } from 'fflate'
import type { ZipEntry } from './press'

/** The name it has there; null where one of its files is missing. */
export const writeZip = async (folder: string, entries: readonly ZipEntry[]): Promise<string | null> => {
  await mkdir(folder, { recursive: true })
  const part = join(folder, `.${'0'.repeat(64)}.zip.${process.pid}.part`)
  const target = await open(part, 'w', 0o644)
  const hash = createHash('sha256')
  const made: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    made.push(chunk)
  })
  const flush = async () => {
    for (const chunk of made.splice(0)) {
      hash.update(chunk)
      await target.writeFile(chunk)
    }
  }
  try {
    for (const entry of entries) {
      const file = new ZipPassThrough(entry.name)
      file.mtime = dayOf(entry.at)
      zip.add(file)
      if ('text' in entry) file.push(Buffer.from(entry.text), true)
      else {
        const source = await openIfThere(join(folder, entry.file))
        if (!source) return null
        try {
          const chunks = source.createReadStream({ autoClose: false, highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>
          for await (const chunk of chunks) {
            file.push(new Uint8Array(chunk))
            await flush()
          }
          file.push(new Uint8Array(0), true)
        } finally {
          await source.close()
        }
      }
      await flush()
    }
    zip.end()
    await flush()
    await target.sync()
    const name = `${hash.digest('hex')}.zip`
    await rename(part, join(folder, name))
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
    return name
  } finally {
    await target.close()
    await rm(part, { force: true })
  }
}

/** A ZIP knows only the clock on the wall of whoever packs it: noon of the day, so that every machine makes the same bytes. */
const dayOf = (instant: string): Date => {
  const [year = 1980, month = 1, day = 1] = instant.slice(0, 10).split('-').map(Number)
  return new Date(year, month - 1, day, 12)
}

const openIfThere = async (path: string): Promise<FileHandle | null> => {
  try {
    return await open(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
