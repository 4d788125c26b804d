import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type Query } from '@/shared/api'
import type { ListAddress, RowOf, Slice } from '@/shared/contract'

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

interface Options {
  size?: number
  path?: Record<string, string>
  /** The list is read again when this changes. */
  anew?: unknown
}

/** A list read page by page, by the key of its last row. What it is asked for may come from the address bar, as text. */
export function useSlice<A extends ListAddress>(
  address: A,
  query: Query,
  { size = 50, path, anew }: Options = {},
): SliceResult<RowOf<A>> {
  const result = useInfiniteQuery({
    queryKey: ['list', address, query, size, path, anew],
    queryFn: ({ pageParam, signal }) => {
      const given = { path, query: { ...query, size, after: pageParam }, signal }
      return api.get(address, given as never) as Promise<Slice<RowOf<A>>>
    },
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
