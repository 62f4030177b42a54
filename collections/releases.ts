import type { CollectionConfig } from 'payload'
import { access, fieldAccess } from '#cms/access'
import { refuseChange } from '#cms/hooks/immutable'
import { label, options } from '#cms/labels'
import { ITEM_TYPES, LANGUAGES } from '#newsroom'
import { RELEASE_KINDS } from '#publication/release'

/** The log. Rows are appended by the release store alone; nothing changes or deletes one (hook, and trigger or account). */
export const releases: CollectionConfig = {
  slug: 'releases',
  labels: { singular: label('releases.one'), plural: label('releases') },
  access: access('releases'),
  admin: {
    useAsTitle: 'seq',
    group: label('group.publication'),
    defaultColumns: ['seq', 'kind', 'item', 'language', 'version', 'at'],
  },
  versions: false,
  lockDocuments: false,
  hooks: { beforeChange: [refuseChange], beforeDelete: [refuseChange] },
  indexes: [{ fields: ['item', 'language', 'version'], unique: true }],
  fields: [
    { name: 'seq', type: 'number', unique: true, index: true, required: true, label: label('releases.seq') },
    { name: 'item', type: 'text', index: true, required: true, label: label('field.item') },
    {
      name: 'itemType',
      type: 'select',
      options: ITEM_TYPES.map((value) => ({ value, label: value })),
      required: true,
      label: label('releases.itemType'),
    },
    { name: 'language', type: 'select', options: options('lang', LANGUAGES), required: true, label: label('field.language') },
    { name: 'version', type: 'number', required: true, label: label('releases.version') },
    { name: 'kind', type: 'select', options: options('kind', RELEASE_KINDS), required: true, label: label('releases.kind') },
    { name: 'at', type: 'text', required: true, label: label('releases.at') },
    /** RFC 8785 JSON of the release without its digest: the truth that the digest covers; the columns repeat it. */
    {
      name: 'record',
      type: 'textarea',
      required: true,
      label: label('releases.record'),
      access: { read: fieldAccess('releases', 'record').read },
    },
    { name: 'digest', type: 'text', required: true, label: label('releases.digest') },
    { name: 'prevDigest', type: 'text', required: true, label: label('releases.prevDigest') },
    // For lists alone, which do not read whole records; every rule reads the record.
    { name: 'snapshotDigest', type: 'text', admin: { hidden: true } },
    { name: 'words', type: 'text', admin: { hidden: true } },
    { name: 'grade', type: 'text', admin: { hidden: true } },
  ],
}
