import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { NewStoryForm } from './NewStoryForm'

/** The screen where a story begins: /admin/new-story. */
export const NewStory = ({ initPageResult, params, searchParams, viewActions }: AdminViewServerProps) => {
  const { locale, permissions, req, visibleEntities } = initPageResult
  if (!req.user) redirect('/admin/login?redirect=%2Fadmin%2Fnew-story')
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user}
      viewActions={viewActions}
      // Read-only objects of React 19 must not be passed on as they are.
      visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
    >
      <NewStoryForm />
    </DefaultTemplate>
  )
}
