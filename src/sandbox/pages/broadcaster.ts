/** The broadcaster's bulletin: dark, a programme line, a rundown. */
import type { Language } from '#newsroom'
import type { Film, Programme } from '../message'
import { fromOrigin } from '../sanitise'
import type { Held } from '../store'
import { LANGUAGE_NAMES, type Word } from '../words'
import {
  bodyOf,
  clock,
  colonIn,
  correctionLine,
  emptyNotice,
  figure,
  frame,
  frontHeading,
  frontOf,
  opener,
  pathOf,
  picture,
  safeLink,
  say,
  shownUnder,
  when,
  type Scene,
  type Twins,
} from './frame'
import { html, trusted, type Part } from './html'
import { BROADCASTER_MARK } from './marks'
import { dateIn, longDateIn } from './time'

export const broadcasterFront = (scene: Scene, topic: string | null) => {
  const programmes = topic === null ? scene.shown.filter(isProgramme) : []
  const shown = shownUnder(scene, topic)
    .filter((held) => !isProgramme(held))
    .slice(0, 40)
  const first = opener(scene, shown)
  const order = first ? [first, ...shown.filter((held) => held !== first)] : []
  return page(scene, {
    title: `${scene.house.section[scene.language]} | ${scene.house.name[scene.language]}`,
    order,
    main: [
      first
        ? html`${frontHeading(scene, topic)}
            <div class="studio">
              <div>
                <article class="stage">
                  ${stagePicture(scene, first)}
                  <div class="lower-third">
                    <p class="kicker">${say(scene, 'topStory')}</p>
                    <h2><a href="${pathOf(scene.house, first)}">${first.title}</a></h2>
                    <p class="summary">${first.summary}</p>
                  </div>
                </article>
                ${received(scene, programmes)}
              </div>
              <section class="rundown" aria-labelledby="rundown">
                <h2 id="rundown">${say(scene, 'rundown')}</h2>
                <ol>
                  ${order.map((held, index) => entry(scene, held, index))}
                </ol>
              </section>
            </div>`
        : html`${frontHeading(scene, topic)}${programmes.length > 0 ? received(scene, programmes) : emptyNotice(scene, topic)}`,
    ],
  })
}

const received = (scene: Scene, programmes: readonly Held[]) =>
  programmes.length === 0
    ? null
    : html`<section class="programmes" aria-labelledby="programmes">
        <h2 id="programmes">${say(scene, 'programmes')}</h2>
        <ul>
          ${programmes.slice(0, 8).map(
            (held) =>
              html`<li>
                <h3><a href="${pathOf(scene.house, held)}">${held.title}</a></h3>
                <p class="meta">${airedOf(scene, held)}</p>
              </li>`,
          )}
        </ul>
      </section>`

export const broadcasterArticle = (scene: Scene, held: Held, _twins: Twins) => {
  if (held.programme) return programmePage(scene, held, held.programme)
  const others = scene.shown.filter((other) => other.item !== held.item && !isProgramme(other)).slice(0, 6)
  return page(scene, {
    title: `${held.title ?? ''} | ${scene.house.name[scene.language]}`,
    order: [],
    main: html`<div class="reading">
      <article>
        <p class="kicker">${held.topics[0]?.name}</p>
        <h1>${held.title}</h1>
        <p class="meta">
          ${when(scene, held)}${held.byline !== '' ? html` · ${held.byline}` : null} ·
          <span class="duration">${clock(seconds(held))}</span> ${say(scene, held.film ? 'video' : 'readingTime')}
        </p>
        ${correctionLine(held)}
        ${held.film ? player(scene, held, held.film) : figure(scene, held, '(min-width: 1000px) 800px, 100vw')}
        ${held.summary !== '' ? html`<p class="summary">${held.summary}</p>` : null}
        <div class="text">${bodyOf(scene, held)}</div>
        ${
          held.film && held.film.transcript.length > 0
            ? html`<section class="transcript" aria-labelledby="transcript">
                <h2 id="transcript">${say(scene, 'transcript')}</h2>
                ${held.film.transcript.map((paragraph) => html`<p>${paragraph}</p>`)}
              </section>`
            : null
        }
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

/** Our own copy of the film and the subtitles that came with it; until the copy is there, the newsroom's film. */
const player = (scene: Scene, held: Held, film: Film): Part => {
  const source = film.file && scene.fileAt(film.file)
  if (!film.file || source === null) {
    const link = safeLink(film.link)
    return [
      figure(scene, held, '(min-width: 1000px) 800px, 100vw'),
      link === null ? null : html`<p class="watch"><a href="${link}" rel="noopener">▶ ${say(scene, 'watch')}</a></p>`,
    ]
  }
  const poster = held.lead?.files.find(({ width }) => width >= 800) ?? held.lead?.files.at(-1)
  const still = poster && fromOrigin(poster.href, scene.mediaOrigin) ? html` poster="${poster.href}"` : null
  const tracks = film.subtitles.flatMap((track) => {
    const own = `${frontOf(scene.house, held.language)}/${held.item}/subtitles.vtt?lang=${track.language}`
    // What did not come along plays once our copy is there: a track must come from our own address.
    const kept = track.text === null ? scene.fileAt(track) : own
    return kept?.startsWith('/') ? [{ ...track, src: kept }] : []
  })
  return html`<figure class="lead film">
    <video controls preload="metadata" playsinline${still} width="${film.width ?? 640}" height="${film.height ?? 360}">
      <source src="${source}" type="${film.file.type}" />
      ${tracks.map(
        (track) =>
          html`<track
            kind="subtitles"
            src="${track.src}"
            srclang="${track.language}"
            label="${LANGUAGE_NAMES[track.language]}"
            ${track.language === held.language ? html` default` : null}
          />`,
      )}
      <p><a href="${source}">${say(scene, 'cannotPlay')}</a></p>
    </video>
  </figure>`
}

const isProgramme = ({ programme }: Held) => Boolean(programme)

const airedOf = (scene: Scene, { programme }: Held) =>
  programme
    ? html`${say(scene, 'onAirAt')}${colonIn(scene)}<time datetime="${programme.airDate}T${programme.airTime}:00+07:00"
          >${programme.airTime}, ${dateIn(scene.language, `${programme.airDate}T05:00:00Z`)}</time
        >
        · <span class="duration">${clock(programme.totalMs / 1000)}</span>`
    : null

/** The rundown as the studio has it: when what is read. A text that was withdrawn since takes its words and the files along. */
const programmePage = (scene: Scene, held: Held, { presenter, steps, files }: Programme) => {
  const order = steps.map((step) => ({
    step,
    isGone: step.isWithdrawn || (step.item !== null && scene.find(step.item)?.kind === 'withdrawn'),
  }))
  const offered = order.some(({ isGone }) => isGone)
    ? []
    : files.flatMap((file) => {
        const href = scene.fileAt(file)
        return href !== null && file.kind in FILES && file.step === null ? [{ ...file, href }] : []
      })
  return page(scene, {
    title: `${held.title ?? ''} | ${scene.house.name[scene.language]}`,
    order: [],
    main: html`<div class="reading on-air">
      <article>
        <p class="kicker">${airedOf(scene, held)}</p>
        <h1>${held.title}</h1>
        <p class="meta">
          ${when(scene, held)}${presenter === '' ? null : html` · ${say(scene, 'presenter')}${colonIn(scene)}${presenter}`}
        </p>
        ${/* The body that would say it stands nowhere here. */ correctionLine({ ...held, body: '' })}
        <ol class="steps">
          ${order.map(
            ({ step, isGone }) =>
              html`<li${isGone ? html` class="gone"` : null}>
                <p class="number">${clock(step.startsAtMs / 1000)}</p>
                <div>
                  <h2>${isGone ? say(scene, 'stepGone') : step.title}</h2>
                  <p class="meta">
                    <span class="duration">${clock((step.readMs + step.clipMs) / 1000)}</span>${
                      step.clipMs > 0 && !isGone ? ` · ${say(scene, 'clip')} ${clock(step.clipMs / 1000)}` : null
                    }
                  </p>
                  ${
                    isGone
                      ? null
                      : [step.intro, step.script]
                          .flatMap((words) => words.split(/\n+/))
                          .filter((words) => words.trim() !== '')
                          .map((words) => html`<p class="words">${words}</p>`)
                  }
                </div>
              </li>`,
          )}
        </ol>
      </article>
      <aside class="rundown" aria-labelledby="files">
        <h2 id="files">${say(scene, 'studioFiles')}</h2>
        ${
          offered.length === 0
            ? html`<p class="none">${say(scene, 'filesGone')}</p>`
            : html`<ul class="files">
                ${offered.map(
                  (file) =>
                    html`<li>
                      <a
                        href="${file.href}"
                        download="${held.slug ?? held.item}-${file.kind}.${file.href.split('.').at(-1) ?? ''}"
                        >${say(scene, FILES[file.kind as keyof typeof FILES])}</a
                      >
                    </li>`,
                )}
              </ul>`
        }
      </aside>
    </div>`,
  })
}
const FILES = {
  scriptDocx: 'scriptDocx',
  scriptTxt: 'scriptTxt',
  rundownJson: 'rundownJson',
  rundownCsv: 'rundownCsv',
  package: 'package',
} as const satisfies Readonly<Record<string, Word>>

/** Of a film its own length; else 150 words or 300 Japanese characters a minute, as a newsreader reads; never less than 20 seconds. */
export const seconds = ({
  body,
  summary,
  language,
  film = null,
}: {
  readonly body: string
  readonly summary: string
  readonly language: Language
  readonly film?: Pick<Film, 'durationMs'> | null
}) => {
  if (film?.durationMs) return Math.max(1, Math.round(film.durationMs / 1000))
  const text = `${summary} ${body}`.replace(/<[^>]*>/g, ' ')
  const minutes =
    language === 'ja' ? text.replace(/\s/g, '').length / 300 : text.split(/\s+/).filter((word) => word !== '').length / 150
  return Math.max(20, Math.round((minutes * 60) / 5) * 5)
}

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
      <p class="meta">
        ${held.film ? html`${say(scene, 'video')} · ` : null}${when(scene, held)} ·
        <span class="duration">${clock(seconds(held))}</span>
      </p>
    </div>
    ${picture(scene, held.lead, '120px', false, '')}
  </li>`
