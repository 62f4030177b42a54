'use client'
import { useAuth } from '@payloadcms/ui'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { usePanel } from './panel'
import type { WordKey } from './words'

const LINKS: readonly { readonly href: string; readonly word: WordKey; readonly here: RegExp }[] = [
  { href: '/admin/bulletins', word: 'bulletin.title', here: /^\/admin\/bulletins?(\/|$)/ },
  { href: '/admin/programmes', word: 'programme.list', here: /^\/admin\/programmes?(\/|$)/ },
  { href: '/admin/terms-desk', word: 'terms.desk', here: /^\/admin\/(terms-desk|collections\/terms)(\/|$)/ },
]

/** Our screens in the panel's navigation, above its collections. */
export const NavLinks = () => {
  const { say } = usePanel()
  const path = usePathname() ?? ''
  const mayTerms = useAuth().permissions?.collections?.terms?.read === true
  return (
    <div className="desk-nav">
      {LINKS.filter(({ word }) => word !== 'terms.desk' || mayTerms).map(({ href, word, here }) => (
        <Link
          aria-current={here.test(path) ? 'page' : undefined}
          className={`nav__link${here.test(path) ? ' active' : ''}`}
          href={href}
          key={href}
          prefetch={false}
        >
          <span className="nav__link-label">{say(word)}</span>
        </Link>
      ))}
    </div>
  )
}
