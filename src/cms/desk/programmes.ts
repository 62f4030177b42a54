/** The programme's screens: list, running order, candidates. Shapes are `programme/view`. */
import type { PayloadRequest } from 'payload'
import { seededScript } from '#programme/arrange'
import { differences } from '#programme/differences'
import { programmeOffers, shownProgramme, urgentChanges, type TextNow } from '#programme/programme'
import { stepTimes, totalMs } from '#programme/timing'
import type { ProgrammeCandidates, ProgrammeCard, ProgrammesView, ProgrammeView, StepView } from '#programme/view'
import { differenceSentence, urgentSentence } from '#programme/words'
import { NewsroomError, type ItemId, type Language } from '#newsroom'
import { historyOf } from '../composing'
import { databaseNow } from '../database'
import { readProgramme, type ProgrammeRead } from '../programme/present'
import { filmOf } from '../snapshot'
import { allProgrammes, programmeOf, type ProgrammeDoc } from '../stores/programmes'
import { mayProduce, programmeChannels } from '../verbs/programme'
import { cellsOf } from './cells'
import { candidatesFor, marksView, MOST_CANDIDATES, mustOpenIssues, offersView } from './compositions'
import { channelNames } from './outlets'
import { sayDesk } from './words'

export const programmesView = async (req: PayloadRequest, reader: Language): Promise<ProgrammesView> => {
  const person = mustOpenIssues(req)
  const docs = await allProgrammes(req)
  const names = await channelNames(req, reader)
  const histories = await historyOf(
    req,
    docs.map(({ item }) => item),
  )
  // Whether something changed since it was closed is said where the programme is opened.
  const programmes = docs.map((doc) =>
    cardOf(doc, { history: histories.get(doc.item)?.[doc.language] ?? [], present: doc.row.closed?.contents ?? null }, names),
  )
  return { programmes, mayBegin: mayProduce(person) }
}

const cardOf = (
  doc: ProgrammeDoc,
  { history, present }: Pick<ProgrammeRead['situation'], 'history' | 'present'>,
  names: ReadonlyMap<string, string>,
): ProgrammeCard => {
  const { plan } = doc
  return {
    id: doc.id,
    item: doc.item,
    title: plan.title,
    language: doc.language,
    channel: names.get(plan.channel) ?? plan.channel,
    airAt: doc.airAt,
    shown: shownProgramme(doc.row, history, present),
    steps: plan.steps.length,
    totalMs: totalMs(plan.steps.map((step) => stepTimes(step, plan.language, plan.pace))),
    targetMs: plan.targetMs,
  }
}

export const programmeView = async (req: PayloadRequest, id: string, reader: Language): Promise<ProgrammeView> => {
  const person = mustOpenIssues(req)
  const found = await readProgramme(req, id, person, await databaseNow(req.payload))
  const { doc, history, situation } = found
  const { row, snapshot } = doc
  const last = history.at(-1)
  const names = await channelNames(req, reader)
  const channels = await programmeChannels(req)
  return {
    ...cardOf(doc, situation, names),
    rev: doc.rev,
    plan: doc.plan,
    board: Object.fromEntries(
      found.steps.map(({ step, view, readable }): [string, StepView] => [
        step.id,
        {
          id: step.id,
          ...view,
          text: view.text && !readable ? { ...view.text, href: null } : view.text,
          film: readable ? view.film : null,
        },
      ]),
    ),
    state: row.state,
    changes: await changesOf(req, found, reader),
    ...marksView(row),
    live: last && last.kind !== 'withdrawal' ? { seq: last.seq, version: last.version, at: last.at } : null,
    offers: offersView(programmeOffers(situation), reader),
    files: (snapshot?.programme?.files ?? []).map(({ kind, step, bytes, ext, digest }) => ({
      kind,
      step,
      bytes,
      ext,
      href: `/api/desk/programmes/${id}/files/${digest}.${ext}`,
    })),
    channels: channels.map(({ key }) => ({ key, name: names.get(key) ?? key })),
    may: { arrange: mayProduce(person) },
    locked: mayProduce(person) ? null : sayDesk(reader, 'programme.locked'),
  }
}

/** What is not as it was closed; what was corrected or taken down before air comes first. */
const changesOf = async (
  req: PayloadRequest,
  { doc, programme, situation }: ProgrammeRead,
  reader: Language,
): Promise<ProgrammeView['changes']> => {
  if (!doc.frozen) return []
  const { frozen } = doc
  const urgent = urgentChanges(frozen.steps, {
    lastOf: await lastTold(
      req,
      frozen.steps.flatMap(({ text }) => text?.item ?? []),
      doc.language,
    ),
    airAt: doc.airAt,
    now: situation.now,
  })
  const told = new Set(urgent.map(({ step }) => step))
  const titleOf = (step: string | null) =>
    [...programme.steps, ...frozen.steps].find(({ id }) => id === step)?.title ?? programme.title
  return [
    ...urgent.map((change) => ({ step: change.step, text: urgentSentence(change, reader), urgent: true })),
    ...differences(frozen, programme)
      .filter(({ kind, step }) => !(kind === 'text' && step !== null && told.has(step)))
      .map((change) => ({ step: change.step, text: differenceSentence(change, titleOf, reader), urgent: false })),
  ]
}

const lastTold = async (
  req: PayloadRequest,
  items: readonly ItemId[],
  language: Language,
): Promise<ReadonlyMap<ItemId, TextNow>> =>
  new Map(
    [...(await historyOf(req, items))].flatMap(([item, { [language]: lines }]) => {
      const last = lines.at(-1)
      return last ? [[item, { kind: last.kind, at: last.at, digest: last.snapshotDigest }] as const] : []
    }),
  )

/** Stories that may be told: those that this person may know of, newest first. */
export const programmeCandidates = async (req: PayloadRequest, id: string, q: string): Promise<ProgrammeCandidates> => {
  const person = mustOpenIssues(req)
  const { language, plan } = await programmeOf(req, id)
  const used = new Set(plan.steps.map(({ story }) => story))
  const found = (await candidatesFor(req, person, q)).filter(({ id: story }) => !used.has(story)).slice(0, MOST_CANDIDATES)
  const cells = await cellsOf(req, person, found)
  const stories: ProgrammeCandidates['stories'][number][] = []
  for (const story of found) {
    const cell = cells.get(story.id)?.[language]
    const state = !cell || cell.row.trashedAt !== null ? 'missing' : cell.liveSeq !== null ? 'released' : cell.row.state
    // Behind a text that is out may stand another film: its length is for whoever sees the text.
    const film = cell && story.kind === 'video' ? await filmOf(req, story.id) : null
    stories.push({
      id: story.id,
      title: cell?.title ?? story.title,
      titleLanguage: cell ? language : story.sourceLanguage,
      summary: cell ? await summaryOf(req, cell.article, language) : '',
      state,
      film: film ? { durationMs: film.durationMs ?? null } : null,
    })
  }
  return { stories }
}

/** What a script begins with. */
const summaryOf = async (req: PayloadRequest, article: string, language: Language): Promise<string> => {
  const found = await req.payload.db.findOne<{ id: string; summary?: string | null }>({
    collection: 'articles',
    where: { id: { equals: article } },
    select: { summary: true },
    req,
  })
  return seededScript({ summary: found?.summary ?? '', body: '' }, language)
}

/** A file of a closed programme, by its name in the store. */
export const programmeFileOf = async (
  req: PayloadRequest,
  id: string,
  name: string,
): Promise<{ readonly file: string; readonly mime: string; readonly ext: string }> => {
  mustOpenIssues(req)
  const { snapshot } = await programmeOf(req, id)
  const found = snapshot?.programme?.files.find(({ digest, ext }) => `${digest}.${ext}` === name)
  if (!found) throw new NewsroomError('request.notFound', { file: name })
  return { file: name, mime: found.mime, ext: found.ext }
}
