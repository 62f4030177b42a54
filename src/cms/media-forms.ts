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

/** The same as Payload sees them, who asks after us: sound by its coding, SubRip by its name as plain text. */
export const PAYLOAD_MIME = [...ACCEPTED_MIME, 'audio/ogg; codecs=opus', 'text/plain'] as const

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

/**
 * How an upload is kept. AVIF becomes JPEG, or WebP where it is transparent: its forms cost minutes of work, and few
 * outlets take it.
 */
export const ENCODING = {
  jpeg: { quality: 90 },
  png: {},
  webp: { quality: 90, effort: 2 },
} as const
