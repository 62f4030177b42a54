/** Every quantity of a text, with what a range or a list says once for all its members. */
import type { Language } from '#newsroom'
import { readEn } from './en'
import { readJa } from './ja'
import type { Quantity, Reading } from './quantity'
import { readVi } from './vi'

const READERS = { vi: readVi, en: readEn, ja: readJa } satisfies Readonly<Record<Language, (text: string) => readonly Quantity[]>>

export const readQuantities = (text: string, language: Language): readonly Quantity[] =>
  shareUnits(READERS[language](text), text).map((one) => (countsList(one, text) ? { ...one, weight: 'listed' } : one))

/** A number up to ten whose things are then named: "bằng ba thứ tiếng Việt, Anh, Nhật", "3 bảng A, B, C". */
const countsList = ({ raw, weight, kind, readings, end }: Quantity, text: string): boolean => {
  const [first] = readings
  if (weight !== 'sure' || kind !== 'number' || first?.type !== 'amount' || first.value > 10 || first.units.length > 0)
    return false
  const sentence = /^[^.;!?。]*/u.exec(text.slice(end))?.[0] ?? ''
  // Figures are left out less lightly than words: the names must follow at once.
  if (/\p{Nd}/u.test(raw) && !/^\s(?:\p{Ll}+\s){1,3}\p{Lu}/u.test(sentence)) return false
  const joints = sentence.match(/[,、，・]|\s(?:và|and)\s/gu)?.length ?? 0
  return joints >= first.value - 1
}

/** `5-7 triệu đồng`, `USD 5 to 7 million`, 20～30％: what one end says holds for the other. */
const shareUnits = (quantities: readonly Quantity[], text: string): readonly Quantity[] => {
  const shared = [...quantities]
  for (let index = shared.length - 2; index >= 0; index--) {
    const first = shared[index]
    const second = shared[index + 1]
    if (!first || !second || !JOIN.test(text.slice(first.end, second.start))) continue
    shared[index] = { ...first, readings: first.readings.flatMap((one) => withShared(one, second.readings, true)) }
    shared[index + 1] = { ...second, readings: second.readings.flatMap((one) => withShared(one, first.readings, false)) }
  }
  return shared
}

const JOIN =
  /^\s*(?:[-–—~〜～,、・]|đến|tới|và|hoặc|hay|lên|xuống(?: còn)?|còn|to|and|or|から|と|または)\s*(?:khoảng |gần |hơn |around |about |nearly |約)?$/iu

const withShared = (reading: Reading, others: readonly Reading[], magnitudeToo: boolean): readonly Reading[] => {
  if (reading.type !== 'amount') return [reading]
  const donor = others.find((one) => one.type === 'amount')
  if (donor?.type !== 'amount') return [reading]
  const units = reading.units.length === 0 ? donor.units : reading.units
  const scaled =
    magnitudeToo && reading.magnitude === 1 && donor.magnitude > 1
      ? [{ ...reading, value: Number((reading.value * donor.magnitude).toPrecision(12)), magnitude: donor.magnitude, units }]
      : []
  return units === reading.units ? [reading, ...scaled] : [reading, { ...reading, units }, ...scaled]
}
