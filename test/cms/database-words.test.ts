import { LibsqlError } from '@libsql/client'
import { MongoServerError } from 'mongodb'
import { describe, expect, it } from 'vitest'
import { NewsroomError } from '#newsroom'
import { database } from '../../src/cms/database'
import { StartRefused } from '../../src/cms/start-refused'
import { asNewsroomError } from '../../src/cms/transaction'
import { createTurns } from '../../src/cms/turns'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('turns', () => {
  it('are given one at a time, first come first served', async () => {
    const turns = createTurns()
    const order: string[] = []
    await Promise.all(
      ['Lan', 'Hùng', 'Mai'].map(async (who) => {
        const release = await turns.take(1000)
        order.push(`${who} vào`)
        await pause(5)
        order.push(`${who} ra`)
        release()
      }),
    )
    expect(order).toEqual(['Lan vào', 'Lan ra', 'Hùng vào', 'Hùng ra', 'Mai vào', 'Mai ra'])
  })

  it('somebody who gives up does not take the turn of those behind', async () => {
    const turns = createTurns()
    const first = await turns.take(1000)
    const impatient = turns.take(10).catch((error: unknown) => error)
    const patient = turns.take(1000)
    expect(await impatient).toMatchObject({ code: 'database.busy', facts: { waitedMs: 10 } })
    first()
    const release = await patient
    release()
    await turns.take(10)
  })

  it('a turn given back twice is one turn', async () => {
    const turns = createTurns()
    const first = await turns.take(10)
    const second = turns.take(1000)
    first()
    first()
    await second
    await expect(turns.take(10)).rejects.toMatchObject({ code: 'database.busy' })
  })
})

describe('what a database throws raw', () => {
  const wrapped = (cause: unknown) => new Error('Failed query', { cause })
  const mongo = (code: number, message: string, more: object = {}) => new MongoServerError({ message, code, ...more })
  const named = (name: string) => Object.assign(new Error('no server'), { name })

  it.each([
    ['a locked file', new LibsqlError('database is locked', 'SQLITE_BUSY'), 'database.busy', {}],
    ['an old view of the file', new LibsqlError('database is locked', 'SQLITE_BUSY_SNAPSHOT'), 'database.busy', {}],
    ['a full disk', new LibsqlError('database or disk is full', 'SQLITE_FULL'), 'database.busy', { reason: 'full' }],
    [
      'a key that is taken',
      new LibsqlError('UNIQUE constraint failed: articles.slug', 'SQLITE_CONSTRAINT_UNIQUE'),
      'request.invalid',
      { reason: 'duplicate', field: 'slug' },
    ],
    [
      'a trigger of the log',
      new LibsqlError('SQLITE_CONSTRAINT_TRIGGER: release.immutable: releases', 'SQLITE_CONSTRAINT_TRIGGER'),
      'release.immutable',
      {},
    ],
    ['a write conflict', mongo(112, 'WriteConflict error'), 'database.busy', {}],
    ['a lock that took too long', mongo(24, 'Unable to acquire lock'), 'database.busy', {}],
    [
      'a key that MongoDB knows',
      mongo(11000, 'E11000 duplicate key', { keyPattern: { slug: 1 } }),
      'request.invalid',
      { reason: 'duplicate', field: 'slug' },
    ],
    [
      'an account that may not change the log',
      mongo(13, 'not authorized on newsroom to execute command { update: "releases" }'),
      'release.immutable',
      {},
    ],
    ['no server in sight', named('MongoServerSelectionError'), 'database.busy', {}],
  ] as const)('%s', (_, raw, code, facts) => {
    for (const thrown of [raw, wrapped(raw), wrapped(wrapped(raw))])
      expect(asNewsroomError(thrown)).toMatchObject({ code, facts })
  })

  it('a refusal of ours stays as it is', () => {
    const refusal = new NewsroomError('save.conflict', { by: 'Lan' })
    expect(asNewsroomError(new Error('wrapped', { cause: refusal }))).toBe(refusal)
  })

  it.each([
    new Error('a slip of ours'),
    mongo(13, 'not authorized to execute command { find: "users" }'),
    new LibsqlError('no such table', 'SQLITE_ERROR'),
    'text',
    null,
    undefined,
  ])('%s is nothing that we have words for', (thrown) => {
    expect(asNewsroomError(thrown)).toBeNull()
  })
})

describe('the address of a database', () => {
  it.each([
    [{ dataDir: '/srv/tòa soạn' }, 'sqlite'],
    [{ dataDir: '/srv', databaseUrl: '' }, 'sqlite'],
    [{ dataDir: '/srv', databaseUrl: 'file:./newsroom.db' }, 'sqlite'],
    [{ dataDir: '/srv', databaseUrl: 'mongodb://db/newsroom?replicaSet=rs0' }, 'mongoose'],
    [{ dataDir: '/srv', databaseUrl: 'mongodb+srv://db.example/newsroom' }, 'mongoose'],
  ])('%o is %s', (env, name) => {
    expect(database(env).name).toBe(name)
  })

  it('of another kind is refused', () => {
    expect(() => database({ dataDir: '/srv', databaseUrl: 'postgres://db/newsroom' })).toThrow(StartRefused)
  })
})
