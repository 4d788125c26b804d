import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Body, QueryOf, RowOf, Schemas } from '@/shared/contract'

export type Breach = RowOf<'/api/breaches'>
export type Compliance = Schemas['Compliance']
export type Cut = Schemas['ComplianceCut']
type Account = Body<'/api/breaches/accounts', 'post'>
type Asked = QueryOf<'/api/compliance'>

export const accountForBreach = (body: Account, idempotencyKey: string) =>
  api.post('/api/breaches/accounts', { body, idempotencyKey })

export const complianceQuery = (query: Asked) =>
  queryOptions({
    queryKey: ['compliance', query],
    queryFn: ({ signal }) => api.get('/api/compliance', { query, signal }),
    placeholderData: keepPreviousData,
  })
