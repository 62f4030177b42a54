/** The sample stories. People, companies, figures and addresses in them are invented. */
import type { SampleStory } from '../story'
import { autumnTourism } from './autumn-tourism'
import { baoLocSilk } from './bao-loc-silk'
import { bidoupForest } from './bidoup-forest'
import { brocadeVillage } from './brocade-village'
import { cauDatCoffee } from './cau-dat-coffee'
import { cherryTrees } from './cherry-trees'
import { firstHalfInvestment } from './first-half-investment'
import { flowerFestival } from './flower-festival'
import { gongSeason } from './gong-season'
import { investmentConference } from './investment-conference'
import { langbiangBiosphere } from './langbiang-biosphere'
import { meetJapan } from './meet-japan'
import { musicSeason } from './music-season'
import { oolongTea } from './oolong-tea'
import { phanThietSea } from './phan-thiet-sea'
import { roboticsTeam } from './robotics-team'
import { smartVegetables } from './smart-vegetables'
import { sovereigntyExhibition } from './sovereignty-exhibition'
import { strawberryExport } from './strawberry-export'
import { studentExchange } from './student-exchange'
import { vanThanhFlowers } from './van-thanh-flowers'

/** In the order in which the newsroom makes them; the last seven were told in the second quarter and stand in its issue. */
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
  firstHalfInvestment,
  strawberryExport,
  musicSeason,
  langbiangBiosphere,
  roboticsTeam,
  cherryTrees,
  phanThietSea,
]
