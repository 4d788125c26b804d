import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'

export type Caller = Schemas['CallerQueriesCaller']
/** An incident that is open already, as far as the lists beside the form show it. */
export type Known = Pick<Schemas['IncidentQueriesSimilar'], 'id' | 'number' | 'title' | 'state' | 'openedAt'>
export type DeskContact = Schemas['DeskContact']
export type SelfReport = Schemas['SelfReport']

export const callersQuery = (q: string) =>
  queryOptions({
    queryKey: ['intake', 'callers', q],
    queryFn: ({ signal }) => api.get('/api/intake/callers', { query: { q }, signal }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  })

export const similarQuery = (q: string, system: string | undefined) =>
  queryOptions({
    queryKey: ['intake', 'similar', q, system],
    queryFn: ({ signal }) => api.get('/api/intake/similar', { query: { q, system }, signal }),
    enabled: q.length >= 4,
    placeholderData: keepPreviousData,
  })

export const openIncidentsQuery = (requester: string | undefined) =>
  queryOptions({
    queryKey: ['intake', 'open-of', requester],
    queryFn: ({ signal }) =>
      api.get('/api/incidents', {
        query: { requester, phase: ['OPEN', 'WAITING'], sort: '-openedAt', size: 3 },
        signal,
      }),
    enabled: Boolean(requester),
  })

export const openAtDesk = (body: DeskContact, idempotencyKey: string) =>
  api.post('/api/intake/desk', { body, idempotencyKey })

export const reportMyself = (body: SelfReport, idempotencyKey: string) =>
  api.post('/api/intake/self', { body, idempotencyKey })

export const addComment = (record: string, text: string) =>
  api.post('/api/records/{id}/comments', { path: { id: record }, body: { text } })

export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: ['timeline', id, 'story'],
    queryFn: ({ signal }) => api.get('/api/records/{id}/timeline', { path: { id }, signal }),
  })
