'use client'
import { useId, type ReactNode } from 'react'

type Wired = { readonly id: string; readonly describedBy: string | undefined }

/** A label, its control and what helps to fill it in; the error stands beside the field. */
export const Field = ({
  label,
  help,
  error,
  children,
}: {
  label: string
  help?: string | undefined
  error?: string | undefined
  children: (wired: Wired) => ReactNode
}) => {
  const id = useId()
  const notes = [...(error ? [`${id}-error`] : []), ...(help ? [`${id}-help`] : [])].join(' ')
  return (
    <div className="desk-field">
      <label className="desk-field__label" htmlFor={id}>
        {label}
      </label>
      {children({ id, describedBy: notes || undefined })}
      {error ? (
        <p className="desk-field__error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {help ? (
        <p className="desk-field__help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
    </div>
  )
}

/** A tick with its words. */
export const Tick = ({ label, checked, onChange }: { label: string; checked: boolean; onChange: (checked: boolean) => void }) => {
  const id = useId()
  return (
    <p className="desk-tick">
      <input checked={checked} id={id} onChange={(event) => onChange(event.target.checked)} type="checkbox" />
      <label htmlFor={id}>{label}</label>
    </p>
  )
}
