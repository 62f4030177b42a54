/**
 * `node scripts/go.mjs bench-desk`: how long the translation desk takes to open a text of 5,000 words and the subtitle desk
 * a film of 600 subtitles in two languages (against one of a dozen, in the same run), and how long a key takes until its
 * letter is painted, on the built product in a browser. `--segments 300`, `--cues 600`, `--keys 400`; `--only subtitles`.
 */
import { randomUUID } from 'node:crypto'
import { cpus } from 'node:os'
import type { PersonKey } from '#sample/people'
import type { Cue } from '#video/cue'
import { launchBrowser, type Page } from '../test/lib/browser'
import { openBuiltNewsroom, type BuiltNewsroom } from '../test/lib/built-newsroom'
import { newWatch, sitDown } from '../test/lib/desk-page'
import { build } from './compile'
import { option, reach } from './installation'
import { run, say } from './speak'

const SEGMENTS = Number(option('segments') ?? 300)
const CUES = Number(option('cues') ?? 600)
const KEYS = Number(option('keys') ?? 400)
/** What a desk is compared with that has next to nothing on it. */
const FEW_CUES = 12
const OPENINGS = 7

run(async () => {
  await build()
  const newsroom = await openBuiltNewsroom()
  const browser = await launchBrowser()
  try {
    const { page } = await sitDown(browser, newsroom.url, 'translator-en', newWatch(), 'vi')
    if (option('only') !== 'subtitles') {
      const { id, words } = await longText(newsroom.desk)
      const opened = await openingsOf(page, `${newsroom.url}/admin/translate/${id}`, SEGMENT)
      const typed = await typingOf(page, SEGMENT)
      say(`${words} từ, ${SEGMENTS + 2} đoạn; ${cpus().length} × ${cpus()[0]?.model ?? ''}`, 'words, segments; machine')
      print('open', opened)
      print('typing', typed)
    }
    const small = await subtitlesOf(newsroom, page, FEW_CUES)
    const large = await subtitlesOf(newsroom, page, CUES)
    say(`${CUES} phụ đề × 2 thứ tiếng`, `${CUES} subtitles in two languages; beside each, times ${FEW_CUES} subtitles`)
    for (const what of ['open', 'typing', 'next'] as const) print(what, large[what], small[what])
  } finally {
    await browser.close()
    await newsroom.stop()
  }
  return 0
})

/** A text as long as the longest that the newsroom has ever carried, with names, figures, marks and links in it. */
const longText = async (desk: BuiltNewsroom['desk']) => {
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

const SEGMENT = '.desk-segment .desk-cell-field'
const CUE = '.desk-cue .desk-cue__cell'

/** A film at the broadcaster's with that many subtitles in its own language and in English: opening, typing, and going on. */
const subtitlesOf = async (newsroom: BuiltNewsroom, page: Page, count: number) => {
  const { desk, url } = newsroom
  const { article } = (await desk.ask(
    'reporter',
    '/api/desk/stories',
    {
      class: 'promotional',
      topics: ['tourism'],
      places: [],
      channels: null,
      sourceLanguage: 'vi',
      film: { file: null, link: 'https://dai.example/phim', poster: null },
      article: { title: `Phim dài ${count}`, summary: 'Phim tài liệu.', byline: 'Nguyễn Hoài Thu', html: '' },
    },
    randomUUID(),
  )) as unknown as { article: { id: string } }
  await keep(
    newsroom,
    'reporter',
    article.id,
    cuesOf(count, ['Cà phê Cầu Đất chín vào tháng 10,', 'người hái ra vườn từ tinh mơ.']),
  )
  await desk.ask('editor', `/api/desk/articles/${article.id}/ready`, { ready: true }, randomUUID())
  const { move } = (await desk.ask(
    'translator-en',
    `/api/desk/articles/${article.id}/translate`,
    { language: 'en' },
    randomUUID(),
  )) as unknown as { move: { article: string } }
  await keep(newsroom, 'translator-en', move.article, cuesOf(count, ['Coffee ripens in October;', 'pickers set out at dawn.']))
  const open = await openingsOf(page, `${url}/admin/subtitles/${move.article}`, CUE)
  return { open, typing: await typingOf(page, CUE), next: await steppingOf(page) }
}

const keep = async ({ desk, url }: BuiltNewsroom, who: PersonKey, article: string, cues: readonly Cue[]): Promise<void> => {
  const address = `${url}/api/desk/articles/${article}/cues`
  const headers = { authorization: `JWT ${await desk.token(who)}`, 'content-type': 'application/json' }
  const { body: now } = await reach(address, { headers })
  const { status } = await reach(address, { method: 'PUT', headers, body: JSON.stringify({ rev: now.rev, cues }) })
  if (status !== 200) throw new Error(`${address}: ${status}`)
}

const cuesOf = (count: number, lines: readonly string[]): readonly Cue[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `cue-${at}`,
    start: at * 4_000,
    end: at * 4_000 + 3_800,
    lines,
    speaker: null,
    position: 'bottom',
  }))

const openingsOf = async (page: Page, address: string, cell: string): Promise<readonly number[]> => {
  const opened: number[] = []
  for (let count = 0; count < OPENINGS; count++) opened.push(await openingOf(page, address, cell))
  return opened
}

/** From the address until the rows stand and the first cell takes a letter. */
const openingOf = async (page: Page, address: string, cell: string): Promise<number> => {
  const began = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator(cell).first().focus()
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))))
  return performance.now() - began
}

/** From a key to the paint that shows what it did, for all keys that are pressed meanwhile. */
const paintsOf = async (page: Page, pressing: () => Promise<void>): Promise<readonly number[]> => {
  await page.evaluate(() => {
    const took: number[] = []
    const over = new AbortController()
    Object.assign(window, { took, over })
    document.addEventListener(
      'keydown',
      ({ timeStamp, key }) => {
        if (['Control', 'Alt', 'Shift'].includes(key)) return
        requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - timeStamp)))
      },
      { capture: true, signal: over.signal },
    )
  })
  await pressing()
  return page.evaluate(() => {
    const { took, over } = window as unknown as { took: readonly number[]; over: AbortController }
    over.abort()
    return took
  })
}

/** In cells all over the text, while drafts are kept and sent. */
const typingOf = (page: Page, cell: string): Promise<readonly number[]> =>
  paintsOf(page, async () => {
    const cells = await page.locator(cell).count()
    const rounds = 8
    const sentence = 'The cooperative in Lam Dong has signed a contract with shops in Osaka and sells more. '
    for (let round = 0; round < rounds; round++) {
      await page
        .locator(cell)
        .nth(Math.min(cells - 1, Math.floor((cells / rounds) * round) + 2))
        .focus()
      await page.keyboard.type(sentence.repeat(5).slice(0, Math.ceil(KEYS / rounds)), { delay: 60 })
      await page.waitForTimeout(round % 2 === 0 ? 2_500 : 300)
    }
  })

/** From subtitle to subtitle by key, from the first on. */
const steppingOf = async (page: Page): Promise<readonly number[]> => {
  await page.locator(CUE).first().focus()
  return paintsOf(page, async () => {
    for (let count = 0; count < FEW_CUES - 1; count++) {
      await page.keyboard.press('Alt+ArrowDown')
      await page.waitForTimeout(120)
    }
  })
}

/** With another run's beside it, how many times that. */
const print = (what: string, values: readonly number[], other?: readonly number[]): void => {
  const figures = [0.5, 0.95].map((share) => {
    const times = other ? ` (× ${(quantile(values, share) / quantile(other, share)).toFixed(1)})` : ''
    return `p${share * 100} ${quantile(values, share).toFixed(0)} ms${times}`
  })
  process.stdout.write(
    `${what.padEnd(8)}${figures.join('   ')}   most ${quantile(values, 1).toFixed(0)} ms   (${values.length} times)\n`,
  )
}

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}
