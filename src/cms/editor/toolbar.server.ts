import { createServerFeature, EXPERIMENTAL_TableFeature, type FeatureProviderServer } from '@payloadcms/richtext-lexical'
import type { FieldSchemaMap } from 'payload'
import { inAll } from './words'

/** Names for the buttons that Payload shows as bare icons. */
export const NamesFeature = createServerFeature({
  key: 'names',
  feature: { ClientFeature: '/src/cms/editor/toolbar.client#NamesFeatureClient' },
})

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
