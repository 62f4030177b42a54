import type { SampleStory } from '../story'
import { h2, list, p, quote, table } from '../write'

export const phanThietSea: SampleStory = {
  key: 'phan-thiet-sea',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['press', 'promotion'],
  author: 'reporter',
  topics: ['festivals', 'tourism'],
  places: ['Phan Thiết', 'Mũi Né'],
  channels: null,
  source: 'vi',
  lead: 'fishing-boats',
  state: { vi: 'released', en: 'released', ja: 'released' },
  versions: {
    vi: {
      title: 'Lễ hội biển Phan Thiết: mùa hè đầu tiên trọn vẹn của “biển và hoa”',
      summary:
        'Từ ngày 12 đến 14/6/2026, Lễ hội biển Phan Thiết đón 185.000 lượt khách, lần đầu có gian hàng và chương trình chung của ba vùng cao nguyên, trung du và ven biển.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Năm giờ sáng 12/6/2026, 68 chiếc thuyền treo cờ từ cửa sông Cà Ty nối nhau ra khơi. Trên bờ, tiếng trống của đội lân phường Phan Thiết hòa với tiếng chiêng của đoàn nghệ nhân từ Lang Biang - Đà Lạt. Nhiều ngư dân nói đây là lần đầu họ nghe chiêng bên sóng.',
        ),
        p(
          'Từ ngày 1/7/2025, Bình Thuận và Đắk Nông hợp nhất với Lâm Đồng; tỉnh mới có cả rừng thông lẫn bãi cát. Lễ hội biển Phan Thiết 2026, diễn ra từ ngày 12 đến 14/6/2026 trên các phường Phan Thiết, Mũi Né và Tiến Thành, là mùa hè trọn vẹn đầu tiên của không gian ấy. Ban tổ chức ghi nhận 185.000 lượt khách, trong đó có 21.000 lượt khách quốc tế.',
        ),
        h2('Ba ngày, ba nhịp'),
        table(
          'Ngày | Chương trình | Địa điểm',
          '12/6/2026 | Đua thuyền, lễ cầu ngư | sông Cà Ty',
          '13/6/2026 | Chợ hải sản và rau Đà Lạt | đồi Dương',
          '14/6/2026 | Lướt ván diều, đêm nhạc | bãi biển Mũi Né',
        ),
        p(
          'Đông nhất là phiên chợ ngày 13/6/2026, với 150 gian hàng. Người đi chợ mua mực một nắng ở gian bên trái, sang bên phải chọn xà lách vừa chuyển từ Đơn Dương xuống lúc rạng sáng. Ba hợp tác xã cùng bán một món mới: lẩu cá nấu với atisô, 1.900 suất trong một ngày.',
        ),
        quote(
          '“Tôi đi biển 40 năm, cá bán ở bến là xong. Nay có người hỏi thuyền tôi tên gì, đánh lưới gì, ngày nào lên bờ. Hỏi kỹ vậy thì mình phải làm cho kỹ”, ông Trần Văn Bảy, chủ một chiếc thuyền câu ở phường Phú Thủy, nói.',
        ),
        h2('Rác ở lại trên bờ'),
        p(
          'Lễ hội đặt mục tiêu không để rác trôi ra biển. Hơn 900 tình nguyện viên chia thành 30 tổ, cứ hai giờ thu gom một lượt; cốc và đĩa dùng lại được giao với tiền cọc 10.000 đồng, tỷ lệ trả lại đạt 94%. Sau ba ngày, lượng rác tính trên mỗi khách chỉ bằng một nửa năm 2025.',
        ),
        p('Ban tổ chức rút ra ba điều cho mùa sau:'),
        list(
          'thêm xe buýt đêm giữa Phan Thiết và Mũi Né, vì tuyến hiện có đầy khách từ 19 giờ;',
          'in bảng giá ở bãi biển bằng bốn thứ tiếng;',
          'dành riêng một khoảng bãi cát yên tĩnh cho người cao tuổi và trẻ nhỏ.',
        ),
        h2('Sáng ngắm hoa, chiều tắm biển'),
        p(
          'Từ Đà Lạt xuống Phan Thiết có khoảng 160 km, đi qua đèo Đại Ninh mất chừng bốn giờ. Các công ty du lịch đang bán chuyến đi ba ngày, giá từ 3,2 triệu đồng, gồm một đêm trên cao nguyên và một đêm bên biển. Theo Sở Văn hóa, Thể thao và Du lịch, sáu tháng đầu năm 2026 tỉnh đón 10,4 triệu lượt khách, tăng 16%; cứ bốn khách đến cao nguyên thì một người đi tiếp xuống biển.',
        ),
        p(
          'Mùa gió ở Mũi Né kéo dài từ tháng 11 đến tháng 3, hợp với lướt ván diều; mùa biển lặng từ tháng 4 đến tháng 8, hợp với khách đi theo gia đình. Lịch sự kiện ven biển và chỉ dẫn an toàn bằng tiếng Việt, tiếng Anh, tiếng Nhật và tiếng Hàn có trên [trang Biển và hoa](https://bienvahoa.lamdong.example/lich).',
        ),
      ],
    },
    en: {
      title: 'Phan Thiet Sea Festival: the first full summer of “sea and flowers”',
      summary:
        'From 12 to 14 June 2026 the Phan Thiet Sea Festival drew 185,000 visitor arrivals, for the first time with stalls and a programme shared by its three regions, the highlands, the midlands and the coast.',
      byline: 'Hoai Thu',
      body: [
        p(
          'At five in the morning of 12 June 2026, 68 boats decked with flags put to sea one after another from the mouth of the Ca Ty River. On the shore the drums of the lion dancers of Phan Thiet ward mingled with the gongs of players from Lang Biang - Da Lat. Many fishermen said that they had never before heard gongs beside the waves.',
        ),
        p(
          'On 1 July 2025 Binh Thuan and Dak Nong were merged with Lam Dong, and the new province has both pine forests and beaches. The Phan Thiet Sea Festival, held from 12 to 14 June 2026 in the wards of Phan Thiet, Mui Ne and Tien Thanh, opened the first full summer of this new space. The organisers counted 185,000 visitor arrivals, 21,000 of them from abroad.',
        ),
        h2('Three days, three rhythms'),
        table(
          'Date | Programme | Place',
          '12 June 2026 | Boat race, prayer for a good catch | Ca Ty River',
          '13 June 2026 | Market of seafood and Da Lat vegetables | Doi Duong',
          '14 June 2026 | Kitesurfing, night of music | Mui Ne beach',
        ),
        p(
          'The busiest day was that of the market on 13 June 2026, with 150 stalls. Shoppers bought squid dried in a single sun on the left, and on the right chose lettuce that had come down from Don Duong before dawn. Three cooperatives together sold a new dish, a hotpot of fish with artichoke: 1,900 portions in one day.',
        ),
        quote(
          '“I have been at sea for 40 years, and once the fish was sold at the quay, that was that. Now people ask what my boat is called, which net I used, on which day I landed. If they ask so carefully, I have to work carefully,” said Tran Van Bay, who owns a line fishing boat in Phu Thuy ward.',
        ),
        h2('The litter stays ashore'),
        p(
          'The festival’s aim was to let no litter drift out to sea. More than 900 volunteers in 30 teams made a round every two hours; reusable cups and plates were handed out for a deposit of VND 10,000, and 94 per cent came back. After the three days there was half as much litter for each visitor as in 2025.',
        ),
        p('The organisers have drawn three lessons for next season:'),
        list(
          'more night buses between Phan Thiet and Mui Ne, as the present line is full from 19:00 on;',
          'price lists on the beach in four languages;',
          'a quiet stretch of sand reserved for the elderly and for small children.',
        ),
        h2('Flowers in the morning, the sea in the afternoon'),
        p(
          'Phan Thiet is about 160 km from Da Lat, or some four hours over Dai Ninh Pass. Travel companies are selling trips of three days from VND 3.2 million, with one night in the highlands and one by the sea. According to the Department of Culture, Sports and Tourism, the province received 10.4 million visitor arrivals in the first six months of 2026, up 16 per cent; of every four visitors to the highlands, one travels on to the sea.',
        ),
        p(
          'The season of wind in Mui Ne, from November to March, suits kitesurfers; the season of calm, from April to August, suits families. A calendar of events on the coast and safety advice in Vietnamese, English, Japanese and Korean are on [the Sea and Flowers site](https://bienvahoa.lamdong.example/lich).',
        ),
      ],
    },
    ja: {
      title: 'ファンティエット海の祭り　「海と花」の省、初めて迎える夏',
      summary:
        '2026年6月12日から14日までの「ファンティエット海の祭り」を延べ18万5000人が訪れた。高原、中間地、沿岸の三つの地域が初めて共に店を並べ、催しを開いた。',
      byline: 'ホアイ・トゥー',
      body: [
        p(
          '2026年6月12日午前5時、旗を掲げた68{隻|せき}の船がカティー川の河口から次々と沖へ出た。岸では、ファンティエット区の獅子舞の太鼓と、ランビアン・ダラット区から来た奏者のゴングが響き合う。波のそばでゴングを聞くのは初めてだと、多くの漁師が語った。',
        ),
        p(
          '2025年7月1日、ビントゥアンとダクノンがラムドンと合併し、新しい省は松林と砂浜の両方を持つことになった。2026年6月12日から14日までファンティエット、ムイネー、ティエンタインの各区で開かれた海の祭りは、この新しい省が初めて丸ごと迎える夏の催しである。主催者によると来場者は延べ18万5000人で、うち2万1000人が外国からの客だった。',
        ),
        h2('三日間、三つのリズム'),
        table(
          '日付 | 催し | 会場',
          '2026年6月12日 | 舟競争、豊漁祈願 | カティー川',
          '2026年6月13日 | 海産物とダラットの野菜の市 | ドイズオン',
          '2026年6月14日 | カイトサーフィン、音楽の夜 | ムイネー海岸',
        ),
        p(
          '最もにぎわったのは、150の店が並んだ2026年6月13日の市である。左の店で一夜干しのイカを買った客は、右の店で、明け方にドンズオンから届いたばかりのレタスを選ぶ。三つの協同組合が一緒に売った新しい料理、魚とアーティチョークの鍋は、1日で1900食が出た。',
        ),
        quote(
          '「海に出て40年、魚は岸壁で売れば終わりだった。今は、船の名は、どの網で取った、何日に水揚げしたと聞かれる。そこまで聞かれるなら、こちらも丁寧にやらないと」と、フートゥイ区で釣り船を持つチャン・ヴァン・バイさんは話す。',
        ),
        h2('ごみは岸で止める'),
        p(
          '祭りは、ごみを海に流さないことを目標に掲げた。900人余りのボランティアが30の班に分かれ、2時間ごとに集めて回った。繰り返し使うコップと皿は1万ドンの預かり金で貸し出し、94％が戻った。3日間を終え、来場者1人当たりのごみの量は2025年の半分になった。',
        ),
        p('主催者は、来季に向けて三つの教訓をまとめた。'),
        list(
          '午後7時以降は満員となるファンティエットとムイネーの間に、夜のバスを増やす。',
          '海岸の料金表を4言語で記す。',
          '高齢者と小さな子どものために、静かな砂浜を設ける。',
        ),
        h2('朝は花、午後は海'),
        p(
          'ダラットからファンティエットまでは約160キロ、ダイニン峠を越えて4時間ほどである。旅行会社は、高原に1泊、海辺に1泊する3日間の旅を320万ドンから売り出している。文化スポーツ観光局によると、2026年上半期に省を訪れた人は延べ人数で1040万人と、16％増えた。高原を訪れた4人に1人が、海へと足を延ばす。',
        ),
        p(
          'ムイネーでは、11月から3月までの風の季節はカイトサーフィンに、4月から8月までの穏やかな季節は家族連れに向く。沿岸の催しの日程と安全の案内は、ベトナム語、英語、日本語、韓国語で[「海と花」のサイト](https://bienvahoa.lamdong.example/lich)に掲載されている。',
        ),
      ],
    },
  },
}
