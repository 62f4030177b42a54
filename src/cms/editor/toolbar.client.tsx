'use client'

import { createClientFeature, TableFeatureClient as PayloadTableFeatureClient } from '@payloadcms/richtext-lexical/client'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import { wordsIn } from './words'

export const NamesFeatureClient = createClientFeature({ plugins: [{ Component: NamesPlugin, position: 'normal' }] })

/** WCAG 4.1.2: a button has a name. Payload's icon buttons carry a key and nothing else. */
function NamesPlugin() {
  const [editor] = useLexicalComposerContext()
  const { language } = useTranslation().i18n

  useEffect(() => {
    let watcher: MutationObserver | null = null
    const unregister = editor.registerRootListener((root) => {
      watcher?.disconnect()
      const field = root?.closest('.rich-text-lexical')
      if (!field) return
      const name = () => {
        nameText(field, root)
        nameButtons(field, wordsIn(language).buttons)
      }
      watcher = new MutationObserver(name)
      watcher.observe(field, { childList: true, characterData: true, subtree: true })
      name()
    })
    return () => {
      watcher?.disconnect()
      unregister()
    }
  }, [editor, language])
  return null
}

/** The text box is called what stands above it. */
function nameText(field: Element, root: HTMLElement | null): void {
  const label = field
    .querySelector('.field-label')
    ?.textContent?.replace(/\s*\*\s*$/, '')
    .trim()
  if (label && root?.getAttribute('aria-label') !== label) root?.setAttribute('aria-label', label)
}

function nameButtons(field: Element, names: Readonly<Record<string, string>>): void {
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
