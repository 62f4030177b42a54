import { cued } from './words'

const VI = 'Lời bình'

/**
 * A film that is still being worked on: its Vietnamese subtitles begin before the last has gone (2), go by too fast (4)
 * and run too wide (6). Whoever opens it in the subtitle editor is told so, and mends it.
 */
export const THREE_SCENES = {
  vi: {
    title: 'Lâm Đồng, một ngày ba cảnh',
    summary: 'Từ vườn cà phê buổi sớm qua cánh đồng hoa ban trưa đến mặt hồ lúc chiều buông: một ngày ở Lâm Đồng trong ba cảnh.',
    credits: 'Kịch bản: Hoài Thu. Hình và âm thanh: Tòa soạn Thông tin đối ngoại.',
    cues: cued(
      [600, 4600, VI, 'Cầu Đất vào vụ cà phê,', 'người hái ra vườn từ sớm.'],
      [4300, 8100, VI, 'Những quả chín đỏ được chọn', 'bằng tay, đầy dần từng gùi.'],
      [8300, 10800, VI, 'Một ngày bắt đầu như thế.'],
      [11200, 12700, VI, 'Nhà kính nối nhau dọc sườn đồi,', 'hoa cắt xong là lên xe ngay.'],
      [12900, 16300, VI, 'Hoa Đà Lạt nở suốt bốn mùa,', 'đi khắp mọi miền.'],
      [16500, 19800, VI, 'Mỗi sớm, những chuyến xe chở hoa rời thung lũng.'],
      [20400, 23600, VI, 'Chiều buông xuống mặt hồ,', 'sương dâng lên chân đồi.'],
      [23800, 26600, VI, 'Đâu đó vọng lại tiếng cồng.'],
      [26800, 29200, VI, 'Một ngày ở Lâm Đồng khép lại.'],
    ),
  },
  en: {
    title: 'Lam Dong: one day, three scenes',
    summary:
      'From the coffee gardens at dawn to fields of flowers at noon and the lake at dusk: a day in Lam Dong in three scenes.',
    credits: 'Script: Hoai Thu. Pictures and sound: Foreign information newsroom.',
    cues: [],
  },
} as const
