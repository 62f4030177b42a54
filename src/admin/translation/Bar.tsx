'use client'
import { Button } from '../dialogs/Button'
import { useDesk, useSnapshot } from './context'
import { goOn } from './doing'
import { FILTERS, passes } from './rows'

/** Always in sight: how far it is, which rows are shown, where to next, and whether every word is kept. */
export const Bar = ({ onHelp }: { onHelp: () => void }) => {
  const desk = useDesk()
  const { say } = desk
  return (
    <div className="desk-bar">
      <Progress />
      <FilterChips />
      <div className="desk-bar__go">
        <Button onPress={() => goOn(desk, -1)}>
          <span aria-hidden="true">↑</span> {say('translation.previous')} <span className="desk-unseen">(Alt+↑)</span>
        </Button>
        <Button onPress={() => goOn(desk, 1)}>
          <span aria-hidden="true">↓</span> {say('translation.next')} <span className="desk-unseen">(Alt+↓)</span>
        </Button>
        <Button onPress={onHelp} tone="quiet">
          {say('translation.help.open')}
        </Button>
      </div>
      <KeepingMark />
      <Line />
    </div>
  )
}

const Progress = () => {
  const { say } = useDesk()
  const progress = useSnapshot(({ desk }) => desk?.progress)
  const from = useSnapshot(({ desk }) => desk?.from)
  if (!progress) return null
  const { segments, done, units, unitsDone } = progress
  return (
    <div className="desk-progress">
      <progress aria-label={say('translation.progress.label')} max={Math.max(1, units)} value={unitsDone} />
      <span>
        {say('translation.progress', { done, all: segments })} ·{' '}
        {say(from === 'ja' ? 'translation.progress.characters' : 'translation.progress.words', { done: unitsDone, all: units })}
      </span>
    </div>
  )
}

const FilterChips = () => {
  const { store, say } = useDesk()
  const chosen = useSnapshot(({ filter }) => filter)
  // Counts follow what the newsroom and the person at the screen know of each row.
  const counts = useSnapshot(({ goal }) =>
    FILTERS.map((filter) => store.views().filter((view) => passes(view, filter, goal)).length).join(' '),
  ).split(' ')
  return (
    <div aria-label={say('translation.filter.label')} className="desk-bar__filters" role="group">
      {FILTERS.map((filter, index) => (
        <button
          aria-pressed={filter === chosen}
          className="desk-chip"
          key={filter}
          onClick={() => store.setFilter(filter)}
          type="button"
        >
          {say(`translation.filter.${filter}`)} <span className="desk-chip__count">{counts[index]}</span>
        </button>
      ))}
    </div>
  )
}

const KeepingMark = () => {
  const { say } = useDesk()
  const keeping = useSnapshot((snapshot) => snapshot.keeping)
  return (
    <span className={`desk-keeping desk-keeping--${keeping}`} data-keeping={keeping}>
      {say(`translation.keeping.${keeping}`)}
    </span>
  )
}

/** Said where it is seen from every row, and calmly: nothing is lost. */
const Line = () => {
  const { say, store } = useDesk()
  const keeping = useSnapshot((snapshot) => snapshot.keeping)
  const problem = useSnapshot((snapshot) => snapshot.problem)
  if (keeping === 'refused' && problem)
    return (
      <p className="desk-bar__line desk-problem" role="alert">
        {problem}
      </p>
    )
  if (keeping !== 'offline' && keeping !== 'session') return null
  return (
    <div className="desk-bar__line desk-notice desk-notice--review" role="status">
      <p>{say(`translation.${keeping}`)}</p>
      {keeping === 'offline' ? (
        <Button onPress={() => store.wake()} tone="quiet">
          {say('translation.try')}
        </Button>
      ) : (
        <a href="/admin/login" rel="noreferrer" target="_blank">
          {say('problem.logIn')} <span className="desk-unseen">{say('general.newTab')}</span>
        </a>
      )}
    </div>
  )
}
