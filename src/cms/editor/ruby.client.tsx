'use client'

import { createClientFeature, toolbarFeatureButtonsGroupWithItems } from '@payloadcms/richtext-lexical/client'
import {
  $createTextNode,
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  createCommand,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  type BaseSelection,
  type LexicalCommand,
  type NodeKey,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { Button, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { createPortal } from 'react-dom'
import { $createRubyNode, $isRubyNode, RubyNode } from './ruby-node'
import { wordsIn } from './words'
import './editor.css'

const OPEN_RUBY_COMMAND: LexicalCommand<undefined> = createCommand('OPEN_RUBY_COMMAND')

export const RubyFeatureClient = createClientFeature({
  nodes: [RubyNode],
  plugins: [{ Component: RubyPlugin, position: 'normal' }],
  toolbarFixed: { groups: [rubyButton()] },
  toolbarInline: { groups: [rubyButton()] },
})

function rubyButton() {
  return toolbarFeatureButtonsGroupWithItems([
    {
      ChildComponent: RubyIcon,
      key: 'ruby',
      label: ({ i18n }) => wordsIn(i18n.language).ruby,
      isActive: ({ selection }) => $isNodeSelection(selection) && selection.getNodes().some($isRubyNode),
      onSelect: ({ editor }) => {
        editor.dispatchCommand(OPEN_RUBY_COMMAND, undefined)
      },
    },
  ])
}

/** What the dialog is about: a ruby that stands in the text, or the place and words for a new one. */
type Subject = {
  readonly key: NodeKey | null
  readonly base: string
  readonly reading: string
  readonly selection: BaseSelection | null
}

function RubyPlugin() {
  const [editor] = useLexicalComposerContext()
  const [subject, setSubject] = useState<Subject | null>(null)

  useEffect(() => {
    const open = (): boolean => {
      setSubject($subject())
      return true
    }
    const openSelected = (event: Event | null): boolean => {
      if (!$selectedRuby()) return false
      event?.preventDefault()
      return open()
    }
    return mergeRegister(
      editor.registerCommand(OPEN_RUBY_COMMAND, open, COMMAND_PRIORITY_HIGH),
      // The arrow keys select a ruby, Enter opens it; with the mouse, a double click.
      editor.registerCommand(KEY_ENTER_COMMAND, openSelected, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_DOWN_COMMAND, $leaveRuby, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(CLICK_COMMAND, (event) => event.detail === 2 && openSelected(event), COMMAND_PRIORITY_HIGH),
    )
  }, [editor])

  // Back to the text once the dialog is gone: beside an open one nothing takes the focus.
  useEffect(() => (subject ? () => editor.focus() : undefined), [editor, subject])

  const close = () => setSubject(null)
  const write = (base: string, reading: string) => {
    editor.update(() => {
      const ruby = subject?.key ? $getNodeByKey(subject.key) : null
      if ($isRubyNode(ruby)) return ruby.setWords(base, reading)
      if (subject?.selection) $setSelection(subject.selection.clone())
      $getSelection()?.insertNodes([$createRubyNode(base, reading)])
    })
    close()
  }
  const remove = () => {
    editor.update(() => {
      const ruby = subject?.key ? $getNodeByKey(subject.key) : null
      if ($isRubyNode(ruby)) ruby.replace($createTextNode(ruby.getBase())).selectEnd()
    })
    close()
  }
  return subject
    ? createPortal(<RubyDialog subject={subject} onWrite={write} onRemove={remove} onClose={close} />, document.body)
    : null
}

function RubyDialog(props: {
  subject: Subject
  onWrite: (base: string, reading: string) => void
  onRemove: () => void
  onClose: () => void
}) {
  const { subject, onWrite, onRemove, onClose } = props
  const words = wordsIn(useTranslation().i18n.language)
  const dialog = useRef<HTMLDialogElement>(null)
  const first = useRef<HTMLInputElement>(null)
  const title = useId()
  const [base, setBase] = useState(subject.base)
  const [reading, setReading] = useState(subject.reading)

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    // `showModal` takes the first field; whoever selected words wants to type their reading.
    first.current?.focus()
  }, [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The form of the article is an ancestor in React, though not on the page.
    event.stopPropagation()
    if (base.trim() && reading.trim()) onWrite(base.trim(), reading.trim())
  }
  return (
    <dialog
      ref={dialog}
      className="ruby-dialog"
      aria-labelledby={title}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form onSubmit={submit}>
        <h2 id={title}>{words.rubyTitle}</h2>
        <p className="ruby-dialog__help">{words.rubyHelp}</p>
        <label>
          {words.rubyBase}
          <input
            value={base}
            onChange={(event) => setBase(event.target.value)}
            required
            maxLength={200}
            ref={subject.base ? null : first}
          />
        </label>
        <label>
          {words.rubyReading}
          <input
            value={reading}
            onChange={(event) => setReading(event.target.value)}
            required
            maxLength={200}
            ref={subject.base ? first : null}
          />
        </label>
        <p className="ruby-dialog__preview" aria-hidden="true">
          <ruby>
            {base || '　'}
            <rt>{reading}</rt>
          </ruby>
        </p>
        <div className="ruby-dialog__buttons">
          <Button type="submit" size="medium">
            {subject.key ? words.change : words.insert}
          </Button>
          {subject.key ? (
            <Button type="button" buttonStyle="secondary" size="medium" onClick={onRemove}>
              {words.remove}
            </Button>
          ) : null}
          <Button type="button" buttonStyle="secondary" size="medium" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </dialog>
  )
}

function RubyIcon() {
  return (
    <svg
      aria-hidden="true"
      className="icon"
      fill="none"
      height="20"
      viewBox="0 0 20 20"
      width="20"
      xmlns="http://www.w3.org/2000/svg"
    >
      <path d="M4.5 4.5h11" stroke="currentColor" strokeDasharray="2 2.5" strokeWidth="1.5" />
      <path d="M5.5 16 10 7.5 14.5 16M7 13.2h6" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  )
}

function $selectedRuby(): RubyNode | null {
  const selection = $getSelection()
  const node = $isNodeSelection(selection) ? selection.getNodes()[0] : null
  return $isRubyNode(node) ? node : null
}

/** Words typed on a selected ruby go behind it; without a caret they would land at the top of the text. */
function $leaveRuby(event: KeyboardEvent): boolean {
  const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey
  if (types || LEAVING.has(event.key)) $selectedRuby()?.selectNext(0, 0)
  return false
}
// `Process` is any key while an input method for Japanese or Vietnamese is on.
const LEAVING = new Set(['Process', 'Unidentified', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown'])

function $subject(): Subject {
  const ruby = $selectedRuby()
  if (ruby) return { key: ruby.getKey(), base: ruby.getBase(), reading: ruby.getReading(), selection: null }
  const selection = $getSelection()
  const selected = $isRangeSelection(selection) ? selection.getTextContent().replace(/\s+/g, ' ').trim().slice(0, 200) : ''
  return { key: null, base: selected, reading: '', selection: selection?.clone() ?? null }
}
