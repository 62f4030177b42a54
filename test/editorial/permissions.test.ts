import { describe, expect, it } from 'vitest'
import { ACCESS_KEYS, COLLECTIONS, maySee, PERMISSIONS, scopes } from '#editorial/permissions'
import type { AccessKey, Collection, Sighted } from '#editorial/permissions'
import { ROLES } from '#newsroom'
import type { Role } from '#newsroom'
import { DESK, OTHER_DESK, PEOPLE } from '../builders'
import type { Name } from '../builders'

const may = (role: Role, collection: Collection, key: AccessKey) =>
  scopes({ roles: [role], desk: DESK }, collection, key).size > 0

describe('role × collection × key', () => {
  it('is written out in every cell', () =>
    expect(
      COLLECTIONS.flatMap((collection) =>
        ACCESS_KEYS.filter((key) => typeof PERMISSIONS[collection][key] !== 'object').map((key) => `${collection}.${key}`),
      ),
    ).toEqual([]))
  it('gives nobody what only verbs, the log and the processes write', () => {
    const closed = [
      'workflow',
      'releases',
      'deliveries',
      'events',
      'counters',
      'idempotency',
      'previews',
      'comments',
      'memory',
      'bulletins',
      'editions',
      'records',
      'programmes',
      'payload-migrations',
      'payload-jobs',
      'payload-kv',
    ] as const
    const writers = closed.flatMap((collection) =>
      (['create', 'update', 'delete'] as const).flatMap((key) =>
        ROLES.filter((role) => may(role, collection, key)).map((role) => `${role} ${collection}.${key}`),
      ),
    )
    expect(writers).toEqual([])
  })
  it('lets nobody delete anything but preferences and locks of their own', () =>
    expect(COLLECTIONS.filter((collection) => ROLES.some((role) => may(role, collection, 'delete')))).toEqual([
      'payload-preferences',
      'payload-locked-documents',
    ]))
  it('lets an auditor write nothing but that and the own account', () =>
    expect(
      COLLECTIONS.filter((collection) =>
        (['create', 'update', 'delete'] as const).some((key) => may('auditor', collection, key)),
      ),
    ).toEqual(['users', 'payload-preferences', 'payload-locked-documents']))
  it('lets an administrator touch people, offices, topics, licences and legal rules, and no text', () =>
    expect(COLLECTIONS.filter((collection) => may('administrator', collection, 'update'))).toEqual([
      'users',
      'organisations',
      'topics',
      'licences',
      'rules',
      'payload-preferences',
      'payload-locked-documents',
    ]))
  it('lets an outlet’s engineer touch channels and clients, and see no text but in the log', () => {
    expect(COLLECTIONS.filter((collection) => may('outletEngineer', collection, 'update'))).toEqual([
      'users',
      'channels',
      'clients',
      'payload-preferences',
      'payload-locked-documents',
    ])
    expect(
      (['articles', 'workflow', 'releases', 'deliveries'] as const).map((collection) => [
        ...scopes(PEOPLE.outletEngineer, collection, 'read'),
      ]),
    ).toEqual([[], [], ['live'], ['all']])
  })
  it('unlocks accounts by the administrator alone', () =>
    expect(ROLES.filter((role) => may(role, 'users', 'unlock'))).toEqual(['administrator']))
  it('gives nobody anything to somebody without roles, or to nobody', () =>
    expect(
      COLLECTIONS.flatMap((collection) =>
        ACCESS_KEYS.filter(
          (key) => scopes(null, collection, key).size + scopes({ roles: [], desk: DESK }, collection, key).size > 0,
        ),
      ),
    ).toEqual([]))
  it('reads versions as it reads texts', () => expect(PERMISSIONS.articles.readVersions).toEqual(PERMISSIONS.articles.read))
})

describe('a person’s rows', () => {
  it('are those of all roles together', () =>
    expect(scopes({ roles: ['translator', 'auditor'], desk: null }, 'articles', 'read')).toEqual(new Set(['all'])))
  it('are every desk’s for a chief without a desk', () =>
    expect(scopes(PEOPLE.chief, 'articles', 'read')).toEqual(new Set(['all'])))
  it('are the own desk’s for a chief with one', () =>
    expect(scopes(PEOPLE.deskChief, 'articles', 'read')).toEqual(new Set(['own', 'desk'])))
  it('are no desk’s for a reporter without one', () =>
    expect(scopes({ roles: ['reporter'], desk: null }, 'articles', 'read')).toEqual(new Set(['own'])))
})

describe('who sees which text', () => {
  const draft: Sighted = {
    desk: DESK,
    sharedWith: [],
    sovereignty: false,
    language: 'vi',
    isSource: true,
    author: 'hoa',
    translator: null,
    claimedBy: null,
    ready: false,
    approved: false,
    live: false,
  }
  const seers = (text: Sighted) => (Object.keys(PEOPLE) as Name[]).filter((name) => maySee(PEOPLE[name], text))
  const desk: readonly Name[] = ['reporter', 'editor', 'approvingEditor', 'chief', 'deskChief', 'auditor']

  it('a draft: its desk, the chief of all, the auditor', () => expect(seers(draft)).toEqual(desk))
  it('a draft shared with another desk: that desk as well', () =>
    expect(seers({ ...draft, sharedWith: [OTHER_DESK] }).filter((name) => !desk.includes(name))).toEqual([
      'otherReporter',
      'otherEditor',
      'otherChief',
    ]))
  it('a source opened for translation: translators, revisers, bulletin and programme editors as well', () =>
    expect(seers({ ...draft, ready: true }).filter((name) => !desk.includes(name))).toEqual([
      'translator',
      'japaneseTranslator',
      'reviser',
      'japaneseReviser',
      'bulletinEditor',
      'producer',
    ]))
  it('an English draft: those who hold English as well', () =>
    expect(
      seers({ ...draft, language: 'en', isSource: false, author: null, translator: 'mai' }).filter(
        (name) => !desk.includes(name),
      ),
    ).toEqual(['translator', 'reviser']))
  it('a Vietnamese draft that is still being cut: no translator, though they hold Vietnamese', () =>
    expect(maySee({ ...PEOPLE.translator, skills: { ...PEOPLE.translator.skills, vi: ['translate'] } }, draft)).toBe(false))
  it('a sovereignty draft: the second signer as well', () =>
    expect(seers({ ...draft, sovereignty: true }).filter((name) => !desk.includes(name))).toEqual(['secondSigner']))
  it('a newer draft behind a live text: as a draft, and the translators who work from it; no other desk, no technician', () =>
    expect(seers({ ...draft, live: true }).filter((name) => !desk.includes(name))).toEqual([
      'translator',
      'japaneseTranslator',
      'reviser',
      'japaneseReviser',
      'bulletinEditor',
      'producer',
    ]))
})
