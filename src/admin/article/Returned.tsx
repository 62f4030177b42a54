'use client'
import { toast, useAllFormFields, useForm } from '@payloadcms/ui'
import { Button } from '../dialogs/Button'
import { Copy } from '../dialogs/Copy'
import { useNow, usePanel } from '../panel'
import { shortTime } from '../when'
import type { ArticleDesk } from './desk'
import { withParagraphs } from './text'

/** Why it came back, and the wording that the author may take over with one press. */
export const Returned = ({ desk }: { desk: ArticleDesk }) => {
  const { language, say } = usePanel()
  const now = useNow()
  const form = useForm()
  const [, dispatch] = useAllFormFields()
  const { returned } = desk
  if (!returned || desk.state !== 'draft') return null
  const take = (suggestion: string) => {
    const body = withParagraphs((form.getData() as { body?: unknown }).body ?? null, suggestion)
    dispatch({ type: 'UPDATE', path: 'body', value: body, initialValue: body })
    form.setModified(true)
    toast.info(say('rail.suggestion.taken'))
  }
  return (
    <section aria-labelledby="desk-returned" className="desk-notice desk-notice--review">
      <h3 id="desk-returned">
        {say('rail.returned.by', { name: returned.name, time: shortTime(returned.at, now, language, say) })}
      </h3>
      <p className="desk-said-by">{returned.reason}</p>
      {returned.suggestion ? (
        <>
          <h4>{say('rail.suggestion')}</h4>
          <blockquote lang={desk.language}>{returned.suggestion}</blockquote>
          <div className="desk-row">
            <Button onPress={() => take(returned.suggestion ?? '')}>{say('rail.suggestion.take')}</Button>
            <Copy text={returned.suggestion} />
          </div>
        </>
      ) : null}
    </section>
  )
}
