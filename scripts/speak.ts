/** What scripts say to the person at the terminal: Vietnamese, English beneath. */
const colours = process.stdout.isTTY && !process.env.NO_COLOR
const paint = (code: number) => (line: string) => (colours ? `\u001b[${code}m${line}\u001b[0m` : line)
export const bold = paint(1)
export const faint = paint(2)
export const green = paint(32)
export const red = paint(31)

export const say = (vi: string, en?: string): void => {
  process.stdout.write(`${vi}\n`)
  if (en) process.stdout.write(`${faint(en)}\n`)
}

/** A reason to stop that needs no stack: one clear sentence in each language. */
export class Stop extends Error {
  constructor(
    readonly vi: string,
    readonly en: string,
    readonly code = 1,
  ) {
    super(en)
    this.name = 'Stop'
  }
}

/** Runs a script; a `Stop` becomes its sentence, anything else its stack. */
export const run = (script: () => Promise<number | void>): void => {
  // Not at once: the details below the verb are still to be read.
  Promise.resolve()
    .then(script)
    .then((code) => {
      process.exitCode = code ?? process.exitCode ?? 0
    })
    .catch((problem: unknown) => {
      const stop = problem instanceof Stop
      process.stderr.write(
        stop
          ? `${red(problem.vi)}\n${faint(problem.en)}\n`
          : `${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`,
      )
      process.exit(stop ? problem.code : 1)
    })
}

/** A line that counts the seconds of a long step: rewritten on a terminal, repeated rarely in a file. */
export const during = async <T>(vi: string, en: string, step: () => Promise<T>): Promise<T> => {
  const began = Date.now()
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  const tty = process.stdout.isTTY
  const show = () => process.stdout.write(tty ? `\r\u001b[K${vi} ${seconds()}` : `${vi} ${seconds()}\n`)
  say(vi, en)
  const timer = setInterval(show, tty ? 1000 : 15_000)
  try {
    const value = await step()
    process.stdout.write(`${tty ? '\r\u001b[K' : ''}${green('✓')} ${vi} ${seconds()}\n`)
    return value
  } catch (problem) {
    process.stdout.write(`${tty ? '\r\u001b[K' : ''}${red('✗')} ${vi} ${seconds()}\n`)
    throw problem
  } finally {
    clearInterval(timer)
  }
}
