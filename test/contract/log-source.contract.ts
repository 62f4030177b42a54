import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { logOf, snapshot, toCorrect, toRelease, toWithdraw, OTHER_ITEM, ITEM } from '../builders'
import type { Shelf } from './log-source-tables'

const LOG = logOf(
  toRelease(snapshot('vi')),
  toRelease(snapshot('en')),
  toRelease(snapshot('vi', { item: OTHER_ITEM, slug: 'festival-hoa' })),
  toCorrect(snapshot('vi', { title: 'Cà phê Cầu Đất tới Hokkaido' })),
  toWithdraw(snapshot('en')),
  toWithdraw(snapshot('vi', { item: OTHER_ITEM })),
)

/** What every reader of the log promises; run for memory, SQLite and MongoDB. */
export const logSourceContract = (name: string, open: () => Promise<Shelf>, { checksDigests = true } = {}) =>
  describe(`log source in ${name}`, () => {
    let shelf: Shelf
    beforeEach(async () => {
      shelf = await open()
      // As they are committed: not always in order, and never missed behind a cursor.
      for (const release of LOG.slice(0, 4)) await shelf.put(release)
    })
    afterEach(() => shelf.end())

    it('gives releases after a cursor, whole and in order', async () => {
      expect(await shelf.source.after(0, 10)).toEqual(LOG.slice(0, 4))
      expect(await shelf.source.after(1, 2)).toEqual(LOG.slice(1, 3))
      expect(await shelf.source.after(4, 10)).toEqual([])
    })

    it('sees what is appended while it is open', async () => {
      expect(await shelf.source.after(4, 10)).toEqual([])
      await shelf.put(LOG[4]!)
      expect(await shelf.source.after(4, 10)).toEqual([LOG[4]])
    })

    it('finds one by its number', async () => {
      expect([await shelf.source.bySeq(3), await shelf.source.bySeq(99)]).toEqual([LOG[2], null])
    })

    it('knows an item as it was at some moment', async () => {
      expect((await shelf.source.of(ITEM, 2)).map(({ seq }) => seq)).toEqual([1, 2])
      expect((await shelf.source.of(ITEM, 4)).map(({ seq }) => seq)).toEqual([1, 2, 4])
      expect(await shelf.source.of('01JQ0000000000000000000000', 9)).toEqual([])
    })

    it('gives withdrawals by themselves', async () => {
      await shelf.put(LOG[4]!)
      await shelf.put(LOG[5]!)
      expect((await shelf.source.withdrawalsAfter(0, 10)).map(({ seq }) => seq)).toEqual([5, 6])
      expect((await shelf.source.withdrawalsAfter(5, 10)).map(({ seq }) => seq)).toEqual([6])
      expect((await shelf.source.withdrawalsAfter(0, 1)).map(({ seq }) => seq)).toEqual([5])
    })

    it('gives keys of pull clients by their digest', async () => {
      const clients = [
        { keyId: 'bao', keyHash: 'a'.repeat(64), scopes: ['read', 'changes'], active: true },
        { keyId: 'dai', keyHash: 'b'.repeat(64), scopes: [], active: false },
      ]
      for (const client of clients) await shelf.setClient(client)
      expect(await shelf.source.clientKeys()).toEqual(clients)
    })

    // The memory has no stored text that could differ from its digest.
    if (checksDigests)
      it('refuses a record that was changed by a single letter', async () => {
        await shelf.tamper(1)
        await expect(shelf.source.bySeq(1)).rejects.toMatchObject({ code: 'server.fault', facts: { reason: 'digest', seq: 1 } })
        await expect(shelf.source.after(0, 10)).rejects.toMatchObject({ code: 'server.fault' })
        expect(await shelf.source.after(1, 10)).toEqual(LOG.slice(1, 4))
        await shelf.tamper(3)
        expect(await shelf.source.after(1, 10)).toEqual(LOG.slice(1, 2))
        expect(await shelf.source.bySeq(2)).toEqual(LOG[1])
      })
  })
