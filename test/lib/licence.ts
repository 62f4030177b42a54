/** A licence of the Bản tin that is in force in every test, in its Vietnamese words. */
export const LICENCE = {
  number: '12/GP-XBBT',
  date: '2026-01-05',
  issuer: 'Sở Văn hóa, Thể thao và Du lịch',
  name: 'Thông tin đối ngoại',
  publisher: 'Sở Ngoại vụ tỉnh Lâm Đồng',
  languages: ['vi', 'en', 'ja'],
  frequency: '3 tháng/kỳ',
  pageLimit: 64,
  trimWidth: 190,
  trimHeight: 270,
  printRun: 1000,
  printer: 'Công ty In Lâm Đồng',
  personResponsible: 'Nguyễn Văn A',
  validFrom: '2026-01-05',
  validTo: '2199-12-31',
}
