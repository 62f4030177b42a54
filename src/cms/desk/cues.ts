/** The subtitle editor: a film, its cues beside those that they translate, and what is wrong with them. */
import type { PayloadRequest } from 'payload'
import { maySave } from '#editorial/workflow'
import { NewsroomError, type Language } from '#newsroom'
import { isAffected } from '#translation/lineage'
import { QUALITY, cueFindings } from '#video/rules'
import type { CueDesk, CuesChange, CueSuggestions, FilmView } from '#video/view'
import { databaseNow } from '../database'
import { sentence } from '../errors'
import { mustSave, read, type Read } from '../situation'
import { filmOf, idOf, mediaOf, type StoryDoc } from '../snapshot'
import { articleOf, storyOf } from '../texts'
import { mustKnowArticle } from './article'
import { personIn } from './cells'
import { suggestions } from './translation'
import { sayDesk } from './words'

export const cueDeskOf = async (req: PayloadRequest, id: string, reader: Language): Promise<CueDesk> => {
  await mustKnowArticle(req, id)
  const found = await read(req, id, personIn(req), await databaseNow(req.payload))
  const { article, story, snapshot, situation, translation } = found
  if (!snapshot.video) throw new NewsroomError('request.notFound', { id })
  const refusal = maySave(situation)
  const sourceCues = translation?.now.text.cues ?? null
  const film = await filmView(req, story, id)
  return {
    article: id,
    story: story.id,
    language: article.language,
    title: article.title ?? '',
    rev: article.rev,
    locked: refusal ? sentence(refusal.code, refusal.facts, reader) : null,
    film,
    cues: snapshot.video.cues,
    source:
      translation && sourceCues ? { language: translation.now.language, cues: sourceCues, changed: changedCues(found) } : null,
    findings: cueFindings(snapshot.video.cues, article.language, {
      durationMs: film.durationMs,
      ...(sourceCues ? { source: sourceCues } : {}),
    }),
    textFindings: situation.findings
      .filter(({ kind, where }) => kind !== 'cue' && where.startsWith('cue.'))
      .map(({ id: finding, kind, where, severity, facts }) => ({
        cue: where.slice('cue.'.length),
        severity,
        text: sayFinding(reader, finding, kind, facts),
      })),
    quality: QUALITY[article.language],
    savedAt: new Date(article.updatedAt).toISOString(),
  }
}

/** A finding in one sentence, as the desk says it. */
const sayFinding = (reader: Language, id: string, kind: string, facts: Readonly<Record<string, string>>): string => {
  const key = `translation.check.${id.split(':')[0] ?? ''}`
  const said = sayDesk(reader, key, facts)
  return said === key ? sayDesk(reader, `finding.${kind}`, facts) : said
}

const changedCues = ({ translation }: Read): readonly string[] =>
  (translation?.rows ?? [])
    .filter(isAffected)
    .flatMap(({ source, was }) => [source?.path ?? was?.path ?? ''])
    .filter((path) => path.startsWith('cue.'))
    .map((path) => path.slice('cue.'.length))

const filmView = async (req: PayloadRequest, story: StoryDoc, article: string): Promise<FilmView> => {
  const film = await filmOf(req, story.id)
  const ids = [idOf(film?.file), idOf(film?.poster)].filter((id) => id !== null)
  const media = await mediaOf(req, ids)
  const poster = media.get(idOf(film?.poster) ?? '')
  const file = media.get(idOf(film?.file) ?? '')
  return {
    url: file ? `/api/desk/articles/${article}/film` : null,
    mime: file?.renditions?.find(({ name }) => name === 'original')?.mime ?? null,
    link: film?.link ?? null,
    poster: poster?.filename ? `/api/media/file/${encodeURIComponent(poster.filename)}` : null,
    durationMs: film?.durationMs ?? null,
    width: film?.width ?? null,
    height: film?.height ?? null,
  }
}

/** One save of the text; what it voids and what it renders is the save hook's business. */
export const saveCues = async (req: PayloadRequest, id: string, { rev, cues }: CuesChange): Promise<void> => {
  await mustKnowArticle(req, id)
  const article = await articleOf(req, id)
  if ((await storyOf(req, idOf(article.story))).kind !== 'video') throw new NewsroomError('request.notFound', { id })
  await mustSave(req, article, personIn(req))
  await req.payload.update({
    collection: 'articles',
    id,
    data: { cues, rev } as never,
    overrideAccess: false,
    user: req.user as never,
    req,
  })
}

export const cueSuggestions = async (
  req: PayloadRequest,
  id: string,
  cue: string,
  reader: Language,
): Promise<CueSuggestions> => ({
  suggestions: (await suggestions(req, id, `s:cue.${cue}`, reader)).map(({ text, score, of }) => ({ text, score, of })),
})

/** The stored film of a text that this person may read: name in the store and type. */
export const filmFileOf = async (req: PayloadRequest, id: string): Promise<{ readonly file: string; readonly mime: string }> => {
  await mustKnowArticle(req, id)
  const story = await storyOf(req, idOf((await articleOf(req, id)).story))
  const fileId = idOf((await filmOf(req, story.id))?.file)
  const original = fileId
    ? (await mediaOf(req, [fileId])).get(fileId)?.renditions?.find(({ name }) => name === 'original')
    : undefined
  if (!original) throw new NewsroomError('request.notFound', { id })
  return { file: `${original.digest}.${original.ext}`, mime: original.mime }
}
