'use client'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { labelled, listed, type Say } from '../words'
import type { Language } from '#newsroom'
import type { ProgrammePlan } from '#programme/plan'
import { useLoadedProgramme, useProgramme } from './context'
import { differencesOf, type Difference, type Edit } from './plan-edits'
import type { Conflict } from './programme-store'

/** Two people arranged at once: what the other did, what I did, and both together unless I say otherwise. */
export const ConflictDialog = ({ conflict: { before, theirs, lost } }: { conflict: Conflict }) => {
  const { say, language, store } = useProgramme()
  const { edits } = useLoadedProgramme()
  const titles = titlesIn([theirs.plan, before.plan], [...edits, ...lost])
  const others = differencesOf(before.plan, theirs.plan)
  return (
    <Dialog
      actions={
        <>
          <Button onPress={() => store.settle(false)} tone="danger">
            {say('programme.conflict.drop')}
          </Button>
          <Button onPress={() => store.settle(true)} safe tone="primary">
            {say(edits.length > 0 ? 'programme.conflict.keep' : 'general.close')}
          </Button>
        </>
      }
      // Closing loses nothing: mine stays on top of theirs.
      onClose={() => store.settle(true)}
      title={say('programme.conflict')}
      wide
    >
      <p className="desk-dialog__sentence">{say('programme.conflict.lead')}</p>
      <div className="desk-sides">
        <section aria-labelledby="desk-conflict-theirs">
          <h3 id="desk-conflict-theirs">{say('programme.conflict.theirs')}</h3>
          {others.length > 0 ? (
            <ul>
              {others.map((difference, index) => (
                <li key={index}>{differenceWords(difference, theirs.plan, say, language)}</li>
              ))}
            </ul>
          ) : (
            <p className="desk-muted">{say('programme.conflict.theirs.none')}</p>
          )}
        </section>
        <section aria-labelledby="desk-conflict-mine">
          <h3 id="desk-conflict-mine">{say('programme.conflict.mine')}</h3>
          <EditList edits={edits} titles={titles} />
          {lost.length > 0 ? (
            <>
              <p className="desk-late">{say('programme.conflict.lost')}</p>
              <EditList edits={lost} titles={titles} />
            </>
          ) : null}
        </section>
      </div>
    </Dialog>
  )
}

const EditList = ({ edits, titles }: { edits: readonly Edit[]; titles: (step: string) => string }) => {
  const { say, language } = useProgramme()
  return (
    <ul>
      {edits.map((edit, index) => (
        <li key={index}>{editWords(edit, titles, say, language)}</li>
      ))}
    </ul>
  )
}

const titlesIn =
  (plans: readonly ProgrammePlan[], edits: readonly Edit[]) =>
  (id: string): string =>
    plans.flatMap(({ steps }) => steps.filter((step) => step.id === id && step.title !== '')).at(0)?.title ??
    edits.flatMap((edit) => (edit.do === 'add' && edit.step.id === id ? [edit.step.title] : [])).at(0) ??
    '…'

const editWords = (edit: Edit, titles: (step: string) => string, say: Say, language: Language): string => {
  switch (edit.do) {
    case 'add':
      return say('programme.did.added', { title: edit.step.title })
    case 'remove':
      return say('programme.did.removed', { title: titles(edit.step) })
    case 'move':
      return say('programme.did.moved', { title: titles(edit.step) })
    case 'text':
      return labelled(`“${titles(edit.step)}” · ${say(`programme.field.${edit.field}`)}`, edit.value || '—', language)
    case 'clip':
      return `“${titles(edit.step)}” · ${say('programme.field.clip')}`
    case 'head':
      return say(`programme.field.${edit.field}`)
  }
}

/** Words that somebody else wrote are shown as they now stand, so that nothing is overwritten unseen. */
const differenceWords = (difference: Difference, now: ProgrammePlan, say: Say, language: Language): string => {
  if (difference.what === 'head') return say(`programme.field.${difference.field}`)
  if (difference.what !== 'changed') return say(`programme.did.${difference.what}`, { title: difference.title })
  const step = now.steps.find(({ id }) => id === difference.step)
  const fields = difference.fields.map((field) =>
    field === 'clip' || !step
      ? say(`programme.field.${field}`)
      : labelled(say(`programme.field.${field}`), step[field] || '—', language),
  )
  return `“${difference.title}” · ${listed(fields, language)}`
}
