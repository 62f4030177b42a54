'use client'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Language } from '#newsroom'
import type { Cue } from '#video/cue'
import { Button } from '../dialogs/Button'
import { useLoaded, useLocked, useSnapshot, useSubtitles } from './context'
import { timeShown } from './times'
import { Words } from './Words'

/** The film with its subtitles as they will be seen, and what moves it. */
export const Picture = () => {
  const { say, obey } = useSubtitles()
  const { film } = useLoaded()
  const locked = useLocked()
  if (film.url === null) return <NoPlayer />
  return (
    <section aria-label={say('subtitles.film')} className="desk-film">
      <Player key={film.url} />
      <div className="desk-film__keys">
        <Clock />
        <PlayButton />
        <MuteButton />
        <Button onPress={() => obey('back')}>{say('subtitles.back')}</Button>
        <Button onPress={() => obey('hear')}>{say('subtitles.hear')}</Button>
        {locked ? null : (
          <>
            <Button onPress={() => obey('setIn')}>{say('subtitles.setIn')}</Button>
            <Button onPress={() => obey('setOut')}>{say('subtitles.setOut')}</Button>
          </>
        )}
      </div>
    </section>
  )
}

const Player = () => {
  const { say, playhead, store } = useSubtitles()
  const { film, language } = useLoaded()
  const [failed, setFailed] = useState(false)
  const [length, setLength] = useState((film.durationMs ?? 0) / 1000)
  const live = useSyncExternalStore(playhead.subscribeLive, playhead.live, playhead.live)
  const cues = useSnapshot((snapshot) => snapshot.cues)
  const attach = useCallback(
    (video: HTMLVideoElement | null) => {
      playhead.attach(video)
      if (video) playhead.follow(store.read().cues)
    },
    [playhead, store],
  )
  const shown = cues.filter(({ id }) => live.includes(id))
  return (
    <>
      <div
        className="desk-film__picture"
        style={film.width && film.height ? { aspectRatio: `${film.width} / ${film.height}` } : undefined}
      >
        {/* The subtitles are what is being written; they stand over the picture, not in a track. */}
        <video
          aria-label={say('subtitles.film')}
          onClick={playhead.toggle}
          onLoadedMetadata={(event) => setLength(event.currentTarget.duration)}
          onEnded={playhead.wake}
          onError={() => setFailed(true)}
          onPause={playhead.wake}
          onPlay={playhead.wake}
          onSeeked={playhead.wake}
          onSeeking={playhead.wake}
          onTimeUpdate={playhead.wake}
          playsInline
          poster={film.poster ?? undefined}
          preload="metadata"
          ref={attach}
          src={film.url ?? undefined}
        />
        <Over cues={shown} language={language} />
        {failed ? (
          <p className="desk-problem desk-film__failed" role="alert">
            {say('subtitles.film.failed')}
          </p>
        ) : null}
      </div>
      <Slider lengthMs={Number.isFinite(length) ? Math.round(length * 1000) : 0} />
    </>
  )
}

/** Through the film; written past React like the clock. */
const Slider = ({ lengthMs }: { lengthMs: number }) => {
  const { say, playhead } = useSubtitles()
  const slider = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const show = () => {
      if (!slider.current) return
      slider.current.value = String(playhead.ms())
      slider.current.setAttribute('aria-valuetext', timeShown(playhead.ms()))
    }
    show()
    return playhead.subscribeTime(show)
  }, [playhead, lengthMs])
  return (
    <input
      aria-label={say('subtitles.clock')}
      className="desk-film__slider"
      max={lengthMs}
      min={0}
      onInput={(event) => playhead.seek(Number(event.currentTarget.value))}
      ref={slider}
      step={100}
      type="range"
    />
  )
}

/** Subtitles on the picture; for voices they are in the table already. */
const Over = ({ cues, language }: { cues: readonly Cue[]; language: Language }) => (
  <div aria-hidden="true" className="desk-over">
    {(['top', 'bottom'] as const).map((position) => (
      <div className={`desk-over__${position}`} key={position}>
        {cues
          .filter((cue) => cue.position === position && cue.lines.some((line) => line.trim() !== ''))
          .map((cue) => (
            <Words className="desk-over__cue" key={cue.id} language={language} lines={cue.lines} />
          ))}
      </div>
    ))}
  </div>
)

const PlayButton = () => {
  const { say, playhead, obey } = useSubtitles()
  const playing = useSyncExternalStore(playhead.subscribeTime, playhead.isPlaying, () => false)
  return (
    <Button onPress={() => obey('play')} tone="primary">
      {say(playing ? 'subtitles.pause' : 'subtitles.play')}
    </Button>
  )
}

const MuteButton = () => {
  const { say, playhead } = useSubtitles()
  const [muted, setMuted] = useState(false)
  return <Button onPress={() => setMuted(playhead.mute())}>{say(muted ? 'subtitles.unmute' : 'subtitles.mute')}</Button>
}

/** Written past React: it moves with every frame. */
const Clock = () => {
  const { say, playhead } = useSubtitles()
  const clock = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const show = () => {
      if (clock.current) clock.current.textContent = timeShown(playhead.ms())
    }
    show()
    return playhead.subscribeTime(show)
  }, [playhead])
  return (
    <span className="desk-film__clock">
      <span className="desk-unseen">{say('subtitles.clock')} </span>
      <span ref={clock} />
    </span>
  )
}

/** A film elsewhere, or none yet: the cue in hand as it will look, the times by typing. */
const NoPlayer = () => {
  const { say } = useSubtitles()
  const { film, language } = useLoaded()
  const active = useSnapshot(({ cues, active: id }) => cues.find((cue) => cue.id === id) ?? null)
  return (
    <section aria-label={say('subtitles.film')} className="desk-film">
      <div
        className="desk-film__picture"
        style={film.poster ? { backgroundImage: `url(${JSON.stringify(film.poster)})` } : undefined}
      >
        <Over cues={active ? [active] : []} language={language} />
      </div>
      <p>{say(film.link === null ? 'subtitles.film.none' : 'subtitles.film.link')}</p>
      {film.link === null ? null : (
        <a className="desk-button" href={film.link} rel="noopener noreferrer" target="_blank">
          {say('subtitles.film.open')} <span className="desk-unseen">{say('general.newTab')}</span>
        </a>
      )}
    </section>
  )
}
