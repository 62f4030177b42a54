/** `npm run generate`: writes Payload's types and the panel's import map anew; with `--check` only says whether they are current. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HARMLESS } from './compile'
import { run, say, Stop } from './speak'

const GENERATED = {
  'generate:types': 'src/payload-types.ts',
  'generate:importmap': 'src/app/(payload)/admin/importMap.js',
} as const

run(async () => {
  const checking = process.argv.includes('--check')
  const stale: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'ttdn-generate-'))
  try {
    for (const [command, file] of Object.entries(GENERATED)) {
      const before = existsSync(file) ? readFileSync(file, 'utf8') : null
      payload(command, folder)
      const after = readFileSync(file, 'utf8')
      if (after !== before) stale.push(file)
      if (checking && before !== null) writeFileSync(file, before)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (checking && stale.length > 0) {
    throw new Stop(
      `Tệp sinh ra đã cũ: ${stale.join(', ')}. Hãy chạy: npm run generate`,
      `Generated files are out of date: ${stale.join(', ')}. Run: npm run generate`,
    )
  }
  if (!checking) say(stale.length > 0 ? `Đã viết lại ${stale.join(', ')}.` : 'Không có gì thay đổi.', 'Generated.')
  return Promise.resolve()
})

function payload(command: string, folder: string): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=development', 'node_modules/payload/bin.js', command],
    {
      env: {
        ...process.env,
        ...HARMLESS,
        NODE_ENV: 'development',
        DATA_DIR: folder,
        PAYLOAD_CONFIG_PATH: 'src/payload.config.ts',
      },
      encoding: 'utf8',
    },
  )
  if (status === 0) return
  process.stderr.write(stdout + stderr)
  throw new Stop(`payload ${command} không chạy được; lý do ở ngay trên.`, `payload ${command} failed; the reason stands above.`)
}
