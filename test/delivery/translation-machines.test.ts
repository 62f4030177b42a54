import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { askMachine, QUESTION_CHARACTERS, REPLY_BYTES, type MachineAccount } from '#delivery/translation-machines'

let server: Server | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = null
})

type Asked = { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: unknown }
const machine = async (answer: (res: ServerResponse, asked: Asked) => void): Promise<{ url: string; asked: Asked[] }> => {
  const asked: Asked[] = []
  server = createServer((req, res) => {
    let text = ''
    req.setEncoding('utf8').on('data', (piece: string) => (text += piece))
    req.on('end', () => {
      const one = { path: req.url ?? '', headers: req.headers, body: JSON.parse(text) as unknown }
      asked.push(one)
      answer(res, one)
    })
  })
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}
const saying =
  (value: unknown, status = 200) =>
  (res: ServerResponse) =>
    void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
const HERE = { reach: { loopback: true, http: false }, totalMs: 1_500 }
const QUESTION = { text: 'Hoa <g id="1">dã quỳ</g>', from: 'vi', to: 'en' } as const
const libre = (url: string, key: string | null = null): MachineAccount => ({ kind: 'libreTranslate', url, key })
const deepL = (url: string): MachineAccount => ({ kind: 'deepL', url, key: 'secret-key' })

describe('a machine', () => {
  it('like LibreTranslate is asked in HTML, its key in the body', async () => {
    const { url, asked } = await machine(saying({ translatedText: 'Wild <g id="1">sunflowers</g>' }))
    expect(await askMachine(libre(`${url}/machine`, 'k'), QUESTION, HERE)).toEqual({ text: 'Wild <g id="1">sunflowers</g>' })
    expect(asked).toMatchObject([
      { path: '/machine/translate', body: { q: QUESTION.text, source: 'vi', target: 'en', format: 'html', api_key: 'k' } },
    ])
  })

  it('like DeepL is asked in XML, its key in a header', async () => {
    const { url, asked } = await machine(saying({ translations: [{ text: '野生' }] }))
    expect(await askMachine(deepL(url), { ...QUESTION, from: 'en', to: 'ja' }, HERE)).toEqual({ text: '野生' })
    expect(asked).toMatchObject([
      {
        path: '/v2/translate',
        headers: { authorization: 'DeepL-Auth-Key secret-key' },
        body: { text: [QUESTION.text], source_lang: 'EN', target_lang: 'JA', tag_handling: 'xml' },
      },
    ])
  })

  it.each<[string, (res: ServerResponse) => void, string]>([
    ['says no', saying({ error: 'secret-key is wrong' }, 403), 'refused'],
    ['is full', saying({}, 429), 'refused'],
    ['falls', saying({}, 500), 'refused'],
    ['sends us elsewhere', (res) => void res.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), 'refused'],
    ['says something else', saying({ text: 'a' }), 'answer'],
    ['says nothing', (res) => void res.writeHead(200).end(), 'answer'],
    ['talks without end', (res) => void res.writeHead(200).end(`{"translatedText":"${'a'.repeat(REPLY_BYTES)}"}`), 'answer'],
    ['hangs up', (res) => void res.destroy(), 'unreachable'],
    ['never answers', () => undefined, 'unreachable'],
  ])('that %s is an outcome, and never more than a word of it', async (_, answer, failed) => {
    const { url } = await machine(answer)
    expect(await askMachine(libre(url), QUESTION, HERE)).toEqual({ failed })
  })

  it('is not asked at an address inside, without https, or with more than a segment', async () => {
    const { url, asked } = await machine(saying({ translatedText: 'a' }))
    const strict = { ...HERE, reach: { loopback: false, http: false } }
    expect(await askMachine(libre(url), QUESTION, strict)).toEqual({ failed: 'address' })
    expect(await askMachine(libre('http://machine.example.vn'), QUESTION, strict)).toEqual({ failed: 'address' })
    expect(await askMachine(libre('https://10.0.0.7'), QUESTION, strict)).toEqual({ failed: 'address' })
    const inside = { ...strict, resolve: async () => Promise.resolve([{ address: '192.168.1.9', family: 4 }]) }
    expect(await askMachine(libre('https://machine.example.vn'), QUESTION, inside)).toEqual({ failed: 'unreachable' })
    expect(await askMachine(libre(url), { ...QUESTION, text: 'a'.repeat(QUESTION_CHARACTERS + 1) }, HERE)).toEqual({
      failed: 'refused',
    })
    expect(asked).toEqual([])
  })
})
