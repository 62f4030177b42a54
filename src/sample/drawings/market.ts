/** A stall at the market. */
import {
  WIDTH,
  circle,
  ellipse,
  glow,
  leaf,
  line,
  moved,
  n,
  path,
  polygon,
  rect,
  sketch,
  times,
  wash,
  type Shapes,
} from './sketch'
import { berry, type Tones } from './fruit'

export const marketVegetables = () => {
  const at = sketch('market-vegetables')
  const crate = (
    x: number,
    y: number,
    width: number,
    depth: number,
    fill: (left: number, top: number, w: number, d: number) => Shapes,
  ) => [
    at.blurred(10, rect(x - 8, y + depth - 6, width + 26, 66, { fill: '#1c120b', 'fill-opacity': 0.55 })),
    polygon(
      [
        [x + 18, y],
        [x + width - 18, y],
        [x + width, y + depth],
        [x, y + depth],
      ],
      { fill: '#2b1c12' },
    ),
    fill(x + 16, y + 4, width - 32, depth),
    times(2, (slat) =>
      rect(x, y + depth - 8 + slat * 34, width, 30, {
        fill: at.linear([
          [0, '#c79a62'],
          [0.5, '#a87b48'],
          [1, '#84592f'],
        ]),
        rx: 3,
      }),
    ),
    times(2, (slat) =>
      times(5, () =>
        line(
          [
            [x + at.between(6, width * 0.6), y + depth + slat * 34 + at.between(0, 20)],
            [x + at.between(width * 0.4, width - 8), y + depth + slat * 34 + at.between(0, 20)],
          ],
          { stroke: '#6d4825', 'stroke-width': 1.4, 'stroke-opacity': 0.45 },
        ),
      ),
    ),
    rect(x + 6, y + depth - 12, 14, 72, { fill: '#8d6336' }),
    rect(x + width - 20, y + depth - 12, 14, 72, { fill: '#8d6336' }),
  ]
  const heap =
    (count: number, r: number, one: (x: number, y: number, r: number) => Shapes) =>
    (left: number, top: number, w: number, d: number) =>
      times(count, (index) => {
        const down = index / count
        return one(left + r * 0.6 + at.random() * (w - r * 1.2), top - r * 0.4 + down * (d - r * 0.3), r * at.between(0.85, 1.1))
      })
  const red: Tones = ['#8d1616', '#d8322a', '#ff8266']
  const orange: Tones = ['#b14d0d', '#ef8223', '#ffc173']
  const tomatoes = heap(46, 30, (x, y, r) => [
    berry(at, x, y, r, red),
    times(5, (index) =>
      moved(x, y - r * 0.55, index * 72, 1, [
        path(`M0 0Q${n(r * 0.3)} -3 ${n(r * 0.5)} 2Q${n(r * 0.3)} 4 0 0Z`, { fill: '#3f7a34' }),
      ]),
    ).join(''),
  ])
  const strawberries = heap(74, 22, (x, y, r) => [
    path(
      `M${n(x - r * 0.9)} ${n(y - r * 0.4)}C${n(x - r)} ${n(y - r)} ${n(x + r)} ${n(y - r)} ${n(x + r * 0.9)} ${n(y - r * 0.4)}C${n(x + r * 0.8)} ${n(y + r * 0.5)} ${n(x + r * 0.2)} ${n(y + r * 1.1)} ${n(x)} ${n(y + r * 1.15)}C${n(x - r * 0.2)} ${n(y + r * 1.1)} ${n(x - r * 0.8)} ${n(y + r * 0.5)} ${n(x - r * 0.9)} ${n(y - r * 0.4)}Z`,
      {
        fill: at.radial(
          [
            [0, '#ff6a5c'],
            [0.5, '#dd2f36'],
            [1, '#8d1322'],
          ],
          [0.36, 0.3, 0.8],
        ),
      },
    ),
    times(7, () => circle(x + at.between(-0.55, 0.55) * r, y + at.between(-0.3, 0.7) * r, 1.4, { fill: '#ffe2a0' })).join(''),
    polygon(
      times(10, (index) => {
        const angle = (index / 10) * Math.PI * 2
        const far = r * (index % 2 ? 0.3 : 0.72)
        return [x + Math.cos(angle) * far, y - r * 0.72 + Math.sin(angle) * far * 0.5] as const
      }),
      { fill: '#3f8a3a' },
    ),
  ])
  const carrots = heap(40, 30, (x, y, r) => [
    moved(x, y, at.between(-24, 24), 1, [
      path(
        `M-${n(r * 2)} ${n(-r * 0.34)}C${n(-r)} ${n(-r * 0.62)} ${n(r * 1.2)} ${n(-r * 0.3)} ${n(r * 2.2)} 0C${n(r * 1.2)} ${n(r * 0.34)} ${n(-r)} ${n(r * 0.62)} ${n(-r * 2)} ${n(r * 0.34)}Z`,
        {
          fill: at.linear([
            [0, '#ffab55'],
            [0.5, '#ee7a1f'],
            [1, '#b4500e'],
          ]),
        },
      ),
      times(5, (index) =>
        line(
          [
            [-r * 1.5 + index * r * 0.65, -r * 0.3],
            [-r * 1.45 + index * r * 0.65, r * 0.1],
          ],
          { stroke: '#b4560f', 'stroke-width': 1.6, 'stroke-opacity': 0.6 },
        ),
      ).join(''),
      times(5, () =>
        line(
          [
            [-r * 2, 0],
            [-r * 2 - at.between(14, 40), at.between(-16, 16)],
          ],
          { stroke: at.pick(['#4c8a3a', '#2f6a2f', '#6aa548']), 'stroke-width': 5, 'stroke-linecap': 'round' },
        ),
      ).join(''),
    ]),
  ])
  const cabbages = heap(13, 66, (x, y, r) => [
    circle(x, y, r, {
      fill: at.radial(
        [
          [0, '#e6f2b4'],
          [0.5, '#a9cf76'],
          [1, '#5b8f45'],
        ],
        [0.4, 0.34, 0.72],
      ),
    }),
    times(5, (index) =>
      path(
        `M${n(x)} ${n(y + r * 0.85)}Q${n(x + (index - 2) * r * 0.5)} ${n(y)} ${n(x + (index - 2) * r * 0.28)} ${n(y - r * 0.75)}`,
        { fill: 'none', stroke: '#eef7c8', 'stroke-width': 3, 'stroke-opacity': 0.75 },
      ),
    ).join(''),
    path(
      `M${n(x - r)} ${n(y + r * 0.1)}C${n(x - r * 1.25)} ${n(y + r * 0.9)} ${n(x - r * 0.1)} ${n(y + r * 1.1)} ${n(x)} ${n(y + r * 0.85)}C${n(x - r * 0.6)} ${n(y + r * 0.7)} ${n(x - r * 0.8)} ${n(y + r * 0.4)} ${n(x - r)} ${n(y + r * 0.1)}Z`,
      { fill: '#7db35a' },
    ),
  ])
  const artichokes = heap(20, 50, (x, y, r) => [
    ellipse(x, y, r * 0.9, r, { fill: '#4e6b4a' }),
    times(5, (tier) =>
      times(6 - (tier % 2), (index) => {
        const px = x + (index - (5 - (tier % 2)) / 2) * r * 0.36 * (1.1 - tier * 0.12)
        const py = y + r * (0.62 - tier * 0.34)
        return path(
          `M${n(px - r * 0.24)} ${n(py + r * 0.22)}Q${n(px - r * 0.26)} ${n(py - r * 0.16)} ${n(px)} ${n(py - r * 0.34)}Q${n(px + r * 0.26)} ${n(py - r * 0.16)} ${n(px + r * 0.24)} ${n(py + r * 0.22)}Q${n(px)} ${n(py + r * 0.34)} ${n(px - r * 0.24)} ${n(py + r * 0.22)}Z`,
          { fill: at.pick(['#7d9a6c', '#6b8a60', '#8fa878', '#7b7f7d']), stroke: '#3d5740', 'stroke-width': 1.5 },
        )
      }).join(''),
    ).join(''),
  ])
  const persimmon = heap(30, 38, (x, y, r) => [
    berry(at, x, y, r, orange),
    polygon(
      times(8, (index) => {
        const angle = (index / 8) * Math.PI * 2 + 0.2
        const far = r * (index % 2 ? 0.2 : 0.5)
        return [x + Math.cos(angle) * far, y - r * 0.5 + Math.sin(angle) * far * 0.5] as const
      }),
      { fill: '#6d7d3a' },
    ),
  ])
  const leafy = heap(60, 46, (x, y, r) => [
    moved(
      x,
      y,
      at.between(-150, -30),
      1,
      leaf(r * 2, r * 1.3, { dark: at.pick(['#2f7034', '#3f8a3c']), light: at.pick(['#58a548', '#74b955']), vein: '#d6ecb0' }),
    ),
  ])
  const onions = heap(44, 30, (x, y, r) => berry(at, x, y, r, ['#5d2146', '#97406f', '#d593b5']))
  const lamp = (x: number) => [
    line(
      [
        [x, -10],
        [x, 92],
      ],
      { stroke: '#1d140e', 'stroke-width': 4 },
    ),
    path(`M${x - 46} 128Q${x - 40} 86 ${x} 84Q${x + 40} 86 ${x + 46} 128Z`, { fill: '#2f4a3e' }),
    glow(at, x, 140, 250, '#ffe6a8', 0.85),
    circle(x, 130, 15, { fill: '#fff6d6' }),
  ]
  return at.svg(
    wash(
      at.linear([
        [0, '#3b2a21'],
        [0.4, '#5c4030'],
        [1, '#24170f'],
      ]),
    ),
    at.blurred(
      16,
      times(30, () =>
        rect(at.between(0, WIDTH), at.between(40, 260), at.between(30, 110), at.between(40, 120), {
          fill: at.pick(['#8a5a36', '#b98448', '#5d6d48', '#944a34', '#3b5a4c']),
          'fill-opacity': 0.5,
        }),
      ),
    ),
    polygon(
      times(18, (index): readonly [number, number] => [index * 96 - 20, index % 2 ? 62 : 28]).concat([
        [1620, -20],
        [-20, -20],
      ]),
      { fill: '#b4432f' },
    ),
    times(9, (index) =>
      polygon(
        [
          [index * 192 - 20, -20],
          [index * 192 + 76, -20],
          [index * 192 + 76, 52],
          [index * 192 + 28, 58],
          [index * 192 - 20, 46],
        ],
        { fill: '#efe3c8' },
      ),
    ),
    lamp(330),
    lamp(800),
    lamp(1270),
    crate(60, 318, 340, 120, leafy),
    crate(440, 312, 340, 120, onions),
    crate(820, 312, 340, 120, cabbages),
    crate(1200, 318, 340, 120, carrots),
    crate(-60, 546, 420, 150, tomatoes),
    crate(390, 540, 400, 150, artichokes),
    crate(820, 540, 400, 150, strawberries),
    crate(1250, 546, 420, 150, persimmon),
    crate(-20, 816, 520, 190, cabbages),
    crate(540, 812, 520, 190, carrots),
    crate(1100, 816, 520, 190, leafy),
    glow(at, 800, 260, 900, '#ffdf9e', 0.3),
  )
}
