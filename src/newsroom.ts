/** The shared words of the newsroom. Imports nothing, so that every module may import it. */

/** Languages of the programme, Vietnamese first; BCP 47 primary tags. */
export const LANGUAGES = ['vi', 'en', 'ja'] as const
export type Language = (typeof LANGUAGES)[number]

export const ROLES = [
  'reporter',
  'editor',
  'translator',
  'reviser',
  'chief',
  'secondSigner',
  'bulletinEditor',
  'producer',
  'outletEngineer',
  'administrator',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/** What a person may do in one language, beside the roles (workflow: "who may approve"). */
export const SKILLS = ['translate', 'revise', 'approve'] as const
export type Skill = (typeof SKILLS)[number]

/** The three classes of Decree 72/2015/NĐ-CP and news of the world for readers at home. */
export const CLASSES = ['official', 'promotional', 'explanatory', 'worldNews'] as const
export type InformationClass = (typeof CLASSES)[number]

export const ITEM_TYPES = ['article', 'video', 'edition', 'programme'] as const
export type ItemType = (typeof ITEM_TYPES)[number]

/** ULID of a story, edition or programme; the same in every language and for ever. */
export type ItemId = string
/** Instant in UTC as written by `Date.prototype.toISOString` (RFC 3339, milliseconds, `Z`). */
export type Instant = string
/** Lower-case hexadecimal SHA-256, 64 characters. */
export type Digest = string

/** Somebody who acts; `desk` is the id of an organisation. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly desk: string | null
  readonly skills: Readonly<Record<Language, readonly Skill[]>>
}

/** One finding of a check on a text (translation desk); values, so that a verb needs no checker. */
export type Finding = {
  readonly id: string
  readonly severity: 'critical' | 'warning'
  /** `number`, `date`, `link` and `stale` may be waived in writing; nothing else may. */
  readonly kind: 'empty' | 'placeholder' | 'number' | 'date' | 'link' | 'sovereignty' | 'stale' | 'term' | 'style' | 'cue'
  readonly where: string
  readonly facts: Readonly<Record<string, string>>
}

/**
 * How far a change of a source that was handed over reaches its translations: `typo` leaves them current,
 * `minor` advises an update, `major` stops their approval and release until they follow or somebody waives it in writing.
 */
export const GRADES = ['typo', 'minor', 'major'] as const
export type Grade = (typeof GRADES)[number]

/**
 * Đính chính: a slip of our own. Cải chính: a legal rectification (Press Law 2016, art. 42), always major for translations.
 * `grade` is asked where translations exist.
 */
export type CorrectionNote =
  | { readonly kind: 'slip'; readonly text: string; readonly grade?: Grade }
  | {
      readonly kind: 'rectification'
      readonly text: string
      readonly wrong: string
      readonly right: string
      readonly publishedOn: string
    }

/** Every refusal of ours and its HTTP status (RFC 9110). Words: `locales/<language>/errors.json`. */
export const ERRORS = {
  'auth.required': 401,
  'auth.wrong': 401,
  'auth.tooMany': 429,
  'auth.notYours': 403,
  'auth.weakPassword': 400,
  'request.invalid': 400,
  'request.tooLarge': 413,
  'request.keyMissing': 400,
  'request.keyReused': 422,
  'request.notFound': 404,
  'move.notAllowed': 409,
  'move.notYours': 403,
  'move.reasonMissing': 400,
  'move.incomplete': 409,
  'move.untranslated': 409,
  'move.noSecretsMissing': 400,
  'move.claimed': 409,
  'move.held': 409,
  'move.notLive': 409,
  'move.live': 409,
  'move.released': 409,
  'move.timePast': 400,
  'move.timeMissing': 400,
  'move.tooEarly': 409,
  'move.embargoFixed': 403,
  'approve.notLooked': 428,
  'approve.changed': 409,
  'approve.ownWork': 403,
  'approve.language': 403,
  'approve.findings': 409,
  'approve.notWaivable': 409,
  'approve.stale': 409,
  'approve.rights': 409,
  'approve.void': 409,
  'approve.secondMissing': 409,
  'approve.secondSame': 403,
  'correct.noteMissing': 400,
  'correct.unchanged': 409,
  'resend.overtaken': 409,
  'correct.gradeMissing': 400,
  'dismiss.unknown': 409,
  'segments.unknown': 409,
  'translate.isSource': 409,
  'terms.decide': 403,
  'translate.sourceNotReady': 409,
  'translate.exists': 409,
  'save.conflict': 409,
  'save.locked': 403,
  'text.invalid': 400,
  'text.tooDeep': 400,
  'text.tooMany': 400,
  'text.tooLarge': 413,
  'text.link': 400,
  'file.type': 400,
  'file.broken': 400,
  'file.tooLarge': 413,
  'file.other': 409,
  'subtitles.unreadable': 400,
  'subtitles.encoding': 400,
  'media.type': 400,
  'media.rights': 409,
  'release.immutable': 403,
  'release.withdrawn': 410,
  'release.unknown': 404,
  'outbound.address': 400,
  'machine.failed': 424,
  'machine.keptHere': 403,
  'machine.unusable': 424,
  'edition.unready': 409,
  'edition.faults': 409,
  'edition.ownWork': 403,
  'edition.changed': 409,
  'edition.preflight': 409,
  'edition.notAcknowledged': 400,
  'edition.noticeMissing': 400,
  'edition.unchanged': 409,
  'edition.notClosed': 409,
  'bulletin.exists': 409,
  'bulletin.nextMissing': 409,
  'bulletin.planInvalid': 400,
  'programme.unready': 409,
  'programme.changed': 409,
  'programme.unchanged': 409,
  'programme.planInvalid': 400,
  'programme.notClosed': 409,
  'print.failed': 424,
  'print.superseded': 409,
  'preview.invalid': 403,
  'database.busy': 503,
  'server.fault': 500,
} as const satisfies Readonly<Record<string, number>>
export type ErrorCode = keyof typeof ERRORS

/** A refusal: a code and facts, never a sentence; the rim speaks the reader's language. */
export class NewsroomError extends Error {
  readonly code: ErrorCode
  readonly facts: Readonly<Record<string, unknown>>
  constructor(code: ErrorCode, facts: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.name = 'NewsroomError'
    this.code = code
    this.facts = facts
  }
}

export const refuse = (code: ErrorCode, facts: Readonly<Record<string, unknown>> = {}): never => {
  throw new NewsroomError(code, facts)
}

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && (LANGUAGES as readonly string[]).includes(value)
