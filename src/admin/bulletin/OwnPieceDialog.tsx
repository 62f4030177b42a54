'use client'
import { useState } from 'react'
import { ulid } from 'ulid'
import type { Slot } from '#publication/edition'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { wordFor } from '../words'
import { useIssue } from './context'
import { NO_BUDGET } from './plan-edits'

const OWN_SLOTS = ['foreword', 'figures', 'calendar', 'list'] as const satisfies readonly Slot[]

/** A piece of the issue itself: its texts are written from the board, one in each language. */
export const OwnPieceDialog = ({ section, onClose }: { section: string; onClose: () => void }) => {
  const { say, store, announce } = useIssue()
  const [slot, setSlot] = useState<(typeof OWN_SLOTS)[number]>('foreword')
  const add = () => {
    const title = wordFor(say, 'slot', slot)
    const entry = { id: ulid(), slot, story: null, budget: NO_BUDGET, photos: [], notes: '' }
    // A foreword opens its section.
    const first = slot === 'foreword' ? store.read().draft?.plan.sections.find(({ id }) => id === section)?.entries[0] : undefined
    if (store.edit({ do: 'add', section, before: first?.id ?? null, entry, title }))
      announce(say('bulletin.added.own', { title }))
    onClose()
  }
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} safe>
            {say('general.cancel')}
          </Button>
          <Button onPress={add} tone="primary">
            {say('bulletin.take')}
          </Button>
        </>
      }
      onClose={onClose}
      title={say('bulletin.add.own')}
    >
      <p className="desk-dialog__sentence">{say('bulletin.own.lead')}</p>
      <fieldset className="desk-fieldset">
        <legend>{say('bulletin.slot')}</legend>
        {OWN_SLOTS.map((one) => (
          <label className="desk-choice" key={one}>
            <input checked={slot === one} name="own-slot" onChange={() => setSlot(one)} type="radio" />{' '}
            {wordFor(say, 'slot', one)}
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}
