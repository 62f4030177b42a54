/** What the checks find in a text as it stands; the checks themselves are `translation/checks`. */
import type { PayloadRequest } from 'payload'
import type { Finding } from '#newsroom'
import type { Snapshot } from '#publication/release'
import { snapshotWords } from '#publication/words'
import { figuresOf, type Figure } from '#richtext'
import { FIELD_LIMITS, runChecks } from '#translation/checks/checks'
import type { CheckedPair } from '#translation/checks/types'
import { findTerms } from '#translation/glossary'
import { pairsOf, type Row } from '#translation/lineage'
import type { Pair, SegmentState } from '#translation/segment'
import { segmentsOf } from '#translation/segments'
import { cueFindings } from '#video/rules'
import { termbase } from './stores/terms'
import type { Translating } from './translating'
import type { BasedOn } from './snapshot'

/** `day`: civil day of the text, which decides what terms are valid. A source is checked by itself, a translation against its source. */
export const findingsOf = async (
  req: PayloadRequest,
  {
    snapshot,
    basedOn,
    translation,
    day,
  }: {
    readonly snapshot: Snapshot
    readonly basedOn: BasedOn | null
    readonly translation: Translating | null
    readonly day: string
  },
): Promise<readonly Finding[]> => {
  const base = await termbase(req)
  const to = snapshot.language
  const from = basedOn?.language ?? to
  const hits = (text: string | undefined, language: typeof to) => (text ? findTerms(text, base.matcher(language), day) : [])
  const pairs = translation
    ? translated(translation)
    : segmentsOf(snapshotWords(snapshot)).map((target) => alone({ source: null, target }))
  const found = runChecks(
    pairs.map((pair) => ({ ...pair, terms: { source: hits(pair.source?.plain, from), target: hits(pair.target?.plain, to) } })),
    {
      languages: { from, to },
      sovereignty: snapshot.sovereignty,
      fieldLimits: FIELD_LIMITS,
      ...(translation && { pictures: { source: figuresOf(translation.now.text.body), target: placed(snapshot, translation) } }),
    },
  )
  return [...found, ...subtitleFindings(snapshot, translation)]
}

/** What the cues break of the quality rules; ids stay while place and values stay. */
const subtitleFindings = ({ video, language }: Snapshot, translation: Translating | null): readonly Finding[] =>
  video === undefined
    ? []
    : cueFindings(video.cues, language, {
        durationMs: video.durationMs,
        ...(translation?.now.text.cues ? { source: translation.now.text.cues } : {}),
      }).map(({ cue, rule, severity, facts }) => ({
        id: `cue-${rule}:cue.${cue}:${Object.values(facts).join(',')}`,
        severity,
        kind: 'cue',
        where: `cue.${cue}`,
        facts,
      }))

/** The pictures of a translation, each where its alternative text stands: every picture has one, be it empty. */
const placed = ({ body }: Snapshot, { target }: Translating): readonly (Figure & { readonly path: string })[] => {
  const places = target.filter(({ kind }) => kind === 'alt')
  return figuresOf(body).map((figure, index) => ({ ...figure, path: places[index]?.path ?? '' }))
}

type Unhit = Omit<CheckedPair, 'terms'>

const alone = (pair: Pair): Unhit => ({ ...pair, state: null, leftOut: false })

/** The untouched copy of a source is nobody's words: only that it is empty is said of it. */
const translated = ({ rows }: Translating): readonly Unhit[] => {
  const byPath = new Map<string, Row>()
  for (const row of rows) {
    if (row.source && row.target === null) byPath.set(row.source.path, row)
    if (row.target) byPath.set(`target ${row.target.path}`, row)
  }
  return pairsOf(rows).map((pair) => {
    const row = pair.target ? byPath.get(`target ${pair.target.path}`) : byPath.get(pair.source?.path ?? '')
    const state = row ? stateOf(row) : null
    return { source: pair.source, target: state === 'empty' ? null : pair.target, state, leftOut: false }
  })
}

/** Words that nobody touched stay so when their source changes. */
const stateOf = ({ state, kept }: Row): SegmentState =>
  kept?.state === 'machine' || kept?.state === 'empty' ? kept.state : state
