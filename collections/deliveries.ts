import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { label, options } from '#cms/labels'
import { LANGUAGES } from '#newsroom'
import { RELEASE_KINDS } from '#publication/release'

export const DELIVERY_STATES = ['pending', 'leased', 'delivered', 'superseded', 'failed', 'dead'] as const

/** The outbox: one release owed to one channel. The dispatcher alone changes a row after the release wrote it. */
export const deliveries: CollectionConfig = {
  slug: 'deliveries',
  labels: { singular: label('deliveries.one'), plural: label('deliveries') },
  access: access('deliveries'),
  admin: {
    useAsTitle: 'key',
    group: label('group.publication'),
    defaultColumns: ['key', 'channel', 'language', 'state', 'attempts', 'remoteUrl', 'lastError'],
  },
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['channel', 'item', 'language', 'version'] }, { fields: ['state', 'nextAt'] }],
  fields: [
    /** `rel_{seq}_{channel}`: the webhook-id, the same at every attempt. */
    { name: 'key', type: 'text', unique: true, required: true, label: label('deliveries.key') },
    { name: 'seq', type: 'number', required: true, index: true, label: label('releases.seq') },
    { name: 'channel', type: 'text', required: true, index: true, label: label('deliveries.channel') },
    { name: 'item', type: 'text', required: true, index: true, label: label('field.item') },
    { name: 'language', type: 'select', options: options('lang', LANGUAGES), required: true, label: label('field.language') },
    { name: 'version', type: 'number', required: true, label: label('releases.version') },
    { name: 'kind', type: 'select', options: options('kind', RELEASE_KINDS), required: true, label: label('releases.kind') },
    /** `publication/owed.ts`; empty in a row from before it was kept. */
    { name: 'suited', type: 'checkbox', label: label('deliveries.suited') },
    {
      name: 'state',
      type: 'select',
      options: options('delivery', DELIVERY_STATES),
      required: true,
      defaultValue: 'pending',
      label: label('deliveries.state'),
    },
    { name: 'attempts', type: 'number', defaultValue: 0, required: true, label: label('deliveries.attempts') },
    /** `[{at, ms, status, outcome, error}]`, times in epoch milliseconds. */
    { name: 'history', type: 'json', label: label('deliveries.history') },
    /** Epoch milliseconds. */
    { name: 'nextAt', type: 'number', defaultValue: 0, required: true },
    { name: 'leaseUntil', type: 'number' },
    { name: 'leasedBy', type: 'text' },
    /** Fencing token: grows with every lease; a write with an older one is refused. */
    { name: 'fence', type: 'number', defaultValue: 0, required: true },
    { name: 'bodyDigest', type: 'text' },
    { name: 'remoteId', type: 'text' },
    { name: 'remoteUrl', type: 'text', label: label('deliveries.remoteUrl') },
    { name: 'acknowledgedAt', type: 'number' },
    { name: 'lastError', type: 'text', label: label('deliveries.lastError') },
    { name: 'flagged', type: 'checkbox', defaultValue: false },
  ],
}
