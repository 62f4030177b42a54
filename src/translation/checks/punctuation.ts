import { hasBoth, problems, sourceOf, targetOf, type SegmentCheck } from './types'

/** A sentence ends as its source ends: with a mark or without, and a question as a question. */
export const punctuation: SegmentCheck = {
  id: 'punctuation',
  severity: 'warning',
  kind: 'style',
  scope: 'segment',
  // Items, cells and headings end as each language likes.
  applies: (pair) => hasBoth(pair) && (pair.target?.kind === 'paragraph' || pair.target?.kind === 'quote'),
  finds: (pair, { languages }) => {
    const source = endOf(sourceOf(pair))
    const target = endOf(targetOf(pair))
    const asked = languages.to === 'ja' && /か[。」』）)]*$/u.test(targetOf(pair).trim())
    const differs = (source === '') !== (target === '') || (source === '?' && target !== '?' && !asked)
    return differs ? problems(pair, [{ source, target }]) : []
  },
}

const FULL: Readonly<Record<string, string>> = { '。': '.', '．': '.', '！': '!', '？': '?', '：': ':', '；': ';' }

/** The mark at the very end or inside the closing quotes there, as a half-width one; '' = none. */
const endOf = (text: string): string => {
  const end = /([.!?:;…。．！？：；])?["”’'»」』)）\]]*([.!?:;…。．！？：；])?$/u.exec(text.trim())
  const mark = end?.[2] ?? end?.[1] ?? ''
  // Reported speech that closes with its quote (」) is closed.
  return FULL[mark] ?? (mark === '' && /[」』”"]$/u.test(text.trim()) ? '.' : mark)
}
