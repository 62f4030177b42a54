import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#newsroom'
import { plainText } from '#richtext'
import { WALK_CORRECTION, WALK_RETURN, WALK_VERSIONS, WALK_WITHDRAWAL, corrected, walkPasted, walkPastedBody } from '#sample/walk'

/** What a reader of Word's HTML would see. */
const seen = (html: string): string =>
  html
    .replace(/^[\s\S]*<!--StartFragment-->|<!--EndFragment-->[\s\S]*$/gu, '')
    .replace(/<!\[if !supportLists\]>[\s\S]*?<!\[endif\]>/gu, '')
    .replace(/<\/?(?:a|span|o:p)\b[^>]*>/gu, '')
    .replace(/<[^>]+>/gu, '\n')
    .normalize('NFC')
const flat = (text: string) => text.replace(/\s+/gu, ' ').trim()

describe('the draft of the walk, as pasted', () => {
  const pasted = walkPasted()

  it('has decomposed marks, and exactly one U+00D0, in the title', () => {
    const everything = [pasted.title, pasted.summary, pasted.byline, pasted.html].join('\n')
    expect(everything.match(/\p{M}/gu)?.length).toBeGreaterThan(400)
    expect(everything.normalize('NFC')).not.toBe(everything)
    expect(everything.match(/\u00D0/gu)?.length).toBe(1)
    expect(pasted.title.startsWith('La\u0302m \u00D0o\u0302\u0300ng ')).toBe(true)
  })

  it('cleaned, it is the Vietnamese text', () => {
    expect(pasted.title.normalize('NFC').replace('\u00D0', 'Đ')).toBe(WALK_VERSIONS.vi.title)
    expect(flat(seen(pasted.html))).toBe(flat(plainText(WALK_VERSIONS.vi.body)))
    expect(plainText(walkPastedBody())).not.toBe(plainText(WALK_VERSIONS.vi.body))
    expect(plainText(walkPastedBody()).normalize('NFC')).toBe(plainText(WALK_VERSIONS.vi.body))
  })

  it('carries the junk that Word adds', () => {
    for (const junk of [
      'MsoNormal',
      '<o:p>',
      '<!--[if gte mso 9]>',
      'mso-list:l0',
      '<style>',
      'MsoTableGrid',
      'MsoListParagraph',
    ])
      expect(pasted.html).toContain(junk)
  })
})

describe('the correction of the walk', () => {
  it.each([...LANGUAGES])('in %s replaces one wording that stands once, and nothing else', (language) => {
    const { wrong, right } = WALK_CORRECTION[language]
    const before = plainText(WALK_VERSIONS[language].body)
    const after = plainText(corrected(WALK_VERSIONS[language], WALK_CORRECTION[language]).body)
    expect(before.split(wrong).length).toBe(2)
    expect(before.includes(right)).toBe(false)
    expect(after).toBe(before.replace(wrong, right))
  })

  it('has words for return and withdrawal', () => {
    expect(WALK_RETURN.suggestion).toBe(WALK_VERSIONS.vi.title)
    expect(LANGUAGES.map((language) => WALK_WITHDRAWAL[language].length > 20)).toEqual([true, true, true])
  })
})
