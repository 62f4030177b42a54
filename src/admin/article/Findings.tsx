'use client'
import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { Finding } from '#newsroom'
import { FindingWords } from '../findings'
import { usePanel } from '../panel'
import { wordFor } from '../words'
import type { ArticleDesk } from './desk'
import { DismissFinding } from './DismissFinding'

/** What the checks and the rights of pictures hold against this text; a warning may be let stand in writing. */
export const Findings = ({ desk }: { desk: ArticleDesk }) => {
  const { say } = usePanel()
  const [dismissing, setDismissing] = useState<Finding | null>(null)
  const languages = { from: desk.from, to: desk.language }
  if (desk.findings.length + desk.rights.length + desk.dismissed.length === 0) return null
  const open = desk.findings.filter(({ id }) => !desk.dismissed.some(({ finding }) => finding === id))
  return (
    <section aria-labelledby="desk-findings" className="desk-rail__part">
      <h3 id="desk-findings">{say('rail.findings')}</h3>
      <ul className="desk-plain">
        {open.map((finding) => (
          <li className={`desk-finding desk-finding--${finding.severity}`} key={finding.id}>
            <strong>{say(`rail.finding.${finding.severity}`)}:</strong>{' '}
            <span id={`finding-${finding.id}`}>
              <FindingWords finding={finding} languages={languages} />
            </span>{' '}
            {finding.severity === 'warning' && desk.mayDismiss ? (
              <button
                aria-describedby={`finding-${finding.id}`}
                className="desk-link"
                onClick={() => setDismissing(finding)}
                type="button"
              >
                {say('translation.finding.dismiss')}
              </button>
            ) : null}
          </li>
        ))}
        {desk.rights.map(({ media, problem }) => (
          <li className="desk-finding desk-finding--critical" key={`${media}/${problem}`}>
            <strong>{say('rail.rights')}</strong> {media}: {wordFor(say, 'rail.rights', problem)}
          </li>
        ))}
        {desk.dismissed.map(({ finding, kind, name, reason }) => (
          <li className="desk-muted" key={finding}>
            {say('rail.dismissed', { what: say(`finding.${kind}`), name, reason })}
          </li>
        ))}
      </ul>
      {dismissing ? (
        <DismissFinding
          article={desk.id}
          finding={dismissing}
          languages={languages}
          onClose={() => setDismissing(null)}
          onDone={(sentence) => void toast.success(sentence)}
        />
      ) : null}
    </section>
  )
}
