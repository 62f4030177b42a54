/**
 * `node scripts/go.mjs measure-checks [own] [blind] [blind2] [--misses]`: how many disagreements the number and date checks find in labelled pairs, and
 * how many they see where there is none. `own.json` was written beside the checks, `blind.json` and `blind2.json` by people who had not seen them.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { Language } from '#newsroom'
import { disagreements } from '#translation/quantities/compare'
import { run } from './speak'

type Labelled = {
  readonly id: string
  readonly from: Language
  readonly to: Language
  readonly source: string
  readonly target: string
  readonly expect: { readonly number: boolean; readonly date: boolean }
  readonly note?: string
}
type Judged = Labelled & { readonly found: Labelled['expect']; readonly seen: ReturnType<typeof disagreements> }

const judge = (pair: Labelled): Judged => {
  const seen = disagreements({ text: pair.source, language: pair.from }, { text: pair.target, language: pair.to })
  return {
    ...pair,
    seen,
    found: { number: seen.some(({ kind }) => kind === 'number'), date: seen.some(({ kind }) => kind === 'date') },
  }
}

const CHECKS = {
  number: ({ number }: Labelled['expect']) => number,
  date: ({ date }: Labelled['expect']) => date,
  either: ({ number, date }: Labelled['expect']) => number || date,
} as const

const share = (part: number, whole: number) =>
  whole === 0 ? 'none' : `${part}/${whole} = ${((100 * part) / whole).toFixed(1)} %`

run(() => {
  const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  for (const name of asked.length > 0 ? asked : ['own', 'blind', 'blind2']) {
    const file = `test/translation/pairs/${name}.json`
    if (!existsSync(file)) continue
    const judged = (JSON.parse(readFileSync(file, 'utf8')) as readonly Labelled[]).map(judge)
    for (const [check, of] of Object.entries(CHECKS)) {
      const wrong = judged.filter(({ expect }) => of(expect))
      const right = judged.filter(({ expect }) => !of(expect))
      const caught = wrong.filter(({ found }) => of(found))
      const alarms = right.filter(({ found }) => of(found))
      process.stdout.write(
        `${name.padEnd(6)}${check.padEnd(7)} found ${share(caught.length, wrong.length)}, false alarms ${share(alarms.length, right.length)}\n`,
      )
    }
    if (!process.argv.includes('--misses')) continue
    for (const { id, source, target, expect, found, seen, note } of judged)
      if (expect.number !== found.number || expect.date !== found.date)
        process.stdout.write(
          `${id} expected ${JSON.stringify(expect)}\n  ${source}\n  ${target}\n  ${JSON.stringify(seen)} ${note ?? ''}\n`,
        )
  }
  return Promise.resolve()
})
