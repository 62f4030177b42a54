/** The desk's words, where the server says a sentence that a screen shows as it is. */
import en from '#locales/en/desk.json' with { type: 'json' }
import ja from '#locales/ja/desk.json' with { type: 'json' }
import vi from '#locales/vi/desk.json' with { type: 'json' }
import { speaker } from '#text/say'

/** A key that is put together is said as it is where no word is known: the completeness test asks for each. */
export const sayDesk = speaker<string>({ vi, en, ja })
