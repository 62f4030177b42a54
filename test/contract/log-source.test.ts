import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { openSqlite } from '#delivery/sqlite'
import { memoryShelf, sqliteShelf, SQLITE_TABLES } from './log-source-tables'
import { logSourceContract } from './log-source.contract'
import { newDatabaseFile } from './outbox-tables'

logSourceContract('memory', memoryShelf, { checksDigests: false })
logSourceContract('SQLite', sqliteShelf)

describe('the door to SQLite', () => {
  const made = () => {
    const file = newDatabaseFile()
    const desk = new Database(file)
    desk.exec('PRAGMA journal_mode = WAL')
    desk.exec(SQLITE_TABLES)
    return { file, desk }
  }

  it('opened to read cannot write, whatever is asked', () => {
    const { file, desk } = made()
    const door = openSqlite(file, { readOnly: true })
    for (const sql of [
      "INSERT INTO clients (id, name, state) VALUES ('x', 'x', 'active')",
      'DELETE FROM releases',
      'DROP TABLE clients',
      'PRAGMA user_version = 7',
    ]) {
      expect(() => door.all(sql)).toThrow(/readonly/)
    }
    door.close()
    desk.close()
  })

  it('makes no empty database where there is none', () => {
    const file = newDatabaseFile()
    for (const readOnly of [true, false]) expect(() => openSqlite(file, { readOnly })).toThrow()
  })

  it('waits for another writer without blocking the process, and gives up with a clear error', async () => {
    const { file, desk } = made()
    const door = openSqlite(file, { readOnly: false })
    desk.exec('BEGIN IMMEDIATE')
    let ticks = 0
    const ticking = setInterval(() => (ticks += 1), 5)
    setTimeout(() => desk.exec('COMMIT'), 600)
    const began = Date.now()
    await door.write(() => door.all("INSERT INTO clients (id, name, state) VALUES ('x', 'x', 'active')"))
    clearInterval(ticking)
    expect(Date.now() - began).toBeGreaterThan(500)
    expect(ticks).toBeGreaterThan(5)
    expect(door.all('SELECT id FROM clients')).toEqual([{ id: 'x' }])
    door.close()
    desk.close()
  })

  it('takes back what failed half-way', async () => {
    const { file, desk } = made()
    const door = openSqlite(file, { readOnly: false })
    const failing = door.write(() => {
      door.all("INSERT INTO clients (id, name, state) VALUES ('x', 'x', 'active')")
      throw new Error('half-way')
    })
    await expect(failing).rejects.toThrow('half-way')
    expect(door.all('SELECT id FROM clients')).toEqual([])
    door.close()
    desk.close()
  })
})
