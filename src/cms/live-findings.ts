/** What the checks find in the text that readers see, where a newer draft lies before its editors. */
import type { PayloadRequest } from 'payload'
import type { Finding } from '#newsroom'
import type { TextRelease } from '#publication/release'
import { snapshotWords } from '#publication/words'
import { carry } from '#translation/lineage'
import { segmentsOf, targetSegmentsOf } from '#translation/segments'
import { findingsOf } from './findings'
import { basedOnRelease } from './following'
import { followsOf } from './snapshot'
import type { Read } from './situation'
import { translating } from './translating'

/** Without those that were waived or let stand, here with the release, there at the desk. */
export const openFindings = async (
  req: PayloadRequest,
  found: Read,
  goesOut: 'released' | 'waits',
): Promise<readonly Finding[]> => {
  const { situation, history } = found
  const release = history.at(-1)
  const isBehind = release && release.kind !== 'withdrawal' && release.snapshotDigest !== situation.digest
  const [findings, settled] =
    goesOut === 'released' && isBehind
      ? [
          await findingsOfLive(req, found, release),
          release.approvals.flatMap(({ waivers, dismissed = [] }) => [...waivers, ...dismissed]),
        ]
      : [situation.findings, [...situation.row.dismissed, ...situation.row.waivers]]
  const names = new Set(settled.map(({ finding }) => finding))
  return findings.filter(({ id }) => !names.has(id))
}

/** Beside the release of the source that it follows; what each segment renders is carried back from the draft. */
const findingsOfLive = (
  req: PayloadRequest,
  { source, translation, day }: Read,
  { snapshot, follows, at, by }: TextRelease,
): Promise<readonly Finding[]> => {
  const followed = source?.history.find(({ seq }) => seq === follows?.seq)
  if (!source || !translation || !followed || followed.kind === 'withdrawal')
    return findingsOf(req, { snapshot, basedOn: null, translation: null, day })
  const basedOn = basedOnRelease(source.article, followed)
  const words = snapshotWords(snapshot)
  const target = targetSegmentsOf(words, segmentsOf(basedOn.text))
  const lineage = carry(translation.lineage, translation.target, target, { by: by.id, at })
  const beside = translating({ basedOn, lineage, follows: followsOf(basedOn) }, words, basedOn)
  return findingsOf(req, { snapshot, basedOn, translation: beside, day })
}
