'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { LANGUAGES, type Language } from '#newsroom'
import { useArticleDesk, type ArticleDesk } from '../article/desk'
import { Siblings } from '../article/Siblings'
import { ask } from '../desk-api'
import { usePanel } from '../panel'
import { LanguageTag, Shown } from '../Shown'

/** On a story's page: its language versions, each a link with its state; the missing ones can be begun. */
export const StoryVersions = () => {
  const { id } = useDocumentInfo()
  const { language, say } = usePanel()
  const source = useSourceOf(id === undefined ? null : String(id), language)
  const { desk } = useArticleDesk(source, language)
  if (id === undefined) return <p className="desk-banner">{say('story.create.hint')}</p>
  return (
    <div aria-label={say('story.versions')} className="desk-versions" role="group">
      {desk ? <Own desk={desk} /> : null}
      {desk ? <Siblings desk={desk} /> : null}
    </div>
  )
}

const Own = ({ desk }: { desk: ArticleDesk }) => (
  <span className="desk-sibling">
    <LanguageTag language={desk.language} />
    <Link className="desk-sibling__link" href={`/admin/collections/articles/${desk.id}`}>
      <Shown shown={desk.shown} />
    </Link>
  </span>
)

/** The source version if the reader may see it, else any that they may. */
const useSourceOf = (story: string | null, language: Language): string | null => {
  const [article, setArticle] = useState<string | null>(null)
  useEffect(() => {
    if (story === null) return
    const stop = new AbortController()
    const where = `where[story][equals]=${encodeURIComponent(story)}&depth=0&limit=${LANGUAGES.length}&select[language]=true&select[basedOn]=true`
    ask<{ docs: readonly { id: string; basedOn?: unknown }[] }>(`/api/articles?${where}`, { language, signal: stop.signal }).then(
      ({ docs }) => setArticle((docs.find(({ basedOn }) => !basedOn) ?? docs[0])?.id ?? null),
      () => undefined,
    )
    return () => stop.abort()
  }, [story, language])
  return article
}
