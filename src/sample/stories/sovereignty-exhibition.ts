import type { SampleStory } from '../story'
import { figure, h2, list, p, quote } from '../write'

export const sovereigntyExhibition: SampleStory = {
  key: 'sovereignty-exhibition',
  class: 'official',
  sovereignty: true,
  desk: 'culture',
  sharedWith: ['steering'],
  author: 'reporter',
  topics: ['seas-islands', 'heritage'],
  places: ['Đà Lạt', 'Hoàng Sa', 'Trường Sa'],
  channels: null,
  source: 'vi',
  lead: 'exhibition-hall',
  state: { vi: 'released', en: 'released', ja: 'review' },
  versions: {
    vi: {
      title: 'Đà Lạt khai mạc triển lãm tư liệu về hai quần đảo Hoàng Sa và Trường Sa',
      summary:
        'Triển lãm “Hoàng Sa, Trường Sa của Việt Nam - Những bằng chứng lịch sử và pháp lý” mở cửa từ ngày 5 đến 30/10/2026 tại Bảo tàng Lâm Đồng, giới thiệu 156 tư liệu và hiện vật.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Sáng 5/10/2026, tại Bảo tàng Lâm Đồng, Sở Văn hóa, Thể thao và Du lịch khai mạc triển lãm “Hoàng Sa, Trường Sa của Việt Nam - Những bằng chứng lịch sử và pháp lý”. Triển lãm mở cửa miễn phí đến hết ngày 30/10/2026.',
        ),
        p(
          'Ban tổ chức giới thiệu 156 tư liệu, bản đồ, ấn phẩm và hiện vật, có thuyết minh bằng tiếng Việt, tiếng Anh và tiếng Nhật. Các tư liệu do Nhà nước Việt Nam và nhiều nước công bố, cho thấy Việt Nam đã xác lập, thực thi chủ quyền đối với quần đảo Hoàng Sa và quần đảo Trường Sa một cách hòa bình, liên tục.',
        ),
        h2('Bốn nhóm tư liệu'),
        list(
          'Thư tịch cổ, trong đó có “Phủ biên tạp lục” của Lê Quý Đôn, soạn năm 1776, chép về đội Hoàng Sa;',
          'Châu bản triều Nguyễn, văn bản hành chính có bút phê của nhà vua về việc đo đạc, cắm mốc, cứu hộ tàu thuyền;',
          'Bản dập Mộc bản triều Nguyễn do Trung tâm Lưu trữ quốc gia IV tại Đà Lạt gìn giữ;',
          'Bản đồ và sách do phương Tây xuất bản từ thế kỷ XVI đến thế kỷ XIX.',
        ),
        figure('woodblocks', 'vi'),
        p(
          'Trung tâm Lưu trữ quốc gia IV đang bảo quản hơn 34.000 tấm Mộc bản triều Nguyễn. Năm 2009, khối tài liệu này được UNESCO ghi vào Chương trình Ký ức thế giới, là di sản tư liệu đầu tiên của Việt Nam được ghi danh.',
        ),
        quote(
          '“Người xem có thể đọc từng dòng chữ, đối chiếu từng niên đại. Tư liệu gốc là cách giải thích thuyết phục nhất với bạn bè quốc tế”, ông Đinh Trọng Khải, đại diện Ban tổ chức, phát biểu.',
        ),
        h2('Lập trường nhất quán'),
        p(
          'Việt Nam có đầy đủ cơ sở pháp lý và bằng chứng lịch sử để khẳng định chủ quyền đối với hai quần đảo Hoàng Sa và Trường Sa. Việt Nam kiên trì giải quyết các tranh chấp ở Biển Đông bằng biện pháp hòa bình, trên cơ sở luật pháp quốc tế, nhất là [Công ước Liên hợp quốc về Luật Biển 1982](https://www.un.org/depts/los/convention_agreements/texts/unclos/unclos_e.pdf).',
        ),
        h2('Đưa triển lãm đến trường học'),
        p(
          'Sau khi kết thúc tại bảo tàng, 40 bản sao tư liệu được chọn làm triển lãm lưu động tại sáu trường học trong tỉnh, đến ngày 18/12/2026. Trong ba ngày đầu, hơn 2.300 lượt khách đã đến xem, trong đó có 170 lượt khách quốc tế.',
        ),
      ],
    },
    en: {
      title: 'Da Lat opens exhibition of documents on the Hoang Sa (Paracel) and Truong Sa (Spratly) archipelagoes',
      summary:
        "The exhibition “Vietnam's Hoang Sa and Truong Sa - Historical and Legal Evidence”, open from 5 to 30 October 2026 at Lam Dong Museum, presents 156 documents and objects.",
      byline: 'Hoai Thu',
      body: [
        p(
          "On the morning of 5 October 2026, the Department of Culture, Sports and Tourism opened the exhibition “Vietnam's Hoang Sa and Truong Sa - Historical and Legal Evidence” at Lam Dong Museum. Admission is free until 30 October 2026.",
        ),
        p(
          'The organisers present 156 documents, maps, publications and objects, with explanations in Vietnamese, English and Japanese. The documents, published by the Vietnamese State and by many other countries, show that Vietnam established and exercised sovereignty over the Hoang Sa (Paracel) archipelago and the Truong Sa (Spratly) archipelago peacefully and continuously.',
        ),
        h2('Four groups of documents'),
        list(
          'Ancient books, among them “Phu bien tap luc” (Miscellaneous Chronicles of the Pacified Frontier) by Le Quy Don, compiled in 1776, which records the Hoang Sa flotilla;',
          'Imperial records of the Nguyen Dynasty: administrative papers bearing the emperor’s own notes on surveying, setting markers and rescuing ships;',
          'Rubbings from the Nguyen Dynasty woodblocks kept by the National Archives Centre IV in Da Lat;',
          'Maps and books published in the West from the 16th to the 19th century.',
        ),
        figure('woodblocks', 'en'),
        p(
          'The National Archives Centre IV preserves more than 34,000 Nguyen Dynasty woodblocks. In 2009 UNESCO inscribed them in its Memory of the World Programme, the first documentary heritage of Vietnam to be so honoured.',
        ),
        quote(
          '“Visitors can read each line and compare each date. Original documents are the most convincing explanation we can give to international friends,” said Dinh Trong Khai, representing the organisers.',
        ),
        h2('A consistent position'),
        p(
          'Vietnam has full legal grounds and historical evidence to assert its sovereignty over the Hoang Sa (Paracel) and Truong Sa (Spratly) archipelagoes. Vietnam perseveres in settling disputes in the East Sea by peaceful means, on the basis of international law, in particular the [1982 UN Convention on the Law of the Sea (UNCLOS 1982)](https://www.un.org/depts/los/convention_agreements/texts/unclos/unclos_e.pdf).',
        ),
        h2('The exhibition goes to schools'),
        p(
          'After it closes at the museum, 40 copies of documents will form a mobile exhibition at six schools in the province until 18 December 2026. In its first three days the exhibition recorded more than 2,300 visitor arrivals, 170 of them by international visitors.',
        ),
      ],
    },
    ja: {
      title: 'ダラットでホアンサ・チュオンサ両群島の資料展が開幕',
      summary:
        '「ベトナムのホアンサとチュオンサ両群島・歴史的・法的証拠」展が2026年10月5日から30日までラムドン博物館で開かれ、156点の資料と実物を紹介している。',
      byline: 'ホアイ・トゥー',
      body: [
        p(
          '文化スポーツ観光局は2026年10月5日午前、ラムドン博物館で「ベトナムのホアンサとチュオンサ両群島・歴史的・法的証拠」展を開幕した。2026年10月30日まで、入場は無料である。',
        ),
        p(
          '主催者は文書、地図、刊行物、実物など156点を、ベトナム語、英語、日本語の解説付きで紹介している。資料はベトナム国家と多くの国が公表したもので、ベトナムがホアンサ群島とチュオンサ群島に対する主権を平和的かつ継続的に確立し、行使してきたことを示している。',
        ),
        h2('四つの資料群'),
        list(
          '古書。1776年に{黎貴惇|レ・クイ・ドン}が編さんし、ホアンサ隊について記した「{撫辺雑録|ぶへんざつろく}」などを含む。',
          'グエン朝の{朱本|しゅほん}。測量、標識の設置、船舶の救助に関する、皇帝の書き込みのある行政文書。',
          'ダラットの第4国家公文書館が保管するグエン朝の木版の拓本。',
          '16世紀から19世紀に西洋で出版された地図と書籍。',
        ),
        figure('woodblocks', 'ja'),
        p(
          '第4国家公文書館は、グエン朝の木版3万4000枚余りを保存している。2009年、ユネスコの「世界の記憶」に登録された。ベトナムの記録遺産として初めての登録である。',
        ),
        quote(
          '「来場者は一行一行を読み、年代を一つ一つ照らし合わせることができる。原資料こそ、世界の友人に対する最も説得力のある説明だ」と、主催者を代表してディン・チョン・カイ氏は述べた。',
        ),
        h2('一貫した立場'),
        p(
          'ベトナムは、ホアンサ・チュオンサ両群島に対する主権を主張する十分な法的根拠と歴史的証拠を有している。ベトナムは、ベトナム東部海域における紛争を、国際法、とりわけ[1982年国連海洋法条約](https://www.un.org/depts/los/convention_agreements/texts/unclos/unclos_e.pdf)に基づき、平和的手段で解決する立場を堅持している。',
        ),
        h2('展示、学校へ'),
        p(
          '博物館での会期終了後は、資料の複製40点による巡回展が、2026年12月18日まで省内の六つの学校で開かれる。最初の3日間の来場者は延べ2300人余りで、うち170人が外国人観光客だった。',
        ),
      ],
    },
  },
}
