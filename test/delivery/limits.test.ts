import { describe, expect, it } from 'vitest'
import { breaker, tokenBucket } from '#delivery/limits'

describe('a bucket of tokens', () => {
  it('gives ten seconds of a minute at once, then as fast as it fills', () => {
    const bucket = tokenBucket(60)
    const takeAll = (now: number) => {
      let taken = 0
      while (bucket.has(now)) {
        bucket.take(now)
        taken += 1
      }
      return taken
    }
    expect([takeAll(0), takeAll(0), takeAll(999), takeAll(1_000), takeAll(4_000), takeAll(3_600_000)]).toEqual([
      10, 0, 0, 1, 3, 10,
    ])
  })
  it('lets one through however small it is', () => {
    const bucket = tokenBucket(1)
    expect(bucket.has(0)).toBe(true)
    bucket.take(0)
    expect([bucket.has(59_000), bucket.has(60_000)]).toEqual([false, true])
  })
  it('does not break when the clock goes back', () => {
    const bucket = tokenBucket(60)
    bucket.take(100_000)
    expect(bucket.has(0)).toBe(true)
  })
})

describe('a breaker by host', () => {
  it('opens after three failures in a row, lets one probe through after a minute, and closes when it succeeds', () => {
    const hosts = breaker()
    const failed = (now: number) => {
      hosts.began('portal.example.vn', now)
      hosts.ended('portal.example.vn', 'failing', now)
    }
    failed(0)
    failed(1)
    expect(hosts.lets('portal.example.vn', 2)).toBe(true)
    failed(2)
    expect([
      hosts.lets('portal.example.vn', 3),
      hosts.lets('portal.example.vn', 60_001),
      hosts.lets('bao.example.vn', 3),
    ]).toEqual([false, false, true])
    expect(hosts.lets('portal.example.vn', 60_002)).toBe(true)
    hosts.began('portal.example.vn', 60_002)
    expect(hosts.lets('portal.example.vn', 60_003)).toBe(false)
    hosts.ended('portal.example.vn', 'failing', 60_010)
    expect([hosts.lets('portal.example.vn', 60_011), hosts.lets('portal.example.vn', 120_010)]).toEqual([false, true])
    hosts.began('portal.example.vn', 120_010)
    hosts.ended('portal.example.vn', 'alive', 120_020)
    expect(hosts.lets('portal.example.vn', 120_021)).toBe(true)
  })
  it('one success in between starts the count anew; what was not sent counts neither way', () => {
    const hosts = breaker()
    for (const health of ['failing', 'failing', 'alive', 'failing', 'unknown', 'failing'] as const)
      hosts.ended('portal.example.vn', health, 0)
    expect(hosts.lets('portal.example.vn', 0)).toBe(true)
    hosts.ended('portal.example.vn', 'failing', 0)
    expect(hosts.lets('portal.example.vn', 0)).toBe(false)
  })
})
