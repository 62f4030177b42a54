import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bytesOf, messageOf } from '#delivery/message'
import type { Language } from '#newsroom'
import type { Medium, Release, ReleaseRequest, Snapshot } from '#publication/release'
import { copiesIn, type Copies } from '#sandbox/copies'
import type { HouseKey } from '#sandbox/houses'
import {
  FILM_ITEM,
  logOf,
  PROGRAMME,
  programme as programmeOf,
  programmeFiles,
  snapshot,
  toCorrect,
  toRelease,
  toWithdraw,
  video as videoOf,
} from '../builders'
import { sign, startSandbox, type Sandbox, type Wire } from './builders'

const FILM_BYTES = Buffer.from('hình và tiếng '.repeat(500))
const digest = createHash('sha256').update(FILM_BYTES).digest('hex')
const film: Medium = {
  digest,
  renditions: [{ name: 'original', digest, ext: 'webm', mime: 'video/webm', bytes: FILM_BYTES.length, width: 640, height: 360 }],
}
const SCRIPT = Buffer.from('Good evening from Da Lat.')
const scriptDigest = createHash('sha256').update(SCRIPT).digest('hex')

let newsroom: Server
let origin: string
/** What the newsroom's public folder holds. */
let served: Map<string, Buffer>
let folder: string
let copies: Copies
let sandbox: Sandbox
beforeEach(async () => {
  served = new Map([
    [`/media/${digest}.webm`, FILM_BYTES],
    [`/media/${scriptDigest}.txt`, SCRIPT],
  ])
  newsroom = createServer((req, res) => {
    const bytes = served.get(req.url ?? '')
    res.writeHead(bytes ? 200 : 404).end(bytes)
  })
  await new Promise<void>((listening) => newsroom.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(newsroom.address() as AddressInfo).port}`
  folder = mkdtempSync(join(tmpdir(), 'station-'))
  copies = copiesIn(folder, origin, { waits: [0, 20, 20, 20] })
  sandbox = await startSandbox({ publicUrl: origin, copies: { broadcaster: copies } })
})
afterEach(async () => {
  copies.close()
  await sandbox.stop()
  newsroom.closeAllConnections()
  await new Promise((closed) => newsroom.close(closed))
  rmSync(folder, { recursive: true, force: true })
})

const video = (language: Language = 'en', changes: Partial<Snapshot> = {}) =>
  videoOf(language, { changes: { lead: null, media: [film], ...changes }, contents: { file: film.digest } })
const programme = (texts: readonly Snapshot[]) =>
  programmeOf(texts, {
    contents: {
      files: programmeFiles('x').flatMap((file) =>
        file.kind === 'scriptTxt' ? [{ ...file, digest: scriptDigest, bytes: SCRIPT.length }] : [],
      ),
    },
  })
/** Sends the last release of this log as the newsroom does. */
const push = async (house: HouseKey, ...requests: readonly ReleaseRequest[]) => {
  const log = logOf(...requests)
  const release = log.at(-1) as Release
  const message = messageOf(release, {
    kind: release.kind,
    history: log.filter(({ item }) => item === release.item),
    publicUrl: origin,
    texts: (item) => log.findLast((each) => each.item === item && each.language === release.language) ?? null,
  })
  const wire = JSON.parse(bytesOf(message).toString('utf8')) as Wire
  const { status } = await sandbox.post(house, sign(wire, house))
  expect(status).toBe(200)
  await copies.settled()
}
const FILM_PAGE = `/broadcaster/en/gongs-by-the-lake-${FILM_ITEM}`
const PROGRAMME_PAGE = `/broadcaster/en/english-bulletin-2026-11-27-${PROGRAMME}`

describe('the broadcaster', () => {
  it('plays a film from its own copy, with the subtitles that came along, and shows what is said', async () => {
    await push('broadcaster', toRelease(video('vi')), toRelease(video()))
    const { text } = await sandbox.get(FILM_PAGE)
    expect(text).toContain(`<source src="/broadcaster/media/${digest}.webm" type="video/webm" />`)
    expect(
      [...text.matchAll(/src="([^"]+)"\s+srclang="(\w+)"\s+label="([^"]+)"\s*(default)?/g)].map((all) => all.slice(1)),
    ).toEqual([
      [`/broadcaster/en/${FILM_ITEM}/subtitles.vtt?lang=en`, 'en', 'English', 'default'],
      [`/broadcaster/en/${FILM_ITEM}/subtitles.vtt?lang=vi`, 'vi', 'Tiếng Việt', undefined],
    ])
    expect(text).toContain('<p>K’Tieng, village elder: The first gong sounds.</p>')
    const subtitles = await sandbox.get(`/broadcaster/en/${FILM_ITEM}/subtitles.vtt?lang=en`)
    expect([subtitles.headers.get('content-type'), subtitles.text.startsWith('WEBVTT')]).toEqual([
      'text/vtt; charset=utf-8',
      true,
    ])
    // The newsroom may be away now.
    served.clear()
    const part = await sandbox.get(`/broadcaster/media/${digest}.webm`, { range: 'bytes=0-9' })
    expect([part.status, part.headers.get('content-type')]).toEqual([206, 'video/webm'])
    expect((await sandbox.get('/broadcaster/en')).text).toMatch(
      /Video · \s*<time[^>]*>[^<]+<\/time> ·\s*<span class="duration">0:12</,
    )
    expect((await sandbox.get(FILM_PAGE)).headers.get('content-security-policy')).toContain(`media-src 'self' ${origin}`)
  })

  it('plays the newsroom’s film until its own copy is whole, and never keeps one that was changed on the way', async () => {
    served.set(`/media/${digest}.webm`, Buffer.from(FILM_BYTES).fill('x', 0, 5))
    await push('broadcaster', toRelease(video()))
    expect(readdirSync(folder)).toEqual([])
    expect((await sandbox.get(FILM_PAGE)).text).toContain(`<source src="${origin}/media/${digest}.webm"`)
    served.set(`/media/${digest}.webm`, FILM_BYTES)
    await push('broadcaster', toRelease(video()), toCorrect(video('en', { title: 'Gongs' })))
    expect(readdirSync(folder)).toEqual([`${digest}.webm`])
  })

  it('has nothing of a video that is withdrawn: no film, no subtitles, no transcript', async () => {
    await push('broadcaster', toRelease(video()))
    await push('broadcaster', toRelease(video()), toWithdraw(video()))
    const [page, subtitles, bytes, front] = await Promise.all(
      [
        FILM_PAGE.replace('gongs-by-the-lake-', ''),
        `/broadcaster/en/${FILM_ITEM}/subtitles.vtt?lang=en`,
        `/broadcaster/media/${digest}.webm`,
        '/broadcaster/en',
      ].map((path) => sandbox.get(path)),
    )
    expect([page?.status, subtitles?.status, bytes?.status, readdirSync(folder)]).toEqual([410, 410, 404, []])
    expect(page?.text).toContain('This video has been withdrawn')
    expect([page, front].filter((each) => /gong|evening falls/i.test(each?.text ?? ''))).toEqual([])
  })

  it('shows a programme with its times, what is read, and the files for the studio', async () => {
    await push('broadcaster', toRelease(snapshot('en')), toRelease(video()), toRelease(programme([snapshot('en'), video()])))
    const { text } = await sandbox.get(PROGRAMME_PAGE)
    expect([...text.matchAll(/<p class="number">([^<]+)<\/p>\s*<div>\s*<h2>([^<]+)/g)].map((all) => all.slice(1))).toEqual([
      ['0:00', 'Good evening'],
      ['0:10', 'Cau Dat coffee reaches Japan'],
      ['0:20', 'Gongs by the lake'],
      ['0:35', 'Good night'],
    ])
    expect(text).toContain('<p class="words">First, the news of the week.</p>')
    expect(text).toContain(`href="/broadcaster/media/${scriptDigest}.txt"`)
    expect((await sandbox.get('/broadcaster/en')).text).toContain(
      `<a href="${PROGRAMME_PAGE}">English bulletin, 27 November 2026</a>`,
    )
  })

  it('drops a withdrawn text and the files from a programme that it already has', async () => {
    const all = [toRelease(snapshot('en')), toRelease(video()), toRelease(programme([snapshot('en'), video()]))] as const
    await push('broadcaster', ...all)
    await push('broadcaster', ...all, toWithdraw(snapshot('en')))
    const { text } = await sandbox.get(PROGRAMME_PAGE)
    expect(text).toContain('This item has been withdrawn')
    expect(text).not.toMatch(/coffee|arabica/i)
    expect(text).not.toContain(`${scriptDigest}.txt`)
  })

  it('has nothing of a programme that is withdrawn', async () => {
    await push('broadcaster', toRelease(programme([])))
    await push('broadcaster', toRelease(programme([])), toWithdraw(programme([])))
    const page = await sandbox.get(`/broadcaster/en/${PROGRAMME}`)
    expect([page.status, page.text.includes('This programme has been withdrawn'), readdirSync(folder)]).toEqual([410, true, []])
  })
})

it('the portal shows a video with a way to the newsroom’s player, and no programme', async () => {
  await push('portal', toRelease(video('vi')))
  await push('portal', toRelease(programme([])))
  const { text } = await sandbox.get(`/portal/vi/tieng-cong-ben-ho-${FILM_ITEM}`)
  expect(text).toContain(`<a href="${origin}/vi/tieng-cong-ben-ho" rel="noopener">▶ Xem phim (0:12)</a>`)
  expect((await sandbox.get('/portal/en')).text).not.toContain('English bulletin, 27')
})
