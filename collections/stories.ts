import type { CollectionConfig, Field } from 'payload'
import { access } from '#cms/access'
import { serverOwned } from '#cms/fields'
import { voidChangedApprovals } from '#cms/hooks/approvals'
import { recordChange } from '#cms/hooks/record'
import { guardStory } from '#cms/hooks/story'
import { label, options } from '#cms/labels'
import { CLASSES, LANGUAGES } from '#newsroom'

/** The thing in all languages: facts that are the same whatever the language. Texts are `articles`. */
export const stories: CollectionConfig = {
  slug: 'stories',
  labels: { singular: label('stories.one'), plural: label('stories') },
  access: access('stories'),
  admin: {
    useAsTitle: 'title',
    group: label('group.newsroom'),
    defaultColumns: ['title', 'class', 'desk', 'updatedAt'],
    components: {
      edit: { beforeDocumentControls: ['/src/admin/story/StoryVersions#StoryVersions'] },
      views: { list: { Component: '/src/admin/stories/StoriesList#StoriesList' } },
    },
  },
  hooks: { beforeChange: [guardStory], afterChange: [voidChangedApprovals, recordChange] },
  fields: [
    { name: 'title', type: 'text', label: label('stories.title'), required: true },
    /** Decree 72/2015/NĐ-CP. */
    { name: 'class', type: 'select', label: label('stories.class'), options: options('class', CLASSES), required: true },
    /** A text, or a film with subtitles (`videos`). */
    serverOwned({
      name: 'kind',
      type: 'select',
      label: label('stories.kind'),
      options: options('story.kind', ['article', 'video']),
      defaultValue: 'article',
      required: true,
      index: true,
    }),
    { name: 'desk', type: 'relationship', relationTo: 'organisations', label: label('stories.desk'), index: true },
    { name: 'sharedWith', type: 'relationship', relationTo: 'organisations', hasMany: true, label: label('stories.sharedWith') },
    { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true, label: label('stories.topics') },
    { name: 'places', type: 'text', hasMany: true, label: label('stories.places') },
    { name: 'lead', type: 'upload', relationTo: 'media', label: label('stories.lead') },
    {
      name: 'channels',
      type: 'relationship',
      relationTo: 'channels',
      hasMany: true,
      label: label('stories.channels'),
      admin: { description: label('stories.channels.help') },
    },
    /** Nothing of this story enters the log before this second (database clock). */
    {
      name: 'embargo',
      type: 'date',
      label: label('stories.embargo'),
      admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'dd/MM/yyyy HH:mm' } },
    },
    /** Asked for when the embargo is moved earlier; kept in the audit trail. */
    { name: 'embargoReason', type: 'text', virtual: true, label: label('stories.embargoReason') },
    serverOwned({ name: 'embargoBy', type: 'text', admin: { hidden: true } }),
    {
      name: 'receivedAt',
      type: 'date',
      label: label('stories.receivedAt'),
      admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'dd/MM/yyyy HH:mm' } },
    },
    {
      name: 'deadlines',
      type: 'group',
      label: label('stories.deadlines'),
      fields: LANGUAGES.map((language): Field => ({
        name: language,
        type: 'date',
        label: label(`lang.${language}`),
        admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'dd/MM/yyyy HH:mm' } },
      })),
    },
    { name: 'sovereignty', type: 'checkbox', defaultValue: false, label: label('stories.sovereignty') },
    {
      name: 'sourceLanguage',
      type: 'select',
      label: label('stories.sourceLanguage'),
      options: options('lang', LANGUAGES),
      defaultValue: 'vi',
      required: true,
    },
    // What the read rules ask in a query; verbs write these. `workers`: ids separated by spaces (a list would be a table of its own).
    serverOwned({ name: 'workers', type: 'text', admin: { hidden: true } }),
    serverOwned({ name: 'open', type: 'checkbox', defaultValue: false, admin: { hidden: true } }),
    serverOwned({ name: 'live', type: 'checkbox', defaultValue: false, admin: { hidden: true } }),
    serverOwned({
      name: 'begun',
      type: 'group',
      admin: { hidden: true },
      fields: LANGUAGES.map((language): Field => ({ name: language, type: 'checkbox', defaultValue: false })),
    }),
    /** ULID; the identity of this story on every wire, for ever. */
    serverOwned({
      name: 'item',
      type: 'text',
      label: label('stories.item'),
      unique: true,
      index: true,
      admin: { position: 'sidebar' },
    }),
  ],
}
