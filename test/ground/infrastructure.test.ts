import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, type Browser } from '../lib/browser'
import { freePorts } from '../lib/ports'

describe('the browser of the tests', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(async () => browser.close())

  it('draws a page of a server of ours', async () => {
    const server = createServer((_, response) =>
      response.setHeader('content-type', 'text/html; charset=utf-8').end('<h1>Hoa Đà Lạt</h1>'),
    )
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    expect(await page.locator('h1').innerText()).toBe('Hoa Đà Lạt')
    await page.close()
    await new Promise((closed) => server.close(closed))
  })
})

describe('ports for tests', () => {
  it('are all different', async () => {
    const ports = await freePorts(20)
    expect(new Set(ports).size).toBe(20)
  })
})
