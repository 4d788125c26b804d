import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api'
import { recordApi } from '@/shared/paths'
import type { Kind, RecordView } from '@/shared/types'

/** One record, with what may be done to it now. Remaining time is the server's: it is asked again every minute. */
export const recordQuery = (kind: Kind, id: string) =>
  queryOptions({
    queryKey: ['record', id],
    queryFn: ({ signal }) => api.get<RecordView>(recordApi(kind, id), undefined, { signal }),
    refetchInterval: (query) => (query.state.data?.phase === 'DONE' ? false : 60_000),
  })

/** After something was done to a record, everything that may show it is asked for again. */
export function useRefresh(id: string): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    void queries.invalidateQueries({ queryKey: ['list'] })
    void queries.invalidateQueries({ queryKey: ['my-work'] })
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['record', id] }),
      queries.invalidateQueries({ queryKey: ['timeline', id] }),
      queries.invalidateQueries({ queryKey: ['attachments', id] }),
    ])
  }
}
