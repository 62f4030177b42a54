import { createServerFeature } from '@payloadcms/richtext-lexical'
import type { CollectionBeforeOperationHook } from 'payload'
import { isLanguage, NewsroomError } from '#newsroom'
import { asApiError } from '../errors'
import { admitTree, checkLimits } from '../lexical'

/** Every write of a text with this editor passes `admitTree`, before anything of Payload's walks the tree. */
export const DoorFeature = createServerFeature({
  key: 'door',
  feature: {
    hooks: {
      beforeValidate: [
        ({ value, data, originalDoc }) => {
          if (value === null || value === undefined) return value
          const { language } = {
            ...(originalDoc as { language?: unknown } | undefined),
            ...(data as { language?: unknown } | undefined),
          }
          return inWords(() => admitTree(value, isLanguage(language) ? language : null))
        },
      ],
    },
  },
})

/**
 * For `beforeOperation` of a collection with texts: Payload copies what it was sent, by recursion, before any hook
 * of a field is asked, and a text some thousand levels deep would break it with a 500.
 */
export const limitTexts: CollectionBeforeOperationHook = ({ args }) => {
  const { data } = args as { data?: Readonly<Record<string, unknown>> }
  inWords(() => {
    for (const value of Object.values(data ?? {})) {
      if (typeof value === 'object' && value !== null && 'root' in value) checkLimits(value)
    }
  })
  return args
}

function inWords<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof NewsroomError) throw asApiError(error)
    throw error
  }
}
