'use client'
import { useEffect, useRef, useState } from 'react'
import type { Language } from '#newsroom'
import type { ApprovalView, EditionOffer } from '#bulletin/view'
import { formatDate } from '#text/dates'
import { Button } from '../dialogs/Button'
import { Copy } from '../dialogs/Copy'
import { Dialog } from '../dialogs/Dialog'
import { Tick } from '../dialogs/Field'
import { useLoaded } from '../load'
import { sentenceOf } from '../panel'
import { wordFor } from '../words'
import { Unread } from '../Waiting'
import { useIssue } from './context'
import { doorOf, useDoor } from './door'
import { Files } from './Files'
import { PageDialog, pageImage } from './PageDialog'
import { RuleRow } from './Preflight'
import { grouped } from './scene'

/** What exactly is approved: order, texts, imprint, files, and every page as it will be printed. */
export const ApproveDialog = ({
  of,
  offer,
  onClose,
  onDone,
}: {
  of: Language
  offer: EditionOffer
  onClose: () => void
  onDone: (sentence: string) => void
}) => {
  const { id, say } = useIssue()
  const { value: approval, problem: unread, reload } = useLoaded<ApprovalView>(doorOf(id, of, 'approval'))
  const { busy, problem, send } = useDoor()
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set())
  const [vouched, setVouched] = useState(false)
  const [acknowledged, setAcknowledged] = useState(false)
  const differs = (approval?.differences.length ?? 0) > 0 || offer.asks.includes('difference')
  const pages = approval?.pages ?? 0
  const refused = !approval
    ? say('general.loading')
    : seen.size < pages && !vouched
      ? say('bulletin.approve.look', { seen: seen.size, pages })
      : differs && !acknowledged
        ? say('bulletin.difference.first')
        : undefined
  const press = async () => {
    const body = { ...(approval ? { digest: approval.digest } : {}), ...(differs ? { acknowledged } : {}) }
    if (await send([of, 'approve'], body)) onDone(say('bulletin.approve.done', { language: say(`lang.${of}.in`) }))
  }
  const name = wordFor(say, 'edition.verb', 'approve')
  return (
    <Dialog
      actions={
        <>
          {refused === undefined ? null : (
            <span className="desk-muted desk-approve__why" id="desk-approve-why">
              {refused}
            </span>
          )}
          <Button onPress={onClose} safe>
            {say('general.cancel')}
          </Button>
          <Button
            busy={busy}
            describedBy={refused === undefined ? undefined : 'desk-approve-why'}
            onPress={() => void press()}
            refused={refused}
            tone="primary"
          >
            {busy ? say('general.working') : name}
          </Button>
        </>
      }
      onClose={onClose}
      title={`${name} · ${say(`lang.${of}`)}`}
      wide
    >
      <div className="desk-approve">
        <p className="desk-dialog__sentence">{say('bulletin.approve.do', { language: say(`lang.${of}.in`) })}</p>
        {unread ? <Unread onRetry={reload} say={say} sentence={sentenceOf(unread, say)} /> : null}
        {approval ? (
          <What
            acknowledged={acknowledged}
            approval={approval}
            differs={differs}
            onAcknowledge={setAcknowledged}
            onLeave={onClose}
            onSeen={(page) => setSeen((before) => (before.has(page) ? before : new Set([...before, page])))}
            onVouch={setVouched}
            seen={seen}
            vouched={vouched}
          />
        ) : unread ? null : (
          <p className="desk-muted" role="status">
            {say('bulletin.setting')}
          </p>
        )}
        <p className="desk-dialog__problem" role="alert">
          {problem}
        </p>
      </div>
    </Dialog>
  )
}

type WhatProps = {
  readonly approval: ApprovalView
  readonly differs: boolean
  readonly acknowledged: boolean
  readonly onAcknowledge: (on: boolean) => void
  readonly seen: ReadonlySet<number>
  readonly onSeen: (page: number) => void
  readonly vouched: boolean
  readonly onVouch: (on: boolean) => void
  readonly onLeave: () => void
}
const What = ({ approval, differs, acknowledged, onAcknowledge, seen, onSeen, vouched, onVouch, onLeave }: WhatProps) => {
  const { id, language, say } = useIssue()
  const { language: of, digest, pages, date, entries, files, imprint, preflight, differences } = approval
  const [large, setLarge] = useState<number | null>(null)
  const warnings = grouped(preflight).flatMap(({ result, rows }) => (result === 'pass' ? [] : rows))
  return (
    <>
      <dl className="desk-pairs">
        <dt>{say('rail.hash')}</dt>
        <dd className="desk-hash">
          <code title={digest}>{digest.slice(0, 12)}</code> <Copy label={say('rail.hash.copy')} text={digest} />
        </dd>
        <dt>{say('bulletin.field.date')}</dt>
        <dd>{formatDate(date, language)}</dd>
        <dt>{say('bulletin.pages.label')}</dt>
        <dd>{pages}</dd>
        <dt>{say('bulletin.files')}</dt>
        <dd>
          <Files files={files} of={of} />
        </dd>
        <dt>{say('bulletin.imprint')}</dt>
        <dd lang={of}>
          {imprint.map((line, index) => (
            <div key={index}>{line}</div>
          ))}
        </dd>
      </dl>
      <section aria-labelledby="desk-approve-entries">
        <h3 id="desk-approve-entries">{say('bulletin.approve.entries', { count: entries.length })}</h3>
        <table className="desk-approve__entries">
          <thead>
            <tr>
              <th scope="col">{say('bulletin.page')}</th>
              <th scope="col">{say('bulletin.entry')}</th>
              <th scope="col">{say('bulletin.source')}</th>
              <th scope="col">{say('rail.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>{entry.page}</td>
                <th lang={of} scope="row">
                  {entry.title}
                </th>
                <td>{say(`bulletin.source.${entry.source}`)}</td>
                <td>
                  <code title={entry.digest}>{entry.digest.slice(0, 8)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section aria-labelledby="desk-approve-preflight">
        <h3 id="desk-approve-preflight">{say('bulletin.tab.preflight')}</h3>
        {warnings.length > 0 ? (
          <ul className="desk-plain desk-rules">
            {warnings.map((row, index) => (
              <RuleRow key={index} onLeave={onLeave} row={row} />
            ))}
          </ul>
        ) : (
          <p>{say('bulletin.preflight.clean', { count: preflight.length })}</p>
        )}
      </section>
      {differs ? (
        <section aria-labelledby="desk-approve-differences" className="desk-notice desk-notice--review">
          <h3 id="desk-approve-differences">{say('bulletin.difference')}</h3>
          <ul>
            {differences.map((difference, index) => (
              <li key={index}>{difference}</li>
            ))}
          </ul>
          <Tick checked={acknowledged} label={say('bulletin.difference.tick')} onChange={onAcknowledge} />
        </section>
      ) : null}
      <section aria-labelledby="desk-approve-pages">
        <h3 id="desk-approve-pages">
          {say('bulletin.approve.pages')}{' '}
          <span className="desk-muted">{say('bulletin.approve.seen', { seen: seen.size, pages })}</span>
        </h3>
        <Tick checked={vouched} label={say('bulletin.approve.vouch')} onChange={onVouch} />
        <ul className="desk-plain desk-approve__pages">
          {Array.from({ length: pages }, (_, index) => index + 1).map((page) => (
            <li key={page}>
              <SeenPage
                alt={say('bulletin.page.of', { page, pages })}
                onPress={() => setLarge(page)}
                onSeen={() => onSeen(page)}
                seen={seen.has(page)}
                src={pageImage(id, of, page, digest, 250)}
              />
            </li>
          ))}
        </ul>
      </section>
      {large === null ? null : (
        <PageDialog digest={digest} of={of} onClose={() => setLarge(null)} onTurn={setLarge} page={large} pages={pages} />
      )}
    </>
  )
}

/** Counts as seen once its picture is there and most of it was on the screen. */
const SeenPage = ({
  src,
  alt,
  seen,
  onSeen,
  onPress,
}: {
  src: string
  alt: string
  seen: boolean
  onSeen: () => void
  onPress: () => void
}) => {
  const { say } = useIssue()
  const image = useRef<HTMLImageElement>(null)
  const [loaded, setLoaded] = useState(false)
  const tell = useRef(onSeen)
  useEffect(() => {
    tell.current = onSeen
  })
  useEffect(() => {
    if (!loaded || seen || !image.current) return
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) tell.current()
      },
      { threshold: 0.6 },
    )
    watch.observe(image.current)
    return () => watch.disconnect()
  }, [loaded, seen])
  return (
    <button className="desk-page-thumb" onClick={onPress} type="button">
      <img alt={alt} loading="lazy" onLoad={() => setLoaded(true)} ref={image} src={src} />
      {seen ? (
        <span className="desk-page-thumb__seen">
          <span aria-hidden="true">✓</span> {say('bulletin.page.seen')}
        </span>
      ) : null}
    </button>
  )
}
