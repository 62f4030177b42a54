/** The sample films as stories: a film, its words and its subtitles in each language. */
import type { Cue } from '#video/cue'
import type { FilmStory, SampleVersion } from '../story'
import { FILM_IN_HAND, FILMS, type Film, type FilmKey } from './index'

type About = Pick<FilmStory, 'desk' | 'author' | 'topics' | 'places'>

const ABOUT: Readonly<Record<FilmKey, About>> = {
  'coffee-morning': { desk: 'culture', author: 'reporter', topics: ['coffee', 'tourism'], places: ['Cầu Đất', 'Đà Lạt'] },
  'gong-evening': { desk: 'culture', author: 'reporter', topics: ['gongs', 'heritage'], places: ['Đà Lạt'] },
  'flower-train': { desk: 'culture', author: 'reporter', topics: ['flowers', 'tourism'], places: ['Đà Lạt', 'Trại Mát'] },
  'three-scenes': { desk: 'culture', author: 'reporter', topics: ['tourism'], places: ['Cầu Đất', 'Đà Lạt'] },
}

const versionOf = ({ key, texts, cues }: Film, language: 'vi' | 'en' | 'ja'): SampleVersion | null => {
  const text = texts[language]
  const said = cues[language]
  if (!text || !said || said.length === 0) return null
  return {
    title: text.title,
    summary: text.summary,
    byline: text.credits,
    body: [],
    // The same cue has the same id in every language.
    cues: said.map((cue, index): Cue => ({ ...cue, id: `${key}-${index + 1}`, position: 'bottom' })),
  }
}

const storyOf = (film: Film, state: 'released' | 'draft'): FilmStory => {
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
    state: { vi: state, ...(en ? { en: state } : {}), ...(ja ? { ja: state } : {}) },
  }
}

export const FILM_STORIES: readonly FilmStory[] = [
  ...FILMS.map((film) => storyOf(film, 'released')),
  storyOf(FILM_IN_HAND, 'draft'),
]
