import type { AdminViewServerProps } from 'payload'
import { Frame } from '../Frame'
import { BulletinsScreen } from './BulletinsScreen'

/** The archive of issues: /admin/bulletins. */
export const Bulletins = (props: AdminViewServerProps) => (
  <Frame {...props} address="/admin/bulletins">
    <BulletinsScreen />
  </Frame>
)
