/** What the inbox received, as the outlet's engineer wants to see it; and the switch for faults. */
import type { Language } from '#newsroom'
import { FAULTS, type Fault } from '../faults'
import type { Entry } from '../store'
import { FAULT_NAMES, KIND_NAMES, OUTCOMES, PROBLEMS } from '../words'
import { colonIn, say, type Scene } from './frame'
import { html, type Part } from './html'
import { languageLinks } from './languages'
import { stampIn } from './time'

export const LOG_SHOWN = 200

/** `fault` is null where the switch is not offered. */
export const logBody = (scene: Scene, entries: readonly Entry[], fault: Fault | null): Part =>
  html`<div class="log-page">
    <h1>${say(scene, 'log')}</h1>
    <p>${say(scene, 'logIntro')}</p>
    <nav class="log-languages" aria-label="${say(scene, 'log')}${colonIn(scene)}${say(scene, 'languages')}">
      ${languageLinks(scene.language, `/${scene.house.key}/log`)}
    </nav>
    ${fault === null ? null : faultForm(scene, fault)}
    ${entries.length === 0 ? html`<p class="empty">${say(scene, 'logEmpty')}</p>` : table(scene, entries)}
  </div>`

/** Roles are written out because on a phone the rows are laid out as cards, and browsers then forget that this is a table. */
const table = (scene: Scene, entries: readonly Entry[]) =>
  html`<div class="table-frame" tabindex="0" role="region" aria-label="${say(scene, 'log')}">
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          ${(['time', 'messageId', 'item', 'language', 'version', 'kind', 'signature', 'outcome'] as const).map((word) => html`<th scope="col" role="columnheader">${say(scene, word)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${entries.map((entry) => row(scene, entry))}
      </tbody>
    </table>
  </div>`

const row = (scene: Scene, entry: Entry) =>
  html`<tr role="row" class="${tone(entry)}">
    <td role="cell"><time datetime="${entry.at}">${stampIn(entry.at)}</time></td>
    <td role="cell" class="code">${entry.id || '–'}</td>
    <td role="cell">
      ${entry.title === null ? null : html`<span class="title" ${entry.language === scene.language || entry.language === null ? null : html` lang="${entry.language}"`}>${entry.title}</span> `}<span
        class="code"
        >${entry.item ?? '–'}</span
      >
    </td>
    <td role="cell">${entry.language ?? '–'}</td>
    <td role="cell" class="number" data-label="${say(scene, 'version')}">${entry.version ?? '–'}</td>
    <td role="cell">
      ${entry.kind !== null && entry.kind in KIND_NAMES ? KIND_NAMES[entry.kind as keyof typeof KIND_NAMES][scene.language] : (entry.kind ?? '–')}
    </td>
    <td role="cell" data-label="${say(scene, 'signature')}">${say(scene, entry.signature)}</td>
    <td role="cell">
      <strong>${outcome(scene.language, entry)}</strong
      >${entry.status === 200 ? null : html` <span class="code">${entry.status}</span>`}
    </td>
  </tr>`

const tone = ({ outcome, status }: Entry) => (status !== 200 ? 'refused' : outcome === 'applied' ? 'applied' : 'passed')

const outcome = (language: Language, entry: Entry) => {
  if (entry.outcome in OUTCOMES) return OUTCOMES[entry.outcome as keyof typeof OUTCOMES][language]
  return entry.outcome in PROBLEMS ? PROBLEMS[entry.outcome as keyof typeof PROBLEMS][language] : entry.outcome
}

const faultForm = (scene: Scene, fault: Fault) =>
  html`<form class="faults" method="post" action="/${scene.house.key}/faults">
    <label for="mode">${say(scene, 'fault')}</label>
    <select id="mode" name="mode" aria-describedby="mode-words">
      ${FAULTS.map((mode) => html`<option value="${mode}" ${mode === fault ? html` selected` : null}>${FAULT_NAMES[mode][scene.language]}</option>`)}
    </select>
    <button>${say(scene, 'set')}</button>
    <p id="mode-words">
      ${say(scene, 'faultIntro')} ${say(scene, 'faultNow')}${colonIn(scene)}<strong>${FAULT_NAMES[fault][scene.language]}</strong>
    </p>
  </form>`
