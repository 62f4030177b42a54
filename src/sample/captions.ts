/** The words of the sample pictures. All of them are drawings of ours: nobody and nothing real is shown. */
import type { Language } from '#newsroom'

type Worded = Readonly<Record<Language, string>>
export type PictureWords = { readonly alt: Worded; readonly caption: Worded; readonly credit: Worded }

const credit = (vi: string, en: string, ja: string): Worded => ({ vi: `Ảnh: ${vi}`, en: `Photo: ${en}`, ja: `写真：${ja}` })
const THU = credit('Hoài Thu', 'Hoai Thu', 'ホアイ・トゥー')
const QUAN = credit('Minh Quân', 'Minh Quan', 'ミン・クアン')
const OFFICE = credit('Ban Biên tập Thông tin đối ngoại', 'Foreign information editorial board', '対外情報編集部')

export const PICTURES = {
  'solar-park': {
    alt: {
      vi: 'Các nhà xưởng mái lợp tấm pin mặt trời hai bên con đường giữa thảm cỏ, phía sau là đồi thông',
      en: 'Factory halls roofed with solar panels on both sides of a road through lawns, pine hills behind',
      ja: '芝地を貫く道の両側に並ぶ、太陽光パネルを載せた工場と背後の松の丘',
    },
    caption: {
      vi: 'Nhà xưởng dùng điện mặt trời mái nhà trong một khu công nghiệp ở Lâm Đồng.',
      en: 'Factory halls with rooftop solar power in an industrial park in Lam Dong.',
      ja: '屋根に太陽光パネルを備えたラムドン省の工業団地の工場。',
    },
    credit: QUAN,
  },
  'coffee-cherries': {
    alt: {
      vi: 'Cành cà phê Arabica trĩu những chùm quả chín đỏ giữa lá xanh',
      en: 'An Arabica branch heavy with clusters of ripe red cherries among green leaves',
      ja: '緑の葉の間に赤く熟した実をたわわに付けたアラビカコーヒーの枝',
    },
    caption: {
      vi: 'Cà phê Arabica Cầu Đất vào vụ chín.',
      en: 'Cau Dat Arabica coffee at the height of the harvest.',
      ja: '収穫期を迎えたカウダット産アラビカコーヒー。',
    },
    credit: THU,
  },
  'coffee-hills': {
    alt: {
      vi: 'Những luống cà phê chạy theo đường đồng mức trên đồi, mây trắng phủ thung lũng lúc mặt trời mọc',
      en: 'Rows of coffee following the contours of the hills, white cloud in the valley at sunrise',
      ja: '等高線に沿って丘を巡るコーヒーの列と、日の出の谷を覆う白い雲',
    },
    caption: {
      vi: 'Bình minh trên đồi cà phê Cầu Đất.',
      en: 'Sunrise over the coffee hills of Cau Dat.',
      ja: 'カウダットのコーヒーの丘に昇る朝日。',
    },
    credit: THU,
  },
  'flower-greenhouse': {
    alt: {
      vi: 'Lối đi giữa sáu luống hoa hồng, vàng, tím, cam và trắng trong nhà kính mái vòm',
      en: 'A path between six beds of pink, yellow, purple, orange and white flowers under an arched greenhouse',
      ja: 'アーチ屋根の温室の中、桃色、黄、紫、だいだい、白の花が六列に咲き、中央に通路が延びる',
    },
    caption: {
      vi: 'Nhà kính trồng hoa ở Đà Lạt.',
      en: 'A flower greenhouse in Da Lat.',
      ja: 'ダラットの花の温室。',
    },
    credit: QUAN,
  },
  gong: {
    alt: {
      vi: 'Hai chiếc cồng có núm và một chiếc chiêng phẳng treo trên vách gỗ, cạnh dùi bọc vải đỏ',
      en: 'Two knobbed gongs and a flat one hanging on a wooden wall, beside a beater wrapped in red cloth',
      ja: '板壁に掛かる二枚のこぶ付きゴングと一枚の平ゴング、傍らに赤い布を巻いたばち',
    },
    caption: {
      vi: 'Cồng chiêng treo trên vách nhà dài, trước giờ vào hội.',
      en: 'Gongs on the wall of a longhouse before the festival begins.',
      ja: '祭りを前にロングハウスの壁に掛けられたゴング。',
    },
    credit: THU,
  },
  loom: {
    alt: {
      vi: 'Tấm thổ cẩm họa tiết quả trám và hình cây đang dệt trên khung, cạnh ba cuộn sợi đỏ, vàng, xanh',
      en: 'Brocade with diamonds and tree figures on the loom, beside three balls of red, yellow and blue yarn',
      ja: '機に張られたひし形と木の文様の錦織り、傍らに赤、黄、青の糸玉',
    },
    caption: {
      vi: "Tấm thổ cẩm đang dệt dở trên khung của người K'Ho.",
      en: "An unfinished brocade on a K'Ho loom.",
      ja: 'コホー族の機で織りかけの錦織り。',
    },
    credit: THU,
  },
  'exhibition-hall': {
    alt: {
      vi: 'Phòng trưng bày với tư liệu treo hai bên tường, tranh biển lúc bình minh và mô hình thuyền buồm gỗ trong tủ kính; người xem nhìn từ phía sau',
      en: 'A gallery with documents along both walls, a painting of the sea at dawn and a model of a wooden sailing boat in a glass case; visitors seen from behind',
      ja: '両側の壁に文書が並ぶ展示室。奥に夜明けの海の絵、中央のガラスケースに木造帆船の模型。来場者は後ろ姿',
    },
    caption: {
      vi: 'Không gian trưng bày tư liệu về biển, đảo tại Bảo tàng Lâm Đồng.',
      en: 'The gallery of documents on seas and islands at Lam Dong Museum.',
      ja: 'ラムドン博物館に設けられた海と島に関する資料の展示室。',
    },
    credit: OFFICE,
  },
  woodblocks: {
    alt: {
      vi: 'Hai tấm mộc bản khắc chữ đặt trên bàn cạnh con dao khắc, phía sau là những giá xếp đầy mộc bản',
      en: 'Two carved woodblocks on a table beside a carving knife, shelves full of woodblocks behind',
      ja: '机に置かれた二枚の版木と彫刻刀、背後に版木がぎっしり並ぶ棚',
    },
    caption: {
      vi: 'Mộc bản triều Nguyễn trong kho lưu trữ.',
      en: 'Nguyen Dynasty woodblocks in the archive.',
      ja: '書庫に収められたグエン朝の木版。',
    },
    credit: OFFICE,
  },
  'conference-table': {
    alt: {
      vi: 'Phòng họp chưa có người, bàn bầu dục trang trí hoa tươi giữa quốc kỳ Việt Nam và quốc kỳ Nhật Bản',
      en: 'An empty meeting room, an oval table with fresh flowers between the flags of Vietnam and Japan',
      ja: '人のいない会議室。生花を飾った楕円形の机の両側にベトナムと日本の国旗',
    },
    caption: {
      vi: 'Phòng họp trước giờ khai mạc Gặp gỡ Nhật Bản 2026.',
      en: 'The meeting room before the opening of Meet Japan 2026.',
      ja: '「ミート・ジャパン2026」開幕前の会議室。',
    },
    credit: OFFICE,
  },
  'tea-rows': {
    alt: {
      vi: 'Những luống trà xanh uốn lượn theo sườn đồi dưới nắng sớm, hàng cây che bóng ở xa',
      en: 'Green rows of tea winding along a hillside in the morning sun, shade trees in the distance',
      ja: '朝日の中、丘の斜面に沿ってうねる緑の茶の列と遠くの日よけの木々',
    },
    caption: {
      vi: "Đồi trà ở vùng B'Lao.",
      en: "Tea hills in the B'Lao area.",
      ja: 'ブラオ地方の茶畑。',
    },
    credit: QUAN,
  },
  'tea-cup': {
    alt: {
      vi: 'Ấm đất nung và ba chén trà ô long vàng óng trên bàn gỗ, hơi nước bốc lên',
      en: 'A clay pot and three steaming cups of golden oolong tea on a wooden table',
      ja: '木の机に置かれた土の急須と、湯気を立てる黄金色のウーロン茶三杯',
    },
    caption: {
      vi: 'Trà ô long pha theo lối truyền thống.',
      en: 'Oolong tea brewed in the traditional way.',
      ja: '伝統の作法で入れたウーロン茶。',
    },
    credit: QUAN,
  },
  'vegetable-rows': {
    alt: {
      vi: 'Bốn giàn xà lách xanh và tím thẳng tắp trong nhà kính',
      en: 'Four straight benches of green and purple lettuce in a greenhouse',
      ja: '温室の中に真っすぐ延びる緑と紫のレタスの棚四列',
    },
    caption: {
      vi: 'Xà lách trồng thủy canh trong nhà kính.',
      en: 'Lettuce grown hydroponically in a greenhouse.',
      ja: '温室で水耕栽培されるレタス。',
    },
    credit: THU,
  },
  'market-vegetables': {
    alt: {
      vi: 'Quầy chợ với các thùng gỗ đầy cải bắp, cà rốt, atisô, dâu tây, cà chua và hồng dưới ánh đèn',
      en: 'A market stall with wooden crates of cabbages, carrots, artichokes, strawberries, tomatoes and persimmons under lamps',
      ja: '灯の下、キャベツ、ニンジン、アーティチョーク、イチゴ、トマト、柿を盛った木箱が並ぶ市場の店先',
    },
    caption: {
      vi: 'Rau Đà Lạt và trái cây bày bán ở chợ Đà Lạt.',
      en: 'Da Lat vegetables and fruit on sale at Da Lat Market.',
      ja: 'ダラット市場に並ぶダラットの野菜と果物。',
    },
    credit: THU,
  },
  'railway-station': {
    alt: {
      vi: 'Ga Đà Lạt với ba mái nhọn, cửa kính màu và đồng hồ ở giữa, phía trước là đường ray',
      en: 'Da Lat Railway Station with three pointed gables, coloured glass and a clock, tracks in front',
      ja: '三つのとがり屋根と色ガラス、中央の時計を持つダラット駅。手前に線路',
    },
    caption: {
      vi: 'Ga Đà Lạt trong nắng sớm.',
      en: 'Da Lat Railway Station in the morning sun.',
      ja: '朝日を浴びるダラット駅。',
    },
    credit: QUAN,
  },
  'xuan-huong-dusk': {
    alt: {
      vi: 'Hồ Xuân Hương lúc hoàng hôn, đèn ven hồ soi bóng nước và ba chiếc thuyền thiên nga',
      en: 'Xuan Huong Lake at dusk, lamps mirrored in the water and three swan boats',
      ja: '夕暮れのスアンフオン湖。水面に映る岸の灯と三艘の白鳥ボート',
    },
    caption: {
      vi: 'Hồ Xuân Hương lúc chiều buông.',
      en: 'Xuan Huong Lake as evening falls.',
      ja: '日の暮れたスアンフオン湖。',
    },
    credit: QUAN,
  },
  'silk-cocoons': {
    alt: {
      vi: 'Nong tre đầy kén tằm vàng và trắng, cạnh lá dâu và con tơ',
      en: 'A bamboo tray full of yellow and white cocoons, beside mulberry leaves and a skein of silk',
      ja: '黄色と白の繭を広げた竹のざる、傍らに桑の葉と生糸の束',
    },
    caption: {
      vi: 'Kén tằm trước khi ươm tơ ở Bảo Lộc.',
      en: 'Cocoons before reeling in Bao Loc.',
      ja: 'バオロックで糸を引く前の繭。',
    },
    credit: THU,
  },
  students: {
    alt: {
      vi: 'Sinh viên nhìn từ phía sau, áo dài trắng và ba lô, đi về phía giảng đường mái ngói đỏ dưới hàng thông',
      en: 'Students seen from behind, in white ao dai or with backpacks, walking to a red-roofed hall between pines',
      ja: '松並木の間を赤い屋根の校舎へ歩く、白いアオザイ姿やリュックを背負った学生たちの後ろ姿',
    },
    caption: {
      vi: 'Sinh viên trong khuôn viên Trường Đại học Đà Lạt.',
      en: 'Students on the campus of Da Lat University.',
      ja: 'ダラット大学の構内を歩く学生たち。',
    },
    credit: OFFICE,
  },
  'pine-hills': {
    alt: {
      vi: 'Đồi thông lớp lớp trong sương sớm, mặt trời lên sau dãy núi',
      en: 'Layer upon layer of pine hills in morning mist, the sun rising behind the mountains',
      ja: '朝霧に幾重にも重なる松の丘と、山並みの向こうに昇る朝日',
    },
    caption: {
      vi: 'Rừng thông trên cao nguyên Lâm Viên.',
      en: 'Pine forest on the Lam Vien Plateau.',
      ja: 'ラムビエン高原の松林。',
    },
    credit: QUAN,
  },
  'forest-waterfall': {
    alt: {
      vi: 'Thác nước trắng xóa đổ xuống hồ xanh giữa rừng lá kim, đá phủ rêu ở gần',
      en: 'A white waterfall dropping into a green pool in conifer forest, mossy rocks in front',
      ja: '針葉樹の森の中、緑の淵に白く落ちる滝と手前の苔むした岩',
    },
    caption: {
      vi: 'Một con thác trong vùng lõi của rừng.',
      en: 'A waterfall in the core zone of the forest.',
      ja: '森の核心地域にある滝。',
    },
    credit: OFFICE,
  },
  'festival-lanterns': {
    alt: {
      vi: 'Đèn lồng treo trên cao và hoa đăng thả trên mặt hồ trong đêm hội, thảm hoa ở bờ gần',
      en: 'Lanterns strung above and flower lanterns floating on the lake on a festival night, a bank of flowers in front',
      ja: '祭りの夜、頭上に連なるちょうちんと湖面に浮かぶ花灯籠。手前の岸に花々',
    },
    caption: {
      vi: 'Đêm hoa đăng trên hồ trong Festival Hoa Đà Lạt.',
      en: 'Flower lanterns on the lake during the Da Lat Flower Festival.',
      ja: 'ダラット・フラワーフェスティバルで湖に浮かぶ花灯籠。',
    },
    credit: THU,
  },
  persimmons: {
    alt: {
      vi: 'Những dây hồng gọt vỏ treo kín gian nhà gỗ, ánh nắng chiếu qua cửa sổ phía sau',
      en: 'Strings of peeled persimmons filling a wooden house, sunlight through the window behind',
      ja: '木造の小屋いっぱいにつるされた皮をむいた柿と、奥の窓から差す日の光',
    },
    caption: {
      vi: 'Hồng treo gió trong nhà giàn ở Cầu Đất.',
      en: 'Air-dried persimmons in a drying house at Cau Dat.',
      ja: 'カウダットの乾燥小屋につるされた干し柿。',
    },
    credit: THU,
  },
  'fishing-boats': {
    alt: {
      vi: 'Thuyền đánh cá treo cờ đỏ sao vàng neo trên vịnh lúc bình minh, ba chiếc thúng tre trên bãi cát',
      en: 'Fishing boats with red flags and a yellow star at anchor in a bay at sunrise, three round bamboo boats on the sand',
      ja: '日の出の湾に停泊する、赤地に黄色い星の旗を掲げた漁船と、砂浜に置かれた三つの丸い竹舟',
    },
    caption: {
      vi: 'Thuyền cá trên vùng biển Phan Thiết trước giờ khai hội.',
      en: 'Fishing boats off Phan Thiet before the festival opens.',
      ja: '祭りの開幕を待つファンティエットの漁船。',
    },
    credit: QUAN,
  },
  'cherry-saplings': {
    alt: {
      vi: 'Hàng cây anh đào con có cọc chống và thẻ tên bằng gỗ trên bãi cỏ bên hồ, trong mưa nhẹ',
      en: 'Young cherry trees with stakes and wooden name tags on the grass beside a lake, in light rain',
      ja: '小雨の中、湖畔の芝生に並ぶ、支柱と木の名札を付けた桜の苗木',
    },
    caption: {
      vi: 'Những cây anh đào đầu tiên bên hồ trong cơn mưa đầu mùa.',
      en: 'The first cherry trees beside the lake, in the first rain of the season.',
      ja: '雨期の最初の雨の中、湖畔に植えられた最初の桜。',
    },
    credit: THU,
  },
} as const satisfies Readonly<Record<string, PictureWords>>

export type PictureKey = keyof typeof PICTURES
export const PICTURE_KEYS = Object.keys(PICTURES) as readonly PictureKey[]
