import { describe, expect, it } from 'vitest'
import { renderPage } from '#delivery/public/page'
import { indexPage, notFoundPage, withdrawnPage } from '#delivery/public/pages'
import { LANGUAGES, type Language } from '#newsroom'
import type { TextRelease } from '#publication/release'
import type { Behind } from '#publication/renditions/behind'
import { correctionsOf } from '#publication/renditions/html'
import { logOf, NOON, PICTURE, released, snapshot, toCorrect, toRelease, toWithdraw } from '../builders'

const PUBLIC = 'https://ttdn.lamdong.example.vn'
const OTHERS = LANGUAGES.map((language) => ({
  language,
  version: 1,
  slug: snapshot(language).slug,
  title: snapshot(language).title,
}))
const pageOf = (language: Language) => {
  const release = released(snapshot(language))
  return renderPage({ snapshot: release.snapshot, release, translations: OTHERS, publicUrl: PUBLIC })
}

describe.each(LANGUAGES)('the page of a text in %s', (language) => {
  const html = pageOf(language)
  const text = snapshot(language)

  it('says its language, title, summary and where it stands', () => {
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain(`<h1>${text.title}</h1>`)
    expect(html).toContain(`<meta name="description" content="${text.summary}">`)
    expect(html).toContain(`<link rel="canonical" href="${PUBLIC}/${language}/${text.slug}">`)
    expect(html.match(/<h1>/g)).toHaveLength(1)
  })

  it('leads to the same story in the other languages, each named in itself', () => {
    const own = { vi: 'Tiếng Việt', en: 'English', ja: '日本語' }
    for (const other of LANGUAGES.filter((each) => each !== language)) {
      expect(html).toContain(`<a href="/${other}/${snapshot(other).slug}" hreflang="${other}" lang="${other}">${own[other]}</a>`)
      expect(html).toContain(`<link rel="alternate" hreflang="${other}" href="${PUBLIC}/${other}/${snapshot(other).slug}">`)
    }
    expect(html).toContain(`<b aria-current="page">${own[language]}</b>`)
  })

  it('shows its lead picture with words, sizes and shape', () => {
    expect(html).toContain(`alt="${text.lead?.alt ?? ''}" width="1600" height="1067"`)
    expect(html).toContain(`src="/media/${PICTURE.renditions[3]?.digest ?? ''}.webp"`)
  })

  it('can be skipped to, read aloud in parts, and needs no script', () => {
    expect(html).toContain('<a class="skip" href="#content">')
    expect(html).toContain('<main id="content"')
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")|style="|\son\w+="/)
  })
})

describe('the page of a text', () => {
  it('names its source only where there is one to read', () => {
    const release = released(snapshot('en'))
    expect(pageOf('en')).toContain(
      '<p>Translated from Vietnamese <a class="screen" href="/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban" hreflang="vi">Read the source text</a></p>',
    )
    expect(renderPage({ snapshot: release.snapshot, release, publicUrl: PUBLIC })).toContain('<p>Translated from Vietnamese</p>')
    expect(pageOf('vi')).not.toContain('Bản dịch')
  })

  describe('of a translation that is behind', () => {
    const behind = { language: 'vi', version: 2, at: NOON, live: { slug: 'ca-phe-moi', title: 'Cà phê mới' } } as const
    const behindIn = (language: Language, changes: Partial<Behind> = {}) => {
      const release = released(snapshot(language))
      return renderPage({
        snapshot: release.snapshot,
        release,
        translations: OTHERS.map((other) => (other.language === 'vi' ? { ...other, ...behind.live } : other)),
        behind: { ...behind, ...changes },
        publicUrl: PUBLIC,
      })
    }

    it.each([
      [
        'en',
        'The source text has changed since it was translated; this translation may be out of date.',
        'Read the Vietnamese source text',
        'The source text has been withdrawn since it was translated; this translation may no longer be accurate.',
      ],
      [
        'ja',
        '翻訳後に原文が変更されたため、この訳文は最新の内容ではない可能性があります。',
        'ベトナム語の原文を読む',
        '翻訳後に原文が取り下げられたため、この訳文の内容は正確でない可能性があります。',
      ],
    ] as const)('says so under the headline, in %s, and leads to the source once', (language, changed, link, gone) => {
      const html = behindIn(language)
      expect(html).toContain(
        `</h1>\n<p class="behind" role="note">${changed}${language === 'ja' ? '' : ' '}<a class="screen" href="/vi/ca-phe-moi" hreflang="vi">${link}</a></p>\n<p class="lede">`,
      )
      const main = (of: string) => of.slice(of.indexOf('<main'), of.indexOf('</main>'))
      expect(main(html).match(/href="\/vi\//g)).toHaveLength(1)
      expect(behindIn(language, { live: null })).toContain(`</h1>\n<p class="behind" role="note">${gone}</p>\n<p class="lede">`)
    })

    it('in Vietnamese too, where a text was written in another language', () =>
      expect(behindIn('vi', { language: 'en', live: { slug: 'coffee', title: 'Coffee' } })).toContain(
        '<p class="behind" role="note">Bản gốc đã thay đổi sau khi dịch, bản dịch này có thể chưa cập nhật. <a class="screen" href="/en/coffee" hreflang="en">Xem bản gốc tiếng Anh</a></p>',
      ))

    it('behind another translation, it names the first source as well', () =>
      expect(behindIn('ja', { language: 'en', live: { slug: 'coffee', title: 'Coffee' } })).toMatch(
        /href="\/en\/coffee" hreflang="en">英語の原文を読む<\/a>[^]*href="\/vi\/ca-phe-moi" hreflang="vi">原文を読む<\/a>/,
      ))

    it('no other page says it', () =>
      expect(LANGUAGES.map((language) => pageOf(language)).filter((html) => html.includes('class="behind"'))).toEqual([]))
  })

  it('carries its corrections above the text and their day beside the first one', () => {
    const log = logOf(toRelease(snapshot('vi')), toCorrect(snapshot('vi', { title: 'Tên đã sửa' })))
    const release = log[1] as TextRelease
    const html = renderPage({ snapshot: release.snapshot, release, corrections: correctionsOf(log), publicUrl: PUBLIC })
    expect(html).toContain('<p>Đính chính: <time datetime="2026-11-24T05:01:00.000Z">24/11/2026</time></p>')
    expect(html).toContain('<p class="correction"><strong>Đính chính:</strong> Lô hàng nặng 18,5 tấn, không phải 185 tấn.')
    expect(html).toContain('<p>Bản phát hành số 2</p>')
  })

  it('lets nothing through that was meant to run', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const text = snapshot('vi', {
      title: evil,
      summary: evil,
      byline: evil,
      slug: 'a',
      topics: [{ id: evil, name: evil }],
      places: [evil],
      lead: { digest: PICTURE.digest, alt: evil, caption: evil, credit: evil },
      body: [
        {
          kind: 'paragraph',
          children: [
            { kind: 'text', text: evil, marks: ['bold'] },
            { kind: 'link', href: 'javascript:alert(1)', children: [{ kind: 'text', text: 'x', marks: [] }] },
            { kind: 'ruby', base: evil, reading: evil },
          ],
        },
        { kind: 'figure', digest: PICTURE.digest, alt: evil, caption: evil, credit: evil },
      ],
    })
    const release = released(text)
    const html = renderPage({
      snapshot: text,
      release,
      translations: [...OTHERS, { language: 'en', version: 1, slug: evil, title: evil }],
      publicUrl: PUBLIC,
    })
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")|<img src=x|javascript:/)
    expect(html.match(/<\/script>/g)).toHaveLength(1)
  })
})

describe('a preview', () => {
  const html = renderPage({ snapshot: snapshot('ja'), preview: { until: NOON, mediaBase: '/preview/abc.def/media' } })

  it('says what it is, and asks not to be indexed', () => {
    expect(html).toContain(
      '<p class="preview">未公開記事のプレビューです。複製・引用はご遠慮ください。このリンクの有効期限は2026年11月24日 12:00です。</p>',
    )
    expect(html).toContain('<meta name="robots" content="noindex, nofollow">')
  })

  it('shows pictures from behind its own link, and leads nowhere on the public site', () => {
    expect(html).toContain(`src="/preview/abc.def/media/${PICTURE.renditions[3]?.digest ?? ''}.webp"`)
    expect(html).not.toMatch(/href="\/(?:vi|en|ja|feeds)|canonical|og:url|ld\+json/)
  })
})

describe('the other pages', () => {
  it('a front page lists titles with day, summary and one link for the keyboard', () => {
    const html = indexPage('vi', [released(snapshot('vi'))], PUBLIC)
    expect(html).toContain(
      '<h2><a href="/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban">Cà phê Cầu Đất đến tay bạn đọc Nhật Bản</a></h2><time datetime="2026-11-24T05:00:00.000Z">24/11/2026</time>',
    )
    expect(html.match(/tabindex="-1" aria-hidden="true"/g)).toHaveLength(1)
  })

  it('a notice of withdrawal says when and why, and nothing of the text', () => {
    const withdrawal = logOf(toRelease(snapshot('ja')), toWithdraw(snapshot('ja'), '写真の人物に誤りがありました。'))[1]
    if (withdrawal?.kind !== 'withdrawal') throw new Error('no withdrawal')
    const html = withdrawnPage(withdrawal)
    expect(html).toContain('この記事は2026年11月24日 12:01に取り下げられました。')
    expect(html).toContain('理由：写真の人物に誤りがありました。')
    expect(html).not.toContain(snapshot('ja').title)
  })

  it.each(LANGUAGES)('nothing found, in %s', (language) => {
    expect(notFoundPage(language)).toContain(`<html lang="${language}">`)
    expect(notFoundPage(language)).toContain('noindex')
  })
})
