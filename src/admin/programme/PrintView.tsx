'use client'
import { clock, signedClock, wallClock } from '#programme/timing'
import { formatDate } from '#text/dates'
import { Button } from '../dialogs/Button'
import { useLoadedProgramme, useProgramme } from './context'
import { Files } from './Files'
import { timed } from './scene'

/** The script on paper, in large type; the panel around it is not printed. */
export const PrintView = () => {
  const { language, say } = useProgramme()
  const { programme, draft } = useLoadedProgramme()
  const { rows, total, over } = timed(draft)
  const titleOf = (id: string) => draft.steps.find((step) => step.id === id)?.title ?? ''
  return (
    <>
      <div className="desk-sheet__tools">
        <Button onPress={() => window.print()} tone="primary">
          {say('programme.print')}
        </Button>
        <Files files={programme.files} titleOf={titleOf} />
      </div>
      <article className="desk-sheet" lang={draft.language}>
        <h2>{draft.title}</h2>
        <p className="desk-sheet__facts" lang={language}>
          {programme.channel} · {say('programme.airs', { time: draft.airTime, date: formatDate(draft.airDate, language) })}
          {draft.presenter === '' ? '' : ` · ${draft.presenter}`}
          <br />
          {say('programme.total')} {clock(total)} / {clock(draft.targetMs)} ({signedClock(over)})
        </p>
        {rows.map(({ step, times, start }, index) => (
          <section key={step.id}>
            <h3>
              {index + 1}. {step.title}
            </h3>
            <p className="desk-sheet__facts" lang={language}>
              {clock(start)} ({wallClock(draft.airTime, start)}) · {say('programme.column.read')} {clock(times.readMs)} ·{' '}
              {say('programme.column.clip')} {clock(times.clipMs)}
            </p>
            {step.intro.trim() === '' ? null : <p className="desk-sheet__intro">{step.intro}</p>}
            {step.script.trim() === '' ? null : <p className="desk-sheet__script">{step.script}</p>}
            {step.clip === null ? null : (
              <p className="desk-sheet__clip" lang={language}>
                ▶{' '}
                {say('programme.clip.line', {
                  from: clock(step.clip.from),
                  to: clock(step.clip.to),
                  length: clock(step.clip.to - step.clip.from),
                })}
              </p>
            )}
          </section>
        ))}
      </article>
    </>
  )
}
