import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'

export type ImportView = Schemas['ImportQueriesView']

export const isWorking = (state: ImportView['state']): boolean => state === 'PREVIEWING' || state === 'RUNNING'

export const mappingsQuery = queryOptions({
  queryKey: ['imports', 'mappings'],
  queryFn: ({ signal }) => api.get('/api/imports/mappings', { signal }),
  staleTime: 5 * 60_000,
})

export type Mapping = Schemas['Mapping']
export type MappingView = Schemas['ImportControllerMappingView']

export const mappingQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'mappings', id],
    queryFn: ({ signal }) => api.get('/api/imports/mappings/{id}', { path: { id }, signal }),
  })
/** @param unit whose mapping it is */
export const keepMapping = (mapping: Mapping, unit: string) =>
  api.put('/api/imports/mappings/{id}', { path: { id: mapping.id }, query: { unit }, body: mapping })

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => api.get('/api/imports/{id}', { path: { id }, signal }),
    refetchInterval: (query) => (query.state.data && isWorking(query.state.data.state) ? 1_000 : false),
  })

export const upload = (file: File, mapping: string, unit: string, idempotencyKey: string) =>
  api.post('/api/imports', { query: { name: file.name, mapping, unit }, body: file, idempotencyKey })

export const runImport = (id: string) => api.post('/api/imports/{id}/run', { path: { id } })
export const cancelImport = (id: string) => api.post('/api/imports/{id}/cancel', { path: { id } })
