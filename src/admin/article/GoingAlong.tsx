'use client'
import type { Language } from '#newsroom'
import { usePanel } from '../panel'
import { wordFor } from '../words'
import type { Beside } from './looked'

/** What goes out with the text and stands on no other part of its page: to be read where it is approved. */
export const GoingAlong = ({ seen, of, open }: { readonly seen: Beside; readonly of: Language; readonly open: boolean }) => {
  const { say } = usePanel()
  const parts = Object.entries(seen).filter(([, { says }]) => says.trim() !== '')
  if (parts.length === 0) return null
  return (
    <details className="desk-reading" open={open}>
      <summary id="desk-along">{say('rail.along')}</summary>
      <ul aria-labelledby="desk-along" className="desk-plain desk-reading__rows" tabIndex={0}>
        {parts.map(([part, { says }]) => (
          <li key={part}>
            <span className="desk-muted">{wordFor(say, 'part', part.split('.')[0] ?? part)}</span>
            {says
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map((line, index) => (
                <span key={index} lang={of}>
                  {line}
                </span>
              ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
