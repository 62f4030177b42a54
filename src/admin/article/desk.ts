'use client'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { articleDeskOf } from '#cms/desk/article'
import type { Language } from '#newsroom'
import { ask, DeskProblem } from '../desk-api'
import { seenWith, type Beside } from './looked'

/** One language version as its desk sees it; banner and rail of a page share one. */
export type ArticleDesk = Awaited<ReturnType<typeof articleDeskOf>>
export type Offer = ArticleDesk['offers'][number]

/** `seen`: what goes out with the text, as it was when this page was drawn. */
type Kept = { readonly desk: ArticleDesk | null; readonly seen: Beside; readonly problem: DeskProblem | null }

const NOTHING: Kept = { desk: null, seen: {}, problem: null }
const kept = new Map<string, Kept>()
const listeners = new Set<() => void>()
const asked = new Map<string, number>()
/** How many parts of this page show a text; with the first of them the page is drawn. */
const shownBy = new Map<string, number>()
/** Drawn, and no answer yet. */
const fresh = new Set<string>()

const put = (id: string, value: Kept): void => {
  kept.set(id, value)
  listeners.forEach((listener) => listener())
}

const take = (desk: ArticleDesk): void => {
  const before = fresh.delete(desk.id) ? null : kept.get(desk.id)
  const seen = before?.desk?.rev === desk.rev ? before.seen : seenWith(before?.seen ?? {}, desk.beside)
  put(desk.id, { desk, seen, problem: null })
}

/** A verb's answer carries the new state: no second question. */
export const acceptDesk = (desk: ArticleDesk): void => {
  asked.set(desk.id, (asked.get(desk.id) ?? 0) + 1)
  take(desk)
}

/** The newest question wins; what is shown stays until the answer is there. Returns what is known after it. */
export const refreshDesk = async (id: string, language: Language): Promise<ArticleDesk | null> => {
  const turn = (asked.get(id) ?? 0) + 1
  asked.set(id, turn)
  try {
    const desk = await ask<ArticleDesk>(`/api/desk/articles/${encodeURIComponent(id)}`, { language })
    if (asked.get(id) === turn) take(desk)
  } catch (error) {
    if (asked.get(id) === turn)
      put(id, {
        ...(kept.get(id) ?? NOTHING),
        problem: error instanceof DeskProblem ? error : new DeskProblem('network', 0, ''),
      })
  }
  return kept.get(id)?.desk ?? null
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useArticleDesk = (id: string | null, language: Language): Kept => {
  const value = useSyncExternalStore(
    subscribe,
    () => (id === null ? NOTHING : (kept.get(id) ?? NOTHING)),
    () => NOTHING,
  )
  useEffect(() => {
    if (id === null) return
    const parts = shownBy.get(id) ?? 0
    shownBy.set(id, parts + 1)
    if (parts === 0) fresh.add(id)
    return () => void shownBy.set(id, (shownBy.get(id) ?? 1) - 1)
  }, [id])
  useEffect(() => {
    if (id !== null) void refreshDesk(id, language)
  }, [id, language])
  return value
}

/** Looks again while something is on its way, and when the page comes back to the front. */
export const useFollow = (id: string | null, language: Language, moving: boolean): void => {
  const look = useCallback(() => {
    if (id !== null && document.visibilityState === 'visible') void refreshDesk(id, language)
  }, [id, language])
  useEffect(() => {
    const timer = setInterval(look, moving ? 2_000 : 30_000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [look, moving])
}
