import type { SampleStory } from '../story'
import { h2, list, p, quote, table } from '../write'

export const investmentConference: SampleStory = {
  key: 'investment-conference',
  class: 'official',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['promotion', 'press'],
  author: 'reporter',
  topics: ['investment'],
  places: ['Đà Lạt', 'Phú Hội', 'Lộc Sơn'],
  channels: null,
  source: 'vi',
  lead: 'solar-park',
  state: { vi: 'corrected', en: 'released' },
  slip: {
    vi: {
      wrong: 'khu công nghiệp Phú Hộ còn',
      right: 'khu công nghiệp Phú Hội còn',
      note: 'Bản đăng lần đầu ghi nhầm tên khu công nghiệp Phú Hội thành “Phú Hộ”. Tòa soạn đã sửa lại cho đúng.',
      grade: 'typo',
    },
  },
  versions: {
    vi: {
      title: 'Lâm Đồng trao giấy chứng nhận đăng ký đầu tư cho 12 dự án',
      summary:
        'Hội nghị xúc tiến đầu tư ngày 18/9/2026 tại Đà Lạt trao giấy chứng nhận đăng ký đầu tư cho 12 dự án, tổng vốn 21.500 tỷ đồng; nông nghiệp công nghệ cao và chế biến chiếm hơn một nửa.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Ngày 18/9/2026, tại Đà Lạt, Ủy ban nhân dân tỉnh Lâm Đồng tổ chức Hội nghị xúc tiến đầu tư năm 2026. Hơn 400 đại biểu tham dự, trong đó có đại diện 86 doanh nghiệp có vốn đầu tư trực tiếp nước ngoài (FDI), các hiệp hội và cơ quan ngoại giao.',
        ),
        p(
          'Tại hội nghị, tỉnh trao giấy chứng nhận đăng ký đầu tư cho 12 dự án với tổng vốn 21.500 tỷ đồng, đồng thời ký biên bản ghi nhớ với chín nhà đầu tư đang nghiên cứu dự án, tổng vốn dự kiến 1,2 tỷ đô la Mỹ.',
        ),
        h2('Ba nhóm ngành được ưu tiên'),
        p(
          'Sau khi sắp xếp đơn vị hành chính từ ngày 1/7/2025, tỉnh Lâm Đồng có diện tích hơn 24.000 km², trải từ cao nguyên xuống biển. Không gian mới được chia thành ba nhóm ngành:',
        ),
        list(
          '**Nông nghiệp công nghệ cao và chế biến:** rau, hoa, cà phê, trà, gắn với công nghệ sau thu hoạch;',
          '**Công nghiệp xanh:** chế biến sâu, năng lượng tái tạo, đặt trong các khu công nghiệp có hệ thống xử lý nước thải;',
          '**Du lịch và dịch vụ:** nghỉ dưỡng cao nguyên nối với du lịch biển.',
        ),
        table(
          'Nhóm ngành | Số dự án | Vốn (tỷ đồng)',
          'Nông nghiệp công nghệ cao và chế biến | 5 | 11.200',
          'Công nghiệp xanh | 4 | 7.500',
          'Du lịch và dịch vụ | 3 | 2.800',
          'Tổng cộng | 12 | 21.500',
        ),
        h2('Thủ tục gọn, đất sạch, điện ổn định'),
        p(
          'Theo Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch, thời gian cấp giấy chứng nhận đăng ký đầu tư trong khu công nghiệp đã rút từ 15 xuống còn 7 ngày làm việc. Hồ sơ được nộp trực tuyến bằng tiếng Việt và tiếng Anh; từ quý IV/2026 có thêm hướng dẫn bằng tiếng Nhật.',
        ),
        quote(
          '“Nhà đầu tư ít khi hỏi chúng tôi có bao nhiêu ưu đãi. Họ hỏi ngày nào có điện, ngày nào có nước. Câu trả lời phải là một ngày cụ thể”, ông Trần Đăng Khôi, đại diện Trung tâm, nói.',
        ),
        p(
          'Danh mục 58 dự án kêu gọi đầu tư giai đoạn 2026 - 2030 được đăng trên [trang của Trung tâm](https://dautu.lamdong.example/danh-muc-2026). Trong đó, khu công nghiệp Phú Hội còn 22 ha đất sạch, khu công nghiệp Lộc Sơn còn 14 ha.',
        ),
      ],
    },
    en: {
      title: 'Lam Dong grants investment registration certificates to 12 projects',
      summary:
        'An investment promotion conference in Da Lat on 18 September 2026 granted investment registration certificates to 12 projects with a total capital of VND 21.5 trillion; high-tech agriculture and processing account for more than half.',
      byline: 'Hoai Thu',
      body: [
        p(
          "On 18 September 2026 in Da Lat, the Lam Dong Provincial People's Committee held its investment promotion conference of 2026. More than 400 delegates took part, among them representatives of 86 companies with foreign direct investment (FDI), of associations and of diplomatic missions.",
        ),
        p(
          'At the conference the province granted investment registration certificates to 12 projects with a total capital of VND 21.5 trillion, and signed memoranda of understanding with nine investors that are studying projects worth an expected USD 1.2 billion.',
        ),
        h2('Three groups of industries come first'),
        p(
          'Since the reorganisation of administrative units on 1 July 2025, Lam Dong Province has covered more than 24,000 km², from the highlands down to the sea. The new space is divided among three groups of industries:',
        ),
        list(
          '**High-tech agriculture and processing:** vegetables, flowers, coffee and tea, together with post-harvest technology;',
          '**Green industry:** advanced processing and renewable energy, in industrial parks that have waste water treatment;',
          '**Tourism and services:** highland resorts linked with the seaside.',
        ),
        table(
          'Group | Projects | Capital (VND billion)',
          'High-tech agriculture and processing | 5 | 11,200',
          'Green industry | 4 | 7,500',
          'Tourism and services | 3 | 2,800',
          'Total | 12 | 21,500',
        ),
        h2('Short procedures, cleared land, reliable power'),
        p(
          'According to the Investment, Trade and Tourism Promotion Centre, the time needed to issue an investment registration certificate within an industrial park has been cut from 15 to 7 working days. Applications are filed online in Vietnamese and English; guidance in Japanese will be added from Q4/2026.',
        ),
        quote(
          '“Investors seldom ask how many incentives we have. They ask on which day there will be power, and on which day water. The answer has to be a date,” said Tran Dang Khoi, representing the Centre.',
        ),
        p(
          'The list of 58 projects calling for investment in 2026 - 2030 is published on [the Centre’s site](https://dautu.lamdong.example/danh-muc-2026). Among them, Phu Hoi Industrial Park still has 22 ha of cleared land and Loc Son Industrial Park 14 ha.',
        ),
      ],
    },
  },
}
