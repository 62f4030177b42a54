import path from 'node:path'
import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { serverOwned } from '#cms/fields'
import { voidChangedApprovals } from '#cms/hooks/approvals'
import { acceptMedium, keepByDigest, ownMedium, refuseUsedMedium, shareStored, storeInTransaction } from '#cms/hooks/media'
import { recordChange } from '#cms/hooks/record'
import { label, options } from '#cms/labels'
import { PAYLOAD_MIME, RENDITIONS } from '#cms/media-forms'

/** Photos, sound, films, PDF and subtitle files: stored without camera data, also by digest. */
export const media: CollectionConfig = {
  slug: 'media',
  labels: { singular: label('media.one'), plural: label('media') },
  access: access('media'),
  admin: { group: label('group.catalogues'), defaultColumns: ['filename', 'alt', 'credit', 'updatedAt'] },
  upload: {
    staticDir: path.resolve(process.env.MEDIA_DIR ?? 'media', 'files'),
    mimeTypes: [...PAYLOAD_MIME],
    imageSizes: RENDITIONS.map((size) => ({
      ...size,
      withoutEnlargement: true,
      formatOptions: { format: 'jpeg', options: { quality: 82, mozjpeg: true } },
    })),
    focalPoint: true,
    crop: true,
    adminThumbnail: 'thumbnail',
    // An address typed by a person is fetched by nobody here (CVE-2026-27567).
    pasteURL: false,
  },
  hooks: {
    beforeOperation: [acceptMedium],
    // In this order: the bytes, then the transaction, then the row.
    beforeChange: [keepByDigest, storeInTransaction, ownMedium],
    afterChange: [shareStored, voidChangedApprovals, recordChange],
    beforeDelete: [refuseUsedMedium],
  },
  fields: [
    { name: 'alt', type: 'text', localized: true, label: label('media.alt'), admin: { description: label('media.alt.help') } },
    { name: 'caption', type: 'textarea', localized: true, label: label('media.caption') },
    { name: 'credit', type: 'text', localized: true, label: label('media.credit') },
    { name: 'licence', type: 'text', label: label('media.licence') },
    /** Last day of use; an approval after it is refused. */
    { name: 'licenceUntil', type: 'date', label: label('media.licenceUntil') },
    {
      name: 'consent',
      type: 'select',
      label: label('media.consent'),
      defaultValue: 'notNeeded',
      required: true,
      options: options('media.consent', ['notNeeded', 'obtained', 'missing']),
      admin: { description: label('media.consent.help') },
    },
    /** The licence lets everybody use it: it may stand in the public press kit. */
    {
      name: 'pressKit',
      type: 'checkbox',
      label: label('media.pressKit'),
      defaultValue: false,
      admin: { description: label('media.pressKit.help') },
    },
    { name: 'minors', type: 'checkbox', label: label('media.minors'), defaultValue: false },
    serverOwned({ name: 'digest', type: 'text', index: true, label: label('media.digest'), admin: { position: 'sidebar' } }),
    // What the read rules ask in a query; the server writes these.
    serverOwned({ name: 'uploadedBy', type: 'text', index: true, admin: { hidden: true } }),
    serverOwned({ name: 'desk', type: 'text', index: true, admin: { hidden: true } }),
    serverOwned({ name: 'open', type: 'checkbox', defaultValue: false, admin: { hidden: true } }),
    serverOwned({ name: 'live', type: 'checkbox', defaultValue: false, admin: { hidden: true } }),
    /** `Rendition[]` of `publication/release`: the stored original (metadata stripped) first. */
    serverOwned({ name: 'renditions', type: 'json', label: label('media.renditions'), admin: { hidden: true } }),
  ],
}
