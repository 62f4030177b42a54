'use client'
import Link from 'next/link'
import { usePanel } from '../panel'

/** From the page of a text that has cues to where they are written. */
export const SubtitlesLink = ({ article }: { readonly article: string }) => {
  const { say } = usePanel()
  return (
    <div className="desk-subtitles-link">
      <Link className="desk-button" href={`/admin/subtitles/${encodeURIComponent(article)}`}>
        {say('subtitles.open')}
      </Link>
      <p className="desk-field__help">{say('video.body')}</p>
    </div>
  )
}
