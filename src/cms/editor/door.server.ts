import { createServerFeature } from '@payloadcms/richtext-lexical'
import { isLanguage, NewsroomError } from '#newsroom'
import { asApiError } from '../errors'
import { admitTree } from '../lexical'

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
          try {
            return admitTree(value, isLanguage(language) ? language : null)
          } catch (error) {
            if (error instanceof NewsroomError) throw asApiError(error)
            throw error
          }
        },
      ],
    },
  },
})
