import type { SampleStory } from '../story'
import { figure, h2, list, p, quote, table } from '../write'

export const langbiangBiosphere: SampleStory = {
  key: 'langbiang-biosphere',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['environment'],
  author: 'reporter',
  topics: ['environment', 'heritage'],
  places: ['Lạc Dương', 'Lang Biang - Đà Lạt'],
  channels: null,
  source: 'vi',
  lead: 'forest-waterfall',
  state: { vi: 'released', en: 'released', ja: 'released' },
  versions: {
    vi: {
      title: 'Khu dự trữ sinh quyển thế giới Langbiang: mười năm và một lần soi lại',
      summary:
        'Báo cáo rà soát định kỳ mười năm đầu tiên của Khu dự trữ sinh quyển thế giới Langbiang được công bố ngày 9/6/2026: rừng vùng lõi giữ nguyên, thu nhập của người giữ rừng tăng gấp đôi.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Ngày 9/6/2026, đúng dịp kỷ niệm ngày được UNESCO công nhận, Ban Quản lý Khu dự trữ sinh quyển thế giới Langbiang công bố báo cáo rà soát định kỳ mười năm đầu tiên, giai đoạn 2015 - 2025. Báo cáo sẽ được gửi tới UNESCO trước ngày 30/9/2026.',
        ),
        p(
          'Được công nhận năm 2015, đây là khu dự trữ sinh quyển đầu tiên ở Tây Nguyên. Vùng lõi là Vườn quốc gia Bidoup - Núi Bà, nơi có những cây thông hai lá dẹt, loài cây sống cùng thời với khủng long.',
        ),
        h2('Ba vùng, ba cách sống với rừng'),
        table(
          'Vùng | Diện tích (ha) | Việc được làm',
          'Vùng lõi | 34.943 | bảo vệ, nghiên cứu',
          'Vùng đệm | 72.232 | khoán rừng, du lịch sinh thái',
          'Vùng chuyển tiếp | 168.264 | nông nghiệp, làng nghề, đô thị',
          'Tổng cộng | 275.439 | ',
        ),
        p(
          'Trong mười năm, diện tích rừng vùng lõi không giảm; vùng đệm mất 310 ha và trồng lại 1.450 ha bằng cây bản địa. Bẫy ảnh ghi nhận 29 loài thú lớn và vừa, thêm bốn loài so với lần kiểm kê năm 2014. Các nhà khoa học Việt Nam và Nhật Bản cùng mô tả chín loài thực vật mới.',
        ),
        figure('pine-hills', 'vi'),
        h2('Người giữ rừng'),
        p(
          "1.320 hộ, phần lớn là đồng bào dân tộc K'Ho, nhận khoán bảo vệ rừng. Tiền dịch vụ môi trường rừng mỗi hộ nhận được tăng từ 12 triệu đồng năm 2015 lên 25 triệu đồng năm 2025. Mỗi tổ tuần rừng có một điện thoại ghi đường đi; ảnh chụp dấu chân thú được tải lên bản đồ chung ngay trong ngày.",
        ),
        quote(
          "“Ngày xưa vào rừng để lấy. Bây giờ vào rừng để đếm. Đếm thấy con vượn còn hót là về nhà ngủ ngon”, ông K'Tiêng, tổ trưởng một tổ tuần rừng ở xã Lạc Dương, kể.",
        ),
        h2('Những điều chưa làm được'),
        p(
          'Báo cáo dành hẳn một chương cho phần chưa đạt. Nhà kính ở vùng chuyển tiếp tăng nhanh hơn quy định; ba con suối có dư lượng phân bón vượt ngưỡng vào đầu mùa mưa; nhiều biển chỉ dẫn vẫn chỉ có tiếng Việt. Từ đó, chương trình 2026 - 2035 đặt ra bốn mục tiêu:',
        ),
        list(
          'giảm 20% diện tích nhà kính ven suối;',
          'nối hai hành lang rừng dài tổng cộng 14 km;',
          'đưa cà phê Arabica Langbiang trồng dưới tán rừng lên 900 ha;',
          'đón không quá 80.000 lượt khách mỗi năm ở các tuyến đường rừng.',
        ),
        h2('Đi rừng đúng cách'),
        p(
          'Ba tuyến đường rừng dài 3,5 km, 8 km và 27 km được mở cho khách có hướng dẫn viên địa phương; giá từ 350.000 đồng một người. Nhóm không quá 12 người, không loa, không đồ nhựa dùng một lần. Tháng 9 và tháng 10, khi mưa lớn, tuyến dài tạm đóng để rừng nghỉ.',
        ),
        p(
          'Toàn văn báo cáo bằng tiếng Việt và bản tóm tắt bằng tiếng Anh, tiếng Nhật được đăng trên [trang của Ban Quản lý](https://langbiang.lamdong.example/ra-soat-2026). Người dân và bạn bè quốc tế có thể góp ý đến hết ngày 31/7/2026.',
        ),
      ],
    },
    en: {
      title: 'Langbiang World Biosphere Reserve: ten years, and a look in the mirror',
      summary:
        'The first ten-year periodic review of the Langbiang World Biosphere Reserve was published on 9 June 2026: the forest of the core zone is intact, and the income of those who guard it has doubled.',
      byline: 'Hoai Thu',
      body: [
        p(
          'On 9 June 2026, the anniversary of recognition by UNESCO, the management board of the Langbiang World Biosphere Reserve published its first ten-year periodic review, for 2015 - 2025. The review will be sent to UNESCO before 30 September 2026.',
        ),
        p(
          'Recognised in 2015, it was the first biosphere reserve in the Central Highlands. Its core zone is Bidoup - Nui Ba National Park, where the flat-leaved pine still grows, a tree that lived at the time of the dinosaurs.',
        ),
        h2('Three zones, three ways of living with the forest'),
        table(
          'Zone | Area (ha) | What may be done',
          'Core zone | 34,943 | protection, research',
          'Buffer zone | 72,232 | forest contracts, ecotourism',
          'Transition zone | 168,264 | farming, craft villages, towns',
          'Total | 275,439 | ',
        ),
        p(
          'In ten years the forest of the core zone has lost nothing; the buffer zone lost 310 ha and was replanted with 1,450 ha of native trees. Camera traps have recorded 29 species of large and medium mammals, four more than the census of 2014. Scientists from Vietnam and Japan have together described nine new species of plants.',
        ),
        figure('pine-hills', 'en'),
        h2('The guardians of the forest'),
        p(
          "Contracts to protect the forest are held by 1,320 households, most of them of the K'Ho people. What a household receives for forest environmental services has risen from VND 12 million in 2015 to VND 25 million in 2025. Every patrol carries a telephone that records its path, and photographs of animal tracks appear on a common map the same day.",
        ),
        quote(
          "“In the old days we went into the forest to take. Now we go to count. When I have counted the gibbons and they still sing, I sleep well,” said K'Tieng, who leads a patrol in Lac Duong commune.",
        ),
        h2('What has not been achieved'),
        p(
          'A whole chapter of the review is given to what falls short. Greenhouses in the transition zone are spreading faster than the rules allow; three streams carry too much fertiliser at the beginning of the rainy season; many signs are still in Vietnamese only. The programme for 2026 - 2035 therefore sets four goals:',
        ),
        list(
          'cutting the area of greenhouses along streams by 20 per cent;',
          'joining two forest corridors with a total length of 14 km;',
          'bringing Langbiang Arabica coffee grown under forest cover to 900 ha;',
          'receiving no more than 80,000 visitor arrivals a year on the forest trails.',
        ),
        h2('Walking the forest the right way'),
        p(
          'Three trails of 3.5 km, 8 km and 27 km are open to visitors with a local guide, from VND 350,000 per person. Groups are of 12 people at most, without loudspeakers and without single-use plastic. In September and October, when the rain is heavy, the long trail is closed so that the forest may rest.',
        ),
        p(
          'The full review in Vietnamese and summaries in English and Japanese are published on [the management board’s site](https://langbiang.lamdong.example/ra-soat-2026). Residents and international friends may send comments until 31 July 2026.',
        ),
      ],
    },
    ja: {
      title: 'ランビアン世界生物圏保護区　10年の歩みを点検',
      summary:
        'ランビアン世界生物圏保護区の初の10年定期報告書が2026年6月9日に公表された。核心地域の森は保たれ、森を守る人々の収入は2倍になった。',
      byline: 'ホアイ・トゥー',
      body: [
        p(
          'ランビアン世界生物圏保護区の管理委員会は、ユネスコの認定記念日に当たる2026年6月9日、初の10年定期報告書（2015～2025年）を公表した。報告書は2026年9月30日までにユネスコに提出される。',
        ),
        p(
          '2015年に認定されたこの保護区は、テイグエン（中部高原）で最初の生物圏保護区である。核心地域はビドウプ・ヌイバー国立公園で、恐竜と同じ時代を生きた{扁葉|へんよう}の二葉松が今も残る。',
        ),
        h2('三つの地域、三通りの森との暮らし'),
        table(
          '地域 | 面積（ヘクタール） | 認められる活動',
          '核心地域 | 34,943 | 保護、研究',
          '緩衝地域 | 72,232 | 森林保護の請負、エコツーリズム',
          '移行地域 | 168,264 | 農業、工芸村、市街地',
          '合計 | 275,439 | ',
        ),
        p(
          'この10年で核心地域の森は減らなかった。緩衝地域では310ヘクタールが失われ、在来の樹木が1450ヘクタールに植えられた。自動撮影カメラは大型・中型の哺乳類29種を捉え、2014年の調査より4種多い。ベトナムと日本の研究者は、9種の新種の植物を共同で記載した。',
        ),
        figure('pine-hills', 'ja'),
        h2('森を守る人々'),
        p(
          '1320戸が森林保護を請け負い、その多くはコホー族である。1戸が受け取る森林環境サービスの対価は、2015年の1200万ドンから2025年には2500万ドンに増えた。巡視班は歩いた道を記録する電話を持ち、獣の足跡の写真はその日のうちに共有の地図に載る。',
        ),
        quote(
          '「昔は取りに森へ入った。今は数えに入る。テナガザルがまだ鳴いていると数えたら、家に帰ってよく眠れる」と、ラックズオン村の巡視班長コティエンさんは話す。',
        ),
        h2('まだできていないこと'),
        p(
          '報告書は、達成できなかった点に一章を割いている。移行地域の温室は規定を超える速さで増え、三つの渓流では雨期の初めに肥料の成分が基準を上回り、案内板の多くは今もベトナム語だけである。これを踏まえ、2026～2035年の計画は四つの目標を掲げる。',
        ),
        list(
          '渓流沿いの温室の面積を20％減らす。',
          '計14キロに及ぶ二つの森の回廊をつなぐ。',
          '林の下で育てるランビアン産アラビカコーヒーを900ヘクタールにする。',
          '林道への来訪者を年間延べ8万人までとする。',
        ),
        h2('正しい森の歩き方'),
        p(
          '3.5キロ、8キロ、27キロの三つの林道が、地元のガイド付きで開かれている。料金は1人35万ドンからである。1組12人まで、拡声器と使い捨てのプラスチックは禁止である。雨の多い9月と10月は、森を休ませるため、長い林道を閉じる。',
        ),
        p(
          'ベトナム語の全文と、英語と日本語の要約は[管理委員会のサイト](https://langbiang.lamdong.example/ra-soat-2026)に掲載されている。住民と世界の友人は、2026年7月31日まで意見を寄せることができる。',
        ),
      ],
    },
  },
}
