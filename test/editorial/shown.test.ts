import { describe, expect, it } from 'vitest'
import { shown, SHOWN } from '#editorial/shown'
import type { ShownKey } from '#editorial/shown'
import { approved, at, digestOf, LIVE, NOON, PEOPLE, row, TEXT, translationRow, WITHDRAWN } from '../builders'

const mark = { by: PEOPLE.chief.id, name: PEOPLE.chief.name, at: at(-5) }
const scheduled = { ...approved(), schedule: { ...mark, until: at(60), embargo: false } }
const held = { ...row(), hold: { ...mark, reason: 'Chờ' } }

describe('the shown state', () => {
  it.each([
    ['no text yet', null, [], 'no', 'missing', ''],
    ['a text in the trash', row({ trashedAt: NOON }), [], 'no', 'missing', ''],
    ['being written', row(), [], 'no', 'draft', '○'],
    ['with the reviser', translationRow('en', { state: 'revision' }), [], 'no', 'revision', '◐'],
    ['with the approver', row({ state: 'review' }), [], 'no', 'review', '◐'],
    ['approved', approved(), [], 'no', 'approved', '◑'],
    ['with a time', scheduled, [], 'no', 'scheduled', '◑'],
    ['out', approved(), LIVE, 'no', 'released', '●'],
    ['out, being rewritten', row(), LIVE, 'no', 'releasedNewer', '●○'],
    ['out, a new version approved', approved(row(), { digest: digestOf('new') }), LIVE, 'no', 'releasedNewer', '●○'],
    ['out, its caption changed', row({ state: 'review' }), LIVE, 'no', 'releasedNewer', '●○'],
    ['out, the source moved on', approved(translationRow('en')), LIVE, 'major', 'stale', '▲'],
    ['out, the source lost a comma', approved(translationRow('en')), LIVE, 'minor', 'released', '●'],
    ['not out, the source moved on', translationRow('en', { state: 'review' }), [], 'major', 'stale', '▲'],
    ['held', held, [], 'no', 'held', '■'],
    ['held after a withdrawal', held, WITHDRAWN, 'no', 'held', '■'],
    ['withdrawn', row({ state: 'review' }), WITHDRAWN, 'no', 'withdrawn', '✕'],
    ['withdrawn, approved anew', approved(), WITHDRAWN, 'no', 'approved', '◑'],
    ['withdrawn, anew with a time', scheduled, WITHDRAWN, 'no', 'scheduled', '◑'],
  ] as const)('of a text %s', (_, text, history, stale, key, symbol) =>
    // Of the newer text's stage below.
    expect({ ...shown(text, history, stale, NOON), stage: null }).toEqual({
      key,
      symbol,
      until: key === 'scheduled' ? at(60) : null,
      late: false,
      stage: null,
    }),
  )

  it('of a text whose second has come says so', () =>
    expect(shown(scheduled, [], 'no', at(61))).toEqual({ key: 'scheduled', symbol: '◑', until: at(60), late: true, stage: null }))
  it.each([
    ['being rewritten', row(), LIVE, null],
    ['with the reviser', translationRow('en', { state: 'revision' }), LIVE, 'revision'],
    ['with the approver', row({ state: 'review' }), LIVE, 'review'],
    ['approved', approved(row(), { digest: digestOf('new') }), LIVE, 'approved'],
    ['not out', row({ state: 'review' }), [], null],
  ] as const)('of a released text whose newer one is %s says what that waits for', (_, text, history, stage) =>
    expect(shown(text, history, 'no', NOON).stage).toBe(stage),
  )
  it('of a released text does not mind an old approval of the same words', () =>
    expect(shown(approved(row(), { digest: TEXT }), LIVE, 'no', NOON).key).toBe('released'))
  it('has a shape for each', () =>
    expect((Object.keys(SHOWN) as ShownKey[]).filter((key) => SHOWN[key].symbol === '')).toEqual(['missing']))
})
