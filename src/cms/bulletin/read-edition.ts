/** Everything that a verb on an edition looks at, read in the transaction of the verb. */
import type { PayloadRequest } from 'payload'
import { contentsDigest } from '#bulletin/differences'
import type { Edition } from '#bulletin/edition'
import { editionChanged, type EditionSituation, type Notice } from '#bulletin/issue'
import type { PreflightFact } from '#bulletin/preflight'
import { LANGUAGES, type Language, type Person } from '#newsroom'
import { historyOf, type ReleaseLine } from '../composing'
import { mediaIdsOf } from '../lexical'
import { idOf } from '../snapshot'
import { eventsWhere, factsOf, writersSince } from '../words-beside'
import { bulletinOf, editionsOf, type BulletinDoc, type EditionDoc } from '../stores/bulletins'
import { entriesOf, issueOf, presentIn, type Issue, type Present, type Standing } from './present'
import { preflightOf } from './preflight'

export type EditionRead = {
  readonly bulletin: BulletinDoc
  readonly issue: Issue
  readonly doc: EditionDoc
  readonly present: Present
  /** With the notice of a reissue, where one was given. */
  readonly edition: Edition
  readonly unready: readonly Standing[]
  readonly history: readonly ReleaseLine[]
  readonly situation: EditionSituation
}

export const readEdition = async (
  req: PayloadRequest,
  bulletinId: string,
  language: Language,
  person: Person,
  now: Date,
): Promise<EditionRead> => {
  const bulletin = await bulletinOf(req, bulletinId)
  const issue = await issueOf(req, bulletin, person)
  const editions = await editionsOf(req, bulletinId)
  const history = await historyOf(req, [bulletin.item])
  const told = await toldOf(req, bulletin)
  return readOne(req, { issue, editions, told, history: history.get(bulletin.item)?.[language] ?? [] }, language, person, now)
}

type Shared = {
  readonly issue: Issue
  readonly editions: Readonly<Record<Language, EditionDoc>>
  readonly told: Told
  readonly history: readonly ReleaseLine[]
}

/** One of several languages of an issue that was read once. */
export const readOne = async (
  req: PayloadRequest,
  { issue, editions, told, history }: Shared,
  language: Language,
  person: Person,
  now: Date,
): Promise<EditionRead> => {
  const { bulletin } = issue
  const doc = editions[language]
  const present = await presentIn(req, issue, language, now)
  const edition = withNotice(present.edition, doc.row.closed?.notice ?? null)
  const unready = present.standings.filter(({ ready, leftOut }) => !ready && !leftOut)
  const situation: EditionSituation = {
    row: await withCaptionWriters(req, issue, told, doc),
    person,
    now: now.toISOString(),
    history,
    present: unready.length === 0 && present.standings.length > 0 ? contentsDigest(edition) : null,
    unready: unready.map(({ entry, title }) => ({ entry: entry.id, title: title || '…' })),
    preflight: null,
    pages: null,
    differs: differencesIn(bulletin, language).length > 0,
    snapshot: null,
  }
  const read: EditionRead = { bulletin, issue, doc, present, edition, unready, history, situation }
  if (doc.row.state === 'open') return read
  const facts = standingFacts(await preflightOf(req, read, { report: doc.frozen?.report ?? null, findings: null }), doc)
  const count = (result: 'stop' | 'warn') => facts.filter((fact) => fact.result === result).length
  return { ...read, situation: { ...situation, preflight: { stop: count('stop'), warn: count('warn') } } }
}

type Told = Awaited<ReturnType<typeof eventsWhere>>

/** Its beginning and what went out of it or was taken down, newest first. */
export const toldOf = (req: PayloadRequest, { id }: BulletinDoc): Promise<Told> => {
  const verbs = ['bulletin.begin', 'edition.release', 'edition.reissue', 'edition.withdraw']
  return eventsWhere(req, { and: [{ what: { equals: id } }, { verb: { in: verbs } }] }, 0)
}

/**
 * Whoever wrote a caption, an alternative text or a credit of the cover, of a chosen photo or in an own piece, since the issue was
 * begun or this edition was released last, composed it: those words stand beside the pictures, not in the plan.
 */
const withCaptionWriters = async (
  req: PayloadRequest,
  { bulletin, pieces }: Issue,
  told: Told,
  { row, language }: EditionDoc,
): Promise<EditionDoc['row']> => {
  const [begun, newest] = [
    told.find(({ verb }) => verb === 'bulletin.begin'),
    told.find(({ verb, record }) => verb !== 'bulletin.begin' && factsOf(record).language === language),
  ]
  // After a withdrawal everything since the beginning counts again: nothing of it is out.
  const since = newest && newest.verb !== 'edition.withdraw' ? newest : begun
  const cover = idOf(bulletin.cover)
  const chosen = entriesOf(bulletin).flatMap(({ photos, leftOut }) => (leftOut?.includes(language) ? [] : photos))
  const own = pieces.filter((piece) => piece.language === language)
  const shown = [...(cover ? [cover] : []), ...chosen, ...own.flatMap(({ body }) => (body ? mediaIdsOf(body) : []))]
  return (await writersSince(req, since?.n ?? 0, shown)).filter((who) => who !== '').reduce(editionChanged, row)
}

/** What the checks said of the texts when it was closed still holds: another text would void it anyway. */
export const standingFacts = (facts: readonly PreflightFact[], { preflight }: EditionDoc): readonly PreflightFact[] => [
  ...facts.filter(({ rule }) => !CHECKED_AT_CLOSING.includes(rule)),
  ...(preflight ?? []).filter(({ rule }) => CHECKED_AT_CLOSING.includes(rule)),
]
const CHECKED_AT_CLOSING: readonly PreflightFact['rule'][] = ['terms', 'numbers']

/** Entries that other languages have and this one has not, and the other way round. */
export const differencesIn = (bulletin: BulletinDoc, language: Language): readonly string[] =>
  entriesOf(bulletin)
    .filter(({ leftOut = [] }) => leftOut.length > 0 && leftOut.length < LANGUAGES.length)
    .filter(({ leftOut = [] }) => leftOut.includes(language) || leftOut.some((other) => other !== language))
    .map(({ id }) => id)

/** Press Law 2016, art. 42: printed in the edition that puts it right. */
export const withNotice = (edition: Edition, notice: Notice | null): Edition =>
  notice === null
    ? edition
    : {
        ...edition,
        errata: [
          {
            title: edition.name,
            issue: { year: edition.year, quarter: edition.quarter, date: edition.date },
            page: notice.page,
            wrong: notice.wrong,
            right: notice.right,
          },
          ...edition.errata,
        ],
      }
