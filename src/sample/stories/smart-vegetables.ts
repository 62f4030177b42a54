import type { SampleStory } from '../story'
import { figure, h2, list, p, quote, table } from '../write'

export const smartVegetables: SampleStory = {
  key: 'smart-vegetables',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['environment'],
  author: 'reporter',
  topics: ['vegetables'],
  places: ['Đơn Dương', 'Đức Trọng'],
  channels: null,
  source: 'vi',
  lead: 'vegetable-rows',
  state: { vi: 'withdrawn' },
  reason: {
    vi: 'Đơn vị cung cấp số liệu đề nghị rà soát lại năng suất và sản lượng của các vườn thủy canh. Bài được gỡ để kiểm tra, sẽ đăng lại khi có số liệu chính thức.',
  },
  versions: {
    vi: {
      title: 'Rau thủy canh Lâm Đồng: mỗi giọt nước đều có địa chỉ',
      summary:
        'Các vườn thủy canh ở Đơn Dương và Đức Trọng dùng cảm biến để tưới đúng lúc, đúng lượng. Lượng nước giảm 70% trong khi năng suất tăng hơn hai lần.',
      byline: 'Hoài Thu',
      body: [
        p(
          'Trong nhà kính rộng 1,5 ha của anh Huỳnh Tấn Đạt ở xã Đơn Dương, không thấy ai kéo vòi tưới. Nước chảy thành màng mỏng dưới rễ xà lách, đi hết giàn rồi quay về bồn; cứ 10 phút, cảm biến lại đo độ chua và lượng dinh dưỡng một lần.',
        ),
        p(
          'Lâm Đồng hiện có hơn 70.000 ha đất sản xuất nông nghiệp công nghệ cao; riêng rau thủy canh khoảng 620 ha, tập trung ở các xã Đơn Dương, Ka Đô và Đức Trọng.',
        ),
        h2('Con số từ ba vụ'),
        table(
          'Chỉ tiêu | Trồng đất | Thủy canh',
          'Nước (lít/kg rau) | 90 | 27',
          'Năng suất (tấn/ha/năm) | 130 | 290',
          'Số vụ mỗi năm | 5 | 11',
        ),
        figure('market-vegetables', 'vi'),
        p(
          'Vốn ban đầu là trở ngại lớn nhất: 1 ha thủy canh cần khoảng 9 tỷ đồng. Các hộ góp đất, góp vốn thành tổ hợp tác và vay ưu đãi 4,5 tỷ đồng trong năm năm, nhờ vậy 28 hộ nhỏ cũng tham gia được.',
        ),
        quote(
          '“Tôi xem vườn trên điện thoại, nhưng sáng nào cũng đi một vòng. Máy biết cây khát, còn người biết cây buồn”, anh Đạt nói.',
        ),
        h2('Rau đi đâu?'),
        p('Mỗi ngày, tổ hợp tác giao 14 tấn rau theo ba đường:'),
        list(
          'siêu thị ở Thành phố Hồ Chí Minh, khoảng một nửa sản lượng;',
          'chợ Đà Lạt và các nhà hàng trong tỉnh;',
          'xuất khẩu bằng đường hàng không sang Xin-ga-po, mỗi tuần ba chuyến.',
        ),
        p(
          'Từng túi rau có mã truy xuất ghi ngày gieo, ngày cắt và kết quả kiểm nghiệm dư lượng. Rau không đạt được ủ thành phân, không bán ra ngoài.',
        ),
        h2('Trả lại nước sạch'),
        p(
          'Sở Nông nghiệp và Môi trường yêu cầu dung dịch dinh dưỡng đã dùng phải qua bãi lọc trước khi xả. Mười hai vườn đầu tiên đã lắp bãi lọc bằng cây thủy trúc. Hướng dẫn kỹ thuật được đăng trên [trang nông nghiệp số](https://nongnghiepso.lamdong.example/thuy-canh).',
        ),
      ],
    },
  },
}
