import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Suites that need a database, Payload or a browser; every other folder of test/ is plain code. */
const APART = ['contract', 'cms', 'browser']
const within = (folders: readonly string[]) => folders.map((folder) => `test/${folder}/**/*.test.ts`)

/** Short files that take minutes; where nothing is known of earlier runs, Vitest takes the longest text for the longest run. */
const LONG = /\/browser\/(chaos|demo)\.test\.ts$/

/** Must come first: it says where the others may write. */
const TEMPORARY = './test/lib/setup-temporary.ts'

/** All projects are one queue: what takes long first, so that no worker ends the run alone. */
const ORDER = ['browser', 'cms', 'contract', 'pure']
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => (LONG.test(moduleId) ? -1 : ORDER.indexOf(project.name))
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}

/**
 * Importing Payload costs 2 to 4 s a file, so files of a worker share their modules (`isolate: false`): no test may
 * count on an empty table, on ids, or on modules of its own.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    reporters: ['default', './test/lib/reporter.ts'],
    exclude: [...configDefaults.exclude, '.next/**', 'dist/**', 'data/**'],
    // A shared machine can stand still for seconds in the middle of anything; what is broken stays broken three times.
    retry: process.env.CI ? 2 : 0,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for on a screen or in an outlet takes as long as the machine takes; the default of a second is for units.
    expect: { poll: { timeout: 30_000 } },
    env: { LOG_LEVEL: 'silent', NEXT_TELEMETRY_DISABLED: '1', TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...within(APART)],
          globalSetup: [TEMPORARY],
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: within(['contract']),
          globalSetup: [TEMPORARY, './test/lib/setup-mongodb.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'cms',
          include: within(['cms']),
          globalSetup: [TEMPORARY, './test/lib/setup-mongodb.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: within(['browser']),
          globalSetup: [TEMPORARY, './test/lib/setup-mongodb.ts', './test/lib/setup-browser.ts'],
          isolate: true,
          testTimeout: 240_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
