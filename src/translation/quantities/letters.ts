/** Letters of Vietnamese and English, within a class: a tenth of the time that `\p{L}` takes to compile where case is ignored. */
export const LETTER = String.raw`A-Za-z\u00C0-\u024F\u1E00-\u1EFF`
