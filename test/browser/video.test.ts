import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '#newsroom'
import type { PersonKey } from '#sample/people'
import { launchBrowser, type Browser } from '../lib/browser'
import { openBuiltNewsroom, type BuiltNewsroom } from '../lib/built-newsroom'
import {
  act,
  barriersOn,
  buttonOf,
  newWatch,
  overhangOf,
  railOf,
  save,
  saidOf,
  sitDown,
  titleOf,
  type DeskPage,
} from '../lib/desk-page'
import { approve, arrivedAt, publicAddress, releaseNow, submit, takeDown } from './day'
import { beginVideo, cueAt, cueOf, ENGLISH, importSubtitles, openRail, SOON, SRT, untilKept } from './video-day'

let newsroom: BuiltNewsroom
let browser: Browser
const watch = newWatch()
const problems: string[] = []
const people = new Map<PersonKey, Promise<DeskPage>>()
const at = (key: PersonKey, language?: Language): Promise<DeskPage> => {
  const sitting = people.get(key) ?? sitDown(browser, newsroom.url, key, watch, language)
  people.set(key, sitting)
  return sitting
}
const check =
  ({ page }: Pick<DeskPage, 'page'>) =>
  async (name: string): Promise<void> => {
    await page.waitForTimeout(300)
    const folder = join(newsroom.folder, 'screens')
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: join(folder, `video-${name}.png`), fullPage: true })
    const overhang = await overhangOf(page)
    if (overhang > 0) problems.push(`${name}: ${overhang} px too wide`)
    problems.push(...(await barriersOn(page)).map((barrier) => `${name}: ${barrier}`))
  }

beforeAll(async () => {
  ;[newsroom, browser] = await Promise.all([openBuiltNewsroom(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await newsroom?.stop()
})

describe('a film with subtitles', () => {
  let vi = ''
  let en = ''
  const addresses = { vi: '', en: '' }
  let broadcast = ''

  it('begins with its film and a file of subtitles, and is submitted once what is wrong with them is mended', async () => {
    const reporter = await at('reporter')
    const { page, say } = reporter
    vi = await beginVideo(reporter, check(reporter))
    await check(reporter)('empty')
    await openRail(reporter, newsroom.url, vi)
    await expect.poll(() => railOf(page).textContent(), SOON).toContain(say('rail.incomplete', { fields: say('part.cues') }))
    await check(reporter)('article')
    await railOf(page)
      .getByRole('link', { name: say('subtitles.open') })
      .click()
    await page.locator('.desk-subtitles').waitFor()
    await importSubtitles(reporter, SRT)
    await check(reporter)('imported')
    expect(await cueOf(page, 2).locator('.desk-note--critical').textContent()).toContain(
      say('subtitles.finding.overlap', { by: '0,5', with: 1 }),
    )
    await openRail(reporter, newsroom.url, vi)
    await expect
      .poll(() => railOf(page).locator('.desk-finding--critical').allTextContents(), SOON)
      .toEqual([
        expect.stringContaining(
          `${say('video.finding', { number: 2 })} ${say('subtitles.finding.overlap', { by: '0,5', with: 1 })}`,
        ),
      ])
    await check(reporter)('findings')

    await page.goto(`${newsroom.url}/admin/subtitles/${vi}`)
    await cueOf(page, 2).locator('.desk-cue__cell').click()
    const start = cueOf(page, 2).getByLabel(say('subtitles.time.start'))
    await start.fill('0:05.200')
    await start.press('Enter')
    await expect.poll(() => page.locator('.desk-note--critical').count(), SOON).toBe(0)
    await cueOf(page, 2).locator('.desk-cue__cell').click()
    await page.locator('.desk-subtitles__bar summary', { hasText: say('subtitles.all') }).click()
    await page.getByRole('button', { name: say('subtitles.breakAll') }).click()
    await untilKept(page)
    await expect.poll(() => page.locator('.desk-note').allTextContents(), SOON).toEqual([])
    await check(reporter)('mended')
    await openRail(reporter, newsroom.url, vi)
    await submit(reporter)
  })

  it('is approved by another person, released, and plays with its subtitles', async () => {
    const chief = await at('chief')
    await openRail(chief, newsroom.url, vi)
    await approve(chief)
    await releaseNow(chief)
    await expect.poll(() => saidOf(chief.page).textContent(), SOON).toMatch(/\d+/)
    addresses.vi = await publicAddress(chief)
    await expect.poll(async () => (await fetch(addresses.vi)).status, SOON).toBe(200)
    await check(chief)('released')
    await arrivedAt(chief, await chief.page.locator('.desk-outlet').count())
  })

  it('is translated cue by cue beside its source, and readers of English see it at the second', async () => {
    const translator = await at('translator-en')
    const { page, say } = translator
    await openRail(translator, newsroom.url, vi)
    await buttonOf(page, say('verb.translate', { language: say('lang.en.in') })).click()
    await page.waitForURL((address) => /\/articles\/[^/]+$/.test(address.pathname) && !address.pathname.endsWith(vi))
    en = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await railOf(page).locator('.desk-actions').waitFor()
    await titleOf(page).fill(TITLE_EN)
    await page.locator('#field-summary').fill('A short film about an Arabica harvest in Cau Dat, Lam Dong Province.')
    expect(await save(translator)).toBe(200)
    await page.goto(`${newsroom.url}/admin/subtitles/${en}`)
    await page.locator('.desk-subtitles').waitFor()
    await check(translator)('translate')
    for (const [index, words] of ENGLISH.entries())
      await cueOf(page, index + 1)
        .locator('.desk-cue__cell')
        .fill(words)
    await untilKept(page)
    await check(translator)('translated')
    await openRail(translator, newsroom.url, en)
    await check(translator)('en-article')
    await submit(translator, say('verb.submit.translation'))

    const reviser = await at('reviser')
    await openRail(reviser, newsroom.url, en)
    await act(reviser, reviser.say('verb.revised'))
    const chief = await at('chief')
    await openRail(chief, newsroom.url, en)
    await approve(chief)
    await releaseNow(chief)
    addresses.en = await publicAddress(chief)
    await expect.poll(async () => (await fetch(addresses.en)).status, SOON).toBe(200)
    const [, onAir] = await Promise.all([
      check(chief)('en-released'),
      arrivedAt(chief, await chief.page.locator('.desk-outlet').count()),
    ])

    const read = await chief.context.newPage()
    await read.goto(addresses.en)
    expect(await cueAt(read, 'en', 6)).toBe(ENGLISH[1])
    expect(await cueAt(read, 'en', 9.4)).toBe('')
    expect(await cueAt(read, 'vi', 11)).toBe('Từng quả chín đỏ được chọn bằng tay.')
    expect(await read.locator('.transcript').textContent()).toContain(ENGLISH[2])
    await check({ page: read })('player')
    broadcast = onAir.find((href) => href.includes('/broadcaster/')) ?? ''
    await read.goto(broadcast)
    expect(await cueAt(read, 'en', 6)).toBe(ENGLISH[1])
    await check({ page: read })('broadcaster')
    await read.close()
  })

  it('is withdrawn: page, feed, subtitles and broadcaster are empty', async () => {
    const chief = await at('chief')
    await openRail(chief, newsroom.url, en)
    await takeDown(chief, addresses.en, 'Phim dùng nhầm cảnh.')
    const captions = await fetch(`${newsroom.publicUrl}/feeds/en/videos.rss`)
    expect([captions.status, (await captions.text()).includes(TITLE_EN)]).toEqual([200, false])
    await expect.poll(async () => (await (await fetch(broadcast)).text()).includes('<video'), SOON).toBe(false)
    expect({ problems, ...watch }).toEqual({ problems: [], foreign: [], errors: [] })
  })
})

const TITLE_EN = 'A coffee harvest in Cau Dat'
