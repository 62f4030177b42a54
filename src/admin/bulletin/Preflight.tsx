'use client'
import Link from 'next/link'
import type { PreflightRow, PreflightView } from '#bulletin/view'
import { Button } from '../dialogs/Button'
import { useLoaded } from '../load'
import { sentenceOf, usePanel } from '../panel'
import { useIssue, useLoadedIssue } from './context'
import { doorOf } from './door'
import { grouped } from './scene'

const SIGNS = {
  stop: { sign: '✕', like: 'withdrawn' },
  warn: { sign: '▲', like: 'stale' },
  notChecked: { sign: '○', like: 'draft' },
  pass: { sign: '●', like: 'released' },
} as const

/** Every rule with its result: what stops first, each with what it rests on and where it is mended. */
export const Preflight = () => {
  const { id, say, address } = useIssue()
  const { issue } = useLoadedIssue()
  // Asked anew after each save.
  const { value, problem, reload } = useLoaded<PreflightView>(`${doorOf(id, address.lang, 'preflight')}?rev=${issue.rev}`)
  return (
    <section aria-label={say('bulletin.tab.preflight')}>
      <p className="desk-row desk-preflight__head">
        <Button onPress={reload}>{say('bulletin.preflight.again')}</Button>
        <span role="status">
          {value
            ? say('bulletin.counts', {
                stop: value.rows.filter(({ result }) => result === 'stop').length,
                warn: value.rows.filter(({ result }) => result === 'warn').length,
                pass: value.rows.filter(({ result }) => result === 'pass').length,
              })
            : problem
              ? ''
              : say('bulletin.preflight.running')}
        </span>
      </p>
      {problem ? (
        <div className="desk-problem" role="alert">
          <p>{value ? say('refresh.failed') : sentenceOf(problem, say)}</p>
        </div>
      ) : null}
      {grouped(value?.rows ?? []).map(({ result, rows }) => {
        const list = (
          <ul className="desk-plain desk-rules">
            {rows.map((row, index) => (
              <RuleRow key={`${row.rule} ${index}`} row={row} />
            ))}
          </ul>
        )
        const head = (
          <>
            {say(`bulletin.result.${result}`)} <span className="desk-box__count">({rows.length})</span>
          </>
        )
        return result === 'pass' ? (
          <details className="desk-rules-group" key={result}>
            <summary>{head}</summary>
            {list}
          </details>
        ) : (
          <section aria-labelledby={`desk-result-${result}`} className="desk-rules-group" key={result}>
            <h2 id={`desk-result-${result}`}>{head}</h2>
            {list}
          </section>
        )
      })}
    </section>
  )
}

export const RuleRow = ({
  row: { result, text, citation, href, entry },
  onLeave = () => undefined,
}: {
  row: PreflightRow
  /** Before it leads to the board. */
  onLeave?: () => void
}) => {
  const { say } = usePanel()
  const { go } = useIssue()
  const { issue } = useLoadedIssue()
  const title = entry === null ? null : (issue.board[entry]?.title ?? null)
  const { sign, like } = SIGNS[result]
  return (
    <li className="desk-rule">
      <span className={`desk-state desk-state--${like}`}>
        <span aria-hidden="true" className="desk-state__sign">
          {sign}
        </span>
        <span className="desk-unseen">{say(`bulletin.result.${result}`)}</span>
      </span>
      <div>
        <p>{text}</p>
        <p className="desk-rule__foot">
          {citation === null ? null : <span className="desk-muted">{citation}</span>}
          {entry === null || title === null ? null : (
            <button
              className="desk-link"
              onClick={() => {
                onLeave()
                go({ tab: 'board', entry })
              }}
              type="button"
            >
              {title}
            </button>
          )}
          {href === null ? null : (
            <Link href={href} prefetch={false}>
              {say('bulletin.mend')}
            </Link>
          )}
        </p>
      </div>
    </li>
  )
}
