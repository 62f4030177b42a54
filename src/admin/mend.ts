'use client'
import { useEffect } from 'react'
import type { Say } from './words'

/**
 * Slips of the panel's own markup that voices and keyboards stumble over (Payload 3.90): a list whose children are
 * links, hidden buttons in the order of tabs, buttons and pictures of the editor without a name.
 */
export const useMended = (say: Say): void => {
  useEffect(() => {
    let waiting = 0
    const mend = () => {
      waiting = 0
      for (const list of document.querySelectorAll('ul.doc-tabs__tabs')) list.setAttribute('role', 'presentation')
      for (const hidden of document.querySelectorAll('button[aria-hidden="true"]:not([tabindex="-1"])')) hidden.setAttribute('tabindex', '-1')
      for (const picture of document.querySelectorAll('[data-lexical-editor] img:not([alt])')) picture.setAttribute('alt', '')
      for (const button of document.querySelectorAll('[data-lexical-editor] button:not([aria-label])')) button.setAttribute('aria-label', button.textContent?.trim() || nameOf(button, say))
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

const nameOf = ({ className }: Element, say: Say): string => {
  if (className.includes('swap-drawer')) return say('mend.change')
  if (className.includes('upload-drawer')) return say('mend.edit')
  if (className.includes('removeButton')) return say('mend.remove')
  return say('mend.button')
}
