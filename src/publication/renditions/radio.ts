/** For a district's radio and television: what is read, how long reading it takes, sound and picture, subtitles. Plain words, no marks. */
import type { Language } from '#newsroom'
import type { Clip } from '../programme'
import type { TextRelease } from '../release'
import type { TextNow } from './edition'
import { captionFile, transcriptText } from './captions'
import { filmFile, filmLink, isVideo } from './film'
import { mediaUrl } from './pictures'
import { plain } from './plain'
import { isProgramme, isSpoken, lengthOf, spokenWords, stepsOf, stepTitle } from './steps'

export type RadioScript = {
  readonly language: Language
  readonly title: string
  /** Paragraphs apart by an empty line. */
  readonly script: string
  /** Whole milliseconds; null = nobody measured it. */
  readonly readMs: number | null
  /** Sound or film to play, by digest; a programme has one for each of its clips. */
  readonly recordings: readonly {
    readonly href: string
    readonly contentType: string
    readonly sha256: string | null
    readonly sizeInBytes: number | null
    /** The part to play, whole milliseconds; null = all of it. */
    readonly clip: Clip | null
  }[]
  /** Of a video. */
  readonly srt: string | null
}

/** `readMs`: by the pace of the language, which is the newsroom's to say; of a programme its own times count. */
export const radioOf = (
  { snapshot, language }: TextRelease,
  { publicUrl, readMs, texts }: { readonly publicUrl: string; readonly readMs: number | null; readonly texts: TextNow },
): RadioScript => {
  const recording = (
    { file, link }: { readonly file: string | null; readonly link: string | null },
    clip: Clip | null,
  ): RadioScript['recordings'] => {
    const form = filmFile(file, snapshot.media)
    const away = form === null ? filmLink(link) : null
    if (form !== null)
      return [{ href: mediaUrl(publicUrl, form), contentType: form.mime, sha256: form.digest, sizeInBytes: form.bytes, clip }]
    return away === null ? [] : [{ href: away.href, contentType: 'text/html', sha256: null, sizeInBytes: null, clip }]
  }
  if (isProgramme(snapshot)) {
    const steps = stepsOf(snapshot.programme, texts).filter(isSpoken)
    return {
      language,
      title: snapshot.title,
      script: paragraphs(steps.flatMap((now) => [stepTitle(now, language), ...spokenWords(now.step)])),
      readMs: steps.reduce((sum, { step }) => sum + lengthOf(step) - step.clipMs, 0),
      recordings: steps.flatMap(({ step }) => (step.film === null ? [] : recording(step.film, step.film.clip))),
      srt: null,
    }
  }
  const video = isVideo(snapshot) ? snapshot : null
  return {
    language,
    title: snapshot.title,
    script: paragraphs([
      snapshot.title,
      snapshot.summary,
      plain(snapshot),
      ...(video === null || video.video.cues.length === 0 ? [] : [transcriptText(video)]),
    ]),
    readMs,
    recordings: video === null ? [] : recording(video.video, null),
    srt: video === null || video.video.cues.length === 0 ? null : captionFile(video, 'captions.srt'),
  }
}

const paragraphs = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`
