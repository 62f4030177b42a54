import { MongoClient } from 'mongodb'
import { afterAll, describe, expect, it } from 'vitest'
import { mongodForTests, startMongod, withDatabase } from '../lib/mongod'

describe('the MongoDB server of the tests', async () => {
  const mongo = await mongodForTests()
  afterAll(async () => mongo?.stop())

  it.skipIf(!mongo)('is a replica set with transactions', async () => {
    const client = await MongoClient.connect(mongo!.url('ground'))
    try {
      const words = client.db().collection('words')
      await words.insertOne({ vi: 'hoa', en: 'flower', ja: '花' })
      const session = client.startSession()
      session.startTransaction()
      await words.insertOne({ vi: 'cà phê' }, { session })
      await session.abortTransaction()
      await session.endSession()
      expect(await words.countDocuments()).toBe(1)
    } finally {
      await client.db().dropDatabase()
      await client.close()
    }
  })

  it('is reached by a database name, whatever the address looks like', () => {
    expect(withDatabase('mongodb://a:1,b:2/?replicaSet=rs0', 'thu')).toBe('mongodb://a:1,b:2/thu?replicaSet=rs0')
    expect(withDatabase('mongodb://u:p@a:1/cu?replicaSet=rs0', 'thu')).toBe('mongodb://u:p@a:1/thu?replicaSet=rs0')
    expect(withDatabase('mongodb://a:1', 'thu')).toBe('mongodb://a:1/thu')
  })

  it('is loudly absent where it cannot be had, and an error on CI', async () => {
    const before = { ...process.env }
    try {
      Object.assign(process.env, { MONGOD_BINARY: '/nowhere/mongod', CI: 'true' })
      delete process.env.MONGODB_TEST_URL
      await expect(startMongod()).rejects.toThrow('MONGOD_BINARY')
    } finally {
      for (const name of ['MONGOD_BINARY', 'CI', 'MONGODB_TEST_URL']) {
        if (before[name] === undefined) delete process.env[name]
        else process.env[name] = before[name]
      }
    }
  })
})
