import type { CollectionBeforeChangeHook } from 'payload'
import { checkAddress } from '#delivery/guard'
import { sealSecretFor } from '#delivery/secrets'
import { NewsroomError } from '#newsroom'
import { asApiError } from '../errors'

type ChannelData = {
  key?: string
  address?: string
  newSecret?: string | null
  secret?: string
  previousSecret?: string | null
  secretChangedAt?: number
}

/** A new secret is sealed for this channel; the one before stays valid beside it until the next change (rotation). */
export const sealSecret: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { newSecret, ...rest } = data as ChannelData
  const before = originalDoc as ChannelData | undefined
  const key = rest.key ?? before?.key ?? ''
  if (rest.address !== undefined && rest.address !== before?.address) {
    const refusal = checkAddress(rest.address, { loopback: process.env.PUSH_TO_LOOPBACK === 'true' })
    if (refusal) throw asApiError(new NewsroomError('outbound.address', { address: rest.address, why: refusal }))
  }
  if (!newSecret) return rest
  return { ...rest, secret: sealSecretFor(key, newSecret), previousSecret: before?.secret ?? null, secretChangedAt: Date.now() }
}
