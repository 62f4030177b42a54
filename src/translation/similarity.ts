/** How alike two texts are, whether or not their words are written apart. */

/** Hashes of the character trigrams of a text, ascending, each once; case and width of white space do not count. `sample`: keep one in so many. */
export const trigrams = (text: string, sample = 1): Uint32Array => {
  const padded = ` ${text.toLowerCase().replace(/\s+/g, ' ').trim()} `
  const hashes: number[] = []
  for (let at = 0; at + 2 < padded.length; at++) {
    const hash =
      (Math.imul(Math.imul(padded.charCodeAt(at), 0x9e3779b1) ^ padded.charCodeAt(at + 1), 0x85ebca6b) ^
        padded.charCodeAt(at + 2)) >>>
      0
    if (sample === 1 || hash % sample === 0) hashes.push(hash)
  }
  const sorted = Uint32Array.from(hashes).sort()
  return sorted.filter((hash, at) => at === 0 || hash !== sorted[at - 1])
}

/** Sørensen–Dice coefficient of two sets, 0 to 1; two empty sets have nothing in common. */
export const dice = (a: Uint32Array, b: Uint32Array): number => {
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] as number
    const right = b[j] as number
    if (left === right) common++
    if (left <= right) i++
    if (right <= left) j++
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length)
}
