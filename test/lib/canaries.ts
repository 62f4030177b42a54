/** Words that nobody may find who may not see the text they stand in: planted in every kind of unreleased text, then looked for. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import sharp from 'sharp'
import { treeFromText } from '#cms/import-text'
import { maySee, scopes, type Sighted } from '#editorial/permissions'
import { ROLES, type Person } from '#newsroom'
import type { PlanStep } from '#programme/plan'
import type { ProgrammeView } from '#programme/view'
import { LICENCE } from './licence'
import type { Answer, TestNewsroom, TestPerson } from './newsroom'
import { STATION } from './station'

/** Where a word stands. */
export type Place =
  | 'story'
  | 'title'
  | 'summary'
  | 'body'
  | 'byline'
  | 'slug'
  | 'olderVersion'
  | 'alt'
  | 'caption'
  | 'credit'
  | 'fileName'
  | 'returnReason'
  | 'suggestion'
  | 'holdReason'
  | 'cue'
  | 'speaker'
  | 'olderCue'
  | 'filmLink'
export type Canary = { readonly word: string; readonly place: Place; readonly text: string }

export type PlantedText = {
  readonly name: string
  readonly story: string
  readonly item: string
  readonly article: string
  readonly sighted: Sighted
  /** Its words were out once; the log keeps them. */
  readonly released: boolean
  readonly media: readonly PlantedMedium[]
}
export type PlantedMedium = {
  readonly id: string
  /** The uploaded one first, then its sizes. */
  readonly files: readonly string[]
  readonly digests: readonly string[]
  readonly ext: string
  /** With these bytes its files begin. */
  readonly magic: Buffer
}

export type Actor = {
  readonly name: string
  readonly person: TestPerson | null
  readonly headers: Readonly<Record<string, string>>
}

const WORD = /kanari[a-z]{8}/g
const newWord = (): string => `kanari${Array.from(randomBytes(8), (byte) => String.fromCharCode(97 + (byte % 26))).join('')}`

/** Words that nobody has planted yet; `words` holds those that were taken. */
const newWords = () => {
  const words = new Set<string>()
  const word = (): string => {
    const made = newWord()
    words.add(made)
    return made
  }
  return { words: words as ReadonlySet<string>, word }
}

/** Every canary in a text, once. */
export const wordsIn = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(WORD) ?? [])

/** May this person read the word? `null`: nobody who came through the door of this port without signing in. */
export const mayRead = (
  person: Person | null,
  { place }: Canary,
  planted: PlantedText,
  siblings: readonly PlantedText[],
): boolean => {
  if (!person) return false
  if (maySee(person, planted.sighted)) return true
  if (planted.released && scopes(person, 'releases', 'read').has('all')) return true
  // That there is such a story is known to whoever sees one of its texts, and to everybody once readers know.
  return place === 'story' && siblings.some(({ sighted }) => sighted.live || maySee(person, sighted))
}

/** One request whose path goes over the wire as it is written, dots and slashes included. */
export const asWritten = (
  room: { readonly url: string },
  method: string,
  path: string,
  { headers = {}, body = '' }: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Buffer } = {},
): Promise<{
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly bytes: Buffer
  readonly text: string
}> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(room.url)
    const sent = request(
      {
        hostname,
        port,
        method,
        path,
        headers: { ...headers, ...(body.length > 0 ? { 'content-length': Buffer.byteLength(body) } : {}) },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const bytes = Buffer.concat(parts)
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, text: bytes.toString('utf8') })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

const must = (answer: Answer, status = 200): Answer => {
  if (answer.status !== status) throw new Error(`planting: ${answer.status} ${answer.text.slice(0, 400)}`)
  return answer
}

/** A picture with words, uploaded by this person. */
export const upload = async (
  room: TestNewsroom,
  person: TestPerson | null,
  bytes: Buffer,
  name: string,
  fields: Readonly<Record<string, unknown>> = {},
  { id, method = id ? 'PATCH' : 'POST', locale = 'vi', headers = {} }: UploadOptions = {},
): Promise<Answer> => {
  const form = new FormData()
  form.set('_payload', JSON.stringify(fields))
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  const response = await fetch(`${room.url}/api/media${id ? `/${id}` : ''}?locale=${locale}`, {
    method,
    body: form,
    headers: {
      'accept-language': 'vi',
      ...(person ? { authorization: `JWT ${await room.tokenOf(person)}` } : {}),
      ...headers,
    },
  })
  const text = await response.text()
  let body: unknown = null
  try {
    body = JSON.parse(text)
  } catch {
    // Not every refusal is JSON.
  }
  return { status: response.status, headers: response.headers, text, body }
}
type UploadOptions = {
  readonly id?: string
  readonly method?: string
  readonly locale?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A picture that no other picture equals. */
export const picture = (seed: string, width = 800, height = 600): Promise<Buffer> => {
  const [r = 0, g = 0, b = 0] = createHash('sha256').update(seed).digest()
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
    .jpeg()
    .toBuffer()
}

/** A film that no other film equals: what a player skips stands at its end. */
const film = async (): Promise<Buffer> =>
  Buffer.concat([await readFile('src/sample/films/flower-train.webm'), Buffer.from([0xec, 0x90]), randomBytes(16)])
const MAGIC = { jpg: Buffer.from([0xff, 0xd8, 0xff]), webm: Buffer.from([0x1a, 0x45, 0xdf, 0xa3]) } as const

/** Two desks, every role on both, the hands that write, and texts in every state that readers must not see. */
export const plantCanaries = async (room: TestNewsroom) => {
  const desk = await room.office('toa-soan')
  const elsewhere = await room.office('bao')
  const all = ['translate', 'revise', 'approve'] as const
  const author = await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk })
  const editor = await room.hire('Trần Quốc Dũng', ['editor'], { desk })
  const chief = await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: all, en: all, ja: all } })
  const translator = await room.hire('Đỗ Thùy Dương', ['translator'], { desk: null, skills: { en: ['translate'] } })
  const headChief = await room.hire('Phan Thái Bình', ['chief'], { desk: null, skills: { vi: all } })

  const matrix: Actor[] = [
    { name: 'anonymous', person: null, headers: {} },
    {
      name: 'outlet key',
      person: null,
      headers: { authorization: `Bearer ttdn_${randomBytes(8).toString('hex')}_${randomBytes(24).toString('base64url')}` },
    },
    { name: 'author', person: author, headers: {} },
    { name: 'working translator', person: translator, headers: {} },
    { name: 'chief of all desks', person: headChief, headers: {} },
  ]
  for (const [where, of] of [
    ['own desk', desk],
    ['other desk', elsewhere],
  ] as const)
    for (const role of ROLES) {
      const skills =
        role === 'translator' ? ({ en: ['translate'] } as const) : role === 'reviser' ? ({ en: ['revise'] } as const) : {}
      matrix.push({
        name: `${role}, ${where}`,
        person: await room.hire(`${role} ${where}`, [role], { desk: of, skills }),
        headers: {},
      })
    }

  const texts: PlantedText[] = []
  const canaries: Canary[] = []
  const plant = (text: string, place: Place): string => {
    const word = newWord()
    canaries.push({ word, place, text })
    return word
  }
  const medium = async (text: string, ext: keyof typeof MAGIC = 'jpg'): Promise<PlantedMedium> => {
    const stem = plant(text, 'fileName')
    const words = {
      alt: `Ảnh ${plant(text, 'alt')}`,
      caption: `Chú thích ${plant(text, 'caption')}`,
      credit: `Ảnh: ${plant(text, 'credit')}`,
    }
    const bytes = ext === 'jpg' ? await picture(stem) : await film()
    const { body } = must(await upload(room, author, bytes, `${stem}.${ext}`, { ...words, consent: 'notNeeded' }), 201)
    const doc = body.doc as {
      id: string
      filename: string
      sizes?: Record<string, { filename?: string | null }>
      renditions: { digest: string }[]
    }
    return {
      id: doc.id,
      files: [doc.filename, ...Object.values(doc.sizes ?? {}).map(({ filename }) => filename)].filter(
        (name) => typeof name === 'string',
      ),
      digests: doc.renditions.map(({ digest }) => digest),
      ext,
      magic: MAGIC[ext],
    }
  }

  const save = async (who: TestPerson, article: string, words: Readonly<Record<string, unknown>>): Promise<void> => {
    const { rev } = must(await room.ask(who, 'GET', `/api/articles/${article}`)).body as { rev: number }
    must(await room.ask(who, 'PATCH', `/api/articles/${article}`, { rev, ...words }))
  }
  /** Of a film: the cues that one save says, and those of the one behind it. */
  const caption = async (who: TestPerson, name: string, article: string): Promise<void> => {
    const at = `/api/desk/articles/${article}/cues`
    const cue = (words: string, speaker: string | null) => [{ id: 'a', start: 1000, end: 5000, lines: [words], speaker, position: 'bottom' }] // prettier-ignore
    const olderAndNewer = [
      () => cue(plant(name, 'olderCue'), null),
      () => cue(`Xin ${plant(name, 'cue')}.`, plant(name, 'speaker')),
    ]
    for (const cues of olderAndNewer) {
      const { rev } = must(await room.ask(who, 'GET', at)).body as { rev: number }
      must(await room.ask(who, 'PUT', at, { rev, cues: cues() }))
    }
  }
  /** Two saves: what the first one said stands in the text's history alone. */
  const fill = async (who: TestPerson, name: string, article: string): Promise<void> => {
    await save(who, article, { summary: `Bản cũ ${plant(name, 'olderVersion')}` })
    await save(who, article, {
      title: `Tít ${plant(name, 'title')}`,
      summary: `Sapô ${plant(name, 'summary')}`,
      byline: `Tác giả ${plant(name, 'byline')}`,
      slug: plant(name, 'slug'),
      body: treeFromText(`Đoạn một của ${name}.\n\nĐoạn hai ${plant(name, 'body')}.`),
    })
  }

  const write = async (name: string, story: Readonly<Record<string, unknown>> = {}, still?: PlantedMedium) => {
    const lead = still ?? (await medium(name))
    const written = must(
      await room.write(author, { title: `Việc ${plant(name, 'story')}` }, { lead: lead.id, ...story }),
      201,
    ).body
    const article = written.article.id as string
    await fill(author, name, article)
    return { article, story: written.story.id as string, item: written.story.item as string, lead }
  }
  /** A film of ours or, with an address, the broadcaster's; its still is the story's picture. */
  const shoot = async (name: string, address = false) => {
    const shot = address ? null : await medium(name, 'webm')
    const poster = await medium(name)
    const link = address ? `https://dai.example/${plant(name, 'filmLink')}` : null
    const made = await write(name, { lead: null, film: { file: shot?.id ?? null, poster: poster.id, link } }, poster)
    await caption(author, name, made.article)
    return { ...made, media: shot ? [shot, poster] : [poster] }
  }
  const verb = async (who: TestPerson, article: string, name: string, args: object = {}) =>
    must(await room.verb(who, article, name, args), name === 'translate' ? 201 : 200)
  const toReview = (article: string) => verb(author, article, 'submit', { noSecrets: true })
  const toApproved = async (article: string) => {
    await toReview(article)
    await verb(chief, article, 'approve')
  }
  const keep = (
    name: string,
    made: Awaited<ReturnType<typeof write>>,
    sight: Partial<Sighted> = {},
    released = false,
    media = [made.lead],
  ) => {
    texts.push({
      name,
      story: made.story,
      item: made.item,
      article: made.article,
      released,
      media,
      sighted: {
        desk,
        sharedWith: [],
        sovereignty: false,
        language: 'vi',
        isSource: true,
        author: author.id,
        translator: null,
        claimedBy: null,
        ready: false,
        approved: false,
        live: false,
        ...sight,
      },
    })
    return made
  }

  const keepFilm = (
    name: string,
    made: Awaited<ReturnType<typeof shoot>>,
    sight: Partial<Sighted> = {},
    released = false,
  ): typeof made => {
    keep(name, made, sight, released, made.media)
    return made
  }

  keep('draft', await write('draft'))

  const returned = keep('returned', await write('returned'))
  await toReview(returned.article)
  await verb(editor, returned.article, 'return', {
    reason: `Trả lại vì ${plant('returned', 'returnReason')}`,
    suggestion: `Nên viết ${plant('returned', 'suggestion')}`,
  })

  const review = keep('review', await write('review'))
  await toReview(review.article)

  const held = keep('held', await write('held'))
  await toReview(held.article)
  await verb(chief, held.article, 'hold', { reason: `Giữ lại vì ${plant('held', 'holdReason')}` })

  const approved = keep('approved', await write('approved'), { approved: true })
  await toApproved(approved.article)

  const scheduled = keep('scheduled', await write('scheduled'), { approved: true })
  await toApproved(scheduled.article)
  await verb(chief, scheduled.article, 'schedule', { until: inDays(2) })

  const embargoed = keep('embargoed', await write('embargoed', { embargo: inDays(3) }), { approved: true })
  await toApproved(embargoed.article)
  await verb(chief, embargoed.article, 'schedule', { until: inDays(4), embargo: true })

  const reopened = keep('approved, then returned', await write('approved, then returned'))
  await toApproved(reopened.article)
  await verb(chief, reopened.article, 'return', { reason: `Chưa được: ${plant('approved, then returned', 'returnReason')}` })

  const withdrawn = keep('withdrawn', await write('withdrawn'), {}, true)
  await toApproved(withdrawn.article)
  await verb(chief, withdrawn.article, 'release')
  await verb(chief, withdrawn.article, 'withdraw', { reason: 'Số liệu sai.' })

  const trashed = keep('trashed', await write('trashed'))
  await verb(author, trashed.article, 'trash')

  const ready = keep('opened for translation', await write('opened for translation'), { ready: true })
  await verb(editor, ready.article, 'ready', { ready: true })

  const closed = await write('opened, written on, closed again')
  await verb(editor, closed.article, 'ready', { ready: true })
  await fill(author, 'opened, written on, closed again', closed.article)
  await verb(editor, closed.article, 'ready', { ready: false })
  keep('opened, written on, closed again', closed)

  const shared = keep('shared with the other desk', await write('shared with the other desk', { sharedWith: [elsewhere] }), {
    sharedWith: [elsewhere],
  })
  await toReview(shared.article)

  const sovereignty = keep('sovereignty', await write('sovereignty', { sovereignty: true }), { sovereignty: true })
  await toReview(sovereignty.article)

  const claimed = keep('given to a colleague', await write('given to a colleague'), { claimedBy: editor.id })
  await verb(editor, claimed.article, 'claim')

  /** Out, and written on: readers see the first words, the newer ones are the desk's. */
  const newer = async (name: string) => {
    const written = must(await room.write(author, { title: `Đã đăng ${randomUUID().slice(0, 8)}` }), 201).body
    const made = { article: written.article.id as string, story: written.story.id as string, item: written.story.item as string }
    await toApproved(made.article)
    await verb(chief, made.article, 'release')
    await verb(chief, made.article, 'reopen', { reason: 'Bổ sung.' })
    const lead = await medium(name)
    must(await room.ask(editor, 'PATCH', `/api/stories/${made.story}`, { lead: lead.id }))
    await fill(author, name, made.article)
    return { ...made, lead }
  }
  const ahead = keep('newer draft of a released text', await newer('newer draft of a released text'), { live: true })
  await toReview(ahead.article)
  keep('second newer draft of a released text', await newer('second newer draft of a released text'), { live: true })
  const gone = keep('newer draft of a withdrawn text', await newer('newer draft of a withdrawn text'))
  await toReview(gone.article)
  await verb(chief, gone.article, 'withdraw', { reason: 'Gỡ theo yêu cầu.' })

  /** A translation under way, of a source that is fixed. */
  const source = keep('source of a translation', await write('source of a translation'), { approved: true })
  await toApproved(source.article)
  const english = (await verb(translator, source.article, 'translate', { language: 'en' })).body.article.id as string
  await fill(translator, 'translation', english)
  keep(
    'translation',
    { ...source, article: english },
    { language: 'en', isSource: false, author: null, translator: translator.id },
    false,
    [],
  )
  await verb(translator, english, 'submit', { noSecrets: true })

  keepFilm('film, draft', await shoot('film, draft'))

  const filmInReview = keepFilm('film, review', await shoot('film, review'))
  await toReview(filmInReview.article)

  const elsewhereShown = keepFilm('film at an address', await shoot('film at an address', true), { approved: true })
  await toApproved(elsewhereShown.article)

  const filmWithdrawn = keepFilm('film, withdrawn', await shoot('film, withdrawn'), {}, true)
  await toApproved(filmWithdrawn.article)
  await verb(chief, filmWithdrawn.article, 'release')
  await verb(chief, filmWithdrawn.article, 'withdraw', { reason: 'Chưa có quyền phát.' })

  /** Out in its first words, with a film and a still that everybody has seen; behind it stand another film, still and subtitles. */
  const name = 'newer draft of a released film'
  const shown = async (bytes: Buffer, file: string) =>
    must(await upload(room, author, bytes, file, { alt: 'Chợ Đà Lạt', credit: 'TTĐN' }), 201).body.doc.id as string
  const cinema = { file: await shown(await film(), 'phim.webm'), poster: await shown(await picture(name), 'bia.jpg'), link: null }
  const seen = must(await room.write(author, { title: 'Chợ đêm', text: '' }, { film: cinema }), 201).body
  const live = { article: seen.article.id as string, story: seen.story.id as string, item: seen.story.item as string }
  const cues = [{ id: 'a', start: 1000, end: 4000, lines: ['Chợ đêm Đà Lạt.'], speaker: null, position: 'bottom' }]
  const { rev } = must(await room.ask(author, 'GET', `/api/desk/articles/${live.article}/cues`)).body as { rev: number }
  must(await room.ask(author, 'PUT', `/api/desk/articles/${live.article}/cues`, { rev, cues }))
  await toApproved(live.article)
  await verb(chief, live.article, 'release')
  await verb(chief, live.article, 'reopen', { reason: 'Bổ sung.' })
  const [again, still] = [await medium(name, 'webm'), await medium(name)]
  const { docs } = must(await room.ask(editor, 'GET', `/api/videos?where[story][equals]=${live.story}&depth=0`)).body as { docs: { id: string }[] } // prettier-ignore
  must(await room.ask(editor, 'PATCH', `/api/videos/${docs[0]?.id}`, { file: again.id, poster: still.id }))
  await fill(author, name, live.article)
  await caption(author, name, live.article)
  keep(name, { ...live, lead: still }, { live: true }, false, [again, still])

  const filmed = keepFilm('film, approved', await shoot('film, approved'), { approved: true })
  await toApproved(filmed.article)
  const subtitled = (await verb(translator, filmed.article, 'translate', { language: 'en' })).body.article.id as string
  await fill(translator, 'film, translation', subtitled)
  await caption(translator, 'film, translation', subtitled)
  keep('film, translation', { ...filmed, article: subtitled }, { language: 'en', isSource: false, author: null, translator: translator.id }, false, []) // prettier-ignore

  const preview = must(await room.ask(chief, 'POST', `/api/desk/articles/${approved.article}/preview`), 201).body.url as string
  return { desk, elsewhere, author, editor, chief, translator, headChief, actors: matrix, texts, canaries, preview, live }
}
export type Planted = Awaited<ReturnType<typeof plantCanaries>>

/** An issue that nobody outside may know of: one that is being arranged, with a text in work, and one that is closed in Vietnamese. */
export const plantIssues = async (room: TestNewsroom, planted: Planted) => {
  const composer = planted.actors.find(({ name }) => name === 'bulletinEditor, own desk')?.person
  if (!composer) throw new Error('planting: nobody composes issues')
  const { addLegalRules } = await import('../../src/cms/bulletin/licence')
  await addLegalRules(room.payload)
  const { id: licence } = await room.payload.create({
    collection: 'licences',
    data: LICENCE as never,
    locale: 'vi',
    overrideAccess: true,
  })
  const { words, word } = newWords()
  const door = async (method: string, path: string, body?: unknown) => {
    const answer = await room.ask(composer, method, `/api/desk/bulletins${path}`, body, { 'idempotency-key': randomUUID() })
    if (answer.status >= 300) throw new Error(`planting: ${answer.status} ${answer.text.slice(0, 400)}`)
    return answer.body
  }
  const issueOf = async (quarter: number, story: string) => {
    const { id, rev } = await door('POST', '', { year: 2026, quarter })
    const budget = { vi: null, en: null, ja: null }
    const entries = [
      { id: randomUUID(), slot: 'foreword', story: null, budget, photos: [], notes: `Ghi chú ${word()}` },
      { id: randomUUID(), slot: 'feature', story, budget, photos: [], notes: '' },
    ]
    const said = (kind: string) => ({ vi: `${kind} ${word()}`, en: `${kind} ${word()}`, ja: `${kind} ${word()}` })
    const plan = { sections: [{ id: randomUUID(), names: said('Mục'), entries }] }
    const { board } = await door('PUT', `/${id}`, { rev, plan, themes: said('Chủ đề'), licence })
    const piece =
      String(board[entries[0]?.id ?? ''].cells.vi.href)
        .split('/')
        .at(-1) ?? ''
    const written = { title: `Lời ${word()}`, summary: word(), byline: word(), body: treeFromText(`Kính thưa ${word()}.`) }
    const saved = await room.ask(composer, 'PATCH', `/api/pieces/${piece}`, written)
    if (saved.status !== 200) throw new Error(`planting: ${saved.text.slice(0, 400)}`)
    await door('POST', `/${id}/records`, { kind: 'deposit', language: 'vi', date: '2026-07-01', copies: 2, addressee: word(), address: word(), receipt: word() }) // prettier-ignore
    return { id: id as string, piece }
  }
  const story = (name: string): string => planted.texts.find((text) => text.name === name)?.story ?? ''
  const closed = await issueOf(2, story('approved'))
  await door('POST', `/${closed.id}/vi/close`, {})
  const { docs } = await room.payload.db.find<{
    id: string
    snapshot: { edition: { files: { digest: string; ext: string }[] } } | null
  }>({
    collection: 'editions',
    where: { bulletin: { equals: closed.id } },
  })
  const files = docs.flatMap(({ snapshot }) => snapshot?.edition.files ?? []).map(({ digest, ext }) => `${digest}.${ext}`)
  return { words, closed, files, open: await issueOf(3, story('draft')) }
}
export type PlantedIssues = Awaited<ReturnType<typeof plantIssues>>

/** Programmes that nobody outside may know of: one that is being arranged, one that is closed, one that was on air and is withdrawn. */
export const plantProgrammes = async (room: TestNewsroom, planted: Planted) => {
  const [producer, chief] = ['producer, own desk', 'chief, own desk'].map(
    (name) => planted.actors.find((actor) => actor.name === name)?.person ?? null,
  )
  await room.payload.create({
    collection: 'channels',
    data: STATION as never,
    locale: 'vi',
    overrideAccess: true,
  })
  const { words, word } = newWords()
  const door = async (who: TestPerson | null | undefined, method: string, path: string, body?: unknown) => {
    const answer = await room.ask(who ?? null, method, `/api/desk/programmes${path}`, body, { 'idempotency-key': randomUUID() })
    if (answer.status >= 300) throw new Error(`planting: ${answer.status} ${answer.text.slice(0, 400)}`)
    return answer.body as ProgrammeView
  }
  const programmeOf = async (...names: readonly string[]) => {
    const { id, item, rev, plan } = await door(producer, 'POST', '', { airDate: '2099-01-05', language: 'vi' })
    const [first, last] = plan.steps
    if (!first || !last) throw new Error('planting: a programme without an opening')
    const said = (step: PlanStep): PlanStep => ({ ...step, title: `Mục ${word()}`, intro: `Dẫn ${word()}`, script: `Lời ${word()}`, notes: `Ghi ${word()}` }) // prettier-ignore
    const told = names.map((name): PlanStep => {
      const story = planted.texts.find((text) => text.name === name)?.story ?? ''
      return { ...first, id: randomUUID(), kind: 'item', story, clip: name.startsWith('film') ? { from: 0, to: 6000 } : null }
    })
    const steps = [first, ...told, last].map(said)
    const change = { rev, plan: { ...plan, title: `Bản tin ${word()}`, presenter: word(), steps } }
    await door(producer, 'PUT', `/${id}`, change)
    return { id, item }
  }
  const open = await programmeOf('draft', 'film, draft')
  const closed = await programmeOf('approved', 'film, approved')
  const { files } = await door(producer, 'POST', `/${closed.id}/close`, {})
  const withdrawn = await programmeOf()
  const gone = (await door(producer, 'POST', `/${withdrawn.id}/close`, {})).files
  for (const verb of ['approve', 'release', 'withdraw']) {
    const args = verb === 'withdraw' ? { reason: 'Hoãn phát.' } : {}
    must(await room.workVerb(chief!, { at: `/api/desk/programmes/${withdrawn.id}` }, verb, args))
  }
  const namesOf = (made: ProgrammeView['files']) => made.map(({ href }) => href.split('/').at(-1) ?? '')
  return { words, open, closed, withdrawn, files: namesOf(files), gone: namesOf(gone) }
}
export type PlantedProgrammes = Awaited<ReturnType<typeof plantProgrammes>>

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

/** The texts of a planting by the name that canaries carry. */
export const textsByName = (texts: readonly PlantedText[]): ReadonlyMap<string, PlantedText> =>
  new Map(texts.map((text) => [text.name, text]))

/** Other texts of the same story. */
export const siblingsOf = (text: PlantedText, texts: readonly PlantedText[]): readonly PlantedText[] =>
  texts.filter(({ story }) => story === text.story)
