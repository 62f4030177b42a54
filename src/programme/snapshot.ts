/** The programme as the log takes it: a text among texts, with the running order beside it. Pure. */
import type { Language } from '#newsroom'
import type { ProgrammeFile, ProgrammeStep } from '#publication/programme'
import type { Snapshot } from '#publication/release'
import type { Block, Inline, RichText } from '#richtext'
import { timesOf } from './made'
import type { MadeFilm, MadeStep, Programme } from './made'
import { totalMs } from './timing'
import type { StepTimes } from './timing'
import { summaryOf } from './words'

/** What an approval of the programme binds. */
export const snapshotOf = (programme: Programme, files: readonly ProgrammeFile[]): Snapshot => {
  const times = timesOf(programme)
  return {
    schema: 1,
    item: programme.item,
    itemType: 'programme',
    language: programme.language,
    sourceLanguage: programme.language,
    slug: programmeSlug(programme),
    title: programme.title,
    summary: summaryOf(programme, programme.language),
    byline: programme.channel,
    class: 'official',
    sovereignty: false,
    topics: [],
    places: [],
    lead: programme.steps.find(({ poster }) => poster !== null)?.poster ?? null,
    body: programme.steps.flatMap(blocksOf),
    media: programme.media,
    programme: {
      airDate: programme.airDate,
      airTime: programme.airTime,
      presenter: programme.presenter,
      targetMs: programme.targetMs,
      totalMs: totalMs(times),
      steps: programme.steps.map((step, index) => stepOf(step, times[index] ?? { readMs: 0, clipMs: 0 })),
      files,
    },
  }
}

/** `chuong-trinh-2026-10-05-1730` · `programme-2026-10-05-1730` · `bangumi-2026-10-05-1730`: its address, and the name of its files. */
export const programmeSlug = ({ language, airDate, airTime }: Pick<Programme, 'language' | 'airDate' | 'airTime'>): string =>
  `${SLUG[language]}-${airDate}-${airTime.replace(':', '')}`

const SLUG: Readonly<Record<Language, string>> = { vi: 'chuong-trinh', en: 'programme', ja: 'bangumi' }

const stepOf = ({ id, kind, title, intro, script, text, film, poster }: MadeStep, times: StepTimes): ProgrammeStep => ({
  id,
  kind,
  title,
  intro,
  script,
  text,
  film: film === null ? null : filmOf(film),
  poster,
  readMs: times.readMs,
  clipMs: times.clipMs,
})

const filmOf = ({ file, link, clip, cues }: MadeFilm): NonNullable<ProgrammeStep['film']> => ({
  file: file?.digest ?? null,
  link,
  clip,
  cues,
})

/** Running order and what is read, for those who know no programmes. */
const blocksOf = ({ title, intro, script }: MadeStep): RichText => [
  { kind: 'heading', level: 2, children: words(title) },
  ...[intro, script].flatMap(paragraphsOf),
]

const paragraphsOf = (text: string): readonly Block[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', children: words(line) }))

const words = (text: string): readonly Inline[] => [{ kind: 'text', text, marks: [] }]
