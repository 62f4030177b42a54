import type { Field, TextField } from 'payload'
import { label } from './labels'

/** A field that only the server writes: shown, never taken from a form or a request (hooks drop it). */
export const serverOwned = <F extends Field>(field: F): F =>
  ({
    ...field,
    access: { create: () => false, update: () => false, read: () => true },
    admin: { ...('admin' in field ? field.admin : {}), readOnly: true },
  }) as F

/** A key of our own: lower-case words with hyphens, stable for ever, the same in every language. */
export const keyField = (name: Parameters<typeof label>[0]): TextField => ({
  name: 'key',
  type: 'text',
  label: label(name),
  required: true,
  unique: true,
  index: true,
  // Deliveries, secrets and outlets' filters go by it: it is given once.
  access: { update: () => false },
  validate: (value: string | null | undefined) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value ?? '') || 'a-z 0-9 -',
})

export const hidden = { hidden: true } as const
