'use client'
import Link from 'next/link'
import type { BulletinsView } from '#bulletin/view'
import { useLoaded } from '../load'
import { usePanel } from '../panel'
import { currentIssue, daysLeft, quarterName } from './scene'

/** Home's line of the issue in hand: how much is ready in each language, and the days that are left. */
export const HomeLine = () => {
  const panel = usePanel()
  const { say } = panel
  const { value } = useLoaded<BulletinsView>('/api/desk/bulletins', () => 60_000)
  const issue = currentIssue(value?.years ?? [])
  if (!issue) return null
  return (
    <p className="desk-box desk-issue-line">
      <Link href={`/admin/bulletin/${issue.id}`}>{quarterName('bulletin.issue.short', issue, panel)}</Link>
      <span>{say('bulletin.home.ready', { ...issue.ready, all: issue.entries })}</span>
      <span className={issue.daysLeft < 0 ? 'desk-late' : 'desk-muted'}>{daysLeft(issue.daysLeft, say)}</span>
    </p>
  )
}
