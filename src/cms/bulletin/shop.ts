import path from 'node:path'
import { printShop, type PrintShop } from '#bulletin/print/shop'

export const storeFolder = (mediaDir: string): string => path.join(mediaDir, 'store')

const shops = new Map<string, PrintShop>()

/** One printer for a process and its media; it starts with the first page that is asked for. */
export const shopIn = (mediaDir: string): PrintShop => {
  const shop = shops.get(mediaDir) ?? printShop({ mediaStore: storeFolder(mediaDir), cacheDir: path.join(mediaDir, 'print') })
  shops.set(mediaDir, shop)
  return shop
}

export const closeShops = async (): Promise<void> => {
  for (const [mediaDir, shop] of shops) {
    shops.delete(mediaDir)
    await shop.stop()
  }
}
