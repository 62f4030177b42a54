/** Pencil and paper of the sample pictures: shapes as SVG text, chance from a seed, so that a picture is the same every time. */

export const WIDTH = 1600
export const HEIGHT = 1067

export type Chance = () => number
type Stop = readonly [offset: number, colour: string, opacity?: number]
type Point = readonly [x: number, y: number]
/** SVG text, or any nesting of it. */
export type Shapes = string | readonly Shapes[]

/** Mulberry32 over an FNV-1a hash of the words: small, fast, good enough for grass and mist. */
export const chance = (words: string): Chance => {
  let seed = 0x811c9dc5
  for (const character of words) seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return () => {
    seed = (seed + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const n = (value: number): string => String(Math.round(value * 10) / 10)
export const drawn = (shapes: Shapes): string => (typeof shapes === 'string' ? shapes : shapes.map(drawn).join(''))
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

export const attributes = (given: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? n(value) : value}"`)
    .join('')

type Paint = Readonly<Record<string, string | number | undefined>>

/** `fill-opacity` and its kin want more digits than a coordinate. */
const fine = (paint: Paint): Paint =>
  Object.fromEntries(
    Object.entries(paint).map(([name, value]) => [
      name,
      typeof value === 'number' && name.includes('opacity') ? value.toFixed(3) : value,
    ]),
  )
const element = (name: string, place: Paint, paint: Paint) => `<${name}${attributes(place)}${attributes(fine(paint))}/>`

export const rect = (x: number, y: number, width: number, height: number, paint: Paint) =>
  element('rect', { x, y, width, height }, paint)
export const circle = (cx: number, cy: number, r: number, paint: Paint) => element('circle', { cx, cy, r }, paint)
export const ellipse = (cx: number, cy: number, rx: number, ry: number, paint: Paint) =>
  element('ellipse', { cx, cy, rx, ry }, paint)
export const path = (d: string, paint: Paint) => element('path', { d }, paint)
export const polygon = (points: readonly Point[], paint: Paint) =>
  path(`M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`, paint)
export const line = (points: readonly Point[], paint: Paint) =>
  path(`M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}`, { fill: 'none', ...paint })
export const group = (paint: Paint, ...shapes: readonly Shapes[]) => `<g${attributes(fine(paint))}>${drawn(shapes)}</g>`
export const moved = (x: number, y: number, turn: number, scale: number, ...shapes: readonly Shapes[]) =>
  `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${scale.toFixed(3)})">${drawn(shapes)}</g>`

/** A curve through all points (Catmull-Rom as Béziers), for hills, rows and stems. */
export const curve = (points: readonly Point[]): string => {
  const at = (index: number): Point => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0]
  const [x0, y0] = at(0)
  return points.slice(1).reduce(
    (d, _, index) => {
      const [a, b, c, e] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
      return `${d}C${n(b[0] + (c[0] - a[0]) / 6)} ${n(b[1] + (c[1] - a[1]) / 6)} ${n(c[0] - (e[0] - b[0]) / 6)} ${n(c[1] - (e[1] - b[1]) / 6)} ${n(c[0])} ${n(c[1])}`
    },
    `M${n(x0)} ${n(y0)}`,
  )
}

/** A skyline from left to right: sums of waves, `rough` adds small ones. */
export const skyline = (
  random: Chance,
  { y, height, wave, rough = 0.2, step = 16 }: { y: number; height: number; wave: number; rough?: number; step?: number },
): readonly Point[] => {
  const phases = times(5, () => random() * Math.PI * 2)
  const count = Math.ceil((WIDTH + 80) / step)
  return times(count + 1, (index) => {
    const x = -40 + index * step
    const swing = phases.reduce(
      (sum, phase, order) =>
        sum +
        Math.sin((x / wave) * Math.PI * 2 * (1 + order * 0.83) + phase) *
          (order === 0 ? 1 : order < 3 ? 0.42 / order : (rough * 0.5) / order),
      0,
    )
    return [x, y - (height * swing) / 2 + (random() - 0.5) * rough * 6] as const
  })
}
export const heightAt = (points: readonly Point[], x: number): number => {
  const next = Math.max(
    1,
    points.findIndex(([px]) => px >= x),
  )
  const [[x0, y0], [x1, y1]] = [points[next - 1] ?? [0, 0], points[next] ?? points[points.length - 1] ?? [1, 0]]
  return y0 + ((y1 - y0) * (x - x0)) / Math.max(1, x1 - x0)
}
export const ground = (points: readonly Point[], bottom: number = HEIGHT + 10): string =>
  `${curve(points)}L${n(WIDTH + 60)} ${n(bottom)}L-60 ${n(bottom)}Z`

/** One picture under the pencil: its own chance and its own names for gradients and filters. */
export const sketch = (key: string) => {
  const random = chance(key)
  const defs: string[] = []
  const named = (make: (id: string) => string) => {
    const id = `d${defs.length}`
    defs.push(make(id))
    return `url(#${id})`
  }
  const stops = (list: readonly Stop[]) =>
    list
      .map(
        ([offset, colour, opacity]) =>
          `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`,
      )
      .join('')
  const between = (low: number, high: number) => low + (high - low) * random()

  return {
    random,
    between,
    pick: <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T,
    /** A gradient from top to bottom, or along `[x1, y1, x2, y2]` of the shape's box. */
    linear: (list: readonly Stop[], [x1, y1, x2, y2]: readonly [number, number, number, number] = [0, 0, 0, 1]) =>
      named((id) => `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops(list)}</linearGradient>`),
    radial: (list: readonly Stop[], [cx, cy, r]: readonly [number, number, number] = [0.5, 0.5, 0.5]) =>
      named((id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stops(list)}</radialGradient>`),
    blurred: (deviation: number, ...shapes: readonly Shapes[]) => {
      const filter = named(
        (id) =>
          `<filter id="${id}" x="-20%" y="-20%" width="140%" height="140%" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${deviation}"/></filter>`,
      )
      return group({ filter }, ...shapes)
    },
    clipped: (shape: string, ...shapes: readonly Shapes[]) =>
      group({ 'clip-path': named((id) => `<clipPath id="${id}">${shape}</clipPath>`) }, ...shapes),
    /** A picture is painted twice with this: `use` repeats it, turned over for a mirror in water. */
    symbol: (...shapes: readonly Shapes[]) => {
      const id = `s${defs.length}`
      defs.push(`<g id="${id}">${drawn(shapes)}</g>`)
      return (transform: string, paint: Paint = {}) => `<use href="#${id}" transform="${transform}"${attributes(fine(paint))}/>`
    },
    svg: (...shapes: readonly Shapes[]) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs>${defs.join('')}</defs>${drawn(shapes)}</svg>`,
  }
}
export type Sketch = ReturnType<typeof sketch>

/** A whole-page wash. */
export const wash = (fill: string, paint: Paint = {}) => rect(0, 0, WIDTH, HEIGHT, { fill, ...paint })

/** Light that fades to nothing: sun, lamp, haze. */
export const glow = (at: Sketch, x: number, y: number, radius: number, colour: string, strength: number) =>
  circle(x, y, radius, {
    fill: at.radial([
      [0, colour, strength],
      [0.35, colour, strength * 0.45],
      [1, colour, 0],
    ]),
  })

/** A bank of mist lying at one height. */
export const mist = (at: Sketch, y: number, thickness: number, colour: string, strength: number) =>
  at.blurred(
    thickness / 3,
    times(9, () =>
      ellipse(
        at.between(-100, WIDTH + 100),
        y + at.between(-thickness, thickness) * 0.5,
        at.between(200, 460),
        at.between(0.25, 0.6) * thickness,
        { fill: colour, 'fill-opacity': strength * at.between(0.5, 1) },
      ),
    ),
  )

/** The three-needled pine of the plateau as a silhouette: foot at x, y. */
export const pine = (random: Chance, x: number, y: number, height: number, fill: string) => {
  const tiers = Math.max(5, Math.round(height / 14))
  const side = (sign: number): readonly Point[] =>
    times(tiers * 2, (index) => {
      const up = index / (tiers * 2)
      const reach = height * 0.19 * (1 - up) ** 0.85 * (index % 2 === 0 ? 1 : 0.5) * (0.72 + random() * 0.5)
      return [
        x + sign * (reach + height * 0.006),
        y - height * (0.2 + up * 0.8) + (index % 2 === 0 ? height * 0.022 : 0),
      ] as const
    })
  return (
    polygon([...side(-1), [x, y - height], ...[...side(1)].reverse()], { fill }) +
    rect(x - height * 0.012, y - height * 0.3, height * 0.024, height * 0.31, { fill })
  )
}

/** A pine seen near: bare trunk, flat tufts, sky between them. */
export const tallPine = (
  at: Sketch,
  x: number,
  y: number,
  height: number,
  colours: { readonly trunk: string; readonly dark: string; readonly light: string },
) => {
  const lean = at.between(-0.05, 0.05) * height
  const trunk = path(
    `M${n(x - height * 0.018)} ${n(y)}Q${n(x + lean * 0.2)} ${n(y - height * 0.5)} ${n(x + lean - 2)} ${n(y - height)}L${n(x + lean + 2)} ${n(y - height)}Q${n(x + lean * 0.2 + height * 0.02)} ${n(y - height * 0.5)} ${n(x + height * 0.02)} ${n(y)}Z`,
    { fill: colours.trunk },
  )
  const tufts = times(15, (index) => {
    const up = 0.42 + (index / 15) * 0.58
    const sign = index % 2 === 0 ? -1 : 1
    const reach = height * 0.24 * (1.08 - up) * at.between(0.6, 1.25) + height * 0.035
    const cx = x + lean * up + sign * reach * 0.55
    const cy = y - height * up + at.between(-6, 6)
    const needles = (colour: string, lift: number, shrink: number) => {
      const spikes = times(26, (spike) => {
        const angle = Math.PI * (1.02 + (spike / 25) * 0.96)
        const length = reach * shrink * (spike % 2 === 0 ? 1 : 0.72) * at.between(0.85, 1.1)
        return [cx + Math.cos(angle) * length, cy - lift + Math.sin(angle) * length * 0.52] as const
      })
      return polygon(
        [[cx - reach * shrink, cy - lift], ...spikes, [cx + reach * shrink, cy - lift], [cx, cy - lift + reach * 0.16]],
        { fill: colour },
      )
    }
    return (
      line(
        [
          [x + lean * up * 0.9, y - height * (up - 0.05)],
          [cx, cy],
        ],
        { stroke: colours.trunk, 'stroke-width': height * 0.007 },
      ) +
      needles(colours.dark, 0, 1) +
      needles(colours.light, height * 0.012, 0.72)
    )
  })
  return trunk + tufts.join('')
}

/** A leaf along the x axis from the origin, with a lit half and veins. */
export const leaf = (
  length: number,
  width: number,
  colours: { readonly dark: string; readonly light: string; readonly vein: string },
) => {
  const half = (sign: number) =>
    `M0 0C${n(length * 0.25)} ${n(sign * width * 0.75)} ${n(length * 0.7)} ${n(sign * width * 0.62)} ${n(length)} 0Z`
  return [
    path(half(-1), { fill: colours.light }),
    path(half(1), { fill: colours.dark }),
    times(6, (index) => {
      const x = length * (0.14 + index * 0.13)
      const reach = width * 0.42 * Math.sin(Math.PI * (0.2 + index * 0.13))
      return line(
        [
          [x + length * 0.1, -reach],
          [x, 0],
          [x + length * 0.1, reach],
        ],
        { stroke: colours.vein, 'stroke-width': 1.6, 'stroke-opacity': 0.55 },
      )
    }),
    line(
      [
        [0, 0],
        [length * 0.97, 0],
      ],
      { stroke: colours.vein, 'stroke-width': 2.6, 'stroke-opacity': 0.8 },
    ),
  ]
}

/** Soft discs of light out of focus. */
export const bokeh = (
  at: Sketch,
  count: number,
  colours: readonly string[],
  { top = 0, bottom = HEIGHT, small = 20, large = 80, strength = 0.3 } = {},
) =>
  at.blurred(
    3,
    times(count, () =>
      circle(at.between(0, WIDTH), at.between(top, bottom), at.between(small, large), {
        fill: at.pick(colours),
        'fill-opacity': strength * at.between(0.35, 1),
      }),
    ),
  )
