/** "A train through the flowers": the old station, the engine, the fields, the window, the valley in the evening. */
import { railwayStation } from '../drawings/town'
import {
  bush,
  circle,
  ellipse,
  glow,
  group,
  hillPlate,
  lightPlate,
  line,
  living,
  mistPlate,
  moved,
  n,
  path,
  pine,
  plate,
  polygon,
  puffs,
  rect,
  ridge,
  skyPlate,
  smeared,
  stars,
  times,
  under,
  type Shapes,
  type Sketch,
} from './props'
import { around, clamp, mix, pan, smooth, swing, type Area, type Cel, type Footage, type Plate, type Shot } from './stage'

const DAY = [
  [0, '#4f97d2'],
  [0.34, '#a9d2ea'],
  [0.58, '#fdf1d6'],
] as const

/** A spoked wheel that has rolled so many units. */
const wheel = (x: number, y: number, radius: number, rolled: number, rim = '#1d1f24'): Shapes =>
  moved(x, y, (rolled / radius) * (180 / Math.PI), 1, [
    circle(0, 0, radius, { fill: '#3a2b26', stroke: rim, 'stroke-width': radius * 0.24 }),
    times(8, (index) => moved(0, 0, index * 45, 1, rect(-radius * 0.05, 0, radius * 0.1, radius * 0.9, { fill: '#b4352c' }))),
    circle(0, 0, radius * 0.24, { fill: '#b4352c' }),
    circle(0, 0, radius * 0.1, { fill: '#f0d9a0' }),
  ])

/** The steam engine looking right: rails at y = 0, buffer at the right end, about 400 long. */
const engine = (at: Sketch, rolled: number): Shapes => {
  const turn = rolled / 46
  const crank = [Math.cos(turn) * 22, Math.sin(turn) * 22] as const
  const body = at.linear([
    [0, '#5d8a78'],
    [0.25, '#2f5d50'],
    [0.7, '#1c3f38'],
    [1, '#10261f'],
  ])
  return [
    rect(-200, -74, 400, 20, { fill: '#1b1c20' }),
    path('M150 -62L206 -62L216 -14L160 -30Z', { fill: '#8f2a22' }),
    rect(-40, -176, 210, 104, { fill: body, rx: 22 }),
    [10, 70, 130].map((x) => rect(x, -176, 8, 104, { fill: '#d9b45c' })),
    rect(160, -182, 26, 116, { fill: '#22252a', rx: 8 }),
    circle(188, -128, 19, { fill: '#e6c76a' }),
    circle(190, -128, 12, { fill: '#fff6d0' }),
    path('M118 -176L112 -236L102 -250L152 -250L142 -236L138 -176Z', { fill: '#22252a' }),
    rect(100, -254, 54, 10, { fill: '#d9b45c', rx: 4 }),
    path('M28 -176C28 -214 74 -214 74 -176Z', { fill: '#d9b45c' }),
    path('M-6 -176L-6 -200L8 -200L8 -176Z', { fill: '#c79b45' }),
    rect(-196, -250, 168, 182, { fill: body, rx: 8 }),
    path('M-214 -250C-200 -274 -24 -274 -12 -250Z', { fill: '#7c2a22' }),
    rect(-174, -226, 56, 66, { fill: '#ffe6ab', rx: 6 }),
    rect(-104, -226, 56, 66, { fill: '#ffe6ab', rx: 6 }),
    rect(-190, -130, 156, 8, { fill: '#d9b45c' }),
    rect(-190, -92, 156, 5, { fill: '#d9b45c' }),
    wheel(-138, -46, 46, rolled),
    wheel(-30, -46, 46, rolled),
    wheel(76, -46, 46, rolled),
    wheel(158, -28, 28, rolled),
    rect(96, -72, 66, 34, { fill: '#26292f', rx: 6 }),
    line(
      [
        [-138 + crank[0], -46 + crank[1]],
        [76 + crank[0], -46 + crank[1]],
      ],
      { stroke: '#c9ccd0', 'stroke-width': 9, 'stroke-linecap': 'round' },
    ),
    line(
      [
        [-30 + crank[0], -46 + crank[1]],
        [116 + crank[0] * 0.6, -54],
      ],
      { stroke: '#e4e6e8', 'stroke-width': 7, 'stroke-linecap': 'round' },
    ),
  ]
}

/** A wooden carriage, its couplings at both ends, 380 long. */
const carriage = (at: Sketch, rolled: number, phase: number, lamps = 0): Shapes => [
  rect(-200, -66, 400, 12, { fill: '#1b1c20' }),
  rect(-186, -214, 372, 148, {
    fill: at.linear([
      [0, '#e7b65a'],
      [0.48, '#d39a3e'],
      [0.5, '#9b3a2a'],
      [1, '#6f241b'],
    ]),
    rx: 8,
  }),
  path('M-198 -212C-180 -244 180 -244 198 -212Z', { fill: '#4a5a58' }),
  times(7, (index) => [
    rect(-170 + index * 50, -196, 38, 58, {
      fill: lamps > 0 ? '#ffdf94' : '#bfe0ea',
      rx: 5,
      stroke: '#5d3b1d',
      'stroke-width': 4,
    }),
    index % 2 === Math.round(phase * 7) % 2
      ? [
          circle(-151 + index * 50, -160, 10, { fill: '#4d3a34' }),
          path(`M${-167 + index * 50} -138C${-165 + index * 50} -156 ${-137 + index * 50} -156 ${-135 + index * 50} -138Z`, {
            fill: ['#c8563f', '#3f6f9a', '#d9a441'][index % 3]!,
          }),
        ]
      : '',
  ]),
  rect(-186, -130, 372, 5, { fill: '#f3d48a' }),
  rect(-186, -84, 372, 4, { fill: '#f3d48a', 'fill-opacity': 0.7 }),
  [-132, -84, 84, 132].map((x) => wheel(x, -26, 26, rolled)),
  rect(-156, -60, 96, 20, { fill: '#26292f', rx: 6 }),
  rect(60, -60, 96, 20, { fill: '#26292f', rx: 6 }),
]

/** The whole train with its nose at the origin; each part rocks on its own springs. */
const train = (at: Sketch, t: number, rolled: number, cars: number, lamps = 0): Shapes => [
  times(cars, (index) =>
    moved(
      -640 - index * 412,
      1.8 * swing(t, 0.52, index * 0.3),
      0.18 * swing(t, 0.9, index * 0.37),
      1,
      carriage(at, rolled, index * 0.31, lamps),
    ),
  ),
  line(
    [
      [-440 - cars * 412 + 400, -62],
      [-410, -62],
    ],
    { stroke: '#1b1c20', 'stroke-width': 10 },
  ),
  moved(-220, 1.4 * swing(t, 0.44), 0, 1, engine(at, rolled)),
]
const chimney = { x: -220 + 127, y: -256 } as const

const steam = (at: Sketch, t: number, x: number, y: number, speed: number, size = 1, strength = 0.62): Shapes =>
  puffs(at, t, {
    count: 30,
    life: 4,
    way: (share) => [x - speed * 4 * share * 0.72, y - (150 * share ** 0.6 + 60 * share) * size],
    from: 20 * size,
    to: 118 * size,
    colour: '#ffffff',
    strength,
  })

/** How far the train has rolled t seconds after it begins to pull. */
const pulled = (t: number) => (t <= 0 ? 0 : 34 * t ** 2)

const station: Shot = {
  seconds: 10,
  camera: pan({ x: -40, y: 66, zoom: 1.06 }, { x: 40, y: 60, zoom: 1.14 }),
  cels: [
    { depth: 0.5, plate: { svg: railwayStation(), area: { x: 0, y: 0, width: 1600, height: 1067 } } },
    {
      depth: 1,
      plate: plate('platform track', { x: -240, y: 800, width: 2080, height: 300 }, (at) => [
        polygon(
          [
            [-240, 846],
            [1840, 846],
            [1840, 1100],
            [-240, 1100],
          ],
          {
            fill: at.linear([
              [0, '#7d6a55'],
              [1, '#57493b'],
            ]),
          },
        ),
        times(420, () =>
          ellipse(at.between(-240, 1840), at.between(852, 1010), at.between(4, 11), at.between(3, 7), {
            fill: at.pick(['#8f7c66', '#6a5a49', '#a3917a', '#4f4236']),
          }),
        ),
        times(30, (index) => rect(-240 + index * 72, 872, 44, 16, { fill: '#3f2d1f' })),
        rect(-240, 864, 2080, 9, { fill: '#c3c6ca' }),
        rect(-240, 872, 2080, 4, { fill: '#54453a' }),
      ]),
    },
    {
      depth: 1,
      live: living('train at the platform', (at, t) => {
        const rolled = pulled(t - 2.2)
        const x = 1080 + rolled
        return [
          ellipse(x - 640, 880, 1200, 12, { fill: '#2a1f18', 'fill-opacity': 0.4 }),
          moved(x, 868, 0, 1.04, train(at, t, rolled, 4)),
          puffs(at, t, {
            count: 12,
            life: 2.4,
            way: (share) => [x - 60 + 130 * share, 850 - 40 * share],
            from: 14,
            to: 70,
            colour: '#ffffff',
            strength: clamp(3.4 - t * 0.7) * 0.5,
          }),
          steam(at, t, x + chimney.x, 868 + chimney.y * 1.04, clamp((t - 2.2) / 3) * 140, 0.9, 0.4),
        ]
      }),
    },
    { depth: 0.1, plate: lightPlate(240, 120, 900, '#fff4cc', 0.4) },
  ],
}

const FLOWERS = ['#d86a96', '#f0a4c0', '#a885d8', '#f3d06a', '#f4efe4', '#e7734f', '#7f8fe0'] as const

/** A flower seen from above the stalk. */
const bloom = (x: number, y: number, r: number, tone: string): Shapes => [
  times(6, (index) => {
    const angle = (index / 6) * Math.PI * 2
    return ellipse(x + Math.cos(angle) * r * 0.55, y + Math.sin(angle) * r * 0.42, r * 0.5, r * 0.36, { fill: tone })
  }),
  circle(x, y, r * 0.26, { fill: '#ffe9a6' }),
]

const vault = (left: number, y: number, width: number, height: number): string =>
  `M${n(left)} ${y}L${n(left)} ${n(y - height * 0.5)}Q${n(left + width / 2)} ${n(y - height * 1.45)} ${n(left + width)} ${n(y - height * 0.5)}L${n(left + width)} ${y}Z`

/** A strip of greenhouses, their vaults in a row. */
const vaults = (at: Sketch, x: number, y: number, count: number, width: number, height: number): Shapes =>
  times(count, (index) => {
    const left = x + index * width
    return [
      path(vault(left, y, width, height), {
        fill: at.linear([
          [0, '#ffffff', 0.95],
          [0.5, '#dfeee9', 0.86],
          [1, '#a9c9b4', 0.9],
        ]),
        stroke: '#8fa8a4',
        'stroke-width': 2.4,
      }),
      rect(left + width * 0.12, y - height * 0.3, width * 0.76, height * 0.3, {
        fill: FLOWERS[index % FLOWERS.length]!,
        'fill-opacity': 0.4,
      }),
      line(
        [
          [left + width / 2, y - height * 0.97],
          [left + width / 2, y],
        ],
        { stroke: '#8fa8a4', 'stroke-width': 1.8, 'stroke-opacity': 0.7 },
      ),
    ]
  })

/** Land that slides past to the left; its plate is long enough for the shot. */
const passing = (land: Plate, depth: number, speed: number, lift = 0): Cel => ({
  depth,
  plate: land,
  drift: (t) => [-speed * t, -lift],
})
const long = (length: number, above = 60): Area => ({ x: -200, y: -above, width: 2000 + length, height: 900 + above * 2 })

const farRange = (key: string, length: number) =>
  hillPlate(
    key,
    long(length),
    { y: 430, height: 110, wave: 1000 },
    { top: '#7ea59c', bottom: '#b4cba0', pines: '#6d988c' },
    { count: 90, small: 30, large: 80 },
  )

const greenhouseBelt = plate('greenhouse belt', long(1700), (at, area) => {
  const top = ridge(at.random, area, { y: 560, height: 40, wave: 900 })
  return smeared(
    5,
    path(under(top, 1000), {
      fill: at.linear([
        [0, '#8db56f'],
        [0.4, '#6b9a55'],
      ]),
    }),
    times(8, (index) => vaults(at, area.x + 80 + index * 470, 620 + at.between(-8, 14), 5 + (index % 2), 66, 60)),
    times(30, () =>
      pine(
        at.random,
        at.between(area.x, area.x + area.width),
        at.between(580, 620),
        at.between(70, 150),
        at.pick(['#3f6f5a', '#4d7f68', '#356350']),
      ),
    ),
  )
})

const strips = (key: string, length: number, top: number, bottom: number, size: readonly [number, number]) =>
  plate(key, long(length), (at, area) =>
    smeared(
      13,
      rect(area.x, top, area.width, 1000 - top, {
        fill: at.linear([
          [0, '#5f8f4c'],
          [1, '#2f5a30'],
        ]),
      }),
      times(7, (row) => {
        const share = row / 6
        const y = mix(top + 6, bottom, share ** 1.2)
        const r = mix(size[0], size[1], share)
        const tone = FLOWERS[row % FLOWERS.length]!
        return [
          rect(area.x, y, area.width, r * 1.4, { fill: '#2c5430', 'fill-opacity': 0.7 }),
          times(Math.round(area.width / (r * 1.25)), (index) =>
            bloom(area.x + index * r * 1.25 + at.between(-3, 3), y + at.between(-0.3, 0.3) * r, r * at.between(0.8, 1.1), tone),
          ),
        ]
      }),
    ),
  )

const track = plate('track', { x: -240, y: 690, width: 2080, height: 120 }, () => [
  polygon(
    [
      [-240, 752],
      [1840, 752],
      [1840, 812],
      [-240, 812],
    ],
    { fill: '#8a7a66' },
  ),
  rect(-240, 735, 2080, 8, { fill: '#b9bcc2' }),
  rect(-240, 742, 2080, 10, { fill: '#4a3a2c' }),
])

const SPEED = 300
const alongside: Shot = {
  seconds: 10,
  camera: pan({ x: -40, y: 8, zoom: 1.02 }, { x: 30, y: -6, zoom: 1.08 }),
  cels: [
    { depth: 0.03, plate: skyPlate('day sky', DAY, ['#ffffff'], 0.75) },
    { depth: 0.05, plate: lightPlate(320, 150, 560, '#fff7d6', 0.8) },
    passing(farRange('range beside', 500), 0.1, 34),
    passing(greenhouseBelt, 0.3, 140),
    passing(strips('strips beside', 2900, 640, 720, [8, 17]), 0.5, SPEED * 0.9),
    { depth: 0.8, plate: track },
    {
      depth: 0.8,
      live: living('sleepers', (_, t) =>
        times(26, (index) => rect(((((index * 90 - SPEED * t) % 2340) + 2340) % 2340) - 300, 744, 46, 14, { fill: '#3a2c20' })),
      ),
    },
    {
      depth: 0.8,
      live: living('train beside', (at, t) => {
        const x = 1270 + 60 * smooth(t / 10)
        return [
          moved(x, 740, 0, 1.02, train(at, t, SPEED * t, 3)),
          steam(at, t, x + chimney.x, 740 + chimney.y * 1.02, SPEED * 0.9),
        ]
      }),
    },
    {
      depth: 1.25,
      plate: plate('hedge of hydrangeas', { x: -200, y: 700, width: 7000, height: 320 }, (at) =>
        smeared(
          20,
          times(62, (index) => {
            const x = -160 + index * 112 + at.between(-30, 30)
            const tone = at.pick(['#7f8fe0', '#a885d8', '#d98ac0', '#6fa6dc'])
            return [
              bush(at, x, 900, 96, ['#1f4a2c', '#37703b', '#5f9a4c']),
              times(4, () => {
                const [cx, cy, r] = [x + at.between(-70, 70), 852 + at.between(-34, 50), at.between(26, 42)]
                return [
                  circle(cx, cy, r, { fill: tone }),
                  times(12, () =>
                    circle(cx + at.between(-0.75, 0.75) * r, cy + at.between(-0.75, 0.75) * r, r * 0.2, {
                      fill: '#ffffff',
                      'fill-opacity': 0.3,
                    }),
                  ),
                ]
              }),
            ]
          }),
        ),
      ),
      drift: (t) => [-SPEED * 1.5 * t, 0],
    },
  ],
}

const field: Shot = {
  seconds: 9,
  camera: pan({ x: 0, y: 2, zoom: 1.03 }, { x: 0, y: 8, zoom: 1 }),
  cels: [
    { depth: 0.03, plate: skyPlate('field sky', DAY, ['#ffffff'], 0.8), drift: (t) => [t * 4, 0] },
    { depth: 0.05, plate: lightPlate(1180, 140, 620, '#fff7d6', 0.85) },
    {
      depth: 0.14,
      plate: hillPlate(
        'field range',
        around(240),
        { y: 380, height: 120, wave: 1000 },
        { top: '#7aa29c', bottom: '#a9c79a', pines: '#6b958c' },
        { count: 70, small: 34, large: 90 },
      ),
    },
    {
      depth: 0.2,
      plate: plate('slope', around(240), (at, area) => {
        const top = ridge(at.random, area, { y: 440, height: 26, wave: 900 })
        return [
          path(under(top, 1000), {
            fill: at.linear([
              [0, '#8db56f'],
              [0.3, '#5f8f4c'],
            ]),
          }),
          times(4, (index) => vaults(at, -160 + index * 520 + (index % 2) * 60, 462, 5, 52, 40)),
        ]
      }),
    },
    {
      depth: 0.24,
      live: living('train in the field', (at, t) => {
        const x = 120 + 205 * t
        return [
          rect(-200, 504, 2100, 14, { fill: '#7a6a52' }),
          moved(x, 506, 0, 0.42, [train(at, t, 440 * t, 3), steam(at, t, chimney.x, chimney.y, 420, 1.2)]),
        ]
      }),
    },
    {
      depth: 0.5,
      plate: plate('field', around(320), (at) => [
        rect(-340, 514, 2300, 600, {
          fill: at.linear([
            [0, '#6b9a4f'],
            [0.4, '#3f7040'],
            [1, '#1d4426'],
          ]),
        }),
        times(17, (row) => {
          const share = row / 16
          const y = 524 + share ** 1.7 * 330
          const r = 5 + share ** 1.5 * 24
          return times(Math.round(2260 / (r * 1.7)), (index) => {
            const x = -330 + index * r * 1.7 + at.between(-0.4, 0.4) * r
            // Strips run towards the vanishing point, so that a flower's colour follows its bearing.
            const strip = Math.floor((((x - 800) / (0.12 + share ** 1.7)) * 0.0022 + 40) * 1.6)
            return bloom(x, y + at.between(-0.3, 0.3) * r, r * at.between(0.75, 1.1), FLOWERS[strip % FLOWERS.length]!)
          })
        }),
      ]),
    },
    {
      depth: 1,
      live: living('nodding flowers', (at, t) =>
        times(30, (index) => {
          const x = -120 + index * 62 + at.between(-20, 20)
          const height = at.between(90, 210) * (0.55 + (0.65 * Math.abs(x - 800)) / 800)
          const gust = 15 * swing(t, 2.6, x / 1500) + 5 * swing(t, 1.1, at.random())
          const tone = at.pick(FLOWERS)
          const top = [x + gust, 930 - height] as const
          return [
            path(`M${n(x)} 960Q${n(x)} ${n(930 - height * 0.5)} ${n(top[0])} ${n(top[1])}`, {
              fill: 'none',
              stroke: '#2f6a36',
              'stroke-width': 7,
            }),
            moved(
              x + gust * 0.4,
              930 - height * 0.45,
              -38 + gust,
              1,
              path('M0 0C16 -20 50 -22 66 -4C44 8 18 10 0 0Z', { fill: '#3c7f3f' }),
            ),
            moved(top[0], top[1], gust * 0.9, 1, bloom(0, 0, at.between(34, 50), tone)),
          ]
        }),
      ),
    },
    {
      depth: 0.8,
      live: living('butterflies', (at, t) =>
        times(4, (index) => {
          const x = 300 + index * 310 + 90 * swing(t, 5, at.random()) + t * 12
          const y = 600 + 50 * swing(t, 3.1, at.random()) + 12 * swing(t, 0.9, at.random())
          const beat = 0.35 + 0.65 * Math.abs(swing(t, 0.5, index * 0.21))
          return moved(x, y, -14, 1, [
            [-1, 1].map((side) => [
              ellipse(side * 15 * beat, -7, 15 * beat, 13, { fill: ['#fff3c4', '#ffd27a', '#ffffff', '#ffb59a'][index]! }),
              ellipse(side * 11 * beat, 9, 10 * beat, 9, { fill: ['#ffe08a', '#ffb84f', '#e6eef2', '#ff9a7a'][index]! }),
            ]),
            ellipse(0, 0, 3, 14, { fill: '#3a2a22' }),
          ])
        }),
      ),
    },
  ],
}

const WINDOW = { x: 210, y: 90, width: 1180, height: 560 } as const
const inside: Shot = {
  seconds: 9,
  camera: (progress) => ({ x: mix(20, -20, progress), y: 3 * Math.sin(progress * 44), zoom: mix(1, 1.05, progress) }),
  cels: [
    { depth: 0.03, plate: skyPlate('window sky', DAY, ['#ffffff'], 0.8), drift: (t) => [-t * 4, 0] },
    passing(farRange('range outside', 700), 0.06, 40, 60),
    passing(greenhouseBelt, 0.1, 170, 110),
    passing(strips('strips outside', 3600, 520, 650, [8, 22]), 0.14, 380),
    {
      depth: 0.2,
      live: living('pines flit by', (at, t) =>
        smeared(
          17,
          times(4, (index) => {
            const x = ((((index * 900 + at.between(0, 300) - 900 * t) % 3600) + 3600) % 3600) - 700
            return pine(at.random, x, 860, 560 + index * 60, '#234a3c')
          }),
        ),
      ),
    },
    { depth: 0.2, plate: lightPlate(420, 160, 700, '#fff7d6', 0.55) },
    {
      depth: 1,
      plate: plate('carriage wall', around(140, 140, 140), (at) => {
        const { x, y, width, height } = WINDOW
        const wood = at.linear([
          [0, '#8a5a30'],
          [0.5, '#6d4322'],
          [1, '#3d2410'],
        ])
        const hole = `M${x + 30} ${y}H${x + width - 30}Q${x + width} ${y} ${x + width} ${y + 30}V${y + height}H${x}V${y + 30}Q${x} ${y} ${x + 30} ${y}Z`
        return [
          path(`M-160 -160H1760V1080H-160Z${hole}`, { fill: wood, 'fill-rule': 'evenodd' }),
          times(15, (index) => rect(-160 + index * 132, y + height + 30, 3, 400, { fill: '#2c190a', 'fill-opacity': 0.6 })),
          path(hole, { fill: 'none', stroke: '#3a2110', 'stroke-width': 30 }),
          path(hole, { fill: 'none', stroke: '#b07c45', 'stroke-width': 12 }),
          rect(x - 40, y + height - 6, width + 80, 34, { fill: '#a8743e', rx: 6 }),
          rect(x - 40, y + height + 22, width + 80, 8, { fill: '#3a2110' }),
          rect(x + width / 2 - 9, y, 18, height, { fill: '#8a5a30' }),
          rect(x + width / 2 + 5, y, 4, height, { fill: '#3a2110' }),
          path(`M${x - 6} ${y - 10}C${x + 120} ${y + 60} ${x + 70} ${y + 330} ${x - 6} ${y + 430}Z`, { fill: '#a5372d' }),
          path(
            `M${x + width + 6} ${y - 10}C${x + width - 120} ${y + 60} ${x + width - 70} ${y + 330} ${x + width + 6} ${y + 430}Z`,
            { fill: '#a5372d' },
          ),
          times(3, (index) => [
            path(
              `M${x + 14 + index * 26} ${y}C${x + 50 + index * 22} ${y + 120} ${x + 30 + index * 8} ${y + 300} ${x + 2} ${y + 400 - index * 40}`,
              { fill: 'none', stroke: '#6d1f19', 'stroke-width': 4, 'stroke-opacity': 0.6 },
            ),
            path(
              `M${x + width - 14 - index * 26} ${y}C${x + width - 50 - index * 22} ${y + 120} ${x + width - 30 - index * 8} ${y + 300} ${x + width - 2} ${y + 400 - index * 40}`,
              { fill: 'none', stroke: '#6d1f19', 'stroke-width': 4, 'stroke-opacity': 0.6 },
            ),
          ]),
        ]
      }),
    },
    {
      depth: 1,
      live: living('travellers', (_, t) => [
        moved(470, 930, 0.8 * swing(t, 3.2), 1, [
          path('M-176 60C-176 -90 -120 -166 0 -176C120 -166 170 -90 172 60Z', { fill: '#33507a' }),
          path('M70 -164C130 -140 170 -70 172 60L136 60C136 -50 116 -116 70 -164Z', { fill: '#9db7d8', 'fill-opacity': 0.55 }),
          rect(-30, -226, 64, 70, { fill: '#8a5a3e', rx: 22 }),
          ellipse(78, -272, 12, 20, { fill: '#a56e4c' }),
          path('M-84 -280C-92 -392 86 -394 82 -282C82 -180 66 -96 52 -40C20 -28 -30 -28 -56 -40C-74 -100 -82 -190 -84 -280Z', {
            fill: '#1c1513',
          }),
          path('M30 -358C64 -340 78 -312 76 -270C76 -190 62 -110 50 -52C58 -130 62 -270 30 -358Z', {
            fill: '#6a564a',
            'fill-opacity': 0.6,
          }),
          times(4, (index) =>
            path(`M${-44 + index * 24} -340C${-60 + index * 26} -260 ${-54 + index * 26} -130 ${-40 + index * 24} -46`, {
              fill: 'none',
              stroke: '#3a2c26',
              'stroke-width': 3,
            }),
          ),
        ]),
        moved(1120, 950, -0.9 * swing(t, 2.8, 0.3), 0.8, [
          path('M-150 60C-146 -90 -96 -166 4 -176C106 -166 156 -90 160 60Z', { fill: '#b0524a' }),
          path('M-66 -160C-120 -134 -146 -70 -150 60L-116 60C-114 -50 -102 -112 -66 -160Z', {
            fill: '#f3c2a0',
            'fill-opacity': 0.6,
          }),
          rect(-28, -228, 60, 70, { fill: '#9a6a4a', rx: 22 }),
          ellipse(-78, -266, 12, 20, { fill: '#b5805a' }),
          ellipse(80, -266, 12, 20, { fill: '#8a5a3e' }),
          path('M-80 -290C-84 -400 88 -400 84 -290C84 -230 60 -196 2 -194C-56 -196 -80 -230 -80 -290Z', { fill: '#241915' }),
          path('M-150 -300C-100 -334 110 -334 154 -300C110 -286 -100 -286 -150 -300Z', { fill: '#d8b96e' }),
          path('M-92 -306C-90 -420 96 -420 96 -306C50 -324 -44 -324 -92 -306Z', { fill: '#efd596' }),
          path('M-92 -306C-44 -324 50 -324 96 -306L96 -326C50 -346 -44 -346 -93 -326Z', { fill: '#a5372d' }),
        ]),
      ]),
    },
    {
      depth: 1,
      live: living('light on the sill', (_, t) => {
        // Each pine outside throws its shadow once over the wood.
        const shade = clamp(swing(t, 1, 0.15) * 2 - 1)
        return rect(-160, 640, 1920, 320, { fill: '#1a0d04', 'fill-opacity': 0.18 * shade })
      }),
    },
  ],
}

const RAILS = 590
const evening: Shot = {
  seconds: 8,
  camera: pan({ x: -40, y: 0, zoom: 1.1 }, { x: 30, y: 6, zoom: 1 }),
  cels: [
    {
      depth: 0.04,
      plate: skyPlate(
        'evening over the valley',
        [
          [0, '#27346b'],
          [0.26, '#7b6399'],
          [0.42, '#e8937c'],
          [0.54, '#ffd39a'],
        ],
        ['#ff9f86', '#ffc59a', '#c97b8e'],
      ),
    },
    { depth: 0.04, live: living('first stars', (at, t) => stars(at, t, 50, 260)), opacity: (t) => 0.2 + 0.6 * smooth(t / 7) },
    { depth: 0.06, plate: lightPlate(1120, 470, 600, '#ffe0a0', 0.85), opacity: (t) => 1 - 0.4 * smooth(t / 8) },
    {
      depth: 0.14,
      plate: hillPlate('evening range', around(240), { y: 420, height: 110, wave: 1000 }, { top: '#6a5f8c', bottom: '#b88a90' }),
    },
    {
      depth: 0.16,
      plate: mistPlate('valley mist', { y: 508, thickness: 56, colour: '#ffd9c4', strength: 0.6 }),
      drift: (t) => [t * 10, 0],
    },
    {
      depth: 0.22,
      plate: hillPlate(
        'evening pines',
        around(280),
        { y: 520, height: 60, wave: 860 },
        { top: '#4a4a72', bottom: '#544f74', pines: '#42426a' },
        { count: 70, small: 36, large: 96 },
      ),
    },
    {
      depth: 0.34,
      live: living('train home', (at, t) => {
        const x = 320 + 150 * t
        return [
          moved(x, RAILS, 0, 0.5, [
            train(at, t, 300 * t, 3, 1),
            steam(at, t, chimney.x, chimney.y, 300, 1.1),
            glow(at, -24, -128, 240, '#ffe9b0', 0.75),
          ]),
          times(3, (index) => glow(at, x - 320 - index * 206, RAILS - 84, 130, '#ffcf7a', 0.4)),
        ]
      }),
    },
    {
      depth: 0.34,
      plate: plate('viaduct', around(320), (at) => {
        const arches = times(22, (index) => {
          const left = -300 + index * 102
          return `M${left + 16} 900V${RAILS + 84}A35 40 0 0 1 ${left + 86} ${RAILS + 84}V900Z`
        })
        return [
          rect(-320, RAILS - 2, 2240, 6, { fill: '#d8c7c0' }),
          path(`M-320 ${RAILS + 2}H1920V900H-320Z${arches.join('')}`, {
            'fill-rule': 'evenodd',
            fill: at.linear([
              [0, '#8d6f72'],
              [0.5, '#54465f'],
              [1, '#3a3452'],
            ]),
          }),
        ]
      }),
    },
    {
      depth: 0.6,
      plate: plate('valley', around(340), (at, area) => {
        const top = ridge(at.random, area, { y: 730, height: 50, wave: 900 })
        return [
          path(under(top, 1100), {
            fill: at.linear([
              [0, '#4d5a58'],
              [0.5, '#283a45'],
            ]),
          }),
        ]
      }),
    },
    {
      depth: 0.6,
      live: living('greenhouses lit', (at, t) =>
        times(7, (index) => {
          const [x, y, size] = [-200 + index * 300 + at.between(-30, 30), 790 + (index % 2) * 70, at.between(0.85, 1.1)]
          const on = smooth((t - 0.4 - index * 0.55) / 0.5)
          return moved(x, y, 0, size, [
            vaults(at, 0, 0, 4, 66, 60),
            times(4, (order) => path(vault(order * 66, 0, 66, 60), { fill: '#2b2f55', 'fill-opacity': 0.72 - 0.55 * on })),
            times(4, (order) => glow(at, 33 + order * 66, -26, 74, '#ffd98a', 0.75 * on)),
          ])
        }),
      ),
    },
    {
      depth: 1.2,
      plate: plate('flowers at dusk', around(300, 300, 60), (at) => [
        times(150, () => {
          const x = at.between(-280, 1880)
          const y = 940 - at.between(0, 70) * (0.4 + Math.abs(x - 800) / 800)
          return [
            line(
              [
                [x, y],
                [x + at.between(-8, 8), 980],
              ],
              { stroke: '#16283a', 'stroke-width': 5 },
            ),
            group(
              { opacity: 0.72 },
              bloom(x, y, at.between(16, 30), at.pick(['#8f4f86', '#a8648c', '#6a5aa8', '#b98a72', '#9a8fb0'])),
            ),
          ]
        }),
        pine(at.random, -60, 990, 700, '#16203a'),
        pine(at.random, 1650, 990, 560, '#16203a'),
      ]),
    },
  ],
}

export const flowerTrain: Footage = { shots: [station, alongside, field, inside, evening] }
