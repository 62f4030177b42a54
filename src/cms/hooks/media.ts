import { createHash } from 'node:crypto'
import { copyFile, link, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
} from 'payload'
import sharp from 'sharp'
import { NewsroomError } from '#newsroom'
import type { Rendition } from '#publication/release'
import { safeFileName } from '#text/filename'
import { asApiError } from '../errors'
import { personOf } from '../people'
import { ACCEPTED_MIME, PIXEL_LIMIT, RENDITIONS } from '../media-forms'

/**
 * Before anything is stored: the type is read from the bytes, never from the name; pictures are re-encoded upright
 * without camera, place and owner data (ASVS 14.2.8); the name becomes safe in all three scripts.
 */
export const acceptMedium: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const file = req.file
  if (!file || (operation !== 'create' && operation !== 'update')) return args
  const mime = await mimeByContent(file.data, file.name)
  if (!mime) throw asApiError(new NewsroomError('media.type', { name: file.name }))
  file.mimetype = mime
  if (mime.startsWith('image/')) file.data = await withoutMetadata(file.data, mime, file.name)
  file.size = file.data.length
  file.name = safeFileName(`${stemOf(file.name)}.${EXTENSION[mime] ?? 'bin'}`)
  return args
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '') || 'file'

const EXTENSION: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'application/pdf': 'pdf',
  'text/vtt': 'vtt',
  'application/x-subrip': 'srt',
}

const mimeByContent = async (bytes: Buffer, name: string): Promise<string | null> => {
  const found = await fileTypeFromBuffer(bytes)
  if (found) return (ACCEPTED_MIME as readonly string[]).includes(found.mime) ? found.mime : null
  return subtitleMime(bytes, name)
}

/** Subtitle files are text without a signature: a WEBVTT head, or a first SubRip cue. */
const subtitleMime = (bytes: Buffer, name: string): string | null => {
  if (bytes.length === 0 || bytes.length > 5_000_000 || bytes.includes(0)) return null
  const head = bytes
    .subarray(0, 400)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(head) && /\.vtt$/i.test(name)) return 'text/vtt'
  if (/^\s*\d+\r?\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3} --> /.test(head) && /\.srt$/i.test(name)) return 'application/x-subrip'
  return null
}

const withoutMetadata = async (bytes: Buffer, mime: string, name: string): Promise<Buffer> => {
  const picture = sharp(bytes, { limitInputPixels: PIXEL_LIMIT, failOn: 'warning' }).rotate()
  const format = mime.slice('image/'.length) as 'jpeg' | 'png' | 'webp' | 'avif'
  try {
    return await picture.toFormat(format, format === 'png' ? {} : { quality: 90 }).toBuffer()
  } catch (cause) {
    // A picture that cannot be decoded is refused; the reason is the decoder's and belongs in the log, not on the screen.
    throw Object.assign(asApiError(new NewsroomError('media.type', { name })), { cause })
  }
}

/** Whose it is: until a text with it is opened or released, only the uploader and the desk see it. What it measures, its bytes say. */
export const ownMedium: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const { thumbnailURL: _, ...wanted } = data as Record<string, unknown>
  if (operation === 'update') {
    const before = originalDoc as Record<string, unknown>
    return req.file ? wanted : { ...wanted, ...Object.fromEntries(MEASURED.map((name) => [name, before[name]])) }
  }
  if (!req.user) return wanted
  const person = personOf(req.user)
  return { ...wanted, uploadedBy: person.id, desk: person.desk }
}
const MEASURED = ['mimeType', 'filesize', 'width', 'height'] as const

type MediaDoc = {
  id: string
  filename?: string | null
  mimeType?: string | null
  filesize?: number | null
  width?: number | null
  height?: number | null
  digest?: string | null
  sizes?: Record<
    string,
    {
      filename?: string | null
      mimeType?: string | null
      filesize?: number | null
      width?: number | null
      height?: number | null
    }
  >
}

/** After a file was stored: every form is kept once more under its digest, and the document names them. */
export const keepByDigest: CollectionAfterChangeHook = async ({ doc, req, collection }) => {
  const medium = doc as MediaDoc
  if (!req.file || !medium.filename) return doc as unknown
  const folder = String(collection.upload.staticDir)
  const forms = [{ name: 'original', ...medium }, ...RENDITIONS.map(({ name }) => ({ name, ...medium.sizes?.[name] }))]
  const renditions: Rendition[] = []
  for (const form of forms) {
    if (!form.filename || !form.mimeType) continue
    const { digest, bytes } = await store(
      path.join(folder, form.filename),
      path.join(folder, '..', 'store'),
      extensionOf(form.filename),
    )
    renditions.push({
      name: form.name,
      digest,
      ext: extensionOf(form.filename),
      mime: form.mimeType,
      bytes,
      width: form.width ?? null,
      height: form.height ?? null,
    })
  }
  const digest = renditions[0]?.digest ?? null
  await req.payload.db.updateOne({ collection: 'media', id: medium.id, data: { digest, renditions }, req })
  return { ...(doc as object), digest, renditions }
}

const extensionOf = (filename: string): string => path.extname(filename).slice(1).toLowerCase()

const store = async (file: string, folder: string, ext: string): Promise<{ digest: string; bytes: number }> => {
  const content = await readFile(file)
  const digest = createHash('sha256').update(content).digest('hex')
  const kept = path.join(folder, `${digest}.${ext}`)
  await mkdir(folder, { recursive: true })
  const present = await stat(kept).then(
    (found) => found.size === content.length,
    () => false,
  )
  if (!present) {
    const part = `${kept}.${process.pid}.part`
    await rm(part, { force: true })
    // A hard link costs nothing; another file system needs a copy.
    await link(file, part).catch(() => copyFile(file, part))
    await rename(part, kept)
  }
  return { digest, bytes: content.length }
}

/** A medium that a story names cannot be deleted under it. */
export const refuseUsedMedium: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { docs } = await req.payload.db.find({ collection: 'stories', where: { lead: { equals: id } }, limit: 1, req })
  if (docs.length > 0) throw asApiError(new NewsroomError('media.rights', { media: String(id), problem: 'used' }))
}
