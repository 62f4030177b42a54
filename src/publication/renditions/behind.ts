/** That a translation is behind its source by a major change, as readers and outlets are told. */
import type { Instant, Language } from '#newsroom'
import type { Addressed } from '../addresses'
import { say } from './words'

/** The newer source: what the translation was made from, or the source of that. */
export type Behind = {
  readonly language: Language
  readonly version: number
  readonly at: Instant
  /** Null = withdrawn: no link may lead there. */
  readonly live: (Omit<Addressed, 'language'> & { readonly title: string }) | null
}

export const behindLine = ({ live }: Behind, reader: Language): string =>
  say(reader, live === null ? 'article.sourceWithdrawn' : 'article.mayBeOutdated')
