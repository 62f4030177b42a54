/** The outlets of a story in one line. Pure. */

type Sent = { readonly channel: string; readonly name: string; readonly state: string }

/** From what is well to what wants a person. */
const CONCERN = ['superseded', 'delivered', 'pending', 'leased', 'failed', 'dead']

/** Each channel by its most worrying delivery (one per language); the worst of them; how many have arrived. */
export const summary = <S extends Sent>(
  outlets: readonly S[],
): { readonly worst: string | null; readonly arrived: number; readonly all: readonly S[] } => {
  const byChannel = new Map<string, S>()
  for (const outlet of outlets) {
    const before = byChannel.get(outlet.channel)
    if (before === undefined || CONCERN.indexOf(outlet.state) > CONCERN.indexOf(before.state))
      byChannel.set(outlet.channel, outlet)
  }
  const all = [...byChannel.values()].sort((a, b) => a.channel.localeCompare(b.channel, 'en'))
  const worst = all.reduce<string | null>(
    (found, { state }) => (found === null || CONCERN.indexOf(state) > CONCERN.indexOf(found) ? state : found),
    null,
  )
  return { worst, arrived: all.filter(({ state }) => state === 'delivered' || state === 'superseded').length, all }
}
