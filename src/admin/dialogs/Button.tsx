'use client'
import type { ReactNode } from 'react'

export type ButtonProps = {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly tone?: 'primary' | 'plain' | 'danger' | 'quiet'
  readonly busy?: boolean
  /** Refused: stays in reach of the keyboard, so that the reason can be read. */
  readonly refused?: string | undefined
  readonly safe?: boolean
  readonly label?: string
  readonly describedBy?: string | undefined
}

/** A button of the desk, drawn with Payload's own classes. */
export const Button = ({
  children,
  onPress,
  tone = 'plain',
  busy = false,
  refused,
  safe = false,
  label,
  describedBy,
}: ButtonProps) => (
  <button
    aria-busy={busy || undefined}
    aria-describedby={describedBy}
    aria-disabled={busy || refused !== undefined || undefined}
    aria-label={label}
    className={`desk-button desk-button--${tone}`}
    data-safe={safe || undefined}
    onClick={() => {
      if (!busy && refused === undefined) onPress()
    }}
    type="button"
  >
    {children}
  </button>
)
