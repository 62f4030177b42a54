/** One quarter's issue in three languages with every slot and every kind of block, and its pictures. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Edition, Piece } from '#bulletin/edition'
import type { Language } from '#newsroom'
import { sha256, canonical } from '#publication/canonical'
import type { Medium, Rendition } from '#publication/release'
import type { Cell, Figure, Inline, RichText } from '#richtext'
import { PICTURES, type PictureKey } from '#sample/captions'
import { baoLocSilk } from '#sample/stories/bao-loc-silk'
import { cauDatCoffee } from '#sample/stories/cau-dat-coffee'
import { gongSeason } from '#sample/stories/gong-season'
import { meetJapan } from '#sample/stories/meet-japan'
import { sovereigntyExhibition } from '#sample/stories/sovereignty-exhibition'
import { studentExchange } from '#sample/stories/student-exchange'
import type { SampleStory } from '#sample/story'
import { figure as pictureIn, h2, h3, inline, list, p, quote, steps } from '#sample/write'

export const ISSUE_ITEM = '01JQ7P3R1NT0B4NT1NTTDN2026'

type Bytes = { readonly bytes: Buffer; readonly ext: string }
/** How the picture of a key is drawn; the tests' own way takes milliseconds. */
export type Draw = (key: PictureKey, at: number) => Promise<Bytes>

export type EditionWish = {
  /** Folder for the bytes of the pictures, `{digest}.{ext}`; without it only their digests are known. */
  readonly mediaStore?: string
  readonly draw?: Draw
  /** The last word on the edition. */
  readonly change?: (edition: Edition) => Edition
}

/** The edition of Q3/2026 in one language. The same wish gives the same edition. */
export const editionIn = async (
  language: Language,
  { mediaStore, draw = drawQuickly, change = (edition) => edition }: EditionWish = {},
): Promise<Edition> => {
  const pictures = await picturesBy(draw)
  if (mediaStore !== undefined) keep(pictures, mediaStore)
  return change(issue(language, pictures))
}

/** The same issue with one piece changed. */
export const withPiece = (edition: Edition, id: string, change: (piece: Piece) => Piece): Edition => ({
  ...edition,
  sections: edition.sections.map((section) => ({
    ...section,
    pieces: section.pieces.map((piece) => (piece.id === id ? change(piece) : piece)),
  })),
})

/** Ids of the entries, in running order. */
export const ENTRIES = {
  foreword: '01JQ7ENTRY000000000000000A',
  lead: '01JQ7ENTRY000000000000000B',
  every: '01JQ7ENTRY000000000000000C',
  coffee: '01JQ7ENTRY000000000000000D',
  exchange: '01JQ7ENTRY000000000000000E',
  exhibition: '01JQ7ENTRY000000000000000F',
  gong: '01JQ7ENTRY000000000000000G',
  silk: '01JQ7ENTRY000000000000000H',
  photos: '01JQ7ENTRY000000000000000J',
  figures: '01JQ7ENTRY000000000000000K',
  calendar: '01JQ7ENTRY000000000000000M',
  list: '01JQ7ENTRY000000000000000N',
} as const

type Pictures = Readonly<Partial<Record<PictureKey, { readonly medium: Medium; readonly files: readonly Bytes[] }>>>
type Words = Readonly<Record<Language, string>>

const issue = (language: Language, pictures: Pictures): Edition => {
  const say = (words: Words) => words[language]
  const figure = (key: PictureKey): Figure => ({
    digest: pictureOf(pictures, key).medium.digest,
    alt: PICTURES[key].alt[language],
    caption: PICTURES[key].caption[language],
    credit: PICTURES[key].credit[language],
  })
  /** The sample's texts name a picture by its key. */
  const drawn = (body: RichText): RichText =>
    body.map((block) =>
      block.kind === 'figure' && block.digest.startsWith('picture:')
        ? { kind: 'figure', ...figure(block.digest.slice('picture:'.length) as PictureKey) }
        : block,
    )
  const piece = (of: Omit<Piece, 'digest'>): Piece => ({ ...of, digest: sha256(canonical(of)) })
  const story = (id: string, slot: Piece['slot'], from: SampleStory): Piece => {
    const { title, summary, byline, body } = from.versions[language] ?? from.versions.vi
    return piece({
      id,
      slot,
      item: `01JQ7STORY00000000000000${id.slice(-2)}`,
      title,
      summary,
      byline,
      topics: from.topics,
      lead: figure(from.lead),
      body: drawn(body),
      photos: [],
    })
  }
  const own = (
    id: string,
    slot: Piece['slot'],
    { title, summary = { vi: '', en: '', ja: '' }, byline = '', lead = null, photos = [], body }: Own,
  ): Piece =>
    piece({
      id,
      slot,
      item: null,
      title: say(title),
      summary: say(summary),
      byline,
      topics: [],
      lead: lead && figure(lead),
      photos: photos.map(figure),
      body: drawn(body[language]),
    })
  const sections: Edition['sections'] = [
    {
      id: '01JQ7SECT10000000000000001',
      name: say({ vi: 'Từ tòa soạn', en: 'From the editors', ja: '編集部より' }),
      pieces: [own(ENTRIES.foreword, 'foreword', FOREWORD)],
    },
    {
      id: '01JQ7SECT10000000000000002',
      name: say({ vi: 'Hợp tác và đầu tư', en: 'Cooperation and investment', ja: '協力と投資' }),
      pieces: [
        story(ENTRIES.lead, 'lead', meetJapan),
        own(ENTRIES.every, 'feature', EVERY_KIND),
        story(ENTRIES.coffee, 'feature', cauDatCoffee),
        story(ENTRIES.exchange, 'brief', studentExchange),
        story(ENTRIES.exhibition, 'brief', sovereigntyExhibition),
      ],
    },
    {
      id: '01JQ7SECT10000000000000003',
      name: say({ vi: 'Đất và người', en: 'Land and people', ja: '土地と人' }),
      pieces: [
        story(ENTRIES.gong, 'feature', gongSeason),
        story(ENTRIES.silk, 'feature', baoLocSilk),
        own(ENTRIES.photos, 'photoPage', PHOTO_PAGE),
      ],
    },
    {
      id: '01JQ7SECT10000000000000004',
      name: say({ vi: 'Số liệu và lịch', en: 'Figures and dates', ja: '統計と予定' }),
      pieces: [
        own(ENTRIES.figures, 'figures', TABLE_OF_FIGURES),
        own(ENTRIES.calendar, 'calendar', CALENDAR),
        own(ENTRIES.list, 'list', LIST),
      ],
    },
  ]
  return {
    item: ISSUE_ITEM,
    language,
    year: 2026,
    quarter: 3,
    numberInYear: 3,
    number: 17,
    date: '2026-09-30',
    name: say({ vi: 'Thông tin đối ngoại', en: 'Foreign Information', ja: '対外情報' }),
    theme: say({
      vi: 'Lâm Đồng và Nhật Bản: mùa hợp tác mới',
      en: 'Lam Dong and Japan: a new season of cooperation',
      ja: 'ラムドン省と日本、協力の新しい季節',
    }),
    cover: figure('coffee-hills'),
    sections,
    errata: [
      {
        title: say({ vi: 'Mùa hoa dã quỳ', en: 'The season of wild sunflowers', ja: 'ニトベギクの季節' }),
        issue: { year: 2026, quarter: 2, date: '2026-06-30' },
        page: 14,
        wrong: say({ vi: '“1.200 ha”', en: '“1,200 hectares”', ja: '「1,200ヘクタール」' }),
        right: say({ vi: '“120 ha”', en: '“120 hectares”', ja: '「120ヘクタール」' }),
      },
    ],
    imprint: {
      issuer: say({ vi: 'Sở Ngoại vụ tỉnh Lâm Đồng', en: 'Lam Dong Department of Foreign Affairs', ja: 'ラムドン省外務局' }),
      licenceNumber: '12/GP-XBBT',
      licenceDate: '2026-01-15',
      licenceIssuer: say({
        vi: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng',
        en: 'Lam Dong Department of Culture, Sports and Tourism',
        ja: 'ラムドン省文化スポーツ観光局',
      }),
      printer: say({
        vi: 'Công ty Cổ phần In và Phát hành sách Lâm Đồng',
        en: 'Lam Dong Printing and Book Distribution Joint Stock Company',
        ja: 'ラムドン印刷書籍発行株式会社',
      }),
      printRun: 500,
      frequency: say({ vi: '1 số/quý', en: 'one issue a quarter', ja: '季刊（年4回）' }),
      personResponsible: 'Phan Thái Bình',
    },
    trim: { widthMm: 190, heightMm: 270 },
    media: Object.values(pictures).map(({ medium }) => medium),
  }
}

const pictureOf = (pictures: Pictures, key: PictureKey) => {
  const found = pictures[key]
  if (!found) throw new Error(`the issue has no picture ${key}: name it in KEYS`)
  return found
}

type Own = {
  readonly title: Words
  readonly summary?: Words
  readonly byline?: string
  readonly lead?: PictureKey | null
  readonly photos?: readonly PictureKey[]
  readonly body: Readonly<Record<Language, RichText>>
}

const text = (words: string, ...marks: Extract<Inline, { kind: 'text' }>['marks']): Inline => ({
  kind: 'text',
  text: words,
  marks,
})
const cell = (words: string, { header = false, colSpan = 1, rowSpan = 1 }: Partial<Omit<Cell, 'children'>> = {}): Cell => ({
  header,
  colSpan,
  rowSpan,
  children: [p(words)],
})
const head = (words: string, spans: { readonly colSpan?: number; readonly rowSpan?: number } = {}): Cell =>
  cell(words, { header: true, ...spans })

const FOREWORD: Own = {
  title: { vi: 'Thư tòa soạn', en: 'A letter from the editors', ja: '読者の皆様へ' },
  byline: 'Ban Biên tập',
  body: {
    vi: [
      p(
        'Kính thưa quý bạn đọc, quý III năm 2026 khép lại với nhiều cuộc gặp gỡ. Lâm Đồng đón 15,8 triệu lượt khách, ký bảy biên bản ghi nhớ với các đối tác Nhật Bản và đưa lô cà phê chè đầu tiên của niên vụ đến Hokkaido.',
      ),
      p(
        'Số này kể lại những câu chuyện ấy từ nơi chúng xảy ra: trong kho lạnh lúc bốn giờ sáng, bên khung dệt, giữa mùa cồng chiêng. Chúng tôi mong nhận được ý kiến của quý bạn đọc tại [bantin@lamdong.example](mailto:bantin@lamdong.example).',
      ),
      p('Trân trọng cảm ơn và chúc quý bạn đọc sức khỏe.'),
    ],
    en: [
      p(
        'Dear readers, the third quarter of 2026 closes with many meetings. Lam Dong received 15.8 million visitors, signed seven memoranda of understanding with partners in Japan, and sent the first arabica of the season to Hokkaido.',
      ),
      p(
        'This issue tells those stories from where they happened: in a cold store at four in the morning, beside a loom, in the middle of the gong season. We look forward to your letters at [bantin@lamdong.example](mailto:bantin@lamdong.example).',
      ),
      p('We thank you and wish you good health.'),
    ],
    ja: [
      p(
        '読者の皆様、2026年第3四半期は多くの出会いとともに幕を閉じました。ラムドン省には延べ1,580万人の旅行者が訪れ、日本の関係機関と7件の覚書を結び、今季最初のアラビカコーヒーを北海道へ送り出しました。',
      ),
      p(
        '本号は、午前4時の冷蔵倉庫、織機の傍ら、ゴングの響く季節のただ中から、その物語をお伝えします。ご意見は[bantin@lamdong.example](mailto:bantin@lamdong.example)までお寄せください。',
      ),
      p('皆様のご健勝をお祈り申し上げます。'),
    ],
  },
}

/** Every kind of block and of inline text at least once. */
const EVERY_KIND: Own = {
  title: {
    vi: 'Sổ tay nhà đầu tư: ba bước, bảy mươi hai giờ, một đầu mối',
    en: 'An investor’s handbook: three steps, seventy-two hours, one counter',
    ja: '投資家のための手引き――三つの手順、七十二時間、一つの窓口',
  },
  summary: {
    vi: 'Từ ngày 1/7/2026, hồ sơ đầu tư của doanh nghiệp nước ngoài được nhận và trả tại một nơi.',
    en: 'Since 1 July 2026, files of foreign investors are received and returned at one place.',
    ja: '2026年7月1日から、外国投資家の書類は一か所で受け付け、返却される。',
  },
  byline: 'Minh Quân',
  lead: 'solar-park',
  body: {
    vi: [
      p('Trung tâm Phục vụ hành chính công tỉnh nhận hồ sơ **mọi ngày làm việc**, kể cả buổi trưa.'),
      h2('Trước khi nộp'),
      {
        kind: 'paragraph',
        children: [
          text('Diện tích tính bằng m'),
          text('2', 'superscript'),
          text(', khí thải tính bằng tấn CO'),
          text('2', 'subscript'),
          text('; mẫu cũ '),
          text('không còn dùng', 'strikethrough'),
          text(', '),
          text('xem kỹ', 'underline'),
          text(' '),
          text('Nghị định 31/2021/NĐ-CP', 'italic'),
          text('.'),
          { kind: 'break' },
          text('Giờ làm việc: 7:30–17:00.'),
        ],
      },
      h3('Hồ sơ gồm'),
      {
        kind: 'list',
        ordered: false,
        items: [
          { children: inline('Văn bản đề nghị thực hiện dự án'), nested: [] },
          {
            children: inline('Tài liệu về tư cách pháp lý:'),
            nested: [steps('bản sao hộ chiếu', 'giấy chứng nhận đăng ký doanh nghiệp')],
          },
          { children: inline('Đề xuất nhu cầu sử dụng đất'), nested: [] },
        ],
      },
      { kind: 'heading', level: 4, children: inline('Lệ phí') },
      p('Không thu lệ phí ở bước tiếp nhận.'),
      { kind: 'rule' },
      {
        kind: 'table',
        rows: [
          [head('Bước', { rowSpan: 2 }), head('Thời hạn (giờ)', { colSpan: 2 })],
          [head('Trước'), head('Nay')],
          [cell('Tiếp nhận'), cell('24'), cell('8')],
          [cell('Thẩm định'), cell('120'), cell('56')],
          [cell('Trả kết quả'), cell('24'), cell('8')],
        ],
      },
      quote('“Chúng tôi không muốn nhà đầu tư phải nhớ tên các phòng. Chỉ cần nhớ một địa chỉ”, bà Trần Thị Lan nói.'),
      pictureIn('conference-table', 'vi'),
      list('Điện thoại: (0263) 3 822 000', 'Trang: [dautu.lamdong.example](https://dautu.lamdong.example)'),
    ],
    en: [
      p('The provincial Public Administration Service Centre receives files **every working day**, at noon too.'),
      h2('Before you apply'),
      {
        kind: 'paragraph',
        children: [
          text('Area is given in m'),
          text('2', 'superscript'),
          text(', emissions in tonnes of CO'),
          text('2', 'subscript'),
          text('; the old form is '),
          text('no longer used', 'strikethrough'),
          text('; '),
          text('read closely', 'underline'),
          text(' '),
          text('Decree 31/2021/ND-CP', 'italic'),
          text('.'),
          { kind: 'break' },
          text('Hours: 7:30–17:00.'),
        ],
      },
      h3('The file contains'),
      {
        kind: 'list',
        ordered: false,
        items: [
          { children: inline('a request to carry out the project'), nested: [] },
          { children: inline('proof of legal status:'), nested: [steps('copy of passport', 'certificate of registration')] },
          { children: inline('a proposal for the use of land'), nested: [] },
        ],
      },
      { kind: 'heading', level: 4, children: inline('Fees') },
      p('No fee is charged when a file is received.'),
      { kind: 'rule' },
      {
        kind: 'table',
        rows: [
          [head('Step', { rowSpan: 2 }), head('Time limit (hours)', { colSpan: 2 })],
          [head('Before'), head('Now')],
          [cell('Receipt'), cell('24'), cell('8')],
          [cell('Appraisal'), cell('120'), cell('56')],
          [cell('Return'), cell('24'), cell('8')],
        ],
      },
      quote(
        '“We do not want investors to remember the names of our offices. One address is enough,” said Ms Tran Thi Lan, director of the centre.',
      ),
      pictureIn('conference-table', 'en'),
      list('Telephone: +84 263 3 822 000', 'Site: [dautu.lamdong.example](https://dautu.lamdong.example)'),
    ],
    ja: [
      p('省行政サービスセンターは、昼休みも含め**すべての営業日**に書類を受け付ける。'),
      h2('申請の前に'),
      {
        kind: 'paragraph',
        children: [
          text('面積はm'),
          text('2', 'superscript'),
          text('、排出量はCO'),
          text('2', 'subscript'),
          text('トンで記入する。旧様式は'),
          text('廃止', 'strikethrough'),
          text('された。'),
          text('政令31/2021/ND-CP', 'italic'),
          text('を'),
          text('必ず確認', 'underline'),
          text('されたい。'),
          { kind: 'break' },
          text('受付時間：7時30分〜17時。'),
        ],
      },
      h3('必要な書類'),
      {
        kind: 'list',
        ordered: false,
        items: [
          { children: inline('事業実施申請書'), nested: [] },
          { children: inline('法的地位を示す書類：'), nested: [steps('旅券の写し', '企業登録証明書')] },
          { children: inline('土地使用の提案書'), nested: [] },
        ],
      },
      { kind: 'heading', level: 4, children: inline('手数料') },
      p('受付の段階では手数料はかからない。{珈琲|コーヒー}を飲みながら待てる{待合室|まちあいしつ}もある。'),
      { kind: 'rule' },
      {
        kind: 'table',
        rows: [
          [head('手順', { rowSpan: 2 }), head('期限（時間）', { colSpan: 2 })],
          [head('以前'), head('現在')],
          [cell('受付'), cell('24'), cell('8')],
          [cell('審査'), cell('120'), cell('56')],
          [cell('交付'), cell('24'), cell('8')],
        ],
      },
      quote('「投資家に部署の名前を覚えてもらう必要はない。住所を一つ覚えてもらえばよい」とチャン・ティ・ラン所長は語る。'),
      pictureIn('conference-table', 'ja'),
      list('電話：+84 263 3 822 000', 'サイト：[dautu.lamdong.example](https://dautu.lamdong.example)'),
    ],
  },
}

const PHOTO_PAGE: Own = {
  title: { vi: 'Cao nguyên qua ống kính', en: 'The highlands through a lens', ja: 'レンズ越しの高原' },
  summary: {
    vi: 'Bốn khung hình của một mùa: sương, lửa, lụa và trà.',
    en: 'Four frames of one season: mist, fire, silk and tea.',
    ja: '霧、火、絹、茶――ひと季節の四枚。',
  },
  byline: 'Hoài Thu',
  photos: ['xuan-huong-dusk', 'tea-rows', 'pine-hills', 'forest-waterfall'],
  body: { vi: [], en: [], ja: [] },
}

const ROWS: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  vi: [
    ['Xuất khẩu cà phê', 'tấn', '41.300', '+12,4'],
    ['Xuất khẩu rau, hoa', 'triệu USD', '118,6', '+9,1'],
    ['Khách quốc tế', 'lượt', '960.000', '+18,0'],
    ['Dự án FDI cấp mới', 'dự án', '17', '+4'],
    ['Vốn đăng ký', 'triệu USD', '86,2', '−3,5'],
  ],
  en: [
    ['Coffee exports', 'tonnes', '41,300', '+12.4'],
    ['Vegetable and flower exports', 'USD million', '118.6', '+9.1'],
    ['International visitors', 'arrivals', '960,000', '+18.0'],
    ['New FDI projects', 'projects', '17', '+4'],
    ['Registered capital', 'USD million', '86.2', '−3.5'],
  ],
  ja: [
    ['コーヒー輸出', 'トン', '41,300', '+12.4'],
    ['野菜・花き輸出', '百万米ドル', '118.6', '+9.1'],
    ['外国人旅行者', '人', '960,000', '+18.0'],
    ['新規FDI案件', '件', '17', '+4'],
    ['登録資本', '百万米ドル', '86.2', '−3.5'],
  ],
}
const HEADS: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Chỉ tiêu', 'Đơn vị', '9 tháng 2026', 'So cùng kỳ (%)'],
  en: ['Indicator', 'Unit', 'Nine months of 2026', 'Change (%)'],
  ja: ['指標', '単位', '2026年1〜9月', '前年同期比（%）'],
}
const figuresIn = (language: Language): RichText => [
  {
    kind: 'table',
    rows: [
      HEADS[language].map((words) => head(words)),
      ...ROWS[language].map(([name = '', ...rest]) => [head(name), ...rest.map((words) => cell(words))]),
    ],
  },
]
const TABLE_OF_FIGURES: Own = {
  title: { vi: 'Chín tháng qua những con số', en: 'Nine months in figures', ja: '数字で見る九か月' },
  summary: {
    vi: 'Số liệu chín tháng năm 2026 của tỉnh Lâm Đồng, so với cùng kỳ năm 2025.',
    en: 'Lam Dong in the first nine months of 2026, against the same period of 2025.',
    ja: 'ラムドン省の2026年1〜9月、前年同期との比較。',
  },
  body: { vi: figuresIn('vi'), en: figuresIn('en'), ja: figuresIn('ja') },
}

const CALENDAR: Own = {
  title: { vi: 'Lịch sự kiện quý IV', en: 'Dates of the fourth quarter', ja: '第4四半期の予定' },
  body: {
    vi: [
      list(
        '**14/11** Khai mạc chuỗi sản phẩm “Đà Lạt đi chậm”, Ga Đà Lạt',
        '**24/11** Hội nghị Gặp gỡ Nhật Bản, Đà Lạt',
        '**5–9/12** Festival Hoa Đà Lạt',
        '**20/12** Hội thảo nông nghiệp công nghệ cao Việt Nam – Nhật Bản',
      ),
    ],
    en: [
      list(
        '**14 November** “Slow Da Lat” opens, Da Lat Railway Station',
        '**24 November** Meet Japan conference, Da Lat',
        '**5–9 December** Da Lat Flower Festival',
        '**20 December** Seminar on high-tech farming, Viet Nam and Japan',
      ),
    ],
    ja: [
      list(
        '**11月14日** 「スロー・ダラット」開幕、ダラット駅',
        '**11月24日** ミート・ジャパン会議、ダラット',
        '**12月5日〜9日** ダラット花祭り',
        '**12月20日** 日越ハイテク農業セミナー',
      ),
    ],
  },
}

const LIST: Own = {
  title: { vi: 'Nơi nhận bản tin', en: 'Where to find the bulletin', ja: '本誌の閲覧場所' },
  body: {
    vi: [list('Thư viện tỉnh Lâm Đồng', 'Trung tâm Thông tin du lịch Đà Lạt', 'Các cơ quan đại diện nước ngoài tại Việt Nam')],
    en: [list('Lam Dong Provincial Library', 'Da Lat Tourist Information Centre', 'Foreign missions in Viet Nam')],
    ja: [list('ラムドン省立図書館', 'ダラット観光案内所', '在ベトナム各国公館')],
  },
}

/** The pictures of the issue. */
const KEYS = [
  'coffee-hills',
  'conference-table',
  'solar-park',
  'coffee-cherries',
  'students',
  'exhibition-hall',
  'gong',
  'silk-cocoons',
  'xuan-huong-dusk',
  'tea-rows',
  'pine-hills',
  'forest-waterfall',
  'flower-greenhouse',
  'woodblocks',
] as const satisfies readonly PictureKey[]

const memory = new Map<Draw, Promise<Pictures>>()
const picturesBy = (draw: Draw): Promise<Pictures> => {
  const made = memory.get(draw) ?? drawAll(draw)
  memory.set(draw, made)
  return made
}

const drawAll = async (draw: Draw): Promise<Pictures> =>
  Object.fromEntries(
    await Promise.all(KEYS.map(async (key, at) => [key, await asMedium(await draw(key, at))] as const)),
  ) as Pictures

const RENDITIONS = [
  { name: 'thumbnail', width: 320, height: 213 },
  { name: 'card', width: 640, height: 427 },
  { name: 'wide', width: 1280, height: 720 },
  { name: 'page', width: 1600, height: undefined },
] as const

const asMedium = async (original: Bytes): Promise<NonNullable<Pictures[PictureKey]>> => {
  const { width = 0 } = await sharp(original.bytes).metadata()
  const smaller = RENDITIONS.filter((rendition) => rendition.width < width)
  const forms = await Promise.all(
    smaller.map(async (rendition) => ({
      ext: 'webp',
      name: rendition.name,
      bytes: await sharp(original.bytes)
        .resize({ width: rendition.width, ...(rendition.height ? { height: rendition.height } : {}) })
        .webp({ quality: 80, effort: 0 })
        .toBuffer(),
    })),
  )
  const files = [{ name: 'original', ...original }, ...forms]
  const renditions = await Promise.all(files.map(asRendition))
  return { medium: { digest: renditions[0]!.digest, renditions }, files }
}

const MIME: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' }
const asRendition = async ({ name, bytes, ext }: Bytes & { readonly name: string }): Promise<Rendition> => {
  const { width = 0, height = 0 } = await sharp(bytes).metadata()
  return { name, digest: sha256(bytes), ext, mime: MIME[ext] ?? '', bytes: bytes.length, width, height }
}

const keep = (pictures: Pictures, mediaStore: string): void => {
  mkdirSync(mediaStore, { recursive: true })
  for (const { files } of Object.values(pictures))
    for (const { bytes, ext } of files) writeFileSync(join(mediaStore, `${sha256(bytes)}.${ext}`), bytes)
}

/** A hill under a sky in the picture's own colours: JPEG, one PNG, one WebP, one upright. */
export const drawQuickly: Draw = async (key, at) => {
  const [width, height] = key === 'forest-waterfall' ? [1200, 1800] : [1800, 1200]
  const hue = (at * 47) % 360
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="hsl(${hue} 40% 75%)"/><circle cx="${width * 0.7}" cy="${height * 0.3}" r="${height * 0.12}" fill="hsl(${hue} 70% 90%)"/><path d="M0 ${height * 0.7} Q${width * 0.3} ${height * 0.35} ${width * 0.6} ${height * 0.65} T${width} ${height * 0.55} V${height} H0Z" fill="hsl(${(hue + 60) % 360} 35% 35%)"/></svg>`
  const image = sharp(Buffer.from(svg)).resize(width, height)
  if (key === 'tea-rows') return { bytes: await image.png({ compressionLevel: 3 }).toBuffer(), ext: 'png' }
  if (key === 'pine-hills') return { bytes: await image.webp({ quality: 80, effort: 0 }).toBuffer(), ext: 'webp' }
  return { bytes: await image.jpeg({ quality: 85 }).toBuffer(), ext: 'jpg' }
}
