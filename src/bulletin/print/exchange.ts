/**
 * Pages are set with small pictures and printed with large ones: where things stand does not depend on pixels, and the
 * compiler would unpack every picture that it sees. JPEG goes into a PDF byte by byte, so the small one is found again.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFName, PDFNumber, PDFRawStream, type PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import type { PreparedPictures } from './manuscript'
import type { Form } from './pictures'

/** In place. Throws when a picture of the pages is none of `pictures`: small ones are never printed. */
export const exchangePictures = async (
  { context }: PDFDocument,
  pictures: PreparedPictures,
  form: Exclude<Form, 'small'>,
  cacheDir: string,
): Promise<void> => {
  const files = new Map<string, string>()
  for (const { file } of pictures.values())
    if (file !== null) files.set(digestOf(await readFile(join(cacheDir, 'small', file))), file)
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.dict.get(SUBTYPE) !== IMAGE) continue
    const file = files.get(digestOf(object.contents))
    if (file === undefined) throw new Error('a picture of the pages is not known')
    const bytes = await readFile(join(cacheDir, form, file))
    const { width, height } = await sharp(bytes).metadata()
    const dict = object.dict.clone(context)
    dict.set(PDFName.of('Width'), PDFNumber.of(width))
    dict.set(PDFName.of('Height'), PDFNumber.of(height))
    dict.set(PDFName.of('Length'), PDFNumber.of(bytes.length))
    context.assign(ref, PDFRawStream.of(dict, bytes))
  }
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const SUBTYPE = PDFName.of('Subtype')
const IMAGE = PDFName.of('Image')
