import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLECTIONS } from '#editorial/permissions'
import {
  asWritten,
  mayRead,
  plantCanaries,
  siblingsOf,
  textsByName,
  wordsIn,
  type Actor,
  type Canary,
  type Planted,
  type PlantedText,
} from '../lib/canaries'
import { databases } from '../lib/databases'
import { openTestNewsroom, type TestNewsroom } from '../lib/newsroom'

/** CI asks each question as nobody and as three others in turn; `npm run proof` asks everything as everybody. */
const FULL = process.env.PROOF === 'true'

type Ask = {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * A01, A04: a word stands in every kind of unreleased text. Nobody, an outlet's key, and every role on the text's desk
 * and on another ask for it through every parameter that Payload and the desk know.
 */
describe.each(databases())('words of unreleased texts on $name', ({ name: database, open }) => {
  let room: TestNewsroom
  let planted: Planted
  let byName: ReadonlyMap<string, PlantedText>
  let canaryOf: ReadonlyMap<string, Canary>

  beforeAll(async () => {
    room = await openTestNewsroom(open())
    planted = await plantCanaries(room)
    byName = textsByName(planted.texts)
    canaryOf = new Map(planted.canaries.map((canary) => [canary.word, canary]))
  })
  afterAll(() => room.stop())

  const allowed = (actor: Actor, word: string): boolean => {
    const canary = canaryOf.get(word)!
    const text = byName.get(canary.text)!
    return mayRead(actor.person, canary, text, siblingsOf(text, planted.texts))
  }

  const asked = async (actor: Actor, { method, path, body, headers = {} }: Ask) =>
    asWritten(room, method, path, {
      headers: {
        'accept-language': 'vi',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(actor.person ? { authorization: `JWT ${await room.tokenOf(actor.person)}` } : {}),
        ...actor.headers,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })

  /** Turns of the actors, so that over the questions each of them asks about every kind of door. */
  const turns = (index: number): readonly Actor[] => {
    const [nobody, key, ...people] = planted.actors
    if (FULL && database === 'sqlite') return planted.actors
    const some = FULL ? 8 : database === 'sqlite' ? 3 : 1
    return [
      ...(database === 'sqlite' || index % 2 === 0 ? [nobody!] : []),
      ...(index % 3 === 0 ? [key!] : []),
      ...Array.from({ length: some }, (_, turn) => people[(index * 7 + turn * 9) % people.length]!),
    ]
  }

  it('are planted so that somebody finds each of them', async () => {
    const auditor = planted.actors.find(({ name }) => name === 'auditor, own desk')!
    const found = new Set<string>()
    const pages = [
      '/api/articles?limit=0&depth=2',
      '/api/articles/versions?limit=0',
      '/api/media?limit=0&locale=all',
      '/api/workflow?limit=0',
      '/api/stories?limit=0',
    ]
    for (const path of pages) for (const word of wordsIn((await asked(auditor, { method: 'GET', path })).text)) found.add(word)
    expect(planted.canaries.filter(({ word }) => !found.has(word))).toEqual([])
    expect(planted.canaries.length).toBeGreaterThanOrEqual(200)

    // And each role finds exactly the words of the texts that the table shows it.
    for (const actor of planted.actors.filter(({ person }) => person !== null)) {
      const seen = new Set<string>()
      for (const path of pages.slice(0, 2))
        for (const word of wordsIn((await asked(actor, { method: 'GET', path })).text)) seen.add(word)
      const inTexts = planted.canaries.filter(
        ({ place, text }) =>
          ['title', 'summary', 'body', 'byline', 'slug', 'olderVersion'].includes(place) && !byName.get(text)!.released,
      )
      const should = inTexts.filter(({ word }) => allowed(actor, word)).map(({ place, text }) => `${place} of ${text}`)
      expect([actor.name, inTexts.filter(({ word }) => seen.has(word)).map(({ place, text }) => `${place} of ${text}`)]).toEqual([
        actor.name,
        should,
      ])
    }
  })

  it('reach nobody who may not see the text, whatever is asked', async () => {
    const asks = questions(planted)
    const leaks: string[] = []
    let requests = 0
    for (const [index, ask] of asks.entries()) {
      const answers = await Promise.all(turns(index).map(async (actor) => ({ actor, answer: await asked(actor, ask) })))
      for (const { actor, answer } of answers) {
        requests += 1
        const echoed = wordsIn(ask.path + JSON.stringify(ask.body ?? ''))
        const said = wordsIn(`${JSON.stringify(answer.headers)}\n${answer.text}`)
        for (const word of said)
          if (!echoed.has(word) && !allowed(actor, word))
            leaks.push(`${actor.name}: ${ask.method} ${ask.path} gives ${describeWord(canaryOf.get(word)!)}`)
        // 501 is Payload's "there is no such route" for collections without any.
        if (answer.status >= 500 && answer.status !== 501)
          leaks.push(`${actor.name}: ${ask.method} ${ask.path} answers ${answer.status}`)
        if (actor.person === null && answer.status < 400 && !OPEN.test(ask.path))
          leaks.push(`${actor.name}: ${ask.method} ${ask.path} answers ${answer.status}`)
      }
    }
    expect(leaks).toEqual([])
    expect(requests).toBeGreaterThanOrEqual(FULL && database === 'sqlite' ? 4000 : database === 'sqlite' ? 600 : 200)
  })
})

/** What answers anybody: that nobody is signed in, and that the process is alive. */
const OPEN = /^\/(healthz|api\/(access|users\/(me|init|logout)|desk\/mode|payload-preferences\/[^?]+|\w+\/access\/[\w-]+))/

const describeWord = ({ place, text }: Canary): string => `the ${place} of "${text}"`

/** Every door that reads, with every parameter that may widen an answer. */
const questions = (planted: Planted): readonly Ask[] => {
  const get = (path: string, headers?: Readonly<Record<string, string>>): Ask => ({
    method: 'GET',
    path,
    ...(headers ? { headers } : {}),
  })
  const asks: Ask[] = []
  const WIDE = [
    'limit=0&depth=3',
    'limit=0&depth=2&draft=true',
    'limit=0&draft=false&locale=all&depth=1',
    'pagination=false&locale=en&fallback-locale=vi',
    'limit=100000&locale=*&fallbackLocale=vi&trash=true',
    'limit=0&sort=-updatedAt&page=1&showHiddenFields=true&overrideAccess=true',
    'limit=0&select[record]=true&select[title]=true&select[row]=true&select[alt]=true&select[filename]=true',
    'limit=0&depth=2&populate[articles][body]=true&populate[media][alt]=true&populate[stories][title]=true',
    'limit=0&joins[articles][limit]=0&joins[story][where][title][exists]=true',
    'where[or][0][id][exists]=true&where[or][1][createdAt][exists]=true&limit=0',
    'where[id][not_equals]=0&limit=0&depth=1',
  ]
  for (const collection of COLLECTIONS) {
    for (const wide of WIDE) asks.push(get(`/api/${collection}?${wide}`))
    asks.push(
      get(`/api/${collection}/count?trash=true`),
      get(`/api/${collection}/versions?limit=0&depth=2`),
      get(`/api/${collection}/versions?limit=0&draft=true&locale=all&trash=true`),
      get(`/api/${collection}/versions/count`),
      {
        method: 'POST',
        path: `/api/${collection}`,
        body: undefined,
        headers: { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
      },
      get(`/api/globals/${collection}`),
    )
  }
  for (const { article, story, media, item } of planted.texts) {
    asks.push(
      get(`/api/articles/${article}?depth=3&draft=true&locale=all`),
      get(`/api/articles/${article}?trash=true&select[title]=true&populate[stories][title]=true`),
      get(`/api/articles/versions?where[parent][equals]=${article}&depth=1&limit=0`),
      get(`/api/stories/${story}?depth=3`),
      get(`/api/articles?where[story][equals]=${story}&limit=0&depth=2`),
      get(`/api/articles?where[story.id][in]=${story}&sort=-title`),
      get(`/api/articles?where[item][like]=${item}&limit=0`),
      get(`/api/workflow?where[article][equals]=${article}`),
      get(`/api/releases?where[item][equals]=${item}&limit=0`),
      get(`/api/events?where[what][equals]=${article}&limit=0`),
      get(`/api/desk/articles/${article}`),
      get(`/api/desk/articles/${article}/channels`),
      { method: 'POST', path: `/api/articles/access/${article}`, body: {} },
      { method: 'POST', path: `/api/stories/access/${story}`, body: {} },
      { method: 'PATCH', path: `/api/articles/${article}`, body: { rev: 999_999, title: 'Sửa chui' } },
      { method: 'DELETE', path: `/api/articles/${article}` },
      { method: 'POST', path: `/api/articles/${article}/duplicate`, body: {} },
    )
    for (const { id, files } of media)
      asks.push(
        get(`/api/media/${id}?depth=1&locale=all`),
        { method: 'POST', path: `/api/media/${id}/duplicate`, body: {} },
        ...files.slice(0, 1).map((file) => get(`/api/media?where[filename][equals]=${file}&locale=all`)),
      )
  }
  const keyed = { 'idempotency-key': 'canary-question-1' }
  for (const { article, story } of planted.texts)
    asks.push(
      { method: 'POST', path: `/api/desk/articles/${article}/unknown`, body: {}, headers: keyed },
      { method: 'POST', path: `/api/desk/articles/${article}/unhold`, body: {}, headers: keyed },
      { method: 'POST', path: `/api/desk/articles/${article}/assign`, body: { assignee: randomUUID() }, headers: keyed },
      { method: 'POST', path: `/api/desk/stories/${story}/withdraw`, body: { languages: ['ja'], reason: 'x' }, headers: keyed },
    )
  asks.push(
    get('/api/access'),
    get('/api/users/me?depth=3'),
    get('/api/users/init'),
    get('/healthz'),
    get('/api/desk/mode'),
    get('/api/desk/home'),
    get('/api/desk/people'),
    get('/api/desk/catalogues'),
    get('/api/desk/stories'),
    get('/api/desk/stories?language=en'),
    ...['draft', 'review', 'approved', 'withdrawn', 'held', 'missing', 'trashed'].map((state) =>
      get(`/api/desk/stories?state=${state}`),
    ),
    ...['1', '2', '3'].map((page) => get(`/api/desk/stories?page=${page}`)),
    get('/api/payload-preferences/articles-list'),
    get('/api/payload-jobs/run'),
    get('/api/graphql'),
    get('/api/graphql-playground'),
    get('/api'),
    get('/api/'),
    // Spellings of one and the same list.
    ...[
      '/api/articles/',
      '/api//articles',
      '//api/articles',
      '/API/articles',
      '/api/Articles',
      '/api/%61rticles',
      '/api/articles;x=1',
      '/api/articles.json',
      '/api/articles/.',
      '/api/articles%00',
      '/api/articles%2f',
      '/api/./articles',
      '/api/%2e/articles',
      '/api/x/../articles',
      '/api/x/%2e%2e/articles',
    ].map((path) => get(`${path}?limit=0`)),
    ...['x-http-method-override', 'x-payload-http-method-override', 'x-method-override'].map((header): Ask => ({
      method: 'POST',
      path: '/api/articles?limit=0',
      body: { where: {}, limit: 0 },
      headers: { [header]: 'GET' },
    })),
    get('/api/articles?limit=0', {
      'x-middleware-subrequest': 'middleware',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': 'localhost',
      'x-original-url': '/admin',
    }),
  )
  const { preview } = planted
  const link = new URL(preview).pathname
  asks.push(
    ...[
      link.slice(0, -1),
      `${link}x`,
      link.replace(/\.[^.]+$/, ''),
      link.replace(/\.[^.]+$/, '.'),
      link.replace(/\.[^.]+$/, `.${'A'.repeat(43)}`),
      link.replace(/\/preview\/./, (start) => `${start.slice(0, -1)}${start.endsWith('A') ? 'B' : 'A'}`),
      '/preview/.',
      '/preview/undefined.undefined',
      `/preview/${planted.texts[0]!.article}`,
      `${link}/media/../../../store`,
      `${link}/media/${planted.texts[0]!.media[0]!.digests[0]}.jpg`,
      ...planted.texts.flatMap(({ media }) =>
        media.flatMap(({ digests }) => digests.slice(0, 1).map((digest) => `${link.slice(0, -2)}/media/${digest}.jpg`)),
      ),
    ].map((path) => get(path)),
  )
  return asks
}
