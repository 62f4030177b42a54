import type { AdminViewServerProps } from 'payload'
import { Frame } from '../Frame'
import { ConsequencesScreen } from './ConsequencesScreen'

/** What a changed source means for its translations: /admin/consequences/<story>. */
export const Consequences = (props: AdminViewServerProps) => {
  const [, story = ''] = (props.params?.segments as readonly string[] | undefined) ?? []
  return (
    <Frame {...props} address={`/admin/consequences/${story}`}>
      <ConsequencesScreen key={story} story={story} />
    </Frame>
  )
}
