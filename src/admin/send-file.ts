import type { Language } from '#newsroom'
import { DeskProblem, problemIn } from './desk-api'

/** A file to one of the desk's doors; never repeated by itself. */
export const sendFile = async <T>(address: string, file: File, language: Language): Promise<T> => {
  const answer = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'accept-language': language, 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => {
    throw new DeskProblem('network', 0, '')
  })
  const said: unknown = await answer.json().catch(() => null)
  if (!answer.ok) throw problemIn(answer.status, said)
  return said as T
}
