/** Two saves of one text: whose words stay, part by part. Pure. */
import { PARTS, samePart, type Part, type SavedText } from './text'

export type Choice = 'mine' | 'theirs'
export type Choices = Readonly<Record<Part, Choice>>

/** Parts in which the two differ. */
export const disputed = (mine: SavedText, theirs: SavedText): readonly Part[] =>
  PARTS.filter((part) => !samePart(mine, theirs, part))

/** Whoever alone changed a part since both began keeps it; where both did, the person at the screen is offered their own. */
export const proposed = (base: SavedText, mine: SavedText): Choices =>
  Object.fromEntries(PARTS.map((part) => [part, samePart(base, mine, part) ? 'theirs' : 'mine'])) as Choices

export const merged = (mine: SavedText, theirs: SavedText, choices: Choices): SavedText => {
  const from = (part: Part) => (choices[part] === 'mine' ? mine : theirs)
  return { title: from('title').title, summary: from('summary').summary, byline: from('byline').byline, body: from('body').body }
}

/** Words of mine that the choice leaves out. */
export const leavesOut = (mine: SavedText, theirs: SavedText, choices: Choices): boolean =>
  disputed(mine, theirs).some((part) => choices[part] === 'theirs')
