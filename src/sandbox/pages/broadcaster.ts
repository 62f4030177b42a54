/** The broadcaster's bulletin: dark, a programme line, a rundown. */
import type { Language } from '#newsroom'
import type { Held } from '../store'
import {
  bodyOf,
  correctionLine,
  emptyNotice,
  figure,
  frame,
  frontHeading,
  frontOf,
  opener,
  pathOf,
  picture,
  say,
  shownUnder,
  when,
  type Scene,
  type Twins,
} from './frame'
import { html, trusted, type Part } from './html'
import { BROADCASTER_MARK } from './marks'
import { longDateIn } from './time'

export const broadcasterFront = (scene: Scene, topic: string | null) => {
  const shown = shownUnder(scene, topic).slice(0, 40)
  const first = opener(scene, shown)
  const order = first ? [first, ...shown.filter((held) => held !== first)] : []
  return page(scene, {
    title: `${scene.house.section[scene.language]} | ${scene.house.name[scene.language]}`,
    order,
    main: first
      ? html`${frontHeading(scene, topic)}
          <div class="studio">
            <article class="stage">
              ${stagePicture(scene, first)}
              <div class="lower-third">
                <p class="kicker">${say(scene, 'topStory')}</p>
                <h2><a href="${pathOf(scene.house, first)}">${first.title}</a></h2>
                <p class="summary">${first.summary}</p>
              </div>
            </article>
            <section class="rundown" aria-labelledby="rundown">
              <h2 id="rundown">${say(scene, 'rundown')}</h2>
              <ol>
                ${order.map((held, index) => entry(scene, held, index))}
              </ol>
            </section>
          </div>`
      : html`${frontHeading(scene, topic)}${emptyNotice(scene, topic)}`,
  })
}

export const broadcasterArticle = (scene: Scene, held: Held, _twins: Twins) => {
  const others = scene.shown.filter(({ item }) => item !== held.item).slice(0, 6)
  return page(scene, {
    title: `${held.title ?? ''} | ${scene.house.name[scene.language]}`,
    order: [],
    main: html`<div class="reading">
      <article>
        <p class="kicker">${held.topics[0]?.name}</p>
        <h1>${held.title}</h1>
        <p class="meta">
          ${when(scene, held)}${held.byline !== '' ? html` · ${held.byline}` : null} ·
          <span class="duration">${clock(seconds(held))}</span> ${say(scene, 'readingTime')}
        </p>
        ${correctionLine(held)} ${figure(scene, held, '(min-width: 1000px) 800px, 100vw')}
        ${held.summary !== '' ? html`<p class="summary">${held.summary}</p>` : null}
        <div class="text">${bodyOf(scene, held)}</div>
      </article>
      ${
        others.length > 0
          ? html`<aside class="rundown" aria-labelledby="others">
              <h2 id="others">${say(scene, 'onThisBulletin')}</h2>
              <ol>
                ${others.map((other, index) => entry(scene, other, index))}
              </ol>
            </aside>`
          : null
      }
    </div>`,
  })
}

export const broadcasterPage = (scene: Scene, title: string, main: Part) =>
  page(scene, {
    title: `${title} | ${scene.house.name[scene.language]}`,
    order: [],
    main: html`<div class="plain">${main}</div>`,
  })

/** 150 words or 300 Japanese characters a minute, which is how a newsreader reads; never less than 20 seconds. */
export const seconds = ({
  body,
  summary,
  language,
}: {
  readonly body: string
  readonly summary: string
  readonly language: Language
}) => {
  const text = `${summary} ${body}`.replace(/<[^>]*>/g, ' ')
  const minutes =
    language === 'ja' ? text.replace(/\s/g, '').length / 300 : text.split(/\s+/).filter((word) => word !== '').length / 150
  return Math.max(20, Math.round((minutes * 60) / 5) * 5)
}
const clock = (length: number) => `${Math.floor(length / 60)}:${String(length % 60).padStart(2, '0')}`

const page = (scene: Scene, parts: { readonly title: string; readonly order: readonly Held[]; readonly main: Part }) =>
  frame(scene, {
    title: parts.title,
    body: html`<header class="top">
        <a class="brand" href="${frontOf(scene.house, scene.language)}"
          >${trusted(BROADCASTER_MARK)}<span
            ><span class="programme">${programme(scene)}</span><span class="name">${scene.house.name[scene.language]}</span></span
          ></a
        >
        <p class="today">${longDateIn(scene.language, scene.now)}</p>
        ${programmeLine(scene, parts.order)}
      </header>
      <main id="main" tabindex="-1">${parts.main}</main>
      <footer class="foot">
        <p>${scene.house.name[scene.language]}</p>
        <p>${say(scene, 'sandboxLong')}.</p>
      </footer>`,
  })

const programme = ({ house, language }: Scene) => (language === 'en' ? 'English Bulletin' : house.section[language])

/** How the bulletin's minutes are shared out, as a strip. Attributes instead of styles: the policy allows no inline style. */
const programmeLine = (scene: Scene, order: readonly Held[]) => {
  if (order.length === 0) return null
  const lengths = order.map(seconds)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const starts = lengths.map((_, index) => lengths.slice(0, index).reduce((sum, length) => sum + length, 0))
  return html`<div class="programme-line">
    <p>
      ${order.length} ${say(scene, order.length === 1 ? 'oneStory' : 'stories')} · ${clock(total)} ${say(scene, 'readingTime')}
    </p>
    <svg viewBox="0 0 ${total} 6" preserveAspectRatio="none" aria-hidden="true">
      ${lengths.map(
        (length, index) =>
          html`<rect
            x="${starts[index] ?? 0}"
            y="0"
            width="${Math.max(1, length - total / 300)}"
            height="6"
            class="${index === 0 ? 'first' : 'next'}"
          />`,
      )}
    </svg>
  </div>`
}

const stagePicture = (scene: Scene, held: Held) =>
  picture(scene, held.lead, '(min-width: 1000px) 860px, 100vw', true, '') ??
  html`<div class="card-back">${trusted(BROADCASTER_MARK)}</div>`

const entry = (scene: Scene, held: Held, index: number) =>
  html`<li>
    <span class="number" aria-hidden="true">${index + 1}</span>
    <div class="words">
      <h3><a href="${pathOf(scene.house, held)}">${held.title}</a></h3>
      <p class="meta">${when(scene, held)} · <span class="duration">${clock(seconds(held))}</span></p>
    </div>
    ${picture(scene, held.lead, '120px', false, '')}
  </li>`
