import path from 'node:path'
import type { Edition, PageReport } from '#bulletin/edition'
import { printShop, Superseded, type PrintShop } from '#bulletin/print/shop'
import { NewsroomError } from '#newsroom'

export const storeFolder = (mediaDir: string): string => path.join(mediaDir, 'store')

const shops = new Map<string, PrintShop>()

/** One printer for a process and its media; it starts with the first page that is asked for. */
export const shopIn = (mediaDir: string): PrintShop => {
  const shop = shops.get(mediaDir) ?? printShop({ mediaStore: storeFolder(mediaDir), cacheDir: path.join(mediaDir, 'print') })
  shops.set(mediaDir, shop)
  return shop
}

/** The pages of an edition, kept under the key; whoever asked before for an older state of it is told to look again. */
export const pagesOf = async (mediaDir: string, key: string, edition: Edition): Promise<PageReport> => {
  try {
    return await shopIn(mediaDir).pages(key, edition)
  } catch (error) {
    if (error instanceof Superseded) throw new NewsroomError('print.superseded')
    throw error
  }
}

export const closeShops = async (): Promise<void> => {
  for (const [mediaDir, shop] of shops) {
    shops.delete(mediaDir)
    await shop.stop()
  }
}
