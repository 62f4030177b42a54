import { describe, expect, it } from 'vitest'
import { difference, shortened } from '../../src/admin/article/difference'
import { disputed, leavesOut, merged, proposed } from '../../src/admin/article/merge'
import { isSaveOf } from '../../src/admin/article/saves'
import { bodyWords, sameText, textIn, withParagraphs, type SavedText } from '../../src/admin/article/text'
import { dropUnsaved, keepUnsaved, readUnsaved, type Store } from '../../src/admin/article/unsaved'

const paragraph = (...children: unknown[]) => ({ type: 'paragraph', version: 1, children })
const words = (text: string) => ({ type: 'text', version: 1, text, format: 0 })
const body = (...blocks: unknown[]) => ({ root: { type: 'root', version: 1, children: blocks } })
const text = (title: string, summary = '', tree: unknown = null): SavedText => ({ title, summary, byline: 'Thu Hà', body: tree })

describe('the words of a body', () => {
  it('are its blocks in order, apart by an empty line; a ruby gives its base', () => {
    const tree = body(
      { type: 'heading', tag: 'h2', children: [words('Chợ hoa')] },
      paragraph(words('Hoa từ '), { type: 'link', children: [words('Đà Lạt')] }, { type: 'linebreak' }, words('đi Nhật.')),
      {
        type: 'list',
        children: [
          { type: 'listitem', children: [words('hồng')] },
          { type: 'listitem', children: [words('cúc')] },
        ],
      },
      paragraph({ type: 'ruby', base: '林同省', reading: 'ラムドンしょう' }, words('の花')),
      { type: 'upload', value: 'x' },
    )
    expect(bodyWords(tree)).toBe('Chợ hoa\n\nHoa từ Đà Lạt\nđi Nhật.\n\nhồng\n\ncúc\n\n林同省の花\n\n[▣]')
    expect([bodyWords(null), bodyWords({}), bodyWords({ root: 7 })]).toEqual(['', '', ''])
  })

  it('take a suggested wording at the end, paragraph by paragraph', () => {
    const longer = withParagraphs(body(paragraph(words('Cũ.'))), 'Theo Sở Công Thương,\nnăm 2026.\n\nĐoạn hai.')
    expect(bodyWords(longer)).toBe('Cũ.\n\nTheo Sở Công Thương,\nnăm 2026.\n\nĐoạn hai.')
    expect(bodyWords(withParagraphs(null, 'Đoạn đầu.'))).toBe('Đoạn đầu.')
  })

  it('are the same however the store ordered their keys, and nothing is nothing', () => {
    const stored = {
      root: {
        children: [{ children: [{ format: 0, text: 'A', version: 1, type: 'text' }], version: 1, type: 'paragraph' }],
        version: 1,
        type: 'root',
      },
    }
    expect(sameText(text('T', '', body(paragraph(words('A')))), text('T', '', stored))).toBe(true)
    expect(sameText(text('T', '', null), text('T', '', body(paragraph())))).toBe(true)
    expect(sameText(text('T', '', null), text('T', '', body({ type: 'upload', value: 1 })))).toBe(false)
    expect(textIn({ title: 'T', rev: 3 })).toEqual({ title: 'T', summary: '', byline: '', body: null })
  })
})

describe('two people saved the same text', () => {
  const base = text('Hoa Đà Lạt', 'Sapô cũ', body(paragraph(words('Một.'))))
  const theirs = text('Hoa Đà Lạt đi Tokyo', 'Sapô cũ', body(paragraph(words('Một. Hai.'))))
  const mine = text('Hoa Đà Lạt', 'Sapô mới', body(paragraph(words('Một. Ba.'))))

  it('asks only about what differs, and offers each the parts that they alone changed', () => {
    expect(disputed(mine, theirs)).toEqual(['title', 'summary', 'body'])
    expect(proposed(base, mine)).toEqual({ title: 'theirs', summary: 'mine', byline: 'theirs', body: 'mine' })
  })

  it('keeps the chosen words of both', () => {
    const choices = proposed(base, mine)
    expect(merged(mine, theirs, choices)).toEqual({
      title: 'Hoa Đà Lạt đi Tokyo',
      summary: 'Sapô mới',
      byline: 'Thu Hà',
      body: mine.body,
    })
    expect(leavesOut(mine, theirs, choices)).toBe(true)
    expect(leavesOut(theirs, theirs, choices)).toBe(false)
  })

  it('shows Vietnamese by word and Japanese by character', () => {
    expect(difference('Cà phê Cầu Đất', 'Cà phê chè Cầu Đất', 'vi')).toEqual([
      { kind: 'both', text: 'Cà phê ' },
      { kind: 'mine', text: 'chè ' },
      { kind: 'both', text: 'Cầu Đất' },
    ])
    expect(difference('33兆ドンの投資', '33億ドンの投資', 'ja')).toEqual([
      { kind: 'both', text: '33' },
      { kind: 'theirs', text: '兆' },
      { kind: 'mine', text: '億' },
      { kind: 'both', text: 'ドンの投資' },
    ])
  })

  it('shows two texts that have nothing in common as two texts, in time', () => {
    const long = (sign: string) => Array.from({ length: 6_000 }, (_, index) => `${sign}${index}`).join(' ')
    expect(difference(long('a'), long('b'), 'vi').map(({ kind }) => kind)).toEqual(['theirs', 'mine'])
  })

  it('shortens what both have', () => {
    const both = { kind: 'both', text: 'x'.repeat(300) } as const
    const shown = shortened([both, { kind: 'mine', text: 'mới' }, both, { kind: 'theirs', text: 'cũ' }, both], 10)
    expect(shown.map(({ text: part }) => part)).toEqual([
      ` […] ${'x'.repeat(10)}`,
      'mới',
      `${'x'.repeat(10)} […] ${'x'.repeat(10)}`,
      'cũ',
      `${'x'.repeat(10)} […] `,
    ])
  })
})

describe('what was typed and not saved', () => {
  const store = (): Store & { readonly kept: Map<string, string> } => {
    const kept = new Map<string, string>()
    return {
      kept,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    }
  }
  const unsaved = { rev: 4, at: '2026-11-24T01:30:00.000Z', text: text('Lễ hội cồng chiêng') }

  it('comes back to the same person and text, for a week', () => {
    const browser = store()
    expect(keepUnsaved(browser, 'ha', 'bai-1', unsaved)).toBe(true)
    expect(readUnsaved(browser, 'ha', 'bai-1', new Date('2026-12-01T01:00:00.000Z'))).toEqual(unsaved)
    expect(readUnsaved(browser, 'minh', 'bai-1', new Date(unsaved.at))).toBeNull()
    expect(readUnsaved(browser, 'ha', 'bai-2', new Date(unsaved.at))).toBeNull()
    expect(readUnsaved(browser, 'ha', 'bai-1', new Date('2026-12-01T02:00:00.000Z'))).toBeNull()
    expect(browser.kept.size).toBe(0)
  })

  it('is gone after a save', () => {
    const browser = store()
    keepUnsaved(browser, 'ha', 'bai-1', unsaved)
    dropUnsaved(browser, 'ha', 'bai-1')
    expect(readUnsaved(browser, 'ha', 'bai-1', new Date(unsaved.at))).toBeNull()
  })

  it('troubles nobody where the browser has no room, no leave, or a broken copy', () => {
    const full: Store = {
      getItem: () => '{"rev":',
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
      removeItem: () => {
        throw new Error('SecurityError')
      },
    }
    expect(keepUnsaved(full, 'ha', 'bai-1', unsaved)).toBe(false)
    expect(readUnsaved(full, 'ha', 'bai-1', new Date(unsaved.at))).toBeNull()
    expect(() => dropUnsaved(full, 'ha', 'bai-1')).not.toThrow()
  })
})

describe('a save of a text', () => {
  const page = 'http://127.0.0.1:3000/admin/collections/articles/7'
  it('is told from every other request of the page', () => {
    expect(isSaveOf('7', '/api/articles/7?depth=0', { method: 'patch' }, page)).toBe(true)
    expect(isSaveOf('7', '/api/articles/8', { method: 'PATCH' }, page)).toBe(false)
    expect(isSaveOf('7', '/api/articles/7', undefined, page)).toBe(false)
    expect(isSaveOf('7', 'http://elsewhere.example/api/articles/7', { method: 'PATCH' }, page)).toBe(false)
  })
})
