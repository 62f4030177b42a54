/** Turns in one process: one holder at a time, first come first served, nobody waits for ever. */
import { NewsroomError } from '#newsroom'

/** Gives a turn back; a second call does nothing. */
export type Release = () => void
export type Turns = {
  /** Waits at most `ms` for the turn, then refuses with `database.busy`. */
  readonly take: (ms: number) => Promise<Release>
}

export const createTurns = (): Turns => {
  const waiting: (() => void)[] = []
  let taken = false

  const passOn = (): Release => {
    let given = false
    return () => {
      if (given) return
      given = true
      const next = waiting.shift()
      if (next) next()
      else taken = false
    }
  }

  const take = (ms: number): Promise<Release> => {
    if (!taken) {
      taken = true
      return Promise.resolve(passOn())
    }
    return new Promise((resolve, reject) => {
      const start = () => {
        clearTimeout(timer)
        resolve(passOn())
      }
      const giveUp = () => {
        waiting.splice(waiting.indexOf(start), 1)
        reject(new NewsroomError('database.busy', { waitedMs: ms }))
      }
      const timer = setTimeout(giveUp, ms)
      waiting.push(start)
    })
  }

  return { take }
}
