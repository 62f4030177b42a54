/** What a programme would say at this moment: every step with the text and film that stand for it, or why none does. */
import type { PayloadRequest } from 'payload'
import { unreadySteps, type Unready } from '#programme/arrange'
import { contentsDigest } from '#programme/differences'
import { cuesOfClip, type MadeStep, type Programme } from '#programme/made'
import type { PlanStep } from '#programme/plan'
import type { ProgrammeSituation } from '#programme/programme'
import { stepTimes } from '#programme/timing'
import type { StepView } from '#programme/view'
import type { Person } from '#newsroom'
import { snapshotDigest, type Medium, type Snapshot } from '#publication/release'
import { historyOf, judgedText, standingTexts, storiesFor, type ReleaseLine, type StandingText, type Stories } from '../composing'
import { channelNames } from '../desk/outlets'
import { useProblems, type MediumDoc, type StoryDoc } from '../snapshot'
import { programmeOf, type ProgrammeDoc } from '../stores/programmes'

export type StepStanding = {
  readonly step: PlanStep
  readonly story: StoryDoc | null
  readonly view: Pick<StepView, 'text' | 'film' | 'readMs' | 'clipMs'>
  readonly text: StandingText | null
  readonly article: string | null
  /** By the person who reads. */
  readonly readable: boolean
}

export type ProgrammeRead = {
  readonly doc: ProgrammeDoc
  readonly steps: readonly StepStanding[]
  readonly programme: Programme
  readonly history: readonly ReleaseLine[]
  readonly unready: readonly Unready[]
  readonly situation: ProgrammeSituation
}

export const readProgramme = async (req: PayloadRequest, id: string, person: Person, now: Date): Promise<ProgrammeRead> => {
  const doc = await programmeOf(req, id)
  const { plan, language } = doc
  const stories = await storiesFor(
    req,
    plan.steps.flatMap(({ story }) => story ?? []),
    person,
  )
  const texts = await standingTexts(req, stories, language, now)
  const media = await mediaShown(req, texts)
  const steps = plan.steps.map((step) => standingOf(step, doc, { ...stories, texts, media, now }))
  const programme = await programmeNow(req, doc, steps)
  const unready = unreadySteps(plan, Object.fromEntries(steps.map(({ step, view }) => [step.id, view])))
  const history = (await historyOf(req, [doc.item])).get(doc.item)?.[language] ?? []
  return {
    doc,
    steps,
    programme,
    history,
    unready,
    situation: {
      row: doc.row,
      person,
      now: now.toISOString(),
      history,
      present: unready.length === 0 ? contentsDigest(programme) : null,
      unready,
      snapshot: null,
    },
  }
}

type Around = Stories & {
  readonly texts: ReadonlyMap<string, StandingText>
  /** What they show, by digest, as it is in the library. */
  readonly media: ReadonlyMap<string, MediumDoc>
  readonly now: Date
}

const mediaShown = async (
  req: PayloadRequest,
  texts: ReadonlyMap<string, StandingText>,
): Promise<ReadonlyMap<string, MediumDoc>> => {
  const digests = [...texts.values()].flatMap(({ snapshot }) => snapshot.media.map(({ digest }) => digest))
  const { docs } = await req.payload.db.find<MediumDoc>({
    collection: 'media',
    where: { digest: { in: [...new Set(digests)] } },
    limit: 0,
    pagination: false,
    req,
  })
  return new Map(docs.map((medium) => [medium.digest ?? '', medium]))
}

const standingOf = (
  step: PlanStep,
  { plan, airAt }: ProgrammeDoc,
  { stories, cells, texts, seen, media, now }: Around,
): StepStanding => {
  const story = stories.get(step.story ?? '') ?? null
  const cell = cells.get(step.story ?? '')?.[plan.language]
  const text = texts.get(step.story ?? '') ?? null
  const { stage, stale, held, embargo: until, fit } = judgedText(cell, story ?? undefined, text)
  const embargo = until !== null && until > airAt ? until : null
  const shown = (text?.snapshot.media ?? []).flatMap(({ digest }) => media.get(digest) ?? [])
  // A film or picture that lost its right since the text went out does not go on air with it.
  const isBarred = shown.some((medium) => useProblems(medium, now).length > 0)
  // Words of a text only for whoever may read that text, also in a refusal.
  const readable = text?.source === 'released' || seen.get(step.story ?? '')?.[plan.language] !== undefined
  const { readMs, clipMs } = stepTimes(step, plan.language, plan.pace)
  const video = text?.snapshot.video ?? null
  const poster = media.get(text?.snapshot.lead?.digest ?? '')?.filename
  return {
    step,
    story,
    text,
    article: cell?.article ?? null,
    readable,
    view: {
      text:
        step.story === null
          ? null
          : {
              title: readable ? (text?.snapshot.title ?? cell?.title ?? '') : '',
              summary: readable ? (text?.snapshot.summary ?? '') : '',
              state: stage,
              ready: fit && !isBarred && embargo === null,
              held,
              embargo,
              stale,
              href: cell ? `/admin/collections/articles/${cell.article}` : null,
            },
      film:
        video === null
          ? null
          : {
              url: video.file && cell ? `/api/desk/articles/${cell.article}/film` : null,
              link: video.link,
              poster: poster ? `/api/media/file/${encodeURIComponent(poster)}` : null,
              durationMs: video.durationMs,
            },
      readMs,
      clipMs,
    },
  }
}

const programmeNow = async (
  req: PayloadRequest,
  { item, plan }: ProgrammeDoc,
  steps: readonly StepStanding[],
): Promise<Programme> => {
  const media = new Map<string, Medium>()
  const made = steps.map(({ step, text }): MadeStep => {
    const snapshot = text?.snapshot ?? null
    const poster = snapshot?.video ? snapshot.lead : null
    const posterMedium = snapshot?.media.find(({ digest }) => digest === poster?.digest)
    if (posterMedium) media.set(posterMedium.digest, posterMedium)
    const filmMedium = snapshot?.media.find(({ digest }) => digest === snapshot.video?.file)
    if (filmMedium && step.clip) media.set(filmMedium.digest, filmMedium)
    return {
      id: step.id,
      kind: step.kind,
      title: step.title,
      intro: step.intro,
      script: step.script,
      text: snapshot ? { item: snapshot.item, digest: snapshotDigest(snapshot) } : null,
      poster,
      film: filmOf(step, snapshot),
    }
  })
  const { airDate, airTime, presenter, targetMs, language, title, pace } = plan
  return {
    item,
    language,
    title,
    channel: (await channelNames(req, language)).get(plan.channel) ?? plan.channel,
    airDate,
    airTime,
    presenter,
    targetMs,
    pace,
    steps: made,
    media: [...media.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1)),
  }
}

const filmOf = ({ clip }: PlanStep, snapshot: Snapshot | null): MadeStep['film'] => {
  const video = snapshot?.video
  if (!video || clip === null) return null
  const original = snapshot.media.find(({ digest }) => digest === video.file)?.renditions.find(({ name }) => name === 'original')
  return {
    file: original ? { digest: original.digest, ext: original.ext } : null,
    link: video.link,
    clip,
    cues: cuesOfClip(video.cues, clip),
  }
}
