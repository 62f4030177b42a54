import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Release } from '#publication/release'
import { databases } from '../lib/databases'
import { openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

/** CI runs small numbers; `npm run proof` the full ones. */
const FULL = process.env.PROOF === 'true'
const PUBLISHERS = 20
const TEXTS = FULL ? 200 : 40
const ROUNDS = FULL ? 1000 : 10

describe.each(databases())('people at the same moment on $name', ({ open }) => {
  let room: TestNewsroom
  let reporter: TestPerson
  let second: TestPerson
  let chief: TestPerson

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    reporter = await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk })
    second = await room.hire('Phạm Thị Lan Anh', ['editor'], { desk })
    chief = await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } })
  })
  afterAll(() => room.stop())

  const approved = async (title: string): Promise<string> => {
    const article = (await room.write(reporter, { title })).body.article.id as string
    await room.verb(reporter, article, 'submit', { noSecrets: true })
    expect((await room.verb(chief, article, 'approve')).status).toBe(200)
    return article
  }
  const logAfter = async (seq: number): Promise<readonly Release[]> => {
    const { releaseLog } = await import('../../src/cms/stores/release-log')
    return releaseLog(room.payload).after(seq, 1000)
  }

  it('G03: a reader behind twenty publishers sees every number once, in order', async () => {
    const start = (await logAfter(0)).at(-1)?.seq ?? 0
    const texts: string[] = []
    for (let n = 0; n < TEXTS; n += 1) texts.push(await approved(`Tin số ${n} ${randomUUID()}`))
    const seen: number[] = []
    let publishing = true
    const tail = (async () => {
      for (;;) {
        const more = await logAfter(seen.at(-1) ?? start)
        seen.push(...more.map(({ seq }) => seq))
        if (!publishing && more.length === 0) return
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    })()
    const queue = [...texts]
    const publisher = async (): Promise<number[]> => {
      const codes: number[] = []
      for (let article = queue.pop(); article; article = queue.pop())
        codes.push((await room.verb(chief, article, 'release')).status)
      return codes
    }
    const codes = (await Promise.all(Array.from({ length: PUBLISHERS }, publisher))).flat()
    publishing = false
    await tail
    expect(codes).toEqual(texts.map(() => 200))
    expect(seen).toEqual(texts.map((_, index) => start + index + 1))
  })

  it('C04: the same verb, twice to twenty times at once, makes one release and one answer', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const article = await approved(`Bài phát hành một lần ${round} ${randomUUID()}`)
      const key = randomUUID()
      const answers = await Promise.all(
        Array.from({ length: 2 + (round % 19) }, () => room.verb(chief, article, 'release', {}, key)),
      )
      expect(new Set(answers.map(({ body }) => JSON.stringify(body.move))).size).toBe(1)
      const other = await Promise.all([room.verb(chief, article, 'release'), room.verb(chief, article, 'release')])
      expect(other.map(({ body }) => body.code)).toEqual(['move.live', 'move.live'])
    }
  })

  it('C02: a save and an approval at the same moment never leave an approved text that nobody approved', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const written = await room.write(reporter, { title: `Bài bị sửa lúc duyệt ${round} ${randomUUID()}` })
      const article = written.body.article.id as string
      await room.verb(reporter, article, 'submit', { noSecrets: true })
      const { digest } = (await room.ask(chief, 'GET', `/api/desk/articles/${article}`)).body
      const [save, approval] = await Promise.all([
        room.ask(second, 'PATCH', `/api/articles/${article}`, { rev: 1, summary: `Sapô sửa lúc ${round}.` }),
        room.ask(chief, 'POST', `/api/desk/articles/${article}/approve`, { digest }, { 'idempotency-key': randomUUID() }),
      ])
      const desk = (await room.ask(chief, 'GET', `/api/desk/articles/${article}`)).body
      if (desk.state === 'approved') expect(desk.approval.digest).toBe(desk.digest)
      const release = await room.verb(chief, article, 'release')
      const [last] = (await logAfter(0)).filter(({ item }) => item === desk.item)
      if (release.status === 200)
        expect(last).toMatchObject({ approvals: [{ digest: desk.digest }], snapshotDigest: desk.digest })
      else expect(release.body.code).toMatch(/^(move\.notAllowed|approve\.void)$/)
      expect([save.status, approval.status].every((status) => [200, 403, 409].includes(status))).toBe(true)
    }
  })

  it('C05: twenty people saving two languages lose nothing; on one text the later is told', async () => {
    const translator = await room.hire('Đỗ Thùy Dương', ['translator'], { desk: null, skills: { en: ['translate'] } })
    const vi = await approved(`Nguồn cho hai thứ tiếng ${randomUUID()}`)
    const en = (await room.verb(translator, vi, 'translate', { language: 'en' })).body.article.id as string
    await room.verb(chief, vi, 'reopen', { reason: 'Bổ sung.' })
    const saver = async (person: TestPerson, article: string, index: number): Promise<boolean> => {
      for (let attempt = 0; attempt < 60; attempt += 1) {
        const { body } = await room.ask(person, 'GET', `/api/articles/${article}`)
        const answer = await room.ask(person, 'PATCH', `/api/articles/${article}`, {
          rev: body.rev,
          byline: `${body.byline} ${index}`,
        })
        if (answer.status === 200) return true
        expect(answer.body.code).toBe('save.conflict')
      }
      return false
    }
    const kept = await Promise.all([
      ...Array.from({ length: 10 }, (_, index) => saver(reporter, vi, index)),
      ...Array.from({ length: 10 }, (_, index) => saver(translator, en, index)),
    ])
    expect(kept).toEqual(Array.from({ length: 20 }, () => true))
    for (const [person, article] of [
      [reporter, vi],
      [translator, en],
    ] as const) {
      const { body } = await room.ask(person, 'GET', `/api/articles/${article}`)
      expect(body.rev).toBe(11)
      expect(String(body.byline).split(' ').slice(-10).sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
    }
  })
})
