import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import REFUSALS from '#locales/vi/errors.json' with { type: 'json' }
import type { PersonKey } from '#sample/people'
import { launchBrowser, type Browser } from '../lib/browser'
import { openBuiltNewsroom, type BuiltNewsroom } from '../lib/built-newsroom'
import {
  act,
  barriersOn,
  bodyOf,
  buttonOf,
  dialogOf,
  newWatch,
  openArticle,
  railOf,
  save,
  sitDown,
  summaryOf,
  type DeskPage,
} from '../lib/desk-page'
import { approve, arrivedAt, publicAddress, publicPage, releaseNow, submit } from './day'

let newsroom: BuiltNewsroom
let browser: Browser
const watch = newWatch()
const people = new Map<PersonKey, Promise<DeskPage>>()

/** Everybody keeps one browser, as at a real desk; the second signer works at night. */
const at = (key: PersonKey): Promise<DeskPage> => {
  const sitting = people.get(key) ?? sitDown(browser, newsroom.url, key, watch).then(key === 'second-signer' ? inTheDark : same)
  people.set(key, sitting)
  return sitting
}
const same = (desk: DeskPage): DeskPage => desk
const inTheDark = async (desk: DeskPage): Promise<DeskPage> => {
  await desk.context.addCookies([{ name: 'ttdn-theme', value: 'dark', url: newsroom.url }])
  return desk
}

/** What is on the screen can be used by everybody. */
const seen = async (name: string, { page }: DeskPage): Promise<void> => {
  const folder = join(newsroom.folder, 'screens')
  mkdirSync(folder, { recursive: true })
  // What slides in is judged when it stands.
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  expect(await barriersOn(page), name).toEqual([])
}

/** A text made through the door of the desk, where writing it by hand is not the matter; its address. */
const written = async (
  title: string,
  steps: readonly (readonly [PersonKey, string, object])[] = [],
  story: object = {},
): Promise<string> => {
  const article = {
    title,
    summary: 'Hoa nở sớm hơn mọi năm hai tuần.',
    byline: 'Nguyễn Hoài Thu',
    text: 'Mùa hoa năm nay bắt đầu từ giữa tháng 10.\n\nKhách tham quan không mất phí vào cửa.',
  }
  const made = await newsroom.desk.ask(
    'reporter',
    '/api/desk/stories',
    { class: 'promotional', topics: ['tourism'], places: [], channels: null, sourceLanguage: 'vi', ...story, article },
    randomUUID(),
  )
  const { id } = (made as unknown as { article: { id: string } }).article
  for (const [who, verb, args] of steps) await newsroom.desk.ask(who, `/api/desk/articles/${id}/${verb}`, args, randomUUID())
  return `${newsroom.url}/admin/collections/articles/${id}`
}
const SUBMITTED = ['reporter', 'submit', { noSecrets: true }] as const
const APPROVED = [SUBMITTED, ['chief', 'approve', {}]] as const
const RELEASED = [...APPROVED, ['chief', 'release', {}]] as const

const refusedWith = async ({ page }: DeskPage, name: string): Promise<string | null> => {
  const button = buttonOf(page, name)
  expect(await button.getAttribute('aria-disabled')).toBe('true')
  return page.locator(`[id="${(await button.getAttribute('aria-describedby')) ?? ''}"]`).textContent()
}

/** As a person types into a field for a time: that of Đà Lạt, seven hours ahead of London. */
const typedTime = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 16)

beforeAll(async () => {
  ;[newsroom, browser] = await Promise.all([openBuiltNewsroom(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await newsroom?.stop()
})

describe('a picture', () => {
  let shown = ''

  it('without the name of its photographer keeps its text from being approved, until the credit is there', async () => {
    const [reporter, chief] = [await at('reporter'), await at('chief')]
    const { page, say } = reporter
    const address = await written('Dã quỳ nở vàng các triền đồi Tà Nung')
    shown = address
    await openArticle(reporter, address)

    await bodyOf(page).click()
    await page.keyboard.press('Control+End')
    await page.locator('.fixed-toolbar [data-dropdown-key=add]').click()
    await page.locator('[data-item-key=upload]').click()
    await page.locator('.list-header__create-new-button').waitFor()
    await seen('picture-library', reporter)
    await page.locator('.list-header__create-new-button').click()
    const form = page.locator('dialog[open] form.collection-edit__form').last()
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'dã quỳ.jpg', mimeType: 'image/jpeg', buffer: await photograph() })
    await form.getByLabel(/^Mô tả ảnh thay thế/).fill('Triền đồi phủ kín hoa dã quỳ vàng')
    await form.getByLabel(/^Chú thích ảnh/).fill('Dã quỳ nở kín triền đồi Tà Nung sáng 20/11.')
    await seen('picture-form', reporter)
    await form.locator('#action-save').click()
    const placed = bodyOf(page).locator('[data-lexical-decorator] img')
    await placed.waitFor()
    expect(await save(reporter)).toBe(200)
    const finding = railOf(page).locator('.desk-finding', { hasText: say('rail.rights') })
    await expect.poll(() => finding.textContent()).toMatch(new RegExp(`dã quỳ\\.jpg: ${say('rail.rights.credit')}$`))
    await seen('picture-missing-credit', reporter)
    await submit(reporter)

    await openArticle(chief, address)
    expect(await refusedWith(chief, say('verb.approve'))).toBe(REFUSALS['approve.rights'])
    await seen('picture-refused', chief)

    // From the card in the text to the picture's own form.
    await openArticle(reporter, address)
    await act(reporter, say('verb.takeBack'))
    await placed.waitFor()
    const medium = await pictureOf(address)
    await page.goto(`${newsroom.url}/admin/collections/media/${medium}`)
    const credit = page.getByLabel(/^Nguồn ảnh/)
    await credit.fill('Ảnh: Hoài Thu')
    await page.locator('#action-save').click()
    await page.locator('.toast-success').first().waitFor()
    await seen('picture-mended', reporter)
    await openArticle(reporter, address)
    await expect.poll(() => finding.count()).toBe(0)
    await submit(reporter)

    await openArticle(chief, address)
    await approve(chief)
    await releaseNow(chief)
    const read = await publicPage(chief, await publicAddress(chief), 200)
    const figure = read.locator('figure').filter({ hasText: 'Dã quỳ nở kín' })
    expect([await figure.locator('img').getAttribute('alt'), (await figure.locator('figcaption').textContent())?.trim()]).toEqual(
      ['Triền đồi phủ kín hoa dã quỳ vàng', 'Dã quỳ nở kín triền đồi Tà Nung sáng 20/11. Ảnh: Hoài Thu'],
    )
    await read.close()
  })

  it('whose caption somebody else writes anew is looked at again by whoever has the page open', async () => {
    const chief = await at('chief')
    const { page, say } = chief
    const lead = await pictureOf(shown)
    const along = async () => (await railOf(page).locator('.desk-reading li').allInnerTexts()).map((part) => part.split('\n'))
    const goesAlong = (caption: string) => [
      [say('part.topics'), 'Du lịch'],
      [say('part.places'), 'Tà Nung'],
      [say('part.picture'), caption, 'Triền đồi phủ kín hoa dã quỳ vàng', 'Ảnh: Hoài Thu'],
    ]
    await openArticle(chief, await written('Dã quỳ Tà Nung vào mùa', [SUBMITTED], { lead, places: ['Tà Nung'] }))
    expect(await along()).toEqual(goesAlong('Dã quỳ nở kín triền đồi Tà Nung sáng 20/11.'))
    const { status } = await fetch(`${newsroom.url}/api/media/${lead}?locale=vi`, {
      method: 'PATCH',
      headers: {
        authorization: `JWT ${await newsroom.desk.token('reporter')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ caption: 'Dã quỳ nở kín triền đồi Tà Nung chiều 20/11.' }),
    })
    expect(status).toBe(200)
    // What the page does on its own in between shows nothing of it.
    await act(chief, say('verb.hold'), (dialog) => dialog.getByLabel(say('field.reason'), { exact: true }).fill('Chờ ảnh.'))
    await act(chief, say('verb.unhold'), (dialog) => dialog.getByLabel(say('field.reason'), { exact: true }).fill('Đã có.'))

    expect(await along()).toEqual(goesAlong('Dã quỳ nở kín triền đồi Tà Nung sáng 20/11.'))
    await buttonOf(page, say('verb.approve')).click()
    const dialog = dialogOf(page)
    expect(await dialog.locator('dt').allTextContents()).toEqual([say('part.picture')])
    expect([await dialog.locator('del').textContent(), await dialog.locator('ins').textContent()]).toEqual([
      `${say('translation.was.removed')}: sáng`,
      `${say('translation.was.added')}: chiều`,
    ])
    await seen('changed-since', chief)
    await dialog.getByRole('button', { name: say('verb.lookAgain.reload') }).click()
    await dialog.waitFor({ state: 'detached' })
    await railOf(page).locator('.desk-actions').waitFor()
    expect(await along()).toEqual(goesAlong('Dã quỳ nở kín triền đồi Tà Nung chiều 20/11.'))
    await approve(chief)
  })
})

const photograph = () =>
  sharp({ create: { width: 1500, height: 1000, channels: 3, background: '#d9a441' } })
    .jpeg()
    .toBuffer()

/** The one picture in the text at this address. */
const pictureOf = async (address: string): Promise<string> => {
  const answer = await fetch(`${newsroom.url}/api/articles/${address.split('/').at(-1) ?? ''}?depth=0`, {
    headers: { authorization: `JWT ${await newsroom.desk.token('reporter')}` },
  })
  const { body } = (await answer.json()) as { body: { root: { children: readonly { type: string; value?: string }[] } } }
  return body.root.children.find(({ type }) => type === 'upload')?.value ?? ''
}

describe('a text on sovereignty', () => {
  it('is released after a second person has signed; whoever approved it is not that person', async () => {
    const [chief, signer] = [await at('chief'), await at('second-signer')]
    const { say } = chief
    const address = await written('Triển lãm bản đồ Hoàng Sa, Trường Sa tại Đà Lạt', [SUBMITTED], { sovereignty: true })
    await openArticle(chief, address)
    expect(await railOf(chief.page).textContent()).toContain(say('rail.second.none'))
    await approve(chief)
    await expect.poll(() => buttonOf(chief.page, say('verb.release')).getAttribute('aria-disabled')).toBe('true')
    expect(await refusedWith(chief, say('verb.release'))).toBe(REFUSALS['approve.secondMissing'])
    expect(await refusedWith(chief, say('verb.secondSign'))).toBe(REFUSALS['move.notYours'])
    await seen('second-refused', chief)

    await openArticle(signer, address)
    expect(await signer.page.locator('html').getAttribute('data-theme')).toBe('dark')
    await seen('second-rail', signer)
    await act(signer, say('verb.secondSign'), async () => seen('second-dialog', signer))
    await expect.poll(() => railOf(signer.page).textContent()).toContain(signer.person.name)

    await openArticle(chief, address)
    expect(await railOf(chief.page).textContent()).toContain(`${signer.person.name} ký duyệt thứ hai`)
    await releaseNow(chief)
  })
})

describe('a time in the future', () => {
  it('is kept until somebody takes it away; without one nothing is scheduled', async () => {
    const chief = await at('chief')
    const { page, say } = chief
    await openArticle(chief, await written('Lễ hội hoa dã quỳ khai mạc cuối tuần', APPROVED))
    const due = Date.now() + 26 * 3_600_000
    await act(chief, say('verb.schedule'), async (dialog) => {
      await dialog.locator('.desk-dialog__actions .desk-button').last().click()
      // What is missing stands beside the field, and whose time it is stays there.
      expect(await dialog.locator('.desk-field').first().locator('p').allTextContents()).toEqual([
        say('general.missing'),
        say('field.until.help'),
      ])
      await dialog.getByLabel(say('field.until')).fill(typedTime(due))
      await seen('schedule', chief)
    })
    const hour = typedTime(due).slice(11)
    await expect.poll(() => railOf(page).textContent()).toContain(say('state.scheduled'))
    expect(await railOf(page).locator('.desk-notice--approved').textContent()).toContain(hour)
    await seen('scheduled', chief)
    await act(chief, say('verb.unschedule'), async () => seen('unschedule', chief))
    await expect.poll(() => railOf(page).textContent()).not.toContain(say('state.scheduled'))
    expect(await buttonOf(page, say('verb.schedule')).getAttribute('aria-disabled')).toBe(null)
  })
})

describe('what readers saw wrong', () => {
  it('is set right by a note of our own, or by the three parts that the Press Law asks for', async () => {
    const [reporter, chief] = [await at('reporter'), await at('chief')]
    const { page, say } = chief
    const address = await written('Đồi dã quỳ Tà Nung đón khách miễn phí', RELEASED)
    await openArticle(chief, address)
    const readers = await publicAddress(chief)
    const changed = async (summary: string) => {
      await act(chief, say('verb.reopen'))
      await openArticle(reporter, address)
      await summaryOf(reporter.page).fill(summary)
      expect(await save(reporter)).toBe(200)
      await submit(reporter)
      await openArticle(chief, address)
      await approve(chief)
    }
    const shown = async (version: number, ...words: readonly string[]) => {
      await arrivedAt(chief, 1)
      await expect
        .poll(() => fetch(readers).then(async (answer) => (await answer.text()).includes(words[0] ?? '')), { timeout: 30_000 })
        .toBe(true)
      const read = await publicPage(chief, readers, 200)
      // A browser may show its own copy for as long as the page allows.
      await read.reload()
      const text = await read.locator('main').textContent()
      expect(
        words.filter((word) => !text?.includes(word)),
        `version ${version}`,
      ).toEqual([])
      await read.close()
    }

    await changed('Hoa nở sớm hơn mọi năm ba tuần.')
    await act(chief, say('verb.correct'), async (dialog) => {
      await dialog.locator('.desk-dialog__actions .desk-button').last().click()
      expect(await dialog.locator('.desk-field__error').allTextContents()).toEqual([say('general.missing')])
      await dialog.getByLabel(say('field.note.text')).fill('Hoa nở sớm ba tuần, bản trước ghi nhầm hai tuần.')
      await seen('correct-slip', chief)
    })
    await expect.poll(() => railOf(page).textContent()).toContain('Hoa nở sớm ba tuần, bản trước ghi nhầm hai tuần.')
    await shown(2, 'bản trước ghi nhầm hai tuần', 'Đính chính')

    await changed('Khách tham quan mua vé 20.000 đồng.')
    await act(chief, say('verb.correct'), async (dialog) => {
      await dialog.getByLabel(say('field.note.rectification')).check()
      await dialog.getByLabel(say('field.note.text')).fill('Tòa soạn xin lỗi bạn đọc.')
      await dialog.locator('.desk-dialog__actions .desk-button').last().click()
      // Beside each field that is empty, not beside the one that is filled in.
      expect(
        await dialog
          .locator('.desk-field', { has: page.locator('.desk-field__error') })
          .locator('label')
          .allTextContents(),
      ).toEqual([say('field.note.wrong'), say('field.note.right'), say('field.note.publishedOn')])
      await seen('correct-rectification', chief)
      await dialog.getByLabel(say('field.note.wrong')).fill('Khách tham quan không mất phí vào cửa.')
      await dialog.getByLabel(say('field.note.right')).fill('Vé vào cửa 20.000 đồng một người.')
      await dialog.getByLabel(say('field.note.publishedOn')).fill(typedTime(Date.now()).slice(0, 10))
    })
    await expect.poll(() => railOf(page).textContent()).toContain('Tòa soạn xin lỗi bạn đọc.')
    await shown(
      3,
      'Thông tin sai: Khách tham quan không mất phí vào cửa.',
      'Thông tin đúng: Vé vào cửa 20.000 đồng một người.',
      'Tòa soạn xin lỗi bạn đọc.',
      'Thông tin cải chính, xin lỗi',
    )
    expect(await dialogOf(page).count()).toBe(0)
  })
})

describe('of all this', () => {
  it('no page asked a foreign host, and none threw or complained', () => {
    expect(watch).toEqual({ foreign: [], errors: [] })
  })
})
