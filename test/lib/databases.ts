import { inject } from 'vitest'
import type { Database } from './newsroom'

/** The databases that a suite runs on; MongoDB is left out, loudly, where no server can be had (`setup-mongodb`). */
export const databases = (): readonly {
  readonly name: Database
  readonly open: () => { readonly database: Database; readonly mongoUrl?: string }
}[] => {
  const mongoUrl = inject('mongodb')
  return [
    { name: 'sqlite', open: () => ({ database: 'sqlite' }) },
    ...(mongoUrl ? [{ name: 'mongodb' as const, open: () => ({ database: 'mongodb' as const, mongoUrl }) }] : []),
  ]
}
