import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { label, options } from '#cms/labels'
import { LANGUAGES } from '#newsroom'

/** A broadcaster's bulletin: its running order, and where it stands. Written and read through its own doors; never versioned. */
export const programmes: CollectionConfig = {
  slug: 'programmes',
  labels: { singular: label('programmes.one'), plural: label('programmes') },
  access: access('programmes'),
  admin: { hidden: true },
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'item', type: 'text', unique: true, index: true, required: true, label: label('field.item') },
    { name: 'language', type: 'select', options: options('lang', LANGUAGES), required: true, label: label('field.language') },
    /** RFC 3339, UTC. */
    { name: 'airAt', type: 'text', required: true, index: true },
    /** Counts saves of the plan; a save names the one it started from. */
    { name: 'rev', type: 'number', defaultValue: 0, required: true },
    { name: 'state', type: 'text', required: true, index: true },
    /** `ProgrammePlan` of `programme/plan`. */
    { name: 'plan', type: 'json', required: true },
    /** `ProgrammeRow` of `programme/programme`. */
    { name: 'row', type: 'json', required: true },
    /** What was closed: the `Programme` with its words, and the `Snapshot` that its release will be; null while open. */
    { name: 'frozen', type: 'json' },
    { name: 'snapshot', type: 'json' },
    { name: 'begunBy', type: 'text', required: true },
  ],
}
