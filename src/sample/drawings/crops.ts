/** What grows here, seen near: cherries, cocoons, tea, persimmons. */
import {
  HEIGHT,
  WIDTH,
  bokeh,
  circle,
  curve,
  ellipse,
  glow,
  ground,
  group,
  leaf,
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
import { berry, type Tones } from './fruit'

export const coffeeCherries = () => {
  const at = sketch('coffee-cherries')
  const ripe: readonly Tones[] = [
    ['#6d0f14', '#b81f24', '#e9534a'],
    ['#7d1216', '#c92a2b', '#f06a55'],
    ['#8f3312', '#d2612a', '#f5a45c'],
    ['#5c0d12', '#9f1a20', '#d8433e'],
    ['#4f6a22', '#86a23a', '#c0d07a'],
  ]
  const leaves = { dark: '#1e4a2b', light: '#37703b', vein: '#9cc27d' }
  const shine = { dark: '#27582f', light: '#4c8a45', vein: '#b3d18b' }
  const stem = [
    [-40, 250],
    [260, 330],
    [560, 470],
    [900, 560],
    [1240, 690],
    [1660, 770],
  ] as const
  const node = (x: number, y: number, count: number, size: number) =>
    times(count, (index) => {
      const angle = (index / count) * Math.PI * 2 + at.between(0, 0.4)
      const far = size * at.between(0.75, 1.5)
      return {
        x: x + Math.cos(angle) * far * 1.15,
        y: y + Math.sin(angle) * far,
        r: size * at.between(0.82, 1.06),
        tones: at.random() < 0.12 ? ripe[4]! : at.random() < 0.14 ? ripe[2]! : at.pick(ripe.slice(0, 2).concat(ripe.slice(3, 4))),
      }
    })
      .sort((a, b) => a.y - b.y)
      .map((one) => berry(at, one.x, one.y, one.r, one.tones, '#3d1a12'))
  return at.svg(
    wash(
      at.linear(
        [
          [0, '#7fa069'],
          [0.5, '#3f6b3f'],
          [1, '#15301f'],
        ],
        [0, 0, 1, 1],
      ),
    ),
    at.blurred(
      46,
      times(26, () =>
        ellipse(at.between(0, WIDTH), at.between(0, HEIGHT), at.between(70, 220), at.between(50, 140), {
          fill: at.pick(['#a9c37a', '#2a5732', '#5d8b4c', '#d9dc9a', '#1a3d26']),
          'fill-opacity': 0.5,
        }),
      ),
    ),
    bokeh(at, 26, ['#f4efb4', '#dbe7a2', '#ffffff'], { bottom: 620, small: 18, large: 62, strength: 0.22 }),
    glow(at, 260, 80, 640, '#fff7c4', 0.6),
    at.blurred(
      7,
      moved(1240, 210, 24, 1, leaf(420, 190, leaves)),
      moved(1180, 190, 160, 1, leaf(360, 170, leaves)),
      times(9, () => berry(at, at.between(1130, 1330), at.between(150, 260), 40, ripe[0]!)),
    ),
    moved(270, 320, -68, 1, leaf(400, 200, leaves)),
    moved(560, 455, 112, 1, leaf(440, 210, leaves)),
    moved(900, 550, -60, 1, leaf(470, 220, leaves)),
    moved(1240, 680, 108, 1, leaf(420, 210, leaves)),
    path(curve(stem), { fill: 'none', stroke: '#3b2a1c', 'stroke-width': 26, 'stroke-linecap': 'round' }),
    path(curve(stem), {
      fill: 'none',
      stroke: '#7a6042',
      'stroke-width': 10,
      'stroke-linecap': 'round',
      transform: 'translate(-2 -5)',
    }),
    moved(250, 330, 120, 1, leaf(430, 210, shine)),
    moved(560, 470, -55, 1, leaf(430, 200, shine)),
    moved(905, 570, 100, 1, leaf(460, 220, shine)),
    moved(1250, 690, -42, 1, leaf(400, 200, shine)),
    node(250, 345, 11, 50),
    node(570, 480, 13, 56),
    node(905, 575, 15, 62),
    node(1245, 695, 13, 58),
    node(1520, 745, 8, 52),
    moved(1400, 1010, -160, 1, leaf(520, 250, shine)),
    moved(60, 930, -20, 1, leaf(560, 260, leaves)),
    times(40, () => {
      const [x, y] = [at.between(120, 1500), at.between(260, 800)]
      return circle(x, y, at.between(2, 5), { fill: '#ffffff', 'fill-opacity': 0.4 })
    }),
  )
}

export const silkCocoons = () => {
  const at = sketch('silk-cocoons')
  const [cx, cy, radius] = [770, 560, 600]
  const cocoon = (x: number, y: number, turn: number, size: number, yellow: boolean) => {
    const shell: Tones = yellow ? ['#b3852d', '#eccb6d', '#fff2bb'] : ['#a99f90', '#ece5d8', '#ffffff']
    return moved(x, y, turn, size, [
      ellipse(5, 9, 47, 29, { fill: '#3a2614', 'fill-opacity': 0.4 }),
      path('M-46 0C-46 -30 -18 -27 0 -23C18 -27 46 -30 46 0C46 30 18 27 0 23C-18 27 -46 30 -46 0Z', {
        fill: at.radial(
          [
            [0, shell[2]],
            [0.5, shell[1]],
            [1, shell[0]],
          ],
          [0.4, 0.28, 0.8],
        ),
      }),
      times(6, (index) =>
        path(
          `M${n(-38 + index * 14)} ${n(at.between(-20, -8))}q${n(at.between(6, 14))} ${n(at.between(6, 14))} ${n(at.between(-6, 6))} ${n(at.between(20, 30))}`,
          { fill: 'none', stroke: shell[0], 'stroke-width': 1, 'stroke-opacity': 0.4 },
        ),
      ),
      ellipse(-12, -14, 18, 5, { fill: '#ffffff', 'fill-opacity': 0.6, transform: 'rotate(-6)' }),
    ])
  }
  const placed: { x: number; y: number }[] = []
  for (let tries = 0; tries < 5200 && placed.length < 210; tries++) {
    const [angle, far] = [at.random() * Math.PI * 2, Math.sqrt(at.random()) * (radius - 88)]
    const spot = { x: cx + Math.cos(angle) * far, y: cy + Math.sin(angle) * far }
    if (placed.every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) > 60)) placed.push(spot)
  }
  const mulberry = { dark: '#2c5a2a', light: '#4f8a3d', vein: '#bcd992' }
  return at.svg(
    wash(
      at.linear(
        [
          [0, '#6b4630'],
          [0.5, '#56371f'],
          [1, '#3a2313'],
        ],
        [0, 0, 1, 1],
      ),
    ),
    times(7, (index) => [
      rect(0, index * 156, WIDTH, 4, { fill: '#23140a', 'fill-opacity': 0.7 }),
      times(16, () =>
        path(
          `M${n(at.between(-200, 1500))} ${n(index * 156 + at.between(10, 146))}q${n(at.between(80, 260))} ${n(at.between(-12, 12))} ${n(at.between(260, 520))} ${n(at.between(-6, 6))}`,
          { fill: 'none', stroke: at.pick(['#2d1a0d', '#8a6142']), 'stroke-width': at.between(1, 4), 'stroke-opacity': 0.3 },
        ),
      ),
    ]),
    at.blurred(24, ellipse(cx + 26, cy + 40, radius + 6, radius, { fill: '#120904', 'fill-opacity': 0.75 })),
    circle(cx, cy, radius, {
      fill: at.linear([
        [0, '#d9b878'],
        [1, '#9d7538'],
      ]),
    }),
    circle(cx, cy, radius - 34, { fill: '#b98f4e' }),
    at.clipped(
      circle(cx, cy, radius - 36, {}),
      times(48, (row) =>
        times(24, (column) => {
          const x = cx - radius + column * 52 + (row % 2) * 26
          return [
            rect(x, cy - radius + row * 26, 48, 23, { fill: at.pick(['#d8b571', '#cda65f', '#e2c485', '#c19a55']), rx: 3 }),
            rect(x + 48, cy - radius + row * 26, 4, 23, { fill: '#7c5a2a', 'fill-opacity': 0.6 }),
          ]
        }),
      ),
      circle(cx, cy, radius - 36, {
        fill: at.radial([
          [0.6, '#3d2409', 0],
          [1, '#3d2409', 0.62],
        ]),
      }),
    ),
    times(72, (index) => {
      const angle = (index / 72) * Math.PI * 2
      return line(
        [
          [cx + Math.cos(angle) * (radius - 34), cy + Math.sin(angle) * (radius - 34)],
          [cx + Math.cos(angle + 0.045) * radius, cy + Math.sin(angle + 0.045) * radius],
        ],
        { stroke: '#6d4a1e', 'stroke-width': 4, 'stroke-opacity': 0.65 },
      )
    }),
    circle(cx, cy, radius - 2, { fill: 'none', stroke: '#f0d8a0', 'stroke-width': 5, 'stroke-opacity': 0.65 }),
    placed
      .sort((a, b) => a.y - b.y)
      .map(({ x, y }) => cocoon(x, y, at.between(-85, 85), at.between(0.78, 0.98), at.random() < 0.62)),
    moved(1180, 820, -24, 1, leaf(390, 270, mulberry)),
    moved(1330, 1010, -70, 1, leaf(360, 250, mulberry)),
    moved(1250, 930, 14, 1, leaf(380, 250, { dark: '#356a30', light: '#62a04a', vein: '#cbe5a2' })),
    moved(-30, 120, 20, 1, leaf(330, 220, mulberry)),
    moved(60, -40, 60, 1, leaf(280, 200, { dark: '#356a30', light: '#62a04a', vein: '#cbe5a2' })),
    times(5, (skein) =>
      group(
        { transform: `translate(${1370 + skein * 22} ${120 + skein * 10}) rotate(${18 + skein * 3})` },
        times(26, (index) =>
          path(`M${n(-38 + index * 3)} -190C${n(-90 + index * 7)} -40 ${n(-70 + index * 5.6)} 120 ${n(-30 + index * 2.6)} 300`, {
            fill: 'none',
            stroke: at.pick(['#fff4c2', '#f2d98c', '#e6c268', '#fffbe6']),
            'stroke-width': 3,
            'stroke-opacity': 0.85,
          }),
        ),
      ),
    ),
    glow(at, 420, 160, 900, '#fff2cc', 0.3),
  )
}

export const teaCup = () => {
  const at = sketch('tea-cup')
  const cup = (x: number, y: number, size: number) =>
    moved(x, y, 0, size, [
      at.blurred(9, ellipse(20, 92, 150, 30, { fill: '#1d0f06', 'fill-opacity': 0.6 })),
      path('M-124 -34C-120 60 -70 100 0 100C70 100 120 60 124 -34Z', {
        fill: at.linear(
          [
            [0, '#8fa9a4'],
            [0.3, '#e4efe9'],
            [0.62, '#c4d6cf'],
            [1, '#6f8a86'],
          ],
          [0, 0, 1, 0],
        ),
      }),
      path('M-96 44C-60 92 60 92 96 44C70 100 -70 100 -96 44Z', { fill: '#4f6d6a', 'fill-opacity': 0.35 }),
      ellipse(0, -34, 124, 34, { fill: '#eef5f0' }),
      ellipse(0, -32, 110, 28, { fill: '#8a5a16' }),
      ellipse(0, -30, 106, 26, {
        fill: at.radial(
          [
            [0, '#f3c25b'],
            [0.6, '#d9962e'],
            [1, '#9a5f14'],
          ],
          [0.4, 0.35, 0.7],
        ),
      }),
      ellipse(-34, -38, 34, 7, { fill: '#fff3cf', 'fill-opacity': 0.7 }),
      path('M-100 -6C-60 14 -20 -16 20 2C52 16 80 0 102 -8', {
        fill: 'none',
        stroke: '#4d7f8c',
        'stroke-width': 5,
        'stroke-opacity': 0.55,
      }),
    ])
  const pot = moved(560, 600, 0, 1.25, [
    at.blurred(14, ellipse(30, 236, 330, 52, { fill: '#1d0f06', 'fill-opacity': 0.65 })),
    path('M226 -10C330 -60 350 -150 420 -176C438 -180 446 -164 434 -156C396 -110 372 60 224 110Z', {
      fill: at.linear([
        [0, '#8a4a2c'],
        [1, '#4b2413'],
      ]),
    }),
    path('M-226 -60C-400 -130 -420 120 -214 120L-210 84C-340 70 -330 -60 -214 -20Z', {
      fill: at.linear([
        [0, '#a05a36'],
        [1, '#4b2413'],
      ]),
    }),
    path('M-240 40C-240 -120 -120 -160 0 -160C120 -160 240 -120 240 40C240 180 130 236 0 236C-130 236 -240 180 -240 40Z', {
      fill: at.radial(
        [
          [0, '#cf8258'],
          [0.45, '#9b5433'],
          [1, '#43200f'],
        ],
        [0.34, 0.28, 0.85],
      ),
    }),
    ellipse(0, -142, 124, 26, { fill: '#5d2e19' }),
    path('M-122 -146C-110 -206 110 -206 122 -146C90 -126 -90 -126 -122 -146Z', {
      fill: at.linear([
        [0, '#b96c44'],
        [1, '#6b3419'],
      ]),
    }),
    circle(0, -208, 24, {
      fill: at.radial(
        [
          [0, '#d68f66'],
          [1, '#5f2f19'],
        ],
        [0.36, 0.3, 0.8],
      ),
    }),
    ellipse(-96, -50, 34, 76, { fill: '#ffd9b4', 'fill-opacity': 0.34, transform: 'rotate(24 -96 -50)' }),
    line(
      [
        [-232, 60],
        [232, 60],
      ],
      { stroke: '#3d1b0c', 'stroke-width': 3, 'stroke-opacity': 0.35 },
    ),
  ])
  const steam = (x: number, y: number) =>
    at.blurred(
      11,
      path(
        `M${x} ${y}C${x - 60} ${y - 90} ${x + 70} ${y - 150} ${x + 6} ${y - 260}C${x - 40} ${y - 330} ${x + 50} ${y - 370} ${x + 30} ${y - 430}`,
        { fill: 'none', stroke: '#ffffff', 'stroke-width': 26, 'stroke-opacity': 0.42, 'stroke-linecap': 'round' },
      ),
    )
  const far = skyline(at.random, { y: 330, height: 100, wave: 900 })
  return at.svg(
    wash(
      at.linear([
        [0, '#cfe0d2'],
        [0.3, '#f4efd4'],
        [0.62, '#a9c383'],
      ]),
    ),
    at.blurred(
      15,
      path(ground(far, 700), { fill: '#9bb78a' }),
      times(12, (row) =>
        path(curve(times(8, (step) => [-60 + step * 250, 400 + row * 30 + Math.sin(step * 0.9 + row * 0.1) * 26] as const)), {
          fill: 'none',
          stroke: row % 2 ? '#86ac5a' : '#5f8a45',
          'stroke-width': 22,
        }),
      ),
    ),
    bokeh(at, 26, ['#ffffff', '#fff5c4', '#dcecb0'], { bottom: 660, small: 16, large: 58, strength: 0.32 }),
    glow(at, 1260, 120, 640, '#fff6cf', 0.9),
    rect(0, 690, WIDTH, 400, {
      fill: at.linear([
        [0, '#9a6b42'],
        [0.3, '#80532f'],
        [1, '#472a15'],
      ]),
    }),
    times(4, (index) =>
      polygon(
        [
          [-400 + index * 620, 1080],
          [-392 + index * 620, 1080],
          [330 + index * 330, 690],
          [328 + index * 330, 690],
        ],
        { fill: '#2f1a0c', 'fill-opacity': 0.6 },
      ),
    ),
    times(90, () => {
      const y = 690 + at.random() ** 0.7 * 380
      return path(
        `M${n(at.between(-100, 1600))} ${n(y)}q${n(at.between(50, 160))} ${n(at.between(-5, 5))} ${n(at.between(160, 420))} ${n(at.between(-4, 4))}`,
        {
          fill: 'none',
          stroke: at.pick(['#5a3517', '#b98a5c', '#3a210f']),
          'stroke-width': at.between(1, 3),
          'stroke-opacity': 0.4,
        },
      )
    }),
    pot,
    steam(1090, 640),
    steam(1360, 760),
    cup(1090, 760, 1.1),
    cup(1370, 900, 1.3),
    cup(830, 930, 1.12),
    times(60, () => {
      const [x, y] = [at.between(150, 560), at.between(900, 1030)]
      return moved(x, y, at.between(0, 360), at.between(0.8, 1.4), [
        path('M-14 0C-12 -12 10 -14 14 -2C16 10 -10 14 -14 0Z', { fill: at.pick(['#2f4a24', '#41602d', '#55743a', '#24391c']) }),
        path('M-8 -2q8 -6 16 0', { fill: 'none', stroke: '#8fae62', 'stroke-width': 1.6 }),
      ])
    }),
    moved(250, 900, -150, 1, leaf(190, 80, { dark: '#3f7a35', light: '#6fae4c', vein: '#cfe8a4' })),
    moved(255, 905, -60, 1, leaf(170, 76, { dark: '#3f7a35', light: '#7cba54', vein: '#cfe8a4' })),
    moved(250, 900, -105, 1, leaf(150, 44, { dark: '#5f9a45', light: '#a5d06d', vein: '#e2f3bd' })),
  )
}

export const persimmons = () => {
  const at = sketch('persimmons')
  const fruit = (x: number, y: number, r: number, age: number) => {
    const tones: Tones =
      age < 0.33
        ? ['#b4510c', '#f08a25', '#ffcf86']
        : age < 0.7
          ? ['#8f360b', '#cf6119', '#f5a152']
          : ['#6d260c', '#a3431a', '#d9804a']
    const squash = 1.02 + age * 0.1
    return [
      ellipse(x, y, r, r * squash, {
        fill: at.radial(
          [
            [0, tones[2]],
            [0.45, tones[1]],
            [1, tones[0]],
          ],
          [0.34, 0.3, 0.8],
        ),
      }),
      times(5, (index) =>
        path(
          `M${n(x + (index - 2) * r * 0.16)} ${n(y - r * 0.85)}Q${n(x + (index - 2) * r * 0.52)} ${n(y)} ${n(x + (index - 2) * r * 0.14)} ${n(y + r * 0.92)}`,
          { fill: 'none', stroke: tones[0], 'stroke-width': 1.6, 'stroke-opacity': 0.16 + age * 0.4 },
        ),
      ),
      ellipse(x - r * 0.34, y - r * 0.36, r * 0.2, r * 0.32, {
        fill: '#ffffff',
        'fill-opacity': 0.4 - age * 0.2,
        transform: `rotate(28 ${n(x - r * 0.34)} ${n(y - r * 0.36)})`,
      }),
      polygon(
        times(8, (index) => {
          const angle = (index / 8) * Math.PI * 2 + 0.4
          const far = r * (index % 2 ? 0.22 : 0.52)
          return [x + Math.cos(angle) * far, y - r * 0.92 + Math.sin(angle) * far * 0.45] as const
        }),
        { fill: '#5c5a2c' },
      ),
    ]
  }
  const strings = (columns: number, r: number, gap: number, top: number, sway: number) =>
    times(columns, (column) => {
      const x = ((column + 0.5) * WIDTH) / columns + at.between(-sway, sway)
      const age = at.random()
      const count = Math.ceil((HEIGHT - top - 120) / gap)
      return [
        line(
          [
            [x, top - 60],
            [x, top + count * gap - gap * 0.6],
          ],
          { stroke: '#e9dcc0', 'stroke-width': r * 0.08, 'stroke-opacity': 0.75 },
        ),
        times(count, (index) =>
          fruit(
            x + (index % 2 ? 1 : -1) * r * 0.34 + at.between(-3, 3),
            top + index * gap + at.between(-4, 4),
            r * at.between(0.9, 1.06),
            Math.min(1, Math.max(0, age + at.between(-0.18, 0.18))),
          ),
        ),
      ]
    })
  return at.svg(
    wash(
      at.linear([
        [0, '#2d1c14'],
        [0.6, '#4a2f1f'],
        [1, '#1d110b'],
      ]),
    ),
    times(14, (index) => [
      rect(index * 118, 0, 114, HEIGHT, { fill: index % 2 ? '#4a3122' : '#553a28', 'fill-opacity': 0.8 }),
      times(6, () =>
        line(
          [
            [index * 118 + at.between(6, 108), at.between(0, 400)],
            [index * 118 + at.between(6, 108), at.between(500, 1067)],
          ],
          { stroke: '#2a190f', 'stroke-width': 2, 'stroke-opacity': 0.45 },
        ),
      ),
    ]),
    rect(500, 120, 600, 560, {
      fill: at.linear([
        [0, '#fff3cf'],
        [0.5, '#ffe1a0'],
        [1, '#dfb877'],
      ]),
    }),
    at.blurred(
      6,
      path('M500 520C640 440 760 500 880 450C980 420 1040 470 1100 450L1100 680L500 680Z', { fill: '#a9b483' }),
      times(12, () => pine(at.random, at.between(510, 1090), at.between(540, 600), at.between(70, 150), '#7d9468')),
    ),
    times(5, (index) => rect(496 + index * 149, 110, 14, 580, { fill: '#35221a' })),
    times(4, (index) => rect(490, 110 + index * 188, 620, 12, { fill: '#35221a' })),
    glow(at, 800, 330, 760, '#ffe7ad', 0.72),
    at.blurred(4, group({ opacity: 0.9 }, strings(15, 30, 62, 90, 16))),
    polygon(
      [
        [-20, 30],
        [1620, 30],
        [1620, 66],
        [-20, 66],
      ],
      {
        fill: at.linear([
          [0, '#8a6238'],
          [1, '#4b3119'],
        ]),
      },
    ),
    strings(9, 56, 112, 128, 26),
    polygon(
      [
        [-20, -20],
        [1620, -20],
        [1620, 44],
        [-20, 58],
      ],
      {
        fill: at.linear([
          [0, '#a97c48'],
          [0.6, '#7d5730'],
          [1, '#3b2513'],
        ]),
      },
    ),
    times(5, (index) =>
      polygon(
        [
          [560 + index * 130, 120],
          [640 + index * 130, 120],
          [200 + index * 330, 1080],
          [40 + index * 320, 1080],
        ],
        { fill: '#ffe9b0', 'fill-opacity': 0.07 },
      ),
    ),
    glow(at, 800, 330, 620, '#fff0c4', 0.28),
  )
}
