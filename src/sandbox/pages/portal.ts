/** The province's portal: official, blue, three languages. */
import type { Held } from '../store'
import { fromOrigin } from '../sanitise'
import type { Issue, IssueEntry, IssueFile } from '../message'
import {
  frame,
  frontHeading,
  bodyOf,
  correctionLine,
  emptyNotice,
  figure,
  filmLink,
  frontOf,
  languageSwitch,
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
import { html, trusted, type Part } from './html'
import { PORTAL_MARK } from './marks'
import { longDateIn } from './time'

export const portalFront = (scene: Scene, topic: string | null) => {
  const issues = topic === null ? scene.shown.filter(isIssue) : []
  const shown = shownUnder(scene, topic).filter((held) => !isIssue(held))
  const first = opener(scene, shown)
  const rest = shown.filter((held) => held !== first)
  return page(scene, {
    title: `${scene.house.section[scene.language]} | ${siteName(scene)}`,
    topic,
    here: null,
    twins: {},
    main: [
      topic === null
        ? frontHeading(scene, null)
        : html`<h1 class="section">
            ${topicsOf(scene.shown).find(({ key }) => key === topic)?.name ?? scene.house.section[scene.language]}
          </h1>`,
      ...(first
        ? [
            html`<section class="opening" aria-label="${say(scene, 'topStory')}">
              <article class="hero">
                ${heroPicture(scene, first)}
                <div class="words">
                  <h2><a href="${pathOf(scene.house, first)}">${first.title}</a></h2>
                  <p>${first.summary}</p>
                  <p class="meta">${when(scene, first)}</p>
                </div>
              </article>
              <section class="latest" aria-labelledby="latest">
                <h2 id="latest">${say(scene, 'latest')}</h2>
                <ol>
                  ${rest
                    .slice(0, 6)
                    .map(
                      (held) =>
                        html`<li>
                          <a href="${pathOf(scene.house, held)}">${held.title}</a> <span class="meta">${when(scene, held)}</span>
                        </li>`,
                    )}
                </ol>
              </section>
            </section>`,
            rest.length > 0
              ? html`<section class="cards" aria-labelledby="more">
                  <h2 id="more">${say(scene, 'more')}</h2>
                  <div class="grid">${rest.slice(0, 30).map((held) => card(scene, held))}</div>
                </section>`
              : null,
          ]
        : issues.length === 0
          ? [emptyNotice(scene, topic)]
          : []),
      issues.length === 0
        ? null
        : html`<section class="cards issues" aria-labelledby="issues">
            <h2 id="issues">${say(scene, 'bulletin')}</h2>
            <div class="grid">${issues.slice(0, 6).map((held) => card(scene, held))}</div>
          </section>`,
    ],
  })
}

export const portalArticle = (scene: Scene, held: Held, twins: Twins) =>
  page(scene, {
    title: `${held.title ?? ''} | ${siteName(scene)}`,
    topic: held.topics[0]?.key ?? null,
    here: held,
    twins,
    main: html`<div class="reading">
      <article>
        <p class="crumbs">
          <a href="${frontOf(scene.house, scene.language)}">${say(scene, 'home')}</a>${held.topics.slice(0, 1).map(
            ({ key, name }) =>
              html` <span aria-hidden="true">›</span>
                <a href="${frontOf(scene.house, scene.language)}?topic=${encodeURIComponent(key)}">${name}</a>`,
          )}
        </p>
        <h1>${held.title}</h1>
        <p class="meta">${when(scene, held)}${held.byline !== '' ? html` · <span class="by">${held.byline}</span>` : null}</p>
        ${correctionLine(held)} ${held.summary !== '' ? html`<p class="summary">${held.summary}</p>` : null}
        ${held.issue ? issueOf(scene, held, held.issue) : [figure(scene, held, '(min-width: 1000px) 760px, 100vw'), filmLink(scene, held), html`<div class="text">${bodyOf(scene, held)}</div>`]}
      </article>
      ${aside(scene, held)}
    </div>`,
  })

export const portalPage = (scene: Scene, title: string, main: Part, here: Held | null = null, twins: Twins = {}) =>
  page(scene, { title: `${title} | ${siteName(scene)}`, topic: null, here, twins, main: html`<div class="plain">${main}</div>` })

const siteName = ({ house, language }: Scene) =>
  language === 'ja'
    ? `${house.place.ja}${house.name.ja.replace('省', '')}`
    : language === 'en'
      ? 'Lam Dong Provincial Web Portal'
      : 'Cổng Thông tin điện tử tỉnh Lâm Đồng'

const page = (
  scene: Scene,
  parts: {
    readonly title: string
    readonly topic: string | null
    readonly here: Held | null
    readonly twins: Twins
    readonly main: Part
  },
) =>
  frame(scene, {
    title: parts.title,
    body: html`<header class="top">
        <div class="wide">
          <a class="brand" href="${frontOf(scene.house, scene.language)}"
            >${trusted(PORTAL_MARK)}<span
              ><span class="name">${scene.house.name[scene.language]}</span
              ><span class="place">${scene.house.place[scene.language]}</span></span
            ></a
          >
          <div class="side">
            <p class="today">${longDateIn(scene.language, scene.now)}</p>
            ${languageSwitch(scene, parts.here, parts.twins)}
          </div>
        </div>
      </header>
      <nav class="topics" aria-label="${say(scene, 'topics')}">
        <ul class="wide">
          <li>
            <a
              href="${frontOf(scene.house, scene.language)}"
              ${parts.topic === null && parts.here === null ? html` aria-current="page"` : null}
              >${scene.house.section[scene.language]}</a
            >
          </li>
          ${topicsOf(scene.shown)
            .slice(0, 7)
            .map(
              ({ key, name }) =>
                html`<li>
                  <a
                    href="${frontOf(scene.house, scene.language)}?topic=${encodeURIComponent(key)}"
                    ${parts.topic === key ? html` aria-current="true"` : null}
                    >${name}</a
                  >
                </li>`,
            )}
        </ul>
      </nav>
      <main id="main" class="wide" tabindex="-1">${parts.main}</main>
      <footer class="foot">
        <div class="wide">
          ${trusted(PORTAL_MARK)}
          <p><strong>${siteName(scene)}</strong><br />${say(scene, 'sandboxLong')}.</p>
        </div>
      </footer>`,
  })

const isIssue = ({ itemType }: Held) => itemType === 'composite'

/** Cover, files, contents. A text that was withdrawn meanwhile takes its title and the files, which hold its words, along. */
const issueOf = (scene: Scene, held: Held, { files, entries }: Issue): Part => {
  const pieces = entries.map((entry) => {
    const own = entry.item === null ? null : scene.find(entry.item)
    return { entry, own, isGone: entry.title === null || own?.kind === 'withdrawn' }
  })
  const offered = files.filter(({ href }) => fromOrigin(href, scene.mediaOrigin))
  const sections = [...new Set(entries.map(({ section }) => section))]
  return html`<div class="issue">
    ${figure(scene, held, '(min-width: 640px) 260px, 100vw')}
    <section class="files" aria-labelledby="files">
      <h2 id="files">${say(scene, 'issueFiles')}</h2>
      ${
        pieces.some(({ isGone }) => isGone) || offered.length === 0
          ? html`<p>${say(scene, 'issueWithheld')}</p>`
          : html`<ul>
              ${offered.map(
                (file) => html`<li><a href="${file.href}" rel="noopener">${say(scene, file.name)}</a>${sizeOf(scene, file)}</li>`,
              )}
            </ul>`
      }
    </section>
    <section class="contents" aria-labelledby="contents">
      <h2 id="contents">${say(scene, 'issueContents')}</h2>
      ${sections.map(
        (section) =>
          html`<h3>${section}</h3>
            <ul>
              ${pieces.filter(({ entry }) => entry.section === section).map((piece) => issueEntry(scene, piece))}
            </ul>`,
      )}
    </section>
  </div>`
}

const issueEntry = (
  scene: Scene,
  { entry, own, isGone }: { readonly entry: IssueEntry; readonly own: Held | null; readonly isGone: boolean },
) => {
  if (isGone) return html`<li>${say(scene, 'withdrawnTitle')}</li>`
  const web = fromOrigin(entry.web ?? undefined, scene.mediaOrigin) ? entry.web : null
  const href = own ? pathOf(scene.house, own) : web
  const title = own?.title ?? entry.title
  const page =
    scene.language === 'ja' ? `${entry.page}${say(scene, 'printedPage')}` : `${say(scene, 'printedPage')} ${entry.page}`
  return html`<li>${href === null ? title : html`<a href="${href}">${title}</a>`} <span class="meta">${page}</span></li>`
}

const sizeOf = ({ language }: Scene, { bytes }: IssueFile) => {
  if (bytes === null) return null
  const megabytes = Math.max(0.1, bytes / 1_000_000).toFixed(1)
  return html` <span class="meta">${language === 'vi' ? megabytes.replace('.', ',') : megabytes} MB</span>`
}

const heroPicture = (scene: Scene, held: Held) => {
  const image = picture(scene, held.lead, '(min-width: 1000px) 760px, 100vw', true, '')
  return image ? html`<div class="photo">${image}</div>` : null
}

const card = (scene: Scene, held: Held) => {
  const image = picture(scene, held.lead, '(min-width: 1000px) 370px, (min-width: 640px) 50vw, 120px', false, '')
  return html`<article class="card${image ? '' : ' bare'}">
    ${image ? html`<div class="photo">${image}</div>` : null}
    <div class="words">
      ${held.topics.slice(0, 1).map(({ name }) => html`<p class="kicker">${name}</p>`)}
      <h3><a href="${pathOf(scene.house, held)}">${held.title}</a></h3>
      <p class="summary">${held.summary}</p>
      <p class="meta">${when(scene, held)}</p>
    </div>
  </article>`
}

const aside = (scene: Scene, held: Held) => {
  const others = scene.shown.filter((other) => other.item !== held.item && !isIssue(other)).slice(0, 6)
  return others.length > 0
    ? html`<aside aria-labelledby="others">
        <h2 id="others">${say(scene, 'more')}</h2>
        <ol>
          ${others.map(
            (other) =>
              html`<li>
                ${thumb(scene, other)}
                <div>
                  <a href="${pathOf(scene.house, other)}">${other.title}</a> <span class="meta">${when(scene, other)}</span>
                </div>
              </li>`,
          )}
        </ol>
      </aside>`
    : null
}
const thumb = (scene: Scene, held: Held) => picture(scene, held.lead, '96px', false, '')
