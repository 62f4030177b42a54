'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { usePanel } from '../panel'

/** In the panel's navigation, above its collections. */
export const ProgrammesLink = () => {
  const { say } = usePanel()
  const here = /^\/admin\/programmes?(\/|$)/.test(usePathname() ?? '')
  return (
    <Link
      aria-current={here ? 'page' : undefined}
      className={`nav__link${here ? ' active' : ''}`}
      href="/admin/programmes"
      prefetch={false}
    >
      <span className="nav__link-label">{say('programme.list')}</span>
    </Link>
  )
}
