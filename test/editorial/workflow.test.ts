import { describe, expect, it } from 'vitest'
import {
  editVoids,
  maySave,
  mayClearSovereignty,
  mayCreate,
  mayMoveEmbargo,
  mayTranslate,
  MOVES,
  newRow,
  offers,
  SIGNS,
  VERBS,
  wroteIn,
} from '#editorial/workflow'
import type { Situation, Verb } from '#editorial/workflow'
import { NewsroomError } from '#newsroom'
import {
  approved,
  at,
  DESK,
  digestOf,
  finding,
  LIVE,
  NOON,
  OTHER_DESK,
  PEOPLE,
  person,
  row,
  situation,
  TEXT,
  translationRow,
  WITHDRAWN,
  judgeLooking as judge,
  moveLooking as move,
} from '../builders'

const mark = (who: { readonly id: string; readonly name: string }, when = NOON) => ({ by: who.id, name: who.name, at: when })

describe('the table', () => {
  it('has every verb once', () => expect(new Set(VERBS).size).toBe(MOVES.length))
  it('can be printed', () =>
    expect(MOVES.find(({ verb }) => verb === 'return')).toEqual({
      verb: 'return',
      from: ['revision', 'review', 'approved'],
      to: 'draft',
      by: ['reviser', 'deskEditor', 'deskChief'],
      when: [],
      needs: [],
      asks: ['reason'],
    }))
})

describe('beginning', () => {
  it('is for a reporter of the story’s own desk', () => expect(mayCreate(PEOPLE.reporter, { desk: DESK })).toBeNull())
  it('is not for another desk', () => expect(mayCreate(PEOPLE.reporter, { desk: OTHER_DESK })?.code).toBe('move.notYours'))
  it('is not for somebody without a desk', () =>
    expect(mayCreate({ ...PEOPLE.reporter, desk: null }, { desk: DESK })?.code).toBe('move.notYours'))
  it('is not for a chief, an administrator or an auditor', () =>
    expect([PEOPLE.chief, PEOPLE.administrator, PEOPLE.auditor].map((who) => mayCreate(who, { desk: DESK })?.code)).toEqual(
      Array(3).fill('move.notYours'),
    ))

  const story = { desk: DESK, sharedWith: [] }
  const cut = { state: 'draft', live: false, ready: false } as const
  it('a translation waits until the source stands', () =>
    expect(mayTranslate(PEOPLE.translator, 'en', cut, story)).toEqual({
      code: 'translate.sourceNotReady',
      facts: { state: 'draft' },
    }))
  it.each([
    { ...cut, ready: true },
    { ...cut, live: true },
    { ...cut, state: 'approved' as const },
  ])('a translation begins from %o', (source) => expect(mayTranslate(PEOPLE.translator, 'en', source, story)).toBeNull())
  it('a translator of English begins no Japanese', () =>
    expect(mayTranslate(PEOPLE.translator, 'ja', { ...cut, live: true }, story)?.code).toBe('move.notYours'))
  it('an editor begins a translation for somebody else, who becomes its translator by claiming it', () => {
    const begun = newRow({
      article: 'a',
      story: 's',
      item: '01',
      language: 'ja',
      isSource: false,
      author: null,
      translator: null,
    })
    const claimed = move('claim', situation({ row: begun, person: PEOPLE.japaneseTranslator, contributors: [] }))
    expect(claimed).toEqual({ ...begun, claim: mark(PEOPLE.japaneseTranslator), translator: 'sato' })
  })
  it('the same language is begun once', () =>
    expect(judge('translate', situation({ row: translationRow('en') }))?.code).toBe('translate.exists'))
})

describe('a draft', () => {
  it('goes to review when it is the source', () => {
    expect(move('submit', situation(), { noSecrets: true })).toEqual(row({ state: 'review', submittedBy: 'hoa' }))
  })
  it('goes to the reviser when it is a translation', () => {
    const next = move('submit', situation({ row: translationRow('en'), person: PEOPLE.translator }), { noSecrets: true })
    expect(next).toEqual(translationRow('en', { state: 'revision', submittedBy: 'mai' }))
  })
  it('needs its fields', () =>
    expect(judge('submit', situation({ missing: ['summary'] }), { noSecrets: true })).toEqual({
      code: 'move.incomplete',
      facts: { verb: 'submit', missing: ['summary'] },
    }))
  it('needs every segment filled', () =>
    expect(judge('submit', situation({ findings: [finding({ kind: 'empty', where: 'body.4' })] }), { noSecrets: true })).toEqual({
      code: 'move.untranslated',
      facts: { verb: 'submit', count: 1, where: ['body.4'] },
    }))
  it('needs the tick about state secrets', () => expect(judge('submit', situation(), {})?.code).toBe('move.noSecretsMissing'))
  it('loses its claim, an old return and an old reviser’s word when it moves on', () => {
    const returned = { ...mark(PEOPLE.editor), reason: 'Thiếu nguồn', suggestion: null }
    const before = row({ claim: mark(PEOPLE.reporter), returned, revised: { ...mark(PEOPLE.reviser), digest: TEXT } })
    expect(move('submit', situation({ row: before }), { noSecrets: true })).toEqual(row({ state: 'review', submittedBy: 'hoa' }))
  })
})

describe('a claim', () => {
  it('is a mark with a due date', () =>
    expect(move('claim', situation(), { due: at(120) })).toEqual(row({ claim: mark(PEOPLE.reporter), due: at(120) })))
  it('of somebody else stops a colleague', () =>
    expect(judge('claim', situation({ row: row({ claim: mark(PEOPLE.editor) }) }))).toEqual({
      code: 'move.claimed',
      facts: { verb: 'claim', by: 'Trần Quốc Dũng' },
    }))
  it('of somebody else is taken over by an editor', () =>
    expect(move('claim', situation({ person: PEOPLE.editor, row: row({ claim: mark(PEOPLE.reporter) }) })).claim).toEqual(
      mark(PEOPLE.editor),
    ))
  it('is given up by who has it', () =>
    expect(move('giveUp', situation({ row: row({ claim: mark(PEOPLE.reporter) }) }))).toEqual(row()))
  it('is not made by assigning the text to somebody who may not work on it', () =>
    expect(judge('assign', situation({ person: PEOPLE.editor }), { assignee: PEOPLE.outletEngineer })?.code).toBe(
      'move.notYours',
    ))
  it('is made by an editor for a reviser, and then she may save', () => {
    const before = situation({ person: PEOPLE.editor, row: translationRow('en', { state: 'revision' }) })
    const assigned = move('assign', before, { assignee: PEOPLE.reviser })
    expect(maySave({ ...before, row: assigned, person: PEOPLE.reviser })).toBeNull()
  })
  it('by a reviewer keeps the author from taking the text back', () => {
    const before = situation({ row: row({ state: 'review', submittedBy: 'hoa', claim: mark(PEOPLE.editor) }) })
    expect(judge('takeBack', before)?.code).toBe('move.claimed')
  })
  it('by nobody lets the author take it back', () =>
    expect(move('takeBack', situation({ row: row({ state: 'review', submittedBy: 'hoa' }) }))).toEqual(row()))
})

describe('returning', () => {
  it('needs a reason', () =>
    expect(judge('return', situation({ person: PEOPLE.editor, row: row({ state: 'review' }) }), { reason: '  ' })?.code).toBe(
      'move.reasonMissing',
    ))
  it('carries a wording that the author may take over', () => {
    const next = move('return', situation({ person: PEOPLE.editor, row: row({ state: 'review', submittedBy: 'hoa' }) }), {
      reason: 'Tít dài',
      suggestion: 'Cà phê Cầu Đất sang Nhật',
    })
    expect(next).toEqual(row({ returned: { ...mark(PEOPLE.editor), reason: 'Tít dài', suggestion: 'Cà phê Cầu Đất sang Nhật' } }))
  })
  it('an approved text voids its approval', () =>
    expect(move('return', situation({ person: PEOPLE.editor, row: approved() }), { reason: 'Sai ảnh' }).approval).toBeNull())
})

const inReview = (changes: Partial<Situation> = {}): Situation =>
  situation({ person: PEOPLE.chief, row: row({ state: 'review', submittedBy: 'hoa' }), ...changes })

describe('signing', () => {
  it.each(SIGNS)('%s is of what was looked at: nothing is signed unseen', (verb) => {
    const sovereign = { ...situation().story, sovereignty: true }
    const waits: Partial<Record<Verb, Situation>> = {
      revised: situation({ row: translationRow('en', { state: 'revision' }), person: PEOPLE.reviser }),
      approve: inReview(),
      secondSign: situation({ row: approved(), person: PEOPLE.secondSigner, story: sovereign }),
    }
    const waiting = waits[verb] as Situation
    expect([judge(verb, waiting, { digest: undefined as never }), judge(verb, waiting, { digest: digestOf('before') })]).toEqual([
      { code: 'approve.notLooked', facts: { verb } },
      { code: 'approve.changed', facts: { verb } },
    ])
  })
})

describe('approving', () => {
  it('binds the digest and says who and when', () =>
    expect(move('approve', inReview())).toEqual(
      row({ state: 'approved', submittedBy: 'hoa', approval: { ...mark(PEOPLE.chief), digest: TEXT, onWordOf: null } }),
    ))
  it.each([
    ['a held text', { row: row({ state: 'review', hold: { ...mark(PEOPLE.secondSigner), reason: 'Chờ' } }) }, 'move.held'],
    ['a text with an empty field', { missing: ['byline'] }, 'move.incomplete'],
    ['a translation of an older source', { stale: 'major' }, 'approve.stale'],
    ['a picture whose licence ended', { rights: [{ media: 'ca-phe.jpg', problem: 'licence' }] }, 'approve.rights'],
    ['an open sovereignty finding', { findings: [finding({ id: 's', kind: 'sovereignty' })] }, 'approve.findings'],
  ] satisfies [string, Partial<Situation>, string][])('is refused for %s', (_, changes, code) =>
    expect(judge('approve', inReview(changes))?.code).toBe(code),
  )
  it('lives with a minor change of the source, if somebody says why', () => {
    const minor = inReview({ stale: 'minor' })
    expect([judge('approve', minor)?.code, judge('approve', minor, { reason: 'Chỉ sửa dấu phẩy' })]).toEqual([
      'move.reasonMissing',
      null,
    ])
  })
  it('lets warnings pass', () =>
    expect(judge('approve', inReview({ findings: [finding({ severity: 'warning', kind: 'term' })] }))).toBeNull())

  describe('with waivers', () => {
    const number = finding()
    it('asks for one for each figure, date and link', () =>
      expect(judge('approve', inReview({ findings: [number] }))?.facts).toEqual({ verb: 'approve', findings: ['number-1'] }))
    it('keeps both values and the reason', () =>
      expect(
        move('approve', inReview({ findings: [number] }), { waivers: [{ finding: 'number-1', reason: 'Đã đối chiếu hợp đồng' }] })
          .waivers,
      ).toEqual([
        {
          finding: 'number-1',
          kind: 'number',
          reason: 'Đã đối chiếu hợp đồng',
          by: 'binh',
          facts: { source: '33.000 tỷ đồng', target: '33,000億ドン' },
        },
      ]))
    it('needs the reason in writing', () =>
      expect(judge('approve', inReview({ findings: [number] }), { waivers: [{ finding: 'number-1', reason: ' ' }] })?.code).toBe(
        'approve.findings',
      ))
    it.each(['empty', 'placeholder', 'sovereignty', 'term', 'style'] as const)('never waives a critical %s finding', (kind) => {
      const findings = [finding({ id: 'x', kind })]
      const code = kind === 'empty' ? 'move.untranslated' : 'approve.notWaivable'
      expect(judge('approve', inReview({ findings }), { waivers: [{ finding: 'x', reason: 'Bỏ qua' }] })?.code).toBe(code)
    })
    it('are worth nothing once the figures are others', () => {
      const waived = {
        ...approved(),
        waivers: [{ finding: 'number-1', kind: 'number' as const, reason: 'Đã đối chiếu', by: 'binh', facts: number.facts }],
      }
      const release = (findings: Situation['findings']) =>
        judge('release', situation({ row: waived, person: PEOPLE.chief, findings }))?.code
      expect([release([number]), release([finding({ facts: { source: '34.000 tỷ đồng', target: '33,000億ドン' } })])]).toEqual([
        undefined,
        'approve.findings',
      ])
    })
  })

  describe('in a language that the chief does not read', () => {
    const japanese = translationRow('ja', { state: 'review', submittedBy: 'sato' })
    const word = { ...mark(PEOPLE.japaneseReviser, at(-10)), digest: TEXT }
    it('is refused', () =>
      expect(judge('approve', inReview({ row: japanese }))).toEqual({
        code: 'approve.language',
        facts: { verb: 'approve', language: 'ja' },
      }))
    it('rests on the word of the reviser who passed exactly this text, and names both', () =>
      expect(move('approve', inReview({ row: { ...japanese, revised: word } })).approval).toEqual({
        ...mark(PEOPLE.chief),
        digest: TEXT,
        onWordOf: { id: 'tanaka', name: '田中 健一' },
      }))
    it('does not rest on a word about another text', () =>
      expect(judge('approve', inReview({ row: { ...japanese, revised: { ...word, digest: digestOf('older') } } }))?.code).toBe(
        'approve.language',
      ))
    it('does not rest on the translator’s own word', () =>
      expect(
        judge('approve', inReview({ row: { ...japanese, revised: { ...mark(PEOPLE.japaneseTranslator), digest: TEXT } } }))?.code,
      ).toBe('approve.language'))
    it('asks for clean checks: who cannot read cannot judge a figure', () =>
      expect(
        judge('approve', inReview({ row: { ...japanese, revised: word }, findings: [finding()] }), {
          waivers: [{ finding: 'number-1', reason: 'Đúng' }],
        })?.code,
      ).toBe('approve.findings'))
    it('is not for an editor, whose right is a language', () =>
      expect(judge('approve', inReview({ person: PEOPLE.approvingEditor, row: { ...japanese, revised: word } }))?.code).toBe(
        'move.notYours',
      ))
  })
})

describe('what an approval does not survive', () => {
  const full = {
    ...approved(),
    secondSign: { ...mark(PEOPLE.secondSigner), digest: TEXT },
    schedule: { ...mark(PEOPLE.chief), until: at(60), embargo: false },
  }
  it('any other digest: it goes back to review', () =>
    expect(editVoids(full, digestOf('one comma'))).toEqual(row({ state: 'review', submittedBy: 'hoa' })))
  it('not the same digest', () => expect(editVoids(full, TEXT)).toEqual(full))
  it('a save in review drops a reviser’s word on the older text', () =>
    expect(
      editVoids(translationRow('en', { state: 'review', revised: { ...mark(PEOPLE.reviser), digest: TEXT } }), digestOf('two')),
    ).toEqual(translationRow('en', { state: 'review' })))
  it('an embargo survives, or reopening would be a way around it', () => {
    const embargo = { ...mark(PEOPLE.chief), until: at(60), embargo: true }
    expect(editVoids({ ...full, schedule: embargo }, digestOf('two')).schedule).toEqual(embargo)
  })
  it('saving is refused meanwhile', () =>
    expect(maySave(situation({ person: PEOPLE.editor, row: approved() }))?.code).toBe('save.locked'))
})

describe('the second signature of a sovereignty story', () => {
  const story = { desk: DESK, sharedWith: [], sovereignty: true, embargo: null }
  const signing = (changes: Partial<Situation> = {}) =>
    situation({ row: approved(), story, person: PEOPLE.secondSigner, ...changes })
  it('is given after approval', () =>
    expect(move('secondSign', signing()).secondSign).toEqual({ ...mark(PEOPLE.secondSigner), digest: TEXT }))
  it('is nobody’s who approved', () => {
    const both = person(['chief', 'secondSigner'], { id: 'binh' })
    expect(judge('secondSign', signing({ person: both }))?.code).toBe('approve.secondSame')
  })
  it('is nobody’s who wrote', () =>
    expect(judge('secondSign', signing({ contributors: ['khanh'] }))?.code).toBe('approve.ownWork'))
  it('is asked before release', () =>
    expect(judge('release', signing({ person: PEOPLE.chief }))?.code).toBe('approve.secondMissing'))
  it('makes no sense where no flag is', () =>
    expect(judge('secondSign', situation({ row: approved(), person: PEOPLE.secondSigner }))?.code).toBe('move.notAllowed'))
  it('the flag is cleared by a second signer only', () =>
    expect([PEOPLE.secondSigner, PEOPLE.chief, PEOPLE.administrator].map(mayClearSovereignty)).toEqual([true, false, false]))
})

describe('time', () => {
  const by = (person: Situation['person'], changes: Partial<Situation> = {}) => situation({ row: approved(), person, ...changes })
  it('a schedule is set for later', () =>
    expect(move('schedule', by(PEOPLE.chief), { until: at(1) }).schedule).toEqual({
      ...mark(PEOPLE.chief),
      until: at(1),
      embargo: false,
    }))
  it.each([
    [undefined, 'move.timeMissing'],
    ['24/11/2026', 'move.timeMissing'],
    [NOON, 'move.timePast'],
  ])('%s is no time to set', (until, code) =>
    expect(judge('schedule', by(PEOPLE.chief), until === undefined ? {} : { until })?.code).toBe(code),
  )
  it('is not set for a live text: a correction goes out at once', () =>
    expect(judge('schedule', by(PEOPLE.chief, { history: LIVE }), { until: at(1) })?.code).toBe('move.live'))

  const embargoed = { ...approved(), schedule: { ...mark(PEOPLE.chief), until: at(60), embargo: true } }
  it('the very second of an embargo is the first at which it goes out', () => {
    const release = (now: string) => judge('release', by(PEOPLE.chief, { row: embargoed, now }))?.code
    expect([release('2026-11-24T05:59:59.999Z'), release(at(60))]).toEqual(['move.tooEarly', undefined])
  })
  it('an embargo is moved earlier by who set it, with a reason', () =>
    expect([
      judge('schedule', by(PEOPLE.deskChief, { row: embargoed }), { until: at(30), reason: 'Gấp' })?.code,
      judge('schedule', by(PEOPLE.chief, { row: embargoed }), { until: at(30) })?.code,
      judge('schedule', by(PEOPLE.chief, { row: embargoed }), { until: at(30), reason: 'Đối tác đã đăng' }),
    ]).toEqual(['move.embargoFixed', 'move.reasonMissing', null]))
  it('an embargo that somebody else moves later stays an embargo of who set it', () =>
    expect(move('schedule', by(PEOPLE.deskChief, { row: embargoed }), { until: at(90) }).schedule).toEqual({
      ...mark(PEOPLE.chief),
      until: at(90),
      embargo: true,
    }))
  it('an embargo is not taken off by somebody else', () =>
    expect(judge('unschedule', by(PEOPLE.deskChief, { row: embargoed }), { reason: 'Gấp' })?.code).toBe('move.embargoFixed'))
  it('a plain schedule is', () =>
    expect(
      move(
        'unschedule',
        by(PEOPLE.deskChief, { row: { ...embargoed, schedule: { ...mark(PEOPLE.chief), until: at(60), embargo: false } } }),
      ).schedule,
    ).toBeNull())
  it('the embargo of the story counts as well', () => {
    const story = { desk: DESK, sharedWith: [], sovereignty: false, embargo: { until: at(60), by: 'binh' } }
    expect(judge('release', by(PEOPLE.chief, { story }))).toEqual({
      code: 'move.tooEarly',
      facts: { verb: 'release', until: at(60) },
    })
  })
  it('and is moved under the same rule', () => {
    const before = { until: at(60), by: 'binh' }
    expect([
      mayMoveEmbargo(PEOPLE.editor, before, at(30), { now: NOON, reason: 'Gấp' })?.code,
      mayMoveEmbargo(PEOPLE.editor, before, null, { now: NOON, reason: 'Gấp' })?.code,
      mayMoveEmbargo(PEOPLE.chief, before, at(30), { now: NOON })?.code,
      mayMoveEmbargo(PEOPLE.editor, before, at(90), { now: NOON }),
      mayMoveEmbargo(PEOPLE.chief, before, null, { now: NOON, reason: 'Đối tác đã đăng' }),
    ]).toEqual(['move.embargoFixed', 'move.embargoFixed', 'move.reasonMissing', null, null])
  })
})

describe('releasing', () => {
  const ready = (changes: Partial<Situation> = {}) => situation({ row: approved(), person: PEOPLE.chief, ...changes })
  it('keeps the approval on the row, and begins a new round of writers', () =>
    expect(move('release', ready())).toEqual({ ...approved(), writers: [] }))
  it.each([
    ['the text is another by one character', { digest: digestOf('the text ') }, 'approve.void'],
    ['it is held', { row: { ...approved(), hold: { ...mark(PEOPLE.chief), reason: 'Chờ' } } }, 'move.held'],
    ['it is live already', { history: LIVE }, 'move.live'],
    ['its source moved on', { stale: 'major' }, 'approve.stale'],
    ['a consent was taken back', { rights: [{ media: 'be-gai.jpg', problem: 'consent' }] }, 'approve.rights'],
    ['a term came under a rule', { findings: [finding({ kind: 'sovereignty' })] }, 'approve.findings'],
    ['the approver turns out to have written in it', { contributors: ['hoa', 'binh'] }, 'approve.ownWork'],
    ['it lies in the trash', { row: { ...approved(), trashedAt: at(-1) } }, 'move.notAllowed'],
  ] satisfies [string, Partial<Situation>, string][])('is refused when %s', (_, changes, code) =>
    expect(judge('release', ready(changes))?.code).toBe(code),
  )
  it('goes out again after a withdrawal', () => expect(judge('release', ready({ history: WITHDRAWN }))).toBeNull())
})

describe('correcting', () => {
  const better = digestOf('a better text')
  const live = (changes: Partial<Situation> = {}) =>
    situation({ row: approved(row(), { digest: better }), digest: better, person: PEOPLE.chief, history: LIVE, ...changes })
  const note = { kind: 'slip', text: 'Tên ông là K’Brèo.' } as const
  it('needs a live text', () => expect(judge('correct', live({ history: WITHDRAWN }), { note })?.code).toBe('move.notLive'))
  it('needs a change', () =>
    expect(judge('correct', live({ row: approved(), digest: TEXT }), { note })?.code).toBe('correct.unchanged'))
  it('needs a note', () => expect(judge('correct', live(), { note: { ...note, text: ' ' } })?.code).toBe('correct.noteMissing'))
  it('as a rectification needs the wrong, the right and the day', () => {
    const legal = {
      kind: 'rectification',
      text: 'Xin lỗi bạn đọc.',
      wrong: '185 tấn',
      right: '18,5 tấn',
      publishedOn: '2026-11-24',
    } as const
    expect([
      judge('correct', live(), { note: { ...legal, right: '' } })?.code,
      judge('correct', live(), { note: legal }),
    ]).toEqual(['correct.noteMissing', null])
  })
})

describe('withdrawing', () => {
  it('is any chief’s at any hour, with a reason', () => {
    const live = situation({ row: approved(), person: PEOPLE.otherChief, history: LIVE })
    expect([judge('withdraw', live)?.code, judge('withdraw', live, { reason: 'Sai người trong ảnh' })]).toEqual([
      'move.reasonMissing',
      null,
    ])
  })
  it('voids the approval; the text waits in review', () =>
    expect(move('withdraw', situation({ row: approved(), person: PEOPLE.chief, history: LIVE }), { reason: 'Sai' })).toEqual(
      row({ state: 'review', submittedBy: 'hoa' }),
    ))
  it('leaves a newer draft where it is', () =>
    expect(move('withdraw', situation({ person: PEOPLE.chief, history: LIVE }), { reason: 'Sai' })).toEqual(row()))
  it('of several languages is judged one by one', () => {
    const three = [row(), translationRow('en'), translationRow('ja')].map((text, index) =>
      situation({ row: text, person: PEOPLE.chief, history: index === 2 ? [] : LIVE }),
    )
    expect(three.map((each) => judge('withdraw', each, { reason: 'Sai' })?.code)).toEqual([undefined, undefined, 'move.notLive'])
  })
})

describe('holding', () => {
  it('is refused for a live text, which is withdrawn instead', () =>
    expect(judge('hold', situation({ person: PEOPLE.secondSigner, history: LIVE }), { reason: 'Chờ' })?.code).toBe('move.live'))
  it('says who and why', () =>
    expect(move('hold', situation({ person: PEOPLE.secondSigner }), { reason: 'Chờ Ban Tuyên giáo' })).toEqual(
      row({ hold: { ...mark(PEOPLE.secondSigner), reason: 'Chờ Ban Tuyên giáo' } }),
    ))
  it('stops a schedule from being set', () => {
    const held = { ...approved(), hold: { ...mark(PEOPLE.chief), reason: 'Chờ' } }
    expect(judge('schedule', situation({ row: held, person: PEOPLE.chief }), { until: at(60) })?.code).toBe('move.held')
  })
})

describe('the trash', () => {
  it('takes only what was never released', () =>
    expect(judge('trash', situation({ history: WITHDRAWN }))?.code).toBe('move.released'))
  it('gives a text back as it was', () => {
    const trashed = move('trash', situation())
    expect([trashed, move('restore', situation({ row: trashed }))]).toEqual([row({ trashedAt: NOON }), row()])
  })
  it('voids an approval', () =>
    expect(move('trash', situation({ row: approved() }))).toEqual(row({ state: 'review', submittedBy: 'hoa', trashedAt: NOON })))
  it('lets nothing else happen', () =>
    expect(
      VERBS.filter(
        (verb) =>
          verb !== 'restore' &&
          verb !== 'translate' &&
          judge(verb, situation({ row: row({ trashedAt: NOON }), person: PEOPLE.editor }))?.code !== 'move.notAllowed',
      ),
    ).toEqual([]))
})

describe('the desk', () => {
  it('of another department sees its editor refused', () =>
    expect(maySave(situation({ person: PEOPLE.otherEditor }))?.code).toBe('move.notYours'))
  it('that a story is shared with works on it', () => {
    const story = { desk: DESK, sharedWith: [OTHER_DESK], sovereignty: false, embargo: null }
    expect(maySave(situation({ person: PEOPLE.otherEditor, story }))).toBeNull()
  })
  it('that nobody belongs to works on nothing, not even on a story of no desk', () => {
    const story = { desk: null, sharedWith: [], sovereignty: false, embargo: null }
    expect([
      maySave(situation({ person: PEOPLE.editor, story })),
      maySave(situation({ person: { ...PEOPLE.editor, desk: null }, story }))?.code,
    ]).toEqual([null, 'move.notYours'])
  })
})

describe('a warning of the checks', () => {
  const warning = finding({ id: 'term:body.2', severity: 'warning', kind: 'term', facts: { source: 'Sở Ngoại vụ', target: '' } })
  const at = (changes: Partial<Situation> = {}) => situation({ findings: [warning, finding()], ...changes })
  it('is let stand in writing, with the values of that moment', () =>
    expect(move('dismiss', at(), { finding: warning.id, reason: 'Tên cũ, bài viết về năm 2020' }).dismissed).toEqual([
      {
        by: PEOPLE.reporter.id,
        name: PEOPLE.reporter.name,
        at: NOON,
        finding: warning.id,
        kind: 'term',
        reason: 'Tên cũ, bài viết về năm 2020',
        facts: warning.facts,
      },
    ]))
  it.each([
    ['without a reason', { finding: warning.id, reason: ' ' }, 'move.reasonMissing'],
    ['when it is critical', { finding: finding().id, reason: 'Đúng' }, 'dismiss.unknown'],
    ['when nobody found it', { finding: 'term:body.9', reason: 'Đúng' }, 'dismiss.unknown'],
  ] as const)('is not let stand %s', (_, args, code) => expect(judge('dismiss', at(), args)?.code).toBe(code))
  it('that has gone, or changed its values, is not in the approval', () => {
    const dismissed = move('dismiss', at(), { finding: warning.id, reason: 'Tên cũ' }).dismissed
    const kept = (findings: Situation['findings']) =>
      move('approve', situation({ row: row({ state: 'review', dismissed }), person: PEOPLE.chief, findings })).dismissed.length
    expect([kept([warning]), kept([{ ...warning, facts: { source: 'Sở Ngoại vụ', target: 'DOFA' } }]), kept([])]).toEqual([
      1, 0, 0,
    ])
  })
})

describe('a source that was handed over', () => {
  const handed = (changes: Partial<Situation> = {}) => situation({ handedOver: true, text: 'b'.repeat(64), ...changes })
  it('has each change graded by its editor, once', () => {
    const graded = move('grade', handed({ person: PEOPLE.editor }), { grade: 'minor' })
    expect(graded.grades.map(({ text, grade, by }) => ({ text, grade, by }))).toEqual([
      { text: 'b'.repeat(64), grade: 'minor', by: PEOPLE.editor.id },
    ])
    expect(judge('grade', handed({ person: PEOPLE.editor, row: graded }), { grade: 'typo' })?.code).toBe('move.notAllowed')
  })
  it('is not graded by its author or whoever translates it, nor before anybody does, nor without a grade', () =>
    expect([
      judge('grade', handed({ person: PEOPLE.translator }), { grade: 'typo' })?.code,
      judge('grade', handed(), { grade: 'typo' })?.code,
      judge('grade', handed({ person: PEOPLE.editor, handedOver: false }), { grade: 'typo' })?.code,
      judge('grade', handed({ person: PEOPLE.editor }), {})?.code,
    ]).toEqual(['move.notYours', 'move.notYours', 'move.notAllowed', 'correct.gradeMissing']))
  it('is corrected with a grade; a legal rectification is major by itself', () => {
    const corrected = handed({
      row: approved(),
      person: PEOPLE.chief,
      history: [{ ...LIVE[0]!, snapshotDigest: 'c'.repeat(64) }],
    })
    const rectification = {
      kind: 'rectification',
      text: 'Xin lỗi',
      wrong: '12',
      right: '1,2',
      publishedOn: '2026-11-20',
    } as const
    expect([
      judge('correct', corrected, { note: { kind: 'slip', text: 'Sửa tên' } })?.code,
      judge('correct', corrected, { note: { kind: 'slip', text: 'Sửa tên', grade: 'typo' } }),
      judge('correct', corrected, { note: rectification }),
    ]).toEqual(['correct.gradeMissing', null, null])
  })
})

describe('a translation that is behind by a major change', () => {
  const source = { state: 'approved', live: true, ready: false, hold: null, embargo: null, text: 'd'.repeat(64) } as const
  const behind = (changes: Partial<Situation> = {}) =>
    situation({ row: row({ state: 'review' }), person: PEOPLE.chief, stale: 'major', source, ...changes })
  const waivers = [{ finding: 'stale', reason: 'Đoạn thay đổi không có trong bản dịch' }]
  it('is approved when the approver says in writing why it may be', () => {
    const after = move('approve', behind(), { waivers })
    expect(after.waivers.map(({ finding, facts }) => ({ finding, facts }))).toEqual([
      { finding: 'stale', facts: { source: source.text } },
    ])
    const releases = (changes: Partial<Situation>) => judge('release', behind({ row: after, ...changes }))
    expect([releases({}), releases({ source: { ...source, text: 'e'.repeat(64) } })?.code]).toEqual([null, 'approve.stale'])
  })
  it('says the same words again of the newer source, as a correction', () => {
    const again = { row: approved(), person: PEOPLE.chief, history: LIVE }
    expect([
      judge('correct', situation(again), { note: { kind: 'slip', text: 'Đã đối chiếu' } })?.code,
      judge('correct', situation({ ...again, sameSource: false }), { note: { kind: 'slip', text: 'Đã đối chiếu' } }),
    ]).toEqual(['correct.unchanged', null])
  })
})

it('a save looks at nothing but where the text stands and whose it is', () =>
  expect(MOVES.filter(({ verb }) => verb === 'save').map(({ when, needs, asks }) => [when, needs, asks])).toEqual([[[], [], []]]))

describe('a refusal', () => {
  it('is thrown by the move as a code and facts', () =>
    expect(() => move('release', situation({ person: PEOPLE.chief }))).toThrow(
      new NewsroomError('move.notAllowed', { verb: 'release', state: 'draft' }),
    ))
})

describe('the buttons', () => {
  const shown = (changes: Partial<Situation>) =>
    offers(situation(changes)).map(
      ({ verb, refusal, primary }) => `${verb}${primary ? '!' : ''}${refusal === null ? '' : ` (${refusal.code})`}`,
    )
  it('of an author at a draft', () => expect(shown({})).toEqual(['claim', 'submit!', 'trash']))
  it('of an author at a text in review: what it waits for is shown, refused', () =>
    expect(shown({ row: row({ state: 'review', submittedBy: 'hoa' }) })).toEqual([
      'takeBack',
      'approve (move.notYours)',
      'trash',
    ]))
  it('of a chief who wrote in the text: refused with the reason', () =>
    expect(shown({ person: PEOPLE.chief, contributors: ['binh'], row: row({ state: 'review' }) })).toEqual([
      'return',
      'approve (approve.ownWork)',
      'hold',
    ]))
  it('of a chief at an approved text', () =>
    expect(shown({ person: PEOPLE.chief, row: approved() })).toEqual(['return', 'schedule', 'release!', 'reopen', 'hold']))
  it('of a chief at a live text: nothing to correct yet', () =>
    expect(shown({ person: PEOPLE.chief, row: approved(), history: LIVE })).toEqual([
      'return',
      'correct (correct.unchanged)',
      'reopen',
      'withdraw',
    ]))
  it('of an approver at an embargoed text', () =>
    expect(
      shown({
        person: PEOPLE.deskChief,
        row: { ...approved(), schedule: { ...mark(PEOPLE.chief), until: at(60), embargo: true } },
      }),
    ).toEqual(['return', 'schedule', 'unschedule (move.embargoFixed)', 'release (move.tooEarly)', 'reopen', 'hold']))
  it('of an auditor are none, except what the text waits for', () =>
    expect(shown({ person: PEOPLE.auditor })).toEqual(['submit (move.notYours)']))
  it('say what their dialog asks', () =>
    expect(offers(situation({ person: PEOPLE.chief, row: approved(), history: LIVE })).at(-1)).toEqual({
      verb: 'withdraw',
      refusal: null,
      primary: false,
      asks: ['reason'],
    }))
})

describe('who wrote in a draft', () => {
  const translation = (writers: readonly string[]) => ({ ...approved(), isSource: false, state: 'draft' as const, writers })

  it('is remembered once, and only while it is a draft', () => {
    expect(wroteIn(translation([]), 'translator')).toEqual(translation(['translator']))
    expect(wroteIn(translation(['translator']), 'translator')).toEqual(translation(['translator']))
    expect(wroteIn({ ...translation([]), state: 'revision' }, 'reviser')).toEqual({ ...translation([]), state: 'revision' })
  })
})
