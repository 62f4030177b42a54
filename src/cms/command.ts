import type { Payload } from 'payload'
import { env as readEnv, orExit, type Env } from '#env'
import { loggerFor } from '#logger'
import { openNewsroom } from './open'
import { orSayWhy } from './start-refused'

export type Command = {
  readonly payload: Payload
  readonly env: Env
  readonly args: readonly string[]
  readonly say: (vi: string, en: string) => void
}

/** A command of the machine room: opens the newsroom, works, says what it did in two languages, ends with a code. */
export const runCommand = (work: (command: Command) => Promise<number>): Promise<void> =>
  orSayWhy(async () => {
    const env = orExit(() => readEnv())
    // Payload's own lines would drown the answer.
    const payload = await openNewsroom(env, loggerFor('command', process.env.LOG_LEVEL ?? 'warn'))
    const code = await work({
      payload,
      env,
      args: process.argv.slice(2),
      say: (vi, en) => void process.stdout.write(`${vi}\n  ${en}\n`),
    })
    await payload.destroy()
    process.exit(code)
  })

/** `--name value` or `--name=value`. */
export const option = (args: readonly string[], name: string): string | null => {
  const at = args.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`))
  const found = args[at]
  if (found === undefined) return null
  return found.includes('=') ? found.slice(found.indexOf('=') + 1) : (args[at + 1] ?? null)
}
