import type { CollectionConfig } from 'payload'
import { access } from '#cms/access'
import { serverOwned } from '#cms/fields'
import { recordChange } from '#cms/hooks/record'
import { label, options } from '#cms/labels'

/** Keys of outside sites that pull. Made by `npm run create-client`; only the SHA-256 of the secret part is kept. */
export const clients: CollectionConfig = {
  slug: 'clients',
  labels: { singular: label('clients.one'), plural: label('clients') },
  access: access('clients'),
  admin: { useAsTitle: 'name', group: label('group.publication'), defaultColumns: ['name', 'keyId', 'state'] },
  versions: false,
  hooks: { afterChange: [recordChange] },
  fields: [
    { name: 'name', type: 'text', required: true, label: label('clients.name') },
    serverOwned({ name: 'keyId', type: 'text', unique: true, index: true, label: label('clients.keyId') }),
    {
      name: 'keyHash',
      type: 'text',
      hidden: true,
      access: { create: () => false, update: () => false, read: () => false },
      label: label('clients.keyHash'),
    },
    { name: 'scopes', type: 'json', defaultValue: ['read', 'changes'], label: label('clients.scopes') },
    {
      name: 'state',
      type: 'select',
      options: options('client', ['active', 'revoked']),
      defaultValue: 'active',
      required: true,
      label: label('clients.state'),
    },
  ],
}
