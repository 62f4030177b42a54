import type { SampleStory } from '../story'
import { figure, h2, list, p, quote, table } from '../write'

export const musicSeason: SampleStory = {
  key: 'music-season',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['press'],
  author: 'reporter',
  topics: ['culture', 'festivals', 'tourism'],
  places: ['Đà Lạt'],
  channels: null,
  source: 'vi',
  lead: 'xuan-huong-dusk',
  state: { vi: 'released', en: 'released', ja: 'released' },
  versions: {
    vi: {
      title: 'Mùa âm nhạc 2026: Đà Lạt hát bằng giọng của mình',
      summary:
        'Hơn hai năm sau khi gia nhập Mạng lưới các thành phố sáng tạo của UNESCO trong lĩnh vực âm nhạc, Đà Lạt khép lại mùa diễn 2026 với 48 chương trình và 31.500 lượt người nghe.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Tối 28/6/2026, bên hồ Xuân Hương, 120 người hát không chuyên cùng cất lên bản hợp xướng khép lại mùa âm nhạc. Không có sân khấu cao, không có màn hình lớn. Người nghe ngồi trên cỏ, cách người hát chừng năm bước chân.',
        ),
        p(
          'Đà Lạt được UNESCO công nhận là thành phố sáng tạo trong lĩnh vực âm nhạc ngày 31/10/2023. Từ đó, mỗi năm vùng đất này dành hai tháng đầu mùa mưa cho một mùa diễn kéo dài. Mùa thứ ba bắt đầu ngày 25/4/2026, có 48 chương trình ở chín địa điểm và đón 31.500 lượt người nghe, trong đó khoảng 4.200 lượt là người nước ngoài.',
        ),
        h2('Nhạc ở nơi người ta vẫn sống'),
        p(
          'Ban tổ chức không xây nhà hát mới mà mượn lại những nơi quen thuộc: sân ga, giảng đường, quán cà phê, bìa rừng. Mỗi nơi hợp với một loại âm thanh:',
        ),
        table(
          'Địa điểm | Thể loại | Số buổi',
          'Ga Đà Lạt | nhạc thính phòng | 12',
          'Quảng trường Lâm Viên | nhạc trẻ, hợp xướng | 9',
          'Trường Đại học Đà Lạt | hội thảo, lớp học mở | 11',
          'Chân núi Langbiang | cồng chiêng, đàn đá | 6',
          'Năm quán cà phê trong phố | nhạc mộc | 10',
        ),
        figure('railway-station', 'vi'),
        p(
          'Ở Ga Đà Lạt, khán phòng là phòng chờ dưới ba mái nhọn, chỉ vừa 140 ghế. Mỗi buổi, tiếng còi của chuyến tàu chiều được đưa vào chương trình như một nốt nhạc hẹn trước.',
        ),
        h2('Tiếng đá cũ, bản nhạc mới'),
        p(
          'Điểm nhấn của mùa diễn năm nay là tác phẩm dài 22 phút viết cho đàn đá, cồng chiêng và tứ tấu đàn dây. Tác phẩm do ba nhạc sĩ trẻ của Đà Lạt, Huế và thành phố Hamamatsu (Nhật Bản) cùng sáng tác trong tám tuần lưu trú.',
        ),
        quote(
          '“Cồng chiêng không theo thang âm của đàn dây. Chúng tôi không bắt bên nào phải theo bên nào, mà để khoảng lệch ấy thành vẻ đẹp của bản nhạc”, nhạc sĩ Võ Đình Khang, một trong ba tác giả, chia sẻ.',
        ),
        p(
          'Bản nhạc được công bố miễn phí cho mục đích giáo dục. Năm trường âm nhạc trong Mạng lưới các thành phố sáng tạo đã đề nghị được biểu diễn.',
        ),
        h2('Người làm nhạc sống được với nghề'),
        p(
          'Theo Sở Văn hóa, Thể thao và Du lịch, kinh phí mùa diễn là 9,6 tỷ đồng, trong đó ngân sách nhà nước chi 40%, phần còn lại từ nguồn xã hội hóa và tiền vé. 260 nhạc công được trả thù lao theo một khung công khai. Tỉnh cũng mở ba việc lâu dài:',
        ),
        list(
          'quỹ học nhạc cho 150 học sinh, ưu tiên con em đồng bào dân tộc thiểu số;',
          'phòng thu chung, giá thuê 200.000 đồng mỗi giờ;',
          "kho lưu trữ âm thanh, đã ghi 86 bài chiêng và dân ca của dân tộc K'Ho, dân tộc Churu và dân tộc Mạ.",
        ),
        p(
          'Mùa âm nhạc 2027 sẽ mở rộng tới Phan Thiết và Gia Nghĩa. Ban tổ chức nhận đề xuất chương trình bằng tiếng Việt, tiếng Anh hoặc tiếng Nhật đến hết ngày 30/11/2026 trên [trang Mùa âm nhạc](https://muaamnhac.dalat.example/2027).',
        ),
      ],
    },
    en: {
      title: 'Music season 2026: Da Lat sings in its own voice',
      summary:
        'More than two years after joining the UNESCO Creative Cities Network in the field of music, Da Lat has closed its 2026 season with 48 programmes heard by 31,500 people.',
      byline: 'Hoai Thu',
      body: [
        p(
          'On the evening of 28 June 2026, beside Xuan Huong Lake, 120 amateur singers raised their voices in the chorus that closed the music season. There was no high stage and no giant screen. The listeners sat on the grass, about five paces from the singers.',
        ),
        p(
          'Da Lat was recognised by UNESCO as a Creative City of Music on 31 October 2023. Since then it has given the first two months of the rainy season each year to one long series of concerts. The third season began on 25 April 2026; its 48 programmes at nine places drew 31,500 listeners, about 4,200 of them from abroad.',
        ),
        h2('Music where people live'),
        p(
          'The organisers have built no new concert hall. They borrow familiar places: the station, a lecture hall, cafes, the edge of the forest. Each of them suits a sound of its own:',
        ),
        table(
          'Place | Kind of music | Sessions',
          'Da Lat Railway Station | chamber music | 12',
          'Lam Vien Square | pop and choirs | 9',
          'Da Lat University | seminars and open classes | 11',
          'Foot of Langbiang Mountain | gongs and lithophone | 6',
          'Five cafes in town | unplugged | 10',
        ),
        figure('railway-station', 'en'),
        p(
          'At Da Lat Railway Station the auditorium is the waiting room under the three pointed gables, with space for just 140 chairs. At every concert the whistle of the afternoon train enters the programme like a note that had been agreed upon.',
        ),
        h2('Old stones, new music'),
        p(
          'The high point of this year’s season was a work of 22 minutes for lithophone, gongs and string quartet. It was written together by three young composers from Da Lat, Hue and the city of Hamamatsu (Japan) during a residence of eight weeks.',
        ),
        quote(
          '“Gongs do not follow the scale of the strings. We forced neither side to follow the other, but let the distance between them become the beauty of the piece,” said the composer Vo Dinh Khang, one of the three.',
        ),
        p(
          'The score has been published free of charge for use in education. Five schools of music in the Creative Cities Network have asked to perform it.',
        ),
        h2('A living for those who make music'),
        p(
          'According to the Department of Culture, Sports and Tourism, the season cost VND 9.6 billion, of which the state budget bore 40 per cent; the rest came from private-sector and social contributions and from tickets. The 260 musicians were paid according to a public scale. The province has also begun three lasting projects:',
        ),
        list(
          'a fund for music lessons for 150 pupils, with children of ethnic minority families first;',
          'a shared recording studio, let at VND 200,000 an hour;',
          "a sound archive, which holds 86 gong pieces and folk songs of the K'Ho, Churu and Ma peoples so far.",
        ),
        p(
          'The music season of 2027 will be extended to Phan Thiet and Gia Nghia. Proposals in Vietnamese, English or Japanese are accepted until 30 November 2026 on [the Music Season site](https://muaamnhac.dalat.example/2027).',
        ),
      ],
    },
    ja: {
      title: '音楽シーズン2026　ダラット、自らの声で歌う',
      summary:
        'ユネスコ創造都市ネットワークに音楽分野で加盟して2年余り。ダラットの2026年の音楽シーズンは48の公演に3万1500人の聴衆を集め、幕を閉じた。',
      byline: 'ホアイ・トゥー',
      body: [
        p(
          '2026年6月28日の夜、スアンフオン湖のほとりで、アマチュアの歌い手120人がシーズンを締めくくる合唱を響かせた。高い舞台も大きな画面もない。聴衆は芝生に座り、歌い手との距離は五歩ほどである。',
        ),
        p(
          'ダラットは2023年10月31日、ユネスコから音楽の創造都市に認定された。以来、毎年、雨期の初めの2カ月を長いシーズンに充てている。3回目となる今年は2026年4月25日に始まり、九つの会場での48の公演に3万1500人が足を運んだ。うち約4200人が外国からの聴衆である。',
        ),
        h2('暮らしの場に音楽を'),
        p('主催者は新しいホールを建てず、駅、講堂、喫茶店、森の縁など、なじみの場所を借りる。それぞれの場所に合う響きがある。'),
        table(
          '会場 | ジャンル | 回数',
          'ダラット駅 | 室内楽 | 12',
          'ラムビエン広場 | ポップス、合唱 | 9',
          'ダラット大学 | セミナー、公開授業 | 11',
          'ランビアン山の麓 | ゴング、石琴 | 6',
          '街の喫茶店5軒 | アコースティック | 10',
        ),
        figure('railway-station', 'ja'),
        p(
          'ダラット駅では、三つのとがり屋根の下の待合室が客席となり、椅子は140脚しか置けない。毎回、午後の列車の汽笛が、約束された一つの音のように演奏に加わる。',
        ),
        h2('古い石、新しい曲'),
        p(
          '今シーズンの目玉は、石琴とゴング、弦楽四重奏のための22分の作品である。ダラット、フエ、浜松市（日本）の若い作曲家3人が、8週間の滞在の間に共同で書き上げた。',
        ),
        quote(
          '「ゴングは弦の音階には従わない。どちらかをどちらかに合わせるのではなく、そのずれを曲の美しさにした」と、3人の1人である作曲家のヴォー・ディン・カンさんは語る。',
        ),
        p('楽譜は教育目的に限り無料で公開された。創造都市ネットワークの五つの音楽学校が、演奏を申し出ている。'),
        h2('音楽で暮らしていけるように'),
        p(
          '文化スポーツ観光局によると、シーズンの費用は96億ドンである。国家予算が40％を負担し、残りは社会化（民間資金の活用）と入場料で賄った。260人の演奏者には、公開された基準に沿って{謝礼|しゃれい}が支払われた。省は息の長い三つの取り組みも始めた。',
        ),
        list(
          '少数民族の子どもを優先し、生徒150人の音楽学習を支える基金',
          '1時間20万ドンで借りられる共同の録音スタジオ',
          'コホー族、チュルー族、マー族のゴング曲と民謡を、これまでに86曲収めた音の保管庫',
        ),
        p(
          '2027年の音楽シーズンは、ファンティエットとザーギアにも広がる。公演の提案はベトナム語、英語、日本語のいずれかで、2026年11月30日まで[音楽シーズンのサイト](https://muaamnhac.dalat.example/2027)で受け付けている。',
        ),
      ],
    },
  },
}
