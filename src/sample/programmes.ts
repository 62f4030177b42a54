/** Two programmes of the broadcaster's English bulletin: one that is out, one that is being composed. */
import type { FilmKey } from './films/index'

export type SampleStep = {
  /** Key of a sample story or film; null = the programme's own words. */
  readonly story: string | null
  readonly kind: 'opening' | 'item' | 'closing'
  readonly title: string
  readonly intro: string
  readonly script: string
  /** Whole milliseconds of the story's film. */
  readonly clip: { readonly from: number; readonly to: number } | null
}
export type SampleProgramme = {
  readonly key: string
  /** Days after the sample is made. */
  readonly inDays: number
  readonly airTime: string
  readonly presenter: string
  readonly targetMs: number
  readonly state: 'released' | 'open'
  readonly steps: readonly SampleStep[]
}

const film = (story: FilmKey, title: string, script: string, from: number, to: number): SampleStep => ({
  story,
  kind: 'item',
  title,
  intro: '',
  script,
  clip: { from, to },
})
const told = (story: string, title: string, script: string): SampleStep => ({
  story,
  kind: 'item',
  title,
  intro: '',
  script,
  clip: null,
})
const own = (kind: 'opening' | 'closing', title: string, script: string): SampleStep => ({
  story: null,
  kind,
  title,
  intro: '',
  script,
  clip: null,
})

export const PROGRAMMES: readonly SampleProgramme[] = [
  {
    key: 'highlands-this-week',
    inDays: 1,
    airTime: '17:30',
    presenter: 'Tran My Linh',
    targetMs: 180_000,
    state: 'released',
    steps: [
      own(
        'opening',
        'Welcome',
        'Good evening, and welcome to Lam Dong This Week, the English bulletin of Lam Dong Radio and Television. Tonight: a morning in the coffee hills, and gongs beside the lake.',
      ),
      film(
        'coffee-morning',
        'Morning in Cau Dat',
        'We begin in Cau Dat, where the day starts long before the sun is over the hills. Our camera was there for the first hours of the harvest.',
        0,
        30_000,
      ),
      film(
        'gong-evening',
        'Gongs by the lake',
        'From the hills to the water. When evening comes, the sound of the gongs carries across the lake, as it has for generations.',
        5_000,
        40_000,
      ),
      own('closing', 'Goodbye', 'That is all for this week. Thank you for watching, and good night from Da Lat.'),
    ],
  },
  {
    key: 'flowers-and-fruit',
    inDays: 8,
    airTime: '17:30',
    presenter: 'Tran My Linh',
    targetMs: 240_000,
    state: 'open',
    steps: [
      own('opening', 'Welcome', 'Good evening, and welcome to Lam Dong This Week.'),
      film(
        'flower-train',
        'The train through the flowers',
        'A little train, a short line, and gardens on both sides: a ride that children in Da Lat never tire of.',
        0,
        46_000,
      ),
      told(
        'strawberry-export',
        'Strawberries on their way',
        'Strawberries from Da Lat now reach Singapore within a day and a half of being picked.',
      ),
      own('closing', 'Goodbye', ''),
    ],
  },
]
