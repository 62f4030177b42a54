'use client'
import { useAuth } from '@payloadcms/ui'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { homeOf } from '#cms/desk/home'
import { HomeLine, isOver, LateIssue, useIssueInHand } from '../bulletin/HomeLine'
import { useLoaded } from '../load'
import { sentenceOf, useNow, usePanel } from '../panel'
import { LanguageTag, Shown } from '../Shown'
import { OutletSummary } from '../stories/OutletSummary'
import { partOfDay } from '../when'
import { Unread } from '../Waiting'
import { Matrix } from './Matrix'
import { Queue, type Line } from './Queue'
import { Undelivered } from './Undelivered'

type Home = Awaited<ReturnType<typeof homeOf>>

/** Looks again soon while something is on its way to an outlet. */
const pause = (home: Home | null): number =>
  home?.released.some(({ outlets }) => outlets.some(({ state }) => state === 'pending' || state === 'leased')) ? 2_500 : 30_000

/** The day of a desk: my work, what waits for me, what is late, what just went out. Every line is a link. */
export const HomeScreen = () => {
  const { say } = usePanel()
  const now = useNow()
  const { user } = useAuth()
  const { value: home, problem, reload } = useLoaded<Home>('/api/desk/home', pause)
  const name = home?.person.name ?? String((user as { name?: string } | null)?.name ?? '')
  return (
    <main className="desk-page desk-home">
      <header className="desk-page__head">
        <h1 suppressHydrationWarning>{say(`home.${partOfDay(now)}`, { name })}</h1>
        {home?.mayCreate ? (
          <div className="desk-page__new">
            <Link className="desk-button desk-button--primary" href="/admin/new-story">
              + {say('home.new')}
            </Link>
            <Link className="desk-button" href="/admin/new-story?kind=video">
              + {say('home.newVideo')}
            </Link>
          </div>
        ) : null}
      </header>
      {problem ? <Unread onRetry={reload} say={say} sentence={home ? say('refresh.failed') : sentenceOf(problem, say)} /> : null}
      <Undelivered />
      {home ? <Boxes home={home} reload={reload} /> : problem ? null : <Bones />}
    </main>
  )
}

/** Who works in pairs of languages sees what is free there; who answers for translations, what has gone stale. */
const works = ({ roles }: Home['person'], ...some: readonly Home['person']['roles'][number][]): boolean =>
  roles.some((role) => some.includes(role))

const Boxes = ({ home, reload }: { home: Home; reload: () => void }) => {
  const { say } = usePanel()
  const issue = useIssueInHand()
  const late = issue && isOver(issue) ? issue : null
  const gives = works(home.person, 'editor', 'chief')
  // For a bulletin editor the issue is the day's work; for everybody else it is news.
  const issueFirst = works(home.person, 'bulletinEditor')
  const whereStale = (row: Line) => (gives ? `/admin/consequences/${row.story}` : `/admin/translate/${row.article}`)
  return (
    <>
      {issueFirst ? <HomeLine issue={issue} /> : null}
      <div className="desk-boxes">
        <div className="desk-boxes__column">
          <Box count={home.mine.length} name="mine" title={say('home.mine')}>
            {home.mine.length > 0 ? (
              <Queue own reload={reload} rows={home.mine} />
            ) : (
              <Empty text={say('home.mine.empty')}>
                {home.mayCreate ? (
                  <Link href="/admin/new-story">{say('home.mine.empty.new')}</Link>
                ) : (
                  <Link href="/admin/collections/stories">{say('home.mine.empty.list')}</Link>
                )}
              </Empty>
            )}
          </Box>
          {works(home.person, 'translator', 'reviser') ? (
            <Box count={home.free.length} name="free" title={say('queue.free')}>
              {home.free.length > 0 ? <Queue reload={reload} rows={home.free} /> : <Empty text={say('queue.free.empty')} />}
            </Box>
          ) : null}
          {works(home.person, 'translator', 'reviser', 'editor', 'chief') ? (
            <Box count={home.stale.length} name="stale" title={say('queue.stale')}>
              {home.stale.length > 0 ? (
                <Queue reload={reload} rows={home.stale} to={whereStale} />
              ) : (
                <Empty text={say('queue.stale.empty')} />
              )}
            </Box>
          ) : null}
          <Box count={home.late.length + (late ? 1 : 0)} name="late" title={say('home.late')}>
            {late ? <LateIssue issue={late} /> : null}
            {home.late.length > 0 ? (
              <Queue reload={reload} rows={home.late} />
            ) : late ? null : (
              <Empty text={say('home.late.empty')} />
            )}
          </Box>
        </div>
        <div className="desk-boxes__column">
          <Box count={home.waiting.length} name="waiting" title={say('home.waiting')}>
            {home.waiting.length > 0 ? <Queue reload={reload} rows={home.waiting} /> : <Empty text={say('home.waiting.empty')} />}
          </Box>
          <Box count={home.released.length} name="released" title={say('home.released')}>
            {home.released.length > 0 ? <Released home={home} /> : <Empty text={say('home.released.empty')} />}
          </Box>
        </div>
      </div>
      {issueFirst ? null : <HomeLine issue={issue} />}
      {home.matrix.length > 0 ? (
        <section aria-labelledby="desk-box-matrix" className="desk-box desk-box--wide">
          <h2 id="desk-box-matrix">{say('queue.matrix')}</h2>
          <Matrix rows={home.matrix} />
        </section>
      ) : null}
      <p className="desk-home__all">
        <Link href="/admin/collections/stories">{say('home.all', { count: home.counts.stories })}</Link>
        {home.mayTerms ? <Link href="/admin/terms-desk">{say('terms.desk')}</Link> : null}
      </p>
    </>
  )
}

const Box = ({ name, title, count, children }: { name: string; title: string; count: number; children: ReactNode }) => (
  <section aria-labelledby={`desk-box-${name}`} className="desk-box">
    <h2 id={`desk-box-${name}`}>
      {title} <span className="desk-box__count">({count})</span>
    </h2>
    {children}
  </section>
)

const Empty = ({ text, children }: { text: string; children?: ReactNode }) => (
  <div className="desk-empty">
    <p>{text}</p>
    {children}
  </div>
)

const Released = ({ home }: { home: Home }) => (
  <ul className="desk-lines">
    {home.released.map((row) => (
      <li key={row.article}>
        <Link className="desk-line" href={`/admin/collections/articles/${row.article}`}>
          <Shown shown={row.shown} word={false} />
          <span className="desk-line__title" lang={row.language}>
            {row.title}
          </span>
          <LanguageTag language={row.language} />
          <span className="desk-line__outlets">
            <OutletSummary outlets={row.outlets} />
          </span>
        </Link>
      </li>
    ))}
  </ul>
)

const Bones = () => {
  const { say } = usePanel()
  return (
    <div aria-busy="true" className="desk-boxes">
      <span className="desk-unseen" role="status">
        {say('general.loading')}
      </span>
      {Array.from({ length: 4 }, (_, index) => (
        <div className="desk-box desk-bones" key={index}>
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  )
}
