/** Files that hold the environment: `.env` of an installation, `demo.env` of a demo. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const DEMO_ENV = 'demo.env'

/** `NAME=value` lines; `#` begins a comment, quotes around a value fall away. */
export const parseEnvironment = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(/\r?\n/)
      .map((line) => /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line))
      .filter((line) => line !== null)
      .map(([, name = '', value = '']) => [name, unquoted(value)]),
  )

const unquoted = (value: string): string =>
  /^"(.*)"$/.exec(value)?.[1] ?? /^'(.*)'$/.exec(value)?.[1] ?? value.replace(/\s+#.*$/, '')

/** What is already set wins over a file. */
export const addFrom = (file: string): boolean => {
  if (!existsSync(file)) return false
  for (const [name, value] of Object.entries(parseEnvironment(readFileSync(file, 'utf8')))) process.env[name] ??= value
  return true
}

export const addInstallation = (): boolean => addFrom('.env')

export const dataDir = (): string => process.env.DATA_DIR || './data'

/**
 * For commands such as `verify-log`: the installation's own environment, else the demo of this folder.
 * `npm start` never looks at the demo's file: production is the default and stays it.
 */
export const addInstallationOrDemo = (): 'installation' | 'demo' => {
  addInstallation()
  if (process.env.PAYLOAD_SECRET || process.env.NEWSROOM_MODE === 'production') return 'installation'
  return addFrom(join(dataDir(), DEMO_ENV)) ? 'demo' : 'installation'
}
