'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'
import type { Language } from '#newsroom'
import { DeskProblem } from './desk-api'
import { panelLanguage, wordsOf, type Say } from './words'

export type Panel = { readonly language: Language; readonly say: Say }

/** The language of the panel and its words. */
export const usePanel = (): Panel => {
  const language = panelLanguage(useTranslation().i18n.language)
  return useMemo(() => ({ language, say: wordsOf(language) }), [language])
}

/** The clock of the screen; moves on every half minute, so that "today 14:05" and "2 h late" stay true. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** What to tell a person about a failure: the server's sentence, or ours where nobody answered. */
export const sentenceOf = (problem: unknown, say: Say): string => {
  if (!(problem instanceof DeskProblem)) return say('problem.network')
  if (problem.status === 401) return say('problem.session')
  if (problem.status === 0) return say('problem.network')
  return problem.message || say('problem.unknown', { status: problem.status })
}

export const freshKey = (): string => crypto.randomUUID()
