/** Secrets of channels at rest: AES-256-GCM, bound to the channel, with the id of the key that sealed them. */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { NewsroomError } from '#newsroom'

export type Key = { readonly id: string; readonly bytes: Buffer }
/** The first key seals; every key opens, so that a key can be replaced while workers run. */
export type Keyring = readonly [Key, ...Key[]]

export type Opened = { readonly secret: string } | { readonly fault: 'malformed' | 'unknownKey' | 'tampered' }

/** `CREDENTIALS_KEY`: base64 of 32 bytes; older keys may follow after commas. */
export const readKeyring = (text: string): Keyring => {
  const [first, ...older] = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readKey)
  if (!first) throw new NewsroomError('server.fault', { reason: 'credentialsKey' })
  return [first, ...older]
}

/** `v1.<kid>.<iv>.<tag>.<data>`, base64url. */
export const sealSecret = (keyring: Keyring, channel: string, secret: string): string => {
  const [key] = keyring
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', channelKey(key, channel), iv).setAAD(Buffer.from(channel))
  const data = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return ['v1', key.id, ...[iv, cipher.getAuthTag(), data].map((part) => part.toString('base64url'))].join('.')
}

/** Sealed with the key of this process. */
export const sealSecretFor = (channel: string, secret: string): string =>
  sealSecret(readKeyring(process.env['CREDENTIALS_KEY'] ?? ''), channel, secret)

/** Nothing is thrown: a secret that does not open pauses its channel and is told to a person. */
export const openSecret = (keyring: Keyring, channel: string, envelope: string): Opened => {
  const [version, kid, ...parts] = envelope.split('.')
  const [iv, tag, data] = parts.map(strictBytes)
  if (version !== 'v1' || parts.length !== 3 || !iv || !tag || !data || iv.length !== 12 || tag.length !== 16)
    return { fault: 'malformed' }
  const key = keyring.find(({ id }) => id === kid)
  if (!key) return { fault: 'unknownKey' }
  try {
    const decipher = createDecipheriv('aes-256-gcm', channelKey(key, channel), iv).setAAD(Buffer.from(channel)).setAuthTag(tag)
    return { secret: Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8') }
  } catch {
    // GCM says no more than "does not authenticate", and neither do we.
    return { fault: 'tampered' }
  }
}

/** The same secret under the ring's first key; for the command that retires an old key. */
export const resealSecret = (keyring: Keyring, channel: string, envelope: string): string => {
  const opened = openSecret(keyring, channel, envelope)
  if ('fault' in opened) throw new NewsroomError('server.fault', { reason: 'secret', channel, fault: opened.fault })
  return sealSecret(keyring, channel, opened.secret)
}

const readKey = (text: string): Key => {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length !== 32) throw new NewsroomError('server.fault', { reason: 'credentialsKey' })
  return { id: createHash('sha256').update('kid').update(bytes).digest('hex').slice(0, 8), bytes }
}

const channelKey = (key: Key, channel: string) =>
  Buffer.from(hkdfSync('sha256', key.bytes, Buffer.alloc(0), `ttdn channel secret ${channel}`, 32))

/** Base64 has several spellings of the same bytes; only one of them is ours. */
const strictBytes = (text: string): Buffer | null => {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}
