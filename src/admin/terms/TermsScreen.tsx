'use client'
import { toast, useStepNav } from '@payloadcms/ui'
import Link from 'next/link'
import { useEffect, useId, useState } from 'react'
import type { termsOf } from '#cms/desk/terms'
import { ask } from '../desk-api'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { useLoaded } from '../load'
import { sentenceOf, usePanel } from '../panel'
import { wordFor } from '../words'
import { Bones, Unread } from '../Waiting'
import { ImportDialog } from './ImportDialog'
import { MemoryTools } from './MemoryTools'
import { TermTable, type Proposal, type Term } from './TermTable'
import { UsesDialog } from './UsesDialog'

type Page = Awaited<ReturnType<typeof termsOf>>
type Filters = {
  readonly q: string
  readonly kind: string
  readonly status: string
  readonly today: boolean
  readonly page: number
}

const NO_FILTERS: Filters = { q: '', kind: '', status: '', today: false, page: 1 }
const STATUSES = ['approved', 'proposed', 'rejected'] as const

const addressOf = ({ q, kind, status, today, page }: Filters): string => {
  const asked = new URLSearchParams({
    ...(q === '' ? {} : { q }),
    ...(kind === '' ? {} : { kind }),
    ...(status === '' ? {} : { status }),
    ...(today ? { valid: 'today' } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  })
  return asked.size > 0 ? `?${asked.toString()}` : ''
}

/** The termbase: what waits for a decision, the terms, files in and out. */
export const TermsScreen = () => {
  const { language, say } = usePanel()
  const { setStepNav } = useStepNav()
  const [filters, setFilters] = useState(NO_FILTERS)
  const { value: page, problem, reload } = useLoaded<Page>(`/api/desk/terms${addressOf(filters)}`)
  const [busy, setBusy] = useState<string | null>(null)
  const [open, setOpen] = useState<
    { readonly what: 'import' } | { readonly what: 'uses' | 'reject'; readonly term: Term } | null
  >(null)
  const title = say('terms.desk')
  useEffect(() => setStepNav([{ label: title }]), [setStepNav, title])

  const decide = async (term: Term, status: 'approved' | 'rejected', note = '') => {
    setBusy(term.id)
    try {
      await ask(`/api/desk/terms/${encodeURIComponent(term.id)}/decide`, { language, method: 'POST', body: { status, note } })
      toast.success(say(status === 'approved' ? 'terms.approve.done' : 'terms.reject.done', { term: term.forms.vi }))
      setOpen(null)
    } catch (error) {
      toast.error(sentenceOf(error, say))
    } finally {
      setBusy(null)
      reload()
    }
  }
  const uses = (term: Term) => setOpen({ what: 'uses', term })
  return (
    <main className="desk-page">
      <header className="desk-page__head">
        <div>
          <h1>{title}</h1>
          <p className="desk-page__lead">{say('terms.lead')}</p>
        </div>
        {page ? <Tools may={page.may} onImport={() => setOpen({ what: 'import' })} /> : null}
      </header>
      {problem ? <Unread onRetry={reload} say={say} sentence={page ? say('refresh.failed') : sentenceOf(problem, say)} /> : null}
      {page ? (
        <>
          <section aria-labelledby="desk-terms-waiting" className="desk-terms__section">
            <h2 id="desk-terms-waiting">
              {say('terms.waiting')} <span className="desk-box__count">({page.counts.proposed})</span>
            </h2>
            {page.proposals.length > 0 ? (
              <TermTable
                decide={{
                  busy,
                  approve: (term) => void decide(term, 'approved'),
                  reject: (term) => setOpen({ what: 'reject', term }),
                }}
                onUses={uses}
                rows={page.proposals as readonly Proposal[]}
              />
            ) : (
              <p className="desk-muted">{say('terms.waiting.empty')}</p>
            )}
          </section>
          <section aria-labelledby="desk-terms-all" className="desk-terms__section">
            <h2 id="desk-terms-all">
              {title} <span className="desk-box__count">({page.counts.all})</span>
            </h2>
            <FilterBar filters={filters} go={setFilters} kinds={page.kinds} />
            {page.rows.length > 0 ? (
              <TermTable onUses={uses} rows={page.rows} />
            ) : (
              <p className="desk-muted">{say('terms.empty')}</p>
            )}
            <nav aria-label={say('general.page', { page: page.page, pages: page.pages })} className="desk-pages">
              <span className="desk-muted">
                {say('terms.total', { count: page.total })} · {say('general.page', { page: page.page, pages: page.pages })}
              </span>
              <Button
                onPress={() => setFilters({ ...filters, page: page.page - 1 })}
                {...(page.page <= 1 ? { refused: '' } : {})}
              >
                {say('general.previous')}
              </Button>
              <Button
                onPress={() => setFilters({ ...filters, page: page.page + 1 })}
                {...(page.page >= page.pages ? { refused: '' } : {})}
              >
                {say('general.next')}
              </Button>
            </nav>
          </section>
        </>
      ) : problem ? null : (
        <Bones words={say('general.loading')} />
      )}
      {open?.what === 'import' ? (
        <ImportDialog
          onClose={() => {
            setOpen(null)
            reload()
          }}
        />
      ) : null}
      {open?.what === 'uses' ? <UsesDialog onClose={() => setOpen(null)} term={open.term} /> : null}
      {open?.what === 'reject' ? (
        <RejectDialog
          busy={busy !== null}
          onClose={() => setOpen(null)}
          onReject={(note) => void decide(open.term, 'rejected', note)}
          term={open.term}
        />
      ) : null}
    </main>
  )
}

const Tools = ({ may, onImport }: { may: Page['may']; onImport: () => void }) => {
  const { say } = usePanel()
  return (
    <div>
      <div className="desk-terms__tools">
        {may.propose ? (
          <>
            <Link className="desk-button desk-button--primary" href="/admin/collections/terms/create">
              + {say('terms.add')}
            </Link>
            <Button onPress={onImport}>{say('terms.import')}</Button>
          </>
        ) : null}
        <span>{say('terms.export')}:</span>
        {['csv', 'xlsx', 'tbx'].map((format) => (
          <a className="desk-button" download href={`/api/desk/terms/export.${format}`} key={format}>
            {format.toUpperCase()}
          </a>
        ))}
      </div>
      <MemoryTools may={may} />
    </div>
  )
}

const FilterBar = ({ filters, kinds, go }: { filters: Filters; kinds: readonly string[]; go: (next: Filters) => void }) => {
  const { say } = usePanel()
  const [typed, setTyped] = useState(filters.q)
  const today = useId()
  const set = (part: Partial<Filters>) => go({ ...filters, ...part, page: 1 })
  return (
    <form
      className="desk-filters"
      onSubmit={(event) => {
        event.preventDefault()
        set({ q: typed.trim() })
      }}
      role="search"
    >
      <input
        aria-label={say('terms.search')}
        className="desk-input"
        onChange={(event) => setTyped(event.target.value)}
        placeholder={say('terms.search')}
        type="search"
        value={typed}
      />
      <button className="desk-button desk-button--plain" type="submit">
        {say('terms.search.go')}
      </button>
      <label className="desk-filter">
        <span>{say('terms.kind')}</span>
        <select className="desk-input" onChange={(event) => set({ kind: event.target.value })} value={filters.kind}>
          <option value="">{say('terms.any')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {wordFor(say, 'terms.kind', kind)}
            </option>
          ))}
        </select>
      </label>
      <label className="desk-filter">
        <span>{say('terms.status')}</span>
        <select className="desk-input" onChange={(event) => set({ status: event.target.value })} value={filters.status}>
          <option value="">{say('terms.any')}</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {say(`terms.status.${status}`)}
            </option>
          ))}
        </select>
      </label>
      <span className="desk-check">
        <input checked={filters.today} id={today} onChange={(event) => set({ today: event.target.checked })} type="checkbox" />
        <label htmlFor={today}>{say('terms.today')}</label>
      </span>
    </form>
  )
}

const RejectDialog = ({
  term,
  busy,
  onClose,
  onReject,
}: {
  term: Term
  busy: boolean
  onClose: () => void
  onReject: (note: string) => void
}) => {
  const { say } = usePanel()
  const [note, setNote] = useState('')
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} safe>
            {say('general.cancel')}
          </Button>
          <Button busy={busy} onPress={() => onReject(note)} tone="primary">
            {say('terms.reject')}
          </Button>
        </>
      }
      onClose={onClose}
      title={say('terms.reject.title', { term: term.forms.vi })}
    >
      <p className="desk-dialog__sentence">{say('terms.reject.do')}</p>
      <Field label={`${say('terms.reject.note')} (${say('general.optional')})`}>
        {({ id }) => (
          <textarea
            className="desk-input"
            id={id}
            maxLength={4000}
            onChange={(event) => setNote(event.target.value)}
            rows={3}
            value={note}
          />
        )}
      </Field>
    </Dialog>
  )
}
