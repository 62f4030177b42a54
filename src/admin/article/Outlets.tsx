'use client'
import { Button } from '../dialogs/Button'
import { useQuick } from '../home/act'
import { useNow, usePanel } from '../panel'
import { DeliveryState } from '../Shown'
import { Time } from '../Time'
import { shortTime } from '../when'
import { listed } from '../words'
import { refreshDesk, type ArticleDesk } from './desk'
import { newestPerChannel, resendDoor } from './outlets'

/** Where it went: the newest delivery of each outlet, with the page it made there. */
export const Outlets = ({ desk }: { desk: ArticleDesk }) => {
  const panel = usePanel()
  const { language, say } = panel
  const now = useNow()
  const quick = useQuick(panel, () => void refreshDesk(desk.id, language))
  const deliveries = newestPerChannel(desk.deliveries)
  return (
    <section aria-labelledby="desk-outlets" className="desk-rail__part">
      <h3 id="desk-outlets">{say('rail.outlets')}</h3>
      {deliveries.length === 0 ? <p className="desk-muted">{say('rail.outlets.none')}</p> : null}
      <ul className="desk-plain">
        {deliveries.map(
          ({ key, channel, name, version, kind, state, attempts, nextAt, acknowledgedAt, remoteUrl, lastError }) => (
            <li className="desk-outlet" key={channel}>
              <p>
                <strong>{name}</strong>
              </p>
              <p>
                <DeliveryState state={state} />{' '}
                <span className="desk-muted">
                  {listed([say(`kind.${kind}`), say('rail.outlet.version', { version })], language)}
                  {acknowledgedAt ? (
                    <>
                      {listed(['', ''], language)}
                      <Time at={new Date(acknowledgedAt).toISOString()} />
                    </>
                  ) : null}
                </span>
              </p>
              {state === 'failed' ? (
                <p className="desk-muted">
                  {listed(
                    [
                      say('rail.outlet.attempts', { count: attempts }),
                      say('rail.outlet.next', { time: shortTime(new Date(nextAt).toISOString(), now, language, say) }),
                    ],
                    language,
                  )}
                </p>
              ) : null}
              {lastError && (state === 'failed' || state === 'dead') ? <p className="desk-late">{lastError}</p> : null}
              {desk.mayResend && (state === 'failed' || state === 'dead') ? (
                <Button
                  busy={quick.busy === key}
                  label={say('undelivered.resend.what', { title: desk.title, outlet: name })}
                  onPress={() => void quick.send(key, resendDoor(key), {}, say('undelivered.resend.done'))}
                >
                  {say('undelivered.resend')}
                </Button>
              ) : null}
              {remoteUrl && state === 'delivered' && kind !== 'withdrawal' ? (
                <p>
                  <a href={remoteUrl} rel="noreferrer" target="_blank">
                    {say('rail.outlet.open')} <span className="desk-unseen">{say('general.newTab')}</span>
                  </a>
                </p>
              ) : null}
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
