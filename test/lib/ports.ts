/** Ports for servers that a test starts itself. */
import { createServer, type AddressInfo } from 'node:net'

/** A port of loopback that is free now. Prefer to listen on 0 where the server can say its port. */
export const freePort = async (): Promise<number> => {
  const [port = 0] = await freePorts(1)
  return port
}

/** Several at once, all different: held open together, then let go. */
export const freePorts = async (count: number): Promise<readonly number[]> => {
  const held = await Promise.all(Array.from({ length: count }, () => hold()))
  await Promise.all(held.map(({ release }) => release()))
  return held.map(({ port }) => port)
}

const hold = (): Promise<{ port: number; release: () => Promise<void> }> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        release: () => new Promise((closed) => void server.close(() => closed())),
      }),
    )
  })
