import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'

export type Agreement = Schemas['Agreement']
export type Promised = Schemas['Promise']
export type Book = Schemas['AgreementControllerAgreementBook']

export const bookQuery = queryOptions({
  queryKey: ['agreements'],
  queryFn: ({ signal }) => api.get('/api/agreements', { signal }),
})

/** The whole table, as it was seen and as it is to be. */
export const writeBook = (seen: number, agreements: Agreement[], reason: string) =>
  api.put('/api/agreements', { version: seen, body: { book: { agreements }, reason, effectiveFrom: null } })

export const newAgreement = (): Agreement => ({
  name: '',
  kind: 'SLA',
  grade: null,
  clause: null,
  units: [],
  systems: [],
  leftOut: [],
  terms: null,
  hours: null,
  from: null,
  until: null,
  promises: [],
  shares: [],
})

export const newPromise = (clock: Promised['clock']): Promised => ({
  clock,
  matters: [],
  classes: [],
  levels: [],
  priorities: [],
  limit: 'PT4H',
  calendar: null,
  warning: null,
})
