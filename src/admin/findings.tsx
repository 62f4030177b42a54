'use client'
import type { Finding, Language } from '#newsroom'
import { usePanel } from './panel'
import { wordFor, type Say } from './words'

type Part = { readonly text: string; readonly fact: string | null }

/** What a finding says: the sentence of its check, the values of both sides apart, because they speak other languages. */
export const findingParts = ({ id, kind, facts }: Finding, say: Say): readonly Part[] => {
  // Which version of the source it is, is for the server to compare.
  if (kind === 'stale') return [{ text: say('finding.stale'), fact: null }]
  const [check = ''] = id.split(':')
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

export const findingSentence = (finding: Finding, say: Say): string =>
  findingParts(finding, say)
    .map(({ text }) => text)
    .join('')

/** Values that stand in the source; all others are of the text itself. */
const OF_SOURCE = ['source', 'term', 'text']

export type Languages = { readonly from: Language; readonly to: Language }
export const FindingWords = ({ finding, languages: { from, to } }: { finding: Finding; languages: Languages }) => {
  const { say } = usePanel()
  return findingParts(finding, say).map(({ text, fact }, index) => (
    <span key={index} lang={fact === null ? undefined : OF_SOURCE.includes(fact) ? from : to}>
      {text}
    </span>
  ))
}
