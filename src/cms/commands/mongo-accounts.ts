/**
 * `npm run mongo-accounts`: turns a fresh MongoDB server into the replica set that we need and creates the accounts.
 * Harmless to repeat; run it again after an update, since roles may have changed.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { MongoClient, MongoServerError, type Db } from 'mongodb'
import { ACCOUNT_NAMES, setUpAccounts, type AccountName } from '../mongo-accounts'

/** `mongodb://root:…@mongo:27017/newsroom?authSource=admin&directConnection=true` */
const URL_VARIABLE = 'MONGO_ADMIN_URL'
/** How the other processes reach this server: `mongo:27017`. */
const HOST_VARIABLE = 'MONGO_REPLICA_HOST'
const passwordVariable = (name: AccountName) => `MONGO_${name.toUpperCase()}_PASSWORD`

const given = (variable: string): string => {
  const value = process.env[variable]
  if (value) return value
  process.stderr.write(
    `${variable}: thiếu giá trị này; xem docs/operating.md.\n${variable}: this value is missing; see docs/operating.md.\n`,
  )
  process.exit(78)
}

const hasInitiated = async (admin: Db): Promise<boolean> => {
  try {
    await admin.command({ replSetGetStatus: 1 })
    return true
  } catch (refusal) {
    if (refusal instanceof MongoServerError && refusal.codeName === 'NotYetInitialized') return false
    throw refusal
  }
}

const untilPrimary = async (admin: Db): Promise<void> => {
  for (let tries = 0; tries < 240; tries += 1) {
    const { isWritablePrimary } = await admin.command({ hello: 1 })
    if (isWritablePrimary) return
    await pause(250)
  }
  throw new Error('The replica set has no primary after a minute.')
}

const url = given(URL_VARIABLE)
const passwords = Object.fromEntries(ACCOUNT_NAMES.map((name) => [name, given(passwordVariable(name))])) as Record<
  AccountName,
  string
>

const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 60_000 })
try {
  const admin = client.db('admin')
  if (!(await hasInitiated(admin)))
    await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: given(HOST_VARIABLE) }] } })
  await untilPrimary(admin)
  await setUpAccounts(client.db(), passwords)
  process.stdout.write(`Đã lập tài khoản: ${ACCOUNT_NAMES.join(', ')}.\nAccounts are set up.\n`)
} finally {
  await client.close()
}
