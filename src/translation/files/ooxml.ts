/** Packages of ECMA-376 (DOCX, XLSX): which part is which. Macros, links to the outside and embedded files are never looked at. */
import { brokenAt, wrongType } from './fault'
import { openZip, writeZip } from './zip'
import { readXml, xmlAttributes, XML_DECLARATION } from './xml'
import type { XmlEvent } from './xml'

export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export type Relationship = { readonly id: string; readonly type: string; readonly target: string }

export type OfficePackage = {
  readonly main: string
  /** Relationships of a part that stay inside the package; `type` is the last step of its address. */
  readonly relationships: (part: string) => readonly Relationship[]
  /** Events of an XML part; refuses when it is missing, and with `file.type` when its root is another (a spreadsheet for a text). */
  readonly xml: (part: string, root: string, parts: readonly string[]) => Generator<XmlEvent, void, undefined>
  readonly has: (part: string) => boolean
}

export const openPackage = (bytes: Uint8Array, expected: string): OfficePackage => {
  const archive = openZip(bytes, expected)
  const xml = (part: string, rootName: string, parts: readonly string[]) =>
    readXml(archive.read(part) ?? brokenAt('part', part), {
      parts,
      part,
      expected,
      isRoot: ({ name }) => name === rootName,
    })
  const relationships = (part: string): readonly Relationship[] => {
    const [folder, name] = [part.slice(0, part.lastIndexOf('/') + 1), part.slice(part.lastIndexOf('/') + 1)]
    const file = `${folder}_rels/${name}.rels`
    if (!archive.names.has(file)) return []
    return [...xml(file, 'Relationships', ['Relationship'])].flatMap(({ kind, element: { attributes } }) => {
      const [id, type, target] = [attributes.get('Id'), attributes.get('Type'), attributes.get('Target')]
      if (kind !== 'part' || attributes.get('TargetMode') === 'External' || !id || !type || !target) return []
      return [{ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolve(folder, target) }]
    })
  }
  if (!archive.names.has('[Content_Types].xml')) wrongType(expected)
  const main = relationships('').find(({ type }) => type === 'officeDocument')?.target ?? wrongType(expected)
  return { main, relationships, xml, has: (part) => archive.names.has(part) }
}

/** A target relative to the folder of its part; what leads out of the package finds nothing there. */
const resolve = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** A package from its parts: `main` first; each part with its content type, the others hang on `main` by `type`. */
export const writePackage = (
  main: { readonly name: string; readonly contentType: string; readonly text: string },
  others: readonly { readonly name: string; readonly contentType: string; readonly type: string; readonly text: string }[],
): Uint8Array => {
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1)
  const relationships = (all: readonly { readonly type: string; readonly target: string }[]) =>
    `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${all
      .map(
        ({ type, target }, index) =>
          `<Relationship${xmlAttributes({ Id: `rId${index + 1}`, Type: `${OFFICE}/relationships/${type}`, Target: target })}/>`,
      )
      .join('')}</Relationships>`
  const types = [main, ...others].map(
    ({ name, contentType }) => `<Override${xmlAttributes({ PartName: `/${name}`, ContentType: contentType })}/>`,
  )
  return writeZip({
    '[Content_Types].xml':
      `${XML_DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    '_rels/.rels': relationships([{ type: 'officeDocument', target: main.name }]),
    [main.name]: main.text,
    [`${folder}_rels/${main.name.slice(folder.length)}.rels`]: relationships(
      others.map(({ type, name }) => ({ type, target: name.slice(folder.length) })),
    ),
    ...Object.fromEntries(others.map(({ name, text }) => [name, text])),
  })
}
