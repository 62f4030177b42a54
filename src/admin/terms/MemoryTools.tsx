'use client'
import { toast } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import type { MemoryImported } from '#cms/verbs/memory'
import { Button } from '../dialogs/Button'
import { sentenceOf, usePanel } from '../panel'
import { sendFile } from '../send-file'

/** The translation memory as a file: out for the tools of translators, in from those of others. */
export const MemoryTools = ({ may }: { may: { readonly readMemory: boolean; readonly remember: boolean } }) => {
  const { language, say } = usePanel()
  const chooser = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  if (!may.readMemory) return null
  const bring = async (file: File) => {
    setBusy(true)
    try {
      const address = `/api/desk/memory/import?name=${encodeURIComponent(file.name)}`
      const { units, skipped } = await sendFile<MemoryImported>(address, file, language)
      toast.success(say('memory.import.done', { count: units, skipped }))
    } catch (error) {
      toast.error(sentenceOf(error, say))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="desk-terms__tools">
      <span title={say('memory.lead')}>{say('memory.title')}:</span>
      <a className="desk-button" download href="/api/desk/memory.tmx">
        {say('memory.export')}
      </a>
      {may.remember ? (
        <>
          <input
            accept=".tmx,.xml"
            aria-label={say('memory.import')}
            hidden
            onChange={(event) => {
              const [file] = event.target.files ?? []
              event.target.value = ''
              if (file) void bring(file)
            }}
            ref={chooser}
            type="file"
          />
          <Button busy={busy} onPress={() => chooser.current?.click()}>
            {busy ? say('general.working') : say('memory.import')}
          </Button>
        </>
      ) : null}
    </div>
  )
}
