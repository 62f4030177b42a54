/** The checks of a translation, and a run over one. Pure; runs in browsers. */
import type { Finding } from '#newsroom'
import { brackets } from './brackets'
import { date } from './date'
import { doubled } from './doubled'
import { empty } from './empty'
import { forbiddenTerm } from './forbidden-term'
import { inconsistentSegment } from './inconsistent-segment'
import { inconsistentTerm } from './inconsistent-term'
import { joined } from './joined'
import { length } from './length'
import { link } from './link'
import { nameSpelling } from './name-spelling'
import { number } from './number'
import { picture } from './picture'
import { placeholder } from './placeholder'
import { punctuation } from './punctuation'
import { sameAsSource } from './same-as-source'
import { sovereignty } from './sovereignty'
import type { Check, CheckContext, CheckedPair, Problem } from './types'
import { unlistedTerm } from './unlisted-term'
import { vietnameseLetters } from './vietnamese-letters'
import { width } from './width'

/** Critical ones first: they stop an approval. */
export const CHECKS = [
  empty,
  placeholder,
  number,
  date,
  sovereignty,
  link,
  forbiddenTerm,
  unlistedTerm,
  picture,
  inconsistentSegment,
  inconsistentTerm,
  nameSpelling,
  vietnameseLetters,
  sameAsSource,
  punctuation,
  brackets,
  width,
  doubled,
  joined,
  length,
] as const satisfies readonly Check[]

/** Words that fit their fields, in code points; a caller may have others. */
export const FIELD_LIMITS = { title: 300, summary: 2000, alt: 250 } as const satisfies CheckContext['fieldLimits']

/** Every finding, in the order of the checks, then of the text. What was left out on purpose is not looked at. */
export const runChecks = (
  pairs: readonly CheckedPair[],
  context: CheckContext,
  checks: readonly Check[] = CHECKS,
): readonly Finding[] => {
  const open = pairs.filter(({ leftOut }) => !leftOut)
  return named(
    checks.flatMap((check) => {
      const found =
        check.scope === 'text'
          ? check.applies(context)
            ? check.finds(open, context)
            : []
          : open.flatMap((pair) => (check.applies(pair, context) ? check.finds(pair, context) : []))
      return found.map((problem) => ({ check, problem }))
    }),
  )
}

/** Ids stay while place and values stay, and die with them; the same problem twice in one place is counted. */
const named = (found: readonly { readonly check: Check; readonly problem: Problem }[]): readonly Finding[] => {
  const times = new Map<string, number>()
  return found.map(({ check: { id: name, severity, kind }, problem: { where, facts } }) => {
    const id = `${name}:${where}:${hash(JSON.stringify(facts))}`
    const time = (times.get(id) ?? 0) + 1
    times.set(id, time)
    return { id: time === 1 ? id : `${id}:${time}`, severity, kind, where, facts }
  })
}

/** FNV-1a, 64 bits as hexadecimal: browsers have no synchronous SHA, and what is waived keeps the facts themselves too. */
const hash = (text: string): string => {
  let value = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n)
  return value.toString(16).padStart(16, '0')
}
