/** Meeting room, campus, railway station. */
import {
  HEIGHT,
  WIDTH,
  circle,
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
  tallPine,
  times,
  wash,
} from './sketch'

const star = (cx: number, cy: number, r: number, fill: string) =>
  polygon(
    times(10, (index) => {
      const angle = -Math.PI / 2 + (index / 10) * Math.PI * 2
      const far = index % 2 ? r * 0.382 : r
      return [cx + Math.cos(angle) * far, cy + Math.sin(angle) * far] as const
    }),
    { fill },
  )

export const conferenceTable = () => {
  const at = sketch('conference-table')
  const hills = skyline(at.random, { y: 330, height: 80, wave: 620, rough: 0.3 })
  /** A flag 3:2 on a staff with a brass foot, shown flat so that its emblem is exactly right. */
  const flag = (x: number, emblem: string, ground: string) => [
    at.blurred(8, ellipse(x, 752, 62, 12, { fill: '#1a120b', 'fill-opacity': 0.6 })),
    rect(x - 4, 236, 8, 512, {
      fill: at.linear(
        [
          [0, '#f2d9a0'],
          [1, '#8c6a2f'],
        ],
        [0, 0, 1, 0],
      ),
    }),
    circle(x, 232, 10, { fill: '#e2b95c' }),
    rect(x + 4, 250, 180, 120, { fill: ground, stroke: '#00000022', 'stroke-width': 1 }),
    emblem,
    times(3, (index) =>
      rect(x + 24 + index * 54, 250, 30, 120, {
        fill: at.linear(
          [
            [0, '#000000', 0],
            [0.5, '#000000', 0.1],
            [1, '#000000', 0],
          ],
          [0, 0, 1, 0],
        ),
      }),
    ),
    polygon(
      [
        [x - 34, 750],
        [x + 34, 750],
        [x + 20, 732],
        [x - 20, 732],
      ],
      { fill: '#b58c3e' },
    ),
  ]
  const chair = (x: number, y: number, size: number) =>
    moved(x, y, 0, size, [
      at.blurred(6, ellipse(0, 8, 76, 12, { fill: '#150d07', 'fill-opacity': 0.6 })),
      rect(-54, -190, 108, 130, {
        fill: at.linear([
          [0, '#6d2f2a'],
          [1, '#421a18'],
        ]),
        rx: 16,
      }),
      rect(-44, -180, 88, 108, { fill: '#8a3f37', rx: 12, 'fill-opacity': 0.6 }),
      rect(-60, -70, 120, 30, { fill: '#4c1f1b', rx: 8 }),
      rect(-52, -44, 10, 50, { fill: '#2b1a10' }),
      rect(42, -44, 10, 50, { fill: '#2b1a10' }),
    ])
  const place = (x: number, y: number, size: number) =>
    moved(x, y, 0, size, [
      polygon(
        [
          [-62, 0],
          [62, 0],
          [74, 36],
          [-74, 36],
        ],
        { fill: '#fbfaf5' },
      ),
      times(4, (index) =>
        line(
          [
            [-50 - index * 3, 8 + index * 7],
            [46 + index * 2, 8 + index * 7],
          ],
          { stroke: '#9aa0a4', 'stroke-width': 1.6 },
        ),
      ),
      rect(84, -62, 22, 74, { fill: '#cfe8f2', 'fill-opacity': 0.8, rx: 6 }),
      rect(88, -74, 14, 14, { fill: '#3b7fb0', rx: 3 }),
      rect(84, -34, 22, 22, { fill: '#3b7fb0', 'fill-opacity': 0.55 }),
      path('M-98 14C-100 -30 -92 -60 -72 -76', { fill: 'none', stroke: '#2b2f33', 'stroke-width': 4 }),
      ellipse(-70, -79, 11, 8, { fill: '#2b2f33' }),
      rect(-116, 10, 36, 10, { fill: '#3a3f44', rx: 4 }),
    ])
  const bouquet = (x: number, y: number, size: number) =>
    moved(x, y, 0, size, [
      at.blurred(7, ellipse(0, 18, 130, 18, { fill: '#1d0f07', 'fill-opacity': 0.5 })),
      times(26, () =>
        ellipse(at.between(-130, 130), at.between(-44, 14), at.between(20, 38), at.between(10, 16), {
          fill: at.pick(['#2f6a37', '#4b8a45', '#27552d']),
          transform: `rotate(${n(at.between(-50, 50))})`,
        }),
      ),
      times(34, () => {
        const [px, py, r] = [at.between(-120, 120), at.between(-74, 0), at.between(14, 24)]
        const tone = at.pick(['#e77aa0', '#f6c6d6', '#f3d06a', '#ffffff', '#c9559a'])
        return [
          times(6, (index) => {
            const angle = (index / 6) * Math.PI * 2
            return circle(px + Math.cos(angle) * r * 0.55, py + Math.sin(angle) * r * 0.5, r * 0.45, { fill: tone })
          }),
          circle(px, py, r * 0.28, { fill: '#fff2b8' }),
        ]
      }),
    ])
  return at.svg(
    wash(
      at.linear([
        [0, '#e8dcc5'],
        [0.6, '#d3bf9c'],
        [1, '#a58a63'],
      ]),
    ),
    times(4, (index) => {
      const x = 380 + index * 218
      return [
        rect(x, 90, 190, 420, {
          fill: at.linear([
            [0, '#9fc6dc'],
            [0.5, '#dfeadd'],
            [1, '#cfe0c0'],
          ]),
        }),
        at.clipped(
          rect(x, 90, 190, 420, {}),
          path(ground(hills, 520), {
            fill: at.linear([
              [0, '#8fb49b'],
              [1, '#6f9b74'],
            ]),
          }),
          times(14, () => {
            const px = x + at.between(0, 190)
            return pine(
              at.random,
              px,
              heightAt(hills, px) + at.between(20, 160),
              at.between(50, 120),
              at.pick(['#5b8a6b', '#4b7a5d', '#6d9a76']),
            )
          }),
        ),
        rect(x, 90, 190, 420, { fill: 'none', stroke: '#8f6d45', 'stroke-width': 12 }),
        line(
          [
            [x + 95, 90],
            [x + 95, 510],
          ],
          { stroke: '#8f6d45', 'stroke-width': 6 },
        ),
        line(
          [
            [x, 220],
            [x + 190, 220],
          ],
          { stroke: '#8f6d45', 'stroke-width': 6 },
        ),
      ]
    }),
    rect(0, 0, WIDTH, 60, {
      fill: at.linear([
        [0, '#b89b70'],
        [1, '#937548'],
      ]),
    }),
    rect(0, 560, WIDTH, 24, { fill: '#8a673e' }),
    rect(0, 584, WIDTH, 190, {
      fill: at.linear([
        [0, '#b3925f'],
        [1, '#94733f'],
      ]),
    }),
    times(11, (index) =>
      rect(10 + index * 148, 604, 124, 140, { fill: 'none', stroke: '#7d5c31', 'stroke-width': 4, 'stroke-opacity': 0.6 }),
    ),
    polygon(
      [
        [0, 770],
        [WIDTH, 770],
        [WIDTH, HEIGHT + 10],
        [0, HEIGHT + 10],
      ],
      {
        fill: at.linear([
          [0, '#7b2f2b'],
          [1, '#4f1a19'],
        ]),
      },
    ),
    flag(96, star(190, 310, 36, '#ffde2e'), '#d8241f'),
    flag(1318, circle(1412, 310, 36, { fill: '#bc1f36' }), '#fdfdfb'),
    times(6, (index) => chair(430 + index * 148, 726, 0.72)),
    at.blurred(18, ellipse(800, 1010, 860, 90, { fill: '#1a0b07', 'fill-opacity': 0.7 })),
    path('M120 960C120 800 380 690 800 690C1220 690 1480 800 1480 960L1480 1010C1480 1120 120 1120 120 1010Z', {
      fill: at.linear([
        [0, '#5c3518'],
        [1, '#341a09'],
      ]),
    }),
    path('M120 950C120 790 380 676 800 676C1220 676 1480 790 1480 950C1480 1130 120 1130 120 950Z', {
      fill: at.linear([
        [0, '#b57a43'],
        [0.4, '#96602f'],
        [1, '#6a3e19'],
      ]),
    }),
    path('M420 940C430 850 580 790 800 790C1020 790 1170 850 1180 940C1180 1050 420 1050 420 940Z', {
      fill: at.linear([
        [0, '#7a4a22'],
        [1, '#5b3414'],
      ]),
    }),
    path('M450 950C460 872 600 818 800 818C1000 818 1140 872 1150 950C1150 1040 450 1040 450 950Z', { fill: '#40601f' }),
    times(50, () =>
      path(`M${n(at.between(180, 1300))} ${n(at.between(730, 1040))}q90 ${n(at.between(-6, 6))} ${n(at.between(120, 260))} 0`, {
        fill: 'none',
        stroke: at.pick(['#d9a468', '#5a3312']),
        'stroke-width': 2,
        'stroke-opacity': 0.22,
      }),
    ),
    bouquet(800, 944, 1.5),
    bouquet(580, 956, 0.9),
    bouquet(1020, 956, 0.9),
    place(330, 800, 0.86),
    place(520, 738, 0.66),
    place(720, 706, 0.58),
    place(900, 706, 0.58),
    place(1090, 738, 0.66),
    place(1270, 800, 0.86),
    chair(210, 1110, 1.5),
    chair(1390, 1110, 1.5),
    times(4, (index) =>
      polygon(
        [
          [390 + index * 218, 90],
          [560 + index * 218, 90],
          [760 + index * 218, 1080],
          [480 + index * 218, 1080],
        ],
        { fill: '#fff8dc', 'fill-opacity': 0.08 },
      ),
    ),
    glow(at, 800, 280, 760, '#fff6da', 0.42),
  )
}

export const students = () => {
  const at = sketch('students')
  const hills = skyline(at.random, { y: 380, height: 90, wave: 900, rough: 0.4 })
  const girl = (x: number, y: number, size: number) =>
    moved(x, y, 0, size, [
      at.blurred(5, ellipse(16, 2, 70, 11, { fill: '#2c2a1e', 'fill-opacity': 0.5 })),
      rect(-22, -120, 18, 118, { fill: '#f2efe6' }),
      rect(6, -124, 18, 122, { fill: '#e7e2d6' }),
      path('M-32 -262C-40 -190 -48 -90 -52 -26L46 -26C44 -100 38 -190 32 -262C24 -290 -24 -290 -32 -262Z', {
        fill: at.linear(
          [
            [0, '#ffffff'],
            [0.6, '#f3f1ea'],
            [1, '#d5d8d6'],
          ],
          [0, 0, 1, 0],
        ),
      }),
      path('M20 -140C28 -90 34 -50 62 -22L40 -24Z', { fill: '#e3e4df' }),
      path('M-34 -258C-52 -220 -52 -180 -46 -156L-34 -160C-38 -190 -34 -220 -26 -246Z', { fill: '#eeece4' }),
      path('M34 -258C52 -220 52 -180 46 -156L34 -160C38 -190 34 -220 26 -246Z', { fill: '#dcdcd6' }),
      rect(-7, -292, 14, 18, { fill: '#d9ae8c' }),
      circle(0, -312, 27, { fill: '#1d1613' }),
      path('M-27 -316C-30 -270 -22 -236 -16 -216L16 -216C22 -236 30 -270 27 -316Z', { fill: '#1d1613' }),
      path('M-6 -330q10 40 2 108', { fill: 'none', stroke: '#4a3a30', 'stroke-width': 3 }),
    ])
  const boy = (x: number, y: number, size: number, bag: string) =>
    moved(x, y, 0, size, [
      at.blurred(5, ellipse(16, 2, 66, 11, { fill: '#2c2a1e', 'fill-opacity': 0.5 })),
      path('M-30 -152L-26 0L-6 0L0 -120L8 0L28 0L32 -152Z', { fill: '#26324a' }),
      path('M-42 -268C-40 -294 40 -294 42 -268L36 -140L-36 -140Z', {
        fill: at.linear(
          [
            [0, '#fdfdfb'],
            [1, '#dfe3e4'],
          ],
          [0, 0, 1, 0],
        ),
      }),
      path('M-42 -266C-58 -230 -56 -190 -50 -160L-38 -162C-42 -190 -40 -220 -32 -250Z', { fill: '#f1f2ef' }),
      path('M42 -266C58 -230 56 -190 50 -160L38 -162C42 -190 40 -220 32 -250Z', { fill: '#dfe3e4' }),
      rect(-30, -262, 60, 92, { fill: bag, rx: 14 }),
      rect(-22, -214, 44, 34, { fill: '#ffffff', 'fill-opacity': 0.16, rx: 6 }),
      rect(-7, -296, 14, 18, { fill: '#cfa27f' }),
      circle(0, -316, 27, { fill: '#201814' }),
    ])
  const gable = (x: number, width: number, top: number, base: number, roof: string, wall: string) => [
    rect(x, base - 190, width, 190, {
      fill: at.linear([
        [0, wall],
        [1, '#cdbb93'],
      ]),
    }),
    polygon(
      [
        [x - 26, base - 176],
        [x + width / 2, top],
        [x + width + 26, base - 176],
      ],
      { fill: roof },
    ),
    polygon(
      [
        [x + width / 2, top],
        [x + width + 26, base - 176],
        [x + width * 0.62, base - 176],
      ],
      { fill: '#000000', 'fill-opacity': 0.14 },
    ),
    times(Math.floor(width / 62), (index) => [
      rect(x + 18 + index * 62, base - 150, 36, 54, { fill: '#56788a' }),
      rect(x + 18 + index * 62, base - 76, 36, 54, { fill: '#4b6b7d' }),
      line(
        [
          [x + 36 + index * 62, base - 150],
          [x + 36 + index * 62, base - 22],
        ],
        { stroke: '#f3ead2', 'stroke-width': 4 },
      ),
    ]),
  ]
  return at.svg(
    wash(
      at.linear([
        [0, '#6aa5cf'],
        [0.3, '#bcdbe4'],
        [0.46, '#f8f0d8'],
      ]),
    ),
    glow(at, 1250, 190, 520, '#fff5cf', 0.9),
    at.blurred(
      13,
      times(12, () =>
        ellipse(at.between(0, WIDTH), at.between(50, 240), at.between(80, 220), at.between(14, 38), {
          fill: '#ffffff',
          'fill-opacity': 0.6,
        }),
      ),
    ),
    path(ground(hills), {
      fill: at.linear([
        [0, '#8fb2ab'],
        [0.3, '#a9c49b'],
      ]),
    }),
    times(60, () => {
      const x = at.between(0, WIDTH)
      return pine(at.random, x, heightAt(hills, x) + 20, at.between(34, 90), at.pick(['#6f9a8a', '#5f8c79']))
    }),
    mist(at, 470, 40, '#fff8e4', 0.5),
    gable(360, 250, 300, 620, '#9c4a35', '#f3e6c4'),
    gable(980, 250, 300, 620, '#9c4a35', '#f3e6c4'),
    gable(600, 390, 210, 630, '#b3573e', '#f8edd0'),
    rect(748, 520, 94, 112, { fill: '#4a3423' }),
    rect(742, 512, 106, 10, { fill: '#f3ead2' }),
    path('M-20 630C400 610 1200 610 1620 634L1620 1080L-20 1080Z', {
      fill: at.linear([
        [0, '#9dbb6c'],
        [1, '#5f8c45'],
      ]),
    }),
    polygon(
      [
        [745, 628],
        [848, 628],
        [1300, 1080],
        [300, 1080],
      ],
      {
        fill: at.linear([
          [0, '#e9dcc0'],
          [1, '#c7b491'],
        ]),
      },
    ),
    times(10, (index) => {
      const near = (index / 10) ** 1.7
      const y = 640 + near * 430
      const half = 52 + near * 440
      return line(
        [
          [797 - half, y],
          [797 + half, y],
        ],
        { stroke: '#a8946f', 'stroke-width': 1 + near * 4, 'stroke-opacity': 0.5 },
      )
    }),
    [
      [540, 760, 110],
      [470, 860, 150],
      [1060, 760, 110],
      [1140, 870, 150],
    ].map(([x, y, r]) => [
      ellipse(x!, y! + 6, r! * 0.9, r! * 0.2, { fill: '#30502c', 'fill-opacity': 0.5 }),
      times(40, () =>
        circle(x! + at.between(-0.8, 0.8) * r!, y! - at.between(0, 0.42) * r!, r! * at.between(0.1, 0.2), {
          fill: at.pick(['#d86a96', '#8f7fd6', '#f0a4c0', '#4c7d40', '#5f9048', '#7b6fc9']),
        }),
      ),
    ]),
    tallPine(at, 170, 980, 820, { trunk: '#5a4030', dark: '#27513c', light: '#417553' }),
    tallPine(at, 320, 860, 560, { trunk: '#5a4030', dark: '#31604a', light: '#4f8661' }),
    tallPine(at, 1440, 980, 840, { trunk: '#5a4030', dark: '#27513c', light: '#417553' }),
    tallPine(at, 1290, 850, 540, { trunk: '#5a4030', dark: '#31604a', light: '#4f8661' }),
    girl(720, 770, 0.48),
    boy(800, 762, 0.46, '#3f6ca8'),
    boy(884, 800, 0.58, '#a84a3f'),
    girl(640, 930, 0.94),
    boy(774, 950, 1, '#2f6f6a'),
    girl(910, 958, 1.02),
    boy(1052, 940, 0.96, '#c98a2f'),
    times(240, () => {
      const left = at.random() < 0.5
      const x = left ? at.between(-10, 330) : at.between(1290, 1610)
      const y = at.between(960, 1080)
      return line(
        [
          [x, y],
          [x + at.between(-8, 8), y - at.between(14, 40)],
        ],
        { stroke: at.pick(['#3f6d34', '#79a653', '#2f5a2c']), 'stroke-width': 3 },
      )
    }),
    glow(at, 1250, 260, 900, '#fff2c2', 0.28),
  )
}

export const railwayStation = () => {
  const at = sketch('railway-station')
  const hills = skyline(at.random, { y: 470, height: 80, wave: 1000, rough: 0.3 })
  const base = 800
  const gable = (x: number, width: number, top: number, eave: number) => [
    polygon(
      [
        [x - 18, eave],
        [x + width / 2, top],
        [x + width + 18, eave],
      ],
      {
        fill: at.linear([
          [0, '#c96a4a'],
          [1, '#9b4632'],
        ]),
      },
    ),
    times(9, (index) =>
      line(
        [
          [x - 18 + (index + 1) * (width / 20), eave - ((index + 1) / 10) * (eave - top) * 0.98],
          [x + width + 18 - (index + 1) * (width / 20), eave - ((index + 1) / 10) * (eave - top) * 0.98],
        ],
        { stroke: '#7d3626', 'stroke-width': 2, 'stroke-opacity': 0.4 },
      ),
    ),
    polygon(
      [
        [x + 24, eave + 4],
        [x + width / 2, top + 62],
        [x + width - 24, eave + 4],
      ],
      {
        fill: at.linear([
          [0, '#f9e3a6'],
          [1, '#eac878'],
        ]),
      },
    ),
    polygon(
      [
        [x + width / 2, top + 62],
        [x + width - 24, eave + 4],
        [x + width / 2 + 20, eave + 4],
      ],
      { fill: '#8a5a1f', 'fill-opacity': 0.1 },
    ),
    rect(x + 24, eave, width - 48, base - eave, {
      fill: at.linear([
        [0, '#f4d98f'],
        [1, '#e3bf72'],
      ]),
    }),
    times(3, (row) =>
      times(5 + row, (column) => {
        const half = (width - 120) * (0.22 + row * 0.17)
        const step = (half * 2) / (5 + row)
        return rect(x + width / 2 - half + column * step + 3, eave - 118 + row * 62, step - 6, 54, {
          fill: at.pick(['#d8553f', '#3f8fa8', '#efb23a', '#5aa06b', '#7a5fa8', '#cfe3e6']),
          stroke: '#5d3b1d',
          'stroke-width': 3,
        })
      }),
    ),
    times(3, (index) => [
      rect(x + width / 2 - 126 + index * 90, eave + 104, 72, 156, { fill: '#6b4a2c' }),
      rect(x + width / 2 - 118 + index * 90, eave + 114, 56, 120, { fill: '#86a7ae' }),
      line(
        [
          [x + width / 2 - 90 + index * 90, eave + 104],
          [x + width / 2 - 90 + index * 90, eave + 260],
        ],
        { stroke: '#6b4a2c', 'stroke-width': 5 },
      ),
    ]),
  ]
  return at.svg(
    wash(
      at.linear([
        [0, '#4f97d2'],
        [0.34, '#a9d2ea'],
        [0.56, '#fdf1d6'],
      ]),
    ),
    at.blurred(
      12,
      times(20, () =>
        ellipse(at.between(0, WIDTH), at.between(60, 330), at.between(90, 240), at.between(16, 46), {
          fill: '#ffffff',
          'fill-opacity': 0.66,
        }),
      ),
    ),
    glow(at, 220, 180, 480, '#fff7d6', 0.8),
    path(ground(hills), {
      fill: at.linear([
        [0, '#86aca0'],
        [0.3, '#9fbd8a'],
      ]),
    }),
    times(60, () => {
      const x = at.between(0, WIDTH)
      return pine(at.random, x, heightAt(hills, x) + 20, at.between(50, 120), at.pick(['#4d7f68', '#5c8f74', '#3f6f5a']))
    }),
    rect(160, 600, 1280, 200, {
      fill: at.linear([
        [0, '#f1d48a'],
        [1, '#dcb869'],
      ]),
    }),
    polygon(
      [
        [130, 606],
        [180, 520],
        [1420, 520],
        [1470, 606],
      ],
      {
        fill: at.linear([
          [0, '#b85c40'],
          [1, '#8d3f2c'],
        ]),
      },
    ),
    times(30, (index) =>
      line(
        [
          [190 + index * 42, 522],
          [180 + index * 42.6, 604],
        ],
        { stroke: '#6d2f20', 'stroke-width': 2, 'stroke-opacity': 0.35 },
      ),
    ),
    times(7, (index) => [
      rect(190 + index * 46, 650, 30, 100, { fill: '#7d9ea6', stroke: '#6b4a2c', 'stroke-width': 4 }),
      rect(1120 + index * 46, 650, 30, 100, { fill: '#7d9ea6', stroke: '#6b4a2c', 'stroke-width': 4 }),
    ]),
    gable(300, 330, 250, 540),
    gable(970, 330, 250, 540),
    gable(610, 380, 160, 510),
    circle(800, 300, 38, { fill: '#fbf6e6', stroke: '#6b4a2c', 'stroke-width': 6 }),
    line(
      [
        [800, 300],
        [800, 276],
      ],
      { stroke: '#3a2a1c', 'stroke-width': 5 },
    ),
    line(
      [
        [800, 300],
        [818, 310],
      ],
      { stroke: '#3a2a1c', 'stroke-width': 5 },
    ),
    times(12, (index) =>
      circle(800 + Math.cos((index / 12) * Math.PI * 2) * 30, 300 + Math.sin((index / 12) * Math.PI * 2) * 30, 2, {
        fill: '#3a2a1c',
      }),
    ),
    rect(250, 784, 1100, 20, { fill: '#8d6b3c' }),
    polygon(
      [
        [0, 800],
        [WIDTH, 800],
        [WIDTH, HEIGHT],
        [0, HEIGHT],
      ],
      {
        fill: at.linear([
          [0, '#d8c7a4'],
          [0.24, '#bda985'],
          [0.25, '#8a7b66'],
          [1, '#5d5245'],
        ]),
      },
    ),
    times(6, (index) => rect(0, 808 + index * 9, WIDTH, 1.4, { fill: '#8a7650', 'fill-opacity': 0.4 })),
    times(900, () =>
      circle(at.between(0, WIDTH), at.between(880, 1067), at.between(2, 7), {
        fill: at.pick(['#9b8d78', '#6d6252', '#4a4238', '#b3a58d']),
        'fill-opacity': 0.6,
      }),
    ),
    times(30, (index) =>
      polygon(
        [
          [-30 + index * 58, 938],
          [4 + index * 58, 938],
          [-10 + index * 60, 1030],
          [-52 + index * 60, 1030],
        ],
        { fill: '#4a3524' },
      ),
    ),
    rect(0, 950, WIDTH, 10, {
      fill: at.linear([
        [0, '#dfe3e4'],
        [1, '#6d7478'],
      ]),
    }),
    rect(0, 1008, WIDTH, 13, {
      fill: at.linear([
        [0, '#e9edee'],
        [1, '#6d7478'],
      ]),
    }),
    [60, 150, 1400, 1500].map((x) => [
      ellipse(x + 30, 812, 60, 9, { fill: '#3d3420', 'fill-opacity': 0.4 }),
      times(46, () =>
        circle(x + at.between(-10, 80), 800 - at.between(0, 60), at.between(8, 17), {
          fill: at.pick(['#d86a96', '#8f7fd6', '#f0a4c0', '#4c7d40', '#6a9a4c']),
        }),
      ),
    ]),
    tallPine(at, 90, 860, 700, { trunk: '#4d3526', dark: '#234a38', light: '#3b6d50' }),
    tallPine(at, 1520, 860, 740, { trunk: '#4d3526', dark: '#234a38', light: '#3b6d50' }),
    group({}, glow(at, 220, 260, 900, '#fff4cc', 0.26)),
  )
}
