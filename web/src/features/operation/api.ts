import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'

export type Consumer = Schemas['FeedControllerPosition']
export type Feed = Schemas['FeedControllerFeed']
/** Work that never ends, on the node that answers. */
export type Loop = Feed['loops'][number]

export const feedQuery = queryOptions({
  queryKey: ['feed'],
  queryFn: ({ signal }) => api.get('/api/feed', { signal }),
  refetchInterval: 5_000,
})

export const replay = (name: string, fromSeq: number, idempotencyKey: string) =>
  api.post('/api/feed/{name}/replay', { path: { name }, body: { fromSeq }, idempotencyKey })
