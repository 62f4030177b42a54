import type { SampleStory } from '../story'
import { h2, list, p, quote, steps } from '../write'

export const brocadeVillage: SampleStory = {
  key: 'brocade-village',
  class: 'promotional',
  sovereignty: false,
  desk: 'culture',
  sharedWith: [],
  author: 'reporter',
  topics: ['crafts', 'culture'],
  places: ['Lang Biang - Đà Lạt'],
  channels: null,
  source: 'vi',
  lead: 'loom',
  state: { vi: 'draft' },
  versions: {
    vi: {
      title: "Người K'Ho giữ khung dệt: mỗi họa tiết là một lời kể",
      summary:
        "Ở phường Lang Biang - Đà Lạt, 37 phụ nữ K'Ho nhóm Cil và nhóm Lạch cùng ghi lại hơn 60 họa tiết thổ cẩm, trước khi những người nhớ được tên gọi của chúng già đi.",
      byline: 'Hoài Thu',
      body: [
        p(
          'Chị Ka Nhiên ngồi duỗi thẳng chân, đạp hai bàn chân vào thanh tre đầu khung. Tấm thổ cẩm dài ra theo từng nhịp dập; một ngày làm việc, chị dệt được chừng 25 cm.',
        ),
        p(
          "Tổ dệt của chị có 37 phụ nữ K'Ho, phần lớn thuộc nhóm Cil và nhóm Lạch, sống dưới chân núi Langbiang. Người nhỏ nhất 17 tuổi, người lớn nhất 78 tuổi. Năm 2026, họ bắt tay vào một việc chưa ai làm: ghi lại tên và ý nghĩa của từng họa tiết.",
        ),
        h2('Hơn 60 lời kể trên vải'),
        p(
          "Cùng với Bảo tàng Lâm Đồng, tổ dệt đã vẽ lại 63 họa tiết lên giấy kẻ ô, mỗi họa tiết kèm tên bằng tiếng K'Ho và tiếng Việt. Một số họa tiết chỉ còn một người nhớ:",
        ),
        list(
          'mắt chim, dệt trên tấm choàng của người mẹ trẻ;',
          'dấu chân nai, dành cho người hay đi rừng;',
          'lá dương xỉ, chỉ có ở váy ngày cưới;',
          'đường nước, chạy suốt mép vải để “vải không khát”.',
        ),
        quote('“Mẹ tôi dệt mà không vẽ, vì mẹ nhớ. Tôi vẽ để con tôi không phải nhớ một mình”, chị Ka Nhiên nói.'),
        h2('Nhuộm bằng cây trong vườn'),
        p('Từ năm 2024, tổ trở lại nhuộm sợi bằng cây cỏ. Một mẻ nhuộm chàm đi qua bốn bước:'),
        steps(
          'Ủ lá chàm trong nước 48 giờ.',
          'Đánh bọt với vôi, lắng lấy bột.',
          'Nhúng sợi bảy lần, mỗi lần cách nhau nửa ngày.',
          'Xả nước suối và phơi trong bóng râm.',
        ),
        p(
          'Sợi nhuộm cây lâu phai nhưng tốn công, nên giá cao gấp rưỡi sợi công nghiệp. Một tấm choàng dài 1,8 m được bán 1,5 triệu đồng; người dệt nhận 70%, phần còn lại mua sợi và mở lớp.',
        ),
        h2('Làng nghề mở cửa'),
        p(
          'Từ tháng 1/2027, tổ dệt đón khách vào thứ tư và chủ nhật, mỗi lượt không quá 12 người, để khách được ngồi vào khung chứ không chỉ đứng chụp ảnh. Tỉnh đang hoàn thiện hồ sơ công nhận làng nghề, đồng thời đề nghị ghi nghề dệt vào danh mục di sản văn hóa phi vật thể.',
        ),
      ],
    },
  },
}
