import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskRow, SaveAnswer, SegmentChange, TranslationDesk } from '#translation/view'
import { databases } from '../lib/databases'
import { nameOfItsOwn, openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

const VI = [
  'Tổng vốn đầu tư đạt 33.000 tỷ đồng.',
  'Lễ hội diễn ra ngày 25/7/2026 tại Đà Lạt.',
  'Ban tổ chức mời du khách đến sớm.',
]
const EN = [
  'Total investment reached VND 33 trillion.',
  'The festival is held on 25 July 2026 in Da Lat.',
  'Visitors are asked to come early.',
]

describe.each(databases())('the translation desk on $name', ({ open }) => {
  let room: TestNewsroom
  let people: Record<'reporter' | 'editor' | 'chief' | 'translator' | 'second' | 'reviser' | 'japanese' | 'other', TestPerson>

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    people = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      editor: await room.hire('Hoàng Mai', ['editor'], { desk, skills: { vi: ['approve'], en: ['approve'] } }),
      chief: await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'], en: ['approve'], ja: ['approve'] } }),
      translator: await room.hire('Đỗ Thùy Dương', ['translator'], { desk, skills: { en: ['translate'] } }),
      second: await room.hire('Ken Sato', ['translator'], { desk, skills: { en: ['translate'], ja: ['translate'] } }),
      reviser: await room.hire('Bùi Đức Huy', ['reviser'], { desk, skills: { en: ['revise'], ja: ['revise'] } }),
      japanese: await room.hire('Yuki Mori', ['translator'], { desk, skills: { ja: ['translate'] } }),
      other: await room.hire('Trần Minh Quân', ['reporter'], { desk: await room.office('bao') }),
    }
  })
  afterAll(() => room.stop())

  /** A Vietnamese text that readers see, and its translation into English, begun. */
  const begun = async (text = VI.join('\n\n'), story: Readonly<Record<string, unknown>> = {}) => {
    const { reporter, chief, translator } = people
    const written = await room.write(reporter, { title: `Lễ hội ${nameOfItsOwn()}`, text }, story)
    const vi = written.body.article.id as string
    await room.verb(reporter, vi, 'submit', { noSecrets: true })
    await room.verb(chief, vi, 'approve')
    await room.verb(chief, vi, 'release')
    const en = (await room.verb(translator, vi, 'translate', { language: 'en' })).body.article.id as string
    return { vi, en, story: written.body.story.id as string }
  }
  const deskOf = async (person: TestPerson, article: string): Promise<TranslationDesk> =>
    (await room.ask(person, 'GET', `/api/desk/articles/${article}/translation`)).body as TranslationDesk
  const save = (person: TestPerson, article: string, changes: readonly SegmentChange[], key: string = randomUUID()) =>
    room.ask(person, 'PUT', `/api/desk/articles/${article}/segments`, { changes }, { 'idempotency-key': key })
  const row = (desk: TranslationDesk, words: string): DeskRow => {
    const found = desk.rows.find(({ source }) => source?.plain === words)
    if (!found) throw new Error(`no row ${words}`)
    return found
  }
  const write = ({ target }: DeskRow, text: string, state: 'draft' | 'translated' = 'translated'): SegmentChange => ({
    do: 'write',
    target: target?.path ?? '',
    was: target?.digest ?? '',
    text,
    state,
    origin: 'typed',
  })
  const texts = (desk: TranslationDesk) => desk.rows.map(({ kind, text, state }) => [kind, text, state])
  const translateAll = async (
    person: TestPerson,
    article: string,
    words: readonly string[],
    heads = ['The festival', 'A summary.'],
  ) => {
    const desk = await deskOf(person, article)
    const answer = await save(
      person,
      article,
      desk.rows.map((one, index) => write(one, [...heads, ...words][index] ?? '')),
    )
    return answer.body as SaveAnswer
  }

  it('opens with every segment empty, and stops nothing but the handing over', async () => {
    const { en } = await begun()
    const desk = await deskOf(people.translator, en)
    expect(texts(desk)).toEqual([
      ['title', '', 'empty'],
      ['summary', '', 'empty'],
      ['paragraph', '', 'empty'],
      ['paragraph', '', 'empty'],
      ['paragraph', '', 'empty'],
    ])
    expect([desk.from, desk.language, desk.locked, desk.stale, desk.followed, desk.progress.done]).toEqual([
      'vi',
      'en',
      null,
      'no',
      true,
      0,
    ])
    expect((await room.verb(people.translator, en, 'submit', { noSecrets: true })).body).toMatchObject({
      status: 409,
      code: 'move.untranslated',
    })
  })

  it('keeps what is typed as a version of the text, segment by segment, and repeats itself harmlessly', async () => {
    const { en } = await begun()
    const desk = await deskOf(people.translator, en)
    const change = write(row(desk, VI[0] ?? ''), EN[0] ?? '')
    const key = randomUUID()
    const first = await save(people.translator, en, [change], key)
    const again = await save(people.translator, en, [change], key)
    const later = await save(people.translator, en, [change])
    expect([first.status, again.status, later.body.conflicts]).toEqual([200, 200, []])
    expect(row(later.body.desk as TranslationDesk, VI[0] ?? '')).toMatchObject({
      text: EN[0],
      state: 'translated',
      origin: 'typed',
      by: { name: 'Đỗ Thùy Dương' },
    })
    const stored = (await room.ask(people.translator, 'GET', `/api/articles/${en}?depth=0`)).body
    expect(JSON.stringify(stored.body)).toContain(EN[0])
  })

  it('of two translators in one text keeps both, and of one segment tells the later', async () => {
    const { en } = await begun()
    const desk = await deskOf(people.translator, en)
    const [one, two] = await Promise.all([
      save(people.translator, en, [write(row(desk, VI[0] ?? ''), EN[0] ?? '')]),
      save(people.second, en, [write(row(desk, VI[2] ?? ''), EN[2] ?? '')]),
    ])
    // A claim is a courtesy: whoever may not save this text is told so by the verb's own rule.
    expect([one.status, two.status]).toEqual([200, 403])
    await room.verb(people.editor, en, 'assign', { assignee: people.second.id })
    const before = await deskOf(people.second, en)
    const ken = await save(people.second, en, [write(row(before, VI[2] ?? ''), EN[2] ?? '')])
    const late = await save(people.editor, en, [
      write(row(before, VI[2] ?? ''), 'Please be early.'),
      write(row(before, VI[1] ?? ''), EN[1] ?? ''),
    ])
    expect(ken.body.conflicts).toEqual([])
    expect((late.body as SaveAnswer).conflicts).toMatchObject([{ theirs: EN[2], by: { name: 'Ken Sato' } }])
    expect(
      texts(late.body.desk as TranslationDesk)
        .slice(2)
        .map(([, text]) => text),
    ).toEqual(EN)
  })

  it('lets a wrong figure through to nobody: the approver waives it in writing, or it is mended', async () => {
    const { translator, reviser, chief } = people
    const { en } = await begun()
    const answer = await translateAll(translator, en, ['Total investment reached VND 33 billion.', ...EN.slice(1)])
    expect(answer.desk.findings.map(({ kind, severity }) => [kind, severity])).toContainEqual(['number', 'critical'])
    await room.verb(translator, en, 'submit', { noSecrets: true })
    expect((await room.verb(reviser, en, 'revised')).status).toBe(200)
    expect((await room.verb(chief, en, 'approve')).body).toMatchObject({ status: 409, code: 'approve.findings' })
    const number = answer.desk.findings.find(({ kind }) => kind === 'number')
    const approved = await room.verb(chief, en, 'approve', {
      waivers: [{ finding: number?.id, reason: 'Theo công văn 12' }],
    })
    expect(approved.body.article).toMatchObject({ state: 'approved', waivers: [{ kind: 'number', reason: 'Theo công văn 12' }] })
  })

  it('hands over what was touched, names the reviser in the release, and teaches the memory', async () => {
    const { translator, reviser, chief } = people
    const tea = 'Vườn trà Cầu Đất rộng 220 ha.'
    const { en } = await begun([tea, ...VI.slice(1)].join('\n\n'))
    await translateAll(translator, en, ['The Cau Dat tea garden covers 220 ha.', ...EN.slice(1)])
    await room.verb(translator, en, 'submit', { noSecrets: true })
    await room.verb(reviser, en, 'revised')
    expect((await deskOf(chief, en)).rows.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'revised'))
    expect((await room.verb(chief, en, 'approve')).status).toBe(200)
    const { seq } = (await room.verb(chief, en, 'release')).body.move as { seq: number }
    const { docs } = await room.payload.find({ collection: 'releases', where: { seq: { equals: seq } }, overrideAccess: true })
    expect(JSON.parse(String((docs[0] as { record?: string }).record))).toMatchObject({
      follows: { language: 'vi' },
      approvals: [{ act: 'approve', revisedBy: { name: 'Bùi Đức Huy' }, dismissed: [] }],
    })

    const other = 'Vườn trà Cầu Đất rộng 230 ha.'
    const next = await begun(`${tea}\n\n${other}`)
    const asked = async (words: string) => {
      const { id } = row(await deskOf(translator, next.en), words)
      const answer = await room.ask(translator, 'GET', `/api/desk/articles/${next.en}/suggestions?row=${encodeURIComponent(id)}`)
      return (answer.body.suggestions as { text: string; score: number; figures: boolean }[]).map(({ text, score, figures }) => [
        text,
        score === 1,
        figures,
      ])
    }
    expect([await asked(tea), await asked(other)]).toEqual([
      [['The Cau Dat tea garden covers 220 ha.', true, false]],
      [['The Cau Dat tea garden covers 220 ha.', false, true]],
    ])
    await room.verb(chief, en, 'withdraw', { reason: 'Sai diện tích' })
    expect([await asked(tea), await asked(other)]).toEqual([[], []])
  })

  it('shows after a correction of the source which segment is touched; only that has to be worked through', async () => {
    const { editor, chief, translator, reviser } = people
    const { vi, en } = await begun()
    await translateAll(translator, en, EN)
    await room.verb(translator, en, 'submit', { noSecrets: true })
    await room.verb(reviser, en, 'revised')
    await room.verb(chief, en, 'approve')
    await room.verb(chief, en, 'release')

    await room.verb(editor, vi, 'reopen')
    const source = (await room.ask(editor, 'GET', `/api/articles/${vi}?depth=0`)).body
    const body = JSON.parse(JSON.stringify(source.body).replace('33.000 tỷ', '35.000 tỷ'))
    expect((await room.ask(editor, 'PATCH', `/api/articles/${vi}`, { rev: source.rev, body })).status).toBe(200)
    await room.verb(editor, vi, 'submit', { noSecrets: true })
    await room.verb(chief, vi, 'approve')
    const note = { kind: 'slip', text: 'Sửa số liệu.' }
    expect((await room.verb(chief, vi, 'correct', { note })).body).toMatchObject({ code: 'correct.gradeMissing' })
    expect((await room.verb(chief, vi, 'correct', { note: { ...note, grade: 'major' } })).status).toBe(200)

    const stale = await deskOf(translator, en)
    expect([stale.stale, stale.grade, stale.followed, stale.rows.map(({ state, change }) => [state, change])]).toEqual([
      'major',
      'major',
      false,
      [
        ['revised', 'unchanged'],
        ['revised', 'unchanged'],
        ['stale', 'changed'],
        ['revised', 'unchanged'],
        ['revised', 'unchanged'],
      ],
    ])
    await room.verb(editor, en, 'reopen')
    await room.verb(translator, en, 'submit', { noSecrets: true })
    await room.verb(reviser, en, 'revised')
    expect((await room.verb(chief, en, 'approve')).body).toMatchObject({ status: 409 })
    await room.verb(editor, en, 'return', { reason: 'Cập nhật số liệu' })
    const open = await deskOf(translator, en)
    const done = await save(translator, en, [
      write(row(open, 'Tổng vốn đầu tư đạt 35.000 tỷ đồng.'), 'Total investment reached VND 35 trillion.'),
    ])
    expect([done.body.desk.stale, done.body.desk.followed, texts(done.body.desk as TranslationDesk)[2]]).toEqual([
      'no',
      true,
      ['paragraph', 'Total investment reached VND 35 trillion.', 'translated'],
    ])
  })

  it('goes down the chain: what is made from the English is behind when the Vietnamese changes', async () => {
    const { editor, translator, reviser, chief, japanese } = people
    const { vi, en } = await begun()
    await translateAll(translator, en, EN)
    await room.verb(translator, en, 'submit', { noSecrets: true })
    await room.verb(reviser, en, 'revised')
    await room.verb(chief, en, 'approve')
    await room.verb(chief, en, 'release')
    const ja = (await room.verb(japanese, en, 'translate', { language: 'ja' })).body.article.id as string
    expect(await deskOf(japanese, ja)).toMatchObject({ from: 'en', language: 'ja', stale: 'no' })
    await room.verb(chief, vi, 'withdraw', { reason: 'Sai' })
    expect([(await deskOf(translator, en)).stale, (await deskOf(japanese, ja)).stale]).toEqual(['major', 'major'])
    expect((await room.verb(editor, vi, 'reopen')).status).toBeLessThan(500)
  })

  it('may say that it holds for a source that was taken down and came back with the same words', async () => {
    const { editor, translator, reviser, chief } = people
    const { vi, en } = await begun()
    await translateAll(translator, en, EN)
    for (const [who, verb] of [
      [translator, 'submit'],
      [reviser, 'revised'],
      [chief, 'approve'],
      [chief, 'release'],
    ] as const)
      expect([verb, (await room.verb(who, en, verb, verb === 'submit' ? { noSecrets: true } : {})).status]).toEqual([verb, 200])
    await room.verb(chief, vi, 'withdraw', { reason: 'Nhầm bài.' })
    await room.verb(chief, vi, 'approve')
    const { seq } = (await room.verb(chief, vi, 'release')).body.move as { seq: number }
    expect((await deskOf(translator, en)).stale).toBe('major')

    await room.verb(editor, en, 'reopen')
    await room.verb(translator, en, 'submit', { noSecrets: true })
    expect((await deskOf(translator, en)).stale).toBe('no')
    await room.verb(reviser, en, 'revised')
    expect((await room.verb(chief, en, 'approve')).status).toBe(200)
    const corrected = await room.verb(chief, en, 'correct', { note: { kind: 'slip', text: 'The text still holds.' } })
    expect(corrected.status).toBe(200)
    const { docs } = await room.payload.find({
      collection: 'releases',
      where: { seq: { equals: (corrected.body.move as { seq: number }).seq } },
      overrideAccess: true,
    })
    expect(JSON.parse(String((docs[0] as { record?: string }).record))).toMatchObject({ follows: { language: 'vi', seq } })
  })

  it('before the release of a source grades its changes: a typo costs nobody anything', async () => {
    const { reporter, editor, translator } = people
    const written = await room.write(reporter, { title: 'Mở cửa vườn trà', text: VI.join('\n\n') })
    const vi = written.body.article.id as string
    await room.verb(editor, vi, 'ready', { open: true })
    const en = (await room.verb(translator, vi, 'translate', { language: 'en' })).body.article.id as string
    const change = async (from: string, to: string) => {
      const source = (await room.ask(editor, 'GET', `/api/articles/${vi}?depth=0`)).body
      const body = JSON.parse(JSON.stringify(source.body).replace(from, to))
      return (await room.ask(editor, 'PATCH', `/api/articles/${vi}`, { rev: source.rev, body })).status
    }
    expect([await change('đến sớm', 'đến sớm hơn'), (await deskOf(translator, en)).stale]).toEqual([200, 'major'])
    expect((await room.verb(editor, vi, 'grade', { grade: 'typo' })).status).toBe(200)
    expect((await deskOf(translator, en)).stale).toBe('no')
    await change('33.000', '34.000')
    await room.verb(editor, vi, 'grade', { grade: 'minor' })
    expect((await deskOf(translator, en)).stale).toBe('minor')
  })

  it('shows a translator nothing of a source that is being cut again', async () => {
    const { reporter, editor, translator } = people
    const written = await room.write(reporter, { title: 'Mở cửa vườn hồng', text: VI.join('\n\n') })
    const vi = written.body.article.id as string
    await room.verb(editor, vi, 'ready', { open: true })
    const en = (await room.verb(translator, vi, 'translate', { language: 'en' })).body.article.id as string
    await room.verb(editor, vi, 'ready', { open: false })
    const source = (await room.ask(editor, 'GET', `/api/articles/${vi}?depth=0`)).body
    const body = JSON.parse(JSON.stringify(source.body).replace('33.000 tỷ', '77.777 tỷ'))
    await room.ask(editor, 'PATCH', `/api/articles/${vi}`, { rev: source.rev, body })
    const seen = async () => {
      const texts = await Promise.all([
        room.ask(translator, 'GET', `/api/desk/articles/${en}/translation`),
        room.ask(translator, 'GET', `/api/desk/articles/${en}`),
        room.ask(translator, 'GET', `/api/desk/articles/${en}/export.xlf`),
      ])
      return [texts.map(({ status }) => status), texts.some(({ text }) => text.includes('77.777'))]
    }
    expect([await seen(), (await deskOf(translator, en)).stale]).toEqual([[[200, 200, 200], false], 'major'])
    await room.verb(editor, vi, 'ready', { open: true })
    expect(await seen()).toEqual([[200, 200, 200], true])
  })

  it('is discussed segment by segment, by those who may read the text', async () => {
    const { en } = await begun()
    const desk = await deskOf(people.translator, en)
    const { id } = row(desk, VI[1] ?? '')
    const said = await room.ask(people.reviser, 'POST', `/api/desk/articles/${en}/comments`, { row: id, text: 'Ngày nào?' })
    expect(said.body).toMatchObject([{ row: id, text: 'Ngày nào?', by: { name: 'Bùi Đức Huy' }, settled: null }])
    const settled = await room.ask(people.translator, 'POST', `/api/desk/comments/${said.body[0].id}/settle`, { settled: true })
    expect(settled.body).toMatchObject([{ settled: { name: 'Đỗ Thùy Dương' } }])
    for (const [who, status] of [
      [people.other, 404],
      [null, 401],
    ] as const) {
      expect((await room.ask(who, 'GET', `/api/desk/articles/${en}/translation`)).status).toBe(status)
      expect((await room.ask(who, 'POST', `/api/desk/articles/${en}/comments`, { row: id, text: 'x' })).status).toBe(status)
      expect((await room.ask(who, 'POST', `/api/desk/comments/${said.body[0].id}/settle`, { settled: false })).status).toBe(
        status,
      )
      expect((await room.ask(who, 'GET', `/api/desk/articles/${en}/export.xlf`)).status).toBe(status)
    }
  })

  it.each(['xlf', 'docx'])('goes out as .%s to somebody outside and comes back into its segments, once', async (kind) => {
    const { translator } = people
    const { en } = await begun()
    await translateAll(translator, en, EN)
    const token = await room.tokenOf(translator)
    const headers = { authorization: `JWT ${token}`, 'accept-language': 'vi' }
    const file = await fetch(new URL(`/api/desk/articles/${en}/export.${kind}`, room.url), { headers })
    expect([file.status, file.headers.get('content-disposition')?.includes(`.${kind}`)]).toEqual([200, true])
    const bytes = Buffer.from(await file.arrayBuffer())
    const send = (body: Buffer, article = en, key: string = randomUUID()) =>
      fetch(new URL(`/api/desk/articles/${article}/import`, room.url), {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/octet-stream', 'idempotency-key': key },
        body: new Uint8Array(body),
      })
    expect(await (await send(bytes)).json()).toMatchObject({ applied: 0, unchanged: 5, unknown: [], conflicts: [] })
    if (kind === 'xlf') {
      const changed = Buffer.from(bytes.toString('utf8').replace('asked to come early', 'welcome to come early'))
      const key = randomUUID()
      const answer = (await (await send(changed, en, key)).json()) as SaveAnswer & { applied: number }
      // The answer was lost on its way: whoever asks again under the same key is told the same.
      expect(await (await send(changed, en, key)).json()).toEqual(answer)
      expect(await (await send(bytes, en, key)).json()).toMatchObject({ code: 'request.keyReused' })
      expect([answer.applied, texts(answer.desk)[4]]).toEqual([1, ['paragraph', 'Visitors are welcome to come early.', 'draft']])
    }
    const other = await begun()
    expect((await (await send(bytes, other.en)).json()) as object).toMatchObject({ status: 409, code: 'file.other' })
    expect((await send(Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'))).status).toBe(400)
  })

  it('an older file undoes nothing that was done here since, and of what both changed somebody is told', async () => {
    const { translator } = people
    const { en } = await begun()
    const { desk } = await translateAll(translator, en, EN)
    const headers = { authorization: `JWT ${await room.tokenOf(translator)}`, 'accept-language': 'vi' }
    const old = await (await fetch(new URL(`/api/desk/articles/${en}/export.xlf`, room.url), { headers })).text()
    const mended = [0, 2].map((at) => write(row(desk, VI[at] ?? ''), `${EN[at]} Mended here.`))
    expect((await save(translator, en, mended)).body.conflicts).toEqual([])
    const send = async (text: string) => {
      const answer = await fetch(new URL(`/api/desk/articles/${en}/import`, room.url), {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() },
        body: text,
      })
      return (await answer.json()) as SaveAnswer & { applied: number; unchanged: number }
    }
    const came = old.replace('asked to come early', 'welcome to come early').replace('held on', 'opened on')
    const answer = await send(came)
    expect([answer.applied, answer.unchanged, answer.conflicts]).toMatchObject([
      1,
      3,
      [
        {
          change: { do: 'write', text: 'Visitors are welcome to come early.' },
          theirs: `${EN[2]} Mended here.`,
          by: { name: 'Đỗ Thùy Dương' },
        },
      ],
    ])
    expect(
      texts(answer.desk)
        .slice(2)
        .map(([, text]) => text),
    ).toEqual([`${EN[0]} Mended here.`, EN[1]?.replace('held on', 'opened on'), `${EN[2]} Mended here.`])
    expect(await send(came)).toMatchObject({ applied: 0, unchanged: 4, conflicts: [{ theirs: `${EN[2]} Mended here.` }] })
  })
})
