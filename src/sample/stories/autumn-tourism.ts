import type { SampleStory } from '../story'
import { figure, h2, p, quote, table } from '../write'

export const autumnTourism: SampleStory = {
  key: 'slow-da-lat',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: [],
  author: 'reporter',
  topics: ['tourism'],
  places: ['Đà Lạt', 'Trại Mát'],
  channels: null,
  source: 'vi',
  lead: 'railway-station',
  state: { vi: 'released', en: 'review' },
  versions: {
    vi: {
      title: 'Đà Lạt mời du khách đi chậm: tàu đêm, đi bộ và lắng nghe rừng thông',
      summary:
        'Chín tháng năm 2026, Lâm Đồng đón 15,8 triệu lượt khách. Mùa khô này, Đà Lạt giới thiệu chuỗi sản phẩm “đi chậm” với chuyến tàu đêm và ba cung đường đi bộ.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Theo Sở Văn hóa, Thể thao và Du lịch, chín tháng năm 2026, tỉnh Lâm Đồng đón 15,8 triệu lượt khách, trong đó có 960.000 lượt khách quốc tế, tăng 18% so với cùng kỳ năm 2025. Khách Hàn Quốc, Nhật Bản và Ấn Độ tăng nhanh nhất.',
        ),
        p(
          'Mùa khô năm nay, Đà Lạt chọn cách mời khách ở lại lâu hơn thay vì đi nhiều nơi hơn. Từ ngày 14/11/2026, chuỗi sản phẩm “Đà Lạt đi chậm” được đưa vào phục vụ.',
        ),
        h2('Chuyến tàu đêm dài 7 km'),
        p(
          'Mỗi tối thứ sáu và thứ bảy, lúc 18 giờ 30, đoàn tàu bốn toa rời Ga Đà Lạt đi Trại Mát rồi quay về lúc 21 giờ. Trên tàu có nhạc mộc, trà atisô nóng và đèn vàng dịu; qua khu nhà kính, trưởng tàu tắt đèn hai phút để khách ngắm những dải sáng dưới thung lũng.',
        ),
        h2('Ba cung đường đi bộ'),
        table(
          'Cung đường | Độ dài | Điểm dừng',
          'Quanh hồ Xuân Hương | 5 km | Quảng trường Lâm Viên, vườn hoa',
          'Phố cũ và chợ | 3 km | chợ Đà Lạt, Nhà thờ Con Gà, Dinh Bảo Đại',
          'Rừng thông | 8 km | hồ Tuyền Lâm, Thiền viện Trúc Lâm',
        ),
        figure('xuan-huong-dusk', 'vi'),
        p(
          'Mỗi cung có bảng chỉ đường bằng tiếng Việt và tiếng Anh, chỗ lấy nước uống miễn phí và bản đồ tải từ [trang Đà Lạt đi chậm](https://dicham.dalat.example/ban-do). Người dùng xe lăn đi được trọn cung quanh hồ.',
        ),
        h2('Ở lại thêm một đêm'),
        p(
          'Số ngày lưu trú bình quân của khách quốc tế hiện là 2,4 ngày. Mục tiêu đến hết năm 2027 là 3,1 ngày. Có 64 cơ sở lưu trú cam kết không tính thêm tiền khi khách nhận phòng sớm để kịp chuyến tàu.',
        ),
        quote(
          '“Khách không nhớ hôm ấy mình đã đi mấy điểm. Họ nhớ mùi thông lúc năm giờ chiều và người bán bắp nướng chỉ đường cho họ”, anh Lương Nhật Hào, hướng dẫn viên 12 năm trong nghề, nói.',
        ),
        p('Giá vé tàu đêm là 180.000 đồng/người, trẻ em dưới sáu tuổi được miễn vé. Vé bán trực tuyến trước bảy ngày.'),
      ],
    },
    en: {
      title: 'Da Lat invites visitors to go slowly: a night train, walking and the sound of pines',
      summary:
        'Lam Dong recorded 15.8 million visitor arrivals in the first nine months of 2026. This dry season, Da Lat introduces its “slow” programme with a night train and three walking routes.',
      byline: 'Hoai Thu',
      body: [
        p(
          'According to the Department of Culture, Sports and Tourism, Lam Dong Province recorded 15.8 million visitor arrivals in the first nine months of 2026, of which 960,000 were by international visitors, up 18 per cent on the same period of 2025. Visitors from the Republic of Korea, Japan and India increased fastest.',
        ),
        p(
          'This dry season, Da Lat has chosen to invite visitors to stay longer instead of seeing more. The “Slow Da Lat” programme has been offered since 14 November 2026.',
        ),
        h2('A night train of 7 km'),
        p(
          'Every Friday and Saturday evening at 18:30, a train of four carriages leaves Da Lat Railway Station for Trai Mat and returns at 21:00. On board there is acoustic music, hot artichoke tea and soft yellow light; where the line passes the greenhouses, the conductor puts out the lights for two minutes so that passengers can watch the bands of light in the valley.',
        ),
        h2('Three walking routes'),
        table(
          'Route | Length | Stops',
          'Around Xuan Huong Lake | 5 km | Lam Vien Square, the flower garden',
          'Old streets and the market | 3 km | Da Lat Market, Da Lat Cathedral (Rooster Church), Bao Dai Palace',
          'Pine forest | 8 km | Tuyen Lam Lake, Truc Lam Zen Monastery',
        ),
        figure('xuan-huong-dusk', 'en'),
        p(
          'Each route has signs in Vietnamese and English, free drinking water and a map to download from [the Slow Da Lat site](https://dicham.dalat.example/ban-do). The whole route around the lake is open to wheelchair users.',
        ),
        h2('One more night'),
        p(
          'International visitors now stay 2.4 days on average. The aim for the end of 2027 is 3.1 days. Sixty-four hotels and homestays have promised not to charge extra for early arrival, so that guests can catch the train.',
        ),
        quote(
          '“Visitors do not remember how many sights they saw that day. They remember the smell of pines at five in the afternoon, and the woman with the roasted corn who showed them the way,” said Luong Nhat Hao, a guide for 12 years.',
        ),
        p(
          'A ticket for the night train costs VND 180,000; children under six travel free. Tickets are sold online up to seven days in advance.',
        ),
      ],
    },
  },
}
