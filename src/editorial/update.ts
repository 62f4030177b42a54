/** How a translation is handed over to be brought up to its changed source: steps of the moves that there are. Pure. */
import type { Instant, Person } from '#newsroom'
import type { Args, Refusal } from './conditions'
import type { Situation } from './row'
import { WHO } from './who'
import { judge, move, type Verb } from './workflow'

export type Step = { readonly verb: Verb; readonly args: Args }

/** `to`: whose table it lies on afterwards; `free`: whoever takes it. Refused: nothing is done. */
export type Handing = {
  readonly steps: readonly Step[]
  readonly to: Person | 'free'
  readonly refusal: Refusal | null
}

export type Wish = {
  /** Whoever has it now, or translated it; null = nobody, or an account that is gone. */
  readonly worker: Person | null
  /** Undefined: as it is. */
  readonly due?: Instant | undefined
  /** What a text that is already with its reviser or approver is returned with. */
  readonly reason: string
}

/** Back to a draft, to whoever translated it if they still may, else free; with the day by which it is wanted. */
export const handingOver = (situation: Situation, { worker, due, reason }: Wish): Handing => {
  const opening = openingOf(situation, reason)
  const refusal = opening ? judge(opening.verb, situation, opening.args) : closed(situation)
  if (refusal) return { steps: [], to: 'free', refusal }
  const open: Situation = opening ? { ...situation, row: move(opening.verb, situation, opening.args) } : situation
  const steps = opening ? [opening] : []
  const until: Args = due === undefined ? {} : { due }
  const gift: Step | null = worker ? { verb: 'assign', args: { assignee: worker, ...until } } : null
  if (gift && worker && judge('assign', open, gift.args) === null) {
    const done = open.row.claim?.by === worker.id && (due === undefined || due === open.row.due)
    return { steps: done ? steps : [...steps, gift], to: worker, refusal: null }
  }
  // A chief opens a text but gives no work away: it lies with its translator, who finds it.
  if (worker && stillTranslates(open, worker)) return { steps, to: worker, refusal: null }
  return { steps: [...steps, ...dated(open, until)], to: 'free', refusal: null }
}

const openingOf = ({ row }: Situation, reason: string): Step | null => {
  if (row.state === 'approved') return { verb: 'reopen', args: {} }
  return row.state === 'draft' ? null : { verb: 'return', args: { reason } }
}

/** A draft needs no opening, but somebody who may say whose it is. */
const closed = (situation: Situation): Refusal | null => {
  if (situation.row.trashedAt !== null) return { code: 'move.notAllowed', facts: { verb: 'assign', state: 'trashed' } }
  return WHO.deskEditor(situation) || WHO.deskChief(situation) ? null : { code: 'move.notYours', facts: { verb: 'assign' } }
}

const stillTranslates = (situation: Situation, worker: Person): boolean =>
  situation.row.translator === worker.id && WHO.anyTranslator({ ...situation, person: worker })

/** Only who takes a text says until when: an editor takes it and gives it up, unless that would make them its translator. */
const dated = (open: Situation, until: Args): readonly Step[] => {
  if (until.due === undefined || until.due === open.row.due || WHO.anyTranslator(open)) return []
  return judge('claim', open, until) === null
    ? [
        { verb: 'claim', args: until },
        { verb: 'giveUp', args: {} },
      ]
    : []
}
