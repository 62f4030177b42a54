/** The colours of a quarter's issue: on screen as sRGB, on paper as CMYK of their own (per cent). */
export type Ink = { readonly rgb: string; readonly cmyk: readonly [number, number, number, number] }
/** `mist` and `haze` draw the hills of the foot; `deep` carries white text and headings (contrast ≥ 7 on white), `accent` small text (≥ 4.5 on white), `glow` text on `deep`. */
export type Palette = Readonly<Record<'deep' | 'accent' | 'tint' | 'glow' | 'mist' | 'haze', Ink>>

const ink = (rgb: string, ...cmyk: readonly [number, number, number, number]): Ink => ({ rgb, cmyk })

/** The highlands' year: peach blossom, young tea, the red of coffee cherries, wild sunflowers. */
export const PALETTES: Readonly<Record<1 | 2 | 3 | 4, Palette>> = {
  1: {
    deep: ink('#5b1f3f', 40, 95, 40, 45),
    accent: ink('#b0305f', 15, 95, 35, 10),
    tint: ink('#f8ecef', 0, 8, 3, 0),
    glow: ink('#f6c3d2', 0, 30, 5, 0),
    mist: ink('#ecd0da', 0, 20, 6, 0),
    haze: ink('#d9a9bd', 6, 38, 10, 4),
  },
  2: {
    deep: ink('#12443a', 85, 35, 70, 55),
    accent: ink('#1f7a4d', 85, 20, 85, 10),
    tint: ink('#e9f3ec', 8, 0, 8, 0),
    glow: ink('#bfe3c4', 28, 0, 28, 0),
    mist: ink('#cfe4d5', 20, 0, 18, 0),
    haze: ink('#a9cdb5', 36, 4, 34, 2),
  },
  3: {
    deep: ink('#173a50', 95, 60, 40, 40),
    accent: ink('#b3382c', 15, 90, 90, 8),
    tint: ink('#f3efe6', 3, 4, 10, 0),
    glow: ink('#f3cf9c', 2, 18, 42, 0),
    mist: ink('#dfe3dd', 12, 6, 12, 0),
    haze: ink('#bccbd0', 28, 12, 14, 2),
  },
  4: {
    deep: ink('#3b2d5c', 80, 85, 30, 25),
    accent: ink('#9a5b00', 25, 65, 100, 15),
    tint: ink('#f8f1e1', 2, 4, 12, 0),
    glow: ink('#f5d27a', 2, 15, 60, 0),
    mist: ink('#efdfbd', 4, 10, 28, 0),
    haze: ink('#dcc389', 10, 22, 52, 2),
  },
}
