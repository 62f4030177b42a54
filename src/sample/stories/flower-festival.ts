import type { SampleStory } from '../story'
import { h2, list, p, quote, table } from '../write'

export const flowerFestival: SampleStory = {
  key: 'flower-festival-2026',
  class: 'official',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['press'],
  author: 'reporter',
  topics: ['festivals', 'flowers'],
  places: ['Đà Lạt', 'Bảo Lộc'],
  channels: null,
  source: 'vi',
  lead: 'festival-lanterns',
  state: { vi: 'scheduled', en: 'draft' },
  schedule: { inHours: 48, embargo: true },
  versions: {
    vi: {
      title: 'Festival Hoa Đà Lạt 2026 công bố chương trình chính thức',
      summary:
        'Festival Hoa Đà Lạt lần thứ XI diễn ra từ ngày 5 đến 31/12/2026 với 11 chương trình chính, lần đầu có đêm hoa đăng trên hồ Xuân Hương do cộng đồng cùng thực hiện.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Ban Tổ chức Festival Hoa Đà Lạt 2026 công bố chương trình chính thức của lễ hội lần thứ XI, diễn ra từ ngày 5 đến 31/12/2026 tại Đà Lạt, Bảo Lộc và nhiều địa phương trong tỉnh Lâm Đồng.',
        ),
        p(
          'Lễ hội năm nay có 11 chương trình chính và 42 hoạt động hưởng ứng. Kinh phí tổ chức khoảng 68 tỷ đồng, trong đó ngân sách nhà nước chiếm 15%, phần còn lại từ nguồn xã hội hóa.',
        ),
        h2('Những đêm đáng chờ'),
        table(
          'Ngày | Chương trình | Địa điểm',
          '5/12/2026 | Lễ khai mạc | Quảng trường Lâm Viên',
          '12/12/2026 | Đêm hoa đăng | hồ Xuân Hương',
          '19/12/2026 | Tuần lễ trà và tơ lụa | Bảo Lộc',
          '24/12/2026 | Đêm cồng chiêng | chân núi Langbiang',
          '31/12/2026 | Lễ bế mạc, đón năm mới | Quảng trường Lâm Viên',
        ),
        p(
          'Tại đêm hoa đăng, 3.000 chiếc đèn hình hoa sẽ được thả trên hồ Xuân Hương. Đèn làm bằng giấy và tinh bột, tan trong nước sau 48 giờ; người tham gia tự gấp đèn tại 16 lớp học mở từ ngày 28/11/2026.',
        ),
        quote(
          '“Năm nay chúng tôi không hỏi có bao nhiêu hoa, mà hỏi sau lễ hội hoa đi đâu. Toàn bộ chậu hoa sẽ được tặng trường học và khu dân cư”, bà Tạ Thị Quỳnh Giao, thành viên Ban Tổ chức, cho biết.',
        ),
        h2('Khách quốc tế'),
        p(
          'Mười bốn đoàn từ chín nước và vùng lãnh thổ đã nhận lời tham gia không gian hoa quốc tế. Du khách nước ngoài được hỗ trợ:',
        ),
        list(
          'quầy thông tin tiếng Anh và tiếng Nhật tại sân bay Liên Khương;',
          'xe điện miễn phí quanh hồ, từ 17 giờ đến 23 giờ;',
          'thuyết minh qua điện thoại bằng ba thứ tiếng.',
        ),
        p(
          'Ban Tổ chức khuyến nghị du khách đặt phòng sớm, đi xe công cộng vào trung tâm và xem lịch cập nhật trên [trang lễ hội](https://festivalhoa.dalat.example/2026). Vào các tối 5, 12 và 31/12/2026, đường quanh hồ chỉ dành cho người đi bộ.',
        ),
      ],
    },
    en: {
      title: 'Da Lat Flower Festival 2026 announces its official programme',
      summary:
        'The 11th Da Lat Flower Festival will run from 5 to 31 December 2026 with 11 main events, for the first time including a night of flower lanterns on Xuan Huong Lake made by the community.',
      byline: 'Hoai Thu',
      body: [
        p(
          'The organising board of the Da Lat Flower Festival 2026 has announced the official programme of the 11th festival, which will take place from 5 to 31 December 2026 in Da Lat, Bao Loc and many other places in Lam Dong Province.',
        ),
        p(
          'This year’s festival has 11 main events and 42 accompanying activities. It will cost about VND 68 billion, of which the state budget bears 15 per cent; the rest comes from private-sector and social contributions.',
        ),
        h2('Nights to wait for'),
        table(
          'Date | Event | Place',
          '5 December 2026 | Opening ceremony | Lam Vien Square',
          '12 December 2026 | Night of flower lanterns | Xuan Huong Lake',
          '19 December 2026 | Week of tea and silk | Bao Loc',
          '24 December 2026 | Night of gongs | foot of Langbiang Mountain',
          '31 December 2026 | Closing ceremony, New Year’s Eve | Lam Vien Square',
        ),
        p(
          'On the night of flower lanterns, 3,000 lanterns in the shape of flowers will be set afloat on Xuan Huong Lake. They are made of paper and starch and dissolve in water within 48 hours; participants fold them themselves in 16 classes that open on 28 November 2026.',
        ),
        quote(
          '“This year we do not ask how many flowers there are, but where they go after the festival. Every pot will be given to schools and neighbourhoods,” said Ta Thi Quynh Giao, a member of the organising board.',
        ),
        h2('International visitors'),
        p(
          'Fourteen delegations from nine countries and territories have agreed to join the international flower space. Visitors from abroad will find:',
        ),
        list(
          'information desks in English and Japanese at Lien Khuong Airport;',
          'free electric shuttles around the lake, from 17:00 to 23:00;',
          'explanations by telephone in three languages.',
        ),
        p(
          'The organising board advises visitors to book rooms early, to use public transport into the centre and to consult the current schedule on [the festival’s site](https://festivalhoa.dalat.example/2026). On the evenings of 5, 12 and 31 December 2026, the road around the lake is reserved for pedestrians.',
        ),
      ],
    },
  },
}
