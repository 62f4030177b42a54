/** What the three houses share: the document around a page, the sandbox bar, pictures, topics, notices. */
import type { Language } from '#newsroom'
import type { House } from '../houses'
import type { Picture, SentFile } from '../message'
import { fromOrigin, sanitise } from '../sanitise'
import type { Entry, Held } from '../store'
import { KIND_NAMES, LANGUAGE_NAMES, OUTCOMES, WORDS, type Word } from '../words'
import { html, trusted, type Markup, type Part } from './html'
import { dateTimeIn } from './time'

/** Everything a page may look at. */
export type Scene = {
  readonly house: House
  readonly language: Language
  readonly now: Date
  /** Newest first; withdrawn ones are not in it. */
  readonly shown: readonly Held[]
  /** Anything the house was ever sent in this language, a withdrawn one included. */
  readonly find: (item: string) => Held | null
  readonly last: Entry | null
  readonly mediaOrigin: string
  /** Where a file of the newsroom is played or fetched: our own copy, else the newsroom's; null = of neither. */
  readonly fileAt: (file: SentFile) => string | null
  /** Addresses of our style sheets by name. */
  readonly style: (name: string) => string
}
/** The same text in every language in which the house had it; a withdrawn one leads to its notice. */
export type Twins = Readonly<Partial<Record<Language, Held>>>

export const say = (scene: Scene, word: Word) => WORDS[word][scene.language]
/** Between a label and its value. */
export const colonIn = ({ language }: Scene) => (language === 'ja' ? '：' : ': ')
export const frontOf = (house: House, language: Language) => `/${house.key}/${language}`
export const pathOf = (
  house: House,
  held: { readonly item: string; readonly language: Language; readonly slug: string | null },
) => `${frontOf(house, held.language)}/${held.slug === null ? '' : `${held.slug}-`}${held.item}`

export const frame = (scene: Scene, page: { readonly title: string; readonly head?: Part; readonly body: Part }): string =>
  html`<!doctype html>
    <html lang="${scene.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.title}</title>
        <link rel="icon" href="/assets/${scene.house.key}.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${scene.style(scene.house.key)}" />
        ${scene.house.languages.includes('ja') || scene.language === 'ja' ? html`<link rel="stylesheet" href="${scene.style(JAPANESE[scene.house.key])}" />` : null}
        ${page.head}
      </head>
      <body class="${scene.house.key}">
        <a class="skip" href="#main">${say(scene, 'skip')}</a>
        ${bar(scene)} ${page.body}
      </body>
    </html> `.text

const JAPANESE = { portal: 'noto-sans-jp', newspaper: 'noto-serif-jp', broadcaster: 'noto-sans-jp' } as const

/** Nobody shall take these pages for the real ones. */
const bar = (scene: Scene) =>
  html`<section class="sandbox-bar" aria-label="${say(scene, 'sandbox')}">
    <span><a href="/">${say(scene, 'sandbox')}</a><span class="long">${colonIn(scene)}${say(scene, 'sandboxLong')}</span></span>
    <span class="last"
      >${lastMessage(scene)} <a href="/${scene.house.key}/log?lang=${scene.language}">${say(scene, 'log')}</a></span
    >
  </section>`

const lastMessage = (scene: Scene): Part => {
  const { last, language } = scene
  if (!last) return say(scene, 'noMessage')
  const kind =
    last.kind !== null && last.kind in KIND_NAMES ? KIND_NAMES[last.kind as keyof typeof KIND_NAMES][language] : last.kind
  const outcome = last.outcome in OUTCOMES ? OUTCOMES[last.outcome as keyof typeof OUTCOMES][language] : `${last.status}`
  const which = last.language !== null && last.version !== null ? `${last.language} v${last.version}` : null
  return [
    html`<span class="label">${say(scene, 'lastMessage')}${colonIn(scene)}</span>`,
    html`<time datetime="${last.at}">${dateTimeIn(language, last.at)}</time>`,
    [kind, which, outcome].filter((part) => part !== null).map((part) => html` · ${part}`),
  ]
}

/** What a front shows: everything, or what stands under one topic. */
export const shownUnder = ({ shown }: Scene, topic: string | null): readonly Held[] =>
  topic === null ? shown : shown.filter(({ topics }) => topics.some(({ key }) => key === topic))

/** Links to the other languages: to the same text where the house has it, else to the front of that language. */
export const languageSwitch = (scene: Scene, here: Held | null, twins: Twins) => {
  const languages = scene.house.languages
  if (languages.length < 2) return null
  return html`<nav class="languages" aria-label="${say(scene, 'languages')}">
    <ul>
      ${languages.map((language) => {
        const twin = twins[language]
        const href = here && twin ? pathOf(scene.house, twin) : frontOf(scene.house, language)
        const missing = here && !twin && language !== scene.language
        return html`<li>
          <a
            href="${href}"
            lang="${language}"
            hreflang="${language}"
            ${language === scene.language ? html` aria-current="true"` : null}
            >${LANGUAGE_NAMES[language]}</a
          >${missing ? html`<span class="missing"> (${say(scene, 'notYet')})</span>` : null}
        </li>`
      })}
    </ul>
  </nav>`
}

/** A picture at the size it is shown at; nothing when it is not the newsroom's own. */
export const picture = (
  scene: Scene,
  lead: Picture | null,
  sizes: string,
  eager = false,
  alt = lead?.alt ?? '',
): Markup | null => {
  const files = lead?.files.filter(({ href }) => fromOrigin(href, scene.mediaOrigin)) ?? []
  const middle = files.find(({ width }) => width >= 800) ?? files.at(-1)
  if (!middle) return null
  return html`<img
    src="${middle.href}"
    srcset="${files.map(({ href, width }) => `${href} ${width}w`).join(', ')}"
    sizes="${sizes}"
    width="${middle.width}"
    height="${middle.height}"
    alt="${alt}"
    ${eager ? html` fetchpriority="high"` : html` loading="lazy"`}
  />`
}

export const figure = (scene: Scene, held: Held, sizes: string): Markup | null => {
  const image = picture(scene, held.lead, sizes, true)
  if (!image || !held.lead) return null
  const { caption, credit } = held.lead
  const words = [caption, credit === '' ? '' : html`<small>${creditIn(scene, credit)}</small>`].filter((part) => part !== '')
  return html`<figure class="lead">
    ${image}${words.length > 0 ? html`<figcaption>${words.map((part) => html`${part} `)}</figcaption>` : null}
  </figure>`
}

/** "Ảnh: …", unless the newsroom has written that already. */
export const creditIn = (scene: Scene, credit: string) => {
  const word = say(scene, 'photo')
  if (credit.toLowerCase().startsWith(word.toLowerCase())) return credit
  return `${word}${colonIn(scene)}${credit}`
}

export const when = (scene: Scene, held: Held) =>
  html`<time datetime="${held.firstAt}">${dateTimeIn(scene.language, held.firstAt)}</time>`

/** The newsroom writes the correction on top of the body; where there is no such line, its note to us says the same. */
export const correctionLine = (held: Held) =>
  held.kind === 'corrected' && held.note !== '' && !held.body.includes('class="correction"')
    ? html`<p class="correction">${held.note}</p>`
    : null

export const bodyOf = (scene: Scene, held: Held): Part => {
  if (held.body !== '') return trusted(sanitise(held.body, scene.mediaOrigin))
  return fromOrigin(held.web ?? undefined, scene.mediaOrigin)
    ? html`<p><a href="${held.web}" rel="noopener">${say(scene, 'wholeText')}</a></p>`
    : null
}

export const withdrawnWord = ({ itemType }: Held): Word => GONE[itemType] ?? 'withdrawnTitle'
const GONE: Readonly<Record<string, Word>> = {
  composite: 'issueWithdrawnTitle',
  programme: 'programmeWithdrawnTitle',
  video: 'videoWithdrawnTitle',
}

/** `1:05` */
export const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`

/** To the page where a film is seen: the newsroom's player, or the house that has it. */
export const filmLink = (scene: Scene, held: Held): Part => {
  if (!held.film) return null
  const own = fromOrigin(held.web ?? undefined, scene.mediaOrigin) ? held.web : null
  const href = own ?? safeLink(held.film.link)
  const length = held.film.durationMs === null ? '' : ` (${clock(held.film.durationMs / 1000)})`
  return href === null ? null : html`<p class="watch"><a href="${href}" rel="noopener">▶ ${say(scene, 'watch')}${length}</a></p>`
}
export const safeLink = (link: string | null) => (link !== null && /^https?:\/\//.test(link) && URL.canParse(link) ? link : null)

/** What stays of a withdrawn text: that it is gone, since when and why. */
export const withdrawalNotice = (scene: Scene, held: Held) =>
  html`<article class="notice">
    <h1>${say(scene, withdrawnWord(held))}</h1>
    <p>${say(scene, 'withdrawnText')}</p>
    <dl>
      <div>
        <dt>${say(scene, 'withdrawnAt')}</dt>
        <dd><time datetime="${held.at}">${dateTimeIn(scene.language, held.at)}</time></dd>
      </div>
      ${
        held.note !== ''
          ? html`<div>
              <dt>${say(scene, 'reason')}</dt>
              <dd>${held.note}</dd>
            </div>`
          : null
      }
    </dl>
    <p><a href="${frontOf(scene.house, scene.language)}">${say(scene, 'back')}</a></p>
  </article>`

export const emptyNotice = (scene: Scene, topic: string | null) =>
  html`<p class="empty">${topic === null ? say(scene, 'empty') : say(scene, 'emptyTopic')}</p>`

/** Topics of what is shown, most used first. */
export const topicsOf = (shown: readonly Held[]) => {
  const counts = new Map<string, { readonly key: string; readonly name: string; count: number }>()
  for (const { key, name } of shown.flatMap(({ topics }) => topics)) {
    const found = counts.get(key)
    if (found) found.count += 1
    else counts.set(key, { key, name, count: 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

/** The first heading of a front whose masthead says the same to the eye. */
export const frontHeading = (scene: Scene, topic: string | null) =>
  html`<h1 class="hidden">
    ${[
      scene.house.name[scene.language],
      scene.house.section[scene.language],
      topicsOf(scene.shown).find(({ key }) => key === topic)?.name,
    ]
      .filter((part) => part !== undefined)
      .join(' · ')}
  </h1>`

/** The text that opens a front: the newest with a picture, else the newest. */
export const opener = (scene: Scene, shown: readonly Held[]) =>
  shown.slice(0, 6).find(({ lead }) => lead?.files.some(({ href }) => fromOrigin(href, scene.mediaOrigin))) ?? shown[0] ?? null
