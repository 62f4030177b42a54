import type { PayloadRequest } from 'payload'
import { mindsOutlets } from '#editorial/permissions'
import { shown, type Shown } from '#editorial/shown'
import { allFindings, answers, mayDismiss, offers } from '#editorial/workflow'
import { LANGUAGES, NewsroomError, type Language, type Person } from '#newsroom'
import type { Release } from '#publication/release'
import { lets, whereFor } from '../access'
import { databaseNow } from '../database'
import { sentence } from '../errors'
import { namesOf } from '../people'
import { read, type Read } from '../situation'
import { cellsOf, personIn } from './cells'
import { withCueNumbers } from './cue-numbers'
import { deliveriesOf } from './outlets'

type Named = { readonly id: string; readonly name: string }

/** One language version as its desk sees it: state, what I may do and why not, approvals, releases, outlets. */
export const articleDeskOf = async (req: PayloadRequest, id: string, language: Language, publicUrl: string) => {
  const person = personIn(req)
  await mustKnowArticle(req, id)
  const now = await databaseNow(req.payload)
  const found = await read(req, id, person, now)
  const { article, kept, situation, snapshot, history, story } = found
  const { row } = kept
  return {
    id: article.id,
    story: story.id,
    item: story.item,
    language: article.language,
    /** Of a translation: the language that it was made from. */
    from: article.basedOn?.language ?? article.language,
    isSource: row.isSource,
    /** Its words go with a film: subtitles are written beside it. */
    isVideo: snapshot.video !== undefined,
    title: article.title ?? '',
    rev: article.rev,
    digest: situation.digest,
    /** Whoever signs has seen the text as saved (`rev`) and this. */
    beside: found.beside(),
    state: row.state,
    shown: shown(row, situation.history, situation.stale, situation.now),
    stale: situation.stale,
    missing: situation.missing,
    offers: offers(situation).map(({ verb, primary, asks, refusal }) => ({
      verb,
      primary,
      asks,
      refusal: refusal ? { code: refusal.code, message: sentence(refusal.code, refusal.facts, language) } : null,
    })),
    claim: row.claim,
    due: row.due,
    ready: row.ready,
    returned: row.returned,
    revised: row.revised,
    approval: row.approval,
    secondSign: row.secondSign,
    schedule: row.schedule,
    embargo: situation.story.embargo,
    sovereignty: situation.story.sovereignty,
    hold: row.hold,
    waivers: row.waivers,
    findings: withCueNumbers(allFindings(situation), snapshot.video?.cues ?? []),
    dismissed: row.dismissed.filter((one) => situation.findings.some((finding) => answers(one, finding))),
    mayDismiss: mayDismiss(situation),
    handedOver: situation.handedOver,
    rights: situation.rights,
    contributors: await named(req, situation.contributors),
    translator: row.translator,
    releases: history.toReversed().map((release) => releaseLine(release)),
    deliveries: await deliveriesOf(req, story.item, article.language, language),
    mayResend: mindsOutlets(person),
    live: liveLine(history, publicUrl, snapshot.language),
    siblings: await siblingsOf(req, found, person),
  }
}

/** The same read rule as Payload's REST: what a role may not list, no screen and no verb of ours gives away. */
export const mustKnowArticle = async (req: PayloadRequest, id: string): Promise<void> => {
  if (!(await lets(req, whereFor(personIn(req), 'articles', 'read'), 'articles', id)))
    throw new NewsroomError('request.notFound', { id })
}

const named = async (req: PayloadRequest, ids: readonly string[]): Promise<readonly Named[]> => {
  const names = await namesOf(req.payload, ids, req)
  return ids.map((id) => ({ id, name: names.get(id) ?? id }))
}

const releaseLine = (release: Release) => ({
  seq: release.seq,
  version: release.version,
  kind: release.kind,
  at: release.at,
  by: release.by,
  note: release.kind === 'correction' ? release.note : null,
  reason: release.kind === 'withdrawal' ? release.reason : null,
  snapshotDigest: release.kind === 'withdrawal' ? null : release.snapshotDigest,
})

const liveLine = (history: readonly Release[], publicUrl: string, language: Language) => {
  const newest = history.at(-1)
  if (!newest || newest.kind === 'withdrawal') return null
  return { seq: newest.seq, version: newest.version, at: newest.at, url: `${publicUrl}/${language}/${newest.snapshot.slug}` }
}

const siblingsOf = async (req: PayloadRequest, { story }: Read, person: Person) => {
  const cells = await cellsOf(req, person, [story])
  const own = cells.get(story.id)
  return LANGUAGES.map((language) => ({
    language,
    article: own?.[language]?.article ?? null,
    shown: own?.[language]?.shown ?? MISSING,
    stale: own?.[language]?.stale ?? ('no' as const),
  }))
}
const MISSING: Shown = shown(null, [], 'no', '1970-01-01T00:00:00.000Z')
