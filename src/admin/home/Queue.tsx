'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { homeOf, Size } from '#cms/desk/home'
import { Button } from '../dialogs/Button'
import { useNow, usePanel } from '../panel'
import { LanguageTag, Shown } from '../Shown'
import { shortTime, timeLeft } from '../when'
import { useQuick, type Quicker } from './act'
import { AssignDialog, type Assigned } from './AssignDialog'

type Home = Awaited<ReturnType<typeof homeOf>>
export type Line = Home['mine'][number] & { readonly begins?: string | null }

/** Translations on hand open beside their source; what waits for a decision, and sources, open as a page. */
const addressOf = ({ article, isSource, state }: Line): string =>
  isSource || state === 'review' || state === 'approved'
    ? `/admin/collections/articles/${article}`
    : `/admin/translate/${article}`

/** Lines that a box shows before somebody asks for all of them. */
const FIRST = 10

/** Lines of work, each with what can be done at one press. `to`: where a line leads, if not to its text. */
export const Queue = ({
  rows,
  reload,
  to = addressOf,
  own = false,
}: {
  rows: readonly Line[]
  reload: () => void
  to?: (row: Line) => string
  /** On this person's table already: nothing of it is taken. */
  own?: boolean
}) => {
  const panel = usePanel()
  const quick = useQuick(panel, reload)
  const [giving, setGiving] = useState<Line | null>(null)
  const [all, setAll] = useState(false)
  const { say } = panel
  const assign = async (row: Line, { person, due }: Assigned) => {
    setGiving(null)
    await quick.send(
      row.article,
      doorOf(row.article, 'assign'),
      { assignee: person.id, ...(due === null ? {} : { due }) },
      say('queue.assign.done', { name: person.name }),
    )
  }
  return (
    <>
      <ul className="desk-lines">
        {(all ? rows : rows.slice(0, FIRST)).map((row) => (
          <li className="desk-queue" key={`${row.article}/${row.language}`}>
            <Link className="desk-line" href={row.begins ? `/admin/collections/articles/${row.begins}` : to(row)}>
              {row.begins ? (
                <span aria-hidden="true" className="desk-cell desk-cell--missing" />
              ) : (
                <Shown shown={row.shown} word={false} />
              )}
              <span className="desk-line__title" lang={row.begins ? (row.size?.language ?? row.language) : row.language}>
                {row.title}
              </span>
              <LanguageTag language={row.language} />
              <Facts row={row} />
            </Link>
            <Do onGive={() => setGiving(row)} own={own} quick={quick} row={row} />
          </li>
        ))}
      </ul>
      {!all && rows.length > FIRST ? (
        <Button onPress={() => setAll(true)} tone="quiet">
          {say('queue.more', { count: rows.length })}
        </Button>
      ) : null}
      {giving ? <AssignDialog onAssign={(to) => void assign(giving, to)} onClose={() => setGiving(null)} text={giving} /> : null}
    </>
  )
}

const doorOf = (article: string, verb: string): string => `/api/desk/articles/${encodeURIComponent(article)}/${verb}`

/** How much, by whom, until when. */
const Facts = ({ row }: { row: Line }) => {
  const { language, say } = usePanel()
  const now = useNow()
  return (
    <span className="desk-queue__facts">
      {row.stale === 'no' || row.begins ? null : <span className="desk-queue__stale">{say(`queue.stale.${row.stale}`)}</span>}
      {row.claim ? <span className="desk-queue__who">{row.claim.name}</span> : null}
      {row.size && row.size.units > 0 ? <SizeWord size={row.size} /> : null}
      {row.due ? (
        <span
          className={Date.parse(row.due) < now.getTime() ? 'desk-line__due desk-late' : 'desk-line__due'}
          title={say('home.due', { time: shortTime(row.due, now, language, say) })}
        >
          {timeLeft(row.due, now, say)}
        </span>
      ) : null}
    </span>
  )
}

export const SizeWord = ({ size }: { size: Size }) => {
  const { language, say } = usePanel()
  const count = new Intl.NumberFormat(language).format(size.units)
  return <span className="desk-queue__size">{say(size.language === 'ja' ? 'queue.characters' : 'queue.words', { count })}</span>
}

const Do = ({ row, quick, own, onGive }: { row: Line; quick: Quicker; own: boolean; onGive: () => void }) => {
  const { say } = usePanel()
  const router = useRouter()
  const busy = quick.busy === row.article
  const named = (key: 'queue.claim' | 'queue.giveUp' | 'queue.assign' | 'queue.begin') => `${say(key)}: ${row.title}`
  if (row.begins) {
    const { begins } = row
    const begin = async () => {
      const answer = await quick.send<{ article?: { id: string } }>(
        row.article,
        doorOf(begins, 'translate'),
        { language: row.language },
        '',
      )
      if (answer?.article) router.push(`/admin/translate/${answer.article.id}`)
    }
    return (
      <span className="desk-queue__do">
        <Button busy={busy} label={named('queue.begin')} onPress={() => void begin()}>
          {say('queue.begin')}
        </Button>
      </span>
    )
  }
  // Taking over from a colleague is said on the page of the text, where one sees what they did.
  const may = row.may.filter((verb) => verb !== 'claim' || (row.claim === null && !own))
  const send = (verb: 'claim' | 'giveUp') =>
    void quick.send(row.article, doorOf(row.article, verb), {}, say(`queue.${verb}.done`))
  return (
    <span className="desk-queue__do">
      {may.includes('claim') ? (
        <Button busy={busy} label={named('queue.claim')} onPress={() => send('claim')}>
          {say('queue.claim')}
        </Button>
      ) : null}
      {may.includes('giveUp') ? (
        <Button busy={busy} label={named('queue.giveUp')} onPress={() => send('giveUp')}>
          {say('queue.giveUp')}
        </Button>
      ) : null}
      {may.includes('assign') ? (
        <Button busy={busy} label={named('queue.assign')} onPress={onGive}>
          {say('queue.assign')}
        </Button>
      ) : null}
    </span>
  )
}
