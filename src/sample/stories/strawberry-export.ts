import type { SampleStory } from '../story'
import { h2, list, p, quote, table } from '../write'

export const strawberryExport: SampleStory = {
  key: 'strawberry-export',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['environment', 'industry'],
  author: 'reporter',
  topics: ['vegetables', 'agriculture'],
  places: ['Lâm Viên - Đà Lạt', 'Đà Lạt'],
  channels: null,
  source: 'vi',
  lead: 'market-vegetables',
  state: { vi: 'released', en: 'released', ja: 'released' },
  versions: {
    vi: {
      title: 'Dâu tây Đà Lạt lên đường đi Xin-ga-po: 36 giờ từ luống đến quầy',
      summary:
        'Lô 1,2 tấn dâu tây tươi đầu tiên của một hợp tác xã ở Đà Lạt đã có mặt tại các siêu thị Xin-ga-po ngày 19/4/2026, chỉ 36 giờ sau khi hái.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Bốn giờ sáng 17/4/2026, đèn trong nhà kính của Hợp tác xã Dâu Đồi Sương ở phường Lâm Viên - Đà Lạt đã bật sáng. Một tổ 26 người đeo găng, chọn từng quả vừa ửng đỏ tới cuống, cắt cuống dài 1 cm rồi đặt thẳng vào hộp, không để quả chạm nhau lần thứ hai.',
        ),
        p(
          'Hôm ấy, hợp tác xã đóng 4.800 hộp loại 250 g, tổng cộng 1,2 tấn. Chiều 19/4/2026, những hộp dâu tây đầu tiên được bày lên quầy ở Xin-ga-po với giá 12,5 đô la Singapore một hộp. Đến tối, ba trong năm cửa hàng đã bán hết.',
        ),
        h2('Một quả dâu, bốn lần đo nhiệt'),
        p(
          'Dâu tây là loại quả khó đi xa. Chỉ cần nóng lên vài độ trong 30 phút, quả sẽ mềm và mất hương. Vì thế, hợp tác xã lập một quy trình lạnh liền mạch, có cảm biến ghi nhiệt độ mười phút một lần:',
        ),
        table(
          'Công đoạn | Nhiệt độ | Thời gian',
          'Làm mát nhanh tại vườn | 4 độ C | 90 phút',
          'Phân loại, đóng hộp | 10 độ C | 3 giờ',
          'Xe lạnh xuống Thành phố Hồ Chí Minh | 2 độ C | 8 giờ',
          'Kho hàng không, máy bay, giao hàng | 4 độ C | 22 giờ',
        ),
        p(
          'Theo bà Lục Thị Hồng Nhung, Giám đốc Hợp tác xã, tỷ lệ quả hỏng khi đến nơi là 3%, thấp hơn mức 8% mà bên mua chấp nhận. Với lô thử đường bộ năm 2024, tỷ lệ này từng lên tới 27%.',
        ),
        h2('Trồng ít đi để bán được nhiều hơn'),
        p(
          'Hợp tác xã có 31 hộ, trồng 19 ha dâu tây trên giá thể xơ dừa. Từ năm 2025, mỗi luống bớt một phần năm số cây để gió luồn qua, nấm bệnh giảm và thuốc cũng giảm theo. Sản lượng mỗi ha còn 32 tấn, nhưng phần đạt chuẩn xuất khẩu tăng gấp ba.',
        ),
        quote(
          '“Khách mua không hỏi chúng tôi có bao nhiêu tấn. Họ hỏi thứ ba tuần sau có đúng 400 kg không. Giữ được lời hẹn khó hơn trồng được quả to”, bà Nhung nói.',
        ),
        p(
          'Mỗi hộp dâu có một mã truy xuất bằng ba thứ tiếng. Quét mã, người mua biết quả được hái lúc mấy giờ, ở luống nào, kết quả kiểm nghiệm dư lượng của tuần ấy ra sao. Mẫu được lấy vào thứ hai hằng tuần và gửi tới hai phòng thử nghiệm độc lập; lô nào vượt ngưỡng, dù chỉ một chỉ tiêu, đều được giữ lại tại kho.',
        ),
        h2('Bơ chuẩn bị nối bước'),
        p(
          'Theo Sở Nông nghiệp và Môi trường, trong quý II/2026 tỉnh xuất khẩu 640 tấn dâu tây, phần lớn ở dạng đông lạnh. Sau dâu tây, quả bơ đang hoàn tất hồ sơ. Ba việc đã làm xong:',
        ),
        list(
          'cấp 18 mã số vùng trồng với tổng diện tích 520 ha;',
          'tập huấn cho 240 hộ về ngày hái và độ chín;',
          'chạy thử dây chuyền phân loại công suất 2 tấn mỗi giờ.',
        ),
        p(
          'Từ tháng 7/2026, hợp tác xã giao cho Xin-ga-po mỗi tuần hai chuyến, mỗi chuyến 400 kg, và gửi mẫu sang Nhật Bản để kiểm nghiệm. Du khách muốn tự tay hái dâu có thể đăng ký trên [trang của hợp tác xã](https://daudoisuong.dalat.example/tham-vuon); mỗi buổi vườn đón không quá 30 người.',
        ),
      ],
    },
    en: {
      title: 'Da Lat strawberries leave for Singapore: 36 hours from bed to shelf',
      summary:
        'The first 1.2 tonnes of fresh strawberries from a cooperative in Da Lat were in the supermarkets of Singapore on 19 April 2026, only 36 hours after they were picked.',
      byline: 'Hoai Thu',
      body: [
        p(
          'At four in the morning of 17 April 2026, the lights were already on in the greenhouses of the Doi Suong Strawberry Cooperative in Lam Vien - Da Lat ward. A team of 26 in gloves chose only fruit that had just turned red up to the stalk, cut it with a stem of 1 cm and laid it straight into its box, so that no fruit was touched twice.',
        ),
        p(
          'That day the cooperative packed 4,800 boxes of 250 g, or 1.2 tonnes in all. On the afternoon of 19 April 2026 the first boxes of strawberries stood on the shelves in Singapore at SGD 12.5 a box. By evening three of the five shops had sold out.',
        ),
        h2('One strawberry, four readings of the thermometer'),
        p(
          'The strawberry is a poor traveller. A few degrees too warm for 30 minutes, and it softens and loses its scent. The cooperative has therefore set up an unbroken cold chain, with sensors that record the temperature every ten minutes:',
        ),
        table(
          'Stage | Temperature | Time',
          'Rapid cooling at the garden | 4 degrees C | 90 minutes',
          'Sorting and packing | 10 degrees C | 3 hours',
          'Refrigerated lorry to Ho Chi Minh City | 2 degrees C | 8 hours',
          'Air cargo store, flight, delivery | 4 degrees C | 22 hours',
        ),
        p(
          'According to Luc Thi Hong Nhung, director of the cooperative, 3 per cent of the fruit was spoiled on arrival, below the 8 per cent that the buyer accepts. In a trial by road in 2024 the figure was as high as 27 per cent.',
        ),
        h2('Growing less in order to sell more'),
        p(
          'The cooperative has 31 households growing 19 ha of strawberries on coconut fibre. Since 2025 each bed has had one fifth fewer plants, so that the wind can pass between them; there is less mould, and less spraying too. The yield has come down to 32 tonnes per ha, but the share fit for export has tripled.',
        ),
        quote(
          '“Buyers do not ask how many tonnes we have. They ask whether there will be exactly 400 kg next Tuesday. To keep an appointment is harder than to grow a big fruit,” said Ms Nhung.',
        ),
        p(
          'Every box of strawberries bears a tracing code in three languages. It tells the buyer at what hour the fruit was picked, in which bed, and what that week’s residue test showed. Samples are taken every Monday and sent to two independent laboratories; any lot above a limit, be it for a single substance, is kept back in the store.',
        ),
        h2('Avocados are to follow'),
        p(
          'According to the Department of Agriculture and Environment, the province exported 640 tonnes of strawberries in Q2/2026, most of them frozen. After the strawberry, the papers for the avocado are being completed. Three tasks are done:',
        ),
        list(
          'issuing 18 planting area codes for a total of 520 ha;',
          'a training course for 240 households on the day of picking and on ripeness;',
          'a trial run of a sorting line with a capacity of 2 tonnes an hour.',
        ),
        p(
          'From July 2026 the cooperative will make two deliveries a week to Singapore, 400 kg each, and it is sending samples to Japan for testing. Visitors who wish to pick strawberries themselves can book on [the cooperative’s site](https://daudoisuong.dalat.example/tham-vuon); the garden receives at most 30 people at a time.',
        ),
      ],
    },
    ja: {
      title: 'ダラットのイチゴ、シンガポールへ　畝から店頭まで36時間',
      summary:
        'ダラットの協同組合が出荷した初の生鮮イチゴ1.2トンが、摘み取りからわずか36時間後の2026年4月19日、シンガポールのスーパーに並んだ。',
      byline: 'ホアイ・トゥー',
      body: [
        p(
          '2026年4月17日午前4時、ラムビエン・ダラット区にあるドイスオン・イチゴ協同組合の温室にはもう明かりがともっていた。手袋をはめた26人の摘み手が、へたの際まで赤く色づいたばかりの実を選び、{果柄|かへい}を1センチ残して切り、そのまま箱に収める。実に2度は触れない。',
        ),
        p(
          'この日、組合は250グラム入りの箱を4800箱、合わせて1.2トン詰めた。2026年4月19日の午後、最初のイチゴがシンガポールの店頭に1箱12.5シンガポールドルで並んだ。夜までに、五つの店のうち三つで売り切れた。',
        ),
        h2('一粒のイチゴ、四度の温度管理'),
        p(
          'イチゴは遠くへ運ぶのが難しい果物である。30分の間に数度上がるだけで、実は軟らかくなり、香りを失う。そこで組合は、10分ごとに温度を記録するセンサーを備えた、切れ目のない低温の流れを作った。',
        ),
        table(
          '工程 | 温度 | 時間',
          '畑での急速冷却 | 4度 | 90分',
          '選別・箱詰め | 10度 | 3時間',
          'ホーチミン市までの冷蔵車 | 2度 | 8時間',
          '航空貨物庫、飛行機、配送 | 4度 | 22時間',
        ),
        p(
          '組合長のルック・ティ・ホン・ニュンさんによると、到着時に傷んでいた実は3％で、買い手が認める8％を下回った。2024年に陸路で試した際は、27％に達していた。',
        ),
        h2('減らして植え、増やして売る'),
        p(
          '組合には31戸が加わり、ヤシ殻の培地でイチゴを19ヘクタール栽培する。2025年からは風が通るように畝ごとの株を5分の1減らした。カビの病気が減り、農薬も減った。1ヘクタール当たりの収量は32トンに下がったが、輸出の基準を満たす割合は3倍になった。',
        ),
        quote(
          '「買い手は、何トンあるかとは聞かない。来週の火曜日に、きっちり400キロあるかと聞く。約束を守ることは、大きな実を作ることより難しい」と、ニュンさんは話す。',
        ),
        p(
          'イチゴの箱には、3言語の生産履歴コードが付いている。読み取れば、何時にどの畝で摘んだか、その週の残留農薬検査の結果がどうだったかが分かる。検体は毎週月曜日に採り、二つの独立した検査機関に送る。一つの項目でも基準を超えた荷は、倉庫に留め置く。',
        ),
        h2('アボカドが後に続く'),
        p(
          '農業環境局によると、省は2026年第2四半期に640トンのイチゴを輸出した。大半は冷凍品である。イチゴに続き、アボカドの手続きも大詰めを迎えている。次の三つは既に終えた。',
        ),
        list(
          '計520ヘクタールに18の栽培地番号を交付',
          '摘み取りの日と熟度について240戸に研修を実施',
          '毎時2トンの選果ラインを試運転',
        ),
        p(
          '組合は2026年7月から、シンガポールへ週に2便、1便400キロを出荷し、日本にも検査用の見本を送る。イチゴ摘みを体験したい人は[組合のサイト](https://daudoisuong.dalat.example/tham-vuon)で申し込むことができ、受け入れは1回30人までである。',
        ),
      ],
    },
  },
}
