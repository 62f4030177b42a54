import { getPayload, type Payload } from 'payload'
import type { Env } from '#env'
import type { Logger } from '#logger'
import { addLegalRules } from './bulletin/licence'
import { createCounters, checkTransactions } from './transaction'
import { protectLog } from './database'
import { StartRefused } from './start-refused'

/** Payload with everything proven that a newsroom stands on: rules, transactions, counters, a log that nothing changes. */
export const openNewsroom = async (env: Env, logger: Logger): Promise<Payload> => {
  tell(env)
  const { default: config } = await import('../payload.config')
  const payload = await getPayload({ config })
  await checkTransactions(payload)
  await createCounters(payload)
  await addLegalRules(payload)
  const guard = await protectLog(payload)
  if (guard === 'hooks') {
    if (env.mode === 'production') throw unguarded()
    logger.warn({ guard }, 'the database account may change the log; use the accounts of docs/operating.md')
  }
  if (env.mode === 'production') await refuseDemoUsers(payload)
  return payload
}

/** Our hooks alone do not guard the log: the database itself has to refuse. */
const unguarded = () =>
  new StartRefused({
    vi: 'Tài khoản cơ sở dữ liệu này sửa được sổ phát hành; bản chính thức không khởi động. Hãy dùng tài khoản do npm run mongo-accounts lập.',
    en: 'This database account may change the release log; production does not start. Use the account that npm run mongo-accounts makes.',
  })

/** The configuration is read by Payload, by Next and by collections: they find resolved values, not defaults of their own. */
const tell = (env: Env): void => {
  Object.assign(process.env, {
    NEWSROOM_MODE: env.mode,
    DATA_DIR: env.dataDir,
    PAYLOAD_SECRET: env.payloadSecret,
    CREDENTIALS_KEY: env.credentialsKey,
    NEWSROOM_URL: env.newsroomUrl,
    PUBLIC_URL: env.publicUrl,
    MEDIA_DIR: env.mediaDir,
    PUSH_TO_LOOPBACK: String(env.pushToLoopback),
  })
}

/** Accounts of the sample newsroom have known passwords: production does not start beside them. */
export const DEMO_DOMAIN = 'toasoan.lamdong.example'
const refuseDemoUsers = async (payload: Payload): Promise<void> => {
  const { docs } = await payload.db.find<{ id: string; email: string }>({
    collection: 'users',
    where: { email: { like: DEMO_DOMAIN } },
    limit: 1,
    pagination: false,
  })
  if (docs.length > 0)
    throw new StartRefused({
      vi: 'Cơ sở dữ liệu còn tài khoản chạy thử; bản chính thức không khởi động. Hãy dùng cơ sở dữ liệu mới.',
      en: 'The database holds accounts of the demo; production does not start. Use a new database.',
    })
}
