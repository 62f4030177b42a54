import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { limitTexts } from '#cms/editor/door.server'
import { newsroomEditor } from '#cms/editor/editor'
import { serverOwned } from '#cms/fields'
import { keepPiece, tellIssue } from '#cms/hooks/piece'
import { label, options } from '#cms/labels'
import { LANGUAGES } from '#newsroom'

/** An issue's own piece in one language: foreword, table of figures, calendar, list. Approved with the edition that prints it. */
export const pieces: CollectionConfig = {
  slug: 'pieces',
  labels: { singular: label('pieces.one'), plural: label('pieces') },
  access: access('pieces'),
  admin: { useAsTitle: 'title', group: label('group.bulletin'), defaultColumns: ['title', 'language', 'updatedAt'] },
  versions: { maxPerDoc: 0, drafts: false },
  disableDuplicate: true,
  indexes: [{ fields: ['bulletin', 'entry', 'language'], unique: true }],
  hooks: { beforeOperation: [limitTexts], beforeChange: [keepPiece], afterChange: [tellIssue] },
  fields: [
    {
      name: 'back',
      type: 'ui',
      admin: { position: 'sidebar', components: { Field: '/src/admin/bulletin/BackToIssue#BackToIssue' } },
    },
    { name: 'title', type: 'text', label: label('articles.title'), maxLength: 300 },
    { name: 'summary', type: 'textarea', label: label('articles.summary'), maxLength: 2000 },
    { name: 'body', type: 'richText', label: label('articles.body'), editor: newsroomEditor },
    { name: 'byline', type: 'text', label: label('articles.byline'), maxLength: 200 },
    serverOwned({
      name: 'language',
      type: 'select',
      options: options('lang', LANGUAGES),
      required: true,
      label: label('field.language'),
      admin: { position: 'sidebar' },
    }),
    serverOwned({ name: 'bulletin', type: 'text', index: true, required: true, admin: { hidden: true } }),
    /** Id of its place in the plan. */
    serverOwned({ name: 'entry', type: 'text', index: true, required: true, admin: { hidden: true } }),
  ],
}
