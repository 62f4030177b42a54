/** One outlet: its inbox, its answers for machines, its pages. */
import express, { Router, type Request, type Response } from 'express'
import { isLanguage, LANGUAGES, type Language } from '#newsroom'
import type { Assets } from './assets'
import { COPY, type Copies, type Copy } from './copies'
import { FaultOrder, faultSwitch, fromThisMachine, type FaultSwitch } from './faults'
import type { House, HouseKey } from './houses'
import { BODY_LIMIT, receive, type Inbox } from './inbox'
import { broadcasterArticle, broadcasterFront, broadcasterPage } from './pages/broadcaster'
import { pathOf, say, withdrawalNotice, withdrawnWord, type Scene, type Twins } from './pages/frame'
import { html, type Part } from './pages/html'
import { logBody, LOG_SHOWN } from './pages/log'
import { newspaperArticle, newspaperFront, newspaperPage } from './pages/newspaper'
import { portalArticle, portalFront, portalPage } from './pages/portal'
import { problem } from './problem'
import type { SentFile } from './message'
import { fromOrigin } from './sanitise'
import type { Held, Store } from './store'

export type SandboxOptions = {
  readonly stores: Readonly<Record<HouseKey, Store>>
  /** One per outlet, two while they are being changed; none = the inbox refuses everything. */
  readonly secrets: Readonly<Partial<Record<HouseKey, readonly string[]>>>
  /** Public address of the newsroom's delivery: the only host whose pictures are shown. */
  readonly publicUrl: string
  /** Our own address as the newsroom shall show it; absent = as the request named it. */
  readonly address?: string
  /** Whether faults may be switched on (from this machine only). */
  readonly faults?: boolean
  readonly slowMs?: number
  readonly now?: () => Date
  /** Films and files that an outlet keeps itself; without them it plays the newsroom's. */
  readonly copies?: Readonly<Partial<Record<HouseKey, Copies>>>
  /** After a message is kept and before it is acknowledged: where tests end the process. */
  readonly afterKept?: () => void
}

export const outlet = (house: House, options: SandboxOptions, mediaOrigin: string, assets: Assets): Router => {
  const store = options.stores[house.key]
  const now = options.now ?? (() => new Date())
  const faults = faultSwitch()
  const offered = options.faults ?? true
  const router = Router({ strict: false })
  const copies = options.copies?.[house.key]
  const keepCopies = () => copies?.keep(LANGUAGES.flatMap((language) => store.list(language)).flatMap(filesOf))
  keepCopies()

  const address = (req: Request) => options.address ?? `${req.protocol}://${req.get('host') ?? 'localhost'}`
  const scene = (language: Language): Scene => ({
    house,
    language,
    now: now(),
    shown: store.list(language).filter((held) => isShown(house, held)),
    find: (item) => store.find(item, language),
    last: store.log(1)[0] ?? null,
    mediaOrigin,
    fileAt: (file) => {
      const name = nameOf(file)
      if (copies?.has(name)) return `/${house.key}/media/${name}`
      return fromOrigin(file.href, mediaOrigin) ? file.href : null
    },
    style: assets.style,
  })
  const plain = (language: Language, title: string, body: Part) => PAGES[house.key].plain(scene(language), title, body)
  const notFound = (language: Language) => {
    const here = scene(language)
    return plain(
      language,
      say(here, 'notFoundTitle'),
      html`<div class="notice">
        <h1>${say(here, 'notFoundTitle')}</h1>
        <p>${say(here, 'notFoundText')}</p>
        <p><a href="/${house.key}">${say(here, 'back')}</a></p>
      </div>`,
    )
  }

  // The body stays bytes: the signature is over what was sent, not over what JSON.parse made of it.
  router.post(
    '/inbox',
    meetFault(faults, options.slowMs ?? 30_000),
    express.raw({ type: () => true, limit: BODY_LIMIT, inflate: false }),
    async (req, res) => {
      const inbox: Inbox = {
        secrets: options.secrets[house.key] ?? [],
        store: { ...store, accept: then(then(store.accept, options.afterKept ?? (() => {})), keepCopies) },
        now,
        urlOf: (held) => address(req) + pathOf(house, held),
      }
      const received = await receive(inbox, req.headers, Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0))
      if (res.locals['fault'] === 'lost') return void req.socket.destroy()
      if ('problem' in received) problem(req, res, received.problem, received.facts)
      else res.json(received.answer)
    },
  )
  router.all('/inbox', (req, res) => problem(req, res.set('Allow', 'POST'), 'not.posted'))

  router.post(
    '/faults',
    fromThisMachine,
    express.json({ limit: '1kb' }),
    express.urlencoded({ extended: false, limit: '1kb' }),
    (req, res) => {
      if (!offered) return problem(req, res, 'fault.notHere')
      const order = FaultOrder.safeParse(req.body)
      if (!order.success) return problem(req, res, 'fault.wrong')
      faults.set(order.data)
      if (req.is('application/json')) res.json({ mode: faults.mode() })
      else res.redirect(303, `/${house.key}/log`)
    },
  )

  router.get('/api/items/:item/:language', (req, res) => {
    const { item, language } = req.params
    const held = isLanguage(language) ? store.find(item, language) : null
    if (!held) return problem(req, res, 'not.found')
    res.json({ version: held.version, status: held.kind, title: held.title, url: address(req) + pathOf(house, held) })
  })
  router.get('/api/log', (req, res) => {
    const limit = Number(req.query['limit'] ?? LOG_SHOWN)
    res.json({ entries: store.log(Number.isInteger(limit) && limit > 0 ? Math.min(limit, 10_000) : LOG_SHOWN) })
  })

  router.get('/media/:file', (req, res, next) => {
    const { file } = req.params
    if (!copies || !COPY.test(file) || !copies.has(file)) return next()
    const type = TYPES[file.split('.')[1] ?? '']
    res.set({ 'Content-Type': type ?? 'application/octet-stream', 'Cache-Control': 'private, no-cache' })
    if (type === undefined) res.set('Content-Disposition', 'attachment')
    res.sendFile(file, { root: copies.folder, cacheControl: false, lastModified: false, dotfiles: 'deny' }, (error) => {
      if (!error) return
      if (res.headersSent) return void res.destroy()
      const { status } = error as { readonly status?: number }
      if (status === 416) return void res.status(416).end()
      next(status === 404 ? undefined : error)
    })
  })
  // Subtitles are so small that they came inside the message.
  router.get('/:language/:item/subtitles.vtt', (req, res, next) => {
    const { language, item } = req.params
    const held = isLanguage(language) ? store.find(item, language) : null
    if (held?.kind === 'withdrawn') return problem(req, res, 'withdrawn')
    const own = held?.film?.subtitles.find((each) => each.language === req.query['lang'])
    if (own?.text == null) return next()
    res.set({ 'Content-Type': 'text/vtt; charset=utf-8', 'Cache-Control': 'no-cache' }).send(own.text)
  })

  router.get('/log', (req, res) => {
    const language = asked(req, [house.languages[0], ...LANGUAGES])
    const here = scene(language)
    send(res, 200, plain(language, say(here, 'log'), logBody(here, store.log(LOG_SHOWN), offered ? faults.mode() : null)))
  })
  router.get('/', (_req, res) => res.redirect(302, `/${house.key}/${house.languages[0]}`))
  router.get('/:language', (req, res, next) => {
    const { language } = req.params
    if (!isLanguage(language)) return next()
    const topic = typeof req.query['topic'] === 'string' && req.query['topic'] !== '' ? req.query['topic'] : null
    send(res, 200, PAGES[house.key].front(scene(language), topic))
  })
  router.get('/:language/:page', (req, res, next) => {
    const { language, page } = req.params
    if (!isLanguage(language)) return next()
    const held = store.find(page.slice(page.lastIndexOf('-') + 1), language)
    if (!held) return send(res, 404, notFound(language))
    const here = scene(language)
    const twins = twinsOf(house, store, held.item)
    if (held.kind === 'withdrawn') return send(res, 410, PAGES[house.key].withdrawn(here, held, twins))
    // A title may be corrected; the address that somebody kept still leads here.
    if (`/${house.key}${req.path}` !== pathOf(house, held))
      return res.set('Cache-Control', 'no-cache').redirect(301, pathOf(house, held))
    send(res, 200, PAGES[house.key].article(here, held, twins))
  })
  router.use((req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    if (req.path.startsWith('/api/')) return problem(req, res, 'not.found')
    send(res, 404, notFound(house.languages[0]))
  })
  return router
}

type Pages = {
  readonly front: (scene: Scene, topic: string | null) => string
  readonly article: (scene: Scene, held: Held, twins: Twins) => string
  readonly withdrawn: (scene: Scene, held: Held, twins: Twins) => string
  readonly plain: (scene: Scene, title: string, body: Part) => string
}
const PAGES = {
  portal: {
    front: portalFront,
    article: portalArticle,
    withdrawn: (scene, held, twins) =>
      portalPage(scene, say(scene, withdrawnWord(held)), withdrawalNotice(scene, held), held, twins),
    plain: portalPage,
  },
  newspaper: {
    front: newspaperFront,
    article: newspaperArticle,
    withdrawn: (scene, held) => newspaperPage(scene, say(scene, withdrawnWord(held)), withdrawalNotice(scene, held)),
    plain: newspaperPage,
  },
  broadcaster: {
    front: broadcasterFront,
    article: broadcasterArticle,
    withdrawn: (scene, held) => broadcasterPage(scene, say(scene, withdrawnWord(held)), withdrawalNotice(scene, held)),
    plain: broadcasterPage,
  },
} as const satisfies Readonly<Record<HouseKey, Pages>>

const twinsOf = (house: House, store: Store, item: string): Twins =>
  Object.fromEntries(
    house.languages.flatMap((language) => {
      const twin = store.find(item, language)
      return twin ? [[language, twin]] : []
    }),
  )

export const shownIn = (house: House, store: Store) =>
  house.languages.flatMap((language) => store.list(language)).filter((held) => isShown(house, held)).length

const isShown = ({ takesIssues, takesProgrammes }: House, { kind, itemType }: Held) =>
  kind !== 'withdrawn' && (takesIssues || itemType !== 'composite') && (takesProgrammes || itemType !== 'programme')

/** What of a text is fetched and kept: its film, subtitles that did not come along, files of a programme. */
const filesOf = (held: Held): readonly Copy[] =>
  [
    ...(held.film?.file ? [held.film.file] : []),
    ...(held.film?.subtitles ?? []).filter(({ text }) => text === null),
    ...(held.programme?.files ?? []),
  ].map((file) => ({ name: nameOf(file), href: file.href, sha256: file.sha256, bytes: file.bytes }))

const nameOf = ({ href, sha256 }: Pick<SentFile, 'href' | 'sha256'>) =>
  `${sha256}.${/\.([a-z0-9]{1,5})$/.exec(URL.canParse(href) ? new URL(href).pathname : '')?.[1] ?? 'bin'}`

const TYPES: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

const then =
  (accept: Store['accept'], afterKept: () => void): Store['accept'] =>
  async (...message) => {
    const accepted = await accept(...message)
    afterKept()
    return accepted
  }

const meetFault = (faults: FaultSwitch, slowMs: number) => (req: Request, res: Response, next: () => void) => {
  const fault = faults.meet()
  res.locals['fault'] = fault
  if (fault === 'none' || fault === 'lost') return next()
  if (fault === 'down') return void req.socket.destroy()
  if (fault === 'slow') return void setTimeout(next, slowMs).unref()
  if (fault === '429') res.set('Retry-After', '5')
  problem(req, res, `fault.${fault}`)
}

export const asked = (req: Request, order: readonly Language[]): Language => {
  const wanted = req.query['lang']
  return isLanguage(wanted) ? wanted : (order[0] ?? 'vi')
}

export const send = (res: Response, status: number, page: string) => {
  res.status(status).set('Cache-Control', 'no-cache').type('html').send(page)
}
