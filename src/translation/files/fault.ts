/** How a file is refused: a code, why, and the place where it went wrong. */
import { refuse } from '#newsroom'

export type Place = { readonly line: number; readonly column: number; readonly part?: string }

/** Closed list, so that a screen may have a word for each. */
export type Why =
  // XML
  | 'xml'
  | 'doctype'
  | 'encoding'
  | 'depth'
  | 'attributes'
  | 'element'
  | 'code'
  // ZIP
  | 'zip'
  | 'encrypted'
  | 'name'
  | 'overlap'
  | 'method'
  | 'checksum'
  | 'size'
  | 'part'
  // tables
  | 'quote'
  | 'cell'
  | 'date'
  | 'status'

/** `12:5`, in a package `word/document.xml 12:5`: line and column from 1. */
export const placeOf = ({ line, column, part }: Place): string => `${part ? `${part} ` : ''}${line}:${column}`

export const broken = (why: Why, place: Place): never => refuse('file.broken', { why, place: placeOf(place), ...place })

/** A package or a cell has no line; `place` names the part, or row and column. */
export const brokenAt = (why: Why, place: string): never => refuse('file.broken', { why, place })

export const tooLarge = (limit: string, most: number): never => refuse('file.tooLarge', { limit, most })

/** `expected`: what would have been right, as people call it. */
export const wrongType = (expected: string): never => refuse('file.type', { expected })
