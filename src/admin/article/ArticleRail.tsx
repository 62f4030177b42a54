'use client'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import Link from 'next/link'
import { useEffect } from 'react'
import { sentenceOf, usePanel } from '../panel'
import { CueReading } from '../subtitles/CueReading'
import { SubtitlesLink } from '../subtitles/SubtitlesLink'
import { Bones, Unread } from '../Waiting'
import { Actions } from './Actions'
import { refreshDesk, useArticleDesk, useFollow, type ArticleDesk } from './desk'
import { Approvals, Releases, Standing } from './Facts'
import { Findings } from './Findings'
import { GoingAlong } from './GoingAlong'
import { Keeping } from './Keeping'
import { Outlets } from './Outlets'
import { isMoving } from './outlets'
import { Preview } from './Preview'
import { Returned } from './Returned'
import { Siblings } from './Siblings'
import { nameKey } from './verbs'

/** Beside the text: how it stands, who may do what next, who approved what, where it went. */
export const ArticleRail = () => {
  const { id } = useDocumentInfo()
  const { language, say } = usePanel()
  const me = String(useAuth().user?.id ?? '')
  const article = id === undefined ? null : String(id)
  const { desk, seen, problem } = useArticleDesk(article, language)
  useFollow(article, language, desk !== null && isMoving(desk.deliveries))
  useTextFields(desk)

  if (article === null) {
    return (
      <div className="desk-rail">
        <p>{say('rail.new')}</p>
        <Link href="/admin/new-story">{say('rail.new.go')}</Link>
      </div>
    )
  }
  return (
    <div className="desk-rail">
      {problem ? (
        <Unread
          onRetry={() => void refreshDesk(article, language)}
          say={say}
          sentence={desk ? say('refresh.failed') : sentenceOf(problem, say)}
        />
      ) : null}
      {desk ? (
        <>
          <Keeping article={article} language={desk.language} />
          <Standing desk={desk} />
          {desk.isSource ? null : (
            <Link className="desk-button" href={`/admin/translate/${desk.id}`}>
              {say('translation.open')}
            </Link>
          )}
          {desk.isVideo ? (
            <>
              <SubtitlesLink article={desk.id} />
              <CueReading article={desk.id} open={desk.state !== 'draft'} rev={desk.rev} />
            </>
          ) : null}
          <GoingAlong of={desk.language} open={desk.state !== 'draft'} seen={seen} />
          <Behind desk={desk} />
          <Returned desk={desk} />
          <Locked desk={desk} />
          <Actions desk={desk} me={me} seen={seen} />
          <Findings desk={desk} />
          <Approvals desk={desk} />
          <Outlets desk={desk} />
          <Releases desk={desk} />
          <Siblings desk={desk} />
          <Preview desk={desk} />
        </>
      ) : problem ? null : (
        <Bones words={say('rail.loading')} />
      )}
    </div>
  )
}

/** A changed source leads to what its translations need. */
const Behind = ({ desk }: { desk: ArticleDesk }) => {
  const { say } = usePanel()
  if (!desk.isSource || !desk.handedOver || !desk.siblings.some(({ stale }) => stale !== 'no')) return null
  return (
    <Link className="desk-button" href={`/admin/consequences/${desk.story}`}>
      {say('consequences.open')}
    </Link>
  )
}

/** What is typed into, on the page of a text. */
const TEXT_FIELDS = 'input, textarea, .ContentEditable__root'

/** An approved text is nobody's to change; the page says so before somebody types. */
const Locked = ({ desk }: { desk: ArticleDesk }) => {
  const { say } = usePanel()
  if (desk.state !== 'approved') return null
  const reopen = desk.offers.find(({ verb, refusal }) => verb === 'reopen' && refusal === null)
  const scene = { isSource: desk.isSource, ready: desk.ready, releasedBefore: false, claimedByOther: false }
  return (
    <p className="desk-notice">
      {reopen ? say('rail.locked', { verb: say(nameKey('reopen', scene)) }) : say('rail.locked.other')}
    </p>
  )
}

/** Where the panel repeats the headline. */
const TITLES = '.doc-header__title, .step-nav__last'

/**
 * The fields speak the language of the text, not of the panel: fonts, hyphens and voices follow it. An approved text
 * can be read and copied, not typed into; the server refuses its save anyhow.
 */
const useTextFields = (desk: ArticleDesk | null): void => {
  const language = desk?.language
  const locked = desk?.state === 'approved'
  useEffect(() => {
    const page = document.querySelector<HTMLElement>('.collection-edit--articles')
    const form = page?.querySelector('.document-fields__main')
    if (!language || !page || !form) return
    const mark = () => {
      for (const field of form.querySelectorAll<HTMLElement>(TEXT_FIELDS)) {
        field.lang = language
        if (locked) {
          if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.readOnly = true
          else field.contentEditable = 'false'
        }
      }
      for (const title of document.querySelectorAll<HTMLElement>(TITLES)) title.lang = language
    }
    mark()
    page.toggleAttribute('data-desk-locked', locked)
    const watch = new MutationObserver(mark)
    watch.observe(form, { childList: true, subtree: true })
    return () => {
      watch.disconnect()
      for (const title of document.querySelectorAll(TITLES)) title.removeAttribute('lang')
      page.removeAttribute('data-desk-locked')
      if (!locked) return
      for (const field of form.querySelectorAll<HTMLElement>(TEXT_FIELDS)) {
        if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.readOnly = false
        else field.contentEditable = 'true'
      }
    }
  }, [language, locked])
}
