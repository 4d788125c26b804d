import type { Body } from '@/shared/contract'
import type { Kind } from '@/shared/types'

const PAGES = { INCIDENT: '/incidents', WORK_ORDER: '/work-orders', LOG_REVIEW: '/log-reviews' } satisfies Record<
  Kind,
  string
>
export const recordPath = (kind: Kind, id: string): string => `${PAGES[kind]}/${id}`

/** Where a record of each kind is read, and where commands to it go. */
export const RECORD = {
  INCIDENT: '/api/incidents/{id}',
  WORK_ORDER: '/api/work-orders/{id}',
  LOG_REVIEW: '/api/log-reviews/{id}',
} as const satisfies Record<Kind, string>
export const COMMANDS = {
  INCIDENT: '/api/incidents/{id}/commands',
  WORK_ORDER: '/api/work-orders/{id}/commands',
  LOG_REVIEW: '/api/log-reviews/{id}/commands',
} as const satisfies Record<Kind, string>
export type Command = Body<(typeof COMMANDS)[Kind], 'post'>
