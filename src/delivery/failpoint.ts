/** Named places where a test may kill the process as a power cut would. Never in production. */

/** `NEWSROOM_FAILPOINT=after-send` kills at the first pass, `after-send:3` at the third. */
export const failpoint = (name: string): void => {
  if (armed?.name !== name) return
  passes += 1
  if (passes === armed.pass) process.kill(process.pid, 'SIGKILL')
}

/** All of them, so that a chaos run can visit each. */
export const FAILPOINTS = [
  'release-before-append',
  'release-after-append',
  'release-before-commit',
  'release-after-commit',
  'before-claim',
  'after-claim',
  'before-send',
  'after-send',
  'before-settle',
  'after-settle',
  'before-media',
  'after-media',
  'before-model',
  'after-model',
  'kit-made',
  'edition-before-texts',
  'edition-before-append',
  'edition-after-append',
] as const

type Armed = { readonly name: string; readonly pass: number }

/** Production is the default mode, so an environment that says nothing arms nothing. */
export const readFailpoint = (environment: Readonly<Record<string, string | undefined>>): Armed | null => {
  const wanted = environment['NEWSROOM_FAILPOINT']
  if (!wanted || environment['NEWSROOM_MODE'] !== 'demo') return null
  const [name = '', pass = '1'] = wanted.split(':')
  return { name, pass: Number(pass) || 1 }
}

const armed = readFailpoint(process.env)
let passes = 0
