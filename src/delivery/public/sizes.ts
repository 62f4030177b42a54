/** Sizes of files as each language writes them. */
import type { Language } from '#newsroom'

/** `2,4 MB` · `2.4 MB` · `38 kB`; decimal units, as in every download list. */
export const sizeIn = (language: Language, bytes: number): string => {
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))}\u00a0kB`
  const megabytes = (bytes / 1_000_000).toFixed(1)
  return `${language === 'vi' ? megabytes.replace('.', ',') : megabytes}\u00a0MB`
}
