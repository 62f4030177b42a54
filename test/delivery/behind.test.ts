import { rmSync } from 'node:fs'
import RssParser from 'rss-parser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { knownOf } from '#delivery/known'
import { messageOf } from '#delivery/message'
import { openModel, type ModelDatabase } from '#delivery/read-model'
import type { CorrectionNote, Grade, Language } from '#newsroom'
import type { Release, ReleaseRequest, Snapshot, TextRelease } from '#publication/release'
import { at, following, ITEM, logOf, OTHER_ITEM, snapshot, toCorrect, toRelease, toWithdraw } from '../builders'
import { PUBLIC, publicBench, type PublicBench } from './public-bench'
import { until } from './dispatch-bench'

/** What happens next, given what happened. */
type Step = (log: readonly Release[]) => ReleaseRequest
/** `vi1`: the first version in Vietnamese; `vi`: a draft of it, before its first release. */
type Source = `${Language}${number | ''}`

const RECTIFIED: CorrectionNote = {
  kind: 'rectification',
  text: 'Xin lỗi.',
  wrong: '185',
  right: '18,5',
  publishedOn: '2026-11-24',
}
const text = (language: Language, changes: Partial<Snapshot> = {}) => snapshot(language, { lead: null, media: [], ...changes })
const made = <R extends ReleaseRequest>(request: R, source: Source | undefined, log: readonly Release[]): R => {
  if (source === undefined) return request
  const [language, version] = [source.slice(0, 2) as Language, Number(source.slice(2))]
  const found = log.find((release) => release.language === language && release.version === version)
  return following(request, (found as TextRelease | undefined) ?? null, { language })
}
const out =
  (language: Language, source?: Source): Step =>
  (log) =>
    made(toRelease(text(language)), source, log)
const corrected =
  (language: Language, how: Grade | CorrectionNote | 'ungraded', source?: Source): Step =>
  (log) => {
    const note: CorrectionNote =
      typeof how === 'object' ? how : { kind: 'slip', text: 'Sửa.', ...(how === 'ungraded' ? {} : { grade: how }) }
    return made(toCorrect(text(language, { byline: `Bản ${log.length}` }), note), source, log)
  }
/** The words stay as they are: they hold for the newer source as well. */
const confirmed =
  (language: Language, source: Source): Step =>
  (log) =>
    made(toCorrect(text(language), { kind: 'slip', text: 'Vẫn đúng.', grade: 'typo' }), source, log)
const withdrawn =
  (language: Language): Step =>
  () =>
    toWithdraw(text(language))
/** Let out although it was known to be behind. */
const waived =
  (step: Step): Step =>
  (log) => {
    const request = step(log)
    if (!('approvals' in request)) return request
    const waiver = { finding: 'stale', kind: 'stale', reason: 'Tin khẩn.', facts: {} }
    return { ...request, approvals: request.approvals.map((approval) => ({ ...approval, waivers: [waiver] })) }
  }

const requestsOf = (steps: readonly Step[]) =>
  steps.reduce<readonly ReleaseRequest[]>((requests, step) => [...requests, step(logOf(...requests))], [])
const told = (...steps: readonly Step[]) => logOf(...requestsOf(steps))

/** `en` behind the second version in Vietnamese: `vi2`; of one that was taken down: `vi2 withdrawn`. */
const behind = (language: Language, steps: readonly Step[]): string | null => {
  const found = knownOf(told(...steps)).behind(language)
  return found && `${found.language}${found.version}${found.live ? '' : ' withdrawn'}`
}

describe('a translation, from the log alone', () => {
  const both = [out('vi'), out('en', 'vi1')]
  const chain = [...both, out('ja', 'en1')]

  it.each<[string, Language, readonly Step[], string | null]>([
    ['of a source that nobody changed is not behind', 'en', both, null],
    ['is behind a major correction', 'en', [...both, corrected('vi', 'major')], 'vi2'],
    ['is behind a legal rectification', 'en', [...both, corrected('vi', RECTIFIED)], 'vi2'],
    ['is not behind a minor correction', 'en', [...both, corrected('vi', 'minor')], null],
    ['is not behind a typo', 'en', [...both, corrected('vi', 'typo')], null],
    ['is not behind a correction that nobody graded', 'en', [...both, corrected('vi', 'ungraded')], null],
    ['stays behind while typos follow', 'en', [...both, corrected('vi', 'major'), corrected('vi', 'typo')], 'vi3'],
    ['is behind a source that was taken down', 'en', [...both, withdrawn('vi')], 'vi2 withdrawn'],
    ['is behind a source that was taken down and came back', 'en', [...both, withdrawn('vi'), out('vi')], 'vi3'],
    ['catches up by its own correction', 'en', [...both, corrected('vi', 'major'), corrected('en', 'typo', 'vi2')], null],
    ['catches up by saying that its words still hold', 'en', [...both, corrected('vi', 'major'), confirmed('en', 'vi2')], null],
    [
      'does not catch up by correcting something else',
      'en',
      [...both, corrected('vi', 'major'), corrected('en', 'typo', 'vi1')],
      'vi2',
    ],
    [
      'that comes after the correction that it follows is not behind',
      'en',
      [out('vi'), corrected('vi', 'major'), out('en', 'vi2')],
      null,
    ],
    [
      'that an approver let out although it is behind is behind',
      'en',
      [out('vi'), corrected('vi', 'major'), waived(out('en', 'vi1'))],
      'vi2',
    ],
    ['that was taken down is behind nothing', 'en', [...both, corrected('vi', 'major'), withdrawn('en')], null],
    ['says nothing where the log does not name its source', 'en', [out('vi'), out('en'), corrected('vi', 'major')], null],
    ['is no matter of the source', 'vi', [...both, corrected('en', 'major')], null],

    ['made before its source was out is not behind its first release', 'en', [out('en', 'vi'), out('vi')], null],
    ['… nor where no source ever came out', 'en', [waived(out('en', 'vi'))], null],
    ['… unless its approver knew that it was', 'en', [waived(out('en', 'vi')), out('vi')], 'vi1'],
    ['… but behind what was corrected since', 'en', [out('vi'), out('en', 'vi'), corrected('vi', 'major')], 'vi2'],

    ['of a translation is behind what that was made from', 'ja', [...chain, corrected('vi', 'major')], 'vi2'],
    ['… also while that is behind itself', 'en', [...chain, corrected('vi', 'major')], 'vi2'],
    [
      '… until that catches up without a change that matters',
      'ja',
      [...chain, corrected('vi', 'major'), confirmed('en', 'vi2')],
      null,
    ],
    [
      '… and behind that, when it changed with it',
      'ja',
      [...chain, corrected('vi', 'major'), corrected('en', 'major', 'vi2')],
      'en2',
    ],
    ['… behind the farthest of two', 'ja', [...chain, corrected('en', 'major', 'vi1'), corrected('vi', 'major')], 'vi2'],
    ['… is behind when that was taken down', 'ja', [...chain, withdrawn('en')], 'en2 withdrawn'],
    ['… or the first source', 'ja', [...chain, withdrawn('vi')], 'vi2 withdrawn'],
    [
      'each made from the other comes to an end',
      'ja',
      [out('en', 'ja'), out('ja', 'en1'), corrected('en', 'major', 'ja1')],
      'en2',
    ],
  ])('%s', (_, language, steps, found) => expect(behind(language, steps)).toBe(found))

  it('names the newer source as it can be read now', () =>
    expect(knownOf(told(...both, corrected('vi', 'major'))).behind('en')).toEqual({
      language: 'vi',
      version: 2,
      at: at(2),
      live: { slug: text('vi').slug, title: text('vi').title },
    }))

  it('is pushed with a note to the desk when it was let out behind, the same at every attempt', () => {
    const log = told(out('vi'), corrected('vi', 'major'), waived(out('en', 'vi1')), withdrawn('vi'))
    const message = (history: readonly Release[]) => messageOf(log[2] as Release, { kind: 'release', history, publicUrl: PUBLIC })
    expect(message(log).data.edNote).toBe(
      'The source text has changed since it was translated; this translation may be out of date.',
    )
    expect(message(log)).toEqual(message(log.slice(0, 3)))
  })
})

describe('readers and outlets', () => {
  let bench: PublicBench
  beforeEach(() => void (bench = publicBench()))
  afterEach(() => bench.end())

  const VI = '/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban'
  const EN = '/en/cau-dat-coffee-reaches-japan'
  const JA = '/ja/cau-dat-coffee-reaches-japan-ja'
  const CHANGED = 'The source text has changed since it was translated; this translation may be out of date.'
  const bodyOf = (path: string) => bench.resource(path)?.body.bytes.toString('utf8') ?? ''
  const dataOf = (path: string) =>
    JSON.parse(bodyOf(path)) as {
      edNote?: string
      associations: { name: string }[]
      languages: { language: string; behind?: unknown }[]
    }
  const newer = (language: Language) =>
    dataOf(`/v1/items/${ITEM}/${language}`).associations.filter(({ name }) => name === 'newer-source')
  const notice = (path: string) => /<p class="behind" role="note">.*<\/p>/.exec(bodyOf(path))?.[0] ?? null
  /** One after the other, each visible before the next is written. */
  const happens = async (...steps: readonly Step[]) => {
    for (const step of steps) {
      await bench.release(step(await bench.log().of(ITEM)))
      await bench.caughtUp()
      bench.tick(100)
    }
  }
  const chain = [out('vi'), out('en', 'vi1'), out('ja', 'en1')]
  const stateOf = (path: string) => {
    const { body, modified } = bench.resource(path) ?? { body: { etag: '' }, modified: 0 }
    return { etag: body.etag, modified }
  }

  /** All that is stored of the generation in use. */
  const everything = async (): Promise<readonly (readonly [unknown, unknown])[]> => {
    const db: ModelDatabase = openModel(bench.modelFolder, { readOnly: true })
    try {
      const { generation } = bench.meta()
      return [...db.getRange()].flatMap(({ key, value }) => (key[0] === generation ? [[key.slice(1), value] as const] : []))
    } finally {
      await db.close()
    }
  }
  const rebuilt = async () => {
    const { generation } = bench.meta()
    bench.project({ rebuild: true })
    await until(() => bench.meta().generation > generation)
    return everything()
  }

  it('find a translation changed by a major correction of its source, though nothing of it was released', async () => {
    bench.project()
    await bench.serve()
    await happens(out('vi'), out('en', 'vi1'))
    const paths = [EN, `/v1/items/${ITEM}/en`]
    const before = paths.map(stateOf)
    expect([notice(EN), newer('en'), dataOf(`/v1/items/${ITEM}`).languages.map((each) => each.behind)]).toEqual([
      null,
      [],
      [undefined, undefined],
    ])

    await happens(corrected('vi', 'major'))
    expect(notice(EN)).toBe(
      `<p class="behind" role="note">${CHANGED} <a class="screen" href="${VI}" hreflang="vi">Read the Vietnamese source text</a></p>`,
    )
    expect(dataOf(`/v1/items/${ITEM}/en`).edNote).toBe(CHANGED)
    expect(newer('en')).toMatchObject([{ rel: 'translationOf', language: 'vi', version: '2', pubStatus: 'usable' }])
    expect(dataOf(`/v1/items/${ITEM}`).languages).toMatchObject([
      { language: 'vi' },
      { language: 'en', version: 1, behind: { language: 'vi', version: 2 } },
    ])
    for (const [index, path] of paths.entries()) {
      const [was, is] = [before[index], stateOf(path)]
      expect(is.etag).toMatch(/^"r3-/)
      expect(is.modified).toBeGreaterThan(was?.modified ?? 0)
      // Whoever asks with the tag of yesterday is given the notice.
      const answer = await bench.get(path, { 'if-none-match': was?.etag ?? '' })
      expect([answer.status, answer.headers.etag]).toEqual([200, is.etag])
    }
    expect((await new RssParser().parseString(bodyOf('/feeds/en/articles.rss'))).items[0]?.['content:encoded']).not.toContain(
      'out of date',
    )
    expect((await bench.get('/v1/changes?after=2')).body).not.toContain('"language":"en"')
  })

  it('are led to no page of a source that was taken down', async () => {
    bench.project()
    await happens(...chain, withdrawn('vi'))
    const gone = (words: string) => `<p class="behind" role="note">${words}</p>`
    expect([notice(EN), notice(JA)]).toEqual([
      gone('The source text has been withdrawn since it was translated; this translation may no longer be accurate.'),
      gone('翻訳後に原文が取り下げられたため、この訳文の内容は正確でない可能性があります。'),
    ])
    expect([EN, JA].filter((path) => bodyOf(path).includes(VI))).toEqual([])
    expect(newer('ja')).toMatchObject([{ language: 'vi', version: '2', pubStatus: 'canceled' }])
    expect(JSON.stringify(newer('ja'))).not.toContain('http')
  })

  it('see the notice come and go along a chain', async () => {
    bench.project()
    await happens(...chain, corrected('vi', 'minor'))
    expect([VI, EN, JA].map(notice)).toEqual([null, null, null])
    await happens(corrected('vi', 'major'))
    expect([VI, EN, JA].map((path) => /href="[^"]*"/.exec(notice(path) ?? '')?.[0])).toEqual([
      undefined,
      `href="${VI}"`,
      `href="${VI}"`,
    ])
    const before = stateOf(JA)
    await happens(corrected('en', 'major', 'vi3'))
    expect([notice(EN), /href="[^"]*"/.exec(notice(JA) ?? '')?.[0]]).toEqual([null, `href="${EN}"`])
    expect(stateOf(JA).modified).toBeGreaterThan(before.modified)
    await happens(corrected('ja', 'typo', 'en2'))
    expect([VI, EN, JA].map(notice)).toEqual([null, null, null])
    expect(newer('ja')).toEqual([])
  })

  it('of another story see nothing of it', async () => {
    bench.project()
    await bench.release(toRelease(text('vi', { item: OTHER_ITEM, slug: 'bai-khac' })))
    await happens(out('vi'), out('en', 'vi1'))
    const before = [stateOf('/vi/bai-khac'), stateOf('/en')]
    await happens(corrected('vi', 'major'))
    expect([stateOf('/vi/bai-khac'), stateOf('/en')]).toEqual(before)
  })

  it('are told after a restart what came meanwhile', async () => {
    const first = bench.project()
    await happens(...chain)
    await first.stop()
    for (const step of [corrected('vi', 'major'), confirmed('en', 'vi2')]) await bench.release(step(await bench.log().of(ITEM)))
    expect([EN, JA].map(notice)).toEqual([null, null])
    const second = bench.project()
    await bench.caughtUp()
    expect([EN, JA].map(notice)).toEqual([null, null])
    await second.stop()
    await bench.release(corrected('vi', 'major')(await bench.log().of(ITEM)))
    bench.project()
    await bench.caughtUp()
    expect([EN, JA].map((path) => notice(path) !== null)).toEqual([true, true])
  })

  it('read the same from a model that is built anew, to the byte', async () => {
    const first = bench.project()
    const steps = [
      ...chain,
      corrected('vi', 'major'),
      corrected('en', 'major', 'vi2'),
      withdrawn('vi'),
      out('vi'),
      waived(corrected('ja', 'minor', 'en2')),
      withdrawn('en'),
      out('en', 'vi4'),
      corrected('vi', RECTIFIED),
    ]
    await happens(...steps)
    expect([EN, JA].map((path) => /href="[^"]*"/.exec(notice(path) ?? '')?.[0])).toEqual([`href="${VI}"`, `href="${VI}"`])
    await first.stop()
    const before = await everything()
    expect(await rebuilt()).toEqual(before)
    // And from nothing but the log.
    rmSync(bench.modelFolder, { recursive: true })
    await until(() => bench.meta().generation === 1 && bench.meta().seq === steps.length)
    expect(await everything()).toEqual(before)
  })

  it('are told of a source that was taken down although the log is stuck before it', async () => {
    const first = bench.project()
    await happens(...chain)
    const picture = bench.picture('mất', { stored: false })
    const stuck = toRelease(text('vi', { item: OTHER_ITEM, slug: 'ket', media: [picture] }))
    await bench.release(stuck)
    for (const step of [corrected('vi', 'major'), withdrawn('vi')]) await bench.release(step(await bench.log().of(ITEM)))
    await until(() => notice(EN)?.includes('withdrawn') ?? false)
    expect(notice(JA)).toContain('取り下げ')
    bench.bring()
    await bench.caughtUp()
    await happens(out('vi'), confirmed('en', 'vi4'))
    expect([notice(EN), notice(JA)]).toEqual([null, null])
    await first.stop()
    const texts = (all: readonly (readonly [unknown, unknown])[]) => all.filter(([key]) => (key as string[])[0] === 'text')
    const before = texts(await everything())
    expect(before.map(([, value]) => (value as { trail: { seq: number }[] }).trail.map(({ seq }) => seq))).toContainEqual([
      1, 5, 6, 7,
    ])
    expect(texts(await rebuilt())).toEqual(before)
  })
})
