/** The running order of a programme with what is read, as body of ninjs; drawn from its steps as they are now. */
import type { Language } from '#newsroom'
import { pageUrl } from '../addresses'
import type { ProgrammeContents } from '../programme'
import { clockOf } from './film'
import { correctionHtml } from './html'
import type { Correction } from './html'
import { attributes, escaped, legal } from './markup'
import { correctionLine } from './plain'
import { isSpoken, spokenWords, stepFlag, stepTitle } from './steps'
import type { ProgrammeSnapshot, StepNow } from './steps'
import { say, spokenDay } from './words'

/** When it is on air, in the words of the language. */
export const airLine = (language: Language, { airDate, airTime }: Pick<ProgrammeContents, 'airDate' | 'airTime'>): string =>
  say(language, 'programme.onAir', { time: airTime, date: spokenDay(airDate, language) })

/** The running order with the scripts, as body of ninjs: well-formed XHTML in one element that says its language. */
export const programmeHtml = (
  snapshot: ProgrammeSnapshot,
  steps: readonly StepNow[],
  { publicUrl, corrections = [] }: { readonly publicUrl: string; readonly corrections?: readonly Correction[] },
): string => {
  const { language } = snapshot
  const one = (now: StepNow) => {
    const flag = stepFlag(now, language)
    const title = escaped(stepTitle(now, language))
    const text = now.release !== null && now.release.kind !== 'withdrawal' ? now.release.snapshot : null
    return (
      `<li><h3>${clockOf(now.at)} ${text === null ? title : `<a${attributes({ href: pageUrl(publicUrl, text) })}>${title}</a>`}</h3>` +
      (flag === null ? '' : `<p>${escaped(flag)}</p>`) +
      (isSpoken(now)
        ? spokenWords(now.step)
            .map((words) => `<p>${escaped(words).replace(/\n/g, '<br/>')}</p>`)
            .join('')
        : '') +
      '</li>'
    )
  }
  return (
    `<div${attributes({ lang: language })}>` +
    corrections.map((correction) => correctionHtml(correction, snapshot)).join('') +
    `<p>${escaped(airLine(language, snapshot.programme))}</p><ol>${steps.map(one).join('')}</ol></div>`
  )
}

/** The same without marks. */
export const programmeText = (
  snapshot: ProgrammeSnapshot,
  steps: readonly StepNow[],
  corrections: readonly Correction[],
): string =>
  legal(
    [
      ...corrections.map((correction) => correctionLine(correction, snapshot)),
      airLine(snapshot.language, snapshot.programme),
      ...steps.map((now) =>
        [
          `${clockOf(now.at)} ${stepTitle(now, snapshot.language)}`,
          stepFlag(now, snapshot.language) ?? '',
          ...(isSpoken(now) ? spokenWords(now.step) : []),
        ]
          .filter((line) => line !== '')
          .join('\n'),
      ),
    ].join('\n\n'),
  )
