/** The editor's own words; those that Payload has in our languages are its. */
import { isLanguage, type Language } from '#newsroom'

type Words = {
  readonly placeholder: string
  readonly link: string
  readonly alt: string
  readonly altHelp: string
  readonly caption: string
  readonly captionHelp: string
  readonly table: string
  readonly rows: string
  readonly columns: string
  readonly ruby: string
  readonly rubyTitle: string
  readonly rubyBase: string
  readonly rubyReading: string
  readonly rubyHelp: string
  readonly insert: string
  readonly change: string
  readonly remove: string
  readonly cancel: string
  readonly picturesLeft: string
  readonly buttons: Readonly<Record<string, string>>
}

export const WORDS: Readonly<Record<Language, Words>> = {
  vi: {
    placeholder: 'Viết hoặc dán nội dung vào đây…',
    link: 'Dùng địa chỉ bắt đầu bằng https://, http://, mailto:, tel: hoặc đường dẫn trên cùng trang bắt đầu bằng “/”.',
    alt: 'Mô tả thay thế cho lần dùng này',
    altHelp: 'Để trống thì dùng mô tả trong kho ảnh.',
    caption: 'Chú thích ảnh cho lần dùng này',
    captionHelp: 'Để trống thì dùng chú thích trong kho ảnh.',
    table: 'Bảng',
    rows: 'Số hàng',
    columns: 'Số cột',
    ruby: 'Chú âm (ruby)',
    rubyTitle: 'Chú âm trên chữ',
    rubyBase: 'Chữ gốc',
    rubyReading: 'Cách đọc',
    rubyHelp: 'Cách đọc được in nhỏ phía trên chữ gốc, ví dụ furigana trên chữ Hán trong bài tiếng Nhật.',
    insert: 'Chèn',
    change: 'Cập nhật',
    remove: 'Bỏ chú âm',
    cancel: 'Hủy',
    picturesLeft: 'Ảnh trong phần dán không được đưa vào bài. Hãy chèn từ kho ảnh để có nguồn ảnh và sự đồng ý.',
    buttons: {
      bold: 'Đậm',
      italic: 'Nghiêng',
      underline: 'Gạch chân',
      strikethrough: 'Gạch ngang',
      subscript: 'Chỉ số dưới',
      superscript: 'Chỉ số trên',
      link: 'Liên kết',
      indentDecrease: 'Giảm thụt lề',
      indentIncrease: 'Tăng thụt lề',
      ruby: 'Chú âm (ruby)',
      text: 'Kiểu đoạn văn',
      add: 'Chèn thêm',
      'Drag to move': 'Kéo để di chuyển',
      'Add block': 'Thêm khối',
      'Edit link': 'Sửa liên kết',
      'Remove link': 'Gỡ liên kết',
    },
  },
  en: {
    placeholder: 'Write or paste the text here…',
    link: 'Use an address that begins with https://, http://, mailto: or tel:, or a path of this site that begins with “/”.',
    alt: 'Alternative text for this use',
    altHelp: 'Left empty, the text in the media library is used.',
    caption: 'Caption for this use',
    captionHelp: 'Left empty, the caption in the media library is used.',
    table: 'Table',
    rows: 'Rows',
    columns: 'Columns',
    ruby: 'Reading aid (ruby)',
    rubyTitle: 'Reading above the text',
    rubyBase: 'Text',
    rubyReading: 'Reading',
    rubyHelp: 'The reading is printed small above the text, for example furigana above kanji in a Japanese article.',
    insert: 'Insert',
    change: 'Update',
    remove: 'Remove reading',
    cancel: 'Cancel',
    picturesLeft: 'Pictures in what you pasted were left out. Insert them from the media library, with credit and consent.',
    buttons: {
      bold: 'Bold',
      italic: 'Italic',
      underline: 'Underline',
      strikethrough: 'Strikethrough',
      subscript: 'Subscript',
      superscript: 'Superscript',
      link: 'Link',
      indentDecrease: 'Decrease indent',
      indentIncrease: 'Increase indent',
      ruby: 'Reading aid (ruby)',
      text: 'Paragraph style',
      add: 'Insert',
      'Drag to move': 'Drag to move',
      'Add block': 'Add block',
      'Edit link': 'Edit link',
      'Remove link': 'Remove link',
    },
  },
  ja: {
    placeholder: 'ここに本文を入力するか、貼り付けてください…',
    link: 'https://、http://、mailto:、tel: で始まるアドレス、または「/」で始まる同一サイト内のパスを使用してください。',
    alt: 'この記事での代替テキスト',
    altHelp: '空欄の場合はメディアライブラリの代替テキストを使用します。',
    caption: 'この記事でのキャプション',
    captionHelp: '空欄の場合はメディアライブラリのキャプションを使用します。',
    table: '表',
    rows: '行数',
    columns: '列数',
    ruby: 'ルビ（ふりがな）',
    rubyTitle: 'ルビを振る',
    rubyBase: '親文字',
    rubyReading: 'ルビ',
    rubyHelp: '親文字の上に小さく表示される読みです。',
    insert: '挿入',
    change: '更新',
    remove: 'ルビを外す',
    cancel: 'キャンセル',
    picturesLeft: '貼り付けた内容の画像は取り込まれません。提供元と同意を確認できるメディアライブラリから挿入してください。',
    buttons: {
      bold: '太字',
      italic: '斜体',
      underline: '下線',
      strikethrough: '取り消し線',
      subscript: '下付き',
      superscript: '上付き',
      link: 'リンク',
      indentDecrease: 'インデントを減らす',
      indentIncrease: 'インデントを増やす',
      ruby: 'ルビ（ふりがな）',
      text: '段落スタイル',
      add: '挿入',
      'Drag to move': 'ドラッグして移動',
      'Add block': 'ブロックを追加',
      'Edit link': 'リンクを編集',
      'Remove link': 'リンクを解除',
    },
  },
}

export const wordsIn = (language: string | undefined): Words => WORDS[isLanguage(language) ? language : 'vi']

type Word = { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words]
/** A label as Payload wants it. */
export const inAll = (word: Word): Record<Language, string> => ({ vi: WORDS.vi[word], en: WORDS.en[word], ja: WORDS.ja[word] })
