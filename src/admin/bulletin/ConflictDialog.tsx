'use client'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { useIssue, useLoadedIssue } from './context'
import { differenceWords, editWords, namesIn } from './edit-words'
import type { Conflict } from './issue-store'
import { differencesOf } from './plan-edits'

/** Two people arranged at once: what the other did, what I did, and both together unless I say otherwise. */
export const ConflictDialog = ({ conflict: { before, theirs, lost } }: { conflict: Conflict }) => {
  const issue = useIssue()
  const { say, store } = issue
  const { edits } = useLoadedIssue()
  const names = namesIn([theirs, before], [...edits, ...lost], issue.language)
  const others = differencesOf(before, theirs)
  return (
    <Dialog
      actions={
        <>
          <Button onPress={() => store.settle(false)} tone="danger">
            {say('bulletin.conflict.drop')}
          </Button>
          <Button onPress={() => store.settle(true)} safe tone="primary">
            {say(edits.length > 0 ? 'bulletin.conflict.keep' : 'general.close')}
          </Button>
        </>
      }
      // Closing loses nothing: mine stays on top of theirs.
      onClose={() => store.settle(true)}
      title={say('bulletin.conflict')}
      wide
    >
      <p className="desk-dialog__sentence">{say('bulletin.conflict.lead')}</p>
      <div className="desk-sides">
        <section aria-labelledby="desk-conflict-theirs">
          <h3 id="desk-conflict-theirs">{say('bulletin.conflict.theirs')}</h3>
          {others.length > 0 ? (
            <ul>
              {others.map((difference, index) => (
                <li key={index}>{differenceWords(difference, names, issue)}</li>
              ))}
            </ul>
          ) : (
            <p className="desk-muted">{say('bulletin.conflict.theirs.none')}</p>
          )}
        </section>
        <section aria-labelledby="desk-conflict-mine">
          <h3 id="desk-conflict-mine">{say('bulletin.conflict.mine')}</h3>
          <ul>
            {edits.map((edit, index) => (
              <li key={index}>{editWords(edit, names, issue)}</li>
            ))}
          </ul>
          {lost.length > 0 ? (
            <>
              <p className="desk-late">{say('bulletin.conflict.lost')}</p>
              <ul>
                {lost.map((edit, index) => (
                  <li key={index}>{editWords(edit, names, issue)}</li>
                ))}
              </ul>
            </>
          ) : null}
        </section>
      </div>
    </Dialog>
  )
}
