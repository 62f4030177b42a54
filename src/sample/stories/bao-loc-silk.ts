import type { SampleStory } from '../story'
import { h2, p, quote, steps, table } from '../write'

export const baoLocSilk: SampleStory = {
  key: 'bao-loc-silk',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: [],
  author: 'reporter',
  topics: ['silk', 'crafts'],
  places: ['Bảo Lộc'],
  channels: null,
  source: 'vi',
  lead: 'silk-cocoons',
  state: { vi: 'released', en: 'released', ja: 'approved' },
  versions: {
    vi: {
      title: 'Từ lá dâu đến tấm lụa: một ngày ở xứ tơ tằm Bảo Lộc',
      summary:
        'Lâm Đồng có khoảng 10.000 ha dâu và hơn 15.000 tấn kén mỗi năm. Ở Bảo Lộc, các xưởng nhỏ đang chuyển từ bán tơ thô sang dệt lụa thành phẩm.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Bốn giờ sáng, những nong tre trong nhà bà Vòng Ngọc Mai ở phường 2 Bảo Lộc đã rào rào tiếng tằm ăn lá. Đến tuổi năm, lứa tằm ăn tám bữa mỗi ngày; chậm một bữa, sợi tơ mảnh đi thấy rõ.',
        ),
        p(
          'Lâm Đồng hiện có khoảng 10.000 ha dâu, mỗi năm cho hơn 15.000 tấn kén, là vùng dâu tằm tơ lớn của cả nước. Bảo Lộc, nơi có độ cao khoảng 800 m và mát quanh năm, giữ gần hết các công đoạn, từ trứng giống đến tấm lụa.',
        ),
        h2('Năm công đoạn'),
        steps(
          'Ươm trứng, nuôi tằm: khoảng 25 ngày mỗi lứa.',
          'Tằm chín lên né, làm kén trong ba ngày.',
          'Sấy và phân loại kén.',
          'Ươm tơ: nối tám sợi kén thành một sợi tơ.',
          'Se, nhuộm, dệt và hoàn tất.',
        ),
        p('Một chiếc kén tốt cho sợi tơ dài hơn 1.000 m. Để dệt một chiếc khăn nặng 60 g cần khoảng 160 chiếc kén.'),
        h2('Không bán tơ thô nữa'),
        p(
          'Trước đây, tơ thô chiếm hầu hết kim ngạch xuất khẩu của nghề. Xưởng Lụa Thanh Tuyền, với 48 lao động, chuyển dần sang hàng thành phẩm từ năm 2022:',
        ),
        table(
          'Năm | Tơ thô (tấn) | Lụa thành phẩm (m)',
          '2022 | 30 | 18.000',
          '2024 | 22 | 46.000',
          '2026 (dự kiến) | 12 | 85.000',
        ),
        quote(
          '“Một ki-lô-gam tơ bán thô được khoảng 1,6 triệu đồng. Dệt thành khăn, có tên xưởng và câu chuyện của làng, giá trị tăng lên bốn lần”, chị Lâm Tuyết Nhi, chủ xưởng, nói.',
        ),
        h2('Khách Nhật Bản đặt kimono'),
        p(
          'Tháng 8/2026, xưởng giao 2.400 m lụa trơn cho một nhà may kimono ở Kyoto. Khách yêu cầu khổ vải hẹp 38 cm, nhuộm bằng lá trà và vỏ cây. Lô thứ hai, 3.600 m, sẽ giao trước ngày 15/12/2026.',
        ),
        p(
          'Du khách có thể tự tay ươm tơ tại xưởng; lịch đón khách bằng ba thứ tiếng được đăng trên [trang của làng nghề](https://tolua.baoloc.example/tham-quan). Sản phẩm mang nhãn lụa Bảo Lộc được bán tại chỗ, có mã truy xuất từng tấm.',
        ),
      ],
    },
    en: {
      title: 'From mulberry leaf to silk: a day in the silk country of Bao Loc',
      summary:
        'Lam Dong has about 10,000 ha of mulberry and more than 15,000 tonnes of cocoons a year. In Bao Loc, small workshops are moving from selling raw silk to weaving finished cloth.',
      byline: 'Hoai Thu',
      body: [
        p(
          'At four in the morning, the bamboo trays in the house of Vong Ngoc Mai in ward 2 Bao Loc are already rustling with silkworms eating leaves. In their fifth age the worms take eight meals a day; one meal late, and the thread grows visibly thinner.',
        ),
        p(
          'Lam Dong now has about 10,000 ha of mulberry, yielding more than 15,000 tonnes of cocoons a year, and is a leading region of sericulture in the country. Bao Loc, about 800 m above sea level and cool all year round, keeps nearly every stage, from the eggs to the finished silk.',
        ),
        h2('Five stages'),
        steps(
          'Hatching the eggs and raising the worms: about 25 days for each brood.',
          'The ripe worms climb the frames and spin their cocoons in three days.',
          'Drying and sorting the cocoons.',
          'Reeling: the threads of eight cocoons are joined into one.',
          'Twisting, dyeing, weaving and finishing.',
        ),
        p('A good cocoon gives a thread more than 1,000 m long. About 160 cocoons are needed to weave a scarf weighing 60 g.'),
        h2('No longer raw silk alone'),
        p(
          'In the past raw silk made up nearly all the export turnover of the trade. The Thanh Tuyen Silk Workshop, with 48 workers, has gradually turned to finished goods since 2022:',
        ),
        table(
          'Year | Raw silk (tonnes) | Finished silk (m)',
          '2022 | 30 | 18,000',
          '2024 | 22 | 46,000',
          '2026 (expected) | 12 | 85,000',
        ),
        quote(
          '“A kilogram of raw silk sells for about VND 1.6 million. Woven into scarves, with the name of the workshop and the story of the village, it is worth four times as much,” said Lam Tuyet Nhi, owner of the workshop.',
        ),
        h2('Kimono cloth for Japan'),
        p(
          'In August 2026 the workshop delivered 2,400 m of plain silk to a kimono maker in Kyoto. The customer asked for a narrow width of 38 cm, dyed with tea leaves and bark. The second lot, 3,600 m, will be delivered before 15 December 2026.',
        ),
        p(
          'Visitors can try reeling silk at the workshop; visiting hours in three languages are published on [the craft village’s site](https://tolua.baoloc.example/tham-quan). Goods with the Bao Loc silk label are sold on the spot, each piece with its own tracing code.',
        ),
      ],
    },
    ja: {
      title: '桑の葉から絹布へ　養蚕の里バオロックの一日',
      summary:
        'ラムドン省には約1万ヘクタールの桑畑があり、年間1万5000トン余りの繭を産する。バオロックでは小さな工房が、生糸の販売から絹織物づくりへと移りつつある。',
      byline: 'ホアイ・トゥー',
      body: [
        p(
          '午前4時、バオロック第2区のヴォン・ゴック・マイさんの家では、竹のざるの中で蚕が葉を食べる音が響いている。5{齢|れい}になった蚕は1日に8回食べる。1回遅れれば、糸は目に見えて細くなる。',
        ),
        p(
          'ラムドン省の桑畑は現在約1万ヘクタールで、年間1万5000トン余りの繭を産し、全国でも有数の養蚕地帯である。標高約800メートル、一年中涼しいバオロックには、蚕の卵から絹布まで、ほぼ全ての工程がそろう。',
        ),
        h2('五つの工程'),
        steps(
          '卵をかえし、蚕を育てる。1回に約25日。',
          '熟した蚕を{蔟|まぶし}に移すと、3日で繭を作る。',
          '繭を乾かし、選別する。',
          '糸を引く。8個の繭の糸を1本にまとめる。',
          'より、染め、織り、仕上げる。',
        ),
        p('良い繭からは1000メートルを超える糸が取れる。重さ60グラムのスカーフ1枚を織るには、約160個の繭が要る。'),
        h2('生糸だけでは売らない'),
        p(
          'かつては生糸がこの産業の輸出額のほとんどを占めていた。48人が働くタイントゥエン・シルク工房は、2022年から製品へと徐々に切り替えてきた。',
        ),
        table(
          '年 | 生糸（トン） | 絹織物（メートル）',
          '2022 | 30 | 18,000',
          '2024 | 22 | 46,000',
          '2026（見込み） | 12 | 85,000',
        ),
        quote(
          '「生糸は1キロ約160万ドンで売れる。工房の名と村の物語を添えたスカーフに織れば、価値は4倍になる」と、工房主のラム・トゥエット・ニーさんは話す。',
        ),
        h2('日本から着物の注文'),
        p(
          '工房は2026年8月、京都の着物仕立店に無地の絹布2400メートルを納めた。注文は、幅38センチの{小幅|こはば}で、茶の葉と樹皮で染めることだった。2回目の3600メートルは、2026年12月15日までに納める。',
        ),
        p(
          '工房では糸引きを体験でき、3言語の見学案内が[工芸村のサイト](https://tolua.baoloc.example/tham-quan)に載っている。バオロックシルクのラベルを付けた製品は、1枚ごとに生産履歴コードが付き、その場で買うことができる。',
        ),
      ],
    },
  },
}
