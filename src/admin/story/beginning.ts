/** A story as somebody begins it. Pure but for the store given. */
import { CLASSES, type InformationClass, type Language } from '#newsroom'

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
}

export const requestOf = ({ title, summary, byline, html, desk, ...story }: Beginning) => ({
  class: story.class,
  desk: desk === '' ? null : desk,
  topics: story.topics,
  places: [],
  channels: null,
  sourceLanguage: story.sourceLanguage,
  sovereignty: story.sovereignty,
  article: { title: title.trim(), summary: summary.trim(), byline: byline.trim(), html },
})

export const missingIn = ({ title }: Beginning): readonly 'title'[] => (title.trim() === '' ? ['title'] : [])
export const isBegun = ({ title, summary, html }: Beginning): boolean =>
  [title, summary, html.replace(/<[^>]*>/g, '')].some((text) => text.trim() !== '')

/** Words between spaces; characters where words are not written apart. */
export const lengthOf = (text: string, language: Language): number =>
  language === 'ja' ? [...text.replace(/\s/g, '')].length : text.split(/\s+/).filter(Boolean).length

type Kept = { readonly at: string; readonly beginning: Beginning }
const nameOf = (who: string) => `ttdn:new-story:${who}`

export const keepBeginning = (store: Pick<Storage, 'setItem'>, who: string, kept: Kept): void => {
  try {
    store.setItem(nameOf(who), JSON.stringify(kept))
  } catch {
    // No room: the text is on the screen all the same.
  }
}
export const readBeginning = (store: Pick<Storage, 'getItem'>, who: string): Kept | null => {
  try {
    const kept = JSON.parse(store.getItem(nameOf(who)) ?? 'null') as Kept | null
    return kept && typeof kept.beginning?.title === 'string' && typeof kept.beginning.html === 'string'
      ? { at: kept.at, beginning: { ...EMPTY, ...kept.beginning } }
      : null
  } catch {
    return null
  }
}
export const dropBeginning = (store: Pick<Storage, 'removeItem'>, who: string): void => {
  try {
    store.removeItem(nameOf(who))
  } catch {
    // Nothing was kept.
  }
}
