import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentsDigest, differences } from '#programme/differences'
import { cuesOfClip, type MadeStep, type Programme } from '#programme/made'
import { programmeSlug, snapshotOf } from '#programme/snapshot'
import { differenceSentence } from '#programme/words'
import { LANGUAGES } from '#newsroom'
import { snapshotDigest } from '#publication/release'
import { plainText } from '#richtext'
import { digestOf } from '../builders'
import { FILM, POSTER, programmeIn, STEPS, withStep } from './programme-fixture'

const programme = programmeIn()
const cue = (start: number, end: number) => ({
  id: `c${start}`,
  start,
  end,
  lines: ['Cà phê'],
  speaker: null,
  position: 'bottom' as const,
})

describe('subtitles of a part of a film', () => {
  it('are cut to it and counted from its beginning', () =>
    expect(
      cuesOfClip([cue(0, 4_000), cue(4_000, 6_000), cue(6_000, 9_000), cue(9_500, 11_000), cue(10_000, 12_000)], {
        from: 5_000,
        to: 10_000,
      }),
    ).toEqual([
      { ...cue(4_000, 6_000), start: 0, end: 1_000 },
      { ...cue(6_000, 9_000), start: 1_000, end: 4_000 },
      { ...cue(9_500, 11_000), start: 4_500, end: 5_000 },
    ]))
  it('stay within it and keep their order', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 5_000 }))),
        fc.nat(15_000),
        fc.integer({ min: 1, max: 9_000 }),
        (cues, from, length) => {
          const cut = cuesOfClip(
            cues.map(([start, duration]) => cue(start, start + duration)),
            { from, to: from + length },
          )
          expect(cut.every(({ start, end }) => start >= 0 && start < end && end <= length)).toBe(true)
        },
      ),
    ))
})

describe('what an approval binds', () => {
  const film = (change: (film: NonNullable<MadeStep['film']>) => MadeStep['film']) => (step: MadeStep) => ({
    ...step,
    film: step.film && change(step.film),
  })
  const { opening, harvest, visit, closing } = STEPS
  const CASES: readonly [string, string, Programme][] = [
    [
      'a comma in a script',
      `script ${visit} script`,
      withStep(programme, visit, (step) => ({ ...step, script: `${step.script},` })),
    ],
    ['an intro', `intro ${harvest} intro`, withStep(programme, harvest, (step) => ({ ...step, intro: '' }))],
    ['the title of a step', `title ${opening} title`, withStep(programme, opening, (step) => ({ ...step, title: 'Hello' }))],
    [
      'a text that was corrected',
      `text ${visit} text`,
      withStep(programme, visit, (step) => ({ ...step, text: step.text && { ...step.text, digest: digestOf('new') } })),
    ],
    [
      'the out point',
      `clip ${harvest} clip`,
      withStep(
        programme,
        harvest,
        film((is) => ({ ...is, clip: { from: 5_000, to: 17_501 } })),
      ),
    ],
    [
      'another film',
      `clip ${harvest} file`,
      withStep(
        programme,
        harvest,
        film((is) => ({ ...is, file: { digest: digestOf('other'), ext: 'webm' } })),
      ),
    ],
    [
      'no film',
      `clip ${visit} film`,
      withStep(
        programme,
        visit,
        film(() => null),
      ),
    ],
    [
      'a subtitle',
      `cues ${harvest} cues`,
      withStep(
        programme,
        harvest,
        film((is) => ({ ...is, cues: [] })),
      ),
    ],
    [
      'a caption',
      `poster ${harvest} poster`,
      withStep(programme, harvest, (step) => ({ ...step, poster: step.poster && { ...step.poster, caption: '' } })),
    ],
    [
      'other forms of a picture',
      `poster ${harvest} ${POSTER}`,
      {
        ...programme,
        media: programme.media.map((medium) => (medium.digest === POSTER ? { ...medium, renditions: [] } : medium)),
      },
    ],
    ['the order', `order ${closing} place`, { ...programme, steps: [3, 0, 1, 2].flatMap((n) => programme.steps[n] ?? []) }],
    [
      'a step less',
      `removed ${visit} ${programme.title} 3`,
      { ...programme, steps: programme.steps.filter(({ id }) => id !== visit) },
    ],
    ['the presenter', 'presenter null presenter', { ...programme, presenter: 'Bùi Minh Thu' }],
    ['day and hour', 'time null airDate, airTime', { ...programme, airDate: '2026-10-06', airTime: '18:00' }],
    ['target and pace', 'target null targetMs, pace', { ...programme, targetMs: 1, pace: 99 }],
    ['the channel', 'channel null channel', { ...programme, channel: 'VTV4' }],
    ['its name', 'title null title', { ...programme, title: 'x' }],
    [
      'media that nothing shows',
      'poster null media',
      { ...programme, media: [...programme.media, { digest: digestOf('x'), renditions: [] }] },
    ],
  ]
  it.each(CASES)('%s', (_, said, changed) => {
    expect(contentsDigest(changed)).not.toBe(contentsDigest(programme))
    expect(differences(programme, changed).map(({ kind, step, what }) => `${kind} ${step} ${what}`)).toEqual([said])
  })
  it('a step more', () =>
    expect(
      differences(
        withStep(programme, visit, (step) => ({ ...step, id: 'new' })),
        programme,
      ).map(({ kind }) => kind),
    ).toEqual(['added', 'removed']))
  it('not the order in which media are listed', () => {
    const one = { ...programme, media: [...programme.media, { digest: digestOf('a'), renditions: [] }] }
    const other = { ...one, media: one.media.toReversed() }
    expect(differences(one, other)).toEqual([])
    expect(contentsDigest(one)).toBe(contentsDigest(other))
  })
  it('says what changed exactly when the digest is another', () =>
    fc.assert(
      fc.property(
        fc.subarray(CASES as [string, string, Programme][]),
        fc.shuffledSubarray([...programme.steps]),
        (some, steps) => {
          const changed = some.reduce((so, [, , next]) => ({ ...so, presenter: next.presenter, media: next.media }), {
            ...programme,
            steps,
          })
          expect(differences(programme, changed).length > 0).toBe(contentsDigest(programme) !== contentsDigest(changed))
        },
      ),
      { numRuns: 60 },
    ))
  it.each(LANGUAGES)('each difference has its sentence in %s', (language) => {
    for (const [, , changed] of CASES)
      for (const difference of differences(programme, changed))
        expect(differenceSentence(difference, () => 'Coffee', language)).not.toMatch(/^changed\.|\{\{/)
  })
})

describe('the snapshot of a programme', () => {
  const files = [{ kind: 'scriptTxt', step: null, digest: digestOf('txt'), ext: 'txt', mime: 'text/plain', bytes: 9 }] as const
  const snapshot = snapshotOf(programme, files)
  it('is called by its programme', () => {
    const { title, slug, summary, byline, itemType, item, language, sourceLanguage, lead, class: of } = snapshot
    expect({ title, slug, summary, byline, itemType, item, language, sourceLanguage, lead, of }).toEqual({
      title: 'Lam Dong Weekly',
      slug: 'programme-2026-10-05-1730',
      summary: 'On air at 17:30, 5 October 2026. Items: 2.',
      byline: 'Lam Dong Radio & Television',
      itemType: 'programme',
      item: programme.item,
      language: 'en',
      sourceLanguage: 'en',
      lead: programme.steps[1]?.poster,
      of: 'official',
    })
  })
  it('has an address in every language', () =>
    expect(LANGUAGES.map((language) => programmeSlug(programmeIn(language)))).toEqual([
      'chuong-trinh-2026-10-05-1730',
      'programme-2026-10-05-1730',
      'bangumi-2026-10-05-1730',
    ]))
  it('reads as running order for those who know no programmes', () =>
    expect(plainText(snapshot.body)).toBe(
      programme.steps
        .flatMap(({ title, intro, script }) => [title, intro, ...script.split('\n')])
        .filter((line) => line !== '')
        .join('\n\n'),
    ))
  it('keeps posters and films, so that whoever gets it can fetch both', () => {
    expect(snapshot.media).toEqual(programme.media)
    expect(snapshot.programme?.steps[1]?.film).toEqual({
      file: FILM,
      link: null,
      clip: { from: 5_000, to: 17_500 },
      cues: programme.steps[1]?.film?.cues,
    })
  })
  it('knows every length', () => {
    const { totalMs, steps } = snapshot.programme ?? { totalMs: 0, steps: [] }
    expect(steps.map(({ readMs, clipMs }) => [readMs, clipMs])).toEqual([
      [2_800, 0],
      [8_000, 12_500],
      [3_600, 8_000],
      [3_200, 0],
    ])
    expect(totalMs).toBe(steps.reduce((sum, { readMs, clipMs }) => sum + readMs + clipMs, 0))
  })
  it('is JSON that can be hashed, with files and all', () =>
    expect(snapshotDigest(snapshot)).not.toBe(snapshotDigest(snapshotOf(programme, []))))
})
