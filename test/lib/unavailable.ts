/** What this machine could not provide, told from the set-up of a run to its reporter (one process, two module graphs). */
const KEY = Symbol.for('ttdn.test.unavailable')
const shared = globalThis as { [KEY]?: Set<string> }

export const cannotHave = (sentence: string): void => void (shared[KEY] ??= new Set()).add(sentence)
export const unavailable = (): readonly string[] => [...(shared[KEY] ?? [])]
