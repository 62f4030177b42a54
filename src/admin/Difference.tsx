'use client'
import { memo } from 'react'
import type { Language } from '#newsroom'
import { difference, shortened } from '#translation/difference'
import { usePanel } from './panel'

/** What two forms of a text have in common and what each has alone. */
export const Difference = memo(
  ({ before, after, language, short = false }: { before: string; after: string; language: Language; short?: boolean }) => {
    const { say } = usePanel()
    const stretches = difference(before, after, language)
    return (
      <p className="desk-difference" lang={language}>
        {(short ? shortened(stretches) : stretches).map(({ kind, text }, index) =>
          kind === 'same' ? (
            <span key={index}>{text}</span>
          ) : kind === 'removed' ? (
            <del key={index}>
              <span className="desk-unseen">{say('translation.was.removed')}: </span>
              {text}
            </del>
          ) : (
            <ins key={index}>
              <span className="desk-unseen">{say('translation.was.added')}: </span>
              {text}
            </ins>
          ),
        )}
      </p>
    )
  },
)
Difference.displayName = 'Difference'
