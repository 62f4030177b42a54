import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { label } from '#cms/labels'

/** Numbers that are given out inside the transaction that uses them: `releases`, `events`. */
export const counters: CollectionConfig = {
  slug: 'counters',
  labels: { singular: label('counters'), plural: label('counters') },
  access: access('counters'),
  admin: { hidden: true },
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'name', type: 'text', unique: true, required: true, label: label('counters.name') },
    { name: 'value', type: 'number', required: true, defaultValue: 0, label: label('counters.value') },
  ],
}
