/** What two people's words have in common, and what each has alone. Pure. */
import { diffChars, diffWordsWithSpace } from 'diff'
import type { Language } from '#newsroom'

export type Stretch = { readonly kind: 'both' | 'theirs' | 'mine'; readonly text: string }

/** Beyond this many edits two texts are simply two texts. */
const MOST_EDITS = 4_000

/** By word where words are written apart, by character in Japanese. */
export const difference = (theirs: string, mine: string, language: Language): readonly Stretch[] => {
  const compare = language === 'ja' ? diffChars : diffWordsWithSpace
  const changes = compare(theirs, mine, { maxEditLength: MOST_EDITS })
  if (!changes)
    return [
      { kind: 'theirs', text: theirs },
      { kind: 'mine', text: mine },
    ]
  return changes.map(({ added, removed, value }) => ({ kind: added ? 'mine' : removed ? 'theirs' : 'both', text: value }))
}

/** Long common stretches in short, so that what differs stands close together. */
export const shortened = (stretches: readonly Stretch[], around = 60): readonly Stretch[] =>
  stretches.map((stretch, index) => {
    if (stretch.kind !== 'both' || stretch.text.length <= 2 * around + 20) return stretch
    const head = index === 0 ? '' : stretch.text.slice(0, around)
    const tail = index === stretches.length - 1 ? '' : stretch.text.slice(-around)
    return { kind: 'both', text: `${head} […] ${tail}` }
  })
