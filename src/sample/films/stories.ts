/** The sample films as stories: a film, its words and its subtitles in each language. */
import type { Cue } from '#video/cue'
import type { FilmStory, SampleVersion } from '../story'
import { FILMS, type Film, type FilmKey } from './index'

type About = Pick<FilmStory, 'desk' | 'author' | 'topics' | 'places'>

const ABOUT: Readonly<Record<FilmKey, About>> = {
  'coffee-morning': { desk: 'culture', author: 'reporter', topics: ['coffee', 'tourism'], places: ['Cầu Đất', 'Đà Lạt'] },
  'gong-evening': { desk: 'culture', author: 'reporter', topics: ['gongs', 'heritage'], places: ['Đà Lạt'] },
  'flower-train': { desk: 'culture', author: 'reporter', topics: ['flowers', 'tourism'], places: ['Đà Lạt', 'Trại Mát'] },
}

const versionOf = ({ key, texts, cues }: Film, language: 'vi' | 'en' | 'ja'): SampleVersion | null => {
  const text = texts[language]
  const said = cues[language]
  if (!text || !said) return null
  return {
    title: text.title,
    summary: text.summary,
    byline: text.credits,
    body: [],
    // The same cue has the same id in every language.
    cues: said.map((cue, index): Cue => ({ ...cue, id: `${key}-${index + 1}`, position: 'bottom' })),
  }
}

export const FILM_STORIES: readonly FilmStory[] = FILMS.map((film): FilmStory => {
  const [vi, en, ja] = [versionOf(film, 'vi'), versionOf(film, 'en'), versionOf(film, 'ja')]
  return {
    key: film.key,
    class: 'promotional',
    sovereignty: false,
    sharedWith: [],
    channels: null,
    source: 'vi',
    film,
    ...ABOUT[film.key],
    versions: { vi: vi as SampleVersion, ...(en ? { en } : {}), ...(ja ? { ja } : {}) },
    state: { vi: 'released', ...(en ? { en: 'released' } : {}), ...(ja ? { ja: 'released' } : {}) },
  }
})
