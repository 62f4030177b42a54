import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { timeShown } from '#admin/subtitles/times'
import type { Language } from '#newsroom'
import type { PersonKey } from '#sample/people'
import type { CueDesk } from '#video/view'
import { launchBrowser, type Browser } from '../lib/browser'
import { openBuiltNewsroom, type BuiltNewsroom } from '../lib/built-newsroom'
import {
  act,
  barriersOn,
  buttonOf,
  dialogOf,
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
import {
  beginProgramme,
  beginVideo,
  cueAt,
  cueOf,
  digestOf,
  ENGLISH,
  importSubtitles,
  openRail,
  orderOf,
  packageAt,
  programmeDo,
  programmeKept,
  SOON,
  SRT,
  stationPage,
  stepOf,
  takeIn,
  untilKept,
} from './video-day'

/** The subtitles beside the button of whoever approves, row by row. */
const readIn = async ({ page }: DeskPage): Promise<readonly string[]> =>
  (await railOf(page).locator('.desk-reading ol li').allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim())
/** The same as the newsroom has it: times and words, of a translation with those that it renders. */
const spokenIn = async (article: string, source?: string): Promise<readonly string[]> => {
  const cuesOf = async (id: string) => {
    const headers = { authorization: `JWT ${await newsroom.desk.token('chief')}` }
    const answer = await fetch(`${newsroom.url}/api/desk/articles/${id}/cues`, { headers })
    return ((await answer.json()) as CueDesk).cues
  }
  const sources = source === undefined ? [] : await cuesOf(source)
  return (await cuesOf(article)).map(({ start, end, lines }, index) =>
    [`${timeShown(start)} – ${timeShown(end)}`, ...lines, ...(sources[index]?.lines ?? [])].join(' '),
  )
}

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
  const programme = { address: '', station: '' }

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
    await expect.poll(() => readIn(chief), SOON).toEqual(await spokenIn(vi))
    await buttonOf(chief.page, chief.say('verb.approve')).click()
    const cues = dialogOf(chief.page).getByRole('link', { name: chief.say('subtitles.open') })
    expect(await cues.getAttribute('href')).toBe(`/admin/subtitles/${vi}`)
    await check(chief)('approve')
    await chief.page.keyboard.press('Escape')
    await dialogOf(chief.page).waitFor({ state: 'detached' })
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
    await expect.poll(() => readIn(chief), SOON).toEqual(await spokenIn(en, vi))
    await check(chief)('en-reading')
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

  it('goes into a programme, which is arranged by keys and by hand, cut against the clock and read', async () => {
    const producer = await at('producer')
    const { page, say } = producer
    programme.address = await beginProgramme(producer, newsroom.url, TOMORROW)
    await takeIn(producer, [TITLE_EN, TITLE_TEXT], check(producer))
    expect(await orderOf(page)).toEqual([say('programme.kind.opening'), TITLE_EN, TITLE_TEXT, say('programme.kind.closing')])

    await page.locator('[data-handle]').nth(2).focus()
    await page.keyboard.press('ArrowUp')
    const byKeys = [say('programme.kind.opening'), TITLE_TEXT, TITLE_EN, say('programme.kind.closing')]
    await expect.poll(() => orderOf(page), SOON).toEqual(byKeys)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      say('programme.move', { place: 2, title: TITLE_TEXT }),
    )
    await stepOf(page, 2).scrollIntoViewIfNeeded()
    const [grip, above] = await Promise.all([page.locator('[data-handle]').nth(2).boundingBox(), stepOf(page, 2).boundingBox()])
    await page.mouse.move((grip?.x ?? 0) + 4, (grip?.y ?? 0) + 8)
    await page.mouse.down()
    await page.mouse.move((grip?.x ?? 0) + 4, (above?.y ?? 0) + 40, { steps: 8 })
    await page.mouse.move((grip?.x ?? 0) + 4, (above?.y ?? 0) + 12, { steps: 4 })
    await page.mouse.up()
    await expect
      .poll(() => orderOf(page), SOON)
      .toEqual([say('programme.kind.opening'), TITLE_EN, TITLE_TEXT, say('programme.kind.closing')])

    await page.locator('.desk-programme__settings summary').click()
    const target = page.getByLabel(say('programme.field.targetMs'))
    await target.fill('0:10')
    await target.press('Enter')
    await page.getByLabel(say('programme.field.title'), { exact: true }).fill(TITLE_PROGRAMME)
    const clock = () => page.locator('.desk-clock__figure--main').innerText()
    await expect.poll(clock, SOON).toContain(say('programme.judged.over'))
    for (const [index, words] of SCRIPTS.entries())
      await stepOf(page, index + 1)
        .getByLabel(say('programme.field.script'))
        .fill(words)
    const film = stepOf(page, 2)
    await film.locator('.desk-clip summary').click()
    // Its first picture may be black.
    const still = await film
      .locator('video')
      .evaluate(async (video) => (await fetch((video as HTMLVideoElement).poster)).headers.get('content-type'))
    expect(still).toMatch(/^image\//)
    await film.getByLabel(say('programme.clip.to'), { exact: true }).fill('0:14')
    await film.getByLabel(say('programme.clip.to'), { exact: true }).press('Enter')
    await film.locator('video').evaluate(async (element) => {
      const video = element as HTMLVideoElement
      while (video.readyState < 1) await new Promise((next) => setTimeout(next, 50))
      video.currentTime = 5
    })
    await film.locator('video').press('i')
    await expect
      .poll(() => film.locator('.desk-clip summary').textContent(), SOON)
      .toContain(say('programme.clip.line', { from: '0:05', to: '0:14', length: '0:09' }))
    await expect.poll(clock, SOON).toBe(`${say('programme.judged.fits')}\n+0:07`)
    await programmeKept(producer)
    await check(producer)('programme')

    await page.getByRole('link', { name: say('programme.view.print') }).click()
    expect(await page.locator('.desk-sheet').innerText()).toContain(SCRIPTS[1])
    await check(producer)('programme-print')
    await page.getByRole('link', { name: say('programme.view.prompter') }).click()
    const words = page.locator('.desk-prompter__window')
    await words.waitFor()
    expect(await words.textContent()).toContain(SCRIPTS[1])
    expect(
      Number.parseInt(
        await words
          .locator('p')
          .nth(1)
          .evaluate((one) => getComputedStyle(one).fontSize),
      ),
    ).toBeGreaterThan(60)
    for (const key of ['ArrowUp', 'ArrowUp', 'm']) await page.keyboard.press(key)
    expect(await page.locator('.desk-prompter__help').textContent()).toContain(say('programme.prompter.speed', { percent: 110 }))
    expect(await words.evaluate((one) => getComputedStyle(one).transform)).toBe('matrix(-1, 0, 0, 1, 0, 0)')
    await check(producer)('prompter')
    await page.keyboard.press('Space')
    await expect.poll(() => words.evaluate((one) => one.scrollTop), SOON).toBeGreaterThan(60)
    await page.keyboard.press('Escape')
    await words.waitFor({ state: 'detached' })
    await programmeDo(producer, 'close', { check: check(producer) })
    await page.locator('.desk-files').first().waitFor()
    await check(producer)('programme-closed')
    // Whoever composed it cannot approve it, and is told so.
    const approval = page.getByRole('button', { name: say('programme.verb.approve'), includeHidden: true })
    expect(await approval.getAttribute('aria-disabled')).toBe('true')
    expect(await page.locator('.desk-refused').filter({ has: approval }).locator('.desk-refused__why').textContent()).not.toBe('')
  })

  it('is approved with it by another person, and the package is at the broadcaster as its manifest says', async () => {
    const chief = await at('chief')
    await chief.page.goto(programme.address)
    await programmeDo(chief, 'approve', {
      check: async (name) => {
        expect(await dialogOf(chief.page).innerText()).toContain(SCRIPTS[1])
        await check(chief)(name)
      },
    })
    await programmeDo(chief, 'release')
    await check(chief)('programme-released')
    programme.station = await stationPage(newsroom, TITLE_PROGRAMME)
    const read = await chief.context.newPage()
    await read.goto(programme.station)
    expect(await read.locator('.steps .words').allTextContents()).toEqual(SCRIPTS)
    await check({ page: read })('broadcaster-programme')
    const station = await packageAt(read)
    expect(station.kinds).toEqual(['csv', 'docx', 'jpg', 'json', 'srt', 'txt', 'vtt', 'webm'])
    expect([station.wrong, station.strange]).toEqual([[], []])
    expect(station.text('script.txt')).toContain(SCRIPTS[1])
    expect(station.text('rundown.csv')).toContain(TITLE_TEXT)
    expect(station.manifest.films.map(({ inside }) => inside)).toEqual([expect.stringMatching(/^films\/.+\.webm$/)])
    for (const { file, sha256 } of station.manifest.films)
      expect(digestOf(new Uint8Array(await (await fetch(`${newsroom.publicUrl}/media/${file}`)).arrayBuffer()))).toBe(sha256)
    await read.close()
  })

  it('tells its producer at once what was corrected before air; is corrected, and withdrawn from the station', async () => {
    const [producer, chief] = await Promise.all([at('producer'), at('chief')])
    await openRail(chief, newsroom.url, en)
    await act(chief, chief.say('verb.reopen'))
    const translator = await at('translator-en')
    await openRail(translator, newsroom.url, en)
    await translator.page.locator('#field-summary').fill('A short film about the Arabica harvest in Cau Dat, Lam Dong Province.')
    expect(await save(translator)).toBe(200)
    await submit(translator, translator.say('verb.submit.translation'))
    const reviser = await at('reviser')
    await openRail(reviser, newsroom.url, en)
    await act(reviser, reviser.say('verb.revised'))
    await openRail(chief, newsroom.url, en)
    await approve(chief)
    await act(chief, chief.say('verb.correct'), (dialog) =>
      dialog.getByLabel(chief.say('field.note.text')).fill('It is one harvest of many.'),
    )
    // The rundown is open on the producer's screen; nobody loads it anew.
    const urgent = producer.page.locator('.desk-notice--urgent')
    await expect.poll(() => urgent.allTextContents(), { timeout: 30_000 }).toEqual([expect.stringContaining(TITLE_EN)])
    await check(producer)('programme-urgent')

    await programmeDo(producer, 'reopen', { words: 'The film was corrected.' })
    await stepOf(producer.page, 2).getByLabel(producer.say('programme.field.script')).fill(CORRECTED)
    await programmeKept(producer)
    await programmeDo(producer, 'close')
    await expect.poll(() => urgent.count(), SOON).toBe(0)
    await chief.page.goto(programme.address)
    await programmeDo(chief, 'approve')
    await programmeDo(chief, 'correct', { words: 'Another item was meant.', check: check(chief) })
    const station = async () => (await fetch(programme.station)).text()
    await expect.poll(station, SOON).toContain(CORRECTED)
    expect(await station()).toContain('Another item was meant.')

    await programmeDo(chief, 'withdraw', { words: 'Chương trình hoãn phát.', check: check(chief) })
    await expect.poll(station, SOON).not.toContain(CORRECTED)
    expect([...(await station()).matchAll(/class="(steps|files|notice)"/g)].map(([, name]) => name)).toEqual(['notice'])
    await check(chief)('programme-withdrawn')
    await chief.page.goto(programme.station)
    await check(chief)('broadcaster-programme-withdrawn')
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
const TITLE_TEXT = 'Music season 2026: Da Lat sings in its own voice'
const TITLE_PROGRAMME = 'Lam Dong: from hills to stage'
/** Opening, film, text, closing. */
const SCRIPTS = [
  'Good evening.',
  'In Cau Dat the coffee harvest has begun.',
  'The music season opens in Da Lat.',
  'Thank you for watching.',
]
const CORRECTED = 'In Cau Dat one coffee harvest of many has begun.'
/** In the province, wherever the test runs. */
const TOMORROW = new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10)
