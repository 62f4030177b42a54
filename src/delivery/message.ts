/**
 * The body of a push message: Standard Webhooks envelope around ninjs 3. The same bytes at every attempt; of an edition or a
 * programme as long as its texts stay as they are.
 */
import { createHash } from 'node:crypto'
import type { Digest, Language } from '#newsroom'
import { CAPTION_FORMS, captionsUrl } from '#publication/addresses'
import type { ProgrammeContents } from '#publication/programme'
import type { Release, ReleaseKind, Rendition, TextRelease } from '#publication/release'
import { publicFilesOf, type TextNow } from '#publication/renditions/edition'
import { captionFile, CAPTION_TYPES } from '#publication/renditions/captions'
import { filmFile, filmLink, hasSubtitles, isVideo, posterOf } from '#publication/renditions/film'
import { ninjs, type Ninjs } from '#publication/renditions/ninjs'
import { mediaUrl } from '#publication/renditions/pictures'
import { radioOf, type RadioScript } from '#publication/renditions/radio'
import { areWithheld, isProgramme, isSpoken, offeredProgrammeFiles, stepsOf, stepTitle } from '#publication/renditions/steps'
import { knownOf } from './known'

export const MESSAGE_TYPES = {
  release: 'release.published',
  correction: 'release.corrected',
  withdrawal: 'release.withdrawn',
} as const satisfies Readonly<Record<ReleaseKind, string>>

/** Above this the text is left out; `renditions` has the address of the whole. */
export const INLINE_BYTES = 256 * 1024
/** Above this a subtitle file is left out of the message; its address and digest stay. */
const CAPTION_BYTES = 32 * 1024

export type MessageFile = {
  readonly href: string
  readonly sha256: Digest
  readonly sizeInBytes: number
  readonly contentType: string
}
/** Words of a film in one form; `text` where it is small. */
export type CaptionFile = MessageFile & { readonly language: Language; readonly form: string; readonly text?: string }

export type Message = {
  readonly type: (typeof MESSAGE_TYPES)[ReleaseKind]
  readonly timestamp: string
  readonly data: Ninjs
  /** Every file that the text shows, to be fetched and checked; ninjs itself has no place for a digest. */
  readonly media: readonly MessageFile[]
  /** Of a video: the file or the page where it is seen; subtitles and transcript in this language, then in the others that are live. */
  readonly video?: {
    readonly film: MessageFile | null
    readonly link: string | null
    readonly durationMs: number | null
    readonly width: number | null
    readonly height: number | null
    readonly poster: MessageFile | null
    readonly captions: readonly CaptionFile[]
  }
  /** Of a programme: its running order, and the broadcaster's files. None while a text of it is withdrawn. */
  readonly programme?: Pick<ProgrammeContents, 'airDate' | 'airTime' | 'presenter' | 'targetMs' | 'totalMs'> & {
    readonly steps: readonly {
      readonly id: string
      readonly kind: string
      readonly title: string
      readonly item: string | null
      readonly startsAtMs: number
      readonly readMs: number
      readonly clipMs: number
      readonly intro: string
      readonly script: string
      readonly isWithdrawn: boolean
    }[]
    readonly filesWithheld: boolean
    readonly files: readonly (MessageFile & { readonly kind: string; readonly step: string | null })[]
  }
  /** For an outlet that takes `radio`. */
  readonly radio?: RadioScript
}

export type MessageWish = {
  readonly kind: ReleaseKind
  readonly history: readonly Release[]
  readonly publicUrl: string
  readonly texts?: TextNow
  /** The outlet reads aloud: a script comes along. `readMs` by the pace of the language; null = not known. */
  readonly radio?: { readonly readMs: number | null } | null
}

/**
 * `kind` is the delivery's: a withdrawal may stand for a correction that the outlet no longer gets.
 * `history`: releases of the item up to this one, in order. `texts`: of an edition or a programme, what it shows (`textsOf`).
 */
export const messageOf = (
  release: Release,
  { kind, history, publicUrl, texts = () => null, radio = null }: MessageWish,
): Message => {
  const known = knownOf(history.filter(({ seq }) => seq <= release.seq))
  const withdrawn = kind === 'withdrawal'
  const data = ninjs(release, {
    publicUrl,
    translations: known.translations,
    corrections: known.corrections(release.language),
    behind: known.behind(release.language),
    texts,
    ...(withdrawn && release.kind !== 'withdrawal' ? { as: 'withdrawal' as const } : {}),
  })
  const head = { type: MESSAGE_TYPES[kind], timestamp: release.at, data }
  if (withdrawn || release.kind === 'withdrawal') return { ...head, media: [] }
  return {
    ...head,
    media: publicFilesOf(release.snapshot, texts).map((file) => fileAt(publicUrl, file)),
    ...videoPart(release, known.texts, publicUrl),
    ...programmePart(release, texts, publicUrl),
    ...(radio === null ? {} : { radio: radioOf(release, { publicUrl, texts, readMs: radio.readMs }) }),
  }
}

export const bytesOf = (message: Message): Buffer => {
  const whole = Buffer.from(JSON.stringify(message))
  if (whole.length <= INLINE_BYTES || message.data.pubStatus !== 'usable') return whole
  const { video, programme, ...rest } = message
  return Buffer.from(
    JSON.stringify({
      ...rest,
      data: { ...message.data, bodies: [] },
      ...(video ? { video: { ...video, captions: video.captions.map(({ text: _, ...caption }) => caption) } } : {}),
      ...(programme ? { programme } : {}),
    }),
  )
}

const videoPart = (release: TextRelease, live: readonly TextRelease[], publicUrl: string): Pick<Message, 'video'> => {
  const { snapshot, item, language } = release
  if (!isVideo(snapshot)) return {}
  const { video } = snapshot
  const film = filmFile(video.file, snapshot.media)
  const poster = posterOf(snapshot)
  const others = live.filter((other) => other.language !== language)
  const captions = [release, ...others].flatMap(({ language: each, snapshot: own }): readonly CaptionFile[] =>
    isVideo(own) && hasSubtitles(own)
      ? CAPTION_FORMS.map((form) => {
          const text = captionFile(own, form)
          const bytes = Buffer.from(text)
          return {
            language: each,
            form,
            href: captionsUrl(publicUrl, item, each, form),
            sha256: createHash('sha256').update(bytes).digest('hex'),
            sizeInBytes: bytes.length,
            contentType: CAPTION_TYPES[form],
            // What is said is inside `data` already.
            ...(bytes.length <= CAPTION_BYTES && form.startsWith('captions') ? { text } : {}),
          }
        })
      : [],
  )
  return {
    video: {
      film: film && fileAt(publicUrl, film),
      link: film === null ? (filmLink(video.link)?.href ?? null) : null,
      durationMs: video.durationMs,
      width: video.width,
      height: video.height,
      poster: poster ? fileAt(publicUrl, poster) : null,
      captions,
    },
  }
}

const programmePart = ({ snapshot, language }: TextRelease, texts: TextNow, publicUrl: string): Pick<Message, 'programme'> => {
  if (!isProgramme(snapshot)) return {}
  const { airDate, airTime, presenter, targetMs, totalMs } = snapshot.programme
  const steps = stepsOf(snapshot.programme, texts)
  return {
    programme: {
      airDate,
      airTime,
      presenter,
      targetMs,
      totalMs,
      steps: steps.map((now) => ({
        id: now.step.id,
        kind: now.step.kind,
        title: stepTitle(now, language),
        item: now.step.text?.item ?? null,
        startsAtMs: now.at,
        readMs: now.step.readMs,
        clipMs: now.step.clipMs,
        intro: isSpoken(now) ? now.step.intro : '',
        script: isSpoken(now) ? now.step.script : '',
        isWithdrawn: now.state === 'withdrawn',
      })),
      filesWithheld: areWithheld(steps),
      files: offeredProgrammeFiles(snapshot.programme, steps).map((file) => ({
        kind: file.kind,
        step: file.step,
        ...fileAt(publicUrl, file),
      })),
    },
  }
}

const fileAt = (publicUrl: string, file: Pick<Rendition, 'digest' | 'ext' | 'mime' | 'bytes'>): MessageFile => ({
  href: mediaUrl(publicUrl, file),
  sha256: file.digest,
  sizeInBytes: file.bytes,
  contentType: file.mime,
})
