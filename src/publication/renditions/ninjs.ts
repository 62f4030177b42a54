/** A release as IPTC ninjs: valid in 3.0 and in 3.1. No property of our own is allowed there, so ours go into `altIds`. */
import type { ItemType, Language } from '#newsroom'
import { figuresOf } from '#richtext'
import type { Figure } from '#richtext'
import { addressOf, captionsUrl, itemUrl, pageUrl, pieceUrl, uriOf, uriOfEntry, uriOfKey, uriOfSubtitles } from '../addresses'
import type { Addressed } from '../addresses'
import type { FileKind } from '../edition'
import type { Release, Snapshot, TextRelease } from '../release'
import { behindLine, type Behind } from './behind'
import { contentsHtml, contentsText } from './contents'
import { coverOf, isEdition, offeredFiles, piecesOf } from './edition'
import type { EditionSnapshot, PieceNow, TextNow } from './edition'
import { transcriptText } from './captions'
import { filmFile, filmLink, hasSubtitles, isVideo, posterOf, secondsOf } from './film'
import type { VideoSnapshot } from './film'
import { bodyHtml } from './html'
import type { Correction } from './html'
import { legal } from './markup'
import { mediaUrl, picturesOf } from './pictures'
import { correctionLine, plain } from './plain'
import { programmeHtml, programmeText } from './programme'
import { isProgramme, shownNow, stepFlag, stepsOf, stepTitle } from './steps'
import type { ProgrammeSnapshot, StepNow } from './steps'
import { say } from './words'

/** Another language of the same item, as it is live now. */
export type Translation = Addressed & {
  readonly version: number
  readonly title: string
  /** Of a video: there are subtitles in this language. */
  readonly subtitled?: true
}
export const translationOf = ({ version, snapshot }: TextRelease): Translation => ({
  ...addressOf(snapshot),
  version,
  title: snapshot.title,
  ...(hasSubtitles(snapshot) ? { subtitled: true } : {}),
})

export type NinjsOptions = {
  /** Public address without a final slash. */
  readonly publicUrl: string
  readonly translations?: readonly Translation[]
  /** Shown at the top of the body; without them a correction shows its own. */
  readonly corrections?: readonly Correction[]
  /** Of a translation: the newer source that it does not follow yet. */
  readonly behind?: Behind | null
  /** The delivery is a withdrawal although the release is none: the outlet is no longer offered the item (see `owed`). */
  readonly as?: 'withdrawal'
  /** Of an edition: the texts that it lists, as they are now; without it they are named as the edition names them. */
  readonly texts?: TextNow
}

type Words = { readonly role: string; readonly contentType: 'text/plain' | 'application/xhtml+xml'; readonly value: string }
type NinjsRendition = {
  readonly name: string
  readonly href: string
  readonly contentType: string
  readonly width?: number
  readonly height?: number
  readonly sizeInBytes?: number
  /** Seconds. */
  readonly duration?: number
}
type AltId = { readonly role: string; readonly value: string }
export type NinjsType = 'text' | 'video' | 'composite' | 'picture' | 'component'
export type Association = {
  readonly name: string
  readonly uri: string
  readonly type: NinjsType
  readonly rel?: string
  readonly representationType?: 'partial'
  readonly version?: string
  readonly versionCreated?: string
  readonly pubStatus?: 'usable' | 'canceled'
  readonly language?: string
  readonly by?: string
  readonly headlines?: readonly Words[]
  readonly descriptions?: readonly Words[]
  readonly renditions?: readonly NinjsRendition[]
  readonly altIds?: readonly AltId[]
}

type Head = {
  readonly uri: string
  readonly standard: { readonly name: 'ninjs'; readonly version: '3.1'; readonly schema: string }
  readonly type: NinjsType
  readonly representationType: 'full'
  readonly version: string
  readonly language: Language
  readonly firstCreated: string
  readonly versionCreated: string
  readonly edNote?: string
  readonly altIds: readonly AltId[]
}
export type Ninjs =
  | (Head & { readonly pubStatus: 'canceled'; readonly edNote: string })
  | (Head & {
      readonly pubStatus: 'usable'
      readonly headlines: readonly Words[]
      readonly descriptions: readonly Words[]
      readonly bodies: readonly Words[]
      readonly by: string
      readonly slugline: string
      readonly copyrightHolder: string
      readonly usageTerms: string
      readonly subjects: readonly { readonly name: string; readonly uri: string; readonly literal: string }[]
      readonly places: readonly { readonly name: string }[]
      readonly genres: readonly { readonly uri: string; readonly literal: string }[]
      readonly renditions: readonly NinjsRendition[]
      readonly associations: readonly Association[]
    })

export const ninjs = (release: Release, options: NinjsOptions): Ninjs => {
  if (release.kind === 'withdrawal') return { ...head(release), pubStatus: 'canceled', edNote: legal(release.reason) }
  if (options.as === 'withdrawal')
    return { ...head(release), pubStatus: 'canceled', edNote: say(release.language, 'withdrawn.noLongerOffered') }
  return usable(release, options)
}

/** The same as bytes, for a body that is signed or served. */
export const ninjsJson = (release: Release, options: NinjsOptions): string => JSON.stringify(ninjs(release, options))

const usable = (
  release: TextRelease,
  { publicUrl, translations = [], corrections = ownCorrection(release), behind = null, texts = () => null }: NinjsOptions,
): Ninjs => {
  const { item, language } = release
  const snapshot = shownNow(release.snapshot, texts)
  const edition = isEdition(snapshot)
    ? composite(snapshot, corrections, texts, publicUrl)
    : isProgramme(snapshot)
      ? rundown(snapshot, corrections, texts, publicUrl)
      : null
  const film = isVideo(snapshot) ? snapshot : null
  // Of every language, this one first where the list has not come to it yet.
  const subtitled = [
    ...(hasSubtitles(snapshot) && !translations.some((each) => each.language === language) ? [translationOf(release)] : []),
    ...translations.filter((each) => each.subtitled),
  ]
  const notes = [
    ...(release.kind === 'correction' ? [legal(correctionLine({ at: release.at, note: release.note }, snapshot))] : []),
    ...(behind === null ? [] : [behindLine(behind, language)]),
  ]
  return {
    ...head(release),
    ...(notes.length === 0 ? {} : { edNote: notes.join('\n') }),
    pubStatus: 'usable',
    headlines: [text('main', snapshot.title)],
    descriptions: [text('summary', snapshot.summary)],
    bodies: edition?.bodies ?? [
      { role: 'main', contentType: 'application/xhtml+xml', value: bodyHtml(snapshot, { publicUrl, corrections }) },
      text('main', plain(snapshot, { corrections })),
      ...(film === null || film.video.cues.length === 0 ? [] : [text('transcript', transcriptText(film))]),
    ],
    by: legal(snapshot.byline || (snapshot.edition?.imprint.issuer ?? snapshot.programme?.presenter ?? '')),
    slugline: snapshot.slug,
    copyrightHolder: say(language, 'site.issuer'),
    usageTerms: say(language, 'rights.notice'),
    subjects: snapshot.topics.map(({ id, name }) => ({ name: legal(name), uri: uriOfKey('topic', id), literal: id })),
    places: snapshot.places.map((name) => ({ name: legal(name) })),
    genres: [{ uri: uriOfKey('class', snapshot.class), literal: snapshot.class }],
    renditions: [
      ...whereToRead(item, snapshot, publicUrl),
      ...(edition?.renditions ?? []),
      ...(film === null ? [] : filmRenditions(film, publicUrl)),
    ],
    associations: [
      ...[coverOf(snapshot)].flatMap((lead) => (lead === null ? [] : [picture('lead', lead, snapshot, publicUrl)])),
      ...(edition?.associations ??
        figuresOf(snapshot.body).map((figure, index) => picture(numbered('picture', index), figure, snapshot, publicUrl))),
      ...translations
        .filter((translation) => translation.language !== language)
        .map((translation) => elsewhere(release, translation, publicUrl)),
      ...(film === null ? [] : subtitled.map((each) => subtitles(item, each, publicUrl))),
      ...(behind === null ? [] : [newerSource(release, behind, publicUrl)]),
    ],
  }
}

/** An issue: its contents as body, its pieces in order, its files. */
const composite = (
  snapshot: EditionSnapshot,
  corrections: readonly Correction[],
  texts: TextNow,
  publicUrl: string,
): {
  readonly bodies: readonly Words[]
  readonly renditions: readonly NinjsRendition[]
  readonly associations: readonly Association[]
} => {
  const pieces = piecesOf(snapshot.edition, texts)
  return {
    bodies: [
      {
        role: 'main',
        contentType: 'application/xhtml+xml',
        value: contentsHtml(snapshot, pieces, { publicUrl, corrections }),
      },
      text('main', contentsText(snapshot, pieces, corrections)),
    ],
    renditions: offeredFiles(snapshot.edition, pieces).map((file) => ({
      name: FILE_NAMES[file.kind],
      href: mediaUrl(publicUrl, file),
      contentType: file.mime.split(';')[0] ?? file.mime,
      sizeInBytes: file.bytes,
    })),
    associations: pieces.map((piece, index) => pieceOf(numbered('item', index), piece, snapshot, publicUrl)),
  }
}

/** A programme: its running order with what is read, its steps in order. Script and package go to the broadcaster alone. */
const rundown = (
  snapshot: ProgrammeSnapshot,
  corrections: readonly Correction[],
  texts: TextNow,
  publicUrl: string,
): ReturnType<typeof composite> => {
  const steps = stepsOf(snapshot.programme, texts)
  return {
    bodies: [
      { role: 'main', contentType: 'application/xhtml+xml', value: programmeHtml(snapshot, steps, { publicUrl, corrections }) },
      text('main', programmeText(snapshot, steps, corrections)),
    ],
    renditions: [],
    associations: steps.map((step, index) => stepOf(numbered('item', index), step, snapshot, publicUrl)),
  }
}

const stepOf = (name: string, now: StepNow, { item, language }: ProgrammeSnapshot, publicUrl: string): Association => {
  const { step, state, release } = now
  const isGone = state === 'withdrawn'
  const flag = stepFlag(now, language)
  return {
    name,
    uri: step.text === null ? uriOfEntry(item, language, step.id) : uriOf(step.text.item, language),
    type: release === null ? 'text' : TYPES[release.itemType],
    representationType: 'partial',
    ...(release === null ? {} : { version: String(release.version), pubStatus: isGone ? 'canceled' : 'usable' }),
    language,
    ...(isGone
      ? {}
      : {
          headlines: [text('main', stepTitle(now, language))],
          ...(flag === null ? {} : { descriptions: [text('note', flag)] }),
          ...(release === null ? {} : { renditions: whereToRead(release.item, release.snapshot, publicUrl) }),
        }),
    altIds: [
      ...(step.text === null ? [] : [{ role: 'ttdn:item', value: step.text.item }]),
      { role: 'ttdn:step', value: step.id },
      { role: 'ttdn:kind', value: step.kind },
      { role: 'ttdn:startsAtMs', value: String(now.at) },
      { role: 'ttdn:readMs', value: String(step.readMs) },
      { role: 'ttdn:clipMs', value: String(step.clipMs) },
    ],
  }
}

/** The film, or where it is seen, and its still. */
const filmRenditions = (snapshot: VideoSnapshot, publicUrl: string): readonly NinjsRendition[] => {
  const { video, media } = snapshot
  const file = filmFile(video.file, media)
  const link = filmLink(video.link)
  const poster = posterOf(snapshot)
  const duration = video.durationMs === null ? {} : { duration: secondsOf(video.durationMs) }
  return [
    ...(file === null
      ? []
      : [
          {
            name: 'film',
            href: mediaUrl(publicUrl, file),
            contentType: file.mime,
            ...(video.width === null || video.height === null ? {} : { width: video.width, height: video.height }),
            sizeInBytes: file.bytes,
            ...duration,
          },
        ]),
    ...(file !== null || link === null ? [] : [{ name: 'film-page', href: link.href, contentType: 'text/html', ...duration }]),
    ...(poster === undefined
      ? []
      : [
          {
            name: 'poster',
            href: mediaUrl(publicUrl, poster),
            contentType: poster.mime,
            width: poster.width,
            height: poster.height,
            sizeInBytes: poster.bytes,
          },
        ]),
  ]
}

const subtitles = (item: string, { language, version }: Translation, publicUrl: string): Association => ({
  name: `subtitles-${language}`,
  uri: uriOfSubtitles(item, language),
  type: 'component',
  representationType: 'partial',
  version: String(version),
  language,
  renditions: [
    { name: 'vtt', href: captionsUrl(publicUrl, item, language, 'captions.vtt'), contentType: 'text/vtt' },
    { name: 'srt', href: captionsUrl(publicUrl, item, language, 'captions.srt'), contentType: 'application/x-subrip' },
    { name: 'transcript', href: captionsUrl(publicUrl, item, language, 'transcript.html'), contentType: 'text/html' },
  ],
})

const FILE_NAMES = { screen: 'pdf', epub: 'epub', plain: 'text', press: 'press', package: 'package' } as const satisfies Readonly<
  Record<FileKind, string>
>

const pieceOf = (
  name: string,
  piece: PieceNow,
  { item, language, edition, slug }: EditionSnapshot,
  publicUrl: string,
): Association => {
  const { entry, section, release, state } = piece
  const page = pieceUrl(pageUrl(publicUrl, { language, slug, edition }), entry.id)
  const isGone = state === 'withdrawn'
  return {
    name,
    uri: entry.text === null ? uriOfEntry(item, language, entry.id) : uriOf(entry.text.item, language),
    type: release === null ? 'text' : TYPES[release.itemType],
    representationType: 'partial',
    ...(release === null ? {} : { version: String(release.version), pubStatus: isGone ? 'canceled' : 'usable' }),
    language,
    ...(isGone
      ? {}
      : {
          headlines: [text('main', piece.title)],
          ...(piece.summary === '' ? {} : { descriptions: [text('summary', piece.summary)] }),
          renditions: [
            { name: 'web', href: page, contentType: 'text/html' },
            ...(release === null
              ? []
              : [{ name: 'ninjs', href: itemUrl(publicUrl, release.item, language), contentType: 'application/json' }]),
          ],
        }),
    altIds: [
      ...(entry.text === null ? [] : [{ role: 'ttdn:item', value: entry.text.item }]),
      { role: 'ttdn:entry', value: entry.id },
      { role: 'ttdn:section', value: legal(section.name) },
      { role: 'ttdn:page', value: String(entry.page) },
    ],
  }
}

const numbered = (name: string, index: number): string => `${name}-${String(index + 1).padStart(3, '0')}`

const head = (release: Release): Head => ({
  uri: uriOf(release.item, release.language),
  standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' },
  type: TYPES[release.itemType],
  representationType: 'full',
  version: String(release.version),
  language: release.language,
  firstCreated: release.firstAt,
  versionCreated: release.at,
  altIds: [
    { role: 'ttdn:item', value: release.item },
    { role: 'ttdn:release', value: String(release.seq) },
    { role: 'ttdn:digest', value: release.digest },
    // ninjs has one word for an issue and a programme.
    ...(release.itemType === 'programme' ? [{ role: 'ttdn:type', value: release.itemType }] : []),
  ],
})

const TYPES = { article: 'text', video: 'video', edition: 'composite', programme: 'composite' } as const satisfies Readonly<
  Record<ItemType, NinjsType>
>

const picture = (
  name: string,
  { digest, alt, caption, credit }: Figure,
  { media }: Snapshot,
  publicUrl: string,
): Association => ({
  name,
  uri: uriOfKey('media', digest),
  type: 'picture',
  ...(credit === '' ? {} : { by: legal(credit) }),
  descriptions: [...(caption === '' ? [] : [text('caption', caption)]), text('alt', alt)],
  renditions: picturesOf(media, digest).map((size) => ({
    name: size.name,
    href: mediaUrl(publicUrl, size),
    contentType: size.mime,
    width: size.width,
    height: size.height,
    sizeInBytes: size.bytes,
  })),
  altIds: [{ role: 'ttdn:sha256', value: digest }],
})

const elsewhere = ({ item, itemType }: Release, translation: Translation, publicUrl: string): Association => {
  const { language, version, title } = translation
  return {
    name: `translation-${language}`,
    uri: uriOf(item, language),
    type: TYPES[itemType],
    representationType: 'partial',
    version: String(version),
    language,
    headlines: [text('main', title)],
    renditions: whereToRead(item, translation, publicUrl),
  }
}

/** There as long as the translation is behind, and only then. */
const newerSource = ({ item, itemType }: Release, { language, version, at, live }: Behind, publicUrl: string): Association => ({
  name: 'newer-source',
  rel: 'translationOf',
  uri: uriOf(item, language),
  type: TYPES[itemType],
  representationType: 'partial',
  version: String(version),
  versionCreated: at,
  language,
  pubStatus: live === null ? 'canceled' : 'usable',
  ...(live === null
    ? {}
    : { headlines: [text('main', live.title)], renditions: whereToRead(item, { ...live, language }, publicUrl) }),
})

const whereToRead = (item: string, page: Addressed, publicUrl: string): readonly NinjsRendition[] => [
  { name: 'web', href: pageUrl(publicUrl, page), contentType: 'text/html' },
  { name: 'ninjs', href: itemUrl(publicUrl, item, page.language), contentType: 'application/json' },
]

const ownCorrection = (release: TextRelease): readonly Correction[] =>
  release.kind === 'correction' ? [{ at: release.at, note: release.note }] : []

const text = (role: string, value: string): Words => ({ role, contentType: 'text/plain', value: legal(value) })
