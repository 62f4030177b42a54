import type { AdminViewServerProps } from 'payload'
import { Frame } from '../Frame'
import { ProgrammesScreen } from './ProgrammesScreen'

/** The programmes of the broadcasters: /admin/programmes. */
export const Programmes = (props: AdminViewServerProps) => (
  <Frame {...props} address="/admin/programmes">
    <ProgrammesScreen />
  </Frame>
)
