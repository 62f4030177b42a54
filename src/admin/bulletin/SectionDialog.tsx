'use client'
import { useState } from 'react'
import { ulid } from 'ulid'
import { LANGUAGES } from '#newsroom'
import { PLAN_LIMITS } from '#bulletin/arrange'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { useIssue, useLoadedIssue } from './context'
import type { Edit } from './plan-edits'

const NO_NAMES = { vi: '', en: '', ja: '' }

/** A section: its names in three languages, its place, its end. Null = a new one. */
export const SectionDialog = ({ section: id, onClose }: { section: string | null; onClose: () => void }) => {
  const { language, say, store, announce, offerUndo } = useIssue()
  const { sections } = useLoadedIssue().draft.plan
  const section = sections.find((one) => one.id === id) ?? null
  const [names, setNames] = useState(section?.names ?? NO_NAMES)
  const [before, setBefore] = useState<string>(() => (section ? (sections[sections.indexOf(section) + 1]?.id ?? '') : ''))
  const [tried, setTried] = useState(false)
  const gaps = LANGUAGES.filter((one) => names[one].trim() === '')

  const keep = () => {
    setTried(true)
    if (gaps.length > 0) return
    const trimmed = { vi: names.vi.trim(), en: names.en.trim(), ja: names.ja.trim() }
    const place = before === '' ? null : before
    const edits: readonly Edit[] = section
      ? [
          ...(LANGUAGES.some((one) => section.names[one] !== trimmed[one])
            ? [{ do: 'renameSection', section: section.id, names: trimmed } as const]
            : []),
          ...((sections[sections.indexOf(section) + 1]?.id ?? null) === place
            ? []
            : [{ do: 'moveSection', section: section.id, before: place } as const]),
        ]
      : [{ do: 'addSection', section: ulid(), names: trimmed, before: place }]
    for (const edit of edits) store.edit(edit)
    if (edits.length > 0) announce(say('bulletin.section.kept', { section: trimmed[language] }))
    onClose()
  }
  const remove = () => {
    if (!section || !store.edit({ do: 'removeSection', section: section.id })) return
    onClose()
    const next = sections[sections.indexOf(section) + 1]?.id ?? null
    offerUndo(say('bulletin.section.removed', { section: section.names[language] }), [
      { do: 'addSection', section: section.id, names: section.names, before: next },
    ])
  }
  return (
    <Dialog
      actions={
        <>
          {section ? (
            <Button
              describedBy={section.entries.length > 0 ? 'desk-section-full' : undefined}
              onPress={remove}
              refused={section.entries.length > 0 ? say('bulletin.section.full') : undefined}
              tone="danger"
            >
              {say('bulletin.section.remove')}
            </Button>
          ) : null}
          <Button onPress={onClose} safe>
            {say('general.cancel')}
          </Button>
          <Button onPress={keep} tone="primary">
            {say('bulletin.keep')}
          </Button>
        </>
      }
      onClose={onClose}
      title={section ? say('bulletin.section.edit') : say('bulletin.section.new')}
    >
      {LANGUAGES.map((one) => (
        <Field
          error={tried && gaps.includes(one) ? say('general.missing') : undefined}
          key={one}
          label={say('bulletin.name.in', { language: say(`lang.${one}.in`) })}
        >
          {({ id: field, describedBy }) => (
            <input
              aria-describedby={describedBy}
              className="desk-input"
              id={field}
              lang={one}
              maxLength={PLAN_LIMITS.words}
              onChange={(event) => setNames({ ...names, [one]: event.target.value })}
              value={names[one]}
            />
          )}
        </Field>
      ))}
      <Field label={say('bulletin.section.place')}>
        {({ id: field }) => (
          <select className="desk-input" id={field} onChange={(event) => setBefore(event.target.value)} value={before}>
            {sections
              .filter((one) => one !== section)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {say('bulletin.section.before', { section: one.names[language] })}
                </option>
              ))}
            <option value="">{say('bulletin.section.last')}</option>
          </select>
        )}
      </Field>
      {section && section.entries.length > 0 ? (
        <p className="desk-muted" id="desk-section-full">
          {say('bulletin.section.full')}
        </p>
      ) : null}
    </Dialog>
  )
}
