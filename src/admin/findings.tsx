'use client'
import type { Finding, Language } from '#newsroom'
import { CUE_RULES, type CueRule } from '#video/rules'
import { usePanel, type Panel } from './panel'
import { findingParts as cueParts } from './subtitles/finding-words'
import { wordFor } from './words'

type Part = { readonly text: string; readonly fact: string | null }

/** What a finding says: the sentence of its check, the values of both sides apart, because they speak other languages. */
export const findingParts = ({ id, kind, facts }: Finding, { say, language }: Panel): readonly Part[] => {
  // Which version of the source it is, is for the server to compare.
  if (kind === 'stale') return [{ text: say('finding.stale'), fact: null }]
  const [check = ''] = id.split(':')
  const rule = check.replace(/^cue-/, '')
  if (kind === 'cue' && isCueRule(rule))
    return [
      ...(facts.number === undefined ? [] : [{ text: `${say('video.finding', { number: facts.number })} `, fact: null }]),
      ...cueParts({ rule, facts }, { say, language }).map(({ text, isPassage }) => ({ text, fact: isPassage ? 'cue' : null })),
    ]
  const marked = Object.fromEntries(Object.keys(facts).map((name) => [name, `${MARK}${name}${MARK}`]))
  const sentence = wordFor(say, 'translation.check', check, marked)
  const value = (name: string): Part => ({ text: facts[name] || '—', fact: name })
  if (sentence === check)
    return [
      { text: say(`finding.${kind}`), fact: null },
      ...Object.keys(facts).flatMap((name) => [{ text: ' · ', fact: null }, value(name)]),
    ]
  return sentence
    .split(MARK)
    .map((text, index) => (index % 2 === 1 ? value(text) : { text, fact: null }))
    .filter(({ text }) => text !== '')
}
const MARK = '\u0001'
const isCueRule = (rule: string): rule is CueRule => rule in CUE_RULES

export const findingSentence = (finding: Finding, panel: Panel): string =>
  findingParts(finding, panel)
    .map(({ text }) => text)
    .join('')

/** Values that stand in the source; all others are of the text itself. */
const OF_SOURCE = ['source', 'term', 'text']

export type Languages = { readonly from: Language; readonly to: Language }
export const FindingWords = ({ finding, languages: { from, to } }: { finding: Finding; languages: Languages }) => {
  return findingParts(finding, usePanel()).map(({ text, fact }, index) => (
    <span key={index} lang={fact === null ? undefined : OF_SOURCE.includes(fact) ? from : to}>
      {text}
    </span>
  ))
}
