/** Where the subtitles of a text are read and written. */
export const cuesAddress = (article: string, rest = ''): string => `/api/desk/articles/${encodeURIComponent(article)}/cues${rest}`
