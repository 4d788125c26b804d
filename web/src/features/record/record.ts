import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api'
import { type Command, COMMANDS, RECORD } from '@/shared/paths'
import type { Kind, RecordView } from '@/shared/types'

/** One record, with what may be done to it now. Remaining time is the server's: it is asked again every minute. */
export const recordQuery = (kind: Kind, id: string) =>
  queryOptions({
    queryKey: ['record', id],
    queryFn: ({ signal }) => api.get(RECORD[kind], { path: { id }, signal }) as Promise<RecordView>,
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

/** What a person wants done: the command, and what its form asked for. */
export interface Wish {
  command: string
  [field: string]: unknown
}

/** The form was made of the command's own schema, so what it holds is one of the commands. */
export const perform = (view: RecordView, wish: Wish, version: number, idempotencyKey: string) =>
  api.post(COMMANDS[view.kind], { path: { id: view.id }, body: wish as Command, version, idempotencyKey })
