/** What the book says of itself: package document and navigation (EPUB 3.3). */
import { uriOf } from '#publication/addresses'
import { attributes, escaped } from '#publication/renditions/markup'
import { walk } from '#richtext'
import { cleanLine } from '#text/normalise'
import type { Edition } from '../edition'
import { editionTitle, say } from '../words'
import { pageId, xhtml, type Page, type PiecePage } from './pages'
import { figuresIn, type Packed } from './pictures'

export type Parts = {
  readonly before: readonly Page[]
  readonly pieces: readonly PiecePage[]
  readonly after: readonly Page[]
  readonly pictures: readonly Packed[]
}

export const NAV = 'nav.xhtml'

export const packageDocument = (edition: Edition, { before, pieces, after, pictures }: Parts): string => {
  const documents = [...before, { href: NAV }, ...pieces, ...after]
  const items = [
    ...documents.map(({ href }, index) =>
      element('item', {
        id: `d${index + 1}`,
        href,
        'media-type': 'application/xhtml+xml',
        properties: href === NAV ? 'nav' : null,
      }),
    ),
    element('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
    ...pictures.map(({ digest, href, form }, index) =>
      element('item', {
        id: `m${index + 1}`,
        href,
        'media-type': form.mime,
        properties: digest === edition.cover?.digest ? 'cover-image' : null,
      }),
    ),
  ]
  const spine = documents.map((_, index) => element('itemref', { idref: `d${index + 1}` }))
  const opening = attributes({
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'id',
    'xml:lang': edition.language,
    dir: 'ltr',
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<package${opening}>`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...metadata(edition, pieces),
    '</metadata>',
    '<manifest>',
    ...items,
    '</manifest>',
    '<spine>',
    ...spine,
    '</spine>',
    '</package>\n',
  ].join('\n')
}

/** Contents by section, then what only a machine needs: landmarks and, where the book knows them, the pages in print. */
export const navDocument = (edition: Edition, { before, pieces, after }: Parts): string => {
  const { language } = edition
  const bySection = edition.sections.flatMap(({ name }, section) => {
    const own = pieces.filter((piece) => piece.section === section)
    if (own.length === 0) return []
    const title = cleanLine(name, language)
    const links = own.map(({ href, title: of }) => item(href, of))
    return title === '' ? links : [`<li><span>${escaped(title)}</span><ol>${links.join('')}</ol></li>`]
  })
  const contents = say(language, 'contents')
  const outline = [
    ...before.map(({ href, title }) => item(href, title)),
    ...bySection,
    ...after.map(({ href, title }) => item(href, title)),
  ]
  const landmarks = [
    ...before.map(landmark),
    landmark({ href: NAV, title: contents, landmark: 'toc' }),
    ...pieces.slice(0, 1).map(({ href, title }) => landmark({ href, title, landmark: 'bodymatter' })),
    ...after.map(landmark),
  ]
  const printed = pieces.flatMap(({ href, page }) => (page === null ? [] : [item(`${href}#${pageId(page)}`, String(page))]))
  return xhtml(
    edition,
    contents,
    [
      `<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="contents"><h1 id="contents">${escaped(contents)}</h1><ol>${outline.join('')}</ol></nav>`,
      `<nav epub:type="landmarks" id="landmarks" hidden=""><ol>${landmarks.join('')}</ol></nav>`,
      printed.length === 0
        ? ''
        : `<nav epub:type="page-list" role="doc-pagelist" id="pages" hidden="" aria-label="${escaped(say(language, 'pages'))}"><ol>${printed.join('')}</ol></nav>`,
    ].join('\n'),
  )
}

const metadata = (edition: Edition, pieces: readonly PiecePage[]): readonly string[] => {
  const { language, imprint, date, name, number } = edition
  const title = editionTitle(edition, language)
  const issuer = cleanLine(imprint.issuer, language)
  const theme = cleanLine(edition.theme, language)
  const series = cleanLine(name, language)
  const withPages = pieces.some(({ page }) => page !== null)
  const meta = (property: string, text: string, refines: string | null = null, id: string | null = null) =>
    said('meta', text, { refines, property, id })
  return [
    said('dc:identifier', uriOf(edition.item, language), { id: 'id' }),
    said('dc:title', title),
    said('dc:language', language),
    ...(issuer === '' ? [] : [said('dc:creator', issuer), said('dc:publisher', issuer)]),
    said('dc:date', date),
    ...(theme === '' ? [] : [said('dc:description', theme)]),
    // The day of the issue, not of the making: the same edition makes the same book.
    meta('dcterms:modified', `${date}T00:00:00Z`),
    ...(series === ''
      ? []
      : [
          meta('belongs-to-collection', series, null, 'series'),
          meta('collection-type', 'series', '#series'),
          meta('group-position', String(number), '#series'),
        ]),
    ...(withPages
      ? [said('dc:source', say(language, 'epub.pages', { title }), { id: 'print' }), meta('source-of', 'pagination', '#print')]
      : []),
    ...access(edition, withPages).map(([property, text]) => meta(`schema:${property}`, text)),
  ]
}

/** What a reader with a disability may count on. No conformance is claimed: that takes a person who has checked. */
const access = (edition: Edition, withPages: boolean): readonly (readonly [string, string])[] => {
  const figures = figuresIn(edition)
  const described = figures.every(({ alt }) => cleanLine(alt, null) !== '')
  const ruby = edition.sections.some(({ pieces }) =>
    pieces.some(({ body }) => [...walk(body)].some((node) => 'kind' in node && node.kind === 'ruby')),
  )
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    ...(figures.length > 0 && described ? ['alternativeText'] : []),
    ...(ruby ? ['rubyAnnotations'] : []),
    ...(withPages ? ['pageBreakMarkers', 'pageNavigation'] : []),
  ]
  return [
    ['accessMode', 'textual'],
    ...(figures.length > 0 ? [['accessMode', 'visual'] as const] : []),
    ['accessModeSufficient', described ? 'textual' : 'textual,visual'],
    ...features.map((feature) => ['accessibilityFeature', feature] as const),
    ['accessibilityHazard', 'none'],
    ['accessibilitySummary', say(edition.language, 'access.summary')],
  ]
}

const item = (href: string, title: string): string => `<li><a${attributes({ href })}>${escaped(title)}</a></li>`
const landmark = ({ href, title, landmark: type }: Pick<Page, 'href' | 'title' | 'landmark'>): string =>
  type === null ? '' : `<li><a${attributes({ 'epub:type': type, href })}>${escaped(title)}</a></li>`

type Attributes = Parameters<typeof attributes>[0]
const element = (name: string, values: Attributes): string => `<${name}${attributes(values)}/>`
const said = (name: string, text: string, values: Attributes = {}): string =>
  `<${name}${attributes(values)}>${escaped(text)}</${name}>`
