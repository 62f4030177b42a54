'use client'
import Link from 'next/link'
import { useEffect, useRef, type ReactNode } from 'react'
import { formatTime } from '#text/dates'
import type { CueList } from '#video/cue'
import { writeSrt, writeVtt } from '#video/subtitles'
import { Button } from '../dialogs/Button'
import { sentenceOf } from '../panel'
import { useLoaded, useLocked, useSnapshot, useSubtitles } from './context'

/** A dialog that the bar opens. */
export type Opening = 'help' | 'import' | 'shift' | 'snap'

/** Always in sight: back and forth, files, times, keys, and whether every word is kept. */
export const Bar = ({ onOpen }: { readonly onOpen: (opening: Opening) => void }) => {
  const { say, obey, store, edit, article } = useSubtitles()
  const { language, title, source } = useLoaded()
  const locked = useLocked()
  const hasUndo = useSnapshot(({ undo }) => undo.length > 0)
  const hasRedo = useSnapshot(({ redo }) => redo.length > 0)
  const save = (extension: 'srt' | 'vtt') => {
    const { cues } = store.read()
    const name = `${article}.${language}.${extension}`
    download(name, extension === 'vtt' ? 'text/vtt' : 'application/x-subrip', written(extension, cues))
  }
  const written = (extension: 'srt' | 'vtt', cues: CueList) =>
    extension === 'vtt' ? writeVtt(cues, { language, title }) : writeSrt(cues)
  return (
    <div className="desk-bar desk-subtitles__bar">
      {locked ? null : (
        <div className="desk-bar__go">
          <Button onPress={() => obey('undo')} refused={hasUndo ? undefined : ''}>
            {say('subtitles.undo')}
          </Button>
          <Button onPress={() => obey('redo')} refused={hasRedo ? undefined : ''}>
            {say('subtitles.redo')}
          </Button>
        </div>
      )}
      <Menu name={say('subtitles.files')}>
        {locked ? null : (
          <button onClick={() => onOpen('import')} type="button">
            {say('subtitles.import')}
          </button>
        )}
        <button onClick={() => save('vtt')} type="button">
          {say('subtitles.export.vtt')}
        </button>
        <button onClick={() => save('srt')} type="button">
          {say('subtitles.export.srt')}
        </button>
      </Menu>
      {locked ? null : (
        <Menu name={say('subtitles.all')}>
          {source ? (
            <button onClick={() => void edit({ do: 'fromSource' })} type="button">
              {say('subtitles.fromSource')}
            </button>
          ) : null}
          <button onClick={() => onOpen('shift')} type="button">
            {say('subtitles.shift')}
          </button>
          <button onClick={() => onOpen('snap')} type="button">
            {say('subtitles.snap')}
          </button>
          <button onClick={() => void edit({ do: 'breakAll' })} type="button">
            {say('subtitles.breakAll')}
          </button>
        </Menu>
      )}
      <Button onPress={() => onOpen('help')} tone="quiet">
        {say('subtitles.help.open')}
      </Button>
      <Link href={`/admin/collections/articles/${encodeURIComponent(article)}`}>{say('subtitles.article')}</Link>
      <Kept />
    </div>
  )
}

/** A folded menu; closes behind what was chosen, when it is left, and on Esc. */
const Menu = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => {
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (menu.current) menu.current.open = false
  }
  return (
    <details
      className="desk-menu"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return
        close()
        menu.current.querySelector('summary')?.focus()
      }}
      ref={menu}
    >
      <summary>{name}</summary>
      <div className="desk-menu__body" onClick={close}>
        {children}
      </div>
    </details>
  )
}

const Kept = () => {
  const { say, store, announce } = useSubtitles()
  const keeping = useSnapshot((snapshot) => snapshot.keeping)
  const keptAt = useSnapshot((snapshot) => snapshot.keptAt)
  const problem = useSnapshot((snapshot) => snapshot.problem)
  const { savedAt } = useLoaded()
  const at = keptAt ?? savedAt
  const words =
    keeping === 'kept'
      ? at === null
        ? ''
        : say('subtitles.kept.at', { time: formatTime(at) })
      : say(`subtitles.kept.${keeping}`)
  useEffect(() => {
    // On its way is no news; what happened is.
    if (keeping === 'offline' || keeping === 'session' || keeping === 'refused') announce(words)
  }, [keeping, words, announce])
  const isStuck = keeping === 'refused' || keeping === 'offline' || keeping === 'session'
  return (
    <>
      <span className={`desk-keeping desk-keeping--${keeping}`} data-keeping={keeping}>
        {words}
      </span>
      {isStuck ? (
        <div className="desk-bar__line desk-notice desk-notice--review">
          <p>{keeping === 'refused' ? sentenceOf(problem, say) : say(`subtitles.${keeping}`)}</p>
          {keeping === 'session' ? (
            <a href="/admin/login" rel="noopener noreferrer" target="_blank">
              {say('problem.logIn')} <span className="desk-unseen">{say('general.newTab')}</span>
            </a>
          ) : null}
          <Button onPress={() => void store.flush()}>{say('general.retry')}</Button>
          {keeping === 'refused' ? <Button onPress={store.drop}>{say('subtitles.drop')}</Button> : null}
        </div>
      ) : null}
    </>
  )
}

/** A file that is made in the browser. */
const download = (name: string, type: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
