/** Hills, forest, lake, rows of tea and coffee. */
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
  tallPine,
  times,
  wash,
  type Shapes,
  type Sketch,
} from './sketch'

export const pineHills = () => {
  const at = sketch('pine-hills')
  const tones = ['#b9c9d0', '#98b2b8', '#74979a', '#4f7a76', '#335d55', '#1f4238']
  const layers = tones.map((tone, index) => {
    const y = 470 + index * 92
    const line = skyline(at.random, { y, height: 120 - index * 6, wave: 1150 - index * 110, rough: 0.5 })
    const trees = times(40 + index * 7, () => {
      const x = at.between(-20, WIDTH + 20)
      return pine(at.random, x, heightAt(line, x) + 6 + at.between(0, 26), (24 + index * 17) * at.between(0.6, 1.25), tone)
    })
    const body = path(ground(line), {
      fill: at.linear([
        [0, tone],
        [1, index < 5 ? (tones[Math.max(0, index - 1)] ?? tone) : '#142e27'],
      ]),
    })
    return [trees, body, index < 5 ? mist(at, y + 95, 66, '#f6efe2', 0.62 - index * 0.07) : '']
  })
  return at.svg(
    wash(
      at.linear([
        [0, '#7fa5c2'],
        [0.28, '#b9cdd4'],
        [0.5, '#f3ddbd'],
        [0.62, '#fbe9cf'],
      ]),
    ),
    glow(at, 1120, 430, 620, '#fff1c9', 0.95),
    circle(1120, 420, 46, { fill: '#fffbe8' }),
    at.blurred(
      9,
      times(7, (index) =>
        ellipse(at.between(100, 1500), 110 + index * 38, at.between(160, 340), at.between(7, 16), {
          fill: '#fff8ea',
          'fill-opacity': 0.5,
        }),
      ),
    ),
    ...layers,
    tallPine(at, 150, 1090, 950, { trunk: '#2a1f1a', dark: '#132b24', light: '#1f4035' }),
    tallPine(at, 330, 1110, 720, { trunk: '#33261f', dark: '#173229', light: '#28503f' }),
    tallPine(at, 1500, 1120, 620, { trunk: '#33261f', dark: '#173229', light: '#2b5543' }),
    glow(at, 1120, 520, 760, '#ffdf9c', 0.22),
  )
}

/** Crop rows as strokes of round dots: shadow, leaf, light. */
const bushes = (at: Sketch, d: string, size: number, [dark, middle, light]: readonly [string, string, string]) => {
  const dots = (colour: string, width: number, dx: number, dy: number, gap: number, opacity = 1) =>
    group(
      { transform: `translate(${n(dx)} ${n(dy)})` },
      path(d, {
        fill: 'none',
        stroke: colour,
        'stroke-width': width,
        'stroke-linecap': 'round',
        'stroke-dasharray': `0.1 ${n(gap)}`,
        'stroke-opacity': opacity,
        'stroke-dashoffset': at.between(0, gap),
      }),
    )
  return [
    path(d, { fill: 'none', stroke: dark, 'stroke-width': size * 0.9, 'stroke-linecap': 'round' }),
    dots(dark, size * 1.12, 0, size * 0.1, size * 0.66),
    dots(middle, size * 0.92, 0, -size * 0.14, size * 0.55),
    dots(light, size * 0.44, -size * 0.1, -size * 0.34, size * 0.43, 0.85),
    dots(light, size * 0.2, size * 0.12, -size * 0.42, size * 0.37, 0.9),
  ]
}

export const teaRows = () => {
  const at = sketch('tea-rows')
  const far = skyline(at.random, { y: 360, height: 90, wave: 900 })
  const middle = skyline(at.random, { y: 440, height: 80, wave: 1300 })
  const rows = times(20, (index) => {
    const near = (index / 16) ** 1.55
    const y = 478 + near * 690
    const size = 17 + near * 74
    const points = times(9, (step) => {
      const x = -120 + step * 230
      const bend =
        Math.sin((x / WIDTH) * Math.PI * 1.35 + 0.5) * (46 + near * 150) +
        Math.sin((x / WIDTH) * Math.PI * 3.1 + index * 0.05) * (6 + near * 26)
      return [x, y - bend] as const
    })
    const tone: readonly [string, string, string] =
      near < 0.25
        ? ['#4d7a3c', '#79a84f', '#b6d074']
        : near < 0.6
          ? ['#37662f', '#659b41', '#b0cf63']
          : ['#27522a', '#558a38', '#a3c857']
    return bushes(at, curve(points), size, tone)
  })
  const shade = times(5, (index) => {
    const x = 1010 + index * 118 + at.between(-20, 20)
    const y = 470 - Math.sin((x / WIDTH) * Math.PI * 1.35 + 0.5) * 52
    return [
      line(
        [
          [x, y + 14],
          [x + 4, y - 74],
        ],
        { stroke: '#5c4a39', 'stroke-width': 5 },
      ),
      times(7, () =>
        ellipse(x + at.between(-46, 46), y - 92 + at.between(-30, 26), at.between(24, 46), at.between(16, 28), {
          fill: at.pick(['#3f6d3a', '#54843f', '#6d9a48']),
        }),
      ),
    ]
  })
  return at.svg(
    wash(
      at.linear([
        [0, '#6fa9cf'],
        [0.3, '#b6d7e0'],
        [0.46, '#f6efd6'],
      ]),
    ),
    glow(at, 330, 250, 520, '#fff3cf', 0.9),
    at.blurred(
      14,
      times(10, () =>
        ellipse(at.between(0, WIDTH), at.between(60, 250), at.between(90, 230), at.between(14, 40), {
          fill: '#ffffff',
          'fill-opacity': 0.55,
        }),
      ),
    ),
    path(ground(far), {
      fill: at.linear([
        [0, '#8fb3b5'],
        [0.3, '#b5cbbb'],
      ]),
    }),
    mist(at, 410, 50, '#fff8e6', 0.7),
    path(ground(middle), {
      fill: at.linear([
        [0, '#6c9a6a'],
        [0.3, '#8db56f'],
      ]),
    }),
    ...shade,
    path(
      ground(
        times(
          9,
          (step) => [-120 + step * 230, 472 - Math.sin(((-120 + step * 230) / WIDTH) * Math.PI * 1.35 + 0.5) * 46] as const,
        ),
      ),
      {
        fill: at.linear([
          [0, '#7a9a4c'],
          [0.5, '#6b5a36'],
          [1, '#4b3a24'],
        ]),
      },
    ),
    ...rows,
    mist(at, 470, 30, '#fff7dd', 0.35),
    glow(at, 330, 330, 900, '#fff0b8', 0.35),
  )
}

export const coffeeHills = () => {
  const at = sketch('coffee-hills')
  const far = skyline(at.random, { y: 350, height: 120, wave: 1000, rough: 0.4 })
  const next = skyline(at.random, { y: 440, height: 110, wave: 820, rough: 0.4 })
  const hill = (
    peakX: number,
    peakY: number,
    spread: number,
    rows: number,
    sizes: readonly [number, number],
    tone: readonly [string, string, string],
    soil: string,
  ) => {
    const top = (x: number, drop: number) => peakY + drop + ((x - peakX) / spread) ** 2 * (190 + drop * 0.42)
    const outline = times(13, (step) => [-100 + step * 150, top(-100 + step * 150, 0)] as const)
    return [
      path(ground(outline), { fill: soil }),
      times(rows, (index) => {
        const drop = 14 + (index / rows) ** 1.25 * (HEIGHT - peakY + 120)
        const size = sizes[0] + (sizes[1] - sizes[0]) * (index / rows) ** 1.15
        return bushes(at, curve(times(13, (step) => [-100 + step * 150, top(-100 + step * 150, drop)] as const)), size, tone)
      }),
    ]
  }
  return at.svg(
    wash(
      at.linear([
        [0, '#3d5a86'],
        [0.22, '#8793ac'],
        [0.36, '#e7b48b'],
        [0.46, '#ffdca6'],
      ]),
    ),
    glow(at, 820, 400, 640, '#ffe2a6', 1),
    circle(820, 372, 40, { fill: '#fff6d8' }),
    at.blurred(
      6,
      times(9, (index) =>
        ellipse(at.between(0, WIDTH), 70 + index * 26, at.between(120, 380), at.between(5, 15), {
          fill: index % 2 ? '#ffd9b0' : '#c7b7c4',
          'fill-opacity': 0.55,
        }),
      ),
    ),
    path(ground(far), {
      fill: at.linear([
        [0, '#8a87a0'],
        [0.35, '#c9a897'],
      ]),
    }),
    mist(at, 415, 60, '#ffe6c4', 0.9),
    path(ground(next), {
      fill: at.linear([
        [0, '#5f6f78'],
        [0.3, '#a39a86'],
      ]),
    }),
    times(34, () => {
      const x = at.between(0, WIDTH)
      return pine(at.random, x, heightAt(next, x) + 8, at.between(30, 64), '#56666e')
    }),
    mist(at, 520, 80, '#ffe9cb', 0.95),
    ...hill(1260, 530, 620, 15, [12, 52], ['#2c4634', '#456a44', '#88a05a'], '#6d4a33'),
    mist(at, 690, 60, '#ffe6c2', 0.55),
    ...hill(260, 640, 560, 12, [20, 86], ['#1e3a2a', '#345c39', '#7f9c52'], '#5c3b28'),
    glow(at, 820, 420, 900, '#ffca7d', 0.28),
  )
}

export const lakeAtDusk = () => {
  const at = sketch('xuan-huong-dusk')
  const shore = 560
  const far = skyline(at.random, { y: 440, height: 90, wave: 1200, rough: 0.3 })
  const town = skyline(at.random, { y: 500, height: 56, wave: 760, rough: 0.4 })
  const houses = times(64, () => {
    const x = at.between(300, 1580)
    const y = heightAt(town, x) + at.between(0, 44)
    const [width, height] = [at.between(14, 36), at.between(12, 30)]
    return [
      rect(x, y - height, width, height, { fill: at.pick(['#3a3450', '#453c58', '#574763', '#2f2c46']) }),
      polygon(
        [
          [x - 4, y - height],
          [x + width / 2, y - height - at.between(6, 16)],
          [x + width + 4, y - height],
        ],
        { fill: at.pick(['#5d3d4e', '#6a4450', '#41354f']) },
      ),
      at.random() < 0.75 ? rect(x + width * 0.3, y - height * 0.7, 5, 6, { fill: '#ffd98a' }) : '',
    ]
  })
  const lamps = times(26, (index) => [60 + index * 60 + at.between(-8, 8), 548 + at.between(-4, 4)] as const)
  const upper = at.symbol(
    rect(0, 0, WIDTH, shore, {
      fill: at.linear([
        [0, '#2b3566'],
        [0.4, '#6d5b91'],
        [0.68, '#e08a7b'],
        [0.86, '#ffc487'],
        [1, '#ffd9a0'],
      ]),
    }),
    glow(at, 470, 480, 520, '#ffe0a0', 0.85),
    at.blurred(
      7,
      times(14, () =>
        ellipse(at.between(0, WIDTH), at.between(90, 360), at.between(120, 360), at.between(6, 18), {
          fill: at.pick(['#ff9f86', '#ffc59a', '#8c6ca0', '#c97b8e']),
          'fill-opacity': 0.5,
        }),
      ),
    ),
    path(ground(far, shore), {
      fill: at.linear([
        [0, '#65577f'],
        [1, '#a87886'],
      ]),
    }),
    path(ground(town, shore), { fill: '#3d3957' }),
    times(46, () => {
      const x = at.between(-10, WIDTH)
      return pine(at.random, x, heightAt(town, x) + 20, at.between(26, 64), '#2e2e49')
    }),
    ...houses,
    rect(0, 540, WIDTH, 24, { fill: '#26263e' }),
    times(30, () => pine(at.random, at.between(0, WIDTH), 560, at.between(40, 120), '#1d2138')),
    lamps.map(([x, y]) => glow(at, x, y, 22, '#ffdf95', 0.95) + circle(x, y, 3, { fill: '#fff3cc' })),
  )
  const boat = (x: number, y: number, size: number) =>
    moved(x, y, 0, size, [
      ellipse(0, 10, 60, 7, { fill: '#1a1d35', 'fill-opacity': 0.45 }),
      path('M-52 -4C-44 14 40 16 54 -6C36 -2 -30 -2 -52 -4Z', { fill: '#f5ede1' }),
      path('M34 -6C58 -14 58 -44 44 -56C38 -62 30 -58 32 -52C44 -40 34 -20 18 -8Z', { fill: '#fbf5ea' }),
      polygon(
        [
          [30, -55],
          [20, -51],
          [31, -50],
        ],
        { fill: '#e8833f' },
      ),
      path('M-46 -4C-50 -26 -22 -34 4 -8Z', { fill: '#e6dccb' }),
    ])
  return at.svg(
    upper(''),
    upper(`translate(0 ${shore * 2}) scale(1 -1)`),
    rect(0, shore, WIDTH, HEIGHT - shore, {
      fill: at.linear([
        [0, '#4a4474', 0.25],
        [0.4, '#2c3262', 0.45],
        [1, '#161d43', 0.86],
      ]),
    }),
    at.blurred(
      1.2,
      times(230, (index) => {
        const near = (index / 230) ** 1.5
        const y = shore + 8 + near * 500
        return rect(at.between(-60, WIDTH), y, at.between(40, 180) * (0.5 + near), 1.5 + near * 4, {
          fill: at.pick(['#ffcf9a', '#c97f8f', '#20264f', '#151a3d', '#7b679a']),
          'fill-opacity': 0.17 + at.random() * 0.2,
        })
      }),
    ),
    lamps.map(([x]) => at.blurred(3, rect(x - 2.5, shore + 6, 5, at.between(40, 130), { fill: '#ffd58a', 'fill-opacity': 0.5 }))),
    boat(980, 740, 1.15),
    boat(700, 668, 0.6),
    boat(1290, 690, 0.75),
    tallPine(at, 120, 1110, 900, { trunk: '#0f1126', dark: '#0d1228', light: '#161c38' }),
    tallPine(at, 1530, 1100, 760, { trunk: '#0f1126', dark: '#0d1228', light: '#161c38' }),
    path(ground(skyline(at.random, { y: 1010, height: 34, wave: 1500, rough: 1 })), { fill: '#0c1024' }),
    times(170, () => {
      const x = at.between(-10, WIDTH)
      return line(
        [
          [x, 1060],
          [x + at.between(-14, 14), 1060 - at.between(30, 78)],
        ],
        { stroke: '#0b0f21', 'stroke-width': 3 },
      )
    }),
  )
}
export const forestWaterfall = () => {
  const at = sketch('forest-waterfall')
  const wall = (tone: string, y: number, low: number, high: number, count: number) =>
    times(count, () => {
      const x = at.between(-20, WIDTH + 20)
      return pine(at.random, x, y + at.between(-20, 20) - Math.abs(x - 820) * 0.1, at.between(low, high), tone)
    })
  const fall = (x: number, top: number, bottom: number, width: number) => [
    polygon(
      [
        [x - width * 0.34, top],
        [x + width * 0.34, top],
        [x + width * 0.6, bottom],
        [x - width * 0.6, bottom],
      ],
      {
        fill: at.linear([
          [0, '#dcefee'],
          [0.5, '#f6fbf8'],
          [1, '#d3e8e6'],
        ]),
      },
    ),
    times(70, () => {
      const dx = at.between(-0.34, 0.34) * width
      const from = at.between(top, bottom - 60)
      return line(
        [
          [x + dx * (1 + ((from - top) / (bottom - top)) * 0.75), from],
          [x + dx * 1.75, from + at.between(50, 170)],
        ],
        {
          stroke: at.pick(['#a7ccd0', '#ffffff', '#c5dfe0', '#8ebcc4']),
          'stroke-width': at.between(1.5, 5),
          'stroke-opacity': 0.6,
          'stroke-linecap': 'round',
        },
      )
    }),
  ]
  /** Basalt: upright columns of broken height, lit from above. */
  const cliff = (from: number, to: number, top: number, bottom: number) => {
    const columns: Shapes[] = []
    for (let x = from; x < to;) {
      const width = at.between(22, 52)
      const head = top + at.between(-22, 34)
      const tone = at.pick(['#3c4f46', '#465a4f', '#32443c', '#50655a', '#2b3b34'])
      columns.push(
        polygon(
          [
            [x, head + 10],
            [x + width * 0.5, head],
            [x + width, head + 8],
            [x + width + 2, bottom],
            [x - 2, bottom],
          ],
          {
            fill: at.linear([
              [0, tone],
              [0.45, '#2a3a33'],
              [1, '#16221e'],
            ]),
          },
        ),
        rect(x + width * 0.5, head + 6, width * 0.5, bottom - head - 6, { fill: '#0e1714', 'fill-opacity': 0.26 }),
        times(3, () => rect(x, at.between(head + 50, bottom - 30), width, 3, { fill: '#0d1512', 'fill-opacity': 0.4 })),
      )
      x += width
    }
    return columns
  }
  const moss = (count: number) =>
    times(count, () => {
      const x = at.random() < 0.5 ? at.between(-20, 660) : at.between(980, 1620)
      return ellipse(x, 486 + at.between(-16, 30), at.between(18, 46), at.between(7, 16), {
        fill: at.pick(['#4f7d4a', '#3f6b44', '#638f52', '#35593c']),
      })
    })
  const rock = (x: number, y: number, size: number, tone: readonly [string, string]) => {
    const edge = times(9, (index) => {
      const angle = Math.PI * (1 + index / 8)
      return [x + Math.cos(angle) * size * at.between(0.85, 1.1), y + Math.sin(angle) * size * at.between(0.5, 0.72)] as const
    })
    return [
      polygon([...edge, [x + size, y + size * 0.3], [x - size, y + size * 0.3]], {
        fill: at.linear([
          [0, tone[0]],
          [1, tone[1]],
        ]),
      }),
      polygon([...edge.slice(2, 7), [x + size * 0.2, y - size * 0.3], [x - size * 0.4, y - size * 0.24]], {
        fill: '#a9b58c',
        'fill-opacity': 0.35,
      }),
    ]
  }
  return at.svg(
    wash(
      at.linear([
        [0, '#dfeee2'],
        [0.35, '#bcd9c6'],
        [0.7, '#4f7f6c'],
        [1, '#173a33'],
      ]),
    ),
    glow(at, 820, 120, 620, '#fffbe0', 0.95),
    wall('#a9c9b6', 420, 120, 260, 46),
    mist(at, 380, 90, '#f4faee', 0.6),
    wall('#79a58f', 520, 180, 330, 40),
    mist(at, 470, 80, '#eef7ea', 0.5),
    wall('#4c7c68', 620, 200, 400, 30),
    path('M-20 470C180 470 320 520 470 500C560 470 640 452 690 456L700 860L-20 960Z', {
      fill: at.linear([
        [0, '#4d6355'],
        [0.4, '#38483f'],
        [1, '#1c2824'],
      ]),
    }),
    path('M1620 430C1440 440 1310 500 1160 490C1060 462 1000 452 950 456L940 860L1620 980Z', {
      fill: at.linear([
        [0, '#4d6355'],
        [0.4, '#38483f'],
        [1, '#1c2824'],
      ]),
    }),
    cliff(-30, 700, 486, 900),
    cliff(930, 1640, 486, 900),
    path('M600 500C640 440 1010 440 1050 500L1030 880L620 880Z', {
      fill: at.linear([
        [0, '#41564b'],
        [1, '#22332d'],
      ]),
    }),
    fall(800, 462, 862, 190),
    fall(672, 486, 866, 66),
    fall(930, 478, 866, 92),
    cliff(560, 650, 470, 880),
    cliff(990, 1090, 470, 880),
    moss(100),
    at.blurred(
      10,
      times(26, () =>
        ellipse(at.between(650, 1000), at.between(690, 850), at.between(20, 60), at.between(10, 26), {
          fill: '#f4fbf6',
          'fill-opacity': 0.28,
        }),
      ),
    ),
    times(40, () => {
      const x = at.between(420, 1240)
      return pine(at.random, x, 486 + Math.abs(x - 820) * 0.02, at.between(16, 46), at.pick(['#2f5a49', '#3d6b57', '#274c3e']))
    }).filter((_, index) => index % 4 !== 0),
    path('M-20 850C300 830 1300 830 1620 856L1620 1080L-20 1080Z', {
      fill: at.linear([
        [0, '#7fb0a8'],
        [0.3, '#3f7a74'],
        [1, '#12403f'],
      ]),
    }),
    at.blurred(
      16,
      ellipse(820, 862, 330, 36, { fill: '#ffffff', 'fill-opacity': 0.9 }),
      ellipse(740, 830, 130, 60, { fill: '#ffffff', 'fill-opacity': 0.7 }),
      ellipse(900, 836, 110, 52, { fill: '#ffffff', 'fill-opacity': 0.65 }),
    ),
    at.blurred(
      1,
      times(130, (index) => {
        const near = index / 130
        return ellipse(820 + at.between(-1, 1) * (300 + near * 700), 880 + near * 180, at.between(20, 110), 1.5 + near * 3, {
          fill: at.pick(['#e6f5ef', '#a9d3ca', '#0f3b3a']),
          'fill-opacity': 0.3,
        })
      }),
    ),
    rock(250, 940, 150, ['#6e7a6e', '#27332f']),
    rock(470, 900, 80, ['#7d897b', '#2d3a35']),
    rock(1180, 905, 96, ['#79867a', '#2a3733']),
    rock(1400, 960, 170, ['#68756a', '#222e2a']),
    rock(640, 1010, 90, ['#5d6a60', '#1d2926']),
    rock(1010, 1030, 110, ['#5d6a60', '#1d2926']),
    times(5, (index) =>
      polygon(
        [
          [760 + index * 40, -20],
          [820 + index * 40, -20],
          [420 + index * 330, 900],
          [240 + index * 330, 900],
        ],
        {
          fill: at.linear([
            [0, '#fffbdc', 0.26],
            [0.75, '#fffbdc', 0],
          ]),
        },
      ),
    ),
    tallPine(at, 90, 1100, 1020, { trunk: '#20211c', dark: '#122a22', light: '#1f4434' }),
    tallPine(at, 1530, 1100, 980, { trunk: '#20211c', dark: '#122a22', light: '#1f4434' }),
    times(90, () => {
      const left = at.random() < 0.5
      const x = left ? at.between(-20, 330) : at.between(1330, 1620)
      return path(
        `M${n(x)} 1080Q${n(x + at.between(-60, 60))} ${n(at.between(940, 1010))} ${n(x + at.between(-110, 110))} ${n(at.between(930, 1010))}`,
        {
          fill: 'none',
          stroke: at.pick(['#12301f', '#214a2c', '#2f6237', '#0d2419']),
          'stroke-width': at.between(4, 9),
          'stroke-linecap': 'round',
        },
      )
    }),
  )
}

export const solarPark = () => {
  const at = sketch('industrial-park')
  const far = skyline(at.random, { y: 380, height: 130, wave: 980, rough: 0.3 })
  const near = skyline(at.random, { y: 455, height: 80, wave: 700, rough: 0.3 })
  const hall = (x: number, y: number, width: number, depth: number, height: number, wall: string) => {
    const roof = [
      [x, y - height],
      [x + width, y - height],
      [x + width + depth * 0.75, y - height - depth * 0.42],
      [x + depth * 0.75, y - height - depth * 0.42],
    ] as const
    const cell = (u: number, v: number, du: number, dv: number) => {
      const spot = (a: number, b: number) => [x + width * a + depth * 0.75 * b, y - height - depth * 0.42 * b] as const
      return polygon([spot(u, v), spot(u + du, v), spot(u + du, v + dv), spot(u, v + dv)], {
        fill: at.linear(
          [
            [0, '#2c4a86'],
            [0.5, '#1d3263'],
            [1, '#4a70ad'],
          ],
          [0, 0, 1, 1],
        ),
        stroke: '#aebfdd',
        'stroke-width': 1,
      })
    }
    return [
      at.blurred(
        8,
        polygon(
          [
            [x - 26, y + 12],
            [x + width + 10, y + 22],
            [x + width + depth * 0.75 + 40, y - depth * 0.36],
            [x + width, y - 20],
          ],
          { fill: '#22391f', 'fill-opacity': 0.5 },
        ),
      ),
      polygon(
        [
          [x, y],
          [x + width, y],
          [x + width, y - height],
          [x, y - height],
        ],
        {
          fill: at.linear([
            [0, wall],
            [1, '#c9ccc9'],
          ]),
        },
      ),
      polygon(
        [
          [x + width, y],
          [x + width + depth * 0.75, y - depth * 0.42],
          [x + width + depth * 0.75, y - height - depth * 0.42],
          [x + width, y - height],
        ],
        { fill: '#9fa9ad' },
      ),
      polygon(roof, { fill: '#dfe5e6' }),
      times(6, (u) => times(3, (v) => cell(0.05 + u * 0.155, 0.1 + v * 0.29, 0.13, 0.22))),
      times(Math.floor(width / 46), (index) =>
        rect(x + 14 + index * 46, y - height * 0.62, 30, height * 0.22, { fill: '#6f97b4' }),
      ),
      rect(x + 16, y - height * 0.3, 54, height * 0.3, { fill: '#5b6d78' }),
      rect(x, y - height, width, height * 0.1, { fill: '#2f8f6b' }),
    ]
  }
  const tree = (x: number, y: number, size: number) => [
    ellipse(x, y, size * 0.9, size * 0.16, { fill: '#2b4a2d', 'fill-opacity': 0.5 }),
    rect(x - size * 0.06, y - size * 0.7, size * 0.12, size * 0.7, { fill: '#5d4836' }),
    times(6, () =>
      circle(x + at.between(-0.4, 0.4) * size, y - size * at.between(0.7, 1.2), size * at.between(0.28, 0.46), {
        fill: at.pick(['#3f7a3f', '#54924a', '#2f6637']),
      }),
    ),
  ]
  return at.svg(
    wash(
      at.linear([
        [0, '#4f93cc'],
        [0.3, '#a9d1e6'],
        [0.44, '#f4f1dd'],
      ]),
    ),
    glow(at, 1320, 170, 480, '#fff6d2', 0.9),
    at.blurred(
      12,
      times(16, () =>
        ellipse(at.between(0, WIDTH), at.between(50, 240), at.between(80, 220), at.between(14, 42), {
          fill: '#ffffff',
          'fill-opacity': 0.62,
        }),
      ),
    ),
    path(ground(far), {
      fill: at.linear([
        [0, '#7fa6b5'],
        [0.25, '#aac7bd'],
      ]),
    }),
    mist(at, 430, 44, '#f8f6e8', 0.7),
    path(ground(near), {
      fill: at.linear([
        [0, '#5f9268'],
        [0.4, '#86ad68'],
      ]),
    }),
    times(60, () => {
      const x = at.between(0, WIDTH)
      return pine(at.random, x, heightAt(near, x) + 14, at.between(26, 60), at.pick(['#3f7355', '#4c8060', '#356449']))
    }),
    rect(0, 560, WIDTH, 520, {
      fill: at.linear([
        [0, '#93b46c'],
        [1, '#5c8446'],
      ]),
    }),
    hall(60, 650, 420, 150, 92, '#f3f1ea'),
    hall(620, 640, 360, 140, 80, '#eef0ee'),
    hall(1120, 650, 420, 150, 96, '#f5f2e8'),
    polygon(
      [
        [700, 1080],
        [1020, 1080],
        [880, 620],
        [856, 620],
      ],
      { fill: '#6d7278' },
    ),
    times(9, (index) => {
      const near2 = (index / 9) ** 1.6
      const y = 640 + near2 * 430
      return polygon(
        [
          [866 - near2 * 10, y],
          [870 - near2 * 6 + near2 * 4, y],
          [868 + near2 * 8, y + 10 + near2 * 26],
          [858 - near2 * 4, y + 10 + near2 * 26],
        ],
        { fill: '#f2efe2' },
      )
    }),
    hall(-60, 930, 560, 230, 140, '#f6f3ea'),
    hall(1120, 960, 580, 230, 150, '#f4f2ec'),
    tree(610, 780, 70),
    tree(650, 900, 104),
    tree(1030, 790, 72),
    tree(1066, 920, 110),
    tree(590, 1040, 130),
    tree(1090, 1060, 140),
    times(260, () => {
      const x = at.between(0, WIDTH)
      const y = at.between(980, 1067)
      return line(
        [
          [x, y],
          [x + at.between(-6, 6), y - at.between(8, 22)],
        ],
        { stroke: at.pick(['#4c7a3a', '#77a450', '#3d6a34']), 'stroke-width': 2.4 },
      )
    }),
    glow(at, 1320, 240, 900, '#fff3c4', 0.22),
  )
}
