/** Pictures as the pages need them: made once of the stored renditions, kept by digest, read again. */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Edition } from '#bulletin/edition'
import type { Digest } from '#newsroom'
import type { Medium, Rendition } from '#publication/release'
import { figuresIn, type Prepared } from './manuscript'

/** Pixels of the longer edge. `small`: to see where things stand; 2320 px over 196 mm are 300 ppi. */
export const FORMS = {
  small: { edge: 480, quality: 62 },
  screen: { edge: 1600, quality: 82 },
  press: { edge: 2320, quality: 90 },
} as const
export type Form = keyof typeof FORMS

/** JPEG reads everywhere; Typst would unpack a WebP and store it whole. The version counts: other settings, other files. */
const fileOf = (digest: Digest) => `${digest}.1.jpg`

/** The pictures of an edition in one form; `broken`: digests that could not be read. */
export const preparePictures = async (
  edition: Edition,
  form: Form,
  { mediaStore, cacheDir }: { readonly mediaStore: string; readonly cacheDir: string },
): Promise<{ readonly pictures: ReadonlyMap<Digest, Prepared>; readonly broken: ReadonlyMap<Digest, string> }> => {
  const folder = join(cacheDir, form)
  await mkdir(folder, { recursive: true })
  const media = new Map(edition.media.map((medium) => [medium.digest, medium]))
  const wanted = [...new Set(figuresIn(edition).map(({ figure }) => figure.digest))]
  const pictures = new Map<Digest, Prepared>()
  const broken = new Map<Digest, string>()
  // Two at a time: sharp's own threads do the rest, and memory stays small.
  const queue = [...wanted]
  const work = async () => {
    for (let digest = queue.shift(); digest !== undefined; digest = queue.shift()) {
      try {
        pictures.set(digest, await prepare(digest, media.get(digest), form, folder, mediaStore))
      } catch (problem) {
        broken.set(digest, problem instanceof Error ? problem.message.split('\n')[0]! : String(problem))
      }
    }
  }
  await Promise.all([work(), work()])
  return { pictures, broken }
}

const prepare = async (
  digest: Digest,
  medium: Medium | undefined,
  form: Form,
  folder: string,
  mediaStore: string,
): Promise<Prepared> => {
  if (!medium) throw new Error('no such medium')
  const file = fileOf(digest)
  const path = join(folder, file)
  const from = sourceOf(medium, form)
  if (!existsSync(path)) {
    const { edge, quality } = FORMS[form]
    const bytes = await sharp(join(mediaStore, `${from.digest}.${from.ext}`), { limitInputPixels: 50_000_000, failOn: 'error' })
      .rotate()
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .withIccProfile('srgb')
      .jpeg({ quality, chromaSubsampling: form === 'small' ? '4:2:0' : '4:4:4' })
      .toBuffer()
    // Whole or not at all: another process may be reading.
    const draft = `${path}.${process.pid}.part`
    await writeFile(draft, bytes)
    await rename(draft, path).catch(async (problem) => {
      await rm(draft, { force: true })
      if (!existsSync(path)) throw problem
    })
  }
  return { file, ratio: await ratioOf(medium, path) }
}

/** The same in every form, so that pages break alike: of the stored original, else of the file. */
const ratioOf = async (medium: Medium, path: string): Promise<number> => {
  const original = medium.renditions.find(({ name }) => name === 'original')
  if (original?.width && original.height) return original.width / original.height
  const { width = 3, height = 2 } = await sharp(path).metadata()
  return width / height
}

/** Only `page` and the original show the whole picture; the others are cropped. */
const sourceOf = ({ renditions }: Medium, form: Form): Rendition => {
  const original = renditions.find(({ name }) => name === 'original')
  const page = renditions.find(({ name }) => name === 'page')
  const chosen = form === 'press' ? (original ?? page) : (page ?? original)
  if (!chosen) throw new Error('no rendition of the whole picture')
  return chosen
}
