import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryLogSource } from '#delivery/log-source/memory'
import { COLLECTIONS, mayOpenIssues, maySee } from '#editorial/permissions'
import { LANGUAGES } from '#newsroom'
import type { ProgrammeCandidates } from '#programme/view'
import { sha256 } from '#publication/canonical'
import { until } from '../delivery/dispatch-bench'
import { publicBench } from '../delivery/public-bench'
import {
  asWritten,
  mayRead,
  plantCanaries,
  plantIssues,
  plantProgrammes,
  siblingsOf,
  textsByName,
  wordsIn,
  type Actor,
  type Canary,
  type Planted,
  type PlantedIssues,
  type PlantedProgrammes,
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

const get = (path: string, headers: Ask['headers'] = {}): Ask => ({ method: 'GET', path, headers })
const post = (path: string, body: unknown): Ask => ({ method: 'POST', path, body, headers: { 'idempotency-key': randomUUID() } })

/**
 * A01, A04: a word stands in every kind of unreleased text. Nobody, an outlet's key, and every role on the text's desk
 * and on another ask for it through every parameter that Payload and the desk know.
 */
describe.each(databases())('words of unreleased texts on $name', ({ name: database, open }) => {
  let room: TestNewsroom
  let planted: Planted
  let issues: PlantedIssues
  let programmes: PlantedProgrammes
  let byName: ReadonlyMap<string, PlantedText>
  let canaryOf: ReadonlyMap<string, Canary>

  /** What the newsroom wrote into its logs while it was asked. */
  const logged: string[] = []
  let front: Server

  beforeAll(async () => {
    room = await openTestNewsroom(open())
    planted = await plantCanaries(room)
    issues = await plantIssues(room, planted)
    programmes = await plantProgrammes(room, planted)
    byName = textsByName(planted.texts)
    canaryOf = new Map(planted.canaries.map((canary) => [canary.word, canary]))
    const logger = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
    room.payload.logger = logger as never
    front = await heard(room, logger)
  })
  afterAll(async () => {
    await new Promise((resolve) => front.close(resolve))
    const { closeShops } = await import('../../src/cms/bulletin/shop')
    await closeShops()
    await room.stop()
  })

  const opensIssues = ({ person }: Actor): boolean => person !== null && mayOpenIssues(person)
  const allowed = (actor: Actor, word: string): boolean => {
    if (issues.words.has(word) || programmes.words.has(word)) return opensIssues(actor)
    const canary = canaryOf.get(word)!
    const text = byName.get(canary.text)!
    return mayRead(actor.person, canary, text, siblingsOf(text, planted.texts))
  }

  const asked = async (actor: Actor, { method, path, body, headers = {} }: Ask) =>
    asWritten({ url: `http://127.0.0.1:${(front.address() as AddressInfo).port}` }, method, path, {
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
      '/api/videos?limit=0',
    ]
    for (const path of pages) for (const word of wordsIn((await asked(auditor, { method: 'GET', path })).text)) found.add(word)
    expect(planted.canaries.filter(({ word }) => !found.has(word))).toEqual([])
    expect(planted.canaries.length).toBeGreaterThanOrEqual(200)

    // And each role finds exactly the words of the texts that the table shows it.
    for (const actor of planted.actors.filter(({ person }) => person !== null)) {
      const seen = new Set<string>()
      for (const path of pages.slice(0, 2))
        for (const word of wordsIn((await asked(actor, { method: 'GET', path })).text)) seen.add(word)
      const inTexts = planted.canaries.filter(({ place, text }) => IN_TEXTS.includes(place) && !byName.get(text)!.released)
      const should = inTexts.filter(({ word }) => allowed(actor, word)).map(({ place, text }) => `${place} of ${text}`)
      expect([actor.name, inTexts.filter(({ word }) => seen.has(word)).map(({ place, text }) => `${place} of ${text}`)]).toEqual([
        actor.name,
        should,
      ])
    }
  })

  it(
    'reach nobody who may not see the text, whatever is asked',
    async () => {
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
              leaks.push(`${actor.name}: ${ask.method} ${ask.path} gives ${describeWord(canaryOf.get(word))}`)
          // 501 is Payload's "there is no such route" for collections without any.
          if (answer.status >= 500 && answer.status !== 501)
            leaks.push(`${actor.name}: ${ask.method} ${ask.path} answers ${answer.status}`)
          if (actor.person === null && answer.status < 400 && !OPEN.test(ask.path))
            leaks.push(`${actor.name}: ${ask.method} ${ask.path} answers ${answer.status}`)
        }
      }
      expect(leaks).toEqual([])
      expect(requests).toBeGreaterThanOrEqual(FULL && database === 'sqlite' ? 4000 : database === 'sqlite' ? 600 : 200)
    },
    LONG,
  )

  it(
    'A12: their pictures and films are not to be had by name, size, digest, range or folder',
    async () => {
      const given: string[] = []
      let served = 0
      let turn = 0
      for (const text of planted.texts)
        for (const { id, files, digests, ext, magic } of text.media) {
          const names = FULL ? files : [...new Set([files[0]!, files.at(turn % files.length)!])]
          const paths = [
            ...names.flatMap((file) => [
              `/api/media/file/${file}`,
              `/api/media/file/${file}?prefix=`,
              `/api/media/file/${file.toUpperCase()}`,
              `/api/media/file/%2e%2e%2ffiles%2f${file}`,
            ]),
            ...digests
              .slice(0, FULL ? 9 : 1)
              .flatMap((digest) => [
                `/api/media/file/${digest}.${ext}`,
                `/api/media/file/..%2fstore%2f${digest}.${ext}`,
                `/media/${digest}.${ext}`,
                `/store/${digest}.${ext}`,
              ]),
            `/api/media/file/${id}`,
            `/api/media/file/`,
            `/media/files/${names[0]}`,
            `/_next/image?url=%2Fapi%2Fmedia%2Ffile%2F${names[0]}&w=640&q=75`,
            ...(ext === 'webm' ? [`/api/desk/articles/${text.article}/film`] : []),
          ]
          const author = planted.actors.find(({ person }) => person?.id === planted.author.id)!
          served += (await asked(author, { method: 'GET', path: `/api/media/file/${names[0]}` })).status === 200 ? 1 : 0
          for (const path of paths) {
            const ways: readonly Omit<Ask, 'path'>[] = [
              { method: 'GET' },
              { method: 'HEAD' },
              { method: 'GET', headers: { range: 'bytes=0-99' } },
              { method: 'GET', headers: { 'if-modified-since': new Date(0).toUTCString() } },
              { method: 'GET', headers: { 'if-none-match': '*' } },
              { method: 'OPTIONS' },
            ]
            for (const way of FULL ? ways : [ways[(turn += 1) % ways.length]!])
              for (const actor of turns((turn += 1))) {
                const answer = await asked(actor, { ...way, path })
                const picture = answer.status < 400 && way.method !== 'OPTIONS'
                const may = mayRead(actor.person, { word: '', place: 'fileName', text: text.name }, text, [])
                const bytes = answer.bytes.subarray(0, magic.length).equals(magic)
                if (
                  (picture && !may) ||
                  bytes !== (picture && way.method !== 'HEAD' && answer.status !== 304) ||
                  answer.status >= 500
                )
                  given.push(`${actor.name}: ${way.method} ${path} of "${text.name}" answers ${answer.status}`)
              }
          }
        }
      expect(given).toEqual([])
      expect(served).toBe(planted.texts.flatMap(({ media }) => media).length)
    },
    LONG,
  )

  it(
    'cannot be guessed by asking whether they occur',
    async () => {
      const auditor = planted.actors.find(({ name }) => name === 'auditor, own desk')!
      const told: string[] = []
      const blind: string[] = []
      let turn = 0
      for (const { door, field, place, works } of GUESSES) {
        const words = planted.canaries.filter((canary) => canary.place === place)
        const operators =
          place === 'slug' || place === 'fileName' ? ['equals', 'in', 'not_equals', 'contains'] : ['like', 'contains', 'not_like']
        const [first] = words
        if (works) {
          const path = door(field, place === 'slug' ? 'equals' : 'like', first!.word)
          if ((totalOf((await asked(auditor, { method: 'GET', path })).text) ?? 0) < 1)
            blind.push(`${path} finds nothing for anybody`)
        }
        for (const canary of FULL ? words : words.filter((_, index) => index % 5 === turn % 5)) {
          const operator = operators[turn % operators.length]!
          const guess = async (actor: Actor, word: string): Promise<string> => {
            const whole = place === 'fileName' && operator !== 'contains' ? `${word}.jpg` : word
            const answer = await asked(actor, { method: 'GET', path: door(field, operator, whole) })
            return `${answer.status} ${answer.text.replaceAll(word, '…')}`
          }
          for (const actor of turns((turn += 1))) {
            if (allowed(actor, canary.word)) continue
            const [right, wrong] = [await guess(actor, canary.word), await guess(actor, 'kanariabcdefgh')]
            if (right !== wrong) told.push(`${actor.name}: ${field} ${operator} tells the ${place} of "${canary.text}"`)
          }
        }
      }
      expect(told).toEqual([])
      expect(blind).toEqual([])
    },
    LONG,
  )

  it.each([
    {
      what: 'an issue that is not out: its board, preflight, pages, files',
      at: '/api/desk/bulletins',
      everybody: /^\/api\/desk\/bulletins\/[^/]+(\/vi\/close)?$/,
      shows: ['approved'],
      planting: () => issues,
      asks: () => issueQuestions(issues),
      count: 5,
    },
    {
      what: 'a programme that is not on air: its running order, scripts, candidates, package',
      at: '/api/desk/programmes',
      everybody: /^\/api\/desk\/programmes\/[^/]+(\/(close|candidates))?$/,
      shows: ['approved', 'film, approved'],
      planting: () => programmes,
      asks: () => programmeQuestions(programmes),
      count: 7,
    },
  ])(
    '$what and refusals are for those who work on texts, its drafts for their desk',
    async ({ at, everybody, shows, planting, asks, count: files }) => {
      const leaks: string[] = []
      const opened = new Set<string>()
      const found = new Set<string>()
      const inPages = new Set(planted.canaries.filter(({ text }) => shows.includes(text)).map(({ word }) => word))
      for (const [index, ask] of asks().entries()) {
        for (const actor of everybody.test(ask.path) && (FULL || database === 'sqlite') ? planted.actors : turns(index)) {
          const answer = await asked(actor, ask)
          const says = `${actor.name}: ${ask.method} ${ask.path}`
          for (const word of wordsIn(`${JSON.stringify(answer.headers)}\n${answer.text}`)) {
            found.add(word)
            // Pages and scripts hold approved texts of every desk; whoever opens an issue or a programme may look at them.
            if (!allowed(actor, word) && !(inPages.has(word) && opensIssues(actor)))
              leaks.push(`${says} gives ${describeWord(canaryOf.get(word))}`)
          }
          if (answer.status >= 500) leaks.push(`${says} answers ${answer.status}`)
          if (answer.status < 400 && ask.path.startsWith(at)) opened.add(`${opensIssues(actor)}`)
          if (answer.status < 400 && !opensIssues(actor) && !TECHNICIANS.test(ask.path))
            leaks.push(`${says} answers ${answer.status}`)
        }
      }
      expect(leaks).toEqual([])
      expect([...opened]).toEqual(['true'])
      const { words, files: made } = planting()
      expect([...words].filter((word) => !found.has(word)).length).toBeLessThan(words.size / 2)

      // Files are its own door's alone: the store and the public folder do not know them here.
      const given: string[] = []
      for (const file of made)
        for (const path of [
          `/media/${file}`,
          `/api/media/file/${file}`,
          `/api/media/file/..%2fstore%2f${file}`,
          `/store/${file}`,
          `/print/${file}`,
        ])
          for (const actor of turns(given.length))
            if ((await asked(actor, { method: 'GET', path })).status < 400) given.push(`${actor.name}: ${path}`)
      expect(made).toHaveLength(files)
      expect(given).toEqual([])
    },
    LONG,
  )

  it(
    'are in nothing that the public is given, nor is a film, a still, a subtitle, a script or a package; what was withdrawn is gone',
    async () => {
      const { releaseLog } = await import('../../src/cms/stores/release-log')
      const log = releaseLog(room.payload)
      const secret = randomUUID()
      const clients = () => [{ keyId: 'bao', keyHash: sha256(secret), scopes: ['read', 'changes'], active: true }]
      const bench = publicBench()
      try {
        bench.project({ log: memoryLogSource(log, clients), mediaStore: join(String(process.env.MEDIA_DIR), 'store') })
        await bench.serve()
        const { seq } = await log.head()
        await until(() => bench.meta().seq === seq)
        const outOfSight = planted.texts.flatMap(({ media }) => media.flatMap(({ digests, ext }) => digests.map((digest) => `${digest}.${ext}`))) // prettier-ignore
        const hidden = [...outOfSight, ...programmes.files, ...programmes.gone, ...issues.files]
        await until(() => !bench.publicFiles().some((file) => hidden.includes(file)))

        const key = { authorization: `Bearer ttdn_bao_${secret}` }
        const given: string[] = []
        const statuses = new Map<string, number>()
        let turn = 0
        for (const path of publicPaths(planted, programmes, issues)) {
          const ways = [...turns((turn += 1)), { name: 'an outlet', person: null, headers: key }]
          for (const { name, person, headers } of ways)
            for (const range of path.startsWith('/media/') ? RANGES : RANGES.slice(0, 1)) {
              const answer = await bench.get(path, {
                ...headers,
                ...(person ? { authorization: `JWT ${await room.tokenOf(person)}` } : {}),
                ...range,
              })
              statuses.set(path, answer.status)
              const echoed = wordsIn(path)
              for (const word of wordsIn(`${JSON.stringify(answer.headers)}\n${answer.body}`))
                if (!echoed.has(word)) given.push(`${name}: ${path} gives ${describeWord(canaryOf.get(word))}`)
              if (answer.status >= 500) given.push(`${name}: ${path} answers ${answer.status}`)
            }
        }
        expect(given).toEqual([])
        expect(hidden.map((file) => statuses.get(`/media/${file}`)).filter((status) => status !== 404)).toEqual([])
        // What is out is there, in the words that were approved.
        const captions = await bench.get(`/v1/items/${planted.live.item}/vi/captions.vtt`)
        expect([captions.status, captions.body.match(/-->[^\n]*\n(.*)/)?.[1]]).toEqual([200, 'Chợ đêm Đà Lạt.'])
        expect((await bench.get('/feeds/vi/videos.rss')).body).toContain('Chợ đêm')
        const gone = [planted.texts.find(({ name }) => name === 'film, withdrawn')!, programmes.withdrawn]
        expect(gone.map(({ item }) => statuses.get(`/v1/items/${item}/vi`))).toEqual([410, 410])
      } finally {
        await bench.end()
      }
    },
    LONG,
  )

  it('nor is the length of a film that is not out told to who may not see its text', async () => {
    const text = planted.texts.find(({ name }) => name === 'newer draft of a released film')!
    const told: string[] = []
    for (const actor of planted.actors.filter(opensIssues)) {
      const { text: answer } = await asked(actor, {
        method: 'GET',
        path: `/api/desk/programmes/${programmes.open.id}/candidates`,
      })
      const { stories } = JSON.parse(answer) as ProgrammeCandidates
      const film = stories.find(({ id }) => id === text.story)?.film ?? null
      if ((film?.durationMs ?? null) !== null && !maySee(actor.person!, text.sighted)) told.push(actor.name)
      if (actor.person?.id === planted.author.id) expect(film?.durationMs).toBeGreaterThan(0)
    }
    expect(told).toEqual([])
  })

  it('stand in no log, but where somebody asked for a file by its name', () => {
    expect(logged.length).toBeGreaterThan(0)
    const words = logged.flatMap((line) => [...wordsIn(line)]).map((word) => canaryOf.get(word)?.place ?? word)
    expect(words.filter((place) => place !== 'fileName')).toEqual([])
  })

  it('cannot be guessed by the order of what one may see', async () => {
    const other = planted.actors.find(({ name }) => name === 'reporter, other desk')!
    // Two stories that everybody knows of, whose new pictures only their desk may see.
    const live = planted.texts.filter(({ sighted }) => sighted.live)
    expect(live.length).toBeGreaterThanOrEqual(2)
    for (const path of ['lead.alt', 'lead.caption', 'lead.filename', 'lead.credit']) {
      const order = async (sort: string) => {
        const { text } = await asked(other, { method: 'GET', path: `/api/stories?sort=${sort}&limit=0&select[item]=true` })
        return (JSON.parse(text) as { docs?: { id: string }[] }).docs?.map(({ id }) => id) ?? null
      }
      const [up, down] = [await order(path), await order(`-${path}`)]
      if (up !== null || down !== null) expect([path, up]).toEqual([path, down])
    }
  })
})

/** The same newsroom with ears: its log goes where the test can read it. */
const heard = async (room: TestNewsroom, logger: Logger): Promise<Server> => {
  const { newsroomApp } = await import('../../src/cms/newsroom-app')
  const front = createServer(
    newsroomApp(room.payload, {
      mode: 'demo',
      newsroomUrl: room.url,
      publicUrl: 'http://127.0.0.1:3001',
      mediaDir: String(process.env.MEDIA_DIR),
      payloadSecret: 'test-'.repeat(10),
      trustProxy: [],
      logger,
      panel: null,
      assets: null,
      instance: room.instance,
    }),
  )
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  return front
}

/** What stands in a text itself, or in its versions. */
const IN_TEXTS: readonly Canary['place'][] = ['title', 'summary', 'body', 'byline', 'slug', 'olderVersion', 'cue', 'speaker', 'olderCue'] // prettier-ignore
const LONG = FULL ? 3_600_000 : 120_000

const totalOf = (text: string): number | null => {
  try {
    const { totalDocs, total } = JSON.parse(text) as { totalDocs?: number; total?: number }
    return totalDocs ?? total ?? null
  } catch {
    return null
  }
}

type Guess = {
  readonly door: (field: string, operator: string, word: string) => string
  readonly field: string
  readonly place: Canary['place']
  readonly works: boolean
}
const list =
  (collection: string): Guess['door'] =>
  (field, operator, word) =>
    `/api/${collection}?limit=0&depth=0&select[id]=true&where[${field}][${operator}]=${word}`
const count =
  (collection: string): Guess['door'] =>
  (field, operator, word) =>
    `/api/${collection}/count?where[or][0][${field}][${operator}]=${word}`
const guesses = (
  doors: readonly Guess['door'][],
  place: Canary['place'],
  fields: readonly string[],
  works = true,
): readonly Guess[] => doors.flatMap((door) => fields.map((field) => ({ door, field, place, works })))
const articles = [list('articles'), count('articles')]
const versions = [list('articles/versions')]

/** Fields that are, or lead to, a word: each must find it for somebody (where the field may be asked at all). */
const GUESSES: readonly Guess[] = [
  ...guesses(articles, 'title', ['title']),
  ...guesses(articles, 'summary', ['summary']),
  ...guesses(articles, 'byline', ['byline']),
  ...guesses(articles, 'slug', ['slug']),
  ...guesses(articles, 'body', ['body'], false),
  ...guesses(articles, 'story', ['story.title']),
  ...guesses(articles, 'alt', ['story.lead.alt'], false),
  ...guesses(articles, 'fileName', ['story.lead.filename'], false),
  ...guesses(versions, 'title', ['version.title', 'parent.title']),
  ...guesses(versions, 'olderVersion', ['version.summary']),
  ...guesses(versions, 'slug', ['version.slug']),
  ...guesses(versions, 'caption', ['version.story.lead.caption', 'parent.story.lead.caption'], false),
  ...guesses([list('stories'), count('stories')], 'story', ['title']),
  ...guesses([list('stories')], 'alt', ['lead.alt', 'lead.alt.vi']),
  ...guesses([list('stories')], 'caption', ['lead.caption']),
  ...guesses([list('stories')], 'credit', ['lead.credit']),
  ...guesses([list('stories')], 'fileName', ['lead.filename', 'lead.url'], false),
  ...guesses([list('media'), count('media')], 'alt', ['alt']),
  ...guesses([list('media')], 'caption', ['caption']),
  ...guesses([list('media')], 'fileName', ['filename', 'sizes.thumbnail.filename', 'url'], false),
  ...guesses(articles, 'cue', ['cues'], false),
  ...guesses(articles, 'speaker', ['cues.speaker', 'cues.0.speaker'], false),
  ...guesses(versions, 'olderCue', ['version.cues', 'parent.cues'], false),
  ...guesses([list('videos'), count('videos')], 'filmLink', ['link']),
  ...guesses([list('videos')], 'story', ['story.title'], false),
  ...guesses([list('videos')], 'alt', ['file.alt', 'poster.alt'], false),
  ...guesses([list('videos')], 'fileName', ['file.filename', 'poster.filename', 'poster.sizes.thumbnail.filename'], false),
  ...guesses([list('workflow')], 'holdReason', ['row'], false),
  ...guesses([list('events')], 'holdReason', ['record']),
  ...guesses([list('events')], 'returnReason', ['record']),
  ...guesses(
    [list('payload-locked-documents')],
    'title',
    ['document.title', 'document.articles.title', 'document.value.title'],
    false,
  ),
  ...guesses([(_, __, word) => `/api/desk/stories?q=${word}`], 'title', ['q']),
  ...guesses([(_, __, word) => `/api/desk/stories?q=${word}`], 'slug', ['q']),
]

/** What answers anybody: that nobody is signed in, and that the process is alive. */
const OPEN = /^\/(healthz|api\/(access|users\/(me|init|logout)|desk\/mode|payload-preferences\/[^?]+|\w+\/access\/[\w-]+))/

const describeWord = (canary: Canary | undefined): string =>
  canary ? `the ${canary.place} of "${canary.text}"` : 'a word of an issue or a programme'

const RANGES: readonly Readonly<Record<string, string>>[] = [{}, { range: 'bytes=0-99' }]

/** What technicians are shown of every release: that there was one, never its words. */
const TECHNICIANS = /^\/api\/(releases|deliveries)\?/

/** The issue's doors, and its collections by id; verbs are pressed where they are refused. */
const issueQuestions = ({ open, closed }: PlantedIssues): readonly Ask[] => {
  const at = '/api/desk/bulletins'
  return [
    ...[open, closed].flatMap(({ id, piece }) => [
      get(`${at}/${id}`),
      get(`${at}/${id}/records.csv`),
      get(`${at}/${id}/labels.pdf`),
      get(`${at}/${id}/vi/preflight`),
      get(`${at}/${id}/en/preflight`),
      get(`${at}/${id}/vi/pages`),
      get(`${at}/${id}/vi/pages/1.webp?width=250`),
      get(`${at}/${id}/vi/approval`),
      get(`${at}/${id}/vi/files/screen`),
      get(`${at}/${id}/vi/files/press`),
      get(`${at}/${id}/vi/files/package`),
      get(`/api/pieces/${piece}`),
      get(`/api/pieces?where[bulletin][equals]=${id}&limit=0`),
      get(`/api/pieces/versions?where[parent][equals]=${piece}&limit=0`),
      ...['bulletins', 'editions', 'records'].flatMap((collection) => [
        get(`/api/${collection}/${id}`),
        get(`/api/${collection}?where[bulletin][equals]=${id}&limit=0&depth=2`),
      ]),
      get(`/api/events?where[what][equals]=${id}&limit=0`),
      post(`${at}/${id}/release`, { languages: ['en', 'vi'] }),
      post(`${at}/${id}/vi/release`, {}),
    ]),
    get(at),
    post(`${at}/${open.id}/vi/close`, {}),
  ]
}

/** The programme's doors, and its collection; verbs are pressed where they are refused. */
const programmeQuestions = ({ open, closed, files }: PlantedProgrammes): readonly Ask[] => {
  const at = '/api/desk/programmes'
  return [
    ...[open, closed].flatMap(({ id, item }) => [
      get(`${at}/${id}`),
      get(`${at}/${id}/candidates`),
      get(`${at}/${id}/candidates?q=kanari`),
      get(`${at}/${id}/files/${'0'.repeat(64)}.zip`),
      { method: 'PUT', path: `${at}/${id}`, body: { rev: 999_999, plan: {} } },
      get(`/api/programmes/${id}?depth=3`),
      get(`/api/programmes?where[item][equals]=${item}&select[plan]=true&select[frozen]=true&sort=-plan&limit=0`),
      get(`/api/programmes/count?where[plan][like]=kanari`),
      get(`/api/programmes/versions?where[parent][equals]=${id}`),
      get(`/api/events?where[what][equals]=${id}&limit=0`),
      get(`/api/releases?where[item][equals]=${item}&limit=0`),
      get(`/api/deliveries?where[item][equals]=${item}&limit=0`),
      ...['release', 'correct', 'withdraw', 'reopen', 'unknown'].map((verb) => post(`${at}/${id}/${verb}`, {})),
    ]),
    ...files.flatMap((file) => [get(`${at}/${closed.id}/files/${file}`), get(`${at}/${closed.id}/files/${file}`, { range: 'bytes=0-99' }), get(`${at}/${open.id}/files/${file}`)]), // prettier-ignore
    get(at),
    post(at, { airDate: 'x' }),
    post(`${at}/${open.id}/close`, {}),
    post(`${at}/${open.id}/approve`, {}),
  ]
}

/** Everything that the delivery process may be asked of what was planted. */
const publicPaths = (planted: Planted, programmes: PlantedProgrammes, issues: PlantedIssues): readonly string[] => {
  const items = [...new Set([...planted.texts, ...Object.values(programmes)].flatMap((one) => (one instanceof Object && 'item' in one ? [one.item] : [])))] // prettier-ignore
  const slugs = planted.canaries.filter(({ place }) => place === 'slug').map(({ word }) => word)
  return [
    ...LANGUAGES.flatMap((language) => [
      `/${language}`,
      `/press/${language}`,
      `/bulletin/${language}`,
      `/sitemap-${language}.xml`,
      ...['articles.rss', 'videos.rss', 'bulletins.rss', 'bulletins.opds', 'programmes.rss'].map((feed) => `/feeds/${language}/${feed}`), // prettier-ignore
      ...slugs.map((slug) => `/${language}/${slug}`),
    ]),
    '/sitemap.xml',
    '/v1/changes',
    '/v1/changes?after=0&limit=1000',
    ...items.flatMap((item) => [
      `/v1/items/${item}`,
      ...LANGUAGES.flatMap((language) => [
        `/v1/items/${item}/${language}`,
        `/v1/items/${item}/${language}.ninjs.json`,
        ...['captions.vtt', 'captions.srt', 'transcript.txt', 'transcript.html'].map((form) => `/v1/items/${item}/${language}/${form}`), // prettier-ignore
      ]),
    ]),
    ...planted.texts.flatMap(({ media }) =>
      media.flatMap(({ digests, files, ext }) => [
        ...digests.map((digest) => `/media/${digest}.${ext}`),
        ...files.slice(0, 1).flatMap((file) => [`/media/${file}`, `/api/media/file/${file}`]),
        `/media/..%2f..%2fmedia%2fstore%2f${digests[0]}.${ext}`,
      ]),
    ),
    ...[...programmes.files, ...programmes.gone, ...issues.files].map((file) => `/media/${file}`),
    `/api/desk/programmes/${programmes.closed.id}`,
    '/api/desk/programmes',
    '/api/videos?limit=0',
  ]
}

/** Every door that reads, with every parameter that may widen an answer. */
const questions = (planted: Planted): readonly Ask[] => {
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
      get(`/api/desk/articles/${article}/channels?verb=release`),
      get(`/api/desk/articles/${article}/cues`),
      get(`/api/desk/articles/${article}/cues/suggestions?cue=a`),
      get(`/api/videos?where[story][equals]=${story}&depth=2&limit=0&locale=all`),
      get(`/api/videos?where[story.item][equals]=${item}&select[link]=true&populate[media][alt]=true&sort=-link`),
      { method: 'PUT', path: `/api/desk/articles/${article}/cues`, body: { rev: 999_999, cues: [] } },
      { method: 'POST', path: `/api/desk/articles/${article}/cues/read`, body: undefined, headers: { 'content-type': 'application/octet-stream' } }, // prettier-ignore
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
