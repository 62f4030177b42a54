import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { createLocalReq, type Payload } from 'payload'
import { renderPage } from '#delivery/public/page'
import { EDITORIAL } from '#editorial/permissions'
import { NewsroomError, type Person } from '#newsroom'
import { canonical, sha256 } from '#publication/canonical'
import type { Snapshot } from '#publication/release'
import { databaseNow } from './database'
import type { DeskSettings } from './settings'
import { articleOf, storyOf } from './texts'
import { idOf, snapshotOf } from './snapshot'
import { recordEvent } from './stores/events'
import { inTransaction } from './transaction'

/** Longest life of a link. */
const LIFE_MS = 24 * 60 * 60 * 1000
type Settings = Pick<DeskSettings, 'newsroomUrl' | 'previewKey'>
type PreviewDoc = { id: string; token: string; article: string; until: number; revoked: boolean }

/** A signed link to one story in one language, readable without an account until it ends or is revoked. */
export const sharePreview = async (
  payload: Payload,
  { newsroomUrl, previewKey }: Settings,
  person: Person,
  article: string,
): Promise<{ url: string; until: string }> => {
  // Whoever works on texts may show one; an auditor changes nothing and passes nothing on.
  if (!EDITORIAL.some((role) => person.roles.includes(role))) throw new NewsroomError('auth.notYours')
  const token = randomBytes(18).toString('base64url')
  const until = (await databaseNow(payload)).getTime() + LIFE_MS
  const req = await createLocalReq({}, payload)
  await inTransaction(payload, req, async (same) => {
    await payload.db.create({
      collection: 'previews',
      data: { token: sha256(token), article, by: person.id, until, revoked: false },
      req: same,
    })
    await recordEvent(same, {
      verb: 'preview',
      who: person.id,
      what: article,
      from: null,
      to: null,
      reason: null,
      digest: null,
      facts: { until },
    })
  })
  return { url: `${newsroomUrl}/preview/${token}.${signature(previewKey, token, article)}`, until: new Date(until).toISOString() }
}

export const revokePreviews = async (payload: Payload, person: Person, article: string): Promise<void> => {
  const req = await createLocalReq({}, payload)
  await inTransaction(payload, req, async (same) => {
    const { docs } = await payload.db.find<PreviewDoc>({
      collection: 'previews',
      where: { article: { equals: article } },
      limit: 0,
      pagination: false,
      req: same,
    })
    for (const { id } of docs) await payload.db.updateOne({ collection: 'previews', id, data: { revoked: true }, req: same })
    await recordEvent(same, {
      verb: 'previewRevoked',
      who: person.id,
      what: article,
      from: null,
      to: null,
      reason: null,
      digest: null,
    })
  })
}

/** The page as readers would see it, drawn from the snapshot that approval would bind; not to be indexed or passed on. */
export const previewPage =
  (payload: Payload, settings: Settings & { readonly publicUrl: string }): RequestHandler =>
  async (req, res) => {
    const link = String(req.params.token)
    const { snapshot, until } = await previewed(payload, settings, link)
    res.set({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      'content-security-policy':
        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; frame-ancestors 'none'",
    })
    res.type('html').send(renderPage({ snapshot, preview: { until, mediaBase: `/preview/${link}/media` } }))
  }

/** A picture of a previewed text, by digest, only if that text shows it. */
export const previewMedium =
  (payload: Payload, settings: Settings & { readonly mediaDir: string }): RequestHandler =>
  async (req, res) => {
    const { snapshot } = await previewed(payload, settings, String(req.params.token))
    const rendition = snapshot.media
      .flatMap(({ renditions }) => renditions)
      .find(({ digest, ext }) => `${digest}.${ext}` === req.params.file)
    if (!rendition) throw new NewsroomError('request.notFound')
    res.set({ 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' })
    res
      .type(rendition.mime)
      .sendFile(`${rendition.digest}.${rendition.ext}`, { root: `${settings.mediaDir}/store`, dotfiles: 'deny' })
  }

/** What a link opens now; every wrong, ended or revoked one answers alike. */
const previewed = async (
  payload: Payload,
  { previewKey }: Settings,
  link: string,
): Promise<{ snapshot: Snapshot; until: string }> => {
  const [token = '', signed = ''] = link.split('.')
  const now = await databaseNow(payload)
  const found = await payload.db.findOne<PreviewDoc>({ collection: 'previews', where: { token: { equals: sha256(token) } } })
  if (!found || found.revoked || found.until <= now.getTime() || !same(signature(previewKey, token, found.article), signed))
    throw new NewsroomError('preview.invalid')
  const req = await createLocalReq({}, payload)
  const article = await articleOf(req, found.article)
  if (article.trashed) throw new NewsroomError('preview.invalid')
  const { snapshot } = await snapshotOf(req, article, await storyOf(req, idOf(article.story)), now)
  return { snapshot, until: new Date(found.until).toISOString() }
}

const signature = (key: Buffer, token: string, article: string): string =>
  createHmac('sha256', key).update(canonical({ token, article })).digest('base64url')
const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
