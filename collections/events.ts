import type { CollectionConfig } from 'payload'
import { access, fieldAccess } from '#cms/access'
import { refuseChange } from '#cms/hooks/immutable'
import { label } from '#cms/labels'

/** The audit trail: append-only and chained like the log. */
export const events: CollectionConfig = {
  slug: 'events',
  labels: { singular: label('events.one'), plural: label('events') },
  access: access('events'),
  admin: { useAsTitle: 'verb', group: label('group.system'), defaultColumns: ['n', 'at', 'verb', 'who', 'what'] },
  versions: false,
  lockDocuments: false,
  hooks: { beforeChange: [refuseChange], beforeDelete: [refuseChange] },
  fields: [
    { name: 'n', type: 'number', unique: true, index: true, required: true, label: label('events.n') },
    { name: 'at', type: 'text', required: true, label: label('events.at') },
    { name: 'verb', type: 'text', required: true, index: true, label: label('events.verb') },
    { name: 'who', type: 'text', index: true, label: label('events.who') },
    { name: 'what', type: 'text', index: true, label: label('events.what') },
    /** RFC 8785 JSON of the event without its digest. */
    {
      name: 'record',
      type: 'textarea',
      required: true,
      label: label('events.record'),
      access: { read: fieldAccess('events', 'record').read },
    },
    { name: 'digest', type: 'text', required: true, label: label('events.digest') },
    { name: 'prevDigest', type: 'text', required: true, label: label('events.prevDigest') },
  ],
}
