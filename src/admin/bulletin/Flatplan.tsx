'use client'
import { useEffect, useRef, useState } from 'react'
import type { PageFault } from '#bulletin/edition'
import { fillHint } from '#bulletin/length'
import type { PagesView } from '#bulletin/view'
import { useLoaded } from '../load'
import { sentenceOf } from '../panel'
import { Unread } from '../Waiting'
import { useIssue, useLoadedIssue } from './context'
import { doorOf } from './door'
import { PageDialog, pageImage } from './PageDialog'
import { entriesOn, faultyPages, freeOn, pagesOf, spreadsOf } from './pages'

/** By issue and language, so that a way over the board does not empty the screen. */
const last = new Map<string, PagesView>()

/** Spreads of the real pages; set anew after each save, the last ones stay until the new ones are there. */
export const Flatplan = () => {
  const { id, language, say, address, go } = useIssue()
  const { issue, keeping } = useLoadedIssue()
  const of = address.lang
  const door = `${doorOf(id, of, 'pages')}?rev=${issue.rev}`
  const { value, problem, reload } = useLoaded<PagesView>(door)
  const name = `${id} ${of}`
  const report = value ?? last.get(name) ?? null
  const [setFor, setSetFor] = useState<string | null>(null)
  const [large, setLarge] = useState<number | null>(null)
  useEffect(() => {
    if (!value) return
    setSetFor(door)
    last.set(name, value)
    // The answer that is here belongs to the address it was asked at.
  }, [value])
  const working = (setFor !== door && !problem) || keeping === 'waiting' || keeping === 'saving'
  const titleOf = (entry: string) => issue.board[entry]?.title ?? entry
  const faulty = report ? faultyPages(report) : new Set<number>()
  return (
    <section aria-label={say('bulletin.tab.flatplan')} className="desk-flatplan">
      <p className="desk-flatplan__head" role="status">
        {report
          ? say('bulletin.flatplan.set', {
              count: report.pages,
              seconds: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(report.ms / 1000),
            })
          : ''}{' '}
        {working ? <strong>{say('bulletin.setting')}</strong> : null}
      </p>
      {problem ? <Unread onRetry={reload} say={say} sentence={sentenceOf(problem, say)} /> : null}
      {report && report.faults.length > 0 ? (
        <div className="desk-problem">
          <p>
            <strong>{say('bulletin.faults', { count: report.faults.length })}</strong>
          </p>
          <ul>
            {report.faults.map((fault, index) => (
              <li key={index}>
                <Fault fault={fault} page={fault.entry === null ? null : (pagesOf(report.places, fault.entry)?.from ?? null)} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {report ? (
        <ol className="desk-plain desk-spreads">
          {spreadsOf(report.pages).map(({ left, right }) => (
            <li className="desk-spread" key={left ?? 0}>
              {[left, right].map((page, side) =>
                page === null ? (
                  <span aria-hidden="true" className="desk-spread__none" key={side} />
                ) : (
                  <Page
                    entries={entriesOn(report.places, page).map((entry) => ({ id: entry, title: titleOf(entry) }))}
                    faulty={faulty.has(page)}
                    free={freeOn(report, page)}
                    key={page}
                    onEntry={(entry) => go({ tab: 'board', entry })}
                    onLarge={() => setLarge(page)}
                    page={page}
                    pages={report.pages}
                    src={pageImage(id, of, page, report.digest, 250)}
                  />
                ),
              )}
            </li>
          ))}
        </ol>
      ) : null}
      {report && large !== null ? (
        <PageDialog
          digest={report.digest}
          entries={entriesOn(report.places, large).map((entry) => ({ id: entry, title: titleOf(entry) }))}
          of={of}
          onClose={() => setLarge(null)}
          onTurn={setLarge}
          page={Math.min(large, report.pages)}
          pages={report.pages}
        />
      ) : null}
    </section>
  )
}

const Fault = ({ fault: { kind, entry, detail }, page }: { fault: PageFault; page: number | null }) => {
  const { say, go } = useIssue()
  const { issue } = useLoadedIssue()
  return (
    <>
      {say(`bulletin.fault.${kind}`)}
      {detail ? (
        <>
          {' '}
          <span lang="">({detail})</span>
        </>
      ) : null}
      {page === null ? null : <> · {say('bulletin.page.number', { page })}</>}
      {entry === null ? null : (
        <>
          {' '}
          ·{' '}
          <button className="desk-link" onClick={() => go({ tab: 'board', entry })} type="button">
            {issue.board[entry]?.title ?? entry}
          </button>
        </>
      )}
    </>
  )
}

type PageProps = {
  readonly src: string
  readonly page: number
  readonly pages: number
  readonly entries: readonly { readonly id: string; readonly title: string }[]
  readonly faulty: boolean
  readonly free: number
  readonly onLarge: () => void
  readonly onEntry: (entry: string) => void
}
const Page = ({ src, page, pages, entries, faulty, free, onLarge, onEntry }: PageProps) => {
  const { say } = useIssue()
  const [first] = entries
  const titles = entries.map(({ title }) => title).join(' · ')
  return (
    <figure className={`desk-spread__page${faulty ? ' desk-spread__page--faulty' : ''}`}>
      <button
        aria-label={`${say('bulletin.page.of', { page, pages })}${titles ? `: ${titles}` : ''}`}
        className="desk-page-thumb"
        onClick={() => (first ? onEntry(first.id) : onLarge())}
        title={titles}
        type="button"
      >
        <Picture src={src} />
      </button>
      <figcaption>
        <span className={faulty ? 'desk-late' : undefined}>
          {page}
          {faulty ? ` ▲ ${say('bulletin.page.faulty')}` : ''}
        </span>
        <button className="desk-link" onClick={onLarge} type="button">
          {say('bulletin.page.large')}
          <span className="desk-unseen"> {say('bulletin.page.number', { page })}</span>
        </button>
        {free > 0 ? <Free mm={free} /> : null}
      </figcaption>
    </figure>
  )
}

const Free = ({ mm }: { mm: number }) => {
  const { language, say, address } = useIssue()
  const hint = fillHint(mm, address.lang)
  if (!hint) return null
  const number = new Intl.NumberFormat(language)
  return (
    <span className="desk-spread__free">
      {say(hint.photo ? 'bulletin.free.photo' : 'bulletin.free', {
        mm: number.format(hint.mm),
        count: number.format(hint.characters),
      })}
    </span>
  )
}

/** The picture before stays until the new one is there; what is out of sight is asked for when it is scrolled to. */
const Picture = ({ src }: { src: string }) => {
  const [shown, setShown] = useState(src)
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    if (src === shown) return
    const { top = 0, bottom = 0 } = image.current?.getBoundingClientRect() ?? {}
    if (bottom < -400 || top > window.innerHeight + 400) return setShown(src)
    const next = new Image()
    next.onload = () => setShown(src)
    next.onerror = () => setShown(src)
    next.src = src
    return () => {
      next.onload = null
      next.onerror = null
    }
  }, [src, shown])
  return <img alt="" height={350} loading="lazy" ref={image} src={shown} width={250} />
}
