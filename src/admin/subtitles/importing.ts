/** A file that was read, on the cues that are there: instead of them, or their times or words alone. Pure. */
import type { CueList } from '#video/cue'
import { change, pairCues, retime } from '#video/cues'
import type { CuesRead } from '#video/view'

export const IMPORT_MODES = ['replace', 'times', 'words'] as const
export type ImportMode = (typeof IMPORT_MODES)[number]

export type Importing = { readonly cues: CueList; readonly source: CueList; readonly fresh: () => string }
/** `matched`: how many of the cues that are there have a partner in the file. */
export type Imported = { readonly cues: CueList; readonly matched: number }

/**
 * `replace`: the file's cues, with the ids of those that they stand for (of the source's cues in a translation), so that what
 * hangs on a cue stays with it. `times` and `words`: what is there takes them from its partner; what has none keeps its own.
 */
export const imported = (
  mode: ImportMode,
  read: Pick<CuesRead, 'cues' | 'format'>,
  { cues, source, fresh }: Importing,
): Imported => {
  const file = withOwnIds(read, fresh)
  const partners = pairCues(cues, file)
  const matched = partners.filter((partner) => partner !== null).length
  switch (mode) {
    case 'replace':
      return { cues: named(file, source.length > 0 ? source : cues, fresh), matched }
    case 'times':
      return { cues: retime(cues, file), matched }
    case 'words': {
      const next = cues.reduce<CueList>((list, { id }, index) => {
        const partner = partners[index]
        return partner
          ? change(list, id, { lines: partner.lines, ...(partner.speaker === null ? {} : { speaker: partner.speaker }) })
          : list
      }, cues)
      return { cues: next, matched }
    }
  }
}

/** Ids that only count the cues of a file say nothing about ours: such a cue is found by its times. */
const withOwnIds = ({ cues, format }: Pick<CuesRead, 'cues' | 'format'>, fresh: () => string): CueList =>
  format === 'vtt' && cues.some(({ id }) => !/^c?\d+$/.test(id)) ? cues : cues.map((cue) => ({ ...cue, id: fresh() }))

const named = (file: CueList, ours: CueList, fresh: () => string): CueList => {
  const partners = pairCues(file, ours)
  const taken = new Set(partners.flatMap((partner) => (partner ? [partner.id] : [])))
  return file.map((cue, index) => {
    const id = partners[index]?.id ?? (taken.has(cue.id) ? fresh() : cue.id)
    return id === cue.id ? cue : { ...cue, id }
  })
}
