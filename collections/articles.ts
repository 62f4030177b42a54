import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { limitTexts } from '#cms/editor/door.server'
import { newsroomEditor } from '#cms/editor/editor'
import { hidden, serverOwned } from '#cms/fields'
import { hearSave, saveText, settleSave } from '#cms/hooks/save'
import { label, options } from '#cms/labels'
import { LANGUAGES } from '#newsroom'

/**
 * One language version of a story. Every save is a version (who, when, what): the four-eyes rule reads them.
 * No Payload drafts: whether a text is out is told by the release log alone.
 */
export const articles: CollectionConfig = {
  slug: 'articles',
  labels: { singular: label('articles.one'), plural: label('articles') },
  access: access('articles'),
  admin: {
    useAsTitle: 'title',
    group: label('group.newsroom'),
    defaultColumns: ['title', 'language', 'updatedAt'],
    components: { edit: { beforeDocumentControls: ['/src/admin/article/LiveBanner#LiveBanner'] } },
  },
  versions: { maxPerDoc: 0, drafts: false },
  disableDuplicate: true,
  indexes: [
    { fields: ['story', 'language'], unique: true },
    { fields: ['language', 'slug'], unique: true },
  ],
  hooks: { beforeOperation: [limitTexts, hearSave], beforeChange: [saveText], afterChange: [settleSave] },
  fields: [
    { name: 'title', type: 'text', label: label('articles.title'), maxLength: 300 },
    { name: 'summary', type: 'textarea', label: label('articles.summary'), maxLength: 2000 },
    { name: 'body', type: 'richText', label: label('articles.body'), editor: newsroomEditor },
    /** Of a video: `CueList` of `video/cue`, what is said in the film. Written in the subtitle editor. */
    { name: 'cues', type: 'json', label: label('articles.cues'), admin: hidden },
    { name: 'byline', type: 'text', label: label('articles.byline'), maxLength: 200 },
    {
      name: 'slug',
      type: 'text',
      label: label('articles.slug'),
      index: true,
      maxLength: 120,
      admin: { description: label('articles.slug.help') },
    },
    {
      name: 'desk',
      type: 'ui',
      label: label('articles.desk'),
      admin: { position: 'sidebar', components: { Field: '/src/admin/article/ArticleRail#ArticleRail' } },
    },
    serverOwned({
      name: 'story',
      type: 'relationship',
      relationTo: 'stories',
      label: label('articles.story'),
      required: true,
      index: true,
      admin: { position: 'sidebar' },
    }),
    serverOwned({
      name: 'language',
      type: 'select',
      label: label('articles.language'),
      options: options('lang', LANGUAGES),
      required: true,
      index: true,
      admin: { position: 'sidebar' },
    }),
    serverOwned({ name: 'item', type: 'text', label: label('articles.item'), index: true, admin: { position: 'sidebar' } }),
    /** Counts saves; a save names the one it started from (optimistic lock, else 409 `save.conflict`). */
    { name: 'rev', type: 'number', label: label('articles.rev'), defaultValue: 0, admin: hidden },
    serverOwned({ name: 'savedBy', type: 'text', label: label('articles.savedBy'), admin: hidden }),
    /** SHA-256 over title, summary, by-line, slug, body and the source that is followed: two saves with the same one changed nothing. */
    serverOwned({ name: 'textDigest', type: 'text', label: label('articles.textDigest'), admin: hidden }),
    /** SHA-256 over title, summary and body (`publication/words`): what a translation follows. */
    serverOwned({ name: 'words', type: 'text', label: label('articles.words'), admin: hidden }),
    /** Of a translation, segment by segment: what it renders, its state, who touched it (`translation/segment` Lineage). */
    serverOwned({ name: 'lineage', type: 'json', label: label('articles.lineage'), admin: hidden }),
    /** `{article, rev, seq|null, digest, words, text}` of the source at the moment of translation. */
    serverOwned({ name: 'basedOn', type: 'json', label: label('articles.basedOn'), admin: hidden }),
    /** `basedOn` without its text, for lists of many. */
    serverOwned({ name: 'follows', type: 'json', admin: hidden }),
    /** Words of vi and en, characters of ja: how long it is, for whoever shares out the work. */
    serverOwned({ name: 'units', type: 'number', admin: hidden }),
    // What the read rules ask in a query; verbs write these beside the row.
    serverOwned({ name: 'isSource', type: 'checkbox', defaultValue: false, admin: hidden }),
    serverOwned({ name: 'author', type: 'text', index: true, admin: hidden }),
    serverOwned({ name: 'translator', type: 'text', index: true, admin: hidden }),
    serverOwned({ name: 'claimedBy', type: 'text', index: true, admin: hidden }),
    /** Opened for translation, approved or live. */
    serverOwned({ name: 'open', type: 'checkbox', label: label('articles.open'), defaultValue: false, admin: hidden }),
    serverOwned({ name: 'live', type: 'checkbox', defaultValue: false, admin: hidden }),
    serverOwned({ name: 'trashed', type: 'checkbox', defaultValue: false, admin: hidden }),
    // What lists ask in a query, computed anew at every write of a row of the story (`stores/standings`); verbs never read these.
    /** How it is shown by its own row and releases; that it is stale comes on top. */
    serverOwned({ name: 'stands', type: 'text', index: true, admin: hidden }),
    /** To some reader it is behind its source. */
    serverOwned({ name: 'behind', type: 'checkbox', defaultValue: false, index: true, admin: hidden }),
    /** Number of the release that readers see. */
    serverOwned({ name: 'liveSeq', type: 'number', index: true, admin: hidden }),
  ],
}
