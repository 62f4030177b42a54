/** Sample issues of the Bản tin, made as their people would make them. Keys are fixed: a run that was cut off is taken up. */
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { Plan, PlanEntry } from '#bulletin/plan'
import { LANGUAGES, type Language, type Person } from '#newsroom'
import { sha256 } from '#publication/canonical'
import type { SampleAddressee, SampleEntry, SampleIssue, SampleLicence } from '#sample/issue'
import type { PersonKey } from '#sample/people'
import { addLegalRules } from './bulletin/licence'
import { fromRichText } from './lexical'
import { allBulletins, bulletinOf, editionsOf, piecesOf } from './stores/bulletins'
import { addRecord, arrange, beginIssue } from './verbs/bulletin'
import { closeEdition, moveEditionBy, releaseIssue } from './verbs/edition'

export type IssuesWish = {
  readonly licence: SampleLicence
  readonly addressees: readonly SampleAddressee[]
  readonly issues: readonly SampleIssue[]
  readonly people: Readonly<Record<PersonKey, Person>>
  /** Ids by the keys of the sample. */
  readonly stories: ReadonlyMap<string, string>
  readonly media: ReadonlyMap<string, string>
  readonly mediaDir: string
}

export const makeSampleIssues = async (payload: Payload, wish: IssuesWish, progress: (done: string) => void): Promise<void> => {
  await addLegalRules(payload)
  const licence = await makeLicence(payload, wish.licence)
  progress('licence')
  for (const issue of wish.issues) {
    await makeIssue(payload, issue, licence, wish)
    progress(`bulletin ${issue.quarter}/${issue.year}`)
  }
}

const makeLicence = async (payload: Payload, licence: SampleLicence): Promise<string> => {
  const { issuer, publisher, name, purpose, frequency, printer, area, personResponsible, trim, ...facts } = licence
  const localized = { issuer, publisher, name, purpose, frequency, printer, area, personResponsible }
  const wordsIn = (language: Language) =>
    Object.fromEntries(Object.entries(localized).map(([field, words]) => [field, words[language]]))
  const found = await payload.db.findOne<{ id: string }>({ collection: 'licences', where: { number: { equals: facts.number } } })
  if (found) return String(found.id)
  const { id } = await payload.create({
    collection: 'licences',
    data: {
      ...facts,
      languages: [...facts.languages],
      trimWidth: trim.widthMm,
      trimHeight: trim.heightMm,
      ...wordsIn('vi'),
    } as never,
    locale: 'vi',
    overrideAccess: true,
  })
  for (const locale of LANGUAGES.filter((language) => language !== 'vi'))
    await payload.update({ collection: 'licences', id, data: wordsIn(locale) as never, locale, overrideAccess: true })
  return String(id)
}

const makeIssue = async (payload: Payload, issue: SampleIssue, licence: string, wish: IssuesWish): Promise<void> => {
  const { people } = wish
  const editor = people['bulletin-editor']
  const { year, quarter } = issue
  const key = (...parts: readonly string[]) => `sample-issue-${year}-${quarter}-${parts.join('-')}`
  const req = await createLocalReq({ user: { ...editor, collection: 'users' } as never }, payload)
  const id =
    (await allBulletins(req)).find((one) => one.year === year && one.quarter === quarter)?.id ??
    (await beginIssue(payload, { person: editor, key: key('begin') }, { year, quarter }))
  const bulletin = await bulletinOf(req, id)
  if (bulletin.plan.sections.every(({ entries }) => entries.length === 0))
    await arrange(payload, { person: editor, req }, id, {
      rev: bulletin.rev,
      plan: planOf(issue, wish),
      themes: issue.themes,
      cover: wish.media.get(issue.cover) ?? null,
      date: issue.date,
      licence,
      deadlines: issue.deadlines,
    })
  await writePieces(payload, req, id, issue, wish)
  if (issue.state !== 'finished') return
  for (const language of LANGUAGES) {
    const { state } = (await editionsOf(req, id))[language].row
    if (state === 'open')
      await closeEdition(payload, wish.mediaDir, { person: editor, key: key('close', language) }, id, language, {})
    const digest = (await editionsOf(req, id))[language].row.closed?.snapshot ?? ''
    if (state !== 'approved')
      await moveEditionBy(payload, { person: people.chief, key: key('approve', language) }, 'approve', id, language, { digest })
  }
  await releaseIssue(payload, { person: people.chief, key: key('release') }, id, LANGUAGES)
  for (const [index, { kind, addressee, address, copies }] of wish.addressees.entries())
    for (const language of LANGUAGES.filter((one) => copies[one] > 0))
      await addRecord(payload, { person: editor, key: key('record', String(index), language) }, id, {
        kind,
        language,
        date: dayAfter(issue.date, kind === 'deposit' ? 1 : 3),
        copies: copies[language],
        addressee,
        address,
        receipt: kind === 'deposit' ? `LC-${issue.year}-${issue.quarter}-${language.toUpperCase()}` : '',
      })
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const planOf = ({ year, quarter, sections }: SampleIssue, { stories, media }: IssuesWish): Plan => ({
  sections: sections.map(({ key, names, entries }) => ({
    id: idFrom(`${year}/${quarter}/${key}`),
    names,
    entries: entries.map((entry): PlanEntry => ({
      id: entryId({ year, quarter }, entry),
      slot: entry.slot,
      story: 'story' in entry ? (stories.get(entry.story) ?? null) : null,
      budget: { vi: null, en: null, ja: null, ...entry.budget },
      photos: (entry.photos ?? []).flatMap((photo) => media.get(photo) ?? []),
      notes: entry.notes ?? '',
    })),
  })),
})

/** The same whenever the sample is made. Hexadecimal digits are among those of a ULID. */
const idFrom = (name: string): string => sha256(name).slice(0, 26).toUpperCase()
const entryId = ({ year, quarter }: Pick<SampleIssue, 'year' | 'quarter'>, entry: SampleEntry): string =>
  idFrom(`${year}/${quarter}/${'story' in entry ? entry.story : entry.key}`)

const writePieces = async (
  payload: Payload,
  req: PayloadRequest,
  bulletin: string,
  issue: SampleIssue,
  { media }: IssuesWish,
): Promise<void> => {
  const pieces = await piecesOf(req, bulletin)
  for (const entry of issue.sections.flatMap(({ entries }) => entries)) {
    if ('story' in entry) continue
    for (const language of LANGUAGES) {
      const words = entry.piece[language]
      const piece = pieces.find((one) => one.entry === entryId(issue, entry) && one.language === language)
      if (!words || !piece || (piece.title ?? '') !== '') continue
      const body = fromRichText(words.body, ({ digest }) => media.get(digest.replace(/^picture:/, '')) ?? '')
      await payload.update({
        collection: 'pieces',
        id: piece.id,
        data: { ...words, body } as never,
        overrideAccess: true,
        req,
      })
    }
  }
}
