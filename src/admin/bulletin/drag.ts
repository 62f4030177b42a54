'use client'
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'

export type Drop = { readonly entry: string; readonly section: string; readonly before: string | null }

/** Close to the edge of the window the page moves along. */
const EDGE_PX = 70
/** A press is no drag yet. */
const SLACK_PX = 4

/** Rows dragged by mouse, pen or finger; Esc lets go where it was. `over`: where it would land now. */
export const useDrag = (table: RefObject<HTMLElement | null>, drop: (where: Drop) => void) => {
  const [over, setOver] = useState<Drop | null>(null)
  const stop = useRef<(() => void) | null>(null)
  const onDrop = useRef(drop)
  useEffect(() => {
    onDrop.current = drop
  })
  useEffect(() => () => stop.current?.(), [])

  const grab = (entry: string, event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    const began = event.clientY
    const handle = event.currentTarget
    const pointer = event.pointerId
    handle.setPointerCapture(pointer)
    let at = began
    let where: Drop | null = null
    let frame = 0

    const look = () => {
      where = table.current ? placeAt(table.current, entry, at) : null
      setOver(where)
    }
    const scroll = () => {
      const speed = at < EDGE_PX + 60 ? -12 : at > window.innerHeight - EDGE_PX ? 12 : 0
      if (where && speed !== 0) {
        window.scrollBy(0, speed)
        look()
      }
      frame = requestAnimationFrame(scroll)
    }
    const move = (moved: PointerEvent) => {
      if (moved.pointerId !== pointer) return
      at = moved.clientY
      if (where || Math.abs(at - began) > SLACK_PX) look()
    }
    const end = (keep: boolean) => {
      cancelAnimationFrame(frame)
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', release)
      handle.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', escape, true)
      stop.current = null
      setOver(null)
      if (keep && where && where.before !== entry) onDrop.current(where)
    }
    const release = () => end(true)
    const cancel = () => end(false)
    const escape = (key: KeyboardEvent) => {
      if (key.key === 'Escape') cancel()
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', release)
    handle.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', escape, true)
    stop.current = cancel
    frame = requestAnimationFrame(scroll)
  }
  return { over, grab }
}

/** The section under the pointer, and the entry whose upper half it is over. */
const placeAt = (table: HTMLElement, entry: string, y: number): Drop | null => {
  const sections = [...table.querySelectorAll<HTMLElement>('[data-section]')]
  const section = sections.find((one) => y < one.getBoundingClientRect().bottom) ?? sections.at(-1)
  if (!section) return null
  const before = [...section.querySelectorAll<HTMLElement>('[data-entry]')].find((row) => {
    const { top, height } = row.getBoundingClientRect()
    return y < top + height / 2
  })
  return { entry, section: section.dataset.section ?? '', before: before?.dataset.entry ?? null }
}
