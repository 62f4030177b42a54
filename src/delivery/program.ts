/** What the programs of this side share: knowing that they were started as one, and stopping well. */

/** Is this file the program that Node was started with? A bundle keeps the name of its program, whoever else imports the file. */
export const isProgram = (name: RegExp): boolean => name.test(process.argv[1] ?? '')

/** Stops once at SIGTERM or SIGINT, and for good after twenty seconds. */
export const untilStopped = (stop: () => Promise<void>): void => {
  let stopping = false
  const end = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), 20_000).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

/** A file that the newsroom makes at its first start may come later than we do. */
export const whenThere = async <T>(open: () => T, sayWaiting: () => void, pauseMs = 1_000): Promise<T> => {
  for (let said = false; ;) {
    try {
      return open()
    } catch {
      if (!said) sayWaiting()
      said = true
      await new Promise((wake) => setTimeout(wake, pauseMs))
    }
  }
}
