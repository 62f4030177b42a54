/** Which stored form of a picture goes into the book, and under which name. */
import type { Digest } from '#newsroom'
import { picturesOf, uncropped, type Sized } from '#publication/renditions/pictures'
import type { Medium } from '#publication/release'
import { figuresOf, type Figure } from '#richtext'
import type { Edition } from '../edition'

/** Core media types of EPUB 3.3, the ones that every reading system takes first. */
const CORE = [
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
] as const

/** A picture in the book: `file` in the media store, `href` in the book. */
export type Packed = { readonly digest: Digest; readonly form: Sized; readonly file: string; readonly href: string }

/** Every picture that a reader gets to see, once, in the order of reading; what has no form that a book may hold is left out. */
export const packedPictures = (edition: Edition): readonly Packed[] =>
  [...new Set(figuresIn(edition).map(({ digest }) => digest))].flatMap((digest) => {
    const form = formForBook(edition.media, digest)
    return form === undefined ? [] : [packed(digest, form)]
  })

/** The media as the markup of a text sees them: one form each, by the name that it has in the book. */
export const asMedia = (pictures: readonly Packed[]): readonly Medium[] =>
  pictures.map(({ digest, form }) => ({ digest, renditions: [{ ...form, ext: extension(form) }] }))

export const figuresIn = ({ cover, sections }: Edition): readonly Figure[] => [
  ...(cover === null ? [] : [cover]),
  ...sections.flatMap(({ pieces }) =>
    pieces.flatMap(({ lead, body, photos }) => [...(lead === null ? [] : [lead]), ...figuresOf(body), ...photos]),
  ),
]

/** The widest whole picture up to 1,600 pixels, among equals the oldest format; else the smallest there is. */
const formForBook = (media: readonly Medium[], digest: Digest): Sized | undefined => {
  const forms = uncropped(picturesOf(media, digest)).filter(({ mime }) => rank(mime) >= 0)
  const [best] = forms.filter(({ width }) => width <= 1600).toSorted((a, b) => b.width - a.width || rank(a.mime) - rank(b.mime))
  return best ?? forms[0]
}

const packed = (digest: Digest, form: Sized): Packed => ({
  digest,
  form,
  file: `${form.digest}.${form.ext}`,
  href: `media/${form.digest}.${extension(form)}`,
})

const rank = (mime: string): number => CORE.findIndex(([type]) => type === mime)
const extension = ({ mime }: Sized): string => CORE[rank(mime)]?.[1] ?? ''
