/** What the shop and the printer tell each other. */
import type { Edition } from '#bulletin/edition'
import type { Language } from '#newsroom'

/** The one variable that the printer is told, as JSON. */
export const SETTINGS = 'PRINTER_SETTINGS'
export type Settings = {
  readonly root: string
  readonly mediaStore: string
  readonly cacheDir: string
  readonly memoryMb: number
}

export type Label = { readonly addressee: string; readonly address: string; readonly copies: number }
export type Job = { readonly id: number } & (
  | { readonly kind: 'pages'; readonly key: string; readonly edition: Edition }
  | { readonly kind: 'page'; readonly key: string; readonly page: number; readonly widthPx: number }
  | { readonly kind: 'files'; readonly key: string; readonly edition: Edition }
  | { readonly kind: 'labels'; readonly language: Language; readonly labels: readonly Label[] }
)
export type Order = Job | { readonly kind: 'drop'; readonly id: number }
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly detail: string }
