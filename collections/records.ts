import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { label } from '#cms/labels'

/** Copies of an issue handed out: the legal deposit and the distribution list; written through the issue's own doors. */
export const records: CollectionConfig = {
  slug: 'records',
  labels: { singular: label('records.one'), plural: label('records') },
  access: access('records'),
  admin: { hidden: true },
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'bulletin', type: 'text', index: true, required: true },
    /** deposit | distribution. */
    { name: 'kind', type: 'text', required: true },
    { name: 'language', type: 'text', required: true, label: label('field.language') },
    /** Civil day. */
    { name: 'date', type: 'text', required: true },
    { name: 'copies', type: 'number', required: true, min: 0 },
    { name: 'addressee', type: 'text', required: true },
    { name: 'address', type: 'text' },
    /** Receipt of the office that took the deposit. */
    { name: 'receipt', type: 'text' },
    /** `{id, name, at}` of whoever entered it. */
    { name: 'by', type: 'json', required: true },
  ],
}
