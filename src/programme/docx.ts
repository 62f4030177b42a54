/** A script to read from paper or in Word: DOCX (ECMA-376 WordprocessingML), large type, the same input gives the same bytes. */
import { strToU8, zipSync } from 'fflate'
import type { Language } from '#newsroom'
import { cleanText } from '#text/normalise'

export type DocxParagraph = {
  readonly style: 'Title' | 'Heading1' | 'Fact' | 'Label' | 'Intro' | 'Script'
  /** A line feed is a line break. */
  readonly text: string
}

export const docx = (
  paragraphs: readonly DocxParagraph[],
  { language, title }: { readonly language: Language; readonly title: string },
): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${CONTENT}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${CONTENT}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${CONTENT}.footer+xml"/></Types>`,
        '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
        'word/_rels/document.xml.rels': relationships([
          ['styles', 'styles.xml'],
          ['footer', 'footer1.xml'],
        ]),
        'word/document.xml': `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}/relationships"><w:body>${paragraphs.map((one) => paragraphXml(one, language)).join('')}${SECTION}</w:body></w:document>`,
        'word/footer1.xml': `${XML}<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(`${title} · `, language)}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`,
        'word/styles.xml': stylesXml(language),
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
    { mtime: NO_TIME, level: 9 },
  )

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const TAGS: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB', ja: 'ja-JP' }
/** The first day that a ZIP can name: no clock goes into the file. */
const NO_TIME = new Date(1980, 0, 1)

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(
      ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

/** A4, upright. */
const SECTION =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'

const paragraphXml = ({ style, text }: DocxParagraph, language: Language): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text, language)}</w:p>`

/** Properties in the order of the schema: fonts, language. */
const run = (text: string, language: Language): string => {
  const properties =
    language === 'ja' ? `<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="${TAGS.ja}"/>` : `<w:lang w:val="${TAGS[language]}"/>`
  const content = cleanText(text, language)
    .split(/(\n|\t)/u)
    .map((piece) =>
      piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : piece && `<w:t xml:space="preserve">${escaped(piece)}</w:t>`,
    )
    .join('')
  return `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** Sizes in half points: what is read aloud in 18 pt, one and a half lines apart, a step's heading never alone at a foot. */
const stylesXml = (language: Language): string =>
  `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="MS Gothic"/><w:sz w:val="24"/><w:szCs w:val="24"/>' +
  `<w:lang w:val="${TAGS[language === 'ja' ? 'en' : language]}" w:eastAsia="${TAGS.ja}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  style('Title', 'Title', '<w:spacing w:after="120"/>', '<w:b/><w:sz w:val="44"/><w:szCs w:val="44"/>') +
  style(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:keepLines/><w:pBdr><w:top w:val="single" w:sz="8" w:space="6" w:color="808080"/></w:pBdr><w:spacing w:before="360" w:after="60"/><w:outlineLvl w:val="0"/>',
    '<w:b/><w:sz w:val="32"/><w:szCs w:val="32"/>',
  ) +
  style(
    'Fact',
    'Fact',
    '<w:keepNext/><w:spacing w:after="60"/>',
    '<w:color w:val="404040"/><w:sz w:val="22"/><w:szCs w:val="22"/>',
  ) +
  style(
    'Label',
    'Label',
    '<w:keepNext/><w:spacing w:before="120" w:after="40"/>',
    '<w:b/><w:color w:val="404040"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
  ) +
  style(
    'Intro',
    'Intro',
    '<w:spacing w:after="160" w:line="360" w:lineRule="auto"/>',
    '<w:b/><w:sz w:val="36"/><w:szCs w:val="36"/>',
  ) +
  style(
    'Script',
    'Script',
    '<w:spacing w:after="160" w:line="360" w:lineRule="auto"/>',
    '<w:sz w:val="36"/><w:szCs w:val="36"/>',
  ) +
  style('Footer', 'footer', '<w:jc w:val="center"/>', '<w:color w:val="404040"/><w:sz w:val="18"/><w:szCs w:val="18"/>') +
  '</w:styles>'

const style = (id: string, name: string, paragraph: string, letters: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`
