import type { SampleStory } from '../story'
import { figure, h2, p, quote, steps, table } from '../write'

export const oolongTea: SampleStory = {
  key: 'oolong-tea',
  class: 'promotional',
  sovereignty: false,
  desk: 'press',
  sharedWith: ['culture'],
  author: 'reporter-press',
  topics: ['tea'],
  places: ["B'Lao", 'Bảo Lộc'],
  channels: null,
  source: 'vi',
  lead: 'tea-rows',
  state: { vi: 'review' },
  versions: {
    vi: {
      title: "Trà ô long xứ B'Lao: một lạng trà, tám trăm búp non",
      summary:
        "Vùng trà B'Lao có hơn 10.000 ha, trong đó trà ô long chiếm khoảng một phần ba. Người làm trà đang rút ngắn đường đi từ đồi trà đến chén trà.",
      byline: 'Minh Quân',
      body: [
        p(
          "Sáu giờ sáng, sương còn đọng trên lá, tổ hái trà của bà Đoàn Thị Lựu ở phường B'Lao chưa vội bắt tay vào việc. Trà ô long ngon nhất khi hái từ chín giờ đến ba giờ chiều, lúc lá đã ráo; hái sớm, nước trà sẽ nhạt.",
        ),
        p(
          "Vùng trà B'Lao và phụ cận có hơn 10.000 ha, trong đó trà ô long khoảng 3.400 ha. Cây trà có mặt ở đây từ cuối thập niên 1920; giống ô long được đưa vào đầu những năm 1990.",
        ),
        h2('Ba mươi sáu giờ không ngủ'),
        p('Từ búp tươi đến trà khô mất khoảng 36 giờ, và người thợ chính thức gần trọn đêm:'),
        steps(
          'Phơi nắng nhẹ 30 phút cho lá héo.',
          'Quay hương: đảo lá bốn lần, cách nhau hai giờ.',
          'Xào diệt men ở 260 °C.',
          'Bọc vải, ép và vò thành viên, lặp lại 25 đến 30 lần.',
          'Sấy khô, phân loại, hút chân không.',
        ),
        p('Để có 100 g trà khô, cần chừng 800 búp một tôm hai lá.'),
        figure('tea-cup', 'vi'),
        h2('Giá trị nằm ở khâu nào?'),
        p('Hợp tác xã Trà Đồi Sương, với 52 hộ, công khai cách chia một ki-lô-gam trà ô long bán giá 1,2 triệu đồng:'),
        table(
          'Khoản | Số tiền (đồng) | Tỷ lệ',
          'Người trồng và hái | 540.000 | 45%',
          'Chế biến | 300.000 | 25%',
          'Đóng gói, vận chuyển | 240.000 | 20%',
          'Quỹ phục hồi đất | 120.000 | 10%',
        ),
        quote(
          '“Ngày trước, một chén trà qua năm người mới đến tay khách. Nay khách gọi thẳng cho đồi trà. Chén trà vẫn vậy, người trồng thì khác”, bà Lựu nói.',
        ),
        h2('Đất nghỉ, trà thơm'),
        p(
          'Quỹ phục hồi đất trả tiền cho những hộ để đồi nghỉ một vụ và trồng xen cây họ đậu. Sau hai năm, 118 ha đã qua một vòng nghỉ; lượng phân hóa học giảm 40%. Hợp tác xã đặt mục tiêu được chứng nhận hữu cơ toàn bộ diện tích trước năm 2029.',
        ),
        p(
          'Khách muốn thử việc hái trà có thể đăng ký trên [trang của hợp tác xã](https://doisuong.blao.example/mot-ngay-hai-tra), mỗi ngày nhận 20 người. Buổi học kết thúc bằng bốn chén trà pha từ chính mẻ lá mình hái.',
        ),
      ],
    },
  },
}
