/** A broadcast programme for readers: when it is on air, and its running order with what is read. */
import type { Language } from '#newsroom'
import { pageUrl } from '#publication/addresses'
import { clockOf } from '#publication/renditions/film'
import { correctionHtml, leadHtml, type Correction } from '#publication/renditions/html'
import { attributes, escaped } from '#publication/renditions/markup'
import { airLine } from '#publication/renditions/programme'
import { isSpoken, spokenWords, stepFlag, stepTitle, type ProgrammeSnapshot, type StepNow } from '#publication/renditions/steps'
import { say, type PublicWord } from '#publication/renditions/words'

export const programmeMain = (
  snapshot: ProgrammeSnapshot,
  steps: readonly StepNow[],
  { base, corrections }: { readonly base: string; readonly corrections: readonly Correction[] },
): string => {
  const { language } = snapshot
  return (
    (corrections.length === 0
      ? ''
      : `<div class="notices">${corrections.map((correction) => correctionHtml(correction, snapshot)).join('')}</div>\n`) +
    `${leadHtml(snapshot, { publicUrl: base })}\n` +
    `<section class="rundown" aria-labelledby="order">\n<h2 id="order">${said(language, 'programme.order')}</h2>\n` +
    `<ol>\n${steps.map((step) => stepHtml(step, language)).join('\n')}\n</ol>\n</section>\n`
  )
}

/** When, who, how long: beside the other facts under the headline. */
export const programmeFacts = ({ language, programme }: ProgrammeSnapshot): string => {
  const gap = language === 'ja' ? '：' : ': '
  return [
    `<p>${escaped(airLine(language, programme))}</p>`,
    programme.presenter === '' ? '' : `<p>${said(language, 'programme.presenter')}${gap}${escaped(programme.presenter)}</p>`,
    `<p>${said(language, 'programme.length', { time: clockOf(programme.totalMs) })}</p>`,
  ].join('')
}

const stepHtml = (now: StepNow, language: Language): string => {
  const { step, at, release, state } = now
  const flag = stepFlag(now, language)
  const text = release !== null && release.kind !== 'withdrawal' ? release.snapshot : null
  const title = escaped(stepTitle(now, language))
  return (
    `<li${state === 'withdrawn' ? ' class="gone"' : ''}><p class="when"><time${attributes({ datetime: `PT${Math.round(at / 1000)}S` })}>${clockOf(at)}</time></p>` +
    `<div><h3>${title}</h3>` +
    (flag === null ? '' : `<p class="flag">${escaped(flag)}</p>`) +
    (isSpoken(now)
      ? spokenWords(step)
          .map((words) => `<p>${escaped(words).replace(/\n/g, '<br>')}</p>`)
          .join('') +
        (step.clipMs > 0 ? `<p class="clip">${said(language, 'programme.clip', { time: clockOf(step.clipMs) })}</p>` : '') +
        (text === null
          ? ''
          : `<p class="screen"><a${attributes({ href: pageUrl('', text) })}>${said(language, text.video ? 'press.watch' : 'press.read')}</a></p>`)
      : '') +
    '</div></li>'
  )
}

const said = (language: Language, word: PublicWord, values?: Readonly<Record<string, string>>) =>
  escaped(say(language, word, values))
