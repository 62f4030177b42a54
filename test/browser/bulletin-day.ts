/** The steps of an issue's day, each as a bulletin editor or a chief takes it: by keyboard, button and dialog. */
import { expect } from 'vitest'
import { LANGUAGES, type Language } from '#newsroom'
import type { BuiltNewsroom } from '../lib/built-newsroom'
import { bodyOf, dialogOf, titleOf, type DeskPage } from '../lib/desk-page'

const confirm = async ({ page }: DeskPage): Promise<void> => {
  const dialog = dialogOf(page)
  await dialog.locator('.desk-dialog__actions .desk-button').last().click()
  await dialog.waitFor({ state: 'detached' })
}

/** What was arranged is with the newsroom. */
const kept = ({ page }: DeskPage): Promise<void> =>
  expect.poll(() => page.locator('.desk-kept').getAttribute('class'), { timeout: 30_000 }).toContain('desk-kept--kept')

export const openIssue = async ({ page }: DeskPage, address: string, tab = 'board'): Promise<void> => {
  await page.goto(`${address}?tab=${tab}`)
  await page.locator('.desk-editions').waitFor()
}

/** From home to the next quarter's issue, with the sections of the one before; ends with its address. */
export const beginIssue = async (desk: DeskPage, url: string): Promise<string> => {
  const { page } = desk
  await page.goto(`${url}/admin/bulletins`)
  await page.locator('.desk-bulletins .desk-page__head button').click()
  await page.waitForURL(/\/admin\/bulletin\/[^/]+$/)
  await page.locator('.desk-board').waitFor()
  return page.url()
}

const sectionOf = ({ page }: DeskPage, index: number) => page.locator('tbody[data-section]').nth(index)
export const titlesOn = ({ page }: DeskPage): Promise<readonly string[]> => page.locator('.desk-board__title').allTextContents()

export const addStories = async (desk: DeskPage, section: number, titles: readonly string[]): Promise<void> => {
  const { page, say } = desk
  await sectionOf(desk, section)
    .getByRole('button', { name: say('bulletin.add.story') })
    .click()
  const dialog = dialogOf(page)
  for (const title of titles) {
    const row = dialog.locator('.desk-candidates li').filter({ hasText: title })
    await row.getByRole('button').click()
    await row.getByText(say('bulletin.candidates.here')).waitFor()
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await kept(desk)
}

/** A foreword, in the Vietnamese edition alone, written in its own form. */
export const addForeword = async (desk: DeskPage, title: string, sentence: string): Promise<void> => {
  const { page, say } = desk
  const issue = page.url()
  await sectionOf(desk, 0)
    .getByRole('button', { name: say('bulletin.add.own') })
    .click()
  await confirm(desk)
  const row = page.locator('tr[data-entry]').first()
  await row.locator('.desk-board__do button').click()
  for (const language of ['en', 'ja'] as const)
    await dialogOf(page)
      .getByRole('checkbox', { name: say(`lang.${language}`), exact: true })
      .uncheck()
  await dialogOf(page)
    .getByRole('button', { name: say('bulletin.keep') })
    .click()
  await kept(desk)
  await row.locator('td a').first().click()
  await page.waitForURL(/\/collections\/pieces\//)
  await titleOf(page).fill(title)
  await bodyOf(page).click()
  await page.keyboard.insertText(sentence)
  const answered = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && /\/pieces\//.test(answer.url()))
  await page.locator('#action-save').click()
  expect((await answered).status()).toBe(200)
  await openIssue(desk, issue)
}

/** By keyboard alone: the number of a place takes the arrows. Says which entry has the focus then. */
export const move = async ({ page }: DeskPage, place: number, key: string): Promise<string> => {
  await page.locator('[data-handle]').nth(place).focus()
  await page.keyboard.press(key)
  return (await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? ''
}

export const editionOf = ({ page }: DeskPage, language: Language) =>
  page.locator('.desk-edition').nth(LANGUAGES.indexOf(language))

/** Presses a button of one edition, fills in its dialog and confirms. */
export const actOn = async (
  desk: DeskPage,
  language: Language,
  verb: 'close' | 'reopen' | 'approve' | 'reissue',
  fill: (dialog: ReturnType<typeof dialogOf>) => Promise<void> = async () => {},
): Promise<void> => {
  const edition = editionOf(desk, language)
  const button = edition.getByRole('button', { name: desk.say(`edition.verb.${verb}`), exact: true })
  await button.or(edition.locator('.desk-edition__more summary')).first().waitFor()
  if (!(await button.isVisible())) await edition.locator('.desk-edition__more summary').click()
  await button.click()
  await fill(dialogOf(desk.page))
  await confirm(desk)
}

/** Every page has to have been on the screen, and what differs between the languages has to be acknowledged. */
export const approveEdition = (desk: DeskPage, language: Language): Promise<void> =>
  actOn(desk, language, 'approve', async (dialog) => {
    const pages = dialog.locator('.desk-approve__pages li')
    await pages.first().waitFor()
    const count = await pages.count()
    const [unseen = ''] = desk.say('bulletin.approve.look', { seen: '|', pages: count }).split('|')
    expect(await dialog.locator('#desk-approve-why').textContent()).toContain(unseen)
    for (let page = 0; page < count; page++) {
      await pages.nth(page).locator('button').scrollIntoViewIfNeeded()
      await pages.nth(page).locator('.desk-page-thumb__seen').waitFor()
    }
    const differences = dialog.getByLabel(desk.say('bulletin.difference.tick'))
    if (await differences.count()) await differences.check()
  })

/** One press for all that are approved. */
export const releaseAll = async (desk: DeskPage): Promise<void> => {
  await desk.page
    .locator('.desk-bulletin__tools')
    .getByRole('button', { name: desk.say('bulletin.release') })
    .click()
  await confirm(desk)
}

export const stateOf = async (desk: DeskPage, language: Language): Promise<string> =>
  (await editionOf(desk, language).locator('.desk-edition__head').textContent()) ?? ''

/** What readers get at an address of the public side, as soon as it says what is expected. */
export const readersFind = async (newsroom: BuiltNewsroom, path: string, words: string): Promise<string> => {
  const address = new URL(path, newsroom.publicUrl).href
  await expect.poll(async () => (await fetch(address)).text(), { timeout: 30_000 }).toContain(words)
  return address
}

/** Where the portal of the sandbox shows the issue of the fourth quarter, as soon as it has arrived. */
export const portalPage = async ({ sandboxUrl }: BuiltNewsroom, language: Language): Promise<string> => {
  const find = async () =>
    /href="(\/portal\/[^"]*2026-q4[^"]*)"/.exec(await (await fetch(`${sandboxUrl}/portal/${language}`)).text())?.[1] ?? ''
  await expect.poll(find, { timeout: 30_000 }).not.toBe('')
  return `${sandboxUrl}${await find()}`
}
