/**
 * The stage of the sample films: flat pictures ("cels") at several depths before a moving camera. A scene is 1600 × 900
 * units; nothing here knows pixels, so that a film can be rendered small and its poster large.
 */

export const SCENE = { width: 1600, height: 900 } as const
export const FRAMES_PER_SECOND = 25
/** One shot melts into the next over this long. */
export const MELT_SECONDS = 0.8

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Camera = { readonly x: number; readonly y: number; readonly zoom: number }

/** A picture drawn once; it may be larger than the scene, so that the camera has somewhere to go. */
export type Plate = { readonly svg: string; readonly area: Area }

/** Depth 0 never moves (sky), 1 moves with the camera, more is nearer than the scene. */
type Placed = {
  readonly depth: number
  readonly drift?: (seconds: number) => readonly [x: number, y: number]
  readonly opacity?: (seconds: number) => number
}
export type Cel = Placed & ({ readonly plate: Plate } | { readonly live: (seconds: number) => string })

export type Shot = {
  readonly seconds: number
  /** Progress runs from 0 to 1 over the shot; a little beyond while it melts away. */
  readonly camera: (progress: number) => Camera
  readonly cels: readonly Cel[]
}
export type Footage = { readonly shots: readonly Shot[] }

export const lengthOf = ({ shots }: Footage): number => shots.reduce((sum, { seconds }) => sum + seconds, 0)

/** What is on screen at one moment: one shot, or two while the older (first) melts into the newer. */
export type Showing = { readonly shot: Shot; readonly seconds: number; readonly strength: number }
export const showing = (footage: Footage, seconds: number): readonly Showing[] => {
  let start = 0
  let before: Showing | null = null
  for (const shot of footage.shots) {
    const within = seconds - start
    if (within < shot.seconds || shot === footage.shots[footage.shots.length - 1]) {
      const strength = before === null ? 1 : smooth(within / MELT_SECONDS)
      return before === null || strength === 1
        ? [{ shot, seconds: within, strength: 1 }]
        : [before, { shot, seconds: within, strength }]
    }
    before = { shot, seconds: within, strength: 1 }
    start += shot.seconds
  }
  return []
}

/** From black in one second, to black in one and a half. */
export const fade = (footage: Footage, seconds: number): number =>
  Math.min(smooth(seconds / 1), smooth((lengthOf(footage) - seconds) / 1.5))

/** The part of the scene that the camera sees at a depth. */
export const seen = ({ x, y, zoom }: Camera, depth: number): Area => {
  const nearness = 1 + (zoom - 1) * depth
  const [width, height] = [SCENE.width / nearness, SCENE.height / nearness]
  return {
    x: SCENE.width / 2 + x * depth - width / 2,
    y: SCENE.height / 2 + y * depth - height / 2,
    width,
    height,
  }
}

/** The scene itself with a margin on each side. */
export const around = (left: number, right: number = left, above = 60, below = above): Area => ({
  x: -left,
  y: -above,
  width: SCENE.width + left + right,
  height: SCENE.height + above + below,
})

/** Gives a sketch another window: its own opening tag names the size of the sample pictures. */
export const windowed = (svg: string, { x, y, width, height }: Area, pixels: { width: number; height: number }): string =>
  svg.replace(
    /^<svg [^>]*>/u,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels.width}" height="${pixels.height}" viewBox="${x.toFixed(3)} ${y.toFixed(3)} ${width.toFixed(3)} ${height.toFixed(3)}" preserveAspectRatio="none">`,
  )

export const clamp = (value: number, low = 0, high = 1): number => Math.max(low, Math.min(high, value))
export const mix = (from: number, to: number, share: number): number => from + (to - from) * share
/** Slow at both ends. */
export const smooth = (share: number): number => {
  const inside = clamp(share)
  return inside * inside * (3 - 2 * inside)
}
/** A swing between -1 and 1. */
export const swing = (seconds: number, period: number, phase = 0): number => Math.sin((seconds / period + phase) * Math.PI * 2)
/** 1 at each moment of a list, dying away after it; 0 before the first. */
export const struck = (moments: readonly number[], seconds: number, halving: number): number =>
  moments.reduce((most, moment) => (seconds < moment ? most : Math.max(most, 0.5 ** ((seconds - moment) / halving))), 0)
export const pan =
  (from: Camera, to: Camera) =>
  (progress: number): Camera => {
    const share = progress * (1.12 - 0.12 * progress)
    return { x: mix(from.x, to.x, share), y: mix(from.y, to.y, share), zoom: mix(from.zoom, to.zoom, share) }
  }
