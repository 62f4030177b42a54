import { existsSync, readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020'
import type { ValidateFunction } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#newsroom'
import { uriOf } from '#publication/addresses'
import type { Release } from '#publication/release'
import type { Behind } from '#publication/renditions/behind'
import { ninjs } from '#publication/renditions/ninjs'
import type { NinjsOptions, Translation } from '#publication/renditions/ninjs'
import {
  at,
  edition,
  ITEM,
  logOf,
  OTHER_ITEM,
  PICTURE,
  programme,
  released,
  snapshot,
  toCorrect,
  toRelease,
  toWithdraw,
  video,
} from '../builders'
import { NINJS } from '../schemas/ninjs'

const OUT: NinjsOptions = { publicUrl: 'https://ttdn.lamdong.gov.vn' }
const translations: readonly Translation[] = [
  { language: 'en', version: 2, slug: 'cau-dat-coffee-reaches-japan', title: 'Cau Dat coffee reaches Japan' },
]
const [first, second, third] = logOf(
  toRelease(),
  toCorrect(snapshot('vi', { byline: 'Nguyễn Thị Hoa, K’Brèo' })),
  toWithdraw(),
) as [Release, Release, Release]

const ajv = (addFormats as unknown as (given: Ajv2020) => Ajv2020)(new Ajv2020({ strict: false, allErrors: true }))
const ours = ajv.compile(NINJS)

/** A folder with `ninjs-schema_3.0.json`, `ninjs-schema_3.1.json` and `GeoJSON-schema.json` of github.com/iptc/newsinjson (CC-BY 4.0). */
const FOLDER = process.env.NINJS_SCHEMAS
const iptc: readonly (readonly [string, ValidateFunction])[] =
  FOLDER && existsSync(FOLDER) ? ['3.0', '3.1'].map((version) => [version, compiled(FOLDER, version)] as const) : []

const problems = (data: unknown) =>
  [['ours', ours] as const, ...iptc].flatMap(([name, validate]) =>
    validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${name} ${instancePath} ${message ?? ''}`),
  )

describe('ninjs', () => {
  it('is valid for each language, kind and item type', () => {
    const releases = [
      ...LANGUAGES.map((language) => released(snapshot(language))),
      released(snapshot('vi', { itemType: 'edition' })),
      ...LANGUAGES.map((language) => released(video(language))),
      released(video('vi', { contents: { file: null, link: 'https://lamdongtv.vn/phim/1', durationMs: null } })),
      released(video('vi', { contents: { cues: [] } })),
      released(programme([snapshot('en'), video('en')])),
      released(snapshot('ja', { lead: null, media: [], places: [], topics: [], byline: 'x' })),
      second,
      third,
    ]
    expect(releases.flatMap((release) => problems(ninjs(release, { ...OUT, translations })))).toEqual([])
    expect(problems(ninjs(second, { ...OUT, as: 'withdrawal' }))).toEqual([])
  })
  it('is judged by a schema that minds', () =>
    expect(new Set(problems({ ...ninjs(first, OUT), _ttdn: 1 }).map((problem) => problem.split(' ')[0]))).toEqual(
      new Set(['ours', ...iptc.map(([name]) => name)]),
    ))

  it('maps what we have', () => {
    const { bodies, associations, ...rest } = ninjs(first, { ...OUT, translations }) as Extract<
      ReturnType<typeof ninjs>,
      { readonly pubStatus: 'usable' }
    >
    expect(rest).toEqual({
      uri: `tag:lamdong.gov.vn,2017:ttdn:${ITEM}:vi`,
      standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' },
      type: 'text',
      representationType: 'full',
      version: '1',
      language: 'vi',
      firstCreated: at(0),
      versionCreated: at(0),
      altIds: [
        { role: 'ttdn:item', value: ITEM },
        { role: 'ttdn:release', value: '1' },
        { role: 'ttdn:digest', value: first.digest },
      ],
      pubStatus: 'usable',
      headlines: [{ role: 'main', contentType: 'text/plain', value: 'Cà phê Cầu Đất đến tay bạn đọc Nhật Bản' }],
      descriptions: [
        {
          role: 'summary',
          contentType: 'text/plain',
          value: 'Niên vụ 2026, Lâm Đồng xuất khẩu lô cà phê chè đầu tiên sang Hokkaido.',
        },
      ],
      by: 'Nguyễn Thị Hoa',
      slugline: 'ca-phe-cau-dat-den-tay-ban-doc-nhat-ban',
      copyrightHolder: 'Ủy ban nhân dân tỉnh Lâm Đồng',
      usageTerms: 'Ghi rõ nguồn “Thông tin đối ngoại tỉnh Lâm Đồng” khi phát hành lại thông tin.',
      subjects: [
        { name: 'Xúc tiến đầu tư', uri: 'tag:lamdong.gov.vn,2017:ttdn:topic:xuc-tien-dau-tu', literal: 'xuc-tien-dau-tu' },
      ],
      places: [{ name: 'Cầu Đất' }],
      genres: [{ uri: 'tag:lamdong.gov.vn,2017:ttdn:class:promotional', literal: 'promotional' }],
      renditions: [
        { name: 'web', href: 'https://ttdn.lamdong.gov.vn/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban', contentType: 'text/html' },
        { name: 'ninjs', href: `https://ttdn.lamdong.gov.vn/v1/items/${ITEM}/vi`, contentType: 'application/json' },
      ],
    })
    expect(bodies.map(({ role, contentType, value }) => [role, contentType, value.slice(0, 40)])).toEqual([
      ['main', 'application/xhtml+xml', '<div lang="vi"><p>Ngày 24/11, lô hàng 18'],
      ['main', 'text/plain', 'Ngày 24/11, lô hàng 18,5 tấn rời kho Đà '],
    ])
    expect(associations.map(({ name, uri, version }) => [name, uri, version])).toEqual([
      ['lead', `tag:lamdong.gov.vn,2017:ttdn:media:${PICTURE.digest}`, undefined],
      ['translation-en', uriOf(ITEM, 'en'), '2'],
    ])
    expect(associations[0]).toMatchObject({
      by: 'Văn Báu',
      descriptions: [
        { role: 'caption', value: 'Vườn cà phê chè ở độ cao 1.600 m.' },
        { role: 'alt', value: 'Người hái cà phê trên đồi Cầu Đất' },
      ],
      altIds: [{ role: 'ttdn:sha256', value: PICTURE.digest }],
    })
    expect(associations[0]?.renditions?.at(-1)).toEqual({
      name: 'original',
      href: `https://ttdn.lamdong.gov.vn/media/${PICTURE.digest}.jpg`,
      contentType: 'image/jpeg',
      width: 2400,
      height: 1600,
      sizeInBytes: 912_345,
    })
  })

  it('of an edition lists its pieces in order and has its files; nothing of a text that is withdrawn', () => {
    const texts = [snapshot('vi'), snapshot('vi', { item: OTHER_ITEM, slug: 'hoa', title: 'Festival Hoa', summary: 'Đêm hội.' })]
    const log = logOf(...texts.map((text) => toRelease(text)), toRelease(edition('vi', { texts })), toWithdraw(texts[1]))
    const newest = (item: string) => log.findLast((release) => release.item === item) ?? null
    const quarter: Translation = {
      language: 'ja',
      version: 1,
      slug: 'x',
      edition: { year: 2026, quarter: 3 },
      title: 'ラムドン省',
    }
    const data = (texts?: NinjsOptions['texts']) =>
      ninjs(log[2] as Release, { ...OUT, translations: [quarter], ...(texts ? { texts } : {}) })
    const before = data((item) => log.slice(0, 3).findLast((release) => release.item === item) ?? null)
    expect([before, data(newest), data()].flatMap(problems)).toEqual([])
    if (before.pubStatus !== 'usable') throw new Error('not usable')
    expect(before.renditions.map(({ name, contentType }) => `${name} ${contentType}`)).toEqual([
      'web text/html',
      'ninjs application/json',
      'pdf application/pdf',
      'epub application/epub+zip',
      'text text/plain',
    ])
    expect(before.associations.map(({ name, type, version, headlines }) => [name, type, version, headlines?.[0]?.value])).toEqual(
      [
        ['lead', 'picture', undefined, undefined],
        ['item-001', 'text', undefined, 'Thưa bạn đọc'],
        ['item-002', 'text', '1', snapshot('vi').title],
        ['item-003', 'text', '1', 'Festival Hoa'],
        ['item-004', 'text', undefined, 'Xuất khẩu chín tháng'],
        ['translation-ja', 'composite', '1', 'ラムドン省'],
      ],
    )
    const after = data(newest)
    expect(JSON.stringify(after)).not.toMatch(/Festival Hoa|Đêm hội|"pdf"/)
    expect(after).toMatchObject({ associations: [{}, {}, {}, { name: 'item-003', pubStatus: 'canceled', version: '2' }, {}, {}] })
  })

  it('of a correction keeps the first time, says what was corrected, to the desk and at the top of both bodies', () => {
    const data = ninjs(second, OUT)
    const line = 'Đính chính: Lô hàng nặng 18,5 tấn, không phải 185 tấn. (24/11/2026)'
    expect(data).toMatchObject({ version: '2', firstCreated: at(0), versionCreated: at(1), edNote: line })
    expect('bodies' in data && data.bodies.map(({ value }) => value.includes('18,5 tấn, không phải 185 tấn'))).toEqual([
      true,
      true,
    ])
  })

  describe('of a translation that is behind its source', () => {
    const [, correction] = logOf(toRelease(snapshot('en')), toCorrect(snapshot('en', { byline: 'Hoa' }))) as [Release, Release]
    const behind: Behind = { language: 'vi', version: 3, at: at(5), live: { slug: 'ca-phe', title: 'Cà phê' } }
    const gone: Behind = { ...behind, live: null }
    const newer = (data: ReturnType<typeof ninjs>) =>
      'associations' in data ? data.associations.filter(({ name }) => name === 'newer-source') : []

    it('tells the desk, and names the newer source', () => {
      const data = ninjs(released(snapshot('en')), { ...OUT, behind })
      expect(data.edNote).toBe('The source text has changed since it was translated; this translation may be out of date.')
      expect(newer(data)).toEqual([
        {
          name: 'newer-source',
          rel: 'translationOf',
          uri: uriOf(ITEM, 'vi'),
          type: 'text',
          representationType: 'partial',
          version: '3',
          versionCreated: at(5),
          language: 'vi',
          pubStatus: 'usable',
          headlines: [{ role: 'main', contentType: 'text/plain', value: 'Cà phê' }],
          renditions: [
            { name: 'web', href: 'https://ttdn.lamdong.gov.vn/vi/ca-phe', contentType: 'text/html' },
            { name: 'ninjs', href: `https://ttdn.lamdong.gov.vn/v1/items/${ITEM}/vi`, contentType: 'application/json' },
          ],
        },
      ])
      expect('bodies' in data && data.bodies).toEqual(
        (ninjs(released(snapshot('en')), OUT) as unknown as { readonly bodies: unknown }).bodies,
      )
    })

    it('has no address of a withdrawn one', () =>
      expect(newer(ninjs(released(snapshot('en')), { ...OUT, behind: gone }))).toEqual([
        {
          name: 'newer-source',
          rel: 'translationOf',
          uri: uriOf(ITEM, 'vi'),
          type: 'text',
          representationType: 'partial',
          version: '3',
          versionCreated: at(5),
          language: 'vi',
          pubStatus: 'canceled',
        },
      ]))

    it('keeps what the correction says', () =>
      expect(ninjs(correction, { ...OUT, behind: gone }).edNote).toBe(
        'Correction: Lô hàng nặng 18,5 tấn, không phải 185 tấn. (24 November 2026)\nThe source text has been withdrawn since it was translated; this translation may no longer be accurate.',
      ))

    it('is valid', () =>
      expect(
        [behind, gone].flatMap((each) =>
          [released(snapshot('ja')), correction].flatMap((release) =>
            problems(ninjs(release, { ...OUT, translations, behind: each })),
          ),
        ),
      ).toEqual([]))
  })

  it('of a withdrawal has no text and says why', () =>
    expect(ninjs(third, OUT)).toEqual({
      uri: uriOf(ITEM, 'vi'),
      standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' },
      type: 'text',
      representationType: 'full',
      version: '3',
      language: 'vi',
      firstCreated: at(0),
      versionCreated: at(2),
      altIds: [
        { role: 'ttdn:item', value: ITEM },
        { role: 'ttdn:release', value: '3' },
        { role: 'ttdn:digest', value: third.digest },
      ],
      pubStatus: 'canceled',
      edNote: 'Ảnh dùng sai người.',
    }))

  it('for an outlet that is no longer offered a text says only that', () => {
    const data = ninjs(second, { ...OUT, as: 'withdrawal' })
    expect(data).toMatchObject({
      pubStatus: 'canceled',
      version: '2',
      edNote: 'Bài viết này không còn thuộc phạm vi cung cấp cho đơn vị. Đề nghị gỡ bỏ bản đã đăng.',
    })
    expect(JSON.stringify(data)).not.toContain('18,5')
  })

  it('names the pictures of the body in their order', () => {
    const figure = { kind: 'figure', digest: PICTURE.digest, alt: 'a', caption: '', credit: '' } as const
    const data = ninjs(released(snapshot('vi', { lead: null, body: [figure, { kind: 'rule' }, figure] })), OUT)
    expect('associations' in data && data.associations.map(({ name }) => name)).toEqual(['picture-001', 'picture-002'])
  })
})

function compiled(folder: string, version: string): ValidateFunction {
  const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as object
  const own = (addFormats as unknown as (given: Ajv2020) => Ajv2020)(new Ajv2020({ strict: false, allErrors: true }))
  own.addSchema(
    { ...read('GeoJSON-schema.json'), $schema: 'https://json-schema.org/draft/2020-12/schema' },
    'https://geojson.org/schema/GeoJSON.json',
  )
  return own.compile(read(`ninjs-schema_${version}.json`))
}
