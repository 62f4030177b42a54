import type { AdminViewServerProps } from 'payload'
import { Frame } from '../Frame'
import { BulletinScreen } from './BulletinScreen'

/** One issue: /admin/bulletin/<issue>. */
export const Bulletin = (props: AdminViewServerProps) => {
  const [, issue = ''] = (props.params?.segments as readonly string[] | undefined) ?? []
  return (
    <Frame {...props} address={`/admin/bulletin/${issue}`}>
      <BulletinScreen id={issue} key={issue} />
    </Frame>
  )
}
