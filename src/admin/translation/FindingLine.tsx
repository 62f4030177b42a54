'use client'
import type { Finding } from '#newsroom'
import { FindingWords } from '../findings'
import { usePanel } from '../panel'
import { useLanguages } from './context'

export const FindingLine = ({ finding, onDismiss }: { finding: Finding; onDismiss: ((finding: Finding) => void) | null }) => {
  const { say } = usePanel()
  const languages = useLanguages()
  const id = `desk-finding-${finding.id}`
  return (
    <p className={`desk-note desk-note--${finding.severity}`}>
      <span className="desk-unseen">{say(`rail.finding.${finding.severity}`)}: </span>
      <span id={id}>
        <FindingWords finding={finding} languages={languages} />
      </span>
      {finding.severity === 'warning' && onDismiss ? (
        <button aria-describedby={id} className="desk-link" onClick={() => onDismiss(finding)} type="button">
          {say('translation.finding.dismiss')}
        </button>
      ) : null}
    </p>
  )
}
