import { cued } from './words'

const [VI, EN, JA] = ['Lời bình', 'Narrator', 'ナレーション'] as const

export const COFFEE_MORNING = {
  vi: {
    title: 'Sáng ở Cầu Đất',
    summary: 'Một buổi sáng mùa thu hoạch cà phê Arabica ở Cầu Đất: từ lúc sương còn phủ thung lũng đến tách cà phê đầu ngày.',
    credits: 'Kịch bản: Hoài Thu. Hình và âm thanh: Tòa soạn Thông tin đối ngoại.',
    cues: cued(
      [600, 5900, VI, 'Bình minh lên trên những đồi cà phê', 'Cầu Đất, tỉnh Lâm Đồng.'],
      [6000, 10300, VI, 'Ở độ cao khoảng 1.500 m,', 'sương sớm còn phủ kín thung lũng.'],
      [10500, 15000, VI, 'Tháng 10, cà phê Arabica vào vụ;', 'người hái ra vườn từ tinh mơ.'],
      [15200, 20600, VI, 'Từng quả chín đỏ được chọn bằng tay,', 'quả xanh để lại cho lần sau.'],
      [21000, 24900, VI, 'Quả chín mọng, vỏ căng,', 'là lúc cho hương vị trọn vẹn nhất.'],
      [25100, 28900, VI, 'Mưa, nắng và sương cao nguyên', 'cùng đọng lại trong từng hạt.'],
      [29200, 32400, VI, 'Mỗi mẻ hái phải đạt', 'ít nhất 95% quả chín.'],
      [32600, 35800, VI, 'Hái đúng độ chín,', 'người trồng được trả giá cao hơn.'],
      [36200, 40600, VI, 'Từ Cầu Đất, hạt cà phê', 'theo những chuyến hàng đến Nhật Bản.'],
      [40800, 44600, VI, 'Và ở đây, ngày mới bắt đầu', 'bằng một tách cà phê thơm.'],
    ),
  },
  en: {
    title: 'Morning in Cau Dat',
    summary:
      'A morning in the Arabica harvest at Cau Dat, from the hour when mist still fills the valley to the first cup of the day.',
    credits: 'Script: Hoai Thu. Pictures and sound: Foreign information newsroom.',
    cues: cued(
      [600, 5900, EN, 'Day breaks over the coffee hills', 'of Cau Dat in Lam Dong Province.'],
      [6000, 10300, EN, 'At about 1,500 metres, morning mist', 'still fills the valley.'],
      [10500, 15000, EN, 'October brings the Arabica harvest;', 'pickers set out at dawn.'],
      [15200, 20600, EN, 'Each red cherry is chosen by hand;', 'green ones are left for next time.'],
      [21000, 24900, EN, 'A ripe, plump cherry', 'gives the fullest flavour.'],
      [25100, 28900, EN, 'Rain, sun and highland mist', 'all gather in every bean.'],
      [29200, 32400, EN, 'Every batch picked must be', 'at least 95% ripe.'],
      [32600, 35800, EN, 'Growers who pick it ripe', 'are paid more.'],
      [36200, 40600, EN, 'From Cau Dat the beans', 'are shipped to Japan.'],
      [40800, 44600, EN, 'And here, a new day starts', 'with a fragrant cup of coffee.'],
    ),
  },
  ja: {
    title: 'カウダットの朝',
    summary: 'アラビカコーヒーの収穫期を迎えたカウダットの朝。谷に霧が残る夜明けから、一日の始まりの一杯までを追う。',
    credits: '脚本：ホアイ・トゥー　映像・音声：対外情報編集部',
    cues: cued(
      [600, 5900, JA, 'ラムドン省カウダット、', 'コーヒーの丘の夜明け'],
      [6000, 10300, JA, '標高約1500メートル、', '谷にはまだ朝霧'],
      [10500, 15000, JA, '10月、アラビカの収穫期。', '夜明けに畑へ'],
      [15200, 20600, JA, '赤い実だけを手で摘み、', '青い実は次の機会に'],
      [21000, 24900, JA, 'よく熟した実ほど、', '味わいは豊か'],
      [25100, 28900, JA, '高原の雨と日と霧が、', '一粒に宿る'],
      [29200, 32400, JA, '1回の収穫は', '95％以上が完熟'],
      [32600, 35800, JA, '完熟で摘めば', '高く買い取る'],
      [36200, 40600, JA, 'カウダットの豆は、', '海を越えて日本へ'],
      [40800, 44600, JA, '香り高い一杯から、', '今日が始まる'],
    ),
  },
} as const
