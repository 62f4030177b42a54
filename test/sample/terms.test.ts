import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#newsroom'
import { CHANNELS } from '#sample/channels'
import { DESKS } from '#sample/desks'
import { ADDRESSEES, ISSUES, LICENCE } from '#sample/issues/index'
import { PICTURES } from '#sample/pictures'
import { STORIES } from '#sample/stories/index'
import { loadTerms, readCsv, readTerms, type SampleTerm } from '#sample/terms'
import { TOPICS } from '#sample/topics'
import { WALK_STORY, WALK_VERSIONS } from '#sample/walk'
import { ownPieces, versionsOf, wholeText } from './reading'

const terms = loadTerms()
const stories = [...STORIES, { key: WALK_STORY.key, versions: WALK_VERSIONS }]
const pieces = ISSUES.flatMap(ownPieces)
const fold = (text: string) => text.normalize('NFKC').toLowerCase()
const bounded = (form: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${form.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'u')

describe('the glossary', () => {
  it('has 331 rows, 16 of them proposed', () => {
    expect(terms.length).toBe(331)
    expect(terms.filter(({ status }) => status === 'proposed').map(({ vi }) => vi)).toEqual(
      [
        'Bản tin Thông tin đối ngoại',
        'thông tin giải thích, làm rõ',
        'quy chế phát ngôn',
        'phần tử cơ hội chính trị',
        'Thường trực Tỉnh ủy',
        'Cục Thông tin đối ngoại',
        'Cục Báo chí',
        'hệ thống thông tin cơ sở',
        'Đề án',
        'xã',
        'dân tộc Churu',
        'dân tộc Tày',
        'nghệ nhân',
        'nhãn hiệu “Đà Lạt - Kết tinh kỳ diệu từ đất lành”',
        'huyện đảo Hoàng Sa',
        'huyện đảo Trường Sa',
      ].sort((a, b) => terms.findIndex(({ vi }) => vi === a) - terms.findIndex(({ vi }) => vi === b)),
    )
  })

  it('keeps forbidden forms, days of validity and commas inside quotes', () => {
    expect(terms.find(({ vi }) => vi === 'Biển Đông')).toMatchObject({
      en: 'East Sea',
      ja: 'ベトナム東部海域',
      kind: 'sovereignty',
      forbidden: { vi: [], en: ['South China Sea', 'South Sea'], ja: ['南シナ海', '南海'] },
      status: 'approved',
    })
    expect(terms.find(({ vi }) => vi === 'huyện Lạc Dương')).toMatchObject({ validFrom: null, validTo: '2025-06-30' })
    expect(terms.find(({ vi }) => vi === 'Sở Văn hóa, Thể thao và Du lịch')?.en).toBe('Department of Culture, Sports and Tourism')
  })

  it('every row has three languages in NFC and a kind', () => {
    expect(
      terms.filter(({ vi, en, ja, kind }) => [vi, en, ja, kind].some((cell) => cell === '' || cell !== cell.normalize('NFC'))),
    ).toEqual([])
    expect(new Set(terms.map(({ vi }) => vi)).size).toBe(331)
  })

  it('CSV: quotes, doubled quotes, commas and line ends inside quotes, CRLF, BOM, empty cells and lines', () => {
    expect(readCsv('\uFEFFa,"b, ""c""",\r\n"d\ne",,"f"\r\n\r\n')).toEqual([
      ['a', 'b, "c"', ''],
      ['d\ne', '', 'f'],
    ])
    expect(
      readTerms(
        'vi,en,ja,kind,note,forbidden_vi,forbidden_en,forbidden_ja,valid_from,valid_to\nhoa,flower,花,product,doubtful,,a|b,,2025-07-01,',
      ),
    ).toEqual([
      {
        vi: 'hoa',
        en: 'flower',
        ja: '花',
        kind: 'product',
        note: 'doubtful',
        forbidden: { vi: [], en: ['a', 'b'], ja: [] },
        validFrom: '2025-07-01',
        validTo: null,
        status: 'proposed',
      },
    ])
  })
})

describe('the sample keeps the official terms', () => {
  const texts = [
    ...[...stories, ...pieces].flatMap((story) =>
      versionsOf(story).map(([language, version]) => ({ of: story.key, language, text: wholeText(version) })),
    ),
    ...LANGUAGES.map((language) => ({
      of: 'names',
      language,
      text: [...DESKS, ...TOPICS, ...CHANNELS]
        .map(({ name }) => name[language])
        .concat(
          Object.values(LICENCE).flatMap((words) =>
            typeof words === 'object' && language in words ? [(words as Record<string, string>)[language] ?? ''] : [],
          ),
          ISSUES.flatMap(({ themes, sections }) => [themes[language], ...sections.map(({ names }) => names[language])]),
          language === 'vi' ? ADDRESSEES.map(({ addressee }) => addressee) : [],
        )
        .concat(Object.values(PICTURES).flatMap((picture) => [picture.alt[language], picture.caption[language]]))
        .join('\n'),
    })),
  ]

  it('no forbidden form stands anywhere', () => {
    const found = texts.flatMap(({ of, language, text }) =>
      terms.flatMap(({ forbidden }) =>
        forbidden[language]
          .filter((form) => (language === 'ja' ? fold(text).includes(fold(form)) : bounded(fold(form)).test(fold(text))))
          .map((form) => `${of} ${language}: ${form}`),
      ),
    )
    expect(found).toEqual([])
  })

  it('nor what outlets got wrong before', () => {
    const wrong =
      /西沙|南沙|南シナ海|南海|パラセル|スプラトリー|South China Sea|(?<!\()\b(Paracel|Spratly)|High School|ピープルズ|ラムドン州|ラムドン県|ダーラット|propaganda|socialisation/u
    expect(
      texts.filter(({ text }) => wrong.test(text)).map(({ of, language, text }) => [of, language, wrong.exec(text)?.[0]]),
    ).toEqual([])
  })

  /** Longest first, so that a term inside a longer one is not asked for twice. */
  const spotted = (text: string, kinds: ReadonlySet<string>): readonly SampleTerm[] => {
    let rest = fold(text)
    return [...terms]
      .sort((a, b) => b.vi.length - a.vi.length)
      .filter((term) => {
        const form = new RegExp(bounded(fold(term.vi)).source, 'gu')
        if (!form.test(rest)) return false
        rest = rest.replace(form, ' ')
        return kinds.has(term.kind)
      })
  }
  // Ordinary words (core, role, doctype, admin, economy) bend in translation; names do not.
  const names = new Set(['agency', 'party', 'media', 'place', 'product', 'culture', 'ethnic', 'sovereignty'])
  const kept = (term: SampleTerm, text: string, language: 'en' | 'ja') => {
    const said = fold(text)
    if (language === 'ja') return said.includes(fold(term.ja))
    const plural = (form: string) => [form, `${form}s`, `${form}es`, form.replace(/y$/u, 'ies')]
    return term.en
      .split('; ')
      .flatMap((form) => plural(fold(form)))
      .some((form) => bounded(form).test(said))
  }

  it.each(stories.filter(({ versions }) => versions.en ?? versions.ja))(
    '$key: names of the glossary are rendered as the glossary says',
    ({ versions }) => {
      const due = spotted(wholeText(versions.vi), names)
      expect(due.length).toBeGreaterThan(0)
      const missed = versionsOf({ versions })
        .filter(([language]) => language !== 'vi')
        .flatMap(([language, version]) =>
          due
            .filter((term) => !kept(term, wholeText(version), language as 'en' | 'ja'))
            .map((term) => `${language}: ${term.vi} → ${language === 'en' ? term.en : term.ja}`),
        )
      expect(missed).toEqual([])
    },
  )

  it('and so do the pieces of the issues', () => {
    const missed = pieces.flatMap(({ key, versions }) =>
      versionsOf({ versions })
        .filter(([language]) => language !== 'vi')
        .flatMap(([language, version]) =>
          spotted(wholeText(versions.vi), names)
            .filter((term) => !kept(term, wholeText(version), language as 'en' | 'ja'))
            .map((term) => `${key} ${language}: ${term.vi} → ${language === 'en' ? term.en : term.ja}`),
        ),
    )
    expect(missed).toEqual([])
  })

  it('the sovereignty story has the two archipelagoes and the East Sea in their official forms', () => {
    const story = STORIES.find(({ sovereignty }) => sovereignty)
    expect(STORIES.filter(({ sovereignty }) => sovereignty).length).toBe(1)
    const text = (language: 'vi' | 'en' | 'ja') => (story?.versions[language] ? wholeText(story.versions[language]) : '')
    for (const form of ['quần đảo Hoàng Sa', 'quần đảo Trường Sa', 'hai quần đảo Hoàng Sa và Trường Sa', 'Biển Đông'])
      expect(text('vi')).toContain(form)
    for (const form of [
      'Hoang Sa (Paracel) archipelago',
      'Truong Sa (Spratly) archipelago',
      'Hoang Sa (Paracel) and Truong Sa (Spratly) archipelagoes',
      'East Sea',
      "Vietnam's Hoang Sa and Truong Sa - Historical and Legal Evidence",
    ])
      expect(text('en')).toContain(form)
    for (const form of [
      'ホアンサ群島',
      'チュオンサ群島',
      'ホアンサ・チュオンサ両群島',
      'ベトナム東部海域',
      'ベトナムのホアンサとチュオンサ両群島・歴史的・法的証拠',
    ])
      expect(text('ja')).toContain(form)
  })

  it('no district is written of as if it still stood', () => {
    const gone = terms.filter(({ validTo }) => validTo !== null && validTo < '2026-01-01')
    expect(gone.length).toBeGreaterThan(8)
    const found = [...stories, ...pieces].flatMap(({ key, versions }) =>
      gone.filter(({ vi }) => bounded(fold(vi)).test(fold(wholeText(versions.vi)))).map(({ vi }) => `${key}: ${vi}`),
    )
    expect(found).toEqual([])
  })
})
