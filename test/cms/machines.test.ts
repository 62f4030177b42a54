import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { TranslationDesk } from '#translation/view'
import { databases } from '../lib/databases'
import { openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

describe.each(databases())('a machine at the translation desk on $name', ({ open }) => {
  let room: TestNewsroom
  let people: Record<'editor' | 'reporter' | 'translator' | 'reviser', TestPerson>
  let server: Server
  /** What the machine makes of what it is asked. */
  let answer: (asked: string) => string = (asked) => asked
  let asked: string[] = []

  beforeAll(async () => {
    server = createServer((req, res) => {
      let text = ''
      req.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      req.on('end', () => {
        const { q } = JSON.parse(text) as { q: string }
        asked.push(q)
        res.end(JSON.stringify({ translatedText: answer(q) }))
      })
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    people = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      editor: await room.hire('Hoàng Mai', ['editor'], { desk, skills: { en: ['approve'], ja: ['approve'] } }),
      translator: await room.hire('Đỗ Thùy Dương', ['translator'], { desk, skills: { en: ['translate'] } }),
      reviser: await room.hire('Bùi Đức Huy', ['reviser'], { desk, skills: { en: ['revise'] } }),
    }
  })
  afterEach(() => {
    asked = []
    delete process.env.MACHINE_LIBRETRANSLATE_URL
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await room.stop()
  })
  const switchOn = () => {
    process.env.MACHINE_LIBRETRANSLATE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const begun = async () => {
    const html = `<p>Lễ hội hoa <strong>${randomUUID().replace(/[^a-f]/g, '')}</strong> ở thành phố.</p>`
    const made = await room.ask(
      people.reporter,
      'POST',
      '/api/desk/stories',
      { class: 'promotional', article: { title: `Lễ hội ${randomUUID().replace(/[^a-f]/g, '')}`, html } },
      { 'idempotency-key': randomUUID() },
    )
    const vi = made.body.article.id as string
    await room.verb(people.editor, vi, 'ready', { open: true })
    const en = (await room.verb(people.translator, vi, 'translate', { language: 'en' })).body.article.id as string
    const desk = (await room.ask(people.translator, 'GET', `/api/desk/articles/${en}/translation`)).body as TranslationDesk
    return { en, machines: desk.machines, row: desk.rows.find(({ kind }) => kind === 'paragraph')?.id ?? '' }
  }
  const ask = (article: string, row: string, person: TestPerson = people.translator, machine = 'LibreTranslate') =>
    room.ask(
      person,
      'GET',
      `/api/desk/articles/${article}/suggestions?row=${encodeURIComponent(row)}&machine=${encodeURIComponent(machine)}`,
    )

  it('is not there, and asks nobody, until it is set up', async () => {
    const { en, row, machines } = await begun()
    expect(machines).toEqual([])
    expect((await ask(en, row)).status).toBe(404)
    expect(asked).toEqual([])
  })

  it('answers with its codes in place and the official terms set right, and is named', async () => {
    switchOn()
    const answered = await room.ask(people.editor, 'POST', '/api/terms', {
      vi: 'lễ hội hoa',
      en: 'flower festival',
      forbidden: { en: ['blossom fete'] },
      status: 'approved',
    })
    expect(answered.status).toBe(201)
    const { en, row, machines } = await begun()
    expect(machines).toEqual(['LibreTranslate'])
    answer = (text) => text.replace('Lễ hội hoa', 'Blossom fete').replace('ở thành phố', 'in the city')
    const { suggestions } = (await ask(en, row)).body
    expect(suggestions).toMatchObject([
      {
        origin: 'machine',
        text: expect.stringMatching(/^Flower festival ⟦1⟧[a-f]+⟦\/1⟧ in the city\.$/),
        of: 'LibreTranslate · Blossom fete → Flower festival',
      },
    ])
    expect(asked).toEqual([expect.stringMatching(/^Lễ hội hoa <g id="1">[a-f]+<\/g> ở thành phố\.$/)])
  })

  it('is refused when it loses codes or falls, in words that give nothing away', async () => {
    switchOn()
    const { en, row } = await begun()
    answer = () => 'Flower festival'
    expect((await ask(en, row)).body).toMatchObject({ status: 424, code: 'machine.unusable' })
    process.env.MACHINE_LIBRETRANSLATE_URL = 'http://127.0.0.1:9'
    const fallen = await ask(en, row)
    expect(fallen.body).toMatchObject({ status: 424, code: 'machine.failed' })
    expect(fallen.text).not.toContain('127.0.0.1')
  })

  it('is asked only by those who may write the translation', async () => {
    switchOn()
    const { en, row } = await begun()
    expect((await ask(en, row, people.reviser)).body).toMatchObject({ status: 403, code: 'move.notYours' })
    expect((await ask(en, row, people.translator, 'DeepL')).status).toBe(404)
    expect((await ask(en, 's:nothing')).body).toMatchObject({ code: 'segments.unknown' })
    expect(asked).toEqual([])
  })
})
