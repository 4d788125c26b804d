import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'

export interface Consumer {
  name: string
  position: number
  head: number
  lagLines: number
  lagSeconds: number | null
  /** What stops it, when something does. */
  error: string | null
  failingSince: string | null
  retryAt: string | null
}
/** Work that never ends, on the node that answers. */
export interface Loop {
  name: string
  failingSince: string | null
  failures: number
  error: string | null
}
export interface Feed {
  consumers: Consumer[]
  sealer: {
    head: number
    /** Counts how often the sealer moved to another node or database. */
    epoch: number
    sealedAt: string
    blocking: { pid: number; since: string; query: string } | null
  }
  loops: Loop[]
}

export const feedQuery = queryOptions({
  queryKey: ['feed'],
  queryFn: ({ signal }) => api.get<Feed>('/api/feed', undefined, { signal }),
  refetchInterval: 5_000,
})

export const replay = (consumer: string, fromSeq: number, idempotencyKey: string) =>
  api.post(`/api/feed/${consumer}/replay`, { fromSeq }, { idempotencyKey })
