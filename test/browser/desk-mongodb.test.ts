import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, type Browser } from '../lib/browser'
import { openBuiltNewsroom, type BuiltNewsroom } from '../lib/built-newsroom'
import { newWatch, sitDown } from '../lib/desk-page'
import { mongodForTests } from '../lib/mongod'
import { takeDown, wholeDay } from './day'

const mongo = await mongodForTests()

describe.skipIf(!mongo)('the day of a text on MongoDB', () => {
  let newsroom: BuiltNewsroom
  let browser: Browser
  const watch = newWatch()
  beforeAll(async () => {
    ;[newsroom, browser] = await Promise.all([openBuiltNewsroom(mongo?.url(`desk-${process.pid}`)), launchBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await newsroom?.stop()
    await mongo?.stop()
  })

  it('is the same: out to two outlets, corrected there, taken down with a notice', async () => {
    const chief = await sitDown(browser, newsroom.url, 'chief', watch)
    const { address, pages } = await wholeDay(newsroom, await sitDown(browser, newsroom.url, 'reporter', watch), chief)
    await takeDown(chief, address, 'Nguồn tin yêu cầu rút lại.')
    await expect
      .poll(async () => (await Promise.all(pages.map(async (page) => (await fetch(page)).status))).join(), { timeout: 30_000 })
      .toBe('410,410')
    expect(watch).toEqual({ foreign: [], errors: [] })
  })
})
