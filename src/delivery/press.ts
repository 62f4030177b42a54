/** The press kit: released texts with pictures and films that others may use, by topic; and the ZIP of a topic, to the byte the same each time. */
import { LANGUAGES, type Digest, type Instant, type ItemId, type Language } from '#newsroom'
import { captionsUrl, pageUrl, uriOf } from '#publication/addresses'
import type { Medium, Release, Rendition, Snapshot, TextRelease } from '#publication/release'
import { captionFile } from '#publication/renditions/captions'
import { filmFile, filmLink, hasSubtitles, isVideo } from '#publication/renditions/film'
import { forPage, mediaUrl, picturesOf, uncropped, type Sized } from '#publication/renditions/pictures'
import { plain } from '#publication/renditions/plain'
import { say } from '#publication/renditions/words'
import { figuresOf, type Figure } from '#richtext'
import { createHash } from 'node:crypto'
import type { Generation, StoredText } from './read-model'

export type KitPhoto = {
  readonly digest: Digest
  readonly picture: Sized
  readonly credit: string
  /** In every language in which the item is live and shows it. */
  readonly words: readonly { readonly language: Language; readonly alt: string; readonly caption: string }[]
}
export type KitItem = {
  readonly release: TextRelease
  readonly photos: readonly KitPhoto[]
  readonly film: Rendition | null
  /** Languages of the item with subtitles, live. */
  readonly subtitled: readonly TextRelease[]
}

/** Newest so many items of a topic; larger films stand in the list as addresses. */
export const KIT_ITEMS = 50
export const KIT_FILM_BYTES = 20_000_000
/** All films in one ZIP: while it is made nothing else becomes visible, a withdrawal neither. */
const KIT_FILMS_BYTES = 100_000_000

/** Today in the province: a right to use something ends with its day, and no release says so. */
export type Today = string

/** Topics under which a release stands in the press kit: none of a withdrawn one, nor of one without anything that may be used. */
export const kitTopicsOf = (release: Release | undefined, today: Today): readonly string[] => {
  if (!release || release.kind === 'withdrawal') return []
  const { itemType, snapshot } = release
  if ((itemType !== 'article' && itemType !== 'video') || !showsPressMedia(snapshot, today)) return []
  return [...new Set(snapshot.topics.map(({ id }) => id))].filter((id) => TOPIC.test(id))
}
const TOPIC = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

const showsPressMedia = (snapshot: Snapshot, today: Today): boolean =>
  shownFigures(snapshot).some(({ digest }) => isPress(snapshot, digest, today)) ||
  (isVideo(snapshot) && snapshot.video.file !== null && isPress(snapshot, snapshot.video.file, today))

const isPress = ({ media }: Snapshot, digest: Digest, today: Today): boolean => {
  const medium = mediumOf(media, digest)
  return medium?.press === true && (medium.pressUntil === undefined || medium.pressUntil >= today)
}
const mediumOf = (media: readonly Medium[], digest: Digest) => media.find((medium) => medium.digest === digest)

const shownFigures = ({ lead, body }: Snapshot): readonly Figure[] => [...(lead === null ? [] : [lead]), ...figuresOf(body)]

/** What a release loses by the day alone: the topics under which it stood, and the second since which something of it is no longer there. */
export const endedRights = (
  release: TextRelease,
  today: Today,
): { readonly topics: readonly string[]; readonly since: Instant } | null => {
  const last = release.snapshot.media
    .flatMap(({ press, pressUntil }) => (press === true && pressUntil !== undefined && pressUntil < today ? [pressUntil] : []))
    .toSorted()
    .at(-1)
  if (last === undefined) return null
  // Midnight after the last day, in the province.
  const since = new Date(Date.parse(`${last}T00:00:00+07:00`) + 86_400_000).toISOString()
  return { topics: kitTopicsOf(release, BEFORE_ANY_END), since }
}
const BEFORE_ANY_END: Today = ''

/** What a topic holds in a language, newest first. */
export const kitItems = (here: Generation, language: Language, topic: string, today: Today): readonly KitItem[] =>
  here.pressItems(language, topic, KIT_ITEMS).flatMap((item) => {
    const release = liveIn(here.text(item, language))
    return release ? [kitItem(release, versionsOf(here, item), today)] : []
  })

const versionsOf = (here: Generation, item: ItemId): readonly TextRelease[] =>
  LANGUAGES.flatMap((language) => liveIn(here.text(item, language)) ?? [])
const liveIn = (stored: StoredText | undefined): TextRelease | null =>
  stored && stored.release.kind !== 'withdrawal' ? stored.release : null

const kitItem = (release: TextRelease, versions: readonly TextRelease[], today: Today): KitItem => {
  const { snapshot } = release
  const seen = new Set<Digest>()
  const photos = shownFigures(snapshot).flatMap(({ digest, credit }): readonly KitPhoto[] => {
    const picture = forPage(uncropped(picturesOf(snapshot.media, digest)))
    if (seen.has(digest) || !picture || !isPress(snapshot, digest, today)) return []
    seen.add(digest)
    const words = versions.flatMap(({ language, snapshot: each }) => {
      const figure = shownFigures(each).find((other) => other.digest === digest)
      return figure ? [{ language, alt: figure.alt, caption: figure.caption }] : []
    })
    return [{ digest, picture, credit, words }]
  })
  const isOurs = isVideo(snapshot) && snapshot.video.file !== null && isPress(snapshot, snapshot.video.file, today)
  return {
    release,
    photos,
    film: isOurs ? filmFile(snapshot.video.file, snapshot.media) : null,
    subtitled: isVideo(snapshot) ? versions.filter((each) => hasSubtitles(each.snapshot)) : [],
  }
}

export const topicName = (items: readonly KitItem[], topic: string): string =>
  items[0]?.release.snapshot.topics.find(({ id }) => id === topic)?.name ?? topic

/** One entry of the ZIP: words, or a public file by name. */
export type ZipEntry = { readonly name: string; readonly at: Instant } & ({ readonly text: string } | { readonly file: string })

/** Everything in the ZIP of a topic, the manifest first. A function of what is live alone. */
export const kitEntries = (
  items: readonly KitItem[],
  { language, topic, publicUrl }: { readonly language: Language; readonly topic: string; readonly publicUrl: string },
): readonly ZipEntry[] => {
  let room = KIT_FILMS_BYTES
  const parts = items.map((item, index) => {
    const bytes = item.film?.bytes ?? Number.POSITIVE_INFINITY
    const isPacked = bytes <= KIT_FILM_BYTES && bytes <= room
    if (isPacked) room -= bytes
    return partOf(item, index, { publicUrl, isPacked })
  })
  const manifest = {
    title: say(language, 'press.topicTitle', { topic: topicName(items, topic) }),
    topic,
    language,
    issuer: say(language, 'site.issuer'),
    terms: say(language, 'press.rights'),
    items: parts.map(({ fact }) => fact),
  }
  const newest =
    items
      .map(({ release }) => release.at)
      .toSorted()
      .at(-1) ?? EPOCH
  return [
    { name: 'manifest.json', at: newest, text: `${JSON.stringify(manifest, null, 2)}\n` },
    ...parts.flatMap(({ entries }) => entries),
  ]
}
const EPOCH = '1980-01-01T00:00:00.000Z'

const partOf = (
  { release, photos, film, subtitled }: KitItem,
  index: number,
  { publicUrl, isPacked }: { readonly publicUrl: string; readonly isPacked: boolean },
) => {
  const { snapshot, item, language, at } = release
  const stem = `${String(index + 1).padStart(2, '0')}-${snapshot.slug}`
  const words = (name: string, text: string) => ({ entry: { name, at, text }, fact: { file: name, ...measured(text) } })
  const text = words(`texts/${stem}.txt`, textOf(release, publicUrl))
  const shots = photos.map(({ picture, credit, words: said }, number) => {
    const name = `photos/${stem}-${number + 1}.${picture.ext}`
    const inLanguages = (pick: 'caption' | 'alt') => Object.fromEntries(said.map((each) => [each.language, each[pick]]))
    return {
      entry: { name, at, file: `${picture.digest}.${picture.ext}` },
      fact: {
        file: name,
        sha256: picture.digest,
        sizeInBytes: picture.bytes,
        contentType: picture.mime,
        width: picture.width,
        height: picture.height,
        credit,
        captions: inLanguages('caption'),
        alt: inLanguages('alt'),
      },
    }
  })
  const isInside = film !== null && isPacked
  const filmName = film === null ? '' : `films/${stem}.${film.ext}`
  const captions = subtitled.flatMap(({ snapshot: each }) =>
    isVideo(each)
      ? (['captions.vtt', 'captions.srt'] as const).map((form) => {
          const made = words(`subtitles/${stem}.${each.language}.${form.slice(-3)}`, captionFile(each, form))
          return {
            entry: made.entry,
            fact: { ...made.fact, language: each.language, href: captionsUrl(publicUrl, item, each.language, form) },
          }
        })
      : [],
  )
  const link = isVideo(snapshot) && snapshot.video.file === null ? filmLink(snapshot.video.link) : null
  return {
    entries: [
      text.entry,
      ...shots.map(({ entry }) => entry),
      ...(isInside ? [{ name: filmName, at, file: `${film.digest}.${film.ext}` }] : []),
      ...captions.map(({ entry }) => entry),
    ] satisfies readonly ZipEntry[],
    fact: {
      item,
      uri: uriOf(item, language),
      version: release.version,
      released: at,
      title: snapshot.title,
      byline: snapshot.byline,
      url: pageUrl(publicUrl, snapshot),
      text: text.fact,
      photos: shots.map(({ fact }) => fact),
      ...(film === null
        ? {}
        : {
            film: {
              ...(isInside ? { file: filmName } : {}),
              href: mediaUrl(publicUrl, film),
              sha256: film.digest,
              sizeInBytes: film.bytes,
              contentType: film.mime,
            },
          }),
      ...(link === null ? {} : { film: { link: link.href } }),
      ...(captions.length === 0 ? {} : { subtitles: captions.map(({ fact }) => fact) }),
    },
  }
}

const textOf = ({ snapshot, language }: TextRelease, publicUrl: string): string =>
  `${[
    snapshot.title,
    snapshot.summary,
    snapshot.byline,
    plain(snapshot),
    ...(isVideo(snapshot) && snapshot.video.cues.length > 0 ? [captionFile(snapshot, 'transcript.txt').trim()] : []),
    `${say(language, 'rights.notice')}\n${pageUrl(publicUrl, snapshot)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`

const measured = (text: string) => {
  const bytes = Buffer.from(text)
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeInBytes: bytes.length }
}
