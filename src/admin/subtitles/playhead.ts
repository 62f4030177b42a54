/** Where the film stands, frame by frame, and which cues are on the picture. The player is lent to it. */
import type { CueList } from '#video/cue'

export type Playhead = ReturnType<typeof playheadOf>

/** Ids of the cues that are seen at a moment; `before` where they are the same. */
export const liveAt = (cues: CueList, ms: number, before: readonly string[] = []): readonly string[] => {
  const live = cues.filter(({ start, end }) => start <= ms && ms < end).map(({ id }) => id)
  return live.length === before.length && live.every((id, index) => id === before[index]) ? before : live
}

export type Player = Pick<HTMLVideoElement, 'currentTime' | 'paused' | 'muted' | 'play' | 'pause'>

export const playheadOf = (frame: (work: () => void) => () => void) => {
  const onTime = new Set<() => void>()
  const onLive = new Set<() => void>()
  let player: Player | null = null
  let cues: CueList = []
  let ms = 0
  let live: readonly string[] = []
  /** Where a cue that is being heard ends. */
  let until: number | null = null
  let stop: (() => void) | null = null

  const look = () => {
    const now = player ? Math.round(player.currentTime * 1000) : 0
    if (player && until !== null && now >= until) {
      until = null
      player.pause()
    }
    if (now !== ms) {
      ms = now
      onTime.forEach((listener) => listener())
    }
    const next = player ? liveAt(cues, ms, live) : []
    if (next !== live && (next.length > 0 || live.length > 0)) {
      live = next
      onLive.forEach((listener) => listener())
    }
  }
  const run = () => {
    look()
    stop = player && !player.paused ? frame(run) : null
  }
  const wake = () => {
    // Whoever stops the film by hand goes on as far as they like.
    if (player?.paused) until = null
    stop?.()
    run()
    onTime.forEach((listener) => listener())
  }
  const play = () => void player?.play().catch(() => {})

  return {
    attach: (given: Player | null): void => {
      player = given
      wake()
    },
    /** The player began, stopped or jumped. */
    wake,
    follow: (next: CueList): void => {
      cues = next
      look()
    },
    ms: (): number => ms,
    /** Null: no player, so no moment. */
    at: (): number | null => (player ? Math.round(player.currentTime * 1000) : null),
    isPlaying: (): boolean => player !== null && !player.paused,
    live: (): readonly string[] => live,
    subscribeTime: (listener: () => void) => {
      onTime.add(listener)
      return () => void onTime.delete(listener)
    },
    subscribeLive: (listener: () => void) => {
      onLive.add(listener)
      return () => void onLive.delete(listener)
    },
    toggle: (): void => {
      until = null
      if (player?.paused) play()
      else player?.pause()
    },
    /** Without sound, or with it again; true: without. */
    mute: (): boolean => {
      if (player) player.muted = !player.muted
      return player?.muted ?? false
    },
    seek: (to: number): void => {
      until = null
      if (player) player.currentTime = Math.max(0, to) / 1000
      look()
    },
    /** From here to there, then still. */
    hear: (from: number, to: number): void => {
      if (!player) return
      player.currentTime = from / 1000
      until = to
      play()
    },
  }
}
