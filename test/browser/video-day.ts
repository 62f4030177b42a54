/** The steps of a film's day and of a programme's, each as a person takes it: by form, button and dialog. */
import { unzipSync } from 'fflate'
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { ProgrammeVerb } from '#programme/view'
import { FILMS } from '#sample/films/index'
import type { Page } from '../lib/browser'
import type { BuiltNewsroom } from '../lib/built-newsroom'
import { dialogOf, railOf, type DeskPage } from '../lib/desk-page'

const [SAMPLE] = FILMS
if (!SAMPLE) throw new Error('no sample film')
export const FILM = {
  file: SAMPLE.file,
  poster: SAMPLE.poster,
  title: 'Một buổi hái cà phê ở Cầu Đất',
  summary: 'Phim ngắn về một buổi thu hoạch cà phê Arabica ở Cầu Đất, tỉnh Lâm Đồng.',
  alt: { vi: 'Đồi cà phê lúc bình minh', en: 'Coffee hills at daybreak' },
  credit: { vi: 'Phim: Ban Biên tập', en: 'Film: Editorial board' },
} as const

/** The second cue begins before the first one has ended, and its last line is longer than a line may be. */
export const SRT = `1
00:00:01,000 --> 00:00:05,000
Bình minh trên đồi cà phê Cầu Đất.

2
00:00:04,500 --> 00:00:09,000
Ở độ cao 1.500 m, sương sớm còn phủ kín cả thung lũng rộng.

3
00:00:10,000 --> 00:00:14,000
Từng quả chín đỏ được chọn bằng tay.
`
export const ENGLISH = [
  'Daybreak on the coffee hills of Cau Dat.',
  'At 1,500 metres, morning mist\nstill fills the wide valley.',
  'Each red cherry is chosen by hand.',
] as const

/** A shared machine can stand still for seconds. */
export const SOON = { timeout: 20_000 }

/** From the button on Home to the subtitles; ends with the id of the text. */
export const beginVideo = async (
  { page, say, person }: DeskPage,
  check: (name: string) => Promise<void> = async () => {},
): Promise<string> => {
  await page.locator('.desk-page__head a[href$="kind=video"]').click()
  await page.locator('.desk-new__form').waitFor()
  await expect.poll(() => page.getByLabel(say('video.byline')).inputValue(), SOON).toBe(person.name)
  await page.getByRole('button', { name: say('video.create') }).click()
  await page.getByText(say('video.missing')).waitFor()
  await page.getByLabel(say('video.file'), { exact: true }).setInputFiles(FILM.file)
  await page.getByLabel(say('video.poster'), { exact: true }).setInputFiles(FILM.poster)
  await page.getByLabel(say('part.title'), { exact: true }).fill(FILM.title)
  await page.getByLabel(say('part.summary'), { exact: true }).fill(FILM.summary)
  await page.getByLabel(say('video.alt'), { exact: true }).fill(FILM.alt.vi)
  await page.getByLabel(say('video.credit'), { exact: true }).fill(FILM.credit.vi)
  await page.getByText(say('video.words.others'), { exact: true }).click()
  const english = { language: say('lang.en') }
  await page.getByLabel(say('video.alt.in', english)).fill(FILM.alt.en)
  await page.getByLabel(say('video.credit.in', english)).fill(FILM.credit.en)
  await page.getByLabel('Cà phê', { exact: true }).check()
  await expect.poll(() => page.locator('.desk-sent button').count(), SOON).toBe(2)
  await check('new')
  await page.getByRole('button', { name: say('video.create') }).click()
  await page.waitForURL(/\/admin\/subtitles\/[^/]+$/)
  await page.locator('.desk-subtitles').waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

export const cueOf = (page: Page, number: number) => page.locator('.desk-cue[id]').nth(number - 1)
export const untilKept = (page: Page) =>
  expect.poll(() => page.locator('[data-keeping]').getAttribute('data-keeping'), SOON).toBe('kept')

export const importSubtitles = async ({ page, say }: DeskPage, text: string): Promise<void> => {
  await page.locator('.desk-subtitles__bar summary', { hasText: say('subtitles.files') }).click()
  await page
    .getByRole('button', { name: say('subtitles.import') })
    .first()
    .click()
  const dialog = dialogOf(page)
  await dialog
    .getByLabel(say('subtitles.import.file'))
    .setInputFiles({ name: 'phụ đề.srt', mimeType: 'application/x-subrip', buffer: Buffer.from(text) })
  await dialog.getByRole('button', { name: say('subtitles.import.do.replace') }).click()
  await dialog.waitFor({ state: 'detached' })
  await untilKept(page)
}

export const openRail = async ({ page }: DeskPage, url: string, article: string): Promise<void> => {
  await page.goto(`${url}/admin/collections/articles/${article}`)
  await railOf(page).locator('.desk-actions').waitFor()
}

/** Plays from there with the track of the language and says which words stand on the picture. */
export const cueAt = (page: Page, language: string, seconds: number): Promise<string> =>
  page.locator('video').evaluate(
    async (element, { language, seconds }) => {
      const video = element as HTMLVideoElement
      const track = [...video.textTracks].find((one) => one.language === language)
      if (!track) return `no track of ${[...video.textTracks].map((one) => one.language).join()}`
      for (const one of video.textTracks) one.mode = one === track ? 'showing' : 'disabled'
      video.muted = true
      const until = async (what: () => boolean) => {
        for (let tries = 0; !what() && tries < 200; tries += 1) await new Promise((next) => setTimeout(next, 50))
      }
      await until(() => video.readyState >= 1 && (track.cues?.length ?? 0) > 0)
      video.currentTime = seconds
      await until(() => !video.seeking)
      await video.play()
      await until(() => video.currentTime > seconds + 0.2)
      video.pause()
      return [...(track.activeCues ?? [])].map((cue) => (cue as VTTCue).text).join(' | ')
    },
    { language, seconds },
  )

/** From the list of programmes to the running order; ends with its address. */
export const beginProgramme = async ({ page, say }: DeskPage, url: string, airDate: string): Promise<string> => {
  await page.goto(`${url}/admin/programmes`)
  await page.getByRole('button', { name: say('programme.begin') }).click()
  await dialogOf(page).getByLabel(say('programme.field.airDate')).fill(airDate)
  await dialogOf(page)
    .getByRole('button', { name: say('programme.begin') })
    .click()
  await page.waitForURL(/\/admin\/programme\/[^/]+$/)
  await page.locator('.desk-rundown__add').waitFor()
  return page.url()
}

export const takeIn = async (
  { page, say }: DeskPage,
  titles: readonly string[],
  check: (name: string) => Promise<void> = async () => {},
): Promise<void> => {
  await page.getByRole('button', { name: say('programme.candidates'), exact: true }).click()
  const dialog = dialogOf(page)
  for (const title of titles)
    await dialog.getByRole('button', { name: `${say('programme.take')}: ${title}`, exact: true }).click()
  await check('programme-candidates')
  await dialog.getByRole('button', { name: say('general.close'), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

export const stepOf = (page: Page, number: number) => page.locator('.desk-step').nth(number - 1)
export const orderOf = (page: Page): Promise<readonly string[]> =>
  page.locator('.desk-step__title').evaluateAll((titles) => titles.map((title) => (title as HTMLInputElement).value))
export const programmeKept = ({ page }: DeskPage): Promise<void> =>
  expect.poll(() => page.locator('.desk-kept').getAttribute('class'), SOON).toContain('desk-kept--kept')

/** A button of the programme and its dialog; the reason or note is asked for in its only field. */
export const programmeDo = async (
  { page, say }: DeskPage,
  verb: ProgrammeVerb,
  { words, check = async () => {} }: { words?: string; check?: (name: string) => Promise<void> } = {},
): Promise<void> => {
  const name = say(`programme.verb.${verb}`)
  const button = page.locator('.desk-programme__do').getByRole('button', { name, exact: true, includeHidden: true })
  await button.waitFor({ state: 'attached' })
  if (!(await button.isVisible())) await page.locator('.desk-programme__do summary').click()
  await button.click()
  const dialog = dialogOf(page)
  if (words !== undefined) await dialog.locator('textarea').fill(words)
  await check(`programme-${verb}`)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Where the broadcaster of the sandbox shows the programme of a day, as soon as it has arrived. */
export const stationPage = async ({ sandboxUrl }: BuiltNewsroom, title: string): Promise<string> => {
  const find = async () => {
    const front = await (await fetch(`${sandboxUrl}/broadcaster/en`)).text()
    return front
      .split('<a ')
      .filter((link) => link.includes(title))
      .map((link) => /href="([^"]+)"/.exec(link)?.[1] ?? '')
      .join()
  }
  await expect.poll(find, SOON).toMatch(/^\/[^,]+$/)
  return `${sandboxUrl}${await find()}`
}

/** The package at the station, taken over HTTP: what its manifest says of each file, and whether that is so. */
export const packageAt = async (page: Page) => {
  const links = await page
    .locator('.files a')
    .evaluateAll((all) => all.map((link) => [(link as HTMLAnchorElement).download, (link as HTMLAnchorElement).href] as const))
  const loose = await Promise.all(
    links.map(async ([name, href]) => [name, new Uint8Array(await (await fetch(href)).arrayBuffer())] as const),
  )
  const zip = loose.find(([name]) => name.endsWith('.zip'))?.[1]
  if (!zip) throw new Error(`no package among ${links.join()}`)
  const files = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name.replace(/^[^/]+\//, ''), bytes] as const)
  const text = (name: string) => new TextDecoder().decode(files.find(([one]) => one === name)?.[1])
  const manifest = JSON.parse(text('manifest.json')) as Manifest
  const said = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]))
  const whole = new Set(files.map(([, bytes]) => digestOf(bytes)))
  return {
    text,
    manifest,
    kinds: manifest.files.map(({ name }) => name.split('.').at(-1)).toSorted(),
    wrong: files.filter(([name, bytes]) => name !== 'manifest.json' && said.get(name) !== digestOf(bytes)).map(([name]) => name),
    /** Offered beside the package, but not the file that is in it. */
    strange: loose.filter(([name, bytes]) => !name.endsWith('.zip') && !whole.has(digestOf(bytes))).map(([name]) => name),
  }
}
type Manifest = {
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  readonly films: readonly { readonly file: string | null; readonly sha256: string | null; readonly inside: string | null }[]
}
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
