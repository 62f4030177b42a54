'use client'
import type { Digest, Language } from '#newsroom'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { useIssue } from './context'
import { doorOf } from './door'

/** `width` in CSS pixels of the picture. The digest makes the address one of its bytes. */
export const pageImage = (issue: string, of: Language, page: number, digest: Digest, width: 250 | 1000): string =>
  `${doorOf(issue, of, 'pages', `${page}.webp`)}?v=${digest}&width=${width}`

/** One page to be read; the arrow keys turn. */
export const PageDialog = ({
  of,
  digest,
  page,
  pages,
  onTurn,
  onClose,
  entries = [],
}: {
  of: Language
  digest: Digest
  page: number
  pages: number
  onTurn: (page: number) => void
  onClose: () => void
  entries?: readonly { readonly id: string; readonly title: string }[]
}) => {
  const { id, say, go } = useIssue()
  const turn = (to: number) => {
    if (to >= 1 && to <= pages) onTurn(to)
  }
  return (
    <Dialog
      actions={
        <>
          <Button onPress={() => turn(page - 1)} refused={page <= 1 ? '' : undefined}>
            {say('general.previous')}
          </Button>
          <Button onPress={() => turn(page + 1)} refused={page >= pages ? '' : undefined}>
            {say('general.next')}
          </Button>
          <Button onPress={onClose} safe tone="primary">
            {say('general.close')}
          </Button>
        </>
      }
      onClose={onClose}
      title={`${say('bulletin.page.of', { page, pages })} · ${say(`lang.${of}`)}`}
      wide
    >
      <div
        className="desk-page-large"
        ref={(element) => {
          const dialog = element?.closest('dialog')
          if (!dialog) return
          const keys = (event: KeyboardEvent) => {
            const step = { ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1 }[event.key]
            if (step === undefined) return
            event.preventDefault()
            event.stopPropagation()
            turn(page + step)
          }
          dialog.addEventListener('keydown', keys)
          return () => dialog.removeEventListener('keydown', keys)
        }}
      >
        {entries.length > 0 ? (
          <p className="desk-row">
            <span className="desk-muted">{say('bulletin.page.holds')}</span>
            {entries.map((entry) => (
              <button className="desk-link" key={entry.id} onClick={() => go({ tab: 'board', entry: entry.id })} type="button">
                {entry.title}
              </button>
            ))}
          </p>
        ) : null}
        <img alt={say('bulletin.page.of', { page, pages })} src={pageImage(id, of, page, digest, 1000)} />
      </div>
      <p aria-live="polite" className="desk-unseen">
        {say('bulletin.page.of', { page, pages })}
      </p>
    </Dialog>
  )
}
