import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '#newsroom'
import { launchBrowser, type Browser } from '../lib/browser'
import { openBuiltNewsroom, type BuiltNewsroom } from '../lib/built-newsroom'
import { act, barriersOn, newWatch, openArticle, overhangOf, sitDown, watchContext, type DeskPage } from '../lib/desk-page'
import {
  actOn,
  addForeword,
  addStories,
  approveEdition,
  beginIssue,
  editionOf,
  move,
  openIssue,
  portalPage,
  readersFind,
  releaseAll,
  stateOf,
  titlesOn,
} from './bulletin-day'

const CHERRY = { vi: 'Ba trăm cây anh đào của Asahino bén rễ trên đất Đà Lạt', en: 'Three hundred cherry trees from Asahino' }
const SEA = { vi: 'Lễ hội biển Phan Thiết', en: 'Phan Thiet Sea Festival', ja: 'ファンティエット海の祭り' }
const FOREWORD = { title: 'Thư cuối năm', sentence: 'Kính gửi bạn đọc hai câu chuyện của biển và hoa.' }

describe('an issue of the Bản tin, from the empty board to the reader', () => {
  let newsroom: BuiltNewsroom
  let browser: Browser
  let editor: DeskPage
  let chief: DeskPage
  let issue: string
  const watch = newWatch()
  beforeAll(async () => {
    ;[newsroom, browser] = await Promise.all([openBuiltNewsroom(), launchBrowser()])
    editor = await sitDown(browser, newsroom.url, 'bulletin-editor', watch)
    chief = await sitDown(browser, newsroom.url, 'chief', watch, 'en')
  })
  afterAll(async () => {
    await browser?.close()
    await newsroom?.stop()
  })

  it('is arranged by keyboard and closed in three languages', async () => {
    const { page, say } = editor
    expect(await page.locator('.desk-issue-line').textContent()).toContain('Quý III/2026')
    issue = await beginIssue(editor, newsroom.url)
    await addStories(editor, 1, [SEA.vi, CHERRY.vi])
    await addForeword(editor, FOREWORD.title, FOREWORD.sentence)
    const order = async () => (await titlesOn(editor)).map((title) => title.slice(0, 14))
    const [sea, cherry] = [SEA.vi.slice(0, 14), CHERRY.vi.slice(0, 14)]
    expect(await order()).toEqual([FOREWORD.title, sea, cherry])
    expect(await move(editor, 1, 'ArrowDown')).toBe(say('bulletin.move', { place: 3, entry: (await titlesOn(editor))[2] ?? '' }))
    expect(await order()).toEqual([FOREWORD.title, cherry, sea])
    await move(editor, 2, 'PageDown')
    await expect
      .poll(() => page.locator('tbody[data-section]').nth(2).locator('[data-entry]').count(), { timeout: 30_000 })
      .toBe(1)
    expect(await barriersOn(page)).toEqual([])
    for (const language of LANGUAGES) {
      await actOn(editor, language, 'close')
      expect(await stateOf(editor, language)).toContain(say('edition.state.closed'))
    }
    const own = editionOf(editor, 'vi').locator('button', { hasText: say('edition.verb.approve') })
    expect(await own.getAttribute('aria-disabled')).toBe('true')
  })

  it('is approved by a chief who saw every page, and released by one press', async () => {
    await openIssue(chief, issue)
    for (const language of LANGUAGES) await approveEdition(chief, language)
    await releaseAll(chief)
    for (const language of LANGUAGES) expect(await stateOf(chief, language)).toContain(chief.say('edition.state.released'))
    for (const language of LANGUAGES) {
      const page = await fetch(await portalPage(newsroom, language))
      expect(await page.text()).toContain(SEA[language])
    }
  })

  it('is read on a phone, and its PDF has the pages that it says', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi' })
    watchContext(context, watch)
    const page = await context.newPage()
    await page.goto(await readersFind(newsroom, '/bulletin/2026/4/vi', FOREWORD.title))
    expect([await overhangOf(page), await barriersOn(page)]).toEqual([0, []])
    const pdf = (await page.locator('main a[href$=".pdf"]').first().getAttribute('href')) ?? ''
    const file = await PDFDocument.load(await (await fetch(new URL(pdf, newsroom.publicUrl))).arrayBuffer())
    expect(await page.locator('main').textContent()).toContain(`${file.getPageCount()} trang`)
    await page.getByRole('link', { name: CHERRY.vi }).click()
    expect([await overhangOf(page), await barriersOn(page)]).toEqual([0, []])
    await page.getByRole('link', { name: 'English' }).first().click()
    expect(await page.locator('h1').textContent()).toContain(CHERRY.en)
    await context.close()
  })

  it('says in its place that a text was taken down, and drafts the erratum for the next issue', async () => {
    const { page, say } = editor
    const cherry = page.locator('tr[data-entry]').nth(1)
    const article = (await cherry.locator('td a').nth(1).getAttribute('href')) ?? ''
    await openArticle(chief, new URL(article, newsroom.url).href)
    await act(chief, chief.say('verb.withdraw'), (dialog) => dialog.getByLabel(chief.say('field.reason')).fill('A wrong figure.'))
    await readersFind(newsroom, '/bulletin/2026/4/en', 'This text was withdrawn on')
    await openIssue(editor, issue, 'records')
    const erratum = page.locator('.desk-errata li').filter({ has: page.locator('h3 [lang=en]') })
    await erratum.getByRole('button').click()
    expect(await erratum.locator('.desk-field__error').count()).toBe(2)
    await erratum.getByLabel(say('field.note.wrong')).fill('300 trees')
    await erratum.getByLabel(say('field.note.right')).fill('280 trees')
    await erratum.getByRole('button').click()
    await expect.poll(() => erratum.getByRole('alert').textContent(), { timeout: 30_000 }).toContain('Chưa có số báo kế tiếp')
    const next = await beginIssue(editor, newsroom.url)
    await openIssue(editor, issue, 'records')
    await erratum.getByLabel(say('field.note.wrong')).fill('300 trees')
    await erratum.getByLabel(say('field.note.right')).fill('280 trees')
    await erratum.getByRole('button').click()
    await page.getByRole('status').filter({ hasText: 'vào mục cải chính của số sau' }).waitFor({ state: 'attached' })
    expect(next).not.toBe(issue)
  })

  it('is issued again with its notice', async () => {
    await openIssue(editor, issue)
    await actOn(editor, 'en', 'reopen', (dialog) => dialog.getByLabel(editor.say('field.reason')).fill('Rút một bài.'))
    const { page, say } = editor
    await page.locator('tr[data-entry]').nth(1).locator('.desk-board__do button').click()
    await page
      .locator('dialog[open]')
      .getByRole('checkbox', { name: say('lang.en'), exact: true })
      .uncheck()
    await page
      .locator('dialog[open]')
      .getByRole('button', { name: say('bulletin.keep') })
      .click()
    await actOn(editor, 'en', 'close', async (dialog) => {
      await dialog.getByLabel(say('field.note.wrong')).fill('300 trees')
      await dialog.getByLabel(say('field.note.right')).fill('280 trees')
    })
    await openIssue(chief, issue)
    await approveEdition(chief, 'en')
    await actOn(chief, 'en', 'reissue')
    await readersFind(newsroom, '/bulletin/2026/4/en', '280 trees')
    expect(watch).toEqual({ foreign: [], errors: [] })
  })
})
