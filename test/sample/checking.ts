/** How the tests put a sample text and its translation before the checks of the translation desk. */
import type { Language } from '#newsroom'
import { loadTerms } from '#sample/terms'
import { FIELD_LIMITS, runChecks } from '#translation/checks/checks'
import type { CheckedPair } from '#translation/checks/types'
import { compile, findTerms } from '#translation/glossary'
import type { Term, Words } from '#translation/segment'
import { segmentsOf, targetSegmentsOf } from '#translation/segments'

const DAY = '2026-11-30'
const terms = loadTerms().map(({ vi, en, ja, kind, note, forbidden, validFrom, validTo, status }, index): Term => ({
  id: String(index),
  forms: { vi, en, ja },
  forbidden,
  reading: '',
  kind,
  note,
  validFrom,
  validTo,
  status,
}))
const matchers = { vi: compile(terms, 'vi'), en: compile(terms, 'en'), ja: compile(terms, 'ja') }

export const pairsOf = (source: Words, target: Words, from: Language, to: Language): readonly CheckedPair[] => {
  const ofSource = segmentsOf(source)
  const byPath = new Map(targetSegmentsOf(target, ofSource).map((segment) => [segment.path, segment]))
  return ofSource.map((segment) => {
    const translated = byPath.get(segment.path) ?? null
    return {
      source: segment,
      target: translated,
      state: 'translated',
      leftOut: false,
      terms: {
        source: findTerms(segment.plain, matchers[from], DAY),
        target: translated ? findTerms(translated.plain, matchers[to], DAY) : [],
      },
    }
  })
}

export const DIRECTIONS = [
  ['vi', 'en'],
  ['vi', 'ja'],
  ['en', 'ja'],
  ['ja', 'en'],
  ['en', 'vi'],
  ['ja', 'vi'],
] as const satisfies readonly (readonly [Language, Language])[]

type Checked = {
  readonly key: string
  readonly sovereignty: boolean
  readonly versions: Partial<Readonly<Record<Language, Words>>>
}

/** What the checks find in texts that stand in both languages. */
export const found = (texts: readonly Checked[], from: Language, to: Language) =>
  texts.flatMap(({ key, sovereignty, versions }) => {
    const [source, target] = [versions[from], versions[to]]
    if (!source || !target) return []
    return runChecks(pairsOf(source, target, from, to), { languages: { from, to }, sovereignty, fieldLimits: FIELD_LIMITS }).map(
      ({ id, severity, where, facts }) => ({ key, severity, check: id.split(':')[0], where, facts }),
    )
  })
