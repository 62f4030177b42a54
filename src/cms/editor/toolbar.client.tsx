'use client'

import { createClientFeature, TableFeatureClient as PayloadTableFeatureClient } from '@payloadcms/richtext-lexical/client'
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import { wordsIn, type Words } from './words'
import './editor.css'

export const NamesFeatureClient = createClientFeature({
  plugins: [
    { Component: NamesPlugin, position: 'normal' },
    { Component: TabPlugin, position: 'normal' },
  ],
})

/** WCAG 2.1.2: Tab leaves the text. In a list or a table it keeps its meaning there; after Esc it leaves these too. */
function TabPlugin() {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    let leaving = false
    return mergeRegister(
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        ({ key }) => {
          if (!STEPS_OUT.has(key)) leaving = false
          return false
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        () => {
          leaving = true
          return false
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      // Handled and not prevented: the browser moves the focus.
      editor.registerCommand(KEY_TAB_COMMAND, () => leaving || !$inListOrTable(), COMMAND_PRIORITY_CRITICAL),
    )
  }, [editor])
  return null
}
const STEPS_OUT = new Set(['Escape', 'Tab', 'Shift'])

function $inListOrTable(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const node = selection.anchor.getNode()
  return [node, ...node.getParents()].some((each) => ['listitem', 'tablecell'].includes(each.getType()))
}

/** WCAG 4.1.2: a button has a name. Payload's icon buttons carry a key and nothing else; its tables speak English only. */
function NamesPlugin() {
  const [editor] = useLexicalComposerContext()
  const { language } = useTranslation().i18n

  useEffect(() => {
    const words = wordsIn(language)
    let frame = 0
    const name = () => {
      frame = 0
      const root = editor.getRootElement()
      const field = root?.closest('.rich-text-lexical')
      if (!root || !field) return
      nameText(field, root)
      nameButtons(field, words)
      namePictures(field, words)
      nameTables(field, words)
    }
    // Menus and drawers hang on the page's body, not in the field.
    const watcher = new MutationObserver(() => (frame ||= requestAnimationFrame(name)))
    watcher.observe(document.body, { childList: true, characterData: true, subtree: true })
    name()
    return () => {
      watcher.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [editor, language])
  return null
}

/** The text box is called what stands above it. */
function nameText(field: Element, root: HTMLElement): void {
  const label = field
    .querySelector('.field-label')
    ?.textContent?.replace(/\s*\*\s*$/, '')
    .trim()
  if (label && root.getAttribute('aria-label') !== label) root.setAttribute('aria-label', label)
}

function nameButtons(field: Element, { buttons: names }: Words): void {
  for (const button of field.querySelectorAll<HTMLElement>('button')) {
    const { buttonKey, dropdownKey, englishName } = button.dataset
    const own = button.getAttribute('aria-label') ?? ''
    const word = names[buttonKey ?? dropdownKey ?? englishName ?? own]
    if (!word) continue
    // Handles of Payload's that have an English name and no key.
    if (!buttonKey && !dropdownKey && !englishName) button.dataset.englishName = own
    const shown = button.textContent?.trim()
    // WCAG 2.5.3: what is read on a button is part of its name.
    const name = shown ? `${word}: ${shown}` : word
    if (own === name) continue
    button.setAttribute('aria-label', name)
    button.title = name
  }
}

/** A picture in the text is a card: its own words are shown when it is released. */
function namePictures(field: Element, words: Words): void {
  nameEach(field, 'button[class*="__upload__upload-drawer-toggler"]', words.pictureEdit)
  nameEach(field, 'button[class*="__upload__swap-drawer-toggler"]', words.pictureSwap)
  nameEach(field, 'button[class*="__upload__removeButton"]', words.pictureRemove)
  for (const image of field.querySelectorAll<HTMLImageElement>('[class*="__upload"] img:not([alt])')) {
    image.alt = image.closest('[data-lexical-decorator]')?.querySelector('[class*="__filename"]')?.textContent ?? ''
  }
}

function nameEach(field: Element, buttons: string, word: string): void {
  for (const button of field.querySelectorAll(buttons)) if (button.ariaLabel !== word) button.ariaLabel = word
}

/** Payload's table menu and drawer have their words written into them. */
function nameTables(field: Element, words: Words): void {
  const title = document.querySelector('[id*="lexical-table-create"] .drawer__header__title')
  if (title && title.textContent !== words.newTable) title.textContent = words.newTable
  nameEach(field, '.table-cell-action-button', words.tableMenu)
  nameEach(field, 'button[class*="__tableAddRows"]', words.addRow)
  nameEach(field, 'button[class*="__tableAddColumns"]', words.addColumn)
  for (const step of document.querySelectorAll<HTMLElement>('.table-action-menu-dropdown button[data-test-id]')) {
    const word = words.tableSteps[step.dataset.testId ?? '']
    const english = step.querySelector<HTMLElement>('.text:not([hidden])')
    if (!word || !english) continue
    // Beside React's own text, not in its place: it may want to change it.
    english.hidden = true
    step.append(Object.assign(document.createElement('span'), { textContent: word }))
  }
}

type TableFeatureProvider = typeof PayloadTableFeatureClient

export const TableFeatureClient: TableFeatureProvider = (props) => {
  const provider = PayloadTableFeatureClient(props)
  const { feature } = provider
  return {
    ...provider,
    feature: (args) => {
      const own = typeof feature === 'function' ? feature(args) : feature
      return {
        ...own,
        toolbarFixed: {
          groups: (own.toolbarFixed?.groups ?? []).map((group) => ({
            ...group,
            items: group.items.map((item) => ({ ...item, label: ({ i18n }) => wordsIn(i18n.language).table })),
          })) as NonNullable<typeof own.toolbarFixed>['groups'],
        },
        slashMenu: {
          ...own.slashMenu,
          groups: (own.slashMenu?.groups ?? []).map((group) => ({
            ...group,
            items: group.items.map((item) => ({
              ...item,
              label: ({ i18n }: { i18n: { language: string } }) => wordsIn(i18n.language).table,
            })),
          })),
        },
      }
    },
  }
}
