import { describe, expect, it } from 'vitest'
import { openSecret, readKeyring, resealSecret, sealSecret } from '#delivery/secrets'

const YEAR_2026 = Buffer.alloc(32, 26).toString('base64')
const YEAR_2027 = Buffer.alloc(32, 27).toString('base64')
const SECRET = 'whsec_bMOibSDEkOG7k25nIMSR4bq5cA=='

describe('secrets of channels at rest (F06)', () => {
  const ring = readKeyring(YEAR_2026)

  it('come back whole for their own channel', () => {
    expect(openSecret(ring, 'portal', sealSecret(ring, 'portal', SECRET))).toEqual({ secret: SECRET })
  })

  it('are never sealed twice alike, and never readable', () => {
    const [one, two] = [sealSecret(ring, 'portal', SECRET), sealSecret(ring, 'portal', SECRET)]
    expect(one).not.toBe(two)
    expect(one).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/)
    expect(one).not.toContain(SECRET)
    expect(Buffer.from(one.split('.')[4] ?? '', 'base64url').toString('utf8')).not.toContain('whsec')
  })

  it('moved to another channel they do not open', () => {
    expect(openSecret(ring, 'newspaper', sealSecret(ring, 'portal', SECRET))).toEqual({ fault: 'tampered' })
  })

  it('every single changed character is found', () => {
    const envelope = sealSecret(ring, 'portal', SECRET)
    const missed: string[] = []
    for (let at = 0; at < envelope.length; at += 1) {
      for (const character of 'Aa0-_.9z') {
        if (envelope[at] === character) continue
        const changed = envelope.slice(0, at) + character + envelope.slice(at + 1)
        if ('secret' in openSecret(ring, 'portal', changed)) missed.push(`${at} ${character}`)
      }
    }
    expect(missed).toEqual([])
  })

  it('every flipped bit of the data, tag and nonce is found', () => {
    const parts = sealSecret(ring, 'portal', SECRET).split('.')
    let flips = 0
    for (const part of [2, 3, 4]) {
      const bytes = Buffer.from(parts[part] ?? '', 'base64url')
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const flipped = Buffer.from(bytes)
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const envelope = parts.map((text, index) => (index === part ? flipped.toString('base64url') : text)).join('.')
        expect(openSecret(ring, 'portal', envelope)).toEqual({ fault: 'tampered' })
        flips += 1
      }
    }
    expect(flips).toBeGreaterThan(400)
  })

  it('a cut, empty or foreign envelope says what is wrong with it', () => {
    const envelope = sealSecret(ring, 'portal', SECRET)
    expect(openSecret(ring, 'portal', '')).toEqual({ fault: 'malformed' })
    expect(openSecret(ring, 'portal', SECRET)).toEqual({ fault: 'malformed' })
    expect(openSecret(ring, 'portal', envelope.slice(0, -1))).not.toHaveProperty('secret')
    expect(openSecret(ring, 'portal', envelope.replace(/^v1/, 'v2'))).toEqual({ fault: 'malformed' })
    expect(openSecret(readKeyring(YEAR_2027), 'portal', envelope)).toEqual({ fault: 'unknownKey' })
  })

  it('a new key seals while the old one still opens, until everything is sealed anew', () => {
    const old = sealSecret(ring, 'portal', SECRET)
    const both = readKeyring(`${YEAR_2027}, ${YEAR_2026}`)
    expect(openSecret(both, 'portal', old)).toEqual({ secret: SECRET })
    const anew = resealSecret(both, 'portal', old)
    expect(openSecret(readKeyring(YEAR_2027), 'portal', anew)).toEqual({ secret: SECRET })
  })

  it('a key of the wrong length is refused', () => {
    expect(() => readKeyring(Buffer.alloc(16).toString('base64'))).toThrow('server.fault')
    expect(() => readKeyring('')).toThrow('server.fault')
  })
})
