/** HTML that cannot forget to escape: only what another `html` made, or `trusted` names, goes in as it is. */

export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}
export type Part = Markup | string | number | null | undefined | false | readonly Part[]

export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.reduce((all, string, index) => all + write(parts[index - 1]) + string))

/** Markup from elsewhere that has been sanitised, or was drawn by us. */
export const trusted = (text: string) => new Markup(text)

const write = (part: Part): string => {
  if (part instanceof Markup) return part.text
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'object') return part.map(write).join('')
  return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
