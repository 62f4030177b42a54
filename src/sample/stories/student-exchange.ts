import type { SampleStory } from '../story'
import { h2, list, p, quote } from '../write'

export const studentExchange: SampleStory = {
  key: 'student-exchange',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['foreign-affairs'],
  author: 'reporter',
  topics: ['education', 'japan'],
  places: ['Đà Lạt'],
  channels: ['portal'],
  source: 'vi',
  lead: 'students',
  state: { vi: 'released', en: 'revision', ja: 'draft' },
  versions: {
    vi: {
      title: 'Sinh viên Đà Lạt và Nagano cùng học một kỳ về nông nghiệp cao nguyên',
      summary:
        'Từ tháng 9/2026, 24 sinh viên Trường Đại học Đà Lạt và Trường Đại học Kirihara (tỉnh Nagano, Nhật Bản) học chung học kỳ về nông nghiệp vùng cao, mỗi bên tám tuần.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Ngày 14/9/2026, Trường Đại học Đà Lạt khai giảng học kỳ chung với Trường Đại học Kirihara, tỉnh Nagano, Nhật Bản. Hai mươi bốn sinh viên, mỗi trường 12 người, cùng học tám tuần ở Đà Lạt rồi tám tuần ở Nagano.',
        ),
        p(
          'Hai vùng có nhiều điểm giống nhau: cùng ở trên núi, cùng trồng rau, hoa, cây ăn quả, và cùng lo người trẻ rời quê. Chương trình chọn chính những điều đó làm đề bài.',
        ),
        h2('Học ngoài vườn nhiều hơn trong lớp'),
        p('Mỗi nhóm gồm hai sinh viên Việt Nam và hai sinh viên Nhật Bản, chọn một trong bốn đề tài:'),
        list(
          'tiết kiệm nước trong nhà kính;',
          'hồng treo gió và cách bảo quản không dùng hóa chất;',
          'du lịch nông trại cho khách đi theo gia đình;',
          'ghi nhãn nông sản bằng ba thứ tiếng.',
        ),
        p(
          'Sáu buổi mỗi tuần, các nhóm có bốn buổi ở vườn của nông dân. Báo cáo cuối kỳ được viết bằng tiếng Việt, tiếng Anh và tiếng Nhật, trình bày trước chính người nông dân đã cho mượn vườn.',
        ),
        quote(
          '“Em tưởng mình sẽ dạy các bạn cách trồng dâu tây. Hóa ra em học được cách hỏi: vì sao bác ấy tưới lúc năm giờ sáng?”, Nguyễn Trần Bảo Khuê, sinh viên năm thứ ba ngành nông học, kể.',
        ),
        h2('Học phí và học bổng'),
        p(
          'Sinh viên đóng học phí tại trường của mình, không đóng thêm cho trường bạn. Tiền vé máy bay và chỗ ở được một quỹ giáo dục ở Nagano hỗ trợ 36 triệu yên cho ba năm 2026 - 2028, tương đương khoảng 6 tỷ đồng. Kết quả học tập được hai trường công nhận, 18 tín chỉ.',
        ),
        h2('Mở rộng trong năm 2027'),
        p(
          'Sở Giáo dục và Đào tạo cho biết, từ năm học 2027 - 2028, bốn trường trung học phổ thông ở Đà Lạt và Bảo Lộc sẽ có lớp tiếng Nhật tự chọn. Thông tin tuyển sinh khóa thứ hai được đăng trên [trang chương trình](https://hockychung.dalat.example/2027), hạn nộp hồ sơ là ngày 31/3/2027.',
        ),
        p(
          'Sau học kỳ, mỗi nhóm để lại cho chủ vườn một bản hướng dẫn ngắn có hình vẽ, kèm số điện thoại của giảng viên phụ trách. Bốn bản của khóa đầu sẽ được in chung thành sách nhỏ, phát miễn phí cho các hợp tác xã.',
        ),
      ],
    },
    en: {
      title: 'Students of Da Lat and Nagano share a semester on highland farming',
      summary:
        'Since September 2026, 24 students of Da Lat University and Kirihara University (Nagano Prefecture, Japan) have shared a semester on highland farming, eight weeks on each side.',
      byline: 'Hoai Thu',
      body: [
        p(
          'On 14 September 2026, Da Lat University opened a joint semester with Kirihara University of Nagano Prefecture, Japan. Twenty-four students, 12 from each university, study together for eight weeks in Da Lat and then eight weeks in Nagano.',
        ),
        p(
          'The two regions have much in common: both lie in the mountains, both grow vegetables, flowers and fruit, and both worry about young people leaving home. The programme has made exactly these things its subject.',
        ),
        h2('More hours in the garden than in the classroom'),
        p('Each group of two Vietnamese and two Japanese students chooses one of four subjects:'),
        list(
          'saving water in the greenhouse;',
          'air-dried persimmons and storage without chemicals;',
          'farm tourism for families;',
          'labelling farm produce in three languages.',
        ),
        p(
          'Of six sessions a week, the groups spend four on farmers’ land. The final report is written in Vietnamese, English and Japanese and presented to the very farmers who lent their gardens.',
        ),
        quote(
          '“I thought I would teach my friends how to grow strawberries. Instead I learned how to ask: why does he water at five in the morning?” said Nguyen Tran Bao Khue, a third-year student of agronomy.',
        ),
        h2('Fees and scholarships'),
        p(
          'Students pay fees at their own university and nothing to the partner. Air fares and lodging are supported by an education fund in Nagano with JPY 36 million for the three years 2026 - 2028, or about VND 6 billion. Both universities recognise the results, worth 18 credits.',
        ),
        h2('Growing in 2027'),
        p(
          'According to the Department of Education and Training, from the school year 2027 - 2028 four upper secondary schools in Da Lat and Bao Loc will offer Japanese as an optional subject. Details of the second intake are published on [the programme’s site](https://hockychung.dalat.example/2027); applications close on 31 March 2027.',
        ),
        p(
          'After the semester, each group leaves the owner of the garden a short illustrated guide with the telephone number of the lecturer in charge. The four guides of the first intake will be printed together as a booklet and given free of charge to cooperatives.',
        ),
      ],
    },
    ja: {
      title: 'ダラットと長野の学生、高原農業を共に学ぶ1学期',
      summary:
        'ダラット大学と桐原大学（長野県）の学生24人が2026年9月から、高原農業をテーマにした合同学期で学んでいる。双方で8週間ずつの日程である。',
      byline: 'ホアイ・トゥー',
      body: [
        p(
          'ダラット大学は2026年9月14日、長野県の{桐原|きりはら}大学との合同学期を始めた。両大学から12人ずつ、計24人の学生が、ダラットで8週間、続いて長野で8週間、共に学ぶ。',
        ),
        p(
          '二つの地域には共通点が多い。いずれも山の上にあり、野菜、花、果樹を育て、若者が故郷を離れることに悩む。合同学期は、まさにそれらを課題に選んだ。',
        ),
        h2('教室より畑で'),
        p('ベトナムの学生2人と日本の学生2人が組になり、四つの課題から一つを選ぶ。'),
        list('温室での節水', '干し柿と、薬剤を使わない保存法', '家族客のための農園観光', '3言語による農産物の表示'),
        p(
          '週6回の授業のうち4回は農家の畑で行う。期末の報告書はベトナム語、英語、日本語で書き、畑を貸してくれた農家の前で発表する。',
        ),
        quote(
          '「イチゴの育て方を教えるつもりだった。けれど学んだのは問い方だった。なぜあの人は朝5時に水をやるのか、と」と、農学専攻3年のグエン・チャン・バオ・クエさんは振り返る。',
        ),
        h2('学費と奨学金'),
        p(
          '学生は自分の大学に学費を納め、相手の大学には納めない。航空券と宿舎については、長野県の教育基金が2026～2028年の3年間に3600万円（約60億ドン）を支援する。成績は両大学が認定し、18単位となる。',
        ),
        h2('2027年に拡大'),
        p(
          '教育訓練局によると、2027～2028学年度から、ダラットとバオロックの四つの高校が日本語を選択科目とする。第2期生の募集要項は[合同学期のサイト](https://hockychung.dalat.example/2027)に掲載され、締め切りは2027年3月31日である。',
        ),
        p(
          '学期が終わると、各組は畑の持ち主に、担当教員の電話番号を添えた短い図入りの手引を残す。第1期の四つの手引は1冊の小冊子にまとめ、協同組合に無料で配られる。',
        ),
      ],
    },
  },
}
