/** The editor of every text: what a reporter can do is what `nodes.ts` accepts. */
import {
  BlockquoteFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  IndentFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnderlineFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { Field, FieldAffectingData, TextFieldSingleValidation } from 'payload'
import { safeHref } from '#richtext'
import { DoorFeature } from './door.server'
import { PasteFeature } from './paste.server'
import { RubyFeature } from './ruby.server'
import { named, NamesFeature, TableFeature } from './toolbar.server'
import { inAll, wordsIn } from './words'

const validAddress: TextFieldSingleValidation = (value, { req }) =>
  safeHref(value?.trim()) !== null || wordsIn(req.i18n.language).link

/** Address and words; no documents of our own (they may not be out), no window of its own (the page decides). */
const linkFields = ({ defaultFields }: { defaultFields: FieldAffectingData[] }): FieldAffectingData[] =>
  defaultFields.flatMap((field): FieldAffectingData[] => {
    if (field.name === 'newTab') return []
    if (field.name === 'linkType') return [{ ...field, admin: { ...field.admin, hidden: true } } as FieldAffectingData]
    if (field.name === 'url') return [{ ...field, hooks: {}, validate: validAddress } as FieldAffectingData]
    return [field]
  })

const pictureFields: Field[] = [
  { name: 'alt', type: 'text', label: inAll('alt'), maxLength: 1000, admin: { description: inAll('altHelp') } },
  { name: 'caption', type: 'textarea', label: inAll('caption'), maxLength: 5000, admin: { description: inAll('captionHelp') } },
]

export const newsroomEditor = lexicalEditor({
  admin: { placeholder: inAll('placeholder') },
  features: [
    DoorFeature(),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    UnderlineFeature(),
    StrikethroughFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    IndentFeature({ disabledNodes: ['paragraph', 'heading', 'quote'], disableTabNode: true }),
    BlockquoteFeature(),
    LinkFeature({ enabledCollections: [], disableAutoLinks: true, fields: linkFields }),
    named(UploadFeature({ enabledCollections: ['media'], collections: { media: { fields: pictureFields } } }), 'picture'),
    named(HorizontalRuleFeature(), 'rule'),
    TableFeature(),
    RubyFeature(),
    PasteFeature(),
    NamesFeature(),
  ],
})
