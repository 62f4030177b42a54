/** Keeps programs running: one child process each, started again when it falls over, stopped together. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { NODE_FLAGS } from './programs'

export type Program = { readonly name: string; readonly file: string; readonly environment: NodeJS.ProcessEnv }
export type Said = { readonly name: string; readonly line: string; readonly stream: 'out' | 'err' }
export type Fell = {
  readonly name: string
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly againInMs: number | null
}

export type Wishes = {
  readonly onLine: (said: Said) => void
  /** A program ended on its own; `againInMs` null: it will not be started again. */
  readonly onFall: (fell: Fell) => void
  readonly firstPauseMs?: number
  readonly longestPauseMs?: number
  /** How long a program may take to finish its work after SIGTERM. */
  readonly graceMs?: number
}

export type Supervised = {
  readonly pids: () => Readonly<Record<string, number>>
  /** SIGTERM to all, SIGKILL to those that do not come to an end; resolves when none is left. */
  readonly stop: () => Promise<void>
}

/** Loaded before a program, with a pipe as its standard input: it does not outlive whoever holds the other end. */
export const LEASH = pathToFileURL(join(process.cwd(), 'scripts', 'leash.mjs')).href

/** EX_CONFIG of sysexits.h: the environment is wrong, and would be at the next try. */
export const MISCONFIGURED = 78

export const supervise = (programs: readonly Program[], wishes: Wishes): Supervised => {
  const { firstPauseMs = 500, longestPauseMs = 30_000, graceMs = 20_000 } = wishes
  const running = new Map<string, ChildProcess>()
  const waiting = new Set<NodeJS.Timeout>()
  let stopping = false

  const begin = (program: Program, falls: number): void => {
    const since = Date.now()
    // Standard input is the leash: it closes when this process is gone, however it went.
    const child = spawn(process.execPath, [...NODE_FLAGS, '--import', LEASH, program.file], {
      env: program.environment,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    running.set(program.name, child)
    lines(child.stdout, (line) => wishes.onLine({ name: program.name, line, stream: 'out' }))
    lines(child.stderr, (line) => wishes.onLine({ name: program.name, line, stream: 'err' }))
    child.once('error', (problem) => wishes.onLine({ name: program.name, line: problem.message, stream: 'err' }))
    child.once('close', (code, signal) => {
      running.delete(program.name)
      if (stopping) return
      // A program that ran well for a minute starts with a clean slate.
      const before = Date.now() - since > 60_000 ? 0 : falls
      const againInMs = code === MISCONFIGURED ? null : Math.min(longestPauseMs, firstPauseMs * 2 ** before)
      wishes.onFall({ name: program.name, code, signal, againInMs })
      if (againInMs === null) return
      const timer = setTimeout(() => {
        waiting.delete(timer)
        begin(program, before + 1)
      }, againInMs)
      waiting.add(timer)
    })
  }
  for (const program of programs) begin(program, 0)

  const stop = async (): Promise<void> => {
    stopping = true
    for (const timer of waiting) clearTimeout(timer)
    await Promise.all([...running.values()].map((child) => end(child, graceMs)))
  }
  return { stop, pids: () => Object.fromEntries([...running].flatMap(([name, { pid }]) => (pid ? [[name, pid]] : []))) }
}

const end = (child: ChildProcess, graceMs: number): Promise<void> =>
  new Promise((ended) => {
    if (child.exitCode !== null || child.signalCode !== null) return ended()
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
    child.once('close', () => {
      clearTimeout(timer)
      ended()
    })
    child.kill('SIGTERM')
  })

const lines = (stream: NodeJS.ReadableStream | null, each: (line: string) => void): void => {
  let rest = ''
  stream?.setEncoding('utf8')
  stream?.on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) each(line)
  })
  stream?.on('end', () => {
    if (rest) each(rest)
  })
}
