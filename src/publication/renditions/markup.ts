/** Text into XML and HTML: one escaper, right for both, in element and attribute. */

/** Characters that XML 1.0 knows no way to write (control characters, lone surrogates, U+FFFE and U+FFFF) are left out. */
export const legal = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/gu, '')

export const escaped = (text: string): string => legal(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')

/** `attributes({ lang: 'ja', hidden: null })` → ` lang="ja"`; null leaves one out. */
export const attributes = (values: Readonly<Record<string, string | number | null>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escaped(String(value))}"`))
    .join('')

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
