'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import {
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  PASTE_COMMAND,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { toast, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import { cleanText } from '#text/normalise'
import { fromRichText } from './convert'
import { readPasted } from './paste'
import { wordsIn } from './words'

export const PasteFeatureClient = createClientFeature({ plugins: [{ Component: PastePlugin, position: 'normal' }] })

const EDITOR_TYPE = 'application/x-lexical-editor'

function PastePlugin() {
  const [editor] = useLexicalComposerContext()
  const { language } = useTranslation().i18n

  useEffect(() => {
    const take = (event: Event, data: DataTransfer | null): boolean => {
      const cleaned = data && cleanedData(data, editor)
      if (!cleaned) return false
      event.preventDefault()
      // The editor's own ways of inserting (into tables, lists, over a selection) do the rest.
      editor.dispatchCommand(PASTE_COMMAND, new ClipboardEvent('paste', { clipboardData: cleaned.data, cancelable: true }))
      if (cleaned.pictures) toast.info(wordsIn(language).picturesLeft)
      return true
    }
    return mergeRegister(
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => event instanceof ClipboardEvent && take(event, event.clipboardData),
        COMMAND_PRIORITY_CRITICAL,
      ),
      // What is dropped, and what some input methods and browsers insert.
      editor.registerCommand(
        CONTROLLED_TEXT_INSERTION_COMMAND,
        (event) => typeof event !== 'string' && take(event, event.dataTransfer),
        COMMAND_PRIORITY_CRITICAL,
      ),
    )
  }, [editor, language])
  return null
}

/** The clipboard as if it had been copied from an editor of ours; null when it was, or when there is no HTML in it. */
function cleanedData(
  data: DataTransfer,
  editor: LexicalEditor,
): { readonly data: DataTransfer; readonly pictures: number } | null {
  const html = data.getData('text/html')
  if (!html || data.types.includes(EDITOR_TYPE)) return null
  const { doc, pictures } = readPasted(html)
  const cleaned = new DataTransfer()
  cleaned.setData('text/plain', cleanText(data.getData('text/plain'), null))
  if (doc.length) {
    const nodes = fromRichText(doc, () => null).root.children
    cleaned.setData(EDITOR_TYPE, JSON.stringify({ namespace: editor._config.namespace, nodes }))
  }
  return { data: cleaned, pictures }
}
