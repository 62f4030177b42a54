'use client'
import type { ProgrammeView } from '#programme/view'
import { fileSize } from '../bulletin/scene'
import { usePanel } from '../panel'
import { wordFor } from '../words'
import { filesInOrder } from './scene'

/** Downloads with their sizes; those of one step with its title. */
export const Files = ({ files, titleOf }: { files: ProgrammeView['files']; titleOf: (step: string) => string }) => {
  const { language, say } = usePanel()
  if (files.length === 0) return null
  return (
    <ul aria-label={say('programme.files')} className="desk-plain desk-files">
      {filesInOrder(files).map(({ kind, step, bytes, href }) => (
        <li key={`${kind} ${step ?? ''}`}>
          <a download href={href}>
            {wordFor(say, 'programme.file', kind)}
            {step === null ? '' : ` · ${titleOf(step)}`}
          </a>{' '}
          <span className="desk-muted">{fileSize(bytes, language)}</span>
        </li>
      ))}
    </ul>
  )
}
