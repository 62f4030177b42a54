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
import { beginVideo, cueAt, cueOf, ENGLISH, FILM, importSubtitles, openRail, SOON, SRT, untilKept } from './video-day'

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
  const reuse = process.env.VDAY_ROOM
  if (reuse) newsroom = JSON.parse(reuse)
  else newsroom = await openBuiltNewsroom()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await newsroom?.stop?.()
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
    await expect.poll(() => saidOf(chief.page).textContent()).toMatch(/\d+/)
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
    await page.locator('#action-save').click()
    await expect.poll(() => page.locator('#action-save').isDisabled(), SOON).toBe(true)
    await railOf(page)
      .getByRole('link', { name: say('subtitles.open') })
      .click()
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

  it('goes into a programme, which is approved by another person and is at the broadcaster', async () => {
    const producer = await at('producer')
    const { page, say } = producer
    await page.goto(`${newsroom.url}/admin/programmes`)
    await page.getByRole('button', { name: say('programme.begin') }).click()
    const tomorrow = new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10)
    await dialogOf(page).getByLabel(say('programme.field.airDate')).fill(tomorrow)
    await check(producer)('programme-begin')
    await dialogOf(page)
      .getByRole('button', { name: say('programme.begin') })
      .click()
    await page.waitForURL(/\/admin\/programme\/[^/]+$/)
    const address = page.url()
    await page.locator('.desk-rundown__add').waitFor()
    await page.getByRole('button', { name: say('programme.candidates'), exact: true }).click()
    await dialogOf(page)
      .getByRole('button', { name: `${say('programme.take')}: ${TITLE_EN}`, exact: true })
      .click()
    await check(producer)('programme-candidates')
    await dialogOf(page)
      .getByRole('button', { name: say('general.close'), exact: true })
      .click()
    const steps = page.locator('.desk-step')
    await expect.poll(() => steps.count(), SOON).toBe(3)
    for (const [index, words] of SCRIPTS.entries()) await steps.nth(index).getByLabel(say('programme.field.script')).fill(words)
    await untilProgrammeKept(producer)
    await check(producer)('programme')
    await page.getByRole('link', { name: say('programme.view.prompter') }).click()
    await page.locator('.desk-prompter__block').first().waitFor()
    expect(await page.locator('.desk-prompter__roll').textContent()).toContain(SCRIPTS[1])
    await page.keyboard.press('Space')
    await expect.poll(() => page.locator('.desk-prompter').textContent(), SOON).toContain(say('programme.prompter.running'))
    await check(producer)('prompter')
    await page.keyboard.press('Escape')
    await page.locator('.desk-prompter').waitFor({ state: 'detached' })
    await verb(producer, 'close')
    await check(producer)('programme-closed')

    const chief = await at('chief')
    await chief.page.goto(address)
    await verb(chief, 'approve', check(chief))
    await verb(chief, 'release')
    await check(chief)('programme-released')
    await expect
      .poll(async () => (await fetch(`${newsroom.sandboxUrl}/broadcaster/en`)).text(), { timeout: 30_000 })
      .toContain(tomorrow)
    const read = await chief.context.newPage()
    await read.goto(`${newsroom.sandboxUrl}/broadcaster/en`)
    await read.locator('.programmes a').first().click()
    expect(await read.locator('.steps').textContent()).toContain(SCRIPTS[1])
    await check({ page: read })('broadcaster-programme')
    await read.close()

    // A text in it is corrected before it goes out: the producer is told at once.
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
      dialog.getByLabel(chief.say('field.note.text')).fill('The harvest is one harvest.'),
    )
    await expect.poll(() => page.locator('.desk-notice--urgent').allTextContents(), { timeout: 30_000 }).toHaveLength(1)
    await check(producer)('programme-urgent')
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
const SCRIPTS = ['Good evening.', 'In Cau Dat the coffee harvest has begun.', 'Thank you for watching.']

const untilProgrammeKept = ({ page, say }: DeskPage) =>
  expect.poll(() => page.locator('.desk-kept--kept').textContent(), SOON).toContain(say('programme.kept.at', { time: '' }).trim())

/** A button of the programme and its dialog. */
const verb = async ({ page, say }: DeskPage, name: 'close' | 'approve' | 'release', check?: (name: string) => Promise<void>) => {
  await page
    .locator('.desk-programme__do')
    .getByRole('button', { name: say(`programme.verb.${name}`), exact: true })
    .click()
  await dialogOf(page).waitFor()
  await check?.(`programme-${name}`)
  await dialogOf(page)
    .getByRole('button', { name: say(`programme.verb.${name}`), exact: true })
    .click()
  await dialogOf(page).waitFor({ state: 'detached' })
}
