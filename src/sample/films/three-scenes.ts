import { coffeeMorning } from './coffee-morning'
import { flowerTrain } from './flower-train'
import { gongEvening } from './gong-evening'
import type { Footage } from './stage'

/** A day in three shots of the other films. */
const shots = [coffeeMorning.shots[1], flowerTrain.shots[2], gongEvening.shots[0]].flatMap((shot) => shot ?? [])
export const threeScenes: Footage = { shots }
