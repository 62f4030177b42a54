import { describe, expect, it } from 'vitest'
import { seenWith, unseenIn, type Beside } from '../../src/admin/article/looked'

const part = (says: string, digest = says) => ({ says, digest })
const SEEN: Beside = {
  topics: part('Du lịch'),
  film: part('', 'phim 1'),
  'picture.7': part('Hồ Xuân Hương'),
}
const page = { rev: 4, seen: SEEN }

describe('what whoever signs has not seen', () => {
  it('is nothing where the page shows this very save with all that goes out with it', () =>
    expect(unseenIn({ rev: 4, beside: SEEN }, page)).toEqual([]))

  it('is a newer save, subtitles included', () =>
    expect(unseenIn({ rev: 5, beside: SEEN }, page)).toEqual([{ part: 'words', before: '', after: '' }]))

  it('is what somebody wrote beside the text since the page was drawn: how it read and how it reads', () => {
    const beside = { ...SEEN, topics: part('Du lịch; Nông nghiệp'), 'picture.7': part('Hồ Tuyền Lâm') }
    expect(unseenIn({ rev: 4, beside }, page)).toEqual([
      { part: 'topics', before: 'Du lịch', after: 'Du lịch; Nông nghiệp' },
      { part: 'picture', before: 'Hồ Xuân Hương', after: 'Hồ Tuyền Lâm' },
    ])
  })

  it('is another film, a picture that came, and one that is gone', () => {
    const beside = { topics: part('Du lịch'), film: part('', 'phim 2'), 'picture.8': part('Đồi chè') }
    expect(unseenIn({ rev: 4, beside }, page)).toEqual([
      { part: 'film', before: '', after: '' },
      { part: 'picture', before: 'Hồ Xuân Hương', after: '' },
      { part: 'picture', before: '', after: 'Đồi chè' },
    ])
  })

  it('is not what one’s own save brought or dropped, but still what others changed', () => {
    const beside = { topics: part('Du lịch; Nông nghiệp'), film: part('', 'phim 1'), 'picture.8': part('Đồi chè') }
    const seen = seenWith(SEEN, beside)
    expect(unseenIn({ rev: 5, beside }, { rev: 5, seen })).toEqual([
      { part: 'topics', before: 'Du lịch', after: 'Du lịch; Nông nghiệp' },
    ])
  })
})
