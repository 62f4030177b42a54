/** Ready answers: bytes, both encodings, tags and cache rules, made once when a release changes them. */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Language } from '#newsroom'
import type { Resource, Variant } from './read-model'

export type Draft = {
  readonly status: 200 | 301 | 302 | 410
  readonly type: string
  readonly body: string
  readonly language: Language | null
  /** `item-… lang-… feed-…` */
  readonly surrogates: readonly string[]
  readonly location?: string
}

/** The newest release that a resource speaks of, and its `Last-Modified` in seconds. */
export type Stamp = { readonly seq: number; readonly at: string; readonly modified: number }

/**
 * `Last-Modified` has whole seconds, and some readers throw away a new body under an unmoved one: it grows with every
 * release that touches the resource. A function of the log alone, so that rebuilding gives the same.
 */
export const stampOf = ({ seq, at }: Pick<Stamp, 'seq' | 'at'>, before: number | undefined): Stamp => ({
  seq,
  at,
  modified: Math.max(Math.floor(Date.parse(at) / 1000), (before ?? 0) + 1),
})

const GZIP_FROM = 1_000

/** `floor`: the same resource in the model that is being replaced; other words under an old date would not be read. */
export const resourceOf = (draft: Draft, { seq, modified }: Stamp, floor?: Resource): Resource => {
  const bytes = Buffer.from(draft.body)
  const body = variantOf(bytes, seq)
  const packed = bytes.length > GZIP_FROM ? gzipSync(bytes, { level: 9 }) : null
  return {
    status: draft.status,
    modified: floor ? Math.max(modified, floor.body.digest === body.digest ? floor.modified : floor.modified + 1) : modified,
    headers: {
      'content-type': draft.type,
      'cache-control': CACHE,
      ...(draft.language ? { 'content-language': draft.language } : {}),
      'surrogate-key': draft.surrogates.join(' '),
      ...(draft.location === undefined ? {} : { location: draft.location }),
    },
    body,
    gzip: packed && packed.length < bytes.length ? variantOf(packed, seq) : null,
  }
}

/** Lists and feeds too: they carry texts, and no cache may show for hours what was withdrawn meanwhile. */
const CACHE = 'public, max-age=30, s-maxage=60, stale-while-revalidate=0, stale-if-error=60'

/** A strong tag belongs to the very bytes, so each encoding has its own. */
const variantOf = (bytes: Buffer, seq: number): Variant => {
  const hash = createHash('sha256').update(bytes).digest()
  return { bytes, etag: `"r${seq}-${hash.toString('hex').slice(0, 12)}"`, digest: `sha-256=:${hash.toString('base64')}:` }
}
