/** What the keyboard does at the desk; the help on screen is printed from the same table. Pure. */
import type { WordKey } from '../words'

export type Command =
  | {
      readonly name: 'confirm' | 'next' | 'previous' | 'code' | 'memory' | 'copySource' | 'leaveOut' | 'comment' | 'save' | 'help'
    }
  | { readonly name: 'term'; readonly number: number }

export type Stroke = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  readonly isComposing?: boolean
}

type Line = {
  readonly shown: readonly string[]
  readonly says: WordKey
  /** Also while something is typed. `?` is a letter there. */
  readonly typing: boolean
  readonly means: (stroke: Stroke) => Command | null
}

const alone = ({ ctrlKey, metaKey, altKey, shiftKey }: Stroke) => !ctrlKey && !metaKey && !altKey && !shiftKey
const control = ({ ctrlKey, metaKey, altKey, shiftKey }: Stroke) => (ctrlKey || metaKey) && !altKey && !shiftKey
// AltGr is Ctrl+Alt; Alt+Shift changes the keyboard of many Vietnamese and Japanese desks.
const alt = ({ ctrlKey, metaKey, altKey, shiftKey }: Stroke) => altKey && !ctrlKey && !metaKey && !shiftKey
const on =
  (held: (stroke: Stroke) => boolean, code: string, name: Exclude<Command['name'], 'term'>) =>
  (stroke: Stroke): Command | null =>
    held(stroke) && stroke.code === code ? { name } : null

/** Read by place on the keyboard (`code`): Alt changes the letter on some of them. */
export const KEYS: readonly Line[] = [
  {
    shown: ['Ctrl', 'Enter'],
    says: 'translation.key.confirm',
    typing: true,
    means: (stroke) =>
      control(stroke) && (stroke.code === 'Enter' || stroke.code === 'NumpadEnter') ? { name: 'confirm' } : null,
  },
  { shown: ['Alt', '↓'], says: 'translation.key.next', typing: true, means: on(alt, 'ArrowDown', 'next') },
  { shown: ['Alt', '↑'], says: 'translation.key.previous', typing: true, means: on(alt, 'ArrowUp', 'previous') },
  {
    shown: ['Alt', '1…9'],
    says: 'translation.key.term',
    typing: true,
    means: (stroke) => {
      const digit = /^Digit([1-9])$/.exec(stroke.code)?.[1]
      return alt(stroke) && digit ? { name: 'term', number: Number(digit) } : null
    },
  },
  { shown: ['Alt', '0'], says: 'translation.key.code', typing: true, means: on(alt, 'Digit0', 'code') },
  { shown: ['Alt', 'M'], says: 'translation.key.memory', typing: true, means: on(alt, 'KeyM', 'memory') },
  { shown: ['Alt', 'K'], says: 'translation.key.copySource', typing: true, means: on(alt, 'KeyK', 'copySource') },
  { shown: ['Alt', 'L'], says: 'translation.key.leaveOut', typing: true, means: on(alt, 'KeyL', 'leaveOut') },
  { shown: ['Alt', 'C'], says: 'translation.key.comment', typing: true, means: on(alt, 'KeyC', 'comment') },
  { shown: ['Ctrl', 'S'], says: 'translation.key.save', typing: true, means: on(control, 'KeyS', 'save') },
  { shown: ['Alt', 'H'], says: 'translation.key.help', typing: true, means: on(alt, 'KeyH', 'help') },
  {
    shown: ['?'],
    says: 'translation.key.help.alone',
    typing: false,
    means: (stroke) => (stroke.key === '?' && !stroke.ctrlKey && !stroke.altKey && !stroke.metaKey ? { name: 'help' } : null),
  },
  { shown: ['Esc'], says: 'translation.key.back', typing: false, means: () => null },
]

/** What a key means here; an input method that is composing has its keys for itself. */
export const commandOf = (stroke: Stroke, typing: boolean): Command | null => {
  if (stroke.isComposing) return null
  for (const line of KEYS) {
    if (typing && !line.typing) continue
    const command = line.means(stroke)
    if (command) return command
  }
  return null
}

/** Leaves the panel beside for the cell. */
export const isBack = (stroke: Stroke): boolean => stroke.key === 'Escape' && alone(stroke) && !stroke.isComposing
