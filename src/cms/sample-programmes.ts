/** Sample programmes, made as a producer would make them. Keys are fixed: a run that was cut off is taken up. */
import { createLocalReq, type Payload } from 'payload'
import { TIME_ZONE } from '#text/dates'
import type { Person } from '#newsroom'
import { sha256 } from '#publication/canonical'
import type { PersonKey } from '#sample/people'
import type { SampleProgramme } from '#sample/programmes'
import { allProgrammes, programmeOf } from './stores/programmes'
import { arrangeProgramme, beginProgramme, closeProgramme, moveProgrammeBy } from './verbs/programme'

export type ProgrammesWish = {
  readonly programmes: readonly SampleProgramme[]
  readonly people: Readonly<Record<PersonKey, Person>>
  /** Ids by the keys of the sample. */
  readonly stories: ReadonlyMap<string, string>
  readonly mediaDir: string
}

export const makeSampleProgrammes = async (
  payload: Payload,
  wish: ProgrammesWish,
  progress: (done: string) => void,
): Promise<void> => {
  for (const programme of wish.programmes) {
    await makeProgramme(payload, programme, wish)
    progress(`programme ${programme.key}`)
  }
}

const makeProgramme = async (payload: Payload, programme: SampleProgramme, wish: ProgrammesWish): Promise<void> => {
  const { producer, chief } = wish.people
  const key = (step: string) => `sample-programme-${programme.key}-${step}`
  const airDate = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(Date.now() + programme.inDays * 86_400_000)
  const req = await createLocalReq({ user: { ...producer, collection: 'users' } as never }, payload)
  const idOf = (index: number) => sha256(`${programme.key}/${index}`).slice(0, 26).toUpperCase()
  const made = (await allProgrammes(req)).find(({ plan }) => plan.steps.some(({ id }) => id === idOf(0)))
  const id = made?.id ?? (await beginProgramme(payload, { person: producer, key: key('begin') }, { airDate, language: 'en' }))
  const { rev, plan, row } = await programmeOf(req, id)
  if (!made)
    await arrangeProgramme(payload, { person: producer, req }, id, {
      rev,
      plan: {
        ...plan,
        airTime: programme.airTime,
        presenter: programme.presenter,
        targetMs: programme.targetMs,
        steps: programme.steps.map((step, index) => ({
          id: idOf(index),
          kind: step.kind,
          story: step.story === null ? null : (wish.stories.get(step.story) ?? null),
          title: step.title,
          intro: step.intro,
          script: step.script,
          clip: step.clip,
          notes: '',
        })),
      },
    })
  if (programme.state !== 'released') return
  if (row.state === 'open') await closeProgramme(payload, wish.mediaDir, { person: producer, key: key('close') }, id)
  const digest = (await programmeOf(req, id)).row.closed?.snapshot ?? ''
  if (row.state !== 'approved') await moveProgrammeBy(payload, { person: chief, key: key('approve') }, 'approve', id, { digest })
  await moveProgrammeBy(payload, { person: chief, key: key('release') }, 'release', id, {})
}
