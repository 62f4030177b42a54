import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '#newsroom'
import { figuresOf, linksOf, plainText, safeHref, walk } from '#richtext'
import { cleanDeep } from '#text/normalise'
import { slugOf } from '#text/slug'
import { CHANNELS } from '#sample/channels'
import { DESKS } from '#sample/desks'
import { PEOPLE } from '#sample/people'
import { PICTURES, PICTURE_KEYS, type PictureKey } from '#sample/pictures'
import { STORIES } from '#sample/stories/index'
import { TOPICS } from '#sample/topics'
import { WALK_CORRECTION, WALK_STORY, WALK_VERSIONS, corrected } from '#sample/walk'
import { amounts, versionsOf, wholeText } from './reading'

const walkStory = { key: WALK_STORY.key, versions: WALK_VERSIONS }
const all = [...STORIES, walkStory]
const each = all.flatMap((story) => versionsOf(story).map(([language, version]) => ({ key: story.key, language, version })))

describe('the sample newsroom has the size that it promises', () => {
  it('twenty-one stories: all in Vietnamese, sixteen in English, thirteen in Japanese', () => {
    const count = (language: Language) => STORIES.filter((story) => story.versions[language]).length
    expect([STORIES.length, count('vi'), count('en'), count('ja')]).toEqual([21, 21, 16, 13])
  })

  it('every text has a state to be found in, and no state without a text', () => {
    for (const story of STORIES)
      expect([story.key, Object.keys(story.state).sort()]).toEqual([story.key, Object.keys(story.versions).sort()])
  })

  it('shows every state that a text can be in', () => {
    const states = new Set(STORIES.flatMap((story) => Object.values(story.state)))
    expect([...states].sort()).toEqual([
      'approved',
      'corrected',
      'draft',
      'held',
      'released',
      'review',
      'revision',
      'scheduled',
      'withdrawn',
    ])
  })

  it('says why, what and when wherever a state asks for it', () => {
    const needs = STORIES.flatMap((story) =>
      LANGUAGES.flatMap((language) => {
        const state = story.state[language]
        if (state === 'withdrawn' || state === 'held') return [[story.key, state, (story.reason?.[language] ?? '').length > 20]]
        if (state === 'corrected') return [[story.key, state, (story.slip?.[language]?.note ?? '').length > 20]]
        return state === 'scheduled' ? [[story.key, state, (story.schedule?.inHours ?? 0) > 0]] : []
      }),
    )
    expect(needs).toEqual([
      ['investment-conference', 'corrected', true],
      ['smart-vegetables', 'withdrawn', true],
      ['cau-dat-coffee', 'corrected', true],
      ['bidoup-forest', 'held', true],
      ['flower-festival-2026', 'scheduled', true],
    ])
  })

  it('translates only what is approved or live', () => {
    const open = new Set(['approved', 'scheduled', 'released', 'corrected'])
    for (const story of STORIES.filter((one) => one.versions.en ?? one.versions.ja))
      expect([story.key, open.has(story.state.vi)]).toEqual([story.key, true])
  })

  it('keys, topics, desks, people and outlets exist and stand once', () => {
    expect(new Set(all.map((story) => story.key)).size).toBe(22)
    const topics: readonly string[] = TOPICS.map(({ key }) => key)
    const desks: readonly string[] = DESKS.map(({ key }) => key)
    for (const list of [topics, desks, PEOPLE.map(({ email }) => email), CHANNELS.map(({ key }) => key)])
      expect(new Set(list).size).toBe(list.length)
    for (const story of STORIES) {
      expect(story.topics.filter((key) => !topics.includes(key))).toEqual([])
      expect([story.desk, ...story.sharedWith].filter((key) => !desks.includes(key))).toEqual([])
      expect(PEOPLE.find((person) => person.key === story.author)).toMatchObject({ roles: ['reporter'], desk: story.desk })
    }
    const known = new Set<string>()
    for (const { key, parent } of TOPICS) {
      expect(parent === null || known.has(parent)).toBe(true)
      known.add(key)
    }
  })

  it('the walk story is wanted by portal, newspaper and broadcaster', () => {
    const wants = (channel: (typeof CHANNELS)[number]) =>
      channel.topics.length === 0 || WALK_STORY.topics.some((topic) => (channel.topics as readonly string[]).includes(topic))
    expect(CHANNELS.filter(wants).map(({ key }) => key)).toEqual(['portal', 'newspaper', 'broadcaster'])
  })
})

describe('the texts are written as a newsroom would', () => {
  it.each(each)('$key ($language) is NFC, without eth, decomposed, invisible or doubled characters', ({ version, language }) => {
    const text = wholeText(version)
    expect(text.normalize('NFC')).toBe(text)
    expect(text.match(/[\u00D0\u00F0\u0189\u0256]|\p{Default_Ignorable_Code_Point}|\uFFFD|[^\S\n\t]{2}/gu)).toEqual(null)
    // Vietnamese letters have no place in en and ja.
    if (language !== 'vi') expect(text.match(/[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/gu)).toEqual(null)
  })

  it.each(each)(
    '$key ($language) passes the door of the newsroom unchanged, and gets an address',
    ({ key, version, language }) => {
      expect(cleanDeep(version, language)).toEqual(version)
      const englishTitle = all.find((story) => story.key === key)?.versions.en?.title ?? null
      const item = '01HZX8Q0000000000000000000'
      expect(slugOf({ language, title: version.title, englishTitle, item })).toMatch(/^[a-z0-9-]{12,}$/u)
    },
  )

  it.each(each)(
    '$key ($language) has a title, a summary, headings, a quote and a link that may be followed',
    ({ version, language }) => {
      const kinds = new Set(version.body.map(({ kind }) => kind))
      expect([...kinds]).toEqual(expect.arrayContaining(['paragraph', 'heading', 'quote']))
      expect(kinds.has('list') || kinds.has('table')).toBe(true)
      expect(version.title.length).toBeGreaterThan(language === 'ja' ? 10 : 25)
      expect(version.summary.length).toBeGreaterThan(language === 'ja' ? 35 : 90)
      expect(linksOf(version.body).filter((href) => safeHref(href) === null)).toEqual([])
    },
  )

  it.each(each.filter(({ language }) => language === 'vi'))('$key has 250 to 600 Vietnamese words', ({ version }) => {
    const words = plainText(version.body).split(/\s+/u).length
    expect(words).toBeGreaterThanOrEqual(250)
    expect(words).toBeLessThanOrEqual(600)
  })

  it('Japanese has full-width punctuation, half-width digits and no space between words', () => {
    for (const { key, language, version } of each.filter((one) => one.language === 'ja')) {
      const text = [version.title, version.summary, plainText(version.body)].join('\n')
      expect([
        key,
        language,
        text.match(
          /[０-９ｦ-ﾟ]|[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][ ,.!?;:()]|[,.;:()][\p{Script=Han}\p{Script=Hiragana}]/gu,
        ),
      ]).toEqual([key, language, null])
    }
  })

  it('Japanese keeps one register (である) outside spoken words', () => {
    for (const { key, version } of each.filter((one) => one.language === 'ja')) {
      const told = version.body
        .filter((block) => block.kind === 'paragraph')
        .map((block) => plainText([block]))
        .join('\n')
      expect([key, told.replace(/「[^」]*」/gu, '').match(/(です|ます|ました|ません|でした)[。、]/gu)]).toEqual([key, null])
    }
  })

  it('Japanese explains hard characters with ruby in every story', () => {
    for (const { key, version } of each.filter((one) => one.language === 'ja')) {
      const ruby = [...walk(version.body)].filter((node) => 'kind' in node && node.kind === 'ruby')
      expect([key, ruby.length > 0]).toEqual([key, true])
    }
  })

  it('no two texts of one language share a title', () => {
    for (const language of LANGUAGES) {
      const titles = each.filter((one) => one.language === language).map(({ version }) => version.title)
      expect(new Set(titles).size).toBe(titles.length)
    }
  })

  it('the slip of a correction stands once, in one piece of text', () => {
    for (const story of STORIES)
      for (const [language, slip] of [...Object.entries(story.slip ?? {}), ...Object.entries(story.outdated ?? {})]) {
        const body = story.versions[language as Language]?.body ?? []
        const places = [...walk(body)].filter((node) => 'kind' in node && node.kind === 'text' && node.text.includes(slip.right))
        expect([story.key, places.length, plainText(body).split(slip.right).length]).toEqual([story.key, 1, 2])
      }
  })
})

describe('the translations say the same', () => {
  const translated = all.flatMap((story) =>
    versionsOf(story)
      .filter(([language]) => language !== 'vi')
      .map(([language, version]) => ({ key: story.key, language, version, source: story.versions.vi })),
  )

  it.each(translated)('$key: numbers agree between vi and $language', ({ language, version, source }) => {
    expect(amounts(wholeText(version), language)).toEqual(amounts(wholeText(source), 'vi'))
  })

  it.each(translated)('$key: vi and $language have the same blocks, links and pictures', ({ version, source }) => {
    const shape = ({ body }: typeof source) =>
      body.map((block) =>
        block.kind === 'list'
          ? `list ${block.items.length}`
          : block.kind === 'table'
            ? `table ${block.rows.map((row) => row.length).join()}`
            : block.kind,
      )
    expect(shape(version)).toEqual(shape(source))
    expect(linksOf(version.body)).toEqual(linksOf(source.body))
    expect(figuresOf(version.body).map(({ digest }) => digest)).toEqual(figuresOf(source.body).map(({ digest }) => digest))
  })

  it('the correction of the walk keeps the languages in agreement', () => {
    const right = LANGUAGES.map((language) =>
      amounts(wholeText(corrected(WALK_VERSIONS[language], WALK_CORRECTION[language])), language),
    )
    expect(right[1]).toEqual(right[0])
    expect(right[2]).toEqual(right[0])
    expect(right[0]).toContain(54e9)
    expect(right[0]).not.toContain(45e9)
    expect(LANGUAGES.map((language) => amounts(WALK_CORRECTION[language].note, language))).toEqual([
      [45e9, 54e9],
      [45e9, 54e9],
      [45e9, 54e9],
    ])
  })

  it('the number reader tells 億 from tỷ', () => {
    expect(amounts('33.000 tỷ đồng', 'vi')).toEqual([33e12])
    expect(amounts('VND 33 trillion', 'en')).toEqual([33e12])
    expect(amounts('33兆ドン', 'ja')).toEqual([33e12])
    expect(amounts('33,000億ドン', 'ja')).toEqual([33e11])
    expect(amounts('2億1500万米ドル、1万5000トン、5億ドン', 'ja')).toEqual([15000, 215e6, 5e8])
  })
})

describe('pictures in the texts', () => {
  it.each(each)('$key ($language): every figure is a drawn picture with words in this language', ({ version, language }) => {
    for (const figure of figuresOf(version.body)) {
      const key = figure.digest.replace(/^picture:/u, '') as PictureKey
      expect(PICTURE_KEYS).toContain(key)
      const { alt, caption, credit } = PICTURES[key]
      expect(figure).toEqual({
        digest: `picture:${key}`,
        alt: alt[language],
        caption: caption[language],
        credit: credit[language],
      })
    }
  })

  it('every picture is used, and every story has one to lead with', () => {
    const used = new Set<string>([...STORIES, WALK_STORY].map(({ lead }) => lead))
    for (const { version } of each) for (const { digest } of figuresOf(version.body)) used.add(digest.replace('picture:', ''))
    expect([...used].sort()).toEqual([...PICTURE_KEYS].sort())
  })

  it('alt, caption and credit are there in three languages, and say different things', () => {
    for (const key of PICTURE_KEYS) {
      const { alt, caption, credit } = PICTURES[key]
      for (const language of LANGUAGES) {
        expect([
          key,
          language,
          alt[language].length > 12,
          caption[language].length > 8,
          alt[language] === (caption[language] as string),
        ]).toEqual([key, language, true, true, false])
        expect(credit[language]).toMatch({ vi: /^Ảnh: \S/u, en: /^Photo: \S/u, ja: /^写真：\S/u }[language])
      }
      expect(new Set(LANGUAGES.map((language) => alt[language])).size).toBe(3)
    }
  })
})
