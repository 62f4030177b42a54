'use client'
import { useEffect } from 'react'
import type { Say } from './words'

/**
 * Slips of the panel's own markup that voices and keyboards stumble over (Payload 3.90): a list whose children are
 * links, hidden buttons in the order of tabs, buttons, fields and pictures without a name.
 */
export const useMended = (say: Say): void => {
  useEffect(() => {
    let waiting = 0
    const mend = () => {
      waiting = 0
      mendAll(say)
    }
    const soon = () => {
      if (waiting === 0) waiting = requestAnimationFrame(mend)
    }
    soon()
    const watch = new MutationObserver(soon)
    watch.observe(document.body, { childList: true, subtree: true })
    return () => {
      watch.disconnect()
      cancelAnimationFrame(waiting)
    }
  }, [say])
}

const mendAll = (say: Say): void => {
  each('ul.doc-tabs__tabs', (list) => list.setAttribute('role', 'presentation'))
  // Its words are its name, the number of versions with them.
  each('a.doc-tab[aria-label]', (tab) => tab.removeAttribute('aria-label'))
  // Out of sight is out of the order of tabs.
  each('[aria-hidden="true"]:is(button, [role="button"]):not([tabindex="-1"])', (hidden) => hidden.setAttribute('tabindex', '-1'))
  each('[data-lexical-editor] img:not([alt])', (picture) => picture.setAttribute('alt', ''))
  each('[data-lexical-editor] button:not([aria-label])', (button) =>
    button.setAttribute('aria-label', button.textContent?.trim() || nameOf(button, say)),
  )
  each(
    '.popup-button:not([aria-label])',
    (button) => button.textContent?.trim() || button.setAttribute('aria-label', say('mend.more')),
  )
  each('.date-time-picker__clear-button:not([aria-label])', (button) => button.setAttribute('aria-label', say('mend.clear')))
  // Payload's labels name a wrapper; the field that is typed into gets the same words.
  each('.field-type input:is(.rs__input, .react-datepicker__input-container input):not([aria-label])', (input) => {
    const label = input.closest('.field-type')?.querySelector('.field-label')?.firstChild?.textContent?.trim()
    if (label) input.setAttribute('aria-label', label)
  })
  mendLibrary(say)
}

/** The library of pictures and the form of one, as they open over a text. */
const mendLibrary = (say: Say): void => {
  // A label that is a function is called by nobody here: what is read on the button, or above the column, is its name.
  each('[aria-label*="[object Object]"]', (button) => {
    const column = button.closest('.sort-column')?.querySelector('.field-label')?.textContent?.trim()
    if (column) button.setAttribute('aria-label', (button.ariaLabel ?? '').replace('[object Object]', column))
    else button.removeAttribute('aria-label')
  })
  each('.clickable-arrow:not([aria-label])', (arrow) =>
    arrow.setAttribute('aria-label', say(arrow.matches('.clickable-arrow--left') ? 'general.previous' : 'general.next')),
  )
  each('.copy-to-clipboard:not([aria-label])', (button) => button.setAttribute('aria-label', say('general.copy')))
  each(':is(.file-field__remove, .file-details__remove):not([aria-label])', (button) =>
    button.setAttribute('aria-label', say('mend.clear')),
  )
  each('.file-field__filename[title]:not([aria-label])', (input) =>
    input.setAttribute('aria-label', input.getAttribute('title') ?? ''),
  )
  each('.thumbnail > img:not([alt])', (picture) => picture.setAttribute('alt', ''))
  // In a drawer the label names an id that the field does not have.
  each('.field-type.text .field-type__wrap > input[id]', (input) => {
    const named = input.closest('.field-type')?.querySelector<HTMLLabelElement>('label.field-label')?.htmlFor
    if (named && !document.getElementById(named)) input.id = named
  })
}

const each = (selector: string, mend: (element: Element) => unknown): void =>
  document.querySelectorAll(selector).forEach((element) => void mend(element))

const nameOf = ({ className }: Element, say: Say): string => {
  if (className.includes('swap-drawer')) return say('mend.change')
  if (className.includes('upload-drawer')) return say('mend.edit')
  if (className.includes('removeButton')) return say('mend.remove')
  return say('mend.button')
}
