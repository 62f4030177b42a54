'use client'
import { memo, useCallback, useLayoutEffect, useRef, useState, useSyncExternalStore, type MouseEvent } from 'react'
import type { Cue } from '#video/cue'
import { textOf } from '#video/cues'
import type { CueFinding } from '#video/rules'
import type { CueDesk } from '#video/view'
import { Button } from '../dialogs/Button'
import { useLoaded, useLocked, useSubtitles } from './context'
import { figure, findingParts } from './finding-words'
import { measuresOf, paceOf, type Row } from './rows'
import { timeShown, timeTyped } from './times'
import { Words } from './Words'

type RowProps = {
  readonly row: Row
  /** From 1; null where no cue is. */
  readonly number: number | null
  readonly active: boolean
  readonly changed: boolean
  readonly findings: readonly CueFinding[]
  readonly said: CueDesk['textFindings']
}

/** One cue: when, what the source says, what is written. Drawn again only when something of it changed. */
export const CueRow = memo(({ row, number, active, changed, findings, said }: RowProps) => {
  const { store, playhead, say } = useSubtitles()
  const { source, language } = useLoaded()
  const { key, cue, sources, voice } = row
  const isLive = () => cue !== null && playhead.live().includes(cue.id)
  const live = useSyncExternalStore(playhead.subscribeLive, isLive, () => false)
  const hear = ({ start, end }: Pick<Cue, 'start' | 'end'>) => {
    if (cue) store.activate(cue.id)
    playhead.hear(start, end)
  }
  const onRow = (event: MouseEvent) => {
    const { target } = event
    if (!cue || (target instanceof Element && target.closest('textarea, input, button'))) return
    // Words that are being marked to be copied are no press.
    if (window.getSelection()?.isCollapsed === false) return
    hear(cue)
  }
  const first = sources[0]
  return (
    <li
      aria-current={active ? 'true' : undefined}
      aria-label={number === null ? say('subtitles.row.none') : say('subtitles.row', { number })}
      className={`desk-cue${active ? ' desk-cue--active' : ''}${live ? ' desk-cue--live' : ''}${cue ? '' : ' desk-cue--none'}`}
      id={`desk-cue-${key}`}
      onClick={onRow}
      tabIndex={active ? 0 : -1}
    >
      <div className="desk-cue__head">
        <button
          aria-label={number === null ? say('subtitles.hear.source') : say('subtitles.hear.number', { number })}
          className="desk-cue__hear"
          onClick={() => {
            const heard = cue ?? first
            if (heard) hear(heard)
          }}
          tabIndex={active || !cue ? 0 : -1}
          type="button"
        >
          <span aria-hidden="true" className="desk-cue__sign">
            {live ? '▶' : '▷'}
          </span>{' '}
          {number ?? '–'}
        </button>
        {cue ? (
          <Times active={active} cue={cue} />
        ) : first ? (
          <span className="desk-cue__time">{timeShown(first.start)}</span>
        ) : null}
        {voice === null ? null : (
          <span className="desk-cue__voice" lang={language}>
            {voice}
          </span>
        )}
      </div>
      {source ? (
        <div className="desk-cue__source">
          {sources.map((one) => (
            <Words className="desk-words" key={one.id} language={source.language} lines={one.lines} />
          ))}
          {changed ? (
            <p className="desk-change">
              <span aria-hidden="true">▲</span> {say('subtitles.changed')}
            </p>
          ) : null}
        </div>
      ) : null}
      <div className="desk-cue__target">
        {cue ? <Cell active={active} cue={cue} number={number ?? 0} /> : first ? <Missing source={first} /> : null}
        <Notes cue={key} findings={findings} said={said} />
      </div>
    </li>
  )
})
CueRow.displayName = 'CueRow'

const Missing = ({ source }: { readonly source: Cue }) => {
  const { say, edit } = useSubtitles()
  const locked = useLocked()
  return locked ? null : (
    <Button onPress={() => void edit({ do: 'render', id: source.id }, { focus: true })}>{say('subtitles.render')}</Button>
  )
}

const Times = ({ cue, active }: { readonly cue: Cue; readonly active: boolean }) => {
  const locked = useLocked()
  if (!active || locked)
    return (
      <>
        <span className="desk-cue__time">{timeShown(cue.start)}</span>
        <span className="desk-cue__time">{timeShown(cue.end)}</span>
      </>
    )
  return (
    <>
      <TimeField key={`start ${cue.start}`} at={cue.start} id={cue.id} part="start" />
      <TimeField key={`end ${cue.end}`} at={cue.end} id={cue.id} part="end" />
    </>
  )
}

/** A time by typing; taken when the field is left or Enter is pressed. */
const TimeField = ({ id, part, at }: { readonly id: string; readonly part: 'start' | 'end'; readonly at: number }) => {
  const { say, edit, announce } = useSubtitles()
  const [typed, setTyped] = useState(timeShown(at))
  const [wrong, setWrong] = useState(false)
  const take = () => {
    const ms = timeTyped(typed)
    setWrong(ms === null)
    if (ms === null) return announce(say('subtitles.time.wrong'))
    // What cannot be goes back to what is.
    if (ms !== at && !edit({ do: part, id, ms })) setTyped(timeShown(at))
  }
  return (
    <>
      <input
        aria-invalid={wrong || undefined}
        aria-label={say(part === 'start' ? 'subtitles.time.start' : 'subtitles.time.end')}
        className="desk-input desk-cue__typed"
        inputMode="decimal"
        onBlur={take}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
          if (event.key === 'Escape') {
            setTyped(timeShown(at))
            setWrong(false)
          }
        }}
        spellCheck={false}
        value={typed}
      />
      {wrong ? <span className="desk-field__error">{say('subtitles.time.wrong')}</span> : null}
    </>
  )
}

/** The words. Typing is the browser's; what comes from elsewhere is put in. */
const Cell = ({ cue, active, number }: { readonly cue: Cue; readonly active: boolean; readonly number: number }) => {
  const { store, cells, playhead, edit, say } = useSubtitles()
  const { language } = useLoaded()
  const locked = useLocked()
  const field = useRef<HTMLTextAreaElement | null>(null)
  const { id } = cue
  const shown = textOf(cue)
  useLayoutEffect(() => {
    const cell = field.current
    if (cell && cell.value !== shown) {
      const cursor = cell.selectionStart
      cell.value = shown
      cell.setSelectionRange(Math.min(cursor, shown.length), Math.min(cursor, shown.length))
    }
  }, [shown])
  const setField = useCallback(
    (cell: HTMLTextAreaElement | null) => {
      field.current = cell
      if (cell) cells.set(id, cell)
      else cells.delete(id)
    },
    [cells, id],
  )
  return (
    <>
      <textarea
        aria-describedby={`desk-measures-${id} desk-notes-${id}`}
        aria-label={say('subtitles.cell', { number })}
        className="desk-cue__cell"
        defaultValue={shown}
        lang={language}
        onFocus={(event) => {
          // A cursor that nobody has put there says nothing about where to split.
          event.currentTarget.dataset.seen = ''
          store.activate(id)
          const at = playhead.at()
          if (at !== null && !playhead.isPlaying() && (at < cue.start || at >= cue.end)) playhead.seek(cue.start)
        }}
        onInput={(event) => void edit({ do: 'write', id, text: event.currentTarget.value }, { quiet: true })}
        readOnly={locked}
        ref={setField}
        rows={Math.max(1, cue.lines.length)}
        spellCheck={false}
        tabIndex={active ? 0 : -1}
      />
      <MeasureLine cue={cue} />
    </>
  )
}

const MeasureLine = ({ cue }: { readonly cue: Cue }) => {
  const { say, language: reader } = useSubtitles()
  const { language, quality } = useLoaded()
  const { lines, speed, seconds } = measuresOf(cue, language)
  const pace = paceOf(speed, quality)
  const limit = pace === 'fast' ? quality.speed.advised : quality.speed.most
  return (
    <p className="desk-cue__measures" id={`desk-measures-${cue.id}`}>
      <span>
        {lines.map((width, index) => (
          <span className={width > quality.lineLength ? 'desk-over-limit' : undefined} key={index}>
            {index > 0 ? ' + ' : null}
            {width > quality.lineLength ? '▲' : null}
            {figure(width, reader, 1)}
          </span>
        ))}
        {lines.length === 0 ? '0' : null} / {say('subtitles.characters', { count: quality.lineLength })}
      </span>
      <span className={pace === 'good' ? undefined : pace === 'fast' ? 'desk-near-limit' : 'desk-over-limit'}>
        {pace === 'good' ? null : '▲'}
        {speed === null ? '–' : figure(speed, reader, 1)} /{' '}
        {say('subtitles.speed', { count: pace === 'good' ? quality.speed.advised : limit })}
      </span>
      <span>{say('subtitles.seconds', { count: figure(seconds, reader, 1) })}</span>
      {cue.position === 'top' ? <span>{say('subtitles.top')}</span> : null}
    </p>
  )
}

const Notes = ({
  cue,
  findings,
  said,
}: {
  readonly cue: string
  readonly findings: readonly CueFinding[]
  readonly said: CueDesk['textFindings']
}) => {
  const { say, language: reader } = useSubtitles()
  const { language } = useLoaded()
  return (
    <div className="desk-notes" id={`desk-notes-${cue}`}>
      {findings.map((finding) => (
        <p className={`desk-note desk-note--${finding.severity}`} key={finding.rule + JSON.stringify(finding.facts)}>
          <Severity severity={finding.severity} />
          {findingParts(finding, { say, language: reader }).map(({ text, isPassage }, index) =>
            isPassage ? (
              <span key={index} lang={language}>
                {text}
              </span>
            ) : (
              text
            ),
          )}
        </p>
      ))}
      {said.map(({ severity, text }, index) => (
        <p className={`desk-note desk-note--${severity}`} key={index}>
          <Severity severity={severity} />
          {text}
        </p>
      ))}
    </div>
  )
}

const Severity = ({ severity }: { readonly severity: CueFinding['severity'] }) => {
  const { say } = useSubtitles()
  return <span className="desk-unseen">{say(`subtitles.severity.${severity}`)} </span>
}
