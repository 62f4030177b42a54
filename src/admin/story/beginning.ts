/** A story as somebody begins it. Pure but for the store given. */
import { CLASSES, LANGUAGES, type InformationClass, type Language } from '#newsroom'

/** A file that the newsroom has already: id among the media, and its name for people. */
export type Sent = { readonly id: string; readonly name: string }
export const CONSENTS = ['notNeeded', 'obtained', 'missing'] as const
export type FilmBeginning = {
  readonly file: Sent | null
  /** https, instead of a file. */
  readonly link: string
  readonly poster: Sent | null
  /** What film and poster show, and whose they are: no language goes out without them. */
  readonly words: Readonly<Record<Language, { readonly alt: string; readonly credit: string }>>
  readonly consent: (typeof CONSENTS)[number]
  readonly minors: boolean
}

export type Beginning = {
  readonly title: string
  readonly summary: string
  readonly byline: string
  readonly html: string
  readonly class: InformationClass
  readonly desk: string
  readonly topics: readonly string[]
  readonly sourceLanguage: Language
  readonly sovereignty: boolean
  /** null: a text. */
  readonly film: FilmBeginning | null
}
export const EMPTY: Beginning = {
  title: '',
  summary: '',
  byline: '',
  html: '',
  class: CLASSES[0],
  desk: '',
  topics: [],
  sourceLanguage: 'vi',
  sovereignty: false,
  film: null,
}
const SILENT = { alt: '', credit: '' }
export const EMPTY_VIDEO: Beginning = {
  ...EMPTY,
  film: {
    file: null,
    link: '',
    poster: null,
    words: { vi: SILENT, en: SILENT, ja: SILENT },
    consent: 'notNeeded',
    minors: false,
  },
}

export const requestOf = ({ title, summary, byline, html, desk, film, ...story }: Beginning) => ({
  class: story.class,
  desk: desk === '' ? null : desk,
  topics: story.topics,
  places: [],
  channels: null,
  sourceLanguage: story.sourceLanguage,
  sovereignty: story.sovereignty,
  ...(film && {
    film: {
      file: film.file?.id ?? null,
      link: film.file === null && film.link.trim() !== '' ? film.link.trim() : null,
      poster: film.poster?.id ?? null,
    },
  }),
  article: { title: title.trim(), summary: summary.trim(), byline: byline.trim(), html },
})

/** What is said of film and poster, for each medium and language that has words: `PATCH /api/media/<id>?locale=<language>`. */
export const mediumWordsOf = ({ title, sourceLanguage, film }: Beginning) =>
  film === null
    ? []
    : [film.file, film.poster].flatMap((medium, index) =>
        medium === null
          ? []
          : LANGUAGES.flatMap((language) => {
              const isFilm = index === 0
              const { alt, credit } = film.words[language]
              // A film that is not described is called by its title.
              const called = alt.trim() || (isFilm && language === sourceLanguage ? title.trim() : '')
              const words = {
                ...(called === '' ? {} : { alt: called }),
                ...(credit.trim() === '' ? {} : { credit: credit.trim() }),
                ...(isFilm && language === sourceLanguage ? { consent: film.consent, minors: film.minors } : {}),
              }
              return Object.keys(words).length === 0 ? [] : [{ medium: medium.id, language, words }]
            }),
      )

export type Missing = 'title' | 'film' | 'link'
export const missingIn = ({ title, film }: Beginning): readonly Missing[] => [
  ...(title.trim() === '' ? (['title'] as const) : []),
  ...(film === null || film.file !== null
    ? []
    : film.link.trim() === ''
      ? (['film'] as const)
      : /^https:\/\/[^\s/]+/i.test(film.link.trim())
        ? []
        : (['link'] as const)),
]
export const isBegun = ({ title, summary, html, film }: Beginning): boolean =>
  [title, summary, html.replace(/<[^>]*>/g, ''), film?.link ?? '', film?.file?.id ?? ''].some((text) => text.trim() !== '')

/** Words between spaces; characters where words are not written apart. */
export const lengthOf = (text: string, language: Language): number =>
  language === 'ja' ? [...text.replace(/\s/g, '')].length : text.split(/\s+/).filter(Boolean).length

type Kept = { readonly at: string; readonly beginning: Beginning }
export type Kind = 'story' | 'video'
const nameOf = (who: string, kind: Kind) => `ttdn:new-${kind}:${who}`

export const keepBeginning = (store: Pick<Storage, 'setItem'>, who: string, kept: Kept): void => {
  try {
    store.setItem(nameOf(who, kept.beginning.film ? 'video' : 'story'), JSON.stringify(kept))
  } catch {
    // No room: the text is on the screen all the same.
  }
}
export const readBeginning = (store: Pick<Storage, 'getItem'>, who: string, kind: Kind = 'story'): Kept | null => {
  try {
    const kept = JSON.parse(store.getItem(nameOf(who, kind)) ?? 'null') as Kept | null
    return kept && typeof kept.beginning?.title === 'string' && typeof kept.beginning.html === 'string'
      ? { at: kept.at, beginning: { ...(kind === 'video' ? EMPTY_VIDEO : EMPTY), ...kept.beginning } }
      : null
  } catch {
    return null
  }
}
export const dropBeginning = (store: Pick<Storage, 'removeItem'>, who: string, kind: Kind = 'story'): void => {
  try {
    store.removeItem(nameOf(who, kind))
  } catch {
    // Nothing was kept.
  }
}
