'use client'
import Link from 'next/link'
import { Copy } from '../dialogs/Copy'
import { useNow, usePanel } from '../panel'
import { LanguageTag, Shown } from '../Shown'
import { Time } from '../Time'
import { shortTime, timeLeft } from '../when'
import { listed, wordFor, type Facts as WordFacts, type WordKey } from '../words'
import type { ArticleDesk } from './desk'

/** A sentence with a time in it. */
const Line = ({ word, at, facts = {} }: { word: WordKey; at: string; facts?: WordFacts }) => {
  const { language, say } = usePanel()
  const now = useNow()
  return <span>{say(word, { ...facts, time: shortTime(at, now, language, say) })}</span>
}

/** State, what stands in the way, who has it and until when. */
export const Standing = ({ desk }: { desk: ArticleDesk }) => {
  const { language, say } = usePanel()
  const now = useNow()
  const { hold, schedule, embargo, stale, missing, claim, due, shown } = desk
  return (
    <section aria-labelledby="desk-standing" className="desk-rail__part">
      <h2 className="desk-rail__title" id="desk-standing">
        {say('rail.title')}
      </h2>
      <p className="desk-rail__state">
        <LanguageTag language={desk.language} /> <Shown shown={shown} />
      </p>
      {hold ? (
        <p className="desk-notice desk-notice--held">
          <Line at={hold.at} facts={{ name: hold.name, reason: hold.reason }} word="rail.held" />
        </p>
      ) : null}
      {schedule ? (
        <p className="desk-notice desk-notice--approved">
          <Line at={schedule.until} word="rail.scheduled" />
          {shown.late ? <strong> {say('rail.scheduled.late')}</strong> : null}
        </p>
      ) : null}
      {embargo && embargo.until > now.toISOString() ? (
        <p className="desk-notice desk-notice--approved">
          <Line at={embargo.until} word="rail.embargo" />
        </p>
      ) : null}
      {stale === 'no' ? null : <p className="desk-notice desk-notice--stale">{say(`rail.stale.${stale}`)}</p>}
      <dl className="desk-pairs">
        <dt>{say('rail.story')}</dt>
        <dd>
          <Link href={`/admin/collections/stories/${desk.story}`}>{say('rail.story.open')}</Link>
        </dd>
        <dt>{say('rail.claim')}</dt>
        <dd>
          {claim ? (
            <>
              {claim.name}, <Time at={claim.at} />
            </>
          ) : (
            <span className="desk-muted">{say('rail.claim.none')}</span>
          )}
        </dd>
        {due ? (
          <>
            <dt>{say('rail.due')}</dt>
            <dd className={Date.parse(due) < now.getTime() ? 'desk-late' : undefined}>
              <Time at={due} /> ({timeLeft(due, now, say)})
            </dd>
          </>
        ) : null}
        {missing.length > 0 ? (
          <>
            <dt>{say('rail.missing')}</dt>
            <dd>
              {listed(
                missing.map((field) => wordFor(say, 'part', field)),
                language,
              )}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

const Hash = ({ digest }: { digest: string }) => {
  const { say } = usePanel()
  return (
    <span className="desk-hash">
      <span className="desk-muted">{say('rail.hash')}</span> <code title={digest}>{digest.slice(0, 8)}</code>{' '}
      <Copy label={say('rail.hash.copy')} text={digest} />
    </span>
  )
}

/** Who approved exactly which text, on whose word, and what was waived. */
export const Approvals = ({ desk }: { desk: ArticleDesk }) => {
  const { say } = usePanel()
  const { approval, secondSign, revised, sovereignty, waivers, digest } = desk
  return (
    <section aria-labelledby="desk-approvals" className="desk-rail__part">
      <h3 id="desk-approvals">{say('rail.approval')}</h3>
      {revised ? (
        <p>
          <Line at={revised.at} facts={{ name: revised.name }} word="rail.revised.by" />
        </p>
      ) : null}
      {approval ? (
        <>
          <p>
            <Line at={approval.at} facts={{ name: approval.name }} word="rail.approval.by" />
            {approval.onWordOf ? <>, {say('rail.approval.word', { name: approval.onWordOf.name })}</> : null}
          </p>
          <Hash digest={approval.digest} />
          {approval.digest === digest ? null : <p className="desk-notice desk-notice--stale">{say('rail.approval.void')}</p>}
        </>
      ) : (
        <p className="desk-muted">{say('rail.approval.none')}</p>
      )}
      {secondSign ? (
        <p>
          <Line at={secondSign.at} facts={{ name: secondSign.name }} word="rail.second.by" />
        </p>
      ) : sovereignty ? (
        <p className="desk-muted">{say('rail.second.none')}</p>
      ) : null}
      {waivers.length > 0 ? (
        <details>
          <summary>
            {say('rail.waivers')} ({waivers.length})
          </summary>
          <ul className="desk-plain">
            {waivers.map(({ finding, kind, reason, facts }) => (
              <li key={finding}>
                {say(`finding.${kind}`)} ({Object.values(facts).join(' ≠ ')}): {reason}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

/** Everything of this item and language in the log, newest first. */
export const Releases = ({ desk }: { desk: ArticleDesk }) => {
  const { say } = usePanel()
  return (
    <section aria-labelledby="desk-releases" className="desk-rail__part">
      <h3 id="desk-releases">{say('rail.releases')}</h3>
      {desk.releases.length === 0 ? <p className="desk-muted">{say('rail.releases.none')}</p> : null}
      <ol className="desk-plain" reversed>
        {desk.releases.map(({ seq, version, kind, at, by, note, reason }) => (
          <li className="desk-release" key={seq}>
            <p>
              <strong>{say('rail.release.line', { version })}</strong> · {say(`kind.${kind}`)}
            </p>
            <p className="desk-muted">
              {by.name}, <Time at={at} /> · <span title={say('rail.release.seq', { seq })}>#{seq}</span>
            </p>
            {note ? <p lang={desk.language}>{note.text}</p> : null}
            {reason ? <p>{reason}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
