import path from 'node:path'
import type { CollectionBeforeChangeHook } from 'payload'
import { NewsroomError } from '#newsroom'
import { safeHref } from '#richtext'
import { asApiError } from '../errors'
import { filmFacts } from '../film-facts'
import { mustSee } from '../named'
import { personOf } from '../people'
import { idOf, mediaOf, type FilmDoc } from '../snapshot'

/** A film is a file of ours or an address elsewhere; its length and size are those of the file. */
export const keepFilm: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const said = data as Partial<FilmDoc>
  const before = operation === 'update' ? (originalDoc as FilmDoc) : null
  const merged = { ...before, ...said }
  const link = (merged.link ?? '').trim()
  try {
    if (link !== '' && (safeHref(link) === null || !/^https:\/\//i.test(link)))
      throw new NewsroomError('text.link', { href: link })
    // A story of one's own is no way to another desk's film.
    const known = [before?.file, before?.poster].map(idOf)
    const named = [said.file, said.poster].map(idOf).filter((id) => id !== null)
    if (req.user)
      await mustSee(
        req,
        personOf(req.user),
        named.filter((id) => !known.includes(id)),
      )
    const fileId = idOf(merged.file)
    const own = { ...said, link: link === '' ? null : link, ...(before ? { story: before.story } : {}) }
    if (fileId === null) return { ...own, durationMs: null, width: null, height: null }
    if (before && fileId === idOf(before.file) && before.durationMs != null)
      return { ...own, durationMs: before.durationMs, width: before.width ?? null, height: before.height ?? null }
    const original = (await mediaOf(req, [fileId])).get(fileId)?.renditions?.find(({ name }) => name === 'original')
    if (!original?.mime.startsWith('video/')) throw new NewsroomError('media.type', { name: fileId })
    const folder = path.join(String(req.payload.collections.media.config.upload.staticDir), '..', 'store')
    return { ...own, ...(await filmFacts(path.join(folder, `${original.digest}.${original.ext}`))) }
  } catch (error) {
    if (error instanceof NewsroomError) throw asApiError(error)
    throw error
  }
}
