/** Released files by digest in the public folder: whole and right, or not there at all. */
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { FILE } from './file-name'

export type MediaFault = { readonly reason: 'medium missing' | 'medium damaged'; readonly file: string }

export type PublicMedia = {
  /** Null = every file is there. */
  readonly publish: (names: readonly string[]) => Promise<MediaFault | null>
  readonly withdraw: (names: readonly string[]) => Promise<void>
  /** Removes what `isUsed` does not know: left by a kill between two steps, or dropped by a correction. */
  readonly sweep: (isUsed: (name: string) => boolean) => Promise<number>
}

/** `store`: where the newsroom keeps every form by digest. */
export const publicMedia = (store: string, folder: string): PublicMedia => {
  const publish: PublicMedia['publish'] = async (names) => {
    await mkdir(folder, { recursive: true })
    let added = false
    for (const name of names) {
      if (!FILE.test(name)) return { reason: 'medium damaged', file: name }
      // Files appear by renaming, so one that is there is whole.
      if (await isThere(join(folder, name))) continue
      const fault = await bring(name)
      if (fault) return fault
      added = true
    }
    if (added) await syncFolder(folder)
    return null
  }

  const bring = async (name: string): Promise<MediaFault | null> => {
    const source = await openIfThere(join(store, name))
    if (!source) return { reason: 'medium missing', file: name }
    const part = join(folder, `.${name}.${process.pid}.part`)
    const target = await open(part, 'w', 0o644)
    try {
      const hash = createHash('sha256')
      for await (const chunk of source.createReadStream({
        autoClose: false,
        highWaterMark: 256 * 1024,
      }) as AsyncIterable<Buffer>) {
        hash.update(chunk)
        await target.writeFile(chunk)
      }
      if (hash.digest('hex') !== name.slice(0, 64)) return { reason: 'medium damaged', file: name }
      await target.sync()
      await rename(part, join(folder, name))
      return null
    } finally {
      await Promise.all([source.close(), target.close()])
      await rm(part, { force: true })
    }
  }

  return {
    publish,
    withdraw: async (names) => {
      for (const name of names) if (FILE.test(name)) await rm(join(folder, name), { force: true })
      if (names.length > 0) await syncFolder(folder)
    },
    sweep: async (isUsed) => {
      await mkdir(folder, { recursive: true })
      const left = (await readdir(folder)).filter((name) => PART.test(name) || (FILE.test(name) && !isUsed(name)))
      for (const name of left) await rm(join(folder, name), { force: true })
      return left.length
    },
  }
}

const PART = /^\.[0-9a-f]{64}\.[a-z0-9]{1,5}\.\d+\.part$/

const isThere = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

const openIfThere = async (path: string): Promise<FileHandle | null> => {
  try {
    return await open(path, constants.O_RDONLY)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** A renamed file survives a power cut only once its folder is on disk. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
