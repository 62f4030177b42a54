/** "Gongs by the lake": dusk on the water, the gongs, the circle round the fire, the players, the night. */
import {
  circle,
  ellipse,
  filled,
  group,
  hillPlate,
  lightPlate,
  limb,
  line,
  living,
  flames,
  mistPlate,
  moved,
  n,
  path,
  pine,
  plate,
  polygon,
  puffs,
  rect,
  ripples,
  skyPlate,
  sparks,
  stars,
  times,
  type Point,
  type Shapes,
  type Sketch,
} from './props'
import { around, clamp, mix, pan, smooth, struck, swing, type Footage, type Shot } from './stage'

/** When the near gongs are struck, in seconds of the film; the score strikes them too. */
export const STROKES = {
  great: [10.6, 13, 15.4, 17.8],
  left: [11.8, 14.2, 16.6],
  right: [12.4, 14.8, 17.2],
} as const
const GONGS_BEGIN = 10

const SHORE = 520

const lakeShot = (seconds: number, camera: Shot['camera'], night: (t: number) => number, more: Shot['cels']): Shot => ({
  seconds,
  camera,
  cels: [
    {
      depth: 0.05,
      plate: skyPlate(
        'dusk',
        [
          [0, '#2f3a72'],
          [0.22, '#7a6299'],
          [0.36, '#e08a7b'],
          [0.45, '#ffc487'],
          [0.54, '#ffdca6'],
        ],
        ['#ff9f86', '#ffc59a', '#8c6ca0', '#c97b8e'],
      ),
    },
    { depth: 0.08, plate: lightPlate(520, 500, 560, '#ffe0a0', 0.85), opacity: (t) => 1 - night(t) },
    {
      depth: 0,
      plate: plate('night sky', around(20), (at, area) =>
        filled(at, area, [
          [0, '#070b22'],
          [0.4, '#18204a'],
          [0.6, '#43406f'],
        ]),
      ),
      opacity: night,
    },
    { depth: 0.03, live: living('stars', (at, t) => stars(at, t, 80, 430)), opacity: (t) => clamp(night(t) * 1.5 - 0.3) },
    {
      depth: 0.16,
      plate: hillPlate('far shore', around(240), { y: 410, height: 110, wave: 1150 }, { top: '#5b507e', bottom: '#96738a' }),
    },
    {
      depth: 0.24,
      plate: hillPlate(
        'near shore',
        around(280),
        { y: 474, height: 50, wave: 760 },
        { top: '#37355a', bottom: '#37355a', pines: '#2f2f50' },
        { count: 90, small: 30, large: 92 },
      ),
    },
    {
      depth: 0.24,
      plate: plate('lake', { x: -300, y: SHORE, width: 2200, height: 520 }, (at, area) => [
        filled(at, area, [
          [0, '#c98a80'],
          [0.12, '#9d7490'],
          [0.5, '#51507f'],
          [1, '#232a52'],
        ]),
        at.blurred(
          4,
          times(90, () => {
            const x = at.between(-300, 1900)
            return polygon(
              [
                [x - 12, SHORE],
                [x, SHORE + at.between(30, 100)],
                [x + 12, SHORE],
              ],
              { fill: '#37355a', 'fill-opacity': 0.55 },
            )
          }),
        ),
        rect(-300, SHORE - 2, 2200, 5, { fill: '#ffd9b0', 'fill-opacity': 0.4 }),
      ]),
    },
    {
      depth: 0.3,
      live: living('water', (at, t) => [
        ripples(at, t, { top: SHORE + 12, bottom: 940, count: 90, colours: ['#ffcf9d', '#e79a8f', '#8d82b4', '#3c4478'] }),
        times(34, (index) => {
          const y = SHORE + 6 + index * 12
          const shine = 0.5 + 0.5 * swing(t, 1.9, at.random())
          const width = (30 + index * 3.4) * (0.5 + 0.7 * shine)
          return rect(520 + 14 * swing(t, 3.1, index * 0.13) - width / 2, y, width, 3.6, {
            fill: '#ffe2ad',
            'fill-opacity': 0.2 + 0.5 * shine,
            rx: 2,
          })
        }),
      ]),
      opacity: (t) => 1 - 0.75 * night(t),
    },
    {
      depth: 0.24,
      plate: mistPlate('lake mist', { y: SHORE + 6, thickness: 40, colour: '#ffd9c4', strength: 0.34 }),
      drift: (t) => [t * 9, 0],
    },
    {
      depth: 0,
      plate: plate('darkness', around(20), (at, area) =>
        filled(at, area, [
          [0, '#0a0e2a', 0],
          [0.4, '#0a0e2a', 0.5],
          [1, '#060920', 0.92],
        ]),
      ),
      opacity: (t) => night(t) * 0.86,
    },
    ...more,
  ],
})

/** A dugout with one rower standing at the stern, water line at the origin. */
const dugout = (seconds: number): Shapes => {
  const stroke = swing(seconds, 2.4)
  const lean = 5 * stroke
  return [
    ellipse(0, 14, 170, 9, { fill: '#15182f', 'fill-opacity': 0.4 }),
    path('M-170 -20C-110 2 110 4 168 -24C140 20 90 22 0 22C-90 22 -140 20 -170 -20Z', { fill: '#191a33' }),
    moved(96, 0, lean, 1, [
      path('M-12 0L-16 -62C-18 -96 14 -98 14 -66L12 0Z', { fill: '#1e1f3b' }),
      circle(0, -108, 14, { fill: '#1e1f3b' }),
      path('M-26 -108L0 -130L26 -108Z', { fill: '#191a33' }),
      limb(
        [
          [0, -82],
          [-24, -60],
          [-40, -44],
        ],
        8,
        '#1e1f3b',
      ),
    ]),
    line(
      [
        [62 + 26 * stroke, -84],
        [44 - 34 * stroke, 30],
      ],
      { stroke: '#15162d', 'stroke-width': 6, 'stroke-linecap': 'round' },
    ),
    times(3, (index) =>
      ellipse(44 - 34 * stroke, 28, 14 + index * 16, 3 + index * 2, {
        fill: 'none',
        stroke: '#ffd7ae',
        'stroke-width': 1.6,
        'stroke-opacity': 0.5 - index * 0.14,
      }),
    ),
  ]
}

const reeds = plate('reeds', around(340, 340, 100), (at) => [
  times(150, () => {
    const x = at.between(-330, 1930)
    const height = at.between(50, 150) * (0.5 + (0.9 * Math.abs(x - 800)) / 900)
    return path(
      `M${n(x)} 960Q${n(x + at.between(-8, 8))} ${n(960 - height * 0.6)} ${n(x + at.between(-34, 34))} ${n(930 - height)}`,
      {
        fill: 'none',
        stroke: at.pick(['#0e1129', '#14172f', '#1a1c38']),
        'stroke-width': at.between(3, 7),
      },
    )
  }),
  times(5, (index) => pine(at.random, [-250, -120, 30, 1640, 1800][index]!, 970, [620, 760, 470, 640, 520][index]!, '#0e1129')),
])

const dusk = lakeShot(10, pan({ x: -60, y: 14, zoom: 1 }, { x: 70, y: 0, zoom: 1.05 }), (t) => smooth((t - 2) / 9) * 0.45, [
  { depth: 0.5, live: living('boat', (_, t) => moved(1010 - t * 24, 690 + 3 * swing(t, 2.4, 0.2), 0, 1, dugout(t))) },
  { depth: 1.3, plate: reeds },
])

const disc = (at: Sketch, radius: number, boss: boolean): Shapes => [
  circle(0, 0, radius, {
    fill: at.radial([
      [0, '#c98a3c'],
      [0.55, '#a9682a'],
      [0.86, '#8a4f1d'],
      [0.93, '#d9a154'],
      [1, '#54290b'],
    ]),
  }),
  times(Math.round(radius * 0.5), () => {
    const [angle, far] = [at.random() * Math.PI * 2, Math.sqrt(at.random()) * radius * 0.84]
    return ellipse(Math.cos(angle) * far, Math.sin(angle) * far, at.between(7, 18), at.between(5, 13), {
      fill: at.pick(['#ffe1a2', '#4d2509', '#e7ab5a']),
      'fill-opacity': 0.13,
    })
  }),
  times(9, (index) =>
    circle(0, 0, radius * (0.26 + index * 0.075), {
      fill: 'none',
      stroke: index % 2 ? '#4c2508' : '#ffdf9c',
      'stroke-width': index % 4 === 0 ? 4 : 2,
      'stroke-opacity': 0.34,
    }),
  ),
  circle(0, 0, radius * 0.965, { fill: 'none', stroke: '#ffe9b4', 'stroke-width': radius * 0.014, 'stroke-opacity': 0.75 }),
  boss
    ? circle(0, 0, radius * 0.2, {
        fill: at.radial(
          [
            [0, '#fff0c0'],
            [0.28, '#e4ac58'],
            [0.7, '#8d511d'],
            [1, '#3c1b06'],
          ],
          [0.36, 0.3, 0.8],
        ),
      })
    : '',
]

/** A gong on its cord from a beam at y = 110: it swings when struck, and its rim shines. */
const hung = (
  at: Sketch,
  x: number,
  y: number,
  radius: number,
  boss: boolean,
  strokes: readonly number[],
  t: number,
  side: number,
): Shapes => {
  const hit = struck(strokes, t, 0.55)
  const since = Math.min(...strokes.filter((moment) => moment <= t).map((moment) => t - moment), 9)
  const sway = side * hit * 3.2 * Math.cos(since * 5.2) + 0.5 * swing(t, 3.7, x / 900)
  const tremble = hit * 1.6 * Math.sin(since * 90)
  const turn = `rotate(${sway.toFixed(2)} ${x} 110)`
  return group({ transform: turn }, [
    [-0.32, 0.32].map((offset) => [
      line(
        [
          [x + offset * radius, y - radius * 0.9],
          [x + offset * radius * 0.8, 110],
        ],
        { stroke: '#20100a', 'stroke-width': 13 },
      ),
      line(
        [
          [x + offset * radius - 2, y - radius * 0.9],
          [x + offset * radius * 0.8 - 2, 110],
        ],
        { stroke: '#8c6a45', 'stroke-width': 6, 'stroke-dasharray': '9 7' },
      ),
    ]),
    at.blurred(20, circle(x + 24, y + 34, radius, { fill: '#080301', 'fill-opacity': 0.7 })),
    moved(x + tremble, y, 0, 1, disc(at, radius, boss)),
    circle(x, y, radius, {
      fill: at.radial([
        [0, '#fff1c4', 0.75 * hit],
        [0.6, '#ffcf7a', 0.3 * hit],
        [1, '#ffcf7a', 0.12 * hit],
      ]),
    }),
    times(3, (index) => {
      const share = clamp(since * 0.9 - index * 0.16)
      return share <= 0 || share >= 1
        ? ''
        : circle(x, y, radius * (1 + 0.42 * share), {
            fill: 'none',
            stroke: '#ffdc9a',
            'stroke-width': 5 * (1 - share) + 1,
            'stroke-opacity': 0.42 * (1 - share),
          })
    }),
  ])
}

/** A padded beater whose head meets the gong at the origin at each stroke. */
const beater = (at: Sketch, x: number, y: number, turn: number, size: number, strokes: readonly number[], t: number): Shapes => {
  const wait = Math.min(...strokes.filter((moment) => moment >= t).map((moment) => moment - t), 9)
  const since = Math.min(...strokes.filter((moment) => moment <= t).map((moment) => t - moment), 9)
  const away = Math.min(smooth(wait / 0.34), smooth(since / 0.5))
  return moved(x, y, turn + away * 26, size, [
    moved(60 * away, 70 * away, 0, 1, [
      line(
        [
          [0, 0],
          [30, 330],
        ],
        { stroke: '#3a1d0c', 'stroke-width': 26, 'stroke-linecap': 'round' },
      ),
      line(
        [
          [-4, 0],
          [26, 330],
        ],
        { stroke: '#96663a', 'stroke-width': 11, 'stroke-linecap': 'round' },
      ),
      ellipse(0, 0, 58, 52, {
        fill: at.radial(
          [
            [0, '#d8533f'],
            [0.6, '#a52a22'],
            [1, '#4d0d0b'],
          ],
          [0.36, 0.3, 0.8],
        ),
      }),
      times(4, (index) =>
        path(`M-50 ${n(-18 + index * 12)}q50 ${n(-22 + index * 12)} 100 0`, {
          fill: 'none',
          stroke: '#ffd08a',
          'stroke-width': 3,
          'stroke-opacity': 0.5,
        }),
      ),
    ]),
  ])
}

const gongs: Shot = {
  seconds: 9,
  camera: pan({ x: -50, y: 10, zoom: 1.02 }, { x: 50, y: -10, zoom: 1.12 }),
  cels: [
    {
      depth: 0.6,
      plate: plate('wall', around(200, 200, 140), (at, area) => [
        filled(at, area, [
          [0, '#2a150c'],
          [0.55, '#4a2512'],
          [1, '#1b0c06'],
        ]),
        times(14, (index) => [
          rect(-200 + index * 148, -140, 142, 1200, { fill: at.pick(['#3a1f11', '#432413', '#331a0d']) }),
          times(6, () =>
            path(
              `M${n(-200 + index * 148 + at.between(8, 134))} ${n(at.between(-140, 200))}q${n(at.between(-8, 8))} 300 ${n(at.between(-6, 6))} ${n(at.between(500, 800))}`,
              {
                fill: 'none',
                stroke: at.pick(['#1c0d05', '#5f3720']),
                'stroke-width': at.between(1.5, 4),
                'stroke-opacity': 0.4,
              },
            ),
          ),
        ]),
      ]),
    },
    {
      depth: 0.6,
      plate: lightPlate(760, 1000, 1050, '#ff8a2b', 0.8),
      opacity: (t) => 0.8 + 0.12 * swing(t, 1.9) + 0.08 * swing(t, 1.1, 0.4),
    },
    {
      depth: 1,
      plate: plate('beam', { x: -220, y: 30, width: 2040, height: 110 }, (at) => [
        rect(-220, 40, 2040, 84, {
          fill: at.linear([
            [0, '#7d5330'],
            [0.4, '#5a3719'],
            [1, '#2b1507'],
          ]),
        }),
        times(35, (index) =>
          polygon(
            [
              [index * 60 - 230, 82],
              [index * 60 - 200, 58],
              [index * 60 - 170, 82],
              [index * 60 - 200, 106],
            ],
            { fill: index % 2 ? '#a8322a' : '#d8ab57' },
          ),
        ),
      ]),
    },
    {
      depth: 1,
      live: living('three gongs', (at, within) => {
        const t = within + GONGS_BEGIN
        return [
          hung(at, 300, 440, 200, false, STROKES.left, t, -1),
          hung(at, 1310, 450, 218, true, STROKES.right, t, 1),
          hung(at, 800, 500, 330, true, STROKES.great, t, 1),
          beater(at, 372, 520, 24, 0.72, STROKES.left, t),
          beater(at, 1352, 520, -14, 0.76, STROKES.right, t),
          beater(at, 862, 556, -8, 1.05, STROKES.great, t),
        ]
      }),
    },
    {
      depth: 1.2,
      live: living('embers', (at, t) =>
        times(40, () => {
          const life = at.between(3, 6)
          const share = ((((t + at.between(0, 6)) / life) % 1) + 1) % 1
          const [x, y] = [at.between(0, 1600) + 40 * swing(t, 3, at.random()), 960 - share * at.between(300, 800)]
          return circle(x, y, at.between(1.4, 3.4), { fill: '#ffc873', 'fill-opacity': 0.8 * Math.sin(share * Math.PI) })
        }),
      ),
    },
    { depth: 0, plate: lightPlate(700, 980, 1000, '#ff9a3c', 0.22), opacity: (t) => 0.85 + 0.15 * swing(t, 1.6, 0.3) },
  ],
}

/** A dancer, feet at the origin, about 190 high, stepping and raising the arms; `near` ones are darker against the fire. */
const dancer = (
  t: number,
  phase: number,
  { dress, band, skin }: { dress: string; band: string; skin: string },
  man: boolean,
): Shapes => {
  const step = swing(t, 1.2, phase)
  const lift = Math.abs(step)
  const arms = 0.5 + 0.5 * swing(t, 2.4, phase)
  const hand = (side: number): Point => [side * mix(46, 60, arms), mix(-96, -150, arms)]
  return moved(0, -7 * lift, 3.5 * step, 1, [
    limb(
      [
        [-9, -58],
        [-12 - 6 * step, -26],
        [-10 - 12 * step, 7 * lift],
      ],
      12,
      skin,
    ),
    limb(
      [
        [9, -58],
        [12 - 6 * step, -28],
        [10 - 12 * step, 7 * lift],
      ],
      12,
      skin,
    ),
    man
      ? [
          path('M-23 -60L-21 -124C-12 -134 12 -134 21 -124L23 -60Z', { fill: dress }),
          line(
            [
              [0, -128],
              [0, -62],
            ],
            { stroke: band, 'stroke-width': 4 },
          ),
          path('M-23 -68L23 -68L20 -30L-20 -30Z', { fill: '#1c1a2c' }),
          line(
            [
              [-23, -66],
              [23, -66],
            ],
            { stroke: band, 'stroke-width': 6 },
          ),
        ]
      : [
          path('M-20 -124C-12 -134 12 -134 20 -124L24 -80L-24 -80Z', { fill: dress }),
          path(`M-24 -84L24 -84L${n(30 - 5 * step)} -16L${n(-30 - 5 * step)} -16Z`, { fill: dress }),
          [-70, -40, -24].map((y, index) =>
            line(
              [
                [-25 - index * 2, y],
                [25 + index * 2, y],
              ],
              { stroke: band, 'stroke-width': index === 1 ? 7 : 4 },
            ),
          ),
        ],
    [-1, 1].map((side) => limb([[side * 19, -120], [side * 44, mix(-92, -112, arms)], hand(side)], 10, skin)),
    circle(0, -146, 15, { fill: skin }),
    path('M-16 -148C-18 -170 18 -170 16 -148C8 -156 -8 -156 -16 -148Z', { fill: '#1a0d0a' }),
    line(
      [
        [-15, -153],
        [15, -153],
      ],
      { stroke: band, 'stroke-width': 5 },
    ),
  ])
}

const DRESSES = [
  { dress: '#23294f', band: '#d85a3c' },
  { dress: '#5a1f2a', band: '#e5b04a' },
  { dress: '#1f2b3d', band: '#efe3c4' },
  { dress: '#3b2148', band: '#e57a4a' },
] as const

/** Where the fire burns. */
const FIRE: Point = [800, 700]
const ring = (t: number, front: boolean): Shapes =>
  times(16, (index) => {
    // Against the clock, as the circle goes in the Central Highlands.
    const angle = (index / 16) * Math.PI * 2 - t * 0.2
    return { index, x: FIRE[0] + Math.cos(angle) * 560, y: FIRE[1] + 16 + Math.sin(angle) * 128, near: Math.sin(angle) }
  })
    .filter(({ near }) => (front ? near >= 0 : near < 0))
    .sort((a, b) => a.y - b.y)
    .map(({ index, x, y, near }) => {
      const tones = DRESSES[index % DRESSES.length]!
      return [
        ellipse(x, y + 2, 40, 8, { fill: '#120805', 'fill-opacity': 0.5 }),
        moved(
          x,
          y,
          0,
          1.18 + near * 0.34,
          dancer(t, index * 0.25, { ...tones, skin: near < 0 ? '#b87444' : '#6d3f27' }, index % 4 === 2),
        ),
      ]
    })

const flicker = (t: number) => 0.84 + 0.1 * swing(t, 1.9) + 0.06 * swing(t, 1.1, 0.4)

const circleDance: Shot = {
  seconds: 12,
  camera: pan({ x: -50, y: 20, zoom: 1 }, { x: 50, y: 10, zoom: 1.12 }),
  cels: [
    {
      depth: 0.04,
      plate: plate('evening', around(160), (at, area) =>
        filled(at, area, [
          [0, '#0a0f2c'],
          [0.45, '#262555'],
          [0.68, '#6b3f5e'],
        ]),
      ),
    },
    { depth: 0.04, live: living('stars above', (at, t) => stars(at, t, 60, 420)) },
    {
      depth: 0.16,
      plate: hillPlate(
        'forest',
        around(240),
        { y: 470, height: 70, wave: 800 },
        { top: '#1d1c3c', bottom: '#2a1f38', pines: '#1a1a38' },
        { count: 90, small: 60, large: 150 },
      ),
    },
    {
      depth: 0.3,
      plate: plate('longhouse and ground', around(260), (at) => {
        const house = (x: number, y: number, width: number, height: number) => [
          times(9, (index) => rect(x + 20 + (index * (width - 50)) / 8, y - 44, 11, 52, { fill: '#150d14' })),
          rect(x, y - 44 - height * 0.4, width, height * 0.4, { fill: '#4a2a1c' }),
          times(26, (index) => rect(x + (index * width) / 26, y - 44 - height * 0.4, 2.4, height * 0.4, { fill: '#23120d' })),
          times(4, (index) =>
            rect(x + 60 + (index * (width - 90)) / 4, y - 40 - height * 0.32, 36, height * 0.22, {
              fill: '#ffb65a',
              'fill-opacity': 0.8,
            }),
          ),
          path(
            `M${x - 34} ${y - 40 - height * 0.36}L${x + 26} ${y - 44 - height}L${x + width - 26} ${y - 44 - height}L${x + width + 34} ${y - 40 - height * 0.36}Z`,
            {
              fill: at.linear([
                [0, '#2a1a1c'],
                [1, '#6a4126'],
              ]),
            },
          ),
          times(40, (index) => {
            const across = index / 39
            return line(
              [
                [x + 26 + across * (width - 52), y - 44 - height],
                [x - 34 + across * (width + 68), y - 40 - height * 0.36],
              ],
              { stroke: '#1a0f0e', 'stroke-width': 2, 'stroke-opacity': 0.5 },
            )
          }),
        ]
        return [
          rect(-270, 560, 2140, 500, {
            fill: at.linear([
              [0, '#1c1524'],
              [0.3, '#4b2a1c'],
              [1, '#1a0e0a'],
            ]),
          }),
          house(120, 592, 520, 170),
          house(1010, 598, 560, 180),
        ]
      }),
    },
    { depth: 0.6, plate: lightPlate(FIRE[0], FIRE[1] - 60, 900, '#ff8a30', 0.85), opacity: flicker },
    {
      depth: 0.6,
      plate: plate('pole', { x: 600, y: 0, width: 400, height: 760 }, () => [
        rect(793, 120, 14, 600, { fill: '#53321d' }),
        times(12, (index) => rect(793, 150 + index * 46, 14, 16, { fill: index % 2 ? '#c23b2b' : '#e8c069' })),
        line(
          [
            [800, 126],
            [872, 78],
            [930, 96],
            [950, 150],
          ],
          { stroke: '#7b5530', 'stroke-width': 7 },
        ),
        line(
          [
            [800, 126],
            [728, 78],
            [670, 96],
            [650, 150],
          ],
          { stroke: '#7b5530', 'stroke-width': 7 },
        ),
        [650, 950].map((x) => [
          rect(x - 8, 150, 16, 56, { fill: '#d8ab57' }),
          times(3, (index) =>
            line(
              [
                [x - 6 + index * 6, 206],
                [x - 8 + index * 8, 236],
              ],
              { stroke: '#c23b2b', 'stroke-width': 4 },
            ),
          ),
        ]),
      ]),
    },
    { depth: 0.6, live: living('back of the circle', (_, t) => ring(t, false)) },
    {
      depth: 0.6,
      live: living('fire', (at, t) => moved(FIRE[0], FIRE[1] + 10, 0, 0.94, [flames(at, t), sparks(at, t, 46, 560)])),
    },
    {
      depth: 0.6,
      live: living('smoke', (at, t) =>
        puffs(at, t, {
          count: 9,
          life: 6,
          way: (share) => [FIRE[0] + 120 * share ** 1.4, FIRE[1] - 240 - share * 520],
          from: 24,
          to: 110,
          colour: '#8a6a7a',
          strength: 0.16,
        }),
      ),
    },
    { depth: 0.6, live: living('front of the circle', (_, t) => ring(t, true)) },
    { depth: 0.5, plate: lightPlate(FIRE[0], FIRE[1] - 60, 620, '#ffb057', 0.3), opacity: flicker },
  ],
}

/** A gong player in profile, walking, feet at the origin, about 420 high; the gong hangs before him. */
const player = (at: Sketch, t: number, phase: number, size: number, band: string): Shapes => {
  const step = swing(t, 1.2, phase)
  const blow = Math.max(0, swing(t, 1.2, phase + 0.25)) ** 3
  const wrist: Point = [mix(146, 122, blow), mix(-268, -222, blow)]
  return moved(0, -5 * Math.abs(step), 1.5 * step, 1, [
    limb(
      [
        [0, -170],
        [26 * step + 6, -92],
        [44 * step - 6, 0],
      ],
      30,
      '#4a2b1b',
    ),
    limb(
      [
        [0, -170],
        [-26 * step + 6, -92],
        [-44 * step - 6, 0],
      ],
      30,
      '#5a3521',
    ),
    limb(
      [
        [-2, -318],
        [2, -346],
      ],
      24,
      '#6a4029',
    ),
    path('M-42 -150L-40 -298C-26 -326 24 -328 36 -298L42 -150Z', { fill: '#23284c' }),
    times(4, (index) =>
      line(
        [
          [-40, -286 + index * 30],
          [38, -286 + index * 30],
        ],
        { stroke: band, 'stroke-width': index % 2 ? 3 : 7, 'stroke-opacity': 0.8 },
      ),
    ),
    path('M18 -318C42 -314 46 -220 42 -150L32 -150C34 -220 30 -296 18 -318Z', { fill: '#f0a25a', 'fill-opacity': 0.55 }),
    path('M-43 -190L43 -190L36 -92L-32 -92Z', { fill: '#191c38' }),
    rect(-42, -190, 85, 13, { fill: band }),
    rect(-33, -112, 68, 8, { fill: band }),
    line(
      [
        [-26, -316],
        [40, -206],
      ],
      { stroke: '#1a0f0b', 'stroke-width': 8 },
    ),
    limb(
      [
        [-10, -296],
        [-26, -230],
        [44, -206],
      ],
      20,
      '#6a4029',
    ),
    moved(78, -200, 5 * blow, 1, [
      ellipse(0, 0, size * 0.42, size, {
        fill: at.linear(
          [
            [0, '#6b3b14'],
            [0.6, '#c88a3c'],
            [1, '#ffdf9c'],
          ],
          [0, 0, 1, 0],
        ),
      }),
      ellipse(size * 0.1, 0, size * 0.3, size * 0.8, {
        fill: 'none',
        stroke: '#5a2d0c',
        'stroke-width': 3,
        'stroke-opacity': 0.6,
      }),
      ellipse(size * 0.22, 0, size * 0.14, size * 0.24, { fill: '#ffe9b4' }),
      ellipse(size * 0.1, 0, size * 0.42, size, { fill: '#fff0c0', 'fill-opacity': 0.4 * blow }),
    ]),
    limb([[14, -294], [58, -236], wrist], 19, '#8a5838'),
    limb([wrist, [wrist[0] - mix(-16, 12, blow), wrist[1] + mix(-52, 20, blow)]], 8, '#a87a48'),
    circle(wrist[0] - mix(-16, 12, blow), wrist[1] + mix(-56, 22, blow), 13, { fill: '#a52a22' }),
    path('M-30 -372C-34 -330 -12 -318 12 -320C26 -321 32 -330 30 -340L38 -350L31 -360C34 -392 -24 -398 -30 -372Z', {
      fill: '#7a4a2f',
    }),
    path('M28 -380C34 -370 31 -362 31 -360L38 -350L30 -340C32 -330 26 -321 14 -320C24 -334 24 -360 16 -384Z', {
      fill: '#f0a25a',
      'fill-opacity': 0.7,
    }),
    path('M-32 -350C-44 -404 32 -412 33 -372C12 -380 -8 -378 -16 -366C-18 -356 -24 -350 -32 -350Z', { fill: '#160b08' }),
    path('M-35 -372L34 -382L35 -369L-34 -357Z', { fill: band }),
  ])
}

const players: Shot = {
  seconds: 7,
  camera: pan({ x: -30, y: 0, zoom: 1.02 }, { x: 40, y: 0, zoom: 1.08 }),
  cels: [
    {
      depth: 0.1,
      plate: plate('behind the players', around(160), (at, area) => [
        filled(at, area, [
          [0, '#120f2a'],
          [0.5, '#3a2038'],
          [0.8, '#7a3a20'],
          [1, '#2a130a'],
        ]),
        at.blurred(
          18,
          times(26, () => pine(at.random, at.between(-140, 1740), 700, at.between(260, 480), '#150f26')),
        ),
      ]),
    },
    { depth: 0.2, plate: lightPlate(1120, 700, 860, '#ff9236', 0.95), opacity: flicker },
    {
      depth: 0.3,
      live: living('fire behind', (at, t) => at.blurred(5, moved(1150, 800, 0, 1.35, [flames(at, t), sparks(at, t, 40, 520)]))),
    },
    {
      depth: 1,
      live: living('walking players', (at, t) =>
        times(6, (index) => {
          const x = -760 + index * 330 + t * 62
          return moved(
            x,
            910,
            0,
            1.24 - (index % 2) * 0.06,
            player(at, t, index * 0.5, [74, 62, 52, 84, 58, 68][index]!, ['#d85a3c', '#e5b04a', '#efe3c4'][index % 3]!),
          )
        }),
      ),
    },
    {
      depth: 1.2,
      plate: plate('grass before', around(200, 200, 0), (at) => [
        rect(-220, 890, 2060, 120, { fill: '#0d0706' }),
        times(170, () => {
          const x = at.between(-200, 1800)
          return path(`M${n(x)} 910q${n(at.between(-8, 8))} -20 ${n(at.between(-18, 18))} ${n(-at.between(20, 56))}`, {
            fill: 'none',
            stroke: '#0d0706',
            'stroke-width': 5,
          })
        }),
      ]),
    },
    { depth: 0, plate: lightPlate(1120, 720, 1100, '#ff9a3c', 0.26), opacity: flicker },
  ],
}

const night = lakeShot(9, pan({ x: -70, y: 0, zoom: 1.5 }, { x: -40, y: 10, zoom: 1 }), () => 1, [
  { depth: 0.06, plate: lightPlate(1180, 190, 420, '#cfd8ff', 0.34) },
  { depth: 0.06, live: living('moon', () => circle(1180, 190, 44, { fill: '#f6f2dd' })) },
  { depth: 0.24, plate: lightPlate(640, 500, 520, '#ff9a3c', 0.55), opacity: flicker },
  {
    depth: 0.24,
    live: living('far fire', (at, t) => [
      times(15, (index) => {
        const angle = (index / 15) * Math.PI * 2 - t * 0.2
        return moved(640 + Math.cos(angle) * 120, 520 + Math.sin(angle) * 13, 4 * swing(t, 1.2, index * 0.25), 0.25, [
          path('M-26 0L-20 -124L20 -124L26 0Z', { fill: '#12102a' }),
          circle(0, -148, 22, { fill: '#12102a' }),
        ])
      }),
      moved(640, 522, 0, 0.34, [flames(at, t), sparks(at, t, 26, 900)]),
    ]),
  },
  {
    depth: 0.3,
    live: living('light on the water', (at, t) => [
      times(36, (index) => {
        const shine = 0.5 + 0.5 * swing(t, 1.5, at.random())
        const width = (26 + index * 2.6) * (0.4 + 0.8 * shine)
        return rect(640 + 12 * swing(t, 2.3, index * 0.17) - width / 2, SHORE + 10 + index * 11, width, 3.8, {
          fill: index < 9 ? '#ffd28a' : '#ff9d4a',
          'fill-opacity': (0.3 + 0.55 * shine) * (1 - index / 44),
          rx: 2,
        })
      }),
      times(26, (index) => {
        const shine = 0.5 + 0.5 * swing(t, 1.8, at.random())
        const width = (18 + index * 3) * (0.4 + 0.8 * shine)
        return rect(1180 + 12 * swing(t, 2.7, index * 0.21) - width / 2, SHORE + 20 + index * 15, width, 3, {
          fill: '#dfe4ff',
          'fill-opacity': 0.1 + 0.34 * shine,
          rx: 2,
        })
      }),
    ]),
  },
  { depth: 1.3, plate: reeds },
])

export const gongEvening: Footage = { shots: [dusk, gongs, circleDance, players, night] }
