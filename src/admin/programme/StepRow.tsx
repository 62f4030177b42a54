'use client'
import Link from 'next/link'
import { useId, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { PLAN_LIMITS, stepFaults } from '#programme/arrange'
import { clock, readMs, wallClock } from '#programme/timing'
import type { StepView } from '#programme/view'
import { cellLook } from '../bulletin/scene'
import { Button } from '../dialogs/Button'
import { Shown } from '../Shown'
import { ClipEditor } from './ClipEditor'
import { useLoadedProgramme, useProgramme } from './context'
import { undoOf } from './plan-edits'
import type { TimedStep } from './scene'

type RowProps = {
  readonly row: TimedStep
  readonly view: StepView | null
  readonly number: number
  readonly may: boolean
  /** Id of what explains the keys. */
  readonly help: string
  readonly dragged: boolean
  readonly over: 'above' | 'below' | null
  readonly onGrab: (step: string, event: PointerEvent<HTMLElement>) => void
  readonly onStep: (step: string, way: 'up' | 'down') => void
}

/** One step: when it begins, what is read, which pictures run. */
export const StepRow = ({ row: { step, times, start }, view, number, may, help, dragged, over, onGrab, onStep }: RowProps) => {
  const { say, store, offerUndo } = useProgramme()
  const { draft } = useLoadedProgramme()
  const [hasIntro, setHasIntro] = useState(false)
  const [hasNotes, setHasNotes] = useState(false)
  const heading = useId()
  const named = step.title.trim() || view?.text?.title || String(number)
  const text = view?.text ?? null
  // A step that the newsroom has not answered yet is not judged.
  const faults = step.story !== null && view === null ? [] : stepFaults(step, view ?? undefined)
  const keys = (event: KeyboardEvent) => {
    const way = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null
    if (!way || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onStep(step.id, way)
  }
  const remove = () => {
    const undo = undoOf(draft, step.id)
    if (undo && store.edit({ do: 'remove', step: step.id })) offerUndo(say('programme.did.removed', { title: named }), [undo])
  }
  const classes = [
    'desk-step',
    `desk-step--${step.kind}`,
    ...(dragged ? ['desk-step--dragged'] : []),
    ...(over ? [`desk-step--${over}`] : []),
  ]
  return (
    <li aria-labelledby={heading} className={classes.join(' ')} data-entry={step.id}>
      <div className="desk-step__place">
        {may ? (
          <button
            aria-describedby={help}
            aria-label={say('programme.move', { place: number, title: named })}
            className="desk-handle"
            data-handle={step.id}
            onKeyDown={keys}
            onPointerDown={(event) => onGrab(step.id, event)}
            type="button"
          >
            <span aria-hidden="true" className="desk-handle__grip" />
            {number}
          </button>
        ) : (
          <span className="desk-handle desk-handle--still">{number}</span>
        )}
        <span className="desk-step__start">{clock(start)}</span>
        <span className="desk-muted desk-step__wall">{wallClock(draft.airTime, start)}</span>
      </div>
      <div className="desk-step__words">
        <div className="desk-step__line">
          <h2 className="desk-unseen" id={heading}>
            {number}. {named}
          </h2>
          <input
            aria-label={`${say('programme.field.title')}: ${named}`}
            className="desk-input desk-step__title"
            lang={draft.language}
            maxLength={PLAN_LIMITS.title}
            onChange={(event) => store.edit({ do: 'text', step: step.id, field: 'title', value: event.target.value })}
            placeholder={text?.title ?? say(`programme.kind.${step.kind}`)}
            readOnly={!may}
            value={step.title}
          />
          {step.story === null ? (
            <span className="desk-muted">{say('programme.own')}</span>
          ) : text === null ? (
            <span className="desk-muted">{say(view === null ? 'programme.waiting' : 'programme.fault.textMissing')}</span>
          ) : (
            <Source text={text} />
          )}
        </div>
        {step.intro !== '' || hasIntro ? <Words field="intro" may={may} row={{ step, times, start }} /> : null}
        <Words field="script" may={may} row={{ step, times, start }} />
        {step.notes !== '' || hasNotes ? <Words field="notes" may={may} row={{ step, times, start }} /> : null}
        <ClipEditor film={view?.film ?? null} may={may} named={named} step={step} />
        {faults.length > 0 ? (
          <ul className="desk-plain desk-step__faults">
            {faults.map((fault) => (
              <li className="desk-late" key={fault}>
                {say(`programme.fault.${fault}`)}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className="desk-step__side">
        <dl className="desk-step__times">
          <dt>{say('programme.column.read')}</dt>
          <dd>{clock(times.readMs)}</dd>
          <dt>{say('programme.column.clip')}</dt>
          <dd>{clock(times.clipMs)}</dd>
          <dt>{say('programme.column.sum')}</dt>
          <dd>
            <strong>{clock(times.readMs + times.clipMs)}</strong>
          </dd>
        </dl>
        {may ? (
          <div className="desk-step__do">
            {step.intro === '' && !hasIntro ? (
              <Button label={`${say('programme.addIntro')}: ${named}`} onPress={() => setHasIntro(true)} tone="quiet">
                + {say('programme.field.intro')}
              </Button>
            ) : null}
            {step.notes === '' && !hasNotes ? (
              <Button label={`${say('programme.field.notes')}: ${named}`} onPress={() => setHasNotes(true)} tone="quiet">
                + {say('programme.field.notes')}
              </Button>
            ) : null}
            <Button label={`${say('programme.remove')}: ${named}`} onPress={remove} tone="quiet">
              {say('programme.remove')}
            </Button>
          </div>
        ) : null}
      </div>
    </li>
  )
}

const Source = ({ text }: { text: NonNullable<StepView['text']> }) => {
  const { say } = useProgramme()
  const mark = <Shown shown={cellLook({ held: text.held, stage: text.state, stale: text.stale })} />
  return (
    <span className="desk-step__source">
      {text.href === null ? (
        mark
      ) : (
        <Link href={text.href} prefetch={false} title={say('programme.openText')}>
          <span className="desk-unseen">{say('programme.openText')}: </span>
          {mark}
        </Link>
      )}
    </span>
  )
}

/** Words of a step, in the language of the programme, with the time that reading them takes. */
const Words = ({ field, row: { step }, may }: { field: 'intro' | 'script' | 'notes'; row: TimedStep; may: boolean }) => {
  const { say, store } = useProgramme()
  const { draft } = useLoadedProgramme()
  const id = useId()
  const isRead = field !== 'notes'
  return (
    <div className={`desk-step__field desk-step__field--${field}`}>
      <label htmlFor={id}>
        {say(`programme.field.${field}`)}
        {isRead ? <span className="desk-step__ms"> · {clock(readMs(step[field], draft.language, draft.pace))}</span> : null}
      </label>
      <textarea
        className="desk-input"
        id={id}
        lang={isRead ? draft.language : ''}
        maxLength={PLAN_LIMITS[field]}
        onChange={(event) => store.edit({ do: 'text', step: step.id, field, value: event.target.value })}
        readOnly={!may}
        rows={field === 'script' ? 3 : 1}
        value={step[field]}
      />
    </div>
  )
}
