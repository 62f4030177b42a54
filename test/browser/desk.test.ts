import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '#newsroom'
import { CHANNELS } from '#sample/channels'
import type { PersonKey } from '#sample/people'
import type { TopicKey } from '#sample/topics'
import { foreignWords } from '../lib/foreign-words'
import { launchBrowser, type Browser, type Page } from '../lib/browser'
import { openBuiltNewsroom, type BuiltNewsroom } from '../lib/built-newsroom'
import {
  act,
  barriersOn,
  bodyOf,
  buttonOf,
  dialogOf,
  newWatch,
  openArticle,
  overhangOf,
  railOf,
  save,
  sitDown,
  summaryOf,
  titleOf,
  type DeskPage,
} from '../lib/desk-page'
import { approve, arrivedAt, publicAddress, publicPage, releaseNow, submit, takeDown, translate, wholeDay } from './day'

let newsroom: BuiltNewsroom
let browser: Browser
const watch = newWatch()
const people = new Map<string, Promise<DeskPage>>()

/** Everybody keeps one browser for the whole day, as at a real desk. */
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

/** A text made through the door of the desk, where writing it by hand is not the matter; its address. */
const written = async (
  title: string,
  steps: readonly (readonly [PersonKey, string, object])[] = [],
  topics: readonly TopicKey[] = ['tourism'],
): Promise<string> => {
  const article = {
    title,
    summary: 'Chợ phiên cuối tuần mở lại tại trung tâm xã.',
    byline: 'Nguyễn Hoài Thu',
    text: 'Phiên chợ đầu tiên có 42 gian hàng nông sản.\n\nBan quản lý cho biết chợ họp sáng thứ bảy và chủ nhật hằng tuần.',
  }
  const made = await newsroom.desk.ask(
    'reporter',
    '/api/desk/stories',
    { class: 'promotional', topics, places: [], channels: null, sourceLanguage: 'vi', article },
    randomUUID(),
  )
  const { id } = (made as unknown as { article: { id: string } }).article
  for (const [who, verb, args] of steps) await newsroom.desk.ask(who, `/api/desk/articles/${id}/${verb}`, args, randomUUID())
  return `${newsroom.url}/admin/collections/articles/${id}`
}
const SUBMITTED = ['reporter', 'submit', { noSecrets: true }] as const
const APPROVED = [SUBMITTED, ['chief', 'approve', {}]] as const

beforeAll(async () => {
  ;[newsroom, browser] = await Promise.all([openBuiltNewsroom(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await newsroom?.stop()
})

describe('the day of a text', () => {
  let day: Awaited<ReturnType<typeof wholeDay>>
  let english = ''
  let japanese = ''

  it('goes from a draft out of Word to two outlets, and is corrected there', async () => {
    day = await wholeDay(newsroom, await at('reporter'), await at('chief'), look)
  })

  it('is put into English, revised, approved, released: portal and broadcaster show it', async () => {
    const [translator, reviser, chief] = [await at('translator-en'), await at('reviser'), await at('chief')]
    const text = {
      title: 'Cau Dat specialty coffee enters a chain of shops in Osaka',
      summary: 'The first 19 tonnes of green coffee under a three-year contract left Da Lat on the morning of 20 November.',
      html: '<h2>Three years of trials</h2><p>Cau Dat Cooperative signed a contract to supply specialty coffee to a chain of shops in Osaka.</p><p>Under the <b>three-year contract</b>, output will grow step by step.</p><ul><li>Drying on racks</li><li>Anaerobic fermentation</li></ul>',
    }
    const address = await translate(translator, day.article, 'en', text)
    expect(await save(translator)).toBe(200)
    await look('en-draft', translator)
    await submit(translator, translator.say('verb.submit.translation'))

    await openArticle(reviser, address)
    await act(reviser, reviser.say('verb.revised'))
    await openArticle(chief, address)
    await approve(chief)
    await releaseNow(chief)
    const pages = await arrivedAt(chief, 2)
    expect(pages.map((page) => new URL(page).pathname.split('/').slice(1, 3).join('/')).sort()).toEqual([
      'broadcaster/en',
      'portal/en',
    ])
    english = await publicAddress(chief)
    for (const where of [english, ...pages]) {
      const read = await publicPage(chief, where, 200)
      expect(await read.locator('main').textContent()).toContain('Cau Dat Cooperative signed a contract')
      await read.close()
    }
  })

  it('is put into Japanese with readings over its names, on screens that speak Japanese', async () => {
    const [translator, reviser, chief] = [await at('translator-ja'), await at('reviser'), await at('chief')]
    const { page, say } = translator
    const text = {
      title: 'カウダットのスペシャルティコーヒー、大阪の店舗網へ',
      summary: '3年契約に基づく最初の生豆19トンが、11月20日朝にダラットを出発した。',
      html: '<h2>3年の試み</h2><p>カウダット協同組合は、大阪の店舗網にスペシャルティコーヒーを供給する契約を結んだ。</p><p><b>3年契約</b>に基づき、生産量を徐々に増やす。</p><ul><li>棚での乾燥</li><li>嫌気性発酵</li></ul>',
    }
    const address = await translate(translator, day.article, 'ja', text)
    await bodyOf(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('産地は')
    await page.locator('[data-button-key=ruby]').first().click()
    const dialog = page.locator('dialog.ruby-dialog')
    const [base, reading] = [dialog.locator('input').nth(0), dialog.locator('input').nth(1)]
    await base.fill('林同省')
    await reading.fill('ラムドンしょう')
    await dialog.locator('button[type=submit]').click()
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.type('にある。')
    await expect.poll(() => bodyOf(page).locator('ruby').textContent()).toBe('林同省（ラムドンしょう）')
    expect(await save(translator)).toBe(200)
    await look('ja-draft', translator)
    await submit(translator, say('verb.submit.translation'))

    await openArticle(reviser, address)
    await act(reviser, reviser.say('verb.revised'))
    await openArticle(chief, address)
    await approve(chief)
    await releaseNow(chief)
    await arrivedAt(chief, 1)
    japanese = await publicAddress(chief)
    const read = await publicPage(chief, japanese, 200)
    expect(
      await read
        .locator('ruby')
        .first()
        .evaluate((ruby) => ruby.innerHTML.replace(/<\/?rp>|[()（）]/g, '')),
    ).toBe('林同省<rt>ラムドンしょう</rt>')
    expect(await read.locator('html').getAttribute('lang')).toBe('ja')
    await read.close()
  })

  it('is taken down in all its languages by one act; every page says so', async () => {
    const chief = await at('chief')
    await openArticle(chief, day.article)
    await takeDown(chief, day.address, 'Nguồn tin yêu cầu rút lại.')
    const gone = [english, japanese, ...day.pages]
    await expect
      .poll(async () => (await Promise.all(gone.map(async (page) => (await fetch(page)).status))).join(), { timeout: 30_000 })
      .toBe(gone.map(() => 410).join())
  })
})

describe('a chief', () => {
  const ask = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `JWT ${await newsroom.desk.token('chief')}`, 'content-type': 'application/json' }
    const answer = await fetch(`${newsroom.url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    expect(answer.status).toBe(200)
    return answer.json()
  }

  it('reads before the press which outlets get a correction and which lose the text, and whom a withdrawal reaches', async () => {
    const chief = await at('chief')
    const { page, say } = chief
    const [portal, newspaper] = CHANNELS.map(({ name }) => name.vi)
    const address = await written('Cà phê Cầu Đất vào mùa hái', [...APPROVED, ['chief', 'release', {}]], ['coffee'])
    const id = address.slice(address.lastIndexOf('/') + 1)
    const { story } = await ask('GET', `/api/articles/${id}?depth=0`)
    const { docs } = await ask('GET', '/api/channels?where[key][equals]=portal')
    await ask('PATCH', `/api/stories/${story}`, { channels: [docs[0].id] })
    await newsroom.desk.ask('chief', `/api/desk/articles/${id}/reopen`, {}, randomUUID())
    await newsroom.desk.save('reporter', id, 'Vụ hái bắt đầu sớm mười ngày.')
    for (const [who, verb, args] of APPROVED) await newsroom.desk.ask(who, `/api/desk/articles/${id}/${verb}`, args, randomUUID())
    await openArticle(chief, address)
    await act(chief, say('verb.correct'), async (dialog) => {
      const lines = dialog.locator('.desk-dialog__facts')
      await expect
        .poll(() => lines.allTextContents(), { timeout: 30_000 })
        .toEqual([`${say('rail.outlets')}: ${portal}`, `${say('verb.correct.lose')}: ${newspaper}`])
      await look('correct-loses', chief)
      await dialog.getByLabel(say('field.note.text')).fill('Vụ hái bắt đầu sớm hơn.')
    })
    await openArticle(chief, address)
    await act(chief, say('verb.withdraw'), async (dialog) => {
      const outlets = [say('verb.withdraw.page'), newspaper, portal].join(', ')
      await expect
        .poll(() => dialog.locator('.desk-dialog__sentence').textContent(), { timeout: 30_000 })
        .toBe(say('verb.withdraw.do', { outlets }))
      await dialog.getByLabel(say('field.reason')).fill('Nguồn tin yêu cầu rút lại.')
    })
    await expect.poll(() => railOf(page).textContent(), { timeout: 30_000 }).toContain(say('state.withdrawn'))
  })

  it('is told on home that an outlet has not taken a text down, and sends the order again at one press', async () => {
    const chief = await at('chief')
    const { page, say } = chief
    const outlet = (mode: string) =>
      fetch(`${newsroom.sandboxUrl}/portal/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mode }),
      })
    const title = 'Chợ đêm Đà Lạt đổi giờ'
    const address = await written(title, [...APPROVED, ['chief', 'release', {}]])
    await outlet('500')
    await newsroom.desk.ask(
      'chief',
      `/api/desk/articles/${address.split('/').at(-1)}/withdraw`,
      { reason: 'Sai giờ.' },
      randomUUID(),
    )
    await page.goto(`${newsroom.url}/admin`)
    const line = page.locator('.desk-undelivered__line', { hasText: title })
    await expect.poll(() => line.count(), { timeout: 60_000 }).toBe(1)
    expect(await line.textContent()).toContain(say('undelivered.withdrawal'))
    expect(await barriersOn(page)).toEqual([])
    await look('undelivered', chief)
    await outlet('none')
    await line
      .getByRole('button', { name: say('undelivered.resend.what', { title, outlet: CHANNELS[0]?.name.vi ?? '' }) })
      .click()
    await expect.poll(() => line.count(), { timeout: 60_000 }).toBe(0)
  })
})

describe('a colleague', () => {
  it('gives a text back with a wording that the author takes over by one press', async () => {
    const [reporter, chief] = [await at('reporter'), await at('chief')]
    const address = await written('Chợ phiên Lạc Dương mở lại vào cuối tuần', [SUBMITTED])
    const suggestion = 'Chợ nằm cách trung tâm Đà Lạt 12 km, có xe buýt mỗi 30 phút.'
    await openArticle(chief, address)
    await act(chief, chief.say('verb.return'), async (dialog) => {
      await dialog.getByLabel(chief.say('field.reason'), { exact: true }).fill('Cần nói rõ đường đi.')
      await dialog.getByLabel(`${chief.say('field.suggestion')} (${chief.say('general.optional')})`).fill(suggestion)
    })
    await openArticle(reporter, address)
    await bodyOf(reporter.page).waitFor()
    expect(await railOf(reporter.page).locator('.desk-said-by').textContent()).toBe('Cần nói rõ đường đi.')
    await buttonOf(reporter.page, reporter.say('rail.suggestion.take')).click()
    await expect.poll(() => bodyOf(reporter.page).textContent()).toContain(suggestion)
    expect(await save(reporter)).toBe(200)
    await reporter.page.reload()
    await expect.poll(() => bodyOf(reporter.page).textContent()).toContain(suggestion)
  })

  it('holds a text: it can be neither approved nor released until the hold is lifted', async () => {
    const chief = await at('chief')
    await openArticle(chief, await written('Đường hoa ven hồ tạm dừng thi công', [SUBMITTED]))
    await act(chief, chief.say('verb.hold'), (dialog) =>
      dialog.getByLabel(chief.say('field.reason'), { exact: true }).fill('Chờ xác minh với chủ đầu tư.'),
    )
    expect(await railOf(chief.page).textContent()).toContain('Chờ xác minh với chủ đầu tư.')
    expect(await buttonOf(chief.page, chief.say('verb.approve')).getAttribute('aria-disabled')).toBe('true')
    await act(chief, chief.say('verb.unhold'), (dialog) =>
      dialog.getByLabel(chief.say('field.reason'), { exact: true }).fill('Chủ đầu tư đã xác nhận.'),
    )
    expect(await buttonOf(chief.page, chief.say('verb.approve')).getAttribute('aria-disabled')).toBe(null)
  })

  it('chooses the second at which a text appears; before it, no page', async () => {
    const chief = await at('chief')
    const address = await written('Lễ hội trà Bảo Lộc mở cổng tối nay', APPROVED)
    await openArticle(chief, address)
    // As in Đà Lạt, seven hours before London.
    const due = new Date(Math.ceil(Date.now() / 1000) * 1000 + 8_000)
    await act(chief, chief.say('verb.schedule'), (dialog) =>
      dialog.getByLabel(chief.say('field.until')).fill(new Date(due.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)),
    )
    expect(await railOf(chief.page).textContent()).toContain(chief.say('state.scheduled'))
    expect(Date.now()).toBeLessThan(due.getTime())
    type Released = { releases: readonly { at: string }[] }
    const id = address.split('/').at(-1) ?? ''
    const releases = async () =>
      (
        (await (
          await fetch(`${newsroom.url}/api/desk/articles/${id}`, {
            headers: { authorization: `JWT ${await newsroom.desk.token('chief')}` },
          })
        ).json()) as Released
      ).releases
    await expect.poll(async () => (await releases()).length, { timeout: 30_000, interval: 250 }).toBe(1)
    const late = Date.parse((await releases())[0]?.at ?? '') - due.getTime()
    expect([late >= 0, late <= 2_000], `${late} ms`).toEqual([true, true])
    await openArticle(chief, address)
    await (await publicPage(chief, await publicAddress(chief), 200)).close()
  })
})

describe('what was typed', () => {
  it('is not lost when two save one text: the later one sees both and keeps what each changed', async () => {
    const first = await at('reporter')
    const second = await sitDown(browser, newsroom.url, 'reporter', watch)
    const address = await written('Làng lụa Bảo Lộc đón khách nước ngoài')
    await openArticle(first, address)
    await openArticle(second, address)
    await summaryOf(second.page).fill('Hơn 300 lượt khách đến làng lụa trong tuần đầu.')
    expect(await save(second)).toBe(200)
    await titleOf(first.page).fill('Làng lụa Bảo Lộc đón đoàn khách quốc tế đầu tiên')
    expect(await save(first)).toBe(409)
    const dialog = dialogOf(first.page)
    expect(await dialog.locator('h2').textContent()).toBe(first.say('conflict.title'))
    expect(await barriersOn(first.page)).toEqual([])
    await look('conflict', first)
    await dialog.getByRole('button', { name: first.say('conflict.save') }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => titleOf(first.page).inputValue()).toBe('Làng lụa Bảo Lộc đón đoàn khách quốc tế đầu tiên')
    await expect.poll(() => summaryOf(first.page).inputValue()).toBe('Hơn 300 lượt khách đến làng lụa trong tuần đầu.')
    await second.context.close()
  })

  it('is still there when the tab was closed', async () => {
    const reporter = await at('reporter')
    const address = await written('Vườn dâu công nghệ cao mở cửa tham quan')
    const tab = await reporter.context.newPage()
    const typing = { ...reporter, page: tab }
    await openArticle(typing, address)
    await titleOf(tab).fill('Vườn dâu công nghệ cao ở Lạc Dương mở cửa tham quan')
    await bodyOf(tab).click()
    await tab.keyboard.press('Control+End')
    await tab.keyboard.type(' Giá vé 50.000 đồng.')
    await expect.poll(() => tab.evaluate(() => Object.values(localStorage).join())).toContain('Giá vé 50.000 đồng.')
    await tab.close()
    await openArticle(reporter, address)
    await buttonOf(reporter.page, reporter.say('unsaved.restore')).click()
    await expect.poll(() => bodyOf(reporter.page).textContent()).toContain('Giá vé 50.000 đồng.')
    expect(await titleOf(reporter.page).inputValue()).toBe('Vườn dâu công nghệ cao ở Lạc Dương mở cửa tham quan')
    expect(await save(reporter)).toBe(200)
  })
})

describe('with the keyboard alone', () => {
  it('a text is sent for approval; Esc changes nothing and the focus returns', async () => {
    const reporter = await at('reporter')
    const { page, say } = reporter
    await openArticle(reporter, await written('Hồ Tuyền Lâm có thêm tuyến đi bộ ven rừng'))
    await bodyOf(page).waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    const reach = async (name: string) => {
      for (let step = 0; step < 120; step += 1) {
        if ((await focused()) === name) return
        await page.keyboard.press('Tab')
      }
      throw new Error(
        `${name}: not within 120 steps; the focus is on ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`,
      )
    }
    await titleOf(page).focus()
    await reach(say('verb.submit'))
    await page.keyboard.press('Enter')
    await dialogOf(page).waitFor()
    expect(await focused()).toBe(say('general.cancel'))
    await page.keyboard.press('Escape')
    await dialogOf(page).waitFor({ state: 'detached' })
    expect(await focused()).toBe(say('verb.submit'))
    expect(await railOf(page).textContent()).toContain(say('state.draft'))

    await page.keyboard.press('Enter')
    await dialogOf(page).waitFor()
    for (
      let step = 0;
      step < 10 && !(await page.evaluate(() => document.activeElement?.matches('input[type=checkbox]')));
      step += 1
    )
      await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await reach(say('verb.submit'))
    await page.keyboard.press('Enter')
    await dialogOf(page).waitFor({ state: 'detached' })
    await expect.poll(() => railOf(page).textContent()).toContain(say('state.review'))
  })
})

describe('the screens', () => {
  const settle = (page: Page) => page.waitForTimeout(400)

  it.each(LANGUAGES)('speak %s, fit an office screen, and have no serious barrier', async (language) => {
    const reporter = await at('reporter', language)
    const { page } = reporter
    const problems: string[] = []
    const check = async (name: string) => {
      await settle(page)
      await look(`${language}-${name}`, reporter)
      const overhang = await overhangOf(page)
      if (overhang > 0) problems.push(`${name}: ${overhang} px too wide`)
      if ((await page.locator('html').getAttribute('lang')) !== language) problems.push(`${name}: lang`)
      problems.push(
        ...(await foreignWords(page, language)).map((word) => `${name}: ${word}`),
        ...(await barriersOn(page)).map((barrier) => `${name}: ${barrier}`),
      )
    }
    await page.goto(`${newsroom.url}/admin`)
    await page.locator('.desk-home .desk-box').first().waitFor()
    await check('home')
    await page.goto(`${newsroom.url}/admin/new-story`)
    await page.locator('.desk-topics label').first().waitFor()
    await check('new-story')
    await page.goto(`${newsroom.url}/admin/collections/stories`)
    await page.locator('.desk-table').waitFor()
    await check('stories')
    for (const [name, steps] of [
      ['draft', []],
      ['review', [SUBMITTED]],
      ['released', [...APPROVED, ['chief', 'release', {}]]],
    ] as const) {
      await openArticle(reporter, await written(`Phiên chợ hoa Vạn Thành, bản ${language} ${name}`, steps))
      await bodyOf(page).waitFor()
      await check(name)
      if (name !== 'draft') continue
      await buttonOf(page, reporter.say('verb.submit')).click()
      await dialogOf(page).waitFor()
      await check('dialog')
      await page.keyboard.press('Escape')
    }
    expect(problems).toEqual([])
  })

  it('of readers and of the door have no serious barrier', async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi' })
    const page = await context.newPage()
    const problems: string[] = []
    for (const address of [
      `${newsroom.url}/admin/login`,
      `${newsroom.publicUrl}/vi`,
      `${newsroom.publicUrl}/ja`,
      `${newsroom.sandboxUrl}/portal/vi`,
      `${newsroom.sandboxUrl}/newspaper/vi`,
      `${newsroom.sandboxUrl}/broadcaster/en`,
    ]) {
      await page.goto(address)
      problems.push(...(await barriersOn(page)).map((barrier) => `${address}: ${barrier}`))
      if ((await overhangOf(page)) > 0) problems.push(`${address}: too wide`)
    }
    await page.goto(`${newsroom.publicUrl}/vi`)
    await page.locator('main a').first().click()
    problems.push(...(await barriersOn(page)).map((barrier) => `article: ${barrier}`))
    await context.close()
    expect(problems).toEqual([])
  })
})

describe('of the whole day', () => {
  it('no page asked a foreign host, and none threw or complained', () => {
    expect(watch).toEqual({ foreign: [], errors: [] })
  })
})
