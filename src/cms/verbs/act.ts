import type { Payload, PayloadRequest } from 'payload'
import { failpoint } from '#delivery/failpoint'
import { isLive, move, type Args, type Verb, type WorkflowRow } from '#editorial/workflow'
import { GRADES, NewsroomError, type Grade, type Instant, type Language } from '#newsroom'
import type { ReleaseRequest } from '#publication/log'
import { gradeOf, type Approval, type CorrectionNote } from '#publication/release'
import { handOver } from '#translation/lineage'
import { databaseNow } from '../database'
import { read, type Read } from '../situation'
import { itemTypeOf } from '../snapshot'
import { versionIn } from '../texts'
import { recordEvent } from '../stores/events'
import { forget, remember } from '../stores/memory'
import { releaseLog } from '../stores/release-log'
import { writeRow } from '../stores/standings'
import { advanced } from '../translating'
import { once, type Act } from './once'
import { keysOfChannels } from './owe'
import { keepMediaLive, keepSight } from './sight'

/** What a verb did: the same for every repetition of its key. */
export type Move = {
  readonly verb: Verb
  readonly article: string
  readonly from: string
  readonly to: string
  readonly seq: number | null
  readonly at: Instant
  readonly event: number
}

/** One verb on one language version: one transaction, one event, one key. */
export const act = (payload: Payload, { person, key, req }: Act, verb: Verb, articleId: string, args: Args): Promise<Move> =>
  once(payload, req, person, key, { verb, article: articleId, args }, async (same) => {
    const now = await databaseNow(payload)
    return perform(same, await read(same, articleId, person, now), verb, args, now, key)
  })

/** Withdrawal of several languages in one transaction: all or none (workflow: "withdraw"). */
export const withdrawStory = (
  payload: Payload,
  { person, key, req }: Act,
  storyId: string,
  languages: readonly Language[],
  reason: string,
): Promise<readonly Move[]> =>
  once(payload, req, person, key, { verb: 'withdraw', story: storyId, languages, reason }, async (same) => {
    const now = await databaseNow(payload)
    if (languages.length === 0) throw new NewsroomError('move.notLive')
    const moves: Move[] = []
    for (const language of languages) {
      const article = await versionIn(same, storyId, language)
      if (!article) throw new NewsroomError('request.notFound', { id: storyId, language })
      moves.push(await perform(same, await read(same, article.id, person, now), 'withdraw', { reason }, now, key))
    }
    return moves
  })

/** One verb inside the transaction of another: what was read is what is judged. */
export const perform = async (
  req: PayloadRequest,
  found: Read,
  verb: Verb,
  args: Args,
  now: Date,
  key: string,
): Promise<Move> => {
  const { kept, situation, article } = found
  const row = move(verb, situation, args)
  const seq = await appendFor(req, found, verb, args)
  await keepFlags(req, found, row, verb)
  await writeRow(req, kept.id, row, seq === null ? undefined : verb === 'withdraw' ? 0 : article.rev)
  await keepMemory(req, found, verb, seq)
  const reason = args.reason ?? args.note?.text ?? null
  const event = await recordEvent(req, {
    verb,
    who: situation.person.id,
    what: article.id,
    from: kept.row.state,
    to: row.state,
    reason,
    digest: situation.digest,
    key,
    at: now.toISOString(),
    facts: { item: article.item, language: article.language, ...(seq === null ? {} : { seq }) },
  })
  return { verb, article: article.id, from: kept.row.state, to: row.state, seq, at: event.at, event: event.n }
}

const appendFor = async (req: PayloadRequest, found: Read, verb: Verb, args: Args): Promise<number | null> => {
  const request = requestFor(found, verb, args)
  if (!request) return null
  const wanted = await keysOfChannels(req, found.story)
  failpoint('release-before-append')
  const [release] = await releaseLog(req.payload, req).append([request], wanted)
  failpoint('release-after-append')
  return release?.seq ?? null
}

const requestFor = (found: Read, verb: Verb, args: Args): ReleaseRequest | null => {
  const { situation, snapshot, story, article } = found
  const base = {
    item: story.item,
    itemType: itemTypeOf(story),
    language: article.language,
    by: { id: situation.person.id, name: situation.person.name },
  } as const
  const { basedOn } = article
  const text = {
    snapshot,
    approvals: approvalsOf(situation.row),
    follows: basedOn ? { language: basedOn.language, seq: basedOn.seq, digest: basedOn.digest } : null,
  }
  switch (verb) {
    case 'release':
      return { ...base, kind: 'release', ...text }
    case 'correct':
      return { ...base, kind: 'correction', ...text, note: gravest(args.note as CorrectionNote, passedOn(found)) }
    case 'withdraw':
      return { ...base, kind: 'withdrawal', reason: args.reason ?? '' }
    default:
      return null
  }
}

/**
 * How far the changes of its own source reached that a translation works in with this correction: whoever translates it on
 * has to follow those as well, whatever this text's editor calls the change.
 */
const passedOn = ({ source, history, article }: Read): Grade => {
  const last = history.at(-1)
  const from = (last && last.kind !== 'withdrawal' ? last.follows?.seq : null) ?? 0
  const to = article.basedOn?.seq ?? 0
  const since = (source?.history ?? []).filter(({ seq }) => seq > from && seq <= to)
  const grades = since.map((release): Grade => (release.kind === 'withdrawal' ? 'major' : (gradeOf(release) ?? 'minor')))
  return worstGrade(grades)
}

const worstGrade = (grades: readonly Grade[]): Grade => GRADES.toReversed().find((grade) => grades.includes(grade)) ?? 'typo'

const gravest = (note: CorrectionNote, atLeast: Grade): CorrectionNote =>
  note.kind === 'rectification' || note.grade === undefined ? note : { ...note, grade: worstGrade([note.grade, atLeast]) }

const approvalsOf = ({ approval, secondSign, waivers, revised, dismissed }: WorkflowRow): readonly Approval[] => [
  ...(approval
    ? [
        {
          act: 'approve' as const,
          by: approval.by,
          name: approval.name,
          at: approval.at,
          digest: approval.digest,
          onWordOf: approval.onWordOf,
          waivers: waivers.map(({ finding, kind, reason, facts }) => ({ finding, kind, reason, facts })),
          revisedBy: revised ? { id: revised.by, name: revised.name } : null,
          dismissed: dismissed.map(({ finding, kind, reason, by, name, facts }) => ({ finding, kind, reason, by, name, facts })),
        },
      ]
    : []),
  ...(secondSign
    ? [
        {
          act: 'secondSign' as const,
          by: secondSign.by,
          name: secondSign.name,
          at: secondSign.at,
          digest: secondSign.digest,
          onWordOf: null,
          waivers: [],
        },
      ]
    : []),
]

/** What the read rules ask of a text, beside it; and the source that a translation stands on. */
const keepFlags = async (req: PayloadRequest, found: Read, row: WorkflowRow, verb: Verb): Promise<void> => {
  const { article, history, story } = found
  const live = verb === 'withdraw' ? false : verb === 'release' || verb === 'correct' || isLive(history)
  if (verb === 'release' || verb === 'correct') await keepMediaLive(req, article, story)
  await keepSight(req, article, row, live, await handedOver(req, found, verb))
}

/** What readers see in both languages teaches the next translator; what was withdrawn, on either side, teaches nobody. */
const keepMemory = async (req: PayloadRequest, found: Read, verb: Verb, seq: number | null): Promise<void> => {
  const { article, translation, source } = found
  const { item, language } = article
  if (seq === null) return
  if (verb === 'withdraw') return forget(req, item, language)
  if (!translation || !article.basedOn || !source || !isLive(source.history)) return
  await remember(req, { item, seq, pair: { from: article.basedOn.language, to: language }, translating: translation })
}

/** Whoever hands a translation over answers for every segment that they touched. */
const handedOver = async (req: PayloadRequest, { translation, article, situation }: Read, verb: Verb) => {
  if (!translation || (verb !== 'submit' && verb !== 'revised')) return {}
  const state = verb === 'submit' ? 'translated' : 'revised'
  const lineage = handOver(translation.lineage, state, situation.person.id, situation.now)
  return advanced(req, { basedOn: article.basedOn ?? null, lineage }, translation.target)
}
