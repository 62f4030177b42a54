'use client'
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Finding, Language } from '#newsroom'
import { decodeWords, type CodeProblems } from '#translation/codes'
import type { Code } from '#translation/segment'
import { Difference } from '../Difference'
import { Button } from '../dialogs/Button'
import { shortTime } from '../when'
import type { WordKey } from '../words'
import { needsConfirming } from './changes'
import { useDesk, useLanguages, useLocked, useSnapshot, useView } from './context'
import { confirmAndGoOn, leaveOutOrTakeIn } from './doing'
import { FindingLine } from './FindingLine'
import { insertionOf, problemsIn } from './inserts'
import { put, putAll, selectedIn } from './putting'
import { hasCell, isSaid, shownState, shownText, type RowView } from './rows'
import { SegmentStateMark } from './SegmentStateMark'
import { Source } from './Source'

/** How long after the last key the cell is looked over here, in the browser. */
const LOOK_MS = 200

export const cellId = (key: string): string => `desk-cell-${key}`

/** One segment: its source, what renders it, what is said about it. Typing draws nothing but the letter. */
export const SegmentRow = memo(({ rowKey, onDismiss }: { rowKey: string; onDismiss: (finding: Finding) => void }) => {
  const view = useView(rowKey)
  const hidden = useSnapshot(({ shown, active }) => !shown.has(rowKey) && active !== rowKey)
  const active = useSnapshot((snapshot) => snapshot.active === rowKey)
  const { store, cells, putting, say } = useDesk()
  const languages = useLanguages()
  const putCode = useCallback(
    (code: Code) => {
      const cell = cells.get(rowKey)
      if (cell) put({ putting }, cell, insertionOf(code, cell.value, selectedIn(cell)), null)
    },
    [cells, putting, rowKey],
  )
  if (!view) return null
  const { row, number } = view
  const { change, source, was } = row
  return (
    <li
      aria-label={say('translation.segment', { number })}
      className={`desk-segment${active ? ' desk-segment--active' : ''}`}
      data-row={row.id}
      hidden={hidden}
      id={`desk-segment-${rowKey}`}
    >
      <div className="desk-segment__head">
        <span className="desk-segment__number">{number}</span>
        <span className="desk-muted">{say(`translation.kind.${row.kind}`)}</span>
        <SegmentStateMark state={row.leftOut ? 'leftOut' : row.mergedInto ? 'merged' : shownState(view)} />
        {view.comments.length > 0 ? (
          <button className="desk-link" onClick={() => store.activate(rowKey)} type="button">
            {say('translation.comment.count', {
              count: view.comments.filter(({ settled }) => settled === null).length || view.comments.length,
            })}
          </button>
        ) : null}
      </div>
      <div className="desk-segment__source">
        {source ? (
          <Source
            id={`desk-source-${rowKey}`}
            language={languages.from}
            onCode={hasCell(view) ? putCode : null}
            segment={source}
            terms={row.terms}
          />
        ) : (
          <p className="desk-muted" id={`desk-source-${rowKey}`}>
            {say(change === 'removed' ? 'translation.change.removed' : 'translation.change.own')}
          </p>
        )}
        {change === 'unchanged' || source === null ? null : (
          <p className="desk-change">
            <span aria-hidden="true">▲</span> {say(`translation.change.${change}` as WordKey)}
          </p>
        )}
        {was === null || source === null ? null : (
          <div className="desk-was">
            <p className="desk-was__title">{say('translation.was')}</p>
            {was.plain === source.plain ? (
              <p className="desk-muted">{say('translation.was.form')}</p>
            ) : (
              <Difference after={source.plain} before={was.plain} language={languages.from} short />
            )}
          </div>
        )}
        {was !== null && source === null ? (
          <p className="desk-source desk-source--gone" lang={languages.from}>
            {was.plain}
          </p>
        ) : null}
      </div>
      <div className="desk-segment__target">
        {hasCell(view) ? (
          <Cell active={active} onDismiss={onDismiss} view={view} />
        ) : row.leftOut ? (
          <LeftOut view={view} />
        ) : (
          <Merged view={view} />
        )}
      </div>
    </li>
  )
})
SegmentRow.displayName = 'SegmentRow'

type CellProps = { readonly view: RowView; readonly active: boolean; readonly onDismiss: (finding: Finding) => void }

const NO_PROBLEMS: CodeProblems = { lost: [], doubled: [], crossed: [], unknown: [] }

const Cell = ({ view, active, onDismiss }: CellProps) => {
  const { store, cells, putting, say } = useDesk()
  const { to } = useLanguages()
  const locked = useLocked()
  const { key, row, number, findings, clash, problem } = view
  const field = useRef<HTMLTextAreaElement | null>(null)
  const look = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const shown = shownText(view)
  const [seen, setSeen] = useState(() => seenIn(view, shown, to))
  const kind = say(`translation.kind.${row.kind}`)

  useLayoutEffect(() => {
    const cell = field.current
    // What the newsroom or this browser put here; what is being typed is here already.
    if (cell && cell.value !== shown) {
      cell.value = shown
      grow(cell)
    }
  }, [shown])
  useEffect(() => {
    setSeen(seenIn(view, field.current?.value ?? shown, to))
  }, [view, shown, to])
  useEffect(() => () => clearTimeout(look.current), [])
  const setField = useCallback(
    (cell: HTMLTextAreaElement | null) => {
      field.current = cell
      if (!cell) return void cells.delete(key)
      cells.set(key, cell)
      grow(cell)
    },
    [cells, key],
  )

  const notes = `desk-notes-${key}`
  const troubled = problem !== null || seen.over > 0 || Object.values(seen.codes).some(({ length }) => length > 0)
  return (
    <>
      <textarea
        aria-describedby={`desk-source-${key} ${notes}`}
        aria-invalid={troubled || undefined}
        aria-label={say('translation.cell', { number, kind })}
        className="desk-cell-field"
        defaultValue={shown}
        id={cellId(key)}
        lang={to}
        onFocus={() => store.activate(key)}
        onInput={({ currentTarget: cell }) => {
          grow(cell)
          store.type(key, cell.value, putting.origin ?? undefined)
          clearTimeout(look.current)
          look.current = setTimeout(() => setSeen(seenIn(view, cell.value, to)), LOOK_MS)
        }}
        readOnly={locked}
        ref={setField}
        rows={1}
        spellCheck={false}
      />
      <div className="desk-notes" id={notes}>
        {problem ? <p className="desk-note desk-note--critical">{problem}</p> : null}
        {(['lost', 'doubled', 'crossed', 'unknown'] as const).map((trouble) =>
          seen.codes[trouble].length > 0 ? (
            <p className="desk-note desk-note--critical" key={trouble}>
              {say(`translation.code.${trouble}`, { codes: seen.codes[trouble].map((id) => `⟦${id}⟧`).join(' ') })}
            </p>
          ) : null,
        )}
        {row.limit !== null && (active || seen.over > 0) ? (
          <p className={`desk-note${seen.over > 0 ? ' desk-note--critical' : ''}`}>
            {say('translation.length', { count: seen.length, limit: row.limit })}
            {seen.over > 0 ? ` · ${say('translation.length.over', { count: seen.over })}` : ''}
          </p>
        ) : null}
        {findings.filter(isSaid).map((finding) => (
          <FindingLine finding={finding} key={finding.id} onDismiss={active && !locked ? onDismiss : null} />
        ))}
      </div>
      {clash ? <Clash view={view} /> : null}
      {locked ? null : <Tools active={active} view={view} />}
    </>
  )
}

/** What the browser itself sees in a cell, without asking. */
const seenIn = ({ row }: RowView, text: string, into: Language) => {
  const length = row.limit === null ? 0 : [...decodeWords(text)].length
  return {
    codes: text === '' || (row.codes.length === 0 && !text.includes('⟦')) ? NO_PROBLEMS : problemsIn(row.codes, text, into),
    length,
    over: row.limit === null ? 0 : Math.max(0, length - row.limit),
  }
}

const GROWS_BY_ITSELF = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')
const grow = (cell: HTMLTextAreaElement): void => {
  if (GROWS_BY_ITSELF) return
  cell.style.height = 'auto'
  cell.style.height = `${cell.scrollHeight + 2}px`
}

const Tools = ({ view, active }: { view: RowView; active: boolean }) => {
  const desk = useDesk()
  const { store, say } = desk
  const { key, row, clash, draft } = view
  const changed = needsConfirming(row) && (draft === null || draft.state === 'draft')
  if (clash || (!active && !changed && row.change !== 'removed')) return null
  return (
    <div className="desk-tools">
      <Button onPress={() => confirmAndGoOn(desk, key)} tone={changed ? 'primary' : 'plain'}>
        {say(changed && draft === null ? 'translation.confirm.asItIs' : 'translation.confirm')}
      </Button>
      {row.change === 'removed' || (row.source === null && row.target !== null) ? (
        <Button onPress={() => store.remove(key)}>{say('translation.remove')}</Button>
      ) : null}
      {active && row.source ? (
        <>
          <Button
            onPress={() => {
              const cell = desk.cells.get(key)
              if (cell && row.source) putAll(desk, cell, row.source.text, null)
            }}
            tone="quiet"
          >
            {say('translation.copySource')}
          </Button>
          {row.kind === 'title' || row.kind === 'summary' ? null : (
            <Button onPress={() => leaveOutOrTakeIn(desk, key)} tone="quiet">
              {say('translation.leaveOut')}
            </Button>
          )}
        </>
      ) : null}
    </div>
  )
}

/** Two wordings side by side; nothing is chosen for anybody. */
const Clash = ({ view }: { view: RowView }) => {
  const { store, say, cells } = useDesk()
  const { to } = useLanguages()
  const { key, clash } = view
  if (!clash) return null
  const name = clash.by?.name ?? say('conflict.somebody')
  return (
    <div aria-label={say('translation.clash', { name })} className="desk-clash" role="group">
      <p>{say('translation.clash', { name })}</p>
      <p className="desk-was__title">{say('translation.clash.theirs', { name })}</p>
      <p className="desk-clash__theirs" lang={to}>
        {clash.theirs}
      </p>
      <div className="desk-row">
        <Button
          onPress={() => {
            store.keepMine(key)
            cells.get(key)?.focus()
          }}
        >
          {say('translation.clash.keepMine')}
        </Button>
        <Button
          onPress={() => {
            store.takeTheirs(key)
            cells.get(key)?.focus()
          }}
        >
          {say('translation.clash.takeTheirs', { name })}
        </Button>
      </div>
    </div>
  )
}

const LeftOut = ({ view }: { view: RowView }) => {
  const { store, say, language } = useDesk()
  const locked = useLocked()
  const { leftOut } = view.row
  if (!leftOut) return null
  return (
    <div className="desk-aside">
      <p>{say('translation.leftOut', { name: leftOut.name, time: shortTime(leftOut.at, new Date(), language, say) })}</p>
      {locked ? null : (
        <div className="desk-row">
          {view.row.state === 'stale' ? (
            <Button onPress={() => store.leaveOut(view.key)} tone="primary">
              {say('translation.leaveOut.still')}
            </Button>
          ) : null}
          <Button onPress={() => store.takeIn(view.key)}>{say('translation.takeIn')}</Button>
        </div>
      )}
    </div>
  )
}

const Merged = ({ view }: { view: RowView }) => {
  const { store, say, cells } = useDesk()
  const into = store.views().find(({ row }) => row.id === view.row.mergedInto)
  if (!into) return null
  return (
    <div className="desk-aside">
      <button className="desk-link" onClick={() => cells.get(into.key)?.focus()} type="button">
        {say('translation.merged', { number: into.number })}
      </button>
    </div>
  )
}
