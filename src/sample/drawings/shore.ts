/** Boats on the beach, young cherry trees by the lake. */
import {
  HEIGHT,
  WIDTH,
  circle,
  curve,
  ellipse,
  glow,
  ground,
  group,
  heightAt,
  line,
  mist,
  moved,
  n,
  path,
  pine,
  polygon,
  rect,
  sketch,
  skyline,
  times,
  wash,
  type Sketch,
} from './sketch'

/** Light on water: short strokes, longer the nearer they are. */
const glints = (at: Sketch, top: number, bottom: number, count: number, colours: readonly string[]) =>
  times(count, () => {
    const near = at.random() ** 1.6
    const y = top + near * (bottom - top)
    return ellipse(at.between(-40, WIDTH + 40), y, at.between(14, 40) * (0.4 + near * 2), 0.8 + near * 3.4, {
      fill: at.pick(colours),
      'fill-opacity': at.between(0.25, 0.7),
    })
  })

export const fishingBoats = () => {
  const at = sketch('fishing-boats')
  const horizon = 430
  const headland = skyline(at.random, { y: 400, height: 70, wave: 1500, rough: 0.4 })
  // A wooden boat of the south coast: high bow, eyes on it, a wheelhouse aft, a flag.
  const boat = (x: number, y: number, size: number, hull: string, band: string) =>
    moved(x, y, at.between(-1.5, 1.5), size, [
      ellipse(0, 42, 190, 12, { fill: '#123c4f', 'fill-opacity': 0.4 }),
      path('M-190 -34C-150 -20 120 -18 196 -74C190 -20 160 30 128 42L-150 42C-176 30 -190 0 -190 -34Z', { fill: hull }),
      path('M-190 -34C-150 -20 120 -18 196 -74L193 -54C120 0 -146 -2 -188 -16Z', { fill: band }),
      rect(-150, -96, 96, 72, { fill: '#e9dcc0' }),
      rect(-158, -106, 112, 12, { fill: '#8c4a34' }),
      times(3, (index) => rect(-140 + index * 30, -84, 18, 22, { fill: '#3c5f70' })),
      ellipse(150, -38, 12, 7, { fill: '#fdf8ea' }),
      circle(152, -38, 4, { fill: '#23211f' }),
      line(
        [
          [30, -24],
          [36, -190],
        ],
        { stroke: '#5a4330', 'stroke-width': 6 },
      ),
      line(
        [
          [36, -186],
          [190, -74],
        ],
        { stroke: '#5a4330', 'stroke-width': 2 },
      ),
      path('M36 -190C60 -200 76 -180 104 -188L104 -150C78 -142 60 -162 36 -152Z', { fill: '#d9251d' }),
      polygon(
        times(10, (index) => {
          const angle = -Math.PI / 2 + (index * Math.PI) / 5
          const reach = index % 2 === 0 ? 11 : 4.4
          return [70 + Math.cos(angle) * reach, -170 + Math.sin(angle) * reach] as const
        }),
        { fill: '#ffde00' },
      ),
    ])
  // The round basket boat, woven bamboo under resin.
  const basket = (x: number, y: number, size: number) =>
    moved(x, y, at.between(-4, 4), size, [
      ellipse(14, 66, 150, 22, { fill: '#6b5233', 'fill-opacity': 0.45 }),
      path('M-130 -10C-120 60 -60 80 0 80C60 80 120 60 130 -10Z', {
        fill: at.linear(
          [
            [0, '#a87c3f'],
            [0.5, '#8a6231'],
            [1, '#5d4122'],
          ],
          [0, 0, 1, 0],
        ),
      }),
      times(9, (index) =>
        path(`M${n(-118 + index * 28)} 0Q${n(-100 + index * 25)} 50 ${n(-58 + index * 14)} 78`, {
          fill: 'none',
          stroke: '#d2a868',
          'stroke-width': 2.4,
          'stroke-opacity': 0.5,
        }),
      ),
      ellipse(0, -10, 130, 30, { fill: '#c99c5c' }),
      ellipse(0, -7, 114, 23, { fill: '#4b351d' }),
      line(
        [
          [-70, 6],
          [86, -96],
        ],
        { stroke: '#b98f55', 'stroke-width': 7, 'stroke-linecap': 'round' },
      ),
    ])
  const shore = curve([
    [-80, 840],
    [220, 800],
    [560, 826],
    [900, 786],
    [1260, 812],
    [1680, 770],
  ])
  return at.svg(
    wash(
      at.linear([
        [0, '#4f93c0'],
        [0.2, '#9cc9d8'],
        [0.36, '#f7ddb0'],
        [0.41, '#ffeccb'],
      ]),
    ),
    glow(at, 1180, 410, 560, '#fff0bf', 0.95),
    circle(1180, 392, 40, { fill: '#fffbe6' }),
    at.blurred(
      9,
      times(9, () =>
        ellipse(at.between(0, WIDTH), at.between(70, 270), at.between(120, 300), at.between(8, 22), {
          fill: '#fff6e6',
          'fill-opacity': 0.6,
        }),
      ),
    ),
    path(ground(headland, horizon), {
      fill: at.linear([
        [0, '#6b8a98'],
        [1, '#93aeb2'],
      ]),
    }),
    rect(-10, horizon, WIDTH + 20, HEIGHT - horizon, {
      fill: at.linear([
        [0, '#8fc3cb'],
        [0.25, '#3f97ab'],
        [0.6, '#2d8296'],
        [1, '#5fb0ae'],
      ]),
    }),
    glints(at, horizon + 4, 800, 260, ['#e9f7f4', '#ffe9bd', '#a9d8dc', '#1f6f86']),
    at.blurred(10, ellipse(1180, 560, 90, 150, { fill: '#ffe7b3', 'fill-opacity': 0.5 })),
    boat(300, 500, 0.42, '#2f6f9a', '#d9483a'),
    boat(770, 482, 0.3, '#3a7d58', '#e3b23c'),
    boat(1420, 520, 0.5, '#256b8f', '#e8e2d0'),
    boat(620, 640, 0.95, '#2c6fa8', '#c8392f'),
    boat(1180, 690, 0.78, '#3d7f5e', '#e6b944'),
    path(`${shore}L1700 1100L-100 1100Z`, {
      fill: at.linear([
        [0, '#caa978'],
        [0.3, '#e6cb98'],
        [1, '#d9b981'],
      ]),
    }),
    times(3, (index) =>
      group(
        { transform: `translate(0 ${n(index * 16 - 14)})` },
        path(shore, { fill: 'none', stroke: '#ffffff', 'stroke-width': 9 - index * 2.5, 'stroke-opacity': 0.75 - index * 0.2 }),
      ),
    ),
    times(420, () =>
      circle(at.between(0, WIDTH), at.between(840, HEIGHT), at.between(0.8, 2.4), {
        fill: at.pick(['#a98a57', '#f6e3b9', '#b79763']),
        'fill-opacity': 0.6,
      }),
    ),
    basket(250, 930, 1.1),
    basket(560, 900, 0.8),
    basket(1360, 920, 1.25),
    mist(at, horizon, 24, '#fff4dc', 0.5),
    glow(at, 1180, 420, 820, '#ffe6ac', 0.25),
  )
}

export const cherrySaplings = () => {
  const at = sketch('cherry-saplings')
  const shore = 470
  const far = skyline(at.random, { y: 380, height: 90, wave: 1200, rough: 0.4 })
  const near = skyline(at.random, { y: 430, height: 50, wave: 800, rough: 0.5 })
  const leaves = (x: number, y: number, size: number) =>
    times(46, () => {
      const turn = at.between(0, Math.PI * 2)
      const reach = Math.sqrt(at.random())
      return ellipse(x + Math.cos(turn) * reach * 74 * size, y + Math.sin(turn) * reach * 92 * size, 15 * size, 8 * size, {
        fill: at.pick(['#7fb04c', '#5f9440', '#9cc45c', '#4b7f3a', '#b7cf6b']),
        transform: `rotate(${n(at.between(-50, 50))} ${n(x)} ${n(y)})`,
      })
    })
  const sapling = (x: number, foot: number, size: number) => [
    ellipse(x, foot + 4, 62 * size, 15 * size, { fill: '#5a3826' }),
    ellipse(x, foot, 46 * size, 10 * size, { fill: '#7d4d32' }),
    // Three stakes and a tie hold the tree in the storms.
    [-44, 44, 14].map((side) =>
      line(
        [
          [x + side * size, foot + (side === 14 ? 14 : 4) * size],
          [x + side * 0.18 * size, foot - 190 * size],
        ],
        { stroke: side === 14 ? '#a98354' : '#8f6c42', 'stroke-width': 8 * size, 'stroke-linecap': 'round' },
      ),
    ),
    path(
      `M${n(x - 5 * size)} ${n(foot)}Q${n(x + 6 * size)} ${n(foot - 160 * size)} ${n(x)} ${n(foot - 330 * size)}L${n(x + 5 * size)} ${n(foot - 330 * size)}Q${n(x + 14 * size)} ${n(foot - 160 * size)} ${n(x + 7 * size)} ${n(foot)}Z`,
      { fill: '#5b3a33' },
    ),
    [-1, 1, -0.7, 0.8].map((side, index) =>
      line(
        [
          [x + 3 * size, foot - (230 + index * 28) * size],
          [x + side * 58 * size, foot - (310 + index * 26) * size],
        ],
        { stroke: '#5b3a33', 'stroke-width': 4 * size },
      ),
    ),
    leaves(x, foot - 352 * size, size),
    rect(x - 20 * size, foot - 196 * size, 40 * size, 8 * size, { fill: '#c9b48a' }),
    moved(
      x + 34 * size,
      foot - 150 * size,
      8,
      size,
      line(
        [
          [0, -34],
          [-8, -58],
        ],
        { stroke: '#6b5a40', 'stroke-width': 2.5 },
      ),
      rect(-26, -34, 52, 72, { fill: '#d9b27c', rx: 4 }),
      rect(-22, -30, 44, 64, { fill: '#e8c793', rx: 3 }),
      times(4, (index) => rect(-15, -20 + index * 14, 30 - (index % 2) * 8, 4, { fill: '#7a5a36' })),
    ),
  ]
  return at.svg(
    wash(
      at.linear([
        [0, '#8fa9b8'],
        [0.25, '#c3d0d2'],
        [0.44, '#f2ece0'],
      ]),
    ),
    at.blurred(
      16,
      times(14, () =>
        ellipse(at.between(0, WIDTH), at.between(20, 230), at.between(140, 320), at.between(24, 60), {
          fill: at.pick(['#ffffff', '#e2e6e6', '#aebcc4']),
          'fill-opacity': 0.6,
        }),
      ),
    ),
    glow(at, 420, 240, 520, '#fff5d8', 0.7),
    path(ground(far, shore), { fill: '#8ea8a2' }),
    mist(at, 430, 40, '#f7f5ec', 0.7),
    times(60, () => {
      const x = at.between(-10, WIDTH)
      return pine(at.random, x, heightAt(near, x) + 30, at.between(30, 90), at.pick(['#476a5b', '#3b5c50', '#557a66']))
    }),
    path(ground(near, shore + 10), { fill: '#4f7561' }),
    rect(-10, shore, WIDTH + 20, 250, {
      fill: at.linear([
        [0, '#9db7b4'],
        [0.3, '#b9cccb'],
        [1, '#7c9ea3'],
      ]),
    }),
    glints(at, shore + 4, 700, 170, ['#f4f5ee', '#8aa7aa', '#dfe9e6']),
    path(
      `${curve([
        [-80, 690],
        [300, 650],
        [760, 640],
        [1200, 668],
        [1700, 640],
      ])}L1700 1100L-100 1100Z`,
      {
        fill: at.linear([
          [0, '#89a957'],
          [0.4, '#6f9545'],
          [1, '#466b2f'],
        ]),
      },
    ),
    times(900, () => {
      const y = at.between(670, HEIGHT)
      const x = at.between(0, WIDTH)
      const tall = 5 + (y - 660) * 0.045
      return line(
        [
          [x, y],
          [x + at.between(-4, 4), y - tall],
        ],
        { stroke: at.pick(['#9cbd63', '#5c8338', '#7fa84b', '#c0d27c']), 'stroke-width': 1.8, 'stroke-opacity': 0.8 },
      )
    }),
    path('M-20 1080C400 960 900 900 1640 930L1640 1010C900 985 500 1040 300 1090Z', { fill: '#cbb899' }),
    path('M-20 1080C400 960 900 900 1640 930L1640 940C900 912 400 974 30 1090Z', { fill: '#e2d3b6' }),
    sapling(1250, 700, 0.5),
    sapling(1040, 722, 0.62),
    sapling(770, 762, 0.8),
    sapling(380, 850, 1.15),
    sapling(1450, 820, 0.95),
    // The first rain of the season.
    times(150, () => {
      const [x, y] = [at.between(-20, WIDTH), at.between(-20, HEIGHT)]
      return line(
        [
          [x, y],
          [x - 7, y + at.between(24, 46)],
        ],
        { stroke: '#ffffff', 'stroke-width': 1.4, 'stroke-opacity': at.between(0.15, 0.4) },
      )
    }),
  )
}
