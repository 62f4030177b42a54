/** How the verbs of the workflow look on screen: their words, their order, what their dialog asks. Pure. */
import type { Verb } from '#editorial/workflow'
import type { Grade, Language } from '#newsroom'
import type { WordKey } from '../words'

/** What the words of a verb depend on. */
export type VerbScene = {
  readonly isSource: boolean
  readonly ready: boolean
  readonly releasedBefore: boolean
  readonly claimedByOther: boolean
}

export type ButtonVerb = Exclude<Verb, 'create' | 'translate' | 'save' | 'dismiss'>

/** From the everyday to the last resort. */
const ORDER: readonly ButtonVerb[] = [
  'submit',
  'revised',
  'approve',
  'secondSign',
  'release',
  'correct',
  'schedule',
  'unschedule',
  'claim',
  'giveUp',
  'takeBack',
  'assign',
  'ready',
  'grade',
  'return',
  'reopen',
  'unhold',
  'hold',
  'withdraw',
  'restore',
  'trash',
]

/** Presses that take something away from somebody. */
const GRAVE: readonly ButtonVerb[] = ['withdraw', 'hold', 'trash']

/** Undone by one more press, so they need no dialog; taking over from a colleague does. */
const LIGHT: readonly ButtonVerb[] = ['claim', 'giveUp', 'ready', 'restore']

export const isButtonVerb = (verb: string): verb is ButtonVerb => (ORDER as readonly string[]).includes(verb)
export const isGrave = (verb: ButtonVerb): boolean => GRAVE.includes(verb)
export const asksFirst = (verb: ButtonVerb, scene: VerbScene): boolean =>
  !LIGHT.includes(verb) || (verb === 'claim' && scene.claimedByOther)

export const inOrder = <O extends { readonly verb: string }>(
  offers: readonly O[],
): readonly (O & { readonly verb: ButtonVerb })[] =>
  ORDER.flatMap((verb) => offers.filter((offer): offer is O & { readonly verb: ButtonVerb } => offer.verb === verb))

/** The stem of a verb's words: `<stem>`, `<stem>.do`, `<stem>.done`. */
const stem = (verb: ButtonVerb, scene: VerbScene): string => {
  if (verb === 'submit' && !scene.isSource) return 'verb.submit.translation'
  if (verb === 'ready' && scene.ready) return 'verb.ready.close'
  return `verb.${verb}`
}

export const nameKey = (verb: ButtonVerb, scene: VerbScene): WordKey => {
  if (verb === 'release' && scene.releasedBefore) return 'verb.release.again'
  if (verb === 'claim' && scene.claimedByOther) return 'verb.claim.over'
  return stem(verb, scene) as WordKey
}
export const sentenceKey = (verb: ButtonVerb, scene: VerbScene): WordKey => `${stem(verb, scene)}.do` as WordKey
export const doneKey = (verb: ButtonVerb, scene: VerbScene): WordKey => `${stem(verb, scene)}.done` as WordKey

/** What the dialog has filled in; the server asks again for what is missing. */
export type Answers = {
  readonly reason: string
  readonly suggestion: string
  readonly noSecrets: boolean
  readonly assignee: string
  readonly due: string | null
  readonly until: string | null
  readonly embargo: boolean
  readonly waivers: Readonly<Record<string, string>>
  readonly noteKind: 'slip' | 'rectification'
  readonly noteText: string
  readonly wrong: string
  readonly right: string
  readonly publishedOn: string
  readonly grade: Grade | null
  readonly languages: readonly Language[]
  /** Digest of what this page has shown. */
  readonly looked: string
}
export const NO_ANSWERS: Answers = {
  reason: '',
  suggestion: '',
  noSecrets: false,
  assignee: '',
  due: null,
  until: null,
  embargo: false,
  waivers: {},
  noteKind: 'slip',
  noteText: '',
  wrong: '',
  right: '',
  publishedOn: '',
  grade: null,
  languages: [],
  looked: '',
}

const filled = (text: string): boolean => text.trim() !== ''

/** Parts of the dialog that still want an answer; its button says which. */
export type Gap = 'reason' | 'noSecrets' | 'assignee' | 'until' | 'note' | 'grade' | 'waivers' | 'languages'

export const gapsOf = (
  asks: readonly string[],
  answers: Answers,
  facts: { readonly reasonNeeded: boolean; readonly toWaive: readonly string[]; readonly handedOver: boolean },
): readonly Gap[] => {
  const gaps: Gap[] = []
  if ((asks.includes('reason') || facts.reasonNeeded) && !filled(answers.reason)) gaps.push('reason')
  if (asks.includes('noSecrets') && !answers.noSecrets) gaps.push('noSecrets')
  if (asks.includes('assignee') && answers.assignee === '') gaps.push('assignee')
  if (asks.includes('time') && answers.until === null) gaps.push('until')
  if (asks.includes('note') && !noteIsWhole(answers)) gaps.push('note')
  if (asksGrade(asks, answers, facts.handedOver) && answers.grade === null) gaps.push('grade')
  if (asks.includes('waivers') && facts.toWaive.some((finding) => !filled(answers.waivers[finding] ?? ''))) gaps.push('waivers')
  if (asks.includes('languages') && answers.languages.length === 0) gaps.push('languages')
  return gaps
}

/** A change of a source that was handed over is graded; a legal rectification always is a major one. */
export const asksGrade = (asks: readonly string[], { noteKind }: Answers, handedOver: boolean): boolean =>
  asks.includes('grade') || (asks.includes('gradeIfHandedOver') && handedOver && noteKind === 'slip')

const noteIsWhole = ({ noteKind, noteText, wrong, right, publishedOn }: Answers): boolean =>
  filled(noteText) && (noteKind === 'slip' || (filled(wrong) && filled(right) && filled(publishedOn)))

/** The body of the request, with nothing in it that this verb does not ask. */
export const argsOf = (verb: ButtonVerb, answers: Answers, scene: VerbScene): Readonly<Record<string, unknown>> => {
  const reason = filled(answers.reason) ? { reason: answers.reason.trim() } : {}
  switch (verb) {
    case 'claim':
      return scene.claimedByOther ? { takeOver: true } : {}
    case 'assign':
      return { assignee: answers.assignee, ...(answers.due === null ? {} : { due: answers.due }) }
    case 'ready':
      return { ready: !scene.ready }
    case 'submit':
      return { noSecrets: answers.noSecrets }
    case 'return':
      return { ...reason, ...(filled(answers.suggestion) ? { suggestion: answers.suggestion.trim() } : {}) }
    case 'approve': {
      const waivers = Object.entries(answers.waivers).flatMap(([finding, why]) =>
        filled(why) ? [{ finding, reason: why.trim() }] : [],
      )
      return { digest: answers.looked, ...reason, ...(waivers.length > 0 ? { waivers } : {}) }
    }
    case 'revised':
    case 'secondSign':
      return { digest: answers.looked }
    case 'schedule':
      return { until: answers.until, embargo: answers.embargo, ...reason }
    case 'correct':
      return { note: noteOf(answers) }
    case 'grade':
      return answers.grade === null ? {} : { grade: answers.grade }
    case 'unschedule':
    case 'reopen':
    case 'hold':
    case 'unhold':
    case 'withdraw':
      return reason
    default:
      return {}
  }
}

const noteOf = ({ noteKind, noteText, wrong, right, publishedOn, grade }: Answers) =>
  noteKind === 'slip'
    ? { kind: 'slip', text: noteText.trim(), ...(grade === null ? {} : { grade }) }
    : { kind: 'rectification', text: noteText.trim(), wrong: wrong.trim(), right: right.trim(), publishedOn: publishedOn.trim() }

export type Asked = { readonly verb: string; readonly args: Readonly<Record<string, unknown>> }

/** Several languages go down in one act, through the story; everything else is about one text. */
export const doorOf = (text: { readonly id: string; readonly story: string }, { verb, args }: Asked): string =>
  verb === 'withdraw' && Array.isArray(args.languages)
    ? `/api/desk/stories/${encodeURIComponent(text.story)}/withdraw`
    : `/api/desk/articles/${encodeURIComponent(text.id)}/${verb}`
