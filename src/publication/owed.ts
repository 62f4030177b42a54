/** What a release owes, and to whom. Pure. */
import type { ItemId, ItemType, Language } from '#newsroom'
import type { Release, ReleaseKind, TextRelease } from './release'

/** An outlet that we push to, as far as the question "does it want this?" goes. Empty list = everything. */
export type ChannelWish = {
  readonly key: string
  readonly active: boolean
  readonly languages: readonly Language[]
  readonly topics: readonly string[]
  readonly itemTypes: readonly ItemType[]
}

/** One release owed to one channel. */
export type Owed = {
  readonly seq: number
  readonly channel: string
  readonly item: ItemId
  readonly language: Language
  readonly version: number
  /** Not always the release's own: a correction owes a `withdrawal` to a channel that it no longer suits (see `owed`). */
  readonly kind: ReleaseKind
  /** The text itself suited the channel at that moment; it did not come only because the channel has it in an issue or a programme. */
  readonly suited: boolean
}

/** The issues and programmes that tell a text, or told it once. */
export type Carriers = {
  /** `seq` of their releases in which the text stands. */
  readonly tells: readonly number[]
  /** Every delivery ever owed of them, oldest first. */
  readonly sent: readonly Owed[]
}

/**
 * `sent`: every delivery ever owed of this item and language, oldest first. `carriers`: see there.
 * - release: to each active channel that wants it now;
 * - correction: to each channel ever sent it that it still suits, paused ones included, and to those that want it since;
 *   a channel that it no longer suits is owed a `withdrawal` under the correction's seq and version, once for all that it has:
 *   its body is the withdrawal form of the item and says "no longer offered here", never the correction's text;
 * - withdrawal: to each channel ever sent it, by itself or inside a carrier.
 * A channel that has the text in a carrier alone hears all the same what becomes of it: a correction, and that it is back.
 * One that the text ever suited when it was sent is judged by the rules above: rather too few words at an outlet than one too many.
 * A dialog calls it beforehand with the release that it would become, to show the difference.
 */
export const owed = (
  release: Release,
  {
    channels,
    storyChannels,
    sent,
    carriers = { tells: [], sent: [] },
  }: {
    readonly channels: readonly ChannelWish[]
    readonly storyChannels: readonly string[] | null
    readonly sent: readonly Owed[]
    readonly carriers?: Carriers
  },
): readonly Owed[] => {
  const owe = (channel: string, kind: ReleaseKind, suited: boolean): Owed => ({
    seq: release.seq,
    channel,
    item: release.item,
    language: release.language,
    version: release.version,
    kind,
    suited,
  })
  const before = sent.filter(({ seq }) => seq < release.seq)
  const tellsIt = (one: Owed): boolean => putsWords(one) && carriers.tells.includes(one.seq)
  if (release.kind === 'withdrawal') {
    const had = [...before, ...carriers.sent.filter(tellsIt)].map(({ channel }) => channel)
    return [...new Set(had)].map((channel) => owe(channel, 'withdrawal', false))
  }

  const suits = channels.filter((channel) => (storyChannels?.includes(channel.key) ?? true) && wants(channel, release))
  const suited = new Set(suits.map(({ key }) => key))
  const apart = new Set(before.filter((one) => one.suited && putsWords(one)).map(({ channel }) => channel))
  const last = newest(before, ({ channel }) => channel)
  // A reissue without the text, and a withdrawal of the issue, go to everybody who was sent it: only its newest delivery counts.
  const carried = [...newest(carriers.sent, ({ channel, item }) => `${channel} ${item}`).values()].filter(tellsIt)
  const carriedSince = (channel: string, seq: number) => carried.some((one) => one.channel === channel && one.seq > seq)

  const due = suits.filter(({ key, active }) => active || (release.kind === 'correction' && last.has(key))).map(({ key }) => key)
  const along = [...new Set(carried.map(({ channel }) => channel))].filter((key) => !apart.has(key) && !due.includes(key))
  const dropped = [...last.values()].filter(
    (one) =>
      release.kind === 'correction' &&
      !suited.has(one.channel) &&
      !along.includes(one.channel) &&
      // Told already, it has the words again once an issue brought them.
      (putsWords(one) || carriedSince(one.channel, one.seq)),
  )
  return [
    ...due.map((key) => owe(key, release.kind, true)),
    ...dropped.map(({ channel }) => owe(channel, 'withdrawal', false)),
    ...along.map((key) => owe(key, 'correction', suited.has(key))),
  ]
}

const putsWords = ({ kind }: Owed): boolean => kind !== 'withdrawal'
/** Of each key the last of these, oldest first. */
const newest = (deliveries: readonly Owed[], keyOf: (one: Owed) => string): ReadonlyMap<string, Owed> =>
  new Map(deliveries.map((one) => [keyOf(one), one]))

/** Does this outlet want such a text, paused or not? An empty list wants everything. */
const wants = ({ languages, topics, itemTypes }: ChannelWish, { language, itemType, snapshot }: TextRelease): boolean =>
  (languages.length === 0 || languages.includes(language)) &&
  (itemTypes.length === 0 || itemTypes.includes(itemType)) &&
  // An issue and a programme are of every topic.
  (topics.length === 0 || OF_EVERY_TOPIC.includes(itemType) || snapshot.topics.some(({ id }) => topics.includes(id)))

const OF_EVERY_TOPIC: readonly ItemType[] = ['edition', 'programme']
