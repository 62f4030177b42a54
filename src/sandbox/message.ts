/** What arrives at an outlet: one release as ninjs 3, read into the few values that a page needs. */
import { z } from 'zod'
import { LANGUAGES, type Instant, type Language } from '#newsroom'

export const KINDS = {
  'release.published': 'published',
  'release.corrected': 'corrected',
  'release.withdrawn': 'withdrawn',
} as const
export type Kind = (typeof KINDS)[keyof typeof KINDS]

export type PictureFile = { readonly href: string; readonly width: number; readonly height: number }
export type Picture = {
  readonly name: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
  /** Widest last; at least one. */
  readonly files: readonly PictureFile[]
}

export const FILE_NAMES = ['pdf', 'epub', 'text'] as const
export type IssueFile = { readonly name: (typeof FILE_NAMES)[number]; readonly href: string; readonly bytes: number | null }
/** One piece of a bulletin, in order. */
export type IssueEntry = {
  /** The text of the newsroom that stands here; null = the issue's own piece. */
  readonly item: string | null
  /** Null = withdrawn when the message was written. */
  readonly title: string | null
  readonly summary: string
  readonly section: string
  readonly page: string
  readonly web: string | null
}
export type Issue = { readonly files: readonly IssueFile[]; readonly entries: readonly IssueEntry[] }

/** A file to fetch once and to check. */
export type SentFile = { readonly href: string; readonly sha256: string; readonly bytes: number; readonly type: string }
export type Film = {
  readonly file: SentFile | null
  /** Where it is seen instead. */
  readonly link: string | null
  readonly durationMs: number | null
  readonly width: number | null
  readonly height: number | null
  /** WebVTT by language; `text` null = to be fetched. */
  readonly subtitles: readonly (SentFile & { readonly language: Language; readonly text: string | null })[]
  /** Paragraphs. */
  readonly transcript: readonly string[]
}
export type ProgrammeStep = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly item: string | null
  readonly startsAtMs: number
  readonly readMs: number
  readonly clipMs: number
  readonly intro: string
  readonly script: string
  readonly isWithdrawn: boolean
}
/** A broadcaster's bulletin: what is read when, and the files for the studio. */
export type Programme = {
  readonly airDate: string
  readonly airTime: string
  readonly presenter: string
  readonly totalMs: number
  readonly steps: readonly ProgrammeStep[]
  readonly files: readonly (SentFile & { readonly kind: string; readonly step: string | null })[]
}

/** One message, whole: a later version replaces an earlier one and nothing has to be remembered of it. */
export type Message = {
  readonly kind: Kind
  readonly item: string
  readonly itemType: string
  readonly language: Language
  readonly version: number
  readonly seq: number
  readonly slug: string | null
  /** The newsroom's own page. */
  readonly web: string | null
  readonly title: string | null
  readonly summary: string
  readonly byline: string
  /** HTML of the newsroom; empty when the text was too long to be sent along (over 256 KiB). */
  readonly body: string
  readonly lead: Picture | null
  /** Of an issue of the quarterly bulletin; null = an article. */
  readonly issue: Issue | null
  /** Of a video. */
  readonly film: Film | null
  readonly programme: Programme | null
  readonly topics: readonly { readonly key: string; readonly name: string }[]
  /** Correction note or reason of the withdrawal. */
  readonly note: string
  readonly firstAt: Instant
  readonly at: Instant
}

/** A message of ours; a signed control event (`ping`, `key.rotating` …); or the places that were not understood. */
export type Reading = { readonly release: Message } | { readonly control: string } | { readonly wrong: readonly string[] }

export const readMessage = (body: unknown): Reading => {
  const envelope = Envelope.safeParse(body)
  if (!envelope.success) return { wrong: places(envelope.error) }
  if (!(envelope.data.type in KINDS)) return { control: envelope.data.type }
  const kind = KINDS[envelope.data.type as keyof typeof KINDS]
  const parsed = News.safeParse(envelope.data.data)
  if (!parsed.success) return { wrong: places(parsed.error).map((place) => `data.${place}`) }
  const news = parsed.data
  const isProgramme = altId(news, 'ttdn:type') === 'programme'
  const item = altId(news, 'ttdn:item')
  const seq = Number(altId(news, 'ttdn:release'))
  if (item === null || !ITEM.test(item)) return { wrong: ['data.altIds[ttdn:item]'] }
  if (!Number.isSafeInteger(seq) || seq < 1) return { wrong: ['data.altIds[ttdn:release]'] }
  if ((news.pubStatus === 'canceled') !== (kind === 'withdrawn')) return { wrong: ['data.pubStatus'] }
  if (kind !== 'withdrawn' && news.headlines.length === 0) return { wrong: ['data.headlines'] }
  return {
    release: {
      kind,
      item,
      itemType: isProgramme ? 'programme' : news.type,
      language: news.language,
      version: Number(news.version),
      seq,
      slug: slugOf(news),
      web: webOf(news),
      title: news.headlines[0]?.value ?? null,
      summary: plain(news.descriptions, 'summary'),
      byline: news.by,
      body: kind === 'withdrawn' ? '' : mainBody(news),
      lead: kind === 'withdrawn' ? null : leadPicture(news),
      issue: kind === 'withdrawn' || news.type !== 'composite' || isProgramme ? null : issueOf(news),
      film: kind === 'withdrawn' ? null : filmOf(envelope.data.video, news),
      programme: kind === 'withdrawn' ? null : programmeOf(envelope.data.programme),
      topics: news.subjects.map(({ name, uri, literal }) => ({ key: literal ?? topicKey(uri, name), name })),
      note: news.edNote,
      firstAt: news.firstCreated ?? news.versionCreated,
      at: news.versionCreated,
    },
  }
}

const ITEM = /^[0-9A-Za-z]{1,64}$/
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())
const words = z.array(z.object({ role: z.string().optional(), contentType: z.string().optional(), value: z.string() }))
const rendition = z.object({
  name: z.string().optional(),
  href: z.string().optional(),
  contentType: z.string().optional(),
  width: z.number().positive().optional(),
  height: z.number().positive().optional(),
  sizeInBytes: z.number().positive().optional(),
})
const altIds = z.array(z.object({ role: z.string().optional(), value: z.string() }))

const Envelope = z.object({
  type: z.string().max(64),
  timestamp: z.string().optional(),
  data: z.unknown(),
  video: z.unknown().optional(),
  programme: z.unknown().optional(),
})
const ms = z.number().int().min(0)
const sent = z
  .object({
    href: z.url(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    sizeInBytes: z.number().int().min(0),
    contentType: z.string(),
  })
  .transform(({ href, sha256, sizeInBytes, contentType }) => ({ href, sha256, bytes: sizeInBytes, type: contentType }))
const Video = z.object({
  film: sent.nullable(),
  link: z.string().nullable(),
  durationMs: ms.nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  captions: z.array(z.object({ language: z.enum(LANGUAGES), form: z.string(), text: z.string().optional() }).and(sent)),
})
const Programme = z.object({
  airDate: z.string(),
  airTime: z.string(),
  presenter: z.string(),
  totalMs: ms,
  steps: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      item: z.string().nullable(),
      startsAtMs: ms,
      readMs: ms,
      clipMs: ms,
      intro: z.string(),
      script: z.string(),
      isWithdrawn: z.boolean(),
    }),
  ),
  files: z.array(z.object({ kind: z.string(), step: z.string().nullable() }).and(sent)),
})
/** Only what we use; ninjs has more and will have more still. */
const News = z.object({
  uri: z.string().min(1),
  type: z.string().default('text'),
  version: z.string().regex(/^[1-9]\d{0,8}$/),
  language: z
    .string()
    .transform((tag) => tag.toLowerCase())
    .pipe(z.enum(LANGUAGES)),
  pubStatus: z.enum(['usable', 'canceled']),
  headlines: words.default([]),
  descriptions: words.default([]),
  bodies: words.default([]),
  by: z.string().default(''),
  edNote: z.string().default(''),
  firstCreated: instant.optional(),
  versionCreated: instant,
  subjects: z.array(z.object({ name: z.string(), uri: z.string().optional(), literal: z.string().optional() })).default([]),
  altIds,
  slugline: z.string().optional(),
  renditions: z.array(rendition).default([]),
  associations: z
    .array(
      z.object({
        type: z.string().optional(),
        name: z.string().optional(),
        by: z.string().default(''),
        headlines: words.default([]),
        descriptions: words.default([]),
        renditions: z.array(rendition).default([]),
        pubStatus: z.string().optional(),
        altIds: altIds.default([]),
      }),
    )
    .default([]),
})
type News = z.infer<typeof News>

const places = (error: z.ZodError) => error.issues.map(({ path }) => path.join('.'))
const altId = (news: Pick<News, 'altIds'>, role: string) => news.altIds.find((id) => id.role === role)?.value ?? null
const plain = (list: News['descriptions'], role: string) => list.find((entry) => entry.role === role)?.value ?? ''

const mainBody = ({ bodies }: News) => {
  const main = bodies.filter(({ role }) => role === undefined || role === 'main')
  const marked = main.find(({ contentType }) => contentType === 'application/xhtml+xml' || contentType === 'text/html')
  if (marked) return marked.value
  const text = main.find(({ contentType }) => contentType === undefined || contentType.startsWith('text/plain'))?.value ?? ''
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${paragraph.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
    .join('')
}

const leadPicture = ({ associations }: News): Picture | null => {
  const found = associations.find(({ type, name }) => type === 'picture' && name === 'lead')
  if (!found) return null
  const files = found.renditions
    .flatMap(({ href, contentType, width, height }) =>
      href && width && height && (contentType ?? '').startsWith('image/') ? [{ href, width, height }] : [],
    )
    .sort((a, b) => a.width - b.width)
  const widest = files.at(-1)
  if (!widest) return null
  return {
    name: 'lead',
    alt: plain(found.descriptions, 'alt') || (found.headlines[0]?.value ?? ''),
    caption: plain(found.descriptions, 'caption') || (found.descriptions.find(({ role }) => role !== 'alt')?.value ?? ''),
    credit: found.by,
    // Crops for other places have another shape and would jump about in a srcset.
    files: files.filter(({ width, height }) => Math.abs(width / height - widest.width / widest.height) < 0.02),
  }
}

/** The files by name; the pieces are the associations `item-001`, `item-002` … */
const issueOf = ({ renditions, associations }: News): Issue => ({
  files: FILE_NAMES.flatMap((name) => {
    const found = renditions.find((each) => each.name === name)
    return found?.href && URL.canParse(found.href) ? [{ name, href: found.href, bytes: found.sizeInBytes ?? null }] : []
  }),
  entries: associations
    .filter(({ name }) => /^item-\d+$/.test(name ?? ''))
    .map((piece) => ({
      item: altId(piece, 'ttdn:item'),
      title: piece.pubStatus === 'canceled' ? null : (piece.headlines[0]?.value ?? null),
      summary: plain(piece.descriptions, 'summary'),
      section: altId(piece, 'ttdn:section') ?? '',
      page: altId(piece, 'ttdn:page') ?? '',
      web: webOf(piece),
    })),
})

/** What stands beside `data`: a house that does not understand it shows the text all the same. */
const filmOf = (given: unknown, { bodies }: News): Film | null => {
  const read = Video.safeParse(given)
  if (!read.success) return null
  const { film, link, durationMs, width, height, captions } = read.data
  const transcript = bodies.find(({ role }) => role === 'transcript')?.value ?? ''
  return {
    file: film,
    link,
    durationMs,
    width,
    height,
    subtitles: captions.flatMap(({ form, text, ...caption }) =>
      form === 'captions.vtt' ? [{ ...caption, text: text ?? null }] : [],
    ),
    transcript: transcript.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== ''),
  }
}

const programmeOf = (given: unknown): Programme | null => {
  const read = Programme.safeParse(given)
  return read.success ? read.data : null
}

const webOf = ({ renditions }: Pick<News, 'renditions'>) => {
  const href = renditions.find(({ name }) => name === 'web')?.href
  return href && URL.canParse(href) ? href : null
}

/** The newsroom's own slug makes a readable address here as well; where it is not one, the item alone will do. */
const slugOf = (news: News) => {
  const web = webOf(news)
  // The page of an issue is named by its quarter and ends in the language.
  if (news.type === 'composite') return news.slugline !== undefined && SLUG.test(news.slugline) ? news.slugline : null
  const last = web === null ? '' : (new URL(web).pathname.split('/').at(-1) ?? '')
  return SLUG.test(last) && last.length <= 120 ? last : null
}

const topicKey = (uri: string | undefined, name: string) => uri?.split(/[/:#]/).at(-1) || name
