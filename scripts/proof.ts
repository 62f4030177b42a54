/** `npm run proof`: everything in full numbers; hours, not minutes. Each step ends, whatever the one before said. */
import { spawnSync } from 'node:child_process'
import { green, red, run, say } from './speak'

const go = (...args: string[]) => [process.execPath, ['scripts/go.mjs', ...args]] as const
const STEPS = [
  ['mọi kiểm thử với số lượng đầy đủ · all tests in full numbers', 'node_modules/.bin/vitest', ['run']],
  ['giết 1.000 lần, SQLite · 1,000 kills', ...go('chaos', '--kills', '1000')],
  ['giết 1.000 lần, MongoDB · 1,000 kills', ...go('chaos', '--kills', '1000', '--mongodb')],
  ['tốc độ · speed', ...go('bench', '--write')],
] as const

run(async () => {
  const failed: string[] = []
  for (const [name, program, args] of STEPS) {
    const began = Date.now()
    const { status } = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, PROOF: 'true' } })
    say(`${status === 0 ? green('✓') : red('✗')} ${name} ${Math.round((Date.now() - began) / 60_000)} min`)
    if (status !== 0) failed.push(name)
  }
  return Promise.resolve(failed.length === 0 ? 0 : 1)
})
