import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { label } from '#cms/labels'

/**
 * The translation memory at rest: one row per released translation, or per imported file. A correction replaces its row,
 * a withdrawal removes it. The newsroom searches an index of it in memory (`translation/memory`).
 */
export const memory: CollectionConfig = {
  slug: 'memory',
  labels: { singular: label('memory.one'), plural: label('memory') },
  access: access('memory'),
  admin: { hidden: true },
  versions: false,
  lockDocuments: false,
  fields: [
    /** `item/language` of a release, `import/<sha-256 of the file>` otherwise. */
    { name: 'key', type: 'text', unique: true, required: true },
    { name: 'from', type: 'text', required: true },
    { name: 'to', type: 'text', required: true },
    /** Of the release; 0 = imported. */
    { name: 'seq', type: 'number', required: true },
    /** Counts every change of this collection, so that each process reads what is new to it. */
    { name: 'change', type: 'number', index: true, required: true },
    /** `Unit[]` of `translation/memory`; empty = withdrawn. */
    { name: 'units', type: 'json', required: true },
  ],
}
