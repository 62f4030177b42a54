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
