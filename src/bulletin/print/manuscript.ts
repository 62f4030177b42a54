/** An edition as the template reads it: words put in place, tables laid on a grid, long words cut. Pure. */
import type { Edition, Piece } from '#bulletin/edition'
import { imprintLines } from '#bulletin/imprint'
import { editionTitle, erratumLines, headDay, issueNumber, LEGAL_HEAD, say } from '#bulletin/words'
import { creditLine } from '#publication/renditions/words'
import { inlineText, plainText, type Block, type Cell, type Figure, type Inline, type RichText } from '#richtext'
import { PALETTES } from './palette'

/** A prepared picture: its file in the folder of every form (null = it could not be read), width by height. */
export type Prepared = { readonly file: string | null; readonly ratio: number }
export type PreparedPictures = ReadonlyMap<string, Prepared>

type Setting = { readonly pictures: PreparedPictures; readonly language: Edition['language'] }

export type SetFigure = {
  readonly file: string | null
  readonly ratio: number
  readonly alt: string
  readonly caption: readonly SetInline[]
  readonly credit: readonly SetInline[]
}
type Part = string | { readonly keep: string }
export type SetInline =
  | {
      readonly kind: 'text'
      /** Between two strings a line may end; what is to be kept stands on one. */
      readonly parts: readonly Part[]
      readonly marks: readonly string[]
      /** The longest part that cannot be broken, where it might be wider than a column. */
      readonly long: string | null
    }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly SetInline[] }
  | { readonly kind: 'ruby'; readonly base: string; readonly reading: string }
  | { readonly kind: 'break' }

/** Slots that share pages with their neighbours of the same kind. */
const RUNS = {
  foreword: 'foreword',
  lead: 'article',
  feature: 'article',
  brief: 'briefs',
  photoPage: 'photoPage',
  figures: 'compact',
  calendar: 'compact',
  list: 'compact',
} as const satisfies Readonly<Record<Piece['slot'], string>>

/** What `bulletin.typ` reads as `/edition.json`. */
export const manuscript = (edition: Edition, pictures: PreparedPictures) => {
  const { language } = edition
  const number = clean(issueNumber(edition, language))
  const [year, month, day] = edition.date.split('-').map(Number)
  const inner = edition.sections.map((section) => ({ ...section }))
  // A list at the very end stands on the back page.
  const back: Piece[] = []
  const lastSection = inner.at(-1)
  if (lastSection && lastSection.pieces.length > 1) {
    const pieces = [...lastSection.pieces]
    while (pieces.length > 1 && pieces.at(-1)?.slot === 'list') back.unshift(pieces.pop()!)
    inner[inner.length - 1] = { ...lastSection, pieces }
  }
  const by: Setting = { pictures, language }
  const set = (piece: Piece) => setPiece(illustrated(piece), by)
  return {
    lang: edition.language,
    title: clean(editionTitle(edition, language)),
    date: { year, month, day },
    trim: edition.trim,
    palette: PALETTES[edition.quarter],
    theme: clean(edition.theme),
    cover: edition.cover && setFigure(edition.cover, by),
    head: {
      legal: LEGAL_HEAD,
      /** Beside the "BẢN TIN" of the law; null = it says everything. */
      kind: language === 'vi' ? null : say(language, 'masthead'),
      name: clean(edition.name),
      size: nameSize(edition),
      issuer: clean(edition.imprint.issuer),
      number,
      day: headDay(edition.date, language),
    },
    words: {
      contents: say(language, 'contents'),
      errata: say(language, 'errata.heading'),
      tableWide: 'table wider than the page',
      tableHigh: 'table higher than the page',
      captionLong: 'picture and caption higher than the page',
      openerHigh: 'title, summary and picture higher than the page',
      coverHigh: 'theme and titles leave no room on the cover',
      imprintHigh: 'imprint higher than the page',
    },
    highlights: highlightsOf(edition).map(({ id, title }) => ({ id, title: shortened(clean(title)) })),
    contents: contentsOf(edition),
    /** Beside the contents. */
    shown: highlightsOf(edition).flatMap(({ lead }) => (lead && pictures.has(lead.digest) ? [setFigure(lead, by)] : [])),
    sections: inner
      .filter(({ pieces }) => pieces.length > 0)
      .map(({ id, name, pieces }) => ({
        id,
        name: clean(name),
        runs: runsOf(pieces).map((run) => ({ ...run, pieces: run.pieces.map(set) })),
      })),
    back: back.map(set),
    errata: edition.errata.map((erratum) => erratumLines(erratum, language).map(clean)),
    imprint: imprintLines(edition.imprint, language).map(clean),
  }
}
export type Manuscript = ReturnType<typeof manuscript>

/**
 * How the contents stand on one page, by what they would take (mm, a page of 270 mm): in one column, airy or dense, or in
 * two, the second from section `split` on.
 */
const contentsOf = ({
  sections,
  language,
  trim,
}: Edition): { readonly look: 'airy' | 'dense'; readonly split: number | null } => {
  const told = sections.filter(({ pieces }) => pieces.length > 0)
  const room = trim.heightMm - 64
  const width = trim.widthMm - 32
  const heights = (look: keyof typeof CONTENTS_MM, wide: number) => {
    const { section, entry, line, sign } = CONTENTS_MM[look]
    const lines = (title: string) => Math.ceil((widthOf(clean(title)) * sign[language === 'ja' ? 'ja' : 'other']) / wide)
    return told.map(({ pieces }) => pieces.reduce<number>((sum, { title }) => sum + entry + lines(title) * line, section))
  }
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)
  for (const look of ['airy', 'dense'] as const) if (sum(heights(look, width - 67)) <= room) return { look, split: null }
  const all = heights('dense', (width - 8) / 2 - 9)
  const higher = (at: number) => Math.max(sum(all.slice(0, at)), sum(all.slice(at)))
  const splits = all.map((_, at) => at).slice(1)
  return { look: 'dense', split: splits.toSorted((one, other) => higher(one) - higher(other))[0] ?? null }
}
/** `sign`: the width of a half-width sign; `entry`: what one takes beside its lines. */
const CONTENTS_MM = {
  airy: { section: 17.4, entry: 2.4, line: 5.1, sign: { ja: 1.6, other: 1.95 } },
  dense: { section: 12.6, entry: 1, line: 4.5, sign: { ja: 1.48, other: 1.8 } },
} as const

/** Every figure of an edition with the entry it belongs to; the cover belongs to none. */
export const figuresIn = (edition: Edition): readonly { readonly entry: string | null; readonly figure: Figure }[] => [
  ...(edition.cover ? [{ entry: null, figure: edition.cover }] : []),
  ...edition.sections.flatMap(({ pieces }) =>
    pieces.flatMap((piece) =>
      [...(piece.lead ? [piece.lead] : []), ...piece.photos, ...figuresDeep(piece.body)].map((figure) => ({
        entry: piece.id,
        figure,
      })),
    ),
  ),
]

/** Every string that is printed, with its entry; null = the issue's own words. */
export const textsIn = (edition: Edition): readonly { readonly entry: string | null; readonly text: string }[] => [
  { entry: null, text: [edition.name, edition.theme, ...edition.sections.map(({ name }) => name)].join('\n') },
  { entry: null, text: edition.errata.flatMap((erratum) => erratumLines(erratum, edition.language)).join('\n') },
  { entry: null, text: imprintLines(edition.imprint, edition.language).join('\n') },
  ...(edition.cover ? [{ entry: null, text: wordsOf(edition.cover) }] : []),
  ...edition.sections.flatMap(({ pieces }) =>
    pieces.map((piece) => ({
      entry: piece.id,
      text: [
        piece.title,
        piece.summary,
        piece.byline,
        plainText(piece.body),
        ...readingsIn(piece.body),
        ...[...(piece.lead ? [piece.lead] : []), ...piece.photos, ...figuresDeep(piece.body)].map(wordsOf),
      ].join('\n'),
    })),
  ),
]
const wordsOf = ({ caption, credit }: Figure) => `${caption}\n${credit}`

const figuresDeep = (body: RichText): readonly Figure[] =>
  body.flatMap((block): readonly Figure[] => {
    if (block.kind === 'figure') return [block]
    if (block.kind === 'list') return block.items.flatMap(({ nested }) => figuresDeep(nested))
    if (block.kind === 'table') return block.rows.flat().flatMap(({ children }) => figuresDeep(children))
    return []
  })

const readingsIn = (body: RichText): readonly string[] => {
  const ofInline = (nodes: readonly Inline[]): readonly string[] =>
    nodes.flatMap((node) => (node.kind === 'ruby' ? [node.reading] : node.kind === 'link' ? ofInline(node.children) : []))
  return body.flatMap((block) => {
    if (block.kind === 'list')
      return block.items.flatMap(({ children, nested }) => [...ofInline(children), ...readingsIn(nested)])
    if (block.kind === 'table') return block.rows.flat().flatMap(({ children }) => readingsIn(children))
    return 'children' in block ? ofInline(block.children) : []
  })
}

/** For the cover, where three titles share a strip. */
const shortened = (title: string): string => {
  const room = WIDE.test(title) ? 48 : 100
  const signs = [...title]
  return signs.length <= room
    ? title
    : `${signs
        .slice(0, room)
        .join('')
        .replace(/\s+\S*$/u, '')}…`
}

const highlightsOf = (edition: Edition) =>
  edition.sections
    .flatMap(({ pieces }) => pieces)
    .filter(({ slot }) => slot === 'lead' || slot === 'feature')
    .toSorted((one, other) => Number(other.slot === 'lead') - Number(one.slot === 'lead'))
    .slice(0, 3)

/** Points; the name of the bulletin stands on one line where it can. */
const nameSize = ({ name, trim }: Edition): number => {
  const wide = [...name].reduce((sum, sign) => sum + (WIDE.test(sign) ? 1.02 : 0.58), 0)
  const points = ((trim.widthMm - 62) / 25.4) * 72
  return Math.max(20, Math.min(44, Math.floor(points / Math.max(1, wide))))
}

const runsOf = (pieces: readonly Piece[]) => {
  const runs: { readonly kind: (typeof RUNS)[keyof typeof RUNS]; readonly pieces: Piece[] }[] = []
  for (const piece of pieces) {
    const kind = RUNS[piece.slot]
    const last = runs.at(-1)
    if (last?.kind === kind && (kind === 'briefs' || kind === 'compact')) last.pieces.push(piece)
    else runs.push({ kind, pieces: [piece] })
  }
  return runs
}

const setPiece = (piece: Piece, by: Setting) => ({
  id: piece.id,
  slot: piece.slot,
  title: setTitle(piece.title, by.language),
  summary: setText(piece.summary),
  byline: setText(piece.byline),
  lead: piece.lead && setFigure(piece.lead, by),
  body: setBody(piece.body, by),
  photos: piece.photos.map((figure) => setFigure(figure, by)),
})

/** In an article photos stand where they are told of, evenly over the text; without a lead picture the first one leads. */
const illustrated = (piece: Piece): Piece => {
  if (RUNS[piece.slot] !== 'article') return piece
  const [lead = null, ...photos] = [...(piece.lead ? [piece.lead] : []), ...piece.photos]
  const { body } = piece
  // Not between a heading or an announcement and what follows it.
  const places = body.flatMap((block, at) =>
    at > 0 && body[at - 1]?.kind !== 'heading' && block.kind !== 'list' && block.kind !== 'table' ? [at] : [],
  )
  if (places.length < photos.length) return { ...piece, lead, photos }
  const at = photos.map((_, index) => places[Math.round(((index + 1) * places.length) / (photos.length + 1)) - 1] ?? places[0]!)
  const shown = (place: number) => photos.filter((_, index) => at[index] === place)
  return { ...piece, lead, photos: [], body: body.flatMap((block, index) => [...shown(index).map(asBlock), block]) }
}
const asBlock = (figure: Figure): Block => ({ kind: 'figure', ...figure })

const setFigure = ({ digest, alt, caption, credit }: Figure, { pictures, language }: Setting): SetFigure => {
  const { file, ratio } = pictures.get(digest) ?? { file: null, ratio: 1.5 }
  const by = credit.trim() === '' ? '' : creditLine(language, credit)
  return { file, ratio, alt: clean(alt) || '–', caption: setText(caption), credit: setText(by) }
}

// ISO 14289-1, 7.4.2: headings go down one level at a time; those of a text stand beneath its title (2).
const setBody = (body: RichText, by: Setting) => {
  let above = 2
  return body.map((block) => {
    if (block.kind !== 'heading') return setBlock(block, by)
    above = Math.min(block.level + 1, above + 1)
    return { kind: 'heading' as const, level: above, children: setInline(block.children) }
  })
}

type SetBlock =
  | { readonly kind: 'paragraph' | 'quote'; readonly children: readonly SetInline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly SetItem[] }
  | { readonly kind: 'table'; readonly table: SetTable }
  | ({ readonly kind: 'figure' } & SetFigure)
  | { readonly kind: 'rule' }
type SetItem = { readonly children: readonly SetInline[]; readonly nested: readonly SetBlock[] }

const setBlock = (block: Block, by: Setting): SetBlock => {
  switch (block.kind) {
    case 'figure':
      return { kind: 'figure', ...setFigure(block, by) }
    case 'table':
      return { kind: 'table', table: setTable(block.rows, by) }
    case 'list':
      return {
        kind: 'list',
        ordered: block.ordered,
        items: block.items.map(({ children, nested }) => ({
          children: setInline(children),
          nested: nested.map((inner) => setBlock(inner, by)),
        })),
      }
    case 'heading':
      return { kind: 'paragraph', children: setInline(block.children) }
    case 'rule':
      return { kind: 'rule' }
    default:
      return { kind: block.kind, children: setInline(block.children) }
  }
}

type SetCell = {
  readonly x: number
  readonly y: number
  readonly colspan: number
  readonly rowspan: number
  readonly header: boolean
  readonly number: boolean
  readonly plain: string
  /** What cannot be broken, longest first. */
  readonly tokens: readonly string[]
  readonly paragraphs: readonly (readonly SetInline[])[]
  readonly pictures: readonly SetFigure[]
}
type SetTable = {
  readonly columns: number
  /** Rows at the top that are repeated on the next page. */
  readonly heads: number
  /** Of the fullest row, as a share of a column's line. */
  readonly squeeze: number
  readonly rows: readonly (readonly SetCell[])[]
}

// Cells lie on a grid as HTML lays them: a cell takes the first free place of its row.
const setTable = (rows: readonly (readonly Cell[])[], by: Setting): SetTable => {
  const taken = new Set<string>()
  const placed = rows.map((row, y) => {
    let x = 0
    return row.map((cell): SetCell => {
      while (taken.has(`${x},${y}`)) x++
      const colspan = Math.max(1, Math.min(cell.colSpan, 24))
      const rowspan = Math.max(1, Math.min(cell.rowSpan, rows.length - y))
      let wide = 0
      while (wide < colspan && !taken.has(`${x + wide},${y}`)) wide++
      for (let down = 0; down < rowspan; down++) for (let right = 0; right < wide; right++) taken.add(`${x + right},${y + down}`)
      const at = x
      x += wide
      const plain = clean(plainText(cell.children)).replace(/\s+/gu, ' ')
      return {
        x: at,
        y,
        colspan: wide,
        rowspan,
        header: cell.header,
        number: !cell.header && NUMBER.test(plain),
        plain,
        tokens: tokensOf(plain),
        paragraphs: paragraphsOf(cell.children),
        pictures: figuresDeep(cell.children).map((figure) => setFigure(figure, by)),
      }
    })
  })
  const cells = placed.flat()
  const columns = Math.max(1, ...cells.map(({ x, colspan }) => x + colspan))
  let heads = 0
  while (heads < placed.length - 1 && placed[heads]!.length > 0 && placed[heads]!.every(({ header }) => header)) heads++
  // A head that reaches into the body would be torn from it.
  while (heads > 0 && cells.some(({ y, rowspan }) => y < heads && y + rowspan > heads)) heads--
  const squeeze = Math.max(0, ...placed.map((row) => row.reduce((sum, { plain }) => sum + widthOf(plain) + 2.5, 0))) / 44
  // A column of figures has its head above them, at the right.
  const figures = new Set(
    [...Array(columns).keys()].filter((column) => {
      const body = cells.filter(({ x, y, colspan, plain }) => x === column && y >= heads && colspan === 1 && plain !== '')
      return body.length > 0 && body.every(({ number }) => number)
    }),
  )
  const aligned = placed.map((row) =>
    row.map((cell) =>
      cell.header && cell.colspan === 1 && cell.y < heads && figures.has(cell.x) ? { ...cell, number: true } : cell,
    ),
  )
  return { columns, heads, squeeze, rows: aligned }
}

const paragraphsOf = (blocks: readonly Block[]): readonly (readonly SetInline[])[] =>
  blocks.flatMap((block) => {
    switch (block.kind) {
      case 'list':
        return block.items.flatMap(({ children, nested }) => [
          [...setText('– '), ...setInline(children)],
          ...paragraphsOf(nested),
        ])
      case 'table':
        return block.rows.map((row) => setText(row.map(({ children }) => plainText(children)).join(' · ')))
      case 'figure':
      case 'rule':
        return []
      default:
        return [setInline(block.children)]
    }
  })

const setInline = (nodes: readonly Inline[]): readonly SetInline[] =>
  nodes.flatMap((node): readonly SetInline[] => {
    switch (node.kind) {
      case 'text':
        return node.text === '' ? [] : [setRun(node.text, node.marks)]
      case 'link':
        return inlineText(node.children).trim() === ''
          ? []
          : [{ kind: 'link', href: node.href, children: setInline(node.children) }]
      case 'ruby':
        return [{ kind: 'ruby', base: clean(node.base), reading: clean(node.reading) }]
      case 'break':
        return [node]
    }
  })
const setText = (text: string): readonly SetInline[] => (text.trim() === '' ? [] : [setRun(text, [])])

/** A name is not torn at its hyphens; a Japanese headline breaks between phrases: a word with the particles that follow it. */
const setTitle = (title: string, language: Edition['language']): readonly SetInline[] =>
  setText(title).map((run) =>
    run.kind === 'text'
      ? {
          ...run,
          parts: run.parts.flatMap((part) =>
            typeof part === 'string'
              ? part
                  .split(language === 'ja' ? PHRASE : HYPHENED)
                  .flatMap((piece, at): readonly Part[] => (piece === '' ? [] : [at % 2 === 1 ? { keep: piece } : piece]))
              : [part],
          ),
        }
      : run,
  )
const HYPHENED = /(\p{L}{1,9}(?:-\p{L}{1,9}){1,2})/u
const PHRASE =
  /([「『（]?(?:[0-9A-Za-z.,]{1,8} ?[\u4E00-\u9FFF々ヶ]{0,5}|[\u30A1-\u30FA\u30FC]{1,9}|[\u4E00-\u9FFF々ヶ]{1,9})[\u3041-\u3096]{0,3}[、。」』）！？：]?)/u

const setRun = (text: string, marks: readonly string[]): SetInline => {
  // No line begins with the dash of a range: 2026 - 2028.
  const parts = cutAddresses(clean(text).replace(/(?<=\d) (?=[-–] \d)/gu, '\u00A0'))
  const long = parts
    .flatMap((part) => part.split(BREAKS))
    .reduce<string | null>((longest, word) => (word.length >= 14 && word.length > (longest?.length ?? 0) ? word : longest), null)
  // Typst tags one line through or under a text, never both (PDF/UA); what is struck out is struck out.
  const struck = marks.includes('strikethrough')
  return { kind: 'text', parts, marks: struck ? marks.filter((mark) => mark !== 'underline') : marks, long }
}

/** Addresses may be broken after the signs that part them; the words of a text only where the language breaks them. */
const cutAddresses = (text: string): readonly string[] => {
  const parts: string[] = ['']
  text.split(ADDRESS).forEach((piece, at) => {
    const [first = '', ...rest] = at % 2 === 1 ? piece.split(/(?<=\w[/.@_?&=+])(?=\w)/u) : [piece]
    parts.push(`${parts.pop() ?? ''}${first}`, ...rest)
  })
  return parts
}
const ADDRESS = /((?:https?:|www\.)[!-~]+|[!-~]+@[!-~]+|[!-~]{24,})/u

const tokensOf = (text: string): readonly string[] =>
  [...new Set(text.split(BREAKS).flatMap((word) => (word === '' ? [] : [word])))]
    .toSorted((one, other) => widthOf(other) - widthOf(one))
    .slice(0, 6)

/** Control signs have no glyph and no meaning in print. */
export const clean = (text: string): string => text.normalize('NFC').replace(/[\p{Cc}\u2028\u2029\uFEFF]+/gu, ' ')

const NUMBER = /^[+\-−–±~≈]?\s?[\d.,\s]+\s?(%|‰)?$/u
const WIDE = /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/u
const BREAKS =
  /[\s\u200B\u00AD-]+|(?=[\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60])|(?<=[\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60])/u
const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0)
