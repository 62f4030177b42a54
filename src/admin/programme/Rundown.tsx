'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { ulid } from 'ulid'
import { itemPlace, ownStep } from '#programme/arrange'
import { clock, signedClock } from '#programme/timing'
import { useDrag } from '../bulletin/drag'
import { Button } from '../dialogs/Button'
import { CandidatesDialog } from './CandidatesDialog'
import { useLoadedProgramme, useProgramme } from './context'
import { Files } from './Files'
import { Head } from './Head'
import { stepped } from './plan-edits'
import { judged, timed } from './scene'
import { StepRow } from './StepRow'

/** The running order against the clock: order by drag and keys, words, clips, and what is over. */
export const Rundown = () => {
  const { say, store, announce } = useProgramme()
  const { programme, draft } = useLoadedProgramme()
  const [adding, setAdding] = useState(false)
  const [focused, setFocused] = useState<string | null>(null)
  const help = useId()
  const list = useRef<HTMLDivElement>(null)
  const may = programme.may.arrange && programme.locked === null
  const { rows, total, over } = timed(draft)

  // A step that moved is drawn anew: the hand stays on it.
  useEffect(() => {
    if (focused === null) return
    list.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(focused)}"]`)?.focus()
    setFocused(null)
  }, [focused, draft])

  const said = (id: string) => {
    const steps = store.read().draft?.steps ?? []
    announce(say('programme.moved', { place: steps.findIndex((step) => step.id === id) + 1, count: steps.length }))
  }
  const step = (id: string, way: 'up' | 'down') => {
    const edit = stepped(draft, id, way)
    if (!edit) return announce(say('programme.moved.end'))
    if (store.edit(edit)) {
      setFocused(id)
      said(id)
    }
  }
  const drag = useDrag(list, ({ entry, before }) => {
    if (store.edit({ do: 'move', step: entry, before })) said(entry)
  })
  const addOwn = (kind: 'opening' | 'item' | 'closing') => {
    const id = ulid()
    const before = kind === 'opening' ? draft.steps[0] : kind === 'item' ? draft.steps[itemPlace(draft)] : undefined
    store.edit({ do: 'add', step: ownStep(kind, say(`programme.kind.${kind}`), id), before: before?.id ?? null })
    setFocused(id)
  }
  const titleOf = (id: string) => draft.steps.find((one) => one.id === id)?.title ?? ''
  return (
    <div className="desk-rundown">
      <section aria-label={say('programme.clock')} className={`desk-clock desk-clock--${judged(over)}`}>
        <Figure name={say('programme.total')} value={clock(total)} />
        <Figure name={say('programme.field.targetMs')} value={clock(draft.targetMs)} />
        <Figure main name={say(`programme.judged.${judged(over)}`)} value={signedClock(over)} />
      </section>
      <Head may={may} />
      {may ? (
        <p className="desk-muted" id={help}>
          {say('programme.rundown.help')}
        </p>
      ) : null}
      <div ref={list}>
        <ol className="desk-plain desk-rundown__steps" data-section="steps">
          {rows.map((row, index) => (
            <StepRow
              dragged={drag.over?.entry === row.step.id}
              help={help}
              key={row.step.id}
              may={may}
              number={index + 1}
              onGrab={drag.grab}
              onStep={step}
              over={
                drag.over && drag.over.entry !== row.step.id
                  ? drag.over.before === row.step.id
                    ? 'above'
                    : drag.over.before === null && index === rows.length - 1
                      ? 'below'
                      : null
                  : null
              }
              row={row}
              view={programme.board[row.step.id] ?? null}
            />
          ))}
        </ol>
      </div>
      {rows.length === 0 ? <p className="desk-empty">{say('programme.empty')}</p> : null}
      {may ? (
        <div className="desk-rundown__add">
          <Button onPress={() => setAdding(true)} tone="primary">
            {say('programme.candidates')}
          </Button>
          <Button onPress={() => addOwn('item')}>{say('programme.addOwn')}</Button>
          {draft.steps.some(({ kind }) => kind === 'opening') ? null : (
            <Button onPress={() => addOwn('opening')}>{say('programme.kind.opening')}</Button>
          )}
          {draft.steps.some(({ kind }) => kind === 'closing') ? null : (
            <Button onPress={() => addOwn('closing')}>{say('programme.kind.closing')}</Button>
          )}
        </div>
      ) : null}
      {programme.files.length > 0 ? (
        <section aria-labelledby="desk-programme-files">
          <h2 id="desk-programme-files">{say('programme.files')}</h2>
          <Files files={programme.files} titleOf={titleOf} />
        </section>
      ) : null}
      {adding ? <CandidatesDialog onClose={() => setAdding(false)} /> : null}
    </div>
  )
}

const Figure = ({ name, value, main = false }: { name: string; value: string; main?: boolean }) => (
  <div className={main ? 'desk-clock__figure desk-clock__figure--main' : 'desk-clock__figure'}>
    <span className="desk-clock__name">{name}</span>
    <span className="desk-clock__value">{value}</span>
  </div>
)
