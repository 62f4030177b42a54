import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { serverOwned } from '#cms/fields'
import { voidFilmApprovals } from '#cms/hooks/approvals'
import { keepFilm } from '#cms/hooks/film'
import { recordChange } from '#cms/hooks/record'
import { label } from '#cms/labels'

/** The film of a video story, the same in every language: a file of ours or an address elsewhere. Words and subtitles are `articles`. */
export const videos: CollectionConfig = {
  slug: 'videos',
  labels: { singular: label('videos.one'), plural: label('videos') },
  access: access('videos'),
  admin: { group: label('group.newsroom'), defaultColumns: ['file', 'link', 'durationMs', 'updatedAt'] },
  disableDuplicate: true,
  hooks: { beforeChange: [keepFilm], afterChange: [voidFilmApprovals, recordChange] },
  fields: [
    /** mp4 (H.264, AAC) or webm; what the outlets expect stands in docs/outlets.md. */
    {
      name: 'file',
      type: 'upload',
      relationTo: 'media',
      label: label('videos.file'),
      filterOptions: { mimeType: { contains: 'video/' } },
    },
    /** https; where the broadcaster or a video host shows it. Nothing of theirs is loaded on our pages. */
    {
      name: 'link',
      type: 'text',
      label: label('videos.link'),
      maxLength: 2048,
      admin: { description: label('videos.link.help') },
    },
    {
      name: 'poster',
      type: 'upload',
      relationTo: 'media',
      label: label('videos.poster'),
      filterOptions: { mimeType: { contains: 'image/' } },
    },
    serverOwned({
      name: 'story',
      type: 'relationship',
      relationTo: 'stories',
      label: label('articles.story'),
      required: true,
      unique: true,
      index: true,
      admin: { position: 'sidebar' },
    }),
    /** Read from the file; of a link unknown. Milliseconds. */
    serverOwned({ name: 'durationMs', type: 'number', label: label('videos.durationMs'), admin: { position: 'sidebar' } }),
    serverOwned({ name: 'width', type: 'number', label: label('videos.width'), admin: { position: 'sidebar' } }),
    serverOwned({ name: 'height', type: 'number', label: label('videos.height'), admin: { position: 'sidebar' } }),
  ],
}
