import { cued } from './words'

const VI = { narrator: 'Lời bình', child: 'Bé Na', mother: 'Mẹ' } as const
const EN = { narrator: 'Narrator', child: 'Na', mother: 'Mother' } as const

export const FLOWER_TRAIN = {
  vi: {
    title: 'Chuyến tàu qua vườn hoa',
    summary: 'Đoàn tàu nhỏ rời ga Đà Lạt, chạy giữa nhà kính và vườn hoa về phía Trại Mát, mang theo câu chuyện của hai mẹ con.',
    credits: 'Kịch bản: Hoài Thu. Hình và âm thanh: Tòa soạn Thông tin đối ngoại.',
    cues: cued(
      [700, 5100, VI.narrator, 'Ga Đà Lạt có ba mái nhọn,', 'gợi dáng núi Langbiang.'],
      [5300, 9600, VI.narrator, 'Một hồi còi dài, đoàn tàu nhỏ', 'rời ga, đi về phía Trại Mát.'],
      [10400, 14600, VI.narrator, 'Tuyến đường chỉ dài 7 km,', 'đủ chậm để ngắm từng vườn hoa.'],
      [14800, 19600, VI.narrator, 'Hai bên đường ray là nhà kính,', 'luống hoa và hàng cẩm tú cầu.'],
      [20500, 24400, VI.narrator, 'Đất bazan và khí hậu mát lành', 'cho hoa nở suốt bốn mùa.'],
      [24600, 28600, VI.narrator, 'Hoa Đà Lạt từ đây đi khắp nước', 'và ra thị trường nước ngoài.'],
      [29300, 31900, VI.child, 'Mẹ ơi, hoa đang chạy lùi kìa!'],
      [32100, 35000, VI.mother, 'Không phải đâu con,', 'tàu mình đang đi tới đấy.'],
      [35200, 37700, VI.child, 'Vậy mình đi mãi', 'cho đến hết hoa nhé!'],
      [38400, 42200, VI.narrator, 'Chiều xuống, nhà kính lên đèn', 'như những vì sao dưới thung lũng.'],
      [42300, 45400, VI.narrator, 'Đoàn tàu mang theo mùa hoa', 'trở về với phố núi.'],
    ),
  },
  en: {
    title: 'A train through the flowers',
    summary:
      'A little train leaves Da Lat Railway Station and runs between greenhouses and flower gardens towards Trai Mat, with a mother and her child on board.',
    credits: 'Script: Hoai Thu. Pictures and sound: Foreign information newsroom.',
    cues: cued(
      [700, 5100, EN.narrator, 'Da Lat Railway Station: three gables', 'shaped like Langbiang Mountain.'],
      [5300, 9600, EN.narrator, 'A long whistle, and the little train', 'sets off towards Trai Mat.'],
      [10400, 14600, EN.narrator, 'The line is only 7 km long, and slow', 'enough to see every garden.'],
      [14800, 19600, EN.narrator, 'Greenhouses, flower beds and rows', 'of hydrangeas line the track.'],
      [20500, 24400, EN.narrator, 'Basalt soil and cool air let flowers', 'bloom in every season.'],
      [24600, 28600, EN.narrator, 'From here Da Lat flowers travel', 'across the country and abroad.'],
      [29300, 31900, EN.child, 'Mum, the flowers are running backwards!'],
      [32100, 35000, EN.mother, 'No, dear, it is our train', 'that is moving forward.'],
      [35200, 37700, EN.child, 'Let us go on, then,', 'till the flowers end!'],
      [38400, 42200, EN.narrator, 'At dusk the greenhouses light up', 'like stars in the valley.'],
      [42300, 45400, EN.narrator, 'The train takes the flowers', 'home to the hill town.'],
    ),
  },
} as const
