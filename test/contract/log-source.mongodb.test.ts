import { afterAll, describe, it } from 'vitest'
import { mongodForTests } from '../lib/mongod'
import { mongodbShelf } from './log-source-tables'
import { logSourceContract } from './log-source.contract'

const mongo = await mongodForTests()
afterAll(() => mongo?.stop())

if (mongo) logSourceContract('MongoDB', () => mongodbShelf(mongo.url('log_source')))
else describe.skip('log source in MongoDB', () => it('needs a MongoDB server', () => {}))
