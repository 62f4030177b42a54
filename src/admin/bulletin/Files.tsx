'use client'
import type { Language } from '#newsroom'
import type { FileView } from '#bulletin/view'
import { usePanel } from '../panel'
import { filesInOrder, fileSize } from './scene'

/** Downloads of an edition with their sizes. */
export const Files = ({ files, of }: { files: readonly FileView[]; of: Language }) => {
  const { language, say } = usePanel()
  if (files.length === 0) return null
  return (
    <ul aria-label={`${say('bulletin.files')}, ${say(`lang.${of}.in`)}`} className="desk-plain desk-files">
      {filesInOrder(files).map(({ kind, bytes, href }) => (
        <li key={kind}>
          <a download href={href} title={fileSize(bytes, language)}>
            {say(`bulletin.file.${kind}`)}
          </a>
        </li>
      ))}
    </ul>
  )
}
