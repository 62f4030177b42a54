import { MongoClient, MongoServerError, type Db } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNT_NAMES, DESK_COLLECTIONS, LOG_COLLECTIONS, setUpAccounts, type AccountName } from '#cms/mongo-accounts'
import { mongodForTests, ROOT_ACCOUNT } from '../lib/mongod'

/** The server of the compose file: it asks everybody for an account. */
const mongo = await mongodForTests({ auth: true })

describe.skipIf(!mongo)('accounts of the compose file on a server that asks for them', () => {
  const DATABASE = 'newsroom'
  const passwords = Object.fromEntries(ACCOUNT_NAMES.map((name) => [name, `mat-khau-${name}`])) as Record<AccountName, string>
  const clients: MongoClient[] = []
  const connected = async (name: string, password: string, authSource: string): Promise<Db> => {
    const url = new URL(mongo!.url(DATABASE))
    url.username = name
    url.password = password
    url.searchParams.set('authSource', authSource)
    const client = await MongoClient.connect(url.href)
    clients.push(client)
    return client.db(DATABASE)
  }
  const as = {} as Record<AccountName, Db>

  beforeAll(async () => {
    const root = await connected(ROOT_ACCOUNT.name, ROOT_ACCOUNT.password, 'admin')
    await setUpAccounts(root, passwords)
    await setUpAccounts(root, passwords) // once more: an update of the program runs it again
    for (const name of ACCOUNT_NAMES) as[name] = await connected(name, passwords[name], DATABASE)
    await root.collection('users').insertOne({ name: 'Trần Thị Bích Ngọc', hash: 'bí mật' })
    await root.collection('releases').insertOne({ seq: 1, item: '01J', kind: 'release' })
    await root.collection('events').insertOne({ n: 1, verb: 'release' })
    await root.collection('deliveries').insertOne({ key: 'rel_1_portal', state: 'pending' })
    await root.collection('channels').insertOne({ key: 'portal', state: 'active' })
    await root.collection('clients').insertOne({ keyId: 'k1', keyHash: 'abc' })
  })
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()))
    await mongo!.stop()
  })

  const refused = async (work: Promise<unknown>): Promise<string> => {
    try {
      await work
      return 'allowed'
    } catch (refusal) {
      return refusal instanceof MongoServerError ? (refusal.codeName ?? '') : String(refusal)
    }
  }

  it('nobody comes in without one', async () => {
    const url = new URL(mongo!.url(DATABASE))
    url.username = ''
    url.password = ''
    url.searchParams.delete('authSource')
    const stranger = await MongoClient.connect(url.href)
    expect(await refused(stranger.db(DATABASE).collection('releases').findOne())).toBe('Unauthorized')
    await stranger.close()
  })

  it.each(['newsroom', 'worker'] as const)('%s appends to the log, in one transaction with the rest', async (name) => {
    const db = as[name]
    const session = db.client.startSession()
    await session.withTransaction(async () => {
      await db.collection('releases').insertOne({ seq: 2 }, { session })
      await db.collection('events').insertOne({ n: 2 }, { session })
      await db.collection('workflow').updateOne({ article: 'a' }, { $set: { state: 'approved' } }, { upsert: true, session })
      await db.collection('counters').updateOne({ name: 'releases' }, { $inc: { value: 1 } }, { upsert: true, session })
    })
    await session.endSession()
    expect(await db.collection('releases').countDocuments({ seq: 2 })).toBeGreaterThan(0)
  })

  it.each(['newsroom', 'worker'] as const)('%s cannot change, replace or remove what the log holds', async (name) => {
    for (const collection of LOG_COLLECTIONS) {
      const log = as[name].collection(collection)
      expect([
        await refused(log.updateOne({}, { $set: { kind: 'withdrawal' } })),
        await refused(log.updateMany({}, { $unset: { digest: 1 } })),
        await refused(log.replaceOne({}, { seq: 1 })),
        await refused(log.findOneAndUpdate({}, { $set: { seq: 9 } })),
        await refused(log.deleteOne({})),
        await refused(log.deleteMany({})),
        await refused(log.findOneAndDelete({})),
        await refused(log.drop()),
        await refused(log.rename(`${collection}_old`)),
        await refused(log.bulkWrite([{ updateOne: { filter: {}, update: { $set: { seq: 7 } } } }])),
        await refused(log.aggregate([{ $match: {} }, { $merge: { into: collection } }]).toArray()),
        await refused(log.aggregate([{ $out: collection }]).toArray()),
        await refused(as[name].command({ collMod: collection, validator: {} })),
      ]).toEqual(Array(13).fill('Unauthorized'))
    }
    expect(await refused(as[name].dropDatabase())).toBe('Unauthorized')
    expect(await as[name].collection('releases').findOne({ seq: 1 })).toMatchObject({ seq: 1, kind: 'release' })
  })

  it('newsroom cannot write a collection that nobody named, nor give itself rights', async () => {
    expect(await refused(as.newsroom.collection('elsewhere').insertOne({ n: 1 }))).toBe('Unauthorized')
    expect(await refused(as.newsroom.command({ grantRolesToUser: 'newsroom', roles: ['dbOwner'] }))).toBe('Unauthorized')
  })

  it('projector reads releases and keys of clients, and nothing else', async () => {
    expect(await as.projector.collection('releases').countDocuments()).toBeGreaterThan(0)
    expect(await as.projector.collection('clients').findOne()).toMatchObject({ keyId: 'k1' })
    const others = [...DESK_COLLECTIONS, 'events'].filter((collection) => collection !== 'clients')
    for (const collection of others)
      expect([collection, await refused(as.projector.collection(collection).findOne())]).toEqual([collection, 'Unauthorized'])
  })

  it('projector writes nothing', async () => {
    for (const collection of ['releases', 'clients', 'users', 'deliveries']) {
      const there = as.projector.collection(collection)
      expect([
        await refused(there.insertOne({})),
        await refused(there.updateOne({}, { $set: { a: 1 } })),
        await refused(there.deleteOne({})),
      ]).toEqual(Array(3).fill('Unauthorized'))
    }
  })

  it('dispatcher keeps deliveries, and reads neither people nor drafts', async () => {
    await as.dispatcher.collection('deliveries').updateOne({ key: 'rel_1_portal' }, { $set: { state: 'leased' } })
    await as.dispatcher.collection('channels').updateOne({ key: 'portal' }, { $set: { state: 'paused' } })
    expect(await as.dispatcher.collection('releases').findOne({ seq: 1 })).toMatchObject({ kind: 'release' })
    for (const collection of ['users', 'articles', '_articles_versions', 'clients', 'events', 'workflow']) {
      expect([collection, await refused(as.dispatcher.collection(collection).findOne())]).toEqual([collection, 'Unauthorized'])
    }
    expect([
      await refused(as.dispatcher.collection('deliveries').insertOne({})),
      await refused(as.dispatcher.collection('deliveries').deleteMany({})),
      await refused(as.dispatcher.collection('releases').updateOne({}, { $set: { seq: 3 } })),
    ]).toEqual(Array(3).fill('Unauthorized'))
  })
})
