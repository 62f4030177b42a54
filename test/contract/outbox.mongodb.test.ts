import { afterAll, describe, it } from 'vitest'
import { mongodForTests } from '../lib/mongod'
import { mongodbBench } from './outbox-tables'
import { outboxContract } from './outbox.contract'

const mongo = await mongodForTests()
afterAll(() => mongo?.stop())

if (mongo) outboxContract('MongoDB', (clock) => mongodbBench(mongo.url('outbox'), clock))
else describe.skip('outbox in MongoDB', () => it('needs a MongoDB server', () => {}))
