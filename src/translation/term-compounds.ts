/** Common words that contain a term and mean something else: in them it is not found. In folded spelling (`term-fold.ts`). */
import type { Language } from '#newsroom'

export const COMPOUNDS: Readonly<Record<Language, readonly string[]>> = {
  // Vietnamese writes its syllables apart, so that a word boundary says little of a term of one syllable.
  vi: [
    // xã, a commune
    'xã hội',
    'hợp tác xã',
    'thị xã',
    'thông tấn xã',
    'xã luận',
    'xã giao',
    'xã viên',
    // tỉnh, a province
    'tỉnh táo',
    'tỉnh ngộ',
    'tỉnh giấc',
    'tỉnh dậy',
    'thức tỉnh',
    'bừng tỉnh',
    // thôn, a hamlet
    'nông thôn',
    'thôn tính',
    'thôn nữ',
    // phường, a ward
    'phường hội',
    'phường chèo',
    // Luật, a document
    'pháp luật',
    'luật pháp',
    'luật sư',
    'luật gia',
    'luật lệ',
    'luật chơi',
    'kỷ luật',
    'quy luật',
    'dự luật',
    'bộ luật',
    // nhà kính, a greenhouse
    'khí nhà kính',
    'hiệu ứng nhà kính',
  ],
  en: ['greenhouse gas', 'greenhouse gases', 'greenhouse effect', 'mother-in-law', 'brother-in-law', 'sister-in-law'],
  ja: [
    // 省, a province
    '財務省',
    '国防省',
    '公安省',
    '内務省',
    '司法省',
    '建設省',
    '保健省',
    '科学技術省',
    '教育訓練省',
    '農業環境省',
    '文化・スポーツ・観光省',
    '省庁',
    '省略',
    '省エネ',
    '反省',
    '帰省',
    // 区, a ward
    '地区',
    '区域',
    '区分',
    '区別',
    '区間',
    // 村 and 町, a commune and a township
    '農村',
    '漁村',
    '山村',
    '村落',
    '町並み',
    // 局長, a director of a department
    '事務局長',
    // 温室, a greenhouse
    '温室効果',
  ],
}
