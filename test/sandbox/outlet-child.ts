/** An outlet in a process of its own, to be killed: `outlet-child.ts FOLDER [kill-after-kept]`. Prints its address. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createSandbox } from '#sandbox/server'
import { folderStore } from '#sandbox/store'
import { MEDIA, secretsOfAll } from './builders'

const [, , folder = '', order] = process.argv
const store = (key: string) => folderStore(join(folder, key))
const app = createSandbox({
  stores: { portal: store('portal'), newspaper: store('newspaper'), broadcaster: store('broadcaster') },
  secrets: secretsOfAll,
  publicUrl: MEDIA,
  ...(order === 'kill-after-kept' ? { afterKept: () => process.kill(process.pid, 'SIGKILL') } : {}),
})
const server = createServer(app).listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
// Whoever started us is gone: so are we.
process.stdin.on('end', () => process.exit(0)).resume()
