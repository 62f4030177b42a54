/** The press kit for readers: its topics, and one topic with everything that may be used. */
import { LANGUAGES, type Language } from '#newsroom'
import { captionsUrl, pageUrl, pressUrl, pressZipUrl } from '#publication/addresses'
import { clockOf } from '#publication/renditions/film'
import { attributes, escaped } from '#publication/renditions/markup'
import { mediaUrl } from '#publication/renditions/pictures'
import { creditLine, say, type PublicWord } from '#publication/renditions/words'
import { formatDate } from '#text/dates'
import { topicName, type KitItem, type KitPhoto } from '../press'
import { frame } from './frame'
import { sizeIn } from './sizes'

export type KitTopic = { readonly topic: string; readonly items: readonly KitItem[] }

export const pressPage = (language: Language, topics: readonly KitTopic[], publicUrl: string): string =>
  frame({
    language,
    title: say(language, 'press.title'),
    description: say(language, 'press.intro'),
    head: headOf(publicUrl, LANGUAGES, (each) => pressUrl(publicUrl, each), language),
    elsewhere: LANGUAGES.filter((each) => each !== language).map((each) => ({ language: each, href: pressUrl('', each) })),
    main:
      `<h1>${said(language, 'press.title')}</h1>\n<p class="lede">${said(language, 'press.intro')}</p>\n` +
      (topics.length === 0
        ? `<p>${said(language, 'press.none')}</p>`
        : `<ul class="list kits">\n${topics.map((each) => topicEntry(language, each)).join('\n')}\n</ul>`) +
      `\n<p class="rights">${said(language, 'press.rights')}</p>`,
  })

const topicEntry = (language: Language, { topic, items }: KitTopic): string => {
  const href = pressUrl('', language, topic)
  const picture = items.flatMap(({ photos }) => photos)[0]?.picture
  const img = picture
    ? `<a class="picture"${attributes({ href, tabindex: '-1', 'aria-hidden': 'true' })}><img${attributes({ src: mediaUrl('', picture), alt: '', width: picture.width, height: picture.height, loading: 'lazy' })}></a>`
    : ''
  return (
    `<li${picture ? ' class="pictured"' : ''}><div><h2><a${attributes({ href })}>${escaped(topicName(items, topic))}</a></h2>` +
    `<p>${said(language, 'press.items', { count: items.length })}</p></div>${img}</li>`
  )
}

/** `others`: languages in which this topic has something. */
export const kitPage = (
  language: Language,
  { topic, items }: KitTopic,
  { publicUrl, others }: { readonly publicUrl: string; readonly others: readonly Language[] },
): string => {
  const title =
    items.length === 0 ? say(language, 'press.title') : say(language, 'press.topicTitle', { topic: topicName(items, topic) })
  return frame({
    language,
    title,
    description: say(language, 'press.intro'),
    indexed: items.length > 0,
    head: headOf(
      publicUrl,
      others.length === 0 ? [] : [language, ...others],
      (each) => pressUrl(publicUrl, each, topic),
      language,
    ),
    elsewhere: others.map((each) => ({ language: each, href: pressUrl('', each, topic) })),
    main:
      `<p class="topics"><a${attributes({ href: pressUrl('', language) })}>${said(language, 'press.all')}</a></p>\n<h1>${escaped(title)}</h1>\n` +
      (items.length === 0
        ? `<div class="notice"><p>${said(language, 'press.noneHere')}</p></div>`
        : `<div class="downloads screen"><ul><li><a${attributes({ href: pressZipUrl('', language, topic), type: 'application/zip' })}>${said(language, 'press.download')}</a></li></ul><p class="about">${said(language, 'press.contents')}</p></div>\n` +
          `<p class="rights">${said(language, 'press.rights')}</p>\n` +
          items.map((item) => itemHtml(language, item)).join('\n')),
  })
}

const itemHtml = (language: Language, { release, photos, film, subtitled }: KitItem): string => {
  const { snapshot, item } = release
  const gap = language === 'ja' ? '' : ' '
  const lines = [
    `<a${attributes({ href: pageUrl('', snapshot) })}>${said(language, snapshot.video ? 'press.watch' : 'press.read')}</a>`,
    ...(film === null
      ? []
      : [
          `<a${attributes({ href: mediaUrl('', film), type: film.mime, download: `${snapshot.slug}.${film.ext}` })}>${said(language, 'press.film')}</a>${gap}<small>${said(language, 'bulletin.size', { size: `${sizeIn(language, film.bytes)}${snapshot.video?.durationMs ? `, ${clockOf(snapshot.video.durationMs)}` : ''}` })}</small>`,
        ]),
    ...subtitled.map(
      (each) =>
        `<a${attributes({ href: captionsUrl('', item, each.language, 'captions.srt'), hreflang: each.language, download: `${snapshot.slug}-${each.language}.srt` })}>${said(language, 'video.file.srt')}</a> <small${attributes({ lang: each.language })}>${escaped(say(each.language, 'language.own'))}</small>`,
    ),
  ]
  return (
    `<section class="kit">\n<h2>${escaped(snapshot.title)}</h2>\n<p class="when"><time${attributes({ datetime: release.firstAt })}>${escaped(formatDate(release.firstAt, language))}</time>${snapshot.byline === '' ? '' : ` · ${escaped(snapshot.byline)}`}</p>\n` +
    (snapshot.summary === '' ? '' : `<p>${escaped(snapshot.summary)}</p>\n`) +
    `<ul class="downloads">${lines.map((line) => `<li>${line}</li>`).join('')}</ul>\n` +
    (photos.length === 0
      ? ''
      : `<div class="photos">${photos.map((photo, index) => photoHtml(language, photo, `${snapshot.slug}-${index + 1}`)).join('')}</div>\n`) +
    '</section>'
  )
}

const photoHtml = (language: Language, { picture, credit, words }: KitPhoto, name: string): string => {
  const own = words.find((each) => each.language === language)
  const captions = words.filter(({ caption }) => caption !== '')
  return (
    `<figure><a${attributes({ href: mediaUrl('', picture), download: `${name}.${picture.ext}` })}><img${attributes({ src: mediaUrl('', picture), alt: own?.alt ?? '', width: picture.width, height: picture.height, loading: 'lazy' })}></a>` +
    `<figcaption>${captions.map((each) => `<p${attributes({ lang: each.language })}>${escaped(each.caption)}</p>`).join('')}` +
    `${credit === '' ? '' : `<p><small>${escaped(creditLine(language, credit))}</small></p>`}</figcaption></figure>`
  )
}

const headOf = (publicUrl: string, all: readonly Language[], href: (language: Language) => string, language: Language): string =>
  publicUrl === ''
    ? ''
    : `<link${attributes({ rel: 'canonical', href: href(language) })}>\n` +
      all.map((each) => `<link${attributes({ rel: 'alternate', hreflang: each, href: href(each) })}>\n`).join('')

const said = (language: Language, word: PublicWord, values?: Readonly<Record<string, string | number>>) =>
  escaped(say(language, word, values))
