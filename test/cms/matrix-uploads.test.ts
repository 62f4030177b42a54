import { createHash, randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withoutPlace } from '#cms/film-metadata'
import { asWritten, picture, upload } from '../lib/canaries'
import { openTestNewsroom, type Answer, type TestNewsroom, type TestPerson } from '../lib/newsroom'

const FULL = process.env.PROOF === 'true'
const media = (...path: string[]) => join(String(process.env.MEDIA_DIR), ...path)
const HTML = '<!doctype html><script>alert(document.domain)</script>'
const WORDS = { alt: 'Hồ Than Thở', caption: 'Hồ Than Thở', credit: 'Ảnh: Thu', consent: 'notNeeded' }
type Doc = {
  id: string
  filename: string
  mimeType: string
  digest: string
  url: string
  renditions: { digest: string; ext: string; mime: string }[]
  sizes: Record<string, { filename: string | null }>
}
type Named = readonly [name: string, bytes: () => Promise<Buffer> | Buffer, mime: string]
type Made = readonly [name: string, bytes: () => Promise<Buffer> | Buffer]

/** D01, D10, D13: what may come in, under which name, and what stays outside of it. */
describe('files that people send', () => {
  let room: TestNewsroom
  let reporter: TestPerson

  beforeAll(async () => {
    room = await openTestNewsroom()
    reporter = await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk: await room.office('toa-soan') })
  })
  afterAll(() => room.stop())

  const send = (bytes: Buffer, name: string, fields: Readonly<Record<string, unknown>> = WORDS) =>
    upload(room, reporter, bytes, name, fields)
  const files = async () =>
    (await Promise.all([media('files'), media('store')].map((folder) => readdir(folder).catch(() => [])))).flat().length
  const served = async (file: string) =>
    asWritten(room, 'GET', `/api/media/file/${encodeURIComponent(file)}`, {
      headers: { authorization: `JWT ${await room.tokenOf(reporter)}` },
    })

  describe('D01: by what they are, not by what they are called', () => {
    it.each(GOOD)('%s is taken', async (name, bytes, mime) => {
      const { status, body, text } = await send(await bytes(), name)
      expect(status, text).toBe(201)
      const { doc } = body as { doc: Doc }
      expect(doc.mimeType).toBe(mime)
      const file = await served(doc.filename)
      expect([file.status, String(file.headers['content-type']).split(';')[0], file.headers['x-content-type-options']]).toEqual([
        200,
        mime === 'audio/wav'
          ? (expect.stringMatching(/^audio\//) as string)
          : mime === 'application/x-subrip'
            ? (expect.stringMatching(/subrip|plain/) as string)
            : mime,
        'nosniff',
      ])
      for (const { digest, ext } of doc.renditions)
        expect(
          createHash('sha256')
            .update(await readFile(media('store', `${digest}.${ext}`)))
            .digest('hex'),
        ).toBe(digest)
    })

    it.each(BAD)('%s is refused with one sentence and leaves nothing behind', async (name, bytes) => {
      const before = await files()
      const { status, body, text } = await send(await bytes(), name)
      expect([status, text.length < 2000, /\/(?:home|tmp|work|var|usr)\/|node_modules|at \w+ \(/.test(text)]).toEqual([
        400,
        true,
        false,
      ])
      expect((body as { errors?: { message: string }[] }).errors?.[0]?.message).toBeTruthy()
      expect(await files()).toBe(before)
    })

    it('a picture with something behind, inside or under another extension is that picture and nothing else', async () => {
      const jpeg = await picture('đa ngôn')
      const hidden: readonly Made[] = [
        ['anh-zip.jpg', () => Buffer.concat([jpeg, zip('virus.exe', 'MZ…')])],
        ['anh-html.jpg', () => Buffer.concat([jpeg, Buffer.from(HTML)])],
        ['anh.png', () => jpeg],
        ['anh.html', () => jpeg],
        ['anh.php.jpg', () => jpeg],
        ['anh.svg', () => jpeg],
        ['anh.jpg', () => pngWithText('Comment', HTML)],
        ['binh-luan.jpg', () => withComment(jpeg, HTML)],
      ]
      for (const [name, bytes] of hidden) {
        const { status, body, text } = await send(await bytes(), name)
        expect([name, status, text.slice(0, 200)]).toEqual([name, 201, expect.any(String)])
        const { doc } = body as { doc: Doc }
        expect(doc.filename).toMatch(/\.(?:jpg|png)$/)
        for (const file of [doc.filename, ...Object.values(doc.sizes).map(({ filename }) => filename)].filter(
          (one) => one !== null,
        )) {
          const answer = await served(file)
          expect([file, answer.headers['content-type']]).toEqual([file, file.endsWith('.png') ? 'image/png' : 'image/jpeg'])
          expect(answer.bytes.includes('script')).toBe(false)
          expect(answer.bytes.includes('virus.exe')).toBe(false)
        }
      }
    })

    it('many thousand damaged pictures harm nobody', async () => {
      const jpeg = await picture('hỏng', 320, 200)
      const rounds = FULL ? 500 : 20
      let taken = 0
      for (let round = 0; round < rounds; round += 1) {
        const broken = Buffer.from(jpeg)
        const random = createHash('sha256').update(`hỏng ${round}`).digest()
        for (let index = 0; index < 8; index += 1) broken[random.readUInt16BE(index * 2) % broken.length] = random[16 + index]!
        const { status } = await send(
          round % 3 === 0 ? broken.subarray(0, 20 + (random.readUInt16BE(0) % broken.length)) : broken,
          `hong-${round}.jpg`,
        )
        expect([201, 400]).toContain(status)
        taken += status === 201 ? 1 : 0
      }
      expect(taken).toBeLessThan(rounds)
      expect((await room.ask(null, 'GET', '/healthz')).status).toBe(200)
    })

    it('a file that is taken as another kind than it was sent keeps its forms at a change of its bytes', async () => {
      const { doc } = (await send(await picture('một'), 'mot.jpg')).body as { doc: Doc }
      const changed = await upload(room, reporter, Buffer.from(HTML), 'hai.jpg', {}, { id: doc.id })
      expect(changed.status).toBe(400)
      expect((await room.ask(reporter, 'GET', `/api/media/${doc.id}`)).body).toMatchObject({
        digest: doc.digest,
        filename: doc.filename,
      })
      expect((await served(doc.filename)).status).toBe(200)
    })
  })

  describe('D10: names', () => {
    it.each(NAMES.map((name) => [name.slice(0, 40), name]))('%j is kept safely', async (_, name = '') => {
      const { status, body, text } = await sendRaw(room, reporter, await picture(`tên ${name}`), name)
      // No header may hold a control character: such a form is none.
      if (/[\u0000-\u001f]/.test(name)) return expect([status, text.includes('request.invalid')]).toEqual([400, true])
      expect(status, text).toBe(201)
      const { filename } = (body as { doc: Doc }).doc
      expect(filename).toBe(filename.normalize('NFC'))
      expect(filename).not.toMatch(/[\u0000-\u001f\u007f/\\:*?"<>|\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|^\.|^-|\.\.|\s$/)
      expect(filename).toMatch(/.\.jpg$/)
      expect(filename).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i)
      expect(Buffer.byteLength(filename)).toBeLessThanOrEqual(140)
      expect(await readdir(media('files'))).toContain(filename)
      expect((await served(filename)).status).toBe(200)
    })

    it('a name in three scripts stays readable', async () => {
      for (const [name, kept] of [
        ['Đà Lạt mùa hoa.JPG', /^Đà Lạt mùa hoa(?:-\d+)?\.jpg$/],
        ['Đà Lạt mùa đông.jpg'.normalize('NFD'), /^Đà Lạt mùa đông(?:-\d+)?\.jpg$/],
        ['ダラットの花祭り.jpg', /^ダラットの花祭り(?:-\d+)?\.jpg$/],
        ['Tea hill no. 5.jpg', /^Tea hill no[-. ]+5(?:-\d+)?\.jpg$/],
      ] as const) {
        const { body } = await sendRaw(room, reporter, await picture(name), name)
        expect((body as { doc: Doc }).doc.filename).toMatch(kept)
      }
    })

    it('the same name many times at once makes as many files, none of them another’s', async () => {
      const many = FULL ? 50 : 8
      const pictures = await Promise.all(
        Array.from({ length: many }, (_, index) => picture(`song song ${index}`, 64 + index, 64)),
      )
      const name = `song-song-${randomUUID().slice(0, 8)}.jpg`
      const answers = await Promise.all(pictures.map((bytes) => send(bytes, name)))
      expect(answers.map(({ status }) => status)).toEqual(pictures.map(() => 201))
      const docs = answers.map(({ body }) => (body as { doc: Doc & { width: number } }).doc)
      expect(new Set(docs.map(({ filename }) => filename)).size).toBe(many)
      for (const [index, { filename, width }] of docs.entries()) {
        const { bytes } = await served(filename)
        expect([filename, width, (await sharp(bytes).metadata()).width]).toEqual([filename, 64 + index, 64 + index])
      }
    })
  })

  describe('D13: what a camera adds', () => {
    const SECRETS = ['Nguyễn Văn Mật', 'SERIAL-0042', 'GPSLatitude', '11.9404', 'Canon', 'Mat Ma Toa Do']
    const exif = {
      IFD0: { Artist: 'Nguyễn Văn Mật', Make: 'Canon', Software: 'Mat Ma Toa Do' },
      IFD2: { BodySerialNumber: 'SERIAL-0042' },
      IFD3: { GPSLatitude: '11/1 56/1 25/1', GPSLatitudeRef: 'N' },
    }
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="11.9404"/></rdf:RDF></x:xmpmeta>'

    it.each(['jpeg', 'png', 'webp', 'avif'] as const)('is in no form of a %s, neither shown nor kept', async (format) => {
      const photo = await sharp(await picture(format, 1900, 1200))
        .withExif(exif)
        .withXmp(xmp)
        .toFormat(format)
        .toBuffer()
      expect((await sharp(photo).metadata()).exif).toBeDefined()
      const { status, body, text } = await send(photo, `may-anh.${format}`)
      expect(status, text).toBe(201)
      const { doc } = body as { doc: Doc }
      expect(doc.renditions.length).toBe(5)
      const kept = [
        ...(await Promise.all(doc.renditions.map(({ digest, ext }) => readFile(media('store', `${digest}.${ext}`))))),
        ...(await Promise.all(
          [doc.filename, ...Object.values(doc.sizes).map(({ filename }) => filename)].map((file) =>
            readFile(media('files', String(file))),
          ),
        )),
      ]
      for (const bytes of kept) {
        const { exif: camera, xmp: more, iptc, tifftagPhotoshop } = await sharp(bytes).metadata()
        expect([camera, more, iptc, tifftagPhotoshop]).toEqual([undefined, undefined, undefined, undefined])
        for (const secret of SECRETS) expect([secret, bytes.includes(secret)]).toEqual([secret, false])
      }
    })

    it('a thumbnail of the uncropped face does not travel along', async () => {
      const face = await picture('khuôn mặt', 160, 120)
      const { doc } = (await send(withExifThumbnail(await picture('cắt bớt'), face), 'cat-bot.jpg')).body as { doc: Doc }
      expect((await readFile(media('files', doc.filename))).includes(face.subarray(100, 200))).toBe(false)
    })

    it('a film forgets where it was taken and by what, and plays as before', async () => {
      const place = '+11.9404+108.4583+1500/'
      const film = mp4({
        moov: [
          box('udta', box('©xyz', Buffer.from(`\0\x17\x15\xc7${place}`, 'latin1')), box('©mak', Buffer.from('Canon'))),
          box('meta', Buffer.from(`\0\0\0\0com.apple.quicktime.location.ISO6709 ${place}`)),
        ],
        more: [box('uuid', Buffer.from(`be7acfcb97a942e89c71999491e3afac${xmp}`))],
      })
      const { status, body, text } = await send(film, 'canh-quay.mp4')
      expect(status, text).toBe(201)
      const { doc } = body as { doc: Doc }
      const kept = await readFile(media('files', doc.filename))
      expect(kept.length).toBe(film.length)
      for (const secret of [place, 'Canon', '11.9404', '©xyz'])
        expect([secret, kept.includes(Buffer.from(secret, 'latin1'))]).toEqual([secret, false])
      expect(kept.includes('khung hình thứ nhất')).toBe(true)
      expect(kept.indexOf('mdat')).toBe(film.indexOf('mdat'))
    })
  })

  it('a damaged or made-up film is read to its end, in its length and in time', () => {
    const film = mp4({ moov: [box('udta', box('©xyz', Buffer.from('+11.9404+108.4583/', 'latin1')))] })
    const nested = Array.from({ length: 5000 }).reduce<Buffer>((inner) => box('moov', inner), box('udta', Buffer.from('đáy')))
    const many = Buffer.concat(Array.from({ length: 20_000 }, () => box('moov', box('trak', Buffer.alloc(0)))))
    const started = performance.now()
    for (const made of [nested, many, Buffer.alloc(0), Buffer.alloc(7), Buffer.alloc(4096, 0xff), Buffer.alloc(4096)])
      expect(withoutPlace(Buffer.from(made)).length).toBe(made.length)
    for (let round = 0; round < 2000; round += 1) {
      const broken = Buffer.from(film)
      const random = createHash('sha256').update(`phim ${round}`).digest()
      for (let index = 0; index < 6; index += 1) broken[random.readUInt16BE(index * 2) % broken.length] = random[16 + index]!
      expect(withoutPlace(broken).length).toBe(film.length)
    }
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('words that come with a file are one line or one paragraph, in one form', async () => {
    const { body } = await send(await picture('chữ'), 'chu.jpg', {
      ...WORDS,
      alt: 'Lâm Ðồng '.normalize('NFD'),
      credit: 'Ảnh: Thu',
    })
    expect((body as { doc: { alt: string } }).doc.alt.normalize('NFC')).toContain('Lâm')
  })
})

/** A multipart form written by hand, so that the name goes over the wire as it is. */
const sendRaw = async (room: TestNewsroom, person: TestPerson, bytes: Buffer, name: string): Promise<Answer> => {
  const boundary = `b${randomUUID()}`
  const form = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="_payload"\r\n\r\n${JSON.stringify(WORDS)}\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const { status, text } = await asWritten(room, 'POST', '/api/media?locale=vi', {
    body: form,
    headers: { authorization: `JWT ${await room.tokenOf(person)}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
  return { status, text, headers: new Headers(), body: JSON.parse(text) as Answer['body'] }
}

const box = (type: string, ...content: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}
const mp4 = ({ moov = [], more = [] }: { readonly moov?: readonly Buffer[]; readonly more?: readonly Buffer[] } = {}): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2avc1mp41', 'latin1')),
    box('moov', box('mvhd', Buffer.alloc(100)), box('trak', box('tkhd', Buffer.alloc(84)), ...moov), ...moov),
    ...more,
    box('mdat', Buffer.from('khung hình thứ nhất')),
  ])

const crc = (bytes: Buffer): number => {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}
const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc(named))
  return Buffer.concat([size, named, sum])
}
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const header = (width: number, height: number): Buffer => {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width)
  data.writeUInt32BE(height, 4)
  data.set([1, 0, 0, 0, 0], 8)
  return data
}
/** One bit a pixel, all of them black: some kilobytes that unpack into gigabytes. */
const bomb = (width: number, height: number): Buffer =>
  Buffer.concat([
    PNG,
    chunk('IHDR', header(width, height)),
    chunk('IDAT', deflateSync(Buffer.alloc(Math.min((Math.ceil(width / 8) + 1) * height, 120_000_000)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
const pngWithText = async (key: string, text: string): Promise<Buffer> => {
  const plain = await sharp(await picture('chữ ẩn'))
    .png()
    .toBuffer()
  return Buffer.concat([plain.subarray(0, 33), chunk('tEXt', Buffer.from(`${key}\0${text}`, 'latin1')), plain.subarray(33)])
}
const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}
const withComment = (jpeg: Buffer, text: string): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), segment(0xfe, Buffer.from(text)), jpeg.subarray(2)])
const withExifThumbnail = (jpeg: Buffer, thumbnail: Buffer): Buffer =>
  Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0', 'latin1'), thumbnail])),
    jpeg.subarray(2),
  ])

const zip = (name: string, content: string): Buffer => {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(name.length, 26)
  local.writeUInt32LE(content.length, 18)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  return Buffer.concat([local, Buffer.from(name), Buffer.from(content), end])
}
const pdf = (body = ''): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n${body}xref\n0 3\n0000000000 65535 f \ntrailer<</Size 3/Root 1 0 R>>\nstartxref\n110\n%%EOF\n`,
  )
const wav = (): Buffer => {
  const data = Buffer.alloc(44 + 800)
  data.write('RIFF', 0)
  data.writeUInt32LE(836, 4)
  data.write('WAVEfmt ', 8)
  data.writeUInt32LE(16, 16)
  data.set([1, 0, 1, 0], 20)
  data.writeUInt32LE(8000, 24)
  data.writeUInt32LE(8000, 28)
  data.set([1, 0, 8, 0], 32)
  data.write('data', 36)
  data.writeUInt32LE(800, 40)
  return data
}
const ogg = (first: string): Buffer => {
  const page = Buffer.alloc(28)
  page.write('OggS', 0)
  page.set([2, 1], 5)
  page[26] = 1
  page[27] = 40
  return Buffer.concat([page, Buffer.from(first.padEnd(40, '\0'), 'latin1')])
}
const mp3 = (): Buffer =>
  Buffer.concat(Array.from({ length: 4 }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)])))
const webm = (): Buffer =>
  Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d428781044285810218538067010000000000000c', 'hex')
const bmp = (): Buffer => Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)])

const VTT = 'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nMùa hoa Đà Lạt\n'
const SRT = '1\n00:00:01,000 --> 00:00:03,000\nMùa hoa Đà Lạt\n'

const GOOD: readonly Named[] = [
  ['anh.jpg', () => picture('tốt'), 'image/jpeg'],
  ['anh.JPEG', () => picture('tốt 2'), 'image/jpeg'],
  [
    'anh.png',
    async () =>
      sharp(await picture('tốt 3'))
        .png()
        .toBuffer(),
    'image/png',
  ],
  [
    'anh.webp',
    async () =>
      sharp(await picture('tốt 4'))
        .webp()
        .toBuffer(),
    'image/webp',
  ],
  [
    'anh.avif',
    async () =>
      sharp(await picture('tốt 5', 64, 64))
        .avif({ effort: 0 })
        .toBuffer(),
    'image/jpeg',
  ],
  [
    'nhỏ nhất.png',
    async () =>
      sharp(await picture('tốt 6', 1, 1))
        .png()
        .toBuffer(),
    'image/png',
  ],
  ['không đuôi', () => picture('tốt 7'), 'image/jpeg'],
  ['tai-lieu.pdf', () => pdf(), 'application/pdf'],
  ['phim.mp4', () => mp4(), 'video/mp4'],
  ['phim.webm', () => webm(), 'video/webm'],
  ['bai-hat.mp3', () => mp3(), 'audio/mpeg'],
  ['bai-hat-co-the.mp3', () => Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'), mp3()]), 'audio/mpeg'],
  ['tieng.wav', () => wav(), 'audio/wav'],
  ['tieng.ogg', () => ogg('\x01vorbis'), 'audio/ogg'],
  ['tieng-opus.ogg', () => ogg('OpusHead\x01'), 'audio/ogg'],
  ['phu-de.vtt', () => Buffer.from(VTT), 'text/vtt'],
  ['phu-de-bom.vtt', () => Buffer.from(`\ufeff${VTT.replaceAll('\n', '\r\n')}`), 'text/vtt'],
  ['phu-de.srt', () => Buffer.from(SRT), 'application/x-subrip'],
  ['phu-de-bom.SRT', () => Buffer.from(`\ufeff${SRT.replaceAll('\n', '\r\n')}`), 'application/x-subrip'],
]

const svg = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`)
const BAD: readonly Made[] = [
  ['rong.jpg', () => Buffer.alloc(0)],
  ['rong.vtt', () => Buffer.alloc(0)],
  ['mot-byte.jpg', () => Buffer.from([0xff])],
  ['trang.png', () => Buffer.from(HTML)],
  ['trang.jpg', () => Buffer.from(HTML)],
  ['trang.pdf', () => Buffer.from(HTML)],
  ['trang.vtt', () => Buffer.from(HTML)],
  ['trang.html', () => Buffer.from(HTML)],
  ['trang.mp4', () => Buffer.from(HTML)],
  ['ve.svg', () => svg('<rect width="1" height="1"/>')],
  ['ve-script.svg', () => svg('<script>alert(1)</script>')],
  ['ve-onload.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  [
    've-foreign.svg',
    () =>
      svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="javascript:alert(1)"/></body></foreignObject>'),
  ],
  ['ve-anh.png', () => svg('<image xlink:href="file:///etc/passwd"/>')],
  ['ve-xml.jpg', () => Buffer.concat([Buffer.from('<?xml version="1.0"?>\n'), svg('')])],
  ['ve-nen.svgz', () => deflateSync(svg('<script/>'))],
  [
    'dong.gif',
    () =>
      sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
        .gif()
        .toBuffer(),
  ],
  ['script.gif', () => Buffer.from('GIF89a/*\0\0\0\0\0\0*/=1;alert(1)//', 'latin1')],
  ['dong.png', () => Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')],
  [
    'anh.tiff',
    () =>
      sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
        .tiff()
        .toBuffer(),
  ],
  ['anh.bmp', () => bmp()],
  ['anh.bmp.jpg', () => bmp()],
  ['cut.jpg', async () => (await picture('cụt')).subarray(0, 700)],
  [
    'cut.png',
    async () =>
      (
        await sharp(await picture('cụt'))
          .png()
          .toBuffer()
      ).subarray(0, 300),
  ],
  ['dau.jpg', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(HTML)])],
  ['dau.png', () => Buffer.concat([PNG, Buffer.from(HTML)])],
  ['dau.webp', () => Buffer.from(`RIFF\x20\0\0\0WEBPVP8 ${HTML}`, 'latin1')],
  ['dau.avif', () => Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0avifmif1')), Buffer.from(HTML)])],
  ['bom.png', () => bomb(30_000, 30_000)],
  ['bom-rong.png', () => bomb(200_000, 1000)],
  [
    'bom-khai.png',
    () =>
      Buffer.concat([
        PNG,
        chunk('IHDR', header(4_000_000, 4_000_000)),
        chunk('IDAT', deflateSync(Buffer.alloc(1000))),
        chunk('IEND', Buffer.alloc(0)),
      ]),
  ],
  ['goi.zip', () => zip('a.txt', 'a')],
  ['van-ban.docx', () => zip('word/document.xml', '<w:document/>')],
  ['goi.jpg', () => zip('a.txt', 'a')],
  ['chay.exe', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
  ['chay.jpg', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
  ['chay.sh', () => Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['ma.js', () => Buffer.from('alert(1)')],
  ['ma.php', () => Buffer.from('<?php system($_GET["c"]);')],
  ['ma.php.jpg', () => Buffer.from('<?php system($_GET["c"]);')],
  ['tai-lieu-cut.pdf', () => Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\n')],
  ['trang-roi-tai-lieu.pdf', () => Buffer.concat([Buffer.from(HTML), pdf()])],
  [
    'phim-trang.mp4',
    () => Buffer.concat([box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2avc1mp41', 'latin1')), Buffer.from(HTML)]),
  ],
  ['phim-dai.mp4', () => Buffer.concat([mp4(), Buffer.from([0, 255, 255, 255]), Buffer.from('free')])],
  ['phu-de.txt', () => Buffer.from(VTT)],
  ['phu-de.html', () => Buffer.from(VTT)],
  ['phu-de.js', () => Buffer.from(`WEBVTT\n/*${VTT}*/alert(1)`)],
  ['phu-de-nul.vtt', () => Buffer.from(`WEBVTT\n\n\0${VTT}`)],
  ['phu-de-lien.vtt', () => Buffer.from('WEBVTTx\n\nkhông phải')],
  ['phu-de-utf16.vtt', () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(VTT, 'utf16le')])],
  ['phu-de.vtt.png', () => Buffer.from(VTT)],
  ['phu-de-srt.vtt', () => Buffer.from(SRT)],
  ['loi.srt', () => Buffer.from('một\n00:00:01,000 --> 00:00:03,000\nx')],
]

const NAMES: readonly string[] = [
  'Đà Lạt.jpg',
  'Đà Lạt về đêm.jpg'.normalize('NFD'),
  'ダラット市の花畑.jpg',
  'ガラス.jpg'.normalize('NFD'),
  '../../../etc/passwd.jpg',
  '..\\\\..\\\\windows\\\\system32.jpg',
  '/etc/passwd.jpg',
  'C:\\\\anh.jpg',
  './.htaccess.jpg',
  '.an.jpg',
  '....jpg',
  '.jpg',
  ' .jpg',
  'anh\u0000.php.jpg',
  'anh\u202egpj.exe.jpg',
  '\u200b\u200f\ufeffanh.jpg',
  'anh\u0007\u001b[31m.jpg',
  'CON.jpg',
  'nul.jpg',
  'com1.tar.jpg',
  'LPT9.jpg',
  `${'ả'.repeat(300)}.jpg`,
  `${'写真'.repeat(200)}.jpg`,
  `${'a'.repeat(5000)}.jpg`,
  '😀🏔️.jpg',
  'a;rm -rf.jpg',
  '$(touch x).jpg',
  "a' or 1=1 --.jpg",
  'a%2e%2e%2fb.jpg',
  'a%00b.jpg',
  '<script>alert(1)</script>.jpg',
  'a|b*c?.jpg',
  'anh.jpg.jpg.jpg',
  'anh.JpG',
  '-rf.jpg',
  'a  b.jpg ',
  'một hai — ba… “bốn”.jpg',
  'undefined.jpg',
  '__proto__.jpg',
  'index.html.jpg',
]
