import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { serverOwned } from '#cms/fields'
import { label } from '#cms/labels'

/** A quarter's issue of the Bản tin, the same for every language; written and read through the issue's own doors. */
export const bulletins: CollectionConfig = {
  slug: 'bulletins',
  labels: { singular: label('bulletins.one'), plural: label('bulletins') },
  access: access('bulletins'),
  admin: { hidden: true },
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['year', 'quarter'], unique: true }],
  fields: [
    /** ULID, the item of its editions in the log. */
    { name: 'item', type: 'text', unique: true, index: true, required: true, label: label('field.item') },
    { name: 'year', type: 'number', required: true, label: label('bulletins.year') },
    { name: 'quarter', type: 'number', required: true, label: label('bulletins.quarter') },
    /** Since Q3/2017. */
    { name: 'number', type: 'number', required: true },
    { name: 'numberInYear', type: 'number', required: true },
    /** Civil day, `yyyy-mm-dd`. */
    { name: 'date', type: 'text', required: true },
    /** Counts saves of the plan; a save names the one it started from. */
    { name: 'rev', type: 'number', defaultValue: 0, required: true },
    { name: 'licence', type: 'relationship', relationTo: 'licences' },
    { name: 'cover', type: 'upload', relationTo: 'media' },
    /** Words by language. */
    { name: 'themes', type: 'json', required: true },
    /** `Deadlines` of `bulletin/plan`. */
    { name: 'deadlines', type: 'json', required: true },
    /** `Plan` of `bulletin/plan`. */
    serverOwned({ name: 'plan', type: 'json', required: true }),
    /** Errata that this issue prints, by language (`Erratum` of `publication/edition`, with the id of its draft). */
    { name: 'errata', type: 'json', required: true },
    { name: 'begunBy', type: 'text', required: true },
  ],
}
