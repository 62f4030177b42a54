/** The licence of the sample Bản tin, and who receives it. */
import type { SampleAddressee, SampleLicence } from '../issue'

export const LICENCE: SampleLicence = {
  number: '12/GP-XBBT',
  date: '2025-12-18',
  issuer: {
    vi: 'Sở Văn hóa, Thể thao và Du lịch',
    en: 'Department of Culture, Sports and Tourism',
    ja: '文化スポーツ観光局',
  },
  publisher: {
    vi: 'Ủy ban nhân dân tỉnh Lâm Đồng',
    en: "Lam Dong Provincial People's Committee",
    ja: 'ラムドン省人民委員会',
  },
  name: {
    vi: 'Thông tin đối ngoại Lâm Đồng',
    en: 'Lam Dong Foreign Information',
    ja: 'ラムドン省対外情報',
  },
  purpose: {
    vi: 'Giới thiệu chủ trương, tiềm năng, văn hóa và con người Lâm Đồng với bạn bè quốc tế; không quảng cáo, không kinh doanh.',
    en: 'To present the policies, potential, culture and people of Lam Dong to international friends; no advertising, not for sale.',
    ja: 'ラムドン省の方針、可能性、文化、人々を世界の友人に紹介する。広告を載せず、販売しない。',
  },
  languages: ['vi', 'en', 'ja'],
  frequency: { vi: '3 tháng/kỳ', en: 'quarterly', ja: '季刊' },
  pageLimit: 64,
  trim: { widthMm: 190, heightMm: 270 },
  printRun: 1000,
  printer: {
    vi: 'Công ty TNHH In Cao Nguyên Xanh, phường Cam Ly - Đà Lạt',
    en: 'Cao Nguyen Xanh Printing Company, Cam Ly - Da Lat ward',
    ja: 'カオグエンサイン印刷社（カムリー・ダラット区）',
  },
  area: {
    vi: 'Trong nước và nước ngoài',
    en: 'In Vietnam and abroad',
    ja: '国内および国外',
  },
  personResponsible: { vi: 'Lê Quang Vinh', en: 'Le Quang Vinh', ja: 'レ・クアン・ヴィン' },
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
}

const copies = (vi: number, en: number, ja: number): SampleAddressee['copies'] => ({ vi, en, ja })

export const ADDRESSEES: readonly SampleAddressee[] = [
  {
    kind: 'deposit',
    addressee: 'Sở Văn hóa, Thể thao và Du lịch (lưu chiểu)',
    address: 'phường Xuân Hương - Đà Lạt, tỉnh Lâm Đồng',
    copies: copies(2, 2, 2),
  },
  {
    kind: 'deposit',
    addressee: 'Thư viện Quốc gia Việt Nam',
    address: 'Hà Nội',
    copies: copies(2, 2, 2),
  },
  {
    kind: 'distribution',
    addressee: 'Đại sứ quán Nhật Bản tại Việt Nam, Phòng Kinh tế',
    address: 'Hà Nội',
    copies: copies(5, 10, 60),
  },
  {
    kind: 'distribution',
    addressee: 'Đại sứ quán Hà Lan tại Việt Nam, Bộ phận Nông nghiệp',
    address: 'Hà Nội',
    copies: copies(5, 40, 0),
  },
  {
    kind: 'distribution',
    addressee: 'Tổ chức Xúc tiến Thương mại Nhật Bản (JETRO), Văn phòng Thành phố Hồ Chí Minh',
    address: 'Thành phố Hồ Chí Minh',
    copies: copies(10, 20, 80),
  },
  {
    kind: 'distribution',
    addressee: 'Liên hiệp các tổ chức hữu nghị tỉnh',
    address: 'phường Xuân Hương - Đà Lạt, tỉnh Lâm Đồng',
    copies: copies(60, 60, 40),
  },
  {
    kind: 'distribution',
    addressee: 'Thư viện tỉnh Lâm Đồng',
    address: 'phường Xuân Hương - Đà Lạt, tỉnh Lâm Đồng',
    copies: copies(30, 15, 15),
  },
  {
    kind: 'distribution',
    addressee: 'Thư viện thành phố Asahino, Tủ sách Việt Nam',
    address: 'Asahino, Nagano, Nhật Bản',
    copies: copies(2, 5, 30),
  },
  {
    kind: 'distribution',
    addressee: 'Quầy thông tin du lịch, sân bay Liên Khương',
    address: 'xã Đức Trọng, tỉnh Lâm Đồng',
    copies: copies(40, 120, 80),
  },
  {
    kind: 'distribution',
    addressee: 'Quầy thông tin du lịch, bến xe liên tỉnh Phan Thiết',
    address: 'phường Phan Thiết, tỉnh Lâm Đồng',
    copies: copies(60, 80, 20),
  },
]
