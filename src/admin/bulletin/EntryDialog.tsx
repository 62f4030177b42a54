'use client'
import Link from 'next/link'
import { useState } from 'react'
import { LANGUAGES, type Language } from '#newsroom'
import { PLAN_LIMITS } from '#bulletin/arrange'
import type { MediaView } from '#bulletin/view'
import { SLOTS } from '#publication/edition'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field, Tick } from '../dialogs/Field'
import { wordFor } from '../words'
import { useIssue, useLoadedIssue } from './context'
import { useTitle } from './EntryRow'
import { MediaPicker, Thumbnail } from './MediaPicker'
import { placeOf, type Edit } from './plan-edits'

/** Everything of one place; kept at one press, so that a slip can be left by Esc. */
export const EntryDialog = ({ entry: id, onClose }: { entry: string; onClose: () => void }) => {
  const { issue, draft } = useLoadedIssue()
  const standing = placeOf(draft.plan, id)
  const title = useTitle(id, issue.board[id] ?? null)
  const { say } = useIssue()
  if (!standing)
    return (
      <Dialog
        actions={
          <Button onPress={onClose} safe>
            {say('general.close')}
          </Button>
        }
        onClose={onClose}
        title={title.text}
      >
        <p>{say('bulletin.entry.gone')}</p>
      </Dialog>
    )
  return <Known id={id} onClose={onClose} />
}

const Known = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { language, say, store, announce, offerUndo } = useIssue()
  const { issue, draft, edits: waiting } = useLoadedIssue()
  const view = issue.board[id] ?? null
  const title = useTitle(id, view)
  const { plan } = draft
  const [standing] = useState(() => placeOf(plan, id))
  const may = issue.may.arrange && issue.locked === null
  const { section, entry, at } = standing ?? {}
  const [slot, setSlot] = useState(entry?.slot ?? 'feature')
  const [into, setInto] = useState(section?.id ?? '')
  const [place, setPlace] = useState(String((at ?? 0) + 1))
  const [budget, setBudget] = useState(
    () => Object.fromEntries(LANGUAGES.map((one) => [one, entry?.budget[one] == null ? '' : String(entry.budget[one])])) as Typed,
  )
  const [photos, setPhotos] = useState<readonly MediaView[]>(() => photosOf(id, entry?.photos ?? [], view?.photos ?? [], waiting))
  const [leftOut, setLeftOut] = useState<readonly Language[]>(entry?.leftOut ?? [])
  const [notes, setNotes] = useState(entry?.notes ?? '')
  const [picking, setPicking] = useState(false)
  const [tried, setTried] = useState(false)
  if (!standing || !section || !entry || at === undefined) return null

  const wrong = LANGUAGES.filter((one) => charactersIn(budget[one]) === undefined)
  const target = plan.sections.find((one) => one.id === into)
  const others = target?.entries.filter((one) => one.id !== id) ?? []
  const keep = () => {
    setTried(true)
    if (wrong.length > 0) return
    const index = Math.max(1, Math.min(Number(place) || 1, others.length + 1)) - 1
    const edits: readonly Edit[] = [
      ...(slot === entry.slot ? [] : [{ do: 'slot', entry: id, slot } as const]),
      ...LANGUAGES.flatMap((one) => {
        const characters = charactersIn(budget[one]) ?? null
        return characters === entry.budget[one] ? [] : [{ do: 'budget', entry: id, language: one, characters } as const]
      }),
      ...(photos.map((photo) => photo.id).join(' ') === entry.photos.join(' ')
        ? []
        : [{ do: 'photos', entry: id, photos } as const]),
      ...(leftOut.join(' ') === (entry.leftOut ?? []).join(' ')
        ? []
        : [{ do: 'leftOut', entry: id, languages: leftOut } as const]),
      ...(notes.trim() === entry.notes ? [] : [{ do: 'notes', entry: id, notes: notes.trim() } as const]),
      ...(into === section.id && index === at
        ? []
        : [{ do: 'move', entry: id, section: into, before: others[index]?.id ?? null } as const]),
    ]
    for (const edit of edits) store.edit(edit)
    if (edits.length > 0) announce(say('bulletin.entry.kept', { entry: title.text }))
    onClose()
  }
  const remove = () => {
    const before = section.entries[at + 1]?.id ?? null
    if (!store.edit({ do: 'remove', entry: id })) return
    onClose()
    offerUndo(say('bulletin.removed', { entry: title.text }), [
      { do: 'add', section: section.id, before, entry, title: title.text },
    ])
  }
  return (
    <>
      <Dialog
        actions={
          may ? (
            <>
              <Button onPress={remove} tone="danger">
                {say('bulletin.remove')}
              </Button>
              <Button onPress={onClose} safe>
                {say('general.cancel')}
              </Button>
              <Button onPress={keep} tone="primary">
                {say('bulletin.keep')}
              </Button>
            </>
          ) : (
            <Button onPress={onClose} safe>
              {say('general.close')}
            </Button>
          )
        }
        onClose={onClose}
        title={title.text}
        wide
      >
        <p className="desk-row">
          {LANGUAGES.map((one) => {
            const href = view?.cells[one].href
            return href ? (
              <Link href={href} key={one} prefetch={false}>
                {say('bulletin.entry.open', { language: say(`lang.${one}.in`) })}
              </Link>
            ) : null
          })}
        </p>
        {!may && issue.locked !== null ? <p className="desk-notice">{issue.locked}</p> : null}
        <fieldset className="desk-bare" disabled={!may}>
          <div className="desk-find">
            <Field label={say('bulletin.slot')}>
              {({ id: field }) => (
                <select
                  className="desk-input"
                  id={field}
                  onChange={(event) => setSlot(event.target.value as typeof slot)}
                  value={slot}
                >
                  {SLOTS.map((one) => (
                    <option key={one} value={one}>
                      {wordFor(say, 'slot', one)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={say('bulletin.section')}>
              {({ id: field }) => (
                <select
                  className="desk-input"
                  id={field}
                  onChange={(event) => {
                    setInto(event.target.value)
                    setPlace('1')
                  }}
                  value={into}
                >
                  {plan.sections.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.names[language]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={say('bulletin.place.of', { count: others.length + 1 })}>
              {({ id: field }) => (
                <input
                  className="desk-input"
                  id={field}
                  max={others.length + 1}
                  min={1}
                  onChange={(event) => setPlace(event.target.value)}
                  type="number"
                  value={place}
                />
              )}
            </Field>
          </div>
          <fieldset className="desk-fieldset">
            <legend>{say('bulletin.budget')}</legend>
            <div className="desk-find">
              {LANGUAGES.map((one) => (
                <Field
                  error={tried && wrong.includes(one) ? say('bulletin.budget.wrong') : undefined}
                  help={
                    view
                      ? say('bulletin.budget.now', { count: new Intl.NumberFormat(language).format(view.cells[one].length) })
                      : undefined
                  }
                  key={one}
                  label={say(`lang.${one}`)}
                >
                  {({ id: field, describedBy }) => (
                    <input
                      aria-describedby={describedBy}
                      className="desk-input"
                      id={field}
                      inputMode="numeric"
                      onChange={(event) => setBudget({ ...budget, [one]: event.target.value })}
                      placeholder={say('bulletin.budget.none')}
                      value={budget[one]}
                    />
                  )}
                </Field>
              ))}
            </div>
          </fieldset>
          <fieldset className="desk-fieldset">
            <legend>
              {say('bulletin.photos')} ({photos.length})
            </legend>
            {photos.length > 0 ? (
              <ul className="desk-plain desk-thumbs">
                {photos.map((photo) => (
                  <li key={photo.id}>
                    <Thumbnail photo={photo} />
                    <Button
                      label={`${say('bulletin.photo.remove')}: ${photo.alt}`}
                      onPress={() => setPhotos(photos.filter((other) => other.id !== photo.id))}
                    >
                      {say('bulletin.photo.remove')}
                    </Button>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="desk-muted">{say('bulletin.photos.none')}</p>
            )}
            {may ? <Button onPress={() => setPicking(true)}>{say('bulletin.photos.pick')}</Button> : null}
          </fieldset>
          <fieldset className="desk-fieldset">
            <legend>{say('bulletin.stands')}</legend>
            <div className="desk-row desk-ticks">
              {LANGUAGES.map((one) => (
                <Tick
                  checked={!leftOut.includes(one)}
                  key={one}
                  label={say(`lang.${one}`)}
                  onChange={(on) => setLeftOut(LANGUAGES.filter((each) => (each === one ? !on : leftOut.includes(each))))}
                />
              ))}
            </div>
          </fieldset>
          <Field label={say('bulletin.notes')}>
            {({ id: field }) => (
              <textarea
                className="desk-input"
                id={field}
                lang=""
                maxLength={PLAN_LIMITS.notes}
                onChange={(event) => setNotes(event.target.value)}
                rows={3}
                value={notes}
              />
            )}
          </Field>
        </fieldset>
      </Dialog>
      {picking ? (
        <MediaPicker
          chosen={photos}
          most={PLAN_LIMITS.photos}
          onChoose={(next) => {
            setPhotos(next)
            setPicking(false)
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </>
  )
}

type Typed = Readonly<Record<Language, string>>

/** Null: none. Undefined: not a number of characters. */
const charactersIn = (typed: string): number | null | undefined => {
  const digits = typed.replaceAll(/[\s.,]/g, '')
  if (digits === '') return null
  const count = Number(digits)
  return Number.isInteger(count) && count > 0 && count <= PLAN_LIMITS.budget ? count : undefined
}

/** As the newsroom shows them, or as an edit that waits has chosen them. */
const photosOf = (
  id: string,
  wanted: readonly string[],
  shown: readonly MediaView[],
  waiting: readonly Edit[],
): readonly MediaView[] => {
  const chosen = waiting.flatMap((edit) => (edit.do === 'photos' && edit.entry === id ? edit.photos : []))
  return wanted.map(
    (media) =>
      [...chosen, ...shown].find((photo) => photo.id === media) ?? { id: media, url: '', alt: media, caption: '', credit: '' },
  )
}
