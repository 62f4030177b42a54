/** "Morning in Cau Dat": dawn over the hills, pickers in the rows, ripe cherries, the basket, the cup. */
import { berry, type Tones } from '../drawings/fruit'
import { bokeh, curve, leaf } from '../drawings/sketch'
import {
  birds,
  bush,
  circle,
  ellipse,
  filled,
  glow,
  group,
  hillPlate,
  lightPlate,
  limb,
  line,
  living,
  mistPlate,
  moved,
  n,
  path,
  plate,
  polygon,
  puffs,
  rect,
  skyPlate,
  times,
  type Point,
  type Shapes,
  type Sketch,
} from './props'
import { around, clamp, mix, pan, smooth, swing, type Area, type Footage, type Plate, type Shot } from './stage'

const LEAVES = ['#1e3a2a', '#3a6a3c', '#86a95a'] as const
const RIPE: readonly Tones[] = [
  ['#6d0f14', '#b81f24', '#e9534a'],
  ['#7d1216', '#c92a2b', '#f06a55'],
  ['#5c0d12', '#9f1a20', '#d8433e'],
  ['#8f3312', '#d2612a', '#f5a45c'],
]
const MIST = '#ffe8cc'

/** A hill with rows of coffee running round it; the rows thicken towards the eye. */
const rowsPlate = (
  key: string,
  area: Area,
  {
    peak,
    spread,
    rows,
    sizes,
    tones,
    soil,
  }: {
    peak: Point
    spread: number
    rows: number
    sizes: readonly [number, number]
    tones: readonly [string, string, string]
    soil: string
  },
): Plate =>
  plate(key, area, (at) => {
    const top = (x: number, drop: number) => peak[1] + drop + ((x - peak[0]) / spread) ** 2 * (150 + drop * 0.42)
    const along = (drop: number) =>
      times(15, (step): Point => {
        const x = area.x - 60 + (step * (area.width + 120)) / 14
        return [x, top(x, drop)]
      })
    const dots = (d: string, colour: string, width: number, dy: number, gap: number, opacity = 1) =>
      path(d, {
        fill: 'none',
        stroke: colour,
        'stroke-width': width,
        'stroke-linecap': 'round',
        'stroke-dasharray': `0.1 ${n(gap)}`,
        'stroke-opacity': opacity,
        'stroke-dashoffset': at.between(0, gap),
        transform: `translate(0 ${n(dy)})`,
      })
    return [
      path(`${curve(along(0))}L${area.x + area.width + 60} 1200L${area.x - 60} 1200Z`, { fill: soil }),
      times(rows, (index) => {
        const share = index / rows
        const size = mix(sizes[0], sizes[1], share ** 1.15)
        const d = curve(along(12 + share ** 1.25 * (1050 - peak[1])))
        return [
          path(d, { fill: 'none', stroke: tones[0], 'stroke-width': size * 0.9 }),
          dots(d, tones[0], size * 1.1, size * 0.1, size * 0.66),
          dots(d, tones[1], size * 0.9, -size * 0.14, size * 0.55),
          dots(d, tones[2], size * 0.42, -size * 0.36, size * 0.43, 0.85),
        ]
      }),
    ]
  })

const dawn: Shot = {
  seconds: 10,
  camera: pan({ x: -70, y: 26, zoom: 1 }, { x: 70, y: -14, zoom: 1.06 }),
  cels: [
    {
      depth: 0.05,
      plate: skyPlate(
        'dawn sky',
        [
          [0, '#3b5a8c'],
          [0.3, '#8f98b6'],
          [0.5, '#eab58c'],
          [0.62, '#ffdda8'],
        ],
        ['#ffd9b0', '#c7b7c4', '#f3bfa4'],
      ),
    },
    {
      depth: 0.08,
      plate: lightPlate(820, 420, 620, '#ffe2a6', 1),
      drift: (t) => [0, -t * 7],
      opacity: (t) => mix(0.45, 1, smooth(t / 8)),
    },
    { depth: 0.08, live: living('sun', (_, t) => circle(820, 470 - t * 11, 42, { fill: '#fff6d8' })) },
    {
      depth: 0.18,
      plate: hillPlate('far', around(240), { y: 430, height: 120, wave: 1050 }, { top: '#8683a2', bottom: '#d9b09a' }),
    },
    {
      depth: 0.25,
      live: living('flock', (at, t) => moved(330 + t * 30, 230 - t * 6, -6, 0.8, birds(at, t, '#4a4a68'))),
    },
    {
      depth: 0.22,
      plate: mistPlate('mist far', { y: 500, thickness: 80, colour: MIST, strength: 0.85 }),
      drift: (t) => [t * 9, 0],
    },
    {
      depth: 0.36,
      plate: hillPlate(
        'pines',
        around(300),
        { y: 520, height: 110, wave: 840 },
        { top: '#5d6d78', bottom: '#b0a08d', pines: '#53646d' },
        { count: 60, small: 34, large: 74 },
      ),
    },
    {
      depth: 0.42,
      plate: mistPlate('mist middle', { y: 612, thickness: 100, colour: MIST, strength: 0.9 }),
      drift: (t) => [-t * 15, -t * 1.5],
    },
    {
      depth: 0.6,
      plate: rowsPlate('right hill', around(340), {
        peak: [1280, 560],
        spread: 640,
        rows: 13,
        sizes: [12, 50],
        tones: ['#2c4634', '#4a7046', '#97ab62'],
        soil: '#6d4a33',
      }),
    },
    {
      depth: 0.72,
      plate: mistPlate('mist near', { y: 740, thickness: 74, colour: MIST, strength: 0.5 }),
      drift: (t) => [t * 24, 0],
    },
    {
      depth: 1,
      plate: rowsPlate('left hill', around(420), {
        peak: [300, 640],
        spread: 600,
        rows: 10,
        sizes: [20, 84],
        tones: ['#1e3a2a', '#38633c', '#8aa655'],
        soil: '#5c3b28',
      }),
    },
    { depth: 0.1, plate: lightPlate(820, 430, 900, '#ffca7d', 0.26) },
  ],
}

/** A row of bushes along a line that rises a little to the right. */
const hedgePlate = (key: string, y: number, size: number, tones: readonly [string, string, string], berries?: string): Plate =>
  plate(key, around(420), (at) => {
    const step = size * 0.82
    return [
      rect(-480, y + size * 0.2, 2600, 900, { fill: tones[0] }),
      times(Math.ceil(2560 / step), (index) =>
        bush(at, -460 + index * step, y + at.between(-0.08, 0.08) * size, size * at.between(0.9, 1.12), tones, berries),
      ),
    ]
  })

/** A picker in a conical hat seen against the light, waist at the origin, about 300 high; the hands go from twig to basket. */
const picker = (
  seconds: number,
  beat: number,
  phase: number,
  [cloth, shade, skin]: readonly [string, string, string],
): Shapes => {
  const reach = 0.5 + 0.5 * swing(seconds, beat, phase)
  const share = smooth(reach)
  const hand: Point = [mix(52, 118, share), mix(-6, -112 + 14 * swing(seconds, 0.7, phase), share)]
  const other: Point = [mix(96, 60, share), mix(-96, -20, share)]
  const nod = 5 * swing(seconds, beat, phase + 0.1)
  return moved(0, 0, 2.4 * swing(seconds, beat, phase), 1, [
    limb([[26, -150], [74, -92], other], 22, shade),
    path('M-44 60C-56 -40 -54 -120 -30 -160C-8 -184 34 -180 46 -154C60 -110 56 -30 62 60Z', { fill: cloth }),
    path('M-44 60C-56 -40 -54 -120 -30 -160C-20 -170 -12 -174 -4 -176C-26 -110 -22 -20 -14 60Z', { fill: shade }),
    path('M-104 -128C-100 -60 -92 0 -80 34L-26 34C-18 0 -16 -70 -20 -132Z', { fill: '#7a5630' }),
    times(5, (index) =>
      line(
        [
          [-101 + index * 2, -112 + index * 30],
          [-20, -112 + index * 30],
        ],
        { stroke: '#4d3219', 'stroke-width': 5 },
      ),
    ),
    path('M-108 -128C-96 -150 -30 -152 -16 -130C-30 -116 -96 -116 -108 -128Z', { fill: '#8f1f1d' }),
    times(9, (index) => circle(-98 + index * 9.4, -132 - (index % 3) * 6, 9, { fill: index % 2 ? '#c8302b' : '#a5211f' })),
    limb(
      [
        [-22, -158],
        [-62, -100],
        [-58, -30],
      ],
      9,
      '#4d3219',
    ),
    moved(14, -178, nod, 1, [
      path('M-12 6C-24 -30 -14 -52 10 -52C32 -52 36 -22 26 4Z', { fill: skin }),
      path('M-66 -34C-30 -62 -4 -92 8 -104C22 -90 50 -60 84 -30C40 -16 -30 -18 -66 -34Z', { fill: '#d9bd80' }),
      path('M8 -104C22 -90 50 -60 84 -30C62 -23 36 -20 10 -20C20 -50 14 -80 8 -104Z', { fill: '#f6e0ab' }),
      path('M-20 0C-6 12 18 12 30 -2L26 14C10 24 -8 20 -22 10Z', { fill: '#b8403a' }),
    ]),
    limb([[30, -146], [mix(78, 92, share), mix(-70, -112, share)], hand], 24, cloth),
    circle(hand[0], hand[1], 12, { fill: skin }),
    share > 0.35 ? circle(hand[0] + 9, hand[1] - 4, 7, { fill: '#d02f2b' }) : '',
  ])
}

const pickers: Shot = {
  seconds: 11,
  camera: pan({ x: -60, y: 0, zoom: 1 }, { x: 90, y: 0, zoom: 1.04 }),
  cels: [
    {
      depth: 0.05,
      plate: skyPlate(
        'morning sky',
        [
          [0, '#7ea7c8'],
          [0.34, '#cfd9d6'],
          [0.58, '#ffe6bd'],
        ],
        ['#ffffff', '#ffe9cf'],
        0.55,
      ),
    },
    { depth: 0.08, plate: lightPlate(1180, 250, 640, '#fff0c0', 1) },
    {
      depth: 0.2,
      plate: hillPlate(
        'ridge',
        around(260),
        { y: 410, height: 110, wave: 900 },
        { top: '#8fa8ac', bottom: '#d8ccb0', pines: '#88a0a5' },
        { count: 46, small: 26, large: 60 },
      ),
    },
    {
      depth: 0.26,
      plate: mistPlate('veil', { y: 500, thickness: 110, colour: '#fff3dc', strength: 0.9 }),
      drift: (t) => [t * 16, 0],
    },
    { depth: 0.42, plate: hedgePlate('hedge far', 560, 58, ['#4d6d50', '#6d8f5c', '#b6bd7c']) },
    {
      depth: 0.48,
      live: living('picker far', (_, t) => [
        moved(470, 560, 0, 0.52, picker(t, 3.3, 0.3, ['#7c8aa0', '#5f6c86', '#9a7458'])),
        moved(1330, 562, 0, 0.5, group({ transform: 'scale(-1 1)' }, picker(t, 2.9, 0.7, ['#a98a86', '#866a6c', '#9a7458']))),
      ]),
    },
    { depth: 0.54, plate: hedgePlate('hedge middle', 640, 82, ['#34553c', '#56803f', '#a7b765'], '#c43a2c') },
    {
      depth: 0.5,
      plate: mistPlate('veil near', { y: 640, thickness: 84, colour: '#fff0d4', strength: 0.42 }),
      drift: (t) => [-t * 26, 0],
    },
    {
      depth: 0.9,
      live: living('picker near', (_, t) => [
        moved(560, 740, 0, 1.08, picker(t, 2.6, 0, ['#3f5f93', '#2b4470', '#8a5b3e'])),
        moved(1120, 748, 0, 1, group({ transform: 'scale(-1 1)' }, picker(t, 3.1, 0.45, ['#9a4a5c', '#743246', '#8a5b3e']))),
      ]),
    },
    { depth: 1, plate: hedgePlate('hedge near', 830, 150, LEAVES, '#d2352c') },
    { depth: 0.1, plate: lightPlate(1180, 300, 1000, '#ffe1a0', 0.34) },
  ],
}

const branch = (at: Sketch, seconds: number): Shapes => {
  const tones = { dark: '#1e4a2b', light: '#37703b', vein: '#9cc27d' }
  const lit = { dark: '#27582f', light: '#56994b', vein: '#b9d795' }
  const stem: readonly Point[] = [
    [-120, 160],
    [240, 250],
    [560, 380],
    [900, 470],
    [1240, 590],
    [1760, 690],
  ]
  const leafAt = (x: number, y: number, turn: number, length: number, paint: typeof tones, phase: number) =>
    moved(x, y, turn + 3.4 * swing(seconds, 3.4, phase), 1, leaf(length, length * 0.47, paint))
  const cluster = (x: number, y: number, count: number, size: number, phase: number) =>
    moved(x, y, 2.6 * swing(seconds, 2.7, phase), 1, [
      times(count, (index) => {
        const angle = (index / count) * Math.PI * 2 + at.between(0, 0.4)
        const far = size * at.between(0.7, 1.45)
        return {
          x: Math.cos(angle) * far * 1.15,
          y: Math.sin(angle) * far,
          r: size * at.between(0.84, 1.06),
          tones: at.pick(RIPE),
        }
      })
        .sort((a, b) => a.y - b.y)
        .map((one) => berry(at, one.x, one.y, one.r, one.tones, '#3d1a12')),
    ])
  return group({ transform: `rotate(${(0.9 * swing(seconds, 4.6)).toFixed(2)} -200 100)` }, [
    leafAt(250, 250, -68, 380, tones, 0.1),
    leafAt(560, 370, 112, 430, tones, 0.3),
    leafAt(900, 460, -60, 460, tones, 0.5),
    leafAt(1240, 580, 108, 420, tones, 0.75),
    path(curve(stem), { fill: 'none', stroke: '#3b2a1c', 'stroke-width': 26, 'stroke-linecap': 'round' }),
    path(curve(stem), { fill: 'none', stroke: '#7a6042', 'stroke-width': 10, transform: 'translate(-2 -5)' }),
    leafAt(240, 250, 120, 420, lit, 0.2),
    leafAt(560, 385, -55, 420, lit, 0.45),
    leafAt(905, 480, 100, 450, lit, 0.65),
    leafAt(1250, 600, -42, 400, lit, 0.9),
    cluster(250, 262, 10, 50, 0),
    cluster(570, 394, 12, 56, 0.25),
    cluster(905, 488, 14, 62, 0.5),
    cluster(1245, 606, 12, 58, 0.7),
  ])
}

/** Dew gathers at a berry, lets go and falls. */
const dew = (seconds: number): Shapes =>
  (
    [
      [905, 590, 1.2],
      [575, 486, 3.4],
      [1250, 700, 5],
    ] as const
  ).map(([x, y, start]) => {
    const age = seconds - start
    const grown = smooth((age + 1.4) / 1.4)
    const fall = Math.max(0, age)
    return grown <= 0 || fall > 1.1
      ? ''
      : moved(x, y + 900 * fall ** 2, 0, grown, [
          path('M0 -18C7 -6 11 0 11 7A11 11 0 0 1 -11 7C-11 0 -7 -6 0 -18Z', { fill: '#eaf6ff', 'fill-opacity': 0.82 }),
          ellipse(-4, 5, 3, 5, { fill: '#ffffff' }),
        ])
  })

const cherries: Shot = {
  seconds: 8,
  camera: pan({ x: -40, y: -20, zoom: 1.12 }, { x: 70, y: 36, zoom: 1 }),
  cels: [
    {
      depth: 0.3,
      plate: plate('garden', around(160), (at, area) => [
        filled(at, area, [
          [0, '#93b176'],
          [0.5, '#3f6b3f'],
          [1, '#15301f'],
        ]),
        at.blurred(
          46,
          times(26, () =>
            ellipse(at.between(-100, 1700), at.between(0, 900), at.between(70, 220), at.between(50, 140), {
              fill: at.pick(['#a9c37a', '#2a5732', '#5d8b4c', '#d9dc9a', '#1a3d26']),
              'fill-opacity': 0.5,
            }),
          ),
        ),
      ]),
    },
    {
      depth: 0.5,
      plate: plate('sparkle', around(200), (at) =>
        bokeh(at, 24, ['#f4efb4', '#dbe7a2', '#ffffff'], { bottom: 620, small: 18, large: 62, strength: 0.24 }),
      ),
      drift: (t) => [t * 9, -t * 5],
      opacity: (t) => 0.75 + 0.25 * swing(t, 3),
    },
    { depth: 0.2, plate: lightPlate(240, 40, 700, '#fff7c4', 0.75), opacity: (t) => 0.85 + 0.15 * swing(t, 4.2) },
    { depth: 1, live: living('branch', (at, t) => [branch(at, t), dew(t)]) },
    { depth: 0.2, plate: lightPlate(240, 40, 1150, '#fff2b8', 0.22) },
  ],
}

const CHERRIES = 170
const POUR = { before: 110, first: 0.3, every: 0.11, fall: 0.55 } as const
const basketRim = { x: 800, y: 430, rx: 430, ry: 128 } as const

/** Where a cherry comes to rest: a heap, higher in the middle. The later it falls, the nearer the middle and the top. */
const resting = (at: Sketch, late: number): Point => {
  const angle = at.random() * Math.PI * 2
  const far = Math.sqrt(at.random()) * mix(0.97, 0.62, late)
  return [
    basketRim.x + Math.cos(angle) * far * 378,
    basketRim.y + mix(46, 4, late) + Math.sin(angle) * far * 88 - (1 - far ** 2) * mix(48, 96, late),
  ]
}

const basket: Shot = {
  seconds: 7,
  camera: pan({ x: 0, y: -20, zoom: 1 }, { x: 20, y: 20, zoom: 1.1 }),
  cels: [
    {
      depth: 0.4,
      plate: plate('shade of the garden', around(160), (at, area) => [
        filled(at, area, [
          [0, '#cfd7a2'],
          [0.42, '#6e8d55'],
          [0.68, '#4d5f38'],
          [1, '#33281b'],
        ]),
        at.blurred(
          40,
          times(24, () =>
            ellipse(at.between(-100, 1700), at.between(-40, 560), at.between(60, 190), at.between(40, 120), {
              fill: at.pick(['#dfe2a6', '#547a45', '#8fae66', '#f6ecc0', '#3c6138']),
              'fill-opacity': 0.45,
            }),
          ),
        ),
        at.blurred(30, ellipse(800, 842, 520, 70, { fill: '#120c06', 'fill-opacity': 0.7 })),
      ]),
    },
    { depth: 0.4, plate: lightPlate(330, 0, 800, '#fff4c4', 0.7) },
    {
      depth: 1,
      plate: plate('basket back', around(20), (at) => [
        ellipse(basketRim.x, basketRim.y, basketRim.rx, basketRim.ry, { fill: '#3b2413' }),
        ellipse(basketRim.x, basketRim.y + 16, basketRim.rx * 0.95, basketRim.ry * 0.9, {
          fill: at.radial([
            [0, '#231309'],
            [1, '#6b4824'],
          ]),
        }),
      ]),
    },
    {
      depth: 1,
      live: living('cherries in the basket', (at, t) => {
        const whole = times(CHERRIES, (index) => ({
          rest: resting(at, index / CHERRIES),
          r: at.between(31, 40),
          tones: at.pick(RIPE),
          age: index < POUR.before ? 99 : t - POUR.first - (index - POUR.before) * POUR.every,
        })).map((one) => {
          const settled = one.age - POUR.fall
          const share = clamp(one.age / POUR.fall)
          const hop = settled > 0 && settled < 0.3 ? -16 * Math.sin((settled / 0.3) * Math.PI) : 0
          return {
            ...one,
            landed: settled >= 0,
            at: [
              mix(one.rest[0] * 0.35 + 530, one.rest[0], share),
              settled >= 0 ? one.rest[1] + hop : mix(-80, one.rest[1], share ** 2),
            ] as const,
          }
        })
        const cherry = (one: (typeof whole)[number]) => berry(at, one.at[0], one.at[1], one.r, one.tones, '#3d1a12')
        const heap = whole.filter(({ landed }) => landed).sort((a, b) => a.rest[1] - b.rest[1])
        const falling = whole.filter(({ landed, age }) => !landed && age > 0)
        return [...heap, ...falling].map(cherry)
      }),
    },
    {
      depth: 1,
      plate: plate('basket front', around(20), (at) => {
        const { x, y, rx, ry } = basketRim
        const body = `M${x - rx} ${y}C${x - rx + 10} ${y + 220} ${x - rx * 0.72} ${y + 400} ${x - rx * 0.6} ${y + 420}Q${x} ${y + 500} ${x + rx * 0.6} ${y + 420}C${x + rx * 0.72} ${y + 400} ${x + rx - 10} ${y + 220} ${x + rx} ${y}A${rx} ${ry} 0 0 1 ${x - rx} ${y}Z`
        return [
          at.clipped(path(body, {}), [
            path(body, {
              fill: at.linear(
                [
                  [0, '#8a6232'],
                  [0.32, '#d9ae68'],
                  [0.6, '#b98845'],
                  [1, '#5b3b19'],
                ],
                [0, 0, 1, 0],
              ),
            }),
            times(11, (row) =>
              times(26, (column) => {
                const [bx, by] = [
                  x - rx - 20 + column * 36 + (row % 2) * 18,
                  y + 60 + row * 40 + 0.00052 * -((column * 36 - rx) ** 2),
                ]
                return rect(bx, by, 30, 30, { fill: (row + column) % 2 ? '#7b5426' : '#e8c686', 'fill-opacity': 0.42, rx: 8 })
              }),
            ),
          ]),
          path(`M${x - rx} ${y}A${rx} ${ry} 0 0 0 ${x + rx} ${y}`, { fill: 'none', stroke: '#5b3b19', 'stroke-width': 40 }),
          path(`M${x - rx} ${y - 4}A${rx} ${ry} 0 0 0 ${x + rx} ${y - 4}`, {
            fill: 'none',
            stroke: '#e2bd7d',
            'stroke-width': 26,
          }),
          path(`M${x - rx} ${y - 4}A${rx} ${ry} 0 0 0 ${x + rx} ${y - 4}`, {
            fill: 'none',
            stroke: '#8a6232',
            'stroke-width': 26,
            'stroke-dasharray': '6 22',
          }),
        ]
      }),
    },
  ],
}

const TABLE_CHERRIES: readonly Point[] = [
  [1052, 800],
  [1128, 806],
  [1090, 760],
  [1010, 832],
  [1090, 838],
  [1168, 836],
  [1236, 852],
  [930, 868],
]

const cup: Shot = {
  seconds: 10,
  camera: pan({ x: 40, y: 0, zoom: 1.02 }, { x: -30, y: 6, zoom: 1.1 }),
  cels: [
    {
      depth: 0.06,
      plate: skyPlate(
        'late morning sky',
        [
          [0, '#86b4d6'],
          [0.4, '#dfe9e4'],
          [0.6, '#fff0cf'],
        ],
        ['#ffffff'],
        0.7,
      ),
    },
    { depth: 0.08, plate: lightPlate(420, 180, 620, '#fff5cf', 1) },
    {
      depth: 0.14,
      plate: hillPlate('blue range', around(240), { y: 430, height: 100, wave: 980 }, { top: '#93b0b8', bottom: '#dfe0c8' }),
    },
    {
      depth: 0.18,
      plate: mistPlate('last mist', { y: 510, thickness: 70, colour: '#ffffff', strength: 0.8 }),
      drift: (t) => [t * 12, -t * 2],
    },
    {
      depth: 0.26,
      plate: rowsPlate('garden below', around(300), {
        peak: [1060, 520],
        spread: 820,
        rows: 12,
        sizes: [14, 60],
        tones: ['#3d6142', '#6a9550', '#b9cc78'],
        soil: '#7a5a3c',
      }),
    },
    {
      depth: 0.9,
      plate: plate('window', around(200, 200, 160), (at) => {
        const beam = at.linear([
          [0, '#5d3c22'],
          [1, '#3a2312'],
        ])
        return [
          rect(-220, -180, 330, 1300, { fill: beam }),
          rect(1490, -180, 340, 1300, { fill: beam }),
          rect(-220, -180, 2050, 220, { fill: beam }),
          rect(96, -180, 14, 1300, { fill: '#9b7045' }),
          rect(1490, -180, 12, 1300, { fill: '#25160b' }),
          rect(96, 36, 1400, 10, { fill: '#25160b' }),
          rect(790, 36, 26, 700, { fill: '#4a2e18' }),
          rect(812, 36, 6, 700, { fill: '#8a6238' }),
        ]
      }),
    },
    {
      depth: 1,
      plate: plate('table and cup', around(260, 260, 160), (at) => [
        rect(-300, 716, 2200, 460, {
          fill: at.linear([
            [0, '#c28d52'],
            [0.2, '#9c6833'],
            [1, '#4f2f15'],
          ]),
        }),
        times(24, () =>
          path(`M${n(at.between(-300, 1300))} ${n(at.between(740, 1000))}q220 ${n(at.between(-8, 8))} 520 0`, {
            fill: 'none',
            stroke: '#6d431e',
            'stroke-width': 3,
            'stroke-opacity': 0.4,
          }),
        ),
        at.blurred(14, ellipse(590, 850, 270, 34, { fill: '#2a1606', 'fill-opacity': 0.65 })),
        ellipse(540, 836, 236, 42, { fill: '#efe6d6' }),
        ellipse(540, 830, 222, 36, { fill: '#cfc2ab' }),
        path('M676 660C760 640 772 760 652 764', { fill: 'none', stroke: '#f4ede0', 'stroke-width': 26 }),
        path('M392 620C396 760 436 830 540 830C644 830 684 760 688 620Z', {
          fill: at.linear(
            [
              [0, '#fffaf0'],
              [0.5, '#efe5d3'],
              [1, '#b7a78c'],
            ],
            [0, 0, 1, 0],
          ),
        }),
        path('M398 690C470 726 610 726 682 690L678 716C606 752 474 752 402 716Z', { fill: '#9d2f28' }),
        times(12, (index) =>
          polygon(
            [
              [410 + index * 23, 712],
              [421 + index * 23, 700 + Math.sin((index / 11) * Math.PI) * 16],
              [432 + index * 23, 714],
            ],
            { fill: '#f0cf86' },
          ),
        ),
        ellipse(540, 620, 148, 32, { fill: '#fffaf0' }),
        ellipse(540, 624, 134, 26, {
          fill: at.radial([
            [0, '#7a4522'],
            [0.7, '#4a2511'],
            [1, '#2f1508'],
          ]),
        }),
        path('M440 618C470 604 540 600 580 606', { fill: 'none', stroke: '#c58a55', 'stroke-width': 5, 'stroke-opacity': 0.7 }),
        TABLE_CHERRIES.map(([x, y]) => berry(at, x, y, 36, at.pick(RIPE), '#3d1a12')),
        moved(1180, 800, -28, 1, leaf(300, 130, { dark: '#27582f', light: '#4c8a45', vein: '#b3d18b' })),
      ]),
    },
    {
      depth: 1,
      live: living('steam', (at, t) => [
        puffs(at, t, {
          count: 13,
          life: 4.4,
          way: (share) => [510 + 34 * Math.sin(share * 5 + t * 0.7), 606 - share * 400],
          from: 16,
          to: 62,
          colour: '#ffffff',
          strength: 0.5,
        }),
        puffs(at, t + 1.7, {
          count: 11,
          life: 5.2,
          way: (share) => [580 - 40 * Math.sin(share * 4 + t * 0.5), 606 - share * 460],
          from: 14,
          to: 70,
          colour: '#fff6e4',
          strength: 0.44,
        }),
      ]),
    },
    { depth: 0.2, plate: lightPlate(420, 160, 1100, '#fff0c0', 0.3) },
    { depth: 0, live: living('flare', (at) => glow(at, 420, 120, 300, '#ffffff', 0.18)) },
  ],
}

export const coffeeMorning: Footage = { shots: [dawn, pickers, cherries, basket, cup] }
