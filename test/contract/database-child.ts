/** A second process on the same database, told by its arguments what to do; it answers line by line. */
import { inTransaction, increment } from '../../src/cms/transaction'
import { openNewsroom, request } from './database-newsroom'

const [, , task, env, count = '0'] = process.argv
const { payload, close } = await openNewsroom(JSON.parse(env!))
const say = (line: string) => process.stdout.write(`${line}\n`)
const until = (line: string) =>
  new Promise<void>((resolve) => {
    process.stdin.on('data', (text: Buffer) => text.toString().includes(line) && resolve())
  })

const publish = (text: string) =>
  inTransaction(payload, request(payload), async (req) => {
    const seq = await increment(payload, req, 'releases')
    await payload.create({ collection: 'releases', data: { seq, item: text }, req })
    return seq
  })

const tasks: Record<string, () => Promise<void>> = {
  /** Publishes and saves, as fast as it may. */
  write: async () => {
    for (let n = 1; n <= Number(count); n += 1) {
      await publish(`child ${n}`)
      await payload.create({ collection: 'articles', data: { title: `Bài của tiến trình hai, số ${n}` } })
    }
    say('done')
  },
  /** Publishes one after the other and says so each time. */
  acknowledge: async () => {
    for (let n = 1; n <= Number(count); n += 1) say(`acknowledged ${await publish(`bền ${n}`)}`)
    say('done')
  },
  /** Stands in the middle of a release for ever. */
  half: async () => {
    await inTransaction(payload, request(payload), async (req) => {
      const seq = await increment(payload, req, 'releases')
      await payload.create({ collection: 'releases', data: { seq, item: 'half' }, req })
      await payload.create({ collection: 'articles', data: { title: 'half' }, context: { event: 900 }, req })
      say('half')
      await new Promise(() => setInterval(() => undefined, 1000))
    })
  },
  /** Holds the write lock until it is told to go on. */
  hold: async () => {
    await inTransaction(payload, request(payload), async (req) => {
      await payload.create({ collection: 'articles', data: { title: 'held' }, req })
      say('holding')
      await until('go')
    })
    say('done')
  },
}

say('ready')
await until('start')
await tasks[task!]!()
await close()
process.exit(0)
