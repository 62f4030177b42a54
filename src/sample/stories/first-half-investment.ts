import type { SampleStory } from '../story'
import { figure, h2, list, p, quote, table } from '../write'

export const firstHalfInvestment: SampleStory = {
  key: 'first-half-investment',
  class: 'official',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['promotion', 'press'],
  author: 'reporter',
  topics: ['investment'],
  places: ['Đà Lạt', 'Phú Hội', 'Phan Thiết'],
  channels: null,
  source: 'vi',
  lead: 'solar-park',
  state: { vi: 'released', en: 'released', ja: 'released' },
  versions: {
    vi: {
      title: 'Sáu tháng đầu năm 2026, Lâm Đồng thu hút 52 dự án đầu tư mới',
      summary:
        'Từ tháng 1 đến tháng 6/2026, Lâm Đồng cấp mới 52 dự án với tổng vốn đăng ký 28.400 tỷ đồng; vốn nước ngoài đạt 132 triệu đô la Mỹ, nhiều nhất đến từ Nhật Bản.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Ngày 26/6/2026, tại Đà Lạt, Sở Tài chính công bố kết quả thu hút đầu tư sáu tháng đầu năm 2026. Toàn tỉnh có 52 dự án được cấp mới với tổng vốn đăng ký 28.400 tỷ đồng, tăng 24% so với cùng kỳ năm 2025; 18 dự án đang hoạt động được điều chỉnh tăng vốn thêm 6.100 tỷ đồng.',
        ),
        p(
          'Đây là kết quả của năm đầu tiên sau khi tỉnh Lâm Đồng hợp nhất với hai tỉnh Bình Thuận và Đắk Nông ngày 1/7/2025. Không gian kinh tế mới nối liền cao nguyên với bờ biển dài 192 km, giúp nhà đầu tư bố trí vùng nguyên liệu, nhà máy và kho lạnh trong cùng một tỉnh.',
        ),
        h2('Chế biến và năng lượng dẫn đầu'),
        p(
          'Xét theo số dự án, chế biến nông sản đứng đầu. Xét theo vốn, năng lượng tái tạo chiếm hơn hai phần năm, chủ yếu là điện gió ở ven biển và điện mặt trời mái nhà trong các khu công nghiệp.',
        ),
        table(
          'Lĩnh vực | Số dự án | Vốn đăng ký',
          'Năng lượng tái tạo | 9 | 11.600 tỷ đồng',
          'Chế biến nông sản | 17 | 9.800 tỷ đồng',
          'Du lịch và dịch vụ | 16 | 5.200 tỷ đồng',
          'Kho lạnh, vận tải | 10 | 1.800 tỷ đồng',
          'Tổng cộng | 52 | 28.400 tỷ đồng',
        ),
        p(
          'Trong số đó có 11 dự án dùng vốn đầu tư trực tiếp nước ngoài (FDI), tổng vốn 132 triệu đô la Mỹ: Nhật Bản bốn dự án, 42 triệu đô la Mỹ; Hàn Quốc ba dự án, 31 triệu đô la Mỹ; Xin-ga-po hai dự án, 27 triệu đô la Mỹ; Hà Lan một dự án, 18 triệu đô la Mỹ; một dự án còn lại của liên doanh nhiều nước.',
        ),
        figure('vegetable-rows', 'vi'),
        h2('Một cửa, một lần nộp'),
        p(
          'Từ ngày 2/3/2026, hồ sơ đầu tư vào ba khu vực cũ được nộp chung tại một địa chỉ trực tuyến. Thời gian trung bình để cấp giấy chứng nhận đăng ký đầu tư ngoài khu công nghiệp giảm từ 15 xuống 11 ngày làm việc. Tổ hỗ trợ của tỉnh gồm 26 cán bộ, trong đó tám người nói được tiếng Anh và ba người nói được tiếng Nhật.',
        ),
        quote(
          '“Chúng tôi chọn Lâm Đồng vì nhìn thấy cả chuỗi: rau trồng ở Đơn Dương sáng nay, chiều đã vào kho lạnh, ngày mai xuống cảng”, bà Ishikawa Naoko, đại diện một công ty kho vận Nhật Bản, nói tại buổi công bố.',
        ),
        h2('Việc của sáu tháng cuối năm'),
        p(
          'Bên cạnh kết quả, Sở Tài chính cũng nêu rõ những điểm còn chậm: 14 dự án được gia hạn tiến độ, phần lớn vướng mặt bằng; hai khu công nghiệp chưa có trạm xử lý nước thải thứ hai. Trong sáu tháng cuối năm, tỉnh tập trung vào ba việc:',
        ),
        list(
          'bàn giao 180 ha đất sạch, trong đó 22 ha ở khu công nghiệp Phú Hội;',
          'khởi công một trạm biến áp phục vụ cụm nhà máy chế biến;',
          'đối thoại với nhà đầu tư vào tuần cuối mỗi tháng, có phiên dịch tiếng Anh và tiếng Nhật.',
        ),
        p(
          'Số liệu chi tiết theo từng địa bàn được đăng trên [trang số liệu đầu tư](https://dautu.lamdong.example/so-lieu-2026-6). Hội nghị xúc tiến đầu tư năm 2026 dự kiến tổ chức vào tháng 9/2026 tại Đà Lạt.',
        ),
      ],
    },
    en: {
      title: 'Lam Dong attracts 52 new investment projects in the first half of 2026',
      summary:
        'From January to June 2026 Lam Dong licensed 52 new projects with a total registered capital of VND 28.4 trillion; foreign capital reached USD 132 million, with Japan in first place.',
      byline: 'Hoai Thu',
      body: [
        p(
          'On 26 June 2026 in Da Lat, the Department of Finance published the results of the province’s efforts to attract investment in the first six months of 2026. The province licensed 52 new projects with a total registered capital of VND 28.4 trillion, up 24 per cent on the same period of 2025; 18 projects already in operation raised their capital by a further VND 6.1 trillion.',
        ),
        p(
          'These are the results of the first year since Lam Dong Province was merged with the two provinces of Binh Thuan and Dak Nong on 1 July 2025. The new economic space joins the highlands to a coastline of 192 km, so that an investor can have fields, factory and cold store within one province.',
        ),
        h2('Processing and energy in the lead'),
        p(
          'By number of projects, the processing of farm produce comes first. By capital, renewable energy accounts for more than two fifths, chiefly wind power on the coast and rooftop solar power in industrial parks.',
        ),
        table(
          'Field | Projects | Registered capital',
          'Renewable energy | 9 | VND 11.6 trillion',
          'Processing of farm produce | 17 | VND 9.8 trillion',
          'Tourism and services | 16 | VND 5.2 trillion',
          'Cold storage and transport | 10 | VND 1.8 trillion',
          'Total | 52 | VND 28.4 trillion',
        ),
        p(
          'Among them are 11 projects of foreign direct investment (FDI) with a total of USD 132 million: four from Japan with USD 42 million, three from the Republic of Korea with USD 31 million, two from Singapore with USD 27 million and one from the Netherlands with USD 18 million; the remaining one is a joint venture of several countries.',
        ),
        figure('vegetable-rows', 'en'),
        h2('One address, one application'),
        p(
          'Since 2 March 2026, applications for all three of the former areas have been filed at one address online. The average time needed to issue an investment registration certificate outside an industrial park has fallen from 15 to 11 working days. The support team of the province has 26 officials, of whom eight speak English and three speak Japanese.',
        ),
        quote(
          '“We chose Lam Dong because we could see the whole chain: vegetables cut in Don Duong this morning are in the cold store in the afternoon and on their way to the port tomorrow,” said Ishikawa Naoko, representing a Japanese logistics company, at the presentation.',
        ),
        h2('Work for the second half'),
        p(
          'Besides the results, the Department of Finance named what is still slow: 14 projects have been given more time, most of them because of site clearance, and two industrial parks still lack a second waste water plant. In the last six months of the year the province will concentrate on three tasks:',
        ),
        list(
          'handing over 180 ha of cleared land, 22 ha of it in Phu Hoi Industrial Park;',
          'starting work on a substation for a group of processing plants;',
          'meeting investors in the last week of every month, with interpreters for English and Japanese.',
        ),
        p(
          'Detailed figures for each locality are published on [the investment data page](https://dautu.lamdong.example/so-lieu-2026-6). The investment promotion conference of 2026 is planned for September 2026 in Da Lat.',
        ),
      ],
    },
    ja: {
      title: 'ラムドン省、2026年上半期に新規投資52件を誘致',
      summary:
        '2026年1月から6月までにラムドン省が新たに認可した投資事業は52件、登録資本の総額は28兆4000億ドンに上った。外国資本は1億3200万米ドルで、日本が最も多い。',
      byline: 'ホアイ・トゥー',
      body: [
        p(
          '財政局は2026年6月26日、ダラットで2026年上半期の投資誘致の結果を発表した。省全体で新たに認可された事業は52件、登録資本の総額は28兆4000億ドンで、2025年の同期に比べ24％増えた。操業中の18件も、合わせて6兆1000億ドンを増資した。',
        ),
        p(
          'ラムドン省がビントゥアン、ダクノンの2省と2025年7月1日に合併してから最初の1年の結果である。新たな経済圏は高原と全長192キロの海岸を結び、投資家は一つの省の中に原料産地と工場、冷蔵倉庫を置くことができる。',
        ),
        h2('加工とエネルギーがけん引'),
        p(
          '件数では農産物加工が首位に立つ。資本額では再生可能エネルギーが5分の2余りを占め、沿岸の風力発電と工業団地の屋根置き太陽光発電が中心である。',
        ),
        table(
          '分野 | 件数 | 登録資本',
          '再生可能エネルギー | 9 | 11兆6000億ドン',
          '農産物加工 | 17 | 9兆8000億ドン',
          '観光・サービス | 16 | 5兆2000億ドン',
          '冷蔵倉庫・輸送 | 10 | 1兆8000億ドン',
          '合計 | 52 | 28兆4000億ドン',
        ),
        p(
          'このうち外国直接投資（FDI）は11件、1億3200万米ドルである。内訳は日本が4件で4200万米ドル、韓国が3件で3100万米ドル、シンガポールが2件で2700万米ドル、オランダが1件で1800万米ドル、残る1件は複数の国による合弁である。',
        ),
        figure('vegetable-rows', 'ja'),
        h2('窓口は一つ、提出は一度'),
        p(
          '2026年3月2日からは、旧3省の区域への投資申請をオンラインの一つの窓口で受け付けている。工業団地の外での投資登録証明書の交付に要する平均日数は、15営業日から11営業日に短縮された。省の支援班は26人で、うち8人が英語、3人が日本語を話す。',
        ),
        quote(
          '「ラムドンを選んだのは、流れの全体が見えたからだ。今朝ドンズオンで収穫した野菜が、午後には冷蔵倉庫に入り、あすは港へ向かう」と、日本の物流会社を代表して{石川直子|いしかわなおこ}氏は発表の席で述べた。',
        ),
        h2('下半期の課題'),
        p(
          '財政局は、遅れている点も明らかにした。工期の延長が認められた事業は14件で、多くは用地の問題による。二つの工業団地では2カ所目の排水処理場がまだない。省は下半期、次の三つに力を注ぐ。',
        ),
        list(
          'フーホイ工業団地の22ヘクタールを含め、造成済みの用地180ヘクタールを引き渡す。',
          '加工工場群に電気を送る変電所に着工する。',
          '毎月最終週に、英語と日本語の通訳を付けて投資家との対話の場を設ける。',
        ),
        p(
          '地域別の詳しい数字は[投資データのページ](https://dautu.lamdong.example/so-lieu-2026-6)に掲載されている。2026年の投資促進会議は、2026年9月にダラットで開かれる予定である。',
        ),
      ],
    },
  },
}
