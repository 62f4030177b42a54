'use client'
import { DefaultListView, useAuth, useListDrawerContext, useStepNav } from '@payloadcms/ui'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useEffect, useState, type ComponentProps } from 'react'
import type { storiesOf } from '#cms/desk/stories'
import { LANGUAGES, type Language } from '#newsroom'
import { Button } from '../dialogs/Button'
import { useLoaded } from '../load'
import { sentenceOf, useNow, usePanel } from '../panel'
import { Shown } from '../Shown'
import { mayBeginStory, type Colleague } from '../story/may'
import { Time } from '../Time'
import { briefTime } from '../when'
import { wordFor } from '../words'
import { Bones, Unread } from '../Waiting'
import {
  addressOf,
  changed,
  CLASS_CHOICES,
  filtersIn,
  isFiltered,
  LANGUAGE_CHOICES,
  NO_FILTERS,
  STATE_CHOICES,
  type FilterName,
  type Filters,
} from './filters'
import { OutletSummary } from './OutletSummary'

type Page = Awaited<ReturnType<typeof storiesOf>>
type Row = Page['rows'][number]
type Desks = { readonly desks: readonly { readonly id: string; readonly name: string }[] }

/** All stories with their languages; in a drawer Payload's own list chooses. */
export const StoriesList = (props: ComponentProps<typeof DefaultListView>) => {
  const { isInDrawer } = useListDrawerContext()
  return isInDrawer ? <DefaultListView {...props} /> : <Stories />
}

const Stories = () => {
  const { say } = usePanel()
  const { user } = useAuth()
  const { setStepNav } = useStepNav()
  const filters = filtersIn(useSearchParams())
  const address = addressOf(filters)
  const { value, problem, reload } = useLoaded<Page>(`/api/desk/stories${address}`, () => 60_000)
  const desks = useLoaded<Desks>('/api/desk/catalogues').value?.desks ?? []
  const title = say('list.title')
  useEffect(() => setStepNav([{ label: title }]), [setStepNav, title])
  useEffect(() => {
    // Payload writes its own list's query into the address; ours is to be shared by people.
    const timer = setTimeout(() => {
      if (window.location.search !== address) window.history.replaceState(null, '', `${window.location.pathname}${address}`)
    }, 0)
    return () => clearTimeout(timer)
  }, [address])
  // The address alone changes: no screen is asked of the server again.
  const go = (next: Filters) => window.history.pushState(null, '', `${window.location.pathname}${addressOf(next)}`)

  return (
    <main className="desk-page">
      <header className="desk-page__head">
        <h1>{title}</h1>
        {mayBeginStory(user as Colleague | null) ? (
          <Link className="desk-button desk-button--primary" href="/admin/new-story">
            + {say('home.new')}
          </Link>
        ) : null}
      </header>
      <FilterBar desks={desks} filters={filters} go={go} />
      {problem ? <Unread onRetry={reload} say={say} sentence={value ? say('refresh.failed') : sentenceOf(problem, say)} /> : null}
      {value ? (
        <Table filters={filters} go={go} page={value} />
      ) : problem ? null : (
        <Bones count={8} words={say('general.loading')} />
      )}
    </main>
  )
}

const FilterBar = ({ filters, desks, go }: { filters: Filters; desks: Desks['desks']; go: (next: Filters) => void }) => {
  const { say } = usePanel()
  const [typed, setTyped] = useState(filters.q)
  useEffect(() => setTyped(filters.q), [filters.q])
  const names: Readonly<Record<FilterName, (value: string) => string>> = {
    state: (value) => wordFor(say, 'state', value),
    class: (value) => wordFor(say, 'class', value),
    language: (value) => wordFor(say, 'lang', value),
    desk: (value) => desks.find(({ id }) => id === value)?.name ?? value,
  }
  const choices: Readonly<Record<FilterName, readonly string[]>> = {
    state: STATE_CHOICES,
    language: LANGUAGE_CHOICES,
    class: CLASS_CHOICES,
    desk: desks.map(({ id }) => id),
  }
  const set = (name: FilterName, value: string) => go(changed(filters, { [name]: value === '' ? null : value }))
  const chips = (Object.keys(choices) as FilterName[]).filter((name) => filters[name] !== null)
  return (
    <>
      <form
        className="desk-filters"
        onSubmit={(event) => {
          event.preventDefault()
          go(changed(filters, { q: typed }))
        }}
        role="search"
      >
        <input
          aria-label={say('list.search')}
          className="desk-input"
          onChange={(event) => setTyped(event.target.value)}
          placeholder={say('list.search')}
          type="search"
          value={typed}
        />
        <button className="desk-button desk-button--plain" type="submit">
          {say('list.search.go')}
        </button>
        {(Object.keys(choices) as FilterName[]).map((name) => (
          <label className="desk-filter" key={name}>
            <span>{say(`list.filter.${name}`)}</span>
            <select className="desk-input" onChange={(event) => set(name, event.target.value)} value={filters[name] ?? ''}>
              <option value="">{say('list.filter.any')}</option>
              {choices[name].map((value) => (
                <option key={value} value={value}>
                  {names[name](value)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </form>
      {isFiltered(filters) ? (
        <div className="desk-chips">
          {chips.map((name) => (
            <Chip
              key={name}
              name={`${say(`list.filter.${name}`)}: ${names[name](filters[name] ?? '')}`}
              onRemove={() => set(name, '')}
            />
          ))}
          {filters.q === '' ? null : <Chip name={`“${filters.q}”`} onRemove={() => go(changed(filters, { q: '' }))} />}
          <Button onPress={() => go(NO_FILTERS)} tone="quiet">
            {say('list.filter.clear')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

const Chip = ({ name, onRemove }: { name: string; onRemove: () => void }) => {
  const { say } = usePanel()
  return (
    <button aria-label={say('list.filter.remove', { name })} className="desk-chip" onClick={onRemove} type="button">
      {name} <span aria-hidden="true">×</span>
    </button>
  )
}

const Table = ({ page, filters, go }: { page: Page; filters: Filters; go: (next: Filters) => void }) => {
  const { say } = usePanel()
  if (page.rows.length === 0) {
    return (
      <div className="desk-empty">
        <p>{say(isFiltered(filters) ? 'list.empty.filtered' : 'list.empty')}</p>
        {isFiltered(filters) ? <Button onPress={() => go(NO_FILTERS)}>{say('list.filter.clear')}</Button> : null}
      </div>
    )
  }
  return (
    <>
      <div className="desk-table-wrap">
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">{say('list.headline')}</th>
              <th scope="col">{say('list.class')}</th>
              <th scope="col">{say('list.desk')}</th>
              {LANGUAGES.map((language) => (
                <th className="desk-table__language" key={language} scope="col">
                  <abbr title={say(`lang.${language}`)}>{language}</abbr>
                </th>
              ))}
              <th scope="col">{say('list.outlets')}</th>
              <th scope="col">{say('list.updated')}</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <StoryRow key={row.story} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <nav aria-label={say('general.page', { page: page.page, pages: page.pages })} className="desk-pages">
        <span className="desk-muted">
          {say('list.total', { count: page.total })} · {say('general.page', { page: page.page, pages: page.pages })}
        </span>
        <Button onPress={() => go({ ...filters, page: page.page - 1 })} {...(page.page <= 1 ? { refused: '' } : {})}>
          {say('general.previous')}
        </Button>
        <Button onPress={() => go({ ...filters, page: page.page + 1 })} {...(page.page >= page.pages ? { refused: '' } : {})}>
          {say('general.next')}
        </Button>
      </nav>
    </>
  )
}

const StoryRow = ({ row }: { row: Row }) => {
  const { language, say } = usePanel()
  const now = useNow()
  const main = (row.cells as Cells)[row.titleLanguage]?.article
  return (
    <tr>
      <th className="desk-table__title" scope="row">
        <Link
          href={main ? `/admin/collections/articles/${main}` : `/admin/collections/stories/${row.story}`}
          lang={row.titleLanguage}
        >
          {row.title}
        </Link>
        {row.sovereignty ? <span className="desk-mark">{say('list.sovereignty')}</span> : null}
      </th>
      <td title={say(`class.${row.class}.long`)}>{say(`class.${row.class}`)}</td>
      <td className="desk-table__desk" title={row.desk?.name}>
        {row.desk?.name ?? ''}
      </td>
      {LANGUAGES.map((one) => (
        <td className="desk-table__language" key={one}>
          <Cell cell={(row.cells as Cells)[one]} language={one} story={row.story} />
        </td>
      ))}
      <td>
        <OutletSummary outlets={row.outlets} />
      </td>
      <td className="desk-table__time">
        {row.updatedAt ? <Time at={row.updatedAt} short={briefTime(row.updatedAt, now, language)} /> : null}
      </td>
    </tr>
  )
}

type Cells = Readonly<
  Record<string, { readonly article: string; readonly shown: ComponentProps<typeof Shown>['shown'] } | null | undefined>
>

const Cell = ({ cell, language, story }: { cell: Cells[string]; language: Language; story: string }) => {
  const { say } = usePanel()
  if (!cell)
    return (
      <Link
        className="desk-cell desk-cell--missing"
        href={`/admin/collections/stories/${story}`}
        title={say('list.cell.missing', { language: say(`lang.${language}`) })}
      >
        <span className="desk-unseen">{say('list.cell.missing', { language: say(`lang.${language}`) })}</span>
      </Link>
    )
  return (
    <Link className="desk-cell" href={`/admin/collections/articles/${cell.article}`}>
      <span className="desk-unseen">{say(`lang.${language}`)}: </span>
      <Shown shown={cell.shown} word={false} />
    </Link>
  )
}
