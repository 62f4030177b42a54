import { randomUUID } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Bytes under a name that says what they are: written once, whole or not at all. */
export const keepBytes = async (folder: string, name: string, bytes: Uint8Array): Promise<void> => {
  const kept = path.join(folder, name)
  const present = await stat(kept).then(
    ({ size }) => size === bytes.length,
    () => false,
  )
  if (present) return
  const part = `${kept}.${randomUUID()}.part`
  await mkdir(folder, { recursive: true })
  await writeFile(part, bytes)
  await rename(part, kept)
}
