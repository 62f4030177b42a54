'use client'
import type { DeskProblem } from '../desk-api'
import { problemIn } from '../desk-api'

export type SaveWatch = { readonly saved: () => void; readonly refused: (problem: DeskProblem) => void }

/**
 * Tells of every save of one text that leaves this page. Payload's form keeps the answer of a refused save to itself
 * (only its sentence is shown) and holds the text for saved; the conflict dialog needs what the refusal says.
 */
export const watchSaves = (article: string, { saved, refused }: SaveWatch): (() => void) => {
  const before = window.fetch
  const watching: typeof fetch = async (input, init) => {
    const answer = await before(input, init)
    if (!isSaveOf(article, input, init, window.location.href)) return answer
    if (answer.ok) saved()
    else {
      const said: unknown = await answer
        .clone()
        .json()
        .catch(() => null)
      // After the form has done with the answer.
      setTimeout(() => refused(problemIn(answer.status, said)), 0)
    }
    return answer
  }
  window.fetch = watching
  return () => {
    if (window.fetch === watching) window.fetch = before
  }
}

export const isSaveOf = (article: string, input: RequestInfo | URL, init: RequestInit | undefined, page: string): boolean => {
  const address = new URL(input instanceof Request ? input.url : String(input), page)
  const method = (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase()
  return (
    method === 'PATCH' &&
    address.origin === new URL(page).origin &&
    address.pathname === `/api/articles/${encodeURIComponent(article)}`
  )
}
