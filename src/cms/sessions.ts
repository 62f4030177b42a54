/** The open transactions of an adapter, as Payload looks them up. */
import { NewsroomError } from '#newsroom'

/** What a write meets whose transaction is over: refused, never carried out alone. */
export const transactionEnded = (): NewsroomError => new NewsroomError('database.busy', { reason: 'transactionEnded' })

/** Payload lets an operation through on its own when it does not find its transaction; this refuses it. */
export const openOnly = <S>(sessions: Record<string, S>, used: (id: string) => void = () => undefined): Record<string, S> =>
  new Proxy(sessions, {
    get: (open, id) => {
      if (typeof id === 'string' && !(id in open)) throw transactionEnded()
      if (typeof id === 'string') used(id)
      return Reflect.get(open, id) as S
    },
  })
