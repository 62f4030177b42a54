/**
 * Who may do what in MongoDB, in one place: the compose file's set-up, the manual and the tests all read it here.
 * MongoDB has no triggers, so the account is the wall around the log: nobody's may change or remove an entry.
 */

/** Appended to, never changed: the releases and the events of the desk. */
export const LOG_COLLECTIONS = ['releases', 'events'] as const

/** Everything else that the desk keeps. A collection that is not named here cannot be written: name it with its first use. */
export const DESK_COLLECTIONS = [
  'users',
  'organisations',
  'topics',
  'media',
  'stories',
  'articles',
  '_articles_versions',
  'videos',
  'workflow',
  'deliveries',
  'channels',
  'clients',
  'terms',
  'counters',
  'idempotency',
  'previews',
  'comments',
  'memory',
  'licences',
  'rules',
  'bulletins',
  'editions',
  'pieces',
  '_pieces_versions',
  'records',
  'programmes',
  'payload-jobs',
  'payload-jobs-stats',
  'payload-kv',
  'payload-locked-documents',
  'payload-migrations',
  'payload-preferences',
] as const

const READ = ['find', 'changeStream', 'listIndexes', 'collStats'] as const
const APPEND = [...READ, 'insert', 'createCollection', 'createIndex'] as const
const WRITE = [...APPEND, 'update', 'remove', 'dropIndex', 'collMod'] as const
type Action = (typeof WRITE)[number] | 'listCollections'

/** `collection: ''` is the database itself. */
export type Privilege = { readonly collection: string; readonly actions: readonly Action[] }

const onEach = (collections: readonly string[], actions: readonly Action[]): readonly Privilege[] =>
  collections.map((collection) => ({ collection, actions }))

const DESK: readonly Privilege[] = [
  ...onEach(DESK_COLLECTIONS, WRITE),
  ...onEach(LOG_COLLECTIONS, APPEND),
  { collection: '', actions: ['listCollections'] },
]

/** One account a process; the password comes from the environment of whoever sets them up. */
export const ACCOUNTS = {
  newsroom: DESK,
  // Releases at their second and keeps house: the desk's rights under its own name, so that the server's log tells them apart.
  worker: DESK,
  projector: onEach(['releases', 'clients'], ['find', 'changeStream']),
  dispatcher: [
    { collection: 'deliveries', actions: ['find', 'update'] },
    // An outlet that answers 410 is paused.
    { collection: 'channels', actions: ['find', 'update'] },
    { collection: 'releases', actions: ['find', 'changeStream'] },
  ],
} as const satisfies Readonly<Record<string, readonly Privilege[]>>
export type AccountName = keyof typeof ACCOUNTS
export const ACCOUNT_NAMES = Object.keys(ACCOUNTS) as readonly AccountName[]

/** The part of the driver's `Db` that is needed here. */
type Commands = { readonly databaseName: string; readonly command: (command: Record<string, unknown>) => Promise<unknown> }

/** Creates the accounts with their roles, or brings existing ones to what is written here; to be run as an administrator. */
export const setUpAccounts = async (db: Commands, passwords: Readonly<Record<AccountName, string>>): Promise<void> => {
  for (const name of ACCOUNT_NAMES) {
    const privileges = ACCOUNTS[name].map(({ collection, actions }) => ({
      resource: { db: db.databaseName, collection },
      actions,
    }))
    const role = `ttdn-${name}`
    await createOrUpdate(db, 'Role', role, { privileges, roles: [] })
    await createOrUpdate(db, 'User', name, { pwd: passwords[name], roles: [{ role, db: db.databaseName }] })
  }
}

const ALREADY_THERE = [51002, 51003]

const createOrUpdate = async (db: Commands, what: 'Role' | 'User', name: string, as: Record<string, unknown>): Promise<void> => {
  try {
    await db.command({ [`create${what}`]: name, ...as })
  } catch (refusal) {
    if (!ALREADY_THERE.includes((refusal as { code?: number }).code ?? 0)) throw refusal
    await db.command({ [`update${what}`]: name, ...as })
  }
}
