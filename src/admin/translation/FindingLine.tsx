'use client'
import type { Finding } from '#newsroom'
import { usePanel } from '../panel'
import type { Say } from '../words'

/** What a finding says: its kind, and the values that disagree. */
export const findingWords = ({ kind, facts }: Finding, say: Say): string =>
  [say(`finding.${kind}`), Object.values(facts).filter(Boolean).join(' ≠ ')].filter(Boolean).join(': ')

export const FindingLine = ({ finding, onDismiss }: { finding: Finding; onDismiss: ((finding: Finding) => void) | null }) => {
  const { say } = usePanel()
  const words = findingWords(finding, say)
  return (
    <p className={`desk-note desk-note--${finding.severity}`}>
      <span className="desk-unseen">{say(`rail.finding.${finding.severity}`)}: </span>
      {words}
      {finding.severity === 'warning' && onDismiss ? (
        <button
          aria-label={say('translation.finding.dismiss.label', { finding: words })}
          className="desk-link"
          onClick={() => onDismiss(finding)}
          type="button"
        >
          {say('translation.finding.dismiss')}
        </button>
      ) : null}
    </p>
  )
}
