import type { SampleStory } from '../story'
import { h2, list, p, quote, steps } from '../write'

export const roboticsTeam: SampleStory = {
  key: 'robotics-team',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['press'],
  author: 'reporter',
  topics: ['education', 'coffee'],
  places: ['Di Linh', 'Đà Lạt'],
  channels: null,
  source: 'vi',
  lead: 'students',
  state: { vi: 'released', en: 'released', ja: 'released' },
  versions: {
    vi: {
      title: 'Từ sân phơi cà phê đến Busan: đội robot của học trò Di Linh',
      summary:
        'Robot đảo cà phê của chín học sinh ở xã Di Linh giành giải nhì Cuộc thi Robot học đường châu Á ngày 23/5/2026 tại Busan, Hàn Quốc, giữa 64 đội của 14 nước và vùng lãnh thổ.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Con robot cao 42 cm, nặng 11 kg, làm bằng nhôm cũ và mô-tơ tháo từ máy cắt cỏ. Nó đi dọc sân phơi, đảo lớp cà phê dày 4 cm, đo độ ẩm rồi tự chọn đường đi tiếp. Khi trời sắp mưa, nó kéo bạt.',
        ),
        p(
          'Ngày 23/5/2026, tại Busan (Hàn Quốc), robot ấy cùng chín học sinh Trường Trung học phổ thông Đồi Xanh, xã Di Linh, giành giải nhì Cuộc thi Robot học đường châu Á. Cuộc thi có 64 đội của 14 nước và vùng lãnh thổ; đây là lần đầu tiên một đội của Lâm Đồng vào vòng chung kết.',
        ),
        h2('Đề bài ở ngay sau nhà'),
        p(
          'Năm 2024, thầy Cao Xuân Lâm, giáo viên vật lý, giao cho câu lạc bộ một bài tập: tìm việc nặng nhất trong nhà mình. Bảy trong chín em cùng viết một câu trả lời. Mùa thu hoạch, cả nhà phải thay nhau đảo cà phê, cứ 45 phút một lần, suốt 12 ngày.',
        ),
        p('Nhóm làm việc lần lượt theo 5 bước, lặp lại cho đến khi người dùng không còn phàn nàn:'),
        steps(
          'Đứng đảo cà phê trọn một ngày, ghi lại từng động tác.',
          'Vẽ máy trên giấy, làm mô hình bằng bìa.',
          'Lắp bản chạy thử, giá không quá 6 triệu đồng.',
          'Cho bà con mượn về dùng một tuần.',
          'Nghe chê, tháo ra, làm lại.',
        ),
        p(
          'Bản robot đưa đi thi là bản thứ mười bảy. So với đảo bằng tay, nó tiết kiệm sáu giờ công mỗi ngày cho một sân 200 m², và cà phê khô đều hơn: độ ẩm giữa các góc sân chênh nhau chưa đến 1,5%.',
        ),
        h2('Học cả cách nói'),
        p(
          'Khó nhất không phải là lập trình mà là trình bày. Thể lệ cho mỗi đội bảy phút bằng tiếng Anh và 15 phút trả lời câu hỏi. Sinh viên Trường Đại học Đà Lạt lên Di Linh mỗi chiều thứ bảy, giúp các em luyện nói; một nhóm kỹ sư Nhật Bản góp ý trực tuyến về an toàn điện.',
        ),
        quote(
          '“Giám khảo hỏi máy của các em có bán được không. Các em trả lời: thưa thầy, 23 nhà trong xã đang mượn, chưa nhà nào chịu trả. Cả hội trường cười, và tôi biết là mình đã thắng”, thầy Lâm kể.',
        ),
        h2('Sau giải thưởng'),
        p(
          'Tiền thưởng 5.000 đô la Mỹ được cả đội góp vào xưởng chung của trường. Bản vẽ được công bố miễn phí; một hợp tác xã trồng cà phê Di Linh đã đặt 40 máy cho vụ cuối năm. Theo Sở Giáo dục và Đào tạo, từ năm học 2026 - 2027 tỉnh sẽ:',
        ),
        list(
          'mở 25 câu lạc bộ robot ở các xã, phường, mỗi nơi một bộ dụng cụ trị giá 60 triệu đồng;',
          'tập huấn cho 75 giáo viên;',
          'tổ chức ngày hội kỹ thuật của học sinh vào tháng 3 hằng năm, có đội khách mời từ Nhật Bản và Hàn Quốc.',
        ),
        p(
          'Tên và hình ảnh của học sinh không được đăng theo nguyện vọng của gia đình. Bản vẽ, phần mềm và đoạn phim chạy thử có trên [trang của câu lạc bộ](https://robot.dilinh.example/dao-ca-phe); hướng dẫn lắp ráp bằng tiếng Anh và tiếng Nhật sẽ hoàn thành trước ngày 31/8/2026.',
        ),
      ],
    },
    en: {
      title: 'From the drying yard to Busan: the robotics team of Di Linh',
      summary:
        'A coffee-turning robot made by nine pupils in Di Linh commune won second prize at the Asian School Robotics Contest in Busan, Republic of Korea, on 23 May 2026, among 64 teams from 14 countries and territories.',
      byline: 'Hoai Thu',
      body: [
        p(
          'The robot is 42 cm high, weighs 11 kg and is made of old aluminium and a motor taken from a lawn mower. It walks along the drying yard, turns a layer of coffee 4 cm deep, measures the moisture and chooses where to go next. When rain is near, it pulls the tarpaulin over.',
        ),
        p(
          'On 23 May 2026 in Busan (Republic of Korea), this robot and the nine pupils of Doi Xanh Upper Secondary School in Di Linh commune won second prize at the Asian School Robotics Contest. There were 64 teams from 14 countries and territories; it was the first time that a team from Lam Dong had reached the final.',
        ),
        h2('A subject behind the house'),
        p(
          'In 2024 Cao Xuan Lam, a teacher of physics, gave the club an exercise: find the heaviest work in your own home. Seven of the nine wrote the same answer. In the harvest season the whole family take turns at turning the coffee, every 45 minutes, for 12 days.',
        ),
        p('The group works in five steps, repeated until the users no longer complain:'),
        steps(
          'Stand and turn coffee for a whole day, and write down every movement.',
          'Draw the machine on paper and make a model in cardboard.',
          'Build a prototype that costs no more than VND 6 million.',
          'Lend it to the neighbours for a week.',
          'Listen to the criticism, take it apart, start again.',
        ),
        p(
          'The robot that went to the contest was the seventeenth. Compared with turning by hand, it saves six hours of work a day on a yard of 200 m², and the coffee dries more evenly: the moisture differs by less than 1.5 per cent between the corners of the yard.',
        ),
        h2('Learning to speak, too'),
        p(
          'The hardest part was not the programming but the presentation. The rules give each team seven minutes in English and 15 minutes for questions. Students of Da Lat University came to Di Linh every Saturday afternoon to help them practise; a group of Japanese engineers gave advice online on electrical safety.',
        ),
        quote(
          '“The judge asked whether the machine would sell. They replied: sir, 23 families in the commune have borrowed it, and not one is willing to give it back. The whole hall laughed, and I knew that we had won,” said Mr Lam.',
        ),
        h2('After the prize'),
        p(
          'The prize of USD 5,000 went into the workshop of the school. The drawings have been published free of charge; a cooperative that grows Di Linh coffee has ordered 40 machines for the harvest at the end of the year. According to the Department of Education and Training, from the school year 2026 - 2027 the province will:',
        ),
        list(
          'open 25 robotics clubs in communes and wards, each with a set of tools worth VND 60 million;',
          'hold a training course for 75 teachers;',
          'organise an engineering day for pupils every March, with guest teams from Japan and the Republic of Korea.',
        ),
        p(
          'At the wish of their families, the names and pictures of the pupils are not published. Drawings, software and a film of the trial runs are on [the club’s site](https://robot.dilinh.example/dao-ca-phe); assembly instructions in English and Japanese will be ready before 31 August 2026.',
        ),
      ],
    },
    ja: {
      title: 'コーヒーの干し場から釜山へ　ジーリンの高校生ロボットチーム',
      summary:
        'ジーリン村の生徒9人が作ったコーヒーかくはんロボットが2026年5月23日、韓国・釜山での「アジア学校ロボットコンテスト」で、14の国・地域の64チームの中から2位に入った。',
      byline: 'ホアイ・トゥー',
      body: [
        p(
          'ロボットは高さ42センチ、重さ11キロ。古いアルミと、草刈り機から外したモーターでできている。干し場を進み、厚さ4センチのコーヒーの層をかき混ぜ、水分を測り、次の道を自ら選ぶ。雨が近づけばシートを引く。',
        ),
        p(
          'このロボットとジーリン村のドイサイン高校の生徒9人は2026年5月23日、釜山（韓国）での「アジア学校ロボットコンテスト」で2位に入った。14の国・地域から64チームが参加した大会で、ラムドン省のチームが決勝に進んだのは初めてである。',
        ),
        h2('課題は家の裏にあった'),
        p(
          '物理を教えるカオ・スアン・ラム教諭は2024年、部員に一つの宿題を出した。自分の家で最もつらい仕事を探すことである。9人のうち7人が同じ答えを書いた。収穫期には、家族が交代で45分ごとに、12日間コーヒーをかき混ぜなければならない。',
        ),
        p('生徒たちは、使う人の不満がなくなるまで、次の五つの段階を繰り返す。'),
        steps(
          '丸一日立ってコーヒーをかき混ぜ、動作を一つずつ書き留める。',
          '機械を紙に描き、厚紙で模型を作る。',
          '600万ドン以下で試作機を組み立てる。',
          '近所の人に1週間貸す。',
          '苦情を聞き、分解し、作り直す。',
        ),
        p(
          '大会に持ち込んだのは17番目の試作機である。手作業に比べ、広さ200平方メートルの干し場で1日6時間の労力を省き、乾きのむらも減った。干し場の隅ごとの水分の差は1.5％に満たない。',
        ),
        h2('話し方も学ぶ'),
        p(
          '最も難しかったのはプログラムではなく、発表だった。規則では、英語での発表が7分、質疑が15分である。ダラット大学の学生が毎週土曜日の午後にジーリンを訪れて練習を助け、日本の技術者の一団がオンラインで電気の安全について助言した。',
        ),
        quote(
          '「審査員が、この機械は売れるのかと尋ねた。生徒たちは、村の23軒に貸していますが、返してくれる家は1軒もありませんと答えた。会場が笑いに包まれ、勝ったと思った」と、ラム教諭は振り返る。',
        ),
        h2('受賞の後'),
        p(
          '賞金の5000米ドルは、学校の共同工房に寄付された。図面は無料で公開され、ジーリン産コーヒーを栽培する協同組合が、年末の収穫に向けて40台を注文した。教育訓練局によると、省は2026～2027学年度から次のことに取り組む。',
        ),
        list(
          '各地の村と区に25のロボット部を設け、それぞれ6000万ドン相当の工具を備える。',
          '教員75人に研修を行う。',
          '毎年3月に、日本と韓国の招待チームを迎えて生徒の技術祭を開く。',
        ),
        p(
          '生徒の氏名と写真は、家族の希望により掲載しない。図面、ソフトウエア、試運転の映像は[部のサイト](https://robot.dilinh.example/dao-ca-phe)で見ることができる。英語と日本語の{組立|くみたて}説明書は2026年8月31日までに完成する予定である。',
        ),
      ],
    },
  },
}
