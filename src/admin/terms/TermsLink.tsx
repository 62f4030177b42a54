'use client'
import Link from 'next/link'
import { usePanel } from '../panel'

/** From Payload's list of terms to the screen where they are decided, brought in and taken out. */
export const TermsLink = () => {
  const { say } = usePanel()
  return (
    <p>
      <Link className="desk-button" href="/admin/terms-desk">
        {say('terms.desk')}
      </Link>
    </p>
  )
}
