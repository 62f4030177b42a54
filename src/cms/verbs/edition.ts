import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { failpoint } from '#delivery/failpoint'
import { contentsDigest } from '#bulletin/differences'
import { judgeEdition, moveEdition, type EditionArgs, type EditionRow } from '#bulletin/issue'
import type { EditionVerb } from '#bulletin/view'
import { say } from '#bulletin/words'
import { LANGUAGES, NewsroomError, type Instant, type Language } from '#newsroom'
import type { ReleaseRequest } from '#publication/log'
import { snapshotDigest, type CorrectionNote, type Snapshot } from '#publication/release'
import { figuresOf } from '#richtext'
import { makeFiles } from '../bulletin/files'
import { findingsIn, preflightOf } from '../bulletin/preflight'
import { readEdition, withNotice, type EditionRead } from '../bulletin/read-edition'
import { databaseNow } from '../database'
import { read } from '../situation'
import { writeEdition } from '../stores/bulletins'
import { releaseLog } from '../stores/release-log'
import { perform, type Move } from './act'
import { approvalsOf, toldMove } from './composition'
import { once, repeated, type Act } from './once'

/** What a verb did to an edition: the same for every repetition of its key. */
export type EditionMove = {
  readonly verb: EditionVerb
  readonly bulletin: string
  readonly language: Language
  readonly from: string
  readonly to: string
  readonly seq: number | null
  readonly at: Instant
  readonly event: number
}

/** The pages are made first, while nobody is kept from writing; what changed meanwhile is not closed over. */
export const closeEdition = async (
  payload: Payload,
  mediaDir: string,
  { person, key, req }: Act,
  bulletin: string,
  language: Language,
  args: EditionArgs,
): Promise<EditionMove> => {
  const request = { verb: 'close', bulletin, language, args }
  const before = await repeated<EditionMove>(payload, person, key, request)
  if (before) return before
  const outside = await createLocalReq({}, payload)
  const looked = await readEdition(outside, bulletin, language, person, await databaseNow(payload))
  const refusal = judgeEdition('close', looked.situation, args)
  if (refusal) throw new NewsroomError(refusal.code, refusal.facts)
  const edition = withNotice(looked.present.edition, noticeIn(looked, args))
  const findings = await findingsIn(outside, looked.present, person)
  const { report, snapshot } = await makeFiles(mediaDir, `${bulletin}/${language}`, edition, logOf(looked))
  return once(payload, req, person, key, request, async (same) => {
    const found = await readEdition(same, bulletin, language, person, await databaseNow(payload))
    const now = withNotice(found.present.edition, noticeIn(found, args))
    if (contentsDigest(now) !== contentsDigest(edition)) throw new NewsroomError('edition.changed')
    const situation = {
      ...found.situation,
      present: contentsDigest(edition),
      pages: { faults: 0 },
      snapshot: snapshotDigest(snapshot),
    }
    const row = moveEdition('close', situation, args)
    const preflight = await preflightOf(same, { ...found, edition }, { report, findings })
    await writeEdition(same, found.doc.id, { row, frozen: { edition, report }, snapshot, preflight })
    return told(same, found, 'close', row, key, { reason: null, seq: null })
  })
}

/** Where each text came from when the edition was closed, for whoever opens the archive in twenty years. */
const logOf = ({ present }: EditionRead) =>
  present.edition.sections.flatMap(({ pieces }) =>
    pieces.flatMap(({ id, item, digest }) => {
      const source = present.standings.find(({ entry }) => entry.id === id)?.source
      return item === null ? [] : [{ entry: id, item, language: present.language, digest, source }]
    }),
  )

const noticeIn = ({ history }: EditionRead, { notice }: EditionArgs) =>
  history.length > 0 && history.at(-1)?.kind !== 'withdrawal' ? (notice ?? null) : null

/** Verbs that make no pages: reopen, approve, reissue, withdraw. */
export const moveEditionBy = (
  payload: Payload,
  { person, key, req }: Act,
  verb: Exclude<EditionVerb, 'close' | 'release'>,
  bulletin: string,
  language: Language,
  args: EditionArgs,
): Promise<EditionMove> =>
  once(payload, req, person, key, { verb, bulletin, language, args }, async (same) => {
    const found = await readEdition(same, bulletin, language, person, await databaseNow(payload))
    const row = moveEdition(verb, found.situation, args)
    if (verb === 'reissue') await releaseTexts(same, [found], key)
    const [seq = null] = await append(same, requestsFor(found, verb, args))
    await writeEdition(same, found.doc.id, verb === 'reopen' ? { row, frozen: null, snapshot: null, preflight: null } : { row })
    if (seq !== null && verb === 'reissue') await keepMediaLive(same, found)
    return told(same, found, verb, row, key, { reason: args.reason ?? row.closed?.notice?.right ?? null, seq })
  })

export type IssueRelease = {
  readonly editions: readonly EditionMove[]
  /** Texts that waited and went out with them. */
  readonly texts: readonly Move[]
  readonly leftOut: readonly Language[]
}

/**
 * The issue's button: the texts that waited, then every edition of these languages, in one transaction: all or nothing.
 * Readers follow `seq`, so they have the articles before the edition that lists them.
 */
export const releaseIssue = (
  payload: Payload,
  { person, key, req }: Act,
  bulletin: string,
  languages: readonly Language[],
): Promise<IssueRelease> =>
  once(payload, req, person, key, { verb: 'release', bulletin, languages }, async (same) => {
    if (languages.length === 0) throw new NewsroomError('request.invalid', { field: 'languages' })
    const found: EditionRead[] = []
    for (const language of LANGUAGES.filter((one) => languages.includes(one)))
      found.push(await readEdition(same, bulletin, language, person, await databaseNow(payload)))
    const rows = found.map(({ situation }) => moveEdition('release', situation))
    failpoint('edition-before-texts')
    const texts = await releaseTexts(same, found, key)
    failpoint('edition-before-append')
    const seqs = await append(
      same,
      found.flatMap((each) => requestsFor(each, 'release', {})),
    )
    failpoint('edition-after-append')
    const editions: EditionMove[] = []
    for (const [index, each] of found.entries()) {
      const row = rows[index] as EditionRow
      await writeEdition(same, each.doc.id, { row })
      await keepMediaLive(same, each)
      editions.push(await told(same, each, 'release', row, key, { reason: null, seq: seqs[index] ?? null }))
    }
    return { editions, texts, leftOut: LANGUAGES.filter((language) => !languages.includes(language)) }
  })

/** Through the text's own verb, with all that it asks: hold, sign-offs, time, rights, the approval of exactly this text. */
const releaseTexts = async (req: PayloadRequest, editions: readonly EditionRead[], key: string): Promise<readonly Move[]> => {
  const moves: Move[] = []
  const now = await databaseNow(req.payload)
  for (const { present, situation } of editions)
    for (const { source, article, leftOut } of present.standings)
      if (source === 'waits' && article !== null && !leftOut)
        moves.push(await perform(req, await read(req, article, situation.person, now), 'release', {}, now, key))
  return moves
}

const append = async (req: PayloadRequest, requests: readonly ReleaseRequest[]): Promise<readonly number[]> =>
  (await releaseLog(req.payload, req).append(requests, null)).map(({ seq }) => seq)

const requestsFor = (
  { doc, bulletin, situation }: EditionRead,
  verb: EditionVerb,
  args: EditionArgs,
): readonly ReleaseRequest[] => {
  const base = {
    item: bulletin.item,
    itemType: 'edition',
    language: doc.language,
    by: { id: situation.person.id, name: situation.person.name },
  } as const
  if (verb === 'withdraw') return [{ ...base, kind: 'withdrawal', reason: args.reason ?? '' }]
  if (verb !== 'release' && verb !== 'reissue') return []
  const text = { snapshot: doc.snapshot as Snapshot, approvals: approvalsOf(doc.row), follows: null }
  if (verb === 'release') return [{ ...base, kind: 'release', ...text }]
  return [{ ...base, kind: 'correction', ...text, note: noteOf(doc.row, bulletin.date) }]
}

const noteOf = ({ closed, language }: EditionRow, publishedOn: string): CorrectionNote => {
  const { page = null, wrong = '', right = '' } = closed?.notice ?? {}
  const text = page === null ? say(language, 'reissue.note') : say(language, 'reissue.noteOnPage', { page })
  return { kind: 'rectification', text, wrong, right, publishedOn }
}

/** Readers have seen them, whatever becomes of the edition. */
const keepMediaLive = async (req: PayloadRequest, { edition, present }: EditionRead): Promise<void> => {
  const shown = [
    edition.cover,
    ...edition.sections.flatMap(({ pieces }) =>
      pieces.flatMap(({ item, body, photos }) => [...photos, ...(item === null ? figuresOf(body) : [])]),
    ),
  ].filter((figure) => figure !== null)
  for (const digest of new Set(shown.map((figure) => figure.digest))) {
    const id = present.media.get(digest)?.id
    if (id !== undefined) await req.payload.db.updateOne({ collection: 'media', id, data: { live: true, open: true }, req })
  }
}

const told = async (
  req: PayloadRequest,
  { bulletin, doc, situation }: EditionRead,
  verb: EditionVerb,
  row: EditionRow,
  key: string,
  said: { readonly reason: string | null; readonly seq: number | null },
): Promise<EditionMove> => {
  const work = { kind: 'edition', what: bulletin.id, doc, situation } as const
  return { bulletin: bulletin.id, language: doc.language, ...(await toldMove(req, work, verb, row, key, said)) }
}
