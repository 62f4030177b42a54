// The panel only: REST, feeds and public pages are served by Express and the delivery process.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPayload } from '@payloadcms/next/withPayload'

process.env.NEXT_TELEMETRY_DISABLED = '1'

export default withPayload(
  {
    poweredByHeader: false,
    // Pictures keep the forms that the newsroom made; nothing is fetched and resized on a reader's word.
    images: { unoptimized: true },
    // It reads its own WebAssembly beside itself, which a bundle would not find.
    serverExternalPackages: ['mediainfo.js'],
    turbopack: { root: path.dirname(fileURLToPath(import.meta.url)) },
    // `npm run check` asks the compiler; a build need not ask again.
    typescript: { ignoreBuildErrors: true },
    devIndicators: false,
  },
  { devBundleServerPackages: false },
)
