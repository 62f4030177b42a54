/** The list on the back cover, the same in every issue. */
import type { Language } from '#newsroom'
import type { SampleVersion } from '../story'
import { h2, list, p } from '../write'

export const ADDRESSES: Readonly<Record<Language, SampleVersion>> = {
  vi: {
    title: 'Địa chỉ cần biết',
    summary: 'Nơi nhà đầu tư, du khách và bạn đọc ở nước ngoài có thể hỏi bằng tiếng Việt, tiếng Anh hoặc tiếng Nhật.',
    byline: '',
    body: [
      h2('Đầu tư và thương mại'),
      list(
        '**Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch:** phường Xuân Hương - Đà Lạt; [trang của Trung tâm](https://dautu.lamdong.example/)',
        '**Sở Tài chính,** quầy hướng dẫn thủ tục đầu tư: phường Xuân Hương - Đà Lạt; [trang số liệu](https://dautu.lamdong.example/so-lieu-2026-6)',
        '**Sở Công Thương:** phường Xuân Hương - Đà Lạt; [trang xuất khẩu](https://xuatkhau.lamdong.example/)',
      ),
      h2('Du lịch'),
      list(
        '**Quầy thông tin sân bay Liên Khương:** mở cửa từ 6 giờ đến 22 giờ hằng ngày',
        '**Quầy thông tin hồ Xuân Hương:** phường Xuân Hương - Đà Lạt, mở cửa từ 7 giờ đến 21 giờ',
        '**Quầy thông tin Phan Thiết:** phường Phan Thiết; [trang Biển và hoa](https://bienvahoa.lamdong.example/)',
      ),
      h2('Đối ngoại, văn hóa, giáo dục'),
      list(
        '**Sở Ngoại vụ:** phường Xuân Hương - Đà Lạt; [trang Gặp gỡ Nhật Bản](https://gapgonhatban.lamdong.example/)',
        '**Bảo tàng Lâm Đồng:** phường Lâm Viên - Đà Lạt, nghỉ thứ hai',
        '**Trường Đại học Đà Lạt,** Phòng Hợp tác quốc tế: phường Lâm Viên - Đà Lạt',
      ),
      h2('Bạn đọc và Ban Biên tập'),
      p(
        'Bản tin được phát miễn phí và đọc được trên [trang Thông tin đối ngoại](https://bantin.lamdong.example/). Thư góp ý và yêu cầu nhận bản in xin gửi về [hộp thư Ban Biên tập](mailto:bantin@lamdong.example).',
      ),
    ],
  },
  en: {
    title: 'Useful addresses',
    summary: 'Where investors, visitors and readers abroad may ask in Vietnamese, English or Japanese.',
    byline: '',
    body: [
      h2('Investment and trade'),
      list(
        '**Investment, Trade and Tourism Promotion Centre:** Xuan Huong - Da Lat ward; [the Centre’s site](https://dautu.lamdong.example/)',
        '**Department of Finance,** desk for investment procedures: Xuan Huong - Da Lat ward; [data page](https://dautu.lamdong.example/so-lieu-2026-6)',
        '**Department of Industry and Trade:** Xuan Huong - Da Lat ward; [export page](https://xuatkhau.lamdong.example/)',
      ),
      h2('Tourism'),
      list(
        '**Information desk at Lien Khuong Airport:** open daily from 6:00 to 22:00',
        '**Information desk at Xuan Huong Lake:** Xuan Huong - Da Lat ward, open from 7:00 to 21:00',
        '**Information desk in Phan Thiet:** Phan Thiet ward; [the Sea and Flowers site](https://bienvahoa.lamdong.example/)',
      ),
      h2('Foreign affairs, culture, education'),
      list(
        '**Department of Foreign Affairs:** Xuan Huong - Da Lat ward; [the Meet Japan site](https://gapgonhatban.lamdong.example/)',
        '**Lam Dong Museum:** Lam Vien - Da Lat ward, closed on Mondays',
        '**Da Lat University,** Office of International Cooperation: Lam Vien - Da Lat ward',
      ),
      h2('Readers and editors'),
      p(
        'The bulletin is free of charge and can be read on [the Foreign Information site](https://bantin.lamdong.example/). Comments and requests for printed copies may be sent to [the editorial board](mailto:bantin@lamdong.example).',
      ),
    ],
  },
  ja: {
    title: '知っておきたい連絡先',
    summary: '投資家、旅行者、国外の読者が、ベトナム語、英語、日本語で問い合わせることのできる窓口。',
    byline: '',
    body: [
      h2('投資・貿易'),
      list(
        '**投資・貿易・観光促進センター：**スアンフオン・ダラット区、[センターのサイト](https://dautu.lamdong.example/)',
        '**財政局**投資手続き案内窓口：スアンフオン・ダラット区、[データのページ](https://dautu.lamdong.example/so-lieu-2026-6)',
        '**商工局：**スアンフオン・ダラット区、[輸出のページ](https://xuatkhau.lamdong.example/)',
      ),
      h2('観光'),
      list(
        '**リエンクオン空港案内所：**毎日6時から22時まで',
        '**スアンフオン湖案内所：**スアンフオン・ダラット区、7時から21時まで',
        '**ファンティエット案内所：**ファンティエット区、[「海と花」のサイト](https://bienvahoa.lamdong.example/)',
      ),
      h2('対外関係・文化・教育'),
      list(
        '**外務局：**スアンフオン・ダラット区、[「ミート・ジャパン」のサイト](https://gapgonhatban.lamdong.example/)',
        '**ラムドン博物館：**ラムビエン・ダラット区、月曜日休館',
        '**ダラット大学**国際協力室：ラムビエン・ダラット区',
      ),
      h2('読者と編集部'),
      p(
        'ニュースレターは無料で、[対外情報サイト](https://bantin.lamdong.example/)でも読むことができる。ご意見と冊子の送付の希望は、[編集部](mailto:bantin@lamdong.example)まで。',
      ),
    ],
  },
}
