import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { label, options } from '#cms/labels'
import { LANGUAGES } from '#newsroom'

/** An issue in one language, on its way to the log. Never versioned: restoring an old row must not bring an approval back. */
export const editions: CollectionConfig = {
  slug: 'editions',
  labels: { singular: label('editions.one'), plural: label('editions') },
  access: access('editions'),
  admin: { hidden: true },
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['bulletin', 'language'], unique: true }],
  fields: [
    { name: 'bulletin', type: 'text', index: true, required: true },
    { name: 'item', type: 'text', index: true, required: true, label: label('field.item') },
    { name: 'language', type: 'select', options: options('lang', LANGUAGES), required: true, label: label('field.language') },
    { name: 'state', type: 'text', required: true, index: true },
    /** `EditionRow` of `bulletin/issue`. */
    { name: 'row', type: 'json', required: true },
    /** What was closed: the `Edition` with its texts, and the `Snapshot` that its release will be; null while open. */
    { name: 'frozen', type: 'json' },
    { name: 'snapshot', type: 'json' },
    /** What the preflight said when it was closed (`PreflightFact[]`). */
    { name: 'preflight', type: 'json' },
  ],
}
