/** The MongoDB server of a test: the one that the whole run shares, or one with accounts of its own. */
import { startMongod, withDatabase, type TestMongo } from './mongod-server'
import { provided } from './provided'

export { ROOT_ACCOUNT, startMongod, withDatabase, type TestMongo } from './mongod-server'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server that the whole run shares; null where none could be had. */
    mongodb: string | null
  }
}

/**
 * `null`: this machine cannot have one; skip the suite (`describe.skipIf(!mongo)`). The run says so at its end.
 * With `auth` a server of its own, whose address carries the root account; stop it when done.
 */
export const mongodForTests = async ({ auth = false }: { readonly auth?: boolean } = {}): Promise<TestMongo | null> => {
  const shared = provided('mongodb')
  if (!auth && shared !== undefined)
    return shared === null ? null : { url: (database) => withDatabase(shared, database), stop: async () => {} }
  return startMongod({ auth })
}
