/** The boring parts of a situation, real-looking; a test overrides the one thing that matters. */
import type { Args, Refusal, Situation, Verb, WorkflowRow } from '#editorial/workflow'
import { judge, move, newRow } from '#editorial/workflow'
import type { Digest, Finding, Instant, Language, Person, Role, Skill } from '#newsroom'
import type { ReleaseRequest } from '#publication/log'
import type { ChannelWish } from '#publication/owed'
import { FILE_KINDS, type EditionContents, type EditionEntry, type EditionFile } from '#publication/edition'
import { PROGRAMME_FILES, type ProgrammeContents, type ProgrammeFile, type ProgrammeStep } from '#publication/programme'
import { GENESIS, nextRelease, snapshotDigest } from '#publication/release'
import type { Approval, Medium, Release, Snapshot, TextRelease } from '#publication/release'
import type { VideoContents, VideoCue } from '#publication/video'
import type { RichText } from '#richtext'
import { snapshotOf as programmeSnapshot } from '#programme/snapshot'

export const ITEM = '01JQ5Z3W8N6R4T2V0X9Y7B5C3D'
export const OTHER_ITEM = '01JQ60A1B2C3D4E5F6G7H8J9KM'
export const DESK = 'so-ngoai-vu'
export const OTHER_DESK = 'so-van-hoa'
export const NOON: Instant = '2026-11-24T05:00:00.000Z'

/** `at(90)`: ninety minutes after noon. */
export const at = (minutes: number): Instant => new Date(Date.parse(NOON) + minutes * 60_000).toISOString()

/** A made-up digest that shows what it stands for. */
export const digestOf = (name: string): Digest => Buffer.from(name.padEnd(32, '.')).toString('hex').slice(0, 64)

export const person = (
  roles: readonly Role[],
  { skills = {}, ...rest }: Partial<Omit<Person, 'skills'>> & { readonly skills?: Partial<Person['skills']> } = {},
): Person => ({
  id: roles.join('-') || 'reader',
  name: 'Nguyễn Thị Hoa',
  roles,
  desk: DESK,
  skills: { vi: [], en: [], ja: [], ...skills },
  ...rest,
})

const all: readonly Skill[] = ['translate', 'revise', 'approve']

/** The people of the sample desk, one for each kind of right. */
export const PEOPLE = {
  reporter: person(['reporter'], { id: 'hoa', name: 'Nguyễn Thị Hoa' }),
  otherReporter: person(['reporter'], { id: 'kbang', name: 'K’Băng', desk: OTHER_DESK }),
  editor: person(['editor'], { id: 'dung', name: 'Trần Quốc Dũng' }),
  /** An editor given the right to approve Vietnamese. */
  approvingEditor: person(['editor'], { id: 'lan', name: 'Lê Ngọc Lan', skills: { vi: ['approve'] } }),
  otherEditor: person(['editor'], { id: 'sơn', name: 'Đỗ Hải Sơn', desk: OTHER_DESK, skills: { vi: all, en: all, ja: all } }),
  translator: person(['translator'], { id: 'mai', name: 'Phạm Thanh Mai', desk: null, skills: { en: ['translate'] } }),
  japaneseTranslator: person(['translator'], { id: 'sato', name: '佐藤 美咲', desk: null, skills: { ja: ['translate'] } }),
  reviser: person(['reviser'], { id: 'anh', name: 'Võ Hoàng Anh', desk: null, skills: { en: ['revise'], ja: [] } }),
  japaneseReviser: person(['reviser'], { id: 'tanaka', name: '田中 健一', desk: null, skills: { ja: ['revise'] } }),
  /** Reads Vietnamese and English, no Japanese. */
  chief: person(['chief'], { id: 'binh', name: 'Phan Thái Bình', desk: null, skills: { vi: ['approve'], en: ['approve'] } }),
  deskChief: person(['chief'], { id: 'hung', name: 'Ngô Mạnh Hùng', skills: { vi: ['approve'], en: ['approve'] } }),
  otherChief: person(['chief'], { id: 'thu', name: 'Bùi Minh Thu', desk: OTHER_DESK, skills: { vi: all, en: all, ja: all } }),
  secondSigner: person(['secondSigner'], { id: 'khanh', name: 'Đặng Quốc Khánh', desk: null }),
  bulletinEditor: person(['bulletinEditor'], { id: 'yen', name: 'Hồ Hải Yến' }),
  producer: person(['producer'], { id: 'phuc', name: 'Lý Hồng Phúc' }),
  outletEngineer: person(['outletEngineer'], { id: 'tuan', name: 'Vũ Anh Tuấn', desk: null }),
  administrator: person(['administrator'], { id: 'quantri', name: 'Quản trị', desk: null }),
  auditor: person(['auditor'], { id: 'thanhtra', name: 'Mai Đức Kiên', desk: null }),
} as const satisfies Readonly<Record<string, Person>>
export type Name = keyof typeof PEOPLE

const by = (who: Person, when: Instant) => ({ by: who.id, name: who.name, at: when })

/** A source text in Vietnamese by the reporter; `translationRow` for the English one. */
export const row = (changes: Partial<WorkflowRow> = {}): WorkflowRow => ({
  ...newRow({
    article: 'article-vi',
    story: 'story-1',
    item: ITEM,
    language: 'vi',
    isSource: true,
    author: PEOPLE.reporter.id,
    translator: null,
  }),
  ...changes,
})

export const translationRow = (language: Exclude<Language, 'vi'> = 'en', changes: Partial<WorkflowRow> = {}): WorkflowRow => ({
  ...newRow({
    article: `article-${language}`,
    story: 'story-1',
    item: ITEM,
    language,
    isSource: false,
    author: null,
    translator: language === 'en' ? PEOPLE.translator.id : PEOPLE.japaneseTranslator.id,
  }),
  ...changes,
})

export const TEXT = digestOf('the text')

/** An approved row; `digest` is what the approval binds. */
export const approved = (from: WorkflowRow = row(), { digest = TEXT, who = PEOPLE.chief as Person } = {}): WorkflowRow => ({
  ...from,
  state: 'approved',
  submittedBy: from.author ?? from.translator,
  approval: { ...by(who, at(-30)), digest, onWordOf: null },
})

export const situation = (changes: Partial<Situation> = {}): Situation => ({
  row: row(),
  person: PEOPLE.reporter,
  now: NOON,
  story: { desk: DESK, sharedWith: [], sovereignty: false, embargo: null },
  digest: TEXT,
  missing: [],
  contributors: [PEOPLE.reporter.id],
  history: [],
  source: null,
  sameSource: true,
  handedOver: false,
  text: digestOf('the words'),
  stale: 'no',
  findings: [],
  rights: [],
  ...changes,
})

/** `judge` and `move` of somebody who looks at the text before they sign it. */
export const judgeLooking = (verb: Verb, now: Situation, args: Args = {}): Refusal | null =>
  judge(verb, now, { digest: now.digest, ...args })
export const moveLooking = (verb: Verb, now: Situation, args: Args = {}): WorkflowRow =>
  move(verb, now, { digest: now.digest, ...args })

export const LIVE: Situation['history'] = [{ seq: 7, version: 1, kind: 'release', snapshotDigest: TEXT }]
export const WITHDRAWN: Situation['history'] = [...LIVE, { seq: 9, version: 2, kind: 'withdrawal', snapshotDigest: null }]

export const finding = (changes: Partial<Finding> = {}): Finding => ({
  id: 'number-1',
  severity: 'critical',
  kind: 'number',
  where: 'body.3',
  facts: { source: '33.000 tỷ đồng', target: '33,000億ドン' },
  ...changes,
})

const words = (text: string) => ({ kind: 'text', text, marks: [] }) as const

export const PICTURE: Medium = {
  digest: digestOf('coffee'),
  renditions: [
    { name: 'original', digest: digestOf('coffee'), ext: 'jpg', mime: 'image/jpeg', bytes: 912_345, width: 2400, height: 1600 },
    {
      name: 'thumbnail',
      digest: digestOf('coffee 320'),
      ext: 'webp',
      mime: 'image/webp',
      bytes: 12_003,
      width: 320,
      height: 213,
    },
    { name: 'wide', digest: digestOf('coffee 1280'), ext: 'webp', mime: 'image/webp', bytes: 88_100, width: 1280, height: 720 },
    { name: 'page', digest: digestOf('coffee 1600'), ext: 'webp', mime: 'image/webp', bytes: 140_200, width: 1600, height: 1067 },
  ],
}

const TEXTS = {
  vi: {
    slug: 'ca-phe-cau-dat-den-tay-ban-doc-nhat-ban',
    title: 'Cà phê Cầu Đất đến tay bạn đọc Nhật Bản',
    summary: 'Niên vụ 2026, Lâm Đồng xuất khẩu lô cà phê chè đầu tiên sang Hokkaido.',
    byline: 'Nguyễn Thị Hoa',
    topic: 'Xúc tiến đầu tư',
    place: 'Cầu Đất',
    alt: 'Người hái cà phê trên đồi Cầu Đất',
    caption: 'Vườn cà phê chè ở độ cao 1.600 m.',
    credit: 'Văn Báu',
    body: [
      { kind: 'paragraph', children: [words('Ngày 24/11, lô hàng 18,5 tấn rời kho Đà Lạt.')] },
      { kind: 'heading', level: 2, children: [words('Hương vị của độ cao')] },
      { kind: 'paragraph', children: [words('“Người trồng được hưởng lợi trước hết”, ông K’Brèo nói.')] },
    ],
  },
  en: {
    slug: 'cau-dat-coffee-reaches-japan',
    title: 'Cau Dat coffee reaches Japan',
    summary: 'Lam Dong ships its first arabica of the 2026 season to Hokkaido.',
    byline: 'Nguyen Thi Hoa',
    topic: 'Investment promotion',
    place: 'Cau Dat',
    alt: 'A picker on a Cau Dat hillside',
    caption: 'Arabica at 1,600 m above sea level.',
    credit: 'Van Bau',
    body: [{ kind: 'paragraph', children: [words('On 24 November, 18.5 tonnes left the warehouse in Da Lat.')] }],
  },
  ja: {
    slug: 'cau-dat-coffee-reaches-japan-ja',
    title: 'カウダットのコーヒー、日本へ',
    summary: 'ラムドン省は2026年産アラビカ種を初めて北海道へ出荷した。',
    byline: 'グエン・ティ・ホア',
    topic: '投資促進',
    place: 'カウダット',
    alt: 'カウダットの丘でコーヒーを摘む人',
    caption: '標高1,600メートルのアラビカ種。',
    credit: 'ヴァン・バウ',
    body: [
      {
        kind: 'paragraph',
        children: [
          words('11月24日、18.5トンがダラットの倉庫を出た。'),
          { kind: 'ruby', base: '珈琲', reading: 'コーヒー' },
          words('の香りが漂う。'),
        ],
      },
    ],
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string | RichText>>>>

export const snapshot = (language: Language = 'vi', changes: Partial<Snapshot> = {}): Snapshot => {
  const { slug, title, summary, byline, topic, place, alt, caption, credit, body } = TEXTS[language]
  return {
    schema: 1,
    item: ITEM,
    itemType: 'article',
    language,
    sourceLanguage: 'vi',
    slug,
    title,
    summary,
    byline,
    class: 'promotional',
    sovereignty: false,
    topics: [{ id: 'xuc-tien-dau-tu', name: topic }],
    places: [place],
    lead: { digest: PICTURE.digest, alt, caption, credit },
    body,
    media: [PICTURE],
    ...changes,
  }
}

export const BULLETIN = '01JQ70BVLLET1N2026Q3000000'

const ISSUES = {
  vi: {
    name: 'Thông tin đối ngoại tỉnh Lâm Đồng',
    title: 'Bản tin Thông tin đối ngoại tỉnh Lâm Đồng, số 3 (Quý III/2026)',
    theme: 'Cà phê chè Cầu Đất và mùa lễ hội cao nguyên',
    sections: ['Thư ngỏ', 'Kinh tế - Hợp tác', 'Văn hóa - Du lịch', 'Số liệu'],
    foreword: 'Thưa bạn đọc',
    letter: 'Quý III năm 2026, tỉnh Lâm Đồng đón hơn ba triệu lượt khách.',
    figures: 'Xuất khẩu chín tháng',
    cover: 'Đồi cà phê chè Cầu Đất trong sương sớm',
    imprint: {
      issuer: 'Ủy ban nhân dân tỉnh Lâm Đồng',
      licenceIssuer: 'Bộ Văn hóa, Thể thao và Du lịch',
      printer: 'Công ty Cổ phần In Lâm Đồng',
      frequency: 'Mỗi quý một số',
      personResponsible: 'Trần Quốc Dũng',
    },
  },
  en: {
    name: 'Foreign Information of Lam Dong Province',
    title: 'Foreign Information of Lam Dong Province Bulletin, No. 3 (Q3 2026)',
    theme: 'Cau Dat arabica and a season of festivals',
    sections: ['Foreword', 'Economy and co-operation', 'Culture and travel', 'Figures'],
    foreword: 'To our readers',
    letter: 'In the third quarter of 2026 Lam Dong welcomed more than three million visitors.',
    figures: 'Exports in nine months',
    cover: 'Arabica hills at Cau Dat in the morning mist',
    imprint: {
      issuer: 'People’s Committee of Lam Dong Province',
      licenceIssuer: 'Ministry of Culture, Sports and Tourism',
      printer: 'Lam Dong Printing Joint Stock Company',
      frequency: 'Quarterly',
      personResponsible: 'Tran Quoc Dung',
    },
  },
  ja: {
    name: 'ラムドン省対外情報',
    title: 'ラムドン省対外情報ニュースレター　第3号（2026年第3四半期）',
    theme: 'カウダットのアラビカ種と高原の祭りの季節',
    sections: ['巻頭言', '経済・協力', '文化・観光', '統計'],
    foreword: '読者の皆さまへ',
    letter: '2026年第3四半期、ラムドン省には300万人を超える観光客が訪れました。',
    figures: '1月から9月までの輸出',
    cover: '朝霧に包まれたカウダットのアラビカ種の丘',
    imprint: {
      issuer: 'ラムドン省人民委員会',
      licenceIssuer: '文化スポーツ観光省',
      printer: 'ラムドン印刷株式会社',
      frequency: '季刊',
      personResponsible: 'チャン・クオック・ズン',
    },
  },
} as const satisfies Readonly<Record<Language, unknown>>

/** The files of an edition as they stand in the media store, one of each kind. */
export const editionFiles = (name: string): readonly EditionFile[] =>
  FILE_KINDS.map((kind) => ({
    kind,
    digest: digestOf(`${name} ${kind}`),
    ext: ({ screen: 'pdf', press: 'pdf', epub: 'epub', plain: 'txt', package: 'zip' } as const)[kind],
    mime: {
      screen: 'application/pdf',
      press: 'application/pdf',
      epub: 'application/epub+zip',
      plain: 'text/plain; charset=utf-8',
      package: 'application/zip',
    }[kind],
    bytes: 2_345_678,
  }))

/** An edition of the third quarter of 2026: a foreword, these texts, a table of figures. */
export const edition = (
  language: Language = 'vi',
  {
    texts = [],
    changes = {},
    contents = {},
  }: {
    readonly texts?: readonly Snapshot[]
    readonly changes?: Partial<Snapshot>
    readonly contents?: Partial<EditionContents>
  } = {},
): Snapshot => {
  const { name, title, theme, sections, foreword, letter, figures, cover, imprint } = ISSUES[language]
  const piece = (id: string, entry: Partial<EditionEntry>): EditionEntry => ({
    id,
    slot: 'feature',
    title: '',
    summary: '',
    byline: '',
    text: null,
    body: null,
    photos: [],
    page: 1,
    ...entry,
  })
  const entries = texts.map((text, index) =>
    piece(place(index + 2), {
      slot: index === 0 ? 'lead' : 'feature',
      title: text.title,
      summary: text.summary,
      byline: text.byline,
      text: { item: text.item, digest: snapshotDigest(text) },
      page: 4 + index * 3,
    }),
  )
  const body: RichText = [{ kind: 'paragraph', children: [words(letter)] }]
  const picture = { digest: PICTURE.digest, alt: cover, caption: '', credit: 'Văn Báu' }
  return snapshot(language, {
    item: BULLETIN,
    itemType: 'edition',
    slug: 'ban-tin-2026-3',
    title,
    summary: theme,
    byline: '',
    class: 'official',
    topics: [],
    places: [],
    lead: picture,
    body: [],
    ...changes,
    edition: {
      year: 2026,
      quarter: 3,
      numberInYear: 3,
      number: 37,
      date: '2026-09-30',
      name,
      theme,
      cover: picture,
      sections: [
        { id: 'foreword', name: sections[0], entries: [piece(place(1), { slot: 'foreword', title: foreword, body, page: 2 })] },
        { id: 'economy', name: sections[1], entries: entries.slice(0, 1) },
        { id: 'culture', name: sections[2], entries: entries.slice(1) },
        { id: 'figures', name: sections[3], entries: [piece(place(9), { slot: 'figures', title: figures, body, page: 46 })] },
      ],
      errata: [],
      imprint: { ...imprint, licenceNumber: '12/GP-XBBT', licenceDate: '2026-01-15', printRun: 1200 },
      trim: { widthMm: 190, heightMm: 270 },
      pages: 48,
      files: editionFiles(`${language}`),
      ...contents,
    },
  })
}

export const FILM_ITEM = '01JQ72F11MGPNG0000000000KH'

/** A film as it stands in the media store. */
export const FILM: Medium = {
  digest: digestOf('gong film'),
  renditions: [
    { name: 'original', digest: digestOf('gong film'), ext: 'webm', mime: 'video/webm', bytes: 794_917, width: 640, height: 360 },
  ],
}

const FILMS = {
  vi: {
    slug: 'tieng-cong-ben-ho',
    title: 'Tiếng cồng bên hồ',
    summary: 'Một đêm cồng chiêng của đồng bào K’Ho bên hồ, dưới chân núi Langbiang.',
    byline: 'Minh Quân',
    speaker: 'Già làng K’Tiêng',
    lines: [['Chiều xuống trên mặt hồ', 'dưới chân núi Langbiang.'], ['Tiếng cồng < đầu tiên > ngân lên.'], ['Đêm lắng xuống.']],
  },
  en: {
    slug: 'gongs-by-the-lake',
    title: 'Gongs by the lake',
    summary: 'A night of gongs among the K’Ho at the foot of Langbiang Mountain.',
    byline: 'Minh Quan',
    speaker: 'K’Tieng, village elder',
    lines: [['Evening falls on a lake', 'at the foot of Langbiang.'], ['The first gong sounds.'], ['Night falls.']],
  },
  ja: {
    slug: 'gongs-by-the-lake-ja',
    title: '湖畔に響くゴング',
    summary: 'ランビアン山のふもと、コホ族のゴングの夜。',
    byline: 'ミン・クアン',
    speaker: '長老クティエン',
    lines: [['ランビアン山のふもと、', '｜湖《みずうみ》に日が暮れる。'], ['最初のゴングが鳴る。'], ['夜が更ける。']],
  },
} as const satisfies Readonly<Record<Language, unknown>>

/** Three cues: 1 to 4, 5 to 8 and 9 to 11 seconds; the second is spoken by somebody. */
export const cues = (language: Language = 'vi'): readonly VideoCue[] =>
  FILMS[language].lines.map((lines, index) => ({
    id: `cue-${index + 1}`,
    start: 1_000 + index * 4_000,
    end: index === 2 ? 11_000 : 4_000 + index * 4_000,
    lines,
    speaker: index === 1 ? FILMS[language].speaker : null,
    position: 'bottom',
  }))

/** A film of twelve seconds with its poster. */
export const video = (
  language: Language = 'vi',
  { changes = {}, contents = {} }: { readonly changes?: Partial<Snapshot>; readonly contents?: Partial<VideoContents> } = {},
): Snapshot => {
  const { slug, title, summary, byline } = FILMS[language]
  return snapshot(language, {
    item: FILM_ITEM,
    itemType: 'video',
    slug,
    title,
    summary,
    byline,
    body: [],
    media: [PICTURE, FILM],
    ...changes,
    video: {
      file: FILM.digest,
      link: null,
      durationMs: 12_000,
      width: 640,
      height: 360,
      cues: cues(language),
      ...contents,
    },
  })
}

export const PROGRAMME = '01JQ74PR0GRAMMEEN00000001A'

/** The files of a programme as they stand in the media store, one of each kind. */
export const programmeFiles = (name: string): readonly ProgrammeFile[] =>
  PROGRAMME_FILES.map((kind) => {
    const [ext, mime] = (
      {
        scriptDocx: ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
        scriptTxt: ['txt', 'text/plain; charset=utf-8'],
        rundownJson: ['json', 'application/json'],
        rundownCsv: ['csv', 'text/csv; charset=utf-8'],
        vtt: ['vtt', 'text/vtt; charset=utf-8'],
        srt: ['srt', 'application/x-subrip; charset=utf-8'],
        package: ['zip', 'application/zip'],
      } as const
    )[kind]
    return {
      kind,
      step: kind === 'vtt' || kind === 'srt' ? 'step-2' : null,
      digest: digestOf(`${name} ${kind}`),
      ext,
      mime,
      bytes: 4_321,
    }
  })

/** The English bulletin of 27 November 2026: an opening, each of these texts (a video with its film), a closing. */
export const programme = (
  texts: readonly Snapshot[] = [],
  { changes = {}, contents = {} }: { readonly changes?: Partial<Snapshot>; readonly contents?: Partial<ProgrammeContents> } = {},
): Snapshot => {
  const step = (id: string, part: Partial<ProgrammeStep>): ProgrammeStep => ({
    id,
    kind: 'item',
    title: '',
    intro: '',
    script: '',
    text: null,
    film: null,
    poster: null,
    readMs: 10_000,
    clipMs: 0,
    ...part,
  })
  const steps = [
    step('step-1', { kind: 'opening', title: 'Good evening', script: 'Good evening from Da Lat.' }),
    ...texts.map((text, index) =>
      step(`step-${index + 2}`, {
        title: text.title,
        intro: index === 0 ? 'First, the news of the week.' : '',
        script: `As read: ${text.summary}`,
        text: { item: text.item, digest: snapshotDigest(text) },
        // As the newsroom has it: stills stand for films.
        poster: text.video ? text.lead : null,
        ...(text.video
          ? {
              film: { file: text.video.file, link: text.video.link, clip: { from: 1_000, to: 6_000 }, cues: text.video.cues },
              clipMs: 5_000,
            }
          : {}),
      }),
    ),
    step('step-9', { kind: 'closing', title: 'Good night', script: 'That was the news from Lam Dong.' }),
  ]
  const media = [...new Map(texts.flatMap(({ media }) => media).map((medium) => [medium.digest, medium])).values()]
  const frozen = programmeSnapshot(
    {
      item: PROGRAMME,
      language: 'en',
      title: 'English bulletin',
      channel: 'Lam Dong Radio & Television',
      airDate: '2026-11-27',
      airTime: '19:45',
      presenter: 'Nguyen Thi Hoa',
      targetMs: 300_000,
      pace: 150,
      media: media.filter(({ digest }) => steps.some(({ film, poster }) => [film?.file, poster?.digest].includes(digest))),
      steps: steps.map(({ film, ...each }) => ({
        ...each,
        film: film && { ...film, file: film.file === null ? null : { digest: film.file, ext: 'webm' } },
      })),
    },
    [],
  )
  return snapshot('en', {
    item: PROGRAMME,
    itemType: 'programme',
    sourceLanguage: 'en',
    slug: 'english-bulletin-2026-11-27',
    title: 'English bulletin, 27 November 2026',
    summary: 'The week in Lam Dong.',
    byline: '',
    topics: [],
    places: [],
    lead: frozen.lead,
    body: frozen.body,
    media: frozen.media,
    ...changes,
    programme: {
      airDate: '2026-11-27',
      airTime: '19:45',
      presenter: 'Nguyen Thi Hoa',
      targetMs: 300_000,
      totalMs: steps.reduce((sum, { readMs, clipMs }) => sum + readMs + clipMs, 0),
      steps,
      files: programmeFiles('bulletin'),
      ...contents,
    },
  })
}

/** Id of the nth place of `edition`: 1 the foreword, 2 and on the texts, 9 the figures. */
export const place = (number: number): string => `01JQ70P1ECE${String(number).padStart(15, '0')}`

export const approvals = (text: Snapshot, who: Person = PEOPLE.chief): readonly Approval[] => [
  { act: 'approve', ...by(who, at(-30)), digest: snapshotDigest(text), onWordOf: null, waivers: [] },
  ...(text.sovereignty
    ? [
        {
          act: 'secondSign' as const,
          ...by(PEOPLE.secondSigner, at(-20)),
          digest: snapshotDigest(text),
          onWordOf: null,
          waivers: [],
        },
      ]
    : []),
]

const asked = (text: Snapshot) =>
  ({
    item: text.item,
    itemType: text.itemType,
    language: text.language,
    by: { id: PEOPLE.chief.id, name: PEOPLE.chief.name },
  }) as const

export const toRelease = (text: Snapshot = snapshot()): ReleaseRequest => ({
  ...asked(text),
  kind: 'release',
  snapshot: text,
  approvals: approvals(text),
})

export const toCorrect = (
  text: Snapshot,
  note: Extract<ReleaseRequest, { readonly kind: 'correction' }>['note'] = {
    kind: 'slip',
    text: 'Lô hàng nặng 18,5 tấn, không phải 185 tấn.',
  },
): ReleaseRequest => ({
  ...asked(text),
  kind: 'correction',
  snapshot: text,
  approvals: approvals(text),
  note,
})

export const toWithdraw = (text: Snapshot = snapshot(), reason = 'Ảnh dùng sai người.'): ReleaseRequest => ({
  ...asked(text),
  kind: 'withdrawal',
  reason,
})

/** A translation made from this release; null = made before the source's first one, from what `digest` names. */
export const following = <R extends ReleaseRequest>(
  request: R,
  source: TextRelease | null,
  { language = 'vi' as Language, digest = digestOf('draft') } = {},
): R => ({
  ...request,
  follows: source
    ? { language: source.language, seq: source.seq, digest: source.snapshotDigest }
    : { language, seq: null, digest },
})

/** The log that these requests make, one a minute from noon. */
export const logOf = (...requests: readonly ReleaseRequest[]): readonly Release[] => {
  const releases: Release[] = []
  for (const request of requests) {
    const last = releases.at(-1)
    releases.push(
      nextRelease(request, {
        head: last === undefined ? { seq: 0, digest: GENESIS } : { seq: last.seq, digest: last.digest },
        history: releases.filter(({ item, language }) => item === request.item && language === request.language),
        at: at(releases.length),
      }),
    )
  }
  return releases
}

/** The first release of a text. */
export const released = (text: Snapshot = snapshot()): TextRelease => logOf(toRelease(text))[0] as TextRelease

export const channel = (key: string, changes: Partial<ChannelWish> = {}): ChannelWish => ({
  key,
  active: true,
  languages: [],
  topics: [],
  itemTypes: [],
  ...changes,
})
