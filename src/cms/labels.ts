import en from '#locales/en/admin.json' with { type: 'json' }
import ja from '#locales/ja/admin.json' with { type: 'json' }
import vi from '#locales/vi/admin.json' with { type: 'json' }

/** A word of the panel in all three languages; `locales/*\/admin.json` holds it. */
export const label = (key: keyof typeof vi): { vi: string; en: string; ja: string } => ({ vi: vi[key], en: en[key], ja: ja[key] })

type Key = keyof typeof vi
/** Options of a select whose words stand under `prefix.value`. */
export const options = <V extends string>(prefix: string, values: readonly V[]) =>
  values.map((value) => ({ value, label: label(`${prefix}.${value}` as Key) }))
