/** The touched segments of several translations as one table: a change of the source in each row, a language in each column. Pure. */
import type { Language } from '#newsroom'

export type Touched = {
  readonly id: string
  readonly change: 'changed' | 'new' | 'removed' | 'moved'
  readonly was: string
  readonly now: string
  readonly target: string
}

export type Column = { readonly language: Language; readonly rows: readonly Touched[] }

export type Line = {
  readonly key: string
  readonly change: Touched['change']
  readonly was: string
  readonly now: string
  /** What renders it, by language; absent = untouched there. */
  readonly targets: Partial<Readonly<Record<Language, string>>>
}

/** The same change is one line, however many translations it reaches; in the order in which it is met first. */
export const asTable = (columns: readonly Column[]): readonly Line[] => {
  const lines = new Map<string, Line>()
  for (const { language, rows } of columns)
    for (const { change, was, now, target } of rows) {
      const key = JSON.stringify([was, now])
      const line = lines.get(key) ?? { key, change, was, now, targets: {} }
      const before = line.targets[language]
      lines.set(key, {
        ...line,
        targets: { ...line.targets, [language]: before === undefined || before === target ? target : `${before}\n${target}` },
      })
    }
  return [...lines.values()]
}
