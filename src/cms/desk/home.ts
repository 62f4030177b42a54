import type { PayloadRequest } from 'payload'
import { scopes } from '#editorial/permissions'
import { isMine, waitsFor } from '#editorial/queue'
import { LANGUAGES, type Language, type Person } from '#newsroom'
import { whereFor } from '../access'
import { databaseNow } from '../database'
import type { StoryDoc } from '../snapshot'
import { cellsOf, personIn, type Cells } from './cells'
import { outletsOf } from './outlets'

/** Home: my work, what waits for me, what is late, what just went out. */
export const homeOf = async (req: PayloadRequest, reader: Language) => {
  const person = personIn(req)
  const rule = whereFor(req, person, 'stories', 'read')
  const { docs: stories } =
    rule === false
      ? { docs: [] }
      : await req.payload.db.find<StoryDoc>({
          collection: 'stories',
          where: rule === true ? {} : rule,
          limit: 0,
          pagination: false,
          sort: '-updatedAt',
          req,
        })
  const cells = await cellsOf(req, person, stories)
  const now = (await databaseNow(req.payload)).toISOString()
  const all = stories
    .flatMap((story) =>
      LANGUAGES.flatMap((language) =>
        cells.get(story.id)?.[language] ? [{ story, cell: cells.get(story.id)![language]! }] : [],
      ),
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
    toTranslate: stories
      .filter((story) => missingFor(cells.get(story.id) ?? {}, story, person).length > 0)
      .flatMap((story) =>
        missingFor(cells.get(story.id) ?? {}, story, person).map((language) => ({
          source: cells.get(story.id)?.[story.sourceLanguage]?.article ?? '',
          story: story.id,
          item: story.item,
          language,
          title: cells.get(story.id)?.[story.sourceLanguage]?.title ?? story.title,
        })),
      ),
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
