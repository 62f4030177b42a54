import { describe, expect, it } from 'vitest'
import { contributorsSince, requiredMissing } from '#editorial/article'
import { digestOf, snapshot } from '../builders'

describe('a whole text', () => {
  it('lacks nothing in any language', () =>
    expect((['vi', 'en', 'ja'] as const).map((language) => requiredMissing(snapshot(language)))).toEqual([[], [], []]))
  it('needs its fields', () =>
    expect(requiredMissing({ title: ' ', summary: '', byline: '\u3000', slug: '', body: [] })).toEqual([
      'title',
      'summary',
      'byline',
      'body',
      'slug',
    ]))
  it('of a film needs the film and what is said in it, and no body', () => {
    const film = (video: object) => snapshot('vi', { body: [], video: { link: null, cues: [], file: null, ...video } as never })
    expect(requiredMissing(film({}))).toEqual(['film', 'cues'])
    expect(requiredMissing(film({ link: 'https://dai.example/phim', cues: [{}] }))).toEqual([])
  })
  it('is not made whole by characters that nobody sees', () =>
    expect(requiredMissing(snapshot('vi', { title: '\u200b\u00a0\ufeff' }))).toEqual(['title']))
  it('has no body in empty paragraphs and a rule', () =>
    expect(requiredMissing(snapshot('vi', { body: [{ kind: 'paragraph', children: [] }, { kind: 'rule' }] }))).toEqual(['body']))
})

describe('who wrote', () => {
  const save = (rev: number, by: string, text: string) => ({ rev, by, digest: digestOf(text) })
  const saves = [save(1, 'hoa', 'a'), save(2, 'dung', 'a'), save(3, 'lan', 'b'), save(4, 'binh', 'c'), save(5, 'mai', 'b')]
  it('is everybody who changed a character, the first included', () =>
    expect(contributorsSince(saves, 0)).toEqual(['hoa', 'lan', 'binh', 'mai']))
  it('is not who pressed save without a change', () => expect(contributorsSince(saves, 0)).not.toContain('dung'))
  it('is also whose change was undone', () => expect(contributorsSince(saves, 0)).toContain('binh'))
  it('counts from the last released revision', () => expect(contributorsSince(saves, 3)).toEqual(['binh', 'mai']))
  it('judges the first save after a release by the released text', () =>
    expect(contributorsSince([...saves, save(6, 'thu', 'b')], 5)).toEqual([]))
})
