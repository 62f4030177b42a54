import type { PayloadRequest } from 'payload'
import { scopes } from '#editorial/permissions'
import { isMine, waitsFor } from '#editorial/queue'
import { LANGUAGES, type Language, type Person } from '#newsroom'
import { databaseNow } from '../database'
import type { StoryDoc } from '../snapshot'
import { cellsOf, personIn, storiesSeen, type Cells } from './cells'
import { outletsOf } from './outlets'

/** Home: my work, what waits for me, what is late, what just went out. */
export const homeOf = async (req: PayloadRequest, reader: Language) => {
  const person = personIn(req)
  const stories = await storiesSeen(req, person)
  const cells = await cellsOf(req, person, stories)
  const now = (await databaseNow(req.payload)).toISOString()
  const all = stories
    .flatMap((story) =>
      LANGUAGES.flatMap((language) => {
        const cell = cells.get(story.id)?.[language]
        return cell ? [{ story, cell }] : []
      }),
    )
    .filter(({ cell }) => cell.row.trashedAt === null)
  const line = ({ story, cell }: (typeof all)[number]) => ({
    article: cell.article,
    story: story.id,
    item: story.item,
    language: cell.row.language,
    title: cell.title || story.title,
    shown: cell.shown,
    due: cell.row.due,
    url: `/admin/collections/articles/${cell.article}`,
  })
  const open = all.filter(({ cell }) => cell.row.state !== 'approved')
  const released = all
    .filter(({ cell }) => cell.liveSeq !== null)
    .sort((a, b) => (b.cell.liveSeq ?? 0) - (a.cell.liveSeq ?? 0))
    .slice(0, 8)
  const outlets = await outletsOf(
    req,
    released.map(({ story }) => story.item),
    reader,
  )
  return {
    person: { id: person.id, name: person.name, roles: person.roles },
    mine: open.filter(({ cell }) => isMine(cell.row, person)).map(line),
    waiting: all.filter(({ cell }) => waitsFor(cell.row, person)).map(line),
    late: open.filter(({ cell }) => cell.row.due !== null && cell.row.due < now).map(line),
    released: released.map((one) => ({
      ...line(one),
      outlets: (outlets.get(one.story.item) ?? []).filter(({ language }) => language === one.cell.row.language),
    })),
    toTranslate: stories.flatMap((story) => {
      const own = cells.get(story.id) ?? {}
      const source = own[story.sourceLanguage]
      return missingFor(own, story, person).map((language) => ({
        source: source?.article ?? '',
        story: story.id,
        item: story.item,
        language,
        title: source?.title ?? story.title,
      }))
    }),
    counts: { stories: stories.length, texts: all.length, live: all.filter(({ cell }) => cell.liveSeq !== null).length },
    mayCreate: scopes(person, 'stories', 'create').size > 0,
  }
}

const missingFor = (cells: Cells, story: StoryDoc, person: Person): readonly Language[] => {
  const source = cells[story.sourceLanguage]
  if (
    !source ||
    !(source.row.ready || source.row.state === 'approved' || source.liveSeq !== null) ||
    source.shown.key === 'withdrawn'
  )
    return []
  return LANGUAGES.filter(
    (language) =>
      language !== story.sourceLanguage &&
      !cells[language] &&
      person.roles.includes('translator') &&
      person.skills[language].includes('translate'),
  )
}
