import { describe, expect, it } from 'vitest'
import type { Person } from '#newsroom'
import { assignable } from '../../src/admin/article/assignable'
import { isMoving, newestPerChannel } from '../../src/admin/article/outlets'
import { summary } from '../../src/admin/stories/outlets'
import { argsOf, asksFirst, doorOf, gapsOf, inOrder, nameKey, NO_ANSWERS, type VerbScene } from '../../src/admin/article/verbs'

const scene: VerbScene = { isSource: true, ready: false, releasedBefore: false, claimedByOther: false }
const none = { reasonNeeded: false, toWaive: [], handedOver: false }

describe('a dialog of a verb', () => {
  it('wants what the table asks, and says which answer is missing', () => {
    expect(gapsOf(['reason'], NO_ANSWERS, none)).toEqual(['reason'])
    expect(gapsOf(['reason'], { ...NO_ANSWERS, reason: 'Sai tên xã ở đoạn 2' }, none)).toEqual([])
    expect(gapsOf(['noSecrets'], NO_ANSWERS, none)).toEqual(['noSecrets'])
    expect(gapsOf(['time'], NO_ANSWERS, none)).toEqual(['until'])
    expect(gapsOf(['reason', 'languages'], { ...NO_ANSWERS, reason: 'Tin chưa kiểm chứng' }, none)).toEqual(['languages'])
  })

  it('wants a note that readers can read; a rectification also what was wrong, what is right, and the day', () => {
    expect(gapsOf(['note'], { ...NO_ANSWERS, noteText: 'Sửa số liệu ở đoạn 3.' }, none)).toEqual([])
    const rectification = {
      ...NO_ANSWERS,
      noteKind: 'rectification',
      noteText: 'Xin lỗi bạn đọc.',
      wrong: '12 tỷ đồng',
      right: '1,2 tỷ đồng',
    } as const
    expect(gapsOf(['note'], rectification, none)).toEqual(['note'])
    expect(gapsOf(['note'], { ...rectification, publishedOn: '2026-11-20' }, none)).toEqual([])
  })

  it('wants a grade where translations exist; a legal rectification grades itself', () => {
    const asks = ['note', 'gradeIfHandedOver']
    const slip = { ...NO_ANSWERS, noteText: 'Sửa tên xã.' }
    expect([
      gapsOf(asks, slip, none),
      gapsOf(asks, slip, { ...none, handedOver: true }),
      gapsOf(asks, { ...slip, grade: 'minor' }, { ...none, handedOver: true }),
      gapsOf(['grade'], NO_ANSWERS, none),
    ]).toEqual([[], ['grade'], [], ['grade']])
    expect(argsOf('correct', { ...slip, grade: 'minor' }, scene)).toEqual({
      note: { kind: 'slip', text: 'Sửa tên xã.', grade: 'minor' },
    })
  })

  it('wants a reason for every critical finding that is waived, and for a source that changed a little', () => {
    const facts = { reasonNeeded: true, toWaive: ['number:3', 'date:1'], handedOver: false }
    expect(
      gapsOf(['waivers', 'noteIfStale'], { ...NO_ANSWERS, waivers: { 'number:3': 'Đã đối chiếu công văn' } }, facts),
    ).toEqual(['reason', 'waivers'])
  })

  it('sends what its verb asks and nothing else', () => {
    const answers = {
      ...NO_ANSWERS,
      reason: ' Thiếu nguồn ',
      suggestion: 'Theo Sở Công Thương,',
      noSecrets: true,
      until: '2026-11-24T23:00:00.000Z',
      languages: ['vi'] as const,
    }
    expect(argsOf('return', answers, scene)).toEqual({ reason: 'Thiếu nguồn', suggestion: 'Theo Sở Công Thương,' })
    expect(argsOf('submit', answers, scene)).toEqual({ noSecrets: true })
    expect(argsOf('release', answers, scene)).toEqual({})
    expect(argsOf('schedule', answers, scene)).toEqual({
      until: '2026-11-24T23:00:00.000Z',
      embargo: false,
      reason: 'Thiếu nguồn',
    })
    expect(argsOf('correct', { ...answers, noteText: ' Sửa ngày. ' }, scene)).toEqual({
      note: { kind: 'slip', text: 'Sửa ngày.' },
    })
    expect(
      argsOf('approve', { ...NO_ANSWERS, looked: 'a1', waivers: { 'link:1': 'Đổi tên miền', 'number:2': '' } }, scene),
    ).toEqual({
      digest: 'a1',
      waivers: [{ finding: 'link:1', reason: 'Đổi tên miền' }],
    })
    expect((['revised', 'secondSign'] as const).map((verb) => argsOf(verb, { ...NO_ANSWERS, looked: 'a1' }, scene))).toEqual([
      { digest: 'a1' },
      { digest: 'a1' },
    ])
    expect(argsOf('ready', answers, { ...scene, ready: true })).toEqual({ ready: false })
  })

  it('is spared where one more press undoes it, but not for taking over from a colleague', () => {
    expect([
      asksFirst('claim', scene),
      asksFirst('claim', { ...scene, claimedByOther: true }),
      asksFirst('withdraw', scene),
    ]).toEqual([false, true, true])
  })

  it('names a translation, a second release and a taking over by their own words', () => {
    expect(nameKey('submit', { ...scene, isSource: false })).toBe('verb.submit.translation')
    expect(nameKey('release', { ...scene, releasedBefore: true })).toBe('verb.release.again')
    expect(nameKey('claim', { ...scene, claimedByOther: true })).toBe('verb.claim.over')
  })

  it('stands in one order, from the everyday to the last resort', () => {
    const offers = ['trash', 'withdraw', 'approve', 'submit', 'unknown'].map((verb) => ({ verb }))
    expect(inOrder(offers).map(({ verb }) => verb)).toEqual(['submit', 'approve', 'withdraw', 'trash'])
  })
})

describe('the door of a verb', () => {
  const text = { id: 'bai-7', story: 'ho-so-2' }
  it('is that of the text, and for a withdrawal of several languages that of the story', () => {
    expect(doorOf(text, { verb: 'release', args: {} })).toBe('/api/desk/articles/bai-7/release')
    expect(doorOf(text, { verb: 'withdraw', args: { reason: 'Chờ xác minh' } })).toBe('/api/desk/articles/bai-7/withdraw')
    expect(doorOf(text, { verb: 'withdraw', args: { reason: 'Chờ xác minh', languages: ['vi', 'ja'] } })).toBe(
      '/api/desk/stories/ho-so-2/withdraw',
    )
  })
})

describe('outlets of a text', () => {
  const sent = (channel: string, seq: number, state: string) => ({ channel, seq, state })
  it('show the newest delivery of each', () => {
    const newest = newestPerChannel([
      sent('portal', 3, 'delivered'),
      sent('portal', 7, 'pending'),
      sent('newspaper', 3, 'delivered'),
    ])
    expect(newest).toEqual([sent('newspaper', 3, 'delivered'), sent('portal', 7, 'pending')])
    expect(isMoving(newest)).toBe(true)
  })
  it('are at rest when everything arrived, also where an old delivery was overtaken', () => {
    expect(isMoving([sent('portal', 3, 'pending'), sent('portal', 7, 'delivered')])).toBe(false)
  })
})

describe('colleagues for an assignment', () => {
  const nobody = { vi: [], en: [], ja: [] }
  const person = (id: string, roles: Person['roles'], skills: Partial<Person['skills']> = {}): Person => ({
    id,
    name: id,
    roles,
    desk: null,
    skills: { ...nobody, ...skills },
  })
  const people = [
    person('Hà', ['reporter']),
    person('Minh', ['editor']),
    person('Yuki', ['translator'], { ja: ['translate'] }),
    person('Sato', ['reviser'], { ja: ['revise'] }),
    person('Tuấn', ['outletEngineer']),
  ]
  const names = (text: Parameters<typeof assignable>[1]) => assignable(people, text).map(({ id }) => id)
  it('are those who may work on this text', () => {
    expect(names({ isSource: true, language: 'vi', state: 'draft' })).toEqual(['Hà', 'Minh'])
    expect(names({ isSource: false, language: 'ja', state: 'draft' })).toEqual(['Minh', 'Yuki'])
    expect(names({ isSource: false, language: 'ja', state: 'revision' })).toEqual(['Minh', 'Sato'])
    expect(names({ isSource: false, language: 'en', state: 'draft' })).toEqual(['Minh'])
  })
})

describe('the outlets of a story in the list', () => {
  const at = (channel: string, state: string) => ({ channel, name: channel, state })
  it('are as good as the least of them, in whatever language', () => {
    expect(summary([at('portal', 'delivered'), at('portal', 'failed'), at('newspaper', 'delivered')])).toEqual({
      worst: 'failed',
      arrived: 1,
      all: [at('newspaper', 'delivered'), at('portal', 'failed')],
    })
    expect(summary([at('portal', 'superseded'), at('broadcaster', 'delivered')])).toMatchObject({
      worst: 'delivered',
      arrived: 2,
    })
    expect(summary([])).toEqual({ worst: null, arrived: 0, all: [] })
  })
})
