/** The newspaper's special section: serif, dense, columns and hairlines. */
import type { Held } from '../store'
import {
  bodyOf,
  correctionLine,
  creditIn,
  emptyNotice,
  figure,
  filmLink,
  frame,
  frontHeading,
  frontOf,
  opener,
  pathOf,
  picture,
  say,
  shownUnder,
  topicsOf,
  when,
  type Scene,
  type Twins,
} from './frame'
import { html, type Part } from './html'
import { dateIn, longDateIn, timeIn } from './time'

export const newspaperFront = (scene: Scene, topic: string | null) => {
  const shown = shownUnder(scene, topic)
  const first = opener(scene, shown)
  const rest = shown.filter((held) => held !== first)
  const [left, middle, right, below] = [rest.slice(0, 2), rest.slice(2, 4), rest.slice(4, 11), rest.slice(11, 35)]
  return page(scene, {
    title: `${scene.house.section[scene.language]} | ${scene.house.name[scene.language]}`,
    topic,
    main: first
      ? html`${frontHeading(scene, topic)}
          <div class="front">
            <div class="centre">
              <article class="opening">
                <p class="kicker">${first.topics[0]?.name}</p>
                <h2><a href="${pathOf(scene.house, first)}">${first.title}</a></h2>
                ${openingPicture(scene, first)}
                <p class="summary">${first.summary}</p>
                <p class="meta">${signature(scene, first)}</p>
              </article>
              ${middle.length > 0 ? html`<div class="third">${middle.map((held) => story(scene, held, false))}</div>` : null}
            </div>
            <div class="second">${left.map((held) => story(scene, held, true))}</div>
            ${
              right.length > 0
                ? html`<section class="brief" aria-labelledby="latest">
                    <h2 id="latest">${say(scene, 'latest')}</h2>
                    <ol>
                      ${right.map((held) => line(scene, held))}
                    </ol>
                  </section>`
                : null
            }
          </div>
          ${
            below.length > 0
              ? html`<section class="below" aria-labelledby="read">
                  <h2 id="read">${say(scene, 'more')}</h2>
                  <div class="columns">${below.map((held) => story(scene, held, false))}</div>
                </section>`
              : null
          }`
      : html`${frontHeading(scene, topic)}${emptyNotice(scene, topic)}`,
  })
}

export const newspaperArticle = (scene: Scene, held: Held, _twins: Twins) => {
  const others = scene.shown.filter(({ item }) => item !== held.item).slice(0, 8)
  return page(scene, {
    title: `${held.title ?? ''} | ${scene.house.name[scene.language]}`,
    topic: held.topics[0]?.key ?? null,
    main: html`<div class="reading">
      <article>
        <p class="kicker">${held.topics[0]?.name}</p>
        <h1>${held.title}</h1>
        ${held.summary !== '' ? html`<p class="summary">${held.summary}</p>` : null}
        <p class="meta">${signature(scene, held)}</p>
        ${correctionLine(held)} ${figure(scene, held, '(min-width: 900px) 700px, 100vw')} ${filmLink(scene, held)}
        <div class="text">${bodyOf(scene, held)}</div>
        ${held.byline !== '' ? html`<p class="signed">${held.byline}</p>` : null}
      </article>
      ${
        others.length > 0
          ? html`<aside class="brief" aria-labelledby="others">
              <h2 id="others">${say(scene, 'more')}</h2>
              <ol>
                ${others.map((other) => line(scene, other))}
              </ol>
            </aside>`
          : null
      }
    </div>`,
  })
}

export const newspaperPage = (scene: Scene, title: string, main: Part) =>
  page(scene, {
    title: `${title} | ${scene.house.name[scene.language]}`,
    topic: null,
    main: html`<div class="plain">${main}</div>`,
  })

const page = (scene: Scene, parts: { readonly title: string; readonly topic: string | null; readonly main: Part }) => {
  const front = frontOf(scene.house, scene.language)
  const [paper, edition] = nameplate(scene)
  return frame(scene, {
    title: parts.title,
    body: html`<header class="top">
        <p class="ears">
          <span>${longDateIn(scene.language, scene.now)}</span
          ><span class="hide-small">${scene.house.place[scene.language]}</span>
        </p>
        <p class="nameplate"><a href="${front}">${paper}${edition ? html` <span class="edition">${edition}</span>` : null}</a></p>
        <p class="section-name"><span>${scene.house.section[scene.language]}</span></p>
        <nav aria-label="${say(scene, 'topics')}">
          <ul>
            <li><a href="${front}">${say(scene, 'allTopics')}</a></li>
            ${topicsOf(scene.shown)
              .slice(0, 8)
              .map(
                ({ key, name }) =>
                  html`<li>
                    <a href="${front}?topic=${encodeURIComponent(key)}" ${parts.topic === key ? html` aria-current="true"` : null}
                      >${name}</a
                    >
                  </li>`,
              )}
          </ul>
        </nav>
      </header>
      <main id="main" tabindex="-1">${parts.main}</main>
      <footer class="foot">
        <p>${scene.house.name[scene.language]} · ${scene.house.section[scene.language]}</p>
        <p>${say(scene, 'sandboxLong')}.</p>
      </footer>`,
  })
}

/** The name in large letters, and the small word behind it. */
const nameplate = ({ house, language }: Scene): readonly [string, string | null] => {
  if (language === 'vi') return ['Báo Lâm Đồng', 'điện tử']
  return [house.name[language], null]
}

const openingPicture = (scene: Scene, held: Held) => {
  const image = picture(scene, held.lead, '(min-width: 900px) 620px, 100vw', true)
  const credit = held.lead?.credit ?? ''
  return image
    ? html`<figure>${image}${credit !== '' ? html`<figcaption>${creditIn(scene, credit)}</figcaption>` : null}</figure>`
    : null
}

const story = (scene: Scene, held: Held, withPicture: boolean) =>
  html`<article class="story">
    ${withPicture ? picture(scene, held.lead, '(min-width: 900px) 260px, 100vw', false, '') : null}
    <h3><a href="${pathOf(scene.house, held)}">${held.title}</a></h3>
    <p>${held.summary}</p>
    <p class="meta">${when(scene, held)}</p>
  </article>`

const line = (scene: Scene, held: Held) =>
  html`<li>
    <time datetime="${held.firstAt}"
      >${
        dateIn('vi', held.firstAt) === dateIn('vi', scene.now)
          ? timeIn(held.firstAt)
          : dateIn(scene.language, held.firstAt).replace(/\/\d{4}$/, '')
      }</time
    >
    <a href="${pathOf(scene.house, held)}">${held.title}</a>
  </li>`

const signature = (scene: Scene, held: Held) =>
  html`${held.byline !== '' ? html`<span class="by">${held.byline}</span> · ` : null}${when(scene, held)}`
