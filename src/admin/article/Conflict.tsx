'use client'
import { useState } from 'react'
import type { Language } from '#newsroom'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { useNow, usePanel } from '../panel'
import { shortTime } from '../when'
import { difference, shortened } from './difference'
import { disputed, leavesOut, proposed, type Choice, type Choices } from './merge'
import { PARTS, wordsOfPart, type Part, type SavedText } from './text'

export type Dispute = {
  readonly base: SavedText
  readonly mine: SavedText
  readonly theirs: SavedText
  readonly rev: number
  readonly by: string
  readonly at: string
}

type ConflictProps = {
  readonly dispute: Dispute
  readonly language: Language
  readonly busy: boolean
  readonly problem: string | null
  readonly onLater: () => void
  readonly onSave: (choices: Choices) => void
}

/** Somebody saved first: both texts side by side, and a choice for each part. Nothing has been overwritten. */
export const Conflict = ({ dispute, language, busy, problem, onLater, onSave }: ConflictProps) => {
  const { say, language: panel } = usePanel()
  const now = useNow()
  const { base, mine, theirs, by, at } = dispute
  const [choices, setChoices] = useState<Choices>(() => proposed(base, mine))
  const name = by || say('conflict.somebody')
  const parts = disputed(mine, theirs)
  const all = (choice: Choice) => setChoices(Object.fromEntries(PARTS.map((part) => [part, choice])) as Choices)
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onLater} safe>
            {say('conflict.later')}
          </Button>
          <Button busy={busy} onPress={() => onSave(choices)} tone="primary">
            {busy ? say('general.working') : say('conflict.save')}
          </Button>
        </>
      }
      onClose={onLater}
      title={say('conflict.title')}
      wide
    >
      <p className="desk-dialog__sentence">{say('conflict.lead', { name, time: at ? shortTime(at, now, panel, say) : '' })}</p>
      <div className="desk-row">
        <Button onPress={() => all('mine')}>{say('conflict.allMine')}</Button>
        <Button onPress={() => all('theirs')}>{say('conflict.allTheirs', { name })}</Button>
      </div>
      {parts.map((part) => (
        <DisputedPart
          choice={choices[part]}
          key={part}
          language={language}
          mine={mine}
          name={name}
          onChoose={(choice) => setChoices((before) => ({ ...before, [part]: choice }))}
          part={part}
          theirs={theirs}
        />
      ))}
      {leavesOut(mine, theirs, choices) ? <p className="desk-muted">{say('conflict.kept')}</p> : null}
      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}

type DisputedPartProps = {
  part: Part
  mine: SavedText
  theirs: SavedText
  name: string
  language: Language
  choice: Choice
  onChoose: (choice: Choice) => void
}
const DisputedPart = ({ part, mine, theirs, name, language, choice, onChoose }: DisputedPartProps) => {
  const { say } = usePanel()
  const stretches = shortened(difference(wordsOfPart(theirs, part), wordsOfPart(mine, part), language))
  return (
    <fieldset className="desk-fieldset">
      <legend>{say('conflict.legend', { part: say(`part.${part}`) })}</legend>
      <p className="desk-difference" lang={language}>
        {stretches.map(({ kind, text }, index) =>
          kind === 'both' ? (
            <span key={index}>{text}</span>
          ) : kind === 'theirs' ? (
            <del key={index}>
              <span className="desk-unseen">{say('conflict.theirs', { name })}: </span>
              {text}
            </del>
          ) : (
            <ins key={index}>
              <span className="desk-unseen">{say('conflict.mine')}: </span>
              {text}
            </ins>
          ),
        )}
      </p>
      {(['mine', 'theirs'] as const).map((one) => (
        <label className="desk-choice" key={one}>
          <input checked={choice === one} name={`conflict-${part}`} onChange={() => onChoose(one)} type="radio" />{' '}
          {one === 'mine' ? say('conflict.mine') : say('conflict.theirs', { name })}
        </label>
      ))}
    </fieldset>
  )
}
