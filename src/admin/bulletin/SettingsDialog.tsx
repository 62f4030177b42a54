'use client'
import { useState } from 'react'
import { LANGUAGES } from '#newsroom'
import { DEADLINES } from '#bulletin/plan'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { useLoaded } from '../load'
import { sentenceOf } from '../panel'
import { instantOf, localOf } from '../when'
import { labelled, wordFor } from '../words'
import { useIssue, useLoadedIssue } from './context'
import { MediaPicker, Thumbnail } from './MediaPicker'
import type { Edit } from './plan-edits'

export const SettingsButton = () => {
  const { say } = useIssue()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{say('bulletin.settings')}</Button>
      {open ? <SettingsDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

type Licences = {
  readonly docs: readonly { readonly id: string | number; readonly number?: string; readonly name?: string | null }[]
}

/** Theme, date, cover, licence and what has to be reached by when. */
const SettingsDialog = ({ onClose }: { onClose: () => void }) => {
  const { language, say, store, announce } = useIssue()
  const { issue, draft: current } = useLoadedIssue()
  // What somebody else saves meanwhile is not typed over: only what was changed here becomes an edit.
  const [began] = useState(current)
  const [themes, setThemes] = useState(began.themes)
  const [date, setDate] = useState(began.date)
  const [cover, setCover] = useState(began.cover)
  const [licence, setLicence] = useState(began.licence)
  const [deadlines, setDeadlines] = useState(() =>
    Object.fromEntries(
      LANGUAGES.flatMap((one) =>
        DEADLINES.map((key) => {
          const at = began.deadlines[one][key]
          return [`${one} ${key}`, at ? localOf(at) : '']
        }),
      ),
    ),
  )
  const [picking, setPicking] = useState(false)
  const [tried, setTried] = useState(false)
  const { value: licences, problem } = useLoaded<Licences>(`/api/licences?limit=100&depth=0&locale=${language}`)
  const may = issue.may.arrange && issue.locked === null
  const dateWrong = !/^\d{4}-\d{2}-\d{2}$/.test(date)

  const keep = () => {
    setTried(true)
    if (dateWrong) return
    const edits: readonly Edit[] = [
      ...(LANGUAGES.some((one) => themes[one] !== began.themes[one]) ? [{ do: 'themes', themes } as const] : []),
      ...(date === began.date ? [] : [{ do: 'date', date } as const]),
      ...(cover?.id === began.cover?.id ? [] : [{ do: 'cover', cover } as const]),
      ...(licence === began.licence ? [] : [{ do: 'licence', licence } as const]),
      ...LANGUAGES.flatMap((one) =>
        DEADLINES.flatMap((key) => {
          const at = instantOf(deadlines[`${one} ${key}`] ?? '')
          return at === (began.deadlines[one][key] ?? null) ? [] : [{ do: 'deadline', language: one, key, at } as const]
        }),
      ),
    ]
    for (const edit of edits) store.edit(edit)
    if (edits.length > 0) announce(say('bulletin.settings.kept'))
    onClose()
  }
  const known = licences?.docs ?? []
  return (
    <>
      <Dialog
        actions={
          may ? (
            <>
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
        title={say('bulletin.settings')}
        wide
      >
        {!may && issue.locked !== null ? <p className="desk-notice">{issue.locked}</p> : null}
        <fieldset className="desk-bare" disabled={!may}>
          <div className="desk-find">
            {LANGUAGES.map((one) => (
              <Field key={one} label={say('bulletin.theme.in', { language: say(`lang.${one}.in`) })}>
                {({ id }) => (
                  <input
                    className="desk-input"
                    id={id}
                    lang={one}
                    maxLength={200}
                    onChange={(event) => setThemes({ ...themes, [one]: event.target.value })}
                    value={themes[one]}
                  />
                )}
              </Field>
            ))}
          </div>
          <div className="desk-settings">
            <div className="desk-settings__cover">
              <span className="desk-field__label">{say('bulletin.cover')}</span>
              {cover ? <Thumbnail photo={cover} /> : <p className="desk-muted">{say('bulletin.cover.none')}</p>}
              {may ? (
                <span className="desk-row">
                  <Button onPress={() => setPicking(true)}>{say('bulletin.cover.pick')}</Button>
                  {cover ? <Button onPress={() => setCover(null)}>{say('bulletin.photo.remove')}</Button> : null}
                </span>
              ) : null}
            </div>
            <div className="desk-settings__fields">
              <Field
                error={tried && dateWrong ? say('general.missing') : undefined}
                help={say('bulletin.field.date.help')}
                label={say('bulletin.field.date')}
              >
                {({ id, describedBy }) => (
                  <input
                    aria-describedby={describedBy}
                    className="desk-input"
                    id={id}
                    onChange={(event) => setDate(event.target.value)}
                    type="date"
                    value={date}
                  />
                )}
              </Field>
              <Field error={problem ? sentenceOf(problem, say) : undefined} label={say('bulletin.licence')}>
                {({ id, describedBy }) => (
                  <select
                    aria-describedby={describedBy}
                    className="desk-input"
                    id={id}
                    onChange={(event) => setLicence(event.target.value === '' ? null : event.target.value)}
                    value={licence ?? ''}
                  >
                    <option value="">{say('bulletin.licence.choose')}</option>
                    {licence !== null && !known.some((one) => String(one.id) === licence) ? (
                      <option value={licence}>{licence}</option>
                    ) : null}
                    {known.map((one) => (
                      <option key={one.id} value={String(one.id)}>
                        {[one.number, one.name].filter(Boolean).join(' · ') || String(one.id)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </div>
          </div>
          <table className="desk-deadlines">
            <caption>{labelled(say('bulletin.deadlines'), say('field.until.help'), language)}</caption>
            <thead>
              <tr>
                <td />
                {LANGUAGES.map((one) => (
                  <th key={one} scope="col">
                    {say(`lang.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {DEADLINES.map((key) => (
                <tr key={key}>
                  <th scope="row">{wordFor(say, 'deadline', key)}</th>
                  {LANGUAGES.map((one) => (
                    <td key={one}>
                      <input
                        aria-label={`${wordFor(say, 'deadline', key)}, ${say(`lang.${one}.in`)}`}
                        className="desk-input"
                        onChange={(event) => setDeadlines({ ...deadlines, [`${one} ${key}`]: event.target.value })}
                        type="datetime-local"
                        value={deadlines[`${one} ${key}`] ?? ''}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </fieldset>
      </Dialog>
      {picking ? (
        <MediaPicker
          chosen={cover ? [cover] : []}
          most={1}
          onChoose={([photo]) => {
            setCover(photo ?? null)
            setPicking(false)
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </>
  )
}
