'use client'
import { useEffect, useState } from 'react'
import type { MediaView } from '#bulletin/view'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { useLoaded } from '../load'
import { sentenceOf, usePanel } from '../panel'
import { Unread } from '../Waiting'

type Found = {
  readonly docs: readonly {
    readonly id: string | number
    readonly url?: string | null
    readonly thumbnailURL?: string | null
    readonly filename?: string | null
    readonly alt?: string | null
    readonly caption?: string | null
    readonly credit?: string | null
  }[]
  readonly totalPages: number
}

const PAUSE_MS = 250
const PER_PAGE = 24

const asMedia = ({ id, url, thumbnailURL, filename, alt, caption, credit }: Found['docs'][number]): MediaView => ({
  id: String(id),
  url: thumbnailURL || url || '',
  alt: alt || filename || '',
  caption: caption ?? '',
  credit: credit ?? '',
})

export const Thumbnail = ({ photo }: { photo: MediaView }) => (
  <span className="desk-thumb">
    {photo.url ? <img alt={photo.alt} loading="lazy" src={photo.url} /> : <span className="desk-thumb__none" />}
    <span className="desk-thumb__words">
      {photo.alt}
      {photo.credit ? <span className="desk-muted"> · {photo.credit}</span> : null}
    </span>
  </span>
)

/** Pictures of the library, newest first. `most` 1: the press chooses; more: ticks, in the order of ticking. */
export const MediaPicker = ({
  chosen,
  most,
  onChoose,
  onClose,
}: {
  chosen: readonly MediaView[]
  most: number
  onChoose: (photos: readonly MediaView[]) => void
  onClose: () => void
}) => {
  const { language, say } = usePanel()
  const [q, setQ] = useState('')
  const [asked, setAsked] = useState('')
  const [page, setPage] = useState(1)
  const [picked, setPicked] = useState(chosen)
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(q.trim())
      setPage(1)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [q])
  const query = new URLSearchParams({
    limit: String(PER_PAGE),
    page: String(page),
    depth: '0',
    locale: language,
    'fallback-locale': 'vi',
    sort: '-createdAt',
    'where[and][0][mimeType][contains]': 'image/',
    ...(asked === ''
      ? {}
      : Object.fromEntries(
          ['alt', 'caption', 'filename', 'credit'].map((field, index) => [`where[and][1][or][${index}][${field}][like]`, asked]),
        )),
  })
  const { value, problem, reload } = useLoaded<Found>(`/api/media?${query.toString()}`)
  const toggle = (photo: MediaView) => {
    if (most === 1) return setPicked(picked.some(({ id }) => id === photo.id) ? [] : [photo])
    const without = picked.filter(({ id }) => id !== photo.id)
    setPicked(without.length < picked.length ? without : [...picked, photo].slice(0, most))
  }
  return (
    <Dialog
      actions={
        <>
          <span className="desk-muted">{say('bulletin.pick.count', { count: picked.length })}</span>
          <Button onPress={onClose}>{say('general.cancel')}</Button>
          <Button onPress={() => onChoose(picked)} tone="primary">
            {say('bulletin.pick')}
          </Button>
        </>
      }
      onClose={onClose}
      title={say(most === 1 ? 'bulletin.cover.pick' : 'bulletin.photos.pick')}
      wide
    >
      <Field label={say('bulletin.pick.search')}>
        {({ id }) => (
          <input
            className="desk-input"
            data-safe
            id={id}
            onChange={(event) => setQ(event.target.value)}
            type="search"
            value={q}
          />
        )}
      </Field>
      {problem ? <Unread onRetry={reload} say={say} sentence={sentenceOf(problem, say)} /> : null}
      {value === null && !problem ? <p className="desk-muted">{say('general.loading')}</p> : null}
      {value?.docs.length === 0 ? <p className="desk-empty">{say('bulletin.pick.none')}</p> : null}
      <ul className="desk-plain desk-thumbs desk-thumbs--pick">
        {value?.docs.map(asMedia).map((photo) => {
          const at = picked.findIndex(({ id }) => id === photo.id)
          return (
            <li key={photo.id}>
              <button aria-pressed={at >= 0} className="desk-thumbs__pick" onClick={() => toggle(photo)} type="button">
                <Thumbnail photo={photo} />
                <span aria-hidden="true" className="desk-thumbs__tick">
                  {at >= 0 ? (most === 1 ? '✓' : at + 1) : ''}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {value && value.totalPages > 1 ? (
        <div className="desk-pages">
          <span className="desk-muted">{say('general.page', { page, pages: value.totalPages })}</span>
          <Button onPress={() => setPage(page - 1)} refused={page <= 1 ? '' : undefined}>
            {say('general.previous')}
          </Button>
          <Button onPress={() => setPage(page + 1)} refused={page >= value.totalPages ? '' : undefined}>
            {say('general.next')}
          </Button>
        </div>
      ) : null}
    </Dialog>
  )
}
