import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SegmentChange, TranslationDesk } from '#translation/view'
import { databases } from '../lib/databases'
import { nameOfItsOwn, openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

const VI = ['Hồ tiêu đạt sản lượng 5.000 tấn.', 'Giá bán ổn định.']
const EN = ['Pepper output reached 5,000 tonnes.', 'Prices are stable.']
const JA = ['胡椒の生産量は5000トンに達した。', '価格は安定している。']

/** Ways past what stops a source that a reviewer found: through a translation of a translation, or through a word given before. */
describe.each(databases())('what stops a source on $name', ({ open }) => {
  let room: TestNewsroom
  let p: Record<'reporter' | 'editor' | 'chief' | 'translator' | 'reviser' | 'both' | 'japanese' | 'auditor', TestPerson>

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    const en = ['translate', 'revise'] as const
    p = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      editor: await room.hire('Hoàng Mai', ['editor'], { desk, skills: { vi: ['approve'] } }),
      chief: await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } }),
      translator: await room.hire('Đỗ Thùy Dương', ['translator'], { desk, skills: { en: ['translate'] } }),
      reviser: await room.hire('Bùi Đức Huy', ['reviser'], { desk, skills: { en: ['revise'], ja: ['revise'] } }),
      both: await room.hire('Vũ Hải Yến', ['translator', 'reviser'], { desk, skills: { en } }),
      japanese: await room.hire('Yuki Mori', ['translator'], { desk, skills: { ja: ['translate'] } }),
      auditor: await room.hire('Mai Đức Kiên', ['auditor']),
    }
  })
  afterAll(() => room.stop())

  const deskOf = async (who: TestPerson, article: string) =>
    (await room.ask(who, 'GET', `/api/desk/articles/${article}/translation`)).body as TranslationDesk
  const put = (who: TestPerson, article: string, changes: readonly SegmentChange[]) =>
    room.ask(who, 'PUT', `/api/desk/articles/${article}/segments`, { changes }, { 'idempotency-key': randomUUID() })
  const done = async (who: TestPerson, article: string, verb: string, args: object = {}) => {
    const { status, body } = await room.verb(who, article, verb, args)
    expect([verb, status < 300 ? null : body]).toEqual([verb, null])
    return body as { move: { seq: number; article: string } }
  }
  const written = async () => {
    const { body } = await room.write(p.reporter, { title: `Hồ tiêu ${nameOfItsOwn()}`, text: VI.join('\n\n') })
    return body.article.id as string
  }
  const translated = async (from: string, language: 'en' | 'ja', by: TestPerson) => {
    const { move } = await done(by, from, 'translate', { language })
    const { rows } = await deskOf(by, move.article)
    const words = [`${language === 'en' ? 'Pepper' : '胡椒'} ${nameOfItsOwn()}`, 'A summary.', ...(language === 'en' ? EN : JA)]
    await put(
      by,
      move.article,
      rows.map(({ target }, index) => ({
        do: 'write',
        target: target?.path ?? '',
        was: target?.digest ?? '',
        text: words[index] ?? '',
        state: 'translated',
        origin: 'typed',
      })),
    )
    return move.article
  }
  const passed = async (article: string, by: TestPerson) => {
    await done(by, article, 'submit', { noSecrets: true })
    await done(p.reviser, article, 'revised')
    await done(p.chief, article, 'approve')
  }
  const edited = async (article: string, from: string, to: string) => {
    const { rev, body } = (await room.ask(p.editor, 'GET', `/api/articles/${article}?depth=0`)).body
    const changed = JSON.parse(JSON.stringify(body).replace(from, to))
    expect((await room.ask(p.editor, 'PATCH', `/api/articles/${article}`, { rev, body: changed })).status).toBe(200)
  }
  const corrected = async (article: string, grade: string, from = '5.000', to = '6.000') => {
    await done(p.chief, article, 'reopen')
    await edited(article, from, to)
    await done(p.editor, article, 'submit', { noSecrets: true })
    await done(p.chief, article, 'approve')
    await done(p.chief, article, 'correct', { note: { kind: 'slip', text: 'Sửa sản lượng.', grade } })
  }
  const live = async () => {
    const vi = await written()
    await done(p.reporter, vi, 'submit', { noSecrets: true })
    await done(p.chief, vi, 'approve')
    await done(p.chief, vi, 'release')
    return vi
  }

  it('stops a translation of its translation as well: a hold, an embargo, the trash', async () => {
    const vi = await written()
    await done(p.editor, vi, 'ready', { open: true })
    const en = await translated(vi, 'en', p.translator)
    await done(p.editor, en, 'ready', { open: true })
    const ja = await translated(en, 'ja', p.japanese)
    await passed(ja, p.japanese)
    await done(p.chief, vi, 'hold', { reason: 'Chờ xác minh.' })
    expect((await room.verb(p.chief, ja, 'release')).body).toMatchObject({ code: 'move.held' })
    await done(p.chief, vi, 'unhold', { reason: 'Đã xác minh.' })
    await done(p.reporter, vi, 'submit', { noSecrets: true })
    await done(p.chief, vi, 'approve')
    await done(p.chief, vi, 'schedule', { until: '2036-01-01T00:00:00.000Z', embargo: true })
    expect((await room.verb(p.chief, ja, 'release')).body).toMatchObject({ code: 'move.tooEarly' })
    await done(p.chief, vi, 'unschedule', { reason: 'Bỏ cấm.' })
    await done(p.translator, en, 'trash')
    expect((await room.verb(p.chief, ja, 'release')).body).toMatchObject({ code: 'approve.stale' })
  })

  it('reaches readers of the last language in full, whatever the one in between calls its correction', async () => {
    const vi = await live()
    const en = await translated(vi, 'en', p.translator)
    await passed(en, p.translator)
    await done(p.chief, en, 'release')
    const ja = await translated(en, 'ja', p.japanese)
    await passed(ja, p.japanese)
    await done(p.chief, ja, 'release')
    await corrected(vi, 'major')
    await done(p.editor, en, 'reopen')
    const row = (await deskOf(p.translator, en)).rows.find(({ target }) => target?.plain === EN[0])
    await put(p.translator, en, [
      {
        do: 'write',
        target: row?.target?.path ?? '',
        was: row?.target?.digest ?? '',
        text: 'Pepper output reached 6,000 tonnes.',
        state: 'translated',
        origin: 'typed',
      },
    ])
    await passed(en, p.translator)
    const note = { kind: 'slip', text: 'The output was 6,000 tonnes.' }
    expect((await room.verb(p.chief, en, 'correct', { note })).body).toMatchObject({ code: 'correct.gradeMissing' })
    await done(p.chief, en, 'correct', { note: { ...note, grade: 'typo' } })
    expect((await deskOf(p.japanese, ja)).stale).toBe('major')
  })

  it('is not passed on the word of a reviser who never saw it changed, nor by whoever says that the words still hold', async () => {
    const vi = await live()
    const en = await translated(vi, 'en', p.translator)
    await done(p.translator, en, 'submit', { noSecrets: true })
    await done(p.reviser, en, 'revised')
    await corrected(vi, 'major', 'ổn định', 'giảm mạnh')
    const row = (await deskOf(p.editor, en)).rows.find(({ target }) => target?.plain === EN[1])
    const said = await put(p.editor, en, [
      { do: 'confirm', target: row?.target?.path ?? '', was: row?.target?.digest ?? '', state: 'translated' },
    ])
    expect([said.status, (said.body.desk as TranslationDesk).stale]).toEqual([200, 'no'])
    const view = (await room.ask(p.chief, 'GET', `/api/desk/articles/${en}`)).body
    expect([view.revised, view.contributors.map(({ name }: { name: string }) => name).sort()]).toEqual([
      null,
      [p.editor.name, p.translator.name].sort(),
    ])
    expect((await room.verb(p.chief, en, 'approve')).body).toMatchObject({ code: 'approve.language' })
  })

  it('is graded by an editor, never by the reporter whose change it is', async () => {
    const vi = await written()
    await done(p.editor, vi, 'ready', { open: true })
    await translated(vi, 'en', p.translator)
    await edited(vi, 'ổn định', 'giảm mạnh')
    expect((await room.verb(p.reporter, vi, 'grade', { grade: 'typo' })).body).toMatchObject({ code: 'move.notYours' })
  })

  it('is not passed as its reviser by whoever translated it and gave it up', async () => {
    const vi = await live()
    const en = await translated(vi, 'en', p.both)
    await passed(en, p.both)
    await done(p.chief, en, 'release')
    await done(p.chief, en, 'withdraw', { reason: 'Sai' })
    await done(p.chief, en, 'return', { reason: 'Xem lại' })
    await done(p.both, en, 'claim')
    await done(p.both, en, 'giveUp')
    await done(p.editor, en, 'submit', { noSecrets: true })
    expect((await room.verb(p.both, en, 'revised')).body).toMatchObject({ code: 'move.notYours' })
  })

  it('is commented by those who work on texts, not by those who only read', async () => {
    const vi = await live()
    const en = await translated(vi, 'en', p.translator)
    const comment = { row: 's:title', text: 'Ý kiến' }
    const says = async (who: TestPerson) => (await room.ask(who, 'POST', `/api/desk/articles/${en}/comments`, comment)).status
    expect([await says(p.auditor), await says(p.reviser)]).toEqual([403, 201])
  })
})
