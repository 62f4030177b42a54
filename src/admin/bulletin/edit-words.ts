/** Edits and differences in a sentence each, for the dialog where two people met. Pure. */
import type { Language } from '#newsroom'
import type { IssueView } from '#bulletin/view'
import type { Panel } from '../panel'
import { labelled, listed, wordFor } from '../words'
import type { Difference, Edit } from './plan-edits'

/** Names of sections and entries as either side knows them; an entry that only an edit knows by the edit. */
export const namesIn = (issues: readonly IssueView[], edits: readonly Edit[], language: Language) => ({
  entry: (id: string): string =>
    issues.map(({ board }) => board[id]?.title).find((title) => title) ??
    edits.map((edit) => (edit.do === 'add' && edit.entry.id === id ? edit.title : null)).find((title) => title) ??
    '…',
  section: (id: string): string =>
    issues.map(({ plan }) => plan.sections.find((section) => section.id === id)?.names[language]).find((name) => name) ??
    edits.map((edit) => (edit.do === 'addSection' && edit.section === id ? edit.names[language] : null)).find((name) => name) ??
    '…',
})
export type Names = ReturnType<typeof namesIn>

export const editWords = (edit: Edit, names: Names, { say, language }: Panel): string => {
  switch (edit.do) {
    case 'move':
      return say('bulletin.did.move', { entry: names.entry(edit.entry), section: names.section(edit.section) })
    case 'add':
      return say('bulletin.did.add', { entry: edit.title, section: names.section(edit.section) })
    case 'remove':
      return say('bulletin.did.remove', { entry: names.entry(edit.entry) })
    case 'slot':
      return about(names.entry(edit.entry), labelled(say('bulletin.slot'), wordFor(say, 'slot', edit.slot), language))
    case 'budget':
      return about(
        names.entry(edit.entry),
        labelled(
          `${say('bulletin.budget')} ${edit.language}`,
          edit.characters === null ? say('general.none') : new Intl.NumberFormat(language).format(edit.characters),
          language,
        ),
      )
    case 'photos':
      return about(
        names.entry(edit.entry),
        labelled(say('bulletin.photos'), say('bulletin.photos.count', { count: edit.photos.length }), language),
      )
    case 'leftOut':
      return about(
        names.entry(edit.entry),
        labelled(
          say('bulletin.leftOut'),
          edit.languages.length > 0
            ? listed(
                edit.languages.map((one) => say(`lang.${one}`)),
                language,
              )
            : say('general.none'),
          language,
        ),
      )
    case 'notes':
      return about(names.entry(edit.entry), labelled(say('bulletin.notes'), edit.notes || '—', language))
    case 'addSection':
      return say('bulletin.did.addSection', { section: edit.names[language] })
    case 'renameSection':
      return say('bulletin.did.renameSection', { section: edit.names[language] })
    case 'moveSection':
      return say('bulletin.did.moveSection', { section: names.section(edit.section) })
    case 'removeSection':
      return say('bulletin.did.removeSection', { section: names.section(edit.section) })
    case 'themes':
      return labelled(say('bulletin.theme'), edit.themes[language] || '—', language)
    case 'date':
      return labelled(say('bulletin.field.date'), edit.date, language)
    case 'cover':
      return labelled(say('bulletin.cover'), edit.cover ? edit.cover.alt || edit.cover.id : say('general.none'), language)
    case 'licence':
      return say('bulletin.did.licence')
    case 'deadline':
      return say('bulletin.did.deadline', {
        deadline: wordFor(say, 'deadline', edit.key),
        language: say(`lang.${edit.language}.in`),
      })
  }
}

export const differenceWords = (difference: Difference, names: Names, { say }: Panel): string =>
  'entry' in difference
    ? say(`bulletin.differs.${difference.what}`, { entry: names.entry(difference.entry) })
    : say(`bulletin.differs.${difference.what}`)

const about = (entry: string, words: string): string => `“${entry}” · ${words}`
