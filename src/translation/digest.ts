/** The fingerprint of a segment, on the server and in the browser alike. */
import sha256 from 'fast-sha256'
import type { Digest } from '#newsroom'
import type { Code, SegmentKind } from './segment'

/**
 * SHA-256 over kind, text and codes; `text` and `codes` numbered from 1 in order of appearance. Of a picture's words also over
 * the digest of the picture that they speak of.
 */
export const segmentDigest = (kind: SegmentKind, text: string, codes: readonly Code[], picture: Digest | null = null): Digest =>
  hex(sha256(new TextEncoder().encode(JSON.stringify([kind, text, codes.map(facts), ...(picture === null ? [] : [picture])]))))

const facts = ({ id, node }: Code): readonly unknown[] => {
  switch (node.kind) {
    case 'marks':
      return [id, node.kind, ...node.marks]
    case 'link':
      return [id, node.kind, node.href]
    case 'ruby':
      return [id, node.kind, node.base, node.reading]
    case 'break':
      return [id, node.kind]
  }
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
