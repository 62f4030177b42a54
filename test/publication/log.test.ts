import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#newsroom'
import { keyOf, live, memoryLog } from '#publication/log'
import type { ReleaseRequest } from '#publication/log'
import { GENESIS, recordOf, seal } from '#publication/release'
import type { Snapshot } from '#publication/release'
import { at, channel, ITEM, logOf, OTHER_ITEM, snapshot, toCorrect, toRelease, toWithdraw } from '../builders'

const RUNS = process.env.PROOF ? 5_000 : 300
const clock = () => {
  let minute = 0
  return () => at(minute++)
}

describe('a release', () => {
  const better = snapshot('vi', { title: 'Cà phê Cầu Đất tới tay bạn đọc Nhật Bản' })
  const [first, second, third, fourth] = logOf(toRelease(), toCorrect(better), toWithdraw(), toRelease(better))
  it('carries its number, version, times and the digest of the one before', () =>
    expect(
      [first, second, third, fourth].map((release) => [
        release?.seq,
        release?.version,
        release?.kind,
        release?.at,
        release?.firstAt,
      ]),
    ).toEqual([
      [1, 1, 'release', at(0), at(0)],
      [2, 2, 'correction', at(1), at(0)],
      [3, 3, 'withdrawal', at(2), at(0)],
      [4, 4, 'release', at(3), at(0)],
    ]))
  it('is a link of a chain that begins at nothing', () =>
    expect([first?.prevDigest, second?.prevDigest, third?.prevDigest, fourth?.prevDigest]).toEqual([
      GENESIS,
      first?.digest,
      second?.digest,
      third?.digest,
    ]))
  it('says which one it corrects or takes back', () =>
    expect([second?.kind === 'correction' && second.of, third?.kind === 'withdrawal' && third.of]).toEqual([1, 2]))
  it('is closed by the digest of its record', () => expect(first && seal(recordOf(first))).toEqual(first))
})

describe('what the world may see', () => {
  it('is the newest text of each item and language', () => {
    const better = snapshot('vi', { summary: 'Bản sửa.' })
    const seen = live(logOf(toRelease(), toRelease(snapshot('en')), toCorrect(better)))
    expect([...seen].map(([key, { version, snapshot: text }]) => [key, version, text.summary])).toEqual([
      [keyOf(ITEM, 'vi'), 2, 'Bản sửa.'],
      [keyOf(ITEM, 'en'), 1, snapshot('en').summary],
    ])
  })
  it('is nothing of what was withdrawn, in that language and no other', () =>
    expect([...live(logOf(toRelease(), toRelease(snapshot('en')), toWithdraw())).keys()]).toEqual([keyOf(ITEM, 'en')]))
  it('is again what was released after a withdrawal', () =>
    expect([...live(logOf(toRelease(), toWithdraw(), toRelease())).values()].map(({ seq }) => seq)).toEqual([3]))
})

describe('the log of one process', () => {
  const log = () => memoryLog({ now: clock(), channels: () => [channel('portal'), channel('station', { languages: ['en'] })] })
  it('appends several languages together, or none', async () => {
    const three = log()
    await three.append([toRelease(), toRelease(snapshot('en'))], null)
    await expect(three.append([toWithdraw(), toWithdraw(snapshot('ja'))], null)).rejects.toThrow('move.notLive')
    expect(await three.after(0, 10)).toHaveLength(2)
    expect(await three.deliveries(ITEM, 'vi')).toEqual([
      { seq: 1, channel: 'portal', item: ITEM, language: 'vi', version: 1, kind: 'release', suited: true },
    ])
    await three.append([toWithdraw(), toWithdraw(snapshot('en'))], null)
    expect((await three.after(2, 10)).map(({ seq, kind, language }) => [seq, kind, language])).toEqual([
      [3, 'withdrawal', 'vi'],
      [4, 'withdrawal', 'en'],
    ])
  })
  it('hands them out behind a number, so many at a time', async () => {
    const many = log()
    for (const language of LANGUAGES) await many.append([toRelease(snapshot(language))], null)
    expect((await many.after(1, 1)).map(({ seq }) => seq)).toEqual([2])
    expect(await many.head()).toEqual({ seq: 3, digest: (await many.after(2, 1))[0]?.digest })
  })
  it('is empty at first', async () => expect(await log().head()).toEqual({ seq: 0, digest: GENESIS }))

  it(`numbers whatever happens without a gap, and shows what a simple model shows (${RUNS} histories)`, () => {
    const texts = [ITEM, OTHER_ITEM].flatMap((item) => LANGUAGES.map((language) => snapshot(language, { item })))
    const act = fc.record({
      text: fc.nat({ max: texts.length - 1 }),
      kind: fc.constantFrom('release' as const, 'correct' as const, 'withdraw' as const),
      edit: fc.nat({ max: 4 }),
    })
    return fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        const walked = log()
        const model = new Map<string, string>()
        for (const { text: index, kind, edit } of acts) {
          const text: Snapshot = { ...(texts[index] as Snapshot), byline: `Bản ${edit}` }
          const key = keyOf(text.item, text.language)
          const request: ReleaseRequest =
            kind === 'release' ? toRelease(text) : kind === 'correct' ? toCorrect(text) : toWithdraw(text)
          const allowed =
            kind === 'release' ? !model.has(key) : model.has(key) && (kind === 'withdraw' || model.get(key) !== text.byline)
          if (!allowed) await expect(walked.append([request], null)).rejects.toThrow()
          else {
            await walked.append([request], null)
            if (kind === 'withdraw') model.delete(key)
            else model.set(key, text.byline)
          }
        }
        const all = await walked.after(0, 1_000)
        expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1))
        expect(new Map([...live(all)].map(([key, { snapshot: text }]) => [key, text.byline]))).toEqual(model)
      }),
      { numRuns: RUNS },
    )
  })
})
