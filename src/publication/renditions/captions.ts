/** What is said in a film: subtitles and transcript as texts. Apart from the film's facts, so that who only needs those knows nothing of cues. */
import { plainText } from '#richtext'
import type { Inline, RichText } from '#richtext'
import { transcript } from '#video/segments'
import { writeSrt, writeVtt } from '#video/subtitles'
import type { CaptionForm } from '../addresses'
import type { VideoSnapshot } from './film'
import { bodyHtml } from './html'
import { attributes, escaped, legal } from './markup'

/** What is said in the film, in paragraphs; empty where nothing is. */
export const transcriptOf = ({ video, language }: Pick<VideoSnapshot, 'video' | 'language'>): RichText =>
  transcript(video.cues, language)

/** As it stands on a page: one element that says its language, ruby as ruby. */
export const transcriptHtml = (snapshot: VideoSnapshot): string =>
  bodyHtml({ language: snapshot.language, title: snapshot.title, body: transcriptOf(snapshot), media: [] }, { publicUrl: '' })

/** Without marks; a reading stands behind its word. */
export const transcriptText = (snapshot: VideoSnapshot): string =>
  legal(
    plainText(
      transcriptOf(snapshot).map((block) =>
        block.kind === 'paragraph' ? { ...block, children: block.children.map((inline) => spoken(inline)) } : block,
      ),
    ),
  )

const spoken = (inline: Inline): Inline =>
  inline.kind === 'ruby' ? { kind: 'text', text: `${inline.base}（${inline.reading}）`, marks: [] } : inline

/** One form of subtitles or transcript, whole. A film in which nothing is said yet has subtitles without a cue. */
export const captionFile = (snapshot: VideoSnapshot, form: CaptionForm): string => {
  const { language, title, video } = snapshot
  switch (form) {
    case 'captions.vtt':
      return writeVtt(video.cues, { language, title })
    case 'captions.srt':
      return writeSrt(video.cues)
    case 'transcript.txt':
      return `${title}\n\n${transcriptText(snapshot)}\n`
    case 'transcript.html':
      return (
        `<!doctype html>\n<html${attributes({ lang: language })}><head><meta charset="utf-8"><title>${escaped(title)}</title></head>` +
        `<body><h1>${escaped(title)}</h1>${transcriptHtml(snapshot)}</body></html>\n`
      )
  }
}

export const CAPTION_TYPES: Readonly<Record<CaptionForm, string>> = {
  'captions.vtt': 'text/vtt; charset=utf-8',
  'captions.srt': 'application/x-subrip; charset=utf-8',
  'transcript.txt': 'text/plain; charset=utf-8',
  'transcript.html': 'text/html; charset=utf-8',
}
