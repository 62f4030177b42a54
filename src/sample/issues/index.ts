/** The sample issues of the Bản tin, the older first. */
import type { SampleIssue } from '../issue'
import { secondQuarter } from './second-quarter'
import { thirdQuarter } from './third-quarter'

export { ADDRESSEES, LICENCE } from './licence'

export const ISSUES: readonly SampleIssue[] = [secondQuarter, thirdQuarter]
