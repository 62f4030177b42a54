/** What may be uploaded, by content, and the forms in which a picture is kept. */
export const ACCEPTED_MIME = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'audio/mpeg',
  'audio/wav',
  'audio/ogg',
  'video/mp4',
  'video/webm',
  'application/pdf',
  'text/vtt',
  'application/x-subrip',
] as const

/** Pixels; the height follows unless a crop around the focal point is wanted. */
export const RENDITIONS = [
  { name: 'thumbnail', width: 320, height: 213, position: 'centre' },
  { name: 'card', width: 640, height: 427, position: 'centre' },
  { name: 'wide', width: 1280, height: 720, position: 'centre' },
  { name: 'page', width: 1600 },
] as const

/** 50 megapixels: more is refused before decoding. */
export const PIXEL_LIMIT = 50_000_000

/** The stored original is at most so many pixels long. */
export const LONG_EDGE = 6000

/** AVIF with little effort: the last per cent of its size costs minutes. */
export const ENCODING = {
  jpeg: { quality: 90 },
  png: {},
  webp: { quality: 90, effort: 2 },
  avif: { quality: 80, effort: 2 },
} as const
