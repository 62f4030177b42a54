import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { createLocalReq, getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCOUNT_NAMES, DESK_COLLECTIONS, LOG_COLLECTIONS, setUpAccounts, type AccountName } from '#cms/mongo-accounts'
import type { Person } from '#newsroom'
import { mongodForTests } from '../lib/mongod'

const mongo = await mongodForTests({ auth: true })

describe.skipIf(!mongo)('the newsroom on MongoDB with the account of the compose file', () => {
  const DATABASE = 'newsroom'
  const folder = mkdtempSync(join(tmpdir(), 'ttdn-accounts-'))
  const root = new MongoClient(mongo?.url(DATABASE) ?? 'mongodb://127.0.0.1')
  const passwords = Object.fromEntries(ACCOUNT_NAMES.map((name) => [name, `mat-khau-${name}`])) as Record<AccountName, string>
  let payload: Payload

  beforeAll(async () => {
    process.env.CREDENTIALS_KEY ??= randomBytes(32).toString('base64')
    process.env.MEDIA_DIR ??= join(folder, 'media')
    await setUpAccounts(root.db(DATABASE), passwords)
    const url = new URL(mongo!.url(DATABASE))
    url.username = 'newsroom'
    url.password = passwords.newsroom
    url.searchParams.delete('authSource')
    const { configuration } = await import('#cms/configuration')
    const config = configuration({
      secret: 'test-'.repeat(10),
      newsroomUrl: 'http://127.0.0.1:3000',
      dataDir: folder,
      databaseUrl: url.href,
    })
    payload = await getPayload({ config, key: 'accounts' })
  })
  afterAll(async () => {
    await payload?.destroy()
    await root.close()
    await mongo!.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('starts: transactions work, counters are made, and the log is protected by the account', async () => {
    const { checkTransactions, createCounters } = await import('#cms/transaction')
    const { protectLog } = await import('#cms/database')
    await checkTransactions(payload)
    await createCounters(payload)
    expect(await protectLog(payload)).toBe('accounts')
  })

  it('writes and releases a text with it', async () => {
    const { personOf } = await import('#cms/people')
    const { treeFromText } = await import('#cms/import-text')
    const { read } = await import('#cms/situation')
    const { act } = await import('#cms/verbs/act')
    const { createStory } = await import('#cms/verbs/begin')
    const { id: desk } = await payload.create({
      collection: 'organisations',
      data: { key: 'toa-soan', name: 'Ban Biên tập', kind: 'desk' } as never,
      overrideAccess: true,
    })
    const hire = async (name: string, email: string, roles: readonly string[], skills: object): Promise<Person> =>
      personOf(
        await payload.create({
          collection: 'users',
          data: { name, email, password: 'Hoa-da-quy-thang-muoi-2026', roles, desk, skills } as never,
          overrideAccess: true,
        }),
      )
    const reporter = await hire('Nguyễn Hoài Thu', 'thu@toasoan.example.com', ['reporter'], {})
    const chief = await hire('Lê Quang Vinh', 'vinh@toasoan.example.com', ['chief'], { vi: ['approve'] })
    const { article } = await createStory(
      payload,
      { person: reporter, key: 'accounts-create' },
      {
        class: 'promotional',
        desk: String(desk),
        sharedWith: [],
        topics: [],
        places: ['Đà Lạt'],
        channels: null,
        sourceLanguage: 'vi',
        sovereignty: false,
        lead: null,
        embargo: null,
        deadlines: {},
        article: {
          title: 'Hoa Đà Lạt nở sớm',
          summary: 'Năm nay hoa nở sớm hai tuần.',
          byline: 'Hoài Thu',
          body: treeFromText('Hoa nở khắp các triền đồi.') as never,
        },
      },
    )
    await act(payload, { person: reporter, key: 'accounts-submit' }, 'submit', article, { noSecrets: true })
    const { situation } = await read(await createLocalReq({}, payload), article, chief, new Date())
    await act(payload, { person: chief, key: 'accounts-approve' }, 'approve', article, { digest: situation.digest })
    const { seq } = await act(payload, { person: chief, key: 'accounts-release' }, 'release', article, {})
    expect([seq, await root.db(DATABASE).collection('releases').countDocuments()]).toEqual([1, 1])
  })

  it('knows every collection that Payload makes by name', async () => {
    const made = (await root.db(DATABASE).listCollections().toArray()).map(({ name }) => name)
    const named: readonly string[] = [...DESK_COLLECTIONS, ...LOG_COLLECTIONS]
    expect(made.filter((name) => !named.includes(name) && !name.startsWith('system.'))).toEqual([])
    expect(payload.config.collections.map(({ slug }) => slug as string).filter((slug) => !named.includes(slug))).toEqual([])
  })
})
