/** Round ripe things. */
import { circle, ellipse, n, type Sketch } from './sketch'

export type Tones = readonly [dark: string, middle: string, light: string]

/** A ripe round thing with a light from the upper left. */
export const berry = (at: Sketch, x: number, y: number, r: number, [dark, middle, light]: Tones, navel?: string) => [
  circle(x, y, r, {
    fill: at.radial(
      [
        [0, light],
        [0.42, middle],
        [1, dark],
      ],
      [0.36, 0.32, 0.75],
    ),
  }),
  ellipse(x - r * 0.34, y - r * 0.42, r * 0.22, r * 0.13, {
    fill: '#ffffff',
    'fill-opacity': 0.62,
    transform: `rotate(-35 ${n(x - r * 0.34)} ${n(y - r * 0.42)})`,
  }),
  navel === undefined ? '' : circle(x + r * 0.28, y + r * 0.52, r * 0.15, { fill: navel, 'fill-opacity': 0.8 }),
]
