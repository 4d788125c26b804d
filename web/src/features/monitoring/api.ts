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
  /** What it is about, as the source named it. */
  ci: string | null
  title: string | null
  fingerprint: string | null
  fate: (typeof FATES)[number]
  reason: string | null
  incident: { id: string; number: string } | null
}
export interface AlertEventDetails extends AlertEvent {
  value: string | null
  startsAt: string | null
  endsAt: string | null
  count: number | null
  lastSeenAt: string | null
  /** The whole delivery as it came; absent for who may not see all of it. */
  raw: string | null
}

export const alertEventQuery = (id: string) =>
  queryOptions({
    queryKey: ['alert-events', id],
    queryFn: ({ signal }) => api.get<AlertEventDetails>(`/api/alert-events/${id}`, undefined, { signal }),
  })

export const replayAlert = (id: string) => api.post(`/api/alert-events/${id}/replay`)
