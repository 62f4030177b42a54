import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../lib/databases'
import { openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

type Row = {
  readonly title: string
  readonly cells: Readonly<Record<string, { readonly shown: { readonly key: string } } | null>>
}

/** One more than a page of the list holds. */
const TITLES = Array.from({ length: 26 }, (_, index) => `Tin số ${String(index + 1).padStart(2, '0')}`)

describe.each(databases())('the list of stories on $name', ({ open }) => {
  let room: TestNewsroom
  let people: Record<'reporter' | 'other', TestPerson>
  const list = async (person: TestPerson, query = '') => {
    const { body } = await room.ask(person, 'GET', `/api/desk/stories${query}`)
    return { ...body, rows: (body.rows as Row[]).map(({ title, cells }) => `${title}: ${cells.vi?.shown.key}`) } as unknown
  }

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    people = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      other: await room.hire('Trần Minh Quân', ['reporter'], { desk: await room.office('bao') }),
    }
    for (const title of TITLES) {
      const { body } = await room.write(people.reporter, { title })
      if (title === 'Tin số 03') await room.verb(people.reporter, body.article.id as string, 'submit', { noSecrets: true })
    }
  })
  afterAll(() => room.stop())

  const drafts = TITLES.map((title) => (title === 'Tin số 03' ? `${title}: review` : `${title}: draft`))
  const newestFirst = drafts.toReversed()

  it('goes on from page to page as far as the last, and says how many there are', async () => {
    const { reporter } = people
    const pages = [await list(reporter), await list(reporter, '?page=2'), await list(reporter, '?page=3')]
    expect(pages).toEqual([
      { rows: newestFirst.slice(0, 25), total: 26, page: 1, pages: 2 },
      { rows: newestFirst.slice(25), total: 26, page: 2, pages: 2 },
      { rows: newestFirst.slice(25), total: 26, page: 2, pages: 2 },
    ])
  })

  it('is filtered by how a text stands, by words, and by both', async () => {
    const { reporter } = people
    const one = { rows: ['Tin số 03: review'], total: 1, page: 1, pages: 1 }
    expect(await list(reporter, '?state=review')).toEqual(one)
    expect(await list(reporter, '?q=số 03')).toEqual(one)
    expect(await list(reporter, '?q=số 04&state=review')).toEqual({ rows: [], total: 0, page: 1, pages: 1 })
    expect(await list(reporter, '?state=draft&page=1')).toEqual({
      rows: newestFirst.filter((line) => line.endsWith('draft')),
      total: 25,
      page: 1,
      pages: 1,
    })
  })

  it('holds nothing of another desk', async () => {
    expect(await list(people.other)).toEqual({ rows: [], total: 0, page: 1, pages: 1 })
  })
})
