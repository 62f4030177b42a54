import type { CollectionConfig, PayloadRequest, Validate } from 'payload'
import { access, fieldAccess } from '#cms/access'
import { hidden, keyField, serverOwned } from '#cms/fields'
import { sealSecret } from '#cms/hooks/channel'
import { recordChange } from '#cms/hooks/record'
import { label, options } from '#cms/labels'
import { ITEM_TYPES, LANGUAGES } from '#newsroom'

/** A list of known keys, empty for everything; anything else would stop every release that asks whether the outlet wants it. */
const onlyOf =
  (known: (req: PayloadRequest) => readonly string[] | Promise<readonly string[]>): Validate =>
  async (value: unknown, { req }) => {
    if (value === null || value === undefined) return true
    const keys = await known(req)
    const wrong = Array.isArray(value) ? value.find((key) => !keys.includes(key as string)) : value
    return wrong === undefined || `${JSON.stringify(wrong)}: ${keys.join(', ')}`
  }
const topicKeys = async (req: PayloadRequest): Promise<readonly string[]> =>
  (await req.payload.db.find<{ id: string; key: string }>({ collection: 'topics', limit: 0, pagination: false, req })).docs.map(
    ({ key }) => key,
  )

/** Outlets that we push to. A signing secret is write-only and stored sealed (AES-256-GCM, `delivery/secrets`). */
export const channels: CollectionConfig = {
  slug: 'channels',
  labels: { singular: label('channels.one'), plural: label('channels') },
  access: access('channels'),
  admin: { useAsTitle: 'name', group: label('group.publication'), defaultColumns: ['name', 'kind', 'address', 'state'] },
  versions: false,
  hooks: { beforeChange: [sealSecret], afterChange: [recordChange] },
  fields: [
    keyField('channels.key'),
    { name: 'name', type: 'text', localized: true, required: true, label: label('channels.name') },
    {
      name: 'kind',
      type: 'select',
      options: [{ value: 'webhook', label: 'Webhook' }],
      defaultValue: 'webhook',
      required: true,
      label: label('channels.kind'),
    },
    /** How a message is written: for a newsroom's system, or for a station that reads it on air (S12). */
    {
      name: 'format',
      type: 'select',
      options: options('channel.format', ['ninjs', 'radio']),
      defaultValue: 'ninjs',
      required: true,
      label: label('channels.format'),
    },
    /** Arrays of keys; empty = everything. */
    {
      name: 'languages',
      type: 'json',
      validate: onlyOf(() => LANGUAGES),
      defaultValue: [],
      label: label('channels.languages'),
      admin: { description: label('channels.emptyMeansAll') },
    },
    {
      name: 'topics',
      type: 'json',
      validate: onlyOf(topicKeys),
      defaultValue: [],
      label: label('channels.topics'),
      admin: { description: label('channels.emptyMeansAll') },
    },
    {
      name: 'itemTypes',
      type: 'json',
      validate: onlyOf(() => ITEM_TYPES),
      defaultValue: [],
      label: label('channels.itemTypes'),
      admin: { description: label('channels.emptyMeansAll') },
    },
    {
      name: 'address',
      type: 'text',
      required: true,
      label: label('channels.address'),
      access: { read: fieldAccess('channels', 'address').read },
    },
    {
      name: 'newSecret',
      type: 'text',
      virtual: true,
      label: label('channels.newSecret'),
      admin: { description: label('channels.newSecret.help') },
      access: { read: () => false },
    },
    {
      name: 'secret',
      type: 'text',
      hidden: true,
      admin: hidden,
      access: { create: () => false, update: () => false, read: () => false },
    },
    {
      name: 'previousSecret',
      type: 'text',
      hidden: true,
      admin: hidden,
      access: { create: () => false, update: () => false, read: () => false },
    },
    serverOwned({ name: 'secretChangedAt', type: 'number', admin: hidden }),
    {
      name: 'state',
      type: 'select',
      options: options('channel', ['active', 'paused', 'disabled']),
      defaultValue: 'active',
      required: true,
      label: label('channels.state'),
    },
    {
      name: 'perMinute',
      type: 'number',
      defaultValue: 60,
      min: 1,
      max: 6000,
      required: true,
      label: label('channels.perMinute'),
    },
  ],
}
