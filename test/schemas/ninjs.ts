/**
 * What IPTC ninjs 3.0 and 3.1 both allow, as far as we use it, closed at every level: a property that is not here is one
 * that a receiver's validator may refuse. Written from the standard (https://iptc.org/std/ninjs/); the IPTC's own schemas
 * are checked as well where a folder holds them (see `ninjs.test.ts`).
 */
const closed = (properties: Readonly<Record<string, unknown>>, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
})
const text = { type: 'string', minLength: 1 }
const uri = { type: 'string', format: 'uri' }
const instant = { type: 'string', format: 'date-time' }
const count = { type: 'integer', minimum: 1 }
const list = (items: unknown) => ({ type: 'array', items })
const words = list(
  closed({ role: text, contentType: { enum: ['text/plain', 'application/xhtml+xml'] }, value: { type: 'string' } }, [
    'role',
    'contentType',
    'value',
  ]),
)
const renditions = list(
  closed(
    {
      name: text,
      href: { ...uri, pattern: '^https?://' },
      contentType: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
      width: count,
      height: count,
      sizeInBytes: count,
      // Seconds.
      duration: { type: 'number', exclusiveMinimum: 0 },
    },
    ['name', 'href', 'contentType'],
  ),
)
const altIds = list(closed({ role: { type: 'string', pattern: '^ttdn:' }, value: text }, ['role', 'value']))
const named = list(closed({ name: text, uri, literal: text }))

const types = { enum: ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component'] }
const item = {
  uri,
  type: types,
  representationType: { enum: ['full', 'partial'] },
  version: { type: 'string', pattern: '^[1-9][0-9]*$' },
  language: { enum: ['vi', 'en', 'ja'] },
  by: text,
  headlines: words,
  descriptions: words,
  renditions,
  altIds,
}

export const NINJS = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...closed(
    {
      ...item,
      standard: closed({ name: { const: 'ninjs' }, version: { const: '3.1' }, schema: uri }, ['name', 'version', 'schema']),
      pubStatus: { enum: ['usable', 'canceled'] },
      firstCreated: instant,
      versionCreated: instant,
      edNote: text,
      slugline: text,
      copyrightHolder: text,
      usageTerms: text,
      bodies: words,
      subjects: named,
      genres: named,
      places: list(closed({ name: text, uri, literal: text })),
      associations: list(
        closed({ ...item, name: text, rel: text, pubStatus: { enum: ['usable', 'canceled'] }, versionCreated: instant }, [
          'name',
          'uri',
          'type',
        ]),
      ),
    },
    [
      'uri',
      'standard',
      'type',
      'representationType',
      'version',
      'language',
      'pubStatus',
      'firstCreated',
      'versionCreated',
      'altIds',
    ],
  ),
}
