/** What the keyboard does at the subtitles; the help on screen is printed from the same table. Pure. */
import type { WordKey } from '../words'

export type Command =
  | 'play'
  | 'back'
  | 'hear'
  | 'setIn'
  | 'setOut'
  | 'next'
  | 'previous'
  | 'earlier'
  | 'later'
  | 'inEarlier'
  | 'inLater'
  | 'outEarlier'
  | 'outLater'
  | 'split'
  | 'merge'
  | 'insert'
  | 'remove'
  | 'breakLines'
  | 'copySource'
  | 'memory'
  | 'finding'
  | 'undo'
  | 'redo'
  | 'save'
  | 'help'
  | 'write'
  | 'leave'

export type Stroke = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  readonly isComposing?: boolean
}
/** `cell`: the words of a cue; `field`: anything else that is typed or pressed; `none`: the page, a row. */
export type Place = 'cell' | 'field' | 'none'

type Line = {
  readonly shown: readonly string[]
  readonly says: WordKey
  readonly command: Command
  readonly in: readonly Place[]
  readonly isStroke: (stroke: Stroke) => boolean
}

const held = ({ ctrlKey, metaKey, altKey, shiftKey }: Stroke, ctrl: boolean, alt: boolean, shift = false) =>
  (ctrlKey || metaKey) === ctrl && altKey === alt && shiftKey === shift
// Read by place on the keyboard (`code`): Alt changes the letter on some of them. AltGr is Ctrl+Alt and stays free.
const alt = (code: string) => (stroke: Stroke) => held(stroke, false, true) && stroke.code === code
const control =
  (code: string, shift = false) =>
  (stroke: Stroke) =>
    held(stroke, true, false, shift) && stroke.code === code
const alone =
  (...codes: string[]) =>
  (stroke: Stroke) =>
    held(stroke, false, false) && codes.includes(stroke.code)

const EVERYWHERE: readonly Place[] = ['cell', 'field', 'none']
// A time or a name that is being typed has the undo of its own field.
const NOT_IN_FIELDS: readonly Place[] = ['cell', 'none']
const ON_THE_PAGE: readonly Place[] = ['none']

const line = (
  command: Command,
  says: WordKey,
  shown: readonly string[],
  isStroke: Line['isStroke'],
  places: readonly Place[] = EVERYWHERE,
): Line => ({ command, says, shown, isStroke, in: places })

export const KEYS: readonly Line[] = [
  line('play', 'subtitles.key.play', ['Alt', 'P'], alt('KeyP')),
  line('back', 'subtitles.key.back', ['Alt', 'J'], alt('KeyJ')),
  line('hear', 'subtitles.key.hear', ['Alt', 'R'], alt('KeyR')),
  line('setIn', 'subtitles.key.setIn', ['Alt', 'I'], alt('KeyI')),
  line('setOut', 'subtitles.key.setOut', ['Alt', 'O'], alt('KeyO')),
  line('next', 'subtitles.key.next', ['Alt', '↓'], alt('ArrowDown')),
  line('previous', 'subtitles.key.previous', ['Alt', '↑'], alt('ArrowUp')),
  line('earlier', 'subtitles.key.earlier', ['Alt', ','], alt('Comma')),
  line('later', 'subtitles.key.later', ['Alt', '.'], alt('Period')),
  line('inEarlier', 'subtitles.key.inEarlier', ['Alt', '1'], alt('Digit1')),
  line('inLater', 'subtitles.key.inLater', ['Alt', '2'], alt('Digit2')),
  line('outEarlier', 'subtitles.key.outEarlier', ['Alt', '3'], alt('Digit3')),
  line('outLater', 'subtitles.key.outLater', ['Alt', '4'], alt('Digit4')),
  line('split', 'subtitles.key.split', ['Alt', 'X'], alt('KeyX')),
  line('merge', 'subtitles.key.merge', ['Alt', 'G'], alt('KeyG')),
  line('insert', 'subtitles.key.insert', ['Alt', 'N'], alt('KeyN')),
  line('remove', 'subtitles.key.remove', ['Alt', 'Delete'], alt('Delete')),
  line('breakLines', 'subtitles.key.breakLines', ['Alt', 'B'], alt('KeyB')),
  line('memory', 'subtitles.key.memory', ['Alt', 'M'], alt('KeyM')),
  line('copySource', 'subtitles.key.copySource', ['Alt', 'K'], alt('KeyK')),
  line('finding', 'subtitles.key.finding', ['Alt', 'L'], alt('KeyL')),
  line('undo', 'subtitles.key.undo', ['Ctrl', 'Z'], control('KeyZ'), NOT_IN_FIELDS),
  line(
    'redo',
    'subtitles.key.redo',
    ['Ctrl', 'Y'],
    (stroke) => control('KeyY')(stroke) || control('KeyZ', true)(stroke),
    NOT_IN_FIELDS,
  ),
  line('save', 'subtitles.key.save', ['Ctrl', 'S'], control('KeyS')),
  line('help', 'subtitles.key.help', ['Alt', 'H'], alt('KeyH')),
  line('leave', 'subtitles.key.leave', ['Esc'], alone('Escape'), ['cell']),
  line('write', 'subtitles.key.write', ['Enter'], alone('Enter', 'NumpadEnter'), ON_THE_PAGE),
  line('play', 'subtitles.key.play.alone', ['Space'], alone('Space'), ON_THE_PAGE),
  line('next', 'subtitles.key.next.alone', ['↓'], alone('ArrowDown'), ON_THE_PAGE),
  line('previous', 'subtitles.key.previous.alone', ['↑'], alone('ArrowUp'), ON_THE_PAGE),
  line(
    'help',
    'subtitles.key.help.alone',
    ['?'],
    ({ key, ctrlKey, altKey, metaKey }) => key === '?' && !ctrlKey && !altKey && !metaKey,
    ON_THE_PAGE,
  ),
]

/** What a key means here; an input method that is composing has its keys for itself. */
export const commandOf = (stroke: Stroke, place: Place): Command | null =>
  stroke.isComposing ? null : (KEYS.find((one) => one.in.includes(place) && one.isStroke(stroke))?.command ?? null)
