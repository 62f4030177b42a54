/** The story of the demo's walk, apart from the others: as pasted, as cleaned, translated, corrected, withdrawn. */
import type { Language } from '#newsroom'
import type { Block, Inline, RichText } from '#richtext'
import type { SampleStory, SampleVersion } from './story'
import { h2, list, p, quote, table } from './write'

export type WalkVersions = Readonly<Record<Language, SampleVersion>>

/** The facts of the story; its topics are wanted by all three outlets. */
export const WALK_STORY = {
  key: 'dried-persimmons',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: [],
  author: 'reporter',
  topics: ['vegetables', 'japan'],
  places: ['Cầu Đất', 'Đà Lạt'],
  channels: null,
  source: 'vi',
  lead: 'persimmons',
} as const satisfies Omit<SampleStory, 'versions' | 'state'>

/** As first released: the value of the season's crop has its digits the wrong way round. */
export const WALK_VERSIONS: WalkVersions = {
  vi: {
    title: 'Lâm Đồng xuất lô hồng treo gió đầu tiên sang Nhật Bản',
    summary:
      'Sau 14 năm học nghề từ chuyên gia Nhật Bản, người trồng hồng ở Cầu Đất xuất lô hồng treo gió đầu tiên, nặng 3 tấn, sang tỉnh Nagano ngày 20/11/2026.',
    byline: 'Hoài Thu',
    body: [
      p(
        'Ngày 20/11/2026, tại Cầu Đất (phường Xuân Trường - Đà Lạt), Hợp tác xã Hồng Gió Xuân xuất lô hồng treo gió đầu tiên sang tỉnh Nagano, Nhật Bản. Lô hàng nặng 3 tấn, đóng thành 6.000 hộp, mỗi hộp 500 g.',
      ),
      p(
        'Nghề hồng treo gió ở Đà Lạt bắt đầu năm 2012, khi chuyên gia do Cơ quan Hợp tác Quốc tế Nhật Bản (JICA) cử sang hướng dẫn người dân gọt, treo và chăm từng quả. Mười bốn năm sau, sản phẩm được chào đón ở chính quê hương của kỹ thuật ấy.',
      ),
      h2('Gọt vỏ, treo lên và chờ gió'),
      p(
        'Quả hồng vừa chín tới được gọt vỏ, nhúng nước nóng 10 giây rồi treo thành dây trong nhà giàn thoáng gió. Ba tuần tiếp theo quyết định tất cả:',
      ),
      list(
        'tuần đầu, mở rèm ban ngày, khép rèm ban đêm để tránh sương;',
        'tuần thứ hai, nắn nhẹ từng quả để mật ra đều;',
        'tuần thứ ba, hạ dây, phân loại và ủ lạnh ở 5 °C.',
      ),
      quote(
        '“Thầy người Nhật bảo tôi: hồng tự khô, mình chỉ đừng làm phiền nó. Tôi mất năm vụ mới hiểu câu ấy”, bà Lý Thị Sương, Giám đốc Hợp tác xã, kể.',
      ),
      h2('Vụ hồng năm 2026'),
      table('Chỉ tiêu | Năm 2024 | Năm 2026', 'Số hộ | 35 | 58', 'Hồng tươi (tấn) | 525 | 840', 'Hồng treo gió (tấn) | 75 | 120'),
      p(
        'Cả vụ, hợp tác xã dự kiến làm ra 120 tấn hồng treo gió, trị giá khoảng 45 tỷ đồng. Nhờ có việc từ tháng 9 đến tháng 12, khoảng 240 lao động trong vùng không phải đi làm xa.',
      ),
      p(
        'Theo Sở Công Thương, lô hàng thứ hai sẽ đi Osaka vào tháng 1/2027. Quy trình sản xuất và kết quả kiểm nghiệm được công bố trên [trang của hợp tác xã](https://honggioxuan.lamdong.example/quy-trinh).',
      ),
    ],
  },
  en: {
    title: 'Lam Dong sends its first shipment of air-dried persimmons to Japan',
    summary:
      'After 14 years of learning from Japanese experts, the growers of Cau Dat sent their first shipment of air-dried persimmons, 3 tonnes, to Nagano Prefecture on 20 November 2026.',
    byline: 'Hoai Thu',
    body: [
      p(
        'On 20 November 2026 in Cau Dat (Xuan Truong - Da Lat ward), the Hong Gio Xuan Cooperative sent its first shipment of air-dried persimmons to Nagano Prefecture, Japan. The shipment weighs 3 tonnes, in 6,000 boxes of 500 g each.',
      ),
      p(
        'The craft of air-dried persimmons came to Da Lat in 2012, when experts sent by the Japan International Cooperation Agency (JICA) taught growers to peel, hang and tend each fruit. Fourteen years later, the product is welcome in the very home of that technique.',
      ),
      h2('Peel, hang, and wait for the wind'),
      p(
        'Persimmons that have just ripened are peeled, dipped in hot water for 10 seconds and hung on strings in an airy drying house. The next three weeks decide everything:',
      ),
      list(
        'in the first week, the curtains are open by day and closed at night against the dew;',
        'in the second week, every fruit is gently pressed so that the honey spreads evenly;',
        'in the third week, the strings come down, and the fruit is sorted and rested at 5 °C.',
      ),
      quote(
        '“My Japanese teacher told me: the persimmon dries by itself, you must only not disturb it. It took me five seasons to understand,” said Ly Thi Suong, director of the cooperative.',
      ),
      h2('The season of 2026'),
      table(
        'Figure | 2024 | 2026',
        'Households | 35 | 58',
        'Fresh persimmons (tonnes) | 525 | 840',
        'Air-dried persimmons (tonnes) | 75 | 120',
      ),
      p(
        'Over the whole season the cooperative expects to make 120 tonnes of air-dried persimmons worth about VND 45 billion. With work from September to December, about 240 people of the area need not leave home to earn a living.',
      ),
      p(
        'According to the Department of Industry and Trade, the second shipment will go to Osaka in January 2027. The method of production and the test results are published on [the cooperative’s site](https://honggioxuan.lamdong.example/quy-trinh).',
      ),
    ],
  },
  ja: {
    title: 'ラムドン省、干し柿を日本へ初出荷',
    summary: '日本の専門家に学んで14年。カウダットの柿農家が2026年11月20日、初めての干し柿3トンを長野県に向けて出荷した。',
    byline: 'ホアイ・トゥー',
    body: [
      p(
        'ホンゾースアン協同組合は2026年11月20日、カウダット（スアンチュオン・ダラット区）から日本の長野県へ、初めて干し柿を出荷した。重さは3トンで、1箱500グラム入りの6000箱である。',
      ),
      p(
        'ダラットの干し柿作りは2012年、国際協力機構（JICA）が派遣した専門家が、皮をむき、つるし、一つ一つ手をかける技を農家に教えたことに始まる。それから14年、産品はその技の故郷に迎えられる。',
      ),
      h2('皮をむき、つるし、風を待つ'),
      p('熟したばかりの柿は皮をむき、湯に10秒くぐらせ、風通しのよい小屋に{紐|ひも}でつるす。続く3週間が全てを決める。'),
      list(
        '第1週は昼に幕を開け、夜は露を避けて閉じる。',
        '第2週は蜜が均等に行き渡るよう、一つ一つ軽くもむ。',
        '第3週は紐を下ろして選別し、5度で寝かせる。',
      ),
      quote(
        '「日本の先生に、柿は自分で乾く、邪魔をするなと言われた。その意味が分かるまで五季かかった」と、リー・ティ・スオン組合長は語る。',
      ),
      h2('2026年の柿'),
      table('項目 | 2024年 | 2026年', '農家数 | 35 | 58', '生の柿（トン） | 525 | 840', '干し柿（トン） | 75 | 120'),
      p(
        '組合は今季、干し柿120トン、約450億ドン相当の生産を見込む。9月から12月まで仕事ができ、地元の約240人が遠くへ働きに出ずに済む。',
      ),
      p(
        '商工局によると、2回目は2027年1月に大阪へ出荷する。製造工程と検査結果は[組合のサイト](https://honggioxuan.lamdong.example/quy-trinh)で公表している。',
      ),
    ],
  },
}

export type WalkCorrection = { readonly wrong: string; readonly right: string; readonly note: string }

/** The slip, in words that stand once in each text, and the note that readers are shown. */
export const WALK_CORRECTION: Readonly<Record<Language, WalkCorrection>> = {
  vi: {
    wrong: 'trị giá khoảng 45 tỷ đồng',
    right: 'trị giá khoảng 54 tỷ đồng',
    note: 'Bản đăng lần đầu ghi giá trị sản lượng cả vụ là 45 tỷ đồng. Con số đúng là 54 tỷ đồng.',
  },
  en: {
    wrong: 'worth about VND 45 billion',
    right: 'worth about VND 54 billion',
    note: 'The first version gave the value of the season’s output as VND 45 billion. The correct figure is VND 54 billion.',
  },
  ja: {
    wrong: '約450億ドン相当',
    right: '約540億ドン相当',
    note: '初回の掲載で今季の生産額を450億ドンとしましたが、正しくは540億ドンです。',
  },
}

export const WALK_WITHDRAWAL: Readonly<Record<Language, string>> = {
  vi: 'Hợp tác xã đề nghị gỡ bài để thống nhất lại điều khoản công bố với đối tác.',
  en: 'The cooperative asked for the text to be withdrawn while it agrees with its partner on what may be published.',
  ja: '公表内容について取引先と改めて調整するため、協同組合から掲載取り下げの申し出がありました。',
}

/** An editor sends the draft back once, with wording that the author takes over. */
export const WALK_RETURN = {
  reason: 'Tít nên nói rõ đây là lô hàng đầu tiên và thị trường nhận hàng.',
  suggestion: WALK_VERSIONS.vi.title,
} as const

export const corrected = (version: SampleVersion, { wrong, right }: WalkCorrection): SampleVersion => ({
  ...version,
  body: mapText(version.body, (text) => text.replace(wrong, right)),
})

/** What the reporter's clipboard holds: Word's HTML, marks decomposed as some keyboards type them, and one U+00D0 for Đ. */
export const walkPasted = (): {
  readonly title: string
  readonly summary: string
  readonly byline: string
  readonly html: string
} => {
  const { title, summary, byline, body } = WALK_VERSIONS.vi
  return {
    title: icelandic(decomposed(title)),
    summary: decomposed(summary),
    byline: decomposed(byline),
    html: decomposed(wordHtml(body)),
  }
}
/** The same draft for a door that takes our tree: still decomposed. */
export const walkPastedBody = (): RichText => mapText(WALK_VERSIONS.vi.body, decomposed)

const decomposed = (text: string): string => text.normalize('NFD')
const icelandic = (text: string): string => text.replace('Đ', '\u00D0')

const mapText = (body: RichText, change: (text: string) => string): RichText => {
  const inline = (children: readonly Inline[]): readonly Inline[] =>
    children.map((one) =>
      one.kind === 'text'
        ? { ...one, text: change(one.text) }
        : one.kind === 'link'
          ? { ...one, children: inline(one.children) }
          : one,
    )
  return body.map((block): Block => {
    if (block.kind === 'list')
      return {
        ...block,
        items: block.items.map((item) => ({ children: inline(item.children), nested: mapText(item.nested, change) })),
      }
    if (block.kind === 'table')
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, children: mapText(cell.children, change) }))),
      }
    return block.kind === 'figure' || block.kind === 'rule' ? block : { ...block, children: inline(block.children) }
  })
}

/** As Word puts it on the clipboard: namespaces, conditional comments, styles in every tag, lists as paragraphs. */
const wordHtml = (body: RichText): string =>
  `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:14.0pt; font-family:"Times New Roman",serif;} @list l0 {mso-list-id:1134; mso-list-type:hybrid;} --></style><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head><body lang=VI style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->${body.map(wordBlock).join('\n')}<!--EndFragment--></body></html>`

const SPAN = '<span lang=VI style=\'font-size:14.0pt;font-family:"Times New Roman",serif;mso-ansi-language:VI\'>'
const wordBlock = (block: Block): string => {
  if (block.kind === 'heading')
    return `<h${block.level} style='margin-top:12.0pt;mso-pagination:widow-orphan'>${SPAN}${wordInline(block.children)}<o:p></o:p></span></h${block.level}>`
  if (block.kind === 'list')
    return block.items
      .map(
        (item) =>
          `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>${SPAN}${wordInline(item.children)}<o:p></o:p></span></p>`,
      )
      .join('\n')
  if (block.kind === 'table')
    return `<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>${block.rows
      .map(
        (row) =>
          `<tr style='mso-yfti-irow:0'>${row.map((cell) => `<td width=200 valign=top style='width:150.0pt;border:solid windowtext 1.0pt'>${cell.children.map(wordBlock).join('')}</td>`).join('')}</tr>`,
      )
      .join('')}</table>`
  if (block.kind === 'figure' || block.kind === 'rule') return ''
  const style = block.kind === 'quote' ? 'MsoQuote' : 'MsoNormal'
  return `<p class=${style} style='text-align:justify;text-indent:36.0pt;line-height:150%'>${SPAN}${wordInline(block.children)}<o:p></o:p></span></p>`
}
const wordInline = (children: readonly Inline[]): string =>
  children
    .map((one) =>
      one.kind === 'text'
        ? escaped(one.text)
        : one.kind === 'link'
          ? `<a href="${one.href}" target="_blank"><span style='color:#0563C1'>${wordInline(one.children)}</span></a>`
          : '',
    )
    .join('')
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
