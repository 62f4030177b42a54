/** The words that a programme says of itself, from `locales/<language>/programme.json`. */
import en from '#locales/en/programme.json' with { type: 'json' }
import ja from '#locales/ja/programme.json' with { type: 'json' }
import vi from '#locales/vi/programme.json' with { type: 'json' }
import type { Language } from '#newsroom'
import { formatDate, formatTime } from '#text/dates'
import { speaker } from '#text/say'
import type { Difference } from './differences'
import type { Programme } from './made'
import type { UrgentChange } from './programme'

export type ProgrammeWord = keyof typeof vi

/** Three languages always: a word that is missing in one does not compile. */
const PROGRAMME_WORDS: Readonly<Record<Language, Readonly<Record<ProgrammeWord, string>>>> = { vi, en, ja }

/** `say('vi', 'kind.opening')`. Facts are put in as they are: escape the sentence, not the facts. */
export const say = speaker<ProgrammeWord>(PROGRAMME_WORDS)

/** One line: when it is on air, and how many items it has. */
export const summaryOf = ({ airDate, airTime, steps }: Programme, language: Language): string =>
  say(language, 'summary', {
    time: airTime,
    date: formatDate(airDate, language),
    count: steps.filter(({ kind }) => kind === 'item').length,
  })

/** A difference in a sentence; `titleOf` a step, or null for the programme's own. */
export const differenceSentence = (
  { kind, step }: Pick<Difference, 'kind' | 'step'>,
  titleOf: (step: string | null) => string,
  language: Language,
): string => say(language, `changed.${kind}`, { title: titleOf(step) })

export const urgentSentence = ({ kind, title, at }: UrgentChange, language: Language): string =>
  say(language, `urgent.${kind}`, { title, time: formatTime(at) })
