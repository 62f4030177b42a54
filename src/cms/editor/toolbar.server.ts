import { createServerFeature, EXPERIMENTAL_TableFeature, type FeatureProviderServer } from '@payloadcms/richtext-lexical'
import type { FieldSchemaMap } from 'payload'
import { LANGUAGES } from '#newsroom'
import { inAll, WORDS } from './words'

/** Names for the buttons that Payload shows as bare icons. */
export const NamesFeature = createServerFeature({
  key: 'names',
  feature: { ClientFeature: '/src/cms/editor/toolbar.client#NamesFeatureClient' },
})

/** A feature of Payload's under a better name: it calls a rule "quy tắc" and a picture "tải lên". */
export const named = <Props, Sanitized, Client>(
  provider: FeatureProviderServer<Props, Sanitized, Client>,
  word: 'picture' | 'rule',
): FeatureProviderServer<Props, Sanitized, Client> => {
  const own = provider.feature
  const feature: typeof own = async (args) => {
    const made = typeof own === 'function' ? await own(args) : own
    const names = Object.fromEntries(
      LANGUAGES.map((language) => [language, { ...made.i18n?.[language], label: WORDS[language][word] }]),
    )
    return { ...made, i18n: { ...made.i18n, ...names } }
  }
  return { ...provider, feature }
}

/** Payload's tables, with words in our languages. */
export function TableFeature(): FeatureProviderServer {
  const tables = EXPERIMENTAL_TableFeature() as FeatureProviderServer
  const own = tables.feature
  const feature: typeof own = async (args) => {
    const made = typeof own === 'function' ? await own(args) : own
    const generateSchemaMap: typeof made.generateSchemaMap = (given) => withWords(made.generateSchemaMap?.(given) ?? null)
    return { ...made, ClientFeature: '/src/cms/editor/toolbar.client#TableFeatureClient', generateSchemaMap }
  }
  return { ...tables, feature }
}

function withWords(schema: FieldSchemaMap | null): FieldSchemaMap | null {
  for (const part of schema?.values() ?? []) {
    for (const field of 'fields' in part ? part.fields : []) {
      if ('name' in field && field.name === 'rows') field.label = inAll('rows')
      if ('name' in field && field.name === 'columns') field.label = inAll('columns')
    }
  }
  return schema
}
