/** A person at the desk, in a browser of their own: what they press is found by its words, as they find it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { wordsOf, type Say } from '#admin/words'
import type { Language } from '#newsroom'
import { DEMO_PASSWORD, personOf, type PersonKey } from '#sample/people'
import type { Browser, BrowserContext, Page } from './browser'

export type DeskPage = {
  readonly page: Page
  readonly context: BrowserContext
  readonly say: Say
  readonly language: Language
  readonly person: ReturnType<typeof personOf>
}

/** Everything that no page of ours may do: ask a foreign host, throw, complain. */
export type Watch = { readonly foreign: string[]; readonly errors: string[] }
export const newWatch = (): Watch => ({ foreign: [], errors: [] })

/** What the browser itself says of answers that the test provokes (a conflict, a withdrawn page). */
const EXPECTED = /the server responded with a status of (400|401|403|404|409|410|422)/

export const watchContext = (context: BrowserContext, watch: Watch): void => {
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') watch.foreign.push(request.url())
  })
  context.on('weberror', (problem) => watch.errors.push(problem.error().message))
  context.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text()))
      watch.errors.push(`${message.page()?.url() ?? ''}: ${message.text()}`)
  })
}

/** Sends the login form; ends on Home. Hours are told as in Đà Lạt, wherever the test runs. */
export const sitDown = async (
  browser: Browser,
  url: string,
  key: PersonKey,
  watch: Watch,
  language: Language = personOf(key).interface,
): Promise<DeskPage> => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: language,
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  await context.addCookies([{ name: 'ttdn-lng', value: language, url }])
  context.setDefaultTimeout(30_000)
  watchContext(context, watch)
  const page = await context.newPage()
  const desk: DeskPage = { page, context, say: wordsOf(language), language, person: personOf(key) }
  await logIn(desk, url)
  return desk
}

export const logIn = async ({ page, person }: DeskPage, url: string): Promise<void> => {
  await page.goto(`${url}/admin/login`)
  await page.locator('input[type=email]').fill(person.email)
  await page.locator('input[type=password]').fill(DEMO_PASSWORD)
  await page.locator('button[type=submit]').click()
  await page.locator('.desk-home .desk-box').first().waitFor()
}

/** The rail of an article with its buttons there. */
export const openArticle = async ({ page }: DeskPage, address: string): Promise<void> => {
  await page.goto(address)
  await railOf(page).locator('.desk-actions').waitFor()
}
export const railOf = (page: Page) => page.locator('.desk-rail')
export const dialogOf = (page: Page) => page.locator('dialog[open]')
export const buttonOf = (page: Page, name: string) => railOf(page).getByRole('button', { name, exact: true })

/** Presses a button of the rail, fills in its dialog, confirms, and waits until the desk has said that it is done. */
export const act = async (
  desk: DeskPage,
  name: string,
  fill: (dialog: ReturnType<typeof dialogOf>) => Promise<void> = async () => {},
) => {
  const { page } = desk
  await buttonOf(page, name).click()
  const dialog = dialogOf(page)
  await dialog.waitFor()
  await fill(dialog)
  await dialog.locator('.desk-dialog__actions .desk-button').last().click()
  await dialog.waitFor({ state: 'detached' })
}

/** What the desk said after the last press. */
export const saidOf = (page: Page) => railOf(page).locator('.desk-actions .desk-said')

export const titleOf = (page: Page) => page.locator('#field-title')
export const summaryOf = (page: Page) => page.locator('#field-summary')
export const bodyOf = (page: Page) => page.locator('[data-lexical-editor]').first()

/** Presses Payload's own save button and waits for the answer. */
export const save = async ({ page }: DeskPage): Promise<number> => {
  const answered = page.waitForResponse(
    (answer) => answer.request().method() === 'PATCH' && /\/api\/articles\//.test(answer.url()),
  )
  await page.locator('#action-save').click()
  return (await answered).status()
}

/** What Word puts on the clipboard, pasted where the cursor stands. */
export const paste = (page: Page, selector: string, html: string): Promise<void> =>
  page.locator(selector).evaluate((box, pasted) => {
    ;(box as HTMLElement).focus()
    const data = new DataTransfer()
    data.setData('text/html', pasted)
    data.setData('text/plain', pasted.replace(/<[^>]*>/g, ''))
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Violations of impact serious or critical, each as `rule: place`. */
export const barriersOn = async (page: Page): Promise<readonly string[]> => {
  // Through the debugger, so that the policy of a page stays as it is.
  await page.evaluate(readFileSync(AXE, 'utf8'))
  return page.evaluate(async () => {
    type Axe = {
      run: (
        where: Document,
        how: object,
      ) => Promise<{ violations: { id: string; impact: string; nodes: { target: unknown[]; failureSummary: string }[] }[] }>
    }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary.split('\n')[1]?.trim() ?? ''})`),
      )
  })
}

/** Pixels by which a page is wider than its window. */
export const overhangOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
