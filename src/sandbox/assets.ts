/** Style sheets, marks and fonts, read once; addresses carry a digest and may be kept for ever. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Router, static as serveFolder } from 'express'
import { MARKS } from './pages/marks'
import { baseStyle } from './styles/base'
import { broadcasterStyle } from './styles/broadcaster'
import { indexStyle } from './styles/index'
import { newspaperStyle } from './styles/newspaper'
import { portalStyle } from './styles/portal'

const FAMILIES = ['be-vietnam-pro', 'noto-serif', 'noto-sans-jp', 'noto-serif-jp'] as const
type Family = (typeof FAMILIES)[number]

export type Assets = { readonly style: (name: string) => string; readonly router: Router }

export const loadAssets = (): Assets => {
  const beVietnam = fontFaces('be-vietnam-pro', [400, 500, 600, 700])
  const notoSerif = fontFaces('noto-serif', [400, 600, 700])
  const sheets: Readonly<Record<string, string>> = {
    portal: beVietnam + baseStyle + portalStyle,
    newspaper: fontFaces('be-vietnam-pro', [400, 600]) + notoSerif + baseStyle + newspaperStyle,
    broadcaster: beVietnam + baseStyle + broadcasterStyle,
    index: beVietnam + baseStyle + indexStyle,
    // A sheet of their own: a hundred pieces per weight, of which a browser fetches only those it needs.
    'noto-sans-jp': fontFaces('noto-sans-jp', [400, 700]),
    'noto-serif-jp': fontFaces('noto-serif-jp', [400, 700]),
  }
  const ready = new Map<string, { readonly name: string; readonly body: Buffer; readonly gzip: Buffer }>(
    Object.entries(sheets).map(([name, text]) => {
      const body = Buffer.from(text)
      const digest = createHash('sha256').update(body).digest('hex').slice(0, 12)
      return [`${name}.${digest}.css`, { name, body, gzip: gzipSync(body) }] as const
    }),
  )
  const addresses = new Map([...ready].map(([file, { name }]) => [name, `/assets/${file}`]))

  const router = Router()
  router.get('/assets/:file.css', (req, res, next) => {
    const sheet = ready.get(`${req.params.file}.css`)
    if (!sheet) return next()
    res.set({ 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': FOR_EVER, Vary: 'Accept-Encoding' })
    if (req.acceptsEncodings('gzip') === 'gzip') res.set('Content-Encoding', 'gzip').end(sheet.gzip)
    else res.end(sheet.body)
  })
  router.get('/assets/:file.svg', (req, res, next) => {
    const mark = Object.entries(MARKS).find(([key]) => key === req.params.file)?.[1]
    if (mark) res.set({ 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }).end(mark)
    else next()
  })
  for (const family of FAMILIES) {
    router.use(
      `/fonts/${family}`,
      serveFolder(join(folderOf(family), 'files'), { immutable: true, maxAge: '365d', index: false, redirect: false }),
    )
  }
  return {
    router,
    style: (name) => {
      const address = addresses.get(name)
      if (address === undefined) throw new Error(`no style sheet ${name}`)
      return address
    },
  }
}

const FOR_EVER = 'public, max-age=31536000, immutable'

const folderOf = (family: Family) => dirname(createRequire(import.meta.url).resolve(`@fontsource/${family}/package.json`))

/** Fontsource's own rules (pieces by Unicode range, `font-display: swap`), pointed at us and without the old format. */
const fontFaces = (family: Family, weights: readonly number[]) =>
  weights
    .map((weight) => readFileSync(join(folderOf(family), `${weight}.css`), 'utf8'))
    .join('\n')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '')
    .replace(/url\(\.\/files\//g, `url(/fonts/${family}/`)
    .replace(/\n+\s*/g, ' ')
