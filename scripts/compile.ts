/** Makes `dist/` (our programs, by esbuild) and `.next/` (the desk, by Next), each only when its sources changed. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { BuildFailure } from 'esbuild'
import { DEMO_KEY_PREFIX, DEMO_SECRET_PREFIX } from '#env'
import { PROGRAMS, ROOT, SHIPPED_SCRIPTS } from './programs'
import { during, Stop } from './speak'

const STAMP = join(ROOT, 'dist', '.stamp')
const LOCK = join(ROOT, 'dist', '.building')
type Part = 'programs' | 'desk'
type Stamp = Partial<Record<Part, string>>

/** What each part is made from. Lock file and configuration count: another Next builds another desk. */
const SOURCES: Readonly<
  Record<Part, { readonly folders: readonly string[]; readonly files: readonly string[]; readonly without: RegExp }>
> = {
  programs: {
    folders: ['src', 'collections', 'locales', 'scripts'],
    files: ['package.json', 'tsconfig.json'],
    without: /^src\/(app|admin)\/.*\.(s?css|tsx)$/,
  },
  desk: {
    folders: ['src', 'collections', 'locales'],
    files: ['package-lock.json', 'tsconfig.json', 'next.config.mjs'],
    without:
      /^src\/(sandbox|sample|server\.ts|cms\/(commands|worker)|delivery\/(public|dispatcher|projector)|bulletin\/print\/.*\.typ)/,
  },
}

export type BuildWish = { readonly desk?: boolean; readonly force?: boolean }

/** Builds what is not current; says so only when there is something to do. */
export const build = async ({ desk = true, force = false }: BuildWish = {}): Promise<void> => {
  const parts: readonly Part[] = desk ? ['programs', 'desk'] : ['programs']
  if (!force && parts.every(isCurrent)) return
  await alone(async () => {
    for (const part of parts) {
      const hash = contentHash(part)
      if (!force && isCurrent(part, hash)) continue
      forget(part)
      await MAKE[part]()
      writeFileSync(STAMP, JSON.stringify({ ...stamp(), [part]: hash }))
    }
  })
}

export const contentHash = (part: Part): string => {
  const { folders, files, without } = SOURCES[part]
  const all = [
    ...folders.flatMap(filesBelow).filter((file) => !without.test(file)),
    ...files.filter((file) => existsSync(join(ROOT, file))),
  ].sort()
  const hash = createHash('sha256').update(`${process.versions.modules}\n`)
  for (const file of all)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0')
  return hash.digest('hex')
}

const isCurrent = (part: Part, hash: string | unknown = contentHash(part)): boolean =>
  stamp()[part] === hash && existsSync(MADE[part])

const MADE: Readonly<Record<Part, string>> = {
  programs: join(ROOT, 'dist', 'newsroom.mjs'),
  desk: join(ROOT, '.next', 'BUILD_ID'),
}

const MAKE: Readonly<Record<Part, () => Promise<void>>> = {
  programs: () => during('Đang biên dịch các chương trình…', 'Compiling the programs', compilePrograms),
  desk: () =>
    during(
      'Đang dựng giao diện tòa soạn (lần đầu mất một, hai phút)…',
      'Building the desk (a minute or two the first time)',
      buildDesk,
    ),
}

const compilePrograms = async (): Promise<void> => {
  const { build: bundle } = await import('esbuild')
  for (const old of filesBelow('dist').filter((file) => /\.mjs(\.map)?$/.test(file))) rmSync(join(ROOT, old))
  const commands = readdirSync(join(ROOT, 'src/cms/commands')).filter((file) => file.endsWith('.ts'))
  await bundle({
    absWorkingDir: ROOT,
    entryPoints: [
      ...Object.entries(PROGRAMS).map(([out, source]) => ({ in: source, out })),
      ...commands.map((file) => ({ in: `src/cms/commands/${file}`, out: `commands/${file.replace(/\.ts$/, '')}` })),
      ...SHIPPED_SCRIPTS.map((script) => ({ in: `scripts/${script}.ts`, out: `scripts/${script}` })),
    ],
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'silent',
  }).catch((problem: Partial<BuildFailure>) => {
    const [first] = problem.errors ?? []
    if (!first) throw new Error('esbuild failed', { cause: problem })
    const where = first.location ? `${first.location.file}:${first.location.line}: ` : ''
    throw new Stop(`Biên dịch không thành công: ${where}${first.text}`, `The programs did not compile: ${where}${first.text}`)
  })
}

const buildDesk = async (): Promise<void> => {
  const said: string[] = []
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: ROOT,
    env: { ...process.env, ...HARMLESS, NODE_ENV: 'production', NODE_OPTIONS: '--conditions=production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const code = await new Promise<number | null>((done, failed) => child.once('error', failed).once('close', done))
  if (code === 0) return
  process.stderr.write(said.join('').split('\n').slice(-40).join('\n'))
  throw new Stop(
    'Không dựng được giao diện tòa soạn; lý do ở ngay trên.',
    'The desk could not be built; the reason stands above.',
  )
}

/** The build reads our configuration but keeps nothing of it: harmless values, so that no real secret is near. */
export const HARMLESS = {
  NEXT_TELEMETRY_DISABLED: '1',
  NEWSROOM_MODE: 'demo',
  PAYLOAD_SECRET: `${DEMO_SECRET_PREFIX}only-while-building-${'0'.repeat(20)}`,
  CREDENTIALS_KEY: Buffer.concat([DEMO_KEY_PREFIX, Buffer.alloc(28)]).toString('base64'),
  DATABASE_URL: '',
  HOST: '127.0.0.1',
} as const

const stamp = (): Stamp => {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8')) as Stamp
  } catch {
    return {} // none yet, or cut off by a kill: build again
  }
}

const forget = (part: Part): void => {
  const kept = { ...stamp() }
  delete kept[part]
  writeFileSync(STAMP, JSON.stringify(kept))
}

const filesBelow = (folder: string): readonly string[] =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
        const path = `${folder}/${entry.name}`
        return entry.isDirectory() ? filesBelow(path) : [path]
      })
    : []

/** One build at a time in this folder; a lock whose process is gone does not count. */
const alone = async (work: () => Promise<void>): Promise<void> => {
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  while (!taken()) await pause(500)
  try {
    await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

const taken = (): boolean => {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
    if (isAbandoned()) rmSync(LOCK, { force: true })
    return false
  }
}

const isAbandoned = (): boolean => {
  try {
    const owner = readFileSync(LOCK, 'utf8')
    return owner ? !isAlive(Number(owner)) : Date.now() - statSync(LOCK).mtimeMs > 10_000
  } catch {
    return false // it went away while we looked
  }
}

export const isAlive = (pid: number): boolean => {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}
