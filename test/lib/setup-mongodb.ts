/** One MongoDB server for the whole run, whichever projects ask for it. */
import type { TestProject } from 'vitest/node'
import { startMongod, type TestMongo } from './mongod'

const KEY = Symbol.for('ttdn.test.mongodb')
type Shared = { server: Promise<TestMongo | null>; users: number }
const run = globalThis as { [KEY]?: Shared }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (run[KEY] ??= { server: startMongod(), users: 0 })
  shared.users += 1
  const server = await shared.server
  project.provide('mongodb', server ? server.url('test') : null)
  // Programs that tests start as processes of their own find it here, as do the workers.
  if (server) process.env.MONGODB_TEST_URL ??= server.url('test')
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    delete run[KEY]
    if (process.env.MONGODB_TEST_URL === server?.url('test')) delete process.env.MONGODB_TEST_URL
    await server?.stop()
  }
}
