import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'

export type AlertEvent = Schemas['AlertEventQueriesRow']
export type AlertEventDetails = Schemas['AlertEventQueriesDetails']

export const alertEventQuery = (id: string) =>
  queryOptions({
    queryKey: ['alert-events', id],
    queryFn: ({ signal }) => api.get('/api/alert-events/{id}', { path: { id }, signal }),
  })

export const replayAlert = (id: string) => api.post('/api/alert-events/{id}/replay', { path: { id } })
