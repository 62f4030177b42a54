import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHOWN } from '#editorial/shown'
import { LANGUAGES, type Language, type Role } from '#newsroom'
import { databases } from '../lib/databases'
import { nameOfItsOwn, openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

type Text = { readonly id: string; readonly story: string; readonly language: Language }

const STORIES = 16
/** More than the matrix of home shows; with the others enough for a second page of what is common. */
const DRAFTS = 13
const PAGE = 25
const REASON = 'Chờ xác minh.'
const STATES = Object.keys(SHOWN)
const READERS: readonly Role[] = [
  'reporter',
  'editor',
  'chief',
  'secondSigner',
  'translator',
  'reviser',
  'bulletinEditor',
  'producer',
  'auditor',
  'administrator',
]

/** The same sequence for the same seed (mulberry32), so that a newsroom that fails can be made again. */
const randomFrom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

describe.each(databases())('home and the list by state in a random newsroom on $name', ({ open }) => {
  const seed = 20261124
  const random = randomFrom(seed)
  const oneOf = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T
  let room: TestNewsroom
  let writer: TestPerson
  let second: TestPerson
  let readers: readonly TestPerson[]
  const texts: Text[] = []

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const [desk, other] = [await room.office('toa-soan'), await room.office('bao')]
    const everything = {
      vi: ['translate', 'revise', 'approve'],
      en: ['translate', 'revise', 'approve'],
      ja: ['translate', 'revise', 'approve'],
    } as const
    const roles: readonly Role[] = ['reporter', 'editor', 'translator', 'reviser', 'chief']
    writer = await room.hire('Nguyễn Hoài Thu', roles, { desk, skills: everything })
    second = await room.hire('Lê Quang Vinh', roles, { desk, skills: everything })
    const skills = { en: ['translate', 'revise'], ja: ['translate'] } as const
    readers = [
      writer,
      second,
      await room.hire('Trần Minh Quân', ['reporter', 'editor'], { desk: other }),
      await room.hire('Chánh Văn phòng', ['chief']),
      await room.hire('Yuki Mori', ['translator'], { desk: other, skills: { ja: ['translate'] } }),
    ]
    for (const role of READERS) readers = [...readers, await room.hire(role, [role], { desk, skills })]
    // An archive, of which something becomes stale; then the random part; then what went out last lies under newer drafts.
    const archive = [await finished(desk), await finished(desk), await finished(other), await finished(desk)]
    for (const text of archive.slice(1)) await correct(text)
    await did(second, archive[0] as Text, 'reopen', { reason: REASON })
    for (let number = 0; number < STORIES; number += 1) await carry(await written(number % 4 === 3 ? other : desk))
    for (let step = 0; step < 40; step += 1) await disturb(oneOf(texts))
    readers = [...readers, await changedRole(other, await written(desk))]
    for (let number = 0; number < 3; number += 1) await finished(desk)
    for (let number = 0; number < DRAFTS; number += 1) await written(desk)
  }, 240_000)
  afterAll(() => room.stop())

  const did = async (who: TestPerson, { id }: Text, verb: string, args: object = {}) =>
    (await room.verb(who, id, verb, args)).status < 300

  const written = async (desk: string): Promise<Text> => {
    const { body } = await room.write(
      writer,
      { title: `Hồ tiêu ${nameOfItsOwn()}`, text: 'Hồ tiêu được mùa.\n\nGiá bán ổn định.' },
      {
        desk: writer.desk,
        sharedWith: random() < 0.2 ? [readers[2]?.desk] : [],
        sovereignty: random() < 0.15,
        deadlines: random() < 0.3 ? { ja: '2026-01-01T00:00:00.000Z' } : {},
      },
    )
    const text: Text = { id: body.article.id, story: body.story.id, language: 'vi' }
    texts.push(text)
    if (desk !== writer.desk)
      await room.payload.update({ collection: 'stories', id: text.story, data: { desk } as never, overrideAccess: true })
    return text
  }

  /**
   * Somebody who translated a draft, of which a comma was changed before it went out, and is a translator no more: the source is
   * closed to them and so is its grade, so to them alone the translation is stale.
   */
  const changedRole = async (desk: string, vi: Text): Promise<TestPerson> => {
    const person = await room.hire('Đỗ Thùy Dương', ['reporter', 'translator'], { desk, skills: { en: ['translate'] } })
    await did(second, vi, 'ready', { open: true })
    const { body } = await room.verb(person, vi.id, 'translate', { language: 'en' })
    texts.push({ id: body.article.id, story: vi.story, language: 'en' })
    await edit(vi)
    await did(writer, vi, 'grade', { grade: 'typo' })
    await release(vi)
    await room.payload.update({
      collection: 'users',
      id: person.id,
      data: { roles: ['reporter'] } as never,
      overrideAccess: true,
    })
    return { ...person, roles: ['reporter'] }
  }

  /** Released in every language. */
  const finished = async (desk: string): Promise<Text> => {
    const vi = await written(desk)
    await release(vi)
    const en = await translate(vi, 'en')
    if (en) await release(en)
    const ja = await translate(oneOf([vi, en ?? vi]), 'ja')
    if (ja) await release(ja)
    return vi
  }

  const release = async (text: Text) => {
    await did(writer, text, 'submit', { noSecrets: true })
    await did(second, text, 'revised')
    await did(second, text, 'approve')
    await did(second, text, 'release')
  }

  /** Some way through the desk, and into other languages on the way. */
  const carry = async (text: Text): Promise<void> => {
    const begin = async () => {
      const translation = await translate(text)
      if (translation) await carry(translation)
    }
    if (random() < 0.3) await did(second, text, 'ready', { open: true })
    if (random() < 0.3) await begin()
    if (random() < 0.1 || !(await did(writer, text, 'submit', { noSecrets: true }))) return
    if (text.language !== 'vi' && (random() < 0.3 || !(await did(second, text, 'revised')))) return
    if (random() < 0.15 || !(await did(second, text, 'approve'))) return
    if (random() < 0.3) await begin()
    if (random() < 0.1) return void (await did(second, text, 'schedule', { until: '2036-01-01T00:00:00.000Z', embargo: false }))
    if (random() < 0.1 || !(await did(second, text, 'release'))) return
    if (random() < 0.5) await begin()
  }

  const translate = async (from: Text, wanted?: Language): Promise<Text | null> => {
    const begun = texts.filter(({ story }) => story === from.story).map((text) => text.language)
    const language = wanted ?? oneOf(LANGUAGES.filter((one) => !begun.includes(one)))
    if (!language) return null
    const { body } = await room.verb(writer, from.id, 'translate', { language })
    if (!body.article) return null
    const text: Text = { id: body.article.id, story: from.story, language }
    texts.push(text)
    await room.typeAll(writer, text.id, language)
    return text
  }

  const edit = async ({ id }: Text) => {
    const { rev } = (await room.ask(writer, 'GET', `/api/articles/${id}?depth=0`)).body
    await room.ask(writer, 'PATCH', `/api/articles/${id}`, { rev, summary: `Tóm tắt ${nameOfItsOwn()}.` })
  }

  const correct = async (text: Text) => {
    if (!(await did(second, text, 'reopen', { reason: REASON }))) return
    await edit(text)
    await did(writer, text, 'submit', { noSecrets: true })
    await did(second, text, 'revised')
    await did(second, text, 'approve')
    await did(second, text, 'correct', { note: { kind: 'slip', text: 'Sửa.', grade: oneOf(['minor', 'major', 'typo']) } })
  }

  const restore = async ({ id }: Text) => {
    const { body } = await room.ask(writer, 'GET', `/api/articles/versions?where[parent][equals]=${id}&depth=0`)
    await room.ask(writer, 'POST', `/api/articles/versions/${oneOf(body.docs as { id: string }[]).id}`, {})
  }

  /** What happens to texts that were at rest. */
  const disturb = (text: Text): Promise<unknown> =>
    oneOf([
      () => correct(text),
      () => correct(text),
      async () => (await did(second, text, 'reopen', { reason: REASON })) && edit(text),
      () => did(second, text, 'withdraw', { reason: REASON }),
      () => did(second, text, 'hold', { reason: REASON }),
      () => did(writer, text, 'trash'),
      () => did(oneOf([writer, second]), text, 'claim', { due: '2026-01-01T00:00:00.000Z' }),
      () => did(second, text, 'assign', { assignee: oneOf(readers).id, due: '2026-02-01T00:00:00.000Z' }),
      () => edit(text),
      () => restore(text),
      () => did(writer, text, 'grade', { grade: oneOf(['typo', 'minor']) }),
      () => translate(text),
    ])()

  const requestOf = async (person: TestPerson): Promise<PayloadRequest> => {
    const user = await room.payload.findByID({ collection: 'users', id: person.id, overrideAccess: true })
    return createLocalReq({ user: { ...user, collection: 'users' } as never }, room.payload)
  }

  it('home says what it would say if it had read every story and text', async () => {
    const [{ homeAmong, homeOf }, { storiesSeen }] = await Promise.all([
      import('../../src/cms/desk/home'),
      import('../../src/cms/desk/cells'),
    ])
    const filled = new Set<string>()
    for (const person of readers) {
      const req = await requestOf(person)
      const stories = await storiesSeen(req, person)
      const home = await homeOf(req, 'vi')
      expect(home, `${person.name}, seed ${seed}`).toEqual({
        ...(await homeAmong(req, 'vi', stories)),
        counts: { stories: stories.length },
      })
      for (const [name, value] of Object.entries(home)) if (Array.isArray(value) && value.length > 0) filled.add(name)
    }
    // Nothing is shown by a newsroom in which nothing happens.
    expect([...filled].sort()).toEqual(['free', 'late', 'matrix', 'mine', 'released', 'stale', 'waiting'])
  })

  it('the list holds the stories of a state that one would find by looking at all of them', async () => {
    const { storiesOf } = await import('../../src/cms/desk/stories')
    const seen = new Set<string>()
    for (const person of readers) {
      const req = await requestOf(person)
      const pages = async (filters: object) => {
        const first = await storiesOf(req, filters, 'vi')
        const rest = Array.from({ length: first.pages - 1 }, (_, index) => storiesOf(req, { ...filters, page: index + 2 }, 'vi'))
        const rows = [first, ...(await Promise.all(rest))].flatMap((page) => page.rows)
        return { total: first.total, pages: first.pages, stories: rows.map(({ story }) => story), rows }
      }
      for (const asked of [{}, { q: 'Hồ tiêu', desk: writer.desk ?? '' }]) {
        const { rows } = await pages(asked)
        for (const state of STATES)
          for (const language of [undefined, ...LANGUAGES]) {
            const looked = language ? [language] : LANGUAGES
            const fits = rows.filter(({ cells }) => looked.some((one) => (cells[one]?.shown.key ?? 'missing') === state))
            if (fits.length > 0) seen.add(state)
            const { total, pages: count, stories } = await pages({ ...asked, state, language })
            expect({ total, count, stories }, `${person.name}, ${state}, ${language}, seed ${seed}`).toEqual({
              total: fits.length,
              count: Math.max(1, Math.ceil(fits.length / PAGE)),
              stories: fits.map(({ story }) => story),
            })
          }
      }
    }
    expect([...seen].sort()).toEqual([...STATES].sort())
  })

  it('what lists ask in a query is found out where it is wrong, and made where it was never kept', async () => {
    const [{ violations }, { fillStandings }] = await Promise.all([
      import('../../src/cms/invariants'),
      import('../../src/cms/stores/standings'),
    ])
    const rules = async () =>
      (await violations(room.payload, { mediaDir: '/nowhere', publicMediaDir: '/nowhere' })).filter(
        ({ rule }) => rule === 'standing' || rule === 'begun',
      )
    const stored = async () =>
      (await room.payload.db.find<{ id: string }>({ collection: 'articles', limit: 0, pagination: false, sort: 'id' })).docs
    expect(await rules()).toEqual([])
    const before = await stored()
    const { id, story } = texts.at(-1) as Text
    await room.payload.db.updateOne({ collection: 'articles', id, data: { stands: 'unknown', updatedAt: null } })
    await room.payload.db.updateOne({
      collection: 'stories',
      id: story,
      data: { begun: { vi: false, en: false, ja: false }, updatedAt: null },
    })
    expect(await rules()).toEqual([
      { rule: 'standing', what: id },
      { rule: 'begun', what: `${story} vi` },
    ])
    await room.payload.db.updateOne({
      collection: 'stories',
      id: story,
      data: { begun: { vi: true, en: false, ja: false }, updatedAt: null },
    })
    for (const text of texts)
      await room.payload.db.updateOne({
        collection: 'articles',
        id: text.id,
        data: { stands: null, behind: null, liveSeq: null, updatedAt: null },
      })
    await fillStandings(room.payload)
    expect(await stored()).toEqual(before)
    expect(await rules()).toEqual([])
  })
})
