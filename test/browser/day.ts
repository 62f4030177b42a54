/** The steps of a desk's day that more than one suite takes, each as a person takes it: by form, button and dialog. */
import { expect } from 'vitest'
import type { BuiltNewsroom } from '../lib/built-newsroom'
import {
  act,
  bodyOf,
  buttonOf,
  openArticle,
  paste,
  railOf,
  save,
  saidOf,
  summaryOf,
  titleOf,
  type DeskPage,
} from '../lib/desk-page'

export const TEXT = {
  title: 'Cà phê đặc sản Cầu Đất vào chuỗi cửa hàng tại Osaka',
  summary: 'Lô 18 tấn cà phê nhân đầu tiên theo hợp đồng ba năm rời Đà Lạt sáng 20/11.',
  heading: 'Ba năm thử nghiệm',
  sentence: 'Hợp tác xã Cầu Đất ký hợp đồng cung cấp cà phê đặc sản cho một chuỗi cửa hàng tại Osaka.',
  bold: 'hợp đồng ba năm',
  list: ['Sấy trên giàn', 'Lên men yếm khí'],
} as const

/** As Word puts it on the clipboard: its own styles, classes, comments, an office element, a script. */
export const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {font-family:".VnTime"; color:#1F497D}</style></head>
<body lang="VI"><!--StartFragment--><h2 style="color:#2E74B5"><span style="font-size:18pt">${TEXT.heading}</span></h2>
<p class="MsoNormal" style="margin-bottom:6.0pt;font-family:Arial" onclick="alert(1)">${TEXT.sentence}<o:p></o:p></p>
<p class="MsoNormal">Theo <b style="mso-bidi-font-weight:normal">${TEXT.bold}</b>, sản lượng tăng dần.<script>document.title = 'bị chèn'</script></p>
<ul>${TEXT.list.map((one) => `<li class="MsoListParagraph" style="color:red">${one}</li>`).join('')}</ul><!--EndFragment--></body></html>`

/** New story, from the button on Home to the open text; ends with its address. */
export const beginStory = async (
  desk: DeskPage,
  {
    title = TEXT.title,
    summary = TEXT.summary,
    html = FROM_WORD,
    topic = 'Cà phê',
  }: { title?: string; summary?: string; html?: string; topic?: string } = {},
): Promise<string> => {
  const { page, say } = desk
  await page.locator('.desk-page__head a.desk-button--primary').click()
  await page.locator('.desk-new__form').waitFor()
  // The author's name arrives with the session.
  await expect.poll(() => page.getByLabel(say('part.byline')).inputValue()).toBe(desk.person.name)
  await page.getByLabel(say('part.title'), { exact: true }).fill(title)
  await page.getByLabel(say('part.summary'), { exact: true }).fill(summary)
  await paste(page, '.desk-paste', html)
  await page.getByLabel(topic, { exact: true }).check()
  await page.getByRole('button', { name: say('new.create') }).click()
  await page.waitForURL(/\/admin\/collections\/articles\/[^/]+$/)
  await railOf(page).locator('.desk-actions').waitFor()
  await bodyOf(page).waitFor()
  return page.url()
}

export const submit = async (desk: DeskPage, name = desk.say('verb.submit')): Promise<void> =>
  act(desk, name, async (dialog) => {
    const tick = dialog.getByLabel(desk.say('field.noSecrets'))
    if (await tick.count()) await tick.check()
  })

export const approve = (desk: DeskPage): Promise<void> => act(desk, desk.say('verb.approve'))

export const releaseNow = async (desk: DeskPage): Promise<void> => {
  await act(desk, desk.say('verb.release'))
  await expect.poll(() => saidOf(desk.page).textContent()).toMatch(/\d+/)
}

/** Where the rail says that the text has arrived: the outlet's name and the page that it made. */
export const arrivedAt = async ({ page, say }: DeskPage, outlets: number): Promise<readonly string[]> => {
  const rows = page.locator('.desk-outlet')
  await expect
    .poll(async () => (await rows.allTextContents()).filter((row) => row.includes(say('delivery.delivered'))).length, {
      timeout: 60_000,
    })
    .toBe(outlets)
  return rows.locator('a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
}

/** The public page, as soon as it answers as expected. */
export const publicPage = async ({ context }: DeskPage, address: string, status: number) => {
  await expect.poll(async () => (await fetch(address)).status, { timeout: 30_000 }).toBe(status)
  const page = await context.newPage()
  await page.goto(address)
  return page
}

export const publicAddress = async ({ page, say }: DeskPage): Promise<string> =>
  (await page.getByRole('link', { name: say('banner.open') }).getAttribute('href')) ?? ''

/** Reader, outlet and desk see the same from the pasted draft to the withdrawal. Returns where it stood. */
export const wholeDay = async (
  newsroom: BuiltNewsroom,
  reporter: DeskPage,
  chief: DeskPage,
  look: (name: string, desk: DeskPage) => Promise<void> = async () => {},
) => {
  const { say } = reporter

  const article = await beginStory(reporter)
  await expect.poll(() => titleOf(reporter.page).inputValue()).toBe(TEXT.title)
  const kept = await bodyOf(reporter.page).evaluate((body) => ({
    heading: body.querySelector('h2')?.textContent,
    bold: body.querySelector('strong')?.textContent,
    list: [...body.querySelectorAll('li')].map((item) => item.textContent),
    junk: /mso|office|VnTime|color:|onclick|script/i.test(body.innerHTML.replace(/--\w[\w-]*/g, '')),
    title: document.title.includes('bị chèn'),
  }))
  expect(kept).toEqual({ heading: TEXT.heading, bold: TEXT.bold, list: TEXT.list, junk: false, title: false })
  expect(await buttonOf(reporter.page, say('verb.approve')).count()).toBe(0)
  await look('draft', reporter)

  await submit(reporter)
  await expect.poll(() => railOf(reporter.page).textContent()).toContain(say('state.review'))
  const own = buttonOf(reporter.page, say('verb.approve'))
  expect((await own.count()) === 0 || (await own.getAttribute('aria-disabled')) === 'true').toBe(true)

  await chief.page.goto(`${newsroom.url}/admin`)
  const waiting = chief.page.locator('section[aria-labelledby=desk-box-waiting]')
  await waiting.locator(`a[href="${new URL(article).pathname}"]`).click()
  await chief.page.waitForURL(article)
  await approve(chief)
  await releaseNow(chief)
  const pages = await arrivedAt(chief, 2)
  expect(pages.map((page) => new URL(page).origin)).toEqual(pages.map(() => newsroom.sandboxUrl))
  await look('released', chief)

  const address = await publicAddress(chief)
  const read = await publicPage(chief, address, 200)
  expect(await read.locator('h1').first().textContent()).toBe(TEXT.title)
  expect(await read.locator('main').textContent()).toContain(TEXT.sentence)
  await look('public', { ...chief, page: read })
  for (const page of pages) {
    await read.goto(page)
    expect(await read.locator('main').textContent()).toContain(TEXT.sentence)
  }

  // A correction: reopened, changed, sent and approved again, released with a note.
  await reporter.page.goto(article)
  await act(chief, say('verb.reopen'))
  await reporter.page.reload()
  await bodyOf(reporter.page).waitFor()
  const corrected = TEXT.summary.replace('18 tấn', '19 tấn')
  await summaryOf(reporter.page).fill(corrected)
  expect(await save(reporter)).toBe(200)
  await submit(reporter)
  await chief.page.reload()
  await approve(chief)
  const note = 'Lô hàng đầu tiên là 19 tấn, bản trước ghi nhầm 18 tấn.'
  await act(chief, say('verb.correct'), (dialog) => dialog.getByLabel(say('field.note.text')).fill(note))
  await expect.poll(() => railOf(chief.page).textContent()).toContain(say('kind.correction'))
  await arrivedAt(chief, 2)
  await expect.poll(async () => (await fetch(address)).text(), { timeout: 30_000 }).toContain(corrected)
  await read.goto(address)
  // A browser may show its own copy for as long as the page allows.
  await read.reload()
  expect(await read.locator('main').textContent()).toContain(note)
  await read.goto(pages[0] ?? '')
  await read.reload()
  expect(await read.locator('main').textContent()).toContain(corrected)
  await read.close()

  return { article, address, pages, note, corrected }
}

export type Translation = { readonly title: string; readonly summary: string; readonly html: string }

/** From the source to the text of the other language: begun, written, saved, sent for revision. */
export const translate = async (desk: DeskPage, source: string, into: 'en' | 'ja', text: Translation): Promise<string> => {
  const { page, say } = desk
  await openArticle(desk, source)
  await buttonOf(page, say('verb.translate', { language: say(`lang.${into}.in`) })).click()
  await page.waitForURL((address) => /\/articles\/[^/]+$/.test(address.pathname) && address.href !== source)
  await railOf(page).locator('.desk-actions').waitFor()
  await bodyOf(page).waitFor()
  await titleOf(page).fill(text.title)
  await summaryOf(page).fill(text.summary)
  await bodyOf(page).click()
  await page.keyboard.press('Control+a')
  await paste(page, '[data-lexical-editor]', text.html)
  await page.waitForTimeout(300)
  return page.url()
}

/** Off the public page and off every outlet; says what readers find. */
export const takeDown = async (desk: DeskPage, address: string, reason: string): Promise<void> => {
  const { page, say } = desk
  await act(desk, say('verb.withdraw'), async (dialog) => {
    expect(await dialog.locator('.desk-dialog__sentence').textContent()).toContain(say('verb.withdraw.page'))
    await dialog.getByLabel(say('field.reason')).fill(reason)
  })
  await expect.poll(() => railOf(page).textContent()).toContain(say('state.withdrawn'))
  const gone = await publicPage(desk, address, 410)
  expect(await gone.locator('h1').count()).toBeGreaterThan(0)
  await gone.close()
}
