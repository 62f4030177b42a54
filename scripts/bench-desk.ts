/**
 * `node scripts/go.mjs bench-desk`: how long the translation desk takes to open a text of 5,000 words, and how long a key
 * takes until its letter is painted, on the built product in a browser. `--segments 300`, `--keys 400`.
 */
import { randomUUID } from 'node:crypto'
import { cpus } from 'node:os'
import { launchBrowser, type Page } from '../test/lib/browser'
import { openBuiltNewsroom } from '../test/lib/built-newsroom'
import { newWatch, sitDown } from '../test/lib/desk-page'
import { build } from './compile'
import { option } from './installation'
import { run, say } from './speak'

const SEGMENTS = Number(option('segments') ?? 300)
const KEYS = Number(option('keys') ?? 400)
const OPENINGS = 7

run(async () => {
  await build()
  const newsroom = await openBuiltNewsroom()
  const browser = await launchBrowser()
  try {
    const { id, words } = await longText(newsroom.desk)
    const { page } = await sitDown(browser, newsroom.url, 'translator-en', newWatch(), 'vi')
    const address = `${newsroom.url}/admin/translate/${id}`
    const opened: number[] = []
    for (let count = 0; count < OPENINGS; count++) opened.push(await openingOf(page, address))
    const typed = await typingOf(page)
    say(`${words} từ, ${SEGMENTS + 2} đoạn; ${cpus().length} × ${cpus()[0]?.model ?? ''}`, 'words, segments; machine')
    process.stdout.write(`open    p50 ${of(opened, 0.5)} ms   p95 ${of(opened, 0.95)} ms   (${OPENINGS} times)\n`)
    process.stdout.write(
      `typing  p50 ${of(typed, 0.5)} ms   p95 ${of(typed, 0.95)} ms   most ${of(typed, 1)} ms   (${typed.length} keys)\n`,
    )
  } finally {
    await browser.close()
    await newsroom.stop()
  }
  return 0
})

/** A text as long as the longest that the newsroom has ever carried, with names, figures, marks and links in it. */
const longText = async (desk: Awaited<ReturnType<typeof openBuiltNewsroom>>['desk']) => {
  const sentences = [
    'Hợp tác xã Cầu Đất, tỉnh Lâm Đồng, ký hợp đồng trị giá <strong>33 tỷ đồng</strong> với một chuỗi cửa hàng tại Osaka.',
    'Theo <a href="https://dalat.example/tin">Ủy ban nhân dân tỉnh</a>, sản lượng năm nay tăng 12% so với cùng kỳ năm trước.',
    'Vùng cà phê nằm ở độ cao 1.500 mét, cách trung tâm Đà Lạt 25 km, khí hậu mát quanh năm.',
    'Ngày 25/7/2017, đoàn khách Nhật Bản đầu tiên đến thăm vườn và thử cà phê rang tại chỗ.',
    'Người dân trồng xen cây bóng mát để giữ ẩm cho đất và chắn gió trong mùa khô.',
  ]
  const html = Array.from(
    { length: SEGMENTS },
    (_, at) => `<p>Đoạn ${at + 1}: ${sentences[at % sentences.length] ?? ''}</p>`,
  ).join('')
  const article = {
    title: 'Cà phê Cầu Đất ra thế giới',
    summary: 'Phóng sự dài về một vùng cà phê.',
    byline: 'Nguyễn Hoài Thu',
    html,
  }
  const made = (await desk.ask(
    'reporter',
    '/api/desk/stories',
    { class: 'promotional', topics: ['tourism'], places: [], channels: null, sourceLanguage: 'vi', article },
    randomUUID(),
  )) as unknown as { article: { id: string } }
  await desk.ask('editor', `/api/desk/articles/${made.article.id}/ready`, { ready: true }, randomUUID())
  const move = (await desk.ask(
    'translator-en',
    `/api/desk/articles/${made.article.id}/translate`,
    { language: 'en' },
    randomUUID(),
  )) as unknown as { move: { article: string } }
  return {
    id: move.move.article,
    words: html
      .replace(/<[^>]*>/g, ' ')
      .trim()
      .split(/\s+/).length,
  }
}

/** From the address until the rows stand and the first cell takes a letter. */
const openingOf = async (page: Page, address: string): Promise<number> => {
  const began = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('.desk-segment .desk-cell-field').first().focus()
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))))
  return performance.now() - began
}

/** From the key to the paint that shows it, in cells all over the text, while drafts are kept and sent. */
const typingOf = async (page: Page): Promise<readonly number[]> => {
  await page.evaluate(() => {
    const took: number[] = []
    Object.assign(window, { took })
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - timeStamp))),
      true,
    )
  })
  const cells = await page.locator('.desk-segment .desk-cell-field').count()
  const rounds = 8
  const sentence = 'The cooperative in Lam Dong has signed a contract with shops in Osaka and sells more. '
  for (let round = 0; round < rounds; round++) {
    await page
      .locator('.desk-segment .desk-cell-field')
      .nth(Math.floor((cells / rounds) * round) + 2)
      .focus()
    await page.keyboard.type(sentence.repeat(5).slice(0, Math.ceil(KEYS / rounds)), { delay: 60 })
    await page.waitForTimeout(round % 2 === 0 ? 2_500 : 300)
  }
  return page.evaluate(() => (window as unknown as { took: readonly number[] }).took)
}

const of = (values: readonly number[], share: number): string => {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0).toFixed(0)
}
