'use client'
import { useForm, useFormFields, useFormModified, useFormProcessing } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { Button } from '../dialogs/Button'
import { usePanel, useNow } from '../panel'
import { shortTime } from '../when'
import { listed, wordFor } from '../words'
import { useAct } from './act'
import type { ArticleDesk, Offer } from './desk'
import { unseenIn, type Beside } from './looked'
import {
  argsOf,
  asksFirst,
  doneKey,
  inOrder,
  isGrave,
  nameKey,
  NO_ANSWERS,
  type Answers,
  type ButtonVerb,
  type VerbScene,
} from './verbs'
import { VerbDialog } from './VerbDialog'

type Button = Offer & { readonly verb: ButtonVerb }

/** Verbs that look at the text as it is saved; marks of courtesy do not. */
const BESIDE_THE_TEXT: readonly ButtonVerb[] = ['claim', 'giveUp', 'assign', 'hold', 'withdraw']

/** One primary button, the others beneath, refused ones with their reason. */
export const Actions = ({ desk, seen, me }: { desk: ArticleDesk; seen: Beside; me: string }) => {
  const panel = usePanel()
  const { language, say } = panel
  const now = useNow()
  const modified = useFormModified()
  const processing = useFormProcessing()
  const rev = Number(useFormFields(([fields]) => fields.rev?.value) ?? desk.rev)
  const { submit } = useForm()
  const { busy, problem, forget, send, tell } = useAct(desk, panel)
  const [open, setOpen] = useState<ButtonVerb | null>(null)
  const [said, setSaid] = useState('')

  const scene: VerbScene = {
    isSource: desk.isSource,
    ready: desk.ready,
    releasedBefore: desk.releases.length > 0,
    claimedByOther: desk.claim !== null && desk.claim.by !== me,
  }
  const buttons = inOrder(desk.offers)
  const primary = buttons.find((offer) => offer.primary)
  const rest = buttons.filter((offer) => offer !== primary)
  const chosen = buttons.find((offer) => offer.verb === open)

  const act = async (verb: ButtonVerb, answers: Answers, assigneeName = '') => {
    const several = verb === 'withdraw' && answers.languages.some((one) => one !== desk.language)
    const args = argsOf(verb, answers, scene)
    const move = await send({ verb, args: several ? { languages: answers.languages, ...args } : args })
    if (!move) return
    setOpen(null)
    const sentence = say(doneKey(verb, scene), {
      seq: move.seq ?? '',
      name: assigneeName,
      time: answers.until ? shortTime(answers.until, now, language, say) : '',
      languages: listed(
        (several ? answers.languages : [desk.language]).map((one) => say(`lang.${one}.in`)),
        language,
      ),
    })
    setSaid(sentence)
    tell(sentence)
  }
  const press = (verb: ButtonVerb) => {
    forget()
    setSaid('')
    if (asksFirst(verb, scene)) setOpen(verb)
    else void act(verb, NO_ANSWERS)
  }
  // The server names fields by their keys; here they have names.
  const reasonOf = ({ refusal }: Button): string | undefined =>
    refusal?.code === 'move.incomplete' && desk.missing.length > 0
      ? say('rail.incomplete', {
          fields: listed(
            desk.missing.map((field) => wordFor(say, 'part', field)),
            language,
          ),
        })
      : refusal?.message
  const show = (offer: Button, tone: 'primary' | 'plain' | 'danger') => (
    <VerbButton
      busy={busy === offer.verb && open === null}
      key={offer.verb}
      name={say(nameKey(offer.verb, scene), { name: desk.claim?.name ?? '' })}
      onPress={() => press(offer.verb)}
      refused={reasonOf(offer) ?? (modified && !BESIDE_THE_TEXT.includes(offer.verb) ? say('rail.unsaved') : undefined)}
      // Said once above the buttons, not at each of them.
      quietly={offer.refusal === null}
      tone={tone}
    />
  )

  return (
    <div className="desk-actions">
      {modified && buttons.some(({ verb }) => !BESIDE_THE_TEXT.includes(verb)) ? (
        <div className="desk-notice">
          <p>{say('rail.unsaved')}</p>
          <Button busy={processing} onPress={() => void submit()} tone="primary">
            {say('rail.unsaved.save')}
          </Button>
        </div>
      ) : null}
      {buttons.length === 0 ? <p className="desk-muted">{say('rail.none')}</p> : null}
      {primary ? show(primary, 'primary') : null}
      {rest.length > 0 ? (
        <div aria-label={say('rail.more')} className="desk-actions__rest" role="group">
          {rest.map((offer) => show(offer, isGrave(offer.verb) ? 'danger' : 'plain'))}
        </div>
      ) : null}
      {problem !== null && open === null ? (
        <p className="desk-problem" role="alert">
          {problem}
        </p>
      ) : null}
      <p className="desk-said" role="status">
        {said}
      </p>
      {chosen ? (
        <VerbDialog
          busy={busy !== null}
          desk={desk}
          offer={chosen}
          onAct={(answers, { assigneeName }) => void act(chosen.verb, answers, assigneeName)}
          onClose={() => setOpen(null)}
          problem={problem}
          scene={scene}
          unseen={unseenIn(desk, { rev, seen })}
        />
      ) : null}
    </div>
  )
}

type VerbButtonProps = {
  name: string
  tone: 'primary' | 'plain' | 'danger'
  busy: boolean
  refused: string | undefined
  quietly: boolean
  onPress: () => void
}
const VerbButton = ({ name, tone, busy, refused, quietly, onPress }: VerbButtonProps) => {
  const id = useId()
  const shown = refused !== undefined && !quietly
  return (
    <div className={shown ? 'desk-refused' : undefined}>
      <Button busy={busy} describedBy={shown ? id : undefined} onPress={onPress} refused={refused} tone={tone}>
        {name}
      </Button>
      {shown ? (
        <p className="desk-refused__why" id={id}>
          {refused}
        </p>
      ) : null}
    </div>
  )
}
