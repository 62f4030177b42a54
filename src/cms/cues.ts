/** Cues at the newsroom's door: of the right shape, in their order, NFC. What is wrong with their times is told, never lost. */
import { z } from 'zod'
import { NewsroomError, type Language } from '#newsroom'
import { cleanLine } from '#text/normalise'
import { LATEST, type Cue, type CueList } from '#video/cue'
import { inOrder } from '#video/cues'
import { SUBTITLE_LIMITS } from '#video/subtitles'

const MOST_LINES = 8

const ms = z.number().int().min(0).max(LATEST)
const Shape = z
  .array(
    z.object({
      id: z.string().regex(/^[\w-]{1,64}$/),
      start: ms,
      end: ms,
      lines: z.array(z.string().max(SUBTITLE_LIMITS.cue)).max(MOST_LINES),
      speaker: z.string().max(120).nullable(),
      position: z.enum(['bottom', 'top']),
    }),
  )
  .max(SUBTITLE_LIMITS.cues)

/** Refuses what is no list of cues, and an id that stands twice (`text.invalid`). */
export const admitCues = (value: unknown, language: Language): CueList => {
  const parsed = Shape.safeParse(value)
  if (!parsed.success) throw new NewsroomError('text.invalid', { path: `cues.${parsed.error.issues[0]?.path.join('.') ?? ''}` })
  const seen = new Set<string>()
  for (const { id } of parsed.data) {
    if (seen.has(id)) throw new NewsroomError('text.invalid', { path: `cue.${id}` })
    seen.add(id)
  }
  return inOrder(
    parsed.data.map((cue): Cue => ({
      ...cue,
      lines: cue.lines.map((line) => cleanLine(line, language)),
      speaker: cue.speaker === null || cue.speaker.trim() === '' ? null : cleanLine(cue.speaker, language),
    })),
  )
}
