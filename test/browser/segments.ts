/** The steps at the translation desk that more than one suite takes. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Page } from '../lib/browser'
import type { BuiltNewsroom } from '../lib/built-newsroom'

const SUMMARY = 'Lô 18 tấn cà phê nhân đầu tiên theo hợp đồng ba năm rời Đà Lạt sáng 20/11.'
const HTML = `<h2>Ba năm thử nghiệm</h2>
<p>Hợp tác xã Cầu Đất, tỉnh Lâm Đồng, ký hợp đồng trị giá <strong>33.000 tỷ đồng</strong> ngày 25/7/2017 với một chuỗi cửa hàng tại Osaka.</p>
<p>Vùng cà phê nằm ở độ cao 1.500 mét, cách Đà Lạt 25 km.</p>
<ul><li>Sấy trên giàn</li><li>Lên men yếm khí</li></ul>
<blockquote>Chúng tôi mong khách Nhật Bản đến thăm vườn.</blockquote>`
export const ROWS = 8

/** A source that is open for translation, and its beginning in the other language. */
export const beginTranslation = async ({ desk, url }: BuiltNewsroom, title: string, language: 'en' | 'ja' = 'en') => {
  const article = { title, summary: SUMMARY, byline: 'Nguyễn Hoài Thu', html: HTML }
  const made = (await desk.ask(
    'reporter',
    '/api/desk/stories',
    { class: 'promotional', topics: ['tourism'], places: [], channels: null, sourceLanguage: 'vi', article },
    randomUUID(),
  )) as unknown as { article: { id: string } }
  const source = made.article.id
  await desk.ask('editor', `/api/desk/articles/${source}/ready`, { ready: true }, randomUUID())
  const { move } = (await desk.ask(
    `translator-${language}`,
    `/api/desk/articles/${source}/translate`,
    { language },
    randomUUID(),
  )) as unknown as { move: { article: string } }
  return { source, id: move.article, address: `${url}/admin/translate/${move.article}` }
}

type Kept = { readonly title: string; readonly summary: string; readonly body: unknown; readonly rev: number }
export const keptText = async (newsroom: BuiltNewsroom, id: string): Promise<Kept> =>
  (await (
    await fetch(`${newsroom.url}/api/articles/${id}?depth=0`, {
      headers: { authorization: `JWT ${await newsroom.desk.token('editor')}` },
    })
  ).json()) as Kept

export const cellOf = (page: Page, number: number) =>
  page
    .locator('.desk-segment:not(.desk-segment--heads)')
    .nth(number - 1)
    .locator('.desk-cell-field')
export const rowOf = (page: Page, number: number) => page.locator('.desk-segment:not(.desk-segment--heads)').nth(number - 1)
export const untilKept = (page: Page) =>
  expect.poll(() => page.locator('[data-keeping]').getAttribute('data-keeping'), { timeout: 20_000 }).toBe('kept')

/** An editor changes a height in the second paragraph, and adds one before it. */
export const changeSource = async (newsroom: BuiltNewsroom, source: string): Promise<void> => {
  const before = await keptText(newsroom, source)
  type Tree = { root: { children: unknown[] } }
  const body = JSON.parse(JSON.stringify(before.body).replace('1.500 mét', '1.550 mét')) as Tree
  const [, paragraph] = body.root.children
  body.root.children.splice(1, 0, JSON.parse(JSON.stringify(paragraph).replace(/"text":"[^"]*"/g, '"text":"Thêm một đoạn."')))
  const saved = await fetch(`${newsroom.url}/api/articles/${source}?depth=0`, {
    method: 'PATCH',
    headers: { authorization: `JWT ${await newsroom.desk.token('reporter')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ rev: before.rev, body }),
  })
  expect(saved.status).toBe(200)
}
