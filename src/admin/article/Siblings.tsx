'use client'
import { toast, useAuth } from '@payloadcms/ui'
import Link from 'next/link'
import { mayBeginTranslation, type Colleague } from '../story/may'
import { Button } from '../dialogs/Button'
import { usePanel } from '../panel'
import { LanguageTag, Shown } from '../Shown'
import { useAct } from './act'
import type { ArticleDesk } from './desk'

/** The other languages of the story: open one, or begin it. */
export const Siblings = ({ desk }: { desk: ArticleDesk }) => {
  const panel = usePanel()
  const { say } = panel
  const { user } = useAuth()
  const { busy, problem, send, goTo } = useAct(desk, panel)
  const begin = async (language: ArticleDesk['language']) => {
    const move = await send({ verb: 'translate', args: { language } })
    if (!move) return
    toast.success(say('verb.translate.done', { language: say(`lang.${language}.in`) }))
    goTo(move.article)
  }
  // The rule of `mayTranslate`, said before the press.
  const open = desk.ready || desk.state === 'approved' || desk.live !== null
  return (
    <section aria-labelledby="desk-siblings" className="desk-rail__part">
      <h3 id="desk-siblings">{say('rail.siblings')}</h3>
      <ul className="desk-plain">
        {desk.siblings
          .filter(({ language }) => language !== desk.language)
          .map(({ language, article, shown }) => (
            <li className="desk-sibling" key={language}>
              <LanguageTag language={language} />
              {article ? (
                <Link className="desk-sibling__link" href={`/admin/collections/articles/${article}`}>
                  <Shown shown={shown} />
                </Link>
              ) : desk.isSource && mayBeginTranslation(user as Colleague | null, language) ? (
                <Button
                  busy={busy === 'translate'}
                  onPress={() => void begin(language)}
                  refused={open ? undefined : say('rail.siblings.notReady')}
                >
                  {say('verb.translate', { language: say(`lang.${language}.in`) })}
                </Button>
              ) : (
                <span className="desk-muted">{say('rail.siblings.none')}</span>
              )}
            </li>
          ))}
      </ul>
      {desk.isSource &&
      !open &&
      desk.siblings.some(
        ({ language, article }) => article === null && mayBeginTranslation(user as Colleague | null, language),
      ) ? (
        <p className="desk-muted">{say('rail.siblings.notReady')}</p>
      ) : null}
      {problem ? (
        <p className="desk-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </section>
  )
}
