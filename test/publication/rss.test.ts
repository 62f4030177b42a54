import { parseRssFeed } from 'feedsmith'
import Parser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#newsroom'
import type { Release, TextRelease } from '#publication/release'
import { correctionsOf } from '#publication/renditions/html'
import { rss } from '#publication/renditions/rss'
import type { FeedEntry } from '#publication/renditions/rss'
import { at, ITEM, logOf, PICTURE, released, snapshot, toCorrect, toRelease, toWithdraw } from '../builders'

const OUT = { publicUrl: 'https://ttdn.lamdong.gov.vn', builtAt: at(5) }
const entry = (release: TextRelease, history: readonly Release[] = [release]): FeedEntry => ({
  kind: 'text',
  release,
  corrections: correctionsOf(history),
  translations: [
    { language: 'en', version: 1, slug: 'cau-dat-coffee-reaches-japan', title: 'Cau Dat coffee reaches Japan' },
    { language: 'ja', version: 1, slug: 'cau-dat-coffee-reaches-japan-ja', title: 'カウダットのコーヒー、日本へ' },
  ],
})
const read = (xml: string) =>
  new Parser<{ language: string }, { 'atom:updated': string; 'content:encoded': string; 'dc:language': string }>({
    customFields: { feed: ['language'], item: ['atom:updated', 'dc:language'] },
  }).parseString(xml)

describe('the feed of a language', () => {
  it.each(LANGUAGES)('is read by two readers as it was meant, in %s', async (language) => {
    const text = snapshot(language)
    const xml = rss(language, [entry(released(text))], OUT)
    const feed = await read(xml)
    const [item] = feed.items
    expect({
      language: feed.language,
      title: item?.title,
      link: item?.link,
      summary: item?.contentSnippet !== undefined,
      creator: item?.creator,
      guid: item?.guid,
      date: item?.isoDate,
      updated: item?.['atom:updated'],
      in: item?.['dc:language'],
    }).toEqual({
      language,
      title: text.title,
      link: `https://ttdn.lamdong.gov.vn/${language}/${text.slug}`,
      summary: true,
      creator: text.byline,
      guid: `tag:lamdong.gov.vn,2017:ttdn:${ITEM}:${language}`,
      date: at(0),
      updated: at(0),
      in: language,
    })
    const [again] = parseRssFeed(xml).items ?? []
    expect(again?.description).toBe(text.summary)
    expect(again?.content?.encoded).toContain(`<div lang="${language}">`)
    expect(again?.media?.contents?.[0]).toMatchObject({
      url: `https://ttdn.lamdong.gov.vn/media/${PICTURE.renditions[3]?.digest}.webp`,
      medium: 'image',
      width: 1600,
    })
    // Two `alternate` links send some readers to the wrong language.
    expect(again?.atom?.links?.map(({ rel, hreflang }) => [rel, hreflang])).toEqual(
      (['en', 'ja'] as const).filter((other) => other !== language).map((other) => ['related', other]),
    )
    expect(again?.guid?.isPermaLink).toBe(false)
  })

  it('keeps the first date of a corrected text, moves `updated`, and says what was corrected', async () => {
    const history = logOf(toRelease(), toCorrect(snapshot('vi', { byline: 'K’Brèo' })))
    const [item] = (await read(rss('vi', [entry(history[1] as TextRelease, history)], OUT))).items
    expect([
      item?.isoDate,
      item?.['atom:updated'],
      item?.['content:encoded']?.includes('<strong>Đính chính:</strong> Lô hàng nặng 18,5 tấn, không phải 185 tấn.'),
    ]).toEqual([at(0), at(1), true])
  })

  it('tells of a withdrawal under the same guid, without a word of the text', async () => {
    const [, gone] = logOf(toRelease(), toWithdraw())
    const xml = rss('vi', [{ kind: 'withdrawn', release: gone as Extract<Release, { readonly kind: 'withdrawal' }> }], OUT)
    const [item] = (await read(xml)).items
    expect([item?.guid, item?.title, item?.link]).toEqual([
      `tag:lamdong.gov.vn,2017:ttdn:${ITEM}:vi`,
      '[Đã gỡ] Bài viết đăng ngày 24/11/2026',
      `https://ttdn.lamdong.gov.vn/v1/items/${ITEM}/vi`,
    ])
    expect(xml).not.toMatch(/Cầu Đất|ca-phe|Ảnh dùng sai/)
  })

  it('survives whatever a text holds', async () => {
    const nasty = ']]><script>&amp;\u0007 “K’Băng” <b>'
    const feed = await read(rss('vi', [entry(released(snapshot('vi', { title: nasty, summary: nasty, byline: nasty })))], OUT))
    // The writer puts a line break around CDATA; readers trim.
    expect(feed.items[0]?.title?.trim()).toBe(']]><script>&amp; “K’Băng” <b>')
  })
  it('says when it was built and where it is', () => {
    const feed = parseRssFeed(rss('ja', [], OUT))
    expect([feed.title, feed.language, new Date(feed.lastBuildDate ?? '').toISOString(), feed.atom?.links?.[0]?.href]).toEqual([
      'ラムドン省対外情報：記事',
      'ja',
      at(5),
      'https://ttdn.lamdong.gov.vn/feeds/ja/articles.rss',
    ])
  })
})
