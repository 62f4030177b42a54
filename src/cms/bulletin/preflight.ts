/** What the preflight asks, from what the newsroom keeps; the rules are `bulletin/preflight`. */
import type { PayloadRequest } from 'payload'
import type { Edition, PageReport } from '#bulletin/edition'
import { preflight, type EntryFacts, type ImageFacts, type PreflightFact } from '#bulletin/preflight'
import { deadLinks } from '#delivery/links'
import { LANGUAGES, type Finding, type Person } from '#newsroom'
import { figuresOf, linksOf, type Figure } from '#richtext'
import { civilDay } from '#text/dates'
import { databaseNow } from '../database'
import { openFindings } from '../live-findings'
import { read } from '../situation'
import type { BulletinDoc } from '../stores/bulletins'
import { legalRules } from './licence'
import { entriesOf, type Issue, type Present } from './present'

type Judged = { readonly bulletin: BulletinDoc; readonly issue: Issue; readonly present: Present; readonly edition: Edition }
type Looked = {
  /** What the engine said of the pages; null = they were not set. */
  readonly report: PageReport | null
  /** By entry: what nobody waived or dismissed; null = nobody looked. */
  readonly findings: ReadonlyMap<string, readonly Finding[]> | null
  readonly deadLinks?: readonly { readonly entry: string; readonly href: string }[] | null
}

export const preflightOf = async (
  req: PayloadRequest,
  { bulletin, issue, present, edition }: Judged,
  { report, findings, deadLinks = null }: Looked,
): Promise<readonly PreflightFact[]> => {
  const { language, standings, licence } = present
  const entries = standings
    .filter(({ leftOut }) => !leftOut)
    .map((standing): EntryFacts => {
      const { entry, title, article, piece, stage, stale, staleWaived, held, embargo, secondSigned } = standing
      const story = issue.stories.get(entry.story ?? '')
      const found = findings?.get(entry.id) ?? null
      return {
        id: entry.id,
        title,
        article,
        piece,
        stage,
        stale,
        staleWaived,
        held,
        embargo,
        secondSigned,
        class: story?.class ?? null,
        findings: found,
      }
    })
  return preflight({
    language,
    date: bulletin.date,
    today: civilDay(await databaseNow(req.payload)),
    edition,
    report,
    licence,
    rules: await legalRules(req),
    entries,
    images: imagesOf(edition, present),
    deadLinks,
    others: LANGUAGES.filter((other) => other !== language).map((other) => ({
      language: other,
      entries: entriesOf(bulletin).flatMap(({ id, leftOut = [] }) => (leftOut.includes(other) ? [] : [id])),
    })),
    printRun: null,
  })
}

/** The checks of the desk on every text that goes out, not on a newer draft of it: takes a while, so a person asks for it. */
export const findingsIn = async (
  req: PayloadRequest,
  { standings }: Present,
  person: Person,
): Promise<ReadonlyMap<string, readonly Finding[]>> => {
  const now = await databaseNow(req.payload)
  const found = new Map<string, readonly Finding[]>()
  for (const { entry, article, leftOut, source } of standings) {
    if (article === null || leftOut) continue
    const goesOut = source === 'released' ? 'released' : 'waits'
    found.set(entry.id, await openFindings(req, await read(req, article, person, now), goesOut))
  }
  return found
}

/** Of every piece, by the entry that leads there; null = no way out from here. */
export const deadLinksIn = async ({ sections }: Edition): Promise<readonly { entry: string; href: string }[] | null> => {
  const links = sections.flatMap(({ pieces }) =>
    pieces.flatMap(({ id, body }) => linksOf(body).map((href) => ({ entry: id, href }))),
  )
  const reach = { loopback: process.env.PUSH_TO_LOOPBACK === 'true', http: true }
  const dead = await deadLinks(
    links.map(({ href }) => href),
    { reach },
  )
  return dead === null ? null : links.filter(({ href }) => dead.includes(href))
}

const MM_PER_INCH = 25.4

/** How wide a picture is printed, in mm; the measures of the page are those of `print/bulletin.typ`. */
const printedMm = (edition: Edition, where: 'cover' | 'lead' | 'photo' | 'figure'): number => {
  const { widthMm } = edition.trim
  const text = widthMm - 32
  return { cover: widthMm + 6, lead: text, photo: text / 2, figure: text / 2 }[where]
}

const imagesOf = (edition: Edition, { media }: Present): readonly ImageFacts[] => {
  const placed: { figure: Figure; entry: string | null; where: 'cover' | 'lead' | 'photo' | 'figure' }[] = [
    ...(edition.cover ? [{ figure: edition.cover, entry: null, where: 'cover' as const }] : []),
    ...edition.sections.flatMap(({ pieces }) =>
      pieces.flatMap(({ id, lead, body, photos }) => [
        ...(lead ? [{ figure: lead, entry: id, where: 'lead' as const }] : []),
        ...figuresOf(body).map((figure) => ({ figure, entry: id, where: 'figure' as const })),
        ...photos.map((figure) => ({ figure, entry: id, where: 'photo' as const })),
      ]),
    ),
  ]
  return placed.map(({ figure, entry, where }): ImageFacts => {
    const medium = media.get(figure.digest)
    const width = medium?.renditions?.find(({ name }) => name === 'original')?.width ?? null
    return {
      digest: figure.digest,
      media: medium?.id ?? null,
      entry,
      name: medium?.filename ?? figure.digest.slice(0, 12),
      ppi: width === null ? null : Math.round((width * MM_PER_INCH) / printedMm(edition, where)),
      credit: figure.credit,
      alt: figure.alt,
      licenceUntil: medium?.licenceUntil ? civilDay(medium.licenceUntil) : null,
      consent: medium?.consent ?? null,
      minors: medium?.minors ?? false,
    }
  })
}
