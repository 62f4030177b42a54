/** What an edition of the Bản tin adds to a snapshot: one quarter's issue in one language, frozen. Shapes only. */
import type { Digest, ItemId } from '#newsroom'
import type { Figure, RichText } from '#richtext'

/** What a place in the issue is for; it decides how the piece is set. */
export const SLOTS = ['foreword', 'lead', 'feature', 'brief', 'photoPage', 'figures', 'calendar', 'list'] as const
export type Slot = (typeof SLOTS)[number]

/** `screen`: PDF/UA-1 to read and hand on; `press`: PDF with bleed for the printer; `package`: BagIt of everything for the archive. */
export const FILE_KINDS = ['screen', 'press', 'epub', 'plain', 'package'] as const
export type FileKind = (typeof FILE_KINDS)[number]
/** What readers may have; the others are the printer's and the archive's. */
export const PUBLIC_FILES = ['screen', 'epub', 'plain'] as const satisfies readonly FileKind[]

/** Bytes in the media store, named `{digest}.{ext}`. */
export type EditionFile = {
  readonly kind: FileKind
  readonly digest: Digest
  readonly ext: 'pdf' | 'epub' | 'txt' | 'zip'
  readonly mime: string
  readonly bytes: number
}

/** Civil day, `yyyy-mm-dd`, Asia/Ho_Chi_Minh. */
export type CivilDay = string

/** One piece in its place. `id` is the same in every language: the switch leads from a piece to the same piece. */
export type EditionEntry = {
  readonly id: string
  readonly slot: Slot
  readonly title: string
  readonly summary: string
  readonly byline: string
  /** The text of the log that stands here, by the digest of its snapshot; null = the issue's own piece. */
  readonly text: { readonly item: ItemId; readonly digest: Digest } | null
  /** Of an own piece. */
  readonly body: RichText | null
  /** Photos of the place beside those of the text. */
  readonly photos: readonly Figure[]
  /** First page in print, 1 = cover. */
  readonly page: number
}
export type EditionSection = { readonly id: string; readonly name: string; readonly entries: readonly EditionEntry[] }

/** Foot of the last page (Press Law 2016, art. 34): the values as they are printed, in the language of the edition. */
export type Imprint = {
  readonly issuer: string
  readonly licenceNumber: string
  readonly licenceDate: CivilDay
  readonly licenceIssuer: string
  readonly printer: string
  readonly printRun: number
  readonly frequency: string
  readonly personResponsible: string
}

/** Press Law 2016, art. 42: headed "Thông tin cải chính, xin lỗi"; names issue, page, the wrong and the right. */
export type Erratum = {
  readonly title: string
  /** Of the issue that was wrong. */
  readonly issue: { readonly year: number; readonly quarter: 1 | 2 | 3 | 4; readonly date: CivilDay }
  readonly page: number | null
  readonly wrong: string
  readonly right: string
}

export type Trim = { readonly widthMm: number; readonly heightMm: number }

/** The issue in one language as it is approved: order, texts by digest, pictures, imprint, files. */
export type EditionContents = {
  readonly year: number
  readonly quarter: 1 | 2 | 3 | 4
  /** In the year, and since the first issue. */
  readonly numberInYear: number
  readonly number: number
  readonly date: CivilDay
  /** Under "BẢN TIN" at the head of page 1. */
  readonly name: string
  readonly theme: string
  readonly cover: Figure | null
  readonly sections: readonly EditionSection[]
  readonly errata: readonly Erratum[]
  readonly imprint: Imprint
  readonly trim: Trim
  readonly pages: number
  readonly files: readonly EditionFile[]
}
