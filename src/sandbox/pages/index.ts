/** The first page: three doors. */
import type { Language } from '#newsroom'
import { HOUSES, HOUSE_KEYS, type HouseKey } from '../houses'
import { LANGUAGE_NAMES, WORDS } from '../words'
import { html, trusted } from './html'
import { languageLinks } from './languages'
import { MARKS } from './marks'

export const indexPage = (
  language: Language,
  shown: Readonly<Record<HouseKey, number>>,
  style: (name: string) => string,
): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${WORDS.threeOutlets[language]}</title>
        <link rel="icon" href="/assets/portal.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${style('index')}" />
        <link rel="stylesheet" href="${style('noto-sans-jp')}" />
      </head>
      <body class="index">
        <a class="skip" href="#main">${WORDS.skip[language]}</a>
        <header>
          <nav aria-label="${WORDS.languages[language]}">${languageLinks(language, '/')}</nav>
        </header>
        <main id="main" tabindex="-1">
          <h1>${WORDS.threeOutlets[language]}</h1>
          <p>${WORDS.threeIntro[language]}</p>
          <ul class="doors">
            ${HOUSE_KEYS.map((key) => {
              const house = HOUSES[key]
              return html`<li class="${key}">
                <a
                  class="door"
                  href="/${key}/${(house.languages as readonly Language[]).includes(language) ? language : house.languages[0]}"
                  >${trusted(MARKS[key])}<span class="name">${house.name[language]}</span
                  ><span class="section">${house.section[language]}</span></a
                >
                <p>
                  ${house.languages.map((other) => LANGUAGE_NAMES[other]).join(' · ')} · ${shown[key]} ${WORDS.shown[language]}
                </p>
                <p><a href="/${key}/log?lang=${language}">${WORDS.log[language]}</a></p>
              </li>`
            })}
          </ul>
          <p class="small">${WORDS.sandboxLong[language]}.</p>
        </main>
      </body>
    </html> `.text
