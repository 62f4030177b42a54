import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TextRelease } from '#publication/release'
import { following, toCorrect, toRelease, toWithdraw } from '../builders'
import { publicBench, type PublicBench } from '../delivery/public-bench'
import { launchBrowser, type Browser, type Page } from '../lib/browser'
import { barriersOn, overhangOf } from '../lib/desk-page'

let bench: PublicBench
let browser: Browser
beforeAll(async () => {
  bench = publicBench()
  bench.project()
  ;[browser] = await Promise.all([launchBrowser(), bench.serve()])
})
afterAll(async () => Promise.all([browser.close(), bench.end()]))

const PAGES = { en: '/en/cau-dat-coffee-reaches-japan', ja: '/ja/cau-dat-coffee-reaches-japan-ja' } as const
const SOURCE = '/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban'
const on = async (path: string, look: (page: Page) => Promise<void>, scheme: 'light' | 'dark' = 'light') => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, colorScheme: scheme })
  try {
    await page.goto(`http://127.0.0.1:${bench.port()}${path}`)
    await look(page)
  } finally {
    await page.close()
  }
}
const notices = (page: Page) => page.getByRole('note').all()

describe('the page of a translation whose source changed by much', () => {
  beforeAll(async () => {
    const [vi] = (await bench.release(toRelease(bench.text('vi')))) as [TextRelease]
    await bench.release(following(toRelease(bench.text('en')), vi), following(toRelease(bench.text('ja')), vi))
    await bench.release(
      toCorrect(bench.text('vi', { byline: 'K’Brèo' }), { kind: 'slip', text: '18,5 tấn, không phải 185.', grade: 'major' }),
    )
    await bench.caughtUp()
  })

  it.each([
    ['en', 'Read the Vietnamese source text'],
    ['ja', 'ベトナム語の原文を読む'],
  ] as const)('says so in %s to everybody, with a link that can be followed', async (language, link) => {
    for (const scheme of ['light', 'dark'] as const)
      await on(
        PAGES[language],
        async (page) => {
          const [notice, ...more] = await notices(page)
          expect([more.length, await notice?.evaluate((box) => box.closest('[lang]')?.getAttribute('lang'))]).toEqual([
            0,
            language,
          ])
          // Inside the main part, and the first thing after the headline.
          expect(await notice?.evaluate((box) => [box.closest('main')?.id, box.previousElementSibling?.tagName])).toEqual([
            'content',
            'H1',
          ])
          expect([await barriersOn(page), await overhangOf(page)]).toEqual([[], 0])
          await page.getByRole('note').getByRole('link', { name: link, exact: true }).click()
          expect([new URL(page.url()).pathname, await page.locator('html').getAttribute('lang')]).toEqual([SOURCE, 'vi'])
        },
        scheme,
      )
  })

  it('leads nowhere once the source was taken down', async () => {
    await bench.release(toWithdraw())
    await bench.caughtUp()
    for (const path of Object.values(PAGES))
      await on(path, async (page) => {
        expect([(await notices(page)).length, await page.getByRole('note').getByRole('link').count()]).toEqual([1, 0])
        const hrefs = await page.locator('a[href]').evaluateAll((links) => links.map((each) => each.getAttribute('href')))
        expect([await barriersOn(page), hrefs.filter((href) => href === SOURCE)]).toEqual([[], []])
      })
  })
})
