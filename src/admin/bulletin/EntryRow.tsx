'use client'
import Link from 'next/link'
import type { KeyboardEvent, PointerEvent } from 'react'
import { LANGUAGES, type Language } from '#newsroom'
import type { PlanEntry } from '#bulletin/plan'
import type { CellView, EntryView } from '#bulletin/view'
import { SLOTS, type Slot } from '#publication/edition'
import { Button } from '../dialogs/Button'
import { useNow } from '../panel'
import { Shown } from '../Shown'
import { fullTime, shortTime } from '../when'
import { wordFor } from '../words'
import { useIssue, useLoadedIssue } from './context'
import type { Step } from './plan-edits'
import { cellLook, measureOf } from './scene'

const KEYS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'sectionUp',
  PageDown: 'sectionDown',
}

export type RowProps = {
  readonly entry: PlanEntry
  readonly view: EntryView | null
  readonly number: number
  readonly may: boolean
  /** Id of what explains the keys. */
  readonly help: string
  readonly marked: boolean
  readonly dragged: boolean
  readonly over: 'above' | 'below' | null
  readonly onGrab: (entry: string, event: PointerEvent<HTMLElement>) => void
  readonly onStep: (entry: string, way: Step) => void
  readonly onEdit: () => void
}

/** A place in the issue: its piece, and how far it is in each language. */
export const EntryRow = (props: RowProps) => {
  const { entry, view, number, may, help, marked, dragged, over, onGrab, onStep, onEdit } = props
  const { say, store } = useIssue()
  const title = useTitle(entry.id, view)
  const keys = (event: KeyboardEvent) => {
    const way = KEYS[event.key]
    if (!way || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onStep(entry.id, way)
  }
  const classes = [
    'desk-board__row',
    ...(marked ? ['desk-board__row--marked'] : []),
    ...(dragged ? ['desk-board__row--dragged'] : []),
    ...(over ? [`desk-board__row--${over}`] : []),
  ]
  return (
    <tr className={classes.join(' ')} data-entry={entry.id}>
      <td className="desk-board__place">
        {may ? (
          <button
            aria-describedby={help}
            aria-label={say('bulletin.move', { place: number, entry: title.text })}
            className="desk-handle"
            data-handle={entry.id}
            onKeyDown={keys}
            onPointerDown={(event) => onGrab(entry.id, event)}
            type="button"
          >
            <span aria-hidden="true" className="desk-handle__grip" />
            {number}
          </button>
        ) : (
          // Reached from a page or a finding.
          <span className="desk-handle desk-handle--still" data-handle={entry.id} tabIndex={-1}>
            {number}
          </span>
        )}
      </td>
      <th scope="row">
        <span className="desk-board__title" lang={title.lang}>
          {title.text}
        </span>
        <span className="desk-board__facts">
          {may ? (
            <select
              aria-label={`${say('bulletin.slot')}: ${title.text}`}
              className="desk-quiet-select"
              onChange={(event) => store.edit({ do: 'slot', entry: entry.id, slot: event.target.value as Slot })}
              value={entry.slot}
            >
              {SLOTS.map((slot) => (
                <option key={slot} value={slot}>
                  {wordFor(say, 'slot', slot)}
                </option>
              ))}
            </select>
          ) : (
            <span>{wordFor(say, 'slot', entry.slot)}</span>
          )}
          {entry.story === null ? <span>{say('bulletin.own')}</span> : null}
          {entry.photos.length > 0 ? <span>{say('bulletin.photos.count', { count: entry.photos.length })}</span> : null}
          {entry.notes ? (
            <span className="desk-board__note" lang="" title={entry.notes}>
              {entry.notes}
            </span>
          ) : null}
        </span>
      </th>
      {LANGUAGES.map((language) => (
        <td key={language}>
          {entry.leftOut?.includes(language) ? (
            <span className="desk-cell desk-cell--missing desk-cell--word">{say('bulletin.cell.leftOut')}</span>
          ) : view ? (
            <Cell cell={{ ...view.cells[language], budget: entry.budget[language] }} of={language} titled={title} />
          ) : (
            <span className="desk-muted">{say('bulletin.cell.waiting')}</span>
          )}
        </td>
      ))}
      <td className="desk-board__do">
        <Button label={`${say(may ? 'bulletin.entry.edit' : 'bulletin.entry.see')}: ${title.text}`} onPress={onEdit}>
          {say(may ? 'bulletin.entry.edit' : 'bulletin.entry.see')}
        </Button>
      </td>
    </tr>
  )
}

export type Titled = { readonly text: string; readonly lang: Language | '' | undefined }

/** What an entry is called: by the newsroom, or by the edit that brought it. */
export const titleOf = (view: EntryView | null, added: string | null): Titled => {
  if (!view) return { text: added ?? '…', lang: added === null ? undefined : '' }
  const lang = LANGUAGES.find((language) => view.cells[language].title === view.title)
  return { text: view.title, lang: lang ?? (view.story ? '' : undefined) }
}
export const useTitle = (entry: string, view: EntryView | null): Titled => {
  const { edits } = useLoadedIssue()
  const added = edits.find((edit) => edit.do === 'add' && edit.entry.id === entry)
  return titleOf(view, added?.do === 'add' ? added.title : null)
}

const Cell = ({ cell, of, titled }: { cell: CellView; of: Language; titled: Titled }) => {
  const { language, say } = useIssue()
  const now = useNow()
  const measure = cell.length > 0 ? measureOf(cell) : null
  const number = new Intl.NumberFormat(language)
  const mark =
    cell.stage === 'missing' && !cell.held ? (
      <span className="desk-cell desk-cell--missing desk-cell--word">{say('bulletin.cell.missing')}</span>
    ) : (
      <Shown shown={cellLook(cell)} />
    )
  const named = (
    <>
      <span className="desk-unseen">{say(`lang.${of}`)}: </span>
      {mark}
    </>
  )
  return (
    <div className="desk-piece">
      <div className="desk-piece__line">
        {cell.href === null ? (
          named
        ) : (
          <Link href={cell.href} prefetch={false}>
            {named}
          </Link>
        )}
        {cell.stage === 'missing' && cell.length === 0 ? null : (
          <span className={measure?.judged === 'over' ? 'desk-piece__length desk-late' : 'desk-piece__length'}>
            {number.format(cell.length)}
            {cell.budget === null ? '' : `/${number.format(cell.budget)}`}
            <span className="desk-unseen"> {say('bulletin.characters')}</span>
          </span>
        )}
      </div>
      {measure ? (
        <div aria-hidden="true" className={`desk-measure desk-measure--${measure.judged}`}>
          <i style={{ inlineSize: `${Math.min(100, measure.share * 100)}%` }} />
        </div>
      ) : null}
      {cell.title !== '' && cell.title !== titled.text ? (
        <div className="desk-piece__title" lang={of} title={cell.title}>
          {cell.title}
        </div>
      ) : null}
      <Tags cell={cell} now={now} />
    </div>
  )
}

const Tags = ({ cell, now }: { cell: CellView; now: Date }) => {
  const { language, say } = useIssue()
  const tags = [
    ...(cell.late ? [{ key: 'late', words: say('bulletin.cell.late') }] : []),
    ...(cell.stale === 'minor' ? [{ key: 'stale', words: say('bulletin.cell.stale') }] : []),
    ...(cell.held && cell.stage !== 'missing' ? [{ key: 'held', words: wordFor(say, 'state', cell.stage) }] : []),
  ]
  if (tags.length === 0 && cell.embargo === null) return null
  return (
    <div className="desk-piece__tags">
      {tags.map(({ key, words }) => (
        <span className={`desk-tag desk-tag--${key}`} key={key}>
          {words}
        </span>
      ))}
      {cell.embargo === null ? null : (
        <span className="desk-tag" title={fullTime(cell.embargo, language)}>
          {say('bulletin.cell.embargo', { time: shortTime(cell.embargo, now, language, say) })}
        </span>
      )}
    </div>
  )
}
