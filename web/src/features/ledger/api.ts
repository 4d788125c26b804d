import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { RowOf, Schemas } from '@/shared/contract'

export type LedgerRow = RowOf<'/api/ledger/lines'>
export type LedgerLine = Schemas['LedgerQueriesLine']
export type Seal = Schemas['SealControllerSeal']
export type Run = Seal['runs'][number]
export type Compared = Schemas['AnchorsCompared']

export const lineQuery = (id: string) =>
  queryOptions({
    queryKey: ['ledger', 'line', id],
    queryFn: ({ signal }) => api.get('/api/ledger/lines/{id}', { path: { id }, signal }),
  })

export const wordsQuery = queryOptions({
  queryKey: ['ledger', 'words'],
  queryFn: ({ signal }) => api.get('/api/ledger/lines/words', { signal }),
  staleTime: 60_000,
})

const isRunning = (seal: Seal | undefined): boolean => seal?.runs.some((run) => !run.endedAt) ?? false

/** Read again every second while a verification is under way. */
export const sealQuery = queryOptions({
  queryKey: ['ledger', 'seal'],
  queryFn: ({ signal }) => api.get('/api/ledger', { signal }),
  refetchInterval: ({ state }) => (isRunning(state.data) ? 1_000 : 15_000),
})

export const verify = () => api.post('/api/ledger/verifications')
export const checkAnchors = (text: string) => api.post('/api/ledger/anchors/check', { body: { text } })

/** The browser takes the file itself: it is an attachment. */
export function downloadAnchors(day?: string): void {
  const link = document.createElement('a')
  link.href = day ? `/api/ledger/anchors/file?day=${day}` : '/api/ledger/anchors/file'
  link.download = ''
  link.click()
}

export type ReviewRow = RowOf<'/api/log-reviews'>
export type AnomalyRow = RowOf<'/api/anomalies'>

export const RULES = [
  'NIGHT_SIGN_IN',
  'MASS_EXPORT',
  'MANY_REFUSALS',
  'FAILED_SIGN_INS',
  'SHORT_GRANT',
] as const satisfies AnomalyRow['rule'][]

export const openReview = (body: Schemas['OpenLogReview'], idempotencyKey: string) =>
  api.post('/api/log-reviews', { body, idempotencyKey })
export const followUp = (id: string, text: string) =>
  api.put('/api/anomalies/{id}/follow-up', { path: { id }, body: { text } })
