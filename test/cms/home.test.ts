import { randomUUID } from 'node:crypto'
import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHOWN } from '#editorial/shown'
import { LANGUAGES, type Language, type Role } from '#newsroom'
import type { SegmentChange, TranslationDesk } from '#translation/view'
import { databases } from '../lib/databases'
import { nameOfItsOwn, openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

type Text = { readonly id: string; readonly story: string; readonly language: Language }

/** Enough for a second page of what is common. */
const STORIES = 34
const PAGE = 25
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
    for (let number = 0; number < STORIES; number += 1) await write(number % 4 === 3 ? other : desk)
    for (const text of texts) await carry(text)
    for (let step = 0; step < 60; step += 1) await disturb(oneOf(texts))
  }, 240_000)
  afterAll(() => room.stop())

  const did = async (who: TestPerson, { id }: Text, verb: string, args: object = {}) =>
    (await room.verb(who, id, verb, args)).status < 300

  const write = async (desk: string) => {
    const { body } = await room.write(
      writer,
      { title: `Hồ tiêu ${nameOfItsOwn()}`, text: 'Hồ tiêu được mùa.\n\nGiá bán ổn định.' },
      {
        sharedWith: random() < 0.2 ? [readers[2]?.desk] : [],
        sovereignty: random() < 0.15,
        deadlines: random() < 0.3 ? { ja: '2026-01-01T00:00:00.000Z' } : {},
        desk: writer.desk,
      },
    )
    texts.push({ id: body.article.id as string, story: body.story.id as string, language: 'vi' })
    if (desk !== writer.desk)
      await room.payload.update({
        collection: 'stories',
        id: body.story.id as string,
        data: { desk } as never,
        overrideAccess: true,
      })
  }

  /** Some way through the desk, and into other languages on the way. */
  const carry = async (text: Text) => {
    if (random() < 0.3) await did(second, text, 'ready', { open: true })
    if (random() < 0.3) await translate(text)
    if (random() < 0.1 || !(await did(writer, text, 'submit', { noSecrets: true }))) return
    if (text.language !== 'vi' && (random() < 0.2 || !(await did(second, text, 'revised')))) return
    if (random() < 0.15 || !(await did(second, text, 'approve'))) return
    if (random() < 0.3) await translate(text)
    if (random() < 0.1) return void (await did(second, text, 'schedule', { until: '2036-01-01T00:00:00.000Z', embargo: false }))
    if (random() < 0.1 || !(await did(second, text, 'release'))) return
    if (random() < 0.5) await translate(text)
  }

  const translate = async (from: Text) => {
    const language = oneOf(
      LANGUAGES.filter(
        (one) => one !== from.language && !texts.some((text) => text.story === from.story && text.language === one),
      ),
    )
    if (!language) return
    const { body } = await room.verb(writer, from.id, 'translate', { language })
    if (!body.article) return
    const text = { id: body.article.id as string, story: from.story, language }
    texts.push(text)
    const { rows } = (await room.ask(writer, 'GET', `/api/desk/articles/${text.id}/translation`)).body as TranslationDesk
    const changes = rows.map(({ target }): SegmentChange => ({
      do: 'write',
      target: target?.path ?? '',
      was: target?.digest ?? '',
      text: language === 'ja' ? `胡椒 ${nameOfItsOwn()}` : `Pepper ${nameOfItsOwn()}.`,
      state: 'translated',
      origin: 'typed',
    }))
    await room.ask(writer, 'PUT', `/api/desk/articles/${text.id}/segments`, { changes }, { 'idempotency-key': randomUUID() })
  }

  const edit = async ({ id }: Text) => {
    const { rev } = (await room.ask(writer, 'GET', `/api/articles/${id}?depth=0`)).body
    await room.ask(writer, 'PATCH', `/api/articles/${id}`, { rev, summary: `Tóm tắt ${nameOfItsOwn()}.` })
  }

  /** What happens to texts that were at rest. */
  const disturb = async (text: Text) => {
    const reason = 'Chờ xác minh.'
    switch (
      oneOf([
        'correct',
        'correct',
        'correct',
        'reopen',
        'withdraw',
        'hold',
        'trash',
        'claim',
        'assign',
        'edit',
        'grade',
        'translate',
      ])
    ) {
      case 'correct': {
        if (!(await did(second, text, 'reopen', { reason }))) return
        await edit(text)
        await did(writer, text, 'submit', { noSecrets: true })
        await did(second, text, 'revised')
        await did(second, text, 'approve')
        return void (await did(second, text, 'correct', {
          note: { kind: 'slip', text: 'Sửa.', grade: oneOf(['typo', 'minor', 'major']) },
        }))
      }
      case 'reopen':
        await did(second, text, 'reopen', { reason })
        return edit(text)
      case 'withdraw':
        return void (await did(second, text, 'withdraw', { reason }))
      case 'hold':
        return void (await did(second, text, 'hold', { reason }))
      case 'trash':
        return void (await did(writer, text, 'trash'))
      case 'claim':
        return void (await did(oneOf([writer, second]), text, 'claim', { due: '2026-01-01T00:00:00.000Z' }))
      case 'assign':
        return void (await did(second, text, 'assign', { assignee: oneOf(readers).id, due: '2026-02-01T00:00:00.000Z' }))
      case 'edit':
        return edit(text)
      case 'grade':
        return void (await did(writer, text, 'grade', { grade: oneOf(['typo', 'minor']) }))
      default:
        return translate(text)
    }
  }

  const requestOf = async (person: TestPerson): Promise<PayloadRequest> => {
    const user = await room.payload.findByID({ collection: 'users', id: person.id, overrideAccess: true })
    return createLocalReq({ user: { ...user, collection: 'users' } as never }, room.payload)
  }

  it('home says what it would say if it had read every story and text', async () => {
    const [{ homeAmong, homeOf }, { cellsOf, storiesSeen }] = await Promise.all([
      import('../../src/cms/desk/home'),
      import('../../src/cms/desk/cells'),
    ])
    const filled = new Set<string>()
    for (const person of readers) {
      const req = await requestOf(person)
      const stories = await storiesSeen(req, person)
      const all = [...(await cellsOf(req, person, stories)).values()].flatMap((cells) => Object.values(cells))
      const there = all.filter(({ row }) => row.trashedAt === null)
      const home = await homeOf(req, 'vi')
      expect(home, `${person.name}, seed ${seed}`).toEqual({
        ...(await homeAmong(req, 'vi', stories)),
        counts: { stories: stories.length, texts: there.length, live: there.filter(({ liveSeq }) => liveSeq !== null).length },
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
    const { id, story } = texts[0] as Text
    await room.payload.db.updateOne({ collection: 'articles', id, data: { stands: 'unknown', updatedAt: null } })
    await room.payload.db.updateOne({ collection: 'stories', id: story, data: { begun: { vi: false }, updatedAt: null } })
    expect(await rules()).toEqual([
      { rule: 'standing', what: id },
      { rule: 'begun', what: `${story} vi` },
    ])
    await room.payload.db.updateOne({ collection: 'stories', id: story, data: { begun: { vi: true }, updatedAt: null } })
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
