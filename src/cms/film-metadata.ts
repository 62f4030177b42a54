/** Boxes of an MP4 that say who, where and with what; a player needs none of them. */
const TELLING = new Set(['udta', 'meta', 'uuid'])
/** Boxes in which those stand. */
const HOLDING = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf'])
/** More than any film has; a made-up one may nest and repeat as it likes. */
const MOST_BOXES = 100_000

/**
 * A film without place, device and names, in the same length: what tells them becomes free space, so that every offset
 * in it stays right. Damaged boxes are left alone: whoever reads them next refuses the file.
 */
export const withoutPlace = (film: Buffer): Buffer => {
  const open = [{ from: 0, to: film.length }]
  let seen = 0
  for (let part = open.pop(); part; part = open.pop())
    for (let at = part.from; at + 8 <= part.to && (seen += 1) <= MOST_BOXES;) {
      const { size, head } = sizeAt(film, at, part.to)
      if (size < head || at + size > part.to) break
      const type = film.toString('latin1', at + 4, at + 8)
      if (TELLING.has(type)) {
        film.write('free', at + 4, 'latin1')
        film.fill(0, at + head, at + size)
      } else if (HOLDING.has(type)) open.push({ from: at + head, to: at + size })
      at += size
    }
  return film
}

const sizeAt = (film: Buffer, at: number, end: number): { readonly size: number; readonly head: number } => {
  const size = film.readUInt32BE(at)
  if (size === 0) return { size: end - at, head: 8 }
  if (size !== 1) return { size, head: 8 }
  return { size: at + 16 <= end ? Number(film.readBigUInt64BE(at + 8)) : 0, head: 16 }
}
