/** From cels to pixels: plates are drawn once and laid over each other with subpixel steps, living cels are drawn for each frame. */
import sharp from 'sharp'
import { SCENE, fade, seen, showing, windowed, type Area, type Footage, type Plate, type Shot } from './stage'

export type Size = { readonly width: number; readonly height: number }
type Pixels = Size & { readonly data: Uint8Array }
/** A picture and the band of its rows that has anything on it. */
type Drawn = Pixels & { readonly first: number; readonly last: number }

/** Plates carry a little more than the screen asks, for zooms. */
const SPARE = 1.15

const rasterise = async (svg: string, area: Area, { width, height }: Size): Promise<Pixels> => {
  const { data } = await sharp(Buffer.from(windowed(svg, area, { width, height })))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) }
}

/** Colour times opacity: only so may neighbours be mixed without a dark seam. */
const premultiplied = ({ data, ...size }: Pixels): Drawn => {
  let [first, last] = [size.height, -1]
  for (let index = 0; index < data.length; index += 4) {
    const alpha = data[index + 3]!
    if (alpha > 0) {
      last = Math.floor(index / 4 / size.width)
      first = Math.min(first, last)
    }
    if (alpha === 255) continue
    for (let channel = 0; channel < 3; channel++) data[index + channel] = Math.round((data[index + channel]! * alpha) / 255)
  }
  return { ...size, data, first, last }
}

const lay = (onto: Float32Array, size: Size, picture: Drawn, from: Area, view: Area, opacity: number): void => {
  const [acrossScale, downScale] = [picture.width / from.width, picture.height / from.height]
  const { data, width, height } = picture
  const across = (view.width / size.width) * acrossScale
  const startX = (view.x - from.x) * acrossScale + across / 2 - 0.5
  for (let y = 0; y < size.height; y++) {
    const sourceY = ((y + 0.5) * (view.height / size.height) + view.y - from.y) * downScale - 0.5
    const top = Math.floor(sourceY)
    if (top < 0 || top >= height - 1 || top + 1 < picture.first || top > picture.last) continue
    const down = sourceY - top
    for (let x = 0; x < size.width; x++) {
      const sourceX = startX + x * across
      const left = Math.floor(sourceX)
      if (left < 0 || left >= width - 1) continue
      const right = sourceX - left
      const a = (top * width + left) * 4
      const c = a + width * 4
      if ((data[a + 3]! | data[a + 7]! | data[c + 3]! | data[c + 7]!) === 0) continue
      const [wa, wb, wc, wd] = [(1 - right) * (1 - down), right * (1 - down), (1 - right) * down, right * down]
      const alpha = (data[a + 3]! * wa + data[a + 7]! * wb + data[c + 3]! * wc + data[c + 7]! * wd) * opacity
      if (alpha < 0.4) continue
      const keep = 1 - alpha / 255
      const at = (y * size.width + x) * 3
      for (let channel = 0; channel < 3; channel++)
        onto[at + channel] =
          onto[at + channel]! * keep +
          (data[a + channel]! * wa + data[a + 4 + channel]! * wb + data[c + channel]! * wc + data[c + 4 + channel]! * wd) *
            opacity
    }
  }
}

/** Fresh pixels of exactly the screen's size need no mixing of neighbours. */
const layWhole = (onto: Float32Array, { data }: Pixels, opacity: number): void => {
  for (let from = 0, at = 0; from < data.length; from += 4, at += 3) {
    const alpha = (data[from + 3]! * opacity) / 255
    if (alpha < 0.002) continue
    for (let channel = 0; channel < 3; channel++)
      onto[at + channel] = onto[at + channel]! * (1 - alpha) + data[from + channel]! * alpha
  }
}

/** A renderer of one film at one size: frames as 24-bit RGB, moments in seconds. */
export const renderer = (footage: Footage, size: Size) => {
  const drawn = new Map<Plate, Promise<Drawn>>()
  const pixelsOf = (plate: Plate) => {
    const known = drawn.get(plate)
    if (known) return known
    const scale = (size.width / SCENE.width) * SPARE
    const made = rasterise(plate.svg, plate.area, {
      width: Math.round(plate.area.width * scale),
      height: Math.round(plate.area.height * scale),
    }).then(premultiplied)
    drawn.set(plate, made)
    return made
  }
  const corners = vignette(size)

  const shotAt = async (shot: Shot, seconds: number): Promise<Float32Array> => {
    const canvas = new Float32Array(size.width * size.height * 3)
    const camera = shot.camera(seconds / shot.seconds)
    for (const cel of shot.cels) {
      const opacity = cel.opacity?.(seconds) ?? 1
      if (opacity <= 0.003) continue
      const [dx, dy] = cel.drift?.(seconds) ?? [0, 0]
      const through = seen(camera, cel.depth)
      const view = { ...through, x: through.x - dx, y: through.y - dy }
      if ('plate' in cel) lay(canvas, size, await pixelsOf(cel.plate), cel.plate.area, view, opacity)
      else layWhole(canvas, await rasterise(cel.live(seconds), view, size), opacity)
    }
    return canvas
  }

  return async (seconds: number): Promise<Buffer> => {
    const [oldest, newer] = showing(footage, seconds)
    const canvas = oldest ? await shotAt(oldest.shot, oldest.seconds) : new Float32Array(size.width * size.height * 3)
    if (newer) {
      const picture = await shotAt(newer.shot, newer.seconds)
      for (let index = 0; index < canvas.length; index++) canvas[index] = mixed(canvas[index]!, picture[index]!, newer.strength)
    }
    const light = fade(footage, seconds)
    const bytes = Buffer.alloc(canvas.length)
    for (let index = 0; index < canvas.length; index++) bytes[index] = canvas[index]! * light * corners[(index / 3) | 0]! + 0.5
    return bytes
  }
}

const mixed = (from: number, to: number, share: number) => from + (to - from) * share

/** Darker corners hold the eye. */
const vignette = ({ width, height }: Size): Float32Array =>
  Float32Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [(index % width) / width - 0.5, Math.floor(index / width) / height - 0.48]
    return 1 - 0.3 * Math.max(0, Math.min(1, (Math.hypot(x * 1.25, y * 1.2) - 0.42) / 0.5))
  })
