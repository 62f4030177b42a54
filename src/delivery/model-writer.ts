/** Brings one release into the read model: which texts, addresses and lists it touches, and how they look afterwards. */
import { LANGUAGES, type ItemId, type Language } from '#newsroom'
import {
  CAPTION_FORMS,
  captionsUrl,
  itemUrl,
  pageUrl,
  pressUrl,
  pressZipUrl,
  uriOf,
  type CaptionForm,
  type Feed,
  type Quarter,
} from '#publication/addresses'
import type { Release, TextRelease } from '#publication/release'
import type { Behind } from '#publication/renditions/behind'
import { itemsIn, publicFilesOf, type TextNow } from '#publication/renditions/edition'
import { CAPTION_TYPES, captionFile } from '#publication/renditions/captions'
import { isVideo } from '#publication/renditions/film'
import { mediaUrl } from '#publication/renditions/pictures'
import { shownNow } from '#publication/renditions/steps'
import { ninjsJson, translationOf, type Translation } from '#publication/renditions/ninjs'
import { FEED_ENTRIES, NOTICE_DAYS, rss, type FeedEntry } from '#publication/renditions/rss'
import { behindOf, isWaived, lineOf } from './behind'
import { addressesUnder, editionDrafts, listsOf, placesOf, textsIn } from './editions'
import { HTML, JSON_TYPE, PROBLEM, RSS } from './media-types'
import { renderPage } from './public/page'
import { indexPage, LISTED, problem, withdrawnPage } from './public/pages'
import { endedRights, kitItems, kitTopicsOf, type Today } from './press'
import { kitPage, pressPage } from './public/press'
import {
  generationOf,
  SHOWN,
  WITHHELD,
  type EditionKey,
  type Generation,
  type Key,
  type ModelDatabase,
  type StoredChange,
  type StoredKit,
  type StoredText,
} from './read-model'
import { resourceOf, stampOf, type Draft, type Stamp } from './resources'

/** What has to be drawn anew, by path. */
export type Touched = Map<string, Stamp>

export type Writer = {
  /** Facts only: states, addresses, lists. Returns the public files that nothing shows any more. */
  readonly fold: (release: Release, touched: Touched) => readonly string[]
  /** What left the press kit by the day alone; returns as `fold` does. */
  readonly endRights: (touched: Touched) => readonly string[]
  /** Draws and stores what was touched. */
  readonly draw: (touched: Touched) => void
}

type Withdrawal = Extract<Release, { readonly kind: 'withdrawal' }>

/** The ZIP of a press kit is there: its address leads to it from now on. To be used inside a transaction. */
export const drawKit = (
  db: ModelDatabase,
  g: number,
  {
    language,
    topic,
    file,
    stamp,
  }: { readonly language: Language; readonly topic: string } & StoredKit & { readonly file: string },
  wish: { readonly publicUrl: string; readonly today: Today },
): void => {
  db.putSync([g, 'kit', language, topic], { file, stamp } satisfies StoredKit)
  db.putSync([g, 'file', file, topic, language], SHOWN)
  modelWriter(db, g, wish).draw(new Map([[pressZipUrl('', language, topic), stamp]]))
}

/** To be used inside a transaction. `floor`: the generation that this one will replace. */
export const modelWriter = (
  db: ModelDatabase,
  g: number,
  { publicUrl, today, floor }: { readonly publicUrl: string; readonly today: Today; readonly floor?: Generation },
): Writer => {
  const here = generationOf(db, g)
  const put = (key: Key, value: unknown) => void db.putSync([g, ...key], value)
  const remove = (key: Key) => void db.removeSync([g, ...key])

  const fold = (release: Release, touched: Touched): readonly string[] => {
    const { item, language, seq } = release
    put(['change', seq], changeOf(release, publicUrl))
    const before = here.text(item, language)
    // A withdrawal that went ahead of a stuck queue: what is older than it changes nothing any more.
    if (before && before.release.seq >= seq) {
      if (before.release.seq > seq) put(['text', item, language], { ...before, trail: trailOf(release, before) })
      return []
    }

    const after = storedOf(release, before)
    put(['text', item, language], after)
    if (before) remove(['recent', language, before.release.seq])
    put(['recent', language, seq], item)
    if (release.kind === 'withdrawal') remove(['listed', language, after.firstSeq])
    else put(['listed', language, after.firstSeq], item)
    if (release.itemType === 'video') {
      if (before) remove(['video', language, before.release.seq])
      put(['video', language, seq], item)
    }

    const fresh = new Set<string>()
    const touch = (path: string) => {
      if (fresh.has(path)) return
      fresh.add(path)
      touched.set(path, stampOf(release, touched.get(path)?.modified ?? here.resource(path)?.modified))
    }
    const current = after.paths.at(-1)
    for (const path of after.paths) {
      // An address that another text uses meanwhile is that one's, unless this is its newest user.
      const owner = here.pageOwner(path)
      if (path === current && release.kind !== 'withdrawal') {
        put(['page', path], item)
        const former = owner === undefined || owner === item ? undefined : here.text(owner, language)
        for (const address of former?.pieces.length ? addressesUnder(path, former.pieces) : []) touch(address)
      }
      if (here.pageOwner(path) === item) touch(path)
    }
    for (const other of LANGUAGES) {
      const text = here.text(item, other)
      if (!text) continue
      touch(itemUrl('', item, other))
      touch(`/feeds/${other}/articles.rss`)
      if (release.itemType === 'video') {
        touch(`/feeds/${other}/videos.rss`)
        for (const form of CAPTION_FORMS) touch(captionsUrl('', item, other, form))
      }
      if (text.release.kind !== 'withdrawal') touch(pageUrl('', text.release.snapshot))
    }
    touch(`/v1/items/${item}`)
    touch(`/${language}`)
    // A language's front page, lists and feeds exist from the first release on, whatever its language.
    for (const other of LANGUAGES)
      for (const path of [
        `/${other}`,
        `/feeds/${other}/articles.rss`,
        `/feeds/${other}/videos.rss`,
        pressUrl('', other),
        ...listsOf(other),
      ])
        if (!touched.has(path) && !here.resource(path)) touch(path)
    const [former, shownNow] = [textOf(before?.release), textOf(release)]
    for (const text of former ? itemsIn(former) : []) remove(['lists', text, item, language])
    for (const text of shownNow ? itemsIn(shownNow) : []) put(['lists', text, item, language], 1)
    if (release.itemType === 'edition') foldEdition(release, before, after, touch)
    const outdated = foldPress(release, before, after, touched, touch)
    const withheld = here.listing(item).flatMap((edition) => followText(edition, language, touch))

    const shown = filesShown(release, textsIn(here, language))
    const offered = filesOf(release)
    for (const name of after.files) {
      const use = here.fileUse(name, item, language) ?? SHOWN
      const now = shown.includes(name) ? SHOWN : offered.includes(name) ? WITHHELD : use === SHOWN ? Date.parse(release.at) : use
      put(['file', name, item, language], now)
    }
    const dropped = (before?.files ?? []).filter((name) => !after.files.includes(name))
    for (const name of dropped) remove(['file', name, item, language])
    const hidden = offered.filter((name) => !shown.includes(name))
    return [...new Set([...dropped, ...hidden, ...withheld, ...outdated])].filter((name) => !here.isFileUsed(name))
  }

  /**
   * Which topics of the press kit hold the item now. A ZIP that held it before is gone at once, whatever changed; the projector
   * makes the next one. Captions stand in every language, so that a change in one is a change in all.
   */
  const foldPress = (
    release: Release,
    before: StoredText | undefined,
    { firstSeq }: StoredText,
    touched: Touched,
    touch: (path: string) => void,
  ): readonly string[] => {
    const { item, language } = release
    const [former, current] = [kitTopicsOf(before?.release, today), kitTopicsOf(release, today)]
    for (const topic of former) if (!current.includes(topic)) remove(['press', language, topic, firstSeq])
    for (const topic of current) put(['press', language, topic, firstSeq], item)
    const changed = LANGUAGES.flatMap((other) =>
      (other === language ? [...new Set([...former, ...current])] : kitTopicsOf(here.text(item, other)?.release, today)).map(
        (topic) => ({ language: other, topic }),
      ),
    )
    return changed.flatMap(({ language: other, topic }) => {
      // Its page names the languages that have the topic.
      for (const each of LANGUAGES) if (each === other || here.kit(each, topic)) touch(pressUrl('', each, topic))
      touch(pressUrl('', other))
      const path = pressZipUrl('', other, topic)
      touch(path)
      return outdateKit(other, topic, touched.get(path) as Stamp)
    })
  }

  /** The file that is no longer the ZIP of this topic; the projector makes the next one. */
  const outdateKit = (language: Language, topic: string, stamp: Stamp): readonly string[] => {
    const file = here.kit(language, topic)?.file
    put(['kit', language, topic], { file: null, stamp } satisfies StoredKit)
    if (!file) return []
    remove(['file', file, topic, language])
    return [file]
  }

  /** Whatever was drawn since the second of the end knew it already, so that this may be asked again at any time. */
  const endRights = (touched: Touched): readonly string[] => {
    const outdated = LANGUAGES.flatMap((language) =>
      here.listed(language, Number.MAX_SAFE_INTEGER).flatMap((item) => {
        const text = here.text(item, language)
        const ended = text && text.release.kind !== 'withdrawal' ? endedRights(text.release, today) : null
        if (!text || !ended) return []
        const touch = (path: string) => {
          const drawn = (touched.get(path) ?? here.resource(path))?.modified ?? 0
          if (drawn * 1000 < Date.parse(ended.since)) touched.set(path, stampOf({ ...text.release, at: ended.since }, drawn))
        }
        const current = kitTopicsOf(text.release, today)
        return ended.topics.flatMap((topic) => {
          if (!current.includes(topic)) remove(['press', language, topic, text.firstSeq])
          for (const each of LANGUAGES) if (each === language || here.kit(each, topic)) touch(pressUrl('', each, topic))
          touch(pressUrl('', language))
          const zip = pressZipUrl('', language, topic)
          touch(zip)
          const stamp = touched.get(zip)
          return stamp ? outdateKit(language, topic, stamp) : []
        })
      }),
    )
    return [...new Set(outdated)].filter((name) => !here.isFileUsed(name))
  }

  /** Where the issue stands, and every address that shows something of it in any language. */
  const foldEdition = (
    release: Release,
    before: StoredText | undefined,
    after: StoredText,
    touch: (path: string) => void,
  ): void => {
    const { item, language } = release
    const former = before && before.release.kind !== 'withdrawal' ? before.release.snapshot.edition : undefined
    const edition = release.kind === 'withdrawal' ? undefined : release.snapshot.edition
    if (edition) {
      const key = ({ year, quarter }: Quarter): Key => ['issue', year * 10 + quarter, language]
      if (former && here.issueOwner(former, language) === item) remove(key(former))
      put(key(edition), item)
    }
    for (const other of LANGUAGES) {
      const stored = other === language ? after : here.text(item, other)
      if (!stored) continue
      touchEdition(stored, { item, language: other }, touch)
    }
  }

  const touchEdition = ({ paths, pieces }: StoredText, { item, language }: EditionKey, touch: (path: string) => void): void => {
    for (const path of paths)
      if (here.pageOwner(path) === item) for (const address of addressesUnder(path, pieces)) touch(address)
    for (const path of listsOf(language)) touch(path)
  }

  /** A text changed: the edition or programme that shows it is drawn anew. Returns files of it that are no longer offered. */
  const followText = (edition: EditionKey, changed: Language, touch: (path: string) => void): readonly string[] => {
    const { item, language } = edition
    const stored = here.text(item, language)
    if (!stored || stored.release.kind === 'withdrawal') return []
    if (stored.release.itemType === 'edition') touchEdition(stored, edition, touch)
    else if (language === changed) touch(pageUrl('', stored.release.snapshot))
    touch(itemUrl('', item, language))
    if (language !== changed) return []
    const shown = filesShown(stored.release, textsIn(here, language))
    const offered = filesOf(stored.release)
    for (const name of offered) put(['file', name, item, language], shown.includes(name) ? SHOWN : WITHHELD)
    return offered.filter((name) => !shown.includes(name))
  }

  const draw = (touched: Touched) => {
    for (const [path, stamp] of touched) {
      const draft = draftOf(path, stamp)
      if (draft) put(['at', path], resourceOf(draft, stamp, floor?.resource(path)))
    }
  }

  const draftOf = (path: string, stamp: Stamp): Draft | null => {
    const [, first = '', second = '', third = '', fourth = '', fifth = ''] = path.split('/')
    if (first === 'v1' && second === 'bulletins') return editions.data(path)
    if (first === 'v1' && fifth !== '') return captions(third, fourth as Language, fifth as CaptionForm)
    if (first === 'v1') return fourth === '' ? pairing(third) : item(third, fourth as Language)
    if (first === 'feeds' && third === 'bulletins.rss') return editions.feed(second as Language, 'rss', stamp)
    if (first === 'feeds' && third === 'bulletins.opds') return editions.feed(second as Language, 'opds', stamp)
    if (first === 'feeds') return feed(second as Language, third as 'articles.rss' | 'videos.rss', stamp)
    if (first === 'press') return press(second as Language, decodeURIComponent(third))
    if (first === 'bulletin') return editions.page(path)
    return second === '' ? index(first as Language) : page(path, first as Language)
  }

  const page = (path: string, language: Language): Draft | null => {
    const owner = here.pageOwner(path)
    const text = owner === undefined ? undefined : here.text(owner, language)
    if (!text) return null
    const { release } = text
    const about = { type: HTML, language, surrogates: [`item-${release.item}`, `lang-${language}`] }
    // Old addresses too: a redirect would name the newest one.
    if (release.kind === 'withdrawal') return { ...about, status: 410, body: withdrawnPage(release) }
    const current = pageUrl('', release.snapshot)
    if (current !== path) return { ...about, status: 301, body: '', location: current }
    const { corrections } = text
    return {
      ...about,
      status: 200,
      body: renderPage({
        snapshot: release.snapshot,
        release,
        corrections,
        translations: translationsOf(release.item),
        behind: behindIn(release.item, language),
        texts: textsIn(here, language),
        publicUrl,
      }),
    }
  }

  const item = (id: ItemId, language: Language): Draft | null => {
    const text = here.text(id, language)
    if (!text) return null
    if (text.release.kind === 'withdrawal') return gone(text.release)
    return {
      language,
      surrogates: [`item-${id}`, `lang-${language}`],
      status: 200,
      type: JSON_TYPE,
      body: ninjsJson(text.release, {
        publicUrl,
        corrections: text.corrections,
        translations: translationsOf(id),
        behind: behindIn(id, language),
        texts: textsIn(here, language),
      }),
    }
  }

  /** Subtitles and transcript, ready for players of other sites. */
  const captions = (id: ItemId, language: Language, form: CaptionForm): Draft | null => {
    const release = here.text(id, language)?.release
    if (!release) return null
    if (release.kind === 'withdrawal') return gone(release)
    const { snapshot } = release
    return isVideo(snapshot)
      ? {
          language,
          surrogates: [`item-${id}`, `lang-${language}`],
          status: 200,
          type: CAPTION_TYPES[form],
          body: captionFile(snapshot, form),
        }
      : null
  }

  /** `/press/vi`, `/press/vi/{topic}`, `/press/vi/{topic}.zip` */
  const press = (language: Language, rest: string): Draft => {
    const about = { type: HTML, language, surrogates: [`lang-${language}`, 'press'] }
    const held = (topic: string) => ({ topic, items: kitItems(here, language, topic, today) })
    if (rest === '') return { ...about, status: 200, body: pressPage(language, here.pressTopics(language).map(held), publicUrl) }
    if (rest.endsWith('.zip')) return kitZip(language, rest.slice(0, -'.zip'.length))
    const others = LANGUAGES.filter((other) => other !== language && here.pressItems(other, rest, 1).length > 0)
    return { ...about, status: 200, body: kitPage(language, held(rest), { publicUrl, others }) }
  }

  const kitZip = (language: Language, topic: string): Draft => {
    const file = here.kit(language, topic)?.file
    const [digest = '', ext = ''] = (file ?? '').split('.')
    return {
      type: HTML,
      language,
      surrogates: [`lang-${language}`, 'press'],
      status: 302,
      body: '',
      // While it is being made, and where nothing is left to put into it.
      location: file ? mediaUrl('', { digest, ext }) : pressUrl('', language, topic),
    }
  }

  const gone = (release: Withdrawal): Draft => ({
    language: release.language,
    surrogates: [`item-${release.item}`, `lang-${release.language}`],
    status: 410,
    type: PROBLEM,
    body: goneProblem(release),
  })

  const pairing = (id: ItemId): Draft => {
    const texts = LANGUAGES.flatMap((language) => here.text(id, language) ?? [])
    const languages = texts.map(({ release }) => ({
      language: release.language,
      status: release.kind === 'withdrawal' ? 'withdrawn' : 'live',
      version: release.version,
      seq: release.seq,
      firstReleased: release.firstAt,
      released: release.at,
      uri: uriOf(id, release.language),
      href: itemUrl(publicUrl, id, release.language),
      ...(release.kind === 'withdrawal' ? {} : { url: pageUrl(publicUrl, release.snapshot) }),
      ...behindFact(behindIn(id, release.language)),
    }))
    const body = JSON.stringify({ item: id, type: texts[0]?.release.itemType, languages })
    return { status: 200, type: JSON_TYPE, body, language: null, surrogates: [`item-${id}`] }
  }

  const feed = (language: Language, name: Extract<Feed, 'articles.rss' | 'videos.rss'>, { at }: Stamp): Draft => {
    const since = Date.parse(at) - NOTICE_DAYS * 24 * 3_600_000
    const isFilms = name === 'videos.rss'
    const ids = isFilms ? here.videos(language, FEED_ENTRIES) : here.recent(language, FEED_ENTRIES)
    const entries = ids.flatMap((id): readonly FeedEntry[] => {
      const text = here.text(id, language)
      if (text?.release.itemType !== (isFilms ? 'video' : 'article')) return []
      const { release, corrections } = text
      if (release.kind === 'withdrawal') return Date.parse(release.at) >= since ? [{ kind: 'withdrawn', release }] : []
      return [{ kind: 'text', release, corrections, translations: translationsOf(id) }]
    })
    return {
      status: 200,
      type: RSS,
      body: rss(language, entries, { publicUrl, builtAt: at, feed: name }),
      language,
      surrogates: [`lang-${language}`, `feed-${language}-${isFilms ? 'videos' : 'articles'}`],
    }
  }

  const index = (language: Language): Draft => {
    const texts = here.listed(language, LISTED).flatMap((id) => {
      const release = here.text(id, language)?.release
      if (!release || release.kind === 'withdrawal') return []
      return [{ ...release, snapshot: shownNow(release.snapshot, textsIn(here, language)) }]
    })
    return {
      status: 200,
      type: HTML,
      body: indexPage(language, texts, publicUrl),
      language,
      surrogates: [`lang-${language}`],
    }
  }

  const translationsOf = (id: ItemId): readonly Translation[] =>
    LANGUAGES.flatMap((language) => {
      const release = here.text(id, language)?.release
      if (!release || release.kind === 'withdrawal') return []
      return [translationOf(release)]
    })

  const behindIn = (id: ItemId, language: Language): Behind | null => behindOf(language, (each) => here.text(id, each))

  const editions = editionDrafts(here, { publicUrl, translationsOf, behindIn, gone })

  return { fold, endRights, draw }
}

/** What is out of a release; undefined where it takes something down. */
const textOf = (release: Release | undefined) =>
  release === undefined || release.kind === 'withdrawal' ? undefined : release.snapshot

/** The stored form: who approved a text is no business of the public side. */
const storedOf = (release: Release, before: StoredText | undefined): StoredText => {
  const firstSeq = before?.firstSeq ?? release.seq
  const { paths, pieces } = before ?? { paths: [], pieces: [] }
  const lineage = { trail: trailOf(release, before), waived: isWaived(release) }
  if (release.kind === 'withdrawal')
    return { ...lineage, release: withoutPersons(release), corrections: [], paths, pieces, firstSeq, files: [] }
  const path = pageUrl('', release.snapshot)
  return {
    ...lineage,
    release: { ...(withoutPersons(release) as TextRelease), approvals: [] },
    corrections: release.kind === 'correction' ? [{ at: release.at, note: release.note }, ...(before?.corrections ?? [])] : [],
    paths: [...paths.filter((each) => each !== path), path],
    pieces: [...new Set([...pieces, ...placesOf(release.snapshot.edition)])],
    firstSeq,
    // Pictures of earlier versions stay for a while: outlets may be fetching them.
    files: [...new Set([...(before?.files ?? []), ...filesOf(release)])],
  }
}
/** In the order of the log, whatever went ahead. */
const trailOf = (release: Release, before: StoredText | undefined): StoredText['trail'] =>
  [...(before?.trail ?? []), lineOf(release)].toSorted((a, b) => a.seq - b.seq)
const withoutPersons = (release: Release): Release => ({ ...release, by: { id: '', name: '' } })

/** Names in the public folder of every file that a release shows now. */
const filesShown = (release: Release, texts: TextNow): readonly string[] =>
  release.kind === 'withdrawal'
    ? []
    : [...new Set(publicFilesOf(release.snapshot, texts).map(({ digest, ext }) => `${digest}.${ext}`))]

/** Of every file that it may show: of an edition also those that are withheld while one of its texts is withdrawn. */
const filesOf = (release: Release): readonly string[] => filesShown(release, () => null)

/** What has to be in the public folder before a release becomes visible; a text that is back frees the files of its edition. */
export const filesNeeded = (here: Generation, release: Release): readonly string[] => {
  const { item, language } = release
  const now = textsIn(here, language)
  const then: TextNow = (each) => (each === item ? release : now(each))
  const editions = here.listing(item).flatMap((edition) => {
    const stored = edition.language === language ? here.text(edition.item, language) : undefined
    return stored ? filesShown(stored.release, then) : []
  })
  return [...new Set([...filesShown(release, now), ...editions])]
}

const changeOf = (
  { seq, item, itemType, language, version, kind, at, firstAt, digest }: Release,
  publicUrl: string,
): StoredChange => ({
  seq,
  item,
  language,
  type: itemType,
  line: JSON.stringify({
    seq,
    action: ACTIONS[kind],
    item,
    type: itemType,
    language,
    version,
    released: at,
    firstReleased: firstAt,
    uri: uriOf(item, language),
    href: itemUrl(publicUrl, item, language),
    digest,
  }),
})
const ACTIONS = { release: 'publish', correction: 'correct', withdrawal: 'withdraw' } as const

const behindFact = (behind: Behind | null) => (behind ? { behind: { language: behind.language, version: behind.version } } : {})

const goneProblem = ({ item, language, version, at, reason }: Withdrawal): string =>
  problem(410, 'withdrawn', { detail: reason, uri: uriOf(item, language), language, version, withdrawn: at })
