/** The sample films: files beside this one, drawn and scored by our own code, and the words that go with them. */
import type { Language } from '#newsroom'
import { COFFEE_MORNING } from './coffee-morning.words'
import { FLOWER_TRAIN } from './flower-train.words'
import { GONG_EVENING } from './gong-evening.words'
import { THREE_SCENES } from './three-scenes.words'
import { transcriptOf, type Cue, type FilmText } from './words'

export type { Cue, FilmText, Speech } from './words'

export type FilmKey = 'coffee-morning' | 'gong-evening' | 'flower-train' | 'three-scenes'
type InSome<T> = { readonly vi: T; readonly en: T; readonly ja?: T }
export type Film = {
  readonly key: FilmKey
  /** Paths from the root of the project. */
  readonly file: string
  readonly poster: string
  /** As the container says. */
  readonly durationMs: number
  readonly width: number
  readonly height: number
  readonly credit: Readonly<Record<Language, string>>
  readonly texts: InSome<FilmText>
  readonly cues: InSome<readonly Cue[]>
}

/** Our own work, for ever, nobody recognisable: what the media fields of every sample film say. */
export const FILM_RIGHTS = {
  licence: 'Tác phẩm của tòa soạn / own work / 編集部制作',
  licenceUntil: null,
  consent: 'notNeeded',
  minors: false,
} as const

const CREDIT = {
  vi: 'Phim: Ban Biên tập Thông tin đối ngoại',
  en: 'Film: Foreign information editorial board',
  ja: '映像：対外情報編集部',
} as const

type Written = Omit<FilmText, 'transcript'> & { readonly cues: readonly Cue[] }

const textOf = ({ title, summary, credits, cues }: Written, language: Language): FilmText => ({
  title,
  summary,
  credits,
  transcript: transcriptOf(cues, language),
})

const film = (key: FilmKey, durationMs: number, { vi, en, ja }: InSome<Written>): Film => ({
  key,
  file: `src/sample/films/${key}.webm`,
  poster: `src/sample/films/${key}.jpg`,
  durationMs,
  width: 640,
  height: 360,
  credit: CREDIT,
  texts: { vi: textOf(vi, 'vi'), en: textOf(en, 'en'), ...(ja && { ja: textOf(ja, 'ja') }) },
  cues: { vi: vi.cues, en: en.cues, ...(ja && { ja: ja.cues }) },
})

export const FILMS: readonly Film[] = [
  film('coffee-morning', 46_008, COFFEE_MORNING),
  film('gong-evening', 47_008, GONG_EVENING),
  film('flower-train', 46_008, FLOWER_TRAIN),
]

/** Still a draft, with subtitles to mend. */
export const FILM_IN_HAND = film('three-scenes', 30_008, THREE_SCENES)
