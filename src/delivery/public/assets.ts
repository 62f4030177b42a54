/** Style, fonts and mark of our public pages, served by ourselves; the same for delivery and for the desk's previews. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { SITE_CSS } from './styles'

export type Asset = { readonly type: string; readonly bytes: Buffer; readonly etag: string }

/** `/assets/site.css?v=…`: the version makes it safe to keep for a year. */
export const siteCssHref = (): string => hrefOf('site.css', siteCss())
/** 248 slices of Noto Serif JP; a browser fetches those that a page needs. Linked after the text, so that reading does not wait for it. */
export const japaneseCssHref = (): string => hrefOf('ja.css', japaneseCss())
export const ICON_HREF = '/assets/icon.svg'
/** The two fonts that the first screen of a Vietnamese or English page needs. */
export const fontsToPreload = (language: 'vi' | 'en' | 'ja'): readonly string[] =>
  language === 'ja'
    ? []
    : (language === 'vi' ? ['latin', 'vietnamese'] : ['latin']).map((subset) =>
        fontHref('noto-serif', `noto-serif-${subset}-400-normal.woff2`),
      )

/** By the path below `/assets/`; null for what is not ours. */
export const assetAt = (path: string): Asset | null => {
  if (path === 'site.css') return siteCss()
  if (path === 'ja.css') return japaneseCss()
  if (path === 'icon.svg') return icon()
  const font = /^fonts\/(noto-serif|noto-serif-jp)\/(noto-serif(?:-[a-z0-9]+)+\.woff2)$/.exec(path)
  return font ? fontAt(font[1] ?? '', font[2] ?? '') : null
}

/** A handler for a `node:http` server or Express, mounted so that `url` begins behind `/assets`. */
export const publicAssets =
  () =>
  (req: IncomingMessage, res: ServerResponse, next?: (problem?: unknown) => void): void => {
    const [path = '', query = ''] = (req.url ?? '').slice(1).split('?')
    const asset = req.method === 'GET' || req.method === 'HEAD' ? assetAt(path) : null
    if (!asset) {
      if (next) return next()
      res.writeHead(404).end()
      return
    }
    const forever = path.startsWith('fonts/') || query === `v=${versionOf(asset)}`
    const headers = {
      'content-type': asset.type,
      'cache-control': forever ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      etag: asset.etag,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    }
    if (req.headers['if-none-match']?.split(',').some((tag) => tag.trim() === asset.etag)) {
      res.writeHead(304, headers).end()
      return
    }
    res.writeHead(200, { ...headers, 'content-length': asset.bytes.length })
    res.end(req.method === 'HEAD' ? undefined : asset.bytes)
  }

const { resolve } = createRequire(import.meta.url)

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

const assetOf = (type: string, bytes: Buffer): Asset => ({
  type,
  bytes,
  etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`,
})
const versionOf = ({ etag }: Asset) => etag.slice(1, 9)
const hrefOf = (name: string, asset: Asset) => `/assets/${name}?v=${versionOf(asset)}`
const fontHref = (family: string, file: string) => `/assets/fonts/${family}/${file}`

const fonts = new Map<string, Asset | null>()
const fontAt = (family: string, file: string): Asset | null => {
  const known = fonts.get(file)
  if (known !== undefined) return known
  const found = readFont(family, file)
  // Only names that exist are remembered, so that guessing fills no memory.
  if (found) fonts.set(file, found)
  return found
}
const readFont = (family: string, file: string): Asset | null => {
  try {
    return assetOf('font/woff2', readFileSync(resolve(`@fontsource/${family}/files/${file}`)))
  } catch {
    return null
  }
}

type Face = {
  readonly family: string
  readonly style: string
  readonly weight: string
  readonly range: string
  readonly href: string
}

/** What fontsource declares for one weight: slices by `unicode-range`. */
const facesOf = (packageName: 'noto-serif' | 'noto-serif-jp', weight: '400' | '400-italic' | '700'): readonly Face[] => {
  const css = readFileSync(resolve(`@fontsource/${packageName}/${weight}.css`), 'utf8')
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, inside = '']) => {
    const value = (name: string) => new RegExp(`${name}:\\s*([^;]+);`).exec(inside)?.[1]?.trim() ?? ''
    const file = /url\(\.\/files\/([^)]+\.woff2)\)/.exec(inside)?.[1] ?? ''
    return {
      family: value('font-family'),
      style: value('font-style'),
      weight: value('font-weight'),
      range: value('unicode-range'),
      href: fontHref(packageName, file),
    }
  })
}

const faceCss = ({ family, style, weight, range, href }: Face) =>
  `@font-face{font-family:${family};font-style:${style};font-weight:${weight};font-display:swap;src:url(${href}) format('woff2');unicode-range:${range}}`

const siteCss = once((): Asset => {
  const latin = (['400', '400-italic', '700'] as const)
    .flatMap((weight) => facesOf('noto-serif', weight))
    .filter(({ href }) => /-(latin-ext|vietnamese|latin)-/.test(href))
    // Of overlapping ranges the last wins: Vietnamese letters shall come from their own 5 kB, not from the 60 kB of latin-ext.
    .toSorted((a, b) => orderOf(a) - orderOf(b))
  // On Japanese pages quotation marks, dashes and dots are full width: they stay with the Japanese font.
  const besideJapanese = latin.map((face) => ({
    ...face,
    family: "'Noto Serif Latin'",
    range: face.range.replace('U+2000-206F', 'U+2000-200F'),
  }))
  return assetOf('text/css; charset=utf-8', Buffer.from([...latin, ...besideJapanese].map(faceCss).join('\n') + '\n' + SITE_CSS))
})
const orderOf = ({ href }: Face) =>
  ['latin-ext', 'vietnamese', 'latin'].findIndex(
    (subset) => href.includes(`serif-${subset}-4`) || href.includes(`serif-${subset}-7`),
  )

const japaneseCss = once((): Asset =>
  assetOf(
    'text/css; charset=utf-8',
    Buffer.from(
      (['400', '700'] as const)
        .flatMap((weight) => facesOf('noto-serif-jp', weight))
        .map(faceCss)
        .join('\n'),
    ),
  ),
)

/** Three ridges and a sun: the plateau. */
const icon = once((): Asset =>
  assetOf(
    'image/svg+xml',
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1d5c47"/><circle cx="22" cy="10" r="4" fill="#f4c95d"/><path d="M3 26 12 12l6 9 3-4 8 9z" fill="#e8f1ec"/><path d="M3 26 12 12l3 4.5L9 26z" fill="#bcd6ca"/></svg>',
    ),
  ),
)
