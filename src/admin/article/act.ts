'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { ask } from '../desk-api'
import { freshKey, sentenceOf, type Panel } from '../panel'
import { press, type Press } from '../press'
import { acceptDesk, refreshDesk, type ArticleDesk } from './desk'
import { doorOf, type Asked } from './verbs'

type Move = { readonly verb: string; readonly article: string; readonly seq: number | null }

/** Presses a verb: one key per press, the answer's state on screen, and a sentence of what did happen. */
export const useAct = (desk: ArticleDesk | null, { language, say }: Panel) => {
  const router = useRouter()
  const last = useRef<Press | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const send = async (asked: Asked): Promise<Move | null> => {
    if (!desk) return null
    const address = doorOf(desk, asked)
    last.current = press(last.current, { address, ...asked }, freshKey)
    setBusy(asked.verb)
    setProblem(null)
    try {
      const answer = await ask<{ move?: Move; moves?: readonly Move[]; article?: ArticleDesk }>(address, {
        language,
        method: 'POST',
        body: asked.args,
        key: last.current.key,
      })
      last.current = null
      if (answer.article && answer.article.id === desk.id) acceptDesk(answer.article)
      else await refreshDesk(desk.id, language)
      return answer.move ?? answer.moves?.[0] ?? { verb: asked.verb, article: desk.id, seq: null }
    } catch (error) {
      setProblem(sentenceOf(error, say))
      // A refusal often means that somebody was faster: show how it stands now.
      void refreshDesk(desk.id, language)
      return null
    } finally {
      setBusy(null)
    }
  }

  return {
    busy,
    problem,
    forget: () => setProblem(null),
    send,
    /** After a verb: the sentence, and the form as the server has it now. */
    tell: (sentence: string) => {
      toast.success(sentence)
      router.refresh()
    },
    goTo: (id: string) => router.push(`/admin/collections/articles/${id}`),
  }
}
