import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type Query } from '@/shared/api'
import type { Slice } from '@/shared/types'

export interface SliceResult<R> {
  rows: R[]
  count: number | null
  capped: boolean
  hasMore: boolean
  loadMore: () => void
  loading: boolean
  loadingMore: boolean
  /** Old rows are shown while new ones are on their way. */
  stale: boolean
  error: unknown
  retry: () => void
}

/** A list read page by page, by the key of its last row. */
export function useSlice<R>(path: string, query: Query, size = 50): SliceResult<R> {
  const result = useInfiniteQuery({
    queryKey: ['list', path, query, size],
    queryFn: ({ pageParam, signal }) => api.get<Slice<R>>(path, { ...query, size, after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => (result.data?.pages ?? []).flatMap((page) => page.rows), [result.data])
  const first = result.data?.pages[0]
  return {
    rows,
    count: first?.count ?? null,
    capped: first?.capped ?? false,
    hasMore: result.hasNextPage,
    loadMore: () => {
      if (result.hasNextPage && !result.isFetching) void result.fetchNextPage()
    },
    loading: result.isPending,
    loadingMore: result.isFetchingNextPage,
    stale: result.isPlaceholderData,
    error: result.isError && !result.data ? result.error : null,
    retry: () => void result.refetch(),
  }
}
