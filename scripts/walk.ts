/**
 * `npm run demo -- --walk`: one text through the real HTTP doors, from a pasted draft to the withdrawal of all three
 * languages, each step in a line that a person of the newsroom understands. Ends at the first step that is not as promised.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { fromRichText } from '#cms/lexical'
import type { Env } from '#env'
import type { Language } from '#newsroom'
import { DEMO_PASSWORD, personOf, type PersonKey } from '#sample/people'
import type { SampleVersion } from '#sample/story'
import { corrected, WALK_CORRECTION, WALK_STORY, WALK_VERSIONS, WALK_WITHDRAWAL, walkPasted } from '#sample/walk'
import { looked } from './looked'
import { faint, green, red, say } from './speak'

export type WalkWish = Pick<Env, 'newsroomUrl' | 'publicUrl' | 'sandboxUrl'> & {
  /** Runs `verify-log` and says how it ended. */
  readonly verifyLog: () => Promise<boolean>
}

/** True when every step was as promised. */
export const walk = async (wish: WalkWish): Promise<boolean> => {
  const began = Date.now()
  say('\nMột bài đi từ bản nháp đến bạn đọc', 'One text from draft to readers')
  try {
    await steps(doors(wish), wish)
  } catch (problem) {
    say(`${red('✗')} ${problem instanceof Error ? problem.message : String(problem)}`)
    return false
  }
  say(`${green('✓')} Trọn vẹn, ${((Date.now() - began) / 1000).toFixed(1)} s.`, '  All as promised.')
  return true
}

const steps = async (at: Doors, { verifyLog }: WalkWish): Promise<void> => {
  const title = (language: Language) => WALK_VERSIONS[language].title
  const name = (key: PersonKey) => personOf(key).name

  const { catalogues } = await at
    .as('editor', 'GET', '/api/desk/catalogues', undefined, 200)
    .then(({ body }) => ({ catalogues: body as Catalogues }))
  const pasted = walkPasted()
  const written = await at.as(
    'reporter',
    'POST',
    '/api/desk/stories',
    {
      class: WALK_STORY.class,
      desk: catalogues.desks.find(({ key }) => key === WALK_STORY.desk)?.id ?? null,
      topics: WALK_STORY.topics,
      places: WALK_STORY.places,
      channels: WALK_STORY.channels,
      sourceLanguage: WALK_STORY.source,
      sovereignty: WALK_STORY.sovereignty,
      article: pasted,
    },
    201,
  )
  const vi = written.body.article as ArticleDesk
  expect(vi.title === title('vi'), `tít bài là “${vi.title}”`)
  told(
    `${name('reporter')} dán bản thảo từ Word; chữ được sửa cho đúng: “${vi.title}”`,
    'A draft is pasted from Word; its letters are put right',
  )

  await at.verb('reporter', vi.id, 'submit', { noSecrets: true })
  told(`${name('reporter')} xác nhận bài không có bí mật nhà nước và gửi duyệt`, 'It is submitted')

  const own = await at.as('reporter', 'POST', `/api/desk/articles/${vi.id}/approve`, {}, 403)
  told(`${name('reporter')} thử tự duyệt bài của mình: bị từ chối. “${own.body.detail}”`, 'Own approval is refused')

  await at.verb('chief', vi.id, 'approve')
  told(`${name('chief')} duyệt bản tiếng Việt`, 'Somebody else approves it')

  await at.verb('chief', vi.id, 'release')
  const first = await at.outlets(vi.id, 'vi', { portal: 1, newspaper: 1 }, title('vi'))
  told(`Phát hành tiếng Việt: trang công khai, Cổng và Báo đã đăng`, 'Released: public page, portal and newspaper show it', first)
  const late = await at.pulled(vi.item, 'vi')

  const en = await translated(at, vi.id, 'en', 'translator-en')
  told(
    `${name('translator-en')} dịch sang tiếng Anh; ${name('reviser')} hiệu đính; ${name('chief')} duyệt`,
    'English: translated, revised, approved',
  )
  await at.verb('chief', en, 'release')
  const english = await at.outlets(en, 'en', { portal: 1, broadcaster: 1 }, title('en'))
  told('Phát hành tiếng Anh: Cổng và Đài đã đăng', 'Released: portal and broadcaster show it', english)

  const ja = await translated(at, vi.id, 'ja', 'translator-ja')
  told(
    `${name('translator-ja')} dịch sang tiếng Nhật; ${name('reviser')} hiệu đính; ${name('chief')} duyệt theo lời người hiệu đính`,
    'Japanese: translated, revised, approved on the word of the reviser',
  )
  await at.verb('chief', ja, 'release')
  const japanese = await at.outlets(ja, 'ja', { portal: 1 }, title('ja'))
  told('Phát hành tiếng Nhật: Cổng đã đăng', 'Released: the portal shows it', japanese)

  const { wrong, right, note } = WALK_CORRECTION.vi
  await at.verb('chief', vi.id, 'reopen', { reason: note })
  await at.save('reporter', vi.id, corrected(WALK_VERSIONS.vi, WALK_CORRECTION.vi))
  await at.verb('reporter', vi.id, 'submit', { noSecrets: true })
  await at.verb('chief', vi.id, 'approve')
  await at.verb('chief', vi.id, 'correct', { note: { kind: 'slip', text: note, grade: 'major' } })
  const mended = await at.outlets(vi.id, 'vi', { portal: 2, newspaper: 2 }, right)
  told(`Đính chính: “${wrong}” thành “${right}”; Cổng và Báo đã thay`, 'Corrected: portal and newspaper follow', mended)

  const outcome = await at.arrivesLate('portal', late)
  const page = await at.text(mended[0] ?? '')
  expect(page.includes(right) && !page.includes(wrong), 'Cổng đã quay lại bản cũ')
  told(
    `Bản cũ đến muộn ở Cổng: bị bỏ qua (${outcome}), trang vẫn là bản đính chính`,
    'An older version that arrives late is ignored',
  )

  await at.as(
    'chief',
    'POST',
    `/api/desk/stories/${vi.story}/withdraw`,
    { languages: ['vi', 'en', 'ja'], reason: WALK_WITHDRAWAL.vi },
    200,
  )
  const gone = [
    ...(await at.outlets(vi.id, 'vi', { portal: 3, newspaper: 3 }, null)),
    ...(await at.outlets(en, 'en', { portal: 2, broadcaster: 2 }, null)),
    ...(await at.outlets(ja, 'ja', { portal: 2 }, null)),
  ]
  told(
    `${name('chief')} gỡ cả ba ngôn ngữ trong một lần; mọi nơi báo đã gỡ (410)`,
    'All three withdrawn in one act; every page answers 410',
    gone,
  )

  expect(await verifyLog(), 'sổ phát hành không khớp')
  told('Kiểm tra sổ phát hành: nguyên vẹn', 'The log is verified')
}

const translated = async (at: Doors, source: string, language: 'en' | 'ja', translator: PersonKey): Promise<string> => {
  const { body } = await at.as(translator, 'POST', `/api/desk/articles/${source}/translate`, { language }, 201)
  const { id } = body.article as ArticleDesk
  await at.save(translator, id, WALK_VERSIONS[language])
  await at.verb(translator, id, 'submit', { noSecrets: true })
  await at.verb('reviser', id, 'revised')
  await at.verb('chief', id, 'approve')
  return id
}

let step = 0
const told = (vi: string, en: string, addresses: readonly string[] = []): void => {
  step += 1
  say(`${green('✓')} ${String(step).padStart(2)}. ${vi}`, `      ${en}`)
  for (const address of addresses) say(faint(`      ${address}`))
}
const expect = (condition: boolean, otherwise: string): void => {
  if (!condition) throw new Error(`Không đúng như hứa: ${otherwise}`)
}

type Catalogues = { readonly desks: readonly { readonly id: string; readonly key: string }[] }
type ArticleDesk = {
  readonly id: string
  readonly story: string
  readonly item: string
  readonly title: string
  readonly rev: number
  readonly live: { readonly url: string } | null
}
type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> & { readonly detail?: string } }
type House = 'portal' | 'newspaper' | 'broadcaster'
type Doors = ReturnType<typeof doors>

/** The doors that the walk goes through: the desk's, the public one and those of the outlets. */
const doors = ({ newsroomUrl, publicUrl, sandboxUrl }: WalkWish) => {
  const tokens = new Map<PersonKey, string>()
  const pages = new Map<string, string>()

  const ask = async (method: string, address: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json', 'accept-language': 'vi', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : { detail: text.slice(0, 200) },
    }
  }

  const token = async (key: PersonKey): Promise<string> => {
    const known = tokens.get(key)
    if (known) return known
    const { body, status } = await ask('POST', `${newsroomUrl}/api/users/login`, {
      email: personOf(key).email,
      password: DEMO_PASSWORD,
    })
    expect(status === 200, `${personOf(key).name} không đăng nhập được (${status} ${body.detail ?? ''})`)
    tokens.set(key, String(body.token))
    return String(body.token)
  }

  const as = async (key: PersonKey, method: string, path: string, body: unknown, wanted: number): Promise<Answer> => {
    const answer = await ask(method, `${newsroomUrl}${path}`, body, {
      authorization: `JWT ${await token(key)}`,
      'idempotency-key': randomUUID(),
    })
    expect(
      answer.status === wanted,
      `${method} ${path} trả lời ${answer.status}: ${answer.body.detail ?? JSON.stringify(answer.body).slice(0, 300)}`,
    )
    return answer
  }

  const desk = async (article: string): Promise<ArticleDesk> =>
    (await as('chief', 'GET', `/api/desk/articles/${article}`, undefined, 200)).body as unknown as ArticleDesk

  const save = async (key: PersonKey, article: string, { title, summary, byline, body }: SampleVersion): Promise<void> => {
    const { rev } = (await as(key, 'GET', `/api/desk/articles/${article}`, undefined, 200)).body as unknown as ArticleDesk
    await as(key, 'PATCH', `/api/articles/${article}`, { rev, title, summary, byline, body: fromRichText(body, () => '') }, 200)
  }

  /** Waits until each house shows the version and the text (`null`: says that it is withdrawn); answers with the addresses. */
  const outlets = async (
    article: string,
    language: Language,
    versions: Partial<Record<House, number>>,
    text: string | null,
  ): Promise<readonly string[]> => {
    const { item, live } = await desk(article)
    const shown: string[] = []
    for (const [house, version] of Object.entries(versions)) {
      const held = await until(`${house} nhận bản ${version} (${language})`, async () => {
        const { status, body } = await ask('GET', `${sandboxUrl}/${house}/api/items/${item}/${language}`)
        return status === 200 && body.version === version ? body : null
      })
      await shows(String(held.url), text)
      shown.push(String(held.url))
    }
    const ours = `${item} ${language}`
    if (live) pages.set(ours, live.url)
    const page = pages.get(ours)
    if (page) await shows(page, text)
    return page ? [...shown, page] : shown
  }

  const shows = async (address: string, text: string | null): Promise<void> => {
    await until(`${address} ${text === null ? 'báo đã gỡ' : 'đăng bài'}`, async () => {
      const response = await fetch(address, { signal: AbortSignal.timeout(10_000) })
      const page = await response.text()
      return text === null ? response.status === 410 : response.status === 200 && page.includes(text)
    })
  }

  /** What `/v1` gives now, to be kept until it is old. */
  const pulled = async (item: string, language: Language): Promise<Answer['body']> => {
    const { status, body } = await ask('GET', `${publicUrl}/v1/items/${item}/${language}`)
    expect(status === 200, `/v1/items trả lời ${status}`)
    return body
  }

  /** Puts an old message into a house's inbox as a network would that held it back: signed, and new to the house. */
  const arrivesLate = async (house: House, news: Answer['body']): Promise<string> => {
    const secret = new RegExp(`${house}=(\\S+?)(?:[\\s,]|$)`).exec(process.env.SANDBOX_SECRETS ?? '')?.[1]
    expect(secret !== undefined, `thiếu bí mật của ${house} (SANDBOX_SECRETS)`)
    const message = JSON.stringify({ type: 'release.published', timestamp: new Date().toISOString(), data: news, media: [] })
    const id = `late_${randomUUID()}`
    const response = await fetch(`${sandboxUrl}/${house}/inbox`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
        'webhook-signature': new Webhook(secret ?? '').sign(id, new Date(), message),
      },
      body: message,
    })
    const answer = (await response.json()) as { readonly status?: unknown; readonly detail?: unknown }
    expect(response.ok, `${house} trả lời ${response.status}: ${String(answer.detail)}`)
    return String(answer.status)
  }

  return {
    as,
    save,
    outlets,
    pulled,
    arrivesLate,
    verb: async (key: PersonKey, article: string, verb: string, args: Record<string, unknown> = {}) => {
      const door = `/api/desk/articles/${article}/${verb}`
      const seen = await looked(door, async (text) => (await as(key, 'GET', text, undefined, 200)).body)
      return as(key, 'POST', door, { ...seen, ...args }, 200)
    },
    text: async (address: string) => (await fetch(address)).text(),
  }
}

const until = async <T>(what: string, look: () => Promise<T | null | false>): Promise<T> => {
  const last = Date.now() + 30_000
  for (;;) {
    const found = await look()
    if (found) return found
    expect(Date.now() < last, `đợi 30 giây mà ${what} chưa xong`)
    await pause(150)
  }
}
