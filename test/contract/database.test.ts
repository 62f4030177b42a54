import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseNow, type DatabaseEnv } from '../../src/cms/database'
import { asNewsroomError, checkTransactions, createCounters, increment, inTransaction } from '../../src/cms/transaction'
import { openNewsroom, request, type Newsroom } from './database-newsroom'
import { child } from './database-processes'
import { databases, type TestDatabase } from './database-servers'

for (const { name, open, missing } of databases)
  describe.skipIf(missing)(`a newsroom on ${name}`, () => {
    let server: TestDatabase
    let newsroom: Newsroom
    let env: DatabaseEnv
    beforeAll(async () => {
      server = await open()
      env = server.env
      newsroom = await openNewsroom(env)
    })
    afterAll(async () => {
      await newsroom?.close()
      await server?.remove()
    })

    const db = () => newsroom.payload
    const article = (title: string, more: Record<string, unknown> = {}) => ({
      collection: 'articles' as const,
      data: { title },
      ...more,
    })
    const titled = async (title: string) =>
      (await db().find({ collection: 'articles', where: { title: { equals: title } }, limit: 0 })).docs
    const eventsWith = async (record: string) =>
      (await db().find({ collection: 'events', where: { record: { equals: record } } })).totalDocs
    const value = async (name: string) =>
      ((await db().db.findOne({ collection: 'counters', where: { name: { equals: name } } })) as unknown as { value: number })
        .value
    const publish = (item: string, then: () => void = () => undefined) =>
      inTransaction(db(), request(db()), async (req) => {
        const seq = await increment(db(), req, 'releases')
        await db().create({ collection: 'releases', data: { seq, item }, req })
        then()
        return seq
      })
    const seqs = async () =>
      (await db().find({ collection: 'releases', limit: 0, sort: 'seq' })).docs.map(
        (row) => (row as unknown as { seq: number }).seq,
      )
    const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)

    describe('all or nothing', () => {
      it('a save whose hook fails leaves nothing', async () => {
        await expect(db().create(article('Cà phê Cầu Đất', { context: { fail: true } }))).rejects.toThrow('the hook fails')
        expect(await titled('Cà phê Cầu Đất')).toEqual([])
      })

      it('a row that the hook wrote with the same req goes with it', async () => {
        await expect(db().create(article('Hoa Đà Lạt', { context: { event: 501, fail: true } }))).rejects.toThrow(
          'the hook fails',
        )
        expect(await eventsWith('Hoa Đà Lạt')).toBe(0)
        await db().create(article('Hoa Đà Lạt', { context: { event: 501 } }))
        expect(await eventsWith('Hoa Đà Lạt')).toBe(1)
      })

      it('work that fails after its writes leaves nothing, and its number is given out again', async () => {
        const first = await publish('one')
        await expect(
          publish('lost', () => {
            throw new Error('the power is gone')
          }),
        ).rejects.toThrow('the power is gone')
        expect(await publish('two')).toBe(first + 1)
      })

      it('a failure that work swallows does not let the rest be written', async () => {
        const work = inTransaction(db(), request(db()), async (req) => {
          await db().create(article('trước', { req }))
          await db()
            .create(article('hỏng', { req, context: { fail: true } }))
            .catch(() => undefined)
          await db().create(article('sau', { req }))
        })
        await expect(work).rejects.toMatchObject({ code: 'database.busy', facts: { reason: 'transactionEnded' } })
        expect([await titled('trước'), await titled('hỏng'), await titled('sau')]).toEqual([[], [], []])
      })

      it('work inside a transaction joins it and is undone with it', async () => {
        const outer = inTransaction(db(), request(db()), async (req) => {
          await inTransaction(db(), req, (same) => db().create(article('bên trong', { req: same })))
          throw new Error('outer')
        })
        await expect(outer).rejects.toThrow('outer')
        expect(await titled('bên trong')).toEqual([])
      })

      it('nobody else sees work before its commit, and reading does not wait for it', async () => {
        await inTransaction(db(), request(db()), async (req) => {
          await db().create(article('chưa xong', { req }))
          expect(await titled('chưa xong')).toEqual([])
          expect((await db().find({ collection: 'articles', where: { title: { equals: 'chưa xong' } }, req })).totalDocs).toBe(1)
        })
        expect(await titled('chưa xong')).toHaveLength(1)
      })

      it('a commit that the database refuses is not reported as done', async () => {
        const before = await seqs()
        const work = inTransaction(
          db(),
          request(db()),
          async (req) => {
            const seq = await increment(db(), req, 'releases')
            await db().create({ collection: 'releases', data: { seq, item: 'refused' }, req })
            await server.spoilCommit(db(), req)
          },
          { tries: 1 },
        )
        await expect(work).rejects.toThrow()
        expect(await seqs()).toEqual(before)
        expect(await publish('after')).toBe(before.length + 1)
      })

      it('a write with the req of a transaction that is over is refused', async () => {
        const kept: { req?: Parameters<Parameters<typeof inTransaction>[2]>[0] } = {}
        await inTransaction(db(), request(db()), async (req) => {
          kept.req = req
        })
        await expect(db().db.create({ collection: 'articles', data: { title: 'quá muộn' }, req: kept.req! })).rejects.toThrow()
        expect(await titled('quá muộn')).toEqual([])
      })
    })

    describe('many at once', () => {
      it.each([20, 100])('%i people create texts at the same moment and all are kept', async (people) => {
        await Promise.all(
          upTo(people).map((n) =>
            db().create(
              article(`song song ${people}`, {
                data: { title: `song song ${people}`, summary: `${n}`, tags: [{ word: 'hoa' }] },
              }),
            ),
          ),
        )
        const kept = (await titled(`song song ${people}`)).map((row) => Number((row as unknown as { summary: string }).summary))
        expect(kept.sort((a, b) => a - b)).toEqual(upTo(people))
      })

      it('20 updates of one text at the same moment all succeed, and what others wrote stays', async () => {
        const { id } = await db().create(article('một bài, hai mươi người'))
        const half = upTo(20).map((n) =>
          db().update({ collection: 'articles', id, data: n % 2 ? { summary: `${n}` } : { note: `${n}` } }),
        )
        await Promise.all(half)
        expect(await db().findByID({ collection: 'articles', id })).toMatchObject({
          summary: '19',
          note: '20',
          title: 'một bài, hai mươi người',
        })
      })

      it('20 publishers take numbers without a gap, with a tenth of them failing', async () => {
        const before = (await seqs()).length
        const outcomes = await Promise.allSettled(
          upTo(20).flatMap((who) =>
            upTo(5).map((n) =>
              publish(`${who}`, () => {
                if ((who + n) % 10 === 0) throw new Error('đứt mạng')
              }),
            ),
          ),
        )
        const failed = outcomes.filter(({ status }) => status === 'rejected').length
        expect(failed).toBe(10)
        expect(await seqs()).toEqual(upTo(before + 90))
        expect(await value('releases')).toBe(before + 90)
      })

      it('a reader who follows the numbers never has to go back', async () => {
        const seen: number[] = []
        let going = true
        const reader = (async () => {
          while (going) {
            const { docs } = await db().find({
              collection: 'releases',
              where: { seq: { greater_than: seen.at(-1) ?? 0 } },
              sort: 'seq',
              limit: 0,
            })
            seen.push(...docs.map((row) => (row as unknown as { seq: number }).seq))
            await new Promise((resolve) => setTimeout(resolve, 3))
          }
        })()
        await Promise.all(upTo(20).map((n) => publish(`đuôi ${n}`)))
        going = false
        await reader
        const last = await seqs()
        expect(seen).toEqual(last.slice(0, seen.length))
      })

      it('starting twice at once makes each counter once', async () => {
        await Promise.all(upTo(5).map(() => createCounters(db(), ['issues'])))
        expect((await db().find({ collection: 'counters', where: { name: { equals: 'issues' } } })).totalDocs).toBe(1)
      })
    })

    describe('a turn that does not come back', () => {
      const logged: Record<string, unknown>[] = []
      let hasty: Newsroom
      beforeAll(async () => {
        hasty = await openNewsroom({ ...env, push: false }, { waitMs: 1500, forgottenMs: 600 }, (row) => logged.push(row))
      })
      afterAll(() => hasty?.close())
      const impatient = () => hasty.payload

      it('a write that waits too long is refused in our words, and the next one works', async () => {
        const id = await impatient().db.beginTransaction()
        const started = performance.now()
        const timer = setInterval(
          () =>
            void impatient()
              .db.updateOne({
                collection: 'counters',
                where: { name: { equals: 'events' } },
                data: {},
                req: { transactionID: id! },
              })
              .catch(() => undefined),
          200,
        )
        const refused = await impatient()
          .create(article('không chờ được'))
          .catch((error: unknown) => error)
        clearInterval(timer)
        expect(asNewsroomError(refused)).toMatchObject({ code: 'database.busy' })
        expect(performance.now() - started).toBeLessThan(2500)
        await impatient().db.rollbackTransaction(id!)
        await impatient().create(article('chờ được'))
        expect(await titled('không chờ được')).toEqual([])
      })

      it('a write in a hook without the req waits for its own save, is refused, and nothing stays locked', async () => {
        await expect(impatient().create(article('quên req', { context: { eventWithoutReq: 777 } }))).rejects.toThrow(
          'database.busy',
        )
        expect(await titled('quên req')).toEqual([])
        await impatient().create(article('sau đó'))
      })

      it('a transaction that nobody finishes is rolled back with a line in the log', async () => {
        logged.length = 0
        const id = await impatient().db.beginTransaction()
        await impatient().db.create({ collection: 'articles', data: { title: 'bỏ quên' }, req: { transactionID: id! } })
        await impatient().create(article('người kế tiếp'))
        expect(logged).toContainEqual(expect.objectContaining({ msg: 'transaction forgotten, rolled back' }))
        expect(await titled('bỏ quên')).toEqual([])
        await expect(impatient().db.commitTransaction(id!)).rejects.toThrow('database.busy')
      })
    })

    describe('two processes', () => {
      it('write side by side: nothing is lost, no number twice', async () => {
        const before = (await seqs()).length
        const other = await child('write', env, 30)
        other.tell('start')
        for (const n of upTo(30)) {
          await publish(`parent ${n}`)
          await db().create(article('cạnh nhau'))
        }
        await other.said('done')
        await other.ended
        expect(await seqs()).toEqual(upTo(before + 60))
        expect(await titled('cạnh nhau')).toHaveLength(30)
        expect(
          (await db().find({ collection: 'articles', where: { title: { contains: 'tiến trình hai' } }, limit: 0 })).totalDocs,
        ).toBe(30)
      })

      it('kill -9 in the middle of a release leaves nothing of it, and the others go on', async () => {
        const before = await seqs()
        const other = await child('half', env)
        other.tell('start')
        await other.said('half')
        other.kill()
        await other.ended
        await server.forgetDead()
        expect(await seqs()).toEqual(before)
        expect([await titled('half'), await eventsWith('half')]).toEqual([[], 0])
        expect(await publish('after the kill')).toBe(before.length + 1)
      })
    })

    it('a write that is rolled back at start is gone', async () => {
      await expect(checkTransactions(db())).resolves.toBeUndefined()
      expect((await db().find({ collection: 'counters', where: { name: { contains: 'probe' } } })).totalDocs).toBe(0)
    })

    it('the clock is the database’s', async () => {
      expect(Math.abs((await databaseNow(db())).getTime() - Date.now())).toBeLessThan(1000)
    })

    it('a number outside a transaction is refused', async () => {
      await expect(increment(db(), request(db()), 'releases')).rejects.toThrow('only inside a transaction')
    })

    it('a key that is taken is a bad request that names its field, wherever it was thrown', async () => {
      await expect(db().create({ collection: 'counters', data: { name: 'releases', value: 0 } })).rejects.toMatchObject({
        status: 400,
        data: { errors: [{ path: 'name' }] },
      })
    })
  })
