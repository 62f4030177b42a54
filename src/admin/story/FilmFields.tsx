'use client'
import { useEffect, useRef, useState } from 'react'
import { LANGUAGES, type Language } from '#newsroom'
import { Button } from '../dialogs/Button'
import { Field, Tick } from '../dialogs/Field'
import { sentenceOf, usePanel } from '../panel'
import { figure } from '../subtitles/finding-words'
import { CONSENTS, type FilmBeginning, type Missing, type Sent } from './beginning'
import { sendMedium } from './send-medium'

type FilmFieldsProps = {
  readonly film: FilmBeginning
  /** Of the words that come first. */
  readonly language: Language
  readonly missing: readonly Missing[]
  readonly onFilm: (part: Partial<FilmBeginning>) => void
  /** Files are on their way. */
  readonly onBusy: (busy: boolean) => void
}

/** The film, a file or an address; its poster; what both show, whose they are, and who agreed to be seen. */
export const FilmFields = ({ film, language, missing, onFilm, onBusy }: FilmFieldsProps) => {
  const { say } = usePanel()
  const [moving, setMoving] = useState(0)
  useEffect(() => onBusy(moving > 0), [moving, onBusy])
  const move = (by: 1 | -1) => setMoving((count) => count + by)
  const words = (of: Language) => (
    <div className="desk-film-words" key={of}>
      {(['alt', 'credit'] as const).map((field) => (
        <Field
          help={of === language && field === 'alt' ? say('video.alt.help') : undefined}
          key={field}
          label={of === language ? say(`video.${field}`) : say(`video.${field}.in`, { language: say(`lang.${of}`) })}
        >
          {({ id, describedBy }) => (
            <input
              aria-describedby={describedBy}
              className="desk-input"
              id={id}
              lang={of}
              maxLength={500}
              onChange={(event) => onFilm({ words: { ...film.words, [of]: { ...film.words[of], [field]: event.target.value } } })}
              value={film.words[of][field]}
            />
          )}
        </Field>
      ))}
    </div>
  )
  return (
    <>
      <FileField
        accept="video/mp4,video/webm,.mp4,.webm"
        error={missing.includes('film') ? say('video.missing') : undefined}
        help={say('video.file.help')}
        label={say('video.file')}
        onMove={move}
        onSent={(file) => onFilm({ file })}
        sent={film.file}
      />
      {film.file === null ? (
        <Field
          error={missing.includes('link') ? say('video.link.wrong') : undefined}
          help={say('video.link.help')}
          label={say('video.link')}
        >
          {({ id, describedBy }) => (
            <input
              aria-describedby={describedBy}
              className="desk-input"
              id={id}
              inputMode="url"
              maxLength={2048}
              onChange={(event) => onFilm({ link: event.target.value })}
              placeholder="https://"
              value={film.link}
            />
          )}
        </Field>
      ) : null}
      <FileField
        accept="image/jpeg,image/png,image/webp"
        help={say('video.poster.help')}
        label={say('video.poster')}
        onMove={move}
        onSent={(poster) => onFilm({ poster })}
        sent={film.poster}
      />
      {words(language)}
      <details className="desk-film-others">
        <summary>{say('video.words.others')}</summary>
        <p className="desk-field__help">{say('video.words.others.help')}</p>
        {LANGUAGES.filter((one) => one !== language).map(words)}
      </details>
      <Field label={say('video.consent')}>
        {({ id }) => (
          <select
            className="desk-input"
            id={id}
            onChange={(event) => onFilm({ consent: CONSENTS.find((one) => one === event.target.value) ?? CONSENTS[0] })}
            value={film.consent}
          >
            {CONSENTS.map((one) => (
              <option key={one} value={one}>
                {say(`video.consent.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Tick checked={film.minors} label={say('video.minors')} onChange={(minors) => onFilm({ minors })} />
    </>
  )
}

type FileFieldProps = {
  readonly label: string
  readonly help: string
  readonly accept: string
  readonly error?: string | undefined
  readonly sent: Sent | null
  readonly onSent: (sent: Sent | null) => void
  readonly onMove: (by: 1 | -1) => void
}

/** A file goes up as soon as it is chosen: the words are written meanwhile. */
const FileField = ({ label, help, accept, error, sent, onSent, onMove }: FileFieldProps) => {
  const { language, say } = usePanel()
  const [part, setPart] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const under = useRef<AbortController | null>(null)
  useEffect(() => () => under.current?.abort(), [])
  const send = async (file: File) => {
    const stop = new AbortController()
    under.current = stop
    setProblem(null)
    setPart(0)
    onMove(1)
    try {
      const { id } = await sendMedium(file, { language, onProgress: setPart, signal: stop.signal })
      onSent({ id, name: file.name.normalize('NFC') })
    } catch (failure) {
      if (!stop.signal.aborted) setProblem(sentenceOf(failure, say))
    } finally {
      under.current = null
      setPart(null)
      onMove(-1)
    }
  }
  const percent = figure(Math.floor((part ?? 0) * 100), language, 0)
  return (
    <Field error={problem ?? error} help={help} label={label}>
      {({ id, describedBy }) =>
        sent ? (
          <p className="desk-sent" id={id}>
            <span>✓ {sent.name}</span>
            <Button label={`${say('video.other')}: ${label}`} onPress={() => onSent(null)}>
              {say('video.other')}
            </Button>
          </p>
        ) : part === null ? (
          <input
            accept={accept}
            aria-describedby={describedBy}
            className="desk-input"
            id={id}
            onChange={({ target: { files } }) => files?.[0] && void send(files[0])}
            type="file"
          />
        ) : (
          <p className="desk-sent" role="status">
            <progress aria-label={label} id={id} max={1} value={part} />
            <span>{part >= 1 ? say('video.reading') : say('video.progress', { percent })}</span>
            <Button label={`${say('general.cancel')}: ${label}`} onPress={() => under.current?.abort()}>
              {say('general.cancel')}
            </Button>
          </p>
        )
      }
    </Field>
  )
}
