/** `npm run worker` and its like: one program in the foreground, told only its own part of the environment. */
import { existsSync } from 'node:fs'
import { addInstallationOrDemo } from './environment'
import { compiled, environmentOf, isProgram, PROGRAMS, ROOT } from './programs'
import { run, Stop } from './speak'
import { supervise } from './supervise'

run(async () => {
  const [name = ''] = process.argv.slice(2)
  if (!isProgram(name))
    throw new Stop(`Không có chương trình "${name}".`, `There is no program "${name}": ${Object.keys(PROGRAMS).join(', ')}.`)
  addInstallationOrDemo()
  if (existsSync(`${ROOT}/node_modules/esbuild`)) await (await import('./compile')).build({ desk: name === 'newsroom' })
  return new Promise<number>((ended) => {
    // A service manager restarts it, so that its counters and alarms see the fall.
    const one = supervise([{ name, file: compiled(name), environment: environmentOf(name, process.env) }], {
      onLine: ({ line, stream }) => process[stream === 'out' ? 'stdout' : 'stderr'].write(`${line}\n`),
      onFall: ({ code }) => void one.stop().then(() => ended(code ?? 1)),
    })
    const stop = (): void => void one.stop().then(() => ended(0))
    process.once('SIGTERM', stop).once('SIGINT', stop)
  })
})
