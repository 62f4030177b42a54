/** `npm start`: newsroom, worker, projector and delivery on one machine, each its own process with its own environment. */
import { existsSync } from 'node:fs'
import { env, EnvironmentError } from '#env'
import { addInstallation } from './environment'
import { compiled, environmentOf, ROOT, type ProgramName } from './programs'
import { bold, faint, red, run, Stop } from './speak'
import { supervise } from './supervise'

const TOGETHER: readonly ProgramName[] = ['newsroom', 'worker', 'projector', 'delivery']

run(async () => {
  addInstallation()
  refuseEarly()
  if (existsSync(`${ROOT}/node_modules/esbuild`)) await (await import('./compile')).build()
  const width = Math.max(...TOGETHER.map((name) => name.length))
  const label = (name: string) => bold(name.padEnd(width))
  return new Promise<number>((ended) => {
    const everything = supervise(
      TOGETHER.map((name) => ({ name, file: compiled(name), environment: environmentOf(name, process.env) })),
      {
        onLine: ({ name, line, stream }) => process[stream === 'out' ? 'stdout' : 'stderr'].write(`${label(name)} ${line}\n`),
        onFall: ({ name, code, signal, againInMs }) => {
          const how = signal ?? `exit ${code}`
          process.stderr.write(`${label(name)} ${red(againInMs === null ? `${how}.` : `${how}; ${againInMs / 1000} s`)}\n`)
          if (againInMs === null) void everything.stop().then(() => ended(code ?? 1))
        },
      },
    )
    const stop = (): void => {
      process.stdout.write(faint('Đang dừng… (stopping)\n'))
      void everything.stop().then(() => ended(0))
    }
    process.once('SIGTERM', stop).once('SIGINT', stop)
  })
})

/** The same sentences as the programs would say, once instead of four times. */
function refuseEarly(): void {
  try {
    env()
  } catch (problem) {
    if (!(problem instanceof EnvironmentError)) throw problem
    throw new Stop(
      problem.problems.map(({ variable, vi }) => `${variable}: ${vi}`).join('\n'),
      problem.problems.map(({ variable, en }) => `${variable}: ${en}`).join('\n'),
      78,
    )
  }
}
