/** Other processes on the same database. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { DatabaseEnv } from '../../src/cms/database'

export type Child = {
  readonly tell: (line: string) => void
  readonly said: (word: string) => Promise<void>
  readonly ended: Promise<void>
  readonly kill: () => void
}

/** Starts `database-child.ts` on a database, if asked under another program, and waits until it is ready. */
export const child = async (task: string, env: DatabaseEnv, count = 0, under: readonly string[] = []): Promise<Child> => {
  const script = fileURLToPath(new URL('./database-child.ts', import.meta.url))
  const [program, ...options] = [
    ...under,
    process.execPath,
    '--import',
    'tsx',
    script,
    task,
    JSON.stringify({ ...env, push: false }),
    String(count),
  ]
  const started = spawn(program!, options, { stdio: ['pipe', 'pipe', 'inherit'] })
  let heard = ''
  let gone = false
  started.stdout.on('data', (text: Buffer) => (heard += text.toString()))
  const ended = new Promise<void>((resolve) => started.once('exit', () => ((gone = true), resolve())))
  const said = async (word: string) => {
    while (!heard.includes(word)) {
      if (gone) throw new Error(`the process ended before it said "${word}"`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  await said('ready')
  return { tell: (line) => started.stdin.write(`${line}\n`), said, ended, kill: () => started.kill('SIGKILL') }
}
