import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Agent, request } from 'undici'
import { checkAddress, guardedLookup, judgeIp, STRICT, type Resolve } from '#delivery/guard'

/** F01: spelling → why it is refused. Where the name decides, the connection does (see F02). */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['https://127.0.0.1/', 'range'],
  ['https://127.1/', 'range'],
  ['https://127.0.1/', 'range'],
  ['https://2130706433/', 'range'],
  ['https://0x7f000001/', 'range'],
  ['https://0x7f.0.0.1/', 'range'],
  ['https://0177.0.0.1/', 'range'],
  ['https://017700000001/', 'range'],
  ['https://127.0.0.1./', 'range'],
  ['https://①②⑦.⓪.⓪.①/', 'range'],
  ['https://127。0。0。1/', 'range'],
  ['https://%31%32%37.0.0.1/', 'range'],
  ['https://0/', 'range'],
  ['https://0.0.0.0/', 'range'],
  ['https://[::]/', 'range'],
  ['https://[::1]/', 'range'],
  ['https://[0:0:0:0:0:0:0:1]/', 'range'],
  ['https://[::ffff:127.0.0.1]/', 'range'],
  ['https://[::ffff:7f00:1]/', 'range'],
  ['https://[::127.0.0.1]/', 'range'],
  ['https://[64:ff9b::127.0.0.1]/', 'range'],
  ['https://[64:ff9b:1::10.0.0.1]/', 'range'],
  ['https://[2002:7f00:1::]/', 'range'],
  ['https://[2002:a9fe:a9fe::]/', 'range'],
  ['https://[2001:0:7f00:1::]/', 'range'],
  ['https://[fe80::1]/', 'range'],
  ['https://[fe80::1%25eth0]/', 'malformed'],
  ['https://[fec0::1]/', 'range'],
  ['https://[fc00::1]/', 'range'],
  ['https://[fd00:ec2::254]/', 'range'],
  ['https://[ff02::1]/', 'range'],
  ['https://[2001:db8::1]/', 'range'],
  ['https://[100::1]/', 'range'],
  ['https://10.0.0.1/', 'range'],
  ['https://172.16.0.1/', 'range'],
  ['https://172.31.255.255/', 'range'],
  ['https://192.168.1.1/', 'range'],
  ['https://100.64.0.1/', 'range'],
  ['https://169.254.169.254/latest/meta-data/', 'range'],
  ['https://0xa9fea9fe/', 'range'],
  ['https://2852039166/', 'range'],
  ['https://192.0.0.192/', 'range'],
  ['https://192.0.2.1/', 'range'],
  ['https://198.18.0.1/', 'range'],
  ['https://198.51.100.7/', 'range'],
  ['https://203.0.113.9/', 'range'],
  ['https://224.0.0.1/', 'range'],
  ['https://239.255.255.250/', 'range'],
  ['https://240.0.0.1/', 'range'],
  ['https://255.255.255.255/', 'range'],
  ['https://user:pass@portal.example.vn/', 'credentials'],
  ['https://portal.example.vn@127.0.0.1/', 'credentials'],
  ['http://portal.example.vn/', 'scheme'],
  ['https://portal.example.vn:22/', 'port'],
  ['https://portal.example.vn:25/', 'port'],
  ['https://portal.example.vn:27017/', 'port'],
  ['https://portal.example.vn:80/', 'port'],
  ['file:///etc/passwd', 'scheme'],
  ['unix:/run/docker.sock', 'scheme'],
  ['ftp://portal.example.vn/', 'scheme'],
  ['gopher://127.0.0.1/', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['//127.0.0.1/', 'malformed'],
  ['https://', 'malformed'],
  ['https://256.1.1.1/', 'malformed'],
  ['', 'malformed'],
]

describe('F01: an address is refused in every spelling', () => {
  it.each(SPELLINGS)('%s: %s', (address, why) => {
    expect(checkAddress(address, STRICT)).toBe(why)
  })

  it('has at least sixty of them', () => expect(SPELLINGS.length).toBeGreaterThanOrEqual(60))

  it.each([
    'https://portal.lamdong.example.vn/ttdn/inbox',
    'https://portal.example.vn:443/',
    'https://xn--lm-ng-ysa.example/',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
  ])('%s may be saved', (address) => expect(checkAddress(address, STRICT)).toBeNull())

  it('plain http on port 80 only where the setting says so', () => {
    expect(checkAddress('http://portal.example.vn/', { http: true })).toBeNull()
    expect(checkAddress('http://portal.example.vn:8080/', { http: true })).toBe('port')
    expect(checkAddress('http://10.0.0.1/', { http: true })).toBe('range')
  })

  it('the demo reaches this machine on any port, and no other inner address', () => {
    const demo = { loopback: true }
    expect(checkAddress('http://127.0.0.1:3002/portal/inbox', demo)).toBeNull()
    expect(checkAddress('http://localhost:3002/portal/inbox', demo)).toBeNull()
    expect(checkAddress('http://[::1]:3002/portal/inbox', demo)).toBeNull()
    expect(checkAddress('http://192.168.1.1:3002/', demo)).toBe('range')
    expect(checkAddress('http://[::ffff:127.0.0.1]:3002/', demo)).toBe('range')
    expect(checkAddress('http://portal.example.vn:3002/', demo)).toBe('scheme')
  })

  it('our own public address is an inner one as well', () => {
    const own = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .map(({ address }) => address)
    for (const address of own) expect(judgeIp(address, STRICT)).not.toBeNull()
  })
})

describe('F02: the name decides inside the connection', () => {
  let server: Server
  let port = 0
  let hits = 0
  beforeAll(
    () =>
      new Promise<void>((ready) => {
        server = createServer((_, answer) => {
          hits += 1
          answer.end('hello')
        }).listen(0, '127.0.0.1', () => {
          port = (server.address() as AddressInfo).port
          ready()
        })
      }),
  )
  afterAll(() => void server.close())

  const ask = async (resolve: Resolve, reach = STRICT) => {
    const agent = new Agent({ connect: { lookup: guardedLookup(reach, resolve), timeout: 500 } })
    try {
      const { body } = await request(`http://portal.example.vn:${port}/`, { dispatcher: agent })
      return await body.text()
    } catch (error) {
      return (error as Error).message
    } finally {
      await agent.destroy()
    }
  }
  const named =
    (...addresses: string[]): Resolve =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

  it.each([
    ['one inner address', named('127.0.0.1')],
    ['an inner one among good ones', named('8.8.8.8', '127.0.0.1')],
    ['a good one last', named('10.1.2.3', '8.8.8.8')],
    ['the inner one in IPv6', named('::1')],
    ['mapped', named('::ffff:127.0.0.1')],
    ['NAT64', named('64:ff9b::7f00:1')],
    ['6to4', named('2002:7f00:1::1')],
    ['metadata', named('169.254.169.254')],
    ['zone', named('fe80::1%eth0')],
    ['nonsense', named('portal')],
    ['no answer', named()],
  ])('%s', async (_, resolve) => {
    expect(await ask(resolve)).toMatch(/^address refused: /)
    expect(hits).toBe(0)
  })

  it('a name that alternates between outside and this machine never gets through: no second lookup is made', async () => {
    let turn = 0
    const agent = (resolve: Resolve) => guardedLookup(STRICT, resolve)
    const rebinding: Resolve = async () => [{ address: turn++ % 2 ? '127.0.0.1' : '8.8.8.8', family: 4 }]
    const lookup = agent(rebinding)
    const answers = await Promise.all(
      Array.from(
        { length: 1_000 },
        () =>
          new Promise<string>((done) =>
            lookup('portal.example.vn', { all: false }, (error, address) => done(error ? 'refused' : String(address))),
          ),
      ),
    )
    expect(new Set(answers)).toEqual(new Set(['refused', '8.8.8.8']))
    expect(answers.filter((answer) => answer === 'refused')).toHaveLength(500)
    expect(hits).toBe(0)
  })

  it('reaches it where loopback is allowed', async () => {
    expect(await ask(named('127.0.0.1'), { loopback: true, http: false })).toBe('hello')
    expect(hits).toBe(1)
  })
})
