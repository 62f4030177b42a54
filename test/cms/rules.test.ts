import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCESS_KEYS, JOB_KEYS } from '#editorial/permissions'
import { openTestNewsroom, type TestNewsroom } from '../lib/newsroom'

/** A07: with any one rule removed the newsroom does not start, and says which. */
describe('start-up', () => {
  let room: TestNewsroom
  beforeAll(async () => {
    room = await openTestNewsroom()
  })
  afterAll(() => room.stop())

  it('refuses without any single access key of any collection, and names both', async () => {
    const { checkRules } = await import('../../src/cms/access')
    const { collections } = await import('../../src/cms/configuration')
    expect(() => checkRules(collections)).not.toThrow()
    for (const collection of collections) {
      for (const key of ACCESS_KEYS) {
        const { [key]: _, ...rest } = collection.access as Record<string, unknown>
        const without = collections.map((other) => (other === collection ? { ...other, access: rest } : other))
        expect(() => checkRules(without as never)).toThrow(new RegExp(`"${collection.slug}".*"${key}"`))
      }
    }
    for (const key of JOB_KEYS)
      expect(() =>
        checkRules(
          collections,
          Object.fromEntries(JOB_KEYS.filter((other) => other !== key).map((other) => [other, () => false])),
        ),
      ).toThrow(`"${key}"`)
    expect(() => checkRules([...collections, { slug: 'gadgets', access: collections[0]?.access }] as never)).toThrow('"gadgets"')
  })

  it("gives Payload's own collections rules of ours, on a list that a person has looked at", async () => {
    const { PAYLOAD_COLLECTIONS, withOwnRules } = await import('../../src/cms/access')
    const theirs = room.payload.config.collections.filter(({ slug }) => slug.startsWith('payload-'))
    expect(theirs.map(({ slug }) => slug).sort()).toEqual([...PAYLOAD_COLLECTIONS])
    for (const { access } of theirs)
      for (const key of ACCESS_KEYS) expect(typeof (access as unknown as Record<string, unknown>)[key]).toBe('function')
    const stranger = { config: { collections: [...theirs, { slug: 'payload-query-presets', access: {} }], globals: [] } }
    expect(() => withOwnRules(stranger as never)).toThrow('payload-query-presets')
  })

  it('has no route for the first person, for GraphQL or for jobs', async () => {
    const first = {
      email: 'ai-do@toasoan.example.com',
      password: 'mot-mat-khau-rat-dai-2026',
      name: 'Ai đó',
      roles: ['administrator'],
    }
    expect((await room.ask(null, 'POST', '/api/users/first-register', first)).status).toBe(404)
    expect((await room.ask(null, 'POST', '/api/users', first)).status).toBe(403)
    expect((await room.ask(null, 'POST', '/api/graphql', { query: '{ __typename }' })).status).toBe(404)
    expect((await room.ask(null, 'GET', '/api/payload-jobs/run')).status).toBeGreaterThanOrEqual(400)
    const chief = await room.hire('Lê Quang Vinh', ['chief', 'administrator'])
    expect((await room.ask(chief, 'GET', '/api/payload-jobs/run')).status).toBeGreaterThanOrEqual(400)
  })
})
