/** Closes a run with one plain line of counts, and says loudly what could not be run. */
import type { Reporter, TestModule } from 'vitest/node'
import { unavailable } from './unavailable'

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 }
    for (const module of modules) {
      if (module.state() === 'failed' && module.children.size === 0) count.failed += 1 // it could not even be read
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        count[state === 'pending' ? 'skipped' : state] += 1
      }
    }
    for (const line of unavailable()) process.stdout.write(`\n!!! ${line}\n`)
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}\n`)
  }
}
