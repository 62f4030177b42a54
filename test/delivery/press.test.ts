import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelWriter } from '#delivery/model-writer'
import type { Projector } from '#delivery/projector'
import { openModel } from '#delivery/read-model'
import { LANGUAGES, type Language } from '#newsroom'
import type { Medium, ReleaseRequest, Snapshot } from '#publication/release'
import { FILM_ITEM, ITEM, programme as programmeOf, toCorrect, toRelease, toWithdraw, video as videoOf } from '../builders'
import { PUBLIC, publicBench, type PublicBench } from './public-bench'
import { until } from './dispatch-bench'

let bench: PublicBench
let projector: Projector
let free: Medium
let ours: Medium
let film: Medium
const begin = () => {
  bench = publicBench()
  free = { ...bench.picture('đồi cà phê'), press: true }
  ours = bench.picture('ảnh mua bản quyền')
  film = bench.film('cồng', { press: true })
  projector = bench.project()
}
beforeEach(begin)
afterEach(() => bench.end())

const figure = ({ digest }: Medium, caption: string) => ({ digest, alt: `Alt: ${caption}`, caption, credit: 'Văn Báu' })
const CAPTIONS = { vi: 'Đồi cà phê trong sương.', en: 'Coffee hills in the mist.', ja: '霧の中のコーヒー畑。' } as const
const coffee = (language: Language = 'vi', changes: Partial<Snapshot> = {}) =>
  bench.text(language, {
    lead: figure(free, CAPTIONS[language]),
    media: [free, ours],
    body: [
      { kind: 'paragraph', children: [{ kind: 'text', text: 'Lô hàng rời Đà Lạt.', marks: [] }] },
      { kind: 'figure', ...figure(ours, 'Ảnh hãng') },
    ],
    ...changes,
  })
const video = (language: Language = 'vi', changes: Partial<Snapshot> = {}) =>
  videoOf(language, {
    changes: { media: [ours, film], lead: figure(ours, 'Bếp lửa'), ...changes },
    contents: { file: film.digest },
  })
const happens = async (...requests: readonly ReleaseRequest[]) => {
  await bench.release(...requests)
  await bench.caughtUp()
}

const KIT = '/press/vi/xuc-tien-dau-tu'
const bodyOf = (path: string) => bench.resource(path)?.body.bytes.toString('utf8') ?? ''
const mainOf = (path: string) => /<main[^]*<\/main>/.exec(bodyOf(path))?.[0] ?? ''
const leadsTo = (path: string) => bench.resource(path)?.headers.location ?? ''
const zipOf = async (path = `${KIT}.zip`) => {
  await until(() => leadsTo(path).startsWith('/media/'))
  const bytes = readFileSync(join(bench.publicFolder, leadsTo(path).slice('/media/'.length)))
  expect(leadsTo(path)).toBe(`/media/${createHash('sha256').update(bytes).digest('hex')}.zip`)
  const files = unzipSync(bytes)
  return { files, manifest: JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Record<string, unknown> }
}

/** After the last day of a right, in the province. */
const MIDNIGHT = Date.parse('2026-11-26T00:00:00+07:00')

/** As after a kill: the ZIP is there no more, its making is still owed. Its name. */
const unmade = async (): Promise<string> => {
  const db = openModel(bench.modelFolder, { readOnly: false })
  const { generation } = bench.meta()
  const key = [generation, 'kit', 'vi', 'xuc-tien-dau-tu']
  const kit = db.get(key) as { file: string; stamp: unknown }
  await db.put(key, { ...kit, file: null })
  await db.remove([generation, 'file', kit.file, 'xuc-tien-dau-tu', 'vi'])
  await db.close()
  rmSync(join(bench.publicFolder, kit.file), { force: true })
  return kit.file
}
const photoIn = (files: Readonly<Record<string, Uint8Array>>): string => {
  const [bytes] = Object.entries(files).flatMap(([name, content]) => (name.startsWith('photos/') ? content : []))
  return createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')
}

describe('the press kit', () => {
  it('holds what is released and may be used, with captions in every language, and nothing else', async () => {
    await happens(toRelease(coffee()), toRelease(coffee('en')), toRelease(coffee('ja')), toRelease(video()))
    const html = mainOf(KIT)
    expect(html).toContain('<h1>Tư liệu báo chí: Xúc tiến đầu tư</h1>')
    expect([...html.matchAll(/<section class="kit">\n<h2>([^<]+)/g)].map(([, title]) => title)).toEqual([
      'Tiếng cồng bên hồ',
      'Cà phê Cầu Đất đến tay bạn đọc Nhật Bản',
    ])
    expect([...html.matchAll(/<figcaption>([^]*?)<\/figcaption>/g)].map(([, words]) => words)).toEqual([
      LANGUAGES.map((language) => `<p lang="${language}">${CAPTIONS[language]}</p>`).join('') +
        '<p><small>Ảnh: Văn Báu</small></p>',
    ])
    expect(html).toContain(
      `<a href="/media/${film.digest}.webm" type="video/webm" download="tieng-cong-ben-ho.webm">Tệp phim</a>`,
    )
    expect(html).not.toContain(ours.digest)
    expect(mainOf('/press/vi')).toContain(`<h2><a href="${KIT}">Xúc tiến đầu tư</a></h2><p>Số bài: 2</p>`)
    expect(mainOf('/press/ja')).toContain('投資促進')
  })

  it('comes as a ZIP with a list of what is inside, each with its digest', async () => {
    await happens(toRelease(coffee()), toRelease(coffee('en')), toRelease(video()), toRelease(video('en')))
    const { files, manifest } = await zipOf()
    expect(Object.keys(files)).toEqual([
      'manifest.json',
      'texts/01-tieng-cong-ben-ho.txt',
      'films/01-tieng-cong-ben-ho.webm',
      'subtitles/01-tieng-cong-ben-ho.vi.vtt',
      'subtitles/01-tieng-cong-ben-ho.vi.srt',
      'subtitles/01-tieng-cong-ben-ho.en.vtt',
      'subtitles/01-tieng-cong-ben-ho.en.srt',
      'texts/02-ca-phe-cau-dat-den-tay-ban-doc-nhat-ban.txt',
      'photos/02-ca-phe-cau-dat-den-tay-ban-doc-nhat-ban-1.webp',
    ])
    const named = JSON.stringify(manifest).matchAll(/"file":"([^"]+)","(?:href":"[^"]+",")?sha256":"([0-9a-f]{64})"/g)
    const seen = [...named].map(([, file = '', digest]) => [file, digest])
    expect(seen).toEqual(
      Object.keys(files)
        .slice(1)
        .map((file) => [
          file,
          createHash('sha256')
            .update(files[file] ?? '')
            .digest('hex'),
        ]),
    )
    expect(manifest).toMatchObject({
      topic: 'xuc-tien-dau-tu',
      language: 'vi',
      items: [
        { item: FILM_ITEM, photos: [], film: { sha256: film.digest } },
        { item: ITEM, photos: [{ credit: 'Văn Báu', captions: { vi: CAPTIONS.vi, en: CAPTIONS.en } }] },
      ],
    })
    expect(JSON.stringify(manifest)).not.toContain(ours.digest)
  })

  it('loses what is withdrawn at once, on the page and in the ZIP, and the old ZIP is gone', async () => {
    await happens(toRelease(coffee()), toRelease(video()))
    await zipOf()
    const old = leadsTo(`${KIT}.zip`).slice('/media/'.length)
    await happens(toWithdraw(coffee()))
    expect(mainOf(KIT)).not.toContain('Cầu Đất')
    await until(() => !bench.publicFiles().includes(old))
    const { files } = await zipOf()
    expect(Object.keys(files).filter((name) => name.includes('ca-phe'))).toEqual([])
    await happens(toWithdraw(video()))
    expect(mainOf(KIT)).toContain('Chuyên đề này hiện không có tư liệu bằng tiếng Việt.')
    expect(leadsTo(`${KIT}.zip`)).toBe(KIT)
    expect(mainOf('/press/vi')).toContain('Chưa có tư liệu nào bằng tiếng Việt.')
    await until(() => bench.publicFiles().length === 0)
  })

  it('loses a picture whose rights ended by a correction, and a caption whose language is withdrawn', async () => {
    await happens(toRelease(coffee()), toRelease(coffee('en')))
    await zipOf()
    await happens(toWithdraw(coffee('en')))
    expect(mainOf(KIT)).not.toContain(CAPTIONS.en)
    expect(JSON.stringify((await zipOf()).manifest)).not.toContain(CAPTIONS.en)
    await happens(toCorrect(coffee('vi', { media: [{ ...free, press: false }, ours] })))
    expect([mainOf(KIT).includes(free.digest), leadsTo(`${KIT}.zip`)]).toEqual([false, KIT])
  })

  it('loses on the day after what may be used no longer, without any release; what else is there stays', async () => {
    // NOON is noon of the 24th in the province; the photo may be used until the 25th, the film until the 26th.
    const [photo, clip] = [
      { ...free, pressUntil: '2026-11-25' },
      { ...film, pressUntil: '2026-11-26' },
    ]
    await happens(
      toRelease(coffee('vi', { media: [photo, ours] })),
      toRelease(video('vi', { media: [ours, clip] })),
      toRelease(video('en', { media: [ours, film] })),
    )
    const held = async () => {
      const { files } = await zipOf()
      return Object.keys(files).flatMap((name) => /^(films|photos)/.exec(name)?.[0] ?? [])
    }
    const old = async () => [leadsTo(`${KIT}.zip`).slice('/media/'.length), bench.resource(KIT)?.modified ?? 0] as const
    expect([mainOf(KIT).includes(free.digest), await held()]).toEqual([true, ['films', 'photos']])
    const [zip, drawn] = await old()

    bench.at(Date.parse('2026-11-25T23:59:59+07:00'))
    projector.ring()
    await new Promise((done) => setTimeout(done, 100))
    expect(mainOf(KIT)).toContain(free.digest)

    bench.at(Date.parse('2026-11-26T00:00:00+07:00'))
    await until(() => !mainOf(KIT).includes(free.digest))
    await until(() => !bench.publicFiles().includes(zip))
    expect([mainOf(KIT).includes('Tiếng cồng bên hồ'), await held(), bench.resource(KIT)?.modified]).toEqual([
      true,
      ['films'],
      Date.parse('2026-11-26T00:00:00+07:00') / 1000,
    ])
    expect(drawn).toBeLessThan(Date.parse('2026-11-26T00:00:00+07:00') / 1000)

    // Whoever starts only days later comes to the same.
    await projector.stop()
    bench.at(Date.parse('2026-11-28T09:00:00+07:00'))
    projector = bench.project()
    await until(() => mainOf(KIT).includes('Chuyên đề này hiện không có tư liệu bằng tiếng Việt.'))
    expect([leadsTo(`${KIT}.zip`), mainOf('/press/en').includes('press/en/')]).toEqual([KIT, true])
    const before = await bench.everything()
    const { generation } = bench.meta()
    await projector.stop()
    projector = bench.project({ rebuild: true })
    await until(() => bench.meta().generation === generation + 1)
    await until(() => leadsTo(`${KIT}.zip`) === KIT)
    await projector.stop()
    expect(Object.keys(await bench.everything())).toEqual(Object.keys(before))
  })

  it('names a large film instead of packing it, and takes nothing of an edition or a programme', async () => {
    film = bench.film('dài', { bytes: Buffer.alloc(20_000_001, 'phim'), press: true })
    await happens(
      toRelease(video()),
      toRelease(programmeOf([], { changes: { topics: video().topics, media: [free] }, contents: { files: [] } })),
    )
    const { files, manifest } = await zipOf()
    expect([
      Object.keys(files).some((name) => name.startsWith('films/')),
      (manifest['items'] as { film: unknown }[])[0]?.film,
    ]).toEqual([
      false,
      {
        href: `https://ttdn.lamdong.example.vn/media/${film.digest}.webm`,
        sha256: film.digest,
        sizeInBytes: 20_000_001,
        contentType: 'video/webm',
      },
    ])
    expect(mainOf('/press/en')).toContain('There is no material in English yet.')
  })

  it('a ZIP that was not made before a kill is made afterwards', async () => {
    await happens(toRelease(coffee()))
    await zipOf()
    await projector.stop()
    const zip = await unmade()
    bench.project()
    await until(() => bench.publicFiles().includes(zip))
  })

  it.each([
    ['over the midnight in which a right ended', () => bench.at(MIDNIGHT)],
    [
      'while another projector took out what may no longer be used',
      async () => {
        const db = openModel(bench.modelFolder, { readOnly: false })
        db.transactionSync(() => {
          const writer = modelWriter(db, bench.meta().generation, { publicUrl: PUBLIC, today: '2026-11-26' })
          const touched = new Map()
          writer.endRights(touched)
          writer.draw(touched)
        })
        await db.close()
      },
    ],
  ])('a ZIP that was in the making %s is put back by nobody', async (_, meanwhile) => {
    await happens(toRelease(video()), toRelease(coffee('vi', { media: [{ ...free, pressUntil: '2026-11-25' }, ours] })))
    const { files } = await zipOf()
    const photo = bench.publicFiles().find((name) => name.startsWith(photoIn(files))) ?? ''
    await projector.stop()
    const zip = await unmade()
    // The photo comes slowly: from a pipe that nobody has filled yet.
    const slow = join(bench.publicFolder, photo)
    const bytes = readFileSync(slow)
    rmSync(slow)
    execFileSync('mkfifo', [slow])
    bench.at(MIDNIGHT - 1_000)
    projector = bench.project({ pollMs: 3_600_000 })
    await until(() => bench.publicFiles().some((name) => name.endsWith('.part')))
    await meanwhile()
    await writeFile(slow, bytes)
    await until(() => !bench.publicFiles().some((name) => name.endsWith('.part') || name === zip))
    expect((await bench.everything())['kit vi xuc-tien-dau-tu']).toMatchObject({ file: null })
    bench.at(MIDNIGHT)
    projector.ring()
    await until(() => leadsTo(`${KIT}.zip`) !== `/media/${zip}`)
    expect(Object.keys((await zipOf()).files).filter((name) => /^(films|photos)/.test(name))).toEqual([
      expect.stringMatching(/^films/),
    ])
  })
})

it(
  'videos, programmes and press kits built anew are the same to the byte, whatever happened (property)',
  { timeout: 120_000 },
  async () => {
    await bench.end()
    const step = fc.record({
      what: fc.constantFrom('coffee', 'video', 'programme', 'withdraw coffee', 'withdraw video', 'withdraw programme'),
      language: fc.constantFrom<Language>('vi', 'en'),
      press: fc.boolean(),
      cues: fc.integer({ min: 0, max: 3 }),
      wait: fc.constantFrom(0, 700, 4_000),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
        begin()
        const files = bench.programmeFiles('bulletin')
        await happens(toRelease(coffee()), toRelease(video('en')), toRelease(coffee('en')))
        for (const [index, { what, language, press, cues, wait }] of steps.entries()) {
          bench.tick(wait)
          const title = `Bản ${index}`
          const media = [{ ...free, press }, ours]
          const text = what.endsWith('coffee')
            ? coffee(language, { title, media })
            : what.endsWith('video')
              ? videoOf(language, {
                  changes: { title, media: [{ ...ours, press }, film], lead: figure(ours, 'Bếp lửa') },
                  contents: { file: film.digest, cues: (videoOf(language).video?.cues ?? []).slice(0, cues) },
                })
              : programmeOf([coffee('en'), video('en')].slice(0, cues), { changes: { title }, contents: { files } })
          const isLive = (await bench.log().of(text.item, text.language)).at(-1)?.kind ?? 'withdrawal'
          if (isLive === 'withdrawal' && what.startsWith('withdraw')) continue
          await happens(
            isLive === 'withdrawal' ? toRelease(text) : what.startsWith('withdraw') ? toWithdraw(text) : toCorrect(text),
          )
        }
        await projector.stop()
        const before = await bench.everything()
        const served = bench.publicFiles()
        const { generation } = bench.meta()
        const anew = bench.project({ rebuild: true })
        await until(() => bench.meta().generation === generation + 1)
        await anew.stop()
        expect(await bench.everything()).toEqual(before)
        expect(bench.publicFiles()).toEqual(served)
        await bench.end()
      }),
      { numRuns: 3 },
    )
    begin()
  },
)
