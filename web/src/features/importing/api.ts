import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'

export type ImportState = 'PREVIEWING' | 'PREVIEWED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'

export interface ImportView {
  id: string
  fileName: string
  mapping: string
  /** What the records it brings are marked with. */
  source: string
  state: ImportState
  preview: boolean
  rowsRead: number
  totalRows: number | null
  records: { created: number; unchanged: number; updated: number; rejected: number }
  events: number
  startedAt: string
  ratePerSecond: number | null
  error: string | null
}
export interface Mapping {
  id: string
  name: string
  columns: string[]
  source: string
}
export interface Rejection {
  line: number
  reason: string
  text: string
}

export const isWorking = (state: ImportState): boolean => state === 'PREVIEWING' || state === 'RUNNING'

export const mappingsQuery = queryOptions({
  queryKey: ['imports', 'mappings'],
  queryFn: ({ signal }) => api.get<Mapping[]>('/api/imports/mappings', undefined, { signal }),
  staleTime: 5 * 60_000,
})

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => api.get<ImportView>(`/api/imports/${id}`, undefined, { signal }),
    refetchInterval: (query) => (query.state.data && isWorking(query.state.data.state) ? 1_000 : false),
  })

export function upload(file: File, mapping: string, unit: string, idempotencyKey: string): Promise<{ id: string }> {
  return api.post<{ id: string }>('/api/imports', file, { query: { name: file.name, mapping, unit }, idempotencyKey })
}

export const runImport = (id: string) => api.post(`/api/imports/${id}/run`)
export const cancelImport = (id: string) => api.post(`/api/imports/${id}/cancel`)
