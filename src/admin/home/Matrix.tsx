'use client'
import Link from 'next/link'
import type { homeOf } from '#cms/desk/home'
import { LANGUAGES } from '#newsroom'
import { usePanel } from '../panel'
import { Shown } from '../Shown'

type Rows = Awaited<ReturnType<typeof homeOf>>['matrix']

/** Stories × languages at a glance: what moved last. */
export const Matrix = ({ rows }: { rows: Rows }) => {
  const { say } = usePanel()
  return (
    <table className="desk-matrix">
      <thead>
        <tr>
          <th scope="col">{say('list.headline')}</th>
          {LANGUAGES.map((language) => (
            <th key={language} scope="col">
              <abbr title={say(`lang.${language}`)}>{language}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ story, title, titleLanguage, cells }) => (
          <tr key={story}>
            <th scope="row">
              <Link href={`/admin/collections/articles/${cells[titleLanguage]?.article ?? ''}`} lang={titleLanguage}>
                {title}
              </Link>
            </th>
            {LANGUAGES.map((language) => {
              const cell = cells[language]
              const name = say(`lang.${language}`)
              return (
                <td key={language}>
                  {cell ? (
                    <Link className="desk-cell" href={`/admin/collections/articles/${cell.article}`}>
                      <span className="desk-unseen">{name}: </span>
                      <Shown shown={cell.shown} word={false} />
                    </Link>
                  ) : (
                    <span className="desk-cell desk-cell--missing" title={say('list.cell.missing', { language: name })}>
                      <span className="desk-unseen">{say('list.cell.missing', { language: name })}</span>
                    </span>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
