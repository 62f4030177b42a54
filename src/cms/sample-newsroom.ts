import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { createLocalReq, type Payload } from 'payload'
import type { Verb } from '#editorial/workflow'
import { LANGUAGES, type Language, type Person } from '#newsroom'
import { CHANNELS } from '#sample/channels'
import { DESKS } from '#sample/desks'
import { FILM_RIGHTS, type Film } from '#sample/films/index'
import { DEMO_PASSWORD, PEOPLE, type PersonKey } from '#sample/people'
import { drawPicture, PICTURES, PICTURE_KEYS, PICTURE_RIGHTS, type PictureKey } from '#sample/pictures'
import type { FilmStory, SampleStory, SampleVersion, TargetState } from '#sample/story'
import { loadTerms } from '#sample/terms'
import { TOPICS } from '#sample/topics'
import type { CueList } from '#video/cue'
import { mendFiles } from './hooks/media'
import { fromRichText } from './lexical'
import { personOf } from './people'
import { pictureWork } from './picture-work'
import { articleOf } from './texts'
import { makeSampleIssues, type IssuesWish } from './sample-issues'
import { makeSampleProgrammes, type ProgrammesWish } from './sample-programmes'
import { read } from './situation'
import { wasAnswered } from './stores/idempotency'
import { rowOf } from './stores/workflow-rows'
import { act } from './verbs/act'
import { createStory, translate } from './verbs/begin'

export type SampleAddresses = { readonly sandboxUrl: string; readonly secrets: ReadonlyMap<string, string> }
export type SampleIssues = Omit<IssuesWish, 'people' | 'stories' | 'media'> & Pick<ProgrammesWish, 'programmes'>
type Progress = (done: string) => void

/**
 * The sample newsroom, made as its people would make it: every text goes through the verbs, written by one person and
 * approved by another. Keys are fixed, so a run that was cut off is taken up where it stopped.
 */
export const makeSampleNewsroom = async (
  payload: Payload,
  stories: readonly Story[],
  addresses: SampleAddresses,
  progress: Progress,
  issues: SampleIssues | null = null,
): Promise<void> => {
  const desks = await makeDesks(payload)
  const topics = await makeTopics(payload)
  await makeTerms(payload)
  const people = await makePeople(payload, desks)
  await makeChannels(payload, addresses)
  progress('catalogues')
  const media = await makePictures(payload, people, broughtForIssues(issues))
  progress('pictures')
  const made = new Map<string, string>()
  for (const story of stories) {
    made.set(story.key, await makeStory(payload, story, { people, desks, topics, media }))
    progress(story.key)
  }
  if (!issues) return
  await makeSampleIssues(payload, { ...issues, people, stories: made, media }, progress)
  await makeSampleProgrammes(payload, { ...issues, people, stories: made }, progress)
}

type Story = SampleStory | FilmStory
type Ids = ReadonlyMap<string, string>
type People = Readonly<Record<PersonKey, Person>>
type Made = { readonly people: People; readonly desks: Ids; readonly topics: Ids; readonly media: Ids }

const present = async (
  payload: Payload,
  collection: 'organisations' | 'topics' | 'channels',
  key: string,
): Promise<string | null> => {
  const found = await payload.db.findOne<{ id: string }>({ collection, where: { key: { equals: key } } })
  return found ? String(found.id) : null
}

/** Creates a row whose names are given in three languages. */
const createNamed = async (
  payload: Payload,
  collection: 'organisations' | 'topics' | 'channels',
  data: Record<string, unknown>,
  name: Readonly<Record<Language, string>>,
): Promise<string> => {
  const { id } = await payload.create({
    collection,
    data: { ...data, name: name.vi } as never,
    locale: 'vi',
    overrideAccess: true,
  })
  for (const locale of LANGUAGES.filter((language) => language !== 'vi'))
    await payload.update({ collection, id, data: { name: name[locale] } as never, locale, overrideAccess: true })
  return String(id)
}

const makeDesks = async (payload: Payload): Promise<Ids> => {
  const ids = new Map<string, string>()
  for (const { key, kind, name, validFrom, validTo } of DESKS)
    ids.set(
      key,
      (await present(payload, 'organisations', key)) ??
        (await createNamed(payload, 'organisations', { key, kind, validFrom, validTo }, name)),
    )
  return ids
}

const makeTopics = async (payload: Payload): Promise<Ids> => {
  const ids = new Map<string, string>()
  for (const { key, name, parent } of TOPICS as readonly {
    key: string
    name: Readonly<Record<Language, string>>
    parent: string | null
  }[]) {
    ids.set(
      key,
      (await present(payload, 'topics', key)) ??
        (await createNamed(payload, 'topics', { key, parent: parent ? ids.get(parent) : null }, name)),
    )
  }
  return ids
}

const makeTerms = async (payload: Payload): Promise<void> => {
  const { totalDocs } = await payload.count({ collection: 'terms', overrideAccess: true })
  if (totalDocs > 0) return
  for (const { vi, en, ja, kind, note, forbidden, validFrom, validTo, status } of loadTerms()) {
    await payload.db.create({
      collection: 'terms',
      data: {
        vi,
        en,
        ja,
        kind,
        note,
        forbidden: { vi: [...forbidden.vi], en: [...forbidden.en], ja: [...forbidden.ja] },
        validFrom,
        validTo,
        status,
      },
    })
  }
}

const makePeople = async (payload: Payload, desks: Ids): Promise<People> => {
  const people: Partial<Record<PersonKey, Person>> = {}
  for (const { key, name, email, roles, desk, skills } of PEOPLE) {
    const found = await payload.db.findOne({ collection: 'users', where: { email: { equals: email } } })
    const user =
      found ??
      (await payload.create({
        collection: 'users',
        data: { name, email, password: DEMO_PASSWORD, roles: [...roles], desk: desk ? desks.get(desk) : null, skills } as never,
        overrideAccess: true,
      }))
    people[key] = personOf(user)
  }
  return people as People
}

const makeChannels = async (payload: Payload, { sandboxUrl, secrets }: SampleAddresses): Promise<void> => {
  for (const { key, name, languages, topics, itemTypes, perMinute } of CHANNELS) {
    if (await present(payload, 'channels', key)) continue
    await createNamed(
      payload,
      'channels',
      {
        key,
        kind: 'webhook',
        address: `${sandboxUrl}/${key}/inbox`,
        newSecret: secrets.get(key),
        state: 'active',
        languages: [...languages],
        topics: [...topics],
        itemTypes: [...itemTypes],
        perMinute,
      },
      name,
    )
  }
}

/** Cover and photos of an issue are brought by whoever composes it. */
const broughtForIssues = (issues: SampleIssues | null): ReadonlySet<string> =>
  new Set(
    (issues?.issues ?? []).flatMap(({ cover, sections }) => [
      cover,
      ...sections.flatMap(({ entries }) => entries.flatMap(({ photos = [] }) => photos)),
    ]),
  )

const makePictures = async (payload: Payload, people: People, ofIssues: ReadonlySet<string>): Promise<Ids> => {
  const ids = new Map<string, string>()
  for (const key of PICTURE_KEYS) {
    const found = await payload.db.findOne<{ id: string }>({ collection: 'media', where: { filename: { equals: `${key}.jpg` } } })
    ids.set(
      key,
      found ? String(found.id) : await makePicture(payload, key, ofIssues.has(key) ? people['bulletin-editor'] : people.editor),
    )
  }
  return ids
}

const makePicture = async (payload: Payload, key: PictureKey, by: Person): Promise<string> => {
  const { bytes, mime, filename } = await drawPicture(key)
  return makeMedium(payload, by, { bytes, mime, filename, rights: PICTURE_RIGHTS, words: PICTURES[key] })
}

/** The film and its poster: the same words for both. */
const makeFilm = async (
  payload: Payload,
  { file, poster, texts, credit }: Film,
  by: Person,
): Promise<{ readonly file: string; readonly poster: string; readonly link: null }> => {
  const titles = { vi: texts.vi.title, en: texts.en.title, ja: texts.ja?.title ?? texts.en.title }
  const words = { alt: titles, caption: titles, credit }
  const keep = async (name: string, mime: string): Promise<string> => {
    const filename = basename(name)
    const found = await payload.db.findOne<{ id: string }>({ collection: 'media', where: { filename: { equals: filename } } })
    if (found) return String(found.id)
    return makeMedium(payload, by, { bytes: await readFile(name), mime, filename, rights: FILM_RIGHTS, words })
  }
  return { file: await keep(file, 'video/webm'), poster: await keep(poster, 'image/jpeg'), link: null }
}

type Medium = {
  readonly bytes: Buffer
  readonly mime: string
  readonly filename: string
  readonly rights: object
  readonly words: Readonly<Record<'alt' | 'caption' | 'credit', Readonly<Record<Language, string>>>>
}
const makeMedium = async (payload: Payload, by: Person, medium: Medium): Promise<string> => {
  const { bytes, mime, filename, rights } = medium
  const { alt, caption, credit } = medium.words
  const req = await createLocalReq({ user: await userOf(payload, by) }, payload)
  const words = (locale: Language) => ({ alt: alt[locale], caption: caption[locale], credit: credit[locale] })
  const create = () =>
    payload.create({
      collection: 'media',
      // Our own work is anybody's to use.
      data: { ...rights, pressKit: true, ...words('vi') } as never,
      file: { data: bytes, mimetype: mime, name: filename, size: bytes.length },
      locale: 'vi',
      overrideAccess: true,
      req,
    })
  const { id } = await pictureWork(create, { failed: () => false, mend: (medium) => mendFiles(payload, medium) })
  for (const locale of LANGUAGES.filter((language) => language !== 'vi'))
    await payload.update({
      collection: 'media',
      id,
      data: words(locale) as never,
      locale,
      overrideAccess: true,
      context: { skipApprovals: true },
    })
  return String(id)
}

const userOf = async (payload: Payload, { id }: Person) => {
  const user = await payload.findByID({ collection: 'users', id, overrideAccess: true })
  return { ...user, collection: 'users' as const } as never
}

const makeStory = async (payload: Payload, story: Story, { people, desks, topics: _topics, media }: Made): Promise<string> => {
  const author = people[story.author]
  const key = (...parts: readonly string[]) => `sample-${story.key}-${parts.join('-')}`
  const slip = story.slip?.vi
  const source = textOf(slip ? withSlip(story.versions.vi, slip) : story.versions.vi, media)
  const made = await createStory(
    payload,
    { person: author, key: key('create') },
    {
      class: story.class,
      desk: desks.get(story.desk) ?? null,
      sharedWith: story.sharedWith.map((desk) => desks.get(desk) ?? ''),
      topics: story.topics,
      places: story.places,
      channels: story.channels,
      sourceLanguage: 'vi',
      sovereignty: story.sovereignty,
      lead: 'lead' in story ? (media.get(story.lead) ?? null) : null,
      film: 'film' in story ? await makeFilm(payload, story.film, people.editor) : null,
      embargo: null,
      deadlines: {},
      article: source,
    },
  )
  const way = { author, people, key, final: textOf(story.versions.vi, media) }
  // Subtitles are written after the film is there.
  if ('film' in story) await write(payload, made.article, author, way.final)
  await advance(payload, story, 'vi', made.article, way)
  if (!story.outdated) await correct(payload, story, 'vi', made.article, way)
  for (const language of ['en', 'ja'] as const) {
    const version = story.versions[language]
    if (!version || !story.state[language]) continue
    const translator = people[`translator-${language}`]
    const wrong = story.slip?.[language] ?? story.outdated?.[language]
    const wanted = wrong ? withSlip(version, wrong) : version
    const { article } = await translate(payload, { person: translator, key: key('translate', language) }, made.article, language)
    await write(payload, article, translator, textOf(wanted, media))
    const theirs = { author: translator, people, key, final: textOf(version, media) }
    await advance(payload, story, language, article, theirs)
    await correct(payload, story, language, article, theirs)
  }
  if (story.outdated) await correct(payload, story, 'vi', made.article, way)
  return made.story
}

type Text = {
  readonly title: string
  readonly summary: string
  readonly byline: string
  readonly body: SerializedEditorState
  readonly cues?: CueList
}
const textOf = ({ title, summary, byline, body, cues }: SampleVersion, media: Ids): Text => ({
  title,
  summary,
  byline,
  body: fromRichText(body, ({ digest }) => media.get(digest.replace(/^picture:/, '')) ?? ''),
  ...(cues ? { cues } : {}),
})

const withSlip = (
  version: SampleVersion,
  { wrong, right }: { readonly wrong: string; readonly right: string },
): SampleVersion => {
  const before = JSON.stringify(version.body)
  const after = before.replace(JSON.stringify(right).slice(1, -1), JSON.stringify(wrong).slice(1, -1))
  return { ...version, body: JSON.parse(after) as SampleVersion['body'] }
}

/** A text that is further on its way was written by an earlier run, which was cut off behind it. */
const write = async (payload: Payload, article: string, person: Person, text: Text): Promise<void> => {
  const req = await createLocalReq({ user: await userOf(payload, person) }, payload)
  if ((await rowOf(req, article)).row.state !== 'draft') return
  const { rev } = await articleOf(req, article)
  await payload.update({ collection: 'articles', id: article, data: { ...text, rev } as never, overrideAccess: true, req })
}

type Way = {
  readonly author: Person
  readonly people: People
  readonly key: (...parts: readonly string[]) => string
  readonly final: Text
}

/** From a draft to the state in which the newsroom shall be found. */
const advance = async (payload: Payload, story: Story, language: Language, article: string, way: Way): Promise<void> => {
  const target = story.state[language]
  if (!target || target === 'draft') return
  const { people } = way
  const { verb, toReview, toApproved } = stepsOf(payload, story, language, article, way)
  await toReview('')
  if (target === 'revision' || target === 'review') return
  if (target === 'held') {
    await verb(people.chief, 'hold', { reason: story.reason?.[language] ?? '' })
    return
  }
  await toApproved('')
  if (target === 'approved') return
  if (target === 'scheduled') {
    const until = new Date(Date.now() + (story.schedule?.inHours ?? 24) * 3_600_000)
    until.setMinutes(0, 0, 0)
    await verb(people.chief, 'schedule', { until: until.toISOString(), embargo: story.schedule?.embargo ?? false })
    return
  }
  await verb(people.chief, 'release')
  if (target === 'withdrawn') await verb(people.chief, 'withdraw', { reason: story.reason?.[language] ?? '' })
}

/** The slip of the first release is put right, in the open. */
const correct = async (payload: Payload, story: Story, language: Language, article: string, way: Way): Promise<void> => {
  const slip = story.slip?.[language]
  if (story.state[language] !== ('corrected' satisfies TargetState) || !slip) return
  const { verb, toReview, toApproved } = stepsOf(payload, story, language, article, way)
  await verb(way.people.chief, 'reopen', { reason: slip.note })
  await write(payload, article, way.author, way.final)
  await toReview('correction')
  await toApproved('correction')
  await verb(way.people.chief, 'correct', { note: { kind: 'slip', text: slip.note, grade: slip.grade } })
}

const stepsOf = (payload: Payload, story: Story, language: Language, article: string, { author, people, key }: Way) => {
  const keyOf = (name: Verb, step: string) => key(language, name, step).replace(/-+$/, '')
  const verb = (person: Person, name: Verb, args: Parameters<typeof act>[4] = {}, step = '') =>
    act(payload, { person, key: keyOf(name, step) }, name, article, args)
  /** Of the text as it stands now; an earlier run may have signed it as it stood then. */
  const sign = async (person: Person, name: 'revised' | 'approve' | 'secondSign', step: string): Promise<void> => {
    const req = await createLocalReq({}, payload)
    if (await wasAnswered(req, person.id, keyOf(name, step))) return
    const { situation } = await read(req, article, person, new Date())
    await verb(person, name, { digest: situation.digest }, step)
  }
  return {
    verb,
    toReview: async (step: string): Promise<void> => {
      await verb(author, 'submit', { noSecrets: true }, step)
      if (language !== 'vi' && story.state[language] !== 'revision') await sign(people.reviser, 'revised', step)
    },
    toApproved: async (step: string): Promise<void> => {
      await sign(people.chief, 'approve', step)
      if (story.sovereignty) await sign(people['second-signer'], 'secondSign', step)
    },
  }
}
