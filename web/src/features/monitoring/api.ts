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

export type AlertRules = Schemas['AlertRulesView']
export type Grade = AlertRules['grades'][number]

export const alertRulesQuery = queryOptions({
  queryKey: ['alert-rules'],
  queryFn: ({ signal }) => api.get('/api/alert-rules', { signal }),
})
export const mapWord = (body: Schemas['AlertRulesMapWord']) => api.put('/api/alert-rules/words', { body })
export const gradeSeverity = (body: Grade) => api.put('/api/alert-rules/grades', { body })
export const changeSource = (id: string, body: Schemas['AlertRulesChangeSource']) =>
  api.put('/api/alert-rules/sources/{id}', { path: { id }, body })

export const replayAlert = (id: string) => api.post('/api/alert-events/{id}/replay', { path: { id } })
