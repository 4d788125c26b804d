import type { Kind } from '@/shared/types'

const BASES: Record<Kind, string> = { INCIDENT: '/incidents', WORK_ORDER: '/work-orders' }
const APIS: Record<Kind, string> = { INCIDENT: '/api/incidents', WORK_ORDER: '/api/work-orders' }

export const recordPath = (kind: Kind, id: string): string => `${BASES[kind]}/${id}`
export const recordApi = (kind: Kind, id: string): string => `${APIS[kind]}/${id}`
export const listApi = (kind: Kind): string => APIS[kind]
