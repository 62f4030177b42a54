'use client'
import { toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { ProgrammeOffer } from '#programme/view'
import { Button } from '../dialogs/Button'
import { wordFor } from '../words'
import { useLoadedProgramme, useProgramme } from './context'
import { inOrder } from './scene'
import { VerbDialog } from './VerbDialog'

/** What this person may do with the programme; the next step first. */
export const Actions = () => {
  const { say, announce } = useProgramme()
  const { programme } = useLoadedProgramme()
  const { primary, others } = inOrder(programme.offers)
  const [open, setOpen] = useState<ProgrammeOffer | null>(null)
  const rest = others.map((offer) => <Verb key={offer.verb} offer={offer} onPress={() => setOpen(offer)} />)
  return (
    <div className="desk-programme__do">
      {primary ? <Verb offer={primary} onPress={() => setOpen(primary)} /> : null}
      {primary && others.length > 0 ? (
        <details className="desk-edition__more">
          <summary>{say('rail.more')}</summary>
          <div className="desk-actions__rest">{rest}</div>
        </details>
      ) : (
        rest
      )}
      {open ? (
        <VerbDialog
          offer={open}
          onClose={() => setOpen(null)}
          onDone={(sentence) => {
            setOpen(null)
            announce(sentence)
            toast.success(sentence)
          }}
        />
      ) : null}
    </div>
  )
}

const Verb = ({ offer, onPress }: { offer: ProgrammeOffer; onPress: () => void }) => {
  const { say } = useProgramme()
  const id = useId()
  const refused = offer.refusal?.detail
  return (
    <div className={refused === undefined ? undefined : 'desk-refused'}>
      <Button
        describedBy={refused === undefined ? undefined : id}
        onPress={onPress}
        refused={refused}
        tone={offer.primary ? 'primary' : offer.verb === 'withdraw' ? 'danger' : 'plain'}
      >
        {wordFor(say, 'programme.verb', offer.verb)}
      </Button>
      {refused === undefined ? null : (
        <p className="desk-refused__why" id={id}>
          {refused}
        </p>
      )}
    </div>
  )
}
