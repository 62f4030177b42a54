/** Draws the sample pictures: the same key gives the same bytes. */
import type { PictureKey } from './captions'
import { exhibitionHall, woodblocks } from './drawings/archive'
import { coffeeCherries, persimmons, silkCocoons, teaCup } from './drawings/crops'
import { festivalLanterns, gong, loom } from './drawings/culture'
import { develop } from './drawings/develop'
import { flowerGreenhouse, vegetableRows } from './drawings/greenhouses'
import { coffeeHills, forestWaterfall, lakeAtDusk, pineHills, solarPark, teaRows } from './drawings/land'
import { marketVegetables } from './drawings/market'
import { cherrySaplings, fishingBoats } from './drawings/shore'
import { conferenceTable, railwayStation, students } from './drawings/town'

export { PICTURES, PICTURE_KEYS, type PictureKey, type PictureWords } from './captions'

/** Our own work, for ever, nobody recognisable: what the media fields of every sample picture say. */
export const PICTURE_RIGHTS = {
  licence: 'Tác phẩm của tòa soạn / own work / 編集部制作',
  licenceUntil: null,
  consent: 'notNeeded',
  minors: false,
} as const

export type DrawnPicture = { readonly bytes: Buffer; readonly mime: 'image/jpeg'; readonly filename: string }

export const drawPicture = async (key: PictureKey): Promise<DrawnPicture> => ({
  bytes: await develop(DRAWINGS[key](), key),
  mime: 'image/jpeg',
  filename: `${key}.jpg`,
})

const DRAWINGS: Readonly<Record<PictureKey, () => string>> = {
  'solar-park': solarPark,
  'coffee-cherries': coffeeCherries,
  'coffee-hills': coffeeHills,
  'flower-greenhouse': flowerGreenhouse,
  gong,
  loom,
  'exhibition-hall': exhibitionHall,
  woodblocks,
  'conference-table': conferenceTable,
  'tea-rows': teaRows,
  'tea-cup': teaCup,
  'vegetable-rows': vegetableRows,
  'market-vegetables': marketVegetables,
  'railway-station': railwayStation,
  'xuan-huong-dusk': lakeAtDusk,
  'silk-cocoons': silkCocoons,
  students,
  'pine-hills': pineHills,
  'forest-waterfall': forestWaterfall,
  'festival-lanterns': festivalLanterns,
  persimmons,
  'fishing-boats': fishingBoats,
  'cherry-saplings': cherrySaplings,
}
