'use client'
import { toast, useAllFormFields, useAuth, useForm, useFormModified, useModal } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { Language } from '#newsroom'
import { ask, DeskProblem } from '../desk-api'
import { Button } from '../dialogs/Button'
import { sentenceOf, useNow, usePanel } from '../panel'
import { shortTime } from '../when'
import { Conflict, type Dispute } from './Conflict'
import { refreshDesk } from './desk'
import { leavesOut, merged, type Choices } from './merge'
import { watchSaves } from './saves'
import { sameText, textIn, type SavedText } from './text'
import { dropUnsaved, keepUnsaved, readUnsaved, type Unsaved } from './unsaved'

const PAYLOADS_STALE_DIALOG = 'document-stale-data'

type SavedArticle = { readonly rev?: number } & Readonly<Record<string, unknown>>

/** Nothing typed is lost: the browser keeps a copy until it is saved, and a save that came second is told so. */
export const Keeping = ({ article, language }: { article: string; language: Language }) => {
  const panel = usePanel()
  const { say } = panel
  const now = useNow()
  const form = useForm()
  const modified = useFormModified()
  const [fields, dispatch] = useAllFormFields()
  const who = String(useAuth().user?.id ?? '')
  const [offer, setOffer] = useState<Unsaved | null>(null)
  const [dispute, setDispute] = useState<Dispute | null>(null)
  const [stale, setStale] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  /** The text as this page last had it from the server: what both began from. */
  const base = useRef<SavedText | null>(null)

  const present = () => {
    const data = form.getData() as SavedArticle
    return { rev: Number(data.rev ?? 0), text: textIn(data) }
  }

  useEffect(() => {
    const saved = present()
    base.current = saved.text
    const kept = readUnsaved(window.localStorage, who, article, new Date())
    if (kept === null) return
    if (sameText(kept.text, saved.text)) dropUnsaved(window.localStorage, who, article)
    else setOffer(kept)
    // Once per text: what the page began with.
  }, [article, who])

  useEffect(() => {
    if (!modified) return
    const timer = setTimeout(
      () => keepUnsaved(window.localStorage, who, article, { at: new Date().toISOString(), ...present() }),
      800,
    )
    return () => clearTimeout(timer)
  }, [fields, modified, article, who])

  const refused = (refusal: DeskProblem) => {
    // The form holds a refused text for saved, and its save button would stay grey.
    form.setModified(true)
    const mine = present()
    keepUnsaved(window.localStorage, who, article, { at: new Date().toISOString(), ...mine })
    if (refusal.code === 'save.conflict') setDispute(disputeOf(refusal, base.current ?? mine.text, mine.text))
    else void refreshDesk(article, panel.language)
  }
  const saved = () => {
    base.current = present().text
    setOffer(null)
    setStale(false)
    dropUnsaved(window.localStorage, who, article)
    void refreshDesk(article, panel.language)
  }
  const watch = useRef({ saved, refused })
  useEffect(() => {
    watch.current = { saved, refused }
  })
  useEffect(
    () => watchSaves(article, { saved: () => watch.current.saved(), refused: (refusal) => watch.current.refused(refusal) }),
    [article],
  )

  const { isModalOpen, closeModal } = useModal()
  const overtaken = isModalOpen(PAYLOADS_STALE_DIALOG)
  useEffect(() => {
    if (!overtaken) return
    // Its only way out is to reload, and what was typed would be gone.
    closeModal(PAYLOADS_STALE_DIALOG)
    setStale(true)
  }, [overtaken, closeModal])
  const compare = async () => {
    try {
      const theirs = await ask<SavedArticle & { updatedAt?: string }>(`/api/articles/${encodeURIComponent(article)}?depth=0`, {
        language: panel.language,
      })
      const mine = present().text
      setStale(false)
      setDispute({
        base: base.current ?? mine,
        mine,
        theirs: textIn(theirs),
        rev: Number(theirs.rev ?? 0),
        by: '',
        at: theirs.updatedAt ?? '',
      })
    } catch (error) {
      toast.error(sentenceOf(error, say))
    }
  }

  const settle = async (choices: Choices) => {
    if (!dispute) return
    setBusy(true)
    setProblem(null)
    try {
      const text = merged(dispute.mine, dispute.theirs, choices)
      const { doc } = await ask<{ doc: SavedArticle }>(`/api/articles/${encodeURIComponent(article)}?depth=0`, {
        language: panel.language,
        method: 'PATCH',
        body: { rev: dispute.rev, ...text },
      })
      if (leavesOut(dispute.mine, dispute.theirs, choices))
        keepUnsaved(window.localStorage, who, article, {
          at: new Date().toISOString(),
          rev: Number(doc.rev ?? dispute.rev + 1),
          text: dispute.mine,
        })
      else dropUnsaved(window.localStorage, who, article)
      form.setModified(false)
      // The page begins anew from what was saved; the editor holds the other text.
      setTimeout(() => window.location.reload(), 0)
    } catch (error) {
      setBusy(false)
      // A third person was faster still: the dialog goes on with their text.
      if (error instanceof DeskProblem && error.code === 'save.conflict')
        setDispute(disputeOf(error, dispute.theirs, dispute.mine))
      else setProblem(sentenceOf(error, say))
    }
  }

  const putBack = (kept: Unsaved) => {
    // Its own number, so that a save made elsewhere in between is noticed.
    dispatch({ type: 'UPDATE', path: 'rev', value: kept.rev })
    for (const part of ['title', 'summary', 'byline'] as const) dispatch({ type: 'UPDATE', path: part, value: kept.text[part] })
    dispatch({ type: 'UPDATE', path: 'body', value: kept.text.body, initialValue: kept.text.body })
    form.setModified(true)
    setOffer(null)
    toast.info(say('unsaved.restored'))
  }

  return (
    <>
      {stale ? (
        <div className="desk-notice desk-notice--stale" role="status">
          <p>{say('stale.notice')}</p>
          <Button onPress={() => void compare()}>{say('stale.look')}</Button>
        </div>
      ) : null}
      {offer ? (
        <div
          className="desk-notice desk-notice--review"
          role="region"
          aria-label={say('unsaved.offer', { time: shortTime(offer.at, now, panel.language, say) })}
        >
          <p>{say('unsaved.offer', { time: shortTime(offer.at, now, panel.language, say) })}</p>
          <div className="desk-row">
            <Button onPress={() => putBack(offer)} tone="primary">
              {say('unsaved.restore')}
            </Button>
            <Button
              onPress={() => {
                dropUnsaved(window.localStorage, who, article)
                setOffer(null)
              }}
              tone="quiet"
            >
              {say('unsaved.drop')}
            </Button>
          </div>
        </div>
      ) : null}
      {dispute ? (
        <Conflict
          busy={busy}
          dispute={dispute}
          key={dispute.rev}
          language={language}
          onLater={() => setDispute(null)}
          onSave={(choices) => void settle(choices)}
          problem={problem}
        />
      ) : null}
    </>
  )
}

const disputeOf = ({ facts }: DeskProblem, base: SavedText, mine: SavedText): Dispute => ({
  base,
  mine,
  theirs: textIn((facts.theirs ?? {}) as Record<string, unknown>),
  rev: Number(facts.rev ?? 0),
  by: typeof facts.by === 'string' ? facts.by : '',
  at: typeof facts.at === 'string' ? facts.at : '',
})
