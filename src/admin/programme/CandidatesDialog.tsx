'use client'
import { useState } from 'react'
import { ulid } from 'ulid'
import { itemPlace, seededScript } from '#programme/arrange'
import { clock } from '#programme/timing'
import type { ProgrammeCandidates } from '#programme/view'
import { cellLook } from '../bulletin/scene'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { useLoaded, useSettled } from '../load'
import { sentenceOf } from '../panel'
import { Shown } from '../Shown'
import { Unread } from '../Waiting'
import { useLoadedProgramme, useProgramme } from './context'
import { doorOf } from './door'

/** Texts that may be taken in, several at one sitting; their script begins as the summary. */
export const CandidatesDialog = ({ onClose }: { onClose: () => void }) => {
  const { id, say, store, announce } = useProgramme()
  const { draft } = useLoadedProgramme()
  const [q, setQ] = useState('')
  const asked = useSettled(q)
  const [added, setAdded] = useState<string | null>(null)
  const { value, problem, reload } = useLoaded<ProgrammeCandidates>(`${doorOf(id, 'candidates')}?q=${encodeURIComponent(asked)}`)
  const taken = new Set(draft.steps.map(({ story }) => story))

  const take = ({ id: story, title, summary, film }: ProgrammeCandidates['stories'][number]) => {
    const length = film?.durationMs ?? null
    const step = {
      id: ulid(),
      kind: 'item',
      story,
      title,
      intro: '',
      script: seededScript({ summary, body: '' }, draft.language),
      clip: length === null ? null : { from: 0, to: length },
      notes: '',
    } as const
    if (!store.edit({ do: 'add', step, before: draft.steps[itemPlace(draft)]?.id ?? null })) return
    const sentence = say('programme.did.added', { title })
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
      title={say('programme.candidates')}
      wide
    >
      <Field label={say('programme.candidates.search')}>
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
      {problem ? <Unread onRetry={reload} say={say} sentence={sentenceOf(problem, say)} /> : null}
      <p className="desk-said">{added}</p>
      {value === null && !problem ? <p className="desk-muted">{say('general.loading')}</p> : null}
      {value?.stories.length === 0 ? <p className="desk-empty">{say('programme.candidates.none')}</p> : null}
      <ul className="desk-plain desk-candidates">
        {value?.stories.map((story) => (
          <li key={story.id}>
            <span className="desk-candidates__title">
              <span lang={story.titleLanguage}>{story.title}</span>
              {story.film === null ? null : (
                <span className="desk-muted">
                  {' '}
                  · {say('programme.candidates.film')} {story.film.durationMs === null ? '' : clock(story.film.durationMs)}
                </span>
              )}
            </span>
            <Shown shown={cellLook({ held: false, stage: story.state, stale: 'no' })} />
            {taken.has(story.id) ? (
              <span className="desk-candidates__in">{say('programme.candidates.here')}</span>
            ) : (
              <Button label={`${say('programme.take')}: ${story.title}`} onPress={() => take(story)}>
                {say('programme.take')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
