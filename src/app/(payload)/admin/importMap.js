import { StoryVersions as StoryVersions_c4005c73918aaae4f3c6c10cd7a7e6d2 } from '../../../../src/admin/story/StoryVersions'
import { StoriesList as StoriesList_de2b9251853b9898416d268e77bdf5dd } from '../../../../src/admin/stories/StoriesList'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_dfeb10ca3a313e86f878b6a5a9b85983 } from '../../../../src/cms/editor/toolbar.client'
import { RubyFeatureClient as RubyFeatureClient_9ed12c6b45e9c200915eda2520cadcf8 } from '../../../../src/cms/editor/ruby.client'
import { PasteFeatureClient as PasteFeatureClient_4253a09ffe956fe25b283bf847f2a39f } from '../../../../src/cms/editor/paste.client'
import { NamesFeatureClient as NamesFeatureClient_dfeb10ca3a313e86f878b6a5a9b85983 } from '../../../../src/cms/editor/toolbar.client'
import { ArticleRail as ArticleRail_bf0b32b02ebfb438ba1886a1530b2074 } from '../../../../src/admin/article/ArticleRail'
import { LiveBanner as LiveBanner_f1f30bc4b4b1c0a130cef56e05864819 } from '../../../../src/admin/article/LiveBanner'
import { TermsLink as TermsLink_358ac2bf28e0cc76b4e6f34287a9f8db } from '../../../../src/admin/terms/TermsLink'
import { BackToIssue as BackToIssue_13ad1b0ad33a0f0764e21c753ae3f6a9 } from '../../../../src/admin/bulletin/BackToIssue'
import { ModeBar as ModeBar_6c2c6d925a227302363a8fc1d6340625 } from '../../../../src/admin/ModeBar'
import { Icon as Icon_caceca34d25130c4c02fdc551bd8c773 } from '../../../../src/admin/Brand'
import { Logo as Logo_caceca34d25130c4c02fdc551bd8c773 } from '../../../../src/admin/Brand'
import { NavLinks as NavLinks_a8a83ef23abcec87047452bcaf88c32e } from '../../../../src/admin/NavLinks'
import { Home as Home_0a019301ec394b38e9ee76a56b1823e9 } from '../../../../src/admin/home/Home'
import { NewStory as NewStory_3835170b1f199ebfb1f9e3e49359cba3 } from '../../../../src/admin/story/NewStory'
import { Translate as Translate_dae8f1bf26c07a600424bf48fa263812 } from '../../../../src/admin/translation/Translate'
import { Terms as Terms_1ca99887f7fc4af5610a027de859a90d } from '../../../../src/admin/terms/Terms'
import { Consequences as Consequences_3a2068e6cedb2f661a80bb8788fbbb06 } from '../../../../src/admin/consequences/Consequences'
import { Bulletins as Bulletins_adc4a37f6edb0ebab933490f76a242a1 } from '../../../../src/admin/bulletin/Bulletins'
import { Subtitles as Subtitles_f26c899f64a84767363c8ca6c593d7bb } from '../../../../src/admin/subtitles/Subtitles'
import { Bulletin as Bulletin_bd5045d89e601eb88e0fb8139299e759 } from '../../../../src/admin/bulletin/Bulletin'
import { Programmes as Programmes_c3f135d51988c3c8864eecfd45f019bd } from '../../../../src/admin/programme/Programmes'
import { Programme as Programme_4fe38ac127d99b50a76e2b34b6503228 } from '../../../../src/admin/programme/Programme'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/story/StoryVersions#StoryVersions": StoryVersions_c4005c73918aaae4f3c6c10cd7a7e6d2,
  "/src/admin/stories/StoriesList#StoriesList": StoriesList_de2b9251853b9898416d268e77bdf5dd,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/cms/editor/toolbar.client#TableFeatureClient": TableFeatureClient_dfeb10ca3a313e86f878b6a5a9b85983,
  "/src/cms/editor/ruby.client#RubyFeatureClient": RubyFeatureClient_9ed12c6b45e9c200915eda2520cadcf8,
  "/src/cms/editor/paste.client#PasteFeatureClient": PasteFeatureClient_4253a09ffe956fe25b283bf847f2a39f,
  "/src/cms/editor/toolbar.client#NamesFeatureClient": NamesFeatureClient_dfeb10ca3a313e86f878b6a5a9b85983,
  "/src/admin/article/ArticleRail#ArticleRail": ArticleRail_bf0b32b02ebfb438ba1886a1530b2074,
  "/src/admin/article/LiveBanner#LiveBanner": LiveBanner_f1f30bc4b4b1c0a130cef56e05864819,
  "/src/admin/terms/TermsLink#TermsLink": TermsLink_358ac2bf28e0cc76b4e6f34287a9f8db,
  "/src/admin/bulletin/BackToIssue#BackToIssue": BackToIssue_13ad1b0ad33a0f0764e21c753ae3f6a9,
  "/src/admin/ModeBar#ModeBar": ModeBar_6c2c6d925a227302363a8fc1d6340625,
  "/src/admin/Brand#Icon": Icon_caceca34d25130c4c02fdc551bd8c773,
  "/src/admin/Brand#Logo": Logo_caceca34d25130c4c02fdc551bd8c773,
  "/src/admin/NavLinks#NavLinks": NavLinks_a8a83ef23abcec87047452bcaf88c32e,
  "/src/admin/home/Home#Home": Home_0a019301ec394b38e9ee76a56b1823e9,
  "/src/admin/story/NewStory#NewStory": NewStory_3835170b1f199ebfb1f9e3e49359cba3,
  "/src/admin/translation/Translate#Translate": Translate_dae8f1bf26c07a600424bf48fa263812,
  "/src/admin/terms/Terms#Terms": Terms_1ca99887f7fc4af5610a027de859a90d,
  "/src/admin/consequences/Consequences#Consequences": Consequences_3a2068e6cedb2f661a80bb8788fbbb06,
  "/src/admin/bulletin/Bulletins#Bulletins": Bulletins_adc4a37f6edb0ebab933490f76a242a1,
  "/src/admin/subtitles/Subtitles#Subtitles": Subtitles_f26c899f64a84767363c8ca6c593d7bb,
  "/src/admin/bulletin/Bulletin#Bulletin": Bulletin_bd5045d89e601eb88e0fb8139299e759,
  "/src/admin/programme/Programmes#Programmes": Programmes_c3f135d51988c3c8864eecfd45f019bd,
  "/src/admin/programme/Programme#Programme": Programme_4fe38ac127d99b50a76e2b34b6503228,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
