import { hasTarget, problems, targetOf, type SegmentCheck } from './types'

/** Brackets and quotation marks come in pairs, closed in the order in which they were opened. */
export const brackets: SegmentCheck = {
  id: 'brackets',
  severity: 'warning',
  kind: 'style',
  scope: 'segment',
  applies: hasTarget,
  finds: (pair) => {
    const open = unpaired(targetOf(pair))
    return open === '' ? [] : problems(pair, [{ found: open }])
  },
}

const CLOSING: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '）': '（',
  '］': '［',
  '」': '「',
  '』': '『',
  '】': '【',
  '》': '《',
  '〉': '〈',
  '»': '«',
  '”': '“',
}
const OPENING = new Set(Object.values(CLOSING))

const unpaired = (text: string): string => {
  const open: string[] = []
  const wrong: string[] = []
  // "1)" and "a)" number a list.
  for (const [sign] of text
    .replace(/(?:^|(?<=[\n;]\s?))(?:\d+|\p{Ll})[)）]/gu, '')
    .matchAll(/[()[\]（）［］「」『』【】《》〈〉«»“”]/gu)) {
    if (OPENING.has(sign)) open.push(sign)
    else if (open.at(-1) === CLOSING[sign]) open.pop()
    else wrong.push(sign)
  }
  const straight = (text.match(/(?<!\d)"/gu) ?? []).length % 2 === 1 ? ['"'] : []
  return [...wrong, ...open, ...straight].join('')
}
