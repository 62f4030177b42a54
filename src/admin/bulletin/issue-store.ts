/** An issue that is arranged. */
import type { IssueView, PlanChange } from '#bulletin/view'
import * as arranging from '../arranging/store'
import { applied, changeOf, draftOf, isEmptyChange, joined, reapplied, type Draft, type Edit } from './plan-edits'

export type Conflict = arranging.Conflict<IssueView, Edit>
export type Doors = arranging.Doors<IssueView, PlanChange, Edit>
export type IssueStore = arranging.Store<IssueView, Draft, Edit>

export const issueStore = (doors: Doors): IssueStore =>
  arranging.arrangingStore(doors, {
    draftOf,
    applied,
    reapplied,
    joined,
    changeOf: (issue, draft) => {
      const change = changeOf(issue, draft)
      return isEmptyChange(change) ? null : change
    },
  })
