'use client'
import Link from 'next/link'
import type { termsOf } from '#cms/desk/terms'
import { LANGUAGES, type Language } from '#newsroom'
import { formatDate } from '#text/dates'
import { Button } from '../dialogs/Button'
import { usePanel } from '../panel'
import { wordFor } from '../words'
import type { Say } from '../words'

type Page = Awaited<ReturnType<typeof termsOf>>
export type Term = Page['rows'][number]
export type Proposal = Page['proposals'][number]

type Decide = {
  readonly busy: string | null
  readonly approve: (term: Term) => void
  readonly reject: (term: Term) => void
}

/** Terms with their forms side by side; of proposals who made them, and the two answers. */
export const TermTable = ({
  rows,
  onUses,
  decide,
}: {
  rows: readonly (Term | Proposal)[]
  onUses: (term: Term) => void
  decide?: Decide
}) => {
  const { language, say } = usePanel()
  return (
    <div className="desk-terms-wrap">
      <table className="desk-terms">
        <thead>
          <tr>
            {LANGUAGES.map((one) => (
              <th key={one} scope="col">
                {say(`lang.${one}`)}
              </th>
            ))}
            <th className="desk-terms__kind" scope="col">
              {say('terms.kind')}
            </th>
            <th className="desk-terms__valid" scope="col">
              {say(decide ? 'terms.valid' : 'terms.status')}
            </th>
            <th className={decide ? 'desk-terms__do' : 'desk-terms__do desk-terms__do--short'} scope="col">
              <span className="desk-unseen">{say('rail.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((term) => (
            <tr key={term.id}>
              <th lang="vi" scope="row">
                <Form language="vi" term={term} />
                {term.note === '' ? null : <Note note={term.note} />}
                {'by' in term && term.by ? (
                  <span className="desk-terms__note" lang={language}>
                    {say('terms.by', { name: term.by })}
                  </span>
                ) : null}
              </th>
              {(['en', 'ja'] as const).map((one) => (
                <td key={one} lang={one}>
                  <Form language={one} term={term} />
                </td>
              ))}
              <td>{wordFor(say, 'terms.kind', term.kind)}</td>
              <td>
                {decide ? null : <span>{say(`terms.status.${term.status}`)}</span>}
                <Validity language={language} say={say} term={term} />
              </td>
              <td className="desk-terms__do">
                <div>
                  {decide && term.mayDecide ? (
                    <>
                      <Button
                        busy={decide.busy === term.id}
                        label={`${say('terms.approve')}: ${term.forms.vi}`}
                        onPress={() => decide.approve(term)}
                        tone="primary"
                      >
                        {say('terms.approve')}
                      </Button>
                      <Button label={`${say('terms.reject')}: ${term.forms.vi}`} onPress={() => decide.reject(term)}>
                        {say('terms.reject')}
                      </Button>
                    </>
                  ) : decide ? (
                    <span className="desk-muted">{say('terms.notYours')}</span>
                  ) : null}
                  <Button label={`${say('terms.uses')}: ${term.forms.vi}`} onPress={() => onUses(term)}>
                    {say('terms.uses')}
                  </Button>
                  {term.mayDecide && !decide ? (
                    <Link
                      aria-label={`${say('terms.edit')}: ${term.forms.vi}`}
                      className="desk-button"
                      href={`/admin/collections/terms/${term.id}`}
                    >
                      {say('terms.edit')}
                    </Link>
                  ) : null}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Proposals of files bring whole histories with them; the row shows how they begin. */
const LONG = 160
const Note = ({ note }: { note: string }) => (
  <span className="desk-terms__note" title={note.length > LONG ? note : undefined}>
    {note.length > LONG ? `${note.slice(0, LONG)}…` : note}
  </span>
)

const Form = ({ term, language }: { term: Term; language: Language }) => {
  const { language: reader, say } = usePanel()
  const never = term.forbidden[language]
  return (
    <>
      {term.forms[language]}
      {language === 'ja' && term.reading !== '' ? <span className="desk-terms__reading"> {term.reading}</span> : null}
      {never.length > 0 ? (
        <span className="desk-terms__never" lang={reader}>
          {say('terms.never', { forms: never.join(', ') })}
        </span>
      ) : null}
    </>
  )
}

const Validity = ({ term, language, say }: { term: Term; language: Language; say: Say }) => {
  const { validFrom, validTo, validToday } = term
  if (validFrom === null && validTo === null) return null
  return (
    <span className="desk-terms__note">
      {validFrom === null ? null : say('terms.valid.from', { day: formatDate(validFrom, language) })}
      {validFrom !== null && validTo !== null ? ' ' : null}
      {validTo === null ? null : say('terms.valid.to', { day: formatDate(validTo, language) })}
      {validToday || validTo === null ? null : (
        <>
          <br />
          {say('terms.valid.over')}
        </>
      )}
    </span>
  )
}
