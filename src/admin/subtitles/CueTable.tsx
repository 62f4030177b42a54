'use client'
import { useDeferredValue, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { CueList } from '#video/cue'
import { cueFindings, QUALITY } from '#video/rules'
import { Button } from '../dialogs/Button'
import { useLoaded, useLocked, useSnapshot, useSubtitles } from './context'
import { CueRow } from './CueRow'
import { withNumbers } from './finding-words'
import { judgedBy, nextFound, rowsOf, type Judged, type Row } from './rows'

const NONE: CueList = []
const NOTHING: readonly never[] = []

/** Every cue beside those of the source, with what is said of it. */
export const CueTable = ({ onImport }: { readonly onImport: () => void }) => {
  const { say } = useSubtitles()
  const { language, source, textFindings } = useLoaded()
  const locked = useLocked()
  const cues = useSnapshot((snapshot) => snapshot.cues)
  const active = useSnapshot((snapshot) => snapshot.active)
  const rows = useRows(cues, source?.cues ?? NONE)
  const judged = useJudged(cues)
  const said = useMemo(() => {
    const lists = new Map<string, (typeof textFindings)[number][]>()
    for (const finding of textFindings) lists.set(finding.cue, [...(lists.get(finding.cue) ?? []), finding])
    return lists
  }, [textFindings])
  const changed = useMemo(() => new Set(source?.changed ?? []), [source])
  const numbers = useMemo(() => new Map(cues.map(({ id }, index) => [id, index + 1])), [cues])
  // One more cue gives all behind it another number: that may come a moment after the cue itself.
  const settled = useDeferredValue(numbers)
  useFollowing()
  return (
    <section aria-label={say('subtitles.table')} className={`desk-cues${source ? '' : ' desk-cues--alone'}`}>
      <Summary judged={judged} rows={rows} said={said} />
      {cues.length > 0 ? null : (
        <div className="desk-empty">
          <p>{say('subtitles.empty')}</p>
          {locked ? null : <FirstSteps onImport={onImport} />}
        </div>
      )}
      <div aria-hidden="true" className="desk-cue desk-cue--heads">
        <div>{say('subtitles.time')}</div>
        {source ? <div>{say(`lang.${source.language}`)}</div> : null}
        <div>{say(`lang.${language}`)}</div>
      </div>
      <ol className="desk-plain">
        {rows.map((row) => (
          <CueRow
            active={row.cue !== null && row.cue.id === active}
            changed={row.sources.some(({ id }) => changed.has(id))}
            findings={judged.get(row.cue?.id ?? row.sources[0]?.id ?? '') ?? NOTHING}
            key={row.key}
            number={row.cue ? (settled.get(row.cue.id) ?? numbers.get(row.cue.id) ?? null) : null}
            row={row}
            said={said.get(row.cue?.id ?? '') ?? NOTHING}
          />
        ))}
      </ol>
    </section>
  )
}

const FirstSteps = ({ onImport }: { readonly onImport: () => void }) => {
  const { say, edit, obey } = useSubtitles()
  const { source } = useLoaded()
  return (
    <div className="desk-row">
      {source && source.cues.length > 0 ? (
        <Button onPress={() => void edit({ do: 'fromSource' }, { focus: true })} tone="primary">
          {say('subtitles.fromSource')}
        </Button>
      ) : null}
      <Button onPress={() => obey('insert')}>{say('subtitles.insert')}</Button>
      <Button onPress={onImport}>{say('subtitles.import')}</Button>
    </div>
  )
}

/** How many findings there are, and the way to the next. */
const Summary = ({
  rows,
  judged,
  said,
}: {
  readonly rows: readonly Row[]
  readonly judged: Judged
  readonly said: ReadonlyMap<string, readonly { readonly severity: 'critical' | 'warning' }[]>
}) => {
  const { say, store, cells, playhead, announce } = useSubtitles()
  const { source } = useLoaded()
  const cues = useSnapshot((snapshot) => snapshot.cues)
  const all = [...judged.values(), ...said.values()].flat()
  const critical = all.filter(({ severity }) => severity === 'critical').length
  const warnings = all.length - critical
  const untranslated = source ? cues.filter(({ lines }) => lines.every((line) => line.trim() === '')).length : 0
  const goOn = () => {
    const next = nextFound(rows, store.read().active, (id) => judged.has(id) || said.has(id))
    if (!next) return announce(say('subtitles.findings.none'))
    const id = next.cue?.id ?? null
    if (next.cue) {
      store.activate(next.cue.id)
      if (!playhead.isPlaying()) playhead.seek(next.cue.start)
    }
    requestAnimationFrame(() => {
      const row = document.getElementById(`desk-cue-${next.key}`)
      row?.scrollIntoView({ block: 'nearest' })
      const cell = id === null ? undefined : cells.get(id)
      if (cell) cell.focus({ preventScroll: true })
      else row?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
    })
  }
  return (
    <div className="desk-cues__summary">
      <span>
        {say('subtitles.count', { count: cues.length })}
        {untranslated > 0 ? <> · {say('subtitles.count.empty', { count: untranslated })}</> : null} ·{' '}
        {all.length === 0 ? (
          say('subtitles.findings.none')
        ) : (
          <>
            <span className={critical > 0 ? 'desk-late' : undefined}>
              {say('subtitles.findings.critical', { count: critical })}
            </span>{' '}
            · {say('subtitles.findings.warning', { count: warnings })}
          </>
        )}
      </span>
      {all.length > 0 ? (
        <button className="desk-button" id="desk-next-finding" onClick={goOn} type="button">
          {say('subtitles.findings.next')}
        </button>
      ) : null}
    </div>
  )
}

/** A row that says what it said stays the same object, so that it is not drawn again. */
const useRows = (cues: CueList, source: CueList): readonly Row[] => {
  const last = useRef<readonly Row[]>([])
  const rows = useMemo(() => rowsOf(cues, source, last.current), [cues, source])
  useEffect(() => {
    last.current = rows
  }, [rows])
  return rows
}

/** Judged behind the letters: what is typed shows first. */
const useJudged = (now: CueList): Judged => {
  const { language, film, source, quality } = useLoaded()
  const cues = useDeferredValue(now)
  const last = useRef<Judged>(new Map())
  const judged = useMemo(() => {
    const context = { durationMs: film.durationMs, ...(source ? { source: source.cues } : {}) }
    const findings = cueFindings(cues, language, context, { ...QUALITY, [language]: quality })
    const numberOf = (id: string) => cues.findIndex((cue) => cue.id === id) + 1
    return judgedBy(
      findings.map((finding) => withNumbers(finding, numberOf)),
      last.current,
    )
  }, [cues, language, film, source, quality])
  useEffect(() => {
    last.current = judged
  }, [judged])
  return judged
}

/** While the film runs and nobody writes, the row of the cue that is heard stays in sight. */
const useFollowing = (): void => {
  const { playhead } = useSubtitles()
  const live = useSyncExternalStore(playhead.subscribeLive, playhead.live, playhead.live)
  useEffect(() => {
    const isWriting = document.activeElement?.matches('.desk-cues :is(textarea, input)') ?? false
    if (live[0] !== undefined && playhead.isPlaying() && !isWriting)
      document.getElementById(`desk-cue-${live[0]}`)?.scrollIntoView({ block: 'nearest' })
  }, [live, playhead])
}
