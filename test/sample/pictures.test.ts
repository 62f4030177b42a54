import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { PICTURE_KEYS, drawPicture } from '#sample/pictures'

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('the drawn pictures', () => {
  it('are at least sixteen', () => expect(PICTURE_KEYS.length).toBeGreaterThanOrEqual(16))

  it('the same key gives the same bytes', async () => {
    for (const key of ['gong', 'loom', 'tea-rows'] as const)
      expect(digest((await drawPicture(key)).bytes)).toBe(digest((await drawPicture(key)).bytes))
  }, 30_000)

  it('every one is a JPEG of 1600 × 1067 with something on it, and no two are alike', async () => {
    const seen = new Set<string>()
    for (const key of PICTURE_KEYS) {
      const { bytes, mime, filename } = await drawPicture(key)
      const { format, width, height, exif } = await sharp(bytes).metadata()
      expect([key, mime, filename, format, width, height, exif]).toEqual([
        key,
        'image/jpeg',
        `${key}.jpg`,
        'jpeg',
        1600,
        1067,
        undefined,
      ])
      const { channels } = await sharp(bytes).stats()
      expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(25)
      expect(bytes.length).toBeLessThan(900_000)
      seen.add(digest(bytes))
    }
    expect(seen.size).toBe(PICTURE_KEYS.length)
  }, 90_000)
})
