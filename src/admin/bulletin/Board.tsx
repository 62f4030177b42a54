'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { LANGUAGES, type Language } from '#newsroom'
import { Button } from '../dialogs/Button'
import { usePanel, useNow } from '../panel'
import { Shown } from '../Shown'
import { fullTime, timeLeft } from '../when'
import { wordFor } from '../words'
import { SHOWN } from '#editorial/shown'
import { STAGES } from '#bulletin/view'
import type { PlanSection } from '#bulletin/plan'
import { CandidatesDialog } from './CandidatesDialog'
import { useIssue, useLoadedIssue } from './context'
import { useDrag } from './drag'
import { EntryDialog } from './EntryDialog'
import { EntryRow } from './EntryRow'
import { OwnPieceDialog } from './OwnPieceDialog'
import { inTime, readyIn, rowsOf } from './scene'
import { SectionDialog } from './SectionDialog'
import { placeOf, stepped, type Step } from './plan-edits'

type Open =
  | { readonly what: 'candidates' | 'own' | 'section'; readonly section: string }
  | { readonly what: 'newSection' }
  | { readonly what: 'entry'; readonly entry: string }

/** Sections, entries and languages: who is where, what is late, in which order it stands. */
export const Board = () => {
  const { say, language, store, announce, address } = useIssue()
  const { issue, draft } = useLoadedIssue()
  const [open, setOpen] = useState<Open | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const help = useId()
  const table = useRef<HTMLTableElement>(null)
  const may = issue.may.arrange && issue.locked === null

  // An entry that moved into another section is drawn anew: the hand stays on it.
  useEffect(() => {
    if (focused === null) return
    table.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(focused)}"]`)?.focus()
    setFocused(null)
  }, [focused, draft])
  // From a page or a finding to the entry.
  useEffect(() => {
    if (address.entry === null) return
    const row = table.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(address.entry)}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector<HTMLElement>('[data-handle]')?.focus({ preventScroll: true })
  }, [address.entry])

  const said = (id: string) => {
    const plan = store.read().draft?.plan
    const standing = plan ? placeOf(plan, id) : null
    if (!standing) return
    const { section, at } = standing
    announce(say('bulletin.moved', { place: at + 1, count: section.entries.length, section: section.names[language] }))
  }
  const step = (id: string, way: Step) => {
    const edit = stepped(draft.plan, id, way)
    if (!edit) return announce(say('bulletin.moved.end'))
    if (store.edit(edit)) {
      setFocused(id)
      said(id)
    }
  }
  const drag = useDrag(table, ({ entry, section, before }) => {
    if (store.edit({ do: 'move', entry, section, before })) said(entry)
  })
  const rows = rowsOf(draft.plan, issue.board)
  const close = () => setOpen(null)
  let number = 0
  return (
    <>
      <Tasks />
      {may ? (
        <p className="desk-muted desk-board__help" id={help}>
          {say('bulletin.board.help')}
        </p>
      ) : null}
      <div className="desk-board-wrap">
        <table className="desk-board" ref={table}>
          <thead>
            <tr>
              <th className="desk-board__place" scope="col">
                <span className="desk-unseen">{say('bulletin.place')}</span>
              </th>
              <th scope="col">{say('bulletin.entry')}</th>
              {LANGUAGES.map((one) => (
                <th className="desk-board__language" key={one} scope="col">
                  <Head of={one} />
                </th>
              ))}
              <th className="desk-board__do" scope="col">
                <span className="desk-unseen">{say('bulletin.entry.edit')}</span>
              </th>
            </tr>
          </thead>
          {rows.map(({ section, rows: entries }) => (
            <tbody data-section={section.id} key={section.id}>
              <SectionHead
                count={entries.length}
                may={may}
                onOpen={(what) => setOpen({ what, section: section.id })}
                over={drag.over?.section === section.id && drag.over.before === null && entries.length === 0}
                section={section}
              />
              {entries.map(({ entry, view }, index) => (
                <EntryRow
                  dragged={drag.over?.entry === entry.id}
                  entry={entry}
                  help={help}
                  key={entry.id}
                  marked={address.entry === entry.id}
                  may={may}
                  number={++number}
                  onEdit={() => setOpen({ what: 'entry', entry: entry.id })}
                  onGrab={drag.grab}
                  onStep={step}
                  over={
                    drag.over?.section !== section.id
                      ? null
                      : drag.over.before === entry.id
                        ? 'above'
                        : drag.over.before === null && index === entries.length - 1
                          ? 'below'
                          : null
                  }
                  view={view}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {rows.length === 0 ? <p className="desk-empty">{say('bulletin.board.empty')}</p> : null}
      {may ? (
        <p className="desk-board__more">
          <Button onPress={() => setOpen({ what: 'newSection' })}>+ {say('bulletin.section')}</Button>
        </p>
      ) : null}
      <Legend />
      {open?.what === 'candidates' ? <CandidatesDialog onClose={close} section={open.section} /> : null}
      {open?.what === 'own' ? <OwnPieceDialog onClose={close} section={open.section} /> : null}
      {open?.what === 'section' ? <SectionDialog onClose={close} section={open.section} /> : null}
      {open?.what === 'newSection' ? <SectionDialog onClose={close} section={null} /> : null}
      {open?.what === 'entry' ? <EntryDialog entry={open.entry} onClose={close} /> : null}
    </>
  )
}

const Head = ({ of }: { of: Language }) => {
  const { say } = usePanel()
  const { issue, draft } = useLoadedIssue()
  const { ready, all } = readyIn(draft.plan, issue.board, of)
  return (
    <>
      {say(`lang.${of}`)} <span className="desk-board__ready">{say('bulletin.ready', { ready, all })}</span>
    </>
  )
}

const SectionHead = ({
  section,
  count,
  may,
  over,
  onOpen,
}: {
  section: PlanSection
  count: number
  may: boolean
  over: boolean
  onOpen: (what: 'candidates' | 'own' | 'section') => void
}) => {
  const { language, say } = usePanel()
  const name = section.names[language]
  return (
    <tr className={`desk-board__section${over ? ' desk-board__row--below' : ''}`}>
      <th colSpan={6} scope="rowgroup">
        <div>
          <span className="desk-board__name">
            {name} <span className="desk-box__count">({count})</span>
          </span>
          {may ? (
            <span className="desk-board__tools">
              <Button label={`${say('bulletin.add.story')}: ${name}`} onPress={() => onOpen('candidates')}>
                + {say('bulletin.add.story')}
              </Button>
              <Button label={`${say('bulletin.add.own')}: ${name}`} onPress={() => onOpen('own')}>
                + {say('bulletin.add.own')}
              </Button>
              <Button label={`${say('bulletin.section.edit')}: ${name}`} onPress={() => onOpen('section')}>
                {say('bulletin.section.edit')}
              </Button>
            </span>
          ) : null}
        </div>
      </th>
    </tr>
  )
}

const Tasks = () => {
  const { language, say } = usePanel()
  const { issue } = useLoadedIssue()
  const now = useNow()
  const open = issue.tasks.filter(({ done }) => !done)
  const late = open.filter((task) => task.late).length
  const [first] = inTime(open)
  if (issue.tasks.length === 0) return null
  return (
    <details className="desk-tasks">
      <summary>
        {say('bulletin.tasks', { open: open.length, all: issue.tasks.length })}
        {late > 0 ? <span className="desk-late"> · {say('bulletin.tasks.late', { count: late })}</span> : null}
        {first ? (
          <span className="desk-muted">
            {' '}
            ·{' '}
            {say('bulletin.tasks.next', {
              what: wordFor(say, 'deadline', first.key),
              language: say(`lang.${first.language}.in`),
            })}{' '}
            {timeLeft(first.due, now, say)}
          </span>
        ) : null}
      </summary>
      <ul className="desk-plain desk-tasks__list">
        {inTime(issue.tasks).map(({ language: of, key, due, done, late: isLate }) => (
          <li className={done ? 'desk-muted' : isLate ? 'desk-late' : undefined} key={`${of} ${key}`}>
            <span aria-hidden="true">{done ? '✓' : isLate ? '▲' : '○'}</span> {wordFor(say, 'deadline', key)} ·{' '}
            {say(`lang.${of}.in`)} · {done ? say('bulletin.tasks.done') : null}{' '}
            <time dateTime={due}>
              {done ? fullTime(due, language) : `${fullTime(due, language)} (${timeLeft(due, now, say)})`}
            </time>
          </li>
        ))}
      </ul>
    </details>
  )
}

const Legend = () => {
  const { say } = usePanel()
  const keys = [...STAGES.filter((stage) => stage !== 'missing'), 'stale', 'held'] as const
  return (
    <p className="desk-board__legend">
      <span className="desk-muted">{say('bulletin.legend')}</span>
      {keys.map((key) => (
        <Shown key={key} shown={{ key, symbol: SHOWN[key].symbol }} />
      ))}
    </p>
  )
}
