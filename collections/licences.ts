import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { recordChange } from '#cms/hooks/record'
import { label, options } from '#cms/labels'
import { LANGUAGES } from '#newsroom'

/** What a press authority allows the Bản tin to be (Press Law 2016, art. 34): an administrator enters it, no editor of the issue. */
export const licences: CollectionConfig = {
  slug: 'licences',
  labels: { singular: label('licences.one'), plural: label('licences') },
  access: access('licences'),
  admin: {
    useAsTitle: 'number',
    group: label('group.bulletin'),
    defaultColumns: ['number', 'date', 'validFrom', 'validTo'],
    description: label('licences.help'),
  },
  hooks: { afterChange: [recordChange] },
  fields: [
    { name: 'number', type: 'text', required: true, unique: true, label: label('licences.number') },
    { name: 'date', type: 'date', required: true, label: label('licences.date') },
    { name: 'issuer', type: 'text', localized: true, required: true, label: label('licences.issuer') },
    /** The name under "BẢN TIN" on page 1. */
    { name: 'name', type: 'text', localized: true, required: true, label: label('licences.name') },
    /** Who publishes: page 1 names it. */
    { name: 'publisher', type: 'text', localized: true, required: true, label: label('licences.publisher') },
    { name: 'purpose', type: 'textarea', localized: true, label: label('licences.purpose') },
    {
      name: 'languages',
      type: 'select',
      hasMany: true,
      required: true,
      options: options('lang', LANGUAGES),
      label: label('licences.languages'),
    },
    { name: 'frequency', type: 'text', localized: true, required: true, label: label('licences.frequency') },
    { name: 'pageLimit', type: 'number', required: true, min: 1, label: label('licences.pageLimit') },
    /** Millimetres, after trimming. */
    { name: 'trimWidth', type: 'number', required: true, min: 50, max: 500, label: label('licences.trimWidth') },
    { name: 'trimHeight', type: 'number', required: true, min: 50, max: 500, label: label('licences.trimHeight') },
    /** Copies an issue. */
    { name: 'printRun', type: 'number', required: true, min: 1, label: label('licences.printRun') },
    { name: 'printer', type: 'text', localized: true, required: true, label: label('licences.printer') },
    { name: 'area', type: 'text', localized: true, label: label('licences.area') },
    { name: 'personResponsible', type: 'text', localized: true, required: true, label: label('licences.personResponsible') },
    { name: 'validFrom', type: 'date', required: true, label: label('licences.validFrom') },
    { name: 'validTo', type: 'date', label: label('licences.validTo') },
    { name: 'changeRequests', type: 'textarea', label: label('licences.changeRequests') },
  ],
}
