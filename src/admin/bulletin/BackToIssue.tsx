'use client'
import { useFormFields } from '@payloadcms/ui'
import Link from 'next/link'
import { usePanel } from '../panel'

/** From the form of an own piece to its place on the issue's board. */
export const BackToIssue = () => {
  const { say } = usePanel()
  const issue = useFormFields(([fields]) => fields.bulletin?.value)
  const entry = useFormFields(([fields]) => fields.entry?.value)
  if (typeof issue !== 'string' || typeof entry !== 'string') return null
  const address = `/admin/bulletin/${issue}?${new URLSearchParams({ tab: 'board', entry }).toString()}`
  return (
    <p className="desk-back">
      <Link href={address}>← {say('bulletin.back')}</Link>
    </p>
  )
}
