import { createServerFeature } from '@payloadcms/richtext-lexical'

/** What is pasted goes through `readPasted`. */
export const PasteFeature = createServerFeature({
  key: 'paste',
  feature: { ClientFeature: '/src/cms/editor/paste.client#PasteFeatureClient' },
})
