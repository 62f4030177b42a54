/** How long a film is and how large its picture: read from the file itself, never from what somebody says. */
import { open } from 'node:fs/promises'
import mediaInfoFactory, { type MediaInfo } from 'mediainfo.js'
import { NewsroomError } from '#newsroom'

export type FilmFacts = { readonly durationMs: number; readonly width: number; readonly height: number }

/** One reader for the process: its memory is WebAssembly's, and files are read in parts. */
let reader: Promise<MediaInfo<'object'>> | null = null
let last: Promise<unknown> = Promise.resolve()

/** Refuses what is no film with a picture and a length (`media.type`). */
export const filmFacts = (file: string): Promise<FilmFacts> => {
  const next = last.then(() => read(file))
  last = next.catch(() => undefined)
  return next
}

const read = async (file: string): Promise<FilmFacts> => {
  reader ??= mediaInfoFactory({ format: 'object' })
  const info = await reader
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const { media } = await info.analyzeData(size, async (length, offset) => {
      const part = new Uint8Array(length)
      const { bytesRead } = await handle.read(part, 0, length, offset)
      return part.subarray(0, bytesRead)
    })
    const general = media?.track.find((track) => track['@type'] === 'General')
    const video = media?.track.find((track) => track['@type'] === 'Video')
    const durationMs = Math.round(Number(general?.Duration ?? video?.Duration ?? 0) * 1000)
    const [width, height] = [Number(video?.Width ?? 0), Number(video?.Height ?? 0)]
    if (!(durationMs > 0 && width > 0 && height > 0)) throw new NewsroomError('media.type', { name: 'film' })
    return { durationMs, width, height }
  } finally {
    await handle.close()
  }
}
