/** The release log as its users see it. The stores are `memoryLog` here and `cms/stores/release-log`. */
import type { Instant, ItemId, Language } from '#newsroom'
import { owed, type Carriers, type ChannelWish, type Owed } from './owed'
import { GENESIS, nextRelease } from './release'
import type { LogHead, Release, ReleaseRequest, TextRelease } from './release'
import { itemsIn } from './renditions/edition'

export type { LogHead, ReleaseRequest } from './release'

export type ReleaseLog = {
  readonly head: () => Promise<LogHead>
  /** Releases with a higher `seq`, in order. */
  readonly after: (seq: number, limit: number) => Promise<readonly Release[]>
  readonly of: (item: ItemId, language?: Language) => Promise<readonly Release[]>
  /** All or nothing, in the order given, durable before it resolves. `storyChannels`: keys that the story asks for; null = every channel that wants it. */
  readonly append: (requests: readonly ReleaseRequest[], storyChannels: readonly string[] | null) => Promise<readonly Release[]>
  readonly deliveries: (item: ItemId, language: Language) => Promise<readonly Owed[]>
  readonly now: () => Promise<Instant>
}

export const keyOf = (item: ItemId, language: Language): string => `${item}/${language}`

/** What the world may see: the newest text of every item and language that is not withdrawn. Releases in order of `seq`. */
export const live = (releases: Iterable<Release>): ReadonlyMap<string, TextRelease> => {
  const seen = new Map<string, TextRelease>()
  for (const release of releases) {
    const key = keyOf(release.item, release.language)
    if (release.kind === 'withdrawal') seen.delete(key)
    else seen.set(key, release)
  }
  return seen
}

/** The log of one process: for tests and for trying things out; it keeps the contract that the databases keep. */
export const memoryLog = ({
  now,
  channels = () => [],
}: {
  readonly now: () => Instant
  readonly channels?: () => readonly ChannelWish[]
}): ReleaseLog => {
  const releases: Release[] = []
  const deliveries: Owed[] = []
  const of = (item: ItemId, language?: Language) =>
    releases.filter((release) => release.item === item && (language === undefined || release.language === language))
  const head = (): LogHead => {
    const last = releases.at(-1)
    return last === undefined ? { seq: 0, digest: GENESIS } : { seq: last.seq, digest: last.digest }
  }
  const deliveriesOf = (item: ItemId, language: Language) =>
    deliveries.filter((owe) => owe.item === item && owe.language === language)
  const carriersOf = (item: ItemId, language: Language): Carriers => {
    const telling = releases.filter(
      (one) => one.kind !== 'withdrawal' && one.language === language && itemsIn(one.snapshot).includes(item),
    )
    return {
      tells: telling.map(({ seq }) => seq),
      sent: [...new Set(telling.map((one) => one.item))].flatMap((carrier) => deliveriesOf(carrier, language)),
    }
  }
  return {
    head: async () => head(),
    after: async (seq, limit) => releases.slice(seq, seq + limit),
    of: async (item, language) => of(item, language),
    append: async (requests, storyChannels) => {
      // Nothing awaits in here, so nobody comes between; what fails half-way leaves no trace.
      const before = [releases.length, deliveries.length] as const
      try {
        return requests.map((request) => {
          const release = nextRelease(request, { head: head(), history: of(request.item, request.language), at: now() })
          deliveries.push(
            ...owed(release, {
              channels: channels(),
              storyChannels,
              sent: deliveriesOf(release.item, release.language),
              carriers: carriersOf(release.item, release.language),
            }),
          )
          releases.push(release)
          return release
        })
      } catch (refusal) {
        releases.length = before[0]
        deliveries.length = before[1]
        throw refusal
      }
    },
    deliveries: async (item, language) => deliveriesOf(item, language),
    now: async () => now(),
  }
}
