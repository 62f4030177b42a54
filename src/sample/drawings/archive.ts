/** Exhibition rooms and old printing blocks: documents that say nothing, no maps. */
import { WIDTH, circle, ellipse, glow, group, line, moved, n, path, polygon, rect, sketch, times, wash } from './sketch'

export const exhibitionHall = () => {
  const at = sketch('exhibition-hall')
  const lamp = (x: number, y: number, toX: number, toY: number, width: number) => [
    polygon(
      [
        [x - 8, y],
        [x + 8, y],
        [toX + width, toY],
        [toX - width, toY],
      ],
      {
        fill: at.linear([
          [0, '#fff4d4', 0.5],
          [1, '#fff4d4', 0],
        ]),
      },
    ),
    rect(x - 10, y - 26, 20, 30, { fill: '#1c2126', rx: 4 }),
  ]
  const side = (sign: number) => {
    const x = (u: number) => (sign < 0 ? u : WIDTH - u)
    const panel = (from: number, to: number, tone: string, kind: number) => {
      const [top0, top1] = [150 + from * 0.33, 150 + to * 0.33]
      const [low0, low1] = [800 - from * 0.42, 800 - to * 0.42]
      const spot = (a: number, b: number) =>
        [x(from + (to - from) * a), (top0 + (top1 - top0) * a) * (1 - b) + (low0 + (low1 - low0) * a) * b] as const
      return [
        polygon([spot(-0.05, -0.03), spot(1.05, -0.03), spot(1.05, 1.03), spot(-0.05, 1.03)], { fill: '#3d2b1c' }),
        polygon([spot(0, 0), spot(1, 0), spot(1, 1), spot(0, 1)], { fill: tone }),
        times(kind === 0 ? 12 : 9, (row) =>
          times(kind === 0 ? 6 : 1, (column) => {
            const [a, b] = kind === 0 ? [0.09 + column * 0.145, 0.06 + row * 0.075] : [0.1, 0.1 + row * 0.09]
            const [w, h] = kind === 0 ? [0.08, 0.045] : [row % 3 === 2 ? 0.5 : 0.8, 0.025]
            return polygon([spot(a, b), spot(a + w, b), spot(a + w, b + h), spot(a, b + h)], {
              fill: '#3a2a1c',
              'fill-opacity': 0.62,
            })
          }),
        ),
        kind === 0
          ? polygon([spot(0.66, 0.86), spot(0.84, 0.86), spot(0.84, 0.96), spot(0.66, 0.96)], {
              fill: '#b3261e',
              'fill-opacity': 0.85,
            })
          : '',
      ]
    }
    return [
      polygon(
        [
          [x(-10), -20],
          [x(440), 150],
          [x(440), 690],
          [x(-10), 1010],
        ],
        {
          fill: at.linear([
            [0, '#33454f'],
            [1, '#1d2a33'],
          ]),
        },
      ),
      panel(24, 180, '#efe2bf', sign < 0 ? 0 : 1),
      panel(214, 314, '#eadbb4', sign < 0 ? 1 : 0),
      panel(338, 408, '#f0e4c4', 0),
    ]
  }
  const visitor = (x: number, y: number, size: number, tone: string, long = false) =>
    moved(x, y, 0, size, [
      at.blurred(5, ellipse(0, 4, 56, 10, { fill: '#0b0f13', 'fill-opacity': 0.7 })),
      path('M-25 -96L-21 0L-4 0L-1 -92L3 -92L7 0L24 0L27 -96Z', { fill: '#1a2026' }),
      path('M-30 -196C-44 -194 -47 -176 -48 -158L-46 -92L-34 -90L-32 -150Z', { fill: tone }),
      path('M30 -196C44 -194 47 -176 48 -158L46 -92L34 -90L32 -150Z', { fill: tone }),
      path('M-30 -196C-16 -204 16 -204 30 -196C38 -160 34 -120 33 -84L-33 -84C-34 -120 -38 -160 -30 -196Z', {
        fill: at.linear(
          [
            [0, tone],
            [0.7, tone],
            [1, '#10161b'],
          ],
          [0, 0, 1.3, 0.4],
        ),
      }),
      line(
        [
          [0, -196],
          [0, -86],
        ],
        { stroke: '#0b0f13', 'stroke-width': 1.6, 'stroke-opacity': 0.35 },
      ),
      rect(-7, -212, 14, 16, { fill: '#b98a68' }),
      long
        ? path('M-21 -232C-22 -262 22 -262 21 -232C24 -210 22 -186 17 -170L-17 -170C-22 -186 -24 -210 -21 -232Z', {
            fill: '#1b1512',
          })
        : path('M-20 -226C-22 -262 22 -262 20 -226C18 -210 8 -204 0 -204C-8 -204 -18 -210 -20 -226Z', { fill: '#1b1512' }),
    ])
  return at.svg(
    wash('#1c262d'),
    polygon(
      [
        [440, 150],
        [1160, 150],
        [1160, 690],
        [440, 690],
      ],
      {
        fill: at.linear([
          [0, '#445863'],
          [1, '#2b3a44'],
        ]),
      },
    ),
    polygon(
      [
        [-20, -20],
        [1620, -20],
        [1160, 150],
        [440, 150],
      ],
      {
        fill: at.linear([
          [0, '#12191e'],
          [1, '#26323a'],
        ]),
      },
    ),
    polygon(
      [
        [440, 690],
        [1160, 690],
        [1640, 1080],
        [-40, 1080],
      ],
      {
        fill: at.linear([
          [0, '#6d5641'],
          [0.5, '#4a3828'],
          [1, '#2a1e15'],
        ]),
      },
    ),
    times(15, (index) =>
      line(
        [
          [440 + index * 51.4, 690],
          [-60 + index * 123, 1080],
        ],
        { stroke: '#1d130b', 'stroke-width': 2, 'stroke-opacity': 0.5 },
      ),
    ),
    side(-1),
    side(1),
    rect(520, 206, 560, 330, { fill: '#20170f' }),
    rect(530, 216, 540, 310, {
      fill: at.linear([
        [0, '#f4b26a'],
        [0.36, '#ffe2ad'],
        [0.54, '#bcd3d0'],
        [0.56, '#2f7590'],
        [1, '#12425e'],
      ]),
    }),
    glow(at, 800, 372, 190, '#fff4cf', 0.9),
    circle(800, 372, 26, { fill: '#fff9e2' }),
    at.clipped(
      rect(530, 216, 540, 310, {}),
      times(60, (index) =>
        rect(at.between(520, 1060), 392 + (index / 60) * 132, at.between(20, 110), 1.4 + (index / 60) * 3, {
          fill: at.pick(['#ffe6b4', '#7fb6c4', '#0f3850']),
          'fill-opacity': 0.5,
        }),
      ),
      moved(680, 426, 0, 0.5, ship()),
      moved(930, 414, 0, 0.34, ship()),
      times(8, (index) =>
        path(`M${640 + index * 44} ${n(290 + at.between(-30, 30))}q9 -9 18 0q9 -9 18 0`, {
          fill: 'none',
          stroke: '#4d4a45',
          'stroke-width': 2.6,
        }),
      ),
    ),
    times(4, (index) => lamp(500 + index * 200, 120, 540 + index * 174, 560, 96)),
    at.blurred(
      14,
      polygon(
        [
          [520, 700],
          [1080, 700],
          [1230, 900],
          [370, 900],
        ],
        { fill: '#ffd9a0', 'fill-opacity': 0.22 },
      ),
    ),
    at.blurred(12, ellipse(800, 934, 300, 30, { fill: '#090c0f', 'fill-opacity': 0.75 })),
    polygon(
      [
        [590, 760],
        [1010, 760],
        [1050, 930],
        [550, 930],
      ],
      {
        fill: at.linear([
          [0, '#5a4029'],
          [1, '#2f2014'],
        ]),
      },
    ),
    rect(550, 922, 500, 14, { fill: '#21150c' }),
    polygon(
      [
        [590, 760],
        [1010, 760],
        [990, 736],
        [610, 736],
      ],
      { fill: '#cbb68b' },
    ),
    moved(800, 728, 0, 1, ship()),
    polygon(
      [
        [596, 560],
        [1004, 560],
        [1010, 760],
        [590, 760],
      ],
      { fill: '#cfe6ec', 'fill-opacity': 0.14, stroke: '#e5f3f5', 'stroke-width': 3 },
    ),
    polygon(
      [
        [620, 566],
        [700, 566],
        [650, 752],
        [604, 752],
      ],
      { fill: '#ffffff', 'fill-opacity': 0.17 },
    ),
    visitor(470, 900, 1.22, '#2f4a63'),
    visitor(372, 940, 1.36, '#8a3b34', true),
    visitor(1180, 890, 1.18, '#cfc6b4', true),
    visitor(1262, 930, 1.3, '#3f5a47'),
    visitor(1080, 740, 0.72, '#394653'),
    glow(at, 800, 380, 700, '#ffe2ac', 0.16),
  )
}

export const woodblocks = () => {
  const at = sketch('woodblocks')
  /** Strokes that look cut into wood and say nothing. */
  const glyph = (size: number, tone: string) =>
    times(5 + Math.floor(at.random() * 4), () => {
      const upright = at.random() < 0.45
      return rect(
        at.between(0, size * 0.7),
        at.between(0, size * 0.8),
        upright ? size * 0.11 : at.between(0.3, 0.95) * size,
        upright ? at.between(0.3, 0.9) * size : size * 0.11,
        { fill: tone, rx: size * 0.03 },
      )
    }).join('')
  const shelf = (y: number, height: number) => [
    times(34, (index) => {
      const x = -10 + index * 48
      const tall = height - at.between(14, 44)
      return [
        rect(x, y - tall, 42, tall, {
          fill: at.linear(
            [
              [0, at.pick(['#5d3d25', '#6b472b', '#4d3120', '#755033'])],
              [1, '#27160c'],
            ],
            [0, 0, 1, 0],
          ),
        }),
        rect(x + 2, y - tall, 5, tall, { fill: '#a9794b', 'fill-opacity': 0.5 }),
        rect(x + 12, y - tall * 0.72, 18, 26, { fill: '#e9dfc4', 'fill-opacity': 0.9 }),
        times(3, (row) => rect(x + 15, y - tall * 0.72 + 5 + row * 7, 11, 2.4, { fill: '#5a4b38' })),
      ]
    }),
    rect(-10, y, WIDTH + 20, 26, {
      fill: at.linear([
        [0, '#8b939a'],
        [1, '#4d555c'],
      ]),
    }),
    rect(-10, y + 26, WIDTH + 20, 22, { fill: '#0d0a08', 'fill-opacity': 0.55 }),
  ]
  const block = (x: number, y: number, turn: number, width: number, height: number) => {
    const columns = Math.floor((width - 90) / 56)
    const rows = Math.floor((height - 70) / 50)
    return moved(x, y, turn, 1, [
      at.blurred(16, rect(14, 26, width, height, { fill: '#050302', 'fill-opacity': 0.75 })),
      rect(0, 16, width, height, { fill: '#2a170b' }),
      rect(0, 0, width, height, {
        fill: at.linear([
          [0, '#8a5c36'],
          [0.5, '#6a4325'],
          [1, '#4c2e18'],
        ]),
      }),
      times(46, () =>
        path(
          `M${n(at.between(0, width * 0.4))} ${n(at.between(4, height - 4))}q${n(width * 0.2)} ${n(at.between(-7, 7))} ${n(width * at.between(0.3, 0.55))} ${n(at.between(-4, 4))}`,
          { fill: 'none', stroke: at.pick(['#3a2110', '#a97847']), 'stroke-width': at.between(1, 2.4), 'stroke-opacity': 0.35 },
        ),
      ),
      rect(30, 24, width - 60, height - 48, { fill: '#1d120b', rx: 3 }),
      rect(30, 24, width - 60, height - 48, { fill: 'none', stroke: '#a87a4e', 'stroke-width': 5 }),
      times(columns, (column) => [
        times(rows, (row) =>
          at.random() < 0.93
            ? group(
                { transform: `translate(${46 + column * 56} ${40 + row * 50})` },
                group({ transform: 'translate(2 3)' }, glyph(34, '#0a0503')),
                glyph(34, at.pick(['#b08253', '#9d7146', '#c2925f'])),
              )
            : '',
        ),
        line(
          [
            [40 + column * 56 + 49, 28],
            [40 + column * 56 + 49, height - 28],
          ],
          { stroke: '#7d5632', 'stroke-width': 2.4, 'stroke-opacity': column === columns - 1 ? 0 : 0.75 },
        ),
      ]),
      rect(0, 0, width, 7, { fill: '#d0a26c', 'fill-opacity': 0.6 }),
    ])
  }
  return at.svg(
    wash(
      at.linear([
        [0, '#1a1d20'],
        [1, '#0f0c0a'],
      ]),
    ),
    at.blurred(2.4, shelf(190, 180), shelf(420, 180), shelf(640, 170)),
    wash(
      at.linear([
        [0, '#0d0a08', 0.55],
        [0.4, '#0d0a08', 0.12],
        [1, '#0d0a08', 0.3],
      ]),
    ),
    glow(at, 420, 90, 760, '#ffe3ae', 0.32),
    rect(0, 690, WIDTH, 400, {
      fill: at.linear([
        [0, '#6d5138'],
        [0.1, '#4f3824'],
        [1, '#241710'],
      ]),
    }),
    block(150, 610, -4, 860, 400),
    block(1010, 740, 7, 520, 290),
    moved(1240, 610, 20, 1, [
      at.blurred(7, rect(8, 12, 320, 26, { fill: '#050302', 'fill-opacity': 0.7 })),
      rect(0, 0, 240, 24, {
        fill: at.linear([
          [0, '#c98f56'],
          [1, '#6b4322'],
        ]),
        rx: 8,
      }),
      polygon(
        [
          [240, 2],
          [330, 8],
          [330, 16],
          [240, 22],
        ],
        {
          fill: at.linear([
            [0, '#f2f5f6'],
            [1, '#78848a'],
          ]),
        },
      ),
    ]),
    glow(at, 500, 560, 860, '#ffdfa4', 0.26),
  )
}

/** A wooden sailing boat of the old kind; no flag, no writing. */
const ship = () => [
  path('M-120 10C-80 60 90 62 128 4L104 6C60 22 -60 24 -104 12Z', { fill: '#5d3618' }),
  path('M-120 10L-104 12C-60 24 60 22 104 6L128 4L124 16C80 40 -70 42 -114 22Z', { fill: '#92602f' }),
  line(
    [
      [-28, 16],
      [-28, -150],
    ],
    { stroke: '#4a2c13', 'stroke-width': 6 },
  ),
  line(
    [
      [54, 16],
      [54, -110],
    ],
    { stroke: '#4a2c13', 'stroke-width': 5 },
  ),
  path('M-32 -146C-96 -110 -104 -50 -92 -10L-32 -14Z', { fill: '#e6d3a5' }),
  path('M-24 -140C26 -110 36 -60 30 -14L-24 -14Z', { fill: '#f4e6c2' }),
  path('M58 -104C100 -76 104 -40 98 -10L58 -12Z', { fill: '#e6d3a5' }),
  times(4, (index) =>
    line(
      [
        [-92 + index * 2, -36 - index * 28],
        [28, -36 - index * 28],
      ],
      { stroke: '#a98a55', 'stroke-width': 2.5, 'stroke-opacity': 0.7 },
    ),
  ),
]
