import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'

export const FATES = ['OPENED', 'COUNTED', 'RESOLVED', 'ANNOTATED', 'IGNORED', 'FAILED'] as const

export interface AlertEvent {
  id: string
  receivedAt: string
  source: string
  status: 'FIRING' | 'RESOLVED' | null
  alertName: string | null
  severity: number | null
  fingerprint: string | null
  fate: (typeof FATES)[number]
  reason: string | null
  incident: { id: string; number: string } | null
}
export interface AlertEventDetails extends AlertEvent {
  raw?: unknown
  body?: unknown
}

export const alertEventQuery = (id: string) =>
  queryOptions({
    queryKey: ['alert-events', id],
    queryFn: ({ signal }) => api.get<AlertEventDetails>(`/api/alert-events/${id}`, undefined, { signal }),
  })

export const replayAlert = (id: string) => api.post(`/api/alert-events/${id}/replay`)
