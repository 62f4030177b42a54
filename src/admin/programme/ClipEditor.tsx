'use client'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { PlanStep } from '#programme/plan'
import { clock } from '#programme/timing'
import type { StepView } from '#programme/view'
import { Button } from '../dialogs/Button'
import { labelled } from '../words'
import { useProgramme } from './context'
import { Typed } from './Head'
import { clipAt, fineClock, msOf } from './scene'

const BACK_MS = 2_000

/** The part of the film that runs: a small player, in and out by keys or as times. */
export const ClipEditor = ({
  step,
  film,
  may,
  named,
}: {
  step: PlanStep
  film: StepView['film']
  may: boolean
  named: string
}) => {
  const { language, say, store, announce } = useProgramme()
  const player = useRef<HTMLVideoElement>(null)
  const [open, setOpen] = useState(false)
  const { clip } = step
  if (film === null && clip === null) return null
  const durationMs = film?.durationMs ?? null
  const set = (end: 'from' | 'to', ms: number) => {
    const next = clipAt(clip, end, ms, durationMs)
    store.edit({ do: 'clip', step: step.id, clip: next })
    announce(say('programme.clip.set', { from: fineClock(next.from), to: fineClock(next.to) }))
  }
  const here = () => (player.current?.currentTime ?? 0) * 1000
  const seek = (ms: number) => {
    if (player.current) player.current.currentTime = Math.max(0, ms / 1000)
  }
  const toggle = () => {
    const video = player.current
    if (video) void (video.paused ? video.play() : video.pause())
  }
  const KEYS: Readonly<Record<string, () => void>> = {
    i: () => may && set('from', here()),
    o: () => may && set('to', here()),
    j: () => seek(here() - BACK_MS),
    l: () => seek(here() + BACK_MS),
    k: toggle,
    '[': () => clip && seek(clip.from),
    ']': () => clip && seek(clip.to - BACK_MS),
  }
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return
    const act = KEYS[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  }
  const summary =
    clip === null
      ? say('programme.clip.none')
      : say('programme.clip.line', { from: clock(clip.from), to: clock(clip.to), length: clock(clip.to - clip.from) })
  return (
    <details className="desk-clip" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{labelled(say('programme.field.clip'), summary, language)}</summary>
      {open ? (
        <div className="desk-clip__body" onKeyDown={keys}>
          {film?.url ? (
            // Whoever cuts hears the film; its subtitles belong to the step and are seen in the text's own editor.
            <video
              aria-label={say('programme.clip.player', { title: named })}
              controls
              onTimeUpdate={(event) => {
                // Played from its beginning, the clip stops where it ends.
                const video = event.currentTarget
                if (clip && !video.paused && video.currentTime * 1000 >= clip.to && video.currentTime * 1000 < clip.to + 400)
                  video.pause()
              }}
              poster={film.poster ?? undefined}
              preload="metadata"
              ref={player}
              src={film.url}
              tabIndex={0}
            />
          ) : film?.link ? (
            <p>
              <a href={film.link} rel="noopener noreferrer" target="_blank">
                {say('programme.clip.link')} {say('general.newTab')}
              </a>
            </p>
          ) : null}
          <div className="desk-clip__times">
            {(['from', 'to'] as const).map((end) => (
              <Typed
                after={
                  film?.url && may ? (
                    <Button label={`${say(`programme.clip.${end}.here`)}: ${named}`} onPress={() => set(end, here())}>
                      {say(`programme.clip.${end}.here`)}
                    </Button>
                  ) : null
                }
                key={end}
                label={say(`programme.clip.${end}`)}
                may={may}
                onValue={(ms) => set(end, ms)}
                read={(text) => {
                  const ms = msOf(text)
                  return ms === null || (durationMs !== null && ms > durationMs) ? null : ms
                }}
                shown={clip === null ? '' : fineClock(clip[end])}
                wrong={say('programme.clip.wrong', { length: durationMs === null ? '—' : fineClock(durationMs) })}
              />
            ))}
            {film?.url ? (
              <>
                <Button
                  onPress={() => {
                    seek(clip?.from ?? 0)
                    void player.current?.play()
                  }}
                >
                  {say('programme.clip.play')}
                </Button>
                <p className="desk-muted">{say('programme.clip.keys')}</p>
              </>
            ) : null}
            {clip !== null && may ? (
              <Button
                label={`${say('programme.clip.drop')}: ${named}`}
                onPress={() => store.edit({ do: 'clip', step: step.id, clip: null })}
                tone="quiet"
              >
                {say('programme.clip.drop')}
              </Button>
            ) : null}
          </div>
        </div>
      ) : null}
    </details>
  )
}
