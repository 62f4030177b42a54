/** Whether two texts say the same in figures: a matching of their quantities, and what is left over. */
import type { Language } from '#newsroom'
import { amount, type CalendarDate, type Quantity, type Reading } from './quantity'
import { readQuantities } from './read'
import { dimensionsIn, isEssential, type Unit } from './units'

/** Values as each text writes them; '' = the other text has nothing in its place. */
export type Disagreement = { readonly kind: 'number' | 'date'; readonly source: string; readonly target: string }

export type Text = { readonly text: string; readonly language: Language }

export const disagreements = (source: Text, target: Text): readonly Disagreement[] => {
  const read = (side: Text) => readQuantities(side.text, side.language)
  const whole = { source: read(source), target: read(target) }
  const context: Context = {
    source: dimensionsIn(source.text, source.language),
    target: dimensionsIn(target.text, target.language),
  }
  const parted = {
    source: partUp(whole.source, whole.target, context),
    target: partUp(whole.target, whole.source, flip(context)),
  }
  const { pairs, left } = match(parted.source, parted.target, context)
  return [...explain(left, parted), ...lostYears(pairs, parted.target)]
}

/** Dimensions of which each text names a unit somewhere. */
type Context = { readonly source: ReadonlySet<string>; readonly target: ReadonlySet<string> }
const flip = ({ source, target }: Context): Context => ({ source: target, target: source })

type Sides = { readonly source: readonly Quantity[]; readonly target: readonly Quantity[] }

/** `10/12` is two numbers where the other text has neither such a date nor such a fraction. */
const partUp = (own: readonly Quantity[], other: readonly Quantity[], context: Context): readonly Quantity[] =>
  own.flatMap((one): readonly Quantity[] => {
    const { parts, ...rest } = one
    if (!parts || other.some((two) => agrees(one, two, context))) return [one]
    const numbers = parts.map((value): Quantity => ({ ...rest, kind: 'number', readings: [amount(value)] }))
    return numbers.every((part) => other.some((two) => agrees(part, two, context))) ? numbers : [one]
  })

/**
 * A largest matching in which as many of the quantities that need a partner have one (augmenting paths; a path may
 * also end by taking the partner of one that needs none).
 */
const match = (source: readonly Quantity[], target: readonly Quantity[], context: Context) => {
  const edges = source.map((one) => target.map((two) => agrees(one, two, context)))
  const partnerOfTarget: (number | undefined)[] = target.map(() => undefined)
  const partnerOfSource: (number | undefined)[] = source.map(() => undefined)
  const needs = (one: Quantity | undefined) => one?.weight === 'sure'
  const join = (at: number, to: number) => {
    partnerOfSource[at] = to
    partnerOfTarget[to] = at
  }
  const fromSource = (at: number, seen: Set<number>): boolean => {
    const order = target.map((_, to) => to).filter((to) => edges[at]?.[to] && !seen.has(to))
    // Those that need a partner first, the same place in the text first among them.
    order.sort((a, b) => Number(needs(target[b])) - Number(needs(target[a])) || a - b)
    for (const to of order) {
      seen.add(to)
      const holder = partnerOfTarget[to]
      if (holder === undefined || !needs(source[holder]) || fromSource(holder, seen)) {
        if (holder !== undefined && partnerOfSource[holder] === to) partnerOfSource[holder] = undefined
        join(at, to)
        return true
      }
    }
    return false
  }
  const fromTarget = (to: number, seen: Set<number>): boolean => {
    for (const at of source.keys()) {
      if (!edges[at]?.[to] || seen.has(at)) continue
      seen.add(at)
      const holder = partnerOfSource[at]
      if (holder === undefined || !needs(target[holder]) || fromTarget(holder, seen)) {
        if (holder !== undefined && partnerOfTarget[holder] === at) partnerOfTarget[holder] = undefined
        join(at, to)
        return true
      }
    }
    return false
  }
  for (const at of source.keys()) if (needs(source[at])) fromSource(at, new Set())
  for (const to of target.keys()) if (needs(target[to]) && partnerOfTarget[to] === undefined) fromTarget(to, new Set())
  // What needs no partner still takes a free one, so that it is not held against the other text.
  for (const at of source.keys())
    if (partnerOfSource[at] === undefined) {
      const free = target.findIndex((_, to) => edges[at]?.[to] && partnerOfTarget[to] === undefined)
      if (free >= 0) join(at, free)
    }
  return {
    pairs: source.flatMap((one, at) => {
      const to = partnerOfSource[at]
      const two = to === undefined ? undefined : target[to]
      return two ? [[one, two] as const] : []
    }),
    left: {
      source: source.filter((_, at) => partnerOfSource[at] === undefined),
      target: target.filter((_, to) => partnerOfTarget[to] === undefined),
    },
  }
}

/** Left-over values side by side, in the order of the texts. */
const explain = (left: Sides, all: Sides): readonly Disagreement[] => {
  const open = {
    source: unanswered(left.source, left.target, all.target),
    target: unanswered(left.target, left.source, all.source),
  }
  return (['number', 'date'] as const).flatMap((kind) => {
    const of = (side: readonly Quantity[]) => side.filter((one) => one.kind === kind)
    const [from, to] = [of(open.source), of(open.target)]
    const found = Array.from({ length: Math.max(from.length, to.length) }, (_, index) => ({
      kind,
      source: from[index]?.raw ?? '',
      target: to[index]?.raw ?? '',
    }))
    return found.filter(
      (one, index) => found.findIndex((two) => two.source === one.source && two.target === one.target) === index,
    )
  })
}

const unanswered = (own: readonly Quantity[], left: readonly Quantity[], other: readonly Quantity[]): readonly Quantity[] =>
  own.filter((one) => {
    if (one.weight === 'faint') return false
    if (one.weight !== 'sure') return left.some((two) => standsInPlaceOf(one, two))
    const date = onlyYear(one)
    // A year said once for several dates, or left to "this year".
    return date === null || !(yearsOf(other).has(date) || other.some(({ readings }) => readings.some(isRelativeYear)))
  })

/** What needs no partner is wrong where the other text has another one in its place. */
const standsInPlaceOf = (one: Quantity, two: Quantity): boolean => {
  if (one.weight === 'weekday' || one.weight === 'half') return two.weight === one.weight
  if (one.weight === 'name') return two.weight === 'name' || isBare(two)
  return two.kind === 'number' && two.weight !== 'faint' && two.weight !== 'name'
}

const isBare = ({ weight, readings }: Quantity): boolean =>
  weight === 'sure' && readings.every((one) => one.type === 'amount' && one.units.length === 0)

const isRelativeYear = (reading: Reading): boolean => reading.type === 'relative' && reading.grain === 'year'

const onlyYear = ({ readings }: Quantity): number | null => {
  const [first] = readings
  return first?.type === 'date' && first.year !== undefined && first.month === undefined && first.quarter === undefined
    ? first.year
    : null
}

const yearsOf = (quantities: readonly Quantity[]): ReadonlySet<number> =>
  new Set(
    quantities.flatMap(({ readings }) =>
      readings.flatMap((one) => (one.type === 'date' && one.year !== undefined ? [one.year] : [])),
    ),
  )

/** A full date of the source whose year the target says nowhere; a year that the target adds is a service to its readers. */
const lostYears = (pairs: readonly (readonly [Quantity, Quantity])[], target: readonly Quantity[]): readonly Disagreement[] => {
  const said = yearsOf(target)
  if (target.some(({ readings }) => readings.some(isRelativeYear))) return []
  return pairs.flatMap(([one, two]) => {
    const years = yearsOf([one])
    const dated = one.readings[0]?.type === 'date' && two.readings.some(({ type }) => type === 'date')
    return dated && one.kind === 'date' && onlyYear(one) === null && years.size > 0 && ![...years].some((year) => said.has(year))
      ? [{ kind: 'date' as const, source: one.raw, target: two.raw }]
      : []
  })
}

const agrees = (one: Quantity, two: Quantity, context: Context): boolean => {
  // Two document numbers, times of day or halves of a year are compared as such; one alone may be put as a plain number.
  const only = PROPER.find((isProper) => one.readings.some(isProper) && two.readings.some(isProper)) ?? (() => true)
  return one.readings.filter(only).some((a) => two.readings.filter(only).some((b) => sameReading(a, b, context)))
}

const PROPER: readonly ((reading: Reading) => boolean)[] = [
  ({ type }) => type === 'code',
  ({ type }) => type === 'time',
  (reading) => reading.type === 'date' && reading.half !== undefined,
]

const sameReading = (a: Reading, b: Reading, context: Context): boolean => {
  if (a.type === 'amount' && b.type === 'amount') return sameAmount(a, b, context)
  if (a.type === 'date' && b.type === 'date') return sameDate(a, b)
  if (a.type === 'relative') return b.type === 'date' && grainOf(b) === a.grain
  if (b.type === 'relative') return a.type === 'date' && grainOf(a) === b.grain
  if (a.type === 'time' && b.type === 'time')
    return a.exact && b.exact ? a.minutes === b.minutes : a.minutes % 720 === b.minutes % 720
  if (a.type === 'weekday' && b.type === 'weekday') return a.day === b.day
  return a.type === 'code' && b.type === 'code' && a.text === b.text
}

const sameAmount = (
  a: Extract<Reading, { type: 'amount' }>,
  b: Extract<Reading, { type: 'amount' }>,
  context: Context,
): boolean => {
  if (a.units.length > 0 && b.units.length > 0)
    return a.units.some((one) =>
      b.units.some((two) => one.dimension === two.dimension && sameMeasure(a.value, one, b.value, two)),
    )
  if (!isClose(a.value, b.value)) return false
  // A bare number: money, area or per cent must at least be spoken of somewhere on its side.
  const essential = (units: readonly Unit[], said: ReadonlySet<string>) =>
    units.length > 0 && units.every(({ dimension }) => isEssential(dimension) && !said.has(dimension))
  return !essential(a.units, context.target) && !essential(b.units, context.source)
}

const sameMeasure = (a: number, one: Unit, b: number, two: Unit): boolean =>
  one === two ? isClose(a, b) : one.scales.some((scale) => two.scales.some((other) => isClose(a * scale, b * other)))

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/** What is said on both sides is equal, and both speak of the same grain: a day, a month, a quarter, a year. */
const sameDate = (a: CalendarDate, b: CalendarDate): boolean =>
  (['year', 'half', 'quarter', 'month', 'day', 'decade'] as const).every(
    (part) => a[part] === undefined || b[part] === undefined || a[part] === b[part],
  ) && finest(a) === finest(b)

const finest = (date: CalendarDate): keyof CalendarDate =>
  (['day', 'month', 'quarter', 'half', 'decade', 'year'] as const).find((part) => date[part] !== undefined) ?? 'year'

/** "This year" is no quarter and no half of one. */
const grainOf = (date: CalendarDate) => {
  const part = finest(date)
  return part === 'day' || part === 'month' || part === 'year' ? part : null
}
