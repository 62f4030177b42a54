import { createHash, randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PayloadRequest } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { picture, upload } from '../lib/canaries'
import { databases } from '../lib/databases'
import { openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

const FULL = process.env.PROOF === 'true'
const WORDS = { alt: 'Hồ Xuân Hương buổi sớm', credit: 'Ảnh: Hoài Thu', caption: 'Hồ Xuân Hương.', consent: 'notNeeded' }
const files = () => join(String(process.env.MEDIA_DIR), 'files')
const storeFile = (name: string) => join(String(process.env.MEDIA_DIR), 'store', name)

type Rendition = { name: string; digest: string; ext: string; mime: string; bytes: number; width: number; height: number }
type Doc = {
  id: string
  filename: string
  digest: string
  width: number
  height: number
  renditions: Rendition[]
  sizes: Record<string, { filename: string | null } | undefined>
}

/** A photograph from a telephone: turned, with its owner, its place and its day. */
const photograph = (width: number, height: number, seed = 1): Promise<Buffer> =>
  noise(width, height, seed)
    .withExif({ IFD0: { Artist: 'Nguyễn Hoài Thu', Model: 'Điện thoại' }, IFD3: { GPSLatitude: '11/1 56/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 80 })
    .toBuffer()

const noise = (width: number, height: number, seed: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#2c6e49', noise: { type: 'gaussian', mean: 100 + seed, sigma: 30 } },
  })

describe.each(databases())('uploads on $name', ({ open }) => {
  let room: TestNewsroom
  let reporter: TestPerson
  let deputy: TestPerson
  let engineer: TestPerson

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    reporter = await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk })
    deputy = await room.hire('Trần Bảo Châu', ['chief'], { desk, skills: { vi: ['approve'] } })
    engineer = await room.hire('Phan Minh Quân', ['outletEngineer'])
    for (const person of [reporter, deputy, engineer]) await room.tokenOf(person)
  })
  afterAll(() => room.stop())

  const released = async (title: string): Promise<string> => {
    const article = (await room.write(reporter, { title })).body.article.id as string
    await room.verb(reporter, article, 'submit', { noSecrets: true })
    expect((await room.verb(deputy, article, 'approve')).status).toBe(200)
    expect((await room.verb(deputy, article, 'release')).status).toBe(200)
    return article
  }

  const audited = async (what: string): Promise<number> =>
    (await room.payload.find({ collection: 'events', limit: 0, pagination: false })).docs.filter(({ record }) =>
      String(record).includes(what),
    ).length

  it('a withdrawal waits for no picture, however many are on their way', async () => {
    const articles = [await released('Sẽ thu hồi'), await released('Cũng thu hồi'), await released('Thu hồi nốt')]
    const pictures = FULL
      ? [
          await noise(6000, 4000, 9).avif({ effort: 0, quality: 60 }).toBuffer(),
          await photograph(6000, 4000),
          await photograph(6000, 4000, 2),
        ]
      : [await photograph(1800, 1350), await photograph(1500, 1000, 2), await photograph(1200, 800, 3)]
    const withdrawn: number[] = []
    const watch = watchPictures(async () => {
      // The first picture is finished, the others stand behind it.
      await vi.waitUntil(() => watch.arrived() === pictures.length, { timeout: 20_000 })
      const article = articles[withdrawn.length] ?? ''
      withdrawn.push((await room.verb(deputy, article, 'withdraw', { reason: 'Sai nguồn tin.' })).status)
    })
    const answers = await Promise.all(
      pictures.map((bytes, index) => upload(room, reporter, bytes, index === 0 && FULL ? 'hồ.avif' : 'hồ.jpg', WORDS)),
    ).finally(watch.stop)
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(withdrawn).toEqual([200, 200, 200])
    expect(watch.turns()).toEqual({
      arrives: ['held'],
      'is read': ['free'],
      'is clean': ['free'],
      'is made': ['free'],
      'is stored': ['held'],
    })
    const docs = answers.map(({ body }) => (body as { doc: Doc }).doc)
    // All were called the same and came at the same time.
    expect(new Set(docs.map(({ filename }) => filename)).size).toBe(docs.length)
    for (const doc of docs) await asKept(doc)
  }, 300_000)

  /** What every picture's request has of the write turn at each step; `whenMade` happens before the picture is stored. */
  const watchPictures = (whenMade: () => Promise<void>) => {
    const { hooks } = room.payload.collections.media.config
    const { beforeOperation, beforeChange } = hooks
    const seen = new Map<string, Set<'free' | 'held'>>()
    let arrived = 0
    const note = (step: string, { transactionID }: PayloadRequest) =>
      seen.set(step, (seen.get(step) ?? new Set()).add(transactionID === undefined ? 'free' : 'held'))
    hooks.beforeOperation = [
      ({ req }) => {
        arrived += 1
        note('arrives', req)
        watchBytes(req, () => note('is read', req))
      },
      ...beforeOperation,
      ({ req }) => void note('is clean', req),
    ]
    hooks.beforeChange = [
      async ({ req }) => {
        note('is made', req)
        await whenMade()
      },
      ...beforeChange,
      ({ req }) => void note('is stored', req),
    ]
    return {
      arrived: () => arrived,
      turns: () => Object.fromEntries([...seen].map(([step, turns]) => [step, [...turns]])),
      stop: () => Object.assign(hooks, { beforeOperation, beforeChange }),
    }
  }

  /** Says when somebody takes up the file's first bytes, as whoever decodes it must. */
  const watchBytes = ({ file }: PayloadRequest, read: () => void): void => {
    if (!file) return
    let { data } = file
    Object.defineProperty(file, 'data', {
      configurable: true,
      enumerable: true,
      get: () => (read(), data),
      set: (bytes: Buffer) => {
        data = bytes
      },
    })
  }

  it('AVIF is kept as what every outlet takes', async () => {
    const plain = noise(1800, 1350, 4)
    const [opaque, clear] = [
      await plain.clone().avif({ effort: 0 }).toBuffer(),
      await plain.ensureAlpha(0.5).avif({ effort: 0 }).toBuffer(),
    ]
    for (const [bytes, mimeType, name] of [
      [opaque, 'image/jpeg', /^hoa.*\.jpg$/],
      [clear, 'image/webp', /^hoa.*\.webp$/],
    ] as const) {
      const answer = await upload(room, reporter, bytes, 'hoa.avif', WORDS)
      expect(answer.body, answer.text).toMatchObject({ doc: { mimeType, filename: expect.stringMatching(name) as string } })
      await asKept(answer.body.doc as Doc)
    }
  })

  /** Every form lies under its digest, without a word about its owner, and the panel's file is the same file. */
  const asKept = async (doc: Doc) => {
    expect((await readdir(files())).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(doc.renditions.map(({ name }) => name)).toEqual(['original', 'thumbnail', 'card', 'wide', 'page'])
    expect(doc.digest).toBe(doc.renditions[0]?.digest)
    for (const { name, digest, ext, bytes, width, height } of doc.renditions) {
      const kept = await readFile(storeFile(`${digest}.${ext}`))
      expect(createHash('sha256').update(kept).digest('hex')).toBe(digest)
      const shown = name === 'original' ? doc.filename : doc.sizes[name]?.filename
      expect(kept.equals(await readFile(join(files(), String(shown))))).toBe(true)
      const found = await sharp(kept).metadata()
      expect([kept.length, found.width, found.height, found.exif, found.xmp, found.orientation]).toEqual([
        bytes,
        width,
        height,
        undefined,
        undefined,
        undefined,
      ])
    }
  }

  it('a photograph stands upright, loses its owner and its place, and is at most 6000 pixels long', async () => {
    const answer = await upload(room, reporter, await photograph(6400, 200), 'Đường ven hồ.JPG', WORDS)
    expect(answer.status, answer.text).toBe(201)
    const { doc, message } = answer.body as { doc: Doc; message: string }
    expect(message).toMatch(/thành công/)
    expect([doc.width, doc.height, doc.renditions[0]?.height]).toEqual([188, 6000, 6000])
    const kept = await sharp(await readFile(join(files(), doc.filename))).metadata()
    expect([kept.width, kept.height, kept.exif]).toEqual([188, 6000, undefined])
    expect(await audited(doc.id)).toBe(1)
    const large = await upload(room, reporter, await picture('quá lớn', 8000, 6300), 'qua-lon.jpg', WORDS)
    expect(large.body).toMatchObject({ status: 400, code: 'media.type' })
    const script = await upload(room, reporter, Buffer.from('<script>alert(1)</script>'), 'anh.jpg', WORDS, {
      headers: { 'accept-language': 'ja' },
    })
    expect(script.body).toMatchObject({ code: 'media.type', facts: { name: 'anh.jpg' } })
    expect((script.body as { detail: string }).detail).toMatch(/[ぁ-ん]/)
  })

  it('whoever may not write a picture is refused before it is looked at', async () => {
    const { doc } = (await upload(room, deputy, await picture('của trưởng ban'), 'rieng.jpg', WORDS)).body as { doc: Doc }
    const before = (await readdir(files())).sort()
    const unreadable = Buffer.from('không phải ảnh')
    expect((await upload(room, reporter, unreadable, 'a.jpg', WORDS)).body).toMatchObject({ code: 'media.type' })
    for (const person of [engineer, null])
      for (const bytes of [unreadable, await picture('không được phép')])
        for (const id of [undefined, doc.id])
          expect((await upload(room, person, bytes, 'a.jpg', WORDS, id ? { id } : {})).status).toBe(403)
    expect((await upload(room, deputy, await picture('lạ'), 'a.jpg', WORDS, { id: randomUUID() })).status).toBeGreaterThanOrEqual(
      400,
    )
    expect((await readdir(files())).sort()).toEqual(before)
    expect((await room.ask(deputy, 'GET', `/api/media/${doc.id}`)).body).toMatchObject({ digest: doc.digest })
  })

  it('other bytes, a crop and another focal point make new digests and void the approval; the file name stays free of others', async () => {
    const first = (await upload(room, reporter, await photograph(1800, 1350), 'đồi.jpg', WORDS)).body.doc as Doc
    const article = (await room.write(reporter, { title: 'Đồi chè' }, { lead: first.id })).body.article.id as string
    await room.verb(reporter, article, 'submit', { noSecrets: true })
    const approved = async () => {
      expect((await room.verb(deputy, article, 'approve')).status).toBe(200)
      expect((await room.ask(deputy, 'GET', `/api/desk/articles/${article}`)).body.approval).not.toBeNull()
    }
    const voided = async () =>
      expect((await room.ask(deputy, 'GET', `/api/desk/articles/${article}`)).body).toMatchObject({
        state: 'review',
        approval: null,
      })
    await approved()
    const second = await upload(room, reporter, await photograph(1800, 1350, 5), 'đồi.jpg', {}, { id: first.id })
    expect(second.status, second.text).toBe(200)
    const replaced = second.body.doc as Doc
    expect(replaced.digest).not.toBe(first.digest)
    await asKept(replaced)
    await voided()
    await approved()
    const crop =
      'uploadEdits[crop][unit]=%25&uploadEdits[crop][x]=10&uploadEdits[crop][y]=10&uploadEdits[crop][width]=90&uploadEdits[crop][height]=90&uploadEdits[widthInPixels]=1215&uploadEdits[heightInPixels]=1620&uploadEdits[focalPoint][x]=50&uploadEdits[focalPoint][y]=50'
    const third = await room.ask(reporter, 'PATCH', `/api/media/${first.id}?locale=vi&${crop}`, {})
    expect(third.status, third.text).toBe(200)
    const cropped = third.body.doc as Doc
    expect([cropped.width, cropped.height, cropped.filename]).toEqual([1215, 1620, replaced.filename])
    expect(cropped.digest).not.toBe(replaced.digest)
    await asKept({ ...cropped, renditions: cropped.renditions })
    await voided()
    const focal = await room.ask(
      reporter,
      'PATCH',
      `/api/media/${first.id}?locale=vi&uploadEdits[focalPoint][x]=50&uploadEdits[focalPoint][y]=5`,
      { focalX: 50, focalY: 50 },
    )
    expect(focal.status, focal.text).toBe(200)
    expect((focal.body.doc as Doc).renditions.find(({ name }) => name === 'thumbnail')?.digest).not.toBe(
      cropped.renditions.find(({ name }) => name === 'thumbnail')?.digest,
    )
    await asKept(focal.body.doc as Doc)
    expect(await audited(first.id)).toBeGreaterThanOrEqual(4)
  })

  it('a change that is refused half-way leaves the picture and its files as they were', async () => {
    const { doc } = (await upload(room, reporter, await photograph(1800, 1350), 'thông.jpg', WORDS)).body as { doc: Doc }
    const refused = await upload(
      room,
      reporter,
      await photograph(1800, 1350, 7),
      'khác.jpg',
      { consent: 'perhaps' },
      { id: doc.id },
    )
    expect(refused.status).toBe(400)
    const after = (await room.ask(reporter, 'GET', `/api/media/${doc.id}?locale=vi`)).body as Doc
    expect(after.digest).toBe(doc.digest)
    await asKept(after)
  })

  it('words that were written while the picture was made are kept: the picture is made once more, or it is said that it was not kept', async () => {
    const { doc } = (await upload(room, reporter, await photograph(1800, 1350), 'suối.jpg', WORDS)).body as { doc: Doc }
    const exchange = upload(room, reporter, await photograph(5000, 3500, 3), 'suối.jpg', { credit: 'Ảnh: Minh' }, { id: doc.id })
    await new Promise((resolve) => setTimeout(resolve, 500))
    const words = await room.ask(deputy, 'PATCH', `/api/media/${doc.id}?locale=en`, { caption: 'The stream at Datanla.' })
    expect(words.status, words.text).toBe(200)
    const answer = await exchange
    const now = (await room.ask(deputy, 'GET', `/api/media/${doc.id}?locale=all`)).body as Doc & {
      caption: unknown
      credit: unknown
    }
    expect(now.caption).toEqual({ vi: WORDS.caption, en: 'The stream at Datanla.' })
    // A body of more than 4 MB is not kept for a second try: then it is said that it did not happen.
    if (answer.status === 200) expect(now.credit).toMatchObject({ vi: 'Ảnh: Minh' })
    else expect(answer.body).toMatchObject({ status: 503, code: 'database.busy' })
    await asKept(now)
  })

  it('one file for many pictures is refused', async () => {
    const form = new FormData()
    form.set('_payload', '{}')
    form.set('file', new Blob([new Uint8Array(await picture('một cho tất cả'))]), 'a.jpg')
    const answer = await fetch(`${room.url}/api/media?where[id][exists]=true&locale=vi`, {
      method: 'PATCH',
      body: form,
      headers: { authorization: `JWT ${await room.tokenOf(deputy)}` },
    })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'request.invalid'])
  })
})
