/** Which stored forms of a picture are shown, and where their bytes are. */
import type { Digest } from '#newsroom'
import type { Medium, Rendition } from '../release'

export type Sized = Rendition & { readonly width: number; readonly height: number }

/** `/media/{sha256}.{ext}` under the public address; an empty address gives a path of the same site. */
export const mediaUrl = (publicUrl: string, { digest, ext }: Pick<Rendition, 'digest' | 'ext'>): string =>
  `${publicUrl}/media/${digest}.${ext}`

/** The forms of a picture, smallest first; empty where the medium is unknown or no picture. */
export const picturesOf = (media: readonly Medium[], digest: Digest): readonly Sized[] =>
  (media.find((medium) => medium.digest === digest)?.renditions ?? [])
    .filter(
      (rendition): rendition is Sized =>
        rendition.mime.startsWith('image/') && rendition.width !== null && rendition.height !== null,
    )
    .toSorted((a, b) => a.width - b.width || a.bytes - b.bytes)

/** Those of one shape, so that a `srcset` does not jump: crops for cards and covers stay out. The original sets the shape. */
export const uncropped = (pictures: readonly Sized[]): readonly Sized[] => {
  const whole = pictures.find(({ name }) => name === 'original') ?? pictures.at(-1)
  if (whole === undefined) return []
  const shape = whole.width / whole.height
  return pictures.filter(({ width, height }) => Math.abs(width / height / shape - 1) < 0.02)
}

/** The one for a page: the widest up to 1,600 pixels, else the smallest there is. */
export const forPage = (pictures: readonly Sized[]): Sized | undefined =>
  pictures.findLast(({ width }) => width <= 1600) ?? pictures[0]
