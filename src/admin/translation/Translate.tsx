import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { DeskScreen } from './DeskScreen'

/** The screen of one translation beside its source: /admin/translate/<article>. */
export const Translate = ({ initPageResult, params, searchParams, viewActions }: AdminViewServerProps) => {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const [, article = ''] = (params?.segments as readonly string[] | undefined) ?? []
  if (!req.user) redirect(`/admin/login?redirect=${encodeURIComponent(`/admin/translate/${article}`)}`)
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
      <DeskScreen article={article} key={article} />
    </DefaultTemplate>
  )
}
