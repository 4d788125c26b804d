import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Ack, Entry, PersonRef, Phase, Slice, SystemRef, UnitRef } from '@/shared/types'

export interface Caller {
  person: PersonRef
  unit: UnitRef
  phone: string | null
  email: string | null
  openIncidents: number
}

/** An incident as the lists send it; what the desk and a requester need of it. */
export interface IncidentRow {
  id: string
  number: string
  title: string
  state: string
  phase: Phase
  system: SystemRef | null
  openedAt: string
  updatedAt: string
  resolvedAt: string | null
}

export interface Similar {
  id: string
  number: string
  title: string
  state: string
  openedAt: string
  system: SystemRef | string | null
}

export interface OpenIncident {
  kind: string
  title: string
  description: string
  requester?: string | undefined
  caller?: { name: string; phone: string } | undefined
  unit: string
  channel: string
  occurredAt: string
  impact: string
  effect: string
  urgency: string
  system: string
  call?: { line: string; startedAt: string; minutes: number; outcome: string } | undefined
}

export interface SelfReport {
  description: string
  title?: string | undefined
  occurredAt?: string | undefined
  impact?: string | undefined
  effect?: string | undefined
  urgency?: string | undefined
  system?: string | undefined
}

export const callersQuery = (q: string) =>
  queryOptions({
    queryKey: ['intake', 'callers', q],
    queryFn: ({ signal }) => api.get<Caller[]>('/api/intake/callers', { q }, { signal }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  })

export const similarQuery = (q: string, system: string | undefined) =>
  queryOptions({
    queryKey: ['intake', 'similar', q, system],
    queryFn: ({ signal }) => api.get<Similar[]>('/api/intake/similar', { q, system }, { signal }),
    enabled: q.length >= 4,
    placeholderData: keepPreviousData,
  })

export const openIncidentsQuery = (requester: string | undefined) =>
  queryOptions({
    queryKey: ['intake', 'open-of', requester],
    queryFn: ({ signal }) =>
      api.get<Slice<IncidentRow>>(
        '/api/incidents',
        { requester, phase: ['OPEN', 'WAITING'], sort: '-openedAt', size: 3 },
        { signal },
      ),
    enabled: Boolean(requester),
  })

export const openAtDesk = (body: OpenIncident, idempotencyKey: string) =>
  api.post<Ack>('/api/intake/desk', body, { idempotencyKey })

export const reportMyself = (body: SelfReport, idempotencyKey: string) =>
  api.post<Ack>('/api/intake/self', body, { idempotencyKey })

export const addComment = (record: string, text: string) => api.post(`/api/records/${record}/comments`, { text })

export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: ['timeline', id, 'story'],
    queryFn: ({ signal }) => api.get<Slice<Entry>>(`/api/records/${id}/timeline`, { size: 200 }, { signal }),
  })
