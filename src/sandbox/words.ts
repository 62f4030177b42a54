/** What the outlets say, in their three languages, and the refusals of their inboxes. */
import type { Language } from '#newsroom'
import type { Fault } from './faults'
import type { Outcome } from './store'

export type Words = Readonly<Record<Language, string>>

/** Status and title of each refusal (RFC 9457). */
export const PROBLEMS = {
  'signature.missing': {
    status: 401,
    vi: 'Thiếu chữ ký: cần webhook-id, webhook-timestamp và webhook-signature.',
    en: 'No signature: webhook-id, webhook-timestamp and webhook-signature are needed.',
    ja: '署名がありません。webhook-id、webhook-timestamp、webhook-signatureが必要です。',
  },
  'signature.time': {
    status: 401,
    vi: 'Thời điểm ký lệch quá 300 giây so với đồng hồ máy nhận.',
    en: 'The signature is more than 300 seconds away from this clock.',
    ja: '署名時刻が受信側の時計と300秒以上ずれています。',
  },
  'signature.wrong': {
    status: 401,
    vi: 'Chữ ký không khớp: sai khóa bí mật hoặc nội dung đã bị thay đổi trên đường truyền.',
    en: 'The signature does not match: another secret, or the body was changed on the way.',
    ja: '署名が一致しません。秘密鍵が異なるか、本文が途中で変更されています。',
  },
  'digest.wrong': {
    status: 400,
    vi: 'Content-Digest không khớp với nội dung nhận được.',
    en: 'Content-Digest does not match the body received.',
    ja: 'Content-Digestが受信した本文と一致しません。',
  },
  'header.differs': {
    status: 400,
    vi: 'Tiêu đề HTTP không khớp với nội dung đã ký.',
    en: 'A header contradicts the signed body.',
    ja: 'HTTPヘッダーが署名済みの本文と矛盾しています。',
  },
  'body.notJson': {
    status: 400,
    vi: 'Nội dung không phải là JSON hợp lệ.',
    en: 'The body is not JSON.',
    ja: '本文が正しいJSONではありません。',
  },
  'body.notUnderstood': {
    status: 422,
    vi: 'Nội dung không đúng dạng ninjs đã thỏa thuận.',
    en: 'The body is not the ninjs that was agreed.',
    ja: '本文が取り決めたninjs形式ではありません。',
  },
  'body.tooLarge': {
    status: 413,
    vi: 'Nội dung lớn hơn 1 MB.',
    en: 'The body is larger than 1 MB.',
    ja: '本文が1 MBを超えています。',
  },
  'body.encoded': {
    status: 415,
    vi: 'Không nhận nội dung nén.',
    en: 'Compressed bodies are not accepted.',
    ja: '圧縮された本文は受け付けません。',
  },
  'secret.missing': {
    status: 503,
    vi: 'Đơn vị nhận chưa được cấp khóa bí mật (SANDBOX_SECRETS).',
    en: 'This outlet has no secret yet (SANDBOX_SECRETS).',
    ja: 'この配信先には秘密鍵が設定されていません（SANDBOX_SECRETS）。',
  },
  'store.failed': {
    status: 503,
    vi: 'Không ghi được bài; vui lòng gửi lại sau.',
    en: 'The item could not be stored; please send it again later.',
    ja: '保存できませんでした。後ほど再送してください。',
  },
  'not.found': {
    status: 404,
    vi: 'Không có nội dung này.',
    en: 'There is nothing here.',
    ja: '該当するものがありません。',
  },
  withdrawn: {
    status: 410,
    vi: 'Nội dung đã được gỡ.',
    en: 'This has been withdrawn.',
    ja: '取り下げられました。',
  },
  'not.posted': {
    status: 405,
    vi: 'Hộp nhận chỉ nhận phương thức POST.',
    en: 'The inbox takes POST only.',
    ja: '受信口はPOSTのみ受け付けます。',
  },
  'fault.wrong': {
    status: 400,
    vi: 'Chế độ lỗi không có trong danh sách.',
    en: 'No such fault.',
    ja: '該当する障害モードがありません。',
  },
  'fault.notHere': {
    status: 403,
    vi: 'Chỉ máy đang chạy trang thử nghiệm mới được bật lỗi.',
    en: 'Only the machine that runs the sandbox may switch faults on.',
    ja: '障害モードを切り替えられるのは、試験サイトを動かしている端末だけです。',
  },
  'fault.500': {
    status: 500,
    vi: 'Lỗi giả lập: máy chủ hỏng.',
    en: 'Simulated fault: the server is broken.',
    ja: '擬似障害：サーバーエラー。',
  },
  'fault.401': {
    status: 401,
    vi: 'Lỗi giả lập: thông tin xác thực hết hạn.',
    en: 'Simulated fault: credentials have expired.',
    ja: '擬似障害：認証情報の期限切れ。',
  },
  'fault.410': {
    status: 410,
    vi: 'Lỗi giả lập: địa chỉ nhận tin không còn dùng.',
    en: 'Simulated fault: this address is no longer in use.',
    ja: '擬似障害：この受信先は廃止されました。',
  },
  'fault.429': {
    status: 429,
    vi: 'Lỗi giả lập: gửi quá nhanh.',
    en: 'Simulated fault: too many messages.',
    ja: '擬似障害：送信回数の超過。',
  },
  'server.fault': {
    status: 500,
    vi: 'Máy chủ của đơn vị nhận gặp lỗi.',
    en: "The outlet's server failed.",
    ja: '配信先のサーバーでエラーが発生しました。',
  },
} as const satisfies Readonly<Record<string, { status: number } & Words>>
export type ProblemCode = keyof typeof PROBLEMS

export const OUTCOMES = {
  applied: { vi: 'Đã đăng', en: 'Applied', ja: '反映' },
  duplicate: { vi: 'Trùng, bỏ qua', en: 'Duplicate, ignored', ja: '重複のため無視' },
  superseded: { vi: 'Bản cũ, bỏ qua', en: 'Older version, ignored', ja: '旧版のため無視' },
  control: { vi: 'Tín hiệu điều khiển', en: 'Control event', ja: '制御イベント' },
} as const satisfies Readonly<Record<Outcome | 'control', Words>>

export const KIND_NAMES = {
  published: { vi: 'Đăng', en: 'Release', ja: '公開' },
  corrected: { vi: 'Đính chính', en: 'Correction', ja: '訂正' },
  withdrawn: { vi: 'Gỡ bài', en: 'Withdrawal', ja: '取り下げ' },
} as const

export const FAULT_NAMES = {
  none: { vi: 'Không lỗi', en: 'No fault', ja: '正常' },
  down: { vi: 'Đứt kết nối', en: 'Connection cut', ja: '接続断' },
  slow: { vi: 'Trả lời chậm 30 giây', en: 'Answers after 30 seconds', ja: '応答が30秒遅れる' },
  lost: { vi: 'Đã nhận nhưng mất câu trả lời', en: 'Stored, but the answer is lost', ja: '受信後に応答が失われる' },
  '500': { vi: '500: máy chủ hỏng', en: '500: server broken', ja: '500：サーバーエラー' },
  '401': { vi: '401: từ chối xác thực', en: '401: not authorised', ja: '401：認証エラー' },
  '410': { vi: '410: không còn nhận tin', en: '410: gone', ja: '410：受信終了' },
  '429': { vi: '429: gửi quá nhanh', en: '429: too many messages', ja: '429：送信回数の超過' },
} as const satisfies Readonly<Record<Fault, Words>>

export const LANGUAGE_NAMES = { vi: 'Tiếng Việt', en: 'English', ja: '日本語' } as const satisfies Words

export const WORDS = {
  skip: { vi: 'Đến nội dung chính', en: 'Skip to content', ja: '本文へ移動' },
  sandbox: { vi: 'Trang thử nghiệm', en: 'Sandbox', ja: '試験サイト' },
  sandboxLong: {
    vi: 'Trang thử nghiệm, không phải trang chính thức của cơ quan nào',
    en: 'A sandbox, not the official site of any organisation',
    ja: '試験用のサイトであり、いかなる機関の公式サイトでもありません',
  },
  lastMessage: { vi: 'Tin nhận gần nhất', en: 'Last message', ja: '最終受信' },
  noMessage: { vi: 'Chưa nhận tin nào', en: 'No message yet', ja: 'まだ受信していません' },
  log: { vi: 'Nhật ký nhận tin', en: 'Log of messages', ja: '受信記録' },
  home: { vi: 'Trang chủ', en: 'Home', ja: 'ホーム' },
  languages: { vi: 'Ngôn ngữ', en: 'Languages', ja: '言語' },
  topics: { vi: 'Chuyên mục', en: 'Topics', ja: 'コーナー' },
  allTopics: { vi: 'Tất cả', en: 'All topics', ja: 'すべて' },
  latest: { vi: 'Tin mới', en: 'Latest news', ja: '新着情報' },
  more: { vi: 'Tin khác', en: 'More news', ja: 'その他のニュース' },
  notYet: { vi: 'chưa có bản dịch', en: 'not translated yet', ja: '未翻訳' },
  published: { vi: 'Đăng lúc', en: 'Published', ja: '公開' },
  version: { vi: 'Bản', en: 'Version', ja: '版' },
  photo: { vi: 'Ảnh', en: 'Photo', ja: '写真' },
  wholeText: {
    vi: 'Xem toàn văn tại trang của tòa soạn',
    en: 'Read the full text on the newsroom’s page',
    ja: '全文は編集部のページでご覧ください',
  },
  withdrawnTitle: { vi: 'Bài viết đã được gỡ', en: 'This article has been withdrawn', ja: 'この記事は取り下げられました' },
  withdrawnText: {
    vi: 'Nội dung này không còn hiệu lực. Đề nghị bạn đọc và các đơn vị không tiếp tục sử dụng, trích dẫn.',
    en: 'Its content no longer stands. Please do not use or quote it any further.',
    ja: 'この記事の内容は無効です。今後の利用および引用はお控えください。',
  },
  bulletin: { vi: 'Bản tin', en: 'Bulletin', ja: 'ニュースレター' },
  issueWithdrawnTitle: {
    vi: 'Số bản tin đã được thu hồi',
    en: 'This issue of the bulletin has been withdrawn',
    ja: 'このニュースレターは取り下げられました',
  },
  issueContents: { vi: 'Trong số này', en: 'In this issue', ja: '目次' },
  issueFiles: { vi: 'Tải về', en: 'Downloads', ja: 'ダウンロード' },
  issueWithheld: {
    vi: 'Tạm ngừng cung cấp các tệp của số này vì có bài đã được gỡ.',
    en: 'The files of this issue are withheld because one of its texts has been withdrawn.',
    ja: '取り下げられた記事が含まれるため、この号のファイルの提供を停止しています。',
  },
  printedPage: { vi: 'Trang', en: 'Page', ja: 'ページ' },
  pdf: { vi: 'Bản PDF', en: 'PDF', ja: 'PDF' },
  epub: { vi: 'Sách điện tử EPUB', en: 'EPUB e-book', ja: '電子書籍EPUB' },
  text: { vi: 'Văn bản không định dạng', en: 'Plain text', ja: 'テキスト' },
  withdrawnAt: { vi: 'Gỡ lúc', en: 'Withdrawn', ja: '取り下げ' },
  reason: { vi: 'Lý do', en: 'Reason', ja: '理由' },
  back: { vi: 'Về trang chủ', en: 'Back to the front page', ja: 'ホームへ戻る' },
  empty: {
    vi: 'Chưa có bài nào. Bài được phát hành từ tòa soạn sẽ hiện ở đây.',
    en: 'Nothing yet. What the newsroom releases will appear here.',
    ja: '記事はまだありません。編集部が公開した記事がここに表示されます。',
  },
  emptyTopic: {
    vi: 'Chưa có bài trong chuyên mục này.',
    en: 'Nothing under this topic yet.',
    ja: 'このコーナーの記事はまだありません。',
  },
  notFoundTitle: { vi: 'Không tìm thấy trang', en: 'Page not found', ja: 'ページが見つかりません' },
  notFoundText: {
    vi: 'Địa chỉ có thể đã thay đổi, hoặc bài chưa được phát hành.',
    en: 'The address may have changed, or the article has not been released.',
    ja: 'アドレスが変更されたか、記事が公開されていません。',
  },
  logIntro: {
    vi: 'Mọi tin nhận ở hộp nhận của trang này, mới nhất ở trên. Tin không xác thực được chỉ lưu tạm, mất khi khởi động lại.',
    en: 'Everything that reached the inbox, newest first. Messages that could not be verified are forgotten at a restart.',
    ja: '受信口に届いたすべてのメッセージ（新しい順）。検証できなかったものは再起動時に消えます。',
  },
  logEmpty: { vi: 'Chưa nhận tin nào.', en: 'No message yet.', ja: 'まだ受信していません。' },
  time: { vi: 'Thời gian', en: 'Time', ja: '日時' },
  messageId: { vi: 'Mã tin', en: 'Message id', ja: 'メッセージID' },
  item: { vi: 'Bài', en: 'Item', ja: '記事' },
  language: { vi: 'Ngôn ngữ', en: 'Language', ja: '言語' },
  kind: { vi: 'Loại', en: 'Kind', ja: '種別' },
  signature: { vi: 'Chữ ký', en: 'Signature', ja: '署名' },
  outcome: { vi: 'Kết quả', en: 'Outcome', ja: '結果' },
  good: { vi: 'Đúng', en: 'Good', ja: '正' },
  bad: { vi: 'Sai', en: 'Bad', ja: '不正' },
  none: { vi: 'Không xét', en: 'Not checked', ja: '未検証' },
  fault: { vi: 'Thử lỗi', en: 'Try a fault', ja: '障害を試す' },
  faultIntro: {
    vi: 'Chọn cách hộp nhận này hỏng, để xem tòa soạn xử lý ra sao.',
    en: 'Choose how this inbox fails, and watch what the newsroom does.',
    ja: '受信口の障害を選び、編集部側の動作を確認できます。',
  },
  faultNow: { vi: 'Đang đặt', en: 'Set to', ja: '現在の設定' },
  set: { vi: 'Đặt', en: 'Set', ja: '設定' },
  // The broadcaster
  programmes: { vi: 'Chương trình đã nhận', en: 'Programmes received', ja: '受信した番組' },
  onAirAt: { vi: 'Phát sóng', en: 'On air', ja: '放送' },
  presenter: { vi: 'Người dẫn', en: 'Presenter', ja: '司会' },
  length: { vi: 'Thời lượng', en: 'Running time', ja: '放送時間' },
  script: { vi: 'Lời đọc', en: 'Script', ja: '原稿' },
  studioFiles: { vi: 'Tệp cho phòng thu', en: 'Files for the studio', ja: 'スタジオ用ファイル' },
  filesGone: {
    vi: 'Không còn tệp để tải: một tin trong chương trình đã bị gỡ.',
    en: 'No files can be downloaded: an item of this programme has been withdrawn.',
    ja: '番組内の項目が取り下げられたため、ファイルはダウンロードできません。',
  },
  stepGone: { vi: 'Tin này đã bị gỡ', en: 'This item has been withdrawn', ja: 'この項目は取り下げられました' },
  scriptDocx: { vi: 'Kịch bản, DOCX', en: 'Script, DOCX', ja: '原稿（DOCX）' },
  scriptTxt: { vi: 'Kịch bản, văn bản', en: 'Script, plain text', ja: '原稿（テキスト）' },
  rundownJson: { vi: 'Bảng phát sóng, JSON', en: 'Rundown, JSON', ja: '進行表（JSON）' },
  rundownCsv: { vi: 'Bảng phát sóng, CSV', en: 'Rundown, CSV', ja: '進行表（CSV）' },
  vtt: { vi: 'Phụ đề WebVTT', en: 'Subtitles, WebVTT', ja: '字幕（WebVTT）' },
  srt: { vi: 'Phụ đề SRT', en: 'Subtitles, SRT', ja: '字幕（SRT）' },
  package: { vi: 'Trọn gói, ZIP', en: 'Whole package, ZIP', ja: '一式（ZIP）' },
  transcript: { vi: 'Lời trong phim', en: 'Transcript', ja: '動画の全文' },
  video: { vi: 'Video', en: 'Video', ja: '動画' },
  watch: { vi: 'Xem phim', en: 'Watch the film', ja: '動画を見る' },
  cannotPlay: {
    vi: 'Trình duyệt này không phát được phim. Có thể tải về để xem.',
    en: 'This browser cannot play the film. Download it to watch.',
    ja: 'このブラウザーでは再生できません。ダウンロードしてご覧ください。',
  },
  clip: { vi: 'phim', en: 'film', ja: '映像' },
  programmeWithdrawnTitle: {
    vi: 'Chương trình đã được gỡ',
    en: 'This programme has been withdrawn',
    ja: 'この番組は取り下げられました',
  },
  videoWithdrawnTitle: { vi: 'Video đã được gỡ', en: 'This video has been withdrawn', ja: 'この動画は取り下げられました' },
  onThisBulletin: { vi: 'Trong bản tin này', en: 'In this bulletin', ja: 'この番組の内容' },
  topStory: { vi: 'Tin chính', en: 'Top story', ja: 'トップニュース' },
  rundown: { vi: 'Chương trình', en: 'Rundown', ja: '放送内容' },
  readingTime: { vi: 'thời lượng đọc', en: 'reading time', ja: '読み時間' },
  stories: { vi: 'tin', en: 'stories', ja: '件' },
  oneStory: { vi: 'tin', en: 'story', ja: '件' },
  // The first page
  threeOutlets: { vi: 'Ba đơn vị nhận tin thử nghiệm', en: 'Three sandbox outlets', ja: '三つの試験用配信先' },
  threeIntro: {
    vi: 'Ba trang dưới đây nhận bài từ tòa soạn qua webhook, kiểm tra chữ ký và hiển thị đúng bản mới nhất. Phát hành, đính chính hay gỡ một bài ở tòa soạn rồi xem từng trang thay đổi.',
    en: 'These three sites receive what the newsroom releases by webhook, verify it and show the newest version. Release, correct or withdraw an article and watch each of them follow.',
    ja: '三つのサイトは編集部が公開した記事をWebhookで受信し、署名を検証して最新版を表示します。記事を公開、訂正、取り下げて、各サイトの変化をご覧ください。',
  },
  shown: { vi: 'bài đang hiển thị', en: 'articles shown', ja: '件を表示中' },
} as const satisfies Readonly<Record<string, Words>>
export type Word = keyof typeof WORDS
