/** What the printer needs of a page beyond its contents: boxes, marks, output intent. */
import type { PDFDocument } from 'pdf-lib'
import { PDFArray, PDFHexString, PDFName, PDFOperator, PDFOperatorNames, PDFString, type PDFPage } from 'pdf-lib'

const MM = 72 / 25.4
export const BLEED_MM = 3
/** Room around the bleed for the marks. */
const SLUG_MM = 7

/**
 * Boxes of ISO 15930 (trim, 3 mm bleed, media with crop marks) and a CMYK output intent by its registered name.
 * No profile is embedded: which one holds for the paper is the printer's to say. Pictures stay RGB with their profile.
 */
export const makePress = (document: PDFDocument): void => {
  for (const page of document.getPages()) addBoxes(page)
  const { context, catalog } = document
  const intent = context.obj({
    Type: PDFName.of('OutputIntent'),
    S: PDFName.of('GTS_PDFX'),
    OutputConditionIdentifier: PDFString.of('FOGRA39'),
    OutputCondition: PDFHexString.fromText('Coated FOGRA39 (ISO 12647-2:2004)'),
    RegistryName: PDFString.of('http://www.color.org'),
    Info: PDFHexString.fromText('Coated FOGRA39 (ISO 12647-2:2004)'),
  })
  const intents = PDFArray.withContext(context)
  intents.push(context.register(intent))
  catalog.set(PDFName.of('OutputIntents'), intents)
}

const addBoxes = (page: PDFPage): void => {
  const { width, height } = page.getMediaBox()
  const [bleed, slug] = [BLEED_MM * MM, SLUG_MM * MM]
  page.setMediaBox(-slug, -slug, width + slug * 2, height + slug * 2)
  page.setCropBox(-slug, -slug, width + slug * 2, height + slug * 2)
  page.setBleedBox(0, 0, width, height)
  page.setTrimBox(bleed, bleed, width - bleed * 2, height - bleed * 2)
  page.pushOperators(...marks(width, height))
}

/** Eight hairlines outside the bleed, in all four inks; an artifact to those who read the page aloud. */
const marks = (width: number, height: number): readonly PDFOperator[] => {
  const operator = (name: PDFOperatorNames, ...args: readonly (number | PDFName)[]) =>
    PDFOperator.of(
      name,
      args.map((arg) => (typeof arg === 'number' ? String(Math.round(arg * 1000) / 1000) : arg)),
    )
  const [bleed, far, near] = [BLEED_MM * MM, 6 * MM, 1 * MM]
  const line = (x1: number, y1: number, x2: number, y2: number) => [
    operator(PDFOperatorNames.MoveTo, x1, y1),
    operator(PDFOperatorNames.LineTo, x2, y2),
    operator(PDFOperatorNames.StrokePath),
  ]
  return [
    operator(PDFOperatorNames.BeginMarkedContent, PDFName.of('Artifact')),
    operator(PDFOperatorNames.PushGraphicsState),
    operator(PDFOperatorNames.StrokingColorCmyk, 1, 1, 1, 1),
    operator(PDFOperatorNames.SetLineWidth, 0.25),
    ...[bleed, width - bleed].flatMap((x) => [...line(x, -far, x, -near), ...line(x, height + near, x, height + far)]),
    ...[bleed, height - bleed].flatMap((y) => [...line(-far, y, -near, y), ...line(width + near, y, width + far, y)]),
    operator(PDFOperatorNames.PopGraphicsState),
    operator(PDFOperatorNames.EndMarkedContent),
  ]
}
