import { ICON_SVG } from '../../../admin/icon'

export const dynamic = 'force-static'

export const GET = () =>
  new Response(ICON_SVG, { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' } })
