/** Scenery shared by the sample films: skies, ridges, mist, flames, water, people in outline. */
import {
  circle,
  curve,
  ellipse,
  glow,
  group,
  line,
  moved,
  n,
  path,
  pine,
  polygon,
  rect,
  sketch,
  times,
  type Chance,
  type Shapes,
  type Sketch,
} from '../drawings/sketch'
import { SCENE, around, swing, type Area, type Plate } from './stage'

export type Point = readonly [x: number, y: number]
type Gradient = Parameters<Sketch['linear']>[0]

export const plate = (key: string, area: Area, draw: (at: Sketch, area: Area) => Shapes): Plate => {
  const at = sketch(key)
  return { svg: at.svg(draw(at, area)), area }
}

/** Drawn out sideways, as what passes quickly is seen; it also spares the encoder what the eye would miss. */
export const smeared = (across: number, ...shapes: readonly Shapes[]): string =>
  `<filter id="smear" x="-5%" y="-5%" width="110%" height="110%" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${across} 0.4"/></filter>${group({ filter: 'url(#smear)' }, ...shapes)}`

/** A living cel: the sketch starts from the same seed in every frame, so that only what is told to move moves. */
export const living =
  (key: string, draw: (at: Sketch, seconds: number) => Shapes) =>
  (seconds: number): string => {
    const at = sketch(key)
    return at.svg(draw(at, seconds))
  }

export const filled = (at: Sketch, { x, y, width, height }: Area, colours: Gradient): string =>
  rect(x, y, width, height, { fill: at.linear(colours) })

export const skyPlate = (key: string, colours: Gradient, clouds: readonly string[], strength = 0.5): Plate =>
  plate(key, around(160), (at, area) => [
    filled(at, area, colours),
    at.blurred(
      9,
      times(clouds.length === 0 ? 0 : 13, (index) =>
        ellipse(at.between(-100, 1700), 70 + index * 24, at.between(140, 380), at.between(6, 17), {
          fill: at.pick(clouds),
          'fill-opacity': strength * at.between(0.5, 1),
        }),
      ),
    ),
  ])

/** A skyline over any width: a few waves and some roughness. */
export const ridge = (
  random: Chance,
  { x, width }: Pick<Area, 'x' | 'width'>,
  { y, height, wave, rough = 0.3 }: { y: number; height: number; wave: number; rough?: number },
): readonly Point[] => {
  const phases = times(4, () => random() * Math.PI * 2)
  const step = 18
  return times(Math.ceil(width / step) + 2, (index) => {
    const across = x + index * step
    const rise = phases.reduce(
      (sum, phase, order) =>
        sum + Math.sin((across / wave) * Math.PI * 2 * (1 + order * 0.87) + phase) * (order === 0 ? 1 : 0.45 / order),
      0,
    )
    return [across, y - (height * rise) / 2 + (random() - 0.5) * rough * 7] as const
  })
}
export const under = (points: readonly Point[], bottom: number): string => {
  const [first, last] = [points[0]!, points[points.length - 1]!]
  return `${curve(points)}L${n(last[0])} ${n(bottom)}L${n(first[0])} ${n(bottom)}Z`
}
export const heightOn = (points: readonly Point[], x: number): number => {
  const next = Math.max(
    1,
    points.findIndex(([at]) => at >= x),
  )
  const [a, b] = [points[next - 1]!, points[next] ?? points[points.length - 1]!]
  return a[1] + ((b[1] - a[1]) * (x - a[0])) / Math.max(1, b[0] - a[0])
}

/** A range of hills with pines on it, fading downwards into the mist before the next one. */
export const hillPlate = (
  key: string,
  area: Area,
  shape: { y: number; height: number; wave: number; rough?: number },
  colours: { readonly top: string; readonly bottom: string; readonly pines?: string },
  pines: { readonly count: number; readonly small: number; readonly large: number } = { count: 0, small: 0, large: 0 },
): Plate =>
  plate(key, area, (at) => {
    const top = ridge(at.random, area, shape)
    return [
      times(pines.count, () => {
        const x = at.between(area.x, area.x + area.width)
        return pine(
          at.random,
          x,
          heightOn(top, x) + at.between(4, 22),
          at.between(pines.small, pines.large),
          colours.pines ?? colours.top,
        )
      }),
      path(under(top, area.y + area.height), {
        fill: at.linear([
          [0, colours.top],
          [0.5, colours.bottom],
          [1, colours.bottom],
        ]),
      }),
    ]
  })

export const mistPlate = (
  key: string,
  {
    y,
    thickness,
    colour,
    strength,
    count = 16,
  }: { y: number; thickness: number; colour: string; strength: number; count?: number },
): Plate =>
  plate(key, around(900, 900, 0), (at) =>
    at.blurred(
      thickness / 3.2,
      times(count, (index) =>
        ellipse(
          -800 + (index * 3200) / count + at.between(-90, 90),
          y + at.between(-0.5, 0.5) * thickness,
          at.between(180, 430),
          at.between(0.25, 0.6) * thickness,
          { fill: colour, 'fill-opacity': strength * at.between(0.5, 1) },
        ),
      ),
    ),
  )

export const lightPlate = (x: number, y: number, radius: number, colour: string, strength: number): Plate =>
  plate(`light ${colour}`, { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 }, (at) =>
    glow(at, x, y, radius, colour, strength),
  )

/** A round crown of leaves: dark below, lit above; `berries` sit at its edge. */
export const bush = (
  at: Sketch,
  x: number,
  y: number,
  size: number,
  [dark, middle, light]: readonly [string, string, string],
  berries?: string,
): Shapes => {
  const leafOf = (colour: string, spread: number, lift: number) => {
    const angle = at.random() * Math.PI * 2
    const far = Math.sqrt(at.random()) * spread
    const [cx, cy] = [x + Math.cos(angle) * far * size, y - lift * size + Math.sin(angle) * far * size * 0.72]
    return ellipse(cx, cy, size * at.between(0.1, 0.17), size * at.between(0.05, 0.075), {
      fill: colour,
      transform: `rotate(${n(at.between(-60, 60))} ${n(cx)} ${n(cy)})`,
    })
  }
  return [
    ellipse(x, y, size * 0.95, size * 0.68, { fill: dark }),
    times(46, () => leafOf(dark, 1.05, 0)),
    times(44, () => leafOf(middle, 0.92, 0.12)),
    times(26, () => leafOf(light, 0.72, 0.32)),
    berries === undefined
      ? ''
      : times(15, () => {
          const angle = at.random() * Math.PI * 2
          const far = at.between(0.3, 0.9) * size
          return circle(x + Math.cos(angle) * far, y + Math.sin(angle) * far * 0.66, size * at.between(0.035, 0.055), {
            fill: berries,
          })
        }),
  ]
}

/** Flames on logs, foot at the origin, about 300 high: tongues that lick upwards on their own beats. */
export const flames = (at: Sketch, seconds: number): Shapes => {
  const tongue = (x: number, width: number, height: number, phase: number, colour: string) => {
    const lick = 0.82 + 0.18 * swing(seconds, 0.62, phase) + 0.08 * swing(seconds, 0.27, phase * 3)
    const lean = 16 * swing(seconds, 0.9, phase * 2) + 9 * swing(seconds, 0.41, phase)
    const top = -height * lick
    return path(
      `M${n(x - width)} 0C${n(x - width * 1.25)} ${n(top * 0.32)} ${n(x - width * 0.25 + lean * 0.4)} ${n(top * 0.55)} ${n(x + lean)} ${n(top)}C${n(x + width * 0.3 + lean * 0.5)} ${n(top * 0.6)} ${n(x + width * 1.3)} ${n(top * 0.34)} ${n(x + width)} 0Z`,
      { fill: colour },
    )
  }
  const layer = (colour: string, scale: number, phase: number) =>
    times(5, (index) => {
      const offset = (index - 2) * 34 * scale
      return tongue(offset, 34 * scale, (250 - Math.abs(index - 2) * 62) * scale, phase + index * 0.37, colour)
    })
  return [
    times(4, (index) =>
      moved(-4 + index * 4, 8, [-18, 14, -160, 172][index]!, 1, [
        rect(-14, -11, 118, 20, { fill: index % 2 ? '#2b130a' : '#3a1b0e', rx: 9 }),
      ]),
    ),
    at.blurred(5, layer('#e8541c', 1, 0)),
    at.blurred(3, layer('#ff9a2e', 0.74, 0.21)),
    at.blurred(2, layer('#ffe08a', 0.44, 0.55)),
  ]
}

/** Sparks that rise from a fire at the origin and go out. */
export const sparks = (at: Sketch, seconds: number, count: number, height: number): Shapes =>
  times(count, () => {
    const life = at.between(2.2, 4.4)
    const age = (((seconds + at.between(0, life)) % life) + life) % life
    const share = age / life
    const x = at.between(-46, 46) + 70 * at.between(-1, 1) * share + 16 * swing(age, at.between(1, 2), at.random())
    return circle(x, -60 - height * share ** 0.85, at.between(1.6, 3.6), {
      fill: share < 0.4 ? '#ffe3a0' : '#ff9a45',
      'fill-opacity': Math.min(1, share * 8) * (1 - share) ** 0.8,
    })
  })

/** Streaks of light on water below a shore: nearer ones are longer and slower. */
export const ripples = (
  at: Sketch,
  seconds: number,
  { top, bottom, count, colours }: { top: number; bottom: number; count: number; colours: readonly string[] },
): Shapes =>
  times(count, () => {
    const near = at.random() ** 1.4
    const y = top + (bottom - top) * near
    const x = at.between(-100, SCENE.width + 100) + 26 * swing(seconds, at.between(5, 9), at.random())
    const shine = 0.5 + 0.5 * swing(seconds, at.between(1.8, 3.8), at.random())
    return rect(x, y, (26 + near * 120) * (0.6 + 0.4 * shine), 1.6 + near * 3.2, {
      fill: at.pick(colours),
      'fill-opacity': 0.08 + 0.42 * shine,
      rx: 2,
    })
  })

export const stars = (at: Sketch, seconds: number, count: number, bottom: number): Shapes =>
  times(count, () => {
    const [x, y] = [at.between(-60, SCENE.width + 60), at.between(-40, bottom)]
    const twinkle = 0.6 + 0.4 * swing(seconds, at.between(1.6, 4), at.random())
    return circle(x, y, at.between(0.9, 2.5), { fill: '#fff6dc', 'fill-opacity': twinkle * (1 - (y / bottom) ** 2 * 0.7) })
  })

/** Birds far away: two strokes that beat. */
export const birds = (at: Sketch, seconds: number, colour: string): Shapes =>
  times(7, (index) => {
    const [x, y] = [index * 44 + at.between(-16, 16), Math.abs(index - 3) * 17 + at.between(-8, 8)]
    const beat = 9 * swing(seconds, 0.55, at.random())
    return path(
      `M${n(x - 15)} ${n(y - beat)}Q${n(x - 6)} ${n(y - 5)} ${n(x)} ${n(y)}Q${n(x + 6)} ${n(y - 5)} ${n(x + 15)} ${n(y - beat)}`,
      {
        fill: 'none',
        stroke: colour,
        'stroke-width': 3,
        'stroke-linecap': 'round',
      },
    )
  })

/** An arm of two bones from shoulder over elbow to hand. */
export const limb = (points: readonly Point[], width: number, colour: string): string =>
  line(points, { stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })

/** Steam or smoke: puffs that grow and thin out along their way. */
export const puffs = (
  at: Sketch,
  seconds: number,
  {
    count,
    life,
    way,
    from,
    to,
    colour,
    strength,
  }: {
    count: number
    life: number
    way: (share: number) => Point
    from: number
    to: number
    colour: string
    strength: number
  },
): Shapes =>
  at.blurred(
    11,
    times(count, (index) => {
      const share = (((seconds / life + index / count) % 1) + 1) % 1
      const [x, y] = way(share)
      const wobble = Math.floor(seconds / life + index / count) * 2.4 + index * 1.7
      return circle(x + 14 * Math.sin(wobble) * share, y + 12 * Math.cos(wobble * 1.3) * share, from + (to - from) * share, {
        fill: colour,
        'fill-opacity': strength * Math.min(1, share * 7) * (1 - share),
      })
    }),
  )

export { circle, ellipse, glow, group, line, moved, n, path, pine, polygon, rect, times }
export type { Shapes, Sketch }
