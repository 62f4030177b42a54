/** Messages as the newsroom sends them, and an outlet on a free port to send them to. */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import type { Language } from '#newsroom'
import type { HouseKey } from '#sandbox/houses'
import { createSandbox, type SandboxOptions } from '#sandbox/server'
import { memoryStore } from '#sandbox/store'

export const MEDIA = 'http://127.0.0.1:3001'
export const SECRETS = {
  portal: 'whsec_Y2EtcGhlLUNhdS1EYXQtY29uZy10aW5oLWtob2EtMDE=',
  newspaper: 'whsec_YmFvLUxhbS1Eb25nLWRpZW4tdHUta2hvYS0wMDAwMDI=',
  broadcaster: 'whsec_ZGFpLVBUVEgtTGFtLURvbmcta2hvYS0wMDAwMDAwMDM=',
} as const
export const COFFEE = '01KAQ3V5E8M7T2X9C4D6F0G1HJ'
export const GONGS = '01KAQ4B2Z6N8R3W7K5Q1S9T0VX'

const TEXTS = {
  vi: {
    slug: 'ca-phe-cau-dat-sang-thi-truong-nhat-ban',
    title: 'Cà phê Cầu Đất sang thị trường Nhật Bản',
    summary: 'Lô hàng 18 tấn cà phê chè đầu tiên của niên vụ rời Đà Lạt sáng 20/11.',
    body: '<p>Sáng 20/11, hợp tác xã tại xã Xuân Trường làm lễ xuất khẩu 18 tấn cà phê chè sang Nhật Bản.</p>',
    byline: 'Nguyễn Thị Hạnh',
    topic: 'Nông nghiệp công nghệ cao',
    caption: 'Thu hoạch cà phê chè tại Cầu Đất',
    alt: 'Người hái cà phê giữa sườn đồi',
    credit: 'Văn Báu',
  },
  en: {
    slug: 'cau-dat-coffee-reaches-japan',
    title: 'Cau Dat coffee reaches Japan',
    summary: 'The first 18 tonnes of this season’s arabica left Da Lat on 20 November.',
    body: '<p>On 20 November a cooperative in Xuan Truong Commune shipped 18 tonnes of arabica to Japan.</p>',
    byline: 'Nguyen Thi Hanh',
    topic: 'High-tech agriculture',
    caption: 'Arabica harvest in Cau Dat',
    alt: 'Pickers on a hillside of coffee',
    credit: 'Van Bau',
  },
  ja: {
    slug: 'cau-dat-coffee-reaches-japan',
    title: 'カウダット産コーヒー、日本市場へ',
    summary: '今季最初のアラビカ種18トンが11月20日、ダラットを出発した。',
    body: '<p>11月20日、スアンチュオン村の協同組合が<ruby>珈琲<rp>(</rp><rt>コーヒー</rt><rp>)</rp></ruby>18トンを日本へ出荷した。</p>',
    byline: 'グエン・ティ・ハイン',
    topic: 'ハイテク農業',
    caption: 'カウダットでのアラビカ種の収穫',
    alt: '丘の斜面でコーヒーを摘む人々',
    credit: 'ヴァン・バウ',
  },
} as const satisfies Record<Language, unknown>

export type News = {
  readonly item?: string
  readonly language?: Language
  readonly version?: number
  readonly seq?: number
  readonly kind?: 'published' | 'corrected' | 'withdrawn'
  readonly title?: string
  readonly body?: string
  readonly note?: string
  readonly at?: string
  readonly firstAt?: string
  readonly slug?: string
  /** Anything else of ninjs, put over the rest. */
  readonly over?: Readonly<Record<string, unknown>>
}

/** The JSON of one message. */
export const wire = ({ item = COFFEE, language = 'vi', version = 1, seq = version, kind = 'published', ...news }: News = {}) => {
  const text = TEXTS[language]
  const at = news.at ?? `2026-11-20T0${Math.min(version, 9)}:30:00.000Z`
  const usable = kind !== 'withdrawn'
  return {
    type: `release.${kind}`,
    timestamp: at,
    data: {
      uri: `tag:lamdong.gov.vn,2017:ttdn:${item}:${language}`,
      standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' },
      type: 'text',
      representationType: 'full',
      version: String(version),
      language,
      pubStatus: usable ? 'usable' : 'canceled',
      firstCreated: news.firstAt ?? '2026-11-20T01:30:00.000Z',
      versionCreated: at,
      altIds: [
        { role: 'ttdn:item', value: item },
        { role: 'ttdn:release', value: String(seq) },
      ],
      ...(news.note === undefined ? {} : { edNote: news.note }),
      ...(usable
        ? {
            headlines: [{ role: 'main', contentType: 'text/plain', value: news.title ?? text.title }],
            by: text.byline,
            descriptions: [{ role: 'summary', contentType: 'text/plain', value: text.summary }],
            bodies: [
              {
                role: 'main',
                contentType: 'application/xhtml+xml',
                value: `<div lang="${language}">${news.body ?? text.body}</div>`,
              },
              { role: 'main', contentType: 'text/plain', value: (news.body ?? text.body).replace(/<[^>]*>/g, '') },
            ],
            subjects: [{ name: text.topic, uri: 'tag:lamdong.gov.vn,2017:ttdn:topic:agriculture', literal: 'agriculture' }],
            renditions: [{ name: 'web', contentType: 'text/html', href: `${MEDIA}/${language}/${news.slug ?? text.slug}` }],
            associations: [
              {
                type: 'picture',
                name: 'lead',
                by: text.credit,
                descriptions: [
                  { role: 'caption', contentType: 'text/plain', value: text.caption },
                  { role: 'alt', contentType: 'text/plain', value: text.alt },
                ],
                renditions: [
                  {
                    name: 'w640',
                    href: `${MEDIA}/media/${'a'.repeat(64)}.jpg`,
                    contentType: 'image/jpeg',
                    width: 640,
                    height: 360,
                  },
                  {
                    name: 'w1280',
                    href: `${MEDIA}/media/${'b'.repeat(64)}.jpg`,
                    contentType: 'image/jpeg',
                    width: 1280,
                    height: 720,
                  },
                ],
              },
            ],
          }
        : {}),
      ...news.over,
    },
  }
}
export type Wire = ReturnType<typeof wire>

export type Signing = { readonly secrets?: readonly string[]; readonly id?: string; readonly at?: Date }
export type Signed = { readonly body: string; readonly headers: Readonly<Record<string, string>> }

/** Body and headers as the dispatcher sends them. */
export const sign = (
  message: Wire,
  house: HouseKey,
  { secrets = [SECRETS[house]], id, at = new Date() }: Signing = {},
): Signed => {
  const body = JSON.stringify(message)
  const { data } = message
  const named = id ?? `rel_${data.altIds[1]?.value ?? ''}_${house}`
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': named,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(named, at, body)).join(' '),
      'content-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
      'ttdn-item': data.altIds[0]?.value ?? '',
      'ttdn-language': data.language,
      'ttdn-version': data.version,
      'ttdn-seq': data.altIds[1]?.value ?? '',
    },
  }
}

export const memoryStores = () => ({ portal: memoryStore(), newspaper: memoryStore(), broadcaster: memoryStore() })

export const secretsOfAll = { portal: [SECRETS.portal], newspaper: [SECRETS.newspaper], broadcaster: [SECRETS.broadcaster] }

export const startSandbox = async (options: Partial<SandboxOptions> = {}) => {
  const app = createSandbox({ stores: memoryStores(), secrets: secretsOfAll, publicUrl: MEDIA, slowMs: 50, ...options })
  const server = createServer(app)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const post = (house: HouseKey, { body, headers }: { body: string | Buffer; headers: Readonly<Record<string, string>> }) =>
    fetch(`${address}/${house}/inbox`, { method: 'POST', body: body as BodyInit, headers })
  return {
    address,
    post,
    /** Signs, sends, and gives status and answer. */
    send: async (house: HouseKey, news: News = {}, signing: Signing = {}) => {
      const response = await post(house, sign(wire(news), house, signing))
      return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
    },
    get: async (path: string, headers: Readonly<Record<string, string>> = {}) => {
      const response = await fetch(address + path, { headers, redirect: 'manual' })
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
    json: async (path: string) => (await fetch(address + path)).json() as Promise<Record<string, unknown>>,
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}
export type Sandbox = Awaited<ReturnType<typeof startSandbox>>
