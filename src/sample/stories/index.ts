/** The fourteen sample stories. People, companies, figures and addresses in them are invented. */
import type { SampleStory } from '../story'
import { autumnTourism } from './autumn-tourism'
import { baoLocSilk } from './bao-loc-silk'
import { bidoupForest } from './bidoup-forest'
import { brocadeVillage } from './brocade-village'
import { cauDatCoffee } from './cau-dat-coffee'
import { flowerFestival } from './flower-festival'
import { gongSeason } from './gong-season'
import { investmentConference } from './investment-conference'
import { meetJapan } from './meet-japan'
import { oolongTea } from './oolong-tea'
import { smartVegetables } from './smart-vegetables'
import { sovereigntyExhibition } from './sovereignty-exhibition'
import { studentExchange } from './student-exchange'
import { vanThanhFlowers } from './van-thanh-flowers'

/** In the order in which the newsroom makes them. */
export const STORIES: readonly SampleStory[] = [
  investmentConference,
  smartVegetables,
  sovereigntyExhibition,
  baoLocSilk,
  gongSeason,
  meetJapan,
  cauDatCoffee,
  studentExchange,
  vanThanhFlowers,
  autumnTourism,
  oolongTea,
  bidoupForest,
  brocadeVillage,
  flowerFestival,
]
