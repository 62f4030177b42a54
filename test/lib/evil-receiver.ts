/** An outlet that behaves as badly as a test asks: a bare socket that reads one request and then does its worst. */
import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { AddressInfo } from 'node:net'

export type Received = {
  readonly at: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
/** Gets the socket after the whole request was read. */
export type Behaviour = (socket: Socket, received: Received) => void

export type EvilReceiver = {
  readonly url: string
  readonly received: Received[]
  /** Connections ever opened, with or without a request. */
  readonly connections: () => number
  readonly behave: (behaviour: Behaviour) => void
  readonly close: () => Promise<void>
}

export const evilReceiver = async (
  behaviour: Behaviour = answer(200),
  tls: { readonly key: string; readonly cert: string } | null = null,
): Promise<EvilReceiver> => {
  let current = behaviour
  let connections = 0
  const received: Received[] = []
  const sockets = new Set<Socket>()
  const serve = (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    let data = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      data = Buffer.concat([data, chunk])
      const end = data.indexOf('\r\n\r\n')
      if (end < 0) return
      const [first = '', ...lines] = data.subarray(0, end).toString('latin1').split('\r\n')
      const headers = Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
      )
      const length = Number(headers['content-length'] ?? 0)
      if (data.length < end + 4 + length) return
      const whole: Received = {
        at: Date.now(),
        path: first.split(' ')[1] ?? '',
        headers,
        body: data.subarray(end + 4, end + 4 + length).toString('utf8'),
      }
      data = data.subarray(end + 4 + length)
      received.push(whole)
      current(socket, whole)
    })
  }
  const server = tls ? createTlsServer(tls, serve).on('tlsClientError', () => {}) : createServer(serve)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    received,
    connections: () => connections,
    behave: (next) => void (current = next),
    close: () =>
      new Promise((done) => {
        sockets.forEach((socket) => socket.destroy())
        server.close(() => done())
      }),
  }
}

/** A well-formed answer. */
export const answer =
  (
    status: number,
    { headers = {}, body = '' }: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Buffer } = {},
  ): Behaviour =>
  (socket) => {
    const bytes = Buffer.from(body)
    const all = { 'content-length': String(bytes.length), connection: 'close', ...headers }
    const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.write(Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Whatever\r\n${head.join('')}\r\n`), bytes]))
    socket.end()
  }

export const accept = (value: unknown): Behaviour =>
  answer(200, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })
export const hang: Behaviour = () => {}
export const reset: Behaviour = (socket) => void socket.resetAndDestroy()
/** Raw bytes, then the connection is reset. */
export const resetAfter =
  (text: string): Behaviour =>
  (socket) =>
    void socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 20))
/** Raw bytes, then a polite close. */
export const say =
  (text: string | Buffer): Behaviour =>
  (socket) =>
    void socket.end(text)
/** Raw bytes, then silence. */
export const sayAndHang =
  (text: string): Behaviour =>
  (socket) =>
    void socket.write(text)
/** One byte at a time. */
export const drip =
  (text: string, everyMs: number): Behaviour =>
  (socket) => {
    let at = 0
    const timer = setInterval(() => {
      if (socket.destroyed || at >= text.length) return clearInterval(timer)
      socket.write(text[at++] ?? '')
    }, everyMs)
  }
/** A body without an end; stops when the other side has had enough. */
export const flood =
  (head: string): Behaviour =>
  (socket) => {
    socket.write(head)
    const block = Buffer.alloc(64 * 1024, 'x')
    const more = () => {
      if (!socket.destroyed) socket.write(block, (error) => (error ? undefined : setImmediate(more)))
    }
    more()
  }
