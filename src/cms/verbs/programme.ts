import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { ulid } from 'ulid'
import { failpoint } from '#delivery/failpoint'
import { checkPlan, newPlan } from '#programme/arrange'
import { contentsDigest } from '#programme/differences'
import type { ProgrammePlan } from '#programme/plan'
import {
  judgeProgramme,
  moveProgramme,
  newProgrammeRow,
  programmeChanged,
  type ProgrammeArgs,
  type ProgrammeRow,
} from '#programme/programme'
import { airAtOf } from '#programme/timing'
import type { ProgrammeVerb } from '#programme/view'
import { say } from '#programme/words'
import { NewsroomError, type Instant, type Language, type Person } from '#newsroom'
import type { ReleaseRequest } from '#publication/log'
import { snapshotDigest, type Snapshot } from '#publication/release'
import { cleanLine, cleanText } from '#text/normalise'
import { databaseNow } from '../database'
import { mustExist } from '../named'
import { makeProgrammeFiles } from '../programme/files'
import { readProgramme, type ProgrammeRead } from '../programme/present'
import { read } from '../situation'
import { recordEvent } from '../stores/events'
import { programmeOf, writeProgramme } from '../stores/programmes'
import { releaseLog } from '../stores/release-log'
import { inTransaction } from '../transaction'
import { perform, type Move } from './act'
import { approvalsOf, toldMove } from './composition'
import { once, repeated, type Act } from './once'

export const mayProduce = ({ roles }: Person): boolean => roles.includes('producer')

const mustProduce = (person: Person, verb: string): void => {
  if (!mayProduce(person)) throw new NewsroomError('move.notYours', { verb })
}

/** A programme for a day, with its opening and closing, for the first channel that takes programmes. */
export const beginProgramme = (
  payload: Payload,
  { person, key, req }: Act,
  wanted: { readonly airDate: string; readonly language: Language },
): Promise<string> =>
  once(payload, req, person, key, { verb: 'beginProgramme', wanted }, async (same) => {
    mustProduce(person, 'beginProgramme')
    const now = await databaseNow(payload)
    const item = ulid(now.getTime())
    const [channel] = await programmeChannels(same)
    const { language } = wanted
    const plan = newPlan(
      {
        ...wanted,
        channel: channel?.key ?? '',
        title: say(language, 'newTitle'),
        opening: say(language, 'kind.opening'),
        closing: say(language, 'kind.closing'),
      },
      () => ulid(now.getTime()),
    )
    const { id } = await payload.db.create({
      collection: 'programmes',
      data: {
        item,
        language,
        airAt: airAtOf(plan),
        rev: 1,
        state: 'open',
        plan,
        row: newProgrammeRow({ programme: '', item, language }),
        frozen: null,
        snapshot: null,
        begunBy: person.id,
      },
      req: same,
    })
    await writeProgramme(same, String(id), { row: newProgrammeRow({ programme: String(id), item, language }) })
    await tell(same, person, { id: String(id), item, verb: 'programme.begin', key, facts: { ...wanted } })
    return String(id)
  })

/** Channels that take programmes: those that name the type, and those that take everything. */
export const programmeChannels = async (
  req: PayloadRequest,
): Promise<readonly { readonly key: string; readonly name?: unknown }[]> => {
  const { docs } = await req.payload.db.find<{ id: string; key: string; name?: unknown; itemTypes?: string[] | null }>({
    collection: 'channels',
    limit: 0,
    pagination: false,
    sort: 'key',
    locale: 'all',
    req,
  })
  return docs.filter(({ itemTypes }) => (itemTypes ?? []).length === 0 || itemTypes?.includes('programme'))
}

/** Saves what was arranged; somebody else's save in between is a conflict, with theirs beside it. */
export const arrangeProgramme = (
  payload: Payload,
  { person, req }: { readonly person: Person; readonly req: PayloadRequest },
  id: string,
  { rev, plan: wanted }: { readonly rev: number; readonly plan: ProgrammePlan },
): Promise<void> =>
  inTransaction(payload, req, async (same) => {
    mustProduce(person, 'arrange')
    const doc = await programmeOf(same, id)
    if (rev !== doc.rev) throw new NewsroomError('save.conflict', { rev: doc.rev, theirs: { plan: doc.plan } })
    const plan = admitted({ ...wanted, language: doc.language })
    const [problem] = checkPlan(plan)
    if (problem) throw new NewsroomError('programme.planInvalid', { ...problem })
    await mustExist(
      same,
      'stories',
      plan.steps.flatMap(({ story }) => story ?? []),
    )
    const changed = JSON.stringify(plan) !== JSON.stringify(doc.plan)
    const row = changed ? programmeChanged(doc.row, person.id) : doc.row
    await writeProgramme(same, id, { plan, row, airAt: airAtOf(plan), rev: doc.rev + 1 })
    await tell(same, person, { id, item: doc.item, verb: 'programme.arrange', facts: { rev: doc.rev + 1 } })
  })

const admitted = (plan: ProgrammePlan): ProgrammePlan => {
  const { language } = plan
  return {
    ...plan,
    title: cleanLine(plan.title, language),
    presenter: cleanLine(plan.presenter, language),
    steps: plan.steps.map((step) => ({
      ...step,
      title: cleanLine(step.title, language),
      intro: cleanText(step.intro, language),
      script: cleanText(step.script, language),
      notes: cleanText(step.notes, 'vi'),
    })),
  }
}

export type ProgrammeMove = {
  readonly verb: ProgrammeVerb
  readonly programme: string
  readonly from: string
  readonly to: string
  readonly seq: number | null
  /** Texts that waited and went out with it. */
  readonly texts: readonly Move[]
  readonly at: Instant
  readonly event: number
}

/** The files are made first, while nobody is kept from writing; what changed meanwhile is not closed over. */
export const closeProgramme = async (
  payload: Payload,
  mediaDir: string,
  { person, key, req }: Act,
  id: string,
): Promise<ProgrammeMove> => {
  const request = { verb: 'closeProgramme', id }
  const before = await repeated<ProgrammeMove>(payload, person, key, request)
  if (before) return before
  const looked = await readProgramme(await createLocalReq({}, payload), id, person, await databaseNow(payload))
  const refusal = judgeProgramme('close', looked.situation)
  if (refusal) throw new NewsroomError(refusal.code, refusal.facts)
  const { snapshot, contents } = await makeProgrammeFiles(mediaDir, looked.programme)
  return once(payload, req, person, key, request, async (same) => {
    const found = await readProgramme(same, id, person, await databaseNow(payload))
    if (contentsDigest(found.programme) !== contents) throw new NewsroomError('programme.changed')
    const row = moveProgramme('close', { ...found.situation, present: contents, snapshot: snapshotDigest(snapshot) })
    await writeProgramme(same, id, { row, frozen: looked.programme, snapshot })
    return told(same, found, 'close', row, key, { reason: null, seq: null, texts: [] })
  })
}

/** Every other verb: one transaction, in which the texts that waited go out before the programme that tells them. */
export const moveProgrammeBy = (
  payload: Payload,
  { person, key, req }: Act,
  verb: Exclude<ProgrammeVerb, 'close'>,
  id: string,
  args: ProgrammeArgs,
): Promise<ProgrammeMove> =>
  once(payload, req, person, key, { verb, programme: id, args }, async (same) => {
    const now = await databaseNow(payload)
    const found = await readProgramme(same, id, person, now)
    const row = moveProgramme(verb, found.situation, args)
    const texts: Move[] = []
    if (verb === 'release' || verb === 'correct') {
      failpoint('edition-before-texts')
      for (const { text, article } of found.steps)
        if (text?.source === 'waits' && article !== null)
          texts.push(await perform(same, await read(same, article, person, now), 'release', {}, now, key))
      failpoint('edition-before-append')
    }
    const request = requestFor(found, verb, args)
    const [release] = request ? await releaseLog(payload, same).append([request], [found.doc.plan.channel]) : []
    if (release) failpoint('edition-after-append')
    await writeProgramme(same, id, verb === 'reopen' ? { row, frozen: null, snapshot: null } : { row })
    return told(same, found, verb, row, key, { reason: args.reason ?? args.note ?? null, seq: release?.seq ?? null, texts })
  })

const requestFor = ({ doc, situation }: ProgrammeRead, verb: ProgrammeVerb, args: ProgrammeArgs): ReleaseRequest | null => {
  const base = {
    item: doc.item,
    itemType: 'programme',
    language: doc.language,
    by: { id: situation.person.id, name: situation.person.name },
  } as const
  const text = { snapshot: doc.snapshot as Snapshot, approvals: approvalsOf(doc.row), follows: null }
  switch (verb) {
    case 'release':
      return { ...base, kind: 'release', ...text }
    case 'correct':
      return { ...base, kind: 'correction', ...text, note: { kind: 'slip', text: args.note ?? '' } }
    case 'withdraw':
      return { ...base, kind: 'withdrawal', reason: args.reason ?? '' }
    default:
      return null
  }
}

const told = async (
  req: PayloadRequest,
  { doc, situation }: ProgrammeRead,
  verb: ProgrammeVerb,
  row: ProgrammeRow,
  key: string,
  { texts, ...said }: { readonly reason: string | null; readonly seq: number | null; readonly texts: readonly Move[] },
): Promise<ProgrammeMove> => {
  const work = { kind: 'programme', what: doc.id, doc, situation } as const
  return { programme: doc.id, texts, ...(await toldMove(req, work, verb, row, key, said)) }
}

const tell = (
  req: PayloadRequest,
  person: Person,
  {
    id,
    item,
    verb,
    key,
    facts,
  }: { readonly id: string; readonly item: string; readonly verb: string; readonly key?: string; readonly facts: object },
) =>
  recordEvent(req, {
    verb,
    who: person.id,
    what: id,
    from: null,
    to: null,
    reason: null,
    digest: null,
    ...(key === undefined ? {} : { key }),
    facts: { item, ...facts },
  })
