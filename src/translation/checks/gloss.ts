import type { TermHit } from './types'

/** A forbidden form in brackets right after the preferred form of its term explains it to readers: `East Sea (South China Sea)`. */
export const isGloss = (text: string, hit: TermHit, hits: readonly TermHit[]): boolean =>
  /^\s*[)）]/u.test(text.slice(hit.end)) &&
  hits.some(
    ({ term, forbidden, end }) =>
      !forbidden && term.id === hit.term.id && end <= hit.start && /^\s?[(（]\s*(?:the )?$/iu.test(text.slice(end, hit.start)),
  )

/** Forbidden forms of the text that are no glosses. */
export const forbiddenIn = (text: string, hits: readonly TermHit[]): readonly TermHit[] =>
  hits.filter((hit) => hit.forbidden && !isGloss(text, hit, hits))
