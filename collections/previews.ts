import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { label } from '#cms/labels'

/** Signed preview links: one story and language, at most 24 hours, revocable. */
export const previews: CollectionConfig = {
  slug: 'previews',
  labels: { singular: label('previews.one'), plural: label('previews') },
  access: access('previews'),
  admin: { hidden: true },
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'token', type: 'text', unique: true, required: true },
    { name: 'article', type: 'text', index: true, required: true, label: label('workflow.article') },
    { name: 'by', type: 'text', required: true, label: label('field.by') },
    /** Epoch milliseconds. */
    { name: 'until', type: 'number', required: true, label: label('previews.until') },
    { name: 'revoked', type: 'checkbox', defaultValue: false, required: true, label: label('previews.revoked') },
  ],
}
