import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { keyField } from '#cms/fields'
import { recordChange } from '#cms/hooks/record'
import { label } from '#cms/labels'

/** Legal rules as rows with dates: a law that ends is a date, not a change of the program. */
export const rules: CollectionConfig = {
  slug: 'rules',
  labels: { singular: label('rules.one'), plural: label('rules') },
  access: access('rules'),
  admin: {
    useAsTitle: 'key',
    group: label('group.bulletin'),
    defaultColumns: ['key', 'citation', 'validFrom', 'validTo'],
    description: label('rules.help'),
  },
  hooks: { afterChange: [recordChange] },
  fields: [
    keyField('rules.key'),
    /** The row of the preflight that it gives its numbers to (`bulletin/preflight`). */
    { name: 'check', type: 'text', required: true, index: true, label: label('rules.check') },
    { name: 'text', type: 'textarea', localized: true, required: true, label: label('rules.text') },
    { name: 'citation', type: 'text', localized: true, required: true, label: label('rules.citation') },
    { name: 'validFrom', type: 'date', required: true, label: label('rules.validFrom') },
    { name: 'validTo', type: 'date', label: label('rules.validTo') },
    /** Numbers and names that the check asks: `{ "widthMm": 190 }`. */
    { name: 'parameters', type: 'json', label: label('rules.parameters') },
  ],
}
