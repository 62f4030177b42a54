/** Before the browser tests: the product built as it ships, and the browser unpacked once for all workers. */
import type { TestProject } from 'vitest/node'
import { build } from '../../scripts/compile'
import { browserPath } from './browser'

export default async function setup(project: TestProject): Promise<void> {
  project.provide('browser', await browserPath())
  await build()
}
