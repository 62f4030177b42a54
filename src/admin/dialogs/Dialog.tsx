'use client'
import { useEffect, useId, useRef, type ReactNode } from 'react'

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
        onClose()
      }}
      // The panel's own shortcuts (save, navigation) do not reach through a dialog.
      onKeyDown={(event) => event.stopPropagation()}
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
