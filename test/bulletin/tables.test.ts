import { describe, expect, it } from 'vitest'
import { recordsTable, type RecordRow } from '#bulletin/tables'

const row = (changes: Partial<RecordRow> = {}): RecordRow => ({
  kind: 'deposit',
  language: 'vi',
  date: '2026-10-02',
  copies: 3,
  addressee: 'Sở Văn hóa, Thể thao và Du lịch',
  address: '36 Trần Phú, Đà Lạt',
  receipt: '118/BN-LC',
  by: { id: 'yen', name: 'Hồ Hải Yến', at: '2026-10-02T03:00:00.000Z' },
  issue: { year: 2026, quarter: 3, numberInYear: 3 },
  ...changes,
})
const linesOf = (csv: string) => csv.replace('\uFEFF', '').trimEnd().split('\r\n')

describe('the table for the yearly report', () => {
  it('has one line a record, in the words of its reader', () =>
    expect(recordsTable([row()], 'vi')).toBe(
      '\uFEFF"Năm","Quý","Số bản tin","Ngôn ngữ","Hình thức","Ngày","Số lượng (bản)","Nơi nhận","Địa chỉ","Số biên nhận","Người ghi"\r\n' +
        '"2026","III","Số 3 (Quý III/2026)","Tiếng Việt","Nộp lưu chiểu","2/10/2026","3","Sở Văn hóa, Thể thao và Du lịch","36 Trần Phú, Đà Lạt","118/BN-LC","Hồ Hải Yến"\r\n',
    ))
  it('reads in Japanese as well', () =>
    expect(linesOf(recordsTable([row({ kind: 'distribution', language: 'ja' })], 'ja'))).toEqual([
      '"年","四半期","号","言語","区分","日付","部数","送付先","住所","受領番号","記録者"',
      '"2026","3","第3号（2026年第3四半期）","日本語","配布","2026年10月2日","3","Sở Văn hóa, Thể thao và Du lịch","36 Trần Phú, Đà Lạt","118/BN-LC","Hồ Hải Yến"',
    ]))
  it('goes through the year', () =>
    expect(
      linesOf(
        recordsTable(
          [
            row({ receipt: 'c' }),
            row({ receipt: 'd', date: '2026-10-05' }),
            row({ receipt: 'b', issue: { year: 2026, quarter: 2, numberInYear: 2 } }),
            row({ receipt: 'a', issue: { year: 2025, quarter: 4, numberInYear: 4 } }),
          ],
          'en',
        ),
      ).map((line) => line.split('","').at(-2)),
    ).toEqual(['Receipt number', 'a', 'b', 'c', 'd']))
  it('lets no addressee compute', () =>
    expect(recordsTable([row({ addressee: '=HYPERLINK("https://evil.example")' })], 'vi')).toContain(
      `"'=HYPERLINK(""https://evil.example"")"`,
    ))
})
