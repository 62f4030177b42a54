/** Everything that a verb on an edition looks at, read in the transaction of the verb. */
import type { PayloadRequest } from 'payload'
import { contentsDigest } from '#bulletin/differences'
import type { Edition } from '#bulletin/edition'
import type { EditionSituation, Notice } from '#bulletin/issue'
import type { PreflightFact } from '#bulletin/preflight'
import { LANGUAGES, type Digest, type Language, type Person } from '#newsroom'
import type { Release } from '#publication/release'
import { bulletinOf, editionsOf, type BulletinDoc, type EditionDoc } from '../stores/bulletins'
import { entriesOf, issueOf, presentIn, type Issue, type Present, type Standing } from './present'
import { preflightOf } from './preflight'

export type EditionLine = Pick<Release, 'seq' | 'version' | 'kind' | 'at'> & { readonly snapshotDigest: Digest | null }

export type EditionRead = {
  readonly bulletin: BulletinDoc
  readonly issue: Issue
  readonly doc: EditionDoc
  readonly present: Present
  /** With the notice of a reissue, where one was given. */
  readonly edition: Edition
  readonly unready: readonly Standing[]
  readonly history: readonly EditionLine[]
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
  const history = await editionHistory(req, [bulletin.item])
  return readOne(req, { issue, editions, history: history.get(bulletin.item)?.[language] ?? [] }, language, person, now)
}

type Shared = {
  readonly issue: Issue
  readonly editions: Readonly<Record<Language, EditionDoc>>
  readonly history: readonly EditionLine[]
}

/** One of several languages of an issue that was read once. */
export const readOne = async (
  req: PayloadRequest,
  { issue, editions, history }: Shared,
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
    row: doc.row,
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

type Columns = {
  id: string
  seq: number
  item: string
  language: Language
  version: number
  kind: Release['kind']
  at: string
  snapshotDigest?: string | null
}

/** By item and language, oldest first, from columns alone. */
export const editionHistory = async (
  req: PayloadRequest,
  items: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<Language, readonly EditionLine[]>>>> => {
  const { docs } = await req.payload.db.find<Columns>({
    collection: 'releases',
    where: { and: [{ item: { in: [...items] } }, { itemType: { equals: 'edition' } }] },
    limit: 0,
    pagination: false,
    sort: 'seq',
    select: { seq: true, item: true, language: true, version: true, kind: true, at: true, snapshotDigest: true },
    req,
  })
  return new Map(
    items.map((item) => {
      const of = (language: Language) =>
        docs
          .filter((line) => line.item === item && line.language === language)
          .map(({ seq, version, kind, at, snapshotDigest }) => ({
            seq,
            version,
            kind,
            at,
            snapshotDigest: snapshotDigest ?? null,
          }))
      return [item, { vi: of('vi'), en: of('en'), ja: of('ja') }]
    }),
  )
}
