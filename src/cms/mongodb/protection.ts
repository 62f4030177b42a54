/** Whether the account that we use may change the log; MongoDB has no triggers, so the account is the wall. */
import type { MongooseAdapter } from '@payloadcms/db-mongodb'

type Privilege = {
  readonly resource: { readonly db?: string; readonly collection?: string; readonly anyResource?: boolean }
  readonly actions: readonly string[]
}

const CHANGING = ['update', 'remove', 'dropCollection', 'anyAction']

export const logIsProtected = async (adapter: MongooseAdapter, collections: readonly string[]): Promise<boolean> => {
  const db = adapter.connection.db!
  const { authInfo } = await db.command({ connectionStatus: 1, showPrivileges: true })
  // Nobody is logged in: the server asks for no account and everything is allowed.
  if (!authInfo.authenticatedUsers.length) return false
  const changing = (authInfo.authenticatedUserPrivileges as readonly Privilege[]).filter(({ actions }) =>
    actions.some((action) => CHANGING.includes(action)),
  )
  return !changing.some(({ resource }) => collections.some((collection) => covers(resource, db.databaseName, collection)))
}

const covers = ({ db, collection, anyResource }: Privilege['resource'], name: string, wanted: string): boolean =>
  anyResource === true || ((db === '' || db === name) && (collection === '' || collection === wanted))
