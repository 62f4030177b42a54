'use client'
import Link from 'next/link'
import type { BulletinsView, IssueCard } from '#bulletin/view'
import { useLoaded } from '../load'
import { usePanel } from '../panel'
import { currentIssue, daysLeft, quarterName } from './scene'

/** The issue in hand; null while it is not known, or there is none. */
export const useIssueInHand = (): IssueCard | null =>
  currentIssue(useLoaded<BulletinsView>('/api/desk/bulletins', () => 60_000).value?.years ?? [])

/** Home's line of the issue in hand: how much is ready in each language, and the days that are left. */
export const HomeLine = ({ issue }: { issue: IssueCard | null }) => {
  const panel = usePanel()
  const { say } = panel
  if (!issue) return null
  return (
    <p className="desk-box desk-issue-line">
      <Link href={`/admin/bulletin/${issue.id}`}>{quarterName('bulletin.issue.short', issue, panel)}</Link>
      <span>{say('bulletin.home.ready', { ...issue.ready, all: issue.entries })}</span>
      <span className={isOver(issue) ? 'desk-late' : 'desk-muted'}>{daysLeft(issue.daysLeft, say)}</span>
    </p>
  )
}

/** The day of the issue has passed. */
export const isOver = ({ daysLeft }: Pick<IssueCard, 'daysLeft'>): boolean => daysLeft < 0

/** An issue that is over, among what is late. */
export const LateIssue = ({ issue }: { issue: IssueCard }) => {
  const panel = usePanel()
  return (
    <ul className="desk-lines">
      <li className="desk-queue">
        <Link className="desk-line" href={`/admin/bulletin/${issue.id}`}>
          <span className="desk-line__title">{quarterName('bulletin.issue.short', issue, panel)}</span>
          <span className="desk-late">{daysLeft(issue.daysLeft, panel.say)}</span>
        </Link>
      </li>
    </ul>
  )
}
