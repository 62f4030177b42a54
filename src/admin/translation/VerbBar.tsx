'use client'
import { useEffect, useRef, useState } from 'react'
import { useAct } from '../article/act'
import { refreshDesk, type ArticleDesk, type Offer } from '../article/desk'
import { unseenIn, type Beside } from '../article/looked'
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
} from '../article/verbs'
import { VerbDialog } from '../article/VerbDialog'
import { Button } from '../dialogs/Button'
import { useNow } from '../panel'
import { shortTime } from '../when'
import { wordFor } from '../words'
import { useDesk, useSnapshot } from './context'

type Press = Offer & { readonly verb: ButtonVerb }

/** The verbs of the workflow in one line: the next step as a button, the others folded away. Every word is saved first. */
export const VerbBar = ({ desk, seen, me }: { desk: ArticleDesk; seen: Beside; me: string }) => {
  const panel = useDesk()
  const { language, say, store, reload } = panel
  const now = useNow()
  const rev = useSnapshot((snapshot) => snapshot.desk?.rev ?? 0)
  const { busy, problem, forget, send, tell } = useAct(desk, panel)
  const [open, setOpen] = useState<ButtonVerb | null>(null)
  const [held, setHeld] = useState<'unsaved' | 'newer' | null>(null)
  const [readying, setReadying] = useState<ButtonVerb | null>(null)
  const menu = useRef<HTMLDetailsElement>(null)

  const scene: VerbScene = {
    isSource: desk.isSource,
    ready: desk.ready,
    releasedBefore: desk.releases.length > 0,
    claimedByOther: desk.claim !== null && desk.claim.by !== me,
  }
  const buttons = inOrder(desk.offers)
  const primary = buttons.find((offer) => offer.primary)
  const rest = buttons.filter((offer) => offer !== primary)
  const chosen = buttons.find(({ verb }) => verb === open)
  useEffect(() => setHeld((before) => (before === 'unsaved' ? null : before)), [desk.rev])

  const act = async (verb: ButtonVerb, answers: Answers, assigneeName = '') => {
    const several = verb === 'withdraw' && answers.languages.some((one) => one !== desk.language)
    const args = argsOf(verb, answers, scene)
    const move = await send({ verb, args: several ? { languages: answers.languages, ...args } : args })
    await reload()
    if (!move) return
    setOpen(null)
    tell(
      say(doneKey(verb, scene), {
        seq: move.seq ?? '',
        name: assigneeName,
        time: answers.until ? shortTime(answers.until, now, language, say) : '',
        languages: (several ? answers.languages : [desk.language]).map((one) => say(`lang.${one}.in`)).join(', '),
      }),
    )
  }
  const press = async ({ verb, asks }: Press) => {
    forget()
    setHeld(null)
    if (menu.current) menu.current.open = false
    setReadying(verb)
    const saved = await store.flush()
    const shown = store.snapshot().desk?.rev ?? 0
    // What the dialog asks depends on the text as it is now.
    const present = await refreshDesk(desk.id, language)
    const newer = asks.includes('looked') && shown < (present?.rev ?? 0)
    if (newer) await reload()
    setReadying(null)
    if (!saved) setHeld('unsaved')
    else if (newer) setHeld('newer')
    else if (asksFirst(verb, scene)) setOpen(verb)
    else await act(verb, NO_ANSWERS)
  }
  const reasonOf = ({ refusal }: Press): string | undefined =>
    refusal?.code === 'move.incomplete' && desk.missing.length > 0
      ? say('rail.incomplete', { fields: desk.missing.map((field) => wordFor(say, 'part', field)).join(', ') })
      : refusal?.message
  const show = (offer: Press, tone: 'primary' | 'plain' | 'danger') => {
    const reason = reasonOf(offer)
    const id = `desk-why-${offer.verb}`
    return (
      <div className="desk-verb" key={offer.verb}>
        <Button
          busy={(busy === offer.verb || readying === offer.verb) && open === null}
          describedBy={reason ? id : undefined}
          onPress={() => void press(offer)}
          refused={reason}
          tone={tone}
        >
          {say(nameKey(offer.verb, scene), { name: desk.claim?.name ?? '' })}
        </Button>
        {reason ? (
          <p className="desk-verb__why" id={id}>
            {reason}
          </p>
        ) : null}
      </div>
    )
  }

  return (
    <div aria-label={say('translation.verbs')} className="desk-verbs" role="group">
      {primary ? show(primary, 'primary') : null}
      {rest.length > 0 ? (
        <details className="desk-menu desk-menu--right" ref={menu}>
          <summary>{say('translation.verbs.more')}</summary>
          <div className="desk-menu__body">{rest.map((offer) => show(offer, isGrave(offer.verb) ? 'danger' : 'plain'))}</div>
        </details>
      ) : null}
      {held !== null ? (
        <p className="desk-problem" role="alert">
          {say(`translation.verbs.${held}`)}
        </p>
      ) : null}
      {problem !== null && open === null ? (
        <p className="desk-problem" role="alert">
          {problem}
        </p>
      ) : null}
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
