import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

/** A screen of ours inside the panel's frame; whoever is not signed in comes back to it afterwards. */
export const Frame = ({
  initPageResult,
  params,
  searchParams,
  viewActions,
  address,
  children,
}: AdminViewServerProps & { readonly address: string; readonly children: ReactNode }) => {
  const { locale, permissions, req, visibleEntities } = initPageResult
  if (!req.user) redirect(`/admin/login?redirect=${encodeURIComponent(address)}`)
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
      {children}
    </DefaultTemplate>
  )
}
