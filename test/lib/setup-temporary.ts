/**
 * Before everything else: one folder under the system's temporary one for all that this run writes there, by whatever
 * program. It goes with the run, also when a worker was killed; a run that was killed itself is swept up by the next.
 */
import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NAME = /^ttdn-test-(\d+)-/
/** A whole run needs this much at its fullest, in bytes: sample newsrooms, browser profiles, MongoDB's files. */
const NEEDED = 3e9

export default function setup(): void {
  const parent = tmpdir()
  if (NAME.test(parent.split(/[\\/]/).at(-1) ?? '')) return // another project of this run was first
  sweep(parent)
  const { bavail, bsize } = statfsSync(parent)
  if (bavail * bsize < NEEDED)
    throw new Error(
      `Ổ đĩa của ${parent} chỉ còn ${gigabytes(bavail * bsize)}; các phép thử cần ${gigabytes(NEEDED)}. Hãy dọn bớt hoặc đặt TMPDIR sang ổ khác. / ` +
        `The disk of ${parent} has ${gigabytes(bavail * bsize)} left; the tests need ${gigabytes(NEEDED)}. Make room, or set TMPDIR to another disk.`,
    )
  const folder = mkdtempSync(join(parent, `ttdn-test-${process.pid}-`))
  // The first is read on Unix, the others on Windows.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  // Not a teardown: servers of other projects may still write when this one's turn comes.
  if (!process.env.KEEP_SCREENS) process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}

const sweep = (parent: string): void => {
  for (const name of readdirSync(parent)) {
    const pid = NAME.exec(name)?.[1]
    if (pid && !lives(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM' // somebody else's, and alive
  }
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`
