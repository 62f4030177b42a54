'use client'
import { useState } from 'react'
import type { Language, Person } from '#newsroom'
import { assignable } from '../article/assignable'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { useLoaded } from '../load'
import { sentenceOf, usePanel } from '../panel'
import { instantOf, localOf } from '../when'

export type Assigned = { readonly person: Person; readonly due: string | null }

/** To whom, and until when. */
export const AssignDialog = ({
  text,
  onClose,
  onAssign,
}: {
  text: {
    readonly title: string
    readonly language: Language
    readonly isSource: boolean
    readonly state: string
    readonly due: string | null
  }
  onClose: () => void
  onAssign: (to: Assigned) => void
}) => {
  const { say } = usePanel()
  const { value, problem } = useLoaded<{ people: readonly Person[] }>('/api/desk/people')
  const [chosen, setChosen] = useState('')
  const [due, setDue] = useState(text.due ? localOf(text.due) : '')
  const [tried, setTried] = useState(false)
  const people = assignable(value?.people ?? [], text)
  const person = people.find(({ id }) => id === chosen)
  const press = () => {
    setTried(true)
    if (person) onAssign({ person, due: instantOf(due) })
  }
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} safe>
            {say('general.cancel')}
          </Button>
          <Button onPress={press} tone="primary">
            {say('queue.assign')}
          </Button>
        </>
      }
      onClose={onClose}
      title={say('queue.assign.title')}
    >
      <p className="desk-dialog__sentence">{text.title}</p>
      {problem ? (
        <p className="desk-problem" role="alert">
          {sentenceOf(problem, say)}
        </p>
      ) : null}
      <Field error={tried && !person ? say('general.missing') : undefined} label={say('field.assignee')}>
        {({ id, describedBy }) => (
          <select
            aria-describedby={describedBy}
            className="desk-input"
            id={id}
            onChange={(event) => setChosen(event.target.value)}
            value={chosen}
          >
            <option value="">{say('queue.assign.choose')}</option>
            {people.map(({ id: one, name }) => (
              <option key={one} value={one}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={`${say('field.due')} (${say('general.optional')})`}>
        {({ id }) => (
          <input
            className="desk-input"
            id={id}
            onChange={(event) => setDue(event.target.value)}
            type="datetime-local"
            value={due}
          />
        )}
      </Field>
    </Dialog>
  )
}
