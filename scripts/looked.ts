/** Whoever signs a text looks at it first: the digest of what they saw goes with the verb. */
import { SIGNS } from '#editorial/workflow'

type Read = (address: string) => Promise<Readonly<Record<string, unknown>>>

/** What a request to this door carries of that; `read` asks for the text as its signer sees it. */
export const looked = async (door: string, read: Read): Promise<{ readonly digest?: unknown }> => {
  const [, text, verb] = /^(\/api\/desk\/articles\/[^/]+)\/(\w+)$/.exec(door) ?? []
  return text !== undefined && SIGNS.some((signs) => signs === verb) ? { digest: (await read(text)).digest } : {}
}
