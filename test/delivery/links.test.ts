import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deadLinks } from '../../src/delivery/links'

describe('links of an issue', () => {
  let site: Server
  let at: string
  const asked: string[] = []
  beforeAll(async () => {
    site = createServer((req, res) => {
      asked.push(`${req.method} ${req.url}`)
      res.writeHead(req.url === '/mat' ? 404 : req.url === '/go' ? 410 : req.url === '/ban' ? 503 : 200).end()
    })
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
    at = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((done) => site.close(done)))
  const open = { reach: { loopback: true, http: true } }

  it('are dead when their site says so; a busy site is none, and each is asked once', async () => {
    expect(await deadLinks([`${at}/con`, `${at}/mat`, `${at}/mat`, `${at}/go`, `${at}/ban`, 'mailto:a@b.vn'], open)).toEqual([
      `${at}/mat`,
      `${at}/go`,
    ])
    expect(asked.filter((line) => line === 'HEAD /mat')).toHaveLength(1)
  })
  it('of which none answers say nothing; an address inside the house is not asked', async () => {
    const before = asked.length
    expect(await deadLinks([`${at}/mat`], { reach: { loopback: false, http: true } })).toBeNull()
    expect(asked.length).toBe(before)
    expect(await deadLinks([], open)).toEqual([])
  })
})
