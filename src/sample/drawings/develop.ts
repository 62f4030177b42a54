/** From SVG to a photograph-like JPEG: darker corners, grain. */
import sharp from 'sharp'
import { HEIGHT, WIDTH, chance } from './sketch'

export const develop = async (svg: string, key: string): Promise<Buffer> =>
  sharp(Buffer.from(svg.replace(/<\/svg>$/u, `${CORNERS}</svg>`)))
    .flatten({ background: '#808080' })
    .composite([{ input: grain(key), raw: { width: GRAIN, height: GRAIN, channels: 3 }, tile: true, blend: 'overlay' }])
    .jpeg({ quality: 86, chromaSubsampling: '4:2:0' })
    .toBuffer()

const CORNERS = `<radialGradient id="corners" cx="0.5" cy="0.48" r="0.78"><stop offset="0.62" stop-opacity="0"/><stop offset="1" stop-opacity="0.28"/></radialGradient><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#corners)"/>`

const GRAIN = 400

/** Grey noise around the middle: `overlay` leaves the mean alone and takes the plastic look away. */
const grain = (key: string): Buffer => {
  const random = chance(`grain ${key}`)
  const tile = Buffer.alloc(GRAIN * GRAIN * 3)
  for (let index = 0; index < tile.length; index += 3) {
    const value = Math.round(128 + (random() + random() + random() - 1.5) * 26)
    tile.fill(value, index, index + 3)
  }
  return tile
}
