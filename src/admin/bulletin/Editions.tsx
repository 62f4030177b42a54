'use client'
import { toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { LANGUAGES, type Language } from '#newsroom'
import type { EditionOffer, EditionVerb } from '#bulletin/view'
import { Button } from '../dialogs/Button'
import { useNow } from '../panel'
import { OutletSummary } from '../stories/OutletSummary'
import { Time } from '../Time'
import { shortTime } from '../when'
import { labelled, wordFor } from '../words'
import { ApproveDialog } from './ApproveDialog'
import { useIssue, useLoadedIssue } from './context'
import { EditionDialog } from './EditionDialog'
import { EditionMark } from './EditionMark'
import { Files } from './Files'
import { ReleaseDialog } from './ReleaseDialog'
import { inOrder } from './scene'

/** The three editions: where each stands, what changed under its approval, what may be done next. */
export const Editions = () => {
  const { say } = useIssue()
  return (
    <section aria-label={say('bulletin.editions')} className="desk-editions">
      {LANGUAGES.map((language) => (
        <Edition key={language} of={language} />
      ))}
    </section>
  )
}

const GRAVE: readonly EditionVerb[] = ['withdraw']

const Edition = ({ of }: { of: Language }) => {
  const { language, say, go, announce } = useIssue()
  const { issue } = useLoadedIssue()
  const edition = issue.editionViews[of]
  const { primary, others } = inOrder(edition.offers)
  const [open, setOpen] = useState<EditionOffer | null>(null)
  const heading = useId()
  const now = useNow()
  const close = () => setOpen(null)
  const done = (sentence: string) => {
    setOpen(null)
    announce(sentence)
    toast.success(sentence)
  }
  const { counts, pages, live, approval, closed, changes } = edition
  const by = approval ?? closed
  return (
    <article aria-labelledby={heading} className="desk-edition">
      <div className="desk-edition__head">
        <h2 id={heading}>{say(`lang.${of}`)}</h2>
        <EditionMark shown={edition.shown} />
      </div>
      <p className="desk-edition__facts">
        {pages === null ? null : <span className="desk-muted">{say('bulletin.pages', { count: pages })}</span>}
        {by && edition.state !== 'open' ? (
          <span className="desk-muted">
            {say(approval ? 'bulletin.approved.by' : 'bulletin.closed.by', { name: by.name })} <Time at={by.at} />
          </span>
        ) : null}
        {live ? (
          <a href={live.url} rel="noopener noreferrer" target="_blank">
            {say('bulletin.live', { version: live.version, time: shortTime(live.at, now, language, say) })}{' '}
            {say('general.newTab')}
          </a>
        ) : null}
        {live ? <OutletSummary outlets={edition.outlets} /> : null}
        {counts ? (
          <button className="desk-link" onClick={() => go({ tab: 'preflight', lang: of })} type="button">
            {say('bulletin.counts', { stop: counts.stop, warn: counts.warn, pass: counts.pass })}
          </button>
        ) : null}
      </p>
      <Files files={edition.files} of={of} />
      {changes.length > 0 ? (
        <details className="desk-notice desk-notice--stale desk-edition__changes">
          <summary title={changes.map(({ text }) => text).join('\n')}>
            {labelled(
              say(approval ? 'bulletin.changed.approval' : 'bulletin.changed.closing'),
              changes.map(({ text }) => text).join(' · '),
              language,
            )}
          </summary>
          <ul>
            {changes.map(({ entry, text }, index) => (
              <li key={index}>
                {entry === null ? (
                  text
                ) : (
                  <button className="desk-link" onClick={() => go({ tab: 'board', entry })} type="button">
                    {text}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className="desk-edition__do">
        {primary ? <Verb offer={primary} onPress={() => setOpen(primary)} tone="primary" /> : null}
        {!primary && others.length === 0 ? <p className="desk-muted">{say('bulletin.offers.none')}</p> : null}
        {others.length > 0 ? (
          <details className="desk-edition__more">
            <summary aria-label={labelled(say('rail.more'), say(`lang.${of}.in`), language)}>{say('rail.more')}</summary>
            <div className="desk-actions__rest">
              {others.map((offer) => (
                <Verb
                  key={offer.verb}
                  offer={offer}
                  onPress={() => setOpen(offer)}
                  tone={GRAVE.includes(offer.verb) ? 'danger' : 'plain'}
                />
              ))}
            </div>
          </details>
        ) : null}
      </div>
      {open?.verb === 'approve' ? <ApproveDialog of={of} offer={open} onClose={close} onDone={done} /> : null}
      {open?.verb === 'release' ? <ReleaseDialog onClose={close} onDone={done} only={[of]} /> : null}
      {open && open.verb !== 'approve' && open.verb !== 'release' ? (
        <EditionDialog of={of} offer={open} onClose={close} onDone={done} />
      ) : null}
    </article>
  )
}

const Verb = ({ offer, tone, onPress }: { offer: EditionOffer; tone: 'primary' | 'plain' | 'danger'; onPress: () => void }) => {
  const { say } = useIssue()
  const id = useId()
  const refused = offer.refusal?.detail
  return (
    <div className={refused === undefined ? undefined : 'desk-refused'}>
      <Button describedBy={refused === undefined ? undefined : id} onPress={onPress} refused={refused} tone={tone}>
        {wordFor(say, 'edition.verb', offer.verb)}
      </Button>
      {refused === undefined ? null : (
        <p className="desk-refused__why" id={id}>
          {refused}
        </p>
      )}
    </div>
  )
}
