import type { CollectionConfig, Field } from 'payload'
import { access } from '#cms/access'
import { recordChange } from '#cms/hooks/record'
import { keepTerm } from '#cms/hooks/term'
import { serverOwned } from '#cms/fields'
import { label, options } from '#cms/labels'
import { LANGUAGES } from '#newsroom'

/** The termbase: official forms in three languages with dates of validity. */
export const terms: CollectionConfig = {
  slug: 'terms',
  labels: { singular: label('terms.one'), plural: label('terms') },
  access: access('terms'),
  admin: {
    useAsTitle: 'vi',
    // Its door in the navigation is the screen of ours; this list opens from there.
    group: false,
    defaultColumns: ['vi', 'en', 'ja', 'kind', 'status'],
    listSearchableFields: ['vi', 'en', 'ja'],
    components: { beforeList: ['/src/admin/terms/TermsLink#TermsLink'] },
  },
  hooks: { beforeChange: [keepTerm], afterChange: [recordChange] },
  fields: [
    ...LANGUAGES.map((language): Field => ({
      name: language,
      type: 'text',
      index: true,
      label: label(`terms.${language}`),
      required: language === 'vi',
    })),
    { name: 'kind', type: 'text', label: label('terms.kind') },
    { name: 'note', type: 'textarea', label: label('terms.note') },
    {
      name: 'forbidden',
      type: 'group',
      label: label('terms.forbidden'),
      fields: LANGUAGES.map((language): Field => ({
        name: language,
        type: 'text',
        hasMany: true,
        label: label(`lang.${language}`),
      })),
    },
    { name: 'reading', type: 'text', label: label('terms.reading') },
    { name: 'validFrom', type: 'date', label: label('terms.validFrom') },
    { name: 'validTo', type: 'date', label: label('terms.validTo') },
    {
      name: 'status',
      type: 'select',
      options: options('term', ['approved', 'proposed', 'rejected']),
      defaultValue: 'proposed',
      required: true,
      label: label('terms.status'),
    },
    serverOwned({ name: 'decidedBy', type: 'text', label: label('terms.decidedBy') }),
  ],
}
