/** The issue's screens: archive, board, preflight, pages, approval. Shapes are `bulletin/view`. */
import type { PayloadRequest } from 'payload'
import { contentsDigest, differences, type Difference } from '#bulletin/differences'
import type { Edition } from '#bulletin/edition'
import { draftErrata, type PrintedEdition } from '#bulletin/errata'
import { imprintLines } from '#bulletin/imprint'
import { editionOffers, issueState, shownEdition, taskList, type Progress } from '#bulletin/issue'
import { countsOf, preflightWord, spokenFacts, type Mend, type PreflightFact } from '#bulletin/preflight'
import type {
  ApprovalView,
  BulletinsView,
  CandidatesView,
  CellView,
  DraftedErratum,
  EditionView,
  EntryView,
  FileView,
  IssueCard,
  IssueView,
  MediaView,
  PagesView,
  PreflightRow,
  PreflightView,
  Stage,
} from '#bulletin/view'
import { LANGUAGES, NewsroomError, type Language, type Person } from '#newsroom'
import type { Release, Snapshot } from '#publication/release'
import { civilDay } from '#text/dates'
import { deadLinksIn, findingsIn, preflightOf } from '../bulletin/preflight'
import { licenceIn, type KeptLicence } from '../bulletin/licence'
import { entriesOf, issueOf, titleFor, type Issue, type Standing } from '../bulletin/present'
import { differencesIn, readOne, standingFacts, toldOf, type EditionRead } from '../bulletin/read-edition'
import { pagesOf } from '../bulletin/shop'
import { historyOf, type ReleaseLine } from '../composing'
import { databaseNow } from '../database'
import { idOf, mediaOf, wordIn } from '../snapshot'
import { allBulletins, bulletinOf, editionsOf, recordsOf, type BulletinDoc, type EditionDoc } from '../stores/bulletins'
import { mayArrange, nextIssue } from '../verbs/bulletin'
import { cellsOf } from './cells'
import { candidatesFor, marksView, MOST_CANDIDATES, mustOpenIssues, offersView } from './compositions'
import { outletsOf } from './outlets'
import { sayDesk } from './words'

export const bulletinsView = async (req: PayloadRequest, reader: Language): Promise<BulletinsView> => {
  const person = mustOpenIssues(req)
  const bulletins = await allBulletins(req)
  const history = await historyOf(
    req,
    bulletins.map(({ item }) => item),
  )
  const now = await databaseNow(req.payload)
  const cards: IssueCard[] = []
  for (const bulletin of bulletins) {
    const issue = await issueOf(req, bulletin, person)
    const docs = await editionsOf(req, bulletin.id)
    const cover = await coverOf(req, bulletin, reader)
    const licence = await licenceIn(req, idOf(bulletin.licence), reader)
    cards.push(cardOf({ issue, docs, history: history.get(bulletin.item) ?? NONE, now }, { cover, licence }, reader))
  }
  const years = [...new Set(cards.map(({ year }) => year))]
  const licence = await licenceIn(req, idOf(bulletins[0]?.licence), reader)
  const today = civilDay(now)
  return {
    years: years.map((year) => ({ year, issues: cards.filter((card) => card.year === year) })),
    next: await nextIssue(req, person),
    licence: licence
      ? {
          number: licence.number,
          validTo: licence.validTo,
          inForce: licence.validFrom <= today && (licence.validTo === null || today <= licence.validTo),
        }
      : null,
  }
}

const NONE: Readonly<Record<Language, readonly ReleaseLine[]>> = { vi: [], en: [], ja: [] }
const DAY_MS = 86_400_000

/** What the archive reads of an issue. */
type Glance = {
  readonly issue: Issue
  readonly docs: Readonly<Record<Language, EditionDoc>>
  readonly history: Readonly<Record<Language, readonly ReleaseLine[]>>
  readonly now: Date
}

/** Without the texts themselves: an archive of many years is a handful of queries for each. */
const cardOf = (
  { issue, docs, history, now }: Glance,
  { cover, licence }: { readonly cover: MediaView | null; readonly licence: Pick<KeptLicence, 'languages'> | null },
  reader: Language,
): IssueCard => {
  const { bulletin } = issue
  const entries = entriesOf(bulletin)
  const readyIn = (language: Language) => entries.filter((entry) => isReadyAtAGlance(issue, entry, language)).length
  return {
    id: bulletin.id,
    item: bulletin.item,
    year: bulletin.year,
    quarter: bulletin.quarter,
    number: bulletin.number,
    numberInYear: bulletin.numberInYear,
    date: bulletin.date,
    state: issueState({ entries: entries.length, languages: licence?.languages ?? LANGUAGES, histories: history }),
    theme: bulletin.themes[reader],
    cover: cover?.url ?? null,
    ready: { vi: readyIn('vi'), en: readyIn('en'), ja: readyIn('ja') },
    entries: entries.length,
    editions: LANGUAGES.map((language) => ({
      language,
      // Whether something changed since it was closed is said where the issue is opened.
      shown: shownEdition(docs[language].row, history[language], docs[language].row.closed?.contents ?? null),
      pages: docs[language].snapshot?.edition?.pages ?? null,
      files: filesOf(bulletin.id, docs[language]),
    })),
    daysLeft: Math.ceil((Date.parse(`${bulletin.date}T23:59:59+07:00`) - now.getTime()) / DAY_MS) - 1,
  }
}

const isReadyAtAGlance = ({ cells, pieces }: Issue, { id, story }: { id: string; story: string | null }, language: Language) => {
  if (story === null)
    return pieces.some((piece) => piece.entry === id && piece.language === language && (piece.title ?? '').trim() !== '')
  const cell = cells.get(story)?.[language]
  return (
    cell !== undefined &&
    (cell.liveSeq !== null || cell.row.state === 'approved') &&
    cell.row.hold === null &&
    cell.stale !== 'major'
  )
}

const titleAtAGlance = (
  { pieces, seen, stories }: Issue,
  { id, story }: { id: string; story: string | null },
  language: Language,
): string =>
  story === null
    ? (pieces.find((piece) => piece.entry === id && piece.language === language)?.title ?? '')
    : titleFor(seen.get(story), stories.get(story), language)

const fileHref = (bulletin: string, language: Language, kind: string): string =>
  `/api/desk/bulletins/${bulletin}/${language}/files/${kind}`

const filesOf = (bulletin: string, { language, snapshot }: EditionDoc): readonly FileView[] =>
  (snapshot?.edition?.files ?? []).map(({ kind, bytes, ext }) => ({ kind, bytes, ext, href: fileHref(bulletin, language, kind) }))

const mediaUrl = (file: string | null | undefined): string => (file ? `/api/media/file/${encodeURIComponent(file)}` : '')

const mediaViews = async (
  req: PayloadRequest,
  ids: readonly string[],
  reader: Language,
): Promise<ReadonlyMap<string, MediaView>> => {
  const media = await mediaOf(req, ids)
  return new Map(
    [...media].map(([id, medium]) => [
      id,
      {
        id,
        url: mediaUrl(medium.filename),
        alt: wordIn(medium.alt, reader),
        caption: wordIn(medium.caption, reader),
        credit: wordIn(medium.credit, reader),
      },
    ]),
  )
}

const coverOf = async (req: PayloadRequest, { cover }: BulletinDoc, reader: Language): Promise<MediaView | null> => {
  const id = idOf(cover)
  return id ? ((await mediaViews(req, [id], reader)).get(id) ?? null) : null
}

/** An issue with those of its languages that were asked for, each read once. */
type Whole<Asked extends Language = Language> = Glance & { readonly reads: Readonly<Record<Asked, EditionRead>> }

const wholeOf = async <Asked extends Language>(
  req: PayloadRequest,
  id: string,
  person: Person,
  languages: readonly Asked[],
): Promise<Whole<Asked>> => {
  const bulletin = await bulletinOf(req, id)
  const issue = await issueOf(req, bulletin, person)
  const docs = await editionsOf(req, id)
  const history = (await historyOf(req, [bulletin.item])).get(bulletin.item) ?? NONE
  const told = await toldOf(req, bulletin)
  const now = await databaseNow(req.payload)
  const reads = {} as Record<Asked, EditionRead>
  for (const language of languages)
    reads[language] = await readOne(req, { issue, editions: docs, told, history: history[language] }, language, person, now)
  return { issue, docs, history, now, reads }
}

export const issueView = async (req: PayloadRequest, id: string, reader: Language, publicUrl: string): Promise<IssueView> => {
  const person = mustOpenIssues(req)
  const whole = await wholeOf(req, id, person, LANGUAGES)
  const { issue, history, reads, now } = whole
  const { bulletin } = issue
  const cover = await coverOf(req, bulletin, reader)
  const card = cardOf(whole, { cover, licence: reads[reader].present.licence }, reader)
  const records = await recordsOf(req, id)
  const outlets = (await outletsOf(req, [bulletin.item], reader)).get(bulletin.item) ?? []
  const viewIn = (language: Language): EditionView => ({
    ...editionView(reads[language], titlesFor(whole, reader, language), reader, publicUrl),
    outlets: outlets
      .filter((outlet) => outlet.language === language)
      .map(({ channel, name, state }) => ({ channel, name, state })),
  })
  const editionViews = { vi: viewIn('vi'), en: viewIn('en'), ja: viewIn('ja') }
  const readyIn = (language: Language) =>
    reads[language].present.standings.filter(({ ready, leftOut }) => ready && !leftOut).length
  const progressIn = (language: Language): Progress => {
    const standings = reads[language].present.standings.filter(({ leftOut }) => !leftOut)
    return {
      entries: standings.length,
      begun: standings.filter(({ stage }) => stage !== 'missing').length,
      ready: readyIn(language),
      state: reads[language].doc.row.state,
      released: history[language].length > 0,
      printed: records.some((record) => record.language === language),
    }
  }
  return {
    ...card,
    ready: { vi: readyIn('vi'), en: readyIn('en'), ja: readyIn('ja') },
    editions: card.editions.map((edition) => ({ ...edition, shown: editionViews[edition.language].shown })),
    rev: bulletin.rev,
    themes: bulletin.themes,
    coverMedia: cover,
    licenceId: idOf(bulletin.licence),
    deadlines: bulletin.deadlines,
    plan: bulletin.plan,
    board: await boardOf(req, whole, reader),
    editionViews,
    tasks: taskList(bulletin.deadlines, { vi: progressIn('vi'), en: progressIn('en'), ja: progressIn('ja') }, now.toISOString()),
    may: {
      arrange: mayArrange(person),
      release: person.roles.includes('chief'),
      records: mayArrange(person) || person.roles.includes('chief'),
    },
    locked: mayArrange(person) ? null : sayDesk(reader, 'bulletin.locked'),
    records: records.map(({ id: record, kind, language, date, copies, addressee, address, receipt, by }) => ({
      id: record,
      kind,
      language,
      date,
      copies,
      addressee,
      address: address ?? '',
      receipt: receipt ?? '',
      by,
    })),
    errata: await errataOf(req, whole),
  }
}

/** Words of a text only for whoever may read that text; where it stands is everybody's at the issue. */
const boardOf = async (req: PayloadRequest, { issue, reads, now }: Whole, reader: Language): Promise<IssueView['board']> => {
  const { bulletin } = issue
  const photos = await mediaViews(
    req,
    entriesOf(bulletin).flatMap((entry) => entry.photos),
    reader,
  )
  const cellIn = (standing: Standing, language: Language): CellView => {
    const { entry, stage, ready, stale, held, embargo, article, piece, source } = standing
    const wasOut = source === 'released' || stage === 'withdrawn'
    const readable = wasOut || entry.story === null || issue.seen.get(entry.story)?.[language] !== undefined
    const due = bulletin.deadlines[language].translated ?? bulletin.deadlines[language].collected
    return {
      stage,
      ready,
      late: !ready && !standing.leftOut && due !== undefined && due < now.toISOString(),
      stale,
      held,
      embargo,
      href: article
        ? issue.seen.get(entry.story ?? '')?.[language]
          ? `/admin/collections/articles/${article}`
          : null
        : piece
          ? `/admin/collections/pieces/${piece}`
          : null,
      title: readable ? standing.title : '',
      length: standing.length,
      budget: entry.budget[language],
    }
  }
  return Object.fromEntries(
    entriesOf(bulletin).map((entry, index): [string, EntryView] => {
      const at = (language: Language) => cellIn(reads[language].present.standings[index] as Standing, language)
      const cells = { vi: at('vi'), en: at('en'), ja: at('ja') }
      const story = issue.stories.get(entry.story ?? '')
      const title =
        cells[reader].title || cells.vi.title || cells.en.title || cells.ja.title || sayDesk(reader, `slot.${entry.slot}`)
      return [
        entry.id,
        {
          id: entry.id,
          slot: entry.slot,
          title,
          story: story ? { id: story.id, item: story.item } : null,
          photos: entry.photos.flatMap((photo) => photos.get(photo) ?? []),
          cells,
        },
      ]
    }),
  )
}

type Titles = ReadonlyMap<string, string>

/** What the reader calls each entry: in their own language, else in that of the edition, else in any; else by its slot. */
const titlesFor = (
  { issue, reads }: { readonly issue: Issue; readonly reads: Partial<Whole['reads']> },
  reader: Language,
  of: Language,
): Titles =>
  new Map(
    entriesOf(issue.bulletin).map((entry, index) => {
      const { id, slot } = entry
      // Of a language that was not read the title of the text as it stands will do.
      const titles = [reader, of, ...LANGUAGES].map((language) =>
        (reads[language]?.present.standings[index]?.title ?? titleAtAGlance(issue, entry, language)).trim(),
      )
      return [id, titles.find((title) => title !== '') ?? sayDesk(reader, `slot.${slot}`)]
    }),
  )

const editionView = (read: EditionRead, titles: Titles, reader: Language, publicUrl: string): Omit<EditionView, 'outlets'> => {
  const { doc, history, bulletin } = read
  const unready = read.situation.unready.map((one) => ({ ...one, title: titles.get(one.entry) || one.title }))
  const situation = { ...read.situation, unready }
  const { row, snapshot, preflight } = doc
  const last = history.at(-1)
  return {
    language: doc.language,
    state: row.state,
    shown: shownEdition(row, history, situation.present),
    changes: changesOf(read, titles, reader),
    ...marksView(row),
    live:
      last && last.kind !== 'withdrawal'
        ? {
            seq: last.seq,
            version: last.version,
            at: last.at,
            url: `${publicUrl}/bulletin/${bulletin.year}/${bulletin.quarter}/${doc.language}`,
          }
        : null,
    pages: snapshot?.edition?.pages ?? null,
    files: filesOf(bulletin.id, doc),
    offers: offersView(editionOffers(situation), reader),
    counts: preflight ? countsOf(preflight) : null,
  }
}

/** What is not as it was closed, in the reader's words. */
const changesOf = ({ doc, edition, unready }: EditionRead, titles: Titles, reader: Language): EditionView['changes'] => {
  if (doc.row.state === 'open' || !doc.frozen) return []
  const gone = new Set(unready.map(({ entry }) => entry.id))
  const titleOf = (id: string | null) => titles.get(id ?? '') ?? (titleIn(edition, id) || titleIn(doc.frozen?.edition, id) || '')
  const said = (kind: string, { entry, what }: Pick<Difference, 'entry' | 'what'>) => ({
    entry,
    text: sayDesk(reader, `edition.change.${kind}`, { title: titleOf(entry) || what, what }),
  })
  return [
    ...unready.map(({ entry, title }) => ({
      entry: entry.id,
      text: sayDesk(reader, 'edition.change.unready', { title: titleOf(entry.id) || title }),
    })),
    ...differences(doc.frozen.edition, edition)
      .filter(({ kind, entry }) => !(kind === 'removed' && entry !== null && gone.has(entry)))
      .map((difference) => said(difference.kind, difference)),
  ]
}

const titleIn = (edition: Edition | undefined, id: string | null): string | null =>
  edition?.sections.flatMap(({ pieces }) => pieces).find((piece) => piece.id === id)?.title ?? null

/** Texts of released editions that are not what was printed any more. */
const errataOf = async (req: PayloadRequest, { issue, history }: Whole): Promise<readonly DraftedErratum[]> => {
  const printed: PrintedEdition[] = []
  for (const language of LANGUAGES) {
    const last = history[language].at(-1)
    const contents = last && last.kind !== 'withdrawal' ? await contentsAt(req, last.seq) : null
    if (!last || !contents) continue
    const entries = contents.sections.flatMap((section) => section.entries).filter(({ text }) => text !== null)
    const { docs: rows } = await req.payload.db.find<{ id: string; item: string; record: string }>({
      collection: 'releases',
      where: {
        and: [
          { item: { in: entries.map(({ text }) => text?.item ?? '') } },
          { language: { equals: language } },
          { seq: { greater_than: last.seq } },
        ],
      },
      limit: 0,
      pagination: false,
      sort: 'seq',
      req,
    })
    printed.push({
      language,
      texts: entries.map(({ id, title, page, text }) => ({
        entry: id,
        title,
        page,
        digest: text?.digest ?? '',
        since: rows
          .filter(({ item }) => item === text?.item)
          .map(({ record }) => {
            const release = JSON.parse(record) as Release
            return {
              seq: release.seq,
              kind: release.kind,
              snapshotDigest: release.kind === 'withdrawal' ? null : release.snapshotDigest,
              note: release.kind === 'correction' ? release.note : null,
            }
          }),
      })),
    })
  }
  return draftErrata(issue.bulletin.item, printed).errata
}

/** What readers hold: of the release itself, because an edition that was opened again has nothing frozen. */
const contentsAt = async (req: PayloadRequest, seq: number): Promise<Snapshot['edition'] | null> => {
  const found = await req.payload.db.findOne<{ id: string; record: string }>({
    collection: 'releases',
    where: { seq: { equals: seq } },
    req,
  })
  const release = found ? (JSON.parse(found.record) as Release) : null
  return release && release.kind !== 'withdrawal' ? (release.snapshot.edition ?? null) : null
}

const readFor = async (
  req: PayloadRequest,
  id: string,
  language: Language,
  reader: Language,
): Promise<EditionRead & { readonly titles: Titles }> => {
  const person = mustOpenIssues(req)
  const whole = await wholeOf(req, id, person, [language])
  return { ...whole.reads[language], titles: titlesFor(whole, reader, language) }
}

export const preflightView = async (
  req: PayloadRequest,
  mediaDir: string,
  id: string,
  language: Language,
  reader: Language,
): Promise<PreflightView> => {
  const person = mustOpenIssues(req)
  const read = await readFor(req, id, language, reader)
  const report = await pagesOf(mediaDir, `${id}/${language}`, read.edition)
  const findings = await findingsIn(req, read.present, person)
  const dead = await deadLinksIn(read.edition)
  return { language, rows: rowsFor(read, await preflightOf(req, read, { report, findings, deadLinks: dead }), reader) }
}

const rowsFor = (
  { bulletin, edition, titles }: EditionRead & { readonly titles: Titles },
  facts: readonly PreflightFact[],
  reader: Language,
): readonly PreflightRow[] =>
  facts.map((fact) => ({
    rule: fact.rule,
    result: fact.result,
    text: sayDesk(reader, preflightWord(fact), {
      ...spokenFacts(fact.facts, reader),
      title: titles.get(fact.entry ?? '') || fact.facts.title || titleIn(edition, fact.entry) || '',
    }),
    citation: fact.citation?.[reader] ?? null,
    href: fact.mend ? mendHref(bulletin.id, fact.mend) : null,
    entry: fact.entry,
  }))

const mendHref = (issue: string, { kind, id }: Mend): string =>
  ({
    entry: `/admin/bulletin/${issue}?tab=board&entry=${id}`,
    article: `/admin/collections/articles/${id}`,
    media: `/admin/collections/media/${id}`,
    licence: id === '' ? '/admin/collections/licences' : `/admin/collections/licences/${id}`,
    issue: `/admin/bulletin/${issue}?tab=board`,
    piece: `/admin/collections/pieces/${id}`,
  })[kind]

/** Of an edition that was closed, what was closed; else as it would be now. */
export const pagesView = async (req: PayloadRequest, mediaDir: string, id: string, language: Language): Promise<PagesView> => {
  const read = await readFor(req, id, language, language)
  const edition = read.doc.row.state === 'open' ? read.edition : (read.doc.frozen?.edition ?? read.edition)
  const began = performance.now()
  const report = await pagesOf(mediaDir, `${id}/${language}`, edition)
  return { ...report, language, digest: contentsDigest(edition), ms: Math.round(performance.now() - began) }
}

export const approvalView = async (
  req: PayloadRequest,
  mediaDir: string,
  id: string,
  language: Language,
  reader: Language,
): Promise<ApprovalView> => {
  const read = await readFor(req, id, language, reader)
  const { doc, bulletin } = read
  const { frozen, snapshot } = doc
  if (!frozen || !snapshot?.edition || !doc.row.closed) throw new NewsroomError('edition.notClosed')
  // The pages that are looked at are those of what was closed.
  await pagesOf(mediaDir, `${id}/${language}`, frozen.edition)
  const sources = new Map(read.present.standings.map(({ entry, source }) => [entry.id, source]))
  const digests = new Map(frozen.edition.sections.flatMap(({ pieces }) => pieces.map((piece) => [piece.id, piece.digest])))
  const facts = standingFacts(await preflightOf(req, read, { report: frozen.report, findings: null }), doc)
  return {
    language,
    digest: doc.row.closed.snapshot,
    pages: snapshot.edition.pages,
    date: snapshot.edition.date,
    entries: snapshot.edition.sections.flatMap(({ entries }) =>
      entries.map((entry) => ({
        id: entry.id,
        title: entry.title,
        page: entry.page,
        source: sources.get(entry.id) ?? (entry.text ? 'released' : 'own'),
        digest: digests.get(entry.id) ?? '',
      })),
    ),
    files: filesOf(bulletin.id, doc),
    imprint: imprintLines(snapshot.edition.imprint, language),
    preflight: rowsFor(read, facts, reader),
    differences: differencesIn(bulletin, language).map((entry) => {
      const left = entriesOf(bulletin).find(({ id: one }) => one === entry)?.leftOut ?? []
      return sayDesk(reader, 'edition.difference', {
        title: read.titles.get(entry) || titleIn(frozen.edition, entry) || entry,
        languages: left.map((one) => sayDesk(reader, `lang.${one}.in`)).join(', '),
      })
    }),
  }
}

/** Stories that may be taken in: those that this person may know of, newest first. */
export const candidatesView = async (req: PayloadRequest, id: string, q: string, reader: Language): Promise<CandidatesView> => {
  const person = mustOpenIssues(req)
  const bulletin = await bulletinOf(req, id)
  const found = (await candidatesFor(req, person, q)).slice(0, MOST_CANDIDATES)
  const cells = await cellsOf(req, person, found)
  const used = await usedIn(req)
  const inThis = new Set(entriesOf(bulletin).map(({ story }) => story))
  const stageIn = (story: string, language: Language): Stage => {
    const cell = cells.get(story)?.[language]
    if (!cell || cell.row.trashedAt !== null) return 'missing'
    return cell.liveSeq !== null ? 'released' : cell.shown.key === 'withdrawn' ? 'withdrawn' : cell.row.state
  }
  return {
    stories: found
      .filter((story) => !inThis.has(story.id))
      .map((story) => ({
        id: story.id,
        title: cells.get(story.id)?.[reader]?.title || cells.get(story.id)?.vi?.title || story.title,
        stages: { vi: stageIn(story.id, 'vi'), en: stageIn(story.id, 'en'), ja: stageIn(story.id, 'ja') },
        used: used.get(story.id) ?? null,
      })),
  }
}

/** The issue that printed or plans a story. */
const usedIn = async (req: PayloadRequest): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await allBulletins(req)).flatMap((bulletin) =>
      entriesOf(bulletin).flatMap(({ story }): readonly (readonly [string, string])[] =>
        story ? [[story, `${bulletin.quarter}/${bulletin.year}`]] : [],
      ),
    ),
  )

/** The stored file of a closed edition. */
export const fileOf = async (
  req: PayloadRequest,
  id: string,
  language: Language,
  kind: string,
): Promise<{ readonly file: string; readonly mime: string; readonly name: string }> => {
  mustOpenIssues(req)
  const bulletin = await bulletinOf(req, id)
  const { [language]: doc } = await editionsOf(req, id)
  const found = (doc.snapshot as Snapshot | null)?.edition?.files.find((one) => one.kind === kind)
  if (!found) throw new NewsroomError('request.notFound', { kind })
  const { year, quarter } = bulletin
  return {
    file: `${found.digest}.${found.ext}`,
    mime: found.mime,
    name: `ban-tin-${year}-q${quarter}-${language}${kind === 'press' ? '-press' : ''}.${found.ext}`,
  }
}
