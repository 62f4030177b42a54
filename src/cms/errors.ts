import { APIError } from 'payload'
import { ERRORS, LANGUAGES, isLanguage, type ErrorCode, type Language, type NewsroomError } from '#newsroom'
import en from '#locales/en/errors.json' with { type: 'json' }
import ja from '#locales/ja/errors.json' with { type: 'json' }
import vi from '#locales/vi/errors.json' with { type: 'json' }
import { speaker, type Facts } from '#text/say'

const say = speaker<ErrorCode>({ vi, en, ja })

/** The sentence of a refusal in the reader's language; a code without words is said as it is. */
export const sentence = (code: ErrorCode, facts: Facts, language: Language): string => say(language, code, facts)

/** RFC 9457. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: ErrorCode
  facts: Facts
}
export const problem = (error: NewsroomError, language: Language): Problem => {
  const detail = sentence(error.code, error.facts, language)
  return {
    type: `urn:ttdn:problem:${error.code}`,
    title: detail,
    status: ERRORS[error.code],
    detail,
    code: error.code,
    facts: error.facts,
  }
}

/** A refusal inside a Payload hook: Payload's routes answer it with our status; the words are added at the rim. */
export const asApiError = (error: NewsroomError, language: Language = 'vi'): APIError =>
  new APIError(sentence(error.code, error.facts, language), ERRORS[error.code], { code: error.code, facts: error.facts }, true)

/** The reader's language: the panel's cookie, then Accept-Language, then Vietnamese. */
export const readerLanguage = (headers: { get: (name: string) => string | null }): Language => {
  const cookie = /(?:^|;\s*)ttdn-lng=(\w+)/.exec(headers.get('cookie') ?? '')?.[1]
  if (isLanguage(cookie)) return cookie
  const accepted = (headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((tag) => isLanguage(tag))
  return isLanguage(accepted) ? accepted : LANGUAGES[0]
}
