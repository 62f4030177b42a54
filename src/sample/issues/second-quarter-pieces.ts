/** Own pieces of the issue of Q2/2026. */
import type { Language } from '#newsroom'
import type { SampleVersion } from '../story'
import { h2, list, p, table } from '../write'

type Piece = Readonly<Record<Language, SampleVersion>>

export const FOREWORD: Piece = {
  vi: {
    title: 'Một năm nhìn ra biển',
    summary: 'Thư ngỏ của Ban Biên tập nhân một năm hợp nhất tỉnh và chín năm của Bản tin.',
    byline: 'Ban Biên tập',
    body: [
      p('Quý độc giả thân mến,'),
      p(
        'Ngày 1/7/2026, tỉnh Lâm Đồng mới tròn một tuổi. Một năm trước, trên bản đồ của chúng tôi chỉ có cao nguyên. Nay bản đồ ấy kéo xuống tận biển, với hơn 24.000 km² và 192 km bờ biển. Người trồng hoa, người trồng cà phê và người đi biển trở thành đồng hương.',
      ),
      p(
        'Số báo này kể chuyện của năm đầu tiên ấy bằng những việc cụ thể. Một thùng dâu tây đi Xin-ga-po trong 36 giờ. Một con robot đảo cà phê do học trò Di Linh làm ra. Một bản nhạc viết cho đàn đá và đàn dây. Một khu rừng được soi lại sau mười năm. Và 68 chiếc thuyền ra khơi trong tiếng chiêng của cao nguyên.',
      ),
      p(
        'Chúng tôi cũng không giấu những việc chưa xong: 14 dự án chậm tiến độ, ba con suối chưa sạch, những tấm biển chỉ đường vẫn chỉ có tiếng Việt. Giới thiệu một vùng đất với bạn bè quốc tế, theo chúng tôi, là nói điều mình làm được và cả điều mình đang học.',
      ),
      p(
        'Bản tin ra số đầu tiên vào quý III/2017. Đây là số thứ 36, in bằng ba thứ tiếng Việt, Anh, Nhật, phát miễn phí và không quảng cáo. Mỗi ý kiến của bạn đọc giúp số sau tốt hơn; địa chỉ ở trang cuối luôn có người trả lời.',
      ),
      p('Chúc quý độc giả một mùa hè an lành, và hẹn gặp ở Đà Lạt, hoặc ở biển.'),
    ],
  },
  en: {
    title: 'A year of looking out to sea',
    summary: 'A letter from the editors, one year after the merger of the province and nine years after the first bulletin.',
    byline: 'The editors',
    body: [
      p('Dear readers,'),
      p(
        'On 1 July 2026 the new Lam Dong Province will be one year old. A year ago our map showed only highlands. Now it reaches down to the sea, with more than 24,000 km² and a coastline of 192 km. Those who grow flowers, those who grow coffee and those who go to sea have become neighbours.',
      ),
      p(
        'This issue tells of that first year by things that were done. A crate of strawberries that reached Singapore in 36 hours. A robot, made by pupils of Di Linh, that turns coffee. A piece of music for lithophone and strings. A forest that was examined after ten years. And 68 boats that put to sea to the sound of highland gongs.',
      ),
      p(
        'Nor do we hide what is unfinished: 14 projects behind schedule, three streams that are not yet clean, signposts that still speak only Vietnamese. To present a place to international friends means, we believe, to tell what we have achieved and also what we are still learning.',
      ),
      p(
        'The first bulletin appeared in Q3/2017. This is the 36th; it is printed in three languages, Vietnamese, English and Japanese, free of charge and without advertising. Every comment from a reader makes the next issue better, and at the address on the last page there is always somebody who answers.',
      ),
      p('We wish you a peaceful summer, and hope to see you in Da Lat, or by the sea.'),
    ],
  },
  ja: {
    title: '海を望んで1年',
    summary: '省の合併から1年、ニュースレター創刊から9年を迎えての編集部からのごあいさつ。',
    byline: '編集部',
    body: [
      p('読者の皆様へ'),
      p(
        '2026年7月1日、新しいラムドン省は1歳になる。1年前、私たちの地図には高原しかなかった。今、その地図は海まで延び、面積は2万4000平方キロを超え、海岸線は192キロに及ぶ。花を育てる人、コーヒーを育てる人、海に出る人が、同じ郷里の仲間となった。',
      ),
      p(
        '本号は、その最初の1年を具体的な出来事で伝える。36時間でシンガポールに届いた一箱のイチゴ。ジーリンの生徒が作った、コーヒーをかき混ぜるロボット。石琴と弦楽器のための曲。10年を経て点検を受けた森。そして、高原のゴングの音に送られて沖へ出た68{隻|せき}の船である。',
      ),
      p(
        'まだ終わっていないことも隠さない。遅れている事業が14件、澄んでいない渓流が三つ、今もベトナム語しかない案内板。世界の友人に土地を紹介するとは、できたことと、学んでいる途中のことを共に語ることだと考える。',
      ),
      p(
        'ニュースレターの創刊は2017年第3四半期で、本号は36号に当たる。ベトナム語、英語、日本語の3言語で印刷し、無料で配り、広告は載せない。読者の声の一つ一つが次の号を良くする。最終ページの連絡先には、必ず返事をする者がいる。',
      ),
      p('穏やかな夏を過ごされるよう祈り、ダラットで、あるいは海辺でお会いできる日を楽しみにしている。'),
    ],
  },
}

export const FIGURES: Piece = {
  vi: {
    title: 'Sáu tháng đầu năm 2026 qua các con số',
    summary: 'Tình hình kinh tế - xã hội của tỉnh; số liệu năm 2025 được tính trên phạm vi tỉnh sau hợp nhất.',
    byline: 'Tổng hợp: Ban Biên tập',
    body: [
      table(
        'Chỉ tiêu | Sáu tháng đầu năm 2025 | Sáu tháng đầu năm 2026 | Tăng',
        'Tốc độ tăng GRDP | 7,6% | 8,4% | 0,8 điểm phần trăm',
        'Thu ngân sách nhà nước | 14.800 tỷ đồng | 17.200 tỷ đồng | 16,2%',
        'Kim ngạch xuất khẩu | 1,64 tỷ đô la Mỹ | 1,895 tỷ đô la Mỹ | 15,5%',
        'Vốn đăng ký cấp mới | 22.900 tỷ đồng | 28.400 tỷ đồng | 24%',
        'Trong đó: vốn nước ngoài | 98 triệu đô la Mỹ | 132 triệu đô la Mỹ | 34,7%',
        'Khách du lịch | 8,97 triệu lượt | 10,4 triệu lượt | 16%',
        'Trong đó: khách quốc tế | 520.000 lượt | 620.000 lượt | 19,2%',
        'Doanh nghiệp thành lập mới | 1.450 | 1.710 | 17,9%',
      ),
      h2('Hàng xuất khẩu chính'),
      table(
        'Mặt hàng | Giá trị | Tỷ trọng',
        'Cà phê | 860 triệu đô la Mỹ | 45,4%',
        'Trái cây | 310 triệu đô la Mỹ | 16,4%',
        'Alumin | 290 triệu đô la Mỹ | 15,3%',
        'Hải sản | 205 triệu đô la Mỹ | 10,8%',
        'Rau, hoa | 96 triệu đô la Mỹ | 5,1%',
        'Trà, tơ và hàng khác | 134 triệu đô la Mỹ | 7,1%',
      ),
      p(
        'Nhật Bản là thị trường lớn thứ ba của tỉnh, sau châu Âu và Trung Quốc, với 214 triệu đô la Mỹ. Số liệu sáu tháng là số ước tính; số chính thức được công bố trước ngày 15/8/2026. Tổng tỷ trọng có thể không tròn 100% do làm tròn.',
      ),
    ],
  },
  en: {
    title: 'The first half of 2026 in figures',
    summary: 'Socio-economic results of the province; figures of 2025 are those of the area of the merged province.',
    byline: 'Compiled by the editors',
    body: [
      table(
        'Indicator | First six months of 2025 | First six months of 2026 | Increase',
        'Growth of gross regional domestic product (GRDP) | 7.6% | 8.4% | 0.8 percentage points',
        'State budget revenue | VND 14.8 trillion | VND 17.2 trillion | 16.2%',
        'Export turnover | USD 1.64 billion | USD 1.895 billion | 15.5%',
        'Newly registered capital | VND 22.9 trillion | VND 28.4 trillion | 24%',
        'of which foreign capital | USD 98 million | USD 132 million | 34.7%',
        'Visitor arrivals | 8.97 million | 10.4 million | 16%',
        'of which from abroad | 520,000 | 620,000 | 19.2%',
        'Newly founded companies | 1,450 | 1,710 | 17.9%',
      ),
      h2('Main exports'),
      table(
        'Goods | Value | Share',
        'Coffee | USD 860 million | 45.4%',
        'Fruit | USD 310 million | 16.4%',
        'Alumina | USD 290 million | 15.3%',
        'Seafood | USD 205 million | 10.8%',
        'Vegetables and flowers | USD 96 million | 5.1%',
        'Tea, silk and others | USD 134 million | 7.1%',
      ),
      p(
        'Japan is the third largest market of the province, after Europe and China, with USD 214 million. Figures of the six months are estimates; final ones will be published before 15 August 2026. Shares may not add up to 100 per cent because of rounding.',
      ),
    ],
  },
  ja: {
    title: '数字で見る2026年上半期',
    summary: '省の経済社会の状況。2025年の数字は、合併後の省の範囲で集計した。',
    byline: '編集部まとめ',
    body: [
      table(
        '指標 | 2025年上半期 | 2026年上半期 | 増加',
        '域内総生産(GRDP)成長率 | 7.6％ | 8.4％ | 0.8ポイント',
        '国家予算収入 | 14兆8000億ドン | 17兆2000億ドン | 16.2％',
        '輸出額 | 16億4000万米ドル | 18億9500万米ドル | 15.5％',
        '新規登録資本 | 22兆9000億ドン | 28兆4000億ドン | 24％',
        'うち外国資本 | 9800万米ドル | 1億3200万米ドル | 34.7％',
        '観光客 | 延べ897万人 | 延べ1040万人 | 16％',
        'うち外国から | 延べ52万人 | 延べ62万人 | 19.2％',
        '新設企業 | 1450社 | 1710社 | 17.9％',
      ),
      h2('主な輸出品'),
      table(
        '品目 | 金額 | 割合',
        'コーヒー | 8億6000万米ドル | 45.4％',
        '果物 | 3億1000万米ドル | 16.4％',
        'アルミナ | 2億9000万米ドル | 15.3％',
        '海産物 | 2億500万米ドル | 10.8％',
        '野菜・花 | 9600万米ドル | 5.1％',
        '茶、絹、その他 | 1億3400万米ドル | 7.1％',
      ),
      p(
        '日本は欧州、中国に次ぐ省の3番目の市場で、2億1400万米ドルに上る。上半期の数字は推計であり、確定値は2026年8月15日までに公表される。割合の合計は、四捨五入のため100％にならないことがある。',
      ),
    ],
  },
}

export const QUESTIONS: Piece = {
  vi: {
    title: 'Sáu câu doanh nghiệp Nhật Bản hay hỏi',
    summary:
      'Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch trả lời những câu hỏi gặp nhiều nhất tại các buổi tiếp doanh nghiệp trong quý II/2026.',
    byline: 'Minh Quân ghi',
    body: [
      p(
        'Trong quý II/2026, Trung tâm tiếp 37 đoàn doanh nghiệp, trong đó có 15 đoàn Nhật Bản. Dưới đây là những câu hỏi được lặp lại nhiều nhất và câu trả lời đã được các sở liên quan xem lại.',
      ),
      h2('Nộp hồ sơ ở đâu, bằng tiếng gì?'),
      p(
        'Hồ sơ nộp tại một địa chỉ trực tuyến, bản chính bằng tiếng Việt, kèm bản tiếng Anh. Hướng dẫn bằng tiếng Nhật đang được hoàn thiện. Trong lúc chờ, phòng tiếp nhà đầu tư có ba cán bộ nói được tiếng Nhật, làm việc từ thứ hai đến thứ sáu.',
      ),
      h2('Mất bao lâu để có giấy chứng nhận đăng ký đầu tư?'),
      p(
        'Trong khu công nghiệp, thời hạn là 7 ngày làm việc; ngoài khu công nghiệp, trung bình là 11 ngày. Nếu hồ sơ thiếu, nhà đầu tư được báo một lần, bằng văn bản, nêu đủ những gì cần bổ sung.',
      ),
      h2('Đất trồng có thuê được lâu dài không?'),
      p(
        'Có ba cách thường gặp: thuê đất của Nhà nước, tối đa 50 năm; góp vốn với hợp tác xã; ký hợp đồng bao tiêu với hộ trồng. Với dự án nông nghiệp công nghệ cao, doanh nghiệp Nhật Bản thường chọn cách thứ ba cho hai vụ đầu.',
      ),
      h2('Nước và điện có ổn định không?'),
      list(
        'điện: các khu công nghiệp có hai nguồn cấp; lịch cắt điện được báo trước năm ngày;',
        'nước: mùa khô từ tháng 12 đến tháng 4 cần hồ chứa riêng, khoảng 800 m³ cho mỗi ha nhà kính;',
        'mạng: cáp quang đã tới tất cả các xã, phường.',
      ),
      h2('Người lao động có biết tiếng Nhật không?'),
      p(
        'Mỗi năm khoảng 900 người của tỉnh hoàn thành chương trình thực tập ở Nhật Bản và trở về, nhiều người làm trong nông nghiệp. Trường Đại học Đà Lạt đào tạo khoảng 120 sinh viên tiếng Nhật mỗi khóa.',
      ),
      h2('Gặp khó khăn thì gọi ai?'),
      p(
        'Gọi tổ hỗ trợ của tỉnh. Mọi câu hỏi được ghi số và trả lời trong ba ngày làm việc; câu trả lời chung, đã lược tên doanh nghiệp, được đăng trên [trang hỏi đáp](https://dautu.lamdong.example/hoi-dap). Tuần cuối mỗi tháng có buổi gặp trực tiếp tại Đà Lạt hoặc Phan Thiết.',
      ),
    ],
  },
  en: {
    title: 'Six questions that Japanese companies ask',
    summary:
      'The Investment, Trade and Tourism Promotion Centre answers the questions heard most often at its meetings with companies in Q2/2026.',
    byline: 'Recorded by Minh Quan',
    body: [
      p(
        'In Q2/2026 the Centre received 37 groups of companies, 15 of them from Japan. Here are the questions that came up most often, with answers that the departments concerned have reviewed.',
      ),
      h2('Where do we apply, and in which language?'),
      p(
        'Applications are filed at one address online, the original in Vietnamese with an English version. Guidance in Japanese is being completed. Meanwhile the office that receives investors has three officials who speak Japanese, on duty from Monday to Friday.',
      ),
      h2('How long does an investment registration certificate take?'),
      p(
        'In an industrial park the limit is 7 working days; outside industrial parks the average is 11 days. If papers are missing, the investor is told once, in writing, of everything that has to be added.',
      ),
      h2('Can farmland be leased for a long time?'),
      p(
        'There are three usual ways: a lease from the State, for 50 years at most; a joint venture with a cooperative; a purchase contract with growers. For projects in high-tech agriculture, Japanese companies usually choose the third for the first two seasons.',
      ),
      h2('Are water and power reliable?'),
      list(
        'power: industrial parks have two sources; cuts are announced five days ahead;',
        'water: in the dry season, from December to April, a reservoir of your own is needed, about 800 m³ for each ha of greenhouse;',
        'network: optical fibre has reached all communes and wards.',
      ),
      h2('Do workers know Japanese?'),
      p(
        'Every year about 900 people of the province complete traineeships in Japan and return, many of them to work in agriculture. Da Lat University trains about 120 students of Japanese in each intake.',
      ),
      h2('Whom do we call when there is trouble?'),
      p(
        'The support team of the province. Every question is numbered and answered within three working days; answers of general interest, without the names of companies, are published on [the questions page](https://dautu.lamdong.example/hoi-dap). In the last week of every month there is a meeting in Da Lat or Phan Thiet.',
      ),
    ],
  },
  ja: {
    title: '日本企業からよく聞かれる六つの質問',
    summary: '投資・貿易・観光促進センターが、2026年第2四半期の企業との面談で最も多かった質問に答える。',
    byline: '聞き手：ミン・クアン',
    body: [
      p(
        'センターは2026年第2四半期に企業団37組を迎え、うち15組が日本からだった。繰り返し寄せられた質問と、関係各局が確認した回答を紹介する。',
      ),
      h2('どこに、何語で申請するのか'),
      p(
        '申請はオンラインの一つの窓口で受け付ける。正本はベトナム語で、英語版を添える。日本語の手引は仕上げの段階にある。それまでの間、投資家の応対窓口には日本語を話す職員が3人おり、月曜日から金曜日まで対応する。',
      ),
      h2('投資登録証明書の交付までどのくらいかかるのか'),
      p(
        '工業団地の中では7営業日以内、工業団地の外では平均11日である。書類に不足があれば、補うべきもの全てを記した文書で、1回だけ投資家に知らせる。',
      ),
      h2('農地は長期に借りられるのか'),
      p(
        'よくある方法は三つある。国からの借地（最長50年）、協同組合との合弁、栽培農家との買い取り契約である。ハイテク農業の事業では、日本企業は最初の2季に三つ目の方法を選ぶことが多い。',
      ),
      h2('水と電気は安定しているのか'),
      list(
        '電気　工業団地には二つの供給源がある。停電は5日前に知らせる。',
        '水　12月から4月までの乾期には自前の貯水池が要る。温室1ヘクタール当たり約800立方メートルである。',
        '通信　光ファイバーは全ての村と区に届いている。',
      ),
      h2('働き手は日本語を話せるのか'),
      p(
        '省からは毎年約900人が日本での{技能|ぎのう}実習を終えて帰国し、多くが農業に携わる。ダラット大学では、1学年約120人が日本語を学ぶ。',
      ),
      h2('困ったときは誰に連絡するのか'),
      p(
        '省の支援班に連絡する。質問には番号を付け、3営業日以内に答える。企業名を除いた共通の回答は[質問のページ](https://dautu.lamdong.example/hoi-dap)に掲載される。毎月最終週には、ダラットまたはファンティエットで面談の場を設ける。',
      ),
    ],
  },
}

export const JOURNEY: Piece = {
  vi: {
    title: 'Ba ngày từ hoa xuống biển',
    summary:
      'Một hành trình dành cho người đến Lâm Đồng lần đầu: hai đêm, 160 km đường đèo, không chặng nào quá bốn giờ, đi được bằng xe công cộng.',
    byline: 'Minh Quân',
    body: [
      p(
        'Bạn đọc ở nước ngoài thường hỏi chúng tôi: có ba ngày thì nên đi đâu? Câu trả lời của năm nay khác năm trước, vì trong cùng một tỉnh bây giờ có cả rừng thông lẫn bãi biển. Hành trình dưới đây do hai hướng dẫn viên ở Đà Lạt và Phan Thiết cùng soạn, đã được bốn nhóm khách Nhật Bản đi thử trong tháng 5/2026.',
      ),
      h2('Ngày thứ nhất: phố trong sương'),
      p(
        'Buổi sáng, đi bộ một vòng hồ Xuân Hương, dài 5 km, rồi ghé Ga Đà Lạt. Buổi trưa, ăn ở chợ Đà Lạt: bánh căn, canh atisô, dâu tây theo mùa. Buổi chiều, đến Trung tâm Lưu trữ quốc gia IV xem Mộc bản triều Nguyễn; có thuyết minh bằng tiếng Anh và bản tóm tắt bằng tiếng Nhật. Còn thời gian, nên ghé Bảo tàng Lâm Đồng, mở cửa đến 17 giờ, nghỉ thứ hai.',
      ),
      p(
        'Tối thứ bảy tuần cuối của tháng, bên hồ có nhạc. Những tối khác, nên đi ngủ sớm: sáng hôm sau, biển mây chỉ hiện ra từ 5 giờ 30 đến 6 giờ 30.',
      ),
      h2('Ngày thứ hai: rừng, trà và thác'),
      p(
        'Đi xuyên Khu du lịch quốc gia hồ Tuyền Lâm bằng thuyền chèo tay, lên Thiền viện Trúc Lâm, rồi xuống đèo Prenn. Ai thích đi xa hơn có thể rẽ vào thác Pongour, nơi nước đổ qua bảy tầng đá; mùa này nước đầy, đường trơn, nên đi giày có gai.',
      ),
      list(
        'buổi trưa: cơm niêu với rau Đà Lạt ở xã Hiệp Thạnh;',
        'buổi chiều: vườn cà phê, tự tay rang 200 g mang về;',
        'buổi tối: xe buýt đêm xuống Phan Thiết (từ ngày 1/7/2026), hoặc ngủ lại và đi chuyến 6 giờ sáng.',
      ),
      h2('Ngày thứ ba: cát và sóng'),
      p(
        'Đồi cát Mũi Né đẹp nhất trước 8 giờ. Sau đó là chợ cá ở bến, nơi người bán nói giá bằng ngón tay; làng nước mắm, mùi nồng nhưng câu chuyện hay; và biển. Chiều, người đi tàu về Thành phố Hồ Chí Minh lên ga lúc 13 giờ; người quay lại Đà Lạt bay đi từ sân bay Liên Khương còn kịp ăn một bữa tối bên bãi.',
      ),
      h2('Chi phí cho một người'),
      table(
        'Khoản chi | Số tiền',
        'Chỗ ở, hai đêm | 1.300.000 đồng',
        'Ăn uống | 900.000 đồng',
        'Đi lại trong tỉnh | 650.000 đồng',
        'Vé, hướng dẫn viên | 350.000 đồng',
        'Tổng cộng | 3.200.000 đồng',
      ),
      p(
        'Giá trên là mức trung bình tháng 6/2026, chưa kể vé máy bay. Nên mang áo ấm: cùng một ngày, Đà Lạt 17 độ C, Mũi Né 31 độ C. Bản đồ, số điện thoại khẩn cấp và mẫu câu tiếng Việt bằng phiên âm có trên [trang Biển và hoa](https://bienvahoa.lamdong.example/ba-ngay).',
      ),
    ],
  },
  en: {
    title: 'Three days from the flowers to the sea',
    summary:
      'A journey for those who come to Lam Dong for the first time: two nights, 160 km of mountain road, no stage longer than four hours, all of it by public transport.',
    byline: 'Minh Quan',
    body: [
      p(
        'Readers abroad often ask us: with three days, where should one go? This year’s answer differs from last year’s, for one province now has both pine forests and beaches. The journey below was put together by two guides in Da Lat and Phan Thiet, and four groups of Japanese visitors tried it in May 2026.',
      ),
      h2('The first day: a town in the mist'),
      p(
        'In the morning, walk around Xuan Huong Lake, which takes 5 km, and call at Da Lat Railway Station. For lunch go to Da Lat Market: rice cakes, artichoke soup, strawberries in season. In the afternoon see the Nguyen Dynasty woodblocks at the National Archives Centre IV, with explanations in English and a summary in Japanese. If there is time, visit Lam Dong Museum, open until 17:00 and closed on Mondays.',
      ),
      p(
        'On the evening of the last Saturday of the month there is music by the lake. On other evenings go to bed early: next morning the sea of clouds shows itself only from 5:30 to 6:30.',
      ),
      h2('The second day: forest, tea and waterfall'),
      p(
        'Cross the Tuyen Lam Lake National Tourist Area in a rowing boat, climb to Truc Lam Zen Monastery and go down Prenn Pass. Those who like to go further may turn off to Pongour Waterfall, where the water drops over seven steps of rock; at this season it is full and the path is slippery, so wear shoes that grip.',
      ),
      list(
        'for lunch: rice in a clay pot with Da Lat vegetables in Hiep Thanh commune;',
        'in the afternoon: a coffee garden, where you roast 200 g to take home;',
        'in the evening: the night bus to Phan Thiet (from 1 July 2026), or a night’s sleep and the bus at 6:00.',
      ),
      h2('The third day: sand and waves'),
      p(
        'The dunes of Mui Ne are at their best before 8:00. Then there is the fish market at the quay, where prices are told on the fingers; the fish sauce village, with a strong smell and a good story; and the sea. In the afternoon, those who take the train to Ho Chi Minh City should be at the station at 13:00; those who return to Da Lat and fly from Lien Khuong Airport still have time for dinner on the beach.',
      ),
      h2('Costs for one person'),
      table(
        'Item | Amount',
        'Lodging, two nights | VND 1,300,000',
        'Food and drink | VND 900,000',
        'Transport in the province | VND 650,000',
        'Tickets and guide | VND 350,000',
        'Total | VND 3,200,000',
      ),
      p(
        'These are average prices of June 2026, without air fares. Bring something warm: on one and the same day it may be 17 degrees C in Da Lat and 31 degrees C in Mui Ne. A map, emergency numbers and phrases of Vietnamese in phonetic spelling are on [the Sea and Flowers site](https://bienvahoa.lamdong.example/ba-ngay).',
      ),
    ],
  },
  ja: {
    title: '花から海へ、3日間の旅',
    summary:
      'ラムドン省を初めて訪れる人のための旅程。2泊で160キロの峠道をたどり、どの区間も4時間以内、全て公共交通で回ることができる。',
    byline: 'ミン・クアン',
    body: [
      p(
        '国外の読者からよく、3日あればどこへ行けばよいかと尋ねられる。今年の答えは去年とは違う。一つの省に、松林も砂浜もあるからだ。以下の旅程はダラットとファンティエットの2人のガイドが共に作り、2026年5月に日本からの旅行者4組が試した。',
      ),
      h2('1日目　霧の街'),
      p(
        '朝は1周5キロのスアンフオン湖を歩き、ダラット駅に立ち寄る。昼はダラット市場で、米粉の焼き菓子バインカン、アーティチョークのスープ、季節のイチゴを味わう。午後は第4国家公文書館でグエン朝の木版を見る。英語の解説と日本語の要約がある。時間があれば、17時まで開いているラムドン博物館（月曜日休館）も訪ねたい。',
      ),
      p(
        '月の最終土曜日の晩は、湖畔で音楽が聞ける。ほかの晩は早く休むとよい。翌朝の雲海が現れるのは、5時30分から6時30分までだけである。',
      ),
      h2('2日目　森と茶と滝'),
      p(
        'トゥエンラム湖国家観光区を手こぎの舟で渡り、竹林禅院に登り、プレン峠を下る。足を延ばしたい人は、七段の岩を水が落ちるポングール滝へ。この季節は水が多く、道が{滑|すべ}りやすいので、底の凹凸が深い靴がよい。',
      ),
      list(
        '昼　ヒエップタイン村で、ダラットの野菜を添えた土鍋のご飯',
        '午後　コーヒー園で、持ち帰り用の豆200グラムを自分で{焙煎|ばいせん}',
        '夜　夜行バス（2026年7月1日から）でファンティエットへ。または1泊し、朝6時の便に乗る',
      ),
      h2('3日目　砂と波'),
      p(
        'ムイネーの砂丘は8時前が最も美しい。続いて、売り手が指で値を示す岸壁の魚市場、においは強いが話の面白い魚醤の村、そして海へ。午後、列車でホーチミン市に戻る人は13時に駅へ。ダラットに引き返し、リエンクオン空港から飛ぶ人には、浜辺で夕食を取る時間がある。',
      ),
      h2('1人当たりの費用'),
      table(
        '項目 | 金額',
        '宿泊（2泊） | 130万ドン',
        '飲食 | 90万ドン',
        '省内の交通 | 65万ドン',
        '入場料、ガイド | 35万ドン',
        '合計 | 320万ドン',
      ),
      p(
        '金額は2026年6月の平均で、航空券は含まない。暖かい上着を持っていくとよい。同じ日でも、ダラットは17度、ムイネーは31度のことがある。地図、緊急の電話番号、発音を付けたベトナム語の例文は[「海と花」のサイト](https://bienvahoa.lamdong.example/ba-ngay)にある。',
      ),
    ],
  },
}

export const PHOTO_PAGE: Piece = {
  vi: {
    title: 'Bàn tay làm nên mùa',
    summary: 'Trà, cà phê, tơ, thổ cẩm, tiếng chiêng: sáu góc nhìn của hai phóng viên ảnh trong quý II/2026.',
    byline: 'Ảnh: Hoài Thu, Minh Quân',
    body: [
      p(
        'Không có bức ảnh nào ở đây chụp người, nhưng ở đâu cũng có bàn tay người: luống trà vừa đốn, mẻ kén vừa gỡ, tấm vải còn nằm trên khung, chiếc chiêng vừa treo lại sau buổi tập.',
      ),
    ],
  },
  en: {
    title: 'The hands that make a season',
    summary: 'Tea, coffee, silk, brocade, the sound of gongs: six views by two photographers in Q2/2026.',
    byline: 'Photos: Hoai Thu, Minh Quan',
    body: [
      p(
        'None of these pictures shows a person, and yet there are hands in all of them: a row of tea just pruned, a tray of cocoons just gathered, a cloth still on the loom, a gong hung up again after practice.',
      ),
    ],
  },
  ja: {
    title: '季節を作る手',
    summary: '茶、コーヒー、絹、錦織り、ゴングの響き。2人の記者が2026年第2四半期に捉えた六つの風景。',
    byline: '写真：ホアイ・トゥー、ミン・クアン',
    body: [
      p(
        'どの写真にも人は写っていないが、どこにも人の手がある。{刈|か}り込んだばかりの茶の列、集めたばかりの繭、機に張られたままの布、稽古の後に掛け直されたゴング。',
      ),
    ],
  },
}

export const CALENDAR: Piece = {
  vi: {
    title: 'Lịch sự kiện quý III/2026',
    summary: 'Ngày, nơi và ngôn ngữ phục vụ; lịch có thể thay đổi theo thời tiết.',
    byline: '',
    body: [
      table(
        'Ngày | Sự kiện | Địa điểm | Ngôn ngữ',
        '1/7/2026 | Mở tuyến xe buýt đêm Đà Lạt - Phan Thiết | hai bến xe | Việt, Anh',
        '11/7/2026 | Ngày hội trái cây | xã Đạ Huoai | Việt',
        '25/7/2026 | Đêm nhạc bên hồ | hồ Xuân Hương | Việt, Anh, Nhật',
        '31/7/2026 | Hạn góp ý báo cáo về Khu dự trữ sinh quyển thế giới Langbiang | trực tuyến | Việt, Anh',
        '8/8/2026 | Giải chạy đường rừng | núi Langbiang | Việt, Anh',
        '2/9/2026 | Lễ Quốc khánh, bắn pháo hoa | Quảng trường Lâm Viên, Phan Thiết | Việt',
        '14/9/2026 | Khai giảng học kỳ chung với Nagano | Trường Đại học Đà Lạt | Việt, Anh, Nhật',
        '18/9/2026 | Hội nghị xúc tiến đầu tư năm 2026 | Đà Lạt | Việt, Anh, Nhật',
        '25/9/2026 | Đêm Trung thu, rước đèn | các xã, phường | Việt',
      ),
      p('Lịch cập nhật và bản đồ đường đi có trên [trang Lịch sự kiện](https://lich.lamdong.example/2026-3).'),
    ],
  },
  en: {
    title: 'Calendar of Q3/2026',
    summary: 'Days, places and languages of service; dates may change with the weather.',
    byline: '',
    body: [
      table(
        'Date | Event | Place | Languages',
        '1 July 2026 | First night bus between Da Lat and Phan Thiet | both bus stations | vi, en',
        '11 July 2026 | Fruit fair | Da Huoai commune | vi',
        '25 July 2026 | Night of music by the lake | Xuan Huong Lake | vi, en, ja',
        '31 July 2026 | Last day for comments on the report on the Langbiang World Biosphere Reserve | online | vi, en',
        '8 August 2026 | Forest trail run | Langbiang Mountain | vi, en',
        '2 September 2026 | National Day, fireworks | Lam Vien Square, Phan Thiet | vi',
        '14 September 2026 | Opening of the joint semester with Nagano | Da Lat University | vi, en, ja',
        '18 September 2026 | Investment promotion conference of 2026 | Da Lat | vi, en, ja',
        '25 September 2026 | Mid-Autumn night, lantern procession | communes and wards | vi',
      ),
      p('The current calendar and maps are on [the events page](https://lich.lamdong.example/2026-3).'),
    ],
  },
  ja: {
    title: '2026年第3四半期の行事',
    summary: '日付、場所、対応する言語。天候により変更になることがある。',
    byline: '',
    body: [
      table(
        '日付 | 行事 | 場所 | 言語',
        '2026年7月1日 | ダラット・ファンティエット夜行バス運行開始 | 両バスターミナル | 越、英',
        '2026年7月11日 | 果物まつり | ダフオアイ村 | 越',
        '2026年7月25日 | 湖畔の音楽の夜 | スアンフオン湖 | 越、英、日',
        '2026年7月31日 | ランビアン世界生物圏保護区の報告書への意見募集締め切り | オンライン | 越、英',
        '2026年8月8日 | 林道ランニング大会 | ランビアン山 | 越、英',
        '2026年9月2日 | 建国記念日、花火 | ラムビエン広場、ファンティエット | 越',
        '2026年9月14日 | 長野との合同学期の開講 | ダラット大学 | 越、英、日',
        '2026年9月18日 | 2026年投資促進会議 | ダラット | 越、英、日',
        '2026年9月25日 | 中秋の夜、ちょうちん行列 | 各地の村と区 | 越',
      ),
      p('最新の日程と地図は[行事のページ](https://lich.lamdong.example/2026-3)に掲載されている。'),
    ],
  },
}
