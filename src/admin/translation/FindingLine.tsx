'use client'
import type { Finding, Language } from '#newsroom'
import { usePanel } from '../panel'
import { wordFor, type Say } from '../words'
import { useLanguages } from './context'

type Part = { readonly text: string; readonly fact: string | null }

/** What a finding says: the sentence of its check, the values of both sides apart, because they speak other languages. */
export const findingParts = ({ id, kind, facts }: Finding, say: Say): readonly Part[] => {
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

/** Values that stand in the source; all others are of the translation. */
const OF_SOURCE = ['source', 'term', 'text']

export const FindingWords = ({ finding }: { finding: Finding }) => {
  const { say } = usePanel()
  const { from, to } = useLanguages()
  const languageOf = (fact: string): Language => (OF_SOURCE.includes(fact) ? from : to)
  return findingParts(finding, say).map(({ text, fact }, index) => (
    <span key={index} lang={fact === null ? undefined : languageOf(fact)}>
      {text}
    </span>
  ))
}

export const FindingLine = ({ finding, onDismiss }: { finding: Finding; onDismiss: ((finding: Finding) => void) | null }) => {
  const { say } = usePanel()
  const id = `desk-finding-${finding.id}`
  return (
    <p className={`desk-note desk-note--${finding.severity}`}>
      <span className="desk-unseen">{say(`rail.finding.${finding.severity}`)}: </span>
      <span id={id}>
        <FindingWords finding={finding} />
      </span>
      {finding.severity === 'warning' && onDismiss ? (
        <button aria-describedby={id} className="desk-link" onClick={() => onDismiss(finding)} type="button">
          {say('translation.finding.dismiss')}
        </button>
      ) : null}
    </p>
  )
}
