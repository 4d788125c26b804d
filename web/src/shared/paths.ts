import type { Body } from '@/shared/contract'
import type { Kind } from '@/shared/types'

const PAGES = {
  INCIDENT: '/incidents',
  WORK_ORDER: '/work-orders',
  APPROVAL: '/approvals',
  ACCOUNT_REQUEST: '/account-requests',
  ACCOUNT_REVIEW: '/account-reviews',
  LOG_REVIEW: '/log-reviews',
  APPEAL: '/appeals',
  LEVEL_REPORT: '/level-reports',
} satisfies Record<Kind, string>
export const recordPath = (kind: Kind, id: string): string => `${PAGES[kind]}/${id}`

/** Where a record of each kind is read, and where commands to it go. */
export const RECORD = {
  INCIDENT: '/api/incidents/{id}',
  WORK_ORDER: '/api/work-orders/{id}',
  APPROVAL: '/api/approvals/{id}',
  ACCOUNT_REQUEST: '/api/account-requests/{id}',
  ACCOUNT_REVIEW: '/api/account-reviews/{id}',
  LOG_REVIEW: '/api/log-reviews/{id}',
  APPEAL: '/api/appeals/{id}',
  LEVEL_REPORT: '/api/level-reports/{id}',
} as const satisfies Record<Kind, string>
export const COMMANDS = {
  INCIDENT: '/api/incidents/{id}/commands',
  WORK_ORDER: '/api/work-orders/{id}/commands',
  APPROVAL: '/api/approvals/{id}/commands',
  ACCOUNT_REQUEST: '/api/account-requests/{id}/commands',
  ACCOUNT_REVIEW: '/api/account-reviews/{id}/commands',
  LOG_REVIEW: '/api/log-reviews/{id}/commands',
  APPEAL: '/api/appeals/{id}/commands',
  LEVEL_REPORT: '/api/level-reports/{id}/commands',
} as const satisfies Record<Kind, string>
export type Command = Body<(typeof COMMANDS)[Kind], 'post'>
