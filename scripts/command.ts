/** `npm run verify-log` and its like: a command of the newsroom, compiled, in this installation's or this demo's environment. */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { addInstallationOrDemo } from './environment'
import { compiledCommand, ROOT } from './programs'
import { run, Stop } from './speak'

run(async () => {
  const [name = ''] = process.argv.slice(2)
  if (addInstallationOrDemo() === 'demo') process.stderr.write('(bản chạy thử · the demo of this folder)\n')
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' })
  if (existsSync(`${ROOT}/node_modules/esbuild`)) await (await import('./compile')).build({ desk: false })
  const file = compiledCommand(basename(name))
  if (!existsSync(file)) throw new Stop(`Không có lệnh "${name}".`, `There is no command "${name}".`)
  process.argv.splice(1, 2, file)
  await import(pathToFileURL(file).href)
})
