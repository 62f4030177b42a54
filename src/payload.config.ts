import { configuration } from './cms/configuration'

/** Read by the server, the panel and Payload's own commands; `src/cms/open` fills the environment with resolved values first. */
export default configuration({
  secret: process.env.PAYLOAD_SECRET ?? '',
  newsroomUrl: process.env.NEWSROOM_URL ?? 'http://127.0.0.1:3000',
  dataDir: process.env.DATA_DIR ?? 'data',
  databaseUrl: process.env.DATABASE_URL,
  push: process.env.NEWSROOM_PUSH === 'true',
})
