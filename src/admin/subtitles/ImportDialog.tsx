'use client'
import { useMemo, useState } from 'react'
import type { SubtitleWarning } from '#video/subtitles'
import type { CuesRead } from '#video/view'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { sentenceOf } from '../panel'
import { sendFile } from '../send-file'
import { useLoaded, useSnapshot, useSubtitles } from './context'
import { IMPORT_MODES, imported, type ImportMode } from './importing'
import { timeShown } from './times'
import { Words } from './Words'

/** Cues and warnings that are shown; a film has hundreds. */
const SHOWN_CUES = 8
const SHOWN_WARNINGS = 100

/** A subtitle file: what is in it first, then, on a second press, into the cues. */
export const ImportDialog = ({ onClose, fresh }: { readonly onClose: () => void; readonly fresh: () => string }) => {
  const { article, language: reader, say, edit } = useSubtitles()
  const { language, source } = useLoaded()
  const cues = useSnapshot((snapshot) => snapshot.cues)
  const [read, setRead] = useState<CuesRead | null>(null)
  const [mode, setMode] = useState<ImportMode>('replace')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const outcomes = useMemo(
    () =>
      read &&
      Object.fromEntries(IMPORT_MODES.map((one) => [one, imported(one, read, { cues, source: source?.cues ?? [], fresh })])),
    [read, cues, source, fresh],
  )
  const look = async (file: File | null) => {
    setRead(null)
    setProblem(null)
    if (!file) return
    setBusy(true)
    try {
      const found = await sendFile<CuesRead>(`/api/desk/articles/${encodeURIComponent(article)}/cues/read`, file, reader)
      setRead(found)
      setMode('replace')
    } catch (failure) {
      setProblem(sentenceOf(failure, say))
    } finally {
      setBusy(false)
    }
  }
  const bring = () => {
    const outcome = outcomes?.[mode]
    if (!outcome) return
    if (edit({ do: 'import', cues: outcome.cues })) onClose()
    else setProblem(say('subtitles.import.same'))
  }
  const modes = cues.length > 0 ? IMPORT_MODES : (['replace'] as const)
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} safe>
            {say('general.cancel')}
          </Button>
          {read && read.cues.length > 0 ? (
            <Button onPress={bring} tone="primary">
              {say(`subtitles.import.do.${mode}`)}
            </Button>
          ) : null}
        </>
      }
      onClose={onClose}
      title={say('subtitles.import')}
      wide
    >
      <p className="desk-dialog__sentence">{say('subtitles.import.lead')}</p>
      <Field label={say('subtitles.import.file')}>
        {({ id }) => (
          <input
            accept=".srt,.vtt,text/vtt,application/x-subrip"
            className="desk-input"
            id={id}
            onChange={(event) => void look(event.target.files?.[0] ?? null)}
            type="file"
          />
        )}
      </Field>
      {busy ? <p role="status">{say('subtitles.import.reading')}</p> : null}
      {read ? (
        <>
          <p role="status">
            {say('subtitles.import.found', {
              count: read.cues.length,
              format: read.format === 'vtt' ? 'WebVTT' : 'SubRip (SRT)',
            })}
          </p>
          {read.cues.length > 0 ? (
            <fieldset className="desk-fieldset">
              <legend>{say('subtitles.import.mode')}</legend>
              {modes.map((one) => (
                <label className="desk-choice" key={one}>
                  <input checked={mode === one} name="desk-import" onChange={() => setMode(one)} type="radio" />{' '}
                  {say(`subtitles.import.mode.${one}`, {
                    count: cues.length,
                    file: read.cues.length,
                    matched: outcomes?.[one]?.matched ?? 0,
                  })}
                </label>
              ))}
            </fieldset>
          ) : null}
          {/* It scrolls, so the keyboard has to reach it. */}
          <div aria-label={say('subtitles.import.preview')} className="desk-import" role="region" tabIndex={0}>
            <Warnings warnings={read.warnings} />
            <h3>{say('subtitles.import.preview')}</h3>
            <ol className="desk-import-cues">
              {read.cues.slice(0, SHOWN_CUES).map((cue) => (
                <li key={cue.id}>
                  <span className="desk-cue__time">
                    {timeShown(cue.start)} → {timeShown(cue.end)}
                  </span>{' '}
                  <Words className="desk-words" language={language} lines={cue.lines} />
                </li>
              ))}
            </ol>
            {read.cues.length > SHOWN_CUES ? (
              <p className="desk-muted">{say('subtitles.import.more', { count: read.cues.length - SHOWN_CUES })}</p>
            ) : null}
          </div>
        </>
      ) : null}
      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}

const Warnings = ({ warnings }: { readonly warnings: readonly SubtitleWarning[] }) => {
  const { say } = useSubtitles()
  if (warnings.length === 0) return <p className="desk-muted">{say('subtitles.import.clean')}</p>
  return (
    <>
      <h3 className="desk-late">{say('subtitles.import.warnings', { count: warnings.length })}</h3>
      <ul>
        {warnings.slice(0, SHOWN_WARNINGS).map(({ line, kind, facts }, index) => (
          <li key={index}>
            <strong>{say('subtitles.import.line', { line })}</strong> {say(`subtitles.warning.${kind}`, facts)}
          </li>
        ))}
      </ul>
      {warnings.length > SHOWN_WARNINGS ? (
        <p className="desk-muted">{say('subtitles.import.warnings.more', { count: warnings.length - SHOWN_WARNINGS })}</p>
      ) : null}
    </>
  )
}
