/** A broadcaster that takes programmes and films; nobody listens at its address. */
export const STATION = {
  key: 'dai',
  name: 'Đài',
  kind: 'webhook',
  address: 'http://127.0.0.1:9/hook',
  newSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
  state: 'active',
  itemTypes: ['programme', 'video'],
  perMinute: 60,
}
