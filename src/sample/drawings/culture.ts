/** Gongs, the loom, lanterns on the lake. */
import {
  HEIGHT,
  WIDTH,
  bokeh,
  circle,
  drawn,
  ellipse,
  glow,
  ground,
  group,
  heightAt,
  line,
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
} from './sketch'

export const gong = () => {
  const at = sketch('gong')
  const disc = (cx: number, cy: number, radius: number, boss: boolean) => {
    const wedges = times(120, (index) => {
      const angle = (index / 120) * Math.PI * 2
      const sheen = 0.5 + 0.5 * Math.cos(angle * 2 - 0.9) * 0.75 + 0.25 * Math.cos(angle * 3 + 1.1)
      const tone = sheen > 0.55 ? '#ffd98a' : '#2a1305'
      const edge = (turn: number) => [cx + Math.cos(turn) * radius, cy + Math.sin(turn) * radius] as const
      return polygon([[cx, cy], edge(angle), edge(angle + 0.056)], { fill: tone, 'fill-opacity': Math.abs(sheen - 0.55) * 0.42 })
    })
    return [
      at.blurred(26, circle(cx + 22, cy + 34, radius + 6, { fill: '#080301', 'fill-opacity': 0.8 })),
      circle(cx, cy, radius, {
        fill: at.radial([
          [0, '#c98a3c'],
          [0.55, '#a9682a'],
          [0.86, '#8a4f1d'],
          [0.93, '#d9a154'],
          [1, '#54290b'],
        ]),
      }),
      at.clipped(circle(cx, cy, radius * 0.985, {}), at.blurred(7, wedges)),
      times(Math.round(radius * 0.9), () => {
        const [angle, far] = [at.random() * Math.PI * 2, Math.sqrt(at.random()) * radius * 0.86]
        return ellipse(cx + Math.cos(angle) * far, cy + Math.sin(angle) * far, at.between(6, 17), at.between(5, 12), {
          fill: at.pick(['#ffe1a2', '#4d2509', '#e7ab5a']),
          'fill-opacity': 0.11,
        })
      }),
      times(13, (index) =>
        circle(cx, cy, radius * (0.2 + index * 0.056), {
          fill: 'none',
          stroke: index % 2 ? '#4c2508' : '#ffdf9c',
          'stroke-width': index % 4 === 0 ? 3 : 1.4,
          'stroke-opacity': 0.34,
        }),
      ),
      circle(cx, cy, radius * 0.965, { fill: 'none', stroke: '#ffe9b4', 'stroke-width': radius * 0.012, 'stroke-opacity': 0.75 }),
      circle(cx, cy, radius * 0.89, { fill: 'none', stroke: '#3b1b05', 'stroke-width': radius * 0.03, 'stroke-opacity': 0.5 }),
      boss
        ? [
            at.blurred(8, circle(cx + 10, cy + 14, radius * 0.2, { fill: '#2a1204', 'fill-opacity': 0.7 })),
            circle(cx, cy, radius * 0.19, {
              fill: at.radial(
                [
                  [0, '#fff0c0'],
                  [0.28, '#e4ac58'],
                  [0.7, '#8d511d'],
                  [1, '#3c1b06'],
                ],
                [0.36, 0.3, 0.8],
              ),
            }),
          ]
        : [],
    ]
  }
  const cord = (x: number, y: number, to: number) => [
    line(
      [
        [x, to],
        [x, y],
      ],
      { stroke: '#20100a', 'stroke-width': 15 },
    ),
    line(
      [
        [x - 2, to],
        [x - 2, y],
      ],
      { stroke: '#8c6a45', 'stroke-width': 8, 'stroke-dasharray': '9 7' },
    ),
  ]
  const pattern = (y: number, height: number) =>
    times(28, (index) =>
      polygon(
        [
          [index * 60 - 10, y + height / 2],
          [index * 60 + 20, y],
          [index * 60 + 50, y + height / 2],
          [index * 60 + 20, y + height],
        ],
        { fill: index % 2 ? '#a8322a' : '#d8ab57' },
      ),
    )
  return at.svg(
    wash(
      at.linear([
        [0, '#2a150c'],
        [0.55, '#4a2512'],
        [1, '#1b0c06'],
      ]),
    ),
    times(11, (index) => [
      rect(index * 148, 0, 142, HEIGHT, { fill: at.pick(['#3a1f11', '#432413', '#331a0d']) }),
      times(9, () =>
        path(
          `M${n(index * 148 + at.between(8, 134))} ${n(at.between(-40, 300))}q${n(at.between(-8, 8))} 300 ${n(at.between(-6, 6))} ${n(at.between(500, 800))}`,
          { fill: 'none', stroke: at.pick(['#1c0d05', '#5f3720']), 'stroke-width': at.between(1, 4), 'stroke-opacity': 0.4 },
        ),
      ),
    ]),
    glow(at, 800, 1150, 1000, '#ff8a2b', 0.62),
    glow(at, 190, 1040, 560, '#ffae4a', 0.5),
    rect(0, 96, WIDTH, 74, {
      fill: at.linear([
        [0, '#7d5330'],
        [0.4, '#5a3719'],
        [1, '#2b1507'],
      ]),
    }),
    pattern(112, 42),
    cord(250, 320, 130),
    cord(400, 320, 130),
    cord(1210, 318, 130),
    cord(1370, 318, 130),
    cord(640, 240, 130),
    cord(960, 240, 130),
    disc(325, 520, 232, false),
    disc(1290, 530, 250, true),
    disc(800, 590, 410, true),
    line(
      [
        [1040, 1010],
        [1190, 790],
      ],
      { stroke: '#3a1d0c', 'stroke-width': 26, 'stroke-linecap': 'round' },
    ),
    line(
      [
        [1036, 1006],
        [1184, 788],
      ],
      { stroke: '#96663a', 'stroke-width': 12, 'stroke-linecap': 'round' },
    ),
    ellipse(1204, 770, 62, 54, {
      fill: at.radial(
        [
          [0, '#d8533f'],
          [0.6, '#a52a22'],
          [1, '#4d0d0b'],
        ],
        [0.36, 0.3, 0.8],
      ),
    }),
    times(5, (index) =>
      path(`M${1150 + index * 8} ${748 + index * 4}q50 ${n(-30 + index * 16)} ${n(104 - index * 12)} ${n(6 + index * 8)}`, {
        fill: 'none',
        stroke: '#ffd08a',
        'stroke-width': 2.4,
        'stroke-opacity': 0.5,
      }),
    ),
    times(70, () => {
      const [x, y] = [at.between(0, WIDTH), at.between(420, 1060)]
      return [glow(at, x, y, at.between(6, 16), '#ffb35a', 0.6), circle(x, y, at.between(1, 2.6), { fill: '#ffe7b0' })]
    }),
    glow(at, 520, 330, 760, '#ffdca0', 0.18),
  )
}

export const loom = () => {
  const at = sketch('loom')
  const cell = 10
  const tones = { i: '#1d2348', r: '#b3252c', w: '#f1e6cf', y: '#e0a52f', g: '#3c6b4b', b: '#3f63a0' } as const
  type Tone = keyof typeof tones
  const diamond = (x: number, y: number, size: number) => Math.abs(x - size) + Math.abs(y - size)
  /** Bands across the cloth: each says the colour of a stitch from its place in the repeat. */
  const bands: readonly { readonly height: number; readonly tone: (x: number, y: number) => Tone }[] = [
    { height: 5, tone: (_, y) => (y % 2 ? 'i' : 'b') },
    {
      height: 13,
      tone: (x, y) => {
        const d = diamond(x % 12, y, 6)
        return d < 2 ? 'y' : d < 4 ? 'r' : d === 5 ? 'w' : d > 8 ? 'g' : 'i'
      },
    },
    { height: 3, tone: (_, y) => (y === 1 ? 'y' : 'r') },
    { height: 9, tone: (x, y) => ((x + (y < 5 ? y : 8 - y)) % 8 < 2 ? 'w' : (x + (y < 5 ? y : 8 - y)) % 8 < 4 ? 'r' : 'i') },
    { height: 3, tone: (_, y) => (y === 1 ? 'w' : 'g') },
    {
      height: 17,
      tone: (x, y) => {
        const d = diamond(x % 20, y, 8)
        const e = diamond((x + 10) % 20, y, 8)
        return d === 0 ? 'y' : d < 3 ? 'r' : d === 5 || d === 6 ? 'w' : e < 2 ? 'b' : d === 8 ? 'y' : 'i'
      },
    },
    { height: 3, tone: (_, y) => (y === 1 ? 'y' : 'r') },
    {
      height: 9,
      tone: (x, y) =>
        x % 14 < 9 &&
        [0, 1, 2, 3].some(
          (arm) => (x % 14 === 4 && y > 0 && y < 8) || (Math.abs((x % 14) - 4) === arm && (y === arm + 1 || y === arm + 4)),
        )
          ? 'w'
          : x % 14 === 11 && y % 2
            ? 'y'
            : 'r',
    },
    { height: 5, tone: (_, y) => (y % 2 ? 'i' : 'g') },
  ]
  const cloth = () => {
    const rows: string[] = []
    let [y, order] = [-40, 0]
    while (y < 800) {
      const band = bands[order++ % bands.length]!
      for (let row = 0; row < band.height && y < 800; row++, y += cell) {
        const runs: { tone: Tone; from: number; to: number }[] = []
        for (let column = 0; column < 126; column++) {
          const tone = band.tone(column, row)
          const last = runs[runs.length - 1]
          if (last?.tone === tone) last.to = column + 1
          else runs.push({ tone, from: column, to: column + 1 })
        }
        rows.push(
          ...runs.map((run) => rect(170 + run.from * cell, y, (run.to - run.from) * cell, cell + 0.6, { fill: tones[run.tone] })),
        )
      }
    }
    return rows
  }
  const bar = (y: number, thick: number, from = -20, to = 1640) => [
    at.blurred(9, rect(from, y + thick * 0.7, to - from, thick * 0.8, { fill: '#0d0603', 'fill-opacity': 0.6 })),
    rect(from, y, to - from, thick, {
      fill: at.linear([
        [0, '#f0d596'],
        [0.3, '#d2a75e'],
        [0.75, '#9b6f35'],
        [1, '#5d3d18'],
      ]),
      rx: thick / 2,
    }),
    times(5, (index) => rect(from + 150 + index * 330, y, 10, thick, { fill: '#6b4a20', 'fill-opacity': 0.7 })),
  ]
  return at.svg(
    wash(
      at.linear(
        [
          [0, '#4b2f1d'],
          [0.5, '#6a452b'],
          [1, '#2d1a0f'],
        ],
        [0, 0, 1, 1],
      ),
    ),
    times(9, (index) => [
      rect(0, index * 120, WIDTH, 3, { fill: '#1d0f07', 'fill-opacity': 0.6 }),
      times(8, () =>
        path(`M${n(at.between(-100, 1500))} ${n(index * 120 + at.between(10, 110))}q160 ${n(at.between(-8, 8))} 380 0`, {
          fill: 'none',
          stroke: '#27150a',
          'stroke-width': 3,
          'stroke-opacity': 0.4,
        }),
      ),
    ]),
    group(
      { transform: 'rotate(-3 800 530)' },
      at.blurred(20, rect(176, -60, 1270, 1300, { fill: '#0d0603', 'fill-opacity': 0.6 })),
      times(252, (index) =>
        line(
          [
            [171 + index * 5, 690],
            [171 + index * 5, 1220],
          ],
          { stroke: ['#e9dfc6', '#23294f', '#b12b30', '#e9dfc6'][Math.floor(index / 6) % 4]!, 'stroke-width': 2.6 },
        ),
      ),
      rect(170, 690, 1260, 420, {
        fill: at.linear([
          [0, '#120904', 0.5],
          [0.4, '#120904', 0],
        ]),
      }),
      cloth(),
      times(85, (index) => rect(170, -40 + index * cell, 1260, 1.6, { fill: '#000000', 'fill-opacity': 0.26 })),
      times(126, (index) => rect(170 + index * cell, -40, 1.3, 840, { fill: '#000000', 'fill-opacity': 0.2 })),
      times(126, (index) => rect(172 + index * cell, -40, 2.2, 840, { fill: '#ffffff', 'fill-opacity': 0.08 })),
      rect(170, -40, 90, 840, {
        fill: at.linear(
          [
            [0, '#000000', 0.5],
            [1, '#000000', 0],
          ],
          [0, 0, 1, 0],
        ),
      }),
      rect(1340, -40, 90, 840, {
        fill: at.linear(
          [
            [0, '#000000', 0],
            [1, '#000000', 0.5],
          ],
          [0, 0, 1, 0],
        ),
      }),
      bar(780, 44, 60, 1560),
      bar(890, 30, 90, 1530),
      bar(968, 24, 90, 1530),
      moved(820, 866, 8, 1, [
        path('M-330 0C-280 -40 280 -40 330 0C280 34 -280 34 -330 0Z', {
          fill: at.linear([
            [0, '#7d5027'],
            [0.5, '#5a3513'],
            [1, '#2f1908'],
          ]),
        }),
        path('M-270 -12C-200 -28 200 -28 270 -12', { fill: 'none', stroke: '#c79055', 'stroke-width': 4, 'stroke-opacity': 0.7 }),
      ]),
    ),
    times(3, (index) => {
      const [x, y, tone] = (
        [
          [120, 900, 'r'],
          [210, 985, 'y'],
          [1500, 160, 'b'],
        ] as const
      )[index]!
      return [
        at.blurred(9, ellipse(x + 12, y + 40, 84, 22, { fill: '#0a0402', 'fill-opacity': 0.7 })),
        ellipse(x, y, 76, 58, { fill: tones[tone] }),
        times(11, (turn) =>
          path(`M${n(x - 74 + turn * 3)} ${n(y - 26 + turn * 5)}q70 ${n(-34 + turn * 7)} ${n(148 - turn * 6)} ${n(turn * 1.5)}`, {
            fill: 'none',
            stroke: turn % 2 ? '#ffffff' : '#000000',
            'stroke-width': 3,
            'stroke-opacity': 0.24,
          }),
        ),
      ]
    }),
    glow(at, 520, 120, 1000, '#fff0cc', 0.34),
  )
}

export const festivalLanterns = () => {
  const at = sketch('festival-lanterns')
  const shore = 520
  const hills = skyline(at.random, { y: 430, height: 96, wave: 980, rough: 0.4 })
  const petals = ['#ffd27a', '#ff9f6b', '#ff7f8f', '#ffc6d5', '#fff0b8', '#c9a4ff']
  const floating = (x: number, y: number, size: number, tone: string) =>
    moved(x, y, 0, size, [
      glow(at, 0, -16, 120, tone, 0.75),
      ellipse(0, 12, 62, 12, { fill: '#0a0b1f', 'fill-opacity': 0.6 }),
      times(7, (index) =>
        path('M0 10C-30 -6 -30 -44 0 -66C30 -44 30 -6 0 10Z', {
          fill: at.linear([
            [0, '#fff3d0'],
            [0.5, tone],
            [1, '#8a3a4c'],
          ]),
          'fill-opacity': 0.86,
          transform: `rotate(${-66 + index * 22} 0 10)`,
        }),
      ),
      glow(at, 0, -18, 40, '#fffbe0', 0.95),
      at.blurred(5, ellipse(0, 62, 20, 44, { fill: tone, 'fill-opacity': 0.5 })),
    ])
  const hanging = (x: number, y: number, size: number, tone: string) =>
    moved(x, y, 0, size, [
      glow(at, 0, 44, 128, tone, 0.62),
      line(
        [
          [0, -40],
          [0, 0],
        ],
        { stroke: '#1b1430', 'stroke-width': 3 },
      ),
      path('M-24 0L24 0C58 18 58 70 24 90L-24 90C-58 70 -58 18 -24 0Z', {
        fill: at.radial(
          [
            [0, '#fff6d0'],
            [0.5, tone],
            [1, '#8b2a34'],
          ],
          [0.5, 0.5, 0.62],
        ),
      }),
      times(3, (index) =>
        path(`M${-12 + index * 12} 2C${-26 + index * 26} 30 ${-26 + index * 26} 60 ${-12 + index * 12} 88`, {
          fill: 'none',
          stroke: '#7d2a2f',
          'stroke-width': 2,
          'stroke-opacity': 0.45,
        }),
      ),
      rect(-22, -6, 44, 8, { fill: '#3a1e22' }),
      rect(-20, 88, 40, 7, { fill: '#3a1e22' }),
      times(5, (index) =>
        line(
          [
            [-10 + index * 5, 95],
            [-10 + index * 5, 130],
          ],
          { stroke: '#e7b04e', 'stroke-width': 2.2 },
        ),
      ),
    ])
  const cord = (y: number, sag: number, count: number, size: number) => {
    const spot = (u: number) => [-40 + u * 1680, y + sag * (1 - (2 * u - 1) ** 2)] as const
    return [
      line(
        times(40, (index) => spot(index / 39)),
        { stroke: '#181226', 'stroke-width': 4 },
      ),
      times(count, (index) => {
        const [x, top] = spot((index + 0.5) / count)
        return hanging(x, top + 40 * size, size, at.pick(['#ff7a4d', '#ffb547', '#ff5d63', '#ffd873']))
      }),
    ]
  }
  const flowers = times(260, () => {
    const [x, depth] = [at.between(-20, 1620), at.random()]
    const y = 960 + depth * 120 + Math.abs(x - 800) * -0.05
    const r = 12 + depth * 22
    const tone = at.pick(['#d86a96', '#f0a4c0', '#a885d8', '#f3d06a', '#f4efe4', '#e7734f'])
    return {
      y,
      shape: [
        times(6, (index) => {
          const angle = (index / 6) * Math.PI * 2
          return ellipse(x + Math.cos(angle) * r * 0.55, y + Math.sin(angle) * r * 0.4, r * 0.5, r * 0.34, {
            fill: tone,
            'fill-opacity': 0.92,
          })
        }),
        circle(x, y, r * 0.26, { fill: '#ffe9a6' }),
      ]
        .map(drawn)
        .join(''),
    }
  }).sort((a, b) => a.y - b.y)
  return at.svg(
    wash(
      at.linear([
        [0, '#0e1338'],
        [0.3, '#2a2a62'],
        [0.48, '#6b4a80'],
        [0.5, '#1b1f4c'],
        [1, '#080b24'],
      ]),
    ),
    times(150, () =>
      circle(at.between(0, WIDTH), at.between(0, 330), at.between(0.6, 2), {
        fill: '#ffffff',
        'fill-opacity': at.between(0.3, 0.9),
      }),
    ),
    glow(at, 1180, 380, 560, '#ff9d8a', 0.42),
    path(ground(hills, shore), {
      fill: at.linear([
        [0, '#39346b'],
        [1, '#4c3a68'],
      ]),
    }),
    times(60, () => {
      const x = at.between(0, WIDTH)
      return pine(at.random, x, Math.min(shore, heightAt(hills, x) + 40), at.between(26, 76), '#1c1c40')
    }),
    times(110, () => {
      const x = at.between(0, WIDTH)
      return glow(at, x, at.between(480, 518), at.between(6, 18), at.pick(['#ffdf95', '#ffb86b', '#ff8f8f']), 0.9)
    }),
    rect(0, 514, WIDTH, 8, { fill: '#0d0f2a' }),
    at.blurred(
      4,
      times(150, () => {
        const x = at.between(0, WIDTH)
        return rect(x, shore + 4, at.between(2, 6), at.between(20, 220), {
          fill: at.pick(['#ffdf95', '#ffb86b', '#ff8f8f', '#8f7fd0']),
          'fill-opacity': 0.18,
        })
      }),
    ),
    at.blurred(
      1,
      times(160, (index) => {
        const near = (index / 160) ** 1.4
        return rect(at.between(-40, WIDTH), shore + 10 + near * 480, at.between(30, 150), 1.4 + near * 3, {
          fill: at.pick(['#3d3f85', '#0a0c28', '#a6709a']),
          'fill-opacity': 0.34,
        })
      }),
    ),
    times(46, (index) => {
      const near = (index / 46) ** 1.5
      return floating(at.between(20, 1580), shore + 30 + near * 400, 0.24 + near * 0.95, at.pick(petals))
    }),
    flowers.map((one) => one.shape),
    bokeh(at, 16, ['#ffd98f', '#ffb0a0'], { top: 40, bottom: 500, small: 14, large: 44, strength: 0.22 }),
    cord(30, 150, 9, 1.15),
    cord(-20, 90, 7, 0.8),
  )
}
