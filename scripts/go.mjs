// Starts a script of this folder: `node scripts/go.mjs demo --walk`. Written for old Node versions to read, so that
// they can be told apart: no newer syntax before the check.
import { existsSync, readFileSync } from 'fs'
import { dirname, join } from 'path'
import { fileURLToPath, pathToFileURL } from 'url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const isOlder = (version, least) => {
  const [major, minor] = version.split('.').map(Number)
  const [leastMajor, leastMinor] = least.split('.').map(Number)
  return major < leastMajor || (major === leastMajor && minor < leastMinor)
}

const say = (vi, en) => {
  process.stderr.write(vi + '\n' + en + '\n')
  process.exit(1)
}

const needed = /\d+\.\d+/.exec(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node)[0]
if (isOlder(process.versions.node, needed)) {
  say(
    'Cần Node.js từ ' +
      needed +
      ' trở lên, máy này đang dùng ' +
      process.versions.node +
      '. Hãy cài bản mới tại https://nodejs.org rồi chạy lại.',
    'Node.js ' +
      needed +
      ' or newer is needed, this is ' +
      process.versions.node +
      '. Install it from https://nodejs.org and try again.',
  )
}
if (!existsSync(join(root, 'node_modules', 'next'))) {
  say('Chưa cài các gói cần thiết. Hãy chạy: npm ci', 'The packages are not installed yet. Run: npm ci')
}

const name = process.argv[2]
process.chdir(root)
process.argv.splice(2, 1)

// A developer's machine reads the source as it is; an image without the development packages has the compiled script.
const source = join(root, 'scripts', name + '.ts')
const compiled = join(root, 'dist', 'scripts', name + '.mjs')
if (existsSync(source) && existsSync(join(root, 'node_modules', 'tsx'))) {
  import('tsx/esm/api').then((tsx) => {
    tsx.register()
    return import(pathToFileURL(source).href)
  })
} else {
  import(pathToFileURL(compiled).href)
}
