import type { Payload, PayloadRequest } from 'payload'
import { ulid } from 'ulid'
import { checkPlan, newPlanFrom } from '#bulletin/arrange'
import { defaultDate, defaultDeadlines, nextQuarter, numbersOf, type Quarter } from '#bulletin/issue'
import type { Plan } from '#bulletin/plan'
import type { PlanChange, RecordView } from '#bulletin/view'
import { LANGUAGES, NewsroomError, type Person } from '#newsroom'
import { cleanLine, cleanText } from '#text/normalise'
import { civilDay } from '#text/dates'
import { newestLicence } from '../bulletin/licence'
import { entriesOf } from '../bulletin/present'
import { databaseNow } from '../database'
import { mustExist, mustSee } from '../named'
import { idOf } from '../snapshot'
import {
  addEditions,
  allBulletins,
  bulletinOf,
  composed,
  piecesOf,
  type BulletinDoc,
  type TakenErratum,
} from '../stores/bulletins'
import { recordEvent } from '../stores/events'
import { inTransaction } from '../transaction'
import { once, type Act } from './once'

export const mayArrange = ({ roles }: Person): boolean => roles.includes('bulletinEditor')

const mustArrange = (person: Person, verb: string): void => {
  if (!mayArrange(person)) throw new NewsroomError('move.notYours', { verb })
}

/** The next quarter's issue, with the sections of the one before it. */
export const beginIssue = (payload: Payload, { person, key, req }: Act, wanted: Quarter): Promise<string> =>
  once(payload, req, person, key, { verb: 'beginIssue', wanted }, async (same) => {
    mustArrange(person, 'beginIssue')
    const now = await databaseNow(payload)
    const issues = await allBulletins(same)
    if (issues.some(({ year, quarter }) => year === wanted.year && quarter === wanted.quarter))
      throw new NewsroomError('bulletin.exists', { ...wanted })
    const date = defaultDate(wanted)
    const item = ulid(now.getTime())
    const licence = await newestLicence(same, 'vi')
    const previous = issues[0]?.plan ?? { sections: [] }
    const { id } = await payload.db.create({
      collection: 'bulletins',
      data: {
        item,
        ...wanted,
        ...numbersOf(wanted, issues),
        date,
        rev: 1,
        licence: licence?.id ?? null,
        cover: null,
        themes: { vi: '', en: '', ja: '' },
        deadlines: defaultDeadlines(date),
        plan: newPlanFrom(previous, () => ulid(now.getTime())),
        errata: [],
        begunBy: person.id,
      } satisfies Omit<BulletinDoc, 'id'>,
      req: same,
    })
    await addEditions(same, { id: String(id), item })
    await tell(same, { id: String(id), item }, person, 'bulletin.begin', { key, facts: { ...wanted } })
    return String(id)
  })

/** What may be begun now; null = nothing by this person. */
export const nextIssue = async (req: PayloadRequest, person: Person): Promise<Quarter | null> =>
  mayArrange(person) ? nextQuarter(await allBulletins(req), civilDay(await databaseNow(req.payload))) : null

/** Saves what was arranged; somebody else's save in between is a conflict, with theirs beside it. */
export const arrange = (
  payload: Payload,
  { person, req }: { readonly person: Person; readonly req: PayloadRequest },
  id: string,
  { rev, ...change }: PlanChange,
): Promise<void> =>
  inTransaction(payload, req, async (same) => {
    mustArrange(person, 'arrange')
    const bulletin = await bulletinOf(same, id)
    if (rev !== bulletin.rev) {
      const { plan, themes, date, deadlines, rev: theirs } = bulletin
      throw new NewsroomError('save.conflict', { rev: theirs, theirs: { plan, themes, date, deadlines } })
    }
    const plan = change.plan ? await admitted(same, person, change.plan, bulletin.plan) : bulletin.plan
    const data = {
      plan,
      themes: change.themes ? inThree(change.themes) : bulletin.themes,
      date: change.date ?? bulletin.date,
      deadlines: change.deadlines ?? bulletin.deadlines,
      cover: change.cover === undefined ? idOf(bulletin.cover) : change.cover,
      licence: change.licence === undefined ? (bulletin.licence ?? null) : change.licence,
    }
    if (data.cover !== idOf(bulletin.cover)) await mustSee(same, person, data.cover ? [String(data.cover)] : [])
    await mustExist(same, 'licences', data.licence ? [String(data.licence)] : [])
    await payload.db.updateOne({ collection: 'bulletins', id, data: { ...data, rev: bulletin.rev + 1 }, req: same })
    await addPieces(same, id, plan)
    const changed = Object.entries(data).flatMap(([name, value]) =>
      JSON.stringify(value) === JSON.stringify(bulletin[name as keyof BulletinDoc] ?? null) ? [] : [name],
    )
    // Deadlines are for the desk alone; everything else is printed.
    if (changed.some((name) => name !== 'deadlines')) await composed(same, id, person.id, LANGUAGES)
    await tell(same, bulletin, person, 'bulletin.arrange', { facts: { changed, rev: bulletin.rev + 1 } })
  })

const inThree = (words: NonNullable<PlanChange['themes']>) => ({
  vi: cleanLine(words.vi, 'vi'),
  en: cleanLine(words.en, 'en'),
  ja: cleanLine(words.ja, 'ja'),
})

const admitted = async (req: PayloadRequest, person: Person, wanted: Plan, before: Plan): Promise<Plan> => {
  const plan: Plan = {
    sections: wanted.sections.map(({ id, names, entries }) => ({
      id,
      names: inThree(names),
      entries: entries.map(({ id: entry, slot, story, budget, photos, notes, leftOut = [] }) => ({
        id: entry,
        slot,
        story,
        budget,
        photos,
        notes: cleanText(notes, 'vi'),
        ...(leftOut.length > 0 ? { leftOut } : {}),
      })),
    })),
  }
  const [problem] = checkPlan(plan)
  if (problem) throw new NewsroomError('bulletin.planInvalid', { ...problem })
  const entries = entriesOf({ plan })
  await mustExist(
    req,
    'stories',
    entries.flatMap(({ story }) => story ?? []),
  )
  const shown = new Set(entriesOf({ plan: before }).flatMap(({ photos }) => photos))
  await mustSee(
    req,
    person,
    entries.flatMap(({ photos }) => photos.filter((photo) => !shown.has(photo))),
  )
  return plan
}

/** An own piece has a text to open in each language, as soon as its place is there. */
const addPieces = async (req: PayloadRequest, bulletin: string, plan: Plan): Promise<void> => {
  const there = new Set((await piecesOf(req, bulletin)).map(({ entry, language }) => `${entry}/${language}`))
  for (const { id: entry, story } of entriesOf({ plan })) {
    if (story !== null) continue
    for (const language of LANGUAGES) {
      if (there.has(`${entry}/${language}`)) continue
      await req.payload.create({
        collection: 'pieces',
        data: { bulletin, entry, language, title: '', summary: '', byline: '' } as never,
        overrideAccess: true,
        req,
      })
    }
  }
}

/** Copies handed over: deposit or distribution. */
export const addRecord = (
  payload: Payload,
  { person, key, req }: Act,
  bulletin: string,
  record: Omit<RecordView, 'id' | 'by'>,
): Promise<string> =>
  once(payload, req, person, key, { verb: 'addRecord', bulletin, record }, async (same) => {
    if (!mayArrange(person) && !person.roles.includes('chief')) throw new NewsroomError('move.notYours', { verb: 'addRecord' })
    const { item } = await bulletinOf(same, bulletin)
    const at = (await databaseNow(payload)).toISOString()
    const { id } = await payload.db.create({
      collection: 'records',
      data: {
        bulletin,
        ...record,
        addressee: cleanLine(record.addressee, 'vi'),
        address: cleanLine(record.address, 'vi'),
        receipt: cleanLine(record.receipt, 'vi'),
        by: { id: person.id, name: person.name, at },
      },
      req: same,
    })
    const { kind, language, copies } = record
    await tell(same, { id: bulletin, item }, person, 'bulletin.record', { key, facts: { kind, language, copies } })
    return String(id)
  })

/** A drafted erratum goes into another issue, with the wording that its editor gave it; answers that issue. */
export const takeErratum = (payload: Payload, { person, key, req }: Act, into: string, erratum: TakenErratum): Promise<string> =>
  once(payload, req, person, key, { verb: 'takeErratum', into, erratum }, async (same) => {
    mustArrange(person, 'takeErratum')
    if (erratum.wrong.trim() === '' || erratum.right.trim() === '') throw new NewsroomError('edition.noticeMissing')
    const bulletin = await bulletinOf(same, into)
    const errata = [...bulletin.errata.filter(({ draft }) => draft !== erratum.draft), erratum]
    await payload.db.updateOne({ collection: 'bulletins', id: into, data: { errata, rev: bulletin.rev + 1 }, req: same })
    await composed(same, into, person.id, [erratum.language])
    await tell(same, bulletin, person, 'bulletin.erratum', { key, facts: { language: erratum.language } })
    return into
  })

const tell = (
  req: PayloadRequest,
  { id, item }: Pick<BulletinDoc, 'id' | 'item'>,
  { id: who }: Person,
  verb: string,
  { key, facts }: { readonly key?: string; readonly facts: Readonly<Record<string, unknown>> },
) =>
  recordEvent(req, {
    verb,
    who,
    what: id,
    from: null,
    to: null,
    reason: null,
    digest: null,
    ...(key === undefined ? {} : { key }),
    facts: { item, ...facts },
  })
