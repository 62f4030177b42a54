'use client'
import { useState } from 'react'
import { ask } from '../desk-api'
import { Button } from '../dialogs/Button'
import { Copy } from '../dialogs/Copy'
import { sentenceOf, useNow, usePanel } from '../panel'
import { shortTime } from '../when'
import type { ArticleDesk } from './desk'

/** A link for somebody without an account: the text as saved, for a day at most, revocable. */
export const Preview = ({ desk }: { desk: ArticleDesk }) => {
  const { language, say } = usePanel()
  const now = useNow()
  const [link, setLink] = useState<{ url: string; until: string } | null>(null)
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const address = `/api/desk/articles/${encodeURIComponent(desk.id)}/preview`
  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    setSaid('')
    try {
      await work()
    } catch (error) {
      setSaid(sentenceOf(error, say))
    } finally {
      setBusy(false)
    }
  }
  const make = () =>
    during(async () => setLink(await ask<{ url: string; until: string }>(address, { language, method: 'POST', body: {} })))
  const revoke = () =>
    during(async () => {
      await ask(address, { language, method: 'DELETE' })
      setLink(null)
      setSaid(say('rail.preview.revoked'))
    })
  return (
    <section aria-labelledby="desk-preview" className="desk-rail__part">
      <h3 id="desk-preview">{say('rail.preview')}</h3>
      {link ? (
        <>
          <p>
            <a href={link.url} rel="noreferrer" target="_blank">
              {say('rail.preview.open')} <span className="desk-unseen">{say('general.newTab')}</span>
            </a>{' '}
            <Copy text={link.url} />
          </p>
          <p className="desk-muted">{say('rail.preview.until', { time: shortTime(link.until, now, language, say) })}</p>
        </>
      ) : (
        <p className="desk-muted">{say('rail.preview.help')}</p>
      )}
      <div className="desk-row">
        {link ? null : (
          <Button busy={busy} onPress={() => void make()}>
            {say('rail.preview.make')}
          </Button>
        )}
        <Button busy={busy} onPress={() => void revoke()} tone="quiet">
          {say('rail.preview.revoke')}
        </Button>
      </div>
      <p className="desk-said" role="status">
        {said}
      </p>
    </section>
  )
}
