'use client'
/** What keys and buttons do, on the row in hand. */
import type { Desk } from './context'
import { insertionOf, nextMissing } from './inserts'
import type { Command } from './keys'
import { termLines } from './pieces'
import { put, putAll, putWord, selectedIn } from './putting'
import { hasCell, nextUnfinished } from './rows'

/** Into the cell, and the row to the middle of the screen. */
export const goTo = ({ store, cells }: Desk, key: string): void => {
  store.activate(key)
  // A row that the filter hides is shown before it can have the cursor.
  requestAnimationFrame(() => {
    const cell = cells.get(key)
    const row = document.getElementById(`desk-segment-${key}`)
    row?.scrollIntoView({ block: 'center' })
    if (cell) {
      cell.focus({ preventScroll: true })
      cell.setSelectionRange(cell.value.length, cell.value.length)
    } else row?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
  })
}

export const goOn = (desk: Desk, step: 1 | -1): void => {
  const { store, say, announce } = desk
  const { active, goal, shown } = store.snapshot()
  const inSight = store.views().filter(({ key }) => shown.has(key) || key === active)
  const next = nextUnfinished(inSight, active, step, goal) ?? nextUnfinished(store.views(), active, step, goal)
  if (next && next.key !== active) goTo(desk, next.key)
  else if (!next) announce(say('translation.finished'))
}

export const confirmAndGoOn = (desk: Desk, key: string): void => {
  const { store, say, announce } = desk
  const view = store.view(key)
  if (!view) return
  if (!store.confirm(key)) {
    if (view.clash === null) announce(say('translation.confirm.empty', { number: view.number }))
    return
  }
  announce(say('translation.confirmed', { number: view.number }))
  goOn(desk, 1)
}

export const leaveOutOrTakeIn = ({ store }: Desk, key: string): void => {
  const row = store.view(key)?.row
  if (!row?.source || row.kind === 'title' || row.kind === 'summary') return
  if (row.leftOut) store.takeIn(key)
  else if (row.mergedInto === null) store.leaveOut(key)
}

/** False: nothing of ours, the browser does what it always does. */
export const obey = (desk: Desk, command: Command, openHelp: () => void): boolean => {
  const { store, cells, found } = desk
  const { active, desk: text } = store.snapshot()
  const view = active === null ? null : store.view(active)
  const cell = active === null ? undefined : cells.get(active)
  const writable = text?.locked === null && view !== null && hasCell(view) && cell !== undefined
  switch (command.name) {
    case 'help':
      openHelp()
      return true
    case 'next':
      goOn(desk, 1)
      return true
    case 'previous':
      goOn(desk, -1)
      return true
    case 'save':
      void store.flush()
      return true
    case 'comment':
      document.getElementById('desk-comment')?.focus()
      return true
    case 'confirm':
      if (writable && active) confirmAndGoOn(desk, active)
      return true
    case 'leaveOut':
      if (text?.locked === null && active) leaveOutOrTakeIn(desk, active)
      return true
    case 'copySource':
      if (writable && view.row.source) putAll(desk, cell, view.row.source.text, null)
      return true
    case 'term': {
      const { source, terms } = view?.row ?? { source: null, terms: [] }
      const line = source ? termLines(source, terms).find(({ number }) => number === command.number) : undefined
      if (writable && line) putWord(desk, cell, line.use, text.language)
      return true
    }
    case 'code': {
      const code = writable ? nextMissing(view.row.codes, cell.value, text.language) : null
      if (code && cell) put(desk, cell, insertionOf(code, cell.value, selectedIn(cell)), null)
      return true
    }
    case 'memory': {
      if (!writable || found.key !== active || found.list.length === 0) return true
      const suggestion = found.list[found.at % found.list.length]
      found.at++
      if (suggestion) putAll(desk, cell, suggestion.text, suggestion.origin)
      return true
    }
  }
}
