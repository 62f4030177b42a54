/** The documents of the book: XHTML, each saying its language, written from the edition and copied from nothing. */
import { bodyHtml, leadHtml } from '#publication/renditions/html'
import { attributes, escaped, legal } from '#publication/renditions/markup'
import type { Medium } from '#publication/release'
import { cleanLine } from '#text/normalise'
import type { Edition, Piece } from '../edition'
import { imprintLines } from '../imprint'
import { headLines } from '../plain'
import { editionTitle, erratumLines, say } from '../words'
import { forBook } from './body'
import type { Packed } from './pictures'

/** A document in the order of reading. `landmark`: its `epub:type` among the landmarks. */
export type Page = {
  readonly href: string
  readonly title: string
  readonly landmark: string | null
  readonly xhtml: string
}
export type PiecePage = Page & { readonly entry: string; readonly section: number; readonly page: number | null }

type Book = {
  readonly edition: Edition
  readonly media: readonly Medium[]
  readonly publicUrl: string | null
}

export const coverPage = (edition: Edition, picture: Packed | undefined): Page | null => {
  if (edition.cover === null || picture === undefined) return null
  const { width, height } = picture.form
  const img = attributes({ src: picture.href, alt: legal(edition.cover.alt), width, height, role: 'doc-cover' })
  return page(edition, {
    href: 'cover.xhtml',
    title: say(edition.language, 'cover'),
    landmark: 'cover',
    body: `<section epub:type="cover"><div class="cover"><img${img}/></div></section>`,
  })
}

/** The head of page 1; its first line is Vietnamese in every language. */
export const titlePage = (edition: Edition): Page => {
  const title = editionTitle(edition, edition.language)
  const name = cleanLine(edition.name, edition.language)
  const [legalHead = '', ...lines] = headLines(edition)
  const head = `<p class="masthead"${attributes({ lang: 'vi', 'xml:lang': 'vi' })}>${escaped(legalHead)}</p>`
  const rest = lines.filter((line) => line !== name).map(paragraph)
  return page(edition, {
    href: 'title.xhtml',
    title,
    landmark: 'titlepage',
    body: `<section epub:type="titlepage" class="head">${head}<h1>${escaped(name || title)}</h1>${rest.join('')}</section>`,
  })
}

export const piecePage = (
  piece: Piece,
  { edition, media, publicUrl }: Book,
  { index, section, page: printed }: { readonly index: number; readonly section: number; readonly page: number | null },
): PiecePage => {
  const { language } = edition
  const name = cleanLine(edition.sections[section]?.name ?? '', language)
  const title = titleOf(piece, edition)
  const text = { language, title, media, body: forBook(piece.body, publicUrl) }
  // The one address in these two that is not of the tree: where the pictures are, beside this document.
  const here = { publicUrl: '.' }
  const figures = [...(piece.lead === null ? [] : [piece.lead]), ...piece.photos].map((lead) =>
    leadHtml({ language, media, lead }, here),
  )
  const [lead, photos] = piece.lead === null ? ['', figures] : [figures[0], figures.slice(1)]
  const foreword = piece.slot === 'foreword'
  const opening = attributes({
    'epub:type': foreword ? 'foreword' : 'chapter',
    role: foreword ? 'doc-foreword' : 'doc-chapter',
    'aria-labelledby': 'title',
  })
  const mark = attributes({
    'epub:type': 'pagebreak',
    role: 'doc-pagebreak',
    id: printed === null ? null : pageId(printed),
    'aria-label': say(language, 'page', { page: printed }),
  })
  return {
    ...page(edition, {
      href: `text-${String(index + 1).padStart(3, '0')}.xhtml`,
      title,
      landmark: null,
      body: [
        `<section${opening}>`,
        printed === null ? '' : `<span${mark}></span>`,
        name === '' ? '' : `<p class="section">${escaped(name)}</p>`,
        `<h1 id="title">${escaped(title)}</h1>`,
        filled('summary', piece.summary),
        filled('byline', piece.byline),
        lead,
        bodyHtml(text, here),
        ...photos,
        '</section>',
      ].join(''),
    }),
    entry: piece.id,
    section,
    page: printed,
  }
}

/** Corrections under the heading of the law (Press Law 2016, art. 42). */
export const errataPage = (edition: Edition): Page | null => {
  const { language, errata } = edition
  if (errata.length === 0) return null
  const title = say(language, 'errata.heading')
  const notes = errata.map((erratum) => `<div>${erratumLines(erratum, language).map(paragraph).join('')}</div>`)
  return page(edition, {
    href: 'errata.xhtml',
    title,
    landmark: 'errata',
    body: `<section epub:type="errata" role="doc-errata" class="errata" aria-labelledby="title"><h1 id="title">${escaped(title)}</h1>${notes.join('<hr/>')}</section>`,
  })
}

export const imprintPage = (edition: Edition): Page => {
  const title = say(edition.language, 'imprint')
  const lines = imprintLines(edition.imprint, edition.language).map(paragraph).join('')
  return page(edition, {
    href: 'imprint.xhtml',
    title,
    landmark: 'colophon',
    body: `<section epub:type="colophon" role="doc-colophon" class="imprint" aria-labelledby="title"><h1 id="title">${escaped(title)}</h1>${lines}</section>`,
  })
}

export const pageId = (printed: number): string => `page-${printed}`

/** A document around its body. */
export const xhtml = (edition: Pick<Edition, 'language'>, title: string, body: string): string => {
  const language = attributes({ lang: edition.language, 'xml:lang': edition.language })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE html>',
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${language}>`,
    `<head><meta charset="utf-8"/><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>`,
    `<body>${body}</body>`,
    '</html>\n',
  ].join('\n')
}

/** Nothing in a book may be without a name: a piece that has none is called by its section or its place. */
const titleOf = (piece: Piece, { language, sections }: Edition): string =>
  cleanLine(piece.title, language) ||
  cleanLine(sections.find(({ pieces }) => pieces.includes(piece))?.name ?? '', language) ||
  say(language, `slot.${piece.slot}`)

const page = (edition: Edition, { body, ...rest }: Omit<Page, 'xhtml'> & { readonly body: string }): Page => ({
  ...rest,
  xhtml: xhtml(edition, rest.title, body),
})

const paragraph = (text: string): string => `<p>${escaped(text.trim()).replace(/\r\n?|\n/g, '<br/>')}</p>`
const filled = (name: string, text: string): string =>
  text.trim() === '' ? '' : `<p class="${name}">${escaped(text.trim()).replace(/\r\n?|\n/g, '<br/>')}</p>`
