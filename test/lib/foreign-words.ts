/** Words of ours that stand on a screen in another language than its own. */
import { wordsOf } from '#admin/words'
import VI from '#locales/vi/desk.json' with { type: 'json' }
import { LANGUAGES, type Language } from '#newsroom'
import { PEOPLE } from '#sample/people'
import type { Page } from './browser'

/** Not read by anybody; and the field of the story, which shows a title without knowing its language. */
const ASIDE = 'script, style, [hidden], .relationship--single-value__text'

export const foreignWords = async (page: Page, language: Language): Promise<readonly string[]> => {
  const texts = await page.evaluate(
    ({ own, aside }) => {
      const found: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement
        const text = node.textContent?.trim() ?? ''
        if (text !== '' && parent && !parent.closest(aside) && parent.closest('[lang]')?.getAttribute('lang') === own)
          found.push(text)
      }
      return found
    },
    { own: language, aside: ASIDE },
  )
  const keys = Object.keys(VI) as (keyof typeof VI)[]
  const own = new Set(keys.map((key) => wordsOf(language)(key)))
  const others = new Set(
    LANGUAGES.filter((one) => one !== language)
      .flatMap((one) => keys.map((key) => wordsOf(one)(key)))
      .filter((word) => !own.has(word)),
  )
  const names = PEOPLE.map(({ name }) => name)
  const marked = language === 'vi' ? /(?!)/ : /[ăâđêôơưĂĐÊÔƠƯ\u1ea0-\u1ef9]/
  return [
    ...new Set(
      texts.filter((text) => others.has(text) || marked.test(names.reduce((rest, name) => rest.replaceAll(name, ''), text))),
    ),
  ]
}
