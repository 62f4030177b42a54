import type { CollectionAfterChangeHook, CollectionBeforeOperationHook } from 'payload'
import { NewsroomError } from '#newsroom'
import { asApiError } from '../errors'
import { recordChange } from './record'

/** Characters; ASVS 6.2.1 and a bound before hashing. */
const SHORTEST = 12
const LONGEST = 256
const COMMON = [
  '123456789012',
  'password1234',
  'matkhau12345',
  'lamdong12345',
  'dalat1234567',
  'vietnam12345',
  'abcdefghijkl',
  'qwertyuiop12',
]

/** New passwords: NFC, long enough, not on the list, not the person's own name or address. */
export const keepPassword: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (!['create', 'update', 'resetPassword'].includes(operation)) return args
  const data = (args as { data?: { password?: unknown; email?: unknown; name?: unknown } }).data
  if (data?.password === undefined || data.password === null) return args
  const password = typeof data.password === 'string' ? data.password.normalize('NFC') : ''
  const length = [...password].length
  const own = [data.email, data.name].filter((known): known is string => typeof known === 'string' && known.length >= 4)
  const weak =
    length < SHORTEST ||
    length > LONGEST ||
    COMMON.includes(password.toLowerCase()) ||
    /^(.)\1+$/u.test(password) ||
    own.some((known) => password.toLowerCase().includes(known.toLowerCase()))
  if (weak) throw asApiError(new NewsroomError('auth.weakPassword', { shortest: SHORTEST, longest: LONGEST }))
  data.password = password
  return args
}

/** Rights and accounts change in the audit trail; logins and counters of attempts do not. */
export const recordAccount: CollectionAfterChangeHook = (args) => recordChange(args)
