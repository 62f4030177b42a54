import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanEntry } from '#bulletin/plan'
import type { IssueView } from '#bulletin/view'
import { treeFromText } from '#cms/import-text'
import type { Language } from '#newsroom'
import { databases } from '../lib/databases'
import { COMPOSITION_POINTS, killSeries, openKills } from '../lib/kills'
import { LICENCE } from '../lib/licence'
import { nameOfItsOwn, type TestNewsroom, type TestPerson } from '../lib/newsroom'
import type { Order } from '../lib/release-child'

const LANGUAGES_OUT: readonly Language[] = ['vi', 'en']

describe.each(databases())('kill -9 while an issue is released on $name', ({ open }) => {
  let kills: Awaited<ReturnType<typeof openKills>>
  let room: TestNewsroom
  let desk: string
  let people: Readonly<Record<'reporter' | 'chief' | 'bulletin', TestPerson>>
  let licence: string
  let quarter = 1

  beforeAll(async () => {
    kills = await openKills(open())
    room = kills.room
    const { addLegalRules } = await import('../../src/cms/bulletin/licence')
    await addLegalRules(room.payload)
    desk = await room.office('toa-soan')
    people = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      chief: await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } }),
      bulletin: await room.hire('Đinh Thị Kim Oanh', ['bulletinEditor'], { desk }),
    }
    licence = await licenced()
  })
  afterAll(async () => {
    const { closeShops } = await import('../../src/cms/bulletin/shop')
    await closeShops()
    await kills.stop()
  })

  const licenced = async (): Promise<string> => {
    const { id } = await room.payload.create({
      collection: 'licences',
      data: LICENCE as never,
      locale: 'vi',
      overrideAccess: true,
    })
    await room.payload.update({
      collection: 'licences',
      id,
      data: { issuer: 'Department of Culture', name: 'External Information', publisher: 'Department of Foreign Affairs', frequency: 'quarterly', printer: 'Lam Dong Printing', personResponsible: 'Nguyễn Văn A' } as never, // prettier-ignore
      locale: 'en',
      overrideAccess: true,
    })
    return String(id)
  }

  const door = async (who: TestPerson, method: string, path: string, body?: unknown, key: string = randomUUID()) => {
    const answer = await room.ask(who, method, `/api/desk/bulletins${path}`, body, { 'idempotency-key': key })
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`)
    return answer.body
  }
  const look = (id: string): Promise<IssueView> => door(people.bulletin, 'GET', `/${id}`)

  const approvedText = async () => {
    const { body } = await room.write(people.reporter, { title: `Tin ${nameOfItsOwn()}`, text: 'Đà Lạt đón khách quanh năm.' })
    const article = body.article.id as string
    await room.verb(people.reporter, article, 'submit', { noSecrets: true })
    expect((await room.verb(people.chief, article, 'approve')).status).toBe(200)
    return { story: body.story.id as string, item: body.story.item as string }
  }

  const entry = (story: string | null, leftOut: readonly Language[]): PlanEntry => ({
    id: randomUUID(),
    slot: story === null ? 'foreword' : 'feature',
    story,
    budget: { vi: null, en: null, ja: null },
    photos: [],
    notes: '',
    leftOut,
  })

  /** In Vietnamese with two texts that wait, in English with a foreword alone; both approved. */
  const approvedIssue = async () => {
    const [first, second] = [await approvedText(), await approvedText()]
    quarter += 1
    const next = { year: 2026 + Math.floor((quarter - 1) / 4), quarter: ((quarter - 1) % 4) + 1 }
    const { id, item, rev }: IssueView = await door(people.bulletin, 'POST', '', next)
    const entries = [entry(first.story, ['en', 'ja']), entry(second.story, ['en', 'ja']), entry(null, ['vi', 'ja'])]
    const plan = { sections: [{ id: 'chuyen-muc', names: { vi: 'Thời sự', en: 'News', ja: 'ニュース' }, entries }] }
    const themes = { vi: 'Mùa hoa', en: 'Flowers', ja: '花の季節' }
    const { board }: IssueView = await door(people.bulletin, 'PUT', `/${id}`, { rev, plan, themes, licence })
    const piece = board[entries[2]?.id ?? '']?.cells.en.href?.split('/').at(-1) ?? ''
    const words = { title: 'Foreword', body: treeFromText('Dear readers.') }
    expect((await room.ask(people.bulletin, 'PATCH', `/api/pieces/${piece}`, words)).status).toBe(200)
    for (const language of LANGUAGES_OUT) {
      await door(people.bulletin, 'POST', `/${id}/${language}/close`, {})
      const at = `/api/desk/bulletins/${id}`
      expect((await room.workVerb(people.chief, { at, language }, 'approve', { acknowledged: true })).status).toBe(200)
    }
    return { id, item, texts: [first.item, second.item] }
  }

  it.each(killSeries(COMPOSITION_POINTS))(
    'all of it is in the log or nothing, and the key pressed again brings it about once: $at',
    async ({ points }) => {
      const { id, item, texts } = await approvedIssue()
      const order: Order = { what: 'issue', person: people.chief, key: randomUUID(), id, languages: LANGUAGES_OUT }
      await kills.allOrNothing(points, order, {
        whole: [...texts.map((text) => `release ${text} vi`), ...LANGUAGES_OUT.map((one) => `release ${item} ${one}`)],
        shown: async () => {
          const { editionViews } = await look(id)
          return [editionViews.vi.shown, editionViews.en.shown]
        },
        again: async () => (await door(people.chief, 'POST', `/${id}/release`, { languages: LANGUAGES_OUT }, order.key)).release,
      })
    },
  )
})
