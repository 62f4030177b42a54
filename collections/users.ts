import type { CollectionConfig, Field } from 'payload'
import { access, fieldAccess } from '#cms/access'
import { keepPassword, recordAccount } from '#cms/hooks/account'
import { label, options } from '#cms/labels'
import { LANGUAGES, ROLES, SKILLS, type Role } from '#newsroom'

/** People of the newsroom. Pull clients are rows of `clients`, never users: every logged-in user passes Payload's defaults. */
export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: label('users.one'), plural: label('users') },
  access: access('users'),
  admin: { useAsTitle: 'name', group: label('group.system'), defaultColumns: ['name', 'email', 'roles', 'desk'] },
  auth: {
    useSessions: true,
    // OWASP ASVS 7.3: half an hour idle; the admin refreshes while somebody works.
    tokenExpiration: 30 * 60,
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    cookies: { sameSite: 'Strict', secure: (process.env.NEWSROOM_URL ?? '').startsWith('https:') },
    // Payload would keep its own pause between two requests by a write outside of the transaction that it has just begun:
    // where one writes at a time, it waits for itself. Our limits stand in front (`endpoints/accounts`).
    forgotPassword: { expiration: 30 * 60 * 1000, minRequestInterval: 0 },
  },
  hooks: { beforeOperation: [keepPassword], afterChange: [recordAccount] },
  fields: [
    { name: 'name', type: 'text', label: label('users.name'), required: true },
    /** Others see a name, never an address. */
    { name: 'email', type: 'email', required: true, unique: true, index: true, access: fieldAccess('users', 'email') },
    /** Editorial rights beside the skills per language. */
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      label: label('users.roles'),
      options: options('role', ROLES),
      required: true,
      // Who leaves loses every role; the row stays, because the log names it.
      validate: (value) => (Array.isArray(value) && value.every((role) => ROLES.includes(role as Role))) || 'roles',
      saveToJWT: false,
      access: fieldAccess('users', 'roles'),
    },
    /** The desk whose drafts this person sees. */
    {
      name: 'desk',
      type: 'relationship',
      relationTo: 'organisations',
      label: label('users.desk'),
      access: fieldAccess('users', 'desk'),
    },
    {
      name: 'skills',
      type: 'group',
      label: label('users.skills'),
      admin: { description: label('users.skills.help') },
      access: fieldAccess('users', 'skills'),
      fields: LANGUAGES.map((language): Field => ({
        name: language,
        type: 'select',
        hasMany: true,
        label: label(`users.skills.${language}`),
        options: options('skill', SKILLS),
      })),
    },
  ],
}
