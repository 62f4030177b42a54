/** A newsroom of four small collections, enough to try a database with. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { buildConfig, getPayload, type CollectionConfig, type Payload, type PayloadRequest } from 'payload'
import { database, protectLog, type DatabaseEnv, type DatabaseOptions } from '../../src/cms/database'
import { createCounters } from '../../src/cms/transaction'

const small = (payload: Payload) => payload as unknown as SmallPayload
const open = () => true
const access = { create: open, read: open, update: open, delete: open, readVersions: open, unlock: open }

const articles: CollectionConfig = {
  slug: 'articles',
  access,
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'summary', type: 'text' },
    { name: 'note', type: 'text' },
    { name: 'tags', type: 'array', fields: [{ name: 'word', type: 'text' }] },
    { name: 'revision', type: 'number', defaultValue: 0 },
  ],
  hooks: {
    afterChange: [
      async ({ doc, req, context }) => {
        if (context.event)
          await small(req.payload).create({ collection: 'events', data: { n: context.event, record: doc.title }, req })
        if (context.eventWithoutReq)
          await small(req.payload).create({ collection: 'events', data: { n: context.eventWithoutReq, record: doc.title } })
        if (context.fail) throw new Error('the hook fails')
      },
    ],
  },
}
const releases: CollectionConfig = {
  slug: 'releases',
  access,
  fields: [
    { name: 'seq', type: 'number', required: true, unique: true, index: true },
    { name: 'item', type: 'text' },
    { name: 'record', type: 'text' },
  ],
}
const events: CollectionConfig = {
  slug: 'events',
  access,
  fields: [
    { name: 'n', type: 'number', required: true, unique: true },
    { name: 'record', type: 'text' },
    { name: 'idempotencyKey', type: 'text', unique: true },
  ],
}
const counters: CollectionConfig = {
  slug: 'counters',
  access,
  fields: [
    { name: 'name', type: 'text', required: true, unique: true },
    { name: 'value', type: 'number', required: true },
  ],
}

type Row = { readonly id: string; readonly [field: string]: unknown }
/** Payload's operations on the collections above, which are not those of the product. */
export type SmallPayload = Omit<Payload, 'create' | 'find' | 'findByID' | 'update'> & {
  readonly create: (asked: Record<string, unknown>) => Promise<Row>
  readonly update: (asked: Record<string, unknown>) => Promise<Row>
  readonly find: (asked: Record<string, unknown>) => Promise<{ readonly docs: readonly Row[]; readonly totalDocs: number }>
  readonly findByID: (asked: Record<string, unknown>) => Promise<Row>
}
export type Newsroom = { readonly payload: SmallPayload & Payload; readonly close: () => Promise<void> }

/** Starts Payload on a database; `logged` receives what its logger says. */
export const openNewsroom = async (
  env: DatabaseEnv,
  options: DatabaseOptions = {},
  logged: (row: Record<string, unknown>) => void = () => undefined,
  { prepare = true }: { readonly prepare?: boolean } = {},
): Promise<Newsroom> => {
  const config = buildConfig({
    secret: 'a secret of the tests, long enough for anybody',
    collections: [articles, releases, events, counters],
    db: database(env, options),
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: 'error' }, destination: { write: (row: string) => logged(JSON.parse(row)) } },
  })
  const payload = await getPayload({ config, key: randomUUID() })
  if (prepare) {
    await createCounters(payload)
    await protectLog(payload)
  }
  return { payload: payload as unknown as Newsroom['payload'], close: () => payload.destroy() }
}

/** A folder of its own for every file of tests. */
export const folder = async (): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> => {
  // Spaces and marks, because newsrooms name folders like this.
  const path = await mkdtemp(join(tmpdir(), 'tòa soạn '))
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) }
}

/** A request as an endpoint would have it. */
export const request = (payload: Payload): PayloadRequest =>
  ({ payload, context: {}, headers: new Headers() }) as unknown as PayloadRequest
