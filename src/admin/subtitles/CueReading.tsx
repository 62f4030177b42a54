'use client'
import { memo } from 'react'
import type { Cue } from '#video/cue'
import type { CueDesk } from '#video/view'
import { useLoaded } from '../load'
import { sentenceOf, usePanel } from '../panel'
import { Unread } from '../Waiting'
import { cuesAddress } from './door'
import { rowsOf } from './rows'
import { timeShown } from './times'
import { Words } from './Words'

/** Every subtitle to be read where its text is approved: when, what is said, and of a translation what it renders. */
export const CueReading = ({
  article,
  rev,
  open,
}: {
  readonly article: string
  readonly rev: number
  readonly open: boolean
}) => {
  const { say } = usePanel()
  // Of this very save: words and times go with the approval of the text.
  const { value, problem, reload } = useLoaded<CueDesk>(cuesAddress(article, `?rev=${rev}`))
  if (!value) return problem ? <Unread onRetry={reload} say={say} sentence={sentenceOf(problem, say)} /> : null
  if (value.cues.length === 0) return null
  return (
    <details className="desk-reading" open={open}>
      <summary id="desk-reading">{say('subtitles.reading', { count: value.cues.length })}</summary>
      <Rows desk={value} />
    </details>
  )
}

const Rows = memo(({ desk: { language, cues, source } }: { desk: CueDesk }) => {
  const { say } = usePanel()
  return (
    <ol aria-labelledby="desk-reading" className="desk-plain desk-reading__rows" tabIndex={0}>
      {rowsOf(cues, source?.cues ?? []).map(({ key, cue, voice, sources }) => (
        <li key={key}>
          {cue ? <Span cue={cue} /> : null}
          {voice === null ? null : (
            <span className="desk-cue__voice" lang={language}>
              {voice}
            </span>
          )}
          {cue?.position === 'top' ? <span className="desk-muted">{say('subtitles.top')}</span> : null}
          {cue ? <Words className="desk-words" language={language} lines={cue.lines} /> : null}
          {cue ? null : <span className="desk-notice desk-notice--stale">{say('subtitles.row.none')}</span>}
          {source
            ? sources.map((one) => (
                <span className="desk-muted" key={one.id}>
                  {cue?.start === one.start && cue.end === one.end ? null : <Span cue={one} />}
                  <Words className="desk-words" language={source.language} lines={one.lines} />
                </span>
              ))
            : null}
        </li>
      ))}
    </ol>
  )
})
Rows.displayName = 'Rows'

const Span = ({ cue: { start, end } }: { cue: Cue }) => (
  <span className="desk-cue__time">
    {timeShown(start)} – {timeShown(end)}
  </span>
)
