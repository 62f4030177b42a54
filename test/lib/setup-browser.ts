/** Before the browser tests: the product built as it ships, its sample newsroom written and the browser unpacked, once for all workers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { build } from '../../scripts/compile'
import { furnish } from '../../scripts/installation'
import { browserPath } from './browser'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with a sample newsroom on SQLite that nothing runs in, to be copied. */
    sample: string
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const sample = mkdtempSync(join(tmpdir(), 'ttdn-sample-'))
  project.provide('browser', await browserPath())
  project.provide('sample', sample)
  await build({ desk: false })
  await Promise.all([furnish(sample), build()])
  return () => rmSync(sample, { recursive: true, force: true })
}
