import { isLanguage } from '#newsroom'
import type { Language } from '#newsroom'

/** `vi-VN`, `EN_US`, `ja` as other tools write them (BCP 47 and its forerunners); null for a language that is not ours. */
export const languageOf = (tag: string | undefined): Language | null => {
  const primary = tag?.trim().toLowerCase().split(/[-_]/u)[0]
  return isLanguage(primary) ? primary : null
}
