import { spawnSync } from 'node:child_process'
import { describe, expect, inject, it } from 'vitest'
import type { ChaosReport } from '../../scripts/chaos'

/** G01, the small number; `npm run proof` has the full one, on both databases. */
const KILLS = 50

describe('kill -9 of newsroom, dispatcher and projector while texts are released, corrected and withdrawn', () => {
  it(
    `${KILLS} times: nothing lost, nothing stuck, nothing older after newer, nothing counted twice`,
    { timeout: 900_000 },
    () => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['scripts/go.mjs', 'chaos', '--kills', String(KILLS), '--seed', '1629', '--sample', inject('sample')],
        {
          encoding: 'utf8',
          env: { ...process.env, NO_COLOR: '1' },
        },
      )
      const line = stdout.split('\n').find((said) => said.startsWith('{'))
      expect(line, stderr).toBeDefined()
      const { lost, stuck, olderAfterNewer, countedTwice, acknowledged, kills } = JSON.parse(line ?? '') as ChaosReport
      expect({ lost, stuck, olderAfterNewer, countedTwice }).toEqual({
        lost: [],
        stuck: [],
        olderAfterNewer: [],
        countedTwice: [],
      })
      expect(Object.values(kills).reduce((sum, times) => sum + times, 0)).toBe(KILLS)
      expect(acknowledged).toBeGreaterThan(10)
      expect(status).toBe(0)
    },
  )
})
