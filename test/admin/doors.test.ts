import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { ask, DeskProblem, problemIn } from '../../src/admin/desk-api'
import { press } from '../../src/admin/press'
import { EMPTY, isBegun, keepBeginning, lengthOf, missingIn, readBeginning, requestOf } from '../../src/admin/story/beginning'
import { mayBeginStory, mayBeginTranslation } from '../../src/admin/story/may'

const refusal = {
  type: 'urn:ttdn:problem:approve.ownWork',
  title: 'x',
  status: 403,
  detail: 'Bạn đã sửa bài này nên không được duyệt.',
  code: 'approve.ownWork',
  facts: { by: 'Lan' },
}

describe('a refusal', () => {
  it('is read from our own doors and from Payload’s alike', () => {
    const ours = problemIn(403, refusal)
    const payloads = problemIn(403, { errors: [{ message: refusal.detail, data: { code: refusal.code, facts: refusal.facts } }] })
    for (const problem of [ours, payloads])
      expect({ code: problem.code, status: problem.status, message: problem.message, facts: problem.facts }).toEqual({
        code: 'approve.ownWork',
        status: 403,
        message: refusal.detail,
        facts: { by: 'Lan' },
      })
  })
  it('without words of ours has its number', () => {
    expect([problemIn(500, null).code, problemIn(413, '<html>').code, problemIn(500, []).message]).toEqual([
      'http.500',
      'http.413',
      '',
    ])
  })
})

describe('one press', () => {
  it('keeps its key while it asks the same, and takes another for another request', () => {
    let made = 0
    const fresh = () => `key-${++made}`
    const first = press(null, { verb: 'release' }, fresh)
    expect(press(first, { verb: 'release' }, fresh)).toEqual(first)
    expect(press(first, { verb: 'hold', args: { reason: 'chờ xác minh' } }, fresh).key).toBe('key-2')
  })
})

describe('asking the newsroom', () => {
  let server: Server | undefined
  afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))
  const serving = async (answers: readonly { status: number; body?: unknown }[]) => {
    const seen: { key: string | undefined; language: string | undefined; body: string }[] = []
    server = createServer((req, res) => {
      let body = ''
      req.on('data', (part: Buffer) => (body += part.toString()))
      req.on('end', () => {
        const answer = answers[Math.min(seen.length, answers.length - 1)] ?? { status: 500 }
        seen.push({ key: req.headers['idempotency-key'] as string | undefined, language: req.headers['accept-language'], body })
        res.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body ?? {}))
      })
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    return { seen, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/desk/articles/7/release` }
  }

  it('repeats a press with the same key while the server is busy', async () => {
    const { seen, address } = await serving([{ status: 503 }, { status: 200, body: { move: { seq: 12 } } }])
    expect(await ask(address, { language: 'ja', method: 'POST', body: {}, key: 'k-1' })).toEqual({ move: { seq: 12 } })
    expect(seen).toEqual([
      { key: 'k-1', language: 'ja', body: '{}' },
      { key: 'k-1', language: 'ja', body: '{}' },
    ])
  })

  it('never repeats what could count twice', async () => {
    const { seen, address } = await serving([{ status: 503 }])
    await expect(ask(address, { language: 'vi', method: 'POST', body: {} })).rejects.toBeInstanceOf(DeskProblem)
    expect(seen.length).toBe(1)
  })

  it('brings a refusal at once', async () => {
    const { seen, address } = await serving([{ status: 403, body: refusal }])
    await expect(ask(address, { language: 'vi', method: 'POST', body: {}, key: 'k-2' })).rejects.toMatchObject({
      code: 'approve.ownWork',
      status: 403,
    })
    expect(seen.length).toBe(1)
  })
})

describe('a story that begins', () => {
  const beginning = {
    ...EMPTY,
    title: ' Hoa Đà Lạt sang Nhật ',
    html: '<p>Vụ hoa <b>2026</b></p>',
    topics: ['hop-tac-nhat-ban'],
    desk: '',
  }
  it('is sent with its desk left to the newsroom where none is chosen', () => {
    expect(requestOf(beginning)).toEqual({
      class: 'official',
      desk: null,
      topics: ['hop-tac-nhat-ban'],
      places: [],
      channels: null,
      sourceLanguage: 'vi',
      sovereignty: false,
      article: { title: 'Hoa Đà Lạt sang Nhật', summary: '', byline: '', html: '<p>Vụ hoa <b>2026</b></p>' },
    })
  })
  it('needs a headline, and counts as begun with any word', () => {
    expect([missingIn(EMPTY), missingIn(beginning)]).toEqual([['title'], []])
    expect([isBegun(EMPTY), isBegun({ ...EMPTY, html: '<p><br></p>' }), isBegun({ ...EMPTY, html: '<p>a</p>' })]).toEqual([
      false,
      false,
      true,
    ])
  })
  it('is as long as its words, or in Japanese its characters', () => {
    expect([lengthOf('Hoa Đà Lạt  sang\nNhật', 'vi'), lengthOf('ダラットの 花', 'ja'), lengthOf('', 'en')]).toEqual([5, 6, 0])
  })
  it('is kept in the browser of the one who writes it', () => {
    const kept = new Map<string, string>()
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    keepBeginning(store, 'ha', { at: '2026-11-24T01:30:00.000Z', beginning })
    expect(readBeginning(store, 'ha')).toEqual({ at: '2026-11-24T01:30:00.000Z', beginning })
    expect(readBeginning(store, 'minh')).toBeNull()
  })
})

describe('who is shown a beginning', () => {
  it('is a reporter or editor for a story, an editor or a translator of the language for a translation', () => {
    expect(
      [{ roles: ['reporter'] }, { roles: ['editor'] }, { roles: ['chief'] }].map((person) => mayBeginStory(person as never)),
    ).toEqual([true, true, false])
    const translator = { roles: ['translator'], skills: { en: ['translate'], ja: null } } as never
    expect([
      mayBeginTranslation(translator, 'en'),
      mayBeginTranslation(translator, 'ja'),
      mayBeginTranslation({ roles: ['editor'] }, 'ja'),
      mayBeginTranslation(null, 'en'),
    ]).toEqual([true, false, true, false])
  })
})
