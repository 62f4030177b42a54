'use client'
import { useEffect, useId, useState } from 'react'
import { decodeWords } from '#translation/codes'
import type { DeskComment, Suggestion, TranslationDesk } from '#translation/view'
import { ask, DeskProblem } from '../desk-api'
import { Difference } from '../Difference'
import { Button } from '../dialogs/Button'
import { sentenceOf } from '../panel'
import { Time } from '../Time'
import { wordFor } from '../words'
import { useDesk, useLanguages, useLocked, useSnapshot, useView } from './context'
import { termLines } from './pieces'
import { putAll, putWord } from './putting'
import { hasCell, type RowView } from './rows'

/** Beside the rows: what helps with the one in hand. */
export const SidePanel = ({ onPropose }: { onPropose: () => void }) => {
  const { say } = useDesk()
  const active = useSnapshot((snapshot) => snapshot.active)
  const view = useView(active)
  return (
    <aside
      aria-label={view ? say('translation.panel', { number: view.number }) : say('translation.terms')}
      className="desk-side"
      tabIndex={-1}
    >
      {view ? (
        <>
          <Provenance view={view} />
          <Terms onPropose={onPropose} view={view} />
          <Memory key={view.key} view={view} />
          <Comments key={`${view.key} comments`} view={view} />
        </>
      ) : (
        <>
          <p className="desk-muted">{say('translation.panel.none')}</p>
          <GoneComments />
        </>
      )}
    </aside>
  )
}

const Provenance = ({ view }: { view: RowView }) => {
  const { say } = useDesk()
  const { by, at, origin } = view.row
  return (
    <section className="desk-side__part">
      <h2>{say('translation.segment', { number: view.number })}</h2>
      {by && at ? (
        <p className="desk-muted">
          {by.name}, <Time at={at} />
          {origin === 'none' ? '' : ` · ${wordFor(say, 'translation.origin', origin)}`}
        </p>
      ) : null}
    </section>
  )
}

const Terms = ({ view, onPropose }: { view: RowView; onPropose: () => void }) => {
  const desk = useDesk()
  const { say, cells } = desk
  const { from, to } = useLanguages()
  const locked = useLocked()
  const { source, terms } = view.row
  const lines = source ? termLines(source, terms) : []
  return (
    <section aria-labelledby="desk-side-terms" className="desk-side__part">
      <h3 id="desk-side-terms">{say('translation.terms')}</h3>
      {lines.length === 0 ? <p className="desk-muted">{say('translation.terms.none')}</p> : null}
      <ol className="desk-plain desk-termlist">
        {lines.map(({ number, found, use, forbidden, note }) => (
          <li key={number}>
            <button
              aria-disabled={locked || undefined}
              className="desk-termlist__use"
              onClick={() => {
                const cell = cells.get(view.key)
                if (cell && !locked) putWord(desk, cell, use, to)
              }}
              title={say('translation.term.insert', { use, number })}
              type="button"
            >
              <kbd>{number}</kbd>
              <span>
                <span className="desk-muted" lang={from}>
                  {found}
                </span>
                <strong lang={to}>{use}</strong>
              </span>
            </button>
            {forbidden.length > 0 ? (
              <p className="desk-note desk-note--warning">
                {say('translation.term.never', { forms: '' })}
                <span lang={to}>{forbidden.join(', ')}</span>
              </p>
            ) : null}
            {/* In whatever language it was noted. */}
            {note ? (
              <p className="desk-muted" lang="">
                {note}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      <Button onPress={onPropose} tone="quiet">
        {say('translation.term.propose')}
      </Button>
    </section>
  )
}

/** Answers by row and source, for as long as the page stands. */
const kept = new Map<string, readonly Suggestion[]>()
/** Nobody asks for every row that the cursor runs through. */
const PAUSE_MS = 250

const Memory = ({ view }: { view: RowView }) => {
  const desk = useDesk()
  const { article, language, say, found, cells } = desk
  const { from, to } = useLanguages()
  const locked = useLocked()
  const machines = useSnapshot((snapshot) => snapshot.desk?.machines ?? NOBODY)
  const { row, key } = view
  const address = `/api/desk/articles/${encodeURIComponent(article)}/suggestions?row=${encodeURIComponent(row.id)}`
  const name = `${address} ${row.source?.digest ?? ''}`
  const [list, setList] = useState<readonly Suggestion[] | null>(() => kept.get(name) ?? null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const usable = hasCell(view) && !locked

  useEffect(() => {
    found.key = key
    found.list = list ?? []
    found.at = 0
  }, [found, key, list])
  useEffect(() => {
    const before = kept.get(name)
    setList(before ?? null)
    setProblem(null)
    if (before || row.source === null) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      ask<{ suggestions: readonly Suggestion[] }>(address, { language, signal: stop.signal }).then(
        ({ suggestions }) => {
          kept.set(name, suggestions)
          setList(suggestions)
          setProblem(null)
        },
        (error: unknown) => {
          if (stop.signal.aborted) return
          // A row that has just moved is asked for under its new name.
          if (error instanceof DeskProblem && error.status === 404) setList([])
          else setProblem(say('translation.memory.failed'))
        },
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [address, name, language, row.source, say])

  const askMachine = async (machine: string) => {
    setBusy(machine)
    setProblem(null)
    try {
      const { suggestions } = await ask<{ suggestions: readonly Suggestion[] }>(
        `${address}&machine=${encodeURIComponent(machine)}`,
        {
          language,
        },
      )
      setList((before) => [...(before ?? []).filter(({ origin }) => origin !== 'machine'), ...suggestions])
    } catch (error) {
      setProblem(sentenceOf(error, say))
    } finally {
      setBusy(null)
    }
  }

  return (
    <section aria-labelledby="desk-side-memory" className="desk-side__part">
      <h3 id="desk-side-memory">
        {say('translation.memory')} {list && list.length > 0 ? <kbd>Alt+M</kbd> : null}
      </h3>
      {row.source === null || list?.length === 0 ? <p className="desk-muted">{say('translation.memory.none')}</p> : null}
      {list === null && row.source !== null && problem === null ? (
        <p className="desk-muted">{say('translation.memory.loading')}</p>
      ) : null}
      <ul className="desk-plain">
        {(list ?? NO_LIST).map((suggestion, index) => (
          <li className="desk-match" key={index}>
            <p className="desk-match__head">
              <strong>
                {suggestion.origin === 'machine'
                  ? suggestion.of
                  : say('translation.memory.score', { score: Math.floor(suggestion.score * 100) })}
              </strong>
              {suggestion.figures ? <span className="desk-match__figures">{say('translation.memory.figures')}</span> : null}
            </p>
            {suggestion.origin === 'memory' && suggestion.score < 1 && row.source ? (
              <Difference after={row.source.plain} before={decodeWords(suggestion.source)} language={from} short />
            ) : null}
            <p className="desk-match__text" lang={to}>
              {suggestion.text}
            </p>
            <p className="desk-match__foot">
              <span className="desk-muted" lang="">
                {suggestion.origin === 'machine' ? '' : suggestion.of}
              </span>
              {usable ? (
                <Button
                  onPress={() => {
                    const cell = cells.get(key)
                    if (cell) putAll(desk, cell, suggestion.text, suggestion.origin)
                  }}
                >
                  {say('translation.memory.use')}
                </Button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {usable && row.source
        ? machines.map((machine) => (
            <Button busy={busy === machine} key={machine} onPress={() => void askMachine(machine)}>
              {say('translation.machine.ask', { name: machine })}
            </Button>
          ))
        : null}
      {problem ? (
        <p className="desk-note desk-note--warning" role="alert">
          {problem}
        </p>
      ) : null}
    </section>
  )
}
const NOBODY: readonly string[] = []
const NO_LIST: readonly Suggestion[] = []

const Comments = ({ view }: { view: RowView }) => {
  const { article, language, say, store } = useDesk()
  const id = useId()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const write = async () => {
    if (text.trim() === '') return
    setBusy(true)
    setProblem(null)
    try {
      store.acceptComments(
        await ask<TranslationDesk['comments']>(`/api/desk/articles/${encodeURIComponent(article)}/comments`, {
          language,
          method: 'POST',
          body: { row: view.row.id, text: text.trim() },
        }),
      )
      setText('')
    } catch (error) {
      setProblem(sentenceOf(error, say))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby={id} className="desk-side__part">
      <h3 id={id}>{say('translation.comments')}</h3>
      {view.comments.length === 0 ? <p className="desk-muted">{say('translation.comments.none')}</p> : null}
      <CommentList comments={view.comments} onProblem={setProblem} />
      <textarea
        aria-label={say('translation.comment.write', { number: view.number })}
        className="desk-input"
        id="desk-comment"
        maxLength={4000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.stopPropagation()
          void write()
        }}
        rows={2}
        value={text}
      />
      <Button busy={busy} onPress={() => void write()} refused={text.trim() === '' ? '' : undefined}>
        {say('translation.comment.send')}
      </Button>
      {problem ? (
        <p className="desk-note desk-note--warning" role="alert">
          {problem}
        </p>
      ) : null}
    </section>
  )
}

const CommentList = ({
  comments,
  onProblem,
}: {
  comments: readonly DeskComment[]
  onProblem: (problem: string | null) => void
}) => {
  const { language, say, store } = useDesk()
  const settle = async ({ id, settled }: DeskComment) => {
    onProblem(null)
    try {
      store.acceptComments(
        await ask<TranslationDesk['comments']>(`/api/desk/comments/${encodeURIComponent(id)}/settle`, {
          language,
          method: 'POST',
          body: { settled: settled === null },
        }),
      )
    } catch (error) {
      onProblem(sentenceOf(error, say))
    }
  }
  return (
    <ul className="desk-plain">
      {comments.map((comment) => (
        <li className={`desk-comment${comment.settled ? ' desk-comment--settled' : ''}`} key={comment.id}>
          <p className="desk-muted">
            <strong>{comment.by.name}</strong>, <Time at={comment.at} />
          </p>
          <p className="desk-comment__text" lang="">
            {comment.text}
          </p>
          {comment.settled ? (
            <p className="desk-muted">
              ✓ {comment.settled.name}, <Time at={comment.settled.at} />
            </p>
          ) : null}
          <button className="desk-link" onClick={() => void settle(comment)} type="button">
            {say(comment.settled ? 'translation.comment.reopen' : 'translation.comment.settle')}
          </button>
        </li>
      ))}
    </ul>
  )
}

const GoneComments = () => {
  const { say } = useDesk()
  const desk = useSnapshot((snapshot) => snapshot.desk)
  const [problem, setProblem] = useState<string | null>(null)
  const gone = desk?.comments.filter(({ row }) => row === null) ?? []
  if (gone.length === 0) return null
  return (
    <section className="desk-side__part">
      <h3>{say('translation.comments.gone')}</h3>
      <CommentList comments={gone} onProblem={setProblem} />
      {problem ? (
        <p className="desk-note desk-note--warning" role="alert">
          {problem}
        </p>
      ) : null}
    </section>
  )
}
