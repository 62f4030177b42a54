/** `npm run check`: everything a reviewer asks for, each step to its end, so that one run shows all there is to mend. */
import { spawnSync } from 'node:child_process'
import { green, red, run, say } from './speak'

const bin = (name: string) => `node_modules/.bin/${name}`
const STEPS: readonly (readonly [string, string, readonly string[]])[] = [
  ['kiểu dữ liệu · types', bin('tsc'), ['--noEmit']],
  ['quy tắc · lint', bin('eslint'), ['--cache', '--cache-location', 'node_modules/.cache/eslint/', '.']],
  ['định dạng · formatting', bin('prettier'), ['--check', '--log-level', 'warn', '--cache', '.']],
  ['ai nhập ai · imports', bin('depcruise'), ['src', 'collections', '--config', '.dependency-cruiser.cjs']],
  ['tệp sinh ra · generated files', process.execPath, ['scripts/go.mjs', 'generate', '--check']],
  ['kiểm thử · tests', bin('vitest'), ['run']],
]

run(async () => {
  const quick = process.argv.includes('--no-tests')
  const steps = STEPS.slice(0, quick ? -1 : undefined)
  const failed: string[] = []
  for (const [name, command, args] of steps) {
    const began = Date.now()
    const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
    say(`${status === 0 ? green('✓') : red('✗')} ${name} ${((Date.now() - began) / 1000).toFixed(1)} s`)
    if (status !== 0) failed.push(name)
  }
  say(failed.length === 0 ? green('Tất cả đều đạt. · All is well.') : red(`Chưa đạt · failed: ${failed.join(', ')}`))
  return Promise.resolve(failed.length === 0 ? 0 : 1)
})
