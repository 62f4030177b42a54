import type { SampleStory } from '../story'
import { figure, h2, list, p, quote } from '../write'

export const bidoupForest: SampleStory = {
  key: 'bidoup-forest',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: ['environment'],
  author: 'reporter',
  topics: ['environment', 'tourism'],
  places: ['Bidoup - Núi Bà', 'Langbiang'],
  channels: null,
  source: 'vi',
  lead: 'pine-hills',
  state: { vi: 'held' },
  reason: {
    vi: 'Chờ Vườn quốc gia xác nhận số liệu bẫy ảnh và thống nhất việc không nêu vị trí các loài quý hiếm.',
  },
  versions: {
    vi: {
      title: 'Người giữ rừng Bidoup - Núi Bà đếm từng tiếng chim',
      summary:
        'Sau bốn năm theo dõi bằng máy ghi âm và bẫy ảnh, Vườn quốc gia Bidoup - Núi Bà ghi nhận nhiều loài trở lại; 1.240 hộ dân cùng tham gia giữ rừng.',
      byline: 'Hoài Thu',
      body: [
        p(
          "Hai giờ chiều, anh K'Sương dừng bên gốc thông, tháo chiếc máy ghi âm bằng bàn tay. Chiếc máy đã nghe rừng suốt 30 ngày, mỗi giờ năm phút. Trên cao nguyên Lâm Viên, có 48 chiếc như thế.",
        ),
        p(
          'Vườn quốc gia Bidoup - Núi Bà rộng khoảng 70.000 ha, là vùng lõi của Khu dự trữ sinh quyển thế giới Langbiang, được UNESCO công nhận năm 2015. Nơi đây có rừng thông, rừng lá rộng, những cây pơ mu hơn nghìn tuổi và nhiều loài chim chỉ có ở vùng này.',
        ),
        h2('Rừng được nghe và được nhìn'),
        p(
          'Từ năm 2022, cán bộ kiểm lâm, người dân và sinh viên Trường Đại học Đà Lạt cùng theo dõi rừng bằng máy ghi âm và bẫy ảnh. Sau bốn năm:',
        ),
        list(
          '214 loài chim được nhận ra qua tiếng kêu;',
          '36 loài thú được bẫy ảnh ghi lại;',
          'số bẫy dây tháo gỡ giảm từ 2.100 xuống 390 chiếc mỗi năm;',
          'không xảy ra vụ cháy rừng lớn nào trong hai mùa khô gần nhất.',
        ),
        figure('forest-waterfall', 'vi'),
        h2('Rừng trả công người giữ'),
        p(
          "Có 1.240 hộ, phần lớn là đồng bào K'Ho, nhận khoán bảo vệ rừng. Năm 2026, tiền dịch vụ môi trường rừng trả cho các hộ là 38 tỷ đồng, bình quân hơn 30 triệu đồng mỗi hộ. Nhiều tổ tuần tra có phụ nữ làm tổ trưởng.",
        ),
        quote(
          "“Hồi nhỏ tôi đi rừng để mang cái gì đó về. Bây giờ tôi đi rừng để xem có cái gì mất đi không. Chuyến nào về tay không là chuyến vui”, anh K'Sương nói.",
        ),
        h2('Đi nhẹ, nói khẽ'),
        p(
          'Du lịch sinh thái trong vườn được giới hạn 200 khách mỗi ngày, đi theo năm tuyến có người dẫn. Khách không được mang loa, không rời lối mòn và mang toàn bộ rác ra ngoài. Lịch tuyến và quy định được đăng trên [trang của Vườn](https://bidoup.lamdong.example/tuyen-tham-quan).',
        ),
        p(
          'Năm 2027, Vườn dự kiến hợp tác với một viện nghiên cứu Nhật Bản để phân tích 26.000 giờ âm thanh đã thu, lập bản đồ tiếng rừng đầu tiên ở Tây Nguyên.',
        ),
      ],
    },
  },
}
