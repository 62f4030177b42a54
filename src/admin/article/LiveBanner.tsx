'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useNow, usePanel } from '../panel'
import { shortTime } from '../when'
import { useArticleDesk } from './desk'

/** What readers see now. */
export const LiveBanner = () => {
  const { id } = useDocumentInfo()
  const { language, say } = usePanel()
  const now = useNow()
  const { desk } = useArticleDesk(id === undefined ? null : String(id), language)
  if (!desk) return <p aria-hidden="true" className="desk-banner" />
  const newest = desk.releases[0]
  if (!desk.live) {
    return (
      <p className={`desk-banner${newest ? ' desk-banner--withdrawn' : ''}`}>
        {newest ? say('banner.withdrawn', { time: shortTime(newest.at, now, language, say) }) : say('banner.none')}
      </p>
    )
  }
  const same = newest?.snapshotDigest === desk.digest
  return (
    <p className={`desk-banner ${same ? 'desk-banner--same' : 'desk-banner--newer'}`}>
      {say('banner.live', { version: desk.live.version, time: shortTime(desk.live.at, now, language, say) })}{' '}
      {say(same ? 'banner.same' : 'banner.newer')}{' '}
      <a href={desk.live.url} rel="noreferrer" target="_blank">
        {say('banner.open')} <span className="desk-unseen">{say('general.newTab')}</span>
      </a>
    </p>
  )
}
