'use client'
import { useEffect, useState } from 'react'
import type { CueSuggestions } from '#video/view'
import { ask } from '../desk-api'
import { Button } from '../dialogs/Button'
import { useLoaded, useLocked, useSnapshot, useSubtitles } from './context'
import { figure } from './finding-words'

type Suggestion = CueSuggestions['suggestions'][number]
const LOOK_MS = 250
const SHOWN = 4

/** What the key takes: the best first, then the next, round again. */
let found: { readonly cue: string; readonly list: readonly Suggestion[]; at: number } | null = null
export const nextSuggestion = (cue: string): string | null => {
  if (found?.cue !== cue || found.list.length === 0) return null
  return found.list[found.at++ % found.list.length]?.text ?? null
}

/** Wordings of the memory for the cue in hand. */
export const Memory = () => {
  const { language: reader, say, article, edit } = useSubtitles()
  const { source, language } = useLoaded()
  const locked = useLocked()
  const active = useSnapshot((snapshot) => snapshot.active)
  const [answer, setAnswer] = useState<{ readonly cue: string; readonly list: readonly Suggestion[] } | null>(null)
  const isAsked = source !== null && !locked && active !== null
  useEffect(() => {
    if (!isAsked) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      ask<CueSuggestions>(
        `/api/desk/articles/${encodeURIComponent(article)}/cues/suggestions?cue=${encodeURIComponent(active)}`,
        {
          language: reader,
          signal: stop.signal,
        },
      ).then(
        ({ suggestions }) => {
          found = { cue: active, list: suggestions, at: 0 }
          setAnswer({ cue: active, list: suggestions })
        },
        () => {
          if (!stop.signal.aborted) setAnswer(null)
        },
      )
    }, LOOK_MS)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [isAsked, active, article, reader])
  if (!isAsked) return null
  const list = answer?.cue === active ? answer.list : []
  return (
    <section aria-labelledby="desk-memory" className="desk-cue-memory">
      <h2 id="desk-memory">{say('subtitles.memory')}</h2>
      {list.length === 0 ? <p className="desk-muted">{say('subtitles.memory.none')}</p> : null}
      <ul className="desk-plain">
        {list.slice(0, SHOWN).map(({ text, score, of }, index) => (
          <li className="desk-match" key={index}>
            <span className="desk-match__text" lang={language}>
              {text}
            </span>
            <span className="desk-match__foot">
              <span className="desk-muted">
                {figure(score <= 1 ? score * 100 : score, reader, 0)} % · {of}
              </span>
              <Button onPress={() => void edit({ do: 'memory', id: active, text })}>{say('subtitles.memory.use')}</Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
