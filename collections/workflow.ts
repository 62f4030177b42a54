import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { label, options } from '#cms/labels'
import { LANGUAGES } from '#newsroom'

/** The state of a language version. Never versioned: restoring an old text must not bring an old approval back. */
export const workflow: CollectionConfig = {
  slug: 'workflow',
  labels: { singular: label('workflow.one'), plural: label('workflow') },
  access: access('workflow'),
  admin: { hidden: true },
  versions: false,
  fields: [
    { name: 'article', type: 'text', unique: true, index: true, required: true, label: label('workflow.article') },
    { name: 'story', type: 'text', index: true, required: true, label: label('articles.story') },
    { name: 'item', type: 'text', index: true, required: true, label: label('field.item') },
    { name: 'language', type: 'select', options: options('lang', LANGUAGES), required: true, label: label('field.language') },
    {
      name: 'state',
      type: 'select',
      options: options('state', ['draft', 'revision', 'review', 'approved']),
      required: true,
      index: true,
      label: label('workflow.state'),
    },
    /** Epoch milliseconds of a schedule; indexed for the worker. */
    { name: 'dueAt', type: 'number', index: true },
    /** `articles.rev` of the last release; 0 = never released. */
    { name: 'releasedRev', type: 'number', defaultValue: 0 },
    /** `WorkflowRow` of `editorial/workflow`; the columns above repeat parts of it for queries. */
    { name: 'row', type: 'json', required: true, label: label('workflow.row') },
  ],
}
