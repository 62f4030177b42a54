import type { SampleStory } from '../story'
import { figure, h2, list, p, quote, table } from '../write'

export const cauDatCoffee: SampleStory = {
  key: 'cau-dat-coffee',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: [],
  author: 'reporter',
  topics: ['coffee', 'japan'],
  places: ['Cầu Đất', 'Đà Lạt'],
  channels: null,
  source: 'vi',
  lead: 'coffee-cherries',
  state: { vi: 'corrected', en: 'released', ja: 'released' },
  slip: {
    vi: {
      wrong: 'từ 48 lít xuống 14 lít',
      right: 'từ 40 lít xuống 14 lít',
      note: 'Bản đăng lần đầu ghi nhầm lượng nước dùng cho 1 kg cà phê nhân trước đây là 48 lít; con số đúng là 40 lít.',
      grade: 'major',
    },
  },
  outdated: {
    en: { wrong: 'from 48 litres to 14', right: 'from 40 litres to 14' },
    ja: { wrong: '48リットルから14リットル', right: '40リットルから14リットル' },
  },
  versions: {
    vi: {
      title: 'Mùa chín ở Cầu Đất: cà phê Arabica tìm đường sang Nhật Bản',
      summary:
        'Từ lô hàng thử 18 tấn hồi tháng 3/2026, một hợp tác xã ở Cầu Đất đã ký cung ứng 54 tấn cà phê Arabica nhân xanh cho một nhà rang ở Osaka trong năm 2027.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Ở độ cao khoảng 1.500 m, Cầu Đất (phường Xuân Trường - Đà Lạt) vào vụ thu hoạch từ tháng 10. Sương tan, người hái đã đi dọc các luống cà phê, chỉ chọn quả chín đỏ và để quả xanh lại cho lượt sau.',
        ),
        p(
          'Ngày 12/11/2026, Hợp tác xã Cà phê Suối Sương ký hợp đồng cung ứng 54 tấn cà phê nhân xanh cho một nhà rang ở Osaka, Nhật Bản, giao trong năm 2027. Con số này gấp ba lô hàng thử 18 tấn xuất đi tháng 3/2026.',
        ),
        figure('coffee-hills', 'vi'),
        h2('Chín mới hái, hái mới tính tiền'),
        p(
          'Hợp tác xã có 64 hộ, canh tác 78 ha cà phê Arabica Cầu Đất. Theo quy ước chung, mỗi mẻ quả phải đạt ít nhất 95% quả chín. Đạt chuẩn, người trồng nhận 30.000 đồng/kg quả tươi, cao hơn 25% so với giá hái xô 24.000 đồng/kg.',
        ),
        quote(
          '“Trước đây chúng tôi bán cho nhanh. Nay mỗi bao đều ghi tên vườn, ngày hái và người hái. Khách ở Osaka hỏi đến luống nào, chúng tôi trả lời được luống ấy”, bà Trịnh Thị Mơ, Giám đốc Hợp tác xã, nói.',
        ),
        h2('Ba cách sơ chế'),
        p('Mỗi vụ, hợp tác xã chia sản lượng cho ba cách sơ chế để giữ hương vị riêng của cà phê đặc sản:'),
        table(
          'Cách sơ chế | Thời gian phơi | Tỷ lệ sản lượng',
          'Ướt | 10 ngày | 50%',
          'Mật ong | 15 ngày | 30%',
          'Khô tự nhiên | 22 ngày | 20%',
        ),
        p(
          'Nước rửa quả được lọc qua bãi lau sậy rồi tưới lại cho vườn. Nhờ đó, lượng nước dùng cho 1 kg cà phê nhân giảm từ 40 lít xuống 14 lít so với vụ 2023.',
        ),
        h2('Kể chuyện bằng mã QR'),
        p(
          'Trên mỗi bao hàng đi Nhật Bản có một mã QR bằng ba thứ tiếng Việt, Anh, Nhật, dẫn tới [trang truy xuất của hợp tác xã](https://suoisuong.lamdong.example/truy-xuat). Người mua xem được:',
        ),
        list(
          'vị trí vườn và độ cao;',
          'ngày hái, cách sơ chế, kết quả thử nếm;',
          'phần tiền người trồng nhận trên mỗi ki-lô-gam.',
        ),
        p(
          'Theo Sở Công Thương, tỉnh Lâm Đồng sẽ đưa thêm bốn hợp tác xã cà phê tham gia các hội chợ triển lãm ở Tokyo và Osaka trong năm 2027, cùng hướng dẫn về chỉ dẫn địa lý và ghi nhãn tiếng Nhật.',
        ),
      ],
    },
    en: {
      title: 'Ripe season in Cau Dat: Arabica coffee finds its way to Japan',
      summary:
        'After a trial shipment of 18 tonnes in March 2026, a cooperative in Cau Dat has signed to supply 54 tonnes of green Arabica coffee to a roaster in Osaka in 2027.',
      byline: 'Hoai Thu',
      body: [
        p(
          'At about 1,500 m above sea level, Cau Dat (Xuan Truong - Da Lat ward) begins its harvest in October. When the mist lifts, the pickers are already walking along the rows, taking only the ripe red cherries and leaving the green ones for the next round.',
        ),
        p(
          'On 12 November 2026, the Suoi Suong Coffee Cooperative signed a contract to supply 54 tonnes of green coffee to a roaster in Osaka, Japan, for delivery in 2027. That is three times the trial shipment of 18 tonnes exported in March 2026.',
        ),
        figure('coffee-hills', 'en'),
        h2('Picked only when ripe, paid only when picked right'),
        p(
          'The cooperative has 64 households growing 78 ha of Cau Dat Arabica coffee. By common agreement, at least 95 per cent of every batch must be ripe. Growers who meet the standard receive VND 30,000 per kilogram of fresh cherries, 25 per cent more than the VND 24,000 paid for unsorted picking.',
        ),
        quote(
          '“In the past we sold as fast as we could. Today every bag bears the name of the garden, the day of picking and the picker. When the customer in Osaka asks about a row, we can answer for that row,” said Trinh Thi Mo, director of the cooperative.',
        ),
        h2('Three ways of processing'),
        p(
          'Each season the cooperative divides its crop among three methods, in order to keep the particular flavours of specialty coffee:',
        ),
        table(
          'Method | Drying time | Share of output',
          'Washed | 10 days | 50%',
          'Honey | 15 days | 30%',
          'Natural | 22 days | 20%',
        ),
        p(
          'The water used for washing is filtered through a reed bed and returned to the gardens. Compared with the 2023 season, the water needed for 1 kg of green coffee has fallen from 40 litres to 14.',
        ),
        h2('A story told by QR code'),
        p(
          'Every bag bound for Japan carries a QR code in Vietnamese, English and Japanese that leads to [the cooperative’s tracing page](https://suoisuong.lamdong.example/truy-xuat). Buyers can see:',
        ),
        list(
          'where the garden lies, and how high;',
          'the day of picking, the method of processing and the cupping results;',
          'how much of the price of each kilogram the grower receives.',
        ),
        p(
          'According to the Department of Industry and Trade, Lam Dong Province will take four more coffee cooperatives to trade fairs and exhibitions in Tokyo and Osaka in 2027, and will offer guidance on geographical indications and Japanese-language labels.',
        ),
      ],
    },
    ja: {
      title: '実りの季節を迎えたカウダット　アラビカコーヒー、日本への道を開く',
      summary:
        'カウダットの協同組合が、2026年3月の試験出荷18トンに続き、大阪の焙煎業者に2027年、アラビカ種の生豆54トンを供給する契約を結んだ。',
      byline: 'ホアイ・トゥー',
      body: [
        p(
          '標高約1500メートルのカウダット（スアンチュオン・ダラット区）は、10月に収穫期に入る。霧が晴れるころ、摘み手たちはもうコーヒーの列の間を歩き、赤く熟した実だけを選んで、青い実は次の機会に残していく。',
        ),
        p(
          'スオイスオン・コーヒー協同組合は2026年11月12日、大阪の{焙煎|ばいせん}業者に生豆54トンを2027年中に供給する契約を結んだ。2026年3月に試験出荷した18トンの3倍に当たる。',
        ),
        figure('coffee-hills', 'ja'),
        h2('熟してから摘み、基準を満たして支払う'),
        p(
          '組合には64戸が加わり、カウダット産アラビカコーヒーを78ヘクタールで栽培する。申し合わせにより、1回ごとの収穫の95％以上が完熟の実でなければならない。基準を満たせば、生産者は生の実1キロ当たり3万ドンを受け取る。熟度を選ばない摘み方の2万4000ドンより25％高い。',
        ),
        quote(
          '「以前は早く売ることばかり考えていた。今は袋ごとに畑の名前、摘んだ日、摘んだ人を記す。大阪のお客様からどの列のことを聞かれても、答えることができる」と、チン・ティ・モー組合長は話す。',
        ),
        h2('三通りの精製'),
        p('組合は毎季、収穫した実を三つの方法に振り分け、スペシャルティコーヒーならではの風味を守っている。'),
        table(
          '精製方法 | 乾燥日数 | 生産量に占める割合',
          'ウォッシュト | 10日 | 50％',
          'ハニー | 15日 | 30％',
          'ナチュラル | 22日 | 20％',
        ),
        p(
          '実を洗った水はヨシ原でろ過し、畑に戻す。これにより、生豆1キロに使う水は2023年の収穫期に比べ、40リットルから14リットルに減った。',
        ),
        h2('QRコードが語る物語'),
        p(
          '日本向けの袋には、ベトナム語、英語、日本語のQRコードが付き、[組合の生産履歴ページ](https://suoisuong.lamdong.example/truy-xuat)につながる。買い手は次のことを知ることができる。',
        ),
        list('畑の位置と標高', '収穫日、精製方法、カッピングの結果', '1キロの価格のうち生産者が受け取る額'),
        p(
          '商工局によると、ラムドン省は2027年、さらに四つのコーヒー協同組合を東京と大阪の見本市・展示会に派遣し、地理的表示と日本語表示についても助言する。',
        ),
      ],
    },
  },
}
