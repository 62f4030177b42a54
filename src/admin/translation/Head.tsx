'use client'
import { useAuth } from '@payloadcms/ui'
import Link from 'next/link'
import { useArticleDesk } from '../article/desk'
import { useNow } from '../panel'
import { LanguageTag, Shown } from '../Shown'
import { shortTime, timeLeft } from '../when'
import { useDesk, useLanguages, useSnapshot } from './context'
import { VerbBar } from './VerbBar'

export type Opened = 'help' | 'import' | 'propose'

/** What is translated, for whom, until when; what may be done with it. */
export const Head = ({ onOpen }: { onOpen: (dialog: Opened) => void }) => {
  const { article, language, say, store } = useDesk()
  const { from, to } = useLanguages()
  const now = useNow()
  const me = String(useAuth().user?.id ?? '')
  const { desk: state, seen } = useArticleDesk(article, language)
  const text = useSnapshot(({ desk }) => desk)
  if (!text) return null
  const titleRow = text.rows.find(({ kind }) => kind === 'title')
  const translated = titleRow?.text ?? ''
  const title = translated || titleRow?.source?.plain || state?.title || ''
  return (
    <header className="desk-head">
      <div className="desk-head__text">
        <h1 lang={translated ? to : from}>{title}</h1>
        <p className="desk-head__facts">
          <span>
            {say('translation.heading', { from: say(`lang.${from}.in`), into: say(`lang.${to}.in`) })}{' '}
            <LanguageTag language={from} /> <span aria-hidden="true">→</span> <LanguageTag language={to} />
          </span>
          {state ? <Shown shown={state.shown} /> : null}
          {state ? (
            <span>{state.claim ? state.claim.name : <span className="desk-muted">{say('translation.nobody')}</span>}</span>
          ) : null}
          {state?.due ? (
            <span className={Date.parse(state.due) < now.getTime() ? 'desk-late' : undefined}>
              {say('translation.due', { time: shortTime(state.due, now, language, say), left: timeLeft(state.due, now, say) })}
            </span>
          ) : null}
          <Link href={`/admin/collections/articles/${text.sourceArticle}`}>{say('translation.source.open')}</Link>
          <Link href={`/admin/collections/articles/${article}`}>{say('translation.editor.open')}</Link>
          <details className="desk-menu">
            <summary>{say('translation.files')}</summary>
            <div className="desk-menu__body">
              <a
                download
                href={`/api/desk/articles/${encodeURIComponent(article)}/export.xlf`}
                onClick={() => void store.flush()}
              >
                {say('translation.export.xlf')}
              </a>
              <a
                download
                href={`/api/desk/articles/${encodeURIComponent(article)}/export.docx`}
                onClick={() => void store.flush()}
              >
                {say('translation.export.docx')}
              </a>
              {text.locked === null ? (
                <button onClick={() => onOpen('import')} type="button">
                  {say('translation.import')}
                </button>
              ) : null}
            </div>
          </details>
        </p>
      </div>
      {state ? <VerbBar desk={state} me={me} seen={seen} /> : null}
    </header>
  )
}
