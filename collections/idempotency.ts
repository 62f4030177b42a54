import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { label } from '#cms/labels'

/** Answers of verbs by key, so that a request without an answer can be repeated and counts once. Kept 30 days. */
export const idempotency: CollectionConfig = {
  slug: 'idempotency',
  labels: { singular: label('idempotency'), plural: label('idempotency') },
  access: access('idempotency'),
  admin: { hidden: true },
  versions: false,
  lockDocuments: false,
  fields: [
    /** `{user id}:{key of the caller}` */
    { name: 'key', type: 'text', unique: true, required: true, label: label('idempotency.key') },
    /** SHA-256 over verb, subject and arguments. */
    { name: 'request', type: 'text', required: true },
    { name: 'answer', type: 'json', required: true, label: label('idempotency.answer') },
  ],
}
