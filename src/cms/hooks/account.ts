import type { CollectionAfterChangeHook, CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import { NewsroomError } from '#newsroom'
import { asApiError } from '../errors'
import { isWeakPassword, LONGEST, SHORTEST } from '../passwords'
import { recordChange } from './record'

/** New passwords: NFC, and none that others would try first. */
export const keepPassword: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (!['create', 'update', 'resetPassword'].includes(operation)) return args
  const { data } = args as { data?: Account & { sessions?: unknown } }
  if (!data) return args
  // A new account has none; Payload guards this field at changes only.
  if (operation === 'create') delete data.sessions
  if (data.password === undefined || data.password === null) return args
  const password = typeof data.password === 'string' ? data.password.normalize('NFC') : ''
  const weak = password.length > 4 * LONGEST || isWeakPassword(password, [data, await knownAs(req, args)].flatMap(namesIn))
  if (weak) throw asApiError(new NewsroomError('auth.weakPassword', { shortest: SHORTEST, longest: LONGEST }))
  data.password = password
  return args
}

type Account = { password?: unknown; email?: unknown; name?: unknown; token?: unknown }
const namesIn = (account: Account | null): string[] =>
  [account?.email, account?.name].filter((name): name is string => typeof name === 'string')

/** The account whose password it becomes, as it is stored: a change of the password alone does not name it. */
const knownAs = async (req: PayloadRequest, args: unknown): Promise<Account | null> => {
  const { id, data } = args as { id?: unknown; data?: Account }
  const where: Where | null =
    id !== undefined
      ? { id: { equals: id } }
      : typeof data?.token === 'string'
        ? { resetPasswordToken: { equals: data.token } }
        : null
  return where ? req.payload.db.findOne<Account & { id: string }>({ collection: 'users', where, req }) : (req.user ?? null)
}

/** Rights and accounts change in the audit trail; logins and counters of attempts do not. */
export const recordAccount: CollectionAfterChangeHook = (args) => recordChange(args)
