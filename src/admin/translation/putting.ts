'use client'
/** Words put into a cell as if they were typed there: Ctrl+Z takes them out again. */
import type { Language } from '#newsroom'
import type { Origin } from '#translation/segment'
import type { Desk } from './context'
import { wordAt, type Insertion } from './inserts'

/** In place of what is selected. */
export const put = (
  { putting }: Pick<Desk, 'putting'>,
  cell: HTMLTextAreaElement,
  insertion: Insertion,
  origin: Origin | null,
): void => {
  cell.focus()
  const start = cell.selectionStart
  putting.origin = origin
  try {
    // The only way in that the browser's own undo knows of.
    if (!document.execCommand('insertText', false, insertion.text)) {
      cell.setRangeText(insertion.text, cell.selectionStart, cell.selectionEnd, 'end')
      cell.dispatchEvent(new Event('input', { bubbles: true }))
    }
  } finally {
    putting.origin = null
  }
  cell.setSelectionRange(start + insertion.cursor, start + insertion.cursor)
}

/** In place of everything. */
export const putAll = (desk: Pick<Desk, 'putting'>, cell: HTMLTextAreaElement, text: string, origin: Origin | null): void => {
  cell.focus()
  cell.setSelectionRange(0, cell.value.length)
  put(desk, cell, { text, cursor: text.length }, origin)
}

export const selectedIn = (cell: HTMLTextAreaElement): string => cell.value.slice(cell.selectionStart, cell.selectionEnd)

export const putWord = (desk: Pick<Desk, 'putting'>, cell: HTMLTextAreaElement, word: string, into: Language): void =>
  put(desk, cell, wordAt(cell.value.slice(0, cell.selectionStart), word, cell.value.slice(cell.selectionEnd), into), null)
