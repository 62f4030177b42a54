/** From SVG to a photograph-like JPEG: rasterise, grain, darker corners. */
import sharp from 'sharp'
import { HEIGHT, WIDTH, chance } from './sketch'

export const develop = async (svg: string, key: string): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: 72 })
    .resize(WIDTH, HEIGHT)
    .flatten({ background: '#808080' })
    .composite([
      { input: await grain(key), blend: 'overlay' },
      { input: Buffer.from(CORNERS), blend: 'multiply' },
    ])
    .jpeg({ quality: 86, chromaSubsampling: '4:2:0' })
    .toBuffer()

const CORNERS = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><defs><radialGradient id="v" cx="0.5" cy="0.48" r="0.78"><stop offset="0.62" stop-color="#fff"/><stop offset="1" stop-color="#b9b4b4"/></radialGradient></defs><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#v)"/></svg>`

/** Grey noise around the middle: `overlay` leaves the mean alone and takes the plastic look away. */
const grain = async (key: string) => {
  const random = chance(`grain ${key}`)
  const size = 400
  const tile = Buffer.alloc(size * size * 3)
  for (let index = 0; index < size * size; index++) {
    const value = 128 + (random() + random() + random() - 1.5) * 26
    tile.fill(Math.round(value), index * 3, index * 3 + 3)
  }
  const small = await sharp(tile, { raw: { width: size, height: size, channels: 3 } })
    .png()
    .toBuffer()
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#808080' } })
    .composite([{ input: small, tile: true, blend: 'over' }])
    .png({ compressionLevel: 1 })
    .toBuffer()
}
