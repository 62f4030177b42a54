import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'

import { MongoClient, type Db } from 'mongodb'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload, PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseNow, protectLog } from '../../src/cms/database'
import { setUpAccounts, type AccountName } from '../../src/cms/mongo-accounts'
import { StartRefused } from '../../src/cms/start-refused'
import { asNewsroomError, checkTransactions, increment, inTransaction, type Retrying } from '../../src/cms/transaction'
import { mongodForTests, withDatabase, type TestMongo } from '../lib/mongod'
import { freePort } from '../lib/ports'
import { folder, openNewsroom, request, type Newsroom } from './database-newsroom'

const mongod = await mongodForTests()
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)
const publishTo = (
  payload: Payload,
  item: string,
  options: Retrying = {},
  during: (req: PayloadRequest) => Promise<void> = () => Promise.resolve(),
) =>
  inTransaction(
    payload,
    request(payload),
    async (req) => {
      const seq = await increment(payload, req, 'releases')
      await payload.db.create({ collection: 'releases', data: { seq, item }, req })
      await during(req)
      return seq
    },
    options,
  )

describe.skipIf(!mongod)('MongoDB', () => {
  const name = `mongodb-${randomUUID()}`
  const url = mongod?.url(name) ?? ''
  let newsroom: Newsroom
  let client: MongoClient
  let raw: Db
  beforeAll(async () => {
    newsroom = await openNewsroom({ databaseUrl: `${url}&monitorCommands=true`, dataDir: '' })
    client = await MongoClient.connect(url)
    raw = client.db(name)
  })
  afterAll(async () => {
    await newsroom?.close()
    await raw?.dropDatabase()
    await client?.close()
  })
  const payload = () => newsroom.payload
  const seqs = async () => (await raw.collection('releases').find().sort({ seq: 1 }).toArray()).map((row) => row.seq as number)
  const value = async () => (await raw.collection('counters').findOne({ name: 'releases' }))!.value as number

  it('names its collections as the slugs, for the processes that read them raw', async () => {
    const names = (await raw.listCollections().toArray()).map((collection) => collection.name)
    expect(names).toEqual(expect.arrayContaining(['articles', 'releases', 'events', 'counters']))
  })

  it('every release is acknowledged by a majority and its journal', async () => {
    const commits: unknown[] = []
    const watched = (payload().db as unknown as MongooseAdapter).connection.getClient()
    watched.on(
      'commandStarted',
      ({ commandName, command }) =>
        commandName === 'commitTransaction' && commits.push((command as { writeConcern: unknown }).writeConcern),
    )
    for (const n of upTo(5)) await publishTo(payload(), `bền ${n}`)
    expect(commits).toEqual(upTo(5).map(() => expect.objectContaining({ w: 'majority', j: true })))
  })

  it('waits for another process that holds the counter, and takes the number after', async () => {
    const before = await value()
    const session = client.startSession()
    session.startTransaction()
    await raw.collection('counters').updateOne({ name: 'releases' }, { $inc: { value: 1 } }, { session })
    await raw.collection('releases').insertOne({ seq: before + 1, item: 'tiến trình kia' }, { session })
    const publishing = publishTo(payload(), 'tiến trình này')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await session.commitTransaction()
    await session.endSession()
    expect(await publishing).toBe(before + 2)
  })

  it('gives up in our words when the other never lets go', async () => {
    const session = client.startSession()
    session.startTransaction()
    await raw.collection('counters').updateOne({ name: 'releases' }, { $inc: { value: 1 } }, { session })
    const started = performance.now()
    await expect(publishTo(payload(), 'bận', { waitMs: 1000 })).rejects.toMatchObject({ code: 'database.busy' })
    expect(performance.now() - started).toBeLessThan(3000)
    await expect(publishTo(payload(), 'bận', { tries: 3 })).rejects.toMatchObject({ code: 'database.busy', facts: { tries: 3 } })
    await session.abortTransaction()
    await session.endSession()
  })

  it('a plain save that meets another process can be told in our words', async () => {
    const { id } = await payload().create({ collection: 'articles', data: { title: 'hai tiến trình' } })
    const session = client.startSession()
    session.startTransaction()
    await raw.collection('articles').updateOne({ title: 'hai tiến trình' }, { $set: { note: 'kia' } }, { session })
    const refused = await payload()
      .update({ collection: 'articles', id, data: { note: 'này' } })
      .catch((error: unknown) => error)
    expect(asNewsroomError(refused)).toMatchObject({ code: 'database.busy' })
    await session.commitTransaction()
    await session.endSession()
    await payload().update({ collection: 'articles', id, data: { summary: 'này' } })
    expect(await payload().findByID({ collection: 'articles', id })).toMatchObject({ note: 'kia', summary: 'này' })
  })

  it('a tenth of the transactions broken by the server: repeated, no gap, nothing twice', async () => {
    const before = (await seqs()).length
    let runs = 0
    const broken = async (req: PayloadRequest) => {
      runs += 1
      if (runs % 10 !== 0) return
      const session = payload().db.sessions![String(await req.transactionID)] as unknown as { id: { id: object } }
      await client.db('admin').command({ killSessions: [{ id: session.id.id }] })
    }
    const taken = await Promise.all(upTo(60).map((n) => publishTo(payload(), `lặp ${n}`, {}, broken)))
    expect(runs).toBeGreaterThan(60)
    expect(taken.sort((a, b) => a - b)).toEqual(upTo(60).map((n) => before + n))
    expect(await seqs()).toEqual(upTo(before + 60))
  })

  it('a key taken raw is a bad request that names its field', async () => {
    const refused = await raw
      .collection('counters')
      .insertOne({ name: 'releases', value: 1 })
      .catch((error: unknown) => error)
    expect(asNewsroomError(refused)).toMatchObject({ code: 'request.invalid', facts: { reason: 'duplicate', field: 'name' } })
  })

  it('an address that does not name the replica set has transactions all the same', async () => {
    const quiet = await openNewsroom({ databaseUrl: url.replace(/replicaSet=[^&]*/, 'retryWrites=true'), dataDir: '' })
    await expect(checkTransactions(quiet.payload)).resolves.toBeUndefined()
    await quiet.close()
  })

  it('an account that may do everything does not protect the log, and says so', async () => {
    expect(await protectLog(payload())).toBe('hooks')
  })
})

describe.skipIf(!mongod)('a MongoDB server of our own', () => {
  let path: string
  let remove: () => Promise<void>
  let binary: string
  beforeAll(async () => {
    ;({ path, remove } = await folder())
    const client = await MongoClient.connect(mongod!.url('admin'))
    binary = ((await client.db('admin').command({ getCmdLineOpts: 1 })) as { argv: string[] }).argv[0]!
    await client.close()
  })
  afterAll(() => remove?.())

  const run = async (port: number, more: readonly string[] = []): Promise<ChildProcess> => {
    const server = spawn(
      binary,
      ['--port', String(port), '--dbpath', path, '--bind_ip', '127.0.0.1', '--wiredTigerCacheSizeGB', '0.25', ...more],
      { stdio: 'ignore' },
    )
    const client = await MongoClient.connect(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
      serverSelectionTimeoutMS: 20_000,
    })
    await client.close()
    return server
  }
  const stop = (server: ChildProcess, signal: 'SIGTERM' | 'SIGKILL') =>
    new Promise<void>((resolve) => {
      server.once('exit', () => resolve())
      server.kill(signal)
    })

  it('that stands alone is refused at start, in one sentence', async () => {
    const port = await freePort()
    const server = await run(port)
    const alone = await openNewsroom({ databaseUrl: `mongodb://127.0.0.1:${port}/alone`, dataDir: '' })
    const refusal = await checkTransactions(alone.payload).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(StartRefused)
    expect((refusal as StartRefused).en).toBe('This MongoDB has no transactions; run it as a replica set.')
    await alone.close()
    await stop(server, 'SIGTERM')
  })

  it('that is killed: a bounded refusal, nothing half, and we go on when it is back', async () => {
    const port = await freePort()
    const more = ['--replSet', 'one']
    let server = await run(port, more)
    const admin = await MongoClient.connect(`mongodb://127.0.0.1:${port}/?directConnection=true`)
    await admin.db('admin').command({ replSetInitiate: { _id: 'one', members: [{ _id: 0, host: `127.0.0.1:${port}` }] } })
    await admin.close()
    const { payload, close } = await openNewsroom({
      databaseUrl: `mongodb://127.0.0.1:${port}/killed?replicaSet=one`,
      dataDir: '',
    })
    await publishTo(payload, 'trước')
    let acknowledged = 1
    const failures: unknown[] = []
    const writers = upTo(5).map(async (who) => {
      for (const n of upTo(40)) {
        try {
          await publishTo(payload, `${who}-${n}`, { waitMs: 2000 })
          acknowledged += 1
        } catch (error) {
          failures.push(error)
          return
        }
      }
    })
    await new Promise((resolve) => setTimeout(resolve, 120))
    await stop(server, 'SIGKILL')
    const started = performance.now()
    await Promise.all(writers)
    expect(performance.now() - started).toBeLessThan(45_000)
    expect(failures.map((error) => (error as { code?: string }).code)).toEqual(failures.map(() => 'database.busy'))
    server = await run(port, more)
    const back = performance.now()
    let next: number | null = null
    while (next === null) next = await publishTo(payload, 'sau', { waitMs: 2000 }).catch(() => null)
    expect(performance.now() - back).toBeLessThan(20_000)
    const kept = (await payload.find({ collection: 'releases', limit: 0, sort: 'seq' })).docs.map((row) => row.seq)
    expect(kept).toEqual(upTo(kept.length))
    expect(next).toBe(kept.length)
    expect(kept.length).toBeGreaterThanOrEqual(acknowledged + 1)
    await close()
    await stop(server, 'SIGKILL')
  })
})

describe.skipIf(!mongod)('a MongoDB with accounts', () => {
  let server: TestMongo
  let newsroom: Newsroom
  const name = 'newsroom'
  beforeAll(async () => {
    server = (await mongodForTests({ auth: true }))!
    const root = await MongoClient.connect(server.url(name))
    const passwords: Record<AccountName, string> = { newsroom: 'a', worker: 'b', projector: 'c', dispatcher: 'd' }
    await setUpAccounts(root.db(name), passwords)
    await root.close()
    const address = new URL(server.url(name))
    address.username = 'newsroom'
    address.password = 'a'
    address.searchParams.set('authSource', name)
    newsroom = await openNewsroom({ databaseUrl: withDatabase(address.href, name), dataDir: '' })
  })
  afterAll(async () => {
    await newsroom?.close()
    await server?.stop()
  })

  it('gives the newsroom everything it needs, and protects the log from it', async () => {
    const { payload } = newsroom
    expect(await protectLog(payload)).toBe('accounts')
    await checkTransactions(payload)
    expect(await publishTo(payload, 'một')).toBe(1)
    expect(await publishTo(payload, 'hai')).toBe(2)
    expect(Math.abs((await databaseNow(payload)).getTime() - Date.now())).toBeLessThan(1000)
    const outcome = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => asNewsroomError(error)?.code,
      )
    const { docs } = await payload.find({ collection: 'releases', limit: 1 })
    const id = docs[0]!.id
    expect(await outcome(payload.update({ collection: 'releases', id, data: { item: 'sửa' } }))).toBe('release.immutable')
    expect(await outcome((payload as Payload).delete({ collection: 'releases', id }))).toBe('release.immutable')
    expect(await outcome(payload.db.updateOne({ collection: 'releases', id, data: { item: 'sửa' } }))).toBe('release.immutable')
    expect(await outcome(payload.db.deleteMany({ collection: 'events', where: { n: { greater_than: -1 } } }))).toBe(
      'release.immutable',
    )
    expect((await payload.find({ collection: 'releases', sort: 'seq' })).docs.map((row) => row.item)).toEqual(['một', 'hai'])
  })
})
