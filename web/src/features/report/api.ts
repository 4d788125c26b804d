import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Query } from '@/shared/api'

export interface Share {
  key: string | null
  total: number
  met?: number | null
}
export interface Top {
  key: string | null
  label: string | null
  total: number
}
export interface DayCount {
  date: string
  opened: number
  resolved: number
}
export interface Statistics {
  total: number
  events: number
  met: { yes: number; no: number; unknown: number; share: number | null }
  firstLine: { yes: number; share: number | null }
  reassigned: { never: number; neverShare: number | null; mean: number | null; max: number | null }
  reopened: { count: number; share: number | null }
  resolution: { known: number; medianHours: number | null; meanHours: number | null; p90Hours: number | null }
  byPriority: Share[]
  byLevel: Share[]
  byState: Share[]
  byKind: Share[]
  topCategories: Top[]
  topGroups: Top[]
  topSystems: Top[]
  awaitedUser: number
  withProblem: number
  withChange: number
  perDay: DayCount[]
}

export const statisticsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['statistics', query],
    queryFn: ({ signal }) => api.get<Statistics>('/api/statistics', query, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
