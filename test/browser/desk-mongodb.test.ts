import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, type Browser } from '../lib/browser'
import { openBuiltNewsroom, type BuiltNewsroom } from '../lib/built-newsroom'
import { newWatch, sitDown } from '../lib/desk-page'
import { mongodForTests } from '../lib/mongod'
import {
  actOn,
  addStories,
  approveEdition,
  beginIssue,
  openIssue,
  portalPage,
  readersFind,
  releaseAll,
  stateOf,
} from './bulletin-day'
import { takeDown, wholeDay } from './day'
import { beginTranslation, cellOf, changeSource, keptText, rowOf, untilKept } from './segments'

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

  it('is translated in segments, and the source changes under the open text', async () => {
    const { page, say } = await sitDown(browser, newsroom.url, 'translator-en', watch)
    const { id, source, address } = await beginTranslation(newsroom, 'Mùa dã quỳ trên cao nguyên')
    await page.goto(address)
    await cellOf(page, 5).fill('The coffee area lies 1,500 metres above sea level, 25 km from Da Lat.')
    await page.keyboard.press('Control+Enter')
    await untilKept(page)
    expect(JSON.stringify((await keptText(newsroom, id)).body)).toContain('1,500 metres')
    await changeSource(newsroom, source)
    await expect.poll(() => rowOf(page, 6).locator('del').count(), { timeout: 40_000 }).toBe(1)
    expect(await rowOf(page, 4).textContent()).toContain(say('translation.change.new'))
    await cellOf(page, 6).fill('The coffee area lies 1,550 metres above sea level, 25 km from Da Lat.')
    await page.keyboard.press('Control+Enter')
    await untilKept(page)
    expect(JSON.stringify((await keptText(newsroom, id)).body)).toContain('1,550 metres')
    expect(watch).toEqual({ foreign: [], errors: [] })
  })

  it('stands in an issue of the Bản tin, which goes out in one language first', async () => {
    const title = 'Ba trăm cây anh đào của Asahino bén rễ trên đất Đà Lạt'
    const editor = await sitDown(browser, newsroom.url, 'bulletin-editor', watch)
    const chief = await sitDown(browser, newsroom.url, 'chief', watch)
    const issue = await beginIssue(editor, newsroom.url)
    await addStories(editor, 0, [title])
    await actOn(editor, 'vi', 'close')
    await openIssue(chief, issue)
    await approveEdition(chief, 'vi')
    await releaseAll(chief)
    expect(await stateOf(chief, 'vi')).toContain(chief.say('edition.state.released'))
    expect(await stateOf(chief, 'ja')).toContain(chief.say('edition.state.open'))
    await readersFind(newsroom, '/bulletin/2026/4/vi', title)
    expect(await (await fetch(await portalPage(newsroom, 'vi'))).text()).toContain(title)
    expect(watch).toEqual({ foreign: [], errors: [] })
  })
})
