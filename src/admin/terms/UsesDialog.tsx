'use client'
import Link from 'next/link'
import type { usesOfTerm } from '#cms/desk/terms'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { useLoaded } from '../load'
import { sentenceOf, usePanel } from '../panel'
import { LanguageTag } from '../Shown'
import type { Term } from './TermTable'

type Uses = Awaited<ReturnType<typeof usesOfTerm>>

/** Where readers meet a term now, and the forms that should not be there. */
export const UsesDialog = ({ term, onClose }: { term: Term; onClose: () => void }) => {
  const { say } = usePanel()
  const { value, problem } = useLoaded<Uses>(`/api/desk/terms/${encodeURIComponent(term.id)}/uses`)
  return (
    <Dialog
      actions={
        <Button onPress={onClose} safe>
          {say('general.close')}
        </Button>
      }
      onClose={onClose}
      title={say('terms.uses.title', { term: term.forms.vi })}
      wide
    >
      {problem ? (
        <p className="desk-problem" role="alert">
          {sentenceOf(problem, say)}
        </p>
      ) : null}
      {value ? <Found value={value} /> : problem ? null : <p role="status">{say('general.loading')}</p>}
    </Dialog>
  )
}

const Found = ({ value: { uses, more } }: { value: Uses }) => {
  const { say } = usePanel()
  if (uses.length === 0) return <p>{say('terms.uses.none')}</p>
  return (
    <>
      {/* Long lists scroll inside the dialog: the keyboard has to reach them. */}
      <ul aria-label={say('terms.uses')} className="desk-uses" tabIndex={0}>
        {uses.map(({ language, title, url, article, form, why, times, excerpt }) => (
          <li key={`${url} ${form} ${why}`}>
            <p lang={language}>
              <strong>{title}</strong>
            </p>
            <p lang={language}>
              {excerpt.before}
              <mark>{excerpt.words}</mark>
              {excerpt.after}
            </p>
            <p className="desk-uses__facts">
              <LanguageTag language={language} />
              <span className={why === 'form' ? undefined : 'desk-late'}>{say(`terms.uses.${why}`)}</span>
              <span>{say('terms.uses.times', { count: times })}</span>
              <a href={url} rel="noopener noreferrer" target="_blank">
                {say('terms.uses.page')} {say('general.newTab')}
              </a>
              {article ? <Link href={`/admin/collections/articles/${article}`}>{say('terms.uses.text')}</Link> : null}
            </p>
          </li>
        ))}
      </ul>
      {more ? <p className="desk-muted">{say('terms.uses.more')}</p> : null}
    </>
  )
}
