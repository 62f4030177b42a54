import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { keyField } from '#cms/fields'
import { recordChange } from '#cms/hooks/record'
import { label, options } from '#cms/labels'

/** Desks, departments and outlets: rows with dates of validity, because bodies are merged and renamed. */
export const organisations: CollectionConfig = {
  slug: 'organisations',
  labels: { singular: label('organisations.one'), plural: label('organisations') },
  access: access('organisations'),
  admin: { useAsTitle: 'name', group: label('group.catalogues'), defaultColumns: ['name', 'kind', 'validFrom', 'validTo'] },
  hooks: { afterChange: [recordChange] },
  fields: [
    keyField('organisations.key'),
    { name: 'name', type: 'text', localized: true, label: label('organisations.name'), required: true },
    {
      name: 'kind',
      type: 'select',
      label: label('organisations.kind'),
      options: options('organisations.kind', ['desk', 'department', 'outlet', 'other']),
      required: true,
    },
    { name: 'parent', type: 'relationship', relationTo: 'organisations', label: label('organisations.parent') },
    { name: 'validFrom', type: 'date', label: label('organisations.validFrom') },
    { name: 'validTo', type: 'date', label: label('organisations.validTo') },
  ],
}
