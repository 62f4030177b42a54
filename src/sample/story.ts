/** What a sample story is: a text in one to three languages, and the state in which the newsroom shall be found. */
import type { InformationClass, Language } from '#newsroom'
import type { RichText } from '#richtext'
import type { PictureKey } from './captions'
import type { ChannelKey } from './channels'
import type { CueList } from '#video/cue'
import type { DeskKey } from './desks'
import type { Film } from './films/index'
import type { PersonKey } from './people'
import type { TopicKey } from './topics'

export type TargetState =
  'draft' | 'revision' | 'review' | 'approved' | 'scheduled' | 'released' | 'corrected' | 'withdrawn' | 'held'

export type SampleVersion = {
  readonly title: string
  readonly summary: string
  readonly byline: string
  readonly body: RichText
  /** Of a film: what is said in it. */
  readonly cues?: CueList
}

/** A slip of the first release: it had `wrong` where the text here has `right` (once, in one text node). */
export type Slip = {
  readonly wrong: string
  readonly right: string
  readonly note: string
  readonly grade: 'typo' | 'minor' | 'major'
}

export type SampleStory = {
  readonly key: string
  readonly class: InformationClass
  readonly sovereignty: boolean
  readonly desk: DeskKey
  readonly sharedWith: readonly DeskKey[]
  /** The reporter who writes the Vietnamese text. */
  readonly author: PersonKey
  readonly topics: readonly TopicKey[]
  /** Names as written in Vietnamese. */
  readonly places: readonly string[]
  /** Outlets wanted; null = every one whose filters match. */
  readonly channels: readonly ChannelKey[] | null
  readonly source: 'vi'
  readonly lead: PictureKey
  readonly versions: { readonly vi: SampleVersion } & Partial<Readonly<Record<Exclude<Language, 'vi'>, SampleVersion>>>
  readonly state: { readonly vi: TargetState } & Partial<Readonly<Record<Exclude<Language, 'vi'>, TargetState>>>
  /** Where a state is `corrected`. */
  readonly slip?: Partial<Readonly<Record<Language, Slip>>>
  /** Translations that still say what the source was corrected of, after they were released: they stand as out of date. */
  readonly outdated?: Partial<Readonly<Record<Exclude<Language, 'vi'>, Pick<Slip, 'wrong' | 'right'>>>>
  /** Where a state is `withdrawn` or `held`. */
  readonly reason?: Partial<Readonly<Record<Language, string>>>
  /** Where a state is `scheduled`: so many hours after the sample is made; an embargo nobody may shorten. */
  readonly schedule?: { readonly inHours: number; readonly embargo: boolean }
}

/** A film instead of a text; its poster comes with it. */
export type FilmStory = Omit<SampleStory, 'lead'> & { readonly film: Film }
