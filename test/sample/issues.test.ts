import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '#newsroom'
import { SLOTS } from '#publication/edition'
import { figuresOf, linksOf, plainText, safeHref, type RichText } from '#richtext'
import { ADDRESSEES, ISSUES, LICENCE } from '#sample/issues/index'
import { PICTURE_KEYS } from '#sample/pictures'
import { STORIES } from '#sample/stories/index'
import { cleanDeep } from '#text/normalise'
import { DIRECTIONS, found } from './checking'
import { amounts, ownPieces, versionsOf, wholeText } from './reading'

const entriesOf = (issue: (typeof ISSUES)[number]) => issue.sections.flatMap(({ entries }) => entries)
type Entry = ReturnType<typeof entriesOf>[number]
const storyOf = (entry: Entry) => ('story' in entry ? STORIES.find(({ key }) => key === entry.story) : undefined)
const versionsOfEntry = (entry: Entry) => ('piece' in entry ? entry.piece : storyOf(entry)?.versions)
const issueOf = (quarter: number) => {
  const issue = ISSUES.find((one) => one.quarter === quarter)
  if (!issue) throw new Error(`no issue of quarter ${quarter}`)
  return issue
}
const named = ISSUES.map((issue) => ({ name: `${issue.year}/${issue.quarter}`, issue }))
const pieces = ISSUES.flatMap(ownPieces)

describe('the sample issues', () => {
  it('are the second and third quarter of 2026, numbers 36 and 37 since Q3/2017', () => {
    expect(ISSUES.map(({ year, quarter, number, date, state }) => [year, quarter, number, date, state])).toEqual([
      [2026, 2, 36, '2026-06-30', 'finished'],
      [2026, 3, 37, '2026-09-30', 'production'],
    ])
    for (const { year, quarter, number } of ISSUES) expect(number).toBe((year - 2017) * 4 + quarter - 3 + 1)
  })

  it.each(named)('$name: stories, slots and pictures exist; nothing stands in it twice', ({ issue }) => {
    const entries = entriesOf(issue)
    expect(entries.filter((entry) => 'story' in entry && !storyOf(entry))).toEqual([])
    expect(entries.filter(({ slot }) => !SLOTS.includes(slot))).toEqual([])
    const keys = entries.map((entry) => ('story' in entry ? entry.story : entry.key))
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(issue.sections.map(({ key }) => key)).size).toBe(issue.sections.length)
    const pictures = entries.flatMap((entry) => [
      ...(entry.photos ?? []),
      ...(storyOf(entry) ? [storyOf(entry)?.lead ?? ''] : []),
      ...figuresOf(versionsOfEntry(entry)?.vi.body ?? []).map(({ digest }) => digest.replace('picture:', '')),
    ])
    expect(pictures.filter((key) => !(PICTURE_KEYS as readonly string[]).includes(key))).toEqual([])
    expect([...new Set(pictures)]).toEqual(pictures)
    expect(PICTURE_KEYS).toContain(issue.cover)
  })

  it.each(named)('$name: names and themes in three languages, NFC', ({ issue }) => {
    for (const words of [issue.themes, ...issue.sections.map(({ names }) => names)])
      for (const language of LANGUAGES) {
        expect(words[language]).toBe(words[language].normalize('NFC').trim())
        expect(words[language]).not.toBe('')
      }
  })

  it.each(named)('$name: deadlines follow one another and end before the day of the issue', ({ issue }) => {
    const order = ['collected', 'translated', 'closed', 'approved', 'printed'] as const
    for (const language of LANGUAGES) {
      const days = order.flatMap((key) => issue.deadlines[language][key] ?? [])
      expect(days.map((day) => new Date(day).toISOString())).toEqual(days)
      expect([...days].sort()).toEqual(days)
      expect((days.at(-1) ?? '').slice(0, 10) < issue.date).toBe(true)
    }
  })
})

describe('the issue of the second quarter', () => {
  const issue = issueOf(2)
  const entries = entriesOf(issue)

  it('is complete in three languages, every story released in all of them', () => {
    for (const entry of entries) {
      expect(LANGUAGES.filter((language) => !versionsOfEntry(entry)?.[language])).toEqual([])
      const story = storyOf(entry)
      if (story) expect([story.key, story.state]).toEqual([story.key, { vi: 'released', en: 'released', ja: 'released' }])
    }
  })

  it('has every slot, and twenty texts', () => {
    expect([...new Set(entries.map(({ slot }) => slot))].sort()).toEqual([...SLOTS].sort())
    expect(entries.length).toBe(20)
    expect(entries.filter((entry) => 'story' in entry).length).toBe(7)
    expect(entries.find(({ slot }) => slot === 'photoPage')?.photos?.length).toBe(6)
  })

  it('tells of nothing after its day but what is announced', () => {
    const late = entries.flatMap((entry) =>
      [...plainText(versionsOfEntry(entry)?.vi.body ?? []).matchAll(/(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})/gu)].flatMap(
        ([text, day = '', month = '', year = '']) =>
          `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` > issue.date && entry.slot !== 'calendar'
            ? [`${'story' in entry ? entry.story : entry.key} ${text}`]
            : [],
      ),
    )
    expect(late).toEqual([
      'foreword 1/7/2026',
      'figures 15/8/2026',
      'music-season 30/11/2026',
      'langbiang-biosphere 30/9/2026',
      'langbiang-biosphere 31/7/2026',
      'journey 1/7/2026',
      'cherry-trees 1/10/2026',
      'robotics-team 31/8/2026',
      'brief-training 30/9/2026',
    ])
  })

  it('adds up: its tables of figures', () => {
    const tables = (body: RichText) =>
      body.flatMap((block) =>
        block.kind === 'table' ? [block.rows.map((row) => row.map(({ children }) => plainText(children)))] : [],
      )
    const figures = entries.find((entry) => 'key' in entry && entry.key === 'figures')
    const [year = [], goods = []] = tables(versionsOfEntry(figures as Entry)?.vi.body ?? [])
    const value = (cell = '') => Number(/[\d.]+(?:,\d+)?/u.exec(cell)?.[0].replaceAll('.', '').replace(',', '.'))
    for (const [name, before, after, rise] of year.slice(2))
      expect([name, Math.abs((value(after) / value(before) - 1) * 100 - value(rise)) < 0.07]).toEqual([name, true])
    expect(goods.slice(1).reduce((sum, [, dollars]) => sum + value(dollars), 0)).toBe(1895)
    const [fields = []] = tables(STORIES.find(({ key }) => key === 'first-half-investment')?.versions.vi.body ?? [])
    const sum = (column: number) => fields.slice(1, -1).reduce((total, row) => total + value(row[column]), 0)
    expect([sum(1), sum(2)]).toEqual([value(fields.at(-1)?.[1]), value(fields.at(-1)?.[2])])
  })
})

describe('the issue of the third quarter', () => {
  const entries = entriesOf(issueOf(3))
  const ready = new Set(['approved', 'released', 'corrected'])
  const state = (entry: Entry, language: Language) =>
    'story' in entry ? (storyOf(entry)?.state[language] ?? 'missing') : entry.piece[language] ? 'approved' : 'missing'
  const open = (language: Language) =>
    entries.flatMap((entry) =>
      ready.has(state(entry, language)) ? [] : [['story' in entry ? entry.story : entry.key, state(entry, language)]],
    )

  it('is complete in Vietnamese, nearly so in English, and late in Japanese', () => {
    expect({ vi: open('vi'), en: open('en'), ja: open('ja') }).toEqual({
      vi: [],
      en: [
        ['student-exchange', 'revision'],
        ['calendar', 'missing'],
      ],
      ja: [
        ['foreword', 'missing'],
        ['investment-conference', 'missing'],
        ['figures', 'missing'],
        ['meet-japan-2026', 'revision'],
        ['student-exchange', 'draft'],
        ['sovereignty-exhibition', 'review'],
        ['calendar', 'missing'],
      ],
    })
  })

  it('leads with a story whose translations still say what was corrected', () => {
    const lead = entries.find(({ slot }) => slot === 'lead')
    expect(Object.keys(storyOf(lead as Entry)?.outdated ?? {})).toEqual(['en', 'ja'])
  })
})

describe('texts keep to their places', () => {
  it.each(named)('$name: within the budget of the place', ({ issue }) => {
    const over = entriesOf(issue).flatMap((entry) =>
      LANGUAGES.flatMap((language) => {
        const body = versionsOfEntry(entry)?.[language]?.body
        const [length, budget] = [body ? [...plainText(body)].length : 0, entry.budget?.[language] ?? Infinity]
        return length > budget ? [['story' in entry ? entry.story : entry.key, language, length, budget]] : []
      }),
    )
    expect(over).toEqual([])
  })
})

describe('the pieces of the issues', () => {
  const each = pieces.flatMap((piece) => versionsOf(piece).map(([language, version]) => ({ key: piece.key, language, version })))

  it.each(each)('$key ($language) is NFC and passes the door of the newsroom unchanged', ({ version, language }) => {
    expect(wholeText(version).normalize('NFC')).toBe(wholeText(version))
    expect(cleanDeep(version, language)).toEqual(version)
    expect(linksOf(version.body).filter((href) => safeHref(href) === null)).toEqual([])
  })

  it.each(
    pieces.flatMap((piece) =>
      versionsOf(piece).map(([language, version]) => ({ key: piece.key, language, version, source: piece.versions.vi })),
    ),
  )('$key: $language has the figures, links and blocks of the Vietnamese', ({ language, version, source }) => {
    expect(amounts(wholeText(version), language)).toEqual(amounts(wholeText(source), 'vi'))
    expect(linksOf(version.body)).toEqual(linksOf(source.body))
    expect(version.body.map(({ kind }) => kind)).toEqual(source.body.map(({ kind }) => kind))
  })

  it.each(DIRECTIONS)('%s → %s: the checks of the translation desk find nothing', (from, to) => {
    const all = found(pieces, from, to)
    expect(all.filter(({ check }) => check !== 'unlisted-term')).toEqual([])
  })

  it('every term of the Vietnamese has its Japanese form', () =>
    expect(found(pieces, 'vi', 'ja').filter(({ check }) => check === 'unlisted-term')).toEqual([]))
})

describe('the licence', () => {
  it.each(named)('covers $name: day, languages, size', ({ issue }) => {
    expect([LICENCE.validFrom <= issue.date, issue.date <= LICENCE.validTo]).toEqual([true, true])
    expect(LICENCE.languages).toEqual(LANGUAGES)
    expect([LICENCE.trim, LICENCE.pageLimit]).toEqual([{ widthMm: 190, heightMm: 270 }, 64])
  })

  it('allows as many copies as the addressees receive', () => {
    const total = ADDRESSEES.reduce((sum, { copies }) => sum + copies.vi + copies.en + copies.ja, 0)
    expect(total).toBeGreaterThan(LICENCE.printRun * 0.8)
    expect(total).toBeLessThanOrEqual(LICENCE.printRun)
    expect(ADDRESSEES.map(({ kind }) => kind).filter((kind) => kind === 'deposit').length).toBe(2)
  })
})
