/** Deliveries as the rail shows them. Pure. */
export type Delivery = {
  readonly channel: string
  readonly seq: number
  readonly state: string
}

/** The newest delivery of each channel, channels in a steady order. */
export const newestPerChannel = <D extends Delivery>(deliveries: readonly D[]): readonly D[] => {
  const newest = new Map<string, D>()
  for (const delivery of deliveries) {
    const before = newest.get(delivery.channel)
    if (before === undefined || delivery.seq > before.seq) newest.set(delivery.channel, delivery)
  }
  return [...newest.values()].sort((a, b) => a.channel.localeCompare(b.channel, 'en'))
}

/** Something is on its way: worth looking again soon. */
export const isMoving = (deliveries: readonly Delivery[]): boolean =>
  newestPerChannel(deliveries).some(({ state }) => state === 'pending' || state === 'leased')

/** The door at which a delivery is sent again. */
export const resendDoor = (key: string): string => `/api/desk/deliveries/${encodeURIComponent(key)}/resend`
