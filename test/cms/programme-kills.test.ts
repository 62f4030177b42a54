import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Shown } from '#editorial/shown'
import type { PlanStep } from '#programme/plan'
import type { ProgrammeView } from '#programme/view'
import type { Release, TextRelease } from '#publication/release'
import type { CueDesk } from '#video/view'
import { picture, upload } from '../lib/canaries'
import { databases } from '../lib/databases'
import { COMPOSITION_POINTS, killSeries, openKills, TEXT_POINTS } from '../lib/kills'
import { nameOfItsOwn, type TestNewsroom, type TestPerson } from '../lib/newsroom'
import { STATION } from '../lib/station'
import type { Order } from '../lib/release-child'

describe.each(databases())('kill -9 while a film or a programme is released on $name', ({ open }) => {
  let kills: Awaited<ReturnType<typeof openKills>>
  let room: TestNewsroom
  let people: Readonly<Record<'reporter' | 'chief' | 'producer', TestPerson>>
  let film: { readonly file: string; readonly poster: string; readonly link: null }

  beforeAll(async () => {
    kills = await openKills(open())
    room = kills.room
    const desk = await room.office('toa-soan')
    people = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      chief: await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } }),
      producer: await room.hire('Bùi Nhật Anh', ['producer'], { desk }),
    }
    const rights = { alt: 'Đồi cà phê', credit: 'TTĐN' }
    const medium = async (bytes: Buffer, name: string) =>
      (await upload(room, people.reporter, bytes, name, rights)).body.doc.id as string
    film = {
      file: await medium(await readFile('src/sample/films/coffee-morning.webm'), `phim-${randomUUID()}.webm`),
      poster: await medium(await picture(randomUUID()), 'bia.jpg'),
      link: null,
    }
    await room.payload.create({
      collection: 'channels',
      data: STATION as never,
      locale: 'vi',
      overrideAccess: true,
    })
  })
  afterAll(() => kills.stop())

  const CUES = [
    { id: 'a', start: 1000, end: 4000, lines: ['Sáng sớm ở Cầu Đất.'], speaker: null, position: 'bottom' },
    { id: 'b', start: 5000, end: 8000, lines: ['Người dân hái cà phê.'], speaker: null, position: 'bottom' },
  ] as const

  /** An article or a film that waits for its release. */
  const approvedText = async (wish?: typeof film) => {
    const words = { title: `Tin ${nameOfItsOwn()}`, text: wish ? '' : 'Đà Lạt đón khách quanh năm.' }
    const { body } = await room.write(people.reporter, words, wish ? { film: wish } : {})
    const article = body.article.id as string
    if (wish) {
      const { rev } = (await room.ask(people.reporter, 'GET', `/api/desk/articles/${article}/cues`)).body as CueDesk
      expect((await room.ask(people.reporter, 'PUT', `/api/desk/articles/${article}/cues`, { rev, cues: CUES })).status).toBe(200)
    }
    await room.verb(people.reporter, article, 'submit', { noSecrets: true })
    expect((await room.verb(people.chief, article, 'approve')).status).toBe(200)
    return { article, story: body.story.id as string, item: body.story.item as string }
  }

  const door = async (who: TestPerson, method: string, path: string, body?: unknown, key: string = randomUUID()) => {
    const answer = await room.ask(who, method, `/api/desk/programmes${path}`, body, { 'idempotency-key': key })
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`)
    return answer.body as ProgrammeView
  }

  /** A film and an article that wait, told between its opening and its closing. */
  const approvedProgramme = async () => {
    const [first, second] = [await approvedText(film), await approvedText()]
    const { id, item, rev, plan } = await door(people.producer, 'POST', '', { airDate: '2099-01-05', language: 'vi' })
    const step = (story: string, clip: PlanStep['clip']): PlanStep => ({
      id: randomUUID(),
      kind: 'item',
      story,
      title: 'Cà phê',
      intro: '',
      script: 'Lâm Đồng vào mùa.',
      clip,
      notes: '',
    })
    const [opening, closing] = plan.steps.map((one) => ({ ...one, script: 'Xin chào quý vị.' }))
    const steps = [opening!, step(first.story, { from: 0, to: 9000 }), step(second.story, null), closing!]
    await door(people.producer, 'PUT', `/${id}`, { rev, plan: { ...plan, steps } })
    await door(people.producer, 'POST', `/${id}/close`, {})
    expect((await room.workVerb(people.chief, { at: `/api/desk/programmes/${id}` }, 'approve')).status).toBe(200)
    return { id, item, texts: [first.item, second.item] }
  }

  const lastOf = async (item: string): Promise<Release | undefined> => {
    const { releaseLog } = await import('../../src/cms/stores/release-log')
    return (await releaseLog(room.payload).of(item)).at(-1)
  }

  it.each(killSeries(COMPOSITION_POINTS))(
    'a programme and what waited for it are in the log or nothing is, and the key pressed again brings it about once: $at',
    async ({ points }) => {
      const { id, item, texts } = await approvedProgramme()
      const order: Order = { what: 'programme', person: people.chief, key: randomUUID(), id }
      await kills.allOrNothing(points, order, {
        whole: [...texts, item].map((one) => `release ${one} vi`),
        shown: async () => [(await door(people.producer, 'GET', `/${id}`)).shown],
        again: () => door(people.chief, 'POST', `/${id}/release`, {}, order.key),
        owes: ['dai 0', 'dai 2'],
      })
      const { snapshot, snapshotDigest, approvals } = (await lastOf(item)) as TextRelease
      expect(snapshot.programme?.steps.map(({ text }) => text?.item ?? null)).toEqual([null, ...texts, null])
      expect(approvals.map(({ by, digest }) => [by, digest])).toEqual([[people.chief.id, snapshotDigest]])
    },
  )

  it.each(killSeries(TEXT_POINTS))(
    'a film is in the log with all of its cues or is not, and the key pressed again brings it about once: $at',
    async ({ points }) => {
      const { article, item } = await approvedText(film)
      const order: Order = { what: 'text', person: people.chief, key: randomUUID(), id: article }
      await kills.allOrNothing(points, order, {
        whole: [`release ${item} vi`],
        shown: async () => {
          const { shown } = (await room.ask(people.chief, 'GET', `/api/desk/articles/${article}`)).body as { shown: Shown }
          return [shown.key]
        },
        again: async () => (await room.verb(people.chief, article, 'release', {}, order.key)).body.move as unknown,
        owes: ['dai 0'],
      })
      expect(((await lastOf(item)) as TextRelease).snapshot.video?.cues).toEqual(CUES)
    },
  )
})
