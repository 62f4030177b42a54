import { cued } from './words'

const [VI, EN] = ['Lời bình', 'Narrator'] as const

export const GONG_EVENING = {
  vi: {
    title: 'Tiếng cồng bên hồ',
    summary: "Một đêm cồng chiêng của đồng bào K'Ho bên hồ, dưới chân núi Langbiang: tiếng cồng, vòng múa và lớp trẻ nối nghề.",
    credits: 'Kịch bản: Minh Quân. Hình và âm thanh: Tòa soạn Thông tin đối ngoại.',
    cues: cued(
      [900, 5000, VI, 'Chiều xuống trên mặt hồ', 'dưới chân núi Langbiang.'],
      [5200, 9600, VI, 'Con thuyền độc mộc cuối ngày', 'lặng lẽ trở về bến.'],
      [10400, 14200, VI, 'Từ ngôi nhà dài của buôn làng,', 'tiếng cồng đầu tiên ngân lên.'],
      [14400, 18600, VI, 'Mỗi chiếc giữ một âm; hòa vào nhau,', 'cồng chiêng mới thành bài.'],
      [19400, 23400, VI, 'Quanh bếp lửa và cây nêu,', "đồng bào K'Ho nối vòng múa."],
      [23600, 27400, VI, 'Già trẻ, gái trai chung một vòng,', 'bước chân theo nhịp cồng.'],
      [27600, 30800, VI, 'Điệu múa kể chuyện mùa rẫy,', 'mùa mưa và hạt lúa mới.'],
      [31200, 34400, VI, 'Lớp trẻ hôm nay đang học', 'những bài chiêng của ông cha.'],
      [34600, 37800, VI, 'Bài bản không ghi trên giấy,', 'mà truyền từ tay sang tay.'],
      [38400, 43000, VI, 'Không gian văn hóa cồng chiêng', 'Tây Nguyên được UNESCO ghi danh.'],
      [43100, 46200, VI, 'Đêm lắng xuống,', 'tiếng cồng còn vang bên hồ.'],
    ),
  },
  en: {
    title: 'Gongs by the lake',
    summary:
      "A night of gongs among the K'Ho by a lake at the foot of Langbiang Mountain: the sound, the dance and the young who learn it.",
    credits: 'Script: Minh Quan. Pictures and sound: Foreign information newsroom.',
    cues: cued(
      [900, 5000, EN, 'Evening falls on a lake', 'at the foot of Langbiang Mountain.'],
      [5200, 9600, EN, 'The last dugout of the day', 'comes quietly home.'],
      [10400, 14200, EN, 'From the village longhouse', 'the first gong sounds.'],
      [14400, 18600, EN, 'Each gong holds a single note;', 'together they make the tune.'],
      [19400, 23400, EN, 'Around the fire and the festive pole', "the K'Ho join in a circle dance."],
      [23600, 27400, EN, 'Old and young share one circle,', 'stepping to the gongs.'],
      [27600, 30800, EN, 'The dance tells of fields,', 'rains and the new rice.'],
      [31200, 34400, EN, 'Young people are learning', 'their elders’ gong pieces.'],
      [34600, 37800, EN, 'Nothing is written down;', 'it passes from hand to hand.'],
      [38400, 43000, EN, 'UNESCO has inscribed the Space of gong', 'culture in the Central Highlands.'],
      [43100, 46200, EN, 'Night falls; the gongs', 'still echo by the lake.'],
    ),
  },
} as const
