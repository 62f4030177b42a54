/** A programme that is arranged. */
import type { ProgrammePlan } from '#programme/plan'
import type { ProgrammeChange, ProgrammeView } from '#programme/view'
import * as arranging from '../arranging/store'
import { applied, joined, reapplied, samePlan, type Edit } from './plan-edits'

export type Conflict = arranging.Conflict<ProgrammeView, Edit>
export type Doors = arranging.Doors<ProgrammeView, ProgrammeChange, Edit>
export type ProgrammeStore = arranging.Store<ProgrammeView, ProgrammePlan, Edit>

export const programmeStore = (doors: Doors): ProgrammeStore =>
  arranging.arrangingStore(doors, {
    draftOf: ({ plan }) => plan,
    applied,
    reapplied,
    joined,
    changeOf: (programme, plan) => (samePlan(programme.plan, plan) ? null : { rev: programme.rev, plan }),
  })
