import type { AdminViewServerProps } from 'payload'
import { Frame } from '../Frame'
import { SubtitlesScreen } from './SubtitlesScreen'

/** The subtitles of one text, beside its film: /admin/subtitles/<article>. */
export const Subtitles = (props: AdminViewServerProps) => {
  const [, article = ''] = (props.params?.segments as readonly string[] | undefined) ?? []
  return (
    <Frame {...props} address={`/admin/subtitles/${article}`}>
      <SubtitlesScreen article={article} key={article} />
    </Frame>
  )
}
