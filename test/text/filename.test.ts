import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiFileName, contentDisposition, safeFileName } from '#text/filename'
import { hardText } from './hard'

const bytes = (text: string) => new TextEncoder().encode(text).length

describe('a file name', () => {
  it.each([
    ['Vietnamese stays Vietnamese', 'Lễ hội hoa Đà Lạt.JPG', 'Lễ hội hoa Đà Lạt.jpg'],
    ['decomposed by a Mac, composed here', 'Đà Lạt.png'.normalize('NFD'), 'Đà Lạt.png'],
    ['kanji', '越日交流 写真.jpeg', '越日交流 写真.jpeg'],
    ['kana with a combining voicing mark', 'タ\u3099ラット.png', 'ダラット.png'],
    ['emoji', 'hoa 🌸👩\u200D🌾.png', 'hoa 🌸👩\u200D🌾.png'],
    ['out of the folder', '../../etc/passwd', 'passwd'],
    ['out of the folder, Windows', '..\\..\\windows\\win.ini', 'win.ini'],
    ['absolute', '/etc/shadow', 'shadow'],
    ['a drive', 'C:\\Users\\An\\ảnh.png', 'ảnh.png'],
    ['a drive without a slash', 'C:ảnh.png', 'C-ảnh.png'],
    ['an encoded way out', '..%2f..%2fetc%2fpasswd', '2f..-2fetc-2fpasswd'.replaceAll('.', '-')],
    ['a folder only', 'ảnh/', 'ảnh'],
    ['dots only', '..', 'file'],
    ['nothing', '', 'file'],
    ['white space only', ' \t ', 'file'],
    ['NUL', 'photo.jpg\u0000.exe', 'photo.jpg.exe'],
    ['a header injection', 'a.jpg\r\nSet-Cookie: x=1', 'a-jpg Set-Cookie- x=1'],
    ['a right-to-left override', 'photo\u202Egpj.exe', 'photogpj.exe'],
    ['zero-width', 'ph\u200Boto.png', 'photo.png'],
    ['half of a pair', 'a\uD83D.png', 'a.png'],
    ['hidden', '.htaccess', 'htaccess'],
    ['hidden twice', '...ẩn.png', 'ẩn.png'],
    ['an option', '-rf.png', 'rf.png'],
    ['a device', 'CON', '_CON'],
    ['a device with an extension', 'con.txt', '_con.txt'],
    ['a device with two', 'nul.tar.gz', '_nul.tar.gz'],
    ['a numbered device', 'LPT1.pdf', '_LPT1.pdf'],
    ['a device with a superscript', 'com¹.pdf', '_com¹.pdf'],
    ['no device', 'concert.mp4', 'concert.mp4'],
    ['a dot at the end', 'ảnh.png.', 'ảnh.png'],
    ['a space at the end', 'ảnh.png ', 'ảnh.png'],
    ['a space before the dot', 'ảnh .png', 'ảnh.png'],
    ['shell and wildcards', 'a|b*c?d<e>f"g;h.png', 'a-b-c-d-e-f-g-h.png'],
    ['a stream', 'ảnh.png:hidden', 'ảnh-png-hidden'],
    ['two extensions', 'báo cáo.php.jpg', 'báo cáo.php.jpg'],
    ['a dot in the name', 'Bản tin số 3.2017.pdf', 'Bản tin số 3.2017.pdf'],
    ['no extension', 'Công văn 1629', 'Công văn 1629'],
    ['tabs and double spaces', 'a\t  b.png', 'a b.png'],
    ['an apostrophe', "K'Ho.png", "K'Ho.png"],
    ['full-width', '資料（最終）.pdf', '資料（最終）.pdf'],
    ['mixed slashes', 'x/..\\y/ảnh.png', 'ảnh.png'],
  ])('%s: %j', (_situation, given, expected) => {
    expect(safeFileName(given)).toBe(expected)
    expect(safeFileName(expected)).toBe(expected)
  })

  it('keeps 120 bytes of a long one, with its extension, between letters', () => {
    expect(safeFileName(`${'Đ'.repeat(150)}.jpeg`)).toBe(`${'Đ'.repeat(57)}.jpeg`)
    expect(safeFileName(`${'漢'.repeat(100)}.png`)).toBe(`${'漢'.repeat(38)}.png`)
    expect(bytes(safeFileName(`${'👩\u200D🌾'.repeat(60)}.png`))).toBeLessThanOrEqual(120)
    expect(safeFileName(`a${'\u0301\u0302'.repeat(200)}.png`)).toBe('file.png')
    expect(bytes(safeFileName('x'.repeat(300)))).toBe(119)
  })

  it('is safe and final, whatever comes', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const name = safeFileName(text)
        expect(name).not.toMatch(/[/\\<>:"|?*%;\u0000-\u001F\u007F\u202A-\u202E]|^[.\-\s]|[.\s]$/)
        expect(bytes(name)).toBeLessThanOrEqual(120)
        expect(name.length).toBeGreaterThan(0)
        expect(name.normalize('NFC')).toBe(name)
        expect(safeFileName(name)).toBe(name)
        expect(asciiFileName(text)).toMatch(/^[A-Za-z0-9_()][A-Za-z0-9._()-]*$/)
      }),
      { numRuns: 3000 },
    )
  })

  it('is ready at once for 50 kB of dots', () => {
    for (const nonsense of [
      `a${'.'.repeat(50_000)}b`,
      `a${' '.repeat(50_000)}b.png`,
      '../'.repeat(20_000),
      '\u0301'.repeat(50_000),
    ]) {
      const began = process.cpuUsage()
      contentDisposition(nonsense)
      expect(process.cpuUsage(began).user / 1000).toBeLessThan(100)
    }
  })
})

describe('for receivers that know ASCII only', () => {
  it.each([
    ['Lễ hội hoa Đà Lạt.jpg', 'Le-hoi-hoa-Da-Lat.jpg'],
    ['Ðà Lạt.jpg', 'Da-Lat.jpg'],
    ['写真.png', 'file.png'],
    ['Bulletin 日本語 2026.pdf', 'Bulletin-2026.pdf'],
    ['ＡＢＣ.pdf', 'ABC.pdf'],
    ['‥／secret.pdf', 'secret.pdf'],
  ])('%s → %s', (name, ascii) => expect(asciiFileName(name)).toBe(ascii))
  it('may be called something better than file', () => {
    expect(asciiFileName('写真.png', '01jd6q8zk3')).toBe('01jd6q8zk3.png')
  })
})

describe('Content-Disposition', () => {
  it('has both names when they differ', () => {
    expect(contentDisposition('Lễ hội (2026).pdf')).toBe(
      `attachment; filename="Le-hoi-(2026).pdf"; filename*=UTF-8''L%E1%BB%85%20h%E1%BB%99i%20%282026%29.pdf`,
    )
    expect(contentDisposition('写真.png', 'inline')).toBe(`inline; filename="file.png"; filename*=UTF-8''%E5%86%99%E7%9C%9F.png`)
    expect(contentDisposition("K'Ho.png")).toBe(`attachment; filename="K-Ho.png"; filename*=UTF-8''K%27Ho.png`)
  })
  it('has one when that is enough', () => {
    expect(contentDisposition('report.pdf')).toBe('attachment; filename="report.pdf"')
  })
  it('stays one line of visible ASCII, whatever comes', () => {
    fc.assert(
      fc.property(hardText, (name) => {
        expect(contentDisposition(name)).toMatch(
          /^attachment; filename="[A-Za-z0-9._()-]+"(?:; filename\*=UTF-8''[A-Za-z0-9.%!~_-]+)?$/,
        )
      }),
      { numRuns: 2000 },
    )
  })
})
