import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { copyFile, link, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import {
  Forbidden,
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeOperationHook,
  type Payload,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type Where,
} from 'payload'
import sharp from 'sharp'
import { NewsroomError } from '#newsroom'
import type { Rendition } from '#publication/release'
import { safeFileName } from '#text/filename'
import { lets } from '../access'
import { asApiError } from '../errors'
import { withoutPlace } from '../film-metadata'
import { personOf } from '../people'
import { ACCEPTED_MIME, ENCODING, LONG_EDGE, PIXEL_LIMIT, RENDITIONS } from '../media-forms'
import { enterTransaction, leaveTransaction } from '../picture-work'
import { keepBytes } from '../stores/files'

// The machine has other work than pictures.
sharp.concurrency(1)

/**
 * Before anything is stored: the type is read from the bytes, never from the name; pictures are re-encoded upright
 * without camera, place and owner data (ASVS 14.2.8); the name becomes safe in all three scripts.
 */
export const acceptMedium: CollectionBeforeOperationHook = async ({ args, collection, operation, req, overrideAccess }) => {
  const { file } = req
  if ((operation !== 'create' && operation !== 'update') || (!file && !cuts(req))) return args
  const { id = null, data } = args as { id?: string | number | null; data?: unknown }
  // One file for many pictures is nobody's wish.
  if (operation === 'update' && id === null) throw asApiError(new NewsroomError('request.invalid', { field: 'file' }))
  // Payload asks afterwards; nobody may keep us busy with a picture that will be refused.
  if (!overrideAccess) await mayWrite(req, collection, id, data)
  await leaveTransaction(req, id === null ? null : String(id))
  if (!file) return args
  const mime = await mimeByContent(file.data, file.name)
  if (!mime) throw asApiError(new NewsroomError('media.type', { name: file.name }))
  const kept = mime.startsWith('image/') ? await withoutMetadata(file.data, mime, file.name) : { data: file.data, mime }
  file.data = kept.mime === 'video/mp4' ? withoutPlace(kept.data) : kept.data
  file.mimetype = kept.mime
  file.size = file.data.length
  file.name = safeFileName(`${stemOf(file.name)}.${EXTENSION[kept.mime] ?? 'bin'}`)
  return args
}

/** A crop or another focal point makes the forms of the stored picture anew. */
const cuts = (req: PayloadRequest): boolean => typeof req.query.uploadEdits === 'object' && req.query.uploadEdits !== null

const mayWrite = async (
  req: PayloadRequest,
  { access, slug }: SanitizedCollectionConfig,
  id: string | number | null,
  data: unknown,
): Promise<void> => {
  const granted =
    id === null
      ? await access.create({ req, data: data as object })
      : await access.update({ req, id: String(id), data: data as object })
  const allowed = id === null ? granted !== false : await lets(req, granted as boolean | Where, slug as 'media', id)
  if (!allowed) throw new Forbidden(req.t)
}

const stemOf = (name: string): string => {
  const stem = name.replace(/\.[^.]*$/, '')
  return /[^.\s]/.test(stem) ? stem : 'file'
}

const EXTENSION: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
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
  const { mime, ext } = (await fileTypeFromBuffer(bytes)) ?? {}
  // Subtitles are text: six letters at its head say little about the rest. And text in UTF-16 begins like a sound of 1993.
  if (mime === undefined || mime === 'text/vtt' || ext === 'mp1') return subtitleMime(bytes, name)
  const [kind = ''] = mime.split(';')
  return (ACCEPTED_MIME as readonly string[]).includes(kind) ? kind : null
}

/** Subtitle files are text without a signature: a WEBVTT head, or a first SubRip cue. */
const subtitleMime = (bytes: Buffer, name: string): string | null => {
  if (bytes.length === 0 || bytes.length > 5_000_000 || bytes.includes(0) || !isUtf8(bytes)) return null
  const head = bytes
    .subarray(0, 400)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(head) && /\.vtt$/i.test(name)) return 'text/vtt'
  if (/^\s*\d+\r?\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3} --> /.test(head) && /\.srt$/i.test(name)) return 'application/x-subrip'
  return null
}

const withoutMetadata = async (bytes: Buffer, mime: string, name: string): Promise<{ data: Buffer; mime: string }> => {
  try {
    const picture = sharp(bytes, { limitInputPixels: PIXEL_LIMIT, failOn: 'warning' })
    const given = mime.slice('image/'.length) as keyof typeof ENCODING | 'avif'
    const format = given !== 'avif' ? given : (await picture.metadata()).hasAlpha ? 'webp' : 'jpeg'
    const data = await picture
      .rotate()
      .resize({ width: LONG_EDGE, height: LONG_EDGE, fit: 'inside', withoutEnlargement: true })
      .toFormat(format, ENCODING[format])
      .toBuffer()
    return { data, mime: `image/${format}` }
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

type Form = {
  readonly filename?: string | null
  readonly mimeType?: string | null
  readonly width?: number | null
  readonly height?: number | null
}
type MediaDoc = Form & {
  readonly id: string
  readonly sizes?: Readonly<Record<string, Form | undefined>> | null
  readonly renditions?: readonly Rendition[] | null
}

/** Every form of a new file is kept under its digest before the row names it: there is no medium without digest. */
export const keepByDigest: CollectionBeforeChangeHook = async ({ data, req, collection }) => {
  const medium = data as Omit<MediaDoc, 'id'>
  const original = req.file?.data
  if (!original || !medium.filename) return data
  const renditions: Rendition[] = []
  for (const name of ['original', ...RENDITIONS.map((form) => form.name)]) {
    const form = formOf(medium, name)
    const bytes = name === 'original' ? original : req.payloadUploadSizes?.[name]
    if (!form?.filename || !form.mimeType || !bytes) continue
    const ext = extensionOf(form.filename)
    const digest = createHash('sha256').update(bytes).digest('hex')
    await keepBytes(storeOf(collection), `${digest}.${ext}`, bytes)
    const { width = null, height = null } = form
    renditions.push({ name, digest, ext, mime: form.mimeType, bytes: bytes.length, width, height })
  }
  return { ...data, digest: renditions[0]?.digest ?? null, renditions }
}

const formOf = (medium: Omit<MediaDoc, 'id'>, name: string): Form | undefined =>
  name === 'original' ? medium : medium.sizes?.[name]
const extensionOf = (filename: string): string => path.extname(filename).slice(1).toLowerCase()
const filesOf = ({ upload }: SanitizedCollectionConfig): string => String(upload.staticDir)
const storeOf = (collection: SanitizedCollectionConfig): string => path.join(filesOf(collection), '..', 'store')

/** The picture is ready: what follows is one transaction. Runs after `keepByDigest`. */
export const storeInTransaction: CollectionBeforeChangeHook = async ({ data, req }) => {
  await enterTransaction(req)
  return data
}

/** The files that the panel shows and those under their digests are the same: kept once. */
export const shareStored: CollectionAfterChangeHook = async ({ doc, req, collection }) => {
  if (req.file) await linkStored(collection, doc as MediaDoc)
  return doc as unknown
}

/** A change that was refused half-way may have taken the files with it; those under their digests stay. */
export const mendFiles = async (payload: Payload, id: string): Promise<void> => {
  const medium = await payload.db.findOne<MediaDoc>({ collection: 'media', where: { id: { equals: id } } })
  if (!medium) return
  // Whoever asked gets the refusal; that the old files are not to be had either is for the log.
  await linkStored(payload.collections.media.config, medium).catch((error: unknown) => payload.logger.error({ err: error, id }))
}

const linkStored = async (collection: SanitizedCollectionConfig, medium: MediaDoc): Promise<void> => {
  for (const { name, digest, ext } of medium.renditions ?? []) {
    const form = formOf(medium, name)
    if (!form?.filename) continue
    const file = path.join(filesOf(collection), form.filename)
    const part = `${file}.${process.pid}.part`
    await rm(part, { force: true })
    const kept = path.join(storeOf(collection), `${digest}.${ext}`)
    // A hard link costs nothing; another file system needs a copy.
    await link(kept, part).catch(() => copyFile(kept, part))
    await rename(part, file)
    // Two names of one file: renaming one to the other does nothing (POSIX), and the first would stay.
    await rm(part, { force: true })
  }
}

/** A medium that a story names cannot be deleted under it. */
export const refuseUsedMedium: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { docs } = await req.payload.db.find({ collection: 'stories', where: { lead: { equals: id } }, limit: 1, req })
  if (docs.length > 0) throw asApiError(new NewsroomError('media.rights', { media: String(id), problem: 'used' }))
}
