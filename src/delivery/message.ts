/** The body of a push message: Standard Webhooks envelope around ninjs 3. The same bytes at every attempt. */
import type { Release, ReleaseKind } from '#publication/release'
import { publicFilesOf, type TextNow } from '#publication/renditions/edition'
import { ninjs, type Ninjs } from '#publication/renditions/ninjs'
import { mediaUrl } from '#publication/renditions/pictures'
import { knownOf } from './known'

export const MESSAGE_TYPES = {
  release: 'release.published',
  correction: 'release.corrected',
  withdrawal: 'release.withdrawn',
} as const satisfies Readonly<Record<ReleaseKind, string>>

/** Above this the text is left out; `renditions` has the address of the whole. */
export const INLINE_BYTES = 256 * 1024

export type Message = {
  readonly type: (typeof MESSAGE_TYPES)[ReleaseKind]
  readonly timestamp: string
  readonly data: Ninjs
  /** Every file that the text shows, to be fetched and checked; ninjs itself has no place for a digest. */
  readonly media: readonly {
    readonly href: string
    readonly sha256: string
    readonly sizeInBytes: number
    readonly contentType: string
  }[]
}

/**
 * `kind` is the delivery's: a withdrawal may stand for a correction that the outlet no longer gets.
 * `history`: releases of the item up to this one, in order. `texts`: of an edition, what it lists (`textsOf`).
 */
export const messageOf = (
  release: Release,
  {
    kind,
    history,
    publicUrl,
    texts = () => null,
  }: {
    readonly kind: ReleaseKind
    readonly history: readonly Release[]
    readonly publicUrl: string
    readonly texts?: TextNow
  },
): Message => {
  const known = knownOf(history.filter(({ seq }) => seq <= release.seq))
  const withdrawn = kind === 'withdrawal'
  const data = ninjs(release, {
    publicUrl,
    translations: known.translations,
    corrections: known.corrections(release.language),
    behind: known.behind(release.language),
    texts,
    ...(withdrawn && release.kind !== 'withdrawal' ? { as: 'withdrawal' as const } : {}),
  })
  const files = withdrawn || release.kind === 'withdrawal' ? [] : publicFilesOf(release.snapshot, texts)
  return {
    type: MESSAGE_TYPES[kind],
    timestamp: release.at,
    data,
    media: files.map((file) => ({
      href: mediaUrl(publicUrl, file),
      sha256: file.digest,
      sizeInBytes: file.bytes,
      contentType: file.mime,
    })),
  }
}

export const bytesOf = (message: Message): Buffer => {
  const whole = Buffer.from(JSON.stringify(message))
  if (whole.length <= INLINE_BYTES || message.data.pubStatus !== 'usable') return whole
  return Buffer.from(JSON.stringify({ ...message, data: { ...message.data, bodies: [] } }))
}
