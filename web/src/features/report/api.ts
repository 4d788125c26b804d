import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { QueryOf, Schemas } from '@/shared/contract'
import type { Search } from '@/shared/search'

export type Statistics = Schemas['Statistics']
export type Share = Schemas['StatisticsPart']
export type Top = Schemas['StatisticsTop']
export type DayCount = Schemas['StatisticsDay']

export const statisticsQuery = (query: Search) =>
  queryOptions({
    queryKey: ['statistics', query],
    queryFn: ({ signal }) => api.get('/api/statistics', { query: query as QueryOf<'/api/statistics'>, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
