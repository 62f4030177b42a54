import type { AdminViewServerProps } from 'payload'
import { Frame } from '../Frame'
import { DeskScreen } from './DeskScreen'

/** The screen of one translation beside its source: /admin/translate/<article>. */
export const Translate = (props: AdminViewServerProps) => {
  const [, article = ''] = (props.params?.segments as readonly string[] | undefined) ?? []
  return (
    <Frame {...props} address={`/admin/translate/${article}`}>
      <DeskScreen article={article} key={article} />
    </Frame>
  )
}
