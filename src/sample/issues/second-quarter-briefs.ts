/** Short news of April to June 2026: texts that stand in the issue only. */
import type { Language } from '#newsroom'
import type { SampleVersion } from '../story'
import { p } from '../write'

type Brief = { readonly key: string; readonly piece: Readonly<Record<Language, SampleVersion>> }

const brief = (title: string, summary: string, byline: string, ...lines: readonly string[]): SampleVersion => ({
  title,
  summary,
  byline,
  body: lines.map(p),
})

export const BRIEFS: readonly Brief[] = [
  {
    key: 'brief-durian',
    piece: {
      vi: brief(
        'Sầu riêng Đạ Huoai vào vụ với 46 mã số vùng trồng',
        'Vụ sầu riêng năm nay của vùng Đạ Huoai dự kiến đạt 62.000 tấn, phần lớn dành cho xuất khẩu.',
        'Minh Quân',
        'Từ cuối tháng 4/2026, các vườn sầu riêng ở xã Đạ Huoai và các xã lân cận bước vào vụ thu hoạch. Toàn vùng có 46 mã số vùng trồng với diện tích 3.100 ha, tăng 11 mã số so với năm 2025.',
        'Theo Sở Nông nghiệp và Môi trường, mỗi lô hàng được kiểm nghiệm dư lượng trước khi cắt năm ngày. Ba cơ sở đóng gói đã lắp máy quét độ chín, nhờ đó tỷ lệ quả bị trả lại trong tháng 5/2026 chỉ còn 0,8%.',
        'Vườn mở cửa đón khách đến hết tháng 8/2026; giá ăn tại vườn là 250.000 đồng một người.',
      ),
      en: brief(
        'Da Huoai durian season opens with 46 planting area codes',
        'This year’s durian crop of the Da Huoai area is expected to reach 62,000 tonnes, most of it for export.',
        'Minh Quan',
        'Since the end of April 2026 the durian orchards of Da Huoai commune and its neighbours have been harvesting. The area has 46 planting area codes covering 3,100 ha, 11 codes more than in 2025.',
        'According to the Department of Agriculture and Environment, every lot is tested for residues five days before it is cut. Three packing houses have installed ripeness scanners, and the share of fruit sent back fell to 0.8 per cent in May 2026.',
        'The orchards are open to visitors until the end of August 2026; eating on the spot costs VND 250,000 per person.',
      ),
      ja: brief(
        'ダフオアイのドリアン、46の栽培地番号で収穫期に',
        'ダフオアイ一帯の今年のドリアンは6万2000トンに達する見込みで、大半が輸出に回る。',
        'ミン・クアン',
        'ダフオアイ村と周辺の村のドリアン園は2026年4月末から収穫期に入った。一帯には46の栽培地番号があり、面積は3100ヘクタール。2025年より11増えた。',
        '農業環境局によると、全ての荷は収穫の5日前に残留農薬の検査を受ける。三つの選果場が熟度を読み取る装置を備え、2026年5月の返品率は0.8％に下がった。',
        '園は2026年8月末まで来園者を受け入れる。園内での食べ放題は1人25万ドンである。',
      ),
    },
  },
  {
    key: 'brief-weaving',
    piece: {
      vi: brief(
        "Thổ cẩm K'Ho có mặt tại hội chợ thủ công ở Osaka",
        'Một hợp tác xã dệt ở phường Lang Biang - Đà Lạt gửi 120 tấm thổ cẩm nhuộm cây cỏ sang Nhật Bản.',
        'Hoài Thu',
        "Từ ngày 14 đến 17/5/2026, Hợp tác xã Dệt Bon Lạch giới thiệu 120 tấm thổ cẩm của dân tộc K'Ho tại một hội chợ thủ công ở Osaka, Nhật Bản. Hai nghệ nhân dệt ngay tại gian hàng, mỗi ngày ba buổi.",
        'Đến ngày bế mạc, 97 tấm đã bán hết, thu 290 triệu đồng; ba cửa hàng đặt thêm 60 tấm cho mùa thu. Mỗi sản phẩm kèm một thẻ nhỏ ghi tên người dệt và tên họa tiết bằng tiếng Nhật.',
      ),
      en: brief(
        "K'Ho brocade at a crafts fair in Osaka",
        'A weaving cooperative in Lang Biang - Da Lat ward sent 120 pieces of brocade, dyed with plants, to Japan.',
        'Hoai Thu',
        "From 14 to 17 May 2026, the Bon Lach Weaving Cooperative presented 120 pieces of brocade of the K'Ho people at a crafts fair in Osaka, Japan. Two artisans wove at the stand, in three sessions a day.",
        'By the closing day 97 pieces had been sold for VND 290 million, and three shops had ordered another 60 for the autumn. Each piece comes with a small card in Japanese with the name of the weaver and of the pattern.',
      ),
      ja: brief(
        'コホー族の錦織り、大阪の工芸展に',
        'ランビアン・ダラット区の織物協同組合が、草木染の錦織り120枚を日本に送った。',
        'ホアイ・トゥー',
        'ボンラック織物協同組合は2026年5月14日から17日まで、大阪の工芸展でコホー族の錦織り120枚を紹介した。2人の織り手が会場で1日3回、機織りを披露した。',
        '最終日までに97枚が売れ、売り上げは2億9000万ドンに上った。三つの店が、秋に向けてさらに60枚を注文した。製品には、織り手の名と文様の名を日本語で記した小さな札が付いている。',
      ),
    },
  },
  {
    key: 'brief-macadamia',
    piece: {
      vi: brief(
        'Mắc ca Lâm Đồng thêm nhà máy bóc vỏ',
        'Nhà máy công suất 5.000 tấn mỗi năm tại xã Di Linh chạy thử từ ngày 8/6/2026.',
        'Minh Quân',
        'Nhà máy thu mua mắc ca của 740 hộ ở các xã Di Linh, Bảo Lâm và Tuy Đức. Vỏ hạt được ép thành viên đốt, dùng luôn cho lò sấy, nên mỗi tấn nhân bớt được 180 kg than.',
        'Toàn tỉnh có khoảng 9.400 ha mắc ca, phần lớn trồng xen trong vườn cà phê. Lô nhân đầu tiên, 24 tấn, sẽ xuất sang Nhật Bản trong tháng 8/2026.',
      ),
      en: brief(
        'Another shelling plant for Lam Dong macadamia',
        'A plant in Di Linh commune with a capacity of 5,000 tonnes a year has been on trial since 8 June 2026.',
        'Minh Quan',
        'The plant buys macadamia nuts from 740 households in the communes of Di Linh, Bao Lam and Tuy Duc. The shells are pressed into pellets that heat its own dryers, which saves 180 kg of coal for every tonne of kernels.',
        'The province has about 9,400 ha of macadamia, most of it planted among coffee. The first lot of kernels, 24 tonnes, will be exported to Japan in August 2026.',
      ),
      ja: brief(
        'ラムドン省のマカダミア、殻むき工場を増設',
        '年間5000トンの処理能力を持つジーリン村の工場が、2026年6月8日から試運転に入った。',
        'ミン・クアン',
        '工場はジーリン、バオラム、トゥイドゥックの各村の740戸からマカダミアを買い取る。殻は固めて燃料にし、工場の乾燥炉で使う。これにより、仁1トン当たり180キロの石炭を減らす。',
        '省内のマカダミアは約9400ヘクタールで、多くはコーヒー畑に混植されている。最初の仁24トンは、2026年8月に日本へ輸出される。',
      ),
    },
  },
  {
    key: 'brief-bus',
    piece: {
      vi: brief(
        'Xe buýt đêm nối Đà Lạt với Phan Thiết',
        'Từ ngày 1/7/2026, mỗi đêm có bốn chuyến xe giường nằm giữa hai trung tâm du lịch của tỉnh.',
        'Minh Quân',
        'Xe khởi hành lúc 21 giờ và 23 giờ ở cả hai đầu bến, giá vé 180.000 đồng, trẻ em dưới sáu tuổi được miễn phí. Lời nhắc trên xe bằng tiếng Việt và tiếng Anh.',
        'Theo Sở Xây dựng, tuyến xe dùng tám chiếc chạy bằng khí nén, chạy thử trong sáu tháng. Nếu trung bình mỗi chuyến có trên 22 khách, tỉnh sẽ mở thêm tuyến Đà Lạt - Gia Nghĩa.',
      ),
      en: brief(
        'Night buses link Da Lat with Phan Thiet',
        'From 1 July 2026, four sleeper buses a night will run between the two centres of tourism in the province.',
        'Minh Quan',
        'The buses leave at 21:00 and 23:00 from either end; a ticket costs VND 180,000, and children under six travel free. Announcements on board are in Vietnamese and English.',
        'According to the Department of Construction, the line uses eight buses that run on compressed gas, on trial for six months. If each journey carries more than 22 passengers on average, the province will open a line from Da Lat to Gia Nghia as well.',
      ),
      ja: brief(
        '夜行バス、ダラットとファンティエットを結ぶ',
        '2026年7月1日から、省内の二つの観光の中心地の間を、毎晩4便の寝台バスが走る。',
        'ミン・クアン',
        'バスは両端の停留所を21時と23時に出発する。運賃は18万ドンで、6歳未満の子どもは無料である。車内の案内はベトナム語と英語で行う。',
        '建設局によると、圧縮ガスで走るバス8台を使い、6カ月にわたり試験運行する。1便当たりの乗客が平均22人を超えれば、省はダラット・ザーギア線も開く。',
      ),
    },
  },
  {
    key: 'brief-library',
    piece: {
      vi: brief(
        'Tủ sách Việt Nam ở Asahino',
        'Thư viện thành phố Asahino (Nagano, Nhật Bản) mở tủ sách Việt Nam với 430 đầu sách.',
        'Hoài Thu',
        'Ngày 6/6/2026, tủ sách mở cửa với 430 đầu sách bằng tiếng Việt, tiếng Nhật và tiếng Anh, trong đó 150 đầu sách do Thư viện tỉnh Lâm Đồng gửi tặng. Bản tin này có ở đó từ số đầu năm.',
        'Chiều chủ nhật tuần cuối mỗi tháng, thực tập sinh Việt Nam đang làm việc ở Asahino đọc truyện cho trẻ em bằng hai thứ tiếng.',
      ),
      en: brief(
        'A Vietnamese bookcase in Asahino',
        'The library of Asahino City (Nagano, Japan) has opened a Vietnamese bookcase with 430 titles.',
        'Hoai Thu',
        'On 6 June 2026 the bookcase opened with 430 titles in Vietnamese, Japanese and English, 150 of them given by the library of Lam Dong Province. This bulletin has been there since the first number of the year.',
        'On the afternoon of the last Sunday of every month, Vietnamese trainees working in Asahino read stories to children in two languages.',
      ),
      ja: brief(
        '朝日野に「ベトナムの本棚」',
        '朝日野市（長野、日本）の図書館が、430点を集めたベトナムの本棚を設けた。',
        'ホアイ・トゥー',
        '2026年6月6日に開かれた本棚には、ベトナム語、日本語、英語の本430点が並ぶ。うち150点はラムドン省の図書館が贈った。このニュースレターも、今年の最初の号から置かれている。',
        '毎月最終日曜日の午後には、朝日野で働くベトナムの実習生が、二つの言語で子どもたちに読み聞かせをする。',
      ),
    },
  },
  {
    key: 'brief-training',
    piece: {
      vi: brief(
        'Tập huấn thông tin đối ngoại cho 124 xã, phường',
        'Lần đầu tiên, mỗi xã, phường và đặc khu của tỉnh có một cán bộ phụ trách thông tin đối ngoại.',
        'Hoài Thu',
        'Trong hai ngày 18 và 19/6/2026, tại Đà Lạt, Sở Ngoại vụ tổ chức lớp tập huấn cho 124 cán bộ. Nội dung gồm cách viết tên riêng trong bản tiếng Anh, tiếng Nhật; xin phép khi chụp ảnh; trả lời khách nước ngoài.',
        'Bài thực hành được yêu thích nhất là viết tấm biển chỉ đường bằng ba thứ tiếng. 31 tấm biển sẽ được lắp thử trước ngày 30/9/2026.',
      ),
      en: brief(
        'Foreign information training for 124 communes and wards',
        'For the first time, every commune, ward and special zone of the province has an officer in charge of foreign information.',
        'Hoai Thu',
        'On 18 and 19 June 2026 in Da Lat, the Department of Foreign Affairs held a training course for 124 officials. They studied how to write proper names in English and Japanese texts, how to ask before taking a picture, and how to answer visitors from abroad.',
        'The favourite exercise was to write a signpost in three languages. 31 signposts will be put up on trial before 30 September 2026.',
      ),
      ja: brief(
        '124の村・区の職員に対外情報研修',
        '省内の全ての村、区、特区に、初めて対外情報の担当職員が置かれた。',
        'ホアイ・トゥー',
        '外務局は2026年6月18日と19日、ダラットで124人の職員を対象に研修を開いた。英語と日本語の文章での固有名詞の書き方、写真を撮る際の許可の求め方、外国人への応対などを学んだ。',
        '最も人気があった実習は、3言語の案内板を書くことだった。2026年9月30日までに、31枚の案内板が試験的に設けられる。',
      ),
    },
  },
]
