import type { PayloadRequest } from 'payload'
import { isLive, type Verb } from '#editorial/workflow'
import type { Person } from '#newsroom'
import { owed, type Owed } from '#publication/owed'
import type { Release } from '#publication/release'
import { databaseNow } from '../database'
import { read } from '../situation'
import { idsOf, itemTypeOf, type StoryDoc } from '../snapshot'
import { carriersOf, channelWishes, releaseLog } from '../stores/release-log'

/** Keys of the channels that a story asks for; null = every one that wants it. */
export const keysOfChannels = async (req: PayloadRequest, story: StoryDoc): Promise<readonly string[] | null> => {
  const wanted = idsOf(story.channels)
  if (wanted.length === 0) return null
  const { docs } = await req.payload.db.find<{ id: string; key: string }>({
    collection: 'channels',
    where: { id: { in: wanted } },
    limit: wanted.length,
    pagination: false,
    req,
  })
  return docs.map(({ key }) => key)
}

/** What this verb on this text would owe at this moment: the dialog says so before it happens. */
export const wouldOwe = async (req: PayloadRequest, person: Person, articleId: string, verb: Verb): Promise<readonly Owed[]> => {
  const found = await read(req, articleId, person, await databaseNow(req.payload))
  const { snapshot, story, article, history } = found
  const next = {
    kind: verb === 'withdraw' ? 'withdrawal' : isLive(history) ? 'correction' : 'release',
    seq: Number.MAX_SAFE_INTEGER,
    version: history.length + 1,
    item: story.item,
    itemType: itemTypeOf(story),
    language: article.language,
    snapshot,
  } as Release
  return owed(next, {
    channels: await channelWishes(req),
    storyChannels: await keysOfChannels(req, story),
    sent: await releaseLog(req.payload, req).deliveries(story.item, article.language),
    carriers: await carriersOf(req, next),
  })
}
