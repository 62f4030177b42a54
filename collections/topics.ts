import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { keyField } from '#cms/fields'
import { voidChangedApprovals } from '#cms/hooks/approvals'
import { recordChange } from '#cms/hooks/record'
import { label } from '#cms/labels'

/** The tree of topics; names are short shared vocabulary and therefore localized fields. */
export const topics: CollectionConfig = {
  slug: 'topics',
  labels: { singular: label('topics.one'), plural: label('topics') },
  access: access('topics'),
  admin: { useAsTitle: 'name', group: label('group.catalogues'), defaultColumns: ['name', 'key', 'parent'] },
  hooks: { afterChange: [voidChangedApprovals, recordChange] },
  fields: [
    keyField('topics.key'),
    { name: 'name', type: 'text', localized: true, label: label('topics.name'), required: true },
    { name: 'parent', type: 'relationship', relationTo: 'topics', label: label('topics.parent') },
  ],
}
