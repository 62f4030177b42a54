import type { SampleStory } from '../story'
import { h2, list, p, quote, table } from '../write'

export const vanThanhFlowers: SampleStory = {
  key: 'van-thanh-flowers',
  class: 'promotional',
  sovereignty: false,
  desk: 'press',
  sharedWith: ['culture'],
  author: 'reporter-press',
  topics: ['flowers'],
  places: ['Vạn Thành', 'Thái Phiên', 'Đà Lạt'],
  channels: ['portal', 'newspaper'],
  source: 'vi',
  lead: 'flower-greenhouse',
  state: { vi: 'released' },
  versions: {
    vi: {
      title: 'Làng hoa Vạn Thành vào vụ: bớt nhà kính, thêm giống mới',
      summary:
        'Trước Festival Hoa Đà Lạt 2026, người trồng hoa ở Vạn Thành và Thái Phiên chuyển một phần nhà kính sang nhà lưới, trồng giống hoa có bản quyền để xuất khẩu.',
      byline: 'Minh Quân',
      body: [
        p(
          'Giữa tháng 11, làng hoa Vạn Thành thức dậy lúc bốn giờ. Xe tải nhỏ nối đuôi nhau chở hồng, đồng tiền, cát tường ra điểm tập kết; đến sáu giờ, chuyến hàng đầu tiên đã rời cao nguyên.',
        ),
        p(
          'Toàn vùng Đà Lạt và phụ cận hiện có khoảng 3.200 ha hoa cắt cành, mỗi năm cung ứng hơn 2 tỷ cành. Khoảng 12% được xuất khẩu, nhiều nhất sang Nhật Bản, Hàn Quốc và Ô-xtrây-li-a.',
        ),
        h2('Nhà kính lùi một bước'),
        p(
          'Mùa mưa các năm trước, nước từ mái nhà kính dồn xuống các suối gây ngập cục bộ. Từ năm 2025, người dân được vận động chuyển nhà kính ven suối sang nhà lưới hoặc trồng ngoài trời. Ở Vạn Thành, 41 hộ đã chuyển 17 ha.',
        ),
        quote(
          '“Nhà lưới rẻ hơn, mát hơn, đất được nghỉ. Cái khó là phải học lại cách tưới, vì mưa bây giờ cũng là người làm vườn”, ông Phan Hữu Lộc, trồng hoa 30 năm ở Vạn Thành, nói.',
        ),
        h2('Giống mới có bản quyền'),
        p(
          'Muốn vào thị trường Nhật Bản, hoa phải có bản quyền giống. Hợp tác xã trong làng đã mua quyền trồng sáu giống, trả tiền theo số cành:',
        ),
        table(
          'Loại hoa | Số giống | Giá xuất tại vườn (đồng/cành)',
          'Cúc | 3 | 1.900',
          'Cẩm chướng | 2 | 2.400',
          'Cát tường | 1 | 3.500',
        ),
        p('Mỗi lô hàng kèm một phiếu theo dõi, ghi:'),
        list('mã vườn và ngày cắt;', 'nhiệt độ kho lạnh từ lúc cắt đến lúc lên máy bay;', 'kết quả kiểm dịch thực vật.'),
        h2('Chờ ngày hội'),
        p(
          'Festival Hoa Đà Lạt năm nay, làng hoa Vạn Thành và làng hoa Thái Phiên mở cửa 26 vườn đón khách. Vườn mẫu trồng xen hoa bản địa của rừng thông, do Trường Đại học Đà Lạt giúp chọn giống. Danh sách vườn được đăng trên [trang làng hoa](https://langhoa.dalat.example/vuon-mo-cua).',
        ),
        p(
          'Theo kế hoạch của Sở Nông nghiệp và Môi trường, đến năm 2030, diện tích nhà kính trong khu vực trung tâm Đà Lạt giảm 20%; người chuyển đổi được vay vốn lãi suất thấp, tối đa 300 triệu đồng mỗi hộ. Song song, bốn điểm thu gom màng nhựa cũ được đặt ngay đầu làng để tái chế.',
        ),
      ],
    },
  },
}
