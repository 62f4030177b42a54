/** Machine translation, off unless it is set up (`MACHINE_…`). */
import { askMachine as ask, type MachineAccount } from '#delivery/translation-machines'
import { machineEnv } from '#env'
import { NewsroomError, type Language } from '#newsroom'
import { answerOf, toMarkup } from '#translation/machine'
import type { Segment } from '#translation/segment'

const accounts = (): ReadonlyMap<string, MachineAccount> => {
  const { libreTranslate, deepL } = machineEnv()
  return new Map<string, MachineAccount>([
    ...(libreTranslate ? [['LibreTranslate', { kind: 'libreTranslate', ...libreTranslate }] as const] : []),
    ...(deepL ? [['DeepL', { kind: 'deepL', ...deepL }] as const] : []),
  ])
}

/** Names of the machines that may be asked; empty = none is set up. */
export const machineNames = (): readonly string[] => [...accounts().keys()]

/** The machine's wording of a segment, every code in it. Why it failed is told in general: an address or a key is nobody's to read. */
export const askMachine = async (
  name: string,
  source: Pick<Segment, 'text' | 'codes'>,
  pair: { readonly from: Language; readonly to: Language },
): Promise<string> => {
  const account = accounts().get(name)
  if (!account) throw new NewsroomError('request.notFound', { machine: name })
  const reply = await ask(
    account,
    { text: toMarkup(source.text), ...pair },
    { reach: { loopback: process.env.PUSH_TO_LOOPBACK === 'true', http: false } },
  )
  if ('failed' in reply) throw new NewsroomError('machine.failed', { machine: name })
  const text = answerOf(source, reply.text)
  if (text === null) throw new NewsroomError('machine.unusable', { machine: name })
  return text
}
