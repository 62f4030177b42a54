import type { AdminViewServerProps } from 'payload'
import { Frame } from '../Frame'
import { TermsScreen } from './TermsScreen'

/** The termbase: /admin/terms-desk. */
export const Terms = (props: AdminViewServerProps) => (
  <Frame {...props} address="/admin/terms-desk">
    <TermsScreen />
  </Frame>
)
