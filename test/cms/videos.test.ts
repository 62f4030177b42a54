import { readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Release, TextRelease } from '#publication/release'
import type { Cue } from '#video/cue'
import type { CueDesk } from '#video/view'
import type { ArticleDesk } from '../../src/admin/article/desk'
import { unseenIn } from '../../src/admin/article/looked'
import { picture, upload } from '../lib/canaries'
import { databases } from '../lib/databases'
import { nameOfItsOwn, openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

type Who = 'reporter' | 'editor' | 'chief' | 'translator' | 'reviser' | 'other' | 'engineer'

describe.each(databases())('a film with subtitles on $name', ({ open }) => {
  let room: TestNewsroom
  let people: Record<Who, TestPerson>
  let film: string
  let poster: string

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    people = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      editor: await room.hire('Hoàng Mai', ['editor'], { desk }),
      chief: await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'], en: ['approve'] } }),
      translator: await room.hire('Đỗ Thùy Dương', ['translator'], { desk, skills: { en: ['translate'] } }),
      reviser: await room.hire('Bùi Đức Huy', ['reviser'], { desk, skills: { en: ['revise'] } }),
      other: await room.hire('Trần Minh Quân', ['editor'], { desk: await room.office('bao') }),
      engineer: await room.hire('Đặng Văn Phúc', ['outletEngineer'], { desk }),
    }
    const bytes = await readFile('src/sample/films/coffee-morning.webm')
    const rights = { alt: 'Đồi cà phê', credit: 'TTĐN' }
    film = (await upload(room, people.reporter, bytes, `phim-${randomUUID()}.webm`, rights)).body.doc.id as string
    poster = (await upload(room, people.reporter, await picture(randomUUID()), 'bia.jpg', rights)).body.doc.id as string
    for (const id of [film, poster])
      await room.payload.update({
        collection: 'media',
        id,
        data: { alt: 'Coffee hills', credit: 'TTDN' } as never,
        locale: 'en',
        overrideAccess: true,
      })
  })
  afterAll(() => room.stop())

  const cue = (id: string, start: number, end: number, ...lines: string[]): Cue => ({
    id,
    start,
    end,
    lines,
    speaker: null,
    position: 'bottom',
  })
  const VI = [cue('a', 1000, 4000, 'Sáng sớm ở Cầu Đất.'), cue('b', 5000, 8000, 'Người dân hái 5.000 giỏ cà phê.')]
  const EN = [cue('a', 1000, 4000, 'Early morning in Cau Dat.'), cue('b', 5000, 8000, 'Farmers pick 5,000 baskets.')]

  const written = async (wish: object = { file: film, poster, link: null }) => {
    const title = `Phim ${nameOfItsOwn()}`
    const made = await room.write(people.reporter, { title, text: '' }, { film: wish })
    expect(made.status).toBe(201)
    return { story: made.body.story.id as string, item: made.body.story.item as string, vi: made.body.article.id as string }
  }
  const desk = async (article: string, who = people.reporter): Promise<CueDesk> =>
    (await room.ask(who, 'GET', `/api/desk/articles/${article}/cues`)).body as CueDesk
  const save = async (article: string, who: TestPerson, cues: readonly Cue[]) =>
    room.ask(who, 'PUT', `/api/desk/articles/${article}/cues`, { rev: (await desk(article, who)).rev, cues })
  const submitted = async (cues: readonly Cue[] = VI) => {
    const made = await written()
    expect((await save(made.vi, people.reporter, cues)).status).toBe(200)
    return { ...made, submit: await room.verb(people.reporter, made.vi, 'submit', { noSecrets: true }) }
  }
  const released = async () => {
    const made = await submitted()
    expect((await room.verb(people.chief, made.vi, 'approve')).body).toMatchObject({ move: { to: 'approved' } })
    expect((await room.verb(people.chief, made.vi, 'release')).status).toBe(200)
    return made
  }
  const logOf = async (item: string): Promise<readonly Release[]> => {
    const { releaseLog } = await import('../../src/cms/stores/release-log')
    return releaseLog(room.payload).of(item)
  }

  it('its length and size are those of the file; the release carries film, poster and cues, and the approval binds them', async () => {
    const made = await released()
    const [release] = (await logOf(made.item)) as readonly TextRelease[]
    expect(release).toMatchObject({
      itemType: 'video',
      snapshot: { itemType: 'video', video: { durationMs: 46_008, width: 640, height: 360, link: null, cues: VI } },
    })
    const files = release?.snapshot.media.map(({ digest }) => digest)
    expect(files).toEqual(expect.arrayContaining([release?.snapshot.video?.file, release?.snapshot.lead?.digest]))
    expect(release?.approvals[0]?.digest).toBe(release?.snapshotDigest)
  })

  it('is not whole without a film and what is said in it; a link will do for a film', async () => {
    const bare = await written({ file: null, link: null, poster: null })
    expect((await room.verb(people.reporter, bare.vi, 'submit', { noSecrets: true })).body).toMatchObject({
      code: 'move.incomplete',
      facts: { missing: ['film', 'cues'] },
    })
    const linked = await written({ file: null, link: 'https://dai.example/phim', poster })
    await save(linked.vi, people.reporter, VI)
    expect((await room.verb(people.reporter, linked.vi, 'submit', { noSecrets: true })).status).toBe(200)
    expect((await desk(linked.vi)).film).toMatchObject({ url: null, link: 'https://dai.example/phim', durationMs: null })
    const bad = await room.write(
      people.reporter,
      { title: 'Phim' },
      { film: { file: null, link: 'http://dai.example/x', poster } },
    )
    expect(bad.body).toMatchObject({ code: 'text.link' })
    const noFilm = await room.write(people.reporter, { title: 'Phim' }, { film: { file: poster, link: null, poster } })
    expect(noFilm.body).toMatchObject({ code: 'media.type' })
  })

  it('a cue over another or beyond the film stops the approval; one that is read too fast is advice', async () => {
    const over = await submitted([VI[0] as Cue, cue('b', 3000, 8000, 'Chồng lên nhau.')])
    const refused = await room.verb(people.chief, over.vi, 'approve')
    expect(refused.body).toMatchObject({ code: 'approve.findings' })
    const beyond = await submitted([cue('a', 45_000, 47_000, 'Quá phim.')])
    expect((await room.verb(people.chief, beyond.vi, 'approve')).body).toMatchObject({ code: 'approve.findings' })
    const fast = await submitted([cue('a', 1000, 2000, 'Câu này dài tới mức không ai đọc kịp trong một giây.')])
    expect((await desk(fast.vi)).findings.map(({ rule }) => rule)).toContain('speed')
    expect((await room.verb(people.chief, fast.vi, 'approve')).status).toBe(200)
  })

  it('whoever is asked for the second signature of a video sees its film and its poster, of another video neither', async () => {
    const signer = await room.hire('Phan Thái Bình', ['secondSigner'], { desk: await room.office('so-ngoai-vu') })
    const rights = { alt: 'Trường Sa', credit: 'TTĐN' }
    const brought = async (data: Buffer, name: string) =>
      (await upload(room, people.reporter, data, name, rights)).body.doc as { id: string; filename: string }
    const media = [
      await brought(await readFile('src/sample/films/coffee-morning.webm'), `dao-${randomUUID()}.webm`),
      await brought(await picture(randomUUID()), 'dao.jpg'),
    ] as const
    const sees = async () => {
      const answers = media.flatMap(({ id, filename }) => [`/api/media/${id}`, `/api/media/file/${filename}`])
      return Promise.all(answers.map(async (path) => (await room.ask(signer, 'GET', path)).status === 200))
    }
    const wish = { film: { file: media[0].id, poster: media[1].id, link: null } }
    const text = () => ({ title: `Phim ${nameOfItsOwn()}`, text: '' })
    const plain = await room.write(people.reporter, text(), wish)
    expect([plain.status, await sees()]).toEqual([201, [false, false, false, false]])
    const made = await room.write(people.reporter, text(), { ...wish, sovereignty: true })
    expect([made.status, await sees()]).toEqual([201, [true, true, true, true]])
    expect((await room.ask(signer, 'GET', `/api/desk/articles/${made.body.article.id}/film`)).status).toBe(200)
  })

  it('a changed second of a cue voids the approval; an old save is refused with theirs', async () => {
    const made = await submitted()
    await room.verb(people.chief, made.vi, 'approve')
    expect((await save(made.vi, people.editor, EN)).body).toMatchObject({ code: 'save.locked' })
    await room.verb(people.editor, made.vi, 'reopen')
    const before = await desk(made.vi, people.editor)
    expect((await save(made.vi, people.editor, [{ ...(VI[0] as Cue), end: 4500 }, VI[1] as Cue])).status).toBe(200)
    const late = await room.ask(people.editor, 'PUT', `/api/desk/articles/${made.vi}/cues`, { rev: before.rev, cues: VI })
    expect(late.body).toMatchObject({ code: 'save.conflict', facts: { theirs: { cues: [{ end: 4500 }, {}] } } })
    await room.verb(people.editor, made.vi, 'submit', { noSecrets: true })
    expect((await room.verb(people.editor, made.vi, 'approve')).status).toBe(403)
  })

  it('a translation keeps the times, is checked figure by figure, and stands behind a changed cue alone', async () => {
    const made = await released()
    const en = (await room.verb(people.translator, made.vi, 'translate', { language: 'en' })).body.article.id as string
    expect(await desk(en, people.translator)).toMatchObject({
      language: 'en',
      cues: VI,
      source: { language: 'vi', cues: VI, changed: [] },
    })
    const early = await room.verb(people.translator, en, 'submit', { noSecrets: true })
    expect(early.body).toMatchObject({ code: 'move.untranslated' })
    const { rev } = (await room.ask(people.translator, 'GET', `/api/articles/${en}?depth=0`)).body
    const words = { title: `Film ${nameOfItsOwn()}`, summary: 'A summary.', rev }
    expect((await room.ask(people.translator, 'PATCH', `/api/articles/${en}`, words)).status).toBe(200)
    const wrong = [EN[0] as Cue, cue('b', 5000, 8000, 'Farmers pick 50 baskets.')]
    expect((await save(en, people.translator, wrong)).status).toBe(200)
    expect((await desk(en, people.translator)).textFindings).toMatchObject([{ cue: 'b', severity: 'critical' }])
    expect((await save(en, people.translator, EN)).body.textFindings).toEqual([])
    expect((await room.verb(people.translator, en, 'submit', { noSecrets: true })).body).toMatchObject({
      move: { to: 'revision' },
    })
    await room.verb(people.reviser, en, 'revised')
    expect((await room.verb(people.chief, en, 'approve')).body).toMatchObject({ move: { to: 'approved' } })
    expect((await room.verb(people.chief, en, 'release')).status).toBe(200)
    // The source says something else in one cue.
    await room.verb(people.editor, made.vi, 'reopen')
    await save(made.vi, people.editor, [VI[0] as Cue, cue('b', 5000, 8000, 'Người dân hái 6.000 giỏ cà phê.')])
    await room.verb(people.editor, made.vi, 'submit', { noSecrets: true })
    await room.verb(people.chief, made.vi, 'approve')
    const note = { kind: 'slip', text: 'Sửa số giỏ.', grade: 'major' }
    expect((await room.verb(people.chief, made.vi, 'correct', { note })).status).toBe(200)
    expect((await desk(en, people.translator)).source).toMatchObject({ changed: ['b'] })
    expect((await logOf(made.item)).map(({ language, kind }) => `${language} ${kind}`)).toEqual([
      'vi release',
      'en release',
      'vi correction',
    ])
  })

  it('reads a subtitle file at the door, says what it dropped, and refuses what is none with the line', async () => {
    const { vi } = await written()
    const read = (text: string) =>
      fetch(`${room.url}/api/desk/articles/${vi}/cues/read`, {
        method: 'POST',
        headers: {
          authorization: `JWT ${tokenOf.get(people.reporter.id) ?? ''}`,
          'content-type': 'application/octet-stream',
          'accept-language': 'vi',
        },
        body: text,
      })
    const tokenOf = new Map([[people.reporter.id, await room.tokenOf(people.reporter)]])
    const srt = await read('\uFEFF1\r\n00:00:01,000 --> 00:00:04,000\r\n<i>Sáng sớm</i> ở Cầu Đất.\r\n')
    expect(await srt.json()).toMatchObject({ format: 'srt', cues: [{ start: 1000, end: 4000, lines: ['Sáng sớm ở Cầu Đất.'] }] })
    const none = await read('Đây là một bài viết.')
    expect([none.status, await none.json()]).toMatchObject([400, { code: 'subtitles.unreadable', facts: { line: 1 } }])
  })

  it('a page that was opened before is told of another film, another still, and subtitles that were saved since', async () => {
    const { story, vi } = await written({ file: null, link: 'https://dai.example/phim', poster })
    const look = async () => (await room.ask(people.reporter, 'GET', `/api/desk/articles/${vi}`)).body as ArticleDesk
    const { docs } = (await room.ask(people.reporter, 'GET', `/api/videos?where[story][equals]=${story}`)).body
    const changed = async (change: () => Promise<{ readonly status: number }>) => {
      const { rev, beside, digest } = await look()
      expect((await change()).status).toBe(200)
      const now = await look()
      expect(now.digest).not.toBe(digest)
      return unseenIn(now, { rev, seen: beside })
    }
    const filmOf = (data: object) => () => room.ask(people.reporter, 'PATCH', `/api/videos/${docs[0].id}`, data)
    expect(await changed(filmOf({ link: 'https://dai.example/phim-khac' }))).toEqual([
      { part: 'film', before: 'https://dai.example/phim', after: 'https://dai.example/phim-khac' },
    ])
    expect((await changed(filmOf({ poster: null }))).map(({ part }) => part)).toEqual(['lead', 'picture'])
    expect(await changed(filmOf({ file: film, link: null }))).toEqual([
      { part: 'film', before: 'https://dai.example/phim-khac', after: '' },
    ])
    expect(await changed(() => save(vi, people.reporter, VI))).toEqual([{ part: 'words', before: '', after: '' }])
  })

  it('another desk’s film is not to be had by a story of one’s own', async () => {
    const refused = await room.write(people.other, { title: 'Phim mượn' }, { film: { file: film, poster: null, link: null } })
    expect(refused.body).toMatchObject({ code: 'request.invalid' })
  })

  it('cues are saved by whoever writes the text, and of a film: a refusal says so, and is none of the server’s faults', async () => {
    const { vi } = await written()
    expect((await save(vi, people.chief, VI)).body).toMatchObject({ status: 403, code: 'move.notYours' })
    const article = (await room.write(people.reporter, { title: `Bài ${nameOfItsOwn()}`, text: 'Không có phim.' })).body.article
      .id
    const put = await room.ask(people.reporter, 'PUT', `/api/desk/articles/${article}/cues`, { rev: 1, cues: VI })
    expect(put.body).toMatchObject({ status: 404, code: 'request.notFound' })
    const change = { rev: 1, cues: VI }
    const patched = await room.ask(people.reporter, 'PATCH', `/api/articles/${article}`, change)
    expect([patched.status, patched.text]).toEqual([400, expect.stringContaining('request.invalid')])
    expect((await room.ask(people.reporter, 'GET', `/api/articles/${article}?depth=0`)).body.cues).toBeNull()
  })

  it('a film that two stories show stays open to colleagues when one of them is opened again', async () => {
    const bytes = await readFile('src/sample/films/coffee-morning.webm')
    const rights = { alt: 'Đồi cà phê', credit: 'TTĐN' }
    const shared = (await upload(room, people.reporter, bytes, `chung-${randomUUID()}.webm`, rights)).body.doc.id as string
    const still = (await upload(room, people.reporter, await picture(randomUUID()), 'bia.jpg', rights)).body.doc.id as string
    const approved = async () => {
      const { vi } = await written({ file: shared, poster: still, link: null })
      await save(vi, people.reporter, VI)
      await room.verb(people.reporter, vi, 'submit', { noSecrets: true })
      expect((await room.verb(people.chief, vi, 'approve')).status).toBe(200)
      return vi
    }
    const [first, second] = [await approved(), await approved()]
    const opened = async () =>
      Promise.all(
        [shared, still].map(
          async (id) => (await room.payload.findByID({ collection: 'media', id, overrideAccess: true })).open as boolean,
        ),
      )
    expect((await room.verb(people.chief, first, 'reopen', { reason: 'Sửa phụ đề.' })).status).toBe(200)
    expect(await opened()).toEqual([true, true])
    expect((await room.verb(people.chief, second, 'reopen', { reason: 'Sửa phụ đề.' })).status).toBe(200)
    expect(await opened()).toEqual([false, false])
  })

  it('the film of an unreleased text is for its desk: with ranges for whoever may read it, for nobody else', async () => {
    const { vi } = await written()
    const ask = (who: TestPerson | null, headers = {}) =>
      room.ask(who, 'GET', `/api/desk/articles/${vi}/film`, undefined, headers)
    const part = await ask(people.reporter, { range: 'bytes=0-99' })
    // Asked again each time: the next person at this computer may not be one who may see it.
    expect([part.status, part.headers.get('cache-control')]).toEqual([206, 'private, no-cache'])
    expect((await ask(null)).status).toBe(401)
    for (const who of [people.other, people.engineer]) {
      expect((await ask(who)).status).toBe(404)
      expect((await room.ask(who, 'GET', `/api/desk/articles/${vi}/cues`)).status).toBe(404)
      expect((await room.ask(who, 'GET', '/api/videos')).body.docs ?? []).toEqual([])
    }
  })
})
