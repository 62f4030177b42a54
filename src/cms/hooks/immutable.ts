import { NewsroomError } from '#newsroom'
import { asApiError } from '../errors'

/** Log and audit rows are appended by their stores below Payload's operations; every operation is refused. */
export const refuseChange = (): never => {
  throw asApiError(new NewsroomError('release.immutable'))
}
