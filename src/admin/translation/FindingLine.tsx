'use client'
import type { Finding } from '#newsroom'
import { usePanel } from '../panel'
import { wordFor, type Say } from '../words'

/** What a finding says: the sentence of its check with the values of both sides. */
export const findingWords = ({ id, kind, facts }: Finding, say: Say): string => {
  const [check = ''] = id.split(':')
  const shown = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value === '' ? '—' : value]))
  const sentence = wordFor(say, 'translation.check', check, shown)
  return sentence === check ? [say(`finding.${kind}`), ...Object.values(facts).filter(Boolean)].join(' · ') : sentence
}

export const FindingLine = ({ finding, onDismiss }: { finding: Finding; onDismiss: ((finding: Finding) => void) | null }) => {
  const { say } = usePanel()
  const words = findingWords(finding, say)
  const id = `desk-finding-${finding.id}`
  return (
    <p className={`desk-note desk-note--${finding.severity}`}>
      <span className="desk-unseen">{say(`rail.finding.${finding.severity}`)}: </span>
      <span id={id}>{words}</span>
      {finding.severity === 'warning' && onDismiss ? (
        <button aria-describedby={id} className="desk-link" onClick={() => onDismiss(finding)} type="button">
          {say('translation.finding.dismiss')}
        </button>
      ) : null}
    </p>
  )
}
