import type { PayloadRequest } from 'payload'
import { EDITORIAL } from '#editorial/permissions'
import { maySave } from '#editorial/workflow'
import { NewsroomError, type Grade, type Language } from '#newsroom'
import { formatDate } from '#text/dates'
import { anchored, anchorOf } from '#translation/anchor'
import { deskRows } from '#translation/desk-rows'
import { findTerms } from '#translation/glossary'
import { isAffected, progress } from '#translation/lineage'
import { withTerms } from '#translation/machine'
import type { DeskComment, DeskRow, SaveAnswer, Suggestion, TranslationDesk, Who } from '#translation/view'
import type { Conflict } from '#translation/work'
import { databaseNow } from '../database'
import { sentence } from '../errors'
import { askMachine, machineNames } from '../machines'
import { namesOf } from '../people'
import { read, type Read } from '../situation'
import { addComment, commentOf, commentsOn, settleComment, type CommentDoc } from '../stores/comments'
import { memoryNow } from '../stores/memory'
import { releaseLog } from '../stores/release-log'
import { termbase } from '../stores/terms'
import type { Translating } from '../translating'
import { mustKnowArticle } from './article'
import { personIn } from './cells'
import { withCueNumbers } from './cue-numbers'

/** A translation beside its source, as its desk sees it. */
export const translationDeskOf = async (req: PayloadRequest, id: string, reader: Language): Promise<TranslationDesk> => {
  await mustKnowArticle(req, id)
  const found = await read(req, id, personIn(req), await databaseNow(req.payload))
  return deskOf(req, found, reader)
}

/** The desk after a save, and what could not be kept because a colleague was faster. */
export const saveAnswer = async (
  req: PayloadRequest,
  id: string,
  reader: Language,
  conflicts: readonly Conflict[],
): Promise<SaveAnswer> => {
  const who = await whoOf(
    req,
    conflicts.map(({ by }) => by),
  )
  return {
    desk: await translationDeskOf(req, id, reader),
    conflicts: conflicts.map(({ change, theirs, by }) => ({ change, theirs, by: by === null ? null : who(by) })),
  }
}

/** A source has no desk beside a source. */
export const translationIn = ({ translation }: Read): Translating => {
  if (!translation) throw new NewsroomError('translate.isSource')
  return translation
}

export const deskOf = async (req: PayloadRequest, found: Read, reader: Language): Promise<TranslationDesk> => {
  const { article, snapshot, situation, kept } = found
  const translation = translationIn(found)
  const { now } = translation
  const rows = await rowsOf(req, found)
  const refusal = maySave(situation)
  const { segments, done, words, wordsDone } = progress(translation.rows, now.language)
  return {
    article: article.id,
    story: found.story.id,
    language: article.language,
    from: now.language,
    sourceArticle: now.article,
    rev: article.rev,
    locked: refusal ? sentence(refusal.code, refusal.facts, reader) : null,
    stale: situation.stale,
    grade: gradeOfNewest(found),
    followed: !translation.rows.some(isAffected),
    rows,
    progress: { segments, done, units: words, unitsDone: wordsDone },
    findings: withCueNumbers(situation.findings, snapshot.video?.cues ?? []),
    dismissed: kept.row.dismissed.map(({ finding, reason, name }) => ({ finding, reason, name })),
    comments: commentsAt(rows, await commentsOn(req, article.id)),
    machines: machineNames(),
  }
}

const rowsOf = async (req: PayloadRequest, { article, translation, day }: Read): Promise<readonly DeskRow[]> => {
  if (!translation) return []
  const base = await termbase(req)
  const pair = { from: translation.now.language, to: article.language }
  const people = [...translation.lineage.kept, ...translation.lineage.leftOut].map(({ by }) => by)
  return deskRows(translation.rows, {
    pair,
    matcher: base.matcher(pair.from),
    day,
    who: await whoOf(req, people),
  })
}

const whoOf = async (req: PayloadRequest, ids: readonly (string | null)[]): Promise<(id: string) => Who> => {
  const names = await namesOf(
    req.payload,
    ids.filter((id) => id !== null),
    req,
  )
  return (id) => ({ id, name: names.get(id) ?? id })
}

const gradeOfNewest = ({ source, article }: Read): Grade | null => {
  const last = source?.history.at(-1)
  if (!last) return source?.kept.row.grades.at(-1)?.grade ?? null
  if (last.kind !== 'correction' || last.seq === article.basedOn?.seq) return null
  return last.note.kind === 'rectification' ? 'major' : (last.note.grade ?? null)
}

const commentsAt = (rows: readonly DeskRow[], docs: readonly CommentDoc[]): readonly DeskComment[] =>
  docs.map(({ id, anchor, text, by, name, at, settled }) => ({
    id: String(id),
    row: anchored(rows, anchor),
    text,
    by: { id: by, name },
    at,
    settled: settled ?? null,
  }))

/** An auditor reads everything and changes nothing, a comment neither. */
const mustWorkOnTexts = (req: PayloadRequest): void => {
  if (!personIn(req).roles.some((role) => EDITORIAL.includes(role))) throw new NewsroomError('auth.notYours')
}

/** A comment on a row of the screen; answers with all of them. */
export const comment = async (
  req: PayloadRequest,
  articleId: string,
  row: string,
  text: string,
): Promise<readonly DeskComment[]> => {
  await mustKnowArticle(req, articleId)
  mustWorkOnTexts(req)
  const now = await databaseNow(req.payload)
  const rows = await rowsOf(req, await read(req, articleId, personIn(req), now))
  const about = rows.find(({ id }) => id === row)
  if (!about) throw new NewsroomError('segments.unknown', { row })
  await addComment(req, { article: articleId, anchor: anchorOf(about), text, person: personIn(req), at: now.toISOString() })
  return commentsAt(rows, await commentsOn(req, articleId))
}

/** Whoever may read the text may say that a comment is settled. */
export const settle = async (req: PayloadRequest, id: string, settled: boolean): Promise<readonly DeskComment[]> => {
  const { article } = await commentOf(req, id)
  await mustKnowArticle(req, article)
  mustWorkOnTexts(req)
  const now = await databaseNow(req.payload)
  await settleComment(req, id, settled ? { person: personIn(req), at: now.toISOString() } : null)
  return commentsAt(await rowsOf(req, await read(req, article, personIn(req), now)), await commentsOn(req, article))
}

/** What the memory has for one row; not what this very text gave to it. */
export const suggestions = async (
  req: PayloadRequest,
  articleId: string,
  row: string,
  reader: Language,
): Promise<readonly Suggestion[]> => {
  await mustKnowArticle(req, articleId)
  const found = await read(req, articleId, personIn(req), await databaseNow(req.payload))
  const source = (await rowsOf(req, found)).find(({ id }) => id === row)?.source
  if (!source || !found.source) throw new NewsroomError('segments.unknown', { row })
  const pair = { from: found.source.article.language, to: found.article.language }
  const memory = await memoryNow(req)
  const matches = memory.fuzzy(pair, source.plain).filter(({ unit }) => unit.item !== found.article.item)
  const named = await releasedNames(
    req,
    matches.map(({ unit }) => unit.seq),
    reader,
  )
  return matches.map(({ unit, score, differs }) => ({
    origin: 'memory',
    score,
    figures: differs === 'figures',
    source: unit.source,
    text: unit.target,
    of: named.get(unit.seq) ?? unit.item,
  }))
}

/** Title and day of releases, by number. */
const releasedNames = async (
  req: PayloadRequest,
  seqs: readonly number[],
  reader: Language,
): Promise<ReadonlyMap<number, string>> => {
  const log = releaseLog(req.payload, req)
  const names = new Map<number, string>()
  for (const seq of new Set(seqs.filter((one) => one > 0))) {
    const [release] = await log.after(seq - 1, 1)
    if (release?.seq === seq && release.kind !== 'withdrawal')
      names.set(seq, `${release.snapshot.title} · ${formatDate(release.at, reader)}`)
  }
  return names
}

/** What a machine says to one row, with the official terms set right in it; asked only by whoever may write here. */
export const suggestionOf = async (req: PayloadRequest, articleId: string, row: string, machine: string): Promise<Suggestion> => {
  await mustKnowArticle(req, articleId)
  const found = await read(req, articleId, personIn(req), await databaseNow(req.payload))
  const refusal = maySave(found.situation)
  if (refusal) throw new NewsroomError(refusal.code, refusal.facts)
  // What is held back at home does not leave the house for a wording.
  const { row: own, story, source: from } = found.situation
  if (story.sovereignty || own.hold || from?.hold || own.schedule?.embargo || story.embargo || from?.embargo)
    throw new NewsroomError('machine.keptHere')
  const source = (await rowsOf(req, found)).find(({ id }) => id === row)?.source
  if (!source || !found.source) throw new NewsroomError('segments.unknown', { row })
  const pair = { from: found.source.article.language, to: found.article.language }
  const said = await askMachine(machine, source, pair)
  const terms = findTerms(source.plain, (await termbase(req)).matcher(pair.from), found.day).map(({ term }) => term)
  const { text, replaced } = withTerms(said, terms, pair.to, found.day)
  return {
    origin: 'machine',
    score: 0,
    figures: false,
    source: source.plain,
    text,
    of: [machine, ...replaced.map(({ was, use }) => `${was} → ${use}`)].join(' · '),
  }
}
