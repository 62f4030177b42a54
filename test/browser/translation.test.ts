import { readFileSync } from 'node:fs'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '#newsroom'
import type { PersonKey } from '#sample/people'
import { launchBrowser, type Browser, type Page } from '../lib/browser'
import { openBuiltNewsroom, type BuiltNewsroom } from '../lib/built-newsroom'
import { barriersOn, dialogOf, newWatch, openArticle, overhangOf, railOf, sitDown, type DeskPage } from '../lib/desk-page'
import { foreignWords } from '../lib/foreign-words'
import { beginTranslation, cellOf, changeSource, keptText, rowOf, ROWS, untilKept } from './segments'

let newsroom: BuiltNewsroom
let browser: Browser
const watch = newWatch()
const people = new Map<string, Promise<DeskPage>>()

const at = (key: PersonKey, language?: Language): Promise<DeskPage> => {
  const name = `${key}/${language ?? ''}`
  const sitting = people.get(name) ?? sitDown(browser, newsroom.url, key, watch, language)
  people.set(name, sitting)
  return sitting
}
const look = async (name: string, { page }: DeskPage): Promise<void> => {
  const folder = join(newsroom.folder, 'screens')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

const begun = (title: string, language: 'en' | 'ja' = 'en') => beginTranslation(newsroom, title, language)

const kept = (id: string) => keptText(newsroom, id)
const wordsKept = async (id: string): Promise<string> => {
  const { title, summary, body } = await kept(id)
  return [title, summary, ...[...JSON.stringify(body).matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text)].join(' | ')
}

const openDesk = async ({ page }: DeskPage, address: string): Promise<void> => {
  await page.goto(address)
  await page.locator('.desk-segments .desk-cell-field').first().waitFor()
}
const cursorAt = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
/** The row that has the cursor. */
const numberAt = async (page: Page): Promise<number> => Number(/\d+/.exec(await cursorAt(page))?.[0] ?? 0)
/** A shared machine can stand still for seconds. */
const SOON = { timeout: 20_000 }
const rest = (page: Page) => page.waitForTimeout(150)

beforeAll(async () => {
  ;[newsroom, browser] = await Promise.all([openBuiltNewsroom(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await newsroom?.stop()
})

describe('the day of a translator', () => {
  it.each(LANGUAGES)('is spent at the keyboard, on a screen that speaks %s', async (language) => {
    const translator = await at('translator-en', language)
    const { page, say } = translator
    const { id, address } = await begun(`Cà phê Cầu Đất vào chuỗi cửa hàng, màn hình ${language}`)
    const problems: string[] = []
    const check = async (name: string) => {
      await page.waitForTimeout(300)
      await look(`${language}-${name}`, translator)
      const overhang = await overhangOf(page)
      if (overhang > 0) problems.push(`${name}: ${overhang} px too wide`)
      problems.push(
        ...(await foreignWords(page, language)).map((word) => `${name}: ${word}`),
        ...(await barriersOn(page)).map((barrier) => `${name}: ${barrier}`),
      )
    }
    await openArticle(translator, `${newsroom.url}/admin/collections/articles/${id}`)
    await railOf(page)
      .getByRole('link', { name: say('translation.open') })
      .click()
    await page.waitForURL(address)
    await page.locator('.desk-segments .desk-cell-field').first().waitFor()
    expect(await page.locator('.desk-segment .desk-cell-field').count()).toBe(ROWS)
    await check('begun')

    await page.keyboard.press('Alt+h')
    await dialogOf(page).waitFor()
    await check('help')
    await page.keyboard.press('Escape')
    await dialogOf(page).waitFor({ state: 'detached' })

    await page.keyboard.press('Alt+ArrowDown')
    await expect
      .poll(() => cursorAt(page), SOON)
      .toBe(say('translation.cell', { number: 1, kind: say('translation.kind.title') }))
    const write = async (text: string) => {
      await page.keyboard.type(text)
      await page.keyboard.press('Control+Enter')
      await rest(page)
    }
    await write('Cau Dat coffee enters a chain of shops')
    await write('The first 18 tonnes of green coffee under a three-year contract left Da Lat on the morning of 20 November.')
    await write('Three years of trials')
    // Terms by their number, the bold words by their code; with a cut that is put right.
    await page.keyboard.press('Alt+1')
    await page.keyboard.type(' Cooperative in')
    await page.keyboard.press('Alt+2')
    await page.keyboard.type(' signed a contract worth VND 33 trillion on 25 July 2017 with a chain of shops in Osaka.')
    await expect.poll(() => rowOf(page, 4).locator('.desk-note--critical').count(), SOON).toBe(1)
    await check('codes')
    await cellOf(page, 4).evaluate((cell: HTMLTextAreaElement) => {
      const start = cell.value.indexOf('VND 33 trillion')
      cell.setSelectionRange(start, start + 'VND 33 trillion'.length)
    })
    await page.keyboard.press('Alt+0')
    expect(await cellOf(page, 4).inputValue()).toBe(
      'Cau Dat Cooperative in Lam Dong Province signed a contract worth ⟦1⟧VND 33 trillion⟦/1⟧ on 25 July 2017 with a chain of shops in Osaka.',
    )
    await page.keyboard.press('Control+Enter')
    await rest(page)
    await write('The coffee area lies 1,300 metres above sea level, 25 km from Da Lat.')
    await write('Drying on racks')
    await page.keyboard.press('Alt+l')
    await expect.poll(() => rowOf(page, 7).locator('.desk-aside').count(), SOON).toBe(1)
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => numberAt(page), SOON).toBe(8)
    await write('We hope that guests from Japan will visit the garden.')
    await untilKept(page)

    // A figure that was mistyped stands beside its segment.
    await expect.poll(() => rowOf(page, 5).locator('.desk-note--critical').textContent(), { timeout: 20_000 }).toContain('1,300')
    await check('finding')
    await cellOf(page, 5).fill('The coffee area lies 1,500 metres above sea level, 25 km from Da Lat.')
    await page.keyboard.press('Control+Enter')
    await untilKept(page)
    await expect.poll(() => rowOf(page, 5).locator('.desk-note--critical').count(), { timeout: 20_000 }).toBe(0)

    await page.keyboard.press('Alt+c')
    await page.keyboard.type('“25 km” checked on the map.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.desk-comment').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => numberAt(page), SOON).toBe(5)
    await check('done')

    await page
      .locator('.desk-verbs')
      .getByRole('button', { name: say('verb.submit.translation'), exact: true })
      .click()
    await dialogOf(page).getByLabel(say('field.noSecrets')).check()
    await dialogOf(page).locator('.desk-dialog__actions .desk-button').last().click()
    await dialogOf(page).waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('.desk-head').textContent(), SOON).toContain(say('state.revision'))
    expect(problems).toEqual([])
    expect(await wordsKept(id)).toContain('signed a contract worth  | VND 33 trillion |  on 25 July 2017')

    const reviser = await at('reviser')
    await openDesk(reviser, address)
    const { page: desk } = reviser
    expect(await desk.locator('.desk-comment, .desk-segment__head .desk-link').count()).toBeGreaterThan(0)
    await desk.keyboard.press('Alt+ArrowDown')
    for (let count = 0; count < ROWS - 1; count++) {
      await rest(desk)
      await desk.keyboard.press('Control+Enter')
    }
    await untilKept(desk)
    await expect
      .poll(() => desk.getByText(reviser.say('translation.state.revised'), { exact: true }).count(), SOON)
      .toBe(ROWS - 1)
    await look(`${language}-revised`, reviser)
    await desk
      .locator('.desk-verbs')
      .getByRole('button', { name: reviser.say('verb.revised'), exact: true })
      .click()
    await dialogOf(desk).locator('.desk-dialog__actions .desk-button').last().click()
    await dialogOf(desk).waitFor({ state: 'detached' })
    await expect.poll(() => desk.locator('.desk-head').textContent(), SOON).toContain(reviser.say('state.review'))
    await desk.reload()
    await desk.locator('.desk-segments .desk-cell-field').first().waitFor()
  })

  it('can be done without a mouse to the last step', async () => {
    const { page, say } = await at('translator-en')
    const { address } = await begun('Đường hoa ven hồ Xuân Hương')
    await openDesk(await at('translator-en'), address)
    await page.keyboard.press('Alt+ArrowDown')
    await rest(page)
    await page.keyboard.press('Alt+c')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), SOON).toBe('desk-comment')
    await page.keyboard.press('Escape')
    await expect.poll(() => numberAt(page), SOON).toBe(1)
    // From the first cell back over bar and head: every stop has a name, and the menu of verbs is among them.
    const names: string[] = []
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Shift+Tab')
      const name = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '',
      )
      names.push(name)
      if (name === say('translation.verbs.more')) break
    }
    expect(names.at(-1)).toBe(say('translation.verbs.more'))
    expect(names.filter((name) => name === '')).toEqual([])
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.desk-menu__body') !== null)).toBe(true)
  })
})

describe('two at one text', () => {
  it('in different segments: both are kept, and each sees the other’s', async () => {
    const [one, other] = [await at('translator-en'), await sitDown(browser, newsroom.url, 'editor', watch, 'en')]
    const { id, address } = await begun('Chợ phiên Lạc Dương mở lại')
    await openDesk(one, address)
    await openDesk(other, address)
    await cellOf(one.page, 1).fill('Lac Duong weekly market reopens')
    await cellOf(other.page, 3).fill('Three years of trials')
    await untilKept(one.page)
    await untilKept(other.page)
    const words = await wordsKept(id)
    expect([words.includes('Lac Duong weekly market reopens'), words.includes('Three years of trials')]).toEqual([true, true])
    await expect.poll(() => cellOf(one.page, 3).inputValue(), { timeout: 30_000 }).toBe('Three years of trials')
    await other.context.close()
  })

  it('in the same segment: both wordings are shown, nothing is overwritten, and a choice settles it', async () => {
    const [one, other] = [await at('translator-en'), await sitDown(browser, newsroom.url, 'editor', watch, 'en')]
    const { id, address } = await begun('Làng lụa Bảo Lộc đón khách')
    await openDesk(one, address)
    await openDesk(other, address)
    await cellOf(other.page, 1).fill('Bao Loc silk village welcomes visitors')
    await untilKept(other.page)
    await cellOf(one.page, 1).fill('Guests come to the silk village of Bao Loc')
    await cellOf(one.page, 3).fill('Three years of trials')
    const clash = rowOf(one.page, 1).locator('.desk-clash')
    await clash.waitFor({ timeout: 20_000 })
    expect(await clash.textContent()).toContain('Bao Loc silk village welcomes visitors')
    expect(await cellOf(one.page, 1).inputValue()).toBe('Guests come to the silk village of Bao Loc')
    expect(await wordsKept(id)).toContain('Bao Loc silk village welcomes visitors')
    expect(await wordsKept(id)).toContain('Three years of trials')
    expect(await barriersOn(one.page)).toEqual([])
    await look('clash', one)
    // Still there after the lid was closed.
    await openDesk(one, address)
    await clash.waitFor({ timeout: 20_000 })
    await clash.getByRole('button', { name: one.say('translation.clash.keepMine') }).click()
    await clash.waitFor({ state: 'detached' })
    await untilKept(one.page)
    expect(await wordsKept(id)).toContain('Guests come to the silk village of Bao Loc')
    await expect
      .poll(() => cellOf(other.page, 1).inputValue(), { timeout: 30_000 })
      .toBe('Guests come to the silk village of Bao Loc')
    await other.context.close()
  })
})

describe('a line that breaks', () => {
  it('costs nothing: work goes on, says so calmly, and is sent when the line is back', async () => {
    const own = newWatch()
    const translator = await sitDown(browser, newsroom.url, 'translator-en', own, 'vi')
    const { page, context, say } = translator
    const { id, address } = await begun('Tuyến đi bộ ven rừng hồ Tuyền Lâm')
    await openDesk(translator, address)
    await context.setOffline(true)
    for (const [number, text] of [
      [1, 'A forest walk by Tuyen Lam Lake'],
      [3, 'Three years of trials'],
      [6, 'Drying on racks'],
    ] as const) {
      await cellOf(page, number).fill(text)
      await page.keyboard.press('Control+Enter')
    }
    await page.getByText(say('translation.offline')).waitFor({ timeout: 20_000 })
    expect(await barriersOn(page)).toEqual([])
    await look('offline', translator)
    await page.waitForTimeout(12_000)
    await cellOf(page, 3).fill('Three years of testing')
    expect(await wordsKept(id)).not.toContain('Tuyen Lam Lake')
    await context.setOffline(false)
    await untilKept(page)
    const words = await wordsKept(id)
    expect(
      ['A forest walk by Tuyen Lam Lake', 'Three years of testing', 'Drying on racks'].map((text) => words.includes(text)),
    ).toEqual([true, true, true])
    expect(await page.getByText(say('translation.offline')).count()).toBe(0)
    expect(own.errors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    await context.close()
  })

  it('and a lid that closes meanwhile: the words come back with the text', async () => {
    const own = newWatch()
    const translator = await sitDown(browser, newsroom.url, 'translator-en', own)
    const { context } = translator
    const { id, address } = await begun('Vườn dâu công nghệ cao mở cửa')
    const tab = await context.newPage()
    await openDesk({ ...translator, page: tab }, address)
    await context.setOffline(true)
    await cellOf(tab, 1).pressSequentially('High-tech strawberry farm opens')
    await tab.close()
    await context.setOffline(false)
    await openDesk(translator, address)
    expect(await cellOf(translator.page, 1).inputValue()).toBe('High-tech strawberry farm opens')
    await untilKept(translator.page)
    expect(await wordsKept(id)).toContain('High-tech strawberry farm opens')
    await context.close()
  })
})

describe('a source that changes under an open translation', () => {
  it('is shown word by word, the old translation stays and is followed segment by segment', async () => {
    const translator = await at('translator-en', 'vi')
    const { page, say } = translator
    const { source, address } = await begun('Mùa dã quỳ trên cao nguyên')
    await openDesk(translator, address)
    await cellOf(page, 5).fill('The coffee area lies 1,500 metres above sea level, 25 km from Da Lat.')
    await page.keyboard.press('Control+Enter')
    await cellOf(page, 8).fill('We hope that guests from Japan will visit the garden.')
    await page.keyboard.press('Control+Enter')
    await untilKept(page)
    await cellOf(page, 6).fill('Drying on')

    await changeSource(newsroom, source)

    // Found by looking again; what is being typed and the cursor stay where they are, one row further down.
    const changed = rowOf(page, 6)
    await expect.poll(() => changed.locator('del').count(), { timeout: 40_000 }).toBe(1)
    expect(await changed.locator('del, ins').allTextContents()).toEqual([
      `${say('translation.was.removed')}: 1.500`,
      `${say('translation.was.added')}: 1.550`,
    ])
    expect(await cellOf(page, 6).inputValue()).toContain('1,500 metres')
    expect(await rowOf(page, 4).textContent()).toContain(say('translation.change.new'))
    expect(await cellOf(page, 7).inputValue()).toBe('Drying on')
    expect(await numberAt(page)).toBe(7)
    expect(await page.locator('.desk-notices').textContent()).toContain(say('translation.stale.one', { count: 2 }))
    expect(await barriersOn(page)).toEqual([])
    await look('stale', translator)

    await cellOf(page, 6).fill('The coffee area lies 1,550 metres above sea level, 25 km from Da Lat.')
    await page.keyboard.press('Control+Enter')
    await untilKept(page)
    await expect
      .poll(() => page.locator('.desk-notices').textContent(), SOON)
      .toContain(say('translation.stale.one', { count: 1 }))
    await page.keyboard.press('Alt+ArrowUp')
  })
})

describe('files for outside', () => {
  it('go out and come back; what is in them already changes nothing', async () => {
    const translator = await at('translator-en')
    const { page, say } = translator
    const { address } = await begun('Trà Bảo Lộc')
    await openDesk(translator, address)
    await cellOf(page, 1).fill('Bao Loc tea')
    await untilKept(page)
    await page.getByText(say('translation.files'), { exact: true }).click()
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: say('translation.export.xlf') }).click()
    const file = join(newsroom.folder, 'handed.xlf')
    await (await waiting).saveAs(file)
    expect(readFileSync(file, 'utf8')).toContain('Bao Loc tea')
    await page.getByRole('button', { name: say('translation.import') }).click()
    await dialogOf(page).getByLabel(say('translation.import.file')).setInputFiles(file)
    await dialogOf(page)
      .getByRole('button', { name: say('translation.import.do'), exact: true })
      .click()
    await expect
      .poll(() => dialogOf(page).textContent(), SOON)
      .toContain(say('translation.import.done', { applied: 0, unchanged: ROWS }))
    await page.keyboard.press('Escape')
  })
})

describe('of the whole day', () => {
  it('no page asked a foreign host, and none threw or complained', () => {
    expect(watch).toEqual({ foreign: [], errors: [] })
  })
})
