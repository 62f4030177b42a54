'use client'
import type { Finding } from '#newsroom'
import { usePanel } from '../panel'
import { wordFor } from '../words'
import type { ArticleDesk } from './desk'

/** Where it is and what disagrees: the values of both sides, as they stand in the texts. */
export const findingText = ({ kind, where, facts }: Finding): string =>
  [where, kind === 'stale' ? '' : Object.values(facts).join(' ≠ ')].filter(Boolean).join(': ')

/** What the checks and the rights of pictures hold against this text. */
export const Findings = ({ desk }: { desk: ArticleDesk }) => {
  const { say } = usePanel()
  if (desk.findings.length + desk.rights.length === 0) return null
  return (
    <section aria-labelledby="desk-findings" className="desk-rail__part">
      <h3 id="desk-findings">{say('rail.findings')}</h3>
      <ul className="desk-plain">
        {desk.findings.map((finding) => (
          <li className={`desk-finding desk-finding--${finding.severity}`} key={finding.id}>
            <strong>
              {say(`rail.finding.${finding.severity}`)} · {say(`finding.${finding.kind}`)}
            </strong>{' '}
            <span lang={desk.language}>{findingText(finding)}</span>
          </li>
        ))}
        {desk.rights.map(({ media, problem }) => (
          <li className="desk-finding desk-finding--critical" key={`${media}/${problem}`}>
            <strong>{say('rail.rights')}</strong> {media}: {wordFor(say, 'rail.rights', problem)}
          </li>
        ))}
      </ul>
    </section>
  )
}
