import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { label } from '#cms/labels'

/** What colleagues say to each other about one segment of a text; written and read through the translation desk alone. */
export const comments: CollectionConfig = {
  slug: 'comments',
  labels: { singular: label('comments.one'), plural: label('comments') },
  access: access('comments'),
  admin: { hidden: true },
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'article', type: 'text', index: true, required: true, label: label('workflow.article') },
    /** `{path, source, target}`: where it stood and the digests of what stood there (`translation/anchor`). */
    { name: 'anchor', type: 'json', required: true },
    { name: 'text', type: 'textarea', required: true, maxLength: 4000, label: label('comments.text') },
    { name: 'by', type: 'text', required: true, label: label('field.by') },
    { name: 'name', type: 'text', required: true },
    /** RFC 3339. */
    { name: 'at', type: 'text', required: true },
    /** Who said that it is settled, and when; null = open. */
    { name: 'settled', type: 'json' },
  ],
}
