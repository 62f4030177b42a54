'use client'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { clock } from '#programme/timing'
import { useLoadedProgramme, useProgramme } from './context'
import { beginnings, blocksOf, faster, jumped, msAt, rollAt, type Stretch } from './scene'

/** Where the eye rests, as a part of the window's height from above. */
const EYE = 0.35
const CLOCK_MS = 200
const SIZES = [36, 48, 60, 72, 88, 104] as const

/** The window full of words that roll at the speed of reading: for the presenter, with keys alone. */
export const Prompter = ({ onLeave }: { onLeave: () => void }) => {
  const { say } = useProgramme()
  const { draft } = useLoadedProgramme()
  const dialog = useRef<HTMLDialogElement>(null)
  const roll = useRef<HTMLDivElement>(null)
  const at = useRef(0)
  const [shownMs, setShownMs] = useState(0)
  const [running, setRunning] = useState(false)
  const [speed, setSpeed] = useState(1)
  const [mirrored, setMirrored] = useState(false)
  const [size, setSize] = useState(3)
  const blocks = useMemo(() => blocksOf(draft), [draft])
  const starts = useMemo(() => beginnings(blocks), [blocks])
  const total = blocks.reduce((sum, { ms }) => sum + ms, 0)
  const titles = useMemo(() => new Map(draft.steps.map(({ id, title }) => [id, title])), [draft])

  /** From the eye's place: a block that begins there has its beginning read. */
  const stretches = useCallback((): readonly Stretch[] => {
    const eye = EYE * (roll.current?.parentElement?.clientHeight ?? 0)
    return [...(roll.current?.querySelectorAll<HTMLElement>('[data-ms]') ?? [])].map((block) => ({
      top: block.offsetTop - eye,
      height: block.offsetHeight,
      ms: Number(block.dataset.ms),
    }))
  }, [])
  const goTo = useCallback(
    (ms: number) => {
      at.current = Math.min(Math.max(0, ms), total)
      // The words move with every frame, the clock needs a few pictures a second.
      setShownMs((before) => (Math.abs(at.current - before) >= CLOCK_MS || at.current === total ? at.current : before))
      const window = roll.current?.parentElement
      if (window) window.scrollTop = rollAt(stretches(), at.current)
    },
    [stretches, total],
  )

  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    element?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  // Other letters, another roll: the place in time stays.
  useEffect(() => goTo(at.current), [goTo, size])

  useEffect(() => {
    if (!running) return
    let frame = 0
    let last = performance.now()
    const move = (now: number) => {
      goTo(at.current + (now - last) * speed)
      last = now
      if (at.current >= total) return setRunning(false)
      frame = requestAnimationFrame(move)
    }
    frame = requestAnimationFrame(move)
    return () => cancelAnimationFrame(frame)
  }, [running, speed, goTo, total])

  // The screen of a laptop beside the camera must not go dark.
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let isGone = false
    const hold = async () => {
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return
      lock = await navigator.wakeLock.request('screen').catch(() => null)
      if (isGone) await lock?.release()
    }
    void hold()
    const again = () => void hold()
    document.addEventListener('visibilitychange', again)
    return () => {
      isGone = true
      document.removeEventListener('visibilitychange', again)
      void lock?.release()
    }
  }, [])

  const KEYS: Readonly<Record<string, () => void>> = {
    ' ': () => setRunning((before) => !before && at.current < total),
    ArrowUp: () => setSpeed((before) => faster(before, 1)),
    ArrowDown: () => setSpeed((before) => faster(before, -1)),
    ArrowRight: () => goTo(jumped(starts, at.current, 1)),
    PageDown: () => goTo(jumped(starts, at.current, 1)),
    ArrowLeft: () => goTo(jumped(starts, at.current, -1)),
    PageUp: () => goTo(jumped(starts, at.current, -1)),
    Home: () => goTo(0),
    End: () => goTo(total),
    m: () => setMirrored((before) => !before),
    '+': () => setSize((before) => Math.min(SIZES.length - 1, before + 1)),
    '=': () => setSize((before) => Math.min(SIZES.length - 1, before + 1)),
    '-': () => setSize((before) => Math.max(0, before - 1)),
    f: () =>
      void (document.fullscreenElement ? document.exitFullscreen() : dialog.current?.requestFullscreen().catch(() => null)),
  }
  const keys = (event: KeyboardEvent) => {
    // The panel's own shortcuts do not reach through.
    event.stopPropagation()
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const current = starts.findLast(({ ms }) => ms <= shownMs + 1)
  return (
    <dialog
      aria-label={say('programme.view.prompter')}
      className="desk-prompter"
      onCancel={(event) => {
        event.preventDefault()
        onLeave()
      }}
      onKeyDown={keys}
      ref={dialog}
      tabIndex={-1}
    >
      <div className="desk-prompter__bar">
        <span className="desk-prompter__clock">
          <span className="desk-unseen">{say('programme.prompter.elapsed')} </span>
          {clock(shownMs)}
        </span>
        <span className="desk-prompter__step" lang={draft.language}>
          {current ? `${starts.indexOf(current) + 1}/${starts.length} · ${titles.get(current.step) ?? ''}` : ''}
        </span>
        <span className="desk-prompter__clock">
          <span className="desk-unseen">{say('programme.prompter.remaining')} </span>
          {clock(-(total - shownMs) / speed)}
        </span>
      </div>
      <div
        aria-label={say('programme.field.script')}
        className={`desk-prompter__window${mirrored ? ' desk-prompter__window--mirrored' : ''}`}
        onWheel={() => {
          // Moved by hand: the clock follows the words.
          requestAnimationFrame(() => {
            const window = roll.current?.parentElement
            if (!window || running) return
            at.current = msAt(stretches(), window.scrollTop)
            setShownMs(at.current)
          })
        }}
        role="region"
        // Moved by the keys of the dialog, or by a wheel.
        tabIndex={0}
      >
        <div
          className="desk-prompter__roll"
          lang={draft.language}
          ref={roll}
          style={{ fontSize: `${SIZES[size] ?? 72}px`, paddingBlock: `${EYE * 100}vh ${(1 - EYE) * 100}vh` }}
        >
          {blocks.map(({ step, kind, text, ms }, index) => (
            <div className={`desk-prompter__block desk-prompter__block--${kind}`} key={`${step} ${kind}`}>
              {blocks[index - 1]?.step === step ? null : <p className="desk-prompter__title">{titles.get(step)}</p>}
              <div data-ms={ms}>
                {kind === 'clip' ? (
                  <p className="desk-prompter__clip">▶ {clock(ms)}</p>
                ) : (
                  text.split(/\n+/).map((line, at) => <p key={at}>{line}</p>)
                )}
              </div>
            </div>
          ))}
        </div>
      </div>
      <span aria-hidden="true" className="desk-prompter__eye" style={{ insetBlockStart: `${EYE * 100}vh` }} />
      {running ? null : (
        <div className="desk-prompter__help">
          <button className="desk-prompter__leave" onClick={onLeave} type="button">
            {say('programme.prompter.leave')}
          </button>
          <p>
            {say('programme.prompter.keys')} · {say('programme.prompter.speed', { percent: Math.round(speed * 100) })}
          </p>
        </div>
      )}
      <p className="desk-unseen" role="status">
        {say(running ? 'programme.prompter.running' : 'programme.prompter.paused')}
      </p>
    </dialog>
  )
}
