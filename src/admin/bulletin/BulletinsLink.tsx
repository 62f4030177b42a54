'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { usePanel } from '../panel'

/** In the panel's navigation, above its collections. */
export const BulletinsLink = () => {
  const { say } = usePanel()
  const here = /^\/admin\/bulletins?(\/|$)/.test(usePathname() ?? '')
  return (
    <Link
      aria-current={here ? 'page' : undefined}
      className={`nav__link${here ? ' active' : ''}`}
      href="/admin/bulletins"
      prefetch={false}
    >
      <span className="nav__link-label">{say('bulletin.title')}</span>
    </Link>
  )
}
