import type { Kind } from '@/shared/types'

/** What the one a record is made for is called: who reports a fault applies for nothing. */
const NAMES: Partial<Record<Kind, string>> = { APPROVAL: 'maker', ACCOUNT_REQUEST: 'applicant', APPEAL: 'appellant' }
const WORK: ReadonlySet<Kind> = new Set<Kind>(['INCIDENT', 'WORK_ORDER'])

export const requesterField = (kind: Kind): string => NAMES[kind] ?? 'requester'

/** Work is done by somebody in some group; what is only decided has neither. */
export const isWork = (kind: Kind): boolean => WORK.has(kind)
