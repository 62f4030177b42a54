/** Own pieces of the issue of Q3/2026, as far as they are written. */
import type { Language } from '#newsroom'
import type { SampleVersion } from '../story'
import { p, table } from '../write'

type Begun = { readonly vi: SampleVersion } & Partial<Readonly<Record<Exclude<Language, 'vi'>, SampleVersion>>>

export const FOREWORD: Begun = {
  vi: {
    title: 'Mùa gặt và mùa gặp',
    summary: 'Thư ngỏ của Ban Biên tập: nông sản cao nguyên đi xa hơn, và thêm nhiều cuộc gặp được chuẩn bị.',
    byline: 'Ban Biên tập',
    body: [
      p('Quý độc giả thân mến,'),
      p(
        'Cuối mùa mưa, cao nguyên bước vào mùa gặt. Số này bắt đầu từ những thứ cầm được trên tay: một bao cà phê có ghi tên người hái, một tấm lụa khổ hẹp dệt cho nhà may kimono, một bộ chiêng được đánh bởi những đôi tay mới.',
      ),
      p(
        'Đây cũng là mùa của những cuộc gặp. Mười hai dự án nhận giấy chứng nhận đăng ký đầu tư; 24 sinh viên Đà Lạt và Nagano vào chung một học kỳ; các doanh nghiệp Nhật Bản và chính quyền tỉnh ngồi cùng một bàn.',
      ),
      p(
        'Chúng tôi xin cảm ơn 62 bạn đọc đã gửi thư góp ý cho số trước. Theo đề nghị của nhiều người, bảng số liệu từ số này có thêm số của cùng kỳ năm trước, và lịch sự kiện ghi rõ nơi nào có người nói tiếng Nhật.',
      ),
    ],
  },
  en: {
    title: 'A season of harvest, a season of meeting',
    summary: 'A letter from the editors: highland produce travels further, and more meetings are being prepared.',
    byline: 'The editors',
    body: [
      p('Dear readers,'),
      p(
        'At the end of the rains the highlands begin their harvest. This issue starts with things that can be held in the hand: a bag of coffee that bears the name of its picker, a narrow length of silk woven for a kimono maker, a set of gongs struck by new hands.',
      ),
      p(
        'It is a season of meetings, too. Twelve projects received their investment registration certificates; 24 students of Da Lat and Nagano entered a semester together; Japanese companies and the provincial authorities sat down at one table.',
      ),
      p(
        'We thank the 62 readers who wrote to us about the last issue. As many of them asked, the table of figures now also gives those of the same period of the year before, and the calendar says where somebody speaks Japanese.',
      ),
    ],
  },
}

export const FIGURES: Begun = {
  vi: {
    title: 'Chín tháng năm 2026 qua các con số',
    summary: 'Tình hình kinh tế - xã hội của tỉnh trong chín tháng; số ước tính.',
    byline: 'Tổng hợp: Ban Biên tập',
    body: [
      table(
        'Chỉ tiêu | Chín tháng năm 2025 | Chín tháng năm 2026 | Tăng',
        'Kim ngạch xuất khẩu | 2,55 tỷ đô la Mỹ | 2,96 tỷ đô la Mỹ | 16,1%',
        'Thu ngân sách nhà nước | 21.600 tỷ đồng | 25.300 tỷ đồng | 17,1%',
        'Khách du lịch | 13,6 triệu lượt | 15,8 triệu lượt | 16,2%',
        'Trong đó: khách quốc tế | 814.000 lượt | 960.000 lượt | 18%',
        'Dự án Nhật Bản còn hiệu lực | 27 | 31 | 14,8%',
      ),
      p('Số chính thức được công bố trước ngày 15/11/2026.'),
    ],
  },
  en: {
    title: 'Nine months of 2026 in figures',
    summary: 'Socio-economic results of the province in nine months; estimates.',
    byline: 'Compiled by the editors',
    body: [
      table(
        'Indicator | Nine months of 2025 | Nine months of 2026 | Increase',
        'Export turnover | USD 2.55 billion | USD 2.96 billion | 16.1%',
        'State budget revenue | VND 21.6 trillion | VND 25.3 trillion | 17.1%',
        'Visitor arrivals | 13.6 million | 15.8 million | 16.2%',
        'of which from abroad | 814,000 | 960,000 | 18%',
        'Valid Japanese projects | 27 | 31 | 14.8%',
      ),
      p('Final figures will be published before 15 November 2026.'),
    ],
  },
}

export const CALENDAR: Begun = {
  vi: {
    title: 'Lịch sự kiện quý IV/2026',
    summary: 'Ngày, nơi và ngôn ngữ phục vụ; lịch có thể thay đổi theo thời tiết.',
    byline: '',
    body: [
      table(
        'Ngày | Sự kiện | Địa điểm | Ngôn ngữ',
        '5/10/2026 | Khai mạc triển lãm tư liệu | Bảo tàng Lâm Đồng | Việt, Anh, Nhật',
        '24/10/2026 | Đêm chiêng của học viên nhỏ tuổi | phường Lang Biang - Đà Lạt | Việt',
        '6/11/2026 | Gặp gỡ Nhật Bản 2026 | Đà Lạt | Việt, Nhật',
        '5/12/2026 | Khai mạc Festival Hoa Đà Lạt | Quảng trường Lâm Viên | Việt, Anh, Nhật',
        '31/12/2026 | Đón năm mới | Quảng trường Lâm Viên | Việt, Anh',
      ),
      p('Lịch cập nhật và bản đồ đường đi có trên [trang Lịch sự kiện](https://lich.lamdong.example/2026-4).'),
    ],
  },
}
