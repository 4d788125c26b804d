import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { RowOf, Schemas } from '@/shared/contract'

export type Standing = Schemas['BackupControllerStanding']
export type Month = Schemas['BackupQueriesMonth']
export type RunRow = RowOf<'/api/backups'>

/** While one is asked for or running the page looks often. */
export const standingQuery = queryOptions({
  queryKey: ['backup', 'standing'],
  queryFn: ({ signal }) => api.get('/api/backups/standing', { signal }),
  refetchInterval: (query) => (query.state.data?.underWay ? 2_000 : 30_000),
})

export const monthsQuery = queryOptions({
  queryKey: ['backup', 'months'],
  queryFn: ({ signal }) => api.get('/api/backups/months', { signal }),
})

export const backUp = (idempotencyKey: string) => api.post('/api/backups', { idempotencyKey })
export const verify = (idempotencyKey: string) => api.post('/api/backups/verifications', { idempotencyKey })
export const confirmMonth = (month: string, opinion: string, idempotencyKey: string) =>
  api.post('/api/backups/months/{month}/confirmation', { path: { month }, body: { opinion }, idempotencyKey })
