/** A reason not to start, said once to the person who starts us, in the two languages of the machine room. */
export class StartRefused extends Error {
  readonly vi: string
  readonly en: string
  constructor({ vi, en }: { readonly vi: string; readonly en: string }, cause?: unknown) {
    super(`${vi}\n${en}`, cause === undefined ? undefined : { cause })
    this.name = 'StartRefused'
    this.vi = vi
    this.en = en
  }
}

/** Ends the process with the one sentence; anything else is a fault of ours and keeps its stack. */
export const orSayWhy = async (start: () => Promise<void>): Promise<void> => {
  try {
    await start()
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(78) // EX_CONFIG of sysexits.h
  }
}
