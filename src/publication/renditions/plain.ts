/** A text without marks: for ninjs' plain body, mail, and readers that know nothing else. */
import { plainText } from '#richtext'
import { formatDate } from '#text/dates'
import type { Snapshot } from '../release'
import type { Correction } from './html'
import { erratumOf } from './edition'
import { legal } from './markup'
import { isProgramme } from './steps'
import { say, spokenDay } from './words'

/** Of a programme the corrections alone: what may be read of it, its steps say (`programmeText`). */
export const plain = (snapshot: Snapshot, { corrections = [] }: { readonly corrections?: readonly Correction[] } = {}): string =>
  legal(
    [
      ...corrections.map((correction) => correctionLine(correction, snapshot)),
      isProgramme(snapshot) ? '' : plainText(snapshot.body),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  )

/** The correction in words: one line for a slip, a small paragraph for a rectification. */
export const correctionLine = (
  { at, note }: Correction,
  { language, title, edition }: Pick<Snapshot, 'language' | 'title' | 'edition'>,
): string => {
  const gap = language === 'ja' ? '' : ' '
  const day = language === 'ja' ? `（${formatDate(at, language)}）` : ` (${formatDate(at, language)})`
  if (note.kind === 'slip') return `${say(language, 'correction.slip')}${gap}${note.text.trim()}${day}`
  const erratum = erratumOf(note, edition)
  const page = erratum?.page ?? null
  return [
    say(language, 'correction.rectification'),
    say(language, 'correction.work', { title: erratum?.title || title, date: spokenDay(note.publishedOn, language) }),
    ...(page === null ? [] : [say(language, 'bulletin.page', { page })]),
    say(language, 'correction.wrong', { wrong: note.wrong }),
    say(language, 'correction.right', { right: note.right }),
    `${note.text.trim()}${day}`,
  ].join('\n')
}
