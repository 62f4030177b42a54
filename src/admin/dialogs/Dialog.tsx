'use client'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'

export type DialogProps = {
  readonly title: string
  /** Closing changes nothing: Esc, the safe button, a press beside the dialog. */
  readonly onClose: () => void
  readonly children: ReactNode
  readonly actions: ReactNode
  readonly wide?: boolean
}

/** The browser's own modal dialog: the rest of the page is out of reach, Esc closes, focus returns where it was. */
export const Dialog = ({ title, onClose, children, actions, wide = false }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const before = document.activeElement
    const element = dialog.current
    element?.showModal()
    // Nothing happens by a hasty Enter: the safe button has the focus.
    element?.querySelector<HTMLElement>('[data-safe]')?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      aria-labelledby={heading}
      className={`desk-dialog${wide ? ' desk-dialog--wide' : ''}`}
      onCancel={(event) => {
        event.preventDefault()
        // Here it bubbles, unlike in the browser: a dialog over another closes alone.
        event.stopPropagation()
        onClose()
      }}
      onKeyDown={(event) => {
        // The panel's own shortcuts (save, navigation) do not reach through a dialog.
        event.stopPropagation()
        if (event.key === 'Tab' && dialog.current) turnAround(dialog.current, event)
      }}
      ref={dialog}
    >
      <div className="desk-dialog__body">
        <h2 className="desk-dialog__title" id={heading}>
          {title}
        </h2>
        {children}
        <div className="desk-dialog__actions">{actions}</div>
      </div>
    </dialog>
  )
}

/** After the last comes the first again; the browser alone would go on to its own bars. */
const turnAround = (dialog: HTMLDialogElement, event: KeyboardEvent): void => {
  const inReach = [...dialog.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea')].filter(
    (element) => !element.matches(':disabled') && element.checkVisibility(),
  )
  const [first] = inReach
  const last = inReach.at(-1)
  const leaving = event.shiftKey ? first : last
  if (document.activeElement !== leaving) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
