/** A film on a page of ours: the browser's own player with subtitles, what is said beside it, and both to take along. No script. */
import { LANGUAGES, type Language } from '#newsroom'
import { captionsUrl, type CaptionForm } from '#publication/addresses'
import type { Rendition } from '#publication/release'
import { transcriptHtml } from '#publication/renditions/captions'
import { clockOf, filmFile, filmLink, posterOf, type VideoSnapshot } from '#publication/renditions/film'
import { bodyHtml, type Correction } from '#publication/renditions/html'
import { attributes, escaped } from '#publication/renditions/markup'
import { mediaUrl } from '#publication/renditions/pictures'
import { creditLine, say, type PublicWord } from '#publication/renditions/words'
import { sizeIn } from './sizes'

export type PlayerInput = {
  readonly snapshot: VideoSnapshot
  /** Before `/media`; empty on our own pages. */
  readonly base: string
  readonly corrections: readonly Correction[]
  /** Languages that have subtitles here; a preview has no addresses for them. */
  readonly subtitled: readonly Language[]
  /** Whether the files of subtitles and transcript can be fetched. */
  readonly isOut: boolean
}

export const playerHtml = (input: PlayerInput): string => {
  const { snapshot, base, corrections } = input
  const { language, video } = snapshot
  const file = filmFile(video.file, snapshot.media)
  const length =
    video.durationMs === null
      ? ''
      : `<p class="length">${said(language, 'video.duration', { time: clockOf(video.durationMs) })}</p>\n`
  return (
    '<div class="watch">\n<div>\n' +
    `<figure class="film">${file === null ? elsewhere(snapshot, base) : player(input, file)}${caption(snapshot)}</figure>\n${length}` +
    `${bodyHtml(snapshot, { publicUrl: base, corrections })}\n${input.isOut ? downloads(snapshot, file) : ''}</div>\n` +
    `<section class="transcript" aria-labelledby="transcript">\n<h2 id="transcript">${said(language, 'video.transcript')}</h2>\n` +
    (video.cues.length === 0
      ? `<p>${said(language, 'video.noTranscript')}</p>\n`
      : // A part that scrolls must be reached by keyboard as well.
        `<div class="said" role="region" tabindex="0" aria-labelledby="transcript">${transcriptHtml(snapshot)}</div>\n`) +
    '</section>\n</div>\n'
  )
}

const player = ({ snapshot, base, subtitled }: PlayerInput, file: Rendition): string => {
  const { language, item, video } = snapshot
  const poster = posterOf(snapshot)
  const still = poster ? mediaUrl(base, poster) : null
  const href = mediaUrl(base, file)
  const tracks = LANGUAGES.filter((each) => subtitled.includes(each)).map(
    (each) =>
      `<track${attributes({
        kind: 'subtitles',
        src: captionsUrl('', item, each, 'captions.vtt'),
        srclang: each,
        label: say(each, 'language.own'),
        default: each === language ? '' : null,
      })}>`,
  )
  return (
    `<video${attributes({
      controls: '',
      preload: 'metadata',
      playsinline: '',
      poster: still,
      width: video.width ?? poster?.width ?? null,
      height: video.height ?? poster?.height ?? null,
    })}><source${attributes({ src: href, type: file.mime })}>${tracks.join('')}` +
    `<p><a${attributes({ href })}>${said(language, 'video.cannotPlay')}</a></p></video>` +
    // The same bytes as the player's still: paper costs readers nothing.
    (still === null || !poster
      ? ''
      : `<img class="paper"${attributes({ src: still, alt: snapshot.lead?.alt ?? '', width: poster.width, height: poster.height })}>`)
  )
}

/** No foreign player and no foreign picture on our page: a still of ours, and a link that says where it leads. */
const elsewhere = (snapshot: VideoSnapshot, base: string): string => {
  const { language, video } = snapshot
  const link = filmLink(video.link)
  const poster = posterOf(snapshot)
  const still = poster
    ? `<img${attributes({ src: mediaUrl(base, poster), alt: snapshot.lead?.alt ?? '', width: poster.width, height: poster.height })}>`
    : ''
  return link === null
    ? `${still}<p class="leads">${said(language, 'video.none')}</p>`
    : `${still}<p class="leads"><a${attributes({ href: link.href, rel: 'external noopener noreferrer' })}>${said(language, 'video.watchAt', { host: link.host })}</a> <small>${said(language, 'video.leaves')}</small></p>`
}

const caption = ({ lead, language }: VideoSnapshot): string => {
  const words = [
    escaped(lead?.caption ?? ''),
    lead === null || lead.credit === '' ? '' : `<small>${escaped(creditLine(language, lead.credit))}</small>`,
  ].filter((part) => part !== '')
  return words.length === 0 ? '' : `<figcaption>${words.join(' ')}</figcaption>`
}

const CAPTIONS = [
  ['captions.vtt', 'video.file.vtt', 'vtt'],
  ['captions.srt', 'video.file.srt', 'srt'],
  ['transcript.txt', 'video.file.text', 'txt'],
] as const satisfies readonly (readonly [CaptionForm, PublicWord, string])[]

const downloads = ({ item, language, slug, video }: VideoSnapshot, file: Rendition | null): string => {
  const name = (ext: string) => `${slug}-${language}.${ext}`
  const gap = language === 'ja' ? '' : ' '
  const entries = [
    ...(file === null
      ? []
      : [
          `<a${attributes({ href: mediaUrl('', file), download: name(file.ext), type: file.mime })}>${said(language, 'video.file.film')}</a>${gap}<small>${said(language, 'bulletin.size', { size: sizeIn(language, file.bytes) })}</small>`,
        ]),
    ...(video.cues.length === 0
      ? []
      : CAPTIONS.map(
          ([form, word, ext]) =>
            `<a${attributes({ href: captionsUrl('', item, language, form), download: name(ext) })}>${said(language, word)}</a>`,
        )),
  ]
  return entries.length === 0
    ? ''
    : `<div class="downloads screen"><h2>${said(language, 'video.downloads')}</h2><ul>${entries.map((entry) => `<li>${entry}</li>`).join('')}</ul></div>\n`
}

const said = (language: Language, word: PublicWord, values?: Readonly<Record<string, string>>) =>
  escaped(say(language, word, values))
