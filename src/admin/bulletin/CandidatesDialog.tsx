'use client'
import { useState } from 'react'
import { ulid } from 'ulid'
import { LANGUAGES } from '#newsroom'
import { SHOWN } from '#editorial/shown'
import { entriesOf } from '#bulletin/arrange'
import type { CandidatesView } from '#bulletin/view'
import { SLOTS, type Slot } from '#publication/edition'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { useLoaded, useSettled } from '../load'
import { sentenceOf } from '../panel'
import { LanguageTag, Shown } from '../Shown'
import { wordFor } from '../words'
import { Unread } from '../Waiting'
import { useIssue, useLoadedIssue } from './context'
import { doorOf } from './door'
import { NO_BUDGET } from './plan-edits'
import { usedIn } from './scene'

const STORY_SLOTS: readonly Slot[] = ['lead', 'feature', 'brief', 'photoPage']

/** Stories that may be taken in; several at one sitting. */
export const CandidatesDialog = ({ section, onClose }: { section: string; onClose: () => void }) => {
  const panel = useIssue()
  const { id, language, say, store, announce } = panel
  const { draft } = useLoadedIssue()
  const [q, setQ] = useState('')
  const asked = useSettled(q)
  const [slot, setSlot] = useState<Slot>('feature')
  const [into, setInto] = useState(section)
  const [added, setAdded] = useState<string | null>(null)
  const { value, problem, reload } = useLoaded<CandidatesView>(`${doorOf(id, 'candidates')}?q=${encodeURIComponent(asked)}`)
  const taken = new Set(entriesOf(draft.plan).map(({ entry }) => entry.story))
  const target = draft.plan.sections.find((one) => one.id === into)

  const take = ({ id: story, title }: CandidatesView['stories'][number]) => {
    const entry = { id: ulid(), slot, story, budget: NO_BUDGET, photos: [], notes: '' }
    if (!store.edit({ do: 'add', section: into, before: null, entry, title })) return
    const sentence = say('bulletin.added', { entry: title, section: target?.names[language] ?? '' })
    setAdded(sentence)
    announce(sentence)
  }
  return (
    <Dialog
      actions={
        <Button onPress={onClose} tone="primary">
          {say('general.close')}
        </Button>
      }
      onClose={onClose}
      title={say('bulletin.candidates')}
      wide
    >
      <div className="desk-find">
        <Field label={say('bulletin.candidates.search')}>
          {({ id: field }) => (
            <input
              className="desk-input"
              data-safe
              id={field}
              onChange={(event) => setQ(event.target.value)}
              type="search"
              value={q}
            />
          )}
        </Field>
        <Field label={say('bulletin.section')}>
          {({ id: field }) => (
            <select className="desk-input" id={field} onChange={(event) => setInto(event.target.value)} value={into}>
              {draft.plan.sections.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.names[language]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('bulletin.slot')}>
          {({ id: field }) => (
            <select className="desk-input" id={field} onChange={(event) => setSlot(event.target.value as Slot)} value={slot}>
              {SLOTS.filter((one) => STORY_SLOTS.includes(one)).map((one) => (
                <option key={one} value={one}>
                  {wordFor(say, 'slot', one)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {problem ? <Unread onRetry={reload} say={say} sentence={sentenceOf(problem, say)} /> : null}
      <p className="desk-said">{added}</p>
      {value === null && !problem ? <p className="desk-muted">{say('general.loading')}</p> : null}
      {value?.stories.length === 0 ? <p className="desk-empty">{say('bulletin.candidates.none')}</p> : null}
      <ul className="desk-plain desk-candidates">
        {value?.stories.map((story) => (
          <li key={story.id}>
            <span className="desk-candidates__title">
              <span lang="">{story.title}</span>
              {story.used === null ? null : (
                <span className="desk-muted"> · {say('bulletin.candidates.used', { issue: usedIn(story.used, panel) })}</span>
              )}
            </span>
            {LANGUAGES.map((one) => (
              <span className="desk-candidates__mark" key={one}>
                <LanguageTag language={one} />
                {story.stages[one] === 'missing' ? (
                  <span className="desk-cell desk-cell--missing">
                    <span className="desk-unseen">{say('state.missing')}</span>
                  </span>
                ) : (
                  <Shown shown={{ key: story.stages[one], symbol: SHOWN[story.stages[one]].symbol }} word={false} />
                )}
              </span>
            ))}
            {taken.has(story.id) ? (
              <span className="desk-candidates__in">{say('bulletin.candidates.here')}</span>
            ) : (
              <Button label={`${say('bulletin.take')}: ${story.title}`} onPress={() => take(story)}>
                {say('bulletin.take')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
