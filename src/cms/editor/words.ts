/** The editor's own words; those that Payload has in our languages are its. */
import { isLanguage, type Language } from '#newsroom'

export type Words = {
  readonly placeholder: string
  readonly link: string
  readonly alt: string
  readonly altHelp: string
  readonly caption: string
  readonly captionHelp: string
  readonly pictureEdit: string
  readonly pictureSwap: string
  readonly pictureRemove: string
  readonly table: string
  readonly picture: string
  readonly rule: string
  readonly newTable: string
  readonly tableMenu: string
  readonly addRow: string
  readonly addColumn: string
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
  /** By `data-test-id` of Payload's menu. */
  readonly tableSteps: Readonly<Record<string, string>>
  /** By key of the button, or by the English name of one without a key. */
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
    pictureEdit: 'Sửa mô tả, chú thích của ảnh',
    pictureSwap: 'Đổi ảnh khác',
    pictureRemove: 'Bỏ ảnh khỏi bài',
    table: 'Bảng',
    picture: 'Ảnh từ kho',
    rule: 'Đường kẻ ngang',
    newTable: 'Chèn bảng',
    tableMenu: 'Thao tác với bảng',
    addRow: 'Thêm hàng',
    addColumn: 'Thêm cột',
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
    tableSteps: {
      'table-merge-cells': 'Gộp ô',
      'table-unmerge-cells': 'Tách ô',
      'table-insert-row-above': 'Chèn hàng phía trên',
      'table-insert-row-below': 'Chèn hàng phía dưới',
      'table-insert-column-before': 'Chèn cột bên trái',
      'table-insert-column-after': 'Chèn cột bên phải',
      'table-delete-columns': 'Xóa cột',
      'table-delete-rows': 'Xóa hàng',
      'table-delete': 'Xóa bảng',
      'table-row-header': 'Đặt hoặc bỏ hàng tiêu đề',
      'table-column-header': 'Đặt hoặc bỏ cột tiêu đề',
    },
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
    pictureEdit: 'Edit the words of the picture',
    pictureSwap: 'Choose another picture',
    pictureRemove: 'Take the picture out',
    table: 'Table',
    picture: 'Picture from the library',
    rule: 'Horizontal line',
    newTable: 'Insert a table',
    tableMenu: 'Change the table',
    addRow: 'Add a row',
    addColumn: 'Add a column',
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
    tableSteps: {
      'table-merge-cells': 'Merge cells',
      'table-unmerge-cells': 'Split cell',
      'table-insert-row-above': 'Insert row above',
      'table-insert-row-below': 'Insert row below',
      'table-insert-column-before': 'Insert column on the left',
      'table-insert-column-after': 'Insert column on the right',
      'table-delete-columns': 'Delete column',
      'table-delete-rows': 'Delete row',
      'table-delete': 'Delete table',
      'table-row-header': 'Header row on or off',
      'table-column-header': 'Header column on or off',
    },
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
    pictureEdit: '画像の説明を編集',
    pictureSwap: '別の画像に差し替え',
    pictureRemove: '画像を外す',
    table: '表',
    picture: 'ライブラリの画像',
    rule: '水平線',
    newTable: '表を挿入',
    tableMenu: '表の操作',
    addRow: '行を追加',
    addColumn: '列を追加',
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
    tableSteps: {
      'table-merge-cells': 'セルを結合',
      'table-unmerge-cells': 'セルの結合を解除',
      'table-insert-row-above': '上に行を挿入',
      'table-insert-row-below': '下に行を挿入',
      'table-insert-column-before': '左に列を挿入',
      'table-insert-column-after': '右に列を挿入',
      'table-delete-columns': '列を削除',
      'table-delete-rows': '行を削除',
      'table-delete': '表を削除',
      'table-row-header': '見出し行の設定・解除',
      'table-column-header': '見出し列の設定・解除',
    },
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
