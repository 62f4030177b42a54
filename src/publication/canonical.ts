/** One spelling of a value, and its fingerprint. */
import { createHash } from 'node:crypto'
import serialize from 'canonicalize'
import { NewsroomError } from '#newsroom'
import type { Digest } from '#newsroom'

/** RFC 8785 (JCS). What has no JSON form (undefined, NaN) is refused rather than dropped. */
export const canonical = (value: unknown): string => {
  const text = serialize(value)
  if (text === undefined) throw new NewsroomError('text.invalid', { why: 'noJson' })
  return text
}

export const sha256 = (data: string | Uint8Array): Digest => createHash('sha256').update(data).digest('hex')
