import type { SampleStory } from '../story'
import { figure, h2, p, quote, steps, table } from '../write'

export const meetJapan: SampleStory = {
  key: 'meet-japan-2026',
  class: 'official',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['foreign-affairs', 'press'],
  author: 'reporter',
  topics: ['japan', 'investment'],
  places: ['Đà Lạt'],
  channels: null,
  source: 'vi',
  lead: 'conference-table',
  state: { vi: 'released', en: 'released', ja: 'revision' },
  versions: {
    vi: {
      title: 'Gặp gỡ Nhật Bản 2026: Lâm Đồng và đối tác Nhật Bản ký tám biên bản ghi nhớ',
      summary:
        'Hội nghị Gặp gỡ Nhật Bản 2026 ngày 6/11/2026 tại Đà Lạt có 220 đại biểu, trong đó có đại diện 45 doanh nghiệp Nhật Bản; tám biên bản ghi nhớ được ký về nông nghiệp, du lịch và đào tạo.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Ngày 6/11/2026, tại Đà Lạt, Ủy ban nhân dân tỉnh Lâm Đồng phối hợp với Sở Ngoại vụ tổ chức hội nghị Gặp gỡ Nhật Bản 2026. Dự hội nghị có 220 đại biểu, trong đó có đại diện 45 doanh nghiệp Nhật Bản, Cơ quan Hợp tác Quốc tế Nhật Bản (JICA) và Tổ chức Xúc tiến Thương mại Nhật Bản (JETRO).',
        ),
        p(
          'Hội nghị diễn ra gần ba năm sau khi Việt Nam và Nhật Bản nâng cấp quan hệ lên Đối tác Chiến lược toàn diện ngày 27/11/2023.',
        ),
        h2('Từ hạt giống đến kho lạnh'),
        p(
          'Tính đến hết quý III/2026, các nhà đầu tư Nhật Bản có 31 dự án còn hiệu lực ở Lâm Đồng với tổng vốn đăng ký 215 triệu đô la Mỹ. Phần lớn là nông nghiệp công nghệ cao: giống hoa, rau thủy canh, công nghệ sau thu hoạch.',
        ),
        p('Tám biên bản ghi nhớ ký tại hội nghị thuộc ba lĩnh vực:'),
        table(
          'Lĩnh vực | Số biên bản | Vốn dự kiến',
          'Nông nghiệp và kho lạnh | 4 | 62 triệu đô la Mỹ',
          'Du lịch và đường bay | 2 | 25 triệu đô la Mỹ',
          'Đào tạo nhân lực | 2 | 3 triệu đô la Mỹ',
          'Tổng cộng | 8 | 90 triệu đô la Mỹ',
        ),
        figure('flower-greenhouse', 'vi'),
        h2('Ba việc làm ngay'),
        steps(
          'Lập tổ công tác Việt - Nhật, họp hai tháng một lần, đầu mối là Sở Ngoại vụ.',
          'Công bố hướng dẫn thủ tục đầu tư bằng tiếng Nhật trước ngày 31/12/2026.',
          'Mở khóa tiếng Nhật cho 120 cán bộ và hướng dẫn viên trong năm 2027.',
        ),
        quote(
          '“Điều doanh nghiệp vừa và nhỏ cần nhất là một người trả lời điện thoại, đúng hẹn và bằng tiếng Nhật. Lâm Đồng đã có người ấy”, ông Kurosawa Yōichi, đại diện một hiệp hội doanh nghiệp ở tỉnh Nagano, phát biểu.',
        ),
        p(
          'Sân bay Liên Khương đang đón các chuyến bay quốc tế thường lệ; hai bên thống nhất nghiên cứu mở đường bay thuê chuyến đến Nhật Bản vào mùa hoa 2027. Tài liệu hội nghị được đăng tại [trang Gặp gỡ Nhật Bản](https://gapgonhatban.lamdong.example/2026).',
        ),
      ],
    },
    en: {
      title: 'Meet Japan 2026: Lam Dong and Japanese partners sign eight memoranda of understanding',
      summary:
        'The Meet Japan 2026 conference in Da Lat on 6 November 2026 brought together 220 delegates, among them representatives of 45 Japanese companies; eight memoranda of understanding were signed on agriculture, tourism and training.',
      byline: 'Hoai Thu',
      body: [
        p(
          "On 6 November 2026 in Da Lat, the Lam Dong Provincial People's Committee, together with the Department of Foreign Affairs, held the Meet Japan 2026 conference. It was attended by 220 delegates, among them representatives of 45 Japanese companies, the Japan International Cooperation Agency (JICA) and the Japan External Trade Organization (JETRO).",
        ),
        p(
          'The conference took place almost three years after Vietnam and Japan raised their relations to a Comprehensive Strategic Partnership on 27 November 2023.',
        ),
        h2('From the seed to the cold store'),
        p(
          'By the end of Q3/2026, Japanese investors had 31 valid projects in Lam Dong with a total registered capital of USD 215 million. Most are in high-tech agriculture: flower varieties, hydroponic vegetables, post-harvest technology.',
        ),
        p('The eight memoranda of understanding signed at the conference belong to three fields:'),
        table(
          'Field | Memoranda | Expected capital',
          'Agriculture and cold storage | 4 | USD 62 million',
          'Tourism and air routes | 2 | USD 25 million',
          'Training of staff | 2 | USD 3 million',
          'Total | 8 | USD 90 million',
        ),
        figure('flower-greenhouse', 'en'),
        h2('Three things to do at once'),
        steps(
          'Set up a Vietnam-Japan working group that meets every two months, with the Department of Foreign Affairs as focal point.',
          'Publish guidance on investment procedures in Japanese before 31 December 2026.',
          'Open Japanese-language courses for 120 officials and tour guides in 2027.',
        ),
        quote(
          '“What small and medium-sized companies need most is somebody who answers the telephone, on time and in Japanese. Lam Dong now has that person,” said Kurosawa Yoichi, representing a business association in Nagano Prefecture.',
        ),
        p(
          'Lien Khuong Airport receives regular international flights; the two sides agreed to study charter flights to Japan in the flower season of 2027. The conference papers are published on [the Meet Japan site](https://gapgonhatban.lamdong.example/2026).',
        ),
      ],
    },
    ja: {
      title: '「ミート・ジャパン2026」　ラムドン省と日本側、八つの覚書に署名',
      summary:
        '2026年11月6日にダラットで開かれた「ミート・ジャパン2026」には、日本企業45社の代表を含む220人が参加し、農業、観光、人材育成に関する八つの覚書が署名された。',
      byline: 'ホアイ・トゥー',
      body: [
        p(
          'ラムドン省人民委員会は2026年11月6日、外務局と共にダラットで会議「ミート・ジャパン2026」を開いた。日本企業45社の代表、国際協力機構（JICA）、日本貿易振興機構（JETRO）など220人が出席した。',
        ),
        p(
          '会議は、ベトナムと日本が2023年11月27日に関係を「包括的戦略的パートナーシップ」に格上げしてから、間もなく3年となる時期に開かれた。',
        ),
        h2('種から冷蔵倉庫まで'),
        p(
          '2026年第3四半期末現在、ラムドン省では日本の投資家による有効な事業が31件あり、登録資本の総額は2億1500万米ドルに上る。花の品種、水耕野菜、ポストハーベスト技術など、ハイテク農業が大半を占める。',
        ),
        p('署名された八つの覚書は、次の3分野にわたる。'),
        table(
          '分野 | 覚書の数 | 見込み資本',
          '農業・冷蔵倉庫 | 4 | 6200万米ドル',
          '観光・航空路線 | 2 | 2500万米ドル',
          '人材育成 | 2 | 300万米ドル',
          '合計 | 8 | 9000万米ドル',
        ),
        figure('flower-greenhouse', 'ja'),
        h2('すぐに取り組む三つのこと'),
        steps(
          '外務局を窓口担当として、2カ月ごとに会合を開く越日作業部会を設ける。',
          '投資手続きの日本語の手引を2026年12月31日までに公表する。',
          '2027年に職員とガイド120人を対象とする日本語講座を開く。',
        ),
        quote(
          '「中小企業が最も必要とするのは、約束の時間に日本語で電話に出てくれる人である。ラムドン省にはその人がいる」と、長野県の企業団体を代表して{黒澤陽一|くろさわよういち}氏は述べた。',
        ),
        p(
          'リエンクオン空港には国際定期便が就航している。双方は2027年の花の季節に、日本とのチャーター便を運航することを検討することで一致した。会議資料は[「ミート・ジャパン」のサイト](https://gapgonhatban.lamdong.example/2026)に掲載されている。',
        ),
      ],
    },
  },
}
