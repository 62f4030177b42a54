'use client'
import { toast } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { LANGUAGES, type Language } from '#newsroom'
import type { ApprovalView } from '#bulletin/view'
import { ask } from '../desk-api'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Tick } from '../dialogs/Field'
import { sentenceOf } from '../panel'
import { labelled, listed, wordFor } from '../words'
import { useIssue, useLoadedIssue } from './context'
import { doorOf, useDoor } from './door'
import { EditionMark } from './EditionMark'
import { releasedBetween, releaseScene } from './scene'

/** The issue's button: all approved editions at once. Where some are out and no other is approved, there is nothing to press. */
export const ReleaseButton = () => {
  const { say, announce } = useIssue()
  const { issue } = useLoadedIssue()
  const [open, setOpen] = useState(false)
  const { goes, out } = releaseScene(issue.editionViews)
  if (!issue.may.release || (goes.length === 0 && out.length > 0)) return null
  return (
    <>
      <Button
        describedBy={goes.length === 0 ? 'desk-release-why' : undefined}
        onPress={() => setOpen(true)}
        refused={goes.length === 0 ? say('bulletin.release.none') : undefined}
        tone="primary"
      >
        {say('bulletin.release')}
      </Button>
      {goes.length === 0 ? (
        <span className="desk-muted" id="desk-release-why">
          {say('bulletin.release.none')}
        </span>
      ) : null}
      {open ? (
        <ReleaseDialog
          onClose={() => setOpen(false)}
          onDone={(sentence) => {
            setOpen(false)
            announce(sentence)
            toast.success(sentence)
          }}
        />
      ) : null}
    </>
  )
}

/** Which editions go, which stay behind, and which texts go with them. `only`: from the button of one edition. */
export const ReleaseDialog = ({
  only,
  onClose,
  onDone,
}: {
  only?: readonly Language[]
  onClose: () => void
  onDone: (sentence: string) => void
}) => {
  const { id, language, say } = useIssue()
  const { issue } = useLoadedIssue()
  const { busy, problem, send } = useDoor()
  const all = releaseScene(issue.editionViews)
  const [chosen, setChosen] = useState<readonly Language[]>(only ?? all.goes)
  const { goes, left, out } = releaseScene(issue.editionViews, chosen)
  const approvals = useApprovals(id, all.goes, language)
  const inWords = (languages: readonly Language[]) =>
    listed(
      languages.map((one) => say(`lang.${one}.in`)),
      language,
    )
  const press = async () => {
    const before = issue.editionViews
    const after = await send(['release'], { languages: goes })
    if (!after) return
    const done = releasedBetween(before, after.editionViews)
    const behind = LANGUAGES.filter((one) => after.editionViews[one].live === null)
    const sentence = say('bulletin.release.done', {
      languages: inWords(done.map((one) => one.language)),
      seqs: listed(
        done.map(({ seq }) => String(seq)),
        language,
      ),
    })
    onDone(behind.length > 0 ? `${sentence} ${say('bulletin.release.behind', { languages: inWords(behind) })}` : sentence)
  }
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} safe>
            {say('general.cancel')}
          </Button>
          <Button
            busy={busy}
            onPress={() => void press()}
            refused={goes.length === 0 ? say('bulletin.release.none') : undefined}
            tone="primary"
          >
            {busy ? say('general.working') : say('bulletin.release')}
          </Button>
        </>
      }
      onClose={onClose}
      title={say('bulletin.release')}
      wide
    >
      <p className="desk-dialog__sentence">
        {goes.length > 0 ? say('bulletin.release.do', { languages: inWords(goes) }) : say('bulletin.release.none')}
      </p>
      <fieldset className="desk-fieldset">
        <legend>{say('bulletin.release.goes')}</legend>
        {all.goes.map((one) => (
          <div className="desk-release-edition" key={one}>
            <Tick
              checked={chosen.includes(one)}
              label={say(`lang.${one}`)}
              onChange={(on) => setChosen(LANGUAGES.filter((each) => (each === one ? on : chosen.includes(each))))}
            />
            <Texts approval={approvals[one] ?? null} of={one} />
          </div>
        ))}
      </fieldset>
      {left.length > 0 ? (
        <section aria-labelledby="desk-release-left">
          <h3 id="desk-release-left">{say('bulletin.release.left')}</h3>
          <ul className="desk-plain desk-release-left">
            {left.map(({ language: one, shown }) => (
              <li key={one}>
                {say(`lang.${one}`)} <EditionMark shown={shown} />{' '}
                <span className="desk-muted">
                  {shown === 'approved' ? say('bulletin.release.unticked') : say('bulletin.release.supplement')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {out.length > 0 ? (
        <p className="desk-muted">{labelled(wordFor(say, 'edition.state', 'released'), inWords(out), language)}</p>
      ) : null}
      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}

/** Texts that were waiting for this edition and come out with it. */
const Texts = ({ approval, of }: { approval: ApprovalView | Failed | null; of: Language }) => {
  const { say } = useIssue()
  if (approval === null) return <p className="desk-muted">{say('general.loading')}</p>
  if ('failed' in approval) return <p className="desk-late">{approval.failed}</p>
  const waiting = approval.entries.filter(({ source }) => source === 'waits')
  return (
    <details className="desk-release-texts" open={waiting.length > 0 && waiting.length <= 6 ? true : undefined}>
      <summary>
        {say(waiting.length > 0 ? 'bulletin.release.texts' : 'bulletin.release.texts.none', {
          count: waiting.length,
          all: approval.entries.length,
        })}
      </summary>
      <ul>
        {waiting.map(({ id, title }) => (
          <li key={id} lang={of}>
            {title}
          </li>
        ))}
      </ul>
    </details>
  )
}

type Failed = { readonly failed: string }
const useApprovals = (issue: string, of: readonly Language[], language: Language) => {
  const { say } = useIssue()
  const [known, setKnown] = useState<Partial<Readonly<Record<Language, ApprovalView | Failed>>>>({})
  const wanted = of.join(' ')
  useEffect(() => {
    if (wanted === '') return
    const stop = new AbortController()
    for (const one of wanted.split(' ') as Language[])
      ask<ApprovalView>(doorOf(issue, one, 'approval'), { language, signal: stop.signal }).then(
        (approval) => setKnown((before) => ({ ...before, [one]: approval })),
        (error: unknown) => {
          if (!stop.signal.aborted) setKnown((before) => ({ ...before, [one]: { failed: sentenceOf(error, say) } }))
        },
      )
    return () => stop.abort()
  }, [issue, wanted, language, say])
  return known
}
