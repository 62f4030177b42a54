import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { fromRichText } from './lexical'
import { readPasted } from './editor/paste'

/** Plain text, paragraphs separated by an empty line; a single line break stays one. */
export const treeFromText = (text: string): SerializedEditorState =>
  fromRichText(
    text
      .replace(/\r\n?/g, '\n')
      .split(/\n{2,}/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => ({
        kind: 'paragraph' as const,
        children: part
          .split('\n')
          .flatMap((line, index) => [
            ...(index > 0 ? [{ kind: 'break' as const }] : []),
            { kind: 'text' as const, text: line, marks: [] },
          ]),
      })),
    () => '',
  )

/** HTML as a word processor or a browser puts it on the clipboard: structure is kept, everything else dropped. */
export const treeFromHtml = (html: string): SerializedEditorState => fromRichText(readPasted(html).doc, () => '')
