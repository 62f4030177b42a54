/** The product as it ships, with the sample newsroom in a folder of its own: every program started, nothing shared. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deskAt, furnish, startAll } from '../../scripts/installation'
import { provided } from './provided'

export type BuiltNewsroom = {
  readonly url: string
  readonly publicUrl: string
  readonly sandboxUrl: string
  /** Where pictures and screenshots of a test may lie. */
  readonly folder: string
  readonly desk: ReturnType<typeof deskAt>
  readonly stop: () => Promise<void>
}

export const openBuiltNewsroom = async (databaseUrl?: string): Promise<BuiltNewsroom> => {
  const folder = mkdtempSync(join(tmpdir(), 'ttdn-desk-'))
  const environment = await furnish(folder, databaseUrl, provided('sample'))
  const programs = startAll(environment, folder, ['newsroom', 'worker', 'projector', 'delivery', 'sandbox'])
  const stop = async (): Promise<void> => {
    await programs.stop()
    if (!process.env.KEEP_SCREENS) rmSync(folder, { recursive: true, force: true })
  }
  try {
    await programs.ready()
  } catch (problem) {
    await stop()
    throw problem
  }
  return {
    url: environment.NEWSROOM_URL ?? '',
    publicUrl: environment.PUBLIC_URL ?? '',
    sandboxUrl: environment.SANDBOX_URL ?? '',
    folder,
    desk: deskAt(environment),
    stop,
  }
}
