/** What a sample issue of the Bản tin is: its plan in words, and the pieces that are its own. */
import type { Deadlines } from '#bulletin/plan'
import type { Language } from '#newsroom'
import type { CivilDay, Slot, Trim } from '#publication/edition'
import type { PictureKey } from './captions'
import type { SampleVersion } from './story'

type Words = Readonly<Record<Language, string>>

type Place = {
  readonly slot: Slot
  /** Characters of the body, spaces counted; a language left out has no budget. */
  readonly budget?: Partial<Readonly<Record<Language, number>>>
  /** Shown beside those of the text. */
  readonly photos?: readonly PictureKey[]
  /** For the issue's editors. */
  readonly notes?: string
}
/** A story of the sample by its key, or a piece of the issue by a key of its own; languages may be missing while it is made. */
export type SampleEntry = Place &
  (
    | { readonly story: string }
    | {
        readonly key: string
        readonly piece: { readonly vi: SampleVersion } & Partial<Readonly<Record<Exclude<Language, 'vi'>, SampleVersion>>>
      }
  )
export type SampleSection = {
  readonly key: string
  readonly names: Words
  readonly entries: readonly SampleEntry[]
}

export type SampleIssue = {
  readonly year: number
  readonly quarter: 1 | 2 | 3 | 4
  /** Since Q3/2017, which was the first. */
  readonly number: number
  /** Day of the head of page 1. */
  readonly date: CivilDay
  /** Whether everything is there and the issue goes out, or it is still being made. */
  readonly state: 'production' | 'finished'
  readonly themes: Words
  readonly cover: PictureKey
  readonly deadlines: Deadlines
  readonly sections: readonly SampleSection[]
}

/** What the press authority allowed. */
export type SampleLicence = {
  readonly number: string
  readonly date: CivilDay
  readonly issuer: Words
  /** Whose bulletin it is. */
  readonly publisher: Words
  /** Under "BẢN TIN". */
  readonly name: Words
  readonly purpose: Words
  readonly languages: readonly Language[]
  readonly frequency: Words
  readonly pageLimit: number
  readonly trim: Trim
  /** Copies of an issue, all languages together. */
  readonly printRun: number
  readonly printer: Words
  /** Where it may be distributed. */
  readonly area: Words
  readonly personResponsible: Words
  readonly validFrom: CivilDay
  readonly validTo: CivilDay
}

/** Who receives how many copies of every issue; institutions only. */
export type SampleAddressee = {
  readonly kind: 'deposit' | 'distribution'
  readonly addressee: string
  readonly address: string
  readonly copies: Readonly<Record<Language, number>>
}
