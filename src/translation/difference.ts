/** What two forms of a text have in common and what each has alone, as a person would mark it. */
import { diffArrays } from 'diff'
import type { Language } from '#newsroom'
import { dice, trigrams } from './similarity'

/** `same` and `added` joined are the later text, `same` and `removed` the earlier one. */
export type Stretch = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Less in common than this, counted in letters and signs, and it is another text: one block gone, one new. */
const LEAST_IN_COMMON = 0.3
/** Texts of more than `LONG` characters with less likeness (trigrams) are not compared further. */
const LONG = 300
const LEAST_LIKE = 0.1
/** Beyond this many edits the middle of the texts is taken as rewritten. */
const MOST_EDITS = 1_000

/** A figure with its separators, a word, a stretch of white space, any other sign; of Japanese each character with what varies it. */
const WORDS = /\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+|\s+|[^]/gu
const CHARACTERS = /[^]\p{M}*/gu

/** By word where words are written apart, by character in Japanese; between two edits stands nothing shorter than they are. */
export const difference = (before: string, after: string, language: Language): readonly Stretch[] => {
  if (before === after) return tidy([{ kind: 'same', text: before }])
  const rewritten = tidy([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])
  const longest = Math.max(before.length, after.length)
  if (longest > LONG && dice(trigrams(before), trigrams(after)) < LEAST_LIKE) return rewritten
  const pieces = (text: string): string[] => text.match(language === 'ja' ? CHARACTERS : WORDS) ?? []
  const changes = diffArrays(pieces(before), pieces(after), { maxEditLength: MOST_EDITS })
  const stretches = changes
    ? changes.map(({ added, removed, value }): Stretch => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value.join(''),
      }))
    : endsInCommon(before, after)
  const inCommon = stretches.reduce((sum, { kind, text }) => sum + (kind === 'same' ? weight(text) : 0), 0)
  const most = Math.max(weight(before), weight(after))
  return most > 0 && inCommon / most < LEAST_IN_COMMON && !isAddition(stretches) ? rewritten : coalesced(stretches)
}

/** Long common stretches in short, so that what differs stands close together; `around`: characters kept beside a difference. */
export const shortened = (stretches: readonly Stretch[], around = 60): readonly Stretch[] =>
  stretches.map((stretch, at) => {
    if (stretch.kind !== 'same' || stretch.text.length <= 2 * around + 20) return stretch
    const head = at === 0 ? '' : stretch.text.slice(0, around)
    const tail = at === stretches.length - 1 ? '' : stretch.text.slice(-around)
    return { kind: 'same', text: `${head} […] ${tail}` }
  })

/** Nothing was removed, or nothing added: however much it is, the rest was left as it is. */
const isAddition = (stretches: readonly Stretch[]): boolean =>
  stretches.some(({ kind }) => kind === 'same') && new Set(stretches.map(({ kind }) => kind)).size === 2

const weight = (text: string): number => text.replace(/\s+/g, '').length

type Edit = { readonly removed: string; readonly added: string }

/** A common piece that is no longer than the edits on both of its sides is taken into one larger edit. */
function coalesced(stretches: readonly Stretch[]): readonly Stretch[] {
  // Before each edit the common piece that leads to it.
  const done: { readonly same: string; readonly edit: Edit }[] = []
  let same = ''
  let edit: Edit = NONE
  const close = (): void => {
    if (edit === NONE) return
    let next = { same, edit }
    for (let last = done.at(-1); last && weight(next.same) <= Math.min(size(last.edit), size(next.edit)); last = done.at(-1)) {
      done.pop()
      next = {
        same: last.same,
        edit: {
          removed: last.edit.removed + next.same + next.edit.removed,
          added: last.edit.added + next.same + next.edit.added,
        },
      }
    }
    done.push(next)
    same = ''
    edit = NONE
  }
  for (const { kind, text } of stretches) {
    if (kind === 'same') {
      close()
      same += text
    } else edit = { ...edit, [kind]: edit[kind] + text }
  }
  close()
  return tidy([
    ...done.flatMap(({ same: before, edit: { removed, added } }): readonly Stretch[] => [
      { kind: 'same', text: before },
      { kind: 'removed', text: removed },
      { kind: 'added', text: added },
    ]),
    { kind: 'same', text: same },
  ])
}

const NONE: Edit = { removed: '', added: '' }
const size = ({ removed, added }: Edit): number => Math.max(weight(removed), weight(added))

/** The common beginning and end, between them one text for another; halves of a surrogate pair stay together. */
function endsInCommon(before: string, after: string): readonly Stretch[] {
  const [one, two] = [[...before], [...after]]
  const shortest = Math.min(one.length, two.length)
  let head = 0
  while (head < shortest && one[head] === two[head]) head++
  let tail = 0
  while (tail < shortest - head && one[one.length - 1 - tail] === two[two.length - 1 - tail]) tail++
  return [
    { kind: 'same', text: one.slice(0, head).join('') },
    { kind: 'removed', text: one.slice(head, one.length - tail).join('') },
    { kind: 'added', text: two.slice(head, two.length - tail).join('') },
    { kind: 'same', text: one.slice(one.length - tail).join('') },
  ]
}

const tidy = (stretches: readonly Stretch[]): readonly Stretch[] => stretches.filter(({ text }) => text !== '')
