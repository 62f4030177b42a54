import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordsDigest } from '#publication/words'
import type { Snapshot } from '#publication/release'
import type { DeskRow, SaveAnswer, SegmentChange, TranslationDesk } from '#translation/view'
import { picture, upload } from '../lib/canaries'
import { databases } from '../lib/databases'
import { nameOfItsOwn, openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

const WORDS = { alt: 'Hồ Xuân Hương', caption: 'Hồ buổi sớm.', credit: 'Ảnh: Hoài Thu', consent: 'notNeeded' }
type Json = Record<string, unknown>
type Stored = { id: string; rev: number; words: string; body: { root: Json & { children: Json[] } } }

const shows = (value: string): Json => ({
  type: 'upload',
  version: 3,
  format: '',
  id: randomUUID().replace(/-/g, '').slice(0, 24),
  fields: { alt: null, caption: null },
  relationTo: 'media',
  value,
})
const element = (type: string, children: Json[], more: Json = {}): Json => ({
  children,
  direction: null,
  format: '',
  indent: 0,
  type,
  version: 1,
  ...more,
})
const table = (child: Json): Json => {
  const cell = { backgroundColor: null, colSpan: 1, rowSpan: 1, headerState: 0 }
  return element('table', [element('tablerow', [element('tablecell', [child], cell)])])
}
const shownBy = ({ body }: Stored): readonly string[] =>
  [...JSON.stringify(body).matchAll(/"relationTo":"media","value":"?([^",}]+)/gu)].map(([, id]) => id ?? '')

describe.each(databases())('pictures of a translation on $name', ({ open }) => {
  let room: TestNewsroom
  let reporter: TestPerson
  let editor: TestPerson
  let chief: TestPerson
  let translator: TestPerson

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    reporter = await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk })
    editor = await room.hire('Hoàng Mai', ['editor'], { desk, skills: { vi: ['approve'], en: ['approve'] } })
    chief = await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'], en: ['approve'] } })
    translator = await room.hire('Đỗ Thùy Dương', ['translator'], { desk, skills: { en: ['translate'] } })
  })
  afterAll(() => room.stop())

  const shot = async (bytes: Buffer, words: Json = {}): Promise<string> => {
    const answer = await upload(room, reporter, bytes, 'ho.jpg', { ...WORDS, ...words })
    expect(answer.status, answer.text).toBe(201)
    return String((answer.body as { doc: { id: string } }).doc.id)
  }
  const stored = async (person: TestPerson, article: string) =>
    (await room.ask(person, 'GET', `/api/articles/${article}?depth=0`)).body as Stored
  const show = async (person: TestPerson, article: string, ...blocks: Json[]) => {
    const { rev, body } = await stored(person, article)
    const words = body.root.children.filter(({ type }) => type === 'paragraph')
    const saved = { root: { ...body.root, children: [...words, ...blocks] } }
    const answer = await room.ask(person, 'PATCH', `/api/articles/${article}`, { rev, body: saved })
    expect(answer.status, answer.text).toBe(200)
  }
  const released = async (...blocks: Json[]): Promise<string> => {
    const vi = (await room.write(reporter, { title: `Hồ ${nameOfItsOwn()}` })).body.article.id as string
    await show(reporter, vi, ...blocks)
    await room.verb(reporter, vi, 'submit', { noSecrets: true })
    const approved = await room.verb(chief, vi, 'approve')
    expect(approved.status, approved.text).toBe(200)
    expect((await room.verb(chief, vi, 'release')).status).toBe(200)
    return vi
  }
  const translated = async (vi: string): Promise<string> => {
    const answer = await room.verb(translator, vi, 'translate', { language: 'en' })
    expect(answer.status).toBe(201)
    return answer.body.article.id as string
  }
  const deskOf = async (article: string) =>
    (await room.ask(translator, 'GET', `/api/desk/articles/${article}/translation`)).body as TranslationDesk
  const save = async (article: string, changes: readonly SegmentChange[]) => {
    const key = { 'idempotency-key': randomUUID() }
    const answer = await room.ask(translator, 'PUT', `/api/desk/articles/${article}/segments`, { changes }, key)
    expect(answer.status, answer.text).toBe(200)
    return (answer.body as SaveAnswer).desk
  }
  const write = ({ target, kind }: DeskRow): SegmentChange => ({
    do: 'write',
    target: target?.path ?? '',
    was: target?.digest ?? '',
    text: `The ${kind} in English`,
    state: 'translated',
    origin: 'typed',
  })

  it('one that was replaced under the same words is a change, and a finding while the translation shows the other', async () => {
    const [first, second] = [await shot(await picture(randomUUID())), await shot(await picture(randomUUID()))]
    const vi = await released(shows(first))
    const en = await translated(vi)
    const begun = await save(en, (await deskOf(en)).rows.map(write))
    expect([begun.followed, begun.findings.filter(({ id }) => id.startsWith('picture:'))]).toEqual([true, []])

    await room.verb(editor, vi, 'reopen')
    await show(editor, vi, shows(second))
    await room.verb(editor, vi, 'submit', { noSecrets: true })
    await room.verb(chief, vi, 'approve')
    const note = { kind: 'slip', text: 'Thay ảnh.', grade: 'minor' }
    expect((await room.verb(chief, vi, 'correct', { note })).status).toBe(200)

    const behind = await deskOf(en)
    expect(behind.rows.filter(({ state }) => state === 'stale').map(({ kind, change }) => [kind, change])).toEqual([
      ['caption', 'changed'],
      ['alt', 'changed'],
    ])
    expect([behind.followed, behind.stale]).toEqual([false, 'minor'])
    const finding = { severity: 'warning', kind: 'style', facts: { source: WORDS.alt, target: 'The alt in English' } }
    expect(behind.findings).toContainEqual(expect.objectContaining(finding))

    await show(translator, en, { ...shows(second), fields: { alt: 'The alt in English', caption: 'The caption in English' } })
    const changed = (await deskOf(en)).rows.filter(({ kind }) => kind === 'caption' || kind === 'alt')
    const done = await save(en, changed.map(write))
    expect([done.followed, done.stale, done.findings.filter(({ id }) => id.startsWith('picture:'))]).toEqual([true, 'no', []])
  })

  it('a saved text and its release have the same fingerprint of words', async () => {
    const vi = await released(shows(await shot(await picture(randomUUID()))))
    const { docs } = await room.payload.find({ collection: 'releases', sort: '-seq', limit: 1, overrideAccess: true })
    const { snapshot } = JSON.parse(String((docs[0] as { record?: string }).record)) as { snapshot: Snapshot }
    const { docs: texts } = await room.payload.db.find<Stored>({ collection: 'articles', where: { id: { equals: vi } } })
    expect(texts[0]?.words).toBe(wordsDigest(snapshot))
  })

  it('twins stay what they are: each keeps its place at a save, and a translation begins with the one that may be shown', async () => {
    const bytes = await picture(randomUUID())
    const forbidden = await shot(bytes, { credit: 'Ảnh: Khác', consent: 'missing' })
    const allowed = await shot(bytes)
    const en = await translated(await released(shows(allowed)))
    expect(shownBy(await stored(translator, en))).toEqual([allowed])
    await save(en, (await deskOf(en)).rows.map(write))
    expect(shownBy(await stored(translator, en))).toEqual([allowed])

    for (const order of [[forbidden], [forbidden, allowed], [allowed, forbidden, allowed]]) {
      await show(translator, en, ...order.map(shows))
      const { rows } = await deskOf(en)
      const title = rows.find(({ kind }) => kind === 'title') as DeskRow
      await save(en, [{ ...write(title), text: `The lake ${order.length}` } as SegmentChange])
      expect(shownBy(await stored(translator, en))).toEqual(order)
    }
  })

  it('whose file was replaced since the release are left out of a translation that begins', async () => {
    const [gone, stays] = [await shot(await picture(randomUUID())), await shot(await picture(randomUUID()))]
    const vi = await released(shows(gone), table(shows(gone)), shows(stays))
    const other = await upload(room, reporter, await picture(randomUUID()), 'ho.jpg', {}, { id: gone })
    expect(other.status, other.text).toBe(200)
    const en = await translated(vi)
    expect(shownBy(await stored(translator, en))).toEqual([stays])
    expect((await deskOf(en)).rows.map(({ kind }) => kind)).toContain('paragraph')
  })
})
