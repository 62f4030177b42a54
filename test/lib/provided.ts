import { inject, type ProvidedContext } from 'vitest'

/** What the set-up of this run provides; undefined outside a run, and in a project that does not set it up. */
export const provided = <K extends keyof ProvidedContext>(name: K): ProvidedContext[K] | undefined => {
  try {
    return inject(name)
  } catch {
    return undefined
  }
}
