import { describe, it } from 'vitest'
import { mongodbBench } from './outbox-tables'
import { outboxContract } from './outbox.contract'

const url = process.env.MONGODB_TEST_URL

if (url) outboxContract('MongoDB', (clock) => mongodbBench(url, clock))
else describe.skip('outbox in MongoDB', () => it('needs a MongoDB server', () => {}))
