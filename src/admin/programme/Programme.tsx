import type { AdminViewServerProps } from 'payload'
import { Frame } from '../Frame'
import { ProgrammeScreen } from './ProgrammeScreen'

/** One programme: /admin/programme/<programme>, as rundown, prompter or print view. */
export const Programme = (props: AdminViewServerProps) => {
  const [, programme = ''] = (props.params?.segments as readonly string[] | undefined) ?? []
  return (
    <Frame {...props} address={`/admin/programme/${programme}`}>
      <ProgrammeScreen id={programme} key={programme} />
    </Frame>
  )
}
