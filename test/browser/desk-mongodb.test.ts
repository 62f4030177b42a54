import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#sample/people'
import { launchBrowser, type Browser } from '../lib/browser'
import { openBuiltNewsroom, type BuiltNewsroom } from '../lib/built-newsroom'
import { newWatch, sitDown, type DeskPage } from '../lib/desk-page'
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
import { approve, publicAddress, publicPage, releaseNow, submit, takeDown, wholeDay } from './day'
import { beginTranslation, cellOf, changeSource, keptText, rowOf, untilKept } from './segments'
import {
  beginProgramme,
  beginVideo,
  cueAt,
  importSubtitles,
  openRail,
  packageAt,
  programmeDo,
  programmeKept,
  SRT,
  stationPage,
  stepOf,
  takeIn,
} from './video-day'

const mongo = await mongodForTests()

describe.skipIf(!mongo)('the day of a text on MongoDB', () => {
  let newsroom: BuiltNewsroom
  let browser: Browser
  const watch = newWatch()
  const people = new Map<PersonKey, Promise<DeskPage>>()
  // Who sits down too often in a minute is taken for somebody who guesses.
  const at = (key: PersonKey): Promise<DeskPage> => {
    const sitting = people.get(key) ?? sitDown(browser, newsroom.url, key, watch)
    people.set(key, sitting)
    return sitting
  }
  beforeAll(async () => {
    ;[newsroom, browser] = await Promise.all([openBuiltNewsroom(mongo?.url(`desk-${process.pid}`)), launchBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await newsroom?.stop()
    await mongo?.stop()
  })

  it('is the same: out to two outlets, corrected there, taken down with a notice', async () => {
    const chief = await at('chief')
    const { address, pages } = await wholeDay(newsroom, await at('reporter'), chief)
    await takeDown(chief, address, 'Nguồn tin yêu cầu rút lại.')
    await expect
      .poll(async () => (await Promise.all(pages.map(async (page) => (await fetch(page)).status))).join(), { timeout: 30_000 })
      .toBe('410,410')
    expect(watch).toEqual({ foreign: [], errors: [] })
  })

  it('is translated in segments, and the source changes under the open text', async () => {
    const { page, say } = await at('translator-en')
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
    const editor = await at('bulletin-editor')
    const chief = await at('chief')
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

  it('is a film: out with its subtitles, which stand on the picture at their second', async () => {
    const reporter = await at('reporter')
    const chief = await at('chief')
    await reporter.page.goto(`${newsroom.url}/admin`)
    const film = await beginVideo(reporter)
    await importSubtitles(reporter, SRT.replace('00:00:04,500', '00:00:05,200'))
    await openRail(reporter, newsroom.url, film)
    await submit(reporter)
    await openRail(chief, newsroom.url, film)
    await approve(chief)
    await releaseNow(chief)
    const read = await publicPage(chief, await publicAddress(chief), 200)
    expect([await cueAt(read, 'vi', 2), await cueAt(read, 'vi', 9.4), await cueAt(read, 'vi', 11)]).toEqual([
      'Bình minh trên đồi cà phê Cầu Đất.',
      '',
      'Từng quả chín đỏ được chọn bằng tay.',
    ])
    await read.close()
    expect(watch).toEqual({ foreign: [], errors: [] })
  })

  it('stands in a programme, whose package is at the broadcaster', async () => {
    const [film, title] = ['Morning in Cau Dat', 'Lam Dong: one morning']
    const producer = await at('producer')
    const chief = await at('chief')
    const programme = await beginProgramme(producer, newsroom.url, '2026-12-31')
    await takeIn(producer, [film])
    await producer.page.locator('.desk-programme__settings summary').click()
    await producer.page.getByLabel(producer.say('programme.field.title'), { exact: true }).fill(title)
    for (const number of [1, 3])
      await stepOf(producer.page, number).getByLabel(producer.say('programme.field.script')).fill('Good evening.')
    await programmeKept(producer)
    await programmeDo(producer, 'close')
    await chief.page.goto(programme)
    await programmeDo(chief, 'approve')
    await programmeDo(chief, 'release')
    const station = await chief.context.newPage()
    await station.goto(await stationPage(newsroom, title))
    const { kinds, wrong, strange } = await packageAt(station)
    expect({ kinds, wrong, strange }).toEqual({
      kinds: ['csv', 'docx', 'jpg', 'json', 'srt', 'txt', 'vtt', 'webm'],
      wrong: [],
      strange: [],
    })
    await station.close()
    expect(watch).toEqual({ foreign: [], errors: [] })
  })
})
