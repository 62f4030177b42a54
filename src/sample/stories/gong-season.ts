import type { SampleStory } from '../story'
import { h2, list, p, quote } from '../write'

export const gongSeason: SampleStory = {
  key: 'gong-season',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['press'],
  author: 'reporter',
  topics: ['gongs', 'heritage'],
  places: ['Lang Biang - Đà Lạt'],
  channels: null,
  source: 'vi',
  lead: 'gong',
  state: { vi: 'released', en: 'released', ja: 'released' },
  versions: {
    vi: {
      title: 'Dưới chân núi Langbiang, cồng chiêng có lớp học trò mới',
      summary:
        'Lớp truyền dạy cồng chiêng đầu tiên của phường Lang Biang - Đà Lạt khép lại sau 12 tuần với 45 học viên từ 9 đến 16 tuổi, biểu diễn trọn vẹn bốn bài chiêng cổ.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Tối 24/10/2026, bên nhà dài dưới chân núi Langbiang, 45 học viên nhỏ tuổi cùng nâng chiêng. Tiếng chiêng mẹ cất trước, năm chiêng còn lại nối theo, chậm rồi nhanh dần quanh bếp lửa.',
        ),
        p(
          "Đó là buổi kết thúc lớp truyền dạy cồng chiêng kéo dài 12 tuần do phường Lang Biang - Đà Lạt và Bảo tàng Lâm Đồng tổ chức, dành cho con em dân tộc K'Ho. Học viên từ 9 đến 16 tuổi; 19 em là nữ.",
        ),
        h2('Sáu chiếc chiêng, sáu người nghe nhau'),
        p(
          "Bộ chiêng của người K'Ho thường có sáu chiếc, mỗi người đánh một chiếc. Không ai giữ trọn giai điệu, nên muốn thành bài thì phải nghe nhau.",
        ),
        quote(
          "“Tôi không dạy các cháu đánh to. Tôi dạy các cháu chờ. Chờ được tiếng của bạn thì tiếng của mình mới đúng chỗ”, già làng K'Brơi, 71 tuổi, người đứng lớp, nói.",
        ),
        p('Sau 12 tuần, lớp học hoàn thành bốn bài chiêng cổ:'),
        list('bài mừng lúa mới;', 'bài đón khách;', 'bài gọi mưa;', 'bài tiễn năm cũ.'),
        h2('Di sản sống trong buôn làng'),
        p(
          'Ngày 25/11/2005, UNESCO ghi danh [Không gian văn hóa cồng chiêng Tây Nguyên](https://ich.unesco.org/en/RL/space-of-gong-culture-00120) là kiệt tác di sản truyền khẩu và phi vật thể của nhân loại; năm 2008, di sản được chuyển vào Danh sách đại diện. Hai mươi mốt năm qua, việc giữ gìn đi từ sân khấu trở lại buôn làng.',
        ),
        p(
          "Theo Sở Văn hóa, Thể thao và Du lịch, kinh phí của lớp học là 380 triệu đồng, trong đó 150 triệu đồng mua hai bộ chiêng để lại cho địa phương. Năm 2027, tỉnh dự kiến mở thêm tám lớp cho các dân tộc K'Ho, Mạ, Churu và M'nông.",
        ),
        h2('Mời khách cùng nghe'),
        p(
          "Từ tháng 11/2026, tối thứ bảy tuần đầu mỗi tháng, nhóm học viên biểu diễn tại nhà dài, tối đa 60 khách mỗi buổi. Tiền vé được chia cho người biểu diễn và quỹ sửa chiêng. Du khách được đề nghị không chụp ảnh có đèn chớp và không tự ý gõ chiêng: với người K'Ho, mỗi chiếc chiêng là một vật thiêng.",
        ),
      ],
    },
    en: {
      title: 'At the foot of Langbiang Mountain, the gongs have new pupils',
      summary:
        'The first gong class of Lang Biang - Da Lat ward has closed after 12 weeks, with 45 pupils aged 9 to 16 performing four old gong pieces in full.',
      byline: 'Hoai Thu',
      body: [
        p(
          'On the evening of 24 October 2026, beside the longhouse at the foot of Langbiang Mountain, 45 young pupils raised their gongs together. The mother gong spoke first; the other five followed, slowly and then faster, around the fire.',
        ),
        p(
          "It was the closing night of a 12-week gong class organised by Lang Biang - Da Lat ward and Lam Dong Museum for children of the K'Ho people. The pupils are aged 9 to 16; 19 of them are girls.",
        ),
        h2('Six gongs, six people listening to one another'),
        p(
          "A K'Ho set usually has six gongs, one for each player. Nobody holds the whole melody, so a piece can only come about if the players listen to one another.",
        ),
        quote(
          "“I do not teach the children to strike loudly. I teach them to wait. Only when you wait for your friend’s sound will your own be in its place,” said K'Broi, 71, the village elder who taught the class.",
        ),
        p('In 12 weeks the class completed four old gong pieces:'),
        list(
          'the piece for the new rice;',
          'the piece for receiving guests;',
          'the piece for calling rain;',
          'the piece for seeing off the old year.',
        ),
        h2('A heritage alive in the villages'),
        p(
          'On 25 November 2005, UNESCO proclaimed the [Space of gong culture in the Central Highlands](https://ich.unesco.org/en/RL/space-of-gong-culture-00120) a masterpiece of the oral and intangible heritage of humanity; in 2008 it was incorporated in the Representative List. In the twenty-one years since, the work of keeping it alive has moved from the stage back to the villages.',
        ),
        p(
          "According to the Department of Culture, Sports and Tourism, the class cost VND 380 million, of which VND 150 million bought two sets of gongs that will remain with the community. In 2027 the province plans eight more classes for the K'Ho, Ma, Churu and M'nong peoples.",
        ),
        h2('Visitors are welcome to listen'),
        p(
          "From November 2026, on the evening of the first Saturday of each month, the pupils will perform at the longhouse for at most 60 visitors at a time. Ticket money is shared between the performers and a fund for repairing gongs. Visitors are asked not to use flash and not to strike the gongs themselves: to the K'Ho, every gong is a sacred object.",
        ),
      ],
    },
    ja: {
      title: 'ランビアン山の麓、ゴングに新たな教え子たち',
      summary:
        'ランビアン・ダラット区で初めてのゴング教室が12週間の日程を終え、9歳から16歳までの45人が四つの古曲を最後まで演奏した。',
      byline: 'ホアイ・トゥー',
      body: [
        p(
          '2026年10月24日の夜、ランビアン山の麓のロングハウスの傍らで、45人の子どもたちが一斉にゴングを掲げた。まず「母」のゴングが鳴り、残る五つが続く。調べは緩やかに始まり、たき火を囲んで次第に速まった。',
        ),
        p(
          'この夜は、ランビアン・ダラット区とラムドン博物館がコホー族の子どもたちのために開いた12週間のゴング教室の締めくくりである。受講者は9歳から16歳までで、うち19人が女子だ。',
        ),
        h2('六つのゴング、耳を澄ます六人'),
        p(
          'コホー族のゴングは普通六つで一組となり、一人が一つを打つ。旋律の全てを受け持つ者はなく、互いの音を聞かなければ曲にならない。',
        ),
        quote(
          '「強く打つことは教えない。待つことを教える。仲間の音を待てたとき、自分の音が収まるべき所に収まる」と、指導に当たった71歳の村の長老、コブロイさんは語る。',
        ),
        p('12週間で、教室は次の四つの古曲を仕上げた。'),
        list('新米を祝う曲', '客を迎える曲', '雨を呼ぶ曲', '旧年を送る曲'),
        h2('村に息づく遺産'),
        p(
          'ユネスコは2005年11月25日、[テイグエン地方のゴング文化空間](https://ich.unesco.org/en/RL/space-of-gong-culture-00120)を「人類の口承及び無形遺産の傑作」として宣言し、2008年に代表一覧表に統合した。それから21年、{継承|けいしょう}の取り組みは舞台から村へと戻ってきた。',
        ),
        p(
          '文化スポーツ観光局によると、教室の費用は3億8000万ドンで、うち1億5000万ドンは地元に残すゴング二組の購入に充てた。省は2027年、コホー族、マー族、チュルー族、ムノン族のために、さらに八つの教室を開く予定である。',
        ),
        h2('訪れる人とともに聞く'),
        p(
          '2026年11月からは、毎月第1土曜日の夜、受講者たちがロングハウスで演奏する。定員は1回60人。入場料は演奏者と、ゴングの修理のための基金に分けられる。フラッシュ撮影と、許可なくゴングを打つことは控えてほしいという。コホー族にとって、ゴングは一つ一つが神聖なものだからである。',
        ),
      ],
    },
  },
}
