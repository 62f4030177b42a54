/** The same page in our three languages, for pages that every reader may have in any of them. */
import { LANGUAGES, type Language } from '#newsroom'
import { LANGUAGE_NAMES } from '../words'
import { html, type Part } from './html'

export const languageLinks = (current: Language, path: string): Part =>
  html`<ul>
    ${LANGUAGES.map(
      (language) =>
        html`<li>
          <a
            href="${path}?lang=${language}"
            lang="${language}"
            hreflang="${language}"
            ${language === current ? html` aria-current="true"` : null}
            >${LANGUAGE_NAMES[language]}</a
          >
        </li>`,
    )}
  </ul>`
