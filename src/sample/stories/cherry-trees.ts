import type { SampleStory } from '../story'
import { figure, h2, list, p, quote, table } from '../write'

export const cherryTrees: SampleStory = {
  key: 'cherry-trees',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['foreign-affairs'],
  author: 'reporter',
  topics: ['japan', 'flowers', 'cooperation'],
  places: ['Đà Lạt'],
  channels: null,
  source: 'vi',
  lead: 'cherry-saplings',
  state: { vi: 'released', en: 'released', ja: 'released' },
  versions: {
    vi: {
      title: 'Ba trăm cây anh đào của Asahino bén rễ trên đất Đà Lạt',
      summary:
        'Thành phố Asahino (Nagano, Nhật Bản) tặng Lâm Đồng 300 cây anh đào con; 180 cây đầu tiên được trồng ngày 22/5/2026 quanh hồ Xuân Hương và hồ Tuyền Lâm.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Sáng 22/5/2026, trong cơn mưa đầu mùa, hơn 200 người cầm xẻng đứng dọc bờ hồ Xuân Hương. Học sinh tiểu học, người bán hàng rong, đoàn khách 24 người từ Nhật Bản; mỗi nhóm bốn người nhận một cây anh đào cao chừng 1,2 m, buộc thẻ tên bằng gỗ.',
        ),
        p(
          'Đó là món quà của thành phố Asahino, vùng Nagano, Nhật Bản, nhân dịp Sở Ngoại vụ Lâm Đồng và Asahino ký thỏa thuận giao lưu văn hóa giai đoạn 2026 - 2030. Trong 300 cây con được tặng, 180 cây trồng đợt đầu, 120 cây còn lại được chăm trong vườn ươm đến mùa mưa năm 2027.',
        ),
        figure('flower-greenhouse', 'vi'),
        h2('Vì sao phải chờ sáu năm'),
        p(
          'Ý tưởng có từ năm 2020, nhưng anh đào Nhật Bản cần mùa đông lạnh để ra hoa, mà Đà Lạt thì không có tuyết. Các nhà vườn hai bên ghép mắt anh đào lên gốc mai anh đào, loài cây bản địa đã quen với đất đỏ và mưa cao nguyên. Bốn giống được thử trong sáu năm:',
        ),
        table(
          'Giống | Số cây thử | Tỷ lệ sống | Ra hoa',
          'Kawazu | 60 | 88% | tháng 1',
          'Kanhi | 60 | 92% | tháng 1, tháng 2',
          'Yoko | 40 | 71% | tháng 2',
          'Somei Yoshino | 40 | 23% | không',
        ),
        p(
          'Hai giống Kawazu và Kanhi được chọn. Theo tính toán, cây trồng năm nay sẽ cho lứa hoa đầu vào đầu năm 2029, sớm hơn mai anh đào khoảng mười ngày. Nhờ vậy, mùa hoa quanh hồ có thể kéo dài thành sáu tuần.',
        ),
        h2('Mỗi cây có người trông'),
        p(
          'Cây tặng thường chết vì sau lễ trồng không ai nhớ đến. Lần này, từng cây có một bản cam kết dài một trang, ghi tên nhóm chăm sóc trong ba năm đầu. Phần việc được chia rõ:',
        ),
        list(
          'người dân: tưới hai lần mỗi tuần trong mùa khô, nhổ cỏ quanh gốc;',
          'đội công viên: bón phân, tỉa cành, chống đổ trước mùa bão;',
          'chuyên gia Asahino: mỗi năm sang một lần, vào tháng 11, xem bệnh và dạy ghép.',
        ),
        quote(
          '“Ở quê tôi, người trồng anh đào ít khi được ngồi dưới bóng cây mình trồng. Chúng tôi trồng cho cháu. Ở Đà Lạt, tôi thấy các cháu cầm xẻng, nên rất yên lòng”, ông Maruyama Kenji, 73 tuổi, thợ vườn của đoàn Asahino, nói.',
        ),
        h2('Chiều ngược lại'),
        p(
          'Đáp lại, Lâm Đồng tặng Asahino 50 gốc phong lan và mở một góc hoa Đà Lạt trong nhà kính của công viên thành phố. Từ ngày 1/10/2026, mười người trồng hoa trẻ của hai bên sẽ đổi chỗ cho nhau, mỗi đợt ba tháng; chi phí 1,8 triệu yên do một quỹ giao lưu ở Nagano tài trợ.',
        ),
        p(
          'Theo Sở Ngoại vụ, hai bên sẽ cùng tổ chức tuần lễ hoa vào tháng 2/2027. Bản đồ 180 cây, kèm tên nhóm chăm sóc và ảnh chụp từng quý, được cập nhật trên [trang Vườn anh đào](https://vuonanhdao.dalat.example/ban-do).',
        ),
      ],
    },
    en: {
      title: 'Three hundred cherry trees from Asahino take root in Da Lat',
      summary:
        'The city of Asahino (Nagano, Japan) has given Lam Dong 300 young cherry trees; the first 180 were planted around Xuan Huong Lake and Tuyen Lam Lake on 22 May 2026.',
      byline: 'Hoai Thu',
      body: [
        p(
          'On the morning of 22 May 2026, in the first rain of the season, more than 200 people with spades stood along the shore of Xuan Huong Lake: primary school pupils, street vendors, a party of 24 guests from Japan. Each group of four received a cherry tree about 1.2 m high with a wooden name tag.',
        ),
        p(
          'The trees are a gift from the city of Asahino, in the Nagano region of Japan, on the occasion of an agreement on cultural exchange in 2026 - 2030 between the Department of Foreign Affairs of Lam Dong and Asahino. Of the 300 young trees, 180 were planted in the first round; the other 120 remain in the nursery until the rainy season of 2027.',
        ),
        figure('flower-greenhouse', 'en'),
        h2('Why it took six years'),
        p(
          'The idea dates from 2020, but the cherries of Japan need a cold winter to flower, and Da Lat has no snow. Gardeners of both sides grafted them on stocks of the Da Lat cherry blossom, a native tree used to red soil and highland rain. Four varieties were tried for six years:',
        ),
        table(
          'Variety | Trees tried | Survival | Flowering',
          'Kawazu | 60 | 88% | January',
          'Kanhi | 60 | 92% | January, February',
          'Yoko | 40 | 71% | February',
          'Somei Yoshino | 40 | 23% | none',
        ),
        p(
          'Kawazu and Kanhi were chosen. The trees planted this year are expected to bear their first flowers early in 2029, about ten days before the Da Lat cherry blossom. In this way the season of flowers around the lake may last six weeks.',
        ),
        h2('Somebody looks after every tree'),
        p(
          'Trees that are given often die because nobody remembers them after the ceremony. This time each tree has a written promise, one page long, with the names of those who will care for it in the first three years. The work is clearly divided:',
        ),
        list(
          'residents: watering twice a week in the dry season, weeding around the trunk;',
          'the parks team: fertilising, pruning, supporting the trees before the storms;',
          'experts from Asahino: one visit a year, in November, to look for disease and teach grafting.',
        ),
        quote(
          '“Where I come from, those who plant cherries seldom sit in the shade of their own trees. We plant for our grandchildren. In Da Lat I saw the grandchildren holding the spades, and my mind is at rest,” said Maruyama Kenji, 73, a gardener of the Asahino party.',
        ),
        h2('In the other direction'),
        p(
          'In return, Lam Dong is giving Asahino 50 orchids and opening a corner of Da Lat flowers in the greenhouse of the city’s park. From 1 October 2026, ten young flower growers of the two sides will change places for three months at a time; the cost of JPY 1.8 million is borne by an exchange fund in Nagano.',
        ),
        p(
          'According to the Department of Foreign Affairs, the two sides will hold a flower week together in February 2027. A map of the 180 trees, with the names of their guardians and a photograph every quarter, is kept up to date on [the Cherry Garden site](https://vuonanhdao.dalat.example/ban-do).',
        ),
      ],
    },
    ja: {
      title: '朝日野の桜300本、ダラットの地に根を下ろす',
      summary:
        '朝日野市（長野、日本）がラムドン省に桜の苗木300本を贈り、最初の180本が2026年5月22日、スアンフオン湖とトゥエンラム湖の周りに植えられた。',
      byline: 'ホアイ・トゥー',
      body: [
        p(
          '2026年5月22日の朝、雨期の最初の雨の中、200人余りがスコップを手にスアンフオン湖の岸に並んだ。小学生、行商の人、日本から訪れた24人の一行。4人が一組となり、木の名札を付けた高さ1.2メートルほどの桜の苗木を1本ずつ受け取った。',
        ),
        p(
          'ラムドン省外務局と、長野の{朝日野|あさひの}市が2026～2030年の文化交流に関する合意書に署名したのを記念し、同市から贈られた苗木である。300本のうち180本を今回植え、残る120本は2027年の雨期まで苗畑で育てる。',
        ),
        figure('flower-greenhouse', 'ja'),
        h2('なぜ6年かかったのか'),
        p(
          '構想は2020年にさかのぼる。しかし日本の桜が咲くには寒い冬が要り、ダラットには雪が降らない。双方の園芸家は、高原の赤土と雨に慣れた在来のダラット桜（マイアインダオ）を台木に、桜を接ぎ木した。6年をかけ、四つの品種を試した。',
        ),
        table(
          '品種 | 試験本数 | 生存率 | 開花',
          '河津桜 | 60 | 88％ | 1月',
          '寒緋桜 | 60 | 92％ | 1月、2月',
          '陽光 | 40 | 71％ | 2月',
          '染井吉野 | 40 | 23％ | なし',
        ),
        p(
          '選ばれたのは河津桜と{寒緋桜|かんひざくら}の二つである。今年植えた木は2029年の初めに最初の花を付け、ダラット桜（マイアインダオ）より約10日早く咲く見込みである。これにより、湖の周りの花の季節は6週間に延びる。',
        ),
        h2('1本ごとに見守る人'),
        p(
          '贈られた木は、植樹式の後に忘れられて枯れることが多い。今回は1本ごとに、最初の3年間の世話をする人の名を記した1ページの誓約書がある。仕事の分担もはっきりしている。',
        ),
        list(
          '住民は、乾期に週2回水をやり、根元の草を取る。',
          '公園の係は、肥料をやり、枝を切り、嵐の季節の前に支柱を立てる。',
          '朝日野の専門家は、毎年1回、11月に訪れて病気を調べ、接ぎ木を教える。',
        ),
        quote(
          '「私の故郷では、桜を植えた人がその木陰に座れることはめったにない。孫のために植える。ダラットでは孫たちがスコップを握っていた。だから安心している」と、一行の庭師、{丸山健治|まるやまけんじ}さん（73）は話す。',
        ),
        h2('ラムドンからの贈り物'),
        p(
          'お返しに、ラムドン省は朝日野市にラン50株を贈り、市の公園の温室に「ダラットの花」の一角を設ける。2026年10月1日からは、双方の若い花農家10人が3カ月ずつ互いの地で働く。費用の180万円は、長野の交流基金が負担する。',
        ),
        p(
          '外務局によると、双方は2027年2月に花の週間を共に開く。180本の地図は、世話をする人の名と四半期ごとの写真を添えて、[桜の園のサイト](https://vuonanhdao.dalat.example/ban-do)で更新されている。',
        ),
      ],
    },
  },
}
