/** Flowers and lettuce under glass. */
import {
  HEIGHT,
  WIDTH,
  circle,
  drawn,
  ellipse,
  glow,
  ground,
  heightAt,
  line,
  n,
  path,
  pine,
  polygon,
  rect,
  sketch,
  skyline,
  times,
  wash,
  type Shapes,
  type Sketch,
} from './sketch'
import type { Tones } from './fruit'

/** A house of glass in one-point perspective; `row` paints one bed between two depths. */
const greenhouse = (
  at: Sketch,
  beds: (spot: (across: number, depth: number) => readonly [number, number, number]) => Shapes,
  earth: string,
) => {
  const [vx, vy] = [800, 452]
  const scale = (depth: number) => 1 / (1 + depth * 7.2)
  const spot = (across: number, depth: number) =>
    [vx + across * 1500 * scale(depth), vy + 760 * scale(depth), scale(depth)] as const
  const arch = (depth: number) => {
    const s = scale(depth)
    const [w, eave, ridge, floor] = [1080 * s, vy - 170 * s, vy - 640 * s, vy + 760 * s]
    return `M${n(vx - w)} ${n(floor)}L${n(vx - w)} ${n(eave)}C${n(vx - w)} ${n(ridge)} ${n(vx - w * 0.5)} ${n(ridge - 60 * s)} ${n(vx)} ${n(ridge - 60 * s)}C${n(vx + w * 0.5)} ${n(ridge - 60 * s)} ${n(vx + w)} ${n(ridge)} ${n(vx + w)} ${n(eave)}L${n(vx + w)} ${n(floor)}`
  }
  const purlin = (across: number, up: number) =>
    line(
      [
        [vx + across * 1080, vy - up],
        [vx + across * 1080 * scale(1.6), vy - up * scale(1.6)],
      ],
      { stroke: '#ffffff', 'stroke-width': 5, 'stroke-opacity': 0.7 },
    )
  const hills = skyline(at.random, { y: 430, height: 46, wave: 560, rough: 0.4 })
  return at.svg(
    wash(
      at.linear([
        [0, '#bfdcea'],
        [0.34, '#e8f1ec'],
        [0.5, '#f7f4e3'],
        [1, '#dfe5d2'],
      ]),
    ),
    path(ground(hills), { fill: '#a9c6b2' }),
    times(30, () => {
      const x = at.between(300, 1300)
      return pine(at.random, x, heightAt(hills, x) + 8, at.between(14, 34), '#7fa893')
    }),
    rect(0, vy, WIDTH, HEIGHT - vy, {
      fill: at.linear([
        [0, '#cfd8bd'],
        [0.2, earth],
        [1, earth],
      ]),
    }),
    polygon(
      [spot(-0.06, 1.6), spot(0.06, 1.6), spot(0.1, -0.04), spot(-0.1, -0.04)].map(([x, y]) => [x, y] as const),
      { fill: '#d8d2c0' },
    ),
    ...beds(spot),
    path(`${arch(0)}L${WIDTH + 400} ${HEIGHT}L${WIDTH + 400} -400L-400 -400L-400 ${HEIGHT}Z`, {
      fill: '#ffffff',
      'fill-opacity': 0.16,
    }),
    times(9, (index) => {
      const depth = 1.6 * (1 - index / 8) ** 1.6
      const s = scale(depth)
      return [
        path(arch(depth), { fill: 'none', stroke: '#8fa3a5', 'stroke-width': 5 + 20 * s, 'stroke-opacity': 0.55 }),
        path(arch(depth), { fill: 'none', stroke: '#fdfefd', 'stroke-width': 3 + 13 * s }),
      ]
    }),
    purlin(0, 700),
    purlin(-0.5, 655),
    purlin(0.5, 655),
    purlin(-0.83, 520),
    purlin(0.83, 520),
    purlin(-1, 170),
    purlin(1, 170),
    times(6, (index) =>
      polygon(
        [
          [180 + index * 230, -20],
          [330 + index * 230, -20],
          [120 + index * 260, 1080],
          [-120 + index * 250, 1080],
        ],
        { fill: '#fffbe2', 'fill-opacity': index % 2 ? 0.07 : 0.12 },
      ),
    ),
    glow(at, 800, 430, 420, '#fffdf0', 0.85),
    glow(at, 1200, 120, 620, '#fff8da', 0.5),
  )
}

export const flowerGreenhouse = () => {
  const at = sketch('flower-greenhouse')
  const colours: readonly Tones[] = [
    ['#a12f63', '#dd5d92', '#ffc3da'],
    ['#b98312', '#f1bd32', '#fff0a8'],
    ['#6b4a9e', '#9d7fd0', '#ded0f5'],
    ['#b8432c', '#ec7a55', '#ffcdb0'],
    ['#c9bfae', '#f5efe2', '#ffffff'],
    ['#a12f63', '#e7739f', '#ffd5e4'],
  ]
  const bloom = (x: number, y: number, r: number, [dark, middle, light]: Tones) =>
    r < 7
      ? [circle(x, y, r, { fill: middle }), circle(x - r * 0.2, y - r * 0.3, r * 0.5, { fill: light })]
      : [
          times(11, (index) => {
            const angle = (index / 11) * Math.PI * 2
            return ellipse(x + Math.cos(angle) * r * 0.6, y + Math.sin(angle) * r * 0.46, r * 0.42, r * 0.24, {
              fill: index % 2 ? middle : dark,
              transform: `rotate(${n((angle * 180) / Math.PI)} ${n(x + Math.cos(angle) * r * 0.6)} ${n(y + Math.sin(angle) * r * 0.46)})`,
            })
          }),
          times(8, (index) => {
            const angle = (index / 8) * Math.PI * 2 + 0.3
            return ellipse(x + Math.cos(angle) * r * 0.34, y + Math.sin(angle) * r * 0.26, r * 0.3, r * 0.18, {
              fill: light,
              transform: `rotate(${n((angle * 180) / Math.PI)} ${n(x + Math.cos(angle) * r * 0.34)} ${n(y + Math.sin(angle) * r * 0.26)})`,
            })
          }),
          circle(x, y, r * 0.2, { fill: '#f4d35e' }),
        ]
  return greenhouse(
    at,
    (spot) => {
      const lanes = [-0.62, -0.42, -0.23, 0.23, 0.42, 0.62]
      return times(34, (index) => 1.45 * (1 - index / 33) ** 1.35).map((depth) =>
        lanes
          .map((lane, order) => {
            const tones = colours[order] ?? colours[0]!
            return times(5, () => {
              const [x, y, s] = spot(lane + at.between(-0.075, 0.075), depth + at.between(0, 0.012))
              const tall = 200 * s * at.between(0.75, 1.1)
              return [
                ellipse(x, y - tall * 0.4, 46 * s, tall * 0.52, { fill: at.pick(['#2f6a37', '#3d7d40', '#29592f', '#4a8d47']) }),
                line(
                  [
                    [x, y],
                    [x, y - tall],
                  ],
                  { stroke: '#3f7a3a', 'stroke-width': 7 * s },
                ),
                bloom(x, y - tall, 52 * s * at.between(0.8, 1.15), tones),
              ]
                .map(drawn)
                .join('')
            })
          })
          .map(drawn)
          .join(''),
      )
    },
    '#8a7557',
  )
}

export const vegetableRows = () => {
  const at = sketch('vegetable-rows')
  const lettuce = (x: number, y: number, r: number, [dark, middle, light]: Tones) =>
    r < 6
      ? [ellipse(x, y, r, r * 0.7, { fill: middle })]
      : [
          ellipse(x, y + r * 0.25, r * 1.05, r * 0.6, { fill: '#21401f', 'fill-opacity': 0.35 }),
          times(11, (index) => {
            const angle = Math.PI * (0.95 + (index / 10) * 1.1)
            const [px, py] = [x + Math.cos(angle) * r * 0.62, y + Math.sin(angle) * r * 0.5]
            return ellipse(px, py, r * 0.48, r * 0.32, {
              fill: index % 2 ? dark : middle,
              transform: `rotate(${n((angle * 180) / Math.PI)} ${n(px)} ${n(py)})`,
            })
          }),
          times(7, (index) => {
            const angle = Math.PI * (1.05 + (index / 6) * 0.9)
            const [px, py] = [x + Math.cos(angle) * r * 0.34, y + Math.sin(angle) * r * 0.34 + r * 0.06]
            return ellipse(px, py, r * 0.34, r * 0.24, {
              fill: light,
              'fill-opacity': 0.9,
              transform: `rotate(${n((angle * 180) / Math.PI)} ${n(px)} ${n(py)})`,
            })
          }),
          circle(x, y + r * 0.02, r * 0.2, { fill: light }),
        ]
  const green: Tones = ['#3f8a37', '#69b04a', '#b7dd7c']
  const red: Tones = ['#5c2339', '#8b3a55', '#c77f8e']
  return greenhouse(
    at,
    (spot) => {
      const tables = [
        [-0.66, -0.4],
        [-0.36, -0.12],
        [0.12, 0.36],
        [0.4, 0.66],
      ] as const
      const trays = tables.map(([left, right]) => {
        const [a, b, c, d] = [spot(left, 1.5), spot(right, 1.5), spot(right, -0.03), spot(left, -0.03)]
        const lift = (s: number) => 210 * s
        return [
          polygon(
            [
              [d[0], d[1] - lift(d[2]) + 34],
              [c[0], c[1] - lift(c[2]) + 34],
              [b[0], b[1] - lift(b[2]) + 4],
              [a[0], a[1] - lift(a[2]) + 4],
            ],
            { fill: '#9aa7a3' },
          ),
          polygon(
            [
              [d[0], d[1] - lift(d[2])],
              [c[0], c[1] - lift(c[2])],
              [b[0], b[1] - lift(b[2])],
              [a[0], a[1] - lift(a[2])],
            ],
            { fill: '#f2f6f3' },
          ),
        ].join('')
      })
      const plants = times(26, (index) => 1.4 * (1 - index / 25) ** 1.4).map((depth) =>
        tables
          .flatMap(([left, right], table) =>
            times(4, (column) => {
              const [x, y, s] = spot(left + ((right - left) * (column + 0.5)) / 4, depth)
              return lettuce(x, y - 222 * s, 62 * s, (table + (column > 1 ? 1 : 0)) % 2 === 0 ? green : red)
                .map(drawn)
                .join('')
            }),
          )
          .join(''),
      )
      return [trays, plants]
    },
    '#a9a793',
  )
}
